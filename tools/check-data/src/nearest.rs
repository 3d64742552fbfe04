//! The known word that a mistyped one may mean.

/// The word of `known` that is most similar to `word`, if it was probably meant.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
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

/// The word of `known` that differs from `word` by one typing error.
pub(crate) fn slip_of<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    /// Too many shorter words differ by one letter.
    const SHORTEST: usize = 5;
    let near = nearest(word, known)?;
    (word.chars().count() >= SHORTEST && distance(word, near) == 1).then_some(near)
}

/// The minimum number of letters to insert, remove, replace or swap with their neighbour to turn one
/// word into the other (optimal string alignment).
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
    fn a_typing_error_is_understood() {
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
