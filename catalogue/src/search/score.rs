//! The score of a match.
//!
//! A document scores `field weight × (quality + details) × rarity` for its best match of each query
//! word, and the sum of these for the query. Details are always worth less than one step of quality, so
//! within one field a better tier wins regardless of them; between fields the weights decide.

use super::tokenizer::{ACCENTED, CAPITALS};

/// How a query word matches, from best to worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Tier {
    /// The word itself, even where only one side is written with connectors: `C.N.R.`, `CNR`.
    Exact,
    /// Another form of the word: `batterie` for `batteria`; or written as several words: `agrifood` in
    /// `agri food`.
    Inflected,
    /// The start of a longer word.
    Prefix,
    /// Inside a longer word, but not at its start.
    Infix,
    /// With one or two typos.
    Typo,
}

/// The distance between tiers. The details of a match must add up to less.
const TIER_STEP: u8 = 16;

/// Two typos, or one typo in an unfinished word: better than nothing.
const TYPO: u8 = TIER_STEP;
/// One typo is likelier than two. Half a step, because both are the same tier and a short field may
/// tip the balance.
const SINGLE_ERROR: u8 = TIER_STEP / 2;
/// The typo is in a whole word, not in the prefix of a longer one.
const WHOLE_WORD: u8 = TIER_STEP / 4;
/// Above the best typo match with all details.
const INFIX: u8 = TYPO + SINGLE_ERROR + WHOLE_WORD + TIER_STEP;
/// Twice an infix match: `tech` means `technology` more often than `biotech`.
const PREFIX: u8 = 2 * INFIX;
/// The last word is still being typed: a prefix match is almost as good as an exact one.
const STILL_TYPING: u8 = TIER_STEP;
/// `energ` is closer to `energy` than to `energeticamente`: one point less per missing letter.
const MAX_COMPLETENESS: u8 = TIER_STEP / 2;
/// Above the best prefix match with all details, so that the word itself always comes first.
const INFLECTED: u8 = PREFIX + STILL_TYPING + MAX_COMPLETENESS + TIER_STEP;
/// The form that was typed.
const EXACT: u8 = INFLECTED + TIER_STEP;
/// If the word occurs, a prefix or infix match in the heaviest field scores less than an exact or
/// inflected match in the lightest field but one: `car` is not Carinthia. The heaviest field weighs
/// four and a half times as much as that one.
const PART_SHARE: u32 = 6;

/// The quality of an exact match.
pub(crate) const fn exact() -> u8 {
    EXACT
}

/// The quality of a match with another form of the word.
pub(crate) const fn inflected() -> u8 {
    INFLECTED
}

/// How the quality of a match becomes points.
#[derive(Clone, Copy)]
pub(crate) struct Scale {
    /// Added to the quality.
    more: u32,
    /// Taken from the points.
    less: u32,
    is_part: bool,
}

impl Scale {
    /// The scale of matches of a tier. Forms of a word score the same, so that `Italian` and `Italy` have
    /// the same order; only between equals does the typed one come first. If the word or one of its forms
    /// occurs (`is_word`), prefix and infix matches score less.
    pub(crate) fn new(tier: Tier, is_word: bool) -> Self {
        let is_inflected = tier == Tier::Inflected;
        Self {
            more: if is_inflected {
                u32::from(TIER_STEP)
            } else {
                0
            },
            less: u32::from(is_inflected),
            is_part: is_word && tier > Tier::Inflected,
        }
    }

    /// The points of a match of this quality in a field of this weight.
    pub(crate) fn points(self, weight: u32, quality: u8) -> u32 {
        let points = (weight * (u32::from(quality) + self.more)).saturating_sub(self.less);
        if self.is_part {
            points / PART_SHARE
        } else {
            points
        }
    }
}

/// The points of a match in a field of this weight.
pub(crate) fn points(weight: u32, quality: u8, is_word: bool) -> u32 {
    Scale::new(tier(quality), is_word).points(weight, quality)
}

/// The quality of a prefix match in a word that is `missing` letters longer.
pub(crate) fn prefix(missing: usize, still_typing: bool) -> u8 {
    let near = usize::from(MAX_COMPLETENESS).saturating_sub(missing);
    PREFIX + if still_typing { STILL_TYPING } else { 0 } + u8::try_from(near).unwrap_or(0)
}

/// The quality of an infix match.
pub(crate) const fn infix() -> u8 {
    INFIX
}

/// The quality of a match with this many typos in the whole word, or in a prefix of it.
pub(crate) fn typo(errors: usize, whole: bool) -> u8 {
    let few = if errors <= 1 { SINGLE_ERROR } else { 0 };
    TYPO + few + if whole { WHOLE_WORD } else { 0 }
}

/// Whether a match of this quality has no typos.
pub(crate) fn is_typo_free(quality: u8) -> bool {
    quality >= INFIX
}

/// The tier of a quality.
pub(crate) fn tier(quality: u8) -> Tier {
    match quality {
        EXACT.. => Tier::Exact,
        INFLECTED.. => Tier::Inflected,
        PREFIX.. => Tier::Prefix,
        INFIX.. => Tier::Infix,
        _ => Tier::Typo,
    }
}

/// The number of bits in a posting that hold its details.
pub(crate) const DETAIL_BITS: u32 = 6;
/// The bits that encode how short the field is: 7 for one word, 0 for sixteen words or more.
const SHORT: u8 = 0b111;
/// The bit that is set if the word is the first of the field.
const FIRST: u8 = 0b1000;
/// The position of the two spelling bits.
const SPELLING_SHIFT: u8 = 4;

/// Packs the details of the word at `position` in a field of `length` words.
pub(crate) fn pack_detail(position: usize, length: usize, spelling: u8) -> u8 {
    let short = match length {
        0..=4 => 8_u8
            .saturating_sub(u8::try_from(length).unwrap_or(0))
            .min(SHORT),
        5..=6 => 3,
        7..=9 => 2,
        10..=15 => 1,
        _ => 0,
    };
    short | if position == 0 { FIRST } else { 0 } | spelling << SPELLING_SHIFT
}

/// Whether a word with these details may stand in a field of `length` words.
pub(crate) fn allows_length(detail: u8, length: usize) -> bool {
    detail & SHORT >= self::pack_detail(0, length, 0) & SHORT
}

/// Whether the word is in capitals anywhere in the segment.
pub(crate) fn is_in_capitals(detail: u8) -> bool {
    detail >> SPELLING_SHIFT & CAPITALS != 0
}

/// The details of a word in a heavier field, with the capitals of a lighter one.
pub(crate) fn with_capitals_of(detail: u8, lighter: u8) -> u8 {
    detail | lighter & CAPITALS << SPELLING_SHIFT
}

/// Merges the details of two matches: each detail is the better of the two.
pub(crate) fn merge_details(one: u8, other: u8) -> u8 {
    (one & SHORT).max(other & SHORT) | ((one | other) & !SHORT)
}

/// The points that each packed detail adds to the quality of a query word of this `spelling`.
///
/// A word fills more of a short field (up to 7 points); the first word matters most (2); accents and
/// capitals count only where the visitor has typed them (3 each).
pub(crate) fn detail_points(spelling: u8) -> [u8; 1 << DETAIL_BITS] {
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
pub(crate) const RARITY_UNIT: u32 = 8;

/// The inverse document frequency, between one and two [`RARITY_UNIT`]s: rare words count more, but
/// never so much that one beats two common words.
pub(crate) fn rarity(found: usize, documents: usize) -> u32 {
    let halvings = (documents / found.max(1)).checked_ilog2().unwrap_or(0);
    RARITY_UNIT + halvings.min(RARITY_UNIT)
}

/// The maximum of [`information`]: that of a word in one of sixteen documents.
const MAX_INFORMATION: u32 = 16;

/// The information content of a word in this many documents, in quarters of a bit: none if all
/// documents contain it, four more each time their number halves. Limited to [`MAX_INFORMATION`],
/// so that a very rare word does not outweigh two others.
pub(crate) fn information(found: usize, documents: usize) -> u32 {
    if found == 0 {
        return 0;
    }
    let ratio = (documents as u128) << 8;
    let quarters = (ratio / found as u128).pow(4).ilog2() - 32;
    quarters.min(MAX_INFORMATION)
}

/// Whether a document is a hit if none matches all words: it needs two thirds of the best one's
/// information.
pub(crate) fn is_enough(information: u32, best: u32) -> bool {
    information * 3 >= best * 2
}

/// Scales the score of a partial match by its information.
pub(crate) fn partial(score: u32, information: u32, best: u32) -> u32 {
    score / best.max(1) * information
}

/// Adds a quarter where one field contains all words: they are likely to mean one thing.
pub(crate) fn boost_same_field(score: u32) -> u32 {
    score.saturating_add(score / 4)
}

/// Halves the score of a document that matches only with typos, so that documents with all words as
/// typed come first, whatever their fields.
pub(crate) fn penalise_typos(score: u32) -> u32 {
    score / 2
}

/// The bonus for words that are adjacent in the query and in a field: a document with the words
/// `environment park` in its lightest field comes before one with the two words in separate fields.
/// The weight of the field is therefore ignored: half of a common word in the `heaviest` field.
pub(crate) fn adjacent_words(heaviest: u32) -> u32 {
    heaviest * u32::from(EXACT) * RARITY_UNIT / 2
}

/// The bonus for adjacent words of the query that a document writes as one: `bio economia` most likely
/// means `bioeconomia`, so what that word scores (`points`) decides the order.
pub(crate) fn joined_words(adjacent: u32, points: u32) -> u32 {
    adjacent + points * 4 * RARITY_UNIT
}

/// The bonus for a query that equals a whole field, such as a name, an area or a place: as much again
/// as one common word that scores `points` there.
pub(crate) fn whole_field(points: u32) -> u32 {
    points * RARITY_UNIT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn most() -> u8 {
        detail_points(ACCENTED | CAPITALS)
            .into_iter()
            .max()
            .unwrap_or(0)
    }

    #[test]
    fn details_never_lift_a_match_into_a_better_tier() {
        assert!(most() < TIER_STEP);
        assert!(typo(1, true) + most() < infix());
        assert!(infix() + most() < prefix(usize::MAX, false));
        assert!(prefix(1, true) + most() < inflected());
        assert!(inflected() + most() < exact());
        // If the word occurs, infix matches score less in any field.
        let part = points(90, prefix(0, true) + most(), true);
        assert!(part < points(20, inflected(), true));
        assert!(exact().checked_add(most()).is_some());
    }

    #[test]
    fn quality_maps_to_tier() {
        for (quality, expected) in [
            (exact(), Tier::Exact),
            (inflected(), Tier::Inflected),
            (prefix(0, true), Tier::Prefix),
            (prefix(99, false), Tier::Prefix),
            (infix(), Tier::Infix),
            (typo(1, true), Tier::Typo),
            (typo(2, false), Tier::Typo),
        ] {
            assert_eq!(tier(quality), expected, "{quality}");
        }
    }

    #[test]
    fn shorter_fields_never_score_less() {
        let points = detail_points(0);
        for length in 1..40 {
            let here = points[usize::from(pack_detail(1, length, 0))];
            assert!(
                here >= points[usize::from(pack_detail(1, length + 1, 0))],
                "{length}"
            );
        }
        assert_eq!(points[usize::from(pack_detail(1, 1, 0))], 7);
    }

    #[test]
    fn details_add_the_documented_points() {
        let points = |position, length, spelling| {
            detail_points(spelling)[usize::from(pack_detail(position, length, spelling))]
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
        let unasked = detail_points(0)[usize::from(pack_detail(1, 16, ACCENTED | CAPITALS))];
        assert_eq!(unasked, 0, "the query has no accents or capitals");
    }

    #[test]
    fn merged_details_are_the_best_of_both() {
        let (short, first) = (pack_detail(3, 1, 0), pack_detail(0, 9, ACCENTED));
        for (one, other) in [(short, first), (first, short)] {
            assert_eq!(merge_details(one, other), pack_detail(0, 1, ACCENTED));
        }
        assert_eq!(merge_details(short, short), short);
        assert_eq!(merge_details(first, first), first);
    }

    #[test]
    fn details_rule_out_other_field_lengths() {
        for (length, other, allowed) in [
            (1, 1, true),
            (2, 1, false),
            (9, 2, false),
            (2, 3, true),
            (16, 15, false),
            (16, 40, true),
        ] {
            assert_eq!(
                allows_length(pack_detail(0, length, CAPITALS), other),
                allowed,
                "{length}, {other}"
            );
        }
    }

    #[test]
    fn fewer_typos_and_whole_words_score_more() {
        assert_eq!(typo(1, false) - typo(2, false), SINGLE_ERROR);
        assert_eq!(typo(2, true) - typo(2, false), WHOLE_WORD);
        assert!(!is_typo_free(typo(1, true)) && is_typo_free(infix()));
    }

    #[test]
    fn boosts_are_proportional() {
        assert_eq!(
            (boost_same_field(100), penalise_typos(100), whole_field(3)),
            (125, 50, 24)
        );
        assert_eq!(adjacent_words(2), u32::from(exact()) * RARITY_UNIT);
    }

    #[test]
    fn rare_words_are_more_informative() {
        for (found, told) in [
            (0, 0),
            (1, 16),
            (6, 16),
            (12, 12),
            (50, 4),
            (99, 0),
            (100, 0),
        ] {
            assert_eq!(information(found, 100), told, "{found}");
        }
        assert!(is_enough(20, 30) && !is_enough(19, 30));
        assert_eq!(partial(300, 20, 30), 200);
        assert_eq!(partial(300, 0, 0), 0);
    }

    #[test]
    fn rarity_stays_between_one_and_two() {
        assert_eq!(rarity(1_000, 1_000), RARITY_UNIT);
        assert_eq!(rarity(500, 1_000), RARITY_UNIT + 1);
        assert_eq!(rarity(1, 1_000_000), 2 * RARITY_UNIT);
        assert_eq!(rarity(0, 0), RARITY_UNIT);
    }
}
