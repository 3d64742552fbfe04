//! Suggestions for misspelt words.

/// The word of `known` nearest to `word`, if it is close enough to be a likely misspelling.
pub(super) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let length = word.chars().count();
    let limit = (length / 3).clamp(1, 4);
    let near = known
        .into_iter()
        .filter(|other| other.chars().count().abs_diff(length) <= limit);
    near.map(|other| (distance(word, other), other))
        .filter(|&(distance, _)| distance <= limit)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, other)| other)
}

/// The edit distance with transpositions (optimal string alignment).
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.chars().flat_map(char::to_lowercase).collect();
    let other: Vec<char> = other.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, &a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &b) in other.iter().enumerate() {
            let replaced = last[j] + usize::from(a != b);
            let mut cheapest = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a == other[j - 1] && one[i - 1] == b {
                cheapest = cheapest.min(before[j - 1] + 1);
            }
            row.push(cheapest);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likely_misspelling_is_recognised() {
        let areas = ["energy", "aerospace", "agri-food", "mobility"];
        for (typed, meant) in [
            ("enrgy", Some("energy")),
            ("eenrgy", Some("energy")),
            ("Energy", Some("energy")),
            ("agrifood", Some("agri-food")),
            ("areospace", Some("aerospace")),
            ("chemistry", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, areas), meant, "{typed:?}");
        }
    }
}
