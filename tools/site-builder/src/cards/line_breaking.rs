//! Where the lines of a text end.

/// The words of a text, measured once: setting is slow, breaking lines is adding up.
pub(super) struct Words<'t> {
    /// Each with its width in em.
    words: Vec<(&'t str, f32)>,
    /// The width of the space between two, in em.
    space: f32,
}

/// Some of the words, on one line.
pub(super) struct Broken {
    pub(super) text: String,
    /// In em.
    pub(super) width: f32,
}

impl<'t> Words<'t> {
    /// Measures the words of `text` with `width`, in em.
    pub(super) fn new(text: &'t str, width: impl Fn(&str) -> f32) -> Self {
        Self {
            words: text
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| (word, width(word)))
                .collect(),
            space: width(" "),
        }
    }

    /// Lines in a measure in em: each takes as many words as fit; a single word that is too wide overflows.
    pub(super) fn broken(&self, measure: f32) -> Vec<Broken> {
        let mut lines: Vec<Broken> = Vec::new();
        for &(word, width) in &self.words {
            match lines.last_mut() {
                Some(line) if line.width + self.space + width <= measure => {
                    line.text.extend([" ", word]);
                    line.width += self.space + width;
                }
                _ => lines.push(Broken {
                    text: word.to_owned(),
                    width,
                }),
            }
        }
        lines
    }

    /// As few lines as the measure allows, of about the same length: in the narrowest measure that
    /// needs no more lines, no word is left alone in the last one.
    pub(super) fn balanced(&self, measure: f32) -> Vec<Broken> {
        let mut best = self.broken(measure);
        for part in 1..=20u8 {
            let narrower = measure * (1.0 - f32::from(part) * 0.03);
            let lines = self.broken(narrower);
            if lines.len() > best.len() || lines.iter().any(|line| line.width > narrower) {
                break;
            }
            best = lines;
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Breaks a text whose every letter and space is one em wide.
    fn lines(text: &str, break_lines: impl Fn(&Words<'_>) -> Vec<Broken>) -> Vec<String> {
        #[expect(clippy::cast_precision_loss, reason = "the texts are short")]
        let words = Words::new(text, |text| text.chars().count() as f32);
        break_lines(&words)
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn each_line_takes_what_fits_and_a_long_word_stands_out() {
        for (text, broken) in [
            ("", vec![]),
            ("aaa bbb cc d", vec!["aaa bbb", "cc d"]),
            ("aaaaaaaaaaa b", vec!["aaaaaaaaaaa", "b"]),
            ("aa\u{a0}- bbb cc", vec!["aa\u{a0}- bbb", "cc"]),
        ] {
            assert_eq!(lines(text, |words| words.broken(8.0)), broken);
        }
    }

    #[test]
    fn no_word_is_left_alone_where_lines_can_be_alike() {
        let text = "aaaa bbbb cccc d";
        assert_eq!(
            lines(text, |words| words.broken(14.0)),
            ["aaaa bbbb cccc", "d"]
        );
        assert_eq!(
            lines(text, |words| words.balanced(14.0)),
            ["aaaa bbbb", "cccc d"]
        );
    }
}
