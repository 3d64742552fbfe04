//! The report for a terminal.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use catalogue::model::Lang;

use crate::message::Severity;
use crate::problem::Problem;
use crate::words;

/// The problems of a data file.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The file's path.
    pub file: String,
    /// The problems, in the order of the file.
    pub problems: Vec<Problem>,
    /// The text of the file.
    pub(crate) text: String,
}

/// The maximum number of problems that are listed; nobody reads more.
const MOST_LISTED: usize = 200;

impl Report {
    /// A report on a file with this text.
    pub fn new(file: String, text: String, problems: Vec<Problem>) -> Self {
        Self {
            file,
            problems,
            text,
        }
    }

    /// The number of errors.
    pub fn errors(&self) -> usize {
        self.of(Severity::Error).count()
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.of(Severity::Warning).count()
    }

    /// The text for a terminal: errors in the order of the file, warnings grouped by message, and the
    /// numbers of both in the last line.
    pub fn render(&self, lang: Lang, coloured: bool) -> String {
        let labels = words::labels(lang);
        let mut groups = Vec::new();
        for error in self.of(Severity::Error).take(MOST_LISTED) {
            groups.push(self.group(Level::ERROR.with_name(labels.error), &[error], lang));
        }
        let room = MOST_LISTED - groups.len();
        let mut warnings: Vec<_> = self.of(Severity::Warning).take(room).collect();
        warnings.sort_by_key(|problem| problem.what(lang));
        for alike in warnings.chunk_by(|one, other| one.what(lang) == other.what(lang)) {
            groups.push(self.group(Level::WARNING.with_name(labels.warning), alike, lang));
        }
        let renderer = if coloured {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let mut text = String::new();
        for group in groups {
            text.push_str(&renderer.render(&[group]));
            text.push_str("\n\n");
        }
        if let more @ 1.. = self.problems.len().saturating_sub(MOST_LISTED) {
            text.push_str(&labels.more.replace("{}", &more.to_string()));
            text.push('\n');
        }
        text.push_str(&words::summary(
            lang,
            self.errors(),
            self.warnings(),
            &self.file,
        ));
        text.push('\n');
        text
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Problem> {
        self.problems
            .iter()
            .filter(move |problem| problem.severity == severity)
    }

    /// Problems with the same message: their positions, then once how to fix them.
    fn group<'a>(&'a self, level: Level<'a>, alike: &[&Problem], lang: Lang) -> Group<'a> {
        let labels = words::labels(lang);
        let what = alike.first().map(|problem| problem.what(lang));
        let mut group = Group::with_title(level.primary_title(what.unwrap_or_default()));
        for problem in alike {
            let place = format!("{} {}", problem.record(lang), problem.pointer);
            let (source, span, is_cut) = excerpt(&self.text, problem);
            let annotation = AnnotationKind::Primary.span(span);
            let mut snippet = Snippet::source(source).line_start(problem.line);
            if is_cut {
                let origin = Origin::path(self.file.as_str());
                group = group.element(origin.line(problem.line).char_column(problem.column));
            } else {
                // Finds the column by itself, from the whole beginning of the line.
                snippet = snippet.path(self.file.as_str());
            }
            group =
                group.element(snippet.annotation(annotation.label(place.trim_end().to_owned())));
        }
        let help = |text: String| Element::from(Level::HELP.with_name(labels.fix).message(text));
        group = group.elements(alike.first().map(|problem| help(problem.fix(lang))));
        let check = alike.first().and_then(|problem| problem.check());
        group.elements(check.map(|check| {
            let paths = alike.iter().filter_map(|problem| problem.path.as_deref());
            let mut paths: Vec<_> = paths.map(|path| format!("\"{path}\"")).collect();
            paths.dedup();
            let entry = format!(
                "{{\"check\": \"{}\", \"records\": [{}], \"reason\": \"…\"}}",
                check.id(),
                paths.join(", ")
            );
            Element::from(
                Level::NOTE
                    .no_name()
                    .message(format!("{} {entry}", labels.accept)),
            )
        }))
    }
}

/// The line of a problem, or the part of a long line around it; the position of the problem in it;
/// and whether its beginning was cut. It contains no control characters of terminals.
fn excerpt(text: &str, problem: &Problem) -> (String, Range<usize>, bool) {
    /// How much of a long line is shown on either side, in bytes.
    const AROUND: usize = 60;
    let (before, rest) = text.split_at(problem.span.start);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let rest = rest.split('\n').next().unwrap_or_default();
    let length = problem.span.len().clamp(1, AROUND).min(rest.len());
    let length = rest.floor_char_boundary(length);
    let before = &line[line.ceil_char_boundary(line.len().saturating_sub(AROUND))..];
    let is_cut = before.len() < line.len();
    let after = &rest[length..];
    let after = &after[..after.floor_char_boundary(AROUND)];
    let visible = |part: &str| part.replace(char::is_control, "\u{FFFD}");
    let (before, inside) = (visible(before), visible(&rest[..length]));
    let span = before.len()..before.len() + inside.len();
    (before + &inside + &visible(after), span, is_cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Kind, Message, RecordName};

    const TEXT: &str = "{\n\"areas\": [\"enrgy\"]\n}";

    fn problem(message: Message) -> Problem {
        Problem {
            severity: message.severity(),
            record: RecordName::Id(Kind::Cluster, "le2c".into()),
            path: Some("clusters/le2c".into()),
            pointer: "/clusters/3/areas/0".into(),
            line: 2,
            column: 11,
            span: 12..19,
            message,
        }
    }

    fn report(messages: Vec<Message>) -> Report {
        let problems = messages.into_iter().map(problem).collect();
        Report::new("a.json".into(), TEXT.into(), problems)
    }

    #[test]
    fn a_problem_is_reported_with_place_record_and_fix() {
        let text = report(vec![Message::Unencrypted, Message::NoArea]).render(Lang::En, false);
        let expected = "\
error: The cluster has no subject area, so nobody finds it by one.
 --> a.json:2:11
  |
2 | \"areas\": [\"enrgy\"]
  |           ^^^^^^^ cluster \"le2c\" /clusters/3/areas/0
  |
  = fix: Add at least one of the ids listed under \"areas\", the main one first.

warning: The website's address begins with http://, so the connection is not encrypted.
 --> a.json:2:11
  |
2 | \"areas\": [\"enrgy\"]
  |           ^^^^^^^ cluster \"le2c\" /clusters/3/areas/0
  |
  = fix: Try the address with https:// in the browser. If the site opens, write that.
  = If it is right as it is, add this under \"accepted\", with the reason: {\"check\": \"encryption\", \"records\": [\"clusters/le2c\"], \"reason\": \"…\"}

1 error, 1 warning in a.json
";
        assert_eq!(text, expected);
    }

    #[test]
    fn colours_are_for_terminals() {
        let report = report(vec![Message::NoArea]);
        assert!(report.render(Lang::En, true).contains("\u{1b}["));
        assert!(!report.render(Lang::It, false).contains('\u{1b}'));
    }

    #[test]
    fn a_flood_of_problems_is_cut_and_counted() {
        let text = report(vec![Message::NoArea; 1_000]).render(Lang::En, false);
        assert_eq!(text.matches("a.json:2").count(), MOST_LISTED);
        assert!(text.contains("… and 800 more."), "{text}");
        assert!(
            text.ends_with("1000 errors, 0 warnings in a.json\n"),
            "{text}"
        );
    }

    #[test]
    fn a_sound_file_gives_one_line() {
        for (lang, line) in [
            (Lang::En, "0 errors, 0 warnings in a.json\n"),
            (Lang::It, "0 errori, 0 avvisi in a.json\n"),
        ] {
            assert_eq!(report(Vec::new()).render(lang, false), line);
        }
    }
}
