//! Zero-result suggestions, similar clusters, similar addresses, and short forms such as `H2`, which are
//! data (synonyms of areas, keywords and other names), tested on a copy of real data.

use super::*;

#[test]
fn zero_result_suggestions_have_exact_counts() {
    let query = Query::parse("q=hydrogen&area=tourism&level=national");
    let listing = REAL.listing(&query, Lang::En);
    assert_eq!(listing.total, 0);
    assert!(!listing.suggestions.is_empty());
    for suggestion in &listing.suggestions {
        let total = REAL.listing(&suggestion.query, Lang::En).total;
        assert_eq!(suggestion.count, total, "{:?}", suggestion.change);
        assert!(total > 0, "{:?} leads nowhere", suggestion.change);
    }
    let unknown = REAL.listing(&Query::parse("area=nonsense"), Lang::En);
    assert_eq!(
        unknown.total, 0,
        "a value that does not exist finds nothing"
    );
    assert_eq!(unknown.suggestions.first().map(|r| r.count), Some(all()));
}

#[test]
fn zero_result_suggestions_change_one_thing() {
    // All records match `cluster`, so that nothing matches without it. There is no area `nonsense`
    // and no region `nowhere`.
    for (query_string, changes) in [
        (
            "q=smart+-cluster",
            &[QueryChange::DropWord("-cluster".to_owned())][..],
        ),
        // Without the text there is no query left, and a link to all clusters is on the page anyway.
        ("q=-cluster", &[]),
        ("q=-cluster&area=energy", &[QueryChange::DropText]),
        (
            "q=hydrogen&area=nonsense",
            &[QueryChange::DropValue(Facet::Area, "nonsense".to_owned())],
        ),
        (
            "q=hydrogen&area=nonsense&region=nowhere",
            &[QueryChange::DropChoices],
        ),
        (
            "area=nonsense",
            &[QueryChange::DropValue(Facet::Area, "nonsense".to_owned())],
        ),
    ] {
        let suggestions = REAL
            .listing(&Query::parse(query_string), Lang::En)
            .suggestions;
        let found: Vec<_> = suggestions
            .into_iter()
            .map(|suggestion| suggestion.change)
            .collect();
        assert_eq!(found, changes, "{query_string}");
    }
}

#[test]
fn similar_clusters_share_areas_or_organisations() {
    let catalogue = &REAL.catalogue;
    let members = |cluster: &Cluster| -> BTreeSet<_> {
        let memberships = catalogue.memberships.iter();
        let its = memberships.filter(|membership| membership.cluster == cluster.id);
        its.map(|membership| &membership.organisation).collect()
    };
    let shared = |one: &Cluster, other: &Cluster| {
        let areas = one.areas.iter().filter(|area| other.areas.contains(area));
        let is_near = one
            .regions
            .iter()
            .any(|region| other.regions.contains(region));
        let organisations = members(one).intersection(&members(other)).count();
        (areas.count(), organisations, is_near)
    };
    for (number, one) in (0..).zip(catalogue.clusters.iter()) {
        let others = catalogue.clusters.iter().filter(|other| other.id != one.id);
        let mut wanted: Vec<_> = others
            .map(|other| shared(one, other))
            .filter(|(areas, organisations, _)| *areas > 0 || *organisations > 0)
            .collect();
        // An area weighs as much as three organisations; a region breaks ties.
        wanted.sort_by_key(|(areas, organisations, is_near)| {
            Reverse((3 * areas + organisations, *is_near))
        });
        let similar = REAL.similar(number, usize::MAX);
        let found = similar.iter().map(|similar| {
            let other = &catalogue.clusters[similar.cluster as usize];
            assert_ne!(other.id, one.id);
            let actual = (
                similar.areas.len(),
                similar.organisations,
                similar.same_region,
            );
            assert_eq!(
                actual,
                shared(one, other),
                "{:?} and {:?}",
                one.id,
                other.id
            );
            (3 * actual.0 + actual.1, actual.2)
        });
        let found: Vec<_> = found.collect();
        let wanted = wanted.iter().map(|of| (3 * of.0 + of.1, of.2));
        assert_eq!(found, wanted.collect::<Vec<_>>(), "{:?}", one.id);
        let order = found.iter().map(Reverse).zip(&similar);
        assert!(
            order.is_sorted_by_key(|(similarity, similar)| (similarity, similar.cluster)),
            "equals stay in the order of the data file"
        );
        assert_eq!(REAL.similar(number, 5)[..], similar[..similar.len().min(5)]);
    }
}

#[test]
fn mistyped_addresses_find_the_intended_page() {
    for (path, id) in [
        ("en/clusters/LE2C/", "le2c"),
        ("en/clusters/afill/", "afil"),
        (
            "it/organisations/university-brescia/",
            "university-of-brescia",
        ),
        ("en/areas/energia/", "energy"),
        ("en/lombardia-aerospace", "lombardia-aerospace-cluster"),
    ] {
        let near = REAL.nearest(path, 6);
        let named = |near: &NearestPage| match &near.page {
            Page::Cluster(found) => found.as_str() == id,
            Page::Area(found) => found.as_str() == id,
            Page::Organisation(found) => found.as_str() == id,
            _ => false,
        };
        // `ctn-energia` is even more similar to `energia` than `energy`.
        assert!(near.iter().take(2).any(named), "{path}: {near:?}");
        let similarity = near.iter().map(|near| near.similarity);
        assert!(
            similarity.is_sorted_by(|one, next| one >= next),
            "{path}: {near:?}"
        );
    }
    let whole = REAL.nearest("en/clusters/le2c/", 1);
    assert_eq!(whole.first().map(|near| near.similarity), Some(1000));
    // `^a af fi il ll l$` and `^a af fi il l$` share five bigrams.
    let almost = REAL.nearest("en/clusters/afill/", 1);
    assert_eq!(
        almost.first().map(|near| near.similarity),
        Some(2000 * 5 / 11)
    );
    assert_eq!(REAL.nearest("en/clusters/%F0%9F%98%80zzzqqq/", 6), []);
    // Comparing its bigrams with those of each id would take minutes.
    assert_eq!(REAL.nearest(&"e".repeat(1_000_000), 6), []);
}

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
        // No other word is offered for a name that occurs nowhere.
        let spelling = |it: &Suggestion| matches!(it.change, QueryChange::Spelling(_));
        assert!(!listing.suggestions.iter().any(spelling), "{name}");
    }
}
