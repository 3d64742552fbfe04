//! Browsing, tested on the catalogue of the golden sets: a frozen copy of the published one.

mod facets;
mod properties;
mod reasons;
mod suggestions;

use super::*;
use crate::model::{Catalogue, Cluster, Fact, Identified, Lang, LoadError, RecordId, Text};
use crate::query::{Facet, Page, Query, Sort};
use crate::search::{Coverage, SearchText, contains_word, highlight};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(super) const DATA: &str = include_str!("../../../tests/golden/catalogue.json");

pub(super) static REAL: LazyLock<Collection> = LazyLock::new(|| match Catalogue::from_json(DATA) {
    Ok(catalogue) => Collection::new(catalogue),
    Err(error) => panic!("the file is not a catalogue: {error:?}"),
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
fn organisations_match_by_acronym_former_name_and_gloss() -> Result<(), LoadError> {
    let data = DATA.replacen(
        r#""id": "university-of-brescia","#,
        r#""id": "university-of-brescia", "acronym": "Qzbx", "former_names": ["Ateneo Vwxk"], "gloss": "school of yzqj","#,
        1,
    );
    assert_ne!(data, DATA);
    let collection = Collection::new(Catalogue::from_json(&data)?);
    let total = |query: &str| collection.listing(&Query::parse(query), Lang::It).total;
    let members = total("organisation=university-of-brescia");
    for text in ["qzbx", "vwxk", "yzqj"] {
        assert_eq!(total(&format!("q={text}")), members, "{text}");
    }
    Ok(())
}

/// Anyone who remembers the old name finds the cluster, and the card says why.
#[test]
fn clusters_match_by_former_name() -> Result<(), LoadError> {
    let id = r#""id": "lombardia-aerospace-cluster","#;
    let data = DATA.replacen(
        id,
        &[id, r#" "former_names": ["Comitato Vwxk"],"#].concat(),
        1,
    );
    assert_ne!(data, DATA);
    let collection = Collection::new(Catalogue::from_json(&data)?);
    let found = collection.matching_clusters(&Query::default().with_text("vwxk"), Lang::It);
    let cluster = collection
        .catalogue
        .clusters
        .number("lombardia-aerospace-cluster");
    assert_eq!(
        found.iter().map(|it| *it as usize).collect::<Vec<_>>(),
        cluster.as_slice()
    );
    let reasons = collection.reasons(&collection.search_text("vwxk"), found[0], Lang::It);
    assert_eq!(reasons.len(), 1);
    assert_eq!(
        (reasons[0].field, reasons[0].text.as_str()),
        (super::Field::FormerName, "Comitato Vwxk")
    );
    Ok(())
}

#[test]
fn facts_agree_with_the_data_file() -> Result<(), serde_json::Error> {
    const FACTS: [(&str, Fact); 18] = [
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
        ("status", Fact::Status),
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
        assert_eq!(
            of["status"].as_str().unwrap_or("unknown"),
            cluster.status.id()
        );
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
fn questions_match_like_their_keywords() {
    for (question, key_words) in [
        ("which clusters deal with hydrogen?", "hydrogen"),
        ("contatti cluster energia lombardia", "energia lombardia"),
        ("cerco partner idrogeno in Lombardia", "idrogeno Lombardia"),
        ("where is the energy cluster of lombardy", "energy lombardy"),
        ("clusters based in Milan", "Milan"),
        (
            "Who works on artificial intelligence in Piedmont?",
            "artificial intelligence piedmont",
        ),
        ("quanti cluster ci sono in Puglia?", "Puglia"),
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
fn inflected_forms_find_the_same_clusters() {
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

/// Each with the reason why that cluster must come first.
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
            "an elision is not part of the word",
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

/// Somebody who pastes the address of a website wants its owner, before everything that only
/// mentions it.
#[test]
fn websites_find_their_owner_first() {
    let hosts = |cluster: &Cluster| cluster.website.as_ref().map(|site| site.label().to_owned());
    let clusters = &REAL.catalogue.clusters;
    let mut checked = 0;
    for cluster in clusters.iter() {
        let Some(host) = hosts(cluster) else { continue };
        // The host of a region or a portal belongs to several.
        if clusters
            .iter()
            .filter(|other| hosts(other).as_ref() == Some(&host))
            .count()
            > 1
        {
            continue;
        }
        checked += 1;
        for text in [
            host.clone(),
            format!("https://www.{host}"),
            format!("http://{host}/"),
        ] {
            let listing = REAL.listing(&Query::default().with_text(&text), Lang::En);
            assert_eq!(ids(&listing).first(), Some(&cluster.id.as_str()), "{text}");
        }
    }
    assert!(checked > 20, "{checked} websites");
}

/// A small word matches so much that it says nothing: no spelling is corrected to it.
#[test]
fn spelling_is_never_corrected_to_a_small_word() {
    const SMALL: [&str; 14] = [
        "per", "si", "da", "been", "di", "la", "the", "of", "and", "con", "del", "in", "for", "are",
    ];
    for text in [
        "pet",
        "sxi",
        "bden",
        "dxa",
        "pper",
        "xqzw pre",
        "ladx",
        "fro zzzz",
        "tha",
        "delx",
        "conn",
        "ofx",
        "sei idrogenno",
        "hidrogenn pre",
    ] {
        let query = Query::default().with_text(text);
        for suggestion in REAL.listing(&query, Lang::En).suggestions {
            if let QueryChange::Spelling(corrected) = &suggestion.change {
                let new = corrected.split(' ').find(|word| !text.contains(*word));
                assert!(
                    !new.is_some_and(|word| SMALL.contains(&word)),
                    "{text}: {corrected}"
                );
            }
        }
    }
    // To other words, it is corrected.
    let query = Query::default().with_text("robbotticcs");
    let suggestions = REAL.listing(&query, Lang::En).suggestions;
    let first = suggestions.first().map(|suggestion| &suggestion.change);
    assert_eq!(first, Some(&QueryChange::Spelling("robotics".to_owned())));
}

#[test]
fn words_match_in_both_languages_and_in_synonyms_and_organisations() {
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
    assert_eq!(lengths, [all(); Sort::ALL.len()]);
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
