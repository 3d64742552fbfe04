//! The report for the editor.

use std::fmt::Write as _;

/// A problem in a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its severity.
    pub severity: Severity,
    /// The record, such as `cluster "le2c"`.
    pub record: String,
    /// The value, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub what: String,
    /// How to fix it.
    pub fix: String,
}

/// The severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file must not be published.
    Error,
    /// It should be reviewed.
    Warning,
}

/// All problems of a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The file's path.
    pub file: String,
    /// The problems, in the order of the file.
    pub problems: Vec<Problem>,
}

/// The maximum number of problems in a report.
const MOST_TOLD: usize = 200;

impl Report {
    /// The number of errors.
    pub fn errors(&self) -> usize {
        self.of(Severity::Error).count()
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.of(Severity::Warning).count()
    }

    /// Renders the report for a terminal: errors in the order of the file, grouped by record;
    /// warnings grouped by message; and the totals in the last line.
    pub fn render(&self, coloured: bool) -> String {
        let paint = Paint { coloured };
        let mut text = String::new();
        let errors: Vec<_> = self.of(Severity::Error).take(MOST_TOLD).collect();
        for record in errors.chunk_by(|one, other| one.record == other.record) {
            for problem in record {
                self.write_error(&mut text, problem, paint);
            }
            text.push('\n');
        }
        let mut warnings: Vec<_> = self
            .of(Severity::Warning)
            .take(MOST_TOLD - errors.len())
            .collect();
        warnings.sort_by_key(|problem| &problem.what);
        for alike in warnings.chunk_by(|one, other| one.what == other.what) {
            self.write_warnings(&mut text, alike, paint);
            text.push('\n');
        }
        if let more @ 1.. = self.problems.len().saturating_sub(MOST_TOLD) {
            let _ = writeln!(
                text,
                "… and {more} more. Fix these first, then check again."
            );
        }
        let (errors, warnings) = (self.errors(), self.warnings());
        let colour = if errors > 0 { RED } else { GREEN };
        let summary = format!(
            "{}, {} in {}",
            count(errors, "error"),
            count(warnings, "warning"),
            self.file
        );
        let _ = writeln!(text, "{}", paint.with(colour, &summary));
        text
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Problem> {
        self.problems
            .iter()
            .filter(move |problem| problem.severity == severity)
    }

    // Writing to a String cannot fail; this holds for all of this file.

    fn write_error(&self, text: &mut String, problem: &Problem, paint: Paint) {
        let Problem { what, fix, .. } = problem;
        let _ = writeln!(
            text,
            "{}\n  {}\n  {fix}",
            self.place(problem, paint),
            paint.with(RED, what)
        );
    }

    /// Writes each message once with all its positions, so that warnings do not hide errors.
    fn write_warnings(&self, text: &mut String, alike: &[&Problem], paint: Paint) {
        for problem in alike {
            let _ = writeln!(text, "{}", self.place(problem, paint));
        }
        if let [Problem { what, fix, .. }, ..] = alike {
            let what = paint.with(YELLOW, &format!("Warning: {what}"));
            let _ = writeln!(text, "  {what}\n  {fix}");
        }
    }

    fn place(&self, problem: &Problem, paint: Paint) -> String {
        let Problem {
            line,
            column,
            record,
            pointer,
            ..
        } = problem;
        let place = format!(
            "{}:{line}:{column}  {}  {pointer}",
            self.file,
            paint.with(BOLD, record)
        );
        place.trim_end().to_owned()
    }
}

fn count(number: usize, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}

const BOLD: u8 = 1;
const RED: u8 = 31;
const GREEN: u8 = 32;
const YELLOW: u8 = 33;

/// Colours on a terminal only (Select Graphic Rendition, ECMA-48).
#[derive(Clone, Copy)]
struct Paint {
    coloured: bool,
}

impl Paint {
    fn with(self, code: u8, text: &str) -> String {
        if self.coloured {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(severities: &[Severity]) -> Report {
        let problem = |(number, &severity): (usize, &Severity)| Problem {
            severity,
            record: "cluster \"le2c\"".into(),
            pointer: "/clusters/3/areas/0".into(),
            line: number + 1,
            column: 19,
            what: "The area \"enrgy\" does not exist.".into(),
            fix: "Use \"energy\".".into(),
        };
        Report {
            file: "a.json".into(),
            problems: severities.iter().enumerate().map(problem).collect(),
        }
    }

    #[test]
    fn a_problem_is_reported_with_position_record_and_fix() {
        let text = report(&[Severity::Warning, Severity::Error]).render(false);
        let expected = "\
a.json:2:19  cluster \"le2c\"  /clusters/3/areas/0
  The area \"enrgy\" does not exist.
  Use \"energy\".

a.json:1:19  cluster \"le2c\"  /clusters/3/areas/0
  Warning: The area \"enrgy\" does not exist.
  Use \"energy\".

1 error, 1 warning in a.json
";
        assert_eq!(text, expected);
    }

    #[test]
    fn colours_are_for_terminals() {
        let report = report(&[Severity::Error]);
        assert!(report.render(true).contains("\u{1b}[31m"));
        assert!(!report.render(false).contains('\u{1b}'));
    }

    #[test]
    fn many_problems_are_truncated_and_counted() {
        let text = report(&[Severity::Error; 1_000]).render(false);
        assert_eq!(text.matches("a.json:").count(), MOST_TOLD);
        assert!(text.contains("… and 800 more."), "{text}");
        assert!(
            text.ends_with("1000 errors, 0 warnings in a.json\n"),
            "{text}"
        );
    }

    #[test]
    fn a_valid_file_gives_one_line() {
        assert_eq!(
            report(&[]).render(false),
            "0 errors, 0 warnings in a.json\n"
        );
    }
}
