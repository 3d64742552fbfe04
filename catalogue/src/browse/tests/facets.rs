//! Facets, tested on a copy of real data.

use super::*;
use crate::model::Unit;

#[test]
fn facets_are_combined_with_and_values_with_or() {
    assert_eq!(
        found("area=aerospace&level=regional&region=lombardia"),
        ["lombardia-aerospace-cluster"]
    );
    let regional = found("area=aerospace&level=regional");
    assert!(regional.contains(&"lombardia-aerospace-cluster"));
    assert!(
        !regional.contains(&"ctna"),
        "the national cluster is not regional"
    );
    let both = REAL
        .listing(&Query::parse("area=energy&area=mobility"), Lang::En)
        .total;
    let one = |area| REAL.listing(&Query::parse(area), Lang::En).total;
    assert!(both <= one("area=energy") + one("area=mobility") && both > one("area=energy"));
}

#[test]
fn each_lombardy_area_has_one_regional_cluster() {
    let lombardy = REAL.listing(&Query::parse("region=lombardia&level=regional"), Lang::En);
    for area in 0..9 {
        let count = lombardy.facets[Facet::Area as usize][area].count;
        assert_eq!(count, 1, "{}", REAL.catalogue.areas[area].id);
    }
}

#[test]
fn countries_are_those_of_seat_and_regions() {
    let countries = REAL.values(Facet::Country);
    for (number, cluster) in REAL.catalogue.clusters.iter().enumerate() {
        let regions = cluster.regions.iter();
        let regions = regions.filter_map(|id| REAL.catalogue.regions.get(id.as_str()));
        let of_regions = regions.map(|region| region.country.as_str());
        let expected: BTreeSet<_> = of_regions.chain([cluster.country.as_str()]).collect();
        let found = countries
            .of(number)
            .iter()
            .map(|value| countries.id(*value));
        assert_eq!(found.collect::<BTreeSet<_>>(), expected, "{:?}", cluster.id);
    }
}

#[test]
fn clusters_of_an_organisation_are_distinct() {
    let catalogue = &REAL.catalogue;
    let mut has_several_roles = false;
    for (number, organisation) in catalogue.organisations.iter().enumerate() {
        let memberships = catalogue.memberships.iter();
        let its = memberships.filter(|membership| membership.organisation == organisation.id);
        let all: Vec<_> = its.map(|membership| membership.cluster.as_str()).collect();
        let once: BTreeSet<_> = all.iter().copied().collect();
        has_several_roles |= once.len() < all.len();
        let found = REAL.clusters_of(number);
        let found = found
            .iter()
            .map(|cluster| catalogue.clusters[*cluster].id.as_str());
        let mut found: Vec<_> = found.collect();
        found.sort_unstable();
        assert_eq!(found, Vec::from_iter(once), "{:?}", organisation.id);
    }
    assert!(has_several_roles, "else nothing is to be left out");
}

#[test]
fn brescia_belongs_to_eight_of_nine_lombardy_clusters() {
    let mut clusters = found("organisation=university-of-brescia");
    clusters.sort_unstable();
    let mut eight = [
        "cat-al",
        "lgca",
        "le2c",
        "afil",
        "clm",
        "lombardy-life-sciences",
        "scc-lombardia",
        "tav-lombardia",
    ];
    eight.sort_unstable();
    assert_eq!(clusters, eight);
}

#[test]
fn founding_years_are_grouped_by_five() {
    let spans = REAL.values(Facet::Founded);
    let ids: Vec<&str> = (0..).take(spans.len()).map(|span| spans.id(span)).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    for (span, years) in [("2010-2014", 2010..=2014), ("2005-2009", 2005..=2009)] {
        let clusters = REAL.catalogue.clusters.iter();
        let expected =
            clusters.filter(|cluster| cluster.founded.is_some_and(|y| years.contains(&y)));
        let mut expected: Vec<&str> = expected.map(|cluster| cluster.id.as_str()).collect();
        let mut shown = found(&format!("founded={span}&show=960"));
        expected.sort_unstable();
        shown.sort_unstable();
        assert_eq!(shown, expected);
    }
    assert!(
        found("founded=2011-2015").is_empty(),
        "no span begins there"
    );
}

#[test]
fn every_number_of_members_is_in_one_range_or_unknown() {
    let ranges = [
        ("up-to-49", 0..50),
        ("50-99", 50..100),
        ("100-249", 100..250),
        ("from-250", 250..u32::MAX),
    ];
    let mut known = 0;
    for (id, numbers) in ranges {
        let expected = REAL.catalogue.clusters.iter().filter(|cluster| {
            let members = cluster.members.as_ref();
            let members = members.filter(|members| members.unit == Unit::Members);
            members.is_some_and(|members| members.count.is_some_and(|n| numbers.contains(&n)))
        });
        let mut expected: Vec<&str> = expected.map(|cluster| cluster.id.as_str()).collect();
        let mut shown = found(&format!("members={id}&show=960"));
        expected.sort_unstable();
        shown.sort_unstable();
        assert!(!shown.is_empty());
        assert_eq!(shown, expected, "{id}");
        known += shown.len();
    }
    let unknown = found("members=unknown&show=960").len();
    assert_eq!(known + unknown, all());
    // Adjacent ranges count as one.
    let middle = found("members=50-99&members=100-249&show=960").len();
    assert_eq!(
        middle,
        found("members=50-99&show=960").len() + found("members=100-249&show=960").len()
    );
}

#[test]
fn facet_counts_ignore_choices_in_the_same_facet() {
    let free = REAL.listing(&Query::parse("country=IT"), Lang::En);
    let narrowed = REAL.listing(&Query::parse("country=IT&area=energy"), Lang::En);
    let counts = |listing: &Listing, facet: Facet| {
        listing.facets[facet as usize]
            .iter()
            .map(|value| value.count)
            .collect::<Vec<_>>()
    };
    assert_eq!(counts(&free, Facet::Area), counts(&narrowed, Facet::Area));
    assert_ne!(
        counts(&free, Facet::Region),
        counts(&narrowed, Facet::Region)
    );
}
