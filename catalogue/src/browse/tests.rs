//! Browsing, tested on the catalogue of the golden sets: a frozen copy of the published one.

mod properties;
mod reasons;

use super::*;
use crate::model::{Catalogue, Cluster, Fact, Identified, Lang, RecordId, Text};
use crate::query::{Facet, Page, Query, Sort};
use crate::search::{Coverage, SearchText, contains_word, highlight};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const DATA: &str = include_str!("../../../tests/golden/catalogue.json");

pub(super) static REAL: LazyLock<Collection> = LazyLock::new(|| match Catalogue::from_json(DATA) {
    Ok(catalogue) => Collection::new(catalogue),
    Err(error) => panic!("the file is no catalogue: {error:?}"),
});

fn ids(listing: &Listing) -> Vec<&'static str> {
    listing
        .clusters
        .iter()
        .map(|&n| REAL.catalogue.clusters[n as usize].id.as_str())
        .collect()
}

fn found(query: &str) -> Vec<&'static str> {
    ids(&REAL.listing(&Query::parse(query), Lang::En))
}

/// How many clusters there are.
fn all() -> usize {
    REAL.catalogue.clusters.len()
}

#[test]
fn no_records_are_skipped() -> Result<(), serde_json::Error> {
    for facet in Facet::ALL {
        assert!(!REAL.values(facet).is_empty(), "{facet:?}");
    }
    assert_eq!(REAL.catalogue.skipped, []);
    let file: serde_json::Value = serde_json::from_str(DATA)?;
    assert_eq!(file["clusters"].as_array().map(Vec::len), Some(all()));
    assert_eq!(REAL.listing(&Query::default(), Lang::En).total, all());
    Ok(())
}

#[test]
fn organisations_match_by_their_other_names() {
    for (name, id) in [
        ("polimi", "politecnico-di-milano"),
        ("unibs", "university-of-brescia"),
    ] {
        let mut members = found(&format!("organisation={id}&show=960"));
        // Followed by those with a similar name: `unibs`, `unibg`.
        let mut first = found(&format!("q={name}&show=960"));
        first.truncate(members.len());
        members.sort_unstable();
        first.sort_unstable();
        assert_eq!(first, members, "{name}");
    }
}

#[test]
fn facts_agree_with_the_data_file() -> Result<(), serde_json::Error> {
    const FACTS: [(&str, Fact); 17] = [
        ("name", Fact::Name),
        ("name_en", Fact::NameEn),
        ("name_it", Fact::NameIt),
        ("acronym", Fact::Acronym),
        ("areas", Fact::Areas),
        ("city", Fact::City),
        ("region", Fact::Region),
        ("website", Fact::Website),
        ("email", Fact::Email),
        ("legal_form", Fact::LegalForm),
        ("founded", Fact::Founded),
        ("recognised", Fact::Recognised),
        ("members", Fact::Members),
        ("keywords", Fact::Keywords),
        ("national_cluster", Fact::NationalCluster),
        ("organisations", Fact::Organisations),
        ("other", Fact::Other),
    ];
    let file: serde_json::Value = serde_json::from_str(DATA)?;
    let is_same = |what: &str, found: Vec<&str>, of: &serde_json::Value| {
        let list = of.as_array().into_iter().flatten();
        let wanted: Vec<_> = list.filter_map(serde_json::Value::as_str).collect();
        assert_eq!(found, wanted, "{what}");
    };
    for (number, city) in REAL.catalogue.cities.iter().enumerate() {
        let of = &file["cities"][number];
        let (lat, lon) = (&of["centre"]["lat"], &of["centre"]["lon"]);
        let centre = lat.as_f64().zip(lon.as_f64());
        assert_eq!(of["id"], city.id.as_str());
        assert_eq!(city.centre.map(|centre| (centre.lat, centre.lon)), centre);
    }
    let clusters = REAL.catalogue.clusters.iter();
    for (number, cluster) in clusters.enumerate() {
        let of = &file["clusters"][number];
        assert_eq!(of["id"], cluster.id.as_str());
        assert_eq!(of["level"], cluster.level.id());
        assert_eq!(of["founded"].as_u64(), cluster.founded.map(u64::from));
        for lang in Lang::ALL {
            let keywords = cluster.keywords.only(lang).iter().map(Text::as_str);
            is_same("keywords", keywords.collect(), &of["keywords"][lang.tag()]);
        }
        let former = cluster.former_ids().iter().map(RecordId::as_str);
        is_same("former ids", former.collect(), &of["former_ids"]);
        for (name, fact) in FACTS {
            let mut marks = of["unverified"].as_array().into_iter().flatten();
            let is_marked = marks.any(|mark| mark["fact"] == name);
            let mark = cluster.unverified(fact).map(|mark| mark.fact);
            assert_eq!(mark, is_marked.then_some(fact));
            let sources = (1..).zip(of["sources"].as_array().into_iter().flatten());
            let wanted = sources.flat_map(|(number, source)| {
                let supports = source["supports"].as_array().into_iter().flatten();
                let of_it = supports.filter(|support| support["fact"] == name);
                of_it.map(move |support| (number, support["detail"]["en"].as_str()))
            });
            let found = cluster.supporting(fact).map(|(number, support)| {
                let detail = support
                    .detail
                    .as_ref()
                    .and_then(|detail| detail.only(Lang::En));
                (number, detail)
            });
            assert_eq!(
                found.collect::<Vec<_>>(),
                wanted.collect::<Vec<_>>(),
                "{fact:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn every_record_matches_cluster() {
    for text in ["cluster", "clusters"] {
        let listing = REAL.listing(&Query::default().with_text(text), Lang::En);
        assert_eq!(listing.total, all(), "{text}");
    }
    // Even a cluster without the word in its name matches it.
    assert!(found("q=cluster+della+moda+in+toscana").contains(&"moda-toscana"));
}

#[test]
fn a_question_finds_what_its_key_words_find() {
    for (question, key_words) in [
        ("which clusters deal with hydrogen?", "hydrogen"),
        ("contatti cluster energia lombardia", "energia lombardia"),
        ("cerco partner idrogeno in Lombardia", "idrogeno Lombardia"),
        ("where is the energy cluster of lombardy", "energy lombardy"),
        ("clusters based in Milan", "Milan"),
        ("is Varese part of a cluster?", "Varese"),
        ("all clusters", "clusters"),
        ("come posso aderire a un cluster della moda?", "moda"),
    ] {
        let [asked, searched] = [question, key_words].map(|text| {
            let query = Query::parse("show=960").with_text(text);
            ids(&REAL.listing(&query, Lang::En))
        });
        assert_eq!(asked.first(), searched.first(), "{question}");
        let [asked, searched] = [asked, searched].map(BTreeSet::from_iter);
        assert_eq!(asked, searched, "{question}");
    }
}

#[test]
fn forms_of_a_word_find_alike() {
    for (one, other) in [
        ("smart factory", "smart factories"),
        ("city", "cities"),
        ("batteria", "batterie"),
        ("drone", "droni"),
        ("nave", "navi"),
        ("disability", "disabilities"),
        ("treno", "treni"),
    ] {
        let [one_found, other_found] = [one, other].map(|text| {
            let query = Query::parse("show=960").with_text(text);
            BTreeSet::from_iter(ids(&REAL.listing(&query, Lang::En)))
        });
        assert!(!one_found.is_empty());
        assert_eq!(one_found, other_found, "{one}, {other}");
    }
}

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

/// With the reason why that cluster must come first.
#[test]
fn best_match_comes_first() {
    for (text, first, why) in [
        ("le2c", "le2c", "its acronym, whole"),
        ("LE2C", "le2c", "case does not matter"),
        ("afil", "afil", "its acronym, whole"),
        (
            "cluster trasporti",
            "cluster-trasporti",
            "both words stand in its name",
        ),
        (
            "chimica verde lombardia",
            "lgca",
            "the green chemistry cluster of that region",
        ),
        (
            "dell'energia trentino",
            "habitech",
            "an elision is no part of the word",
        ),
        ("agrifood piemonte", "agrifood-piemonte", "name and place"),
        ("silicon saxony", "silicon-saxony", "its name, whole"),
        (
            "fabbrica intelligente lombardia",
            "afil",
            "all words in its name",
        ),
        ("mobilita lombardia", "clm", "accents do not matter"),
    ] {
        let listing = REAL.listing(&Query::default().with_text(text), Lang::En);
        assert_eq!(
            ids(&listing).first(),
            Some(&first),
            "{text:?}: {why}; found {:?}",
            ids(&listing)
        );
    }
}

#[test]
fn words_match_in_both_languages_synonyms_and_organisations() {
    for (text, expected) in [
        ("hydrogen", "le2c"),
        ("idrogeno", "le2c"),
        ("helicopter", "lombardia-aerospace-cluster"),
        ("politecnico di milano", "lgca"),
        ("unibs", "clm"),
        ("Milan", "le2c"),
        ("Milano", "le2c"),
        ("Wallonia", "skywin"),
        ("Vallonia", "skywin"),
        ("Italy", "afil"),
    ] {
        let listing = REAL.listing(&Query::parse("show=960").with_text(text), Lang::En);
        let all: Vec<u32> = REAL
            .index
            .search(&SearchText::parse(text))
            .hits
            .iter()
            .map(|h| h.document)
            .collect();
        let wanted = REAL
            .catalogue
            .clusters
            .number(expected)
            .and_then(|n| u32::try_from(n).ok());
        assert!(
            wanted.is_some_and(|n| all.contains(&n)),
            "{text:?} must find {expected}: {:?}",
            ids(&listing)
        );
    }
}

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
            &[
                QueryChange::DropWord("-cluster".to_owned()),
                QueryChange::DropText,
            ][..],
        ),
        ("q=-cluster", &[QueryChange::DropText]),
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
fn listings_are_sorted_as_requested() {
    let clusters = |sort: &str| {
        REAL.listing(&Query::parse(&format!("sort={sort}&show=960")), Lang::En)
            .clusters
    };
    let record = |n: &u32| &REAL.catalogue.clusters[*n as usize];
    let founded: Vec<_> = clusters("founded")
        .iter()
        .map(|n| record(n).founded.unwrap_or(u16::MAX))
        .collect();
    assert!(founded.is_sorted(), "{founded:?}");
    let members: Vec<_> = clusters("members")
        .iter()
        .map(|n| {
            record(n)
                .members
                .as_ref()
                .and_then(|m| m.count)
                .unwrap_or(0)
        })
        .collect();
    assert!(members.is_sorted_by(|a, b| a >= b), "{members:?}");
    for order in ["founded", "members", "name"] {
        let unknown = |n: &u32| match order {
            "founded" => record(n).founded.is_none(),
            "members" => record(n).members.as_ref().and_then(|m| m.count).is_none(),
            _ => false,
        };
        let last: Vec<u32> = clusters(order).into_iter().filter(unknown).collect();
        assert!(
            last.is_sorted() && clusters(order).ends_with(&last),
            "those of whom {order} is unknown come last, in the order of the data file"
        );
    }
    let names: Vec<_> = clusters("name")
        .iter()
        .map(|n| crate::search::fold(record(n).name.text(Lang::En)))
        .collect();
    assert!(names.is_sorted(), "{names:?}");
    let lengths = Sort::ALL.map(|sort| clusters(sort.key()).len());
    assert_eq!(lengths, [all(); 4]);
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
fn coverage_reports_partial_matches() {
    let partial = REAL.listing(
        &Query::default().with_text("hydrogen volcano lombardy"),
        Lang::En,
    );
    assert!(
        matches!(partial.coverage, Coverage::Most { .. }),
        "{:?}",
        partial.coverage
    );
    assert!(partial.total > 0);
}
