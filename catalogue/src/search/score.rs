//! What a match is worth.
//!
//! Per query word a document earns `field weight × (quality + details) × rarity`, for the best of
//! its matches; words are added up. Details are always worth less than one step of quality, so
//! within one field a better tier wins whatever else is true; between fields the weights decide.

use super::tokenizer::{ACCENTED, CAPITALS};

/// How a query word was found, from best to worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Tier {
    /// The word itself, also when one side writes it with joints: `C.N.R.`, `CNR`.
    Exact,
    /// The beginning of a longer word.
    Prefix,
    /// Inside a longer word, or written apart: `agrifood` in `agri food`.
    Inside,
    /// With one or two typing errors.
    Typo,
}

/// Everything that details can add up to must stay below this.
const STEP: u8 = 16;

/// Two typing errors, or one that also leaves the word unfinished: better than nothing.
const TYPO: u8 = STEP;
/// A single error is likelier than two. Half a step, because both are the same tier and a tidy,
/// short field may tip the balance.
const ONE_ERROR_LESS: u8 = STEP / 2;
/// The word was typed to its end, as opposed to an erroneous beginning of a longer word.
const WHOLE_WORD: u8 = STEP / 4;
/// Above the best typo with all details.
const INSIDE: u8 = TYPO + ONE_ERROR_LESS + WHOLE_WORD + STEP;
/// Twice a part of a word: `tech` means `technology` more often than `biotech`.
const PREFIX: u8 = 2 * INSIDE;
/// The last word is still being typed: its beginning says almost as much as the word.
const STILL_TYPING: u8 = STEP;
/// `energ` is nearer to `energy` than to `energeticamente`: one point less per letter missing.
const NEARLY_THERE: u8 = STEP / 2;
/// Above the best prefix with all details, so that the word itself always leads.
const EXACT: u8 = PREFIX + STILL_TYPING + NEARLY_THERE + STEP;

/// Quality of the word itself.
pub(crate) const fn exact() -> u8 {
    EXACT
}

/// Quality of a longer word, `missing` letters longer, that begins with the query word.
pub(crate) fn prefix(missing: usize, still_typing: bool) -> u8 {
    let near = usize::from(NEARLY_THERE).saturating_sub(missing);
    PREFIX + if still_typing { STILL_TYPING } else { 0 } + u8::try_from(near).unwrap_or(0)
}

/// Quality of a word that contains the query word.
pub(crate) const fn inside() -> u8 {
    INSIDE
}

/// Quality of a word that is `errors` away as a whole, or whose beginning is.
pub(crate) fn typo(errors: usize, whole: bool) -> u8 {
    let few = if errors <= 1 { ONE_ERROR_LESS } else { 0 };
    TYPO + few + if whole { WHOLE_WORD } else { 0 }
}

/// Whether a match of this quality has no typing errors.
pub(crate) fn is_typo_free(quality: u8) -> bool {
    quality >= INSIDE
}

/// The tier that a quality belongs to.
pub(crate) fn tier(quality: u8) -> Tier {
    match quality {
        EXACT.. => Tier::Exact,
        PREFIX.. => Tier::Prefix,
        INSIDE.. => Tier::Inside,
        _ => Tier::Typo,
    }
}

/// Details of one posting, packed beside the document's number.
pub(crate) const DETAIL_BITS: u32 = 6;
/// Bits of a detail that say how short the field is: 7 for one word, 0 from sixteen words on.
const SHORT: u8 = 0b111;
/// Bit of a detail: the field begins with the word.
const FIRST: u8 = 0b1000;
/// Where the two spelling bits stand.
const SPELLING_SHIFT: u8 = 4;

/// Packs the details of the word at `place` in a field of `length` words.
pub(crate) fn detail(place: usize, length: usize, spelling: u8) -> u8 {
    let short = match length {
        0..=4 => 8_u8
            .saturating_sub(u8::try_from(length).unwrap_or(0))
            .min(SHORT),
        5..=6 => 3,
        7..=9 => 2,
        10..=15 => 1,
        _ => 0,
    };
    short | if place == 0 { FIRST } else { 0 } | spelling << SPELLING_SHIFT
}

/// Whether a field of so many words may have a word with this detail.
pub(crate) fn may_have_length(detail: u8, length: usize) -> bool {
    detail & SHORT >= self::detail(0, length, 0) & SHORT
}

/// Both postings at once, each detail the better of the two.
pub(crate) fn better_detail(one: u8, other: u8) -> u8 {
    (one & SHORT).max(other & SHORT) | ((one | other) & !SHORT)
}

/// What each packed detail adds to the quality of a word with_spelling with `spelling` in the query.
///
/// A short field is about what it says (up to 7 points); what stands first matters most (2);
/// accents and capitals count where the query took the trouble to type them (3 each).
pub(crate) fn details(spelling: u8) -> [u8; 1 << DETAIL_BITS] {
    let mut points = [0; 1 << DETAIL_BITS];
    for (detail, points) in (0_u8..).zip(points.iter_mut()) {
        let same = spelling & detail >> SPELLING_SHIFT;
        *points = (detail & SHORT)
            + if detail & FIRST == 0 { 0 } else { 2 }
            + if same & ACCENTED == 0 { 0 } else { 3 }
            + if same & CAPITALS == 0 { 0 } else { 3 };
    }
    points
}

/// The unit of [`rarity`].
pub(crate) const COMMON: u32 = 8;

/// Between one and two [`COMMON`]s: a word found in every document tells nothing, one found in
/// few tells a lot; but never so much that it alone beats two words.
pub(crate) fn rarity(found: usize, documents: usize) -> u32 {
    let halvings = (documents / found.max(1)).checked_ilog2().unwrap_or(0);
    COMMON + halvings.min(COMMON)
}

/// All words in one field mean one thing rather than several: a quarter more.
pub(crate) fn boost_same_field(score: u32) -> u32 {
    score.saturating_add(score / 4)
}

/// A record that has all words leads one that has most and something like the last, whatever its
/// field: half of all that it earns.
pub(crate) fn penalise_typos(score: u32) -> u32 {
    score / 2
}

/// Neighbours in the text are neighbours in a field: what is called `environment park` in the
/// lightest field comes before a park here and an environment there. So the field does not count:
/// half a common word in a field of the `heaviest` weight.
pub(crate) fn adjacent_words(heaviest: u32) -> u32 {
    heaviest * u32::from(EXACT) * COMMON / 2
}

/// The text is the whole field: somebody typed this name, area or place. Worth as much again as
/// one common word that earns so many points there.
pub(crate) fn whole_field(points: u32) -> u32 {
    points * COMMON
}

#[cfg(test)]
mod tests {
    use super::*;

    fn most() -> u8 {
        details(ACCENTED | CAPITALS).into_iter().max().unwrap_or(0)
    }

    #[test]
    fn no_detail_lifts_a_match_into_a_better_tier() {
        assert!(most() < STEP);
        assert!(typo(1, true) + most() < inside());
        assert!(inside() + most() < prefix(usize::MAX, false));
        assert!(prefix(1, true) + most() < exact());
        assert!(exact().checked_add(most()).is_some());
    }

    #[test]
    fn qualities_know_their_tier() {
        for (quality, expected) in [
            (exact(), Tier::Exact),
            (prefix(0, true), Tier::Prefix),
            (prefix(99, false), Tier::Prefix),
            (inside(), Tier::Inside),
            (typo(1, true), Tier::Typo),
            (typo(2, false), Tier::Typo),
        ] {
            assert_eq!(tier(quality), expected, "{quality}");
        }
    }

    #[test]
    fn a_shorter_field_is_never_worth_less() {
        let points = details(0);
        for length in 1..40 {
            let here = points[usize::from(detail(1, length, 0))];
            assert!(
                here >= points[usize::from(detail(1, length + 1, 0))],
                "{length}"
            );
        }
        assert_eq!(points[usize::from(detail(1, 1, 0))], 7);
    }

    #[test]
    fn a_detail_is_worth_what_it_says() {
        let points = |place, length, spelling| {
            details(spelling)[usize::from(detail(place, length, spelling))]
        };
        let by_length = [
            (1, 7),
            (2, 6),
            (3, 5),
            (4, 4),
            (5, 3),
            (6, 3),
            (7, 2),
            (9, 2),
            (10, 1),
            (15, 1),
            (16, 0),
        ];
        for (length, worth) in by_length {
            assert_eq!(points(1, length, 0), worth, "{length} words");
            assert_eq!(points(0, length, 0), worth + 2, "{length} words");
        }
        assert_eq!(points(1, 16, ACCENTED), 3);
        assert_eq!(points(1, 16, CAPITALS), 3);
        assert_eq!(points(0, 1, ACCENTED | CAPITALS), 15);
        let unasked = details(0)[usize::from(detail(1, 16, ACCENTED | CAPITALS))];
        assert_eq!(unasked, 0, "nobody asked for accents or capitals");
    }

    #[test]
    fn the_better_of_two_occurrences_has_the_best_of_both() {
        let (short, first) = (detail(3, 1, 0), detail(0, 9, ACCENTED));
        for (one, other) in [(short, first), (first, short)] {
            assert_eq!(better_detail(one, other), detail(0, 1, ACCENTED));
        }
        assert_eq!(better_detail(short, short), short);
        assert_eq!(better_detail(first, first), first);
    }

    #[test]
    fn a_detail_tells_which_length_its_field_cannot_have() {
        for (length, asked, may) in [
            (1, 1, true),
            (2, 1, false),
            (9, 2, false),
            (2, 3, true),
            (16, 15, false),
            (16, 40, true),
        ] {
            assert_eq!(
                may_have_length(detail(0, length, CAPITALS), asked),
                may,
                "{length}, {asked}"
            );
        }
    }

    #[test]
    fn fewer_errors_in_whole_words_are_worth_more() {
        assert_eq!(typo(1, false) - typo(2, false), ONE_ERROR_LESS);
        assert_eq!(typo(2, true) - typo(2, false), WHOLE_WORD);
        assert!(!is_typo_free(typo(1, true)) && is_typo_free(inside()));
    }

    #[test]
    fn rewards_are_in_proportion() {
        assert_eq!(
            (boost_same_field(100), penalise_typos(100), whole_field(3)),
            (125, 50, 24)
        );
        assert_eq!(adjacent_words(2), u32::from(exact()) * COMMON);
    }

    #[test]
    fn rarity_stays_between_one_and_two() {
        assert_eq!(rarity(1_000, 1_000), COMMON);
        assert_eq!(rarity(500, 1_000), COMMON + 1);
        assert_eq!(rarity(1, 1_000_000), 2 * COMMON);
        assert_eq!(rarity(0, 0), COMMON);
    }
}
