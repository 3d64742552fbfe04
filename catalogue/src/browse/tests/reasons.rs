//! Match reasons, tested on a copy of real data.

use super::*;

#[test]
fn matches_off_the_card_are_explained() {
    let number = |id: &str| {
        let number = REAL.catalogue.clusters.number(id);
        number
            .and_then(|n| u32::try_from(n).ok())
            .unwrap_or(u32::MAX)
    };
    let reasons =
        |text: &str, id: &str, lang| REAL.reasons(&SearchText::parse(text), number(id), lang);
    assert_eq!(
        reasons("le2c", "le2c", Lang::En),
        [],
        "the acronym is on the card"
    );
    let organisation = reasons("politecnico torino", "cluster-trasporti", Lang::It);
    assert!(
        organisation
            .iter()
            .all(|reason| reason.field == Field::Organisation),
        "{organisation:?}"
    );
    let synonym = reasons("helicopter", "ctna", Lang::En);
    assert_eq!(
        synonym
            .first()
            .map(|reason| (reason.field, reason.text.as_str(), reason.area)),
        Some((
            Field::Synonym,
            "helicopter",
            REAL.values(Facet::Area).number("aerospace")
        ))
    );
    // A compound is explained as a whole, not by one of its parts.
    for text in ["legno-arredo", "bio-based"] {
        let found = REAL.matching_clusters(&Query::default().with_text(text), Lang::It);
        let reasons = |cluster| REAL.reasons(&SearchText::parse(text), cluster, Lang::It);
        let reasons: Vec<Reason> = found.into_iter().flat_map(reasons).collect();
        assert!(!reasons.is_empty(), "{text}");
        for reason in reasons {
            assert!(reason.text.contains(text), "{text}: {reason:?}");
        }
    }
    // A synonym belongs to one of the cluster's areas; other texts belong to no area.
    let mut areas = BTreeSet::new();
    for text in ["hydrogen", "helicopter", "università", "food", "trasporti"].map(SearchText::parse)
    {
        for cluster in (0..).take(REAL.catalogue.clusters.len()) {
            let of_cluster = REAL.values(Facet::Area).of(cluster as usize);
            for reason in REAL.reasons(&text, cluster, Lang::En) {
                let has_it = |area: &&u32| {
                    let synonyms = &REAL.catalogue.areas[**area as usize].synonyms;
                    let mut all = synonyms.en.iter().chain(&synonyms.it);
                    all.any(|synonym| synonym.as_str() == reason.text)
                };
                let is_synonym = reason.field == Field::Synonym;
                let expected = of_cluster.iter().find(has_it).filter(|_| is_synonym);
                assert_eq!(reason.area.as_ref(), expected, "{reason:?}");
                areas.extend(reason.area);
            }
        }
    }
    assert!(areas.len() > 2, "{areas:?}");
    // Stop words need not match, and finished words are not prefixes.
    for text in ["C.N.R. of the", "Sver\u{fffd}", "sver energy"].map(SearchText::parse) {
        for cluster in (0..).take(REAL.catalogue.clusters.len()) {
            for reason in REAL.reasons(&text, cluster, Lang::En) {
                assert_ne!(highlight(&reason.text, &text), [], "{reason:?}");
            }
        }
    }
}

#[test]
fn reason_is_the_text_with_the_heaviest_field() {
    let weight = |field: Field| Field::WEIGHTS[field as usize];
    for word in ["politecnico", "ricerca", "innovation", "tech", "università"] {
        let searched = REAL.index.recognise(&SearchText::parse(word));
        for cluster in (0..).take(REAL.catalogue.clusters.len()) {
            for reason in REAL.reasons(&searched, cluster, Lang::En) {
                let mut first = (None, String::new());
                REAL.for_each_text(cluster as usize, &mut |field, lang, text| {
                    let is_word = contains_word(text, &searched);
                    let is_lighter = (is_word, weight(field))
                        <= (contains_word(&reason.text, &searched), weight(reason.field));
                    let marks = highlight(text, &searched).len();
                    assert!(is_lighter || marks == 0, "{text}");
                    let is_read = lang.is_none_or(|lang| lang == Lang::En);
                    let rank = (marks > 0).then_some((is_word, weight(field), marks, is_read));
                    if first.0 < rank {
                        first = (rank, text.to_owned());
                    }
                });
                assert_eq!(reason.text, first.1, "of equals the first");
            }
        }
    }
}

#[test]
fn reason_matches_most_words_in_the_page_language() {
    let (italian, english) = ("Università degli Studi di Brescia", "University of Brescia");
    // Many members are universities with names in both languages, and only one is in Brescia.
    let cases = [
        ("università di brescia", Lang::It, vec![italian]),
        // Where a card shows `university`, only Brescia needs a reason, and either name will do.
        ("università di brescia", Lang::En, vec![italian, english]),
        ("university of brescia", Lang::En, vec![english]),
    ];
    for (text, lang, expected) in cases {
        let searched = SearchText::parse(text);
        let organisation = REAL.catalogue.organisations.number("university-of-brescia");
        let mut count = 0;
        for cluster in (0..).take(REAL.catalogue.clusters.len()) {
            let mut members = REAL.values(Facet::Organisation).of(cluster as usize).iter();
            if !members.any(|member| Some(*member as usize) == organisation) {
                continue;
            }
            let reasons = REAL.reasons(&searched, cluster, lang);
            // A second name would explain nothing more.
            assert!(reasons.len() <= 1, "{text} in {lang:?}: {reasons:?}");
            for reason in reasons {
                assert!(
                    expected.contains(&reason.text.as_str()),
                    "{text} in {lang:?}: {reason:?}"
                );
                count += 1;
            }
        }
        assert!(count >= 8, "{text}: {count}");
    }
}

#[test]
fn typo_matches_of_known_words_are_not_reasons() {
    // `unibg` is one letter away from `unibs`: Bergamo is no reason to find a cluster of Brescia.
    let searched = SearchText::parse("unibs");
    for cluster in (0..).take(REAL.catalogue.clusters.len()) {
        for reason in REAL.reasons(&searched, cluster, Lang::It) {
            assert_eq!(reason.text, "unibs");
        }
    }
}
