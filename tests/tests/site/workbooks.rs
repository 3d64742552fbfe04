//! Workbooks of some records, made by the script that saves them and read by another library.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    path::Path,
    process::Command,
};

use anyhow::{Context, Result, ensure};
use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use catalogue::{
    browse::Collection,
    export::{Format, RecordList},
    model::{Catalogue, Lang},
    query::{Facet, Query, Sort},
};
use serde_json::{Value, json};
use tests::{BuiltSite, fixture, hostile::values};

use crate::built::{files, has_extension};

/// Reads requests from a file, and writes the workbook of each beside it.
const NODE: &str = r"
    import { readFileSync, writeFileSync } from 'node:fs';
    const [script, requests] = process.argv.slice(-2);
    const { selection } = await import(script);
    for (const { from, to, ...request } of JSON.parse(readFileSync(requests))) {
      const parts = await selection(new Uint8Array(readFileSync(from)), request);
      writeFileSync(to, parts ? Buffer.concat(parts) : '');
    }
    process.exit();
";

/// Runs the script.
fn select(requests: &[Value]) -> Result<()> {
    let folder = BuiltSite::Root.folder()?;
    let is_script = |path: &String| path.starts_with("workbook-") && has_extension(path, "js");
    let script = files(&folder)?.into_iter().find(is_script);
    let script = fs::read(folder.join(script.context("there is no script")?))?;
    let target = tempfile::tempdir()?;
    // Node.js treats files with the ending `.js` as CommonJS.
    let module = target.path().join("workbook.mjs");
    fs::write(&module, script)?;
    let file = target.path().join("requests.json");
    serde_json::to_writer(File::create(&file)?, requests)?;
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", NODE])
        .args([module, file]);
    ensure!(node.status()?.success(), "the script failed");
    Ok(())
}

/// Numbers that look random but are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}

/// The rows of a table, by id.
fn table(lang: Lang) -> Result<BTreeMap<String, Vec<String>>> {
    let path = Format::Csv.path(RecordList::Clusters, lang);
    let file = fs::read_to_string(BuiltSite::Root.folder()?.join(path))?;
    let file = file.trim_start_matches('\u{FEFF}');
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let rows = reader.records().map(|row| {
        let row: Vec<_> = row?.iter().map(str::to_owned).collect();
        Ok((row[0].clone(), row))
    });
    rows.collect()
}

/// The text of a cell, as a table in CSV would have it.
fn shown(cell: &Data) -> String {
    match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

/// The sheets of a workbook.
fn sheets(path: &Path) -> Result<Vec<Range<Data>>> {
    let mut book: Xlsx<_> = open_workbook(path)?;
    Ok(book.worksheets().into_iter().map(|(_, it)| it).collect())
}

#[test]
fn workbooks_equal_the_listing_in_200_states() -> Result<()> {
    let data = fixture::catalogue()?.to_string();
    let catalogue = Catalogue::from_json(&data).map_err(|it| anyhow::anyhow!("{it:?}"))?;
    let collection = Collection::new(catalogue);
    let folder = BuiltSite::Root.folder()?;
    let target = tempfile::tempdir()?;
    let titles: Vec<_> = values()?.into_iter().filter(|it| !it.is_long()).collect();
    let mut random = Random(20_261_130);
    let mut cases = Vec::new();
    let mut requests = Vec::new();
    for number in 0..200 {
        let lang = Lang::ALL[number % 2];
        let texts = ["", "energy", "lombardia ", "agri", "università", "xyzzy"];
        let mut query = Query::default()
            .with_text(texts[random.below(texts.len())])
            .with_sort(Sort::ALL[random.below(Sort::ALL.len())]);
        if random.below(2) == 0 {
            let facet = Facet::ALL[random.below(Facet::ALL.len())];
            let values = collection.values(facet);
            let value = random.below(values.len());
            query.choose(facet, values.id(u32::try_from(value)?));
        }
        let listed = collection.matching_clusters(&query, lang);
        let clusters = &collection.catalogue.clusters;
        let ids = listed.iter().map(|&it| clusters[it as usize].id.as_str());
        let ids: Vec<_> = ids.map(str::to_owned).collect();
        let title = &titles[number % titles.len()].text;
        let to = target.path().join(format!("{number}.xlsx"));
        requests.push(json!({
            "from": folder.join(Format::Xlsx.path(RecordList::Clusters, lang)),
            "to": to,
            "selection": { "title": title, "url": "https://example.org/?q=a&b" },
            "day": "2026-11-30",
            "ids": ids.join(" "),
        }));
        cases.push((lang, ids, title, to));
    }
    select(&requests)?;

    let tables = [table(Lang::En)?, table(Lang::It)?];
    for (lang, ids, title, path) in cases {
        let [records, sources, about] = <[_; 3]>::try_from(sheets(&path)?)
            .map_err(|sheets| anyhow::anyhow!("{} sheets", sheets.len()))?;
        ensure!(records.height() == ids.len() + 1, "{path:?}");
        for (row, id) in records.rows().skip(1).zip(&ids) {
            let cells: Vec<_> = row.iter().map(shown).collect();
            let wanted = &tables[lang as usize][id];
            let unquoted = wanted.iter().map(|it| it.strip_prefix('\'').unwrap_or(it));
            ensure!(unquoted.eq(&cells), "{cells:?} instead of {wanted:?}");
        }
        let mut of_sources: Vec<_> = sources.rows().skip(1).map(|row| shown(&row[0])).collect();
        of_sources.dedup();
        let with_sources = ids.iter().filter(|id| of_sources.contains(id));
        ensure!(with_sources.eq(&of_sources), "another order of sources");
        let value = |row| about.get((row, 1)).context("no value");
        // Characters that XML cannot express become a space.
        let wanted = title.replace(|c| c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}'), " ");
        ensure!(shown(value(0)?) == wanted, "{:?}", value(0)?);
        ensure!(value(0)?.is_string());
        ensure!(shown(value(1)?) == "https://example.org/?q=a&b");
        ensure!(value(2)?.as_i64() == i64::try_from(ids.len()).ok());
        ensure!(shown(value(3)?) == "2026-11-30");
    }
    Ok(())
}

#[test]
fn workbooks_without_a_record_are_refused() -> Result<()> {
    let folder = BuiltSite::Root.folder()?;
    let target = tempfile::tempdir()?;
    let to = target.path().join("refused.xlsx");
    let from = folder.join(Format::Xlsx.path(RecordList::Clusters, Lang::En));
    select(&[json!({
        "from": from, "to": to, "ids": "le2c no-such-cluster", "day": "2026-11-30",
        "selection": { "title": "", "url": "" },
    })])?;
    ensure!(fs::metadata(to)?.len() == 0, "it was written");
    Ok(())
}
