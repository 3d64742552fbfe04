//! The golden sets: what people type, and which results a reasonable person expects first.
//!
//! The ranking was tuned on one set only; both must hold, on the catalogue they were written for:
//! `tests/golden/catalogue.json`, a frozen copy of the published one.

use std::error::Error;
use std::fs;
use std::path::Path;

use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::Query;
use serde_json::Value;

type TestResult<T = ()> = Result<T, Box<dyn Error>>;

/// The minimum share of queries with an expected result in first place.
const MIN_FIRST: f64 = 0.98;
/// The minimum share of queries with an expected result among the first three.
const MIN_AMONG_THREE: f64 = 1.0;

/// A query with the ids of acceptable first results.
struct Golden {
    query: String,
    lang: Lang,
    expect: Vec<String>,
    why: String,
}

impl Golden {
    fn read(value: &Value) -> Option<Self> {
        let text = |field: &str| value[field].as_str();
        let expected = value["expect"].as_array()?.iter();
        Some(Self {
            query: text("query")?.to_owned(),
            lang: Lang::from_tag(text("lang")?)?,
            expect: expected
                .map(|id| id.as_str().map(str::to_owned))
                .collect::<Option<_>>()?,
            why: text("why")?.to_owned(),
        })
    }
}

fn read(path: &str) -> TestResult<String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Ok(fs::read_to_string(workspace.join(path))?)
}

fn set(name: &str) -> TestResult<Vec<Golden>> {
    let file: Value = serde_json::from_str(&read(&format!("tests/golden/{name}.json"))?)?;
    let records = file.as_array().ok_or("no list")?;
    let read = |value| Golden::read(value).ok_or_else(|| format!("no golden query: {value}"));
    Ok(records.iter().map(read).collect::<Result<_, _>>()?)
}

fn collection() -> TestResult<Collection> {
    let catalogue = Catalogue::from_json(&read("tests/golden/catalogue.json")?);
    Ok(Collection::new(catalogue.map_err(|e| format!("{e:?}"))?))
}

/// The set is large enough, covers both languages, and gives reasons and known ids for every query.
fn assert_valid(name: &str) -> TestResult {
    let (set, collection) = (set(name)?, collection()?);
    assert!(set.len() >= 50, "{} queries are too few", set.len());
    let italian = set.iter().filter(|golden| golden.lang == Lang::It).count();
    let english = set.len() - italian;
    assert!(
        italian >= english,
        "at least half are Italian, not {italian}"
    );
    for Golden {
        query, expect, why, ..
    } in &set
    {
        assert!(!why.is_empty() && !expect.is_empty(), "{query}");
        for id in expect {
            let cluster = collection.catalogue.clusters.get(id);
            assert!(cluster.is_some(), "{query}: there is no {id}");
        }
    }
    Ok(())
}

/// The listing gives the expected results for the queries of a set.
fn assert_expected_results(name: &str) -> TestResult {
    let (set, collection) = (set(name)?, collection()?);
    for (among, least) in [(1, MIN_FIRST), (3, MIN_AMONG_THREE)] {
        let failed: Vec<&str> = set
            .iter()
            .filter(|golden| !is_met(golden, &collection, among))
            .map(|golden| golden.query.as_str())
            .collect();
        let [failures, all] = [failed.len(), set.len()].map(u32::try_from);
        let share = 1.0 - f64::from(failures?) / f64::from(all?);
        assert!(share >= least, "@{among}: {share:.3}; not so: {failed:#?}");
    }
    Ok(())
}

fn is_met(golden: &Golden, collection: &Collection, among: usize) -> bool {
    let mut query = Query::default();
    query.text.clone_from(&golden.query);
    let clusters = collection.listing(&query, golden.lang).clusters;
    clusters.iter().take(among).any(|&number| {
        let id = collection.catalogue.clusters[number as usize].id.as_str();
        golden.expect.iter().any(|expected| expected == id)
    })
}

#[test]
fn tuning_set_is_valid() -> TestResult {
    assert_valid("tuned")
}

#[test]
fn held_out_set_is_valid() -> TestResult {
    assert_valid("held_out")
}

#[test]
fn tuning_set_gives_the_expected_results() -> TestResult {
    assert_expected_results("tuned")
}

#[test]
fn held_out_set_gives_the_expected_results() -> TestResult {
    assert_expected_results("held_out")
}
