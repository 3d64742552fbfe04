//! Lighthouse results of the built site, and what a first visit downloads.

use std::{cmp::Ordering, collections::BTreeMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use project::{base::Base, folders, process::run as run_command};
use serde::Deserialize;
use serde_json::Value;
use site_server::{ServedSite, Server};
use xtask::under_test::{built_site, program_at_site};

use crate::prerequisites::npm_packages;

/// One page of each kind that is shared most.
const PAGES: [&str; 3] = ["en/", "it/clusters/le2c/", "en/areas/energy/"];

/// Without these, Chromium in a container runs out of memory or contacts its vendor.
const CHROMIUM_FLAGS: &str = "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic \
     --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/// The required score, by the id of the category.
const CATEGORIES: [(&str, f64); 4] = [
    ("performance", 0.98),
    ("accessibility", 1.0),
    ("best-practices", 1.0),
    ("seo", 1.0),
];

/// A Lighthouse metric and its budget.
struct Metric {
    name: &'static str,
    audit: &'static str,
    unit: &'static str,
    budget: Option<f64>,
}

const METRICS: [Metric; 5] = [
    Metric {
        name: "first content painted",
        audit: "first-contentful-paint",
        unit: "ms",
        budget: None,
    },
    Metric {
        name: "largest content painted",
        audit: "largest-contentful-paint",
        unit: "ms",
        budget: Some(1500.0),
    },
    Metric {
        name: "total blocking time",
        audit: "total-blocking-time",
        unit: "ms",
        budget: Some(150.0),
    },
    Metric {
        name: "layout shift",
        audit: "cumulative-layout-shift",
        unit: "",
        budget: Some(0.0),
    },
    Metric {
        name: "on the wire",
        audit: "total-byte-weight",
        unit: "bytes",
        budget: None,
    },
];

/// The parts of a Lighthouse report that are printed.
#[derive(Deserialize)]
struct LighthouseReport {
    categories: BTreeMap<String, Category>,
    audits: BTreeMap<String, Audit>,
}

#[derive(Deserialize)]
struct Category {
    /// From 0 to 1; `None` if an audit failed to run.
    score: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Audit {
    title: String,
    score: Option<f64>,
    numeric_value: Option<f64>,
    #[serde(default)]
    display_value: String,
    error_message: Option<String>,
    details: Option<Value>,
}

/// Runs Lighthouse several times on each page, and prints the median run.
pub(crate) fn run(runs: usize) -> Result<()> {
    let site = built_site()?;
    let lighthouse = npm_packages()?.join("node_modules/.bin/lighthouse");
    let server = Server::start(ServedSite::new(site, Base::default()))?;
    let reports_folder = folders::target().join("lighthouse");
    fs::create_dir_all(&reports_folder)?;
    println!(
        "Lighthouse, phone, simulated slow 4G, processor 4× slowed; the middle of {runs} runs;\n\
         reports in {}",
        reports_folder.display()
    );
    for page in PAGES {
        let mut reports = Vec::new();
        for run in 1..=runs {
            let name = page.trim_end_matches('/').replace('/', "-");
            let file = reports_folder.join(format!("{name}-{run}.json"));
            look(&lighthouse, &server.url(page), &file)?;
            let report = serde_json::from_slice(&fs::read(&file)?);
            reports.push(report.context("Lighthouse's report cannot be read")?);
        }
        println!("\n/{page}");
        middle(reports)?.print();
    }
    run_command(program_at_site("page_bench")?.arg("first-visit"))
}

/// One run as a phone, with a retry: on a busy machine Lighthouse sometimes misses the start and
/// gives up.
fn look(lighthouse: &Path, url: &str, report: &Path) -> Result<()> {
    let attempt = || {
        run_command(
            Command::new(lighthouse)
                .arg(url)
                .args(["--output=json", "--quiet", CHROMIUM_FLAGS])
                .arg(format!("--output-path={}", report.display())),
        )
    };
    attempt().or_else(|_| attempt())
}

/// The median run.
fn middle(mut reports: Vec<LighthouseReport>) -> Result<LighthouseReport> {
    ensure!(!reports.is_empty(), "at least one run is needed");
    reports.sort_by(LighthouseReport::faster);
    Ok(reports.swap_remove(reports.len() / 2))
}

impl LighthouseReport {
    /// Orders by the score, which is rounded, then by the metric with the greatest weight.
    fn faster(&self, other: &Self) -> Ordering {
        let score = |report: &Self| report.score("performance").unwrap_or_default();
        let by_score = score(other).total_cmp(&score(self));
        let largest = |report: &Self| report.value("largest-contentful-paint");
        by_score.then(largest(self).total_cmp(&largest(other)))
    }

    fn score(&self, category: &str) -> Option<f64> {
        self.categories.get(category)?.score
    }

    fn value(&self, audit: &str) -> f64 {
        let value = self.audits.get(audit).and_then(|audit| audit.numeric_value);
        value.unwrap_or(f64::NAN)
    }

    fn requests(&self) -> Option<usize> {
        let details = self.audits.get("network-requests")?.details.as_ref()?;
        Some(details.get("items")?.as_array()?.len())
    }

    fn print(&self) {
        for (category, budget) in CATEGORIES {
            match self.score(category) {
                Some(score) => {
                    let verdict = verdict(score >= budget);
                    println!("{category:<26}{:>9.0}{verdict}", score * 100.0);
                }
                None => println!("{category:<26}   no score"),
            }
        }
        for metric in &METRICS {
            let value = self.value(metric.audit);
            let digits = if metric.unit.is_empty() { 3 } else { 0 };
            let verdict = verdict(metric.budget.is_none_or(|budget| value <= budget));
            println!(
                "{:<26}{value:>9.digits$} {}{verdict}",
                metric.name, metric.unit
            );
        }
        if let Some(requests) = self.requests() {
            println!("{:<26}{requests:>9}", "requests");
        }
        for (id, audit) in self.audits.iter().filter(|(_, audit)| audit.fails()) {
            println!("  fails: {id}: {} {}", audit.title, audit.display_value);
        }
        // Lighthouse runs on an older Node.js than it requires, but then some audits fail.
        for (id, audit) in &self.audits {
            if let Some(reason) = &audit.error_message {
                println!("  not made: {id}: {reason}");
            }
        }
    }
}

impl Audit {
    fn fails(&self) -> bool {
        self.score.is_some_and(|score| score < 1.0)
    }
}

const fn verdict(is_met: bool) -> &'static str {
    if is_met { "" } else { "  over budget" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(performance: f64, largest: f64) -> Result<LighthouseReport> {
        let audit = |score: f64, value: f64| {
            serde_json::json!({
                "title": "a title",
                "score": score,
                "numericValue": value,
            })
        };
        Ok(serde_json::from_value(serde_json::json!({
            "categories": {"performance": {"score": performance}, "seo": {"score": null}},
            "audits": {
                "largest-contentful-paint": audit(performance, largest),
                "network-requests": {
                    "title": "requests",
                    "score": null,
                    "details": {"items": [{}, {}]},
                },
            },
        }))?)
    }

    #[test]
    fn the_median_run_is_chosen() -> Result<()> {
        let runs = [(0.9, 1.0), (1.0, 900.0), (1.0, 1100.0)];
        let reports: Result<Vec<_>> = runs
            .map(|(score, time)| report(score, time))
            .into_iter()
            .collect();
        let middle = middle(reports?)?;
        assert!((middle.value("largest-contentful-paint") - 1100.0).abs() < f64::EPSILON);
        assert!(super::middle(Vec::new()).is_err());
        Ok(())
    }

    #[test]
    fn an_audit_fails_by_its_score() -> Result<()> {
        let failing = |report: LighthouseReport| -> Vec<String> {
            let failing = report.audits.into_iter().filter(|(_, audit)| audit.fails());
            failing.map(|(id, _)| id).collect()
        };
        assert!(failing(report(1.0, 900.0)?).is_empty());
        assert_eq!(failing(report(0.9, 900.0)?), ["largest-contentful-paint"]);
        Ok(())
    }

    #[test]
    fn missing_measurements_have_no_score() -> Result<()> {
        let report = report(1.0, 900.0)?;
        assert_eq!(report.score("performance"), Some(1.0));
        assert_eq!(report.score("seo"), None);
        assert!(report.value("total-blocking-time").is_nan());
        assert_eq!(report.requests(), Some(2));
        Ok(())
    }
}
