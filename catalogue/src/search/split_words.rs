//! Words that a text writes apart: `lifescience` in `life sciences`, `industria4.0` in `Industria 4.0`.

use super::index::Index;
use super::inflection::forms;

/// Both parts have at least so many letters: fewer are in too many words.
const MIN_LEN: usize = 2;

/// Whether two words are `word` when written as one, the second perhaps in another form.
pub(super) fn is_split(word: &str, one: &str, other: &str) -> bool {
    let is_long = |part: &str| part.chars().count() >= MIN_LEN;
    let rest = word.strip_prefix(one).filter(|rest| is_long(rest));
    rest.is_some_and(|rest| {
        is_long(one) && (rest == other || forms(rest).iter().any(|form| form == other))
    })
}

impl Index {
    /// All pairs of words that occur and are `word` when written as one.
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
