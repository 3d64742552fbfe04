//! Text to words: what counts as one word, in the index, in the query and when marking.
//!
//! A *run* is a stretch of letters that may contain joints (`Po.In.Tex`, `agri-food`); its *parts*
//! are the words between them. Both are words to be found: the parts, and the run written as one.

use std::ops::Range;

use super::fold::{CharClass, class, fold_into, is_accented, is_capital};

/// Italian and French articles and pronouns that an apostrophe fuses with the next word.
const ELISIONS: &str = "l d dell all dall nell sull coll un quest quell c s m t v n qu anch bell";

/// Longer runs are web addresses and the like; nobody types them as one word.
const MAX_JOINED_PARTS: usize = 4;

/// The part has a letter that folding strips of an accent.
pub(crate) const ACCENTED: u8 = 1;
/// The part has at least two capital letters, as acronyms have.
pub(crate) const CAPITALS: u8 = 2;

/// One word of a text.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Where its folded letters stand in [`Tokenizer::folded`].
    pub(crate) folded: Range<usize>,
    /// Where it stands in the text, in bytes.
    pub(crate) source: Range<usize>,
    /// [`ACCENTED`] and [`CAPITALS`].
    pub(crate) spelling: u8,
    /// A lone letter, or several that are one acronym (`C.N.R.`).
    initials: bool,
}

/// Parts with nothing but joints between them.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// Its parts, as a range of [`Tokenizer::parts`].
    pub(crate) parts: Range<usize>,
    /// Its folded letters, joints left out, in [`Tokenizer::folded`].
    pub(crate) folded: Range<usize>,
    /// Where it stands in the text, in bytes.
    pub(crate) source: Range<usize>,
}

impl Run {
    /// Whether the run written as one is a word of its own beside its parts.
    pub(crate) fn is_joined(&self, parts: &[Token]) -> bool {
        match &parts[self.parts.clone()] {
            [only] => only.folded != self.folded,
            several => several.len() <= MAX_JOINED_PARTS,
        }
    }
}

/// The words of one text; made once and filled again for each.
#[derive(Default, Debug)]
pub(crate) struct Tokenizer {
    /// The folded letters of all runs, one after the other, nothing between.
    pub(crate) folded: String,
    pub(crate) parts: Vec<Token>,
    pub(crate) runs: Vec<Run>,
    /// Where the open part begins, if a letter came last.
    open: Option<Token>,
    capitals: usize,
    letters: usize,
    /// The joint before the open part is an apostrophe.
    after_apostrophe: bool,
    in_run: bool,
}

impl Tokenizer {
    /// Takes `text` apart, forgetting what was there before.
    pub(crate) fn tokenize(&mut self, text: &str) {
        self.folded.clear();
        self.parts.clear();
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
                    if let Some(part) = &mut self.open {
                        part.source.end = end;
                        part.spelling |= ACCENTED;
                    }
                }
                joint @ (CharClass::Connector | CharClass::Apostrophe) => {
                    let is_between = self.open.is_some()
                        && rest
                            .chars()
                            .next()
                            .is_some_and(|next| class(next) == CharClass::Letter);
                    self.close_part();
                    self.after_apostrophe = joint == CharClass::Apostrophe;
                    if !is_between || (self.after_apostrophe && self.drop_elision()) {
                        self.close_run();
                    }
                }
                CharClass::Other => {
                    self.close_part();
                    self.close_run();
                }
            }
        }
        self.close_part();
        self.close_run();
    }

    /// The folded letters of a part or run.
    pub(crate) fn word(&self, folded: &Range<usize>) -> &str {
        &self.folded[folded.clone()]
    }

    fn letter(&mut self, c: char, at: usize, end: usize) {
        let part = self.open_part(at);
        part.source.end = end;
        part.spelling |= if is_accented(c) { ACCENTED } else { 0 };
        fold_into(c, &mut self.folded);
        self.letters += 1;
        self.capitals += usize::from(is_capital(c));
    }

    /// Most letters are ASCII and come in rows, which is worth a way of its own: it is what
    /// building an index spends its time on.
    fn ascii_letters(&mut self, letters: &str, at: usize) {
        self.open_part(at).source.end = at + letters.len();
        let start = self.folded.len();
        self.folded.push_str(letters);
        self.folded[start..].make_ascii_lowercase();
        self.letters += letters.len();
        self.capitals += letters.bytes().filter(u8::is_ascii_uppercase).count();
    }

    /// The part that a letter at `at` belongs to.
    fn open_part(&mut self, at: usize) -> &mut Token {
        let start = self.folded.len();
        if !self.in_run {
            self.in_run = true;
            self.after_apostrophe = false;
            let parts = self.parts.len()..self.parts.len();
            self.runs.push(Run {
                parts,
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

    fn close_part(&mut self) {
        let (Some(mut part), Some(run)) = (self.open.take(), self.runs.last_mut()) else {
            return;
        };
        part.folded.end = self.folded.len();
        run.folded.end = part.folded.end;
        run.source.end = part.source.end;
        part.spelling |= if self.capitals > 1 { CAPITALS } else { 0 };
        part.initials = self.letters == 1;
        let in_this_run = self.parts.len() > run.parts.start;
        match self.parts.last_mut() {
            // The `s` of `it's` is no word, but `its` is one.
            _ if part.initials && self.after_apostrophe => {}
            Some(before) if part.initials && in_this_run && before.initials => {
                before.folded.end = part.folded.end;
                before.source.end = part.source.end;
                before.spelling |= part.spelling | CAPITALS;
            }
            _ => self.parts.push(part),
        }
        run.parts.end = self.parts.len();
    }

    /// Forgets the part before an apostrophe if it is an elision, and says whether it was.
    fn drop_elision(&mut self) -> bool {
        let Some(part) = self.parts.last() else {
            return false;
        };
        let word = &self.folded[part.folded.clone()];
        let elided = ELISIONS.split(' ').any(|elision| elision == word);
        if elided && let Some(run) = self.runs.last_mut() {
            self.folded.truncate(part.folded.start);
            run.folded.end = part.folded.start;
            self.parts.pop();
            run.parts.end = self.parts.len();
            run.source.end = self
                .parts
                .last()
                .map_or(run.source.start, |part| part.source.end);
        }
        elided
    }

    fn close_run(&mut self) {
        self.in_run = false;
        if self.runs.last().is_some_and(|run| run.parts.is_empty()) {
            self.runs.pop();
        }
    }
}

/// Where bytes `letters` of a word's folded form stand in its `source` text, as byte ranges of the
/// source handed to `found`, whole characters each, with the marks that follow them.
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

    /// Parts separated by spaces; runs written as one in brackets after their parts.
    fn words(text: &str) -> String {
        let mut tokens = Tokenizer::default();
        tokens.tokenize(text);
        let mut out: Vec<String> = Vec::new();
        for run in &tokens.runs {
            let parts = &tokens.parts[run.parts.clone()];
            out.extend(
                parts
                    .iter()
                    .map(|part| tokens.word(&part.folded).to_owned()),
            );
            if run.is_joined(&tokens.parts) && parts.len() != 1 {
                out.push(["[", tokens.word(&run.folded), "]"].concat());
            } else if run.is_joined(&tokens.parts) {
                out.push(["(", tokens.word(&run.folded), ")"].concat());
            }
        }
        out.join(" ")
    }

    #[test]
    fn text_to_words() {
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
    fn spelling_is_noted() {
        let mut tokens = Tokenizer::default();
        tokens.tokenize("Città CNR energia C.N.R.");
        let spelling: Vec<u8> = tokens.parts.iter().map(|part| part.spelling).collect();
        assert_eq!(spelling, [ACCENTED, CAPITALS, 0, CAPITALS]);
    }

    #[test]
    fn letters_are_located_with_their_marks_and_without_joints() {
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
