//! Short forms and symbols, which are data: synonyms of areas, keywords and other names.

use super::*;

#[test]
fn short_forms_are_found_where_the_data_has_them_and_nowhere_else() {
    for name in [
        "H2", "5G", "PV", "VR", "HPC", "UAV", "EV", "IoT", "ICT", "PNRR", "S3", "R&D",
    ] {
        let text = REAL.search_text(&[name, " "].concat());
        let says_it = |cluster: &u32| {
            let mut is_said = false;
            REAL.for_each_text(*cluster as usize, &mut |_, _, value| {
                is_said |= contains_word(value, &text);
            });
            is_said
        };
        let all = (0..).take(REAL.catalogue.clusters.len());
        let expected: BTreeSet<u32> = all.filter(says_it).collect();
        let listing = REAL.listing(&Query::parse("show=960").with_text(name), Lang::It);
        assert_eq!(BTreeSet::from_iter(listing.clusters), expected, "{name}");
        // No other word is offered for a name that nothing says.
        let spelling = |it: &Suggestion| matches!(it.change, QueryChange::Spelling(_));
        assert!(!listing.suggestions.iter().any(spelling), "{name}");
    }
}
