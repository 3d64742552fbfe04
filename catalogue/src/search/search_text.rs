//! What the visitor typed: words, "quoted phrases" and -exclusions.

use std::ops::Range;

use super::tokenizer::Tokenizer;

/// Characters of the text that are looked at; nobody types more, and links must not cost more.
const MAX_LEN: usize = 200;
/// Words and phrases that are looked at.
pub(super) const MAX_TERMS: usize = 32;
/// ForwardIndex with more words than this are sentences, whose words are not tried as compounds.
const MAX_PAIRED_WORDS: usize = 8;

/// Articles and prepositions that people type because the language asks for it. Beside other
/// words they may be missing from a record.
const STOP_WORDS: &str = "a ad agli ai al alla alle allo an and at by col con da dagli dai dal dalla dalle \
    dallo degli dei del dell della delle dello di e ed et for fra from gli i il in l la \
    le lo ne negli nei nel nell nella nelle nello o of on or per presso s su sugli sui \
    sul sull sulla sulle sullo that the to tra un una und uno via with y de des du";

/// A word or phrase of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Where it stands in the text, in bytes, without quotes or minus.
    pub(super) source: Range<usize>,
    /// Its folded words: one for a bare word, at least one for a phrase.
    pub(super) words: Vec<String>,
    pub(super) kind: TermKind,
    /// The text ends with it: more letters may follow.
    pub(super) still_typing: bool,
    /// How the query spells it, see [`super::tokenizer::Token::spelling`]. Nobody asks that of a phrase.
    pub(super) spelling: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TermKind {
    /// Must be found, in any tier.
    Word,
    /// An article or the like: counts where it is found, need not be.
    Optional,
    /// Its words must be found as they are, one after the other.
    Phrase,
}

/// Terms that are also looked for written as one: `agri food` in `agrifood`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Compound {
    pub(super) word: String,
    /// The terms that a match counts for, one bit each.
    pub(super) terms: u32,
    pub(super) still_typing: bool,
}

/// A phrase or an exclusion, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operator {
    /// Whether its words must not be found.
    pub excludes: bool,
    /// Its words, in bytes of the text.
    words: Range<usize>,
    /// All of it, with quotes, minus and the space behind it.
    source: Range<usize>,
}

/// A text to search for, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText {
    pub(super) text: String,
    pub(super) terms: Vec<Term>,
    pub(super) compounds: Vec<Compound>,
    /// Phrases, of one word or more, that must not be found.
    pub(super) excluded: Vec<Vec<String>>,
    operators: Vec<Operator>,
}

impl SearchText {
    /// Takes apart the first 200 characters of `text`. Never fails: an open quote ends with the
    /// text, a minus alone is nothing.
    pub fn parse(text: &str) -> Self {
        let end = text
            .char_indices()
            .nth(MAX_LEN)
            .map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let mut parsed = Self {
            text: text.to_owned(),
            ..Self::default()
        };
        let mut tokens = Tokenizer::default();
        let mut bare_from = 0;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let opens = is_quote(c);
            let excludes = c == '-'
                && text[..at]
                    .chars()
                    .next_back()
                    .is_none_or(char::is_whitespace);
            if !opens && !excludes {
                at += c.len_utf8();
                continue;
            }
            parsed.add_bare(&mut tokens, bare_from..at);
            let from = at;
            at += c.len_utf8();
            let quoted = opens || text[at..].starts_with(is_quote);
            let start = at
                + if quoted && !opens {
                    quote_length(&text[at..])
                } else {
                    0
                };
            let ends = |c: char| {
                if quoted {
                    is_quote(c)
                } else {
                    c.is_whitespace() || is_quote(c)
                }
            };
            let length = text[start..].find(ends).unwrap_or(text.len() - start);
            let is_one = parsed.add_phrase(&mut tokens, start..start + length, excludes);
            at = start + length;
            at += if quoted { quote_length(&text[at..]) } else { 0 };
            if is_one {
                let rest = &text[at..];
                let tail = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
                parsed.operators.push(Operator {
                    excludes,
                    words: start..start + length,
                    source: from..text.len() - tail.len(),
                });
            }
            bare_from = at;
        }
        parsed.add_bare(&mut tokens, bare_from..text.len());
        parsed.mark_stop_words();
        parsed.add_word_pairs();
        parsed
    }

    /// Whether there is nothing to look for; exclusions alone are something.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.excluded.is_empty()
    }

    /// The words and phrases that have to be found, in order, each as a search of its own.
    pub fn words(&self) -> impl Iterator<Item = Self> {
        let terms = self.terms.iter();
        terms
            .filter(|term| term.kind != TermKind::Optional)
            .map(|term| {
                let is_phrase = term.kind == TermKind::Phrase;
                let (begin, end) = if is_phrase { ("\"", "\"") } else { ("", " ") };
                // What stands behind a word has finished it.
                let end = if term.still_typing { "" } else { end };
                let word = &self.text[term.source.clone()];
                Self::parse(&[begin, word, end].concat())
            })
    }

    /// The phrases and exclusions, in order, with their words as typed.
    pub fn operators(&self) -> impl Iterator<Item = (&Operator, &str)> {
        let operators = self.operators.iter();
        operators.map(|operator| (operator, &self.text[operator.words.clone()]))
    }

    /// The text without one of its phrases or exclusions.
    pub fn without(&self, operator: &Operator) -> String {
        let Range { start, end } = operator.source;
        [&self.text[..start], &self.text[end..]].concat()
    }

    /// How many of its terms must be found.
    pub(super) fn required(&self) -> usize {
        self.terms
            .iter()
            .filter(|term| term.kind != TermKind::Optional)
            .count()
    }

    fn add_bare(&mut self, tokens: &mut Tokenizer, range: Range<usize>) {
        tokens.tokenize(&self.text[range.clone()]);
        for run in &tokens.runs {
            let first = self.terms.len();
            for part in &tokens.parts[run.parts.clone()] {
                let source = range.start + part.source.start..range.start + part.source.end;
                if self.terms.len() < MAX_TERMS {
                    self.terms.push(Term {
                        still_typing: source.end == self.text.len(),
                        source,
                        words: vec![tokens.word(&part.folded).to_owned()],
                        kind: TermKind::Word,
                        spelling: part.spelling,
                    });
                }
            }
            if run.is_joined(&tokens.parts) {
                self.compounds.push(Compound {
                    word: tokens.word(&run.folded).to_owned(),
                    terms: (first..self.terms.len()).fold(0, |bits, term| bits | 1 << term),
                    still_typing: range.start + run.source.end == self.text.len(),
                });
            }
        }
    }

    /// Adds a phrase to be found, or not to be; says whether there is a word in it.
    fn add_phrase(&mut self, tokens: &mut Tokenizer, source: Range<usize>, excludes: bool) -> bool {
        tokens.tokenize(&self.text[source.clone()]);
        let words: Vec<String> = tokens
            .parts
            .iter()
            .map(|part| tokens.word(&part.folded).to_owned())
            .collect();
        if words.is_empty() {
            return false;
        }
        if excludes {
            self.excluded.push(words);
        } else if self.terms.len() < MAX_TERMS {
            self.terms.push(Term {
                // An open quote: the phrase may go on.
                still_typing: source.end == self.text.len(),
                source,
                words,
                kind: TermKind::Phrase,
                spelling: 0,
            });
        }
        true
    }

    /// Articles and prepositions need not be found, unless they are all there is.
    fn mark_stop_words(&mut self) {
        let is_small = |term: &Term| {
            term.kind == TermKind::Word && STOP_WORDS.split(' ').any(|small| small == term.words[0])
        };
        if self.terms.iter().all(is_small) {
            return;
        }
        for term in self.terms.iter_mut().filter(|term| is_small(term)) {
            term.kind = TermKind::Optional;
        }
    }

    /// Every two words in either order, so that the order of words never decides what is found.
    fn add_word_pairs(&mut self) {
        let words: Vec<usize> = (0..self.terms.len())
            .filter(|term| {
                self.terms[*term].kind == TermKind::Word && self.terms[*term].words[0].len() > 1
            })
            .collect();
        if words.len() > MAX_PAIRED_WORDS {
            return;
        }
        for first in &words {
            for second in words.iter().filter(|second| *second != first) {
                let (one, other) = (&self.terms[*first], &self.terms[*second]);
                self.compounds.push(Compound {
                    word: [one.words[0].as_str(), &other.words[0]].concat(),
                    terms: 1 << first | 1 << second,
                    still_typing: other.still_typing,
                });
            }
        }
    }
}

/// Whether a character opens or closes a phrase.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Bytes of the quote that `text` begins with.
fn quote_length(text: &str) -> usize {
    text.chars()
        .next()
        .filter(|c| is_quote(*c))
        .map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Terms in short: `word`, `(optional)`, `"a phrase"`, `-excluded`, `…` while typing.
    fn parsed(text: &str) -> String {
        let parsed = SearchText::parse(text);
        let mut out: Vec<String> = Vec::new();
        for term in &parsed.terms {
            let words = term.words.join(" ");
            let (before, after) = match term.kind {
                TermKind::Word => ("", ""),
                TermKind::Optional => ("(", ")"),
                TermKind::Phrase => ("\"", "\""),
            };
            let typing = if term.still_typing { "…" } else { "" };
            out.push([before, &words, after, typing].concat());
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
    fn texts_are_taken_apart() {
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
            ("agri-food", "agri food…"),
            ("a -agri-food", "a -agri food"),
            ("2014 - 2020", "2014 2020…"),
            ("rete\"smart city\"x", "rete \"smart city\" x…"),
        ] {
            assert_eq!(parsed(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_searches_of_their_own() {
        for (text, words) in [
            (
                "L'Università \"di Brescia\" -x e C.N.R.",
                &["Università ", "\"di Brescia\"", "C.N.R "][..],
            ),
            ("energy wind", &["energy ", "wind"]),
            ("\"-oil\" gas", &["\"-oil\"", "gas"]),
            // All there is has to be found.
            ("di", &["di"]),
        ] {
            let text = SearchText::parse(text);
            let found: Vec<_> = text.words().map(|word| word.text).collect();
            assert_eq!(found, words);
        }
    }

    #[test]
    fn phrases_and_exclusions_can_be_taken_out() {
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
        let text = SearchText::parse("Po.In.Tex agri");
        let words: Vec<&str> = text
            .compounds
            .iter()
            .map(|compound| &*compound.word)
            .collect();
        assert_eq!(
            words,
            [
                "pointex", "potex", "poagri", "texpo", "texagri", "agripo", "agritex"
            ]
        );
        let terms: Vec<u32> = text.compounds.iter().map(|it| it.terms).collect();
        assert_eq!(terms, [0b111, 0b101, 0b1001, 0b101, 0b1100, 0b1001, 0b1100]);
        // A lone letter begins half of all words.
        assert!(SearchText::parse("x mobility").compounds.is_empty());
    }

    #[test]
    fn compounds_at_the_end_are_being_typed() {
        for (text, typing) in [
            ("Po.In.Te", &["pointe", "pote"][..]),
            ("\"a b\" Po.In.Te", &["pointe", "pote"]),
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
    fn sentences_are_not_tried_as_compounds() {
        let words = |count: usize| SearchText::parse(&"ab ".repeat(count));
        let pairs = MAX_PAIRED_WORDS * (MAX_PAIRED_WORDS - 1);
        assert_eq!(words(MAX_PAIRED_WORDS).compounds.len(), pairs);
        assert_eq!(words(MAX_PAIRED_WORDS + 1).compounds.len(), 0);
    }

    #[test]
    fn long_texts_are_cut_at_a_character() {
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
}
