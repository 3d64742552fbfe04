//! Words that a text writes as several: `lifescience` in `life sciences`, `industria4.0` in `Industria
//! 4.0`, `greentechvalley` in `Green Tech Valley`.

use super::index::Index;
use super::inflection::forms;

/// The minimum length of all parts: shorter words are too frequent.
const MIN_LEN: usize = 2;
/// The maximum number of parts.
const MAX_PARTS: usize = 4;

/// How many of these words make up `word` in a text; the last one may be inflected.
pub(super) fn split_len(word: &str, parts: &[String]) -> Option<usize> {
    let is_long = |part: &str| part.chars().count() >= MIN_LEN;
    let mut rest = word;
    for (before, part) in parts.iter().take(MAX_PARTS).enumerate() {
        let is_last = || rest == part || forms(rest).iter().any(|form| form == part);
        if before > 0 && is_last() {
            return Some(before + 1);
        }
        rest = rest.strip_prefix(part.as_str())?;
        if !is_long(part) || !is_long(rest) {
            return None;
        }
    }
    None
}

impl Index {
    /// All sequences of words of the index that are `word` when joined.
    pub(super) fn splits(&self, word: &str) -> Vec<Vec<String>> {
        let mut splits = Vec::new();
        self.add_splits(&mut Vec::new(), word, &mut splits);
        splits
    }

    /// Adds the sequences that begin with these `parts`.
    fn add_splits(&self, parts: &mut Vec<String>, rest: &str, splits: &mut Vec<Vec<String>>) {
        for (middle, _) in rest.char_indices().skip(MIN_LEN) {
            let (part, rest) = rest.split_at(middle);
            if rest.chars().count() < MIN_LEN || self.dictionary.find(part).is_none() {
                continue;
            }
            parts.push(part.to_owned());
            let mut others = forms(rest);
            others.insert(0, rest.to_owned());
            others.retain(|other| self.dictionary.find(other).is_some());
            splits.extend(
                others
                    .into_iter()
                    .map(|other| [&parts[..], &[other]].concat()),
            );
            if parts.len() + 1 < MAX_PARTS {
                self.add_splits(parts, rest, splits);
            }
            parts.pop();
        }
    }
}
