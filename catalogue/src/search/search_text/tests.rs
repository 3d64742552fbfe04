//! How texts are parsed.

use super::*;

/// The terms in short: `word`, `(optional)`, `"a phrase"`, `-excluded`, with `…` while typing.
fn parsed(text: &str) -> String {
    let parsed = SearchText::parse(text);
    let mut out: Vec<String> = Vec::new();
    for term in &parsed.terms {
        let words = term.words.join(" ");
        let (before, after) = match term.kind {
            TermKind::Word => ("", ""),
            TermKind::Optional => ("(", ")"),
            TermKind::Filler => ("[", "]"),
            TermKind::Phrase => ("\"", "\""),
        };
        let typing = if term.still_typing { "…" } else { "" };
        let or = if term.is_alternative { "|" } else { "" };
        out.push([or, before, &words, after, typing].concat());
    }
    out.extend(
        parsed
            .excluded
            .iter()
            .map(|words| ["-", &words.join(" ")].concat()),
    );
    out.join(" ")
}

#[test]
fn texts_are_parsed() {
    for (text, expected) in [
        ("", ""),
        ("  \" ", ""),
        ("-", ""),
        ("Energy", "energy…"),
        ("Energy ", "energy"),
        ("cluster dell’energia", "cluster energia…"),
        ("cluster of energy", "cluster (of) energy…"),
        ("of the", "of the…"),
        ("\"Smart Cities\" brescia", "\"smart cities\" brescia…"),
        ("«smart cities» “rete", "\"smart cities\" \"rete\"…"),
        (
            "energy -oil -\"natural gas\" wind",
            "energy wind… -oil -natural gas",
        ),
        ("-oil", "-oil"),
        ("AI health", "ai health…"),
        ("ai health", "(ai) health…"),
        ("LA SALUTE", "(la) salute…"),
        ("R & D", "rd…"),
        ("R&D", "rd…"),
        ("smart & green", "smart green…"),
        // Long dashes and operators in capitals exclude as well.
        ("energy –oil", "energy -oil"),
        ("energy NOT oil", "energy -oil"),
        ("energia NON \"gas naturale\"", "energia -gas naturale"),
        ("energia non", "energia non…"),
        ("ENERGY NOT OIL", "energy not oil…"),
        ("energy NOT", "energy not…"),
        ("lombardia – energia", "lombardia energia…"),
        ("energy OR wind", "energy (or) |wind…"),
        ("energy or wind", "energy (or) wind…"),
        ("OR wind", "(or) wind…"),
        ("energy AND wind", "energy (and) wind…"),
        ("energia O vento", "energia (o) |vento…"),
        ("agri-food", "agri food…"),
        ("a -agri-food", "a -agri food"),
        ("2014 - 2020", "2014 2020…"),
        ("rete\"smart city\"x", "rete \"smart city\" x…"),
    ] {
        assert_eq!(parsed(text), expected, "{text}");
    }
}

#[test]
fn each_word_is_a_search_text() {
    for (text, words) in [
        (
            "L'Università \"di Brescia\" -x e C.N.R.",
            &["Università ", "\"di Brescia\"", "C.N.R "][..],
        ),
        ("energy wind", &["energy ", "wind"]),
        ("\"-oil\" gas", &["\"-oil\"", "gas"]),
        // A query of stop words alone must match.
        ("di", &["di"]),
    ] {
        let text = SearchText::parse(text);
        let found: Vec<_> = text.words().map(|word| word.text).collect();
        assert_eq!(found, words);
    }
}

#[test]
fn operators_can_be_removed() {
    for (text, operators) in [
        ("energy", vec![]),
        ("-", vec![]),
        ("\"\" wind", vec![]),
        (
            "wind -oil \"smart city\" x",
            vec![
                (true, "oil", "wind \"smart city\" x"),
                (false, "smart city", "wind -oil x"),
            ],
        ),
        ("-«gas naturale»", vec![(true, "gas naturale", "")]),
        ("a \"open", vec![(false, "open", "a ")]),
    ] {
        let parsed = SearchText::parse(text);
        let found: Vec<_> = parsed
            .operators()
            .map(|(operator, words)| (operator.excludes, words, parsed.without(operator)))
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(excludes, words, rest)| (*excludes, *words, rest.as_str()))
            .collect();
        assert_eq!(found, operators, "{text}");
    }
}

#[test]
fn compounds_are_tried_in_either_order() {
    let text = SearchText::parse("Po.Tex in agri");
    let words: Vec<&str> = text
        .compounds
        .iter()
        .map(|compound| &*compound.word)
        .collect();
    assert_eq!(
        words,
        [
            "potex", "potex", "poagri", "texpo", "texagri", "agripo", "agritex"
        ]
    );
    let terms: Vec<u32> = text.compounds.iter().map(|it| it.terms).collect();
    assert_eq!(terms, [0b11, 0b11, 0b1001, 0b11, 0b1010, 0b1001, 0b1010]);
    // A single letter is a prefix of too many words.
    assert!(SearchText::parse("x mobility").compounds.is_empty());
}

#[test]
fn compounds_at_the_end_are_unfinished() {
    for (text, typing) in [
        ("Po.In.Te", &["pointe", "pote", "inte"][..]),
        ("\"a b\" Po.In.Te", &["pointe", "pote", "inte"]),
        ("Po.In.Te ", &[]),
        ("agri fo", &["agrifo"]),
    ] {
        let text = SearchText::parse(text);
        let compounds = text.compounds.iter().filter(|it| it.still_typing);
        let words: Vec<&str> = compounds.map(|compound| &*compound.word).collect();
        assert_eq!(words, typing);
    }
}

#[test]
fn sentences_have_no_compounds() {
    let words = |count: usize| SearchText::parse(&"ab ".repeat(count));
    let pairs = MAX_PAIRED_WORDS * (MAX_PAIRED_WORDS - 1);
    assert_eq!(words(MAX_PAIRED_WORDS).compounds.len(), pairs);
    assert_eq!(words(MAX_PAIRED_WORDS + 1).compounds.len(), 0);
}

#[test]
fn long_texts_are_cut_at_a_character_boundary() {
    assert_eq!(
        SearchText::parse(&"è".repeat(500)).text.chars().count(),
        MAX_LEN
    );
    assert_eq!(
        SearchText::parse(&"a b ".repeat(100)).terms.len(),
        MAX_TERMS
    );
    assert_eq!(
        SearchText::parse(&"\"a\"".repeat(50)).terms.len(),
        MAX_TERMS
    );
}
