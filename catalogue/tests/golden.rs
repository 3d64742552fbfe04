//! The golden sets: what people type, and what a sensible person would want to see first.
//!
//! The ranking was tuned on one set and not on the other; both must hold.

use std::error::Error;
use std::fs;
use std::path::Path;

use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::Query;
use serde_json::Value;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The share of the queries whose first result is expected.
const LEAST_FIRST: f64 = 0.95;
/// The share of the queries among whose first three results is one that is expected.
const LEAST_AMONG_THREE: f64 = 0.99;

/// A query and the ids of the records of which one must come first.
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

fn read(path: &str) -> Outcome<String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Ok(fs::read_to_string(workspace.join(path))?)
}

fn set(name: &str) -> Outcome<Vec<Golden>> {
    let file: Value = serde_json::from_str(&read(&format!("tests/golden/{name}.json"))?)?;
    let records = file.as_array().ok_or("no list")?;
    let read = |value| Golden::read(value).ok_or_else(|| format!("no golden query: {value}"));
    Ok(records.iter().map(read).collect::<Result<_, _>>()?)
}

fn collection() -> Outcome<Collection> {
    let catalogue = Catalogue::from_json(&read("public/data/catalogue.json")?);
    Ok(Collection::new(catalogue.map_err(|e| format!("{e:?}"))?))
}

/// A set is large enough, in both languages, and every query of it has a reason and an answer.
fn is_sound(name: &str) -> Outcome {
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

/// The listing answers the queries of a set as expected.
fn is_answered(name: &str) -> Outcome {
    let (set, collection) = (set(name)?, collection()?);
    for (among, least) in [(1, LEAST_FIRST), (3, LEAST_AMONG_THREE)] {
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
fn the_set_to_tune_on_is_sound() -> Outcome {
    is_sound("tuned")
}

#[test]
fn the_set_held_out_is_sound() -> Outcome {
    is_sound("held_out")
}

#[test]
fn the_set_to_tune_on_is_answered() -> Outcome {
    is_answered("tuned")
}

#[test]
fn the_set_held_out_is_answered() -> Outcome {
    is_answered("held_out")
}
