//! Splits text into words, for indexing, queries and highlighting alike.
//!
//! A *run* is a stretch of letters that may contain connectors (`Po.In.Tex`, `agri-food`); its *tokens* are
//! the words between them. Both can be searched for: the tokens, and the run written as one word.

use std::ops::Range;

use super::fold::{CharClass, class, fold_into, is_accented, is_capital};

/// Italian and French articles and pronouns that an apostrophe joins to the next word.
const ELISIONS: &str = "l d dell all dall nell sull coll un quest quell c s m t v n qu anch bell";

/// Longer runs are web addresses and the like, which nobody types as one word.
const MAX_JOINED_TOKENS: usize = 4;

/// The token has a letter that loses an accent in folding.
pub(crate) const ACCENTED: u8 = 1;
/// The token has at least two capitals, as acronyms have.
pub(crate) const CAPITALS: u8 = 2;

/// One word of a text.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// The range of its folded letters in [`Tokenizer::folded`].
    pub(crate) folded: Range<usize>,
    /// Its byte range in the text.
    pub(crate) source: Range<usize>,
    /// A bit mask of [`ACCENTED`] and [`CAPITALS`].
    pub(crate) spelling: u8,
    /// Whether it is a single letter, or several that form an acronym (`C.N.R.`).
    initials: bool,
}

/// A sequence of tokens with only connectors between them.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// Its range in [`Tokenizer::tokens`].
    pub(crate) tokens: Range<usize>,
    /// The range of its folded letters, without connectors, in [`Tokenizer::folded`].
    pub(crate) folded: Range<usize>,
    /// Its byte range in the text.
    pub(crate) source: Range<usize>,
}

impl Run {
    /// Whether the joined run is a word of its own, different from its tokens.
    pub(crate) fn is_joined(&self, tokens: &[Token]) -> bool {
        match &tokens[self.tokens.clone()] {
            [only] => only.folded != self.folded,
            several => several.len() <= MAX_JOINED_TOKENS,
        }
    }
}

/// Splits texts into words; reusable, to save allocations.
#[derive(Default, Debug)]
pub(crate) struct Tokenizer {
    /// The folded letters of all runs, concatenated.
    pub(crate) folded: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) runs: Vec<Run>,
    /// The token being read, if the last character was a letter.
    open: Option<Token>,
    capitals: usize,
    letters: usize,
    /// Whether the connector before the open token is an apostrophe.
    after_apostrophe: bool,
    in_run: bool,
}

impl Tokenizer {
    /// Splits `text`, replacing the tokens of the previous text.
    pub(crate) fn tokenize(&mut self, text: &str) {
        self.folded.clear();
        self.tokens.clear();
        self.runs.clear();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let at = text.len() - rest.len();
            let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if ascii > 0 {
                self.ascii_letters(&rest[..ascii], at);
                rest = &rest[ascii..];
                continue;
            }
            let end = at + c.len_utf8();
            rest = &text[end..];
            match class(c) {
                CharClass::Letter => self.letter(c, at, end),
                CharClass::Ignorable => {
                    if let Some(token) = &mut self.open {
                        token.source.end = end;
                        token.spelling |= ACCENTED;
                    }
                }
                connector @ (CharClass::Connector | CharClass::Apostrophe) => {
                    let is_between = self.open.is_some()
                        && rest
                            .chars()
                            .next()
                            .is_some_and(|next| class(next) == CharClass::Letter);
                    self.close_token();
                    self.after_apostrophe = connector == CharClass::Apostrophe;
                    if !is_between || (self.after_apostrophe && self.drop_elision()) {
                        self.close_run();
                    }
                }
                CharClass::Other => {
                    self.close_token();
                    self.close_run();
                }
            }
        }
        self.close_token();
        self.close_run();
    }

    /// The folded letters of a token or run.
    pub(crate) fn word(&self, folded: &Range<usize>) -> &str {
        &self.folded[folded.clone()]
    }

    fn letter(&mut self, c: char, at: usize, end: usize) {
        let token = self.open_token(at);
        token.source.end = end;
        token.spelling |= if is_accented(c) { ACCENTED } else { 0 };
        fold_into(c, &mut self.folded);
        self.letters += 1;
        self.capitals += usize::from(is_capital(c));
    }

    /// A fast path for ASCII letters, because tokenizing takes most of the time of building the
    /// index.
    fn ascii_letters(&mut self, letters: &str, at: usize) {
        self.open_token(at).source.end = at + letters.len();
        let start = self.folded.len();
        self.folded.push_str(letters);
        self.folded[start..].make_ascii_lowercase();
        self.letters += letters.len();
        self.capitals += letters.bytes().filter(u8::is_ascii_uppercase).count();
    }

    /// The token to which a letter at `at` belongs.
    fn open_token(&mut self, at: usize) -> &mut Token {
        let start = self.folded.len();
        if !self.in_run {
            self.in_run = true;
            self.after_apostrophe = false;
            let tokens = self.tokens.len()..self.tokens.len();
            self.runs.push(Run {
                tokens,
                folded: start..start,
                source: at..at,
            });
        }
        self.open.get_or_insert_with(|| {
            self.capitals = 0;
            self.letters = 0;
            Token {
                folded: start..start,
                source: at..at,
                spelling: 0,
                initials: false,
            }
        })
    }

    fn close_token(&mut self) {
        let (Some(mut token), Some(run)) = (self.open.take(), self.runs.last_mut()) else {
            return;
        };
        token.folded.end = self.folded.len();
        run.folded.end = token.folded.end;
        run.source.end = token.source.end;
        token.spelling |= if self.capitals > 1 { CAPITALS } else { 0 };
        token.initials = self.letters == 1;
        let in_this_run = self.tokens.len() > run.tokens.start;
        match self.tokens.last_mut() {
            // The `s` of `it's` is not a word, but `its` is.
            _ if token.initials && self.after_apostrophe => {}
            Some(before) if token.initials && in_this_run && before.initials => {
                before.folded.end = token.folded.end;
                before.source.end = token.source.end;
                before.spelling |= token.spelling | CAPITALS;
            }
            _ => self.tokens.push(token),
        }
        run.tokens.end = self.tokens.len();
    }

    /// Drops the token before an apostrophe if it is an elision. Returns whether it was.
    fn drop_elision(&mut self) -> bool {
        let Some(token) = self.tokens.last() else {
            return false;
        };
        let word = &self.folded[token.folded.clone()];
        let elided = ELISIONS.split(' ').any(|elision| elision == word);
        if elided && let Some(run) = self.runs.last_mut() {
            self.folded.truncate(token.folded.start);
            run.folded.end = token.folded.start;
            self.tokens.pop();
            run.tokens.end = self.tokens.len();
            run.source.end = self
                .tokens
                .last()
                .map_or(run.source.start, |token| token.source.end);
        }
        elided
    }

    fn close_run(&mut self) {
        self.in_run = false;
        if self.runs.last().is_some_and(|run| run.tokens.is_empty()) {
            self.runs.pop();
        }
    }
}

/// The folded words of a text; if `joined`, also words with connectors written as one.
pub(crate) fn words_of(text: &str, joined: bool) -> Vec<String> {
    let mut tokenizer = Tokenizer::default();
    tokenizer.tokenize(text);
    let mut words = Vec::new();
    for token in &tokenizer.tokens {
        words.push(tokenizer.word(&token.folded).to_owned());
    }
    for run in tokenizer.runs.iter().filter(|_| joined) {
        words.push(tokenizer.word(&run.folded).to_owned());
    }
    words
}

/// Calls `found` with the byte ranges of `source` that correspond to the bytes `letters` of its
/// folded form: whole characters, with the combining marks that follow them.
pub(crate) fn locate(source: &str, letters: &Range<usize>, mut found: impl FnMut(Range<usize>)) {
    let mut folded = String::new();
    let mut inside = false;
    for (at, c) in source.char_indices() {
        match class(c) {
            CharClass::Letter => {
                let before = folded.len();
                fold_into(c, &mut folded);
                inside = before < letters.end && folded.len() > letters.start;
            }
            CharClass::Ignorable => {}
            _ => inside = false,
        }
        if inside {
            found(at..at + c.len_utf8());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens, separated by spaces; joined runs in brackets after their tokens.
    fn words(text: &str) -> String {
        let mut tokenizer = Tokenizer::default();
        tokenizer.tokenize(text);
        let mut out: Vec<String> = Vec::new();
        for run in &tokenizer.runs {
            let tokens = &tokenizer.tokens[run.tokens.clone()];
            out.extend(
                tokens
                    .iter()
                    .map(|token| tokenizer.word(&token.folded).to_owned()),
            );
            if run.is_joined(&tokenizer.tokens) && tokens.len() != 1 {
                out.push(["[", tokenizer.word(&run.folded), "]"].concat());
            } else if run.is_joined(&tokenizer.tokens) {
                out.push(["(", tokenizer.word(&run.folded), ")"].concat());
            }
        }
        out.join(" ")
    }

    #[test]
    fn texts_are_split_into_words() {
        for (text, expected) in [
            ("", ""),
            (" - ' . ", ""),
            ("Smart Cities & Communities", "smart cities communities"),
            ("cluster dell’energia", "cluster energia"),
            ("L'Aquila, all'avanguardia", "aquila avanguardia"),
            ("dell' energia", "dell energia"),
            ("Scuola Sant'Anna", "scuola sant anna [santanna]"),
            ("it's", "it (its)"),
            ("Citta' di Castello", "citta di castello"),
            ("CNR C.N.R. c.n.r", "cnr cnr cnr"),
            ("É.N.À.", "ena"),
            ("R&D", "rd"),
            ("C.N.R-IMATI C.N.R.-IMATI", "cnr imati [cnrimati] cnr imati"),
            ("Po.In.Tex", "po in tex [pointex]"),
            ("agri-food / agrifood", "agri food [agrifood] agrifood"),
            ("LE2C flux50 CO₂", "le2c flux50 co2"),
            ("Industria 4.0", "industria 40"),
            ("www.a1.b2.c3.it", "www a1 b2 c3 it"),
            ("so\u{ad}lar cafe\u{301}", "solar cafe"),
            ("d'Italia-d'Europa", "italia europa"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn accents_and_capitals_are_recorded() {
        let mut tokenizer = Tokenizer::default();
        tokenizer.tokenize("Città CNR energia C.N.R.");
        let spelling: Vec<u8> = tokenizer
            .tokens
            .iter()
            .map(|token| token.spelling)
            .collect();
        assert_eq!(spelling, [ACCENTED, CAPITALS, 0, CAPITALS]);
    }

    #[test]
    fn located_letters_include_marks_but_no_connectors() {
        let find = |source: &str, letters: Range<usize>| {
            let mut out = String::new();
            locate(source, &letters, |range| out.push_str(&source[range]));
            out
        };
        assert_eq!(find("Po.In.Tex", 1..5), "oInT");
        assert_eq!(find("cafe\u{301}s", 3..4), "e\u{301}");
        assert_eq!(find("Straße", 4..5), "ß");
    }
}
