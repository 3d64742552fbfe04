//! The files for other programs, parsed as by those programs.

use std::io::Cursor;

use anyhow::{Context, Result, bail, ensure};
use calamine::{Reader, Xlsx, open_workbook_from_rs};
use roxmltree::{Document, Node};
use serde_json::Value;

use super::citations::{bibtex, ris};

/// Properties that depend on the bytes of files.
const MEASURED: [&str; 3] = ["bytes", "hash", "dcat:byteSize"];

/// A file as a list of texts, each with its place. Fails if another program would not read it.
pub(super) fn texts(path: &str, file: &str) -> Result<Vec<(String, String)>> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let mut texts = Vec::new();
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("json" | "geojson" | "jsonld" | "xlsx") => {
            json_texts("", &serde_json::from_str(file)?, &mut texts);
        }
        Some("csv") => table_texts(file, &mut texts)?,
        Some("bib") => {
            for entry in records(file) {
                texts.extend(bibtex(entry).with_context(|| entry.to_owned())?);
            }
        }
        Some("ris") => {
            for record in records(file) {
                texts.extend(ris(record).with_context(|| record.to_owned())?);
            }
        }
        Some("atom" | "xml") => {
            let document = Document::parse(file)?;
            for node in document.descendants() {
                xml_texts(node, &mut texts);
            }
        }
        Some("txt") => texts.push((String::new(), file.to_owned())),
        _ => bail!("{path} is of an unknown kind"),
    }
    Ok(texts)
}

/// The texts of a workbook's cells as JSON. Fails if a spreadsheet would calculate one.
pub(super) fn workbook(content: Vec<u8>) -> Result<String> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(content))?;
    let mut sheets = Vec::new();
    for (name, range) in book.worksheets() {
        ensure!(book.worksheet_formula(&name)?.is_empty(), "formulas");
        let headings = range.rows().next().context("no headings")?.to_vec();
        let rows = range.rows().map(|row| {
            let cells = headings.iter().zip(row).map(|(heading, cell)| {
                // Whether it is there depends on both names.
                match heading.to_string().as_str() {
                    "other_name" | "altro_nome" => String::new(),
                    _ => cell.to_string(),
                }
            });
            cells.collect::<Value>()
        });
        sheets.push(rows.collect::<Value>());
    }
    Ok(Value::from(sheets).to_string())
}

/// The records of a file of citations.
fn records(file: &str) -> impl Iterator<Item = &str> {
    file.trim_end_matches('\n').split("\n\n")
}

fn json_texts(place: &str, value: &Value, texts: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if !MEASURED.contains(&name.as_str()) {
                    json_texts(&format!("{place}/{name}"), value, texts);
                }
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                json_texts(&format!("{place}/{index}"), value, texts);
            }
        }
        Value::String(text) => texts.push((place.to_owned(), text.clone())),
        other => texts.push((place.to_owned(), other.to_string())),
    }
}

fn table_texts(file: &str, texts: &mut Vec<(String, String)>) -> Result<()> {
    let file = file.strip_prefix('\u{FEFF}').context("no mark")?;
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let columns = reader.headers()?.clone();
    for row in reader.records() {
        for (column, cell) in columns.iter().zip(&row?) {
            ensure!(
                !cell.starts_with(['=', '+', '@']) && (!cell.starts_with('-') || is_number(cell)),
                "{column}: a spreadsheet would run {cell}"
            );
            // Whether it is there depends on both names.
            if !["other_name", "altro_nome"].contains(&column) {
                let cell = cell.strip_prefix('\'').unwrap_or(cell);
                texts.push((column.to_owned(), cell.to_owned()));
            }
        }
    }
    Ok(())
}

fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok()
}

fn xml_texts(node: Node, texts: &mut Vec<(String, String)>) {
    let name = node.tag_name().name();
    for attribute in node.attributes() {
        let place = format!("{name}/{}", attribute.name());
        texts.push((place, attribute.value().to_owned()));
    }
    if let Some(text) = node.text().filter(|_| node.is_text()) {
        texts.push((String::new(), text.to_owned()));
    }
}
