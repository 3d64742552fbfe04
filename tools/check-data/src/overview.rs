//! The overview of all records as an HTML page that is opened from disk: how complete and how old
//! each is, and what to check next.

use std::collections::HashMap;

use catalogue::model::{Date, Lang};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use crate::message::{Kind, RecordName, Severity};
use crate::report::Report;

mod entry;
mod texts;

use entry::Entry;
use texts::Texts;

const STYLE: &str = include_str!("overview/overview.css");

/// The page.
pub(crate) fn html(report: &Report, today: &Date, lang: Lang) -> String {
    let texts = Texts::of(lang);
    let root: Value = serde_json::from_str(&report.text).unwrap_or_default();
    let problems = problems_by_record(report);
    let tables = [Kind::Cluster, Kind::Organisation].map(|kind| {
        let mut entries = entry::entries(&root, kind, &problems, today, lang);
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.need()));
        (kind, entries)
    });
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (texts.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (texts.skip) }
                header {
                    h1 { (texts.title) }
                    p { (texts.about.replace("{file}", &report.file).replace("{day}", today.as_str())) }
                    nav aria-label=(texts.contents) {
                        ul {
                            li { a href="#problems" { (texts.problems) " (" (report.problems.len()) ")" } }
                            @for (kind, entries) in &tables {
                                li { a href={ "#" (kind.list()) } { (texts.heading(*kind)) " (" (entries.len()) ")" } }
                            }
                            li { a href="#reading" { (texts.reading) } }
                        }
                    }
                }
                main id="main" {
                    (problem_list(report, texts, lang))
                    @for (kind, entries) in &tables {
                        (table(*kind, entries, texts, lang))
                    }
                    section id="reading" {
                        h2 { (texts.reading) }
                        dl {
                            @for (term, meaning) in texts.terms {
                                dt { (term) }
                                dd { (meaning) }
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}

/// How many errors and warnings each record has, by its list and id; those of a membership count
/// for its cluster.
fn problems_by_record(report: &Report) -> HashMap<String, (usize, usize)> {
    let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
    for problem in &report.problems {
        let path = match &problem.record {
            RecordName::Membership { cluster, .. } => format!("clusters/{cluster}"),
            _ => problem.path.clone().unwrap_or_default(),
        };
        let (errors, warnings) = counts.entry(path).or_default();
        match problem.severity {
            Severity::Error => *errors += 1,
            Severity::Warning => *warnings += 1,
        }
    }
    counts
}

/// Errors in the order of the file, then warnings, grouped by message.
fn problem_list(report: &Report, texts: &Texts, lang: Lang) -> Markup {
    let mut problems: Vec<_> = report.problems.iter().collect();
    problems.sort_by_cached_key(|problem| match problem.severity {
        Severity::Error => (false, String::new()),
        Severity::Warning => (true, problem.what(lang)),
    });
    html! {
        section id="problems" {
            h2 { (texts.problems) }
            @if report.problems.is_empty() {
                p { (texts.no_problems) }
            } @else {
                ul {
                    @for alike in problems.chunk_by(|one, other| one.what(lang) == other.what(lang)) {
                        @if let [first, ..] = alike {
                            li {
                                @let severity = match first.severity {
                                    Severity::Error => texts.error,
                                    Severity::Warning => texts.warning,
                                };
                                strong { (severity) ": " (first.what(lang)) }
                                " " (first.fix(lang))
                                ul {
                                    @for problem in alike {
                                        li { (texts.line) " " (problem.line) ", " (problem.record(lang)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn table(kind: Kind, entries: &[Entry], texts: &Texts, lang: Lang) -> Markup {
    html! {
        section id=(kind.list()) {
            h2 { (texts.heading(kind)) }
            div.scroll role="region" tabindex="0" aria-label=(texts.heading(kind)) {
                table {
                    caption { (texts.caption) }
                    thead {
                        tr {
                            @for heading in texts.columns {
                                th scope="col" { (heading) }
                            }
                        }
                    }
                    tbody {
                        @for (position, entry) in entries.iter().enumerate() {
                            tr {
                                td.number { (position + 1) }
                                th scope="row" { (entry.name) " " code { (entry.id) } }
                                td {
                                    (texts.of.replace("{known}", &entry.known().to_string()).replace("{all}", &entry.all().to_string()))
                                    " " meter max=(entry.all()) value=(entry.known()) aria-hidden="true" {}
                                }
                                td { (entry.evidence.map_or("–", |evidence| texts.evidence(evidence))) }
                                td {
                                    @match &entry.newest {
                                        Some(date) => { (texts.date(date)) " (" (texts.age(entry.years.unwrap_or_default())) ")" }
                                        None => (texts.no_date),
                                    }
                                }
                                td { (todo(entry, texts, lang)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The work to be done on a record.
fn todo(entry: &Entry, texts: &Texts, lang: Lang) -> Markup {
    let missing: Vec<_> = entry.missing(lang);
    html! {
        @if entry.need() == 0 {
            (texts.nothing)
        } @else {
            ul {
                @if entry.errors > 0 { li { (texts.errors.replace("{}", &entry.errors.to_string())) } }
                @if entry.warnings > 0 { li { (texts.warnings.replace("{}", &entry.warnings.to_string())) } }
                @if !missing.is_empty() { li { (texts.missing) " " (missing.join(", ")) } }
                @if entry.unverified > 0 { li { (texts.unverified.replace("{}", &entry.unverified.to_string())) } }
                @if entry.is_old() { li { (texts.old) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use catalogue::model::Invalid;

    use super::*;

    const DATA: &str = r#"{
        "clusters": [
            {"id": "whole", "name": {"en": "Whole", "it": "Intero"}, "website": "https://a.it",
             "email": "mailto:a@a.it", "city": "milano", "legal_form": {"en": "x", "it": "y"}, "founded": 2009,
             "members": {"count": 5, "as_of": "2026-05"}, "checked": "2026-06", "keywords": {"en": ["x"], "it": ["y"]},
             "sources": [{"url": "https://a.it"}], "evidence": "strong"},
            {"id": "empty", "name": {"en": "R&D <b>", "it": "Vuoto"}, "keywords": {"en": [], "it": []},
             "members": {"as_of": "2016~"}, "unverified": [{"fact": "city"}], "evidence": "weak"}
        ],
        "organisations": [{"id": "body", "name": {"it": "Ente"}}],
        "memberships": [{"organisation": "body", "cluster": "whole"}]
    }"#;

    fn page(lang: Lang) -> Result<String, Invalid> {
        let report = Report::new("a.json".into(), DATA.into(), Vec::new());
        Ok(html(&report, &Date::new("2026-11-23")?, lang))
    }

    #[test]
    fn records_that_need_somebody_come_first_and_say_why() -> Result<(), Invalid> {
        let page = page(Lang::En)?;
        let (empty, whole) = (page.find("R&amp;D &lt;b&gt;"), page.find("Whole"));
        assert!(empty.is_some() && empty < whole, "{page}");
        for words in [
            "0 of 9",
            "9 of 9",
            "about 2016 (10 years ago)",
            "2026-05 (less than a year ago)",
            "Missing: website, email, city",
            "Facts marked as unverified: 1",
            "Nothing for now",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        Ok(())
    }

    #[test]
    fn it_is_a_page_in_the_language_and_runs_no_script() -> Result<(), Invalid> {
        let page = page(Lang::It)?;
        assert!(
            page.starts_with("<!DOCTYPE html><html lang=\"it\">"),
            "{page}"
        );
        assert!(
            page.contains("Vuoto") && page.contains("Mancano: sito, email"),
            "{page}"
        );
        for active in ["<script", "javascript:", "http-equiv", " on", "src="] {
            let found = page.split('<').skip(1).any(|tag| {
                let tag = tag.split('>').next().unwrap_or_default();
                format!("<{tag}").contains(active)
            });
            assert!(!found, "{active}: {page}");
        }
        Ok(())
    }
}
