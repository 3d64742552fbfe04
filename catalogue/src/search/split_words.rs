//! Words that a text writes as two: `lifescience` in `life sciences`, `industria4.0` in `Industria
//! 4.0`.

use super::index::Index;
use super::inflection::forms;

/// The minimum length of both parts: shorter words are too frequent.
const MIN_LEN: usize = 2;

/// Whether two words joined are `word`; the second one may be inflected.
pub(super) fn is_split(word: &str, one: &str, other: &str) -> bool {
    let is_long = |part: &str| part.chars().count() >= MIN_LEN;
    let rest = word.strip_prefix(one).filter(|rest| is_long(rest));
    rest.is_some_and(|rest| {
        is_long(one) && (rest == other || forms(rest).iter().any(|form| form == other))
    })
}

impl Index {
    /// All pairs of words of the index that are `word` when joined.
    pub(super) fn splits(&self, word: &str) -> Vec<Vec<String>> {
        let mut splits = Vec::new();
        for (middle, _) in word.char_indices().skip(MIN_LEN) {
            let (one, rest) = word.split_at(middle);
            if rest.chars().count() < MIN_LEN || self.dictionary.find(one).is_none() {
                continue;
            }
            let mut others = forms(rest);
            others.insert(0, rest.to_owned());
            others.retain(|other| self.dictionary.find(other).is_some());
            let pairs = others.into_iter().map(|other| vec![one.to_owned(), other]);
            splits.extend(pairs);
        }
        splits
    }
}
