//! Tables as workbooks for Excel and `LibreOffice` (XLSX): the records, their sources, and what the table is.
//!
//! A download of some records is a selection of the rows of such a file, which `src/js/workbook.js` makes. It
//! relies on the form that a sheet has if it is written row by row: texts stand in their cells, not in a list
//! of all texts, and the first cell of a row is the id of its record.

mod texts;

use anyhow::{Context, Result};
use catalogue::{
    export::{ColumnKind, Envelope, RecordList, SOURCE_COLUMNS, TABLES, TableColumn, source_rows},
    model::{Lang, Licence},
    query::{Address, Page},
};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};
use technology_clusters::i18n::Strings;
use texts::WorkbookTexts;

/// The maximum length of a text in a cell, in UTF-16 code units.
const MAX_TEXT: usize = 32_767;

/// The maximum number of links in a sheet.
const MAX_LINKS: u32 = 65_530;

/// The widths that columns may have, in characters.
const NARROWEST: usize = 10;
const WIDEST: usize = 60;

/// The width of the values on the sheet about the table, in characters.
const ABOUT_WIDTH: u32 = 85;

/// Writes the workbook of a list that has a table.
pub(super) fn write(of: Envelope, list: RecordList, lang: Lang) -> Result<Vec<u8>> {
    let table = TABLES.iter().find(|table| table.list == list);
    let table = table.with_context(|| format!("there is no table of {}", list.name()))?;
    let texts = WorkbookTexts::of(lang);
    let catalogue = &of.collection.catalogue;
    let numbers = 0..(table.length)(catalogue);
    let records = numbers
        .clone()
        .map(|number| (table.cells)(of, number, lang));
    let sources = numbers.flat_map(|number| source_rows(of, list, number, lang));

    let mut workbook = Workbook::new();
    // Otherwise it would be the time of the build, and the file would differ each time.
    let created = ExcelDateTime::parse_from_str(catalogue.updated.as_str())?;
    let site = Strings::of(lang).site;
    let properties = DocProperties::new()
        .set_title(site)
        .set_comment(of.root)
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let name = match list {
        RecordList::Organisations => texts.organisations,
        _ => texts.clusters,
    };
    let mut sheet = Sheet::new(&mut workbook, name)?;
    sheet.fill(table.columns, &records.collect::<Vec<_>>(), lang)?;
    let mut sheet = Sheet::new(&mut workbook, texts.sources)?;
    let sources = sources.map(Vec::from);
    sheet.fill(&SOURCE_COLUMNS, &sources.collect::<Vec<_>>(), lang)?;
    describe(&mut workbook, of, list, lang)?;
    Ok(workbook.save_to_buffer()?)
}

/// A sheet that is being written.
struct Sheet<'book> {
    cells: &'book mut Worksheet,
    links: u32,
    heading: Format,
    date: Format,
}

impl<'book> Sheet<'book> {
    fn new(workbook: &'book mut Workbook, name: &str) -> Result<Self> {
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_landscape();
        Ok(Self {
            cells: sheet,
            links: 0,
            heading: Format::new()
                .set_bold()
                .set_background_color(Color::RGB(0x00E6_ECF2))
                .set_border_bottom(FormatBorder::Thin),
            // The same in every language, and sorted correctly by programs that take it for a text.
            date: Format::new().set_num_format("yyyy-mm-dd"),
        })
    }

    /// Writes a table, with a row of headings that stays in view.
    fn fill(&mut self, columns: &[TableColumn], rows: &[Vec<String>], lang: Lang) -> Result<()> {
        self.cells.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        for (at, column) in (0..).zip(columns) {
            let name = column.name(lang);
            let cells = rows.iter().filter_map(|row| row.get(usize::from(at)));
            let longest = cells.map(|cell| cell.chars().count()).max().unwrap_or(0);
            let width = (longest + 2).clamp(NARROWEST.max(name.len() + 2), WIDEST);
            self.cells
                .set_column_width(at, u32::try_from(width)?)?
                .write_string_with_format(0, at, name, &self.heading)?;
        }
        for (number, row) in (1..).zip(rows) {
            for ((at, column), cell) in (0..).zip(columns).zip(row) {
                self.write(number, at, column.kind, cell)?;
            }
        }
        Ok(())
    }

    /// Writes a cell. A value that is not of the kind of its column is a text: a date that is not a day, for
    /// example.
    fn write(&mut self, row: u32, column: u16, kind: ColumnKind, cell: &str) -> Result<()> {
        if cell.is_empty() {
            return Ok(());
        }
        match kind {
            ColumnKind::Year | ColumnKind::Integer | ColumnKind::Number => {
                if let Ok(number) = cell.parse::<f64>() {
                    self.cells.write_number(row, column, number)?;
                    return Ok(());
                }
            }
            ColumnKind::Date => {
                if let Some(day) = day(cell) {
                    self.cells
                        .write_with_format(row, column, &day, &self.date)?;
                    return Ok(());
                }
            }
            ColumnKind::Link => {
                if self.links < MAX_LINKS {
                    match self.cells.write_url_with_text(row, column, cell, cell) {
                        Ok(_) => {
                            self.links += 1;
                            return Ok(());
                        }
                        // Excel has no links of such a length or scheme.
                        Err(XlsxError::MaxUrlLengthExceeded | XlsxError::UnknownUrlType(_)) => {}
                        Err(error) => return Err(error.into()),
                    }
                }
            }
            ColumnKind::Text => {}
        }
        self.cells.write_string(row, column, shortened(cell))?;
        Ok(())
    }
}

/// A day. Excel has no dates before 1900.
fn day(text: &str) -> Option<ExcelDateTime> {
    let is_day = text.len() == "2026-11-30".len();
    is_day.then(|| ExcelDateTime::parse_from_str(text).ok())?
}

/// The start of a text that is too long for a cell.
fn shortened(text: &str) -> &str {
    let mut length = 0;
    let end = text.char_indices().find(|(_, letter)| {
        length += letter.len_utf16();
        length > MAX_TEXT
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// A value of the sheet about the table.
enum Value<'text> {
    Text(&'text str),
    /// An address, and the text shown for it.
    Link(&'text str, &'text str),
    Number(usize),
    /// `None` if the file has none.
    Day(Option<&'text str>),
}

/// Writes the sheet about the table. Its first four values are replaced in a selection.
fn describe(workbook: &mut Workbook, of: Envelope, list: RecordList, lang: Lang) -> Result<()> {
    let texts = WorkbookTexts::of(lang);
    let catalogue = &of.collection.catalogue;
    let page = match list {
        RecordList::Organisations => Page::Organisations,
        _ => Page::Catalogue,
    };
    let address = [of.root, &Address::of(lang, page).path()].concat();
    let length = match list {
        RecordList::Organisations => catalogue.organisations.len(),
        _ => catalogue.clusters.len(),
    };
    let Licence { name, url } = &catalogue.licence;
    let values = [
        Value::Text(texts.everything),
        Value::Link(&address, &address),
        Value::Number(length),
        Value::Day(None),
        Value::Day(Some(catalogue.updated.as_str())),
        Value::Text(of.version),
        Value::Link(of.root, Strings::of(lang).site),
        Value::Link(url.as_str(), name.as_str()),
        Value::Text(texts.unverified),
        Value::Text(texts.empty_cells),
        Value::Text(texts.members),
    ];

    let Sheet { cells, date, .. } = Sheet::new(workbook, texts.about)?;
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let left = Format::new().set_align(FormatAlign::Left);
    let date = date.set_align(FormatAlign::Left);
    cells
        .set_column_width(0, 28)?
        .set_column_width(1, ABOUT_WIDTH)?;
    cells.set_print_fit_to_pages(1, 0);
    for ((row, name), value) in (0..).zip(texts.labels).zip(values) {
        if let Value::Text(value) = value {
            // LibreOffice does not measure rows when it opens a file.
            let lines = value.chars().count().div_ceil(ABOUT_WIDTH as usize);
            cells.set_row_height(row, u32::try_from(15 * lines.max(1))?)?;
        }
        cells.write_string_with_format(row, 0, name, &label)?;
        match value {
            Value::Text(value) => cells.write_string_with_format(row, 1, value, &text)?,
            Value::Link(url, shown) => cells.write_url_with_text(row, 1, url, shortened(shown))?,
            Value::Number(value) => {
                cells.write_number_with_format(row, 1, u32::try_from(value)?, &left)?
            }
            Value::Day(None) => cells.write_blank(row, 1, &date)?,
            Value::Day(Some(day)) => {
                let day = ExcelDateTime::parse_from_str(day)?;
                cells.write_with_format(row, 1, &day, &date)?
            }
        };
    }
    Ok(())
}
