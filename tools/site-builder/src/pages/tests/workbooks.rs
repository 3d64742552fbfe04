//! The workbooks, read by another library.

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use catalogue::{
    export::{ColumnKind, Envelope, Format, RecordList, SOURCE_COLUMNS, TABLES, source_rows},
    model::Lang,
};
use std::io::Cursor;

use super::*;

type Book = Xlsx<Cursor<Vec<u8>>>;

/// The lists that have workbooks.
const LISTS: [RecordList; 2] = [RecordList::Clusters, RecordList::Organisations];

/// The names of sheets, by language.
const SHEETS: [[&str; 4]; 2] = [
    ["Clusters", "Organisations", "Sources", "About this table"],
    [
        "Cluster",
        "Organizzazioni",
        "Fonti",
        "Informazioni sulla tabella",
    ],
];

fn open(content: &[u8]) -> Result<Book> {
    Ok(open_workbook_from_rs(Cursor::new(content.to_vec()))?)
}

/// The cells of a sheet.
fn rows(book: &mut Book, sheet: &str) -> Result<Vec<Vec<Data>>> {
    let range = book.worksheet_range(sheet)?;
    Ok(range.rows().map(<[_]>::to_vec).collect())
}

/// Checks that a cell shows a text as its kind.
fn check_cell(cell: &Data, kind: ColumnKind, text: &str) {
    let number = text.parse::<f64>().ok();
    match (kind, cell) {
        (_, Data::Empty) => assert_eq!(text, ""),
        (ColumnKind::Year | ColumnKind::Integer | ColumnKind::Number, _) => {
            assert_eq!(cell.as_f64(), number, "{text}");
            assert!(!cell.is_string(), "{text}");
        }
        (ColumnKind::Date, Data::DateTime(day)) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            assert_eq!(format!("{year}-{month:02}-{day:02}"), text);
        }
        (ColumnKind::Date, _) => {
            assert_ne!(text.len(), 10, "{text} is a day");
            assert_eq!(cell.as_string().as_deref(), Some(text));
        }
        _ => {
            assert!(cell.is_string(), "{text}");
            assert_eq!(cell.as_string().as_deref(), Some(text));
        }
    }
}

#[test]
fn workbooks_have_the_cells_of_the_tables_with_their_kinds() -> Result<()> {
    let data = fs::read_to_string(fixture_file())?;
    let settings = local()?;
    let site = SiteData::open(SHELL, &settings, &data)?;
    let of = Envelope {
        collection: site.collection,
        root: SITE,
        version: site.version,
    };
    let mut days = 0;
    for (lang, sheets) in Lang::ALL.into_iter().zip(SHEETS) {
        for list in LISTS {
            let mut book = open(content(&Format::Xlsx.path(list, lang))?)?;
            let name = sheets[list as usize];
            assert_eq!(book.sheet_names(), [name, sheets[2], sheets[3]]);
            let table = TABLES.iter().find(|table| table.list == list);
            let table = table.context("no table")?;
            let length = (table.length)(&site.collection.catalogue);

            let found = rows(&mut book, name)?;
            assert_eq!(found.len(), length + 1);
            for (column, heading) in table.columns.iter().zip(&found[0]) {
                assert_eq!(heading, column.name(lang));
            }
            for (number, row) in found[1..].iter().enumerate() {
                let cells = (table.cells)(of, number, lang);
                assert_eq!(cells.len(), row.len());
                for ((cell, column), text) in row.iter().zip(table.columns).zip(cells) {
                    check_cell(cell, column.kind, &text);
                    days += usize::from(cell.is_datetime());
                }
            }

            let found = rows(&mut book, sheets[2])?;
            let sources = (0..length).flat_map(|number| source_rows(of, list, number, lang));
            let sources: Vec<_> = sources.collect();
            assert_eq!(found.len(), sources.len() + 1);
            for (row, cells) in found[1..].iter().zip(sources) {
                for ((cell, column), text) in row.iter().zip(&SOURCE_COLUMNS).zip(cells) {
                    check_cell(cell, column.kind, &text);
                }
            }

            let found = rows(&mut book, sheets[3])?;
            assert_eq!(found.len(), 11);
            assert!(found[1][1].to_string().starts_with(SITE));
            assert_eq!(found[2][1].as_i64(), i64::try_from(length).ok());
            assert!(found[3][1].is_empty(), "the file has no date");
            assert!(found[4][1].is_datetime());
        }
    }
    assert!(days > 10, "{days} days");
    Ok(())
}

#[test]
fn hostile_texts_are_inert_in_workbooks() -> Result<()> {
    let mut data = fixture()?;
    let long = "€𝄞".repeat(20_000);
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "_x0041_ _x000D_",
        "</t></is></c><c r=\"A1\"><f>1+1</f></c>",
        "]]> & &amp; \" '",
        "\u{FFFE}\u{FFFF}\u{FDD0}\u{2028}x",
        "🏳\u{200d}🌈 𠜎 e\u{301} مرحبا",
        "2026-11-30",
        "12",
        "TRUE",
        long.as_str(),
    ];
    let clusters = data["clusters"].as_array_mut().context("clusters")?;
    for (cluster, text) in clusters.iter_mut().zip(texts) {
        cluster["acronym"] = text.into();
        cluster["description"]["en"] = text.into();
    }
    let files = all_files(&local()?, &data.to_string())?;
    let mut book = open(&files.workbooks["data/v1/clusters.xlsx"])?;
    let found = rows(&mut book, "Clusters")?;
    let column = |name: &str| {
        let mut names = found[0].iter();
        names.position(|cell| cell == name).context("no column")
    };
    let columns = [column("acronym")?, column("description")?];
    for (row, text) in found[1..].iter().zip(texts) {
        for column in columns {
            let shown = row[column].as_string().unwrap_or_default();
            if text == long {
                let units = shown.encode_utf16().count();
                assert!(text.starts_with(&shown) && (32_766..=32_767).contains(&units));
            } else {
                assert_eq!(shown, text);
            }
            assert!(row[column].is_string(), "{text}");
        }
    }
    assert!(book.worksheet_formula("Clusters")?.is_empty(), "formulas");
    Ok(())
}
