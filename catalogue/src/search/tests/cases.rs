//! Matching and highlighting, one case per line.

use super::super::{Coverage, SearchText, Tier, highlight};
use super::{AREA, NAME, TEXT, index, names};

/// The names that `query` finds.
fn found(all: &[&'static str], query: &str) -> Vec<&'static str> {
    let matches = names(all).search(&SearchText::parse(query));
    matches
        .hits
        .iter()
        .map(|hit| all[hit.document as usize])
        .collect()
}

#[test]
fn queries_that_match() {
    for (query, name) in [
        ("universita", "Università"),
        ("UNIVERSITÀ", "universita'"),
        ("energia", "Cluster dell’energia"),
        ("dell'energia", "Energia"),
        ("aquila", "L'Aquila"),
        ("l’aquila", "L'Aquila"),
        ("laquila", "L'Aquila"),
        ("cnr", "C.N.R."),
        ("C.N.R.", "CNR"),
        ("c.n.r", "CNR"),
        ("le2c", "LE2C"),
        ("2c", "LE 2C"),
        ("le2c", "LE 2C"),
        ("flux50", "Flux50"),
        ("pointex", "Po.In.Tex"),
        ("Po.In.Tex", "Pointex"),
        ("po in tex", "PoInTex"),
        ("agrifood", "Agri-food"),
        ("agri-food", "Agrifood"),
        ("agri food", "Agrifood"),
        ("agrifood", "Agri food"),
        ("agri-food", "Agri food"),
        ("catal", "CAT.AL"),
        ("santanna", "Sant'Anna"),
        ("sant'anna", "Sant Anna"),
        ("co2", "CO₂"),
        ("AI", "applied AI"),
        ("AI salute", "AI per la salute"),
        ("R & D", "R&D"),
        ("industria4.0", "Industria 4.0"),
        ("industria4.0", "Industria 40"),
        ("lifescience", "Life Sciences"),
        ("lifesciences", "a life science"),
        ("R&D", "RD"),
        ("strasse", "Straße"),
        ("cluster of energy", "Energy Cluster"),
        ("cluster dell'energia", "Cluster Energia"),
        ("hydrogen-based", "based on hydrogen"),
        ("ricerca/sviluppo", "sviluppo e ricerca"),
        ("emilia romagna", "Emilia-Romagna"),
        ("nergia", "energia"),
        ("enregia", "energia"),
        ("idrgen", "idrogeno"),
        ("biotehcnologie", "biotecnologie"),
        ("\"smart city\"", "a smart city"),
        ("\"smart city\"", "smartcity"),
        ("\"smart ci", "smart cities"),
        ("\"energia\"", "dell'energia"),
        ("\"agrifood cluster\"", "an agri-food cluster"),
        ("\"agri-food cluster\"", "an agrifood cluster"),
        ("\"cluster agrifo", "cluster agri-food"),
    ] {
        assert_eq!(found(&[name, "zzz"], query), [name], "{query}");
    }
}

#[test]
fn queries_that_do_not_match() {
    for (query, name) in [
        ("ict", "district"),
        ("lab", "collaboration"),
        ("abc", "abd"),
        ("milan", "nilan"),
        ("rete", "arte"),
        ("energia", "enrgai"),
        ("\"smart city\"", "city smart"),
        ("\"smart city\"", "smart green city"),
        ("\"energi\" ", "energia"),
        ("\"energia\"", "energie"),
        ("percorso", "per un corso"),
        ("AI salute", "servizi ai comuni"),
        ("AI", "ai comuni"),
    ] {
        assert_eq!(found(&[name, "zzz"], query), [""; 0], "{query}");
    }
}

#[test]
fn exclusions_remove_documents() {
    let all = ["green energy", "wind energy", "smart-city energy"];
    assert_eq!(
        found(&all, "energy -wind"),
        ["green energy", "smart-city energy"]
    );
    assert_eq!(
        found(&all, "energy -smartcity"),
        ["green energy", "wind energy"]
    );
    assert_eq!(
        found(&all, "energy -\"smart city\""),
        ["green energy", "wind energy"]
    );
    assert_eq!(found(&all, "-energy"), [""; 0]);
    assert_eq!(found(&all, "-wind"), ["green energy", "smart-city energy"]);
    assert_eq!(
        found(&all, "energy –wind"),
        ["green energy", "smart-city energy"]
    );
    assert_eq!(
        found(&all, "energy NOT wind "),
        ["green energy", "smart-city energy"]
    );
    // An unfinished exclusion excludes nothing yet.
    assert_eq!(found(&all, "energy -win").len(), 3);
    assert_eq!(found(&all, " ").len(), 0);
}

#[test]
fn partial_matches_report_their_coverage() {
    let index = names(&["red green", "green blue yellow", "blue"]);
    let matches = index.search(&SearchText::parse("green blue violet"));
    assert_eq!(matches.coverage, Coverage::Most { matched: 2, of: 3 });
    assert_eq!(
        matches
            .hits
            .iter()
            .map(|hit| hit.document)
            .collect::<Vec<_>>(),
        [1]
    );
    let matches = index.search(&SearchText::parse("violet"));
    assert_eq!(matches.coverage, Coverage::Most { matched: 0, of: 1 });
    assert!(matches.hits.is_empty());
    assert_eq!(
        index.search(&SearchText::parse("green of blue")).coverage,
        Coverage::All
    );
}

#[test]
fn words_may_meet_across_fields() {
    let index = index(&[
        vec![(NAME, "Lombardy"), (TEXT, "hydrogen")],
        vec![(NAME, "Lombardy")],
    ]);
    let matches = index.search(&SearchText::parse("hydrogen lombardy"));
    assert_eq!(matches.hits.len(), 1);
}

fn infix_name_index() -> super::super::Index {
    index(&[vec![(NAME, "bioenergy"), (TEXT, "energy")]])
}

#[test]
fn explanations_name_field_and_tier() {
    let index = index(&[
        vec![
            (NAME, "Lombardy Energy Cluster"),
            (AREA, "Agri-food"),
            (TEXT, "biotechnology"),
        ],
        vec![(NAME, "hydrogen")],
    ]);
    for (query, field, tier) in [
        ("energy", NAME, Tier::Exact),
        ("energ", NAME, Tier::Prefix),
        ("clusters", NAME, Tier::Inflected),
        ("agrifood", AREA, Tier::Exact),
        ("technology", TEXT, Tier::Infix),
        ("enegry", NAME, Tier::Typo),
        ("enegr", NAME, Tier::Typo),
        ("\"energy cluster\"", NAME, Tier::Exact),
    ] {
        let reasons = index.explain(&SearchText::parse(query), 0);
        let reasons: Vec<_> = reasons
            .iter()
            .map(|it| (it.word, it.field, it.tier))
            .collect();
        assert_eq!(reasons, [(0, field, tier)], "{query}");
    }
    // The word itself in the text beats a part of another word in the name.
    let half = infix_name_index().explain(&SearchText::parse("energy "), 0);
    let half: Vec<_> = half.iter().map(|it| (it.field, it.tier)).collect();
    assert_eq!(half, [(TEXT, Tier::Exact)]);
    assert_eq!(index.explain(&SearchText::parse("energy"), 1), []);
    for nobody in [2, 99] {
        assert_eq!(index.explain(&SearchText::parse("energy"), nobody), []);
    }
}

#[test]
fn spelling_suggestions() {
    let index = names(&[
        "Energia",
        "Energie",
        "energia idrogeno",
        "agri food",
        "smart grid",
        "Città",
        "solare città",
        "PoTex te",
        "gara",
        "gare",
        "gare due",
        "which of della",
    ]);
    for (query, suggestion) in [
        ("enegria", Some("energia")),
        ("L'enrgia smart", Some("L'energia smart")),
        ("energi", None),
        ("energia", None),
        ("idroegno -xyz", Some("idrogeno -xyz")),
        ("idrgeon", Some("idrogeno")),
        ("agrifood", None),
        ("qwerty", None),
        // Short words are similar to too many others, and a stop word is never meant.
        ("gar", None),
        ("grx", None),
        ("delli", None),
        ("whirh idrgeon", Some("whirh idrogeno")),
        ("citat", Some("città")),
        ("soalre", Some("solare")),
        // Fewest typos first, then the word in most documents.
        ("energue", Some("energie")),
        ("garu", Some("gare")),
        // A prefix or a compound that matches needs no correction.
        ("energi ", None),
        ("po tex", None),
        // As a part of other words it does not match.
        ("po tex idroegno", Some("po tex idrogeno")),
        // Exclusions stay unchanged, and so does a word without a close match.
        ("idrogeno -enregia", None),
        ("qwerty enegria", Some("qwerty energia")),
        // Every word of a phrase must match exactly.
        ("\"energi\"", Some("\"energia\"")),
        ("\"energia\"", None),
        ("\"qwerty grid\" enegria", None),
        ("\"smrt grid\"", Some("\"smart grid\"")),
        ("", None),
    ] {
        let suggested = index.suggest_spelling(&SearchText::parse(query));
        assert_eq!(suggested.as_deref(), suggestion, "{query}");
    }
}

#[test]
fn shared_texts_count_once_per_document() {
    for (documents, suggestion) in [
        // Two documents of one area outnumber one name.
        (
            [
                vec![(NAME, "gara")],
                vec![(AREA, "gare")],
                vec![(AREA, "gare")],
            ],
            "gare",
        ),
        // Two names outnumber one document of an area.
        (
            [
                vec![(NAME, "gare")],
                vec![(NAME, "gare")],
                vec![(AREA, "gara")],
            ],
            "gare",
        ),
    ] {
        let suggested = index(&documents).suggest_spelling(&SearchText::parse("garu"));
        assert_eq!(suggested.as_deref(), Some(suggestion));
    }
}

#[test]
fn matching_letters_are_highlighted() {
    for (query, text, marked) in [
        ("energ", "Energia ed energie", "[Energ]ia ed [energ]ie"),
        ("energia", "L'energia", "L'[energia]"),
        ("citta", "Città di Milano", "[Città] di Milano"),
        ("perche", "PERCHE\u{301} no", "[PERCHE\u{301}] no"),
        ("cnr", "il C.N.R. di Pisa", "il [C].[N].[R]. di Pisa"),
        ("pointex", "Po.In.Tex", "[Po].[In].[Tex]"),
        ("agrifo", "agri-food", "[agri]-[fo]od"),
        ("agrifood", "agri food", "[agri] [food]"),
        ("agri food", "agrifood", "[agrifood]"),
        ("wind agri food", "agrifood", "[agrifood]"),
        ("wind po tex", "potex", "[potex]"),
        // A compound of other words does not match this word.
        ("po tex enegria", "potex energia", "[potex] [energia]"),
        ("tech", "biotech technology", "bio[tech] [tech]nology"),
        ("tech", "biotechnology", "bio[tech]nology"),
        ("po tex", "PoTex uno", "[PoTex] uno"),
        // A finished word matches no prefix, and typos are tolerated only without a better match.
        ("energie", "energia energiabc", "[energia] energiabc"),
        ("enegria ", "energia", "[energia]"),
        ("enegri", "energia", "[energia]"),
        ("\"smart ci\"", "smart cities", "smart cities"),
        ("\"sma city", "smart city", "smart city"),
        ("enegria", "energia", "[energia]"),
        ("energia", "energia energie", "[energia] [energie]"),
        (
            "of energy",
            "University of Energy",
            "University of [Energy]",
        ),
        ("\"smart city\"", "smart city, city", "[smart] [city], city"),
        ("\"smart ci", "Smart cities", "[Smart] [ci]ties"),
        ("energy -wind", "wind energy", "wind [energy]"),
        (
            "\"agrifood cluster\"",
            "agri-food cluster, agri",
            "[agri]-[food] [cluster], agri",
        ),
        ("gros", "Größe groß", "[Größ]e [groß]"),
        ("", "energy", "energy"),
    ] {
        let mut shown = String::new();
        let mut copied = 0;
        for mark in highlight(text, &SearchText::parse(query)) {
            shown += &[&text[copied..mark.start], "[", &text[mark.clone()], "]"].concat();
            copied = mark.end;
        }
        shown += &text[copied..];
        assert_eq!(shown, marked, "{query}");
    }
    let long = "wind energy ".repeat(100_000);
    let marks = highlight(&long, &SearchText::parse("energy"));
    assert_eq!(marks.len(), 500, "the number of ranges is limited");
    assert_eq!(marks.first(), Some(&(5..11)));
}

#[test]
fn one_alternative_must_match() {
    let all = ["green energy", "wind energy", "wind", "gas"];
    assert_eq!(found(&all, "wind OR gas "), ["wind energy", "wind", "gas"]);
    assert_eq!(found(&all, "energy wind OR gas "), ["wind energy"]);
    assert_eq!(
        found(&all, "green OR gas OR wind energy "),
        ["green energy", "wind energy"]
    );
    assert_eq!(
        found(&all, "wind OR \"green energy\" "),
        ["green energy", "wind energy", "wind"]
    );
}
