//! The phrases in English messages.

use catalogue::model::Lang;

use crate::message::{
    Form, FoundValue, JsonType, Kind, RecordName, Shape, Uses, Wanted, quote, quote_all,
};

pub(super) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Area => "area",
        Kind::Country => "country",
        Kind::Region => "region",
        Kind::City => "city",
        Kind::Cluster => "cluster",
        Kind::Organisation => "organisation",
        Kind::Membership => "membership",
        Kind::Withdrawn => "withdrawn record",
        Kind::Accepted => "accepted warning",
    }
}

pub(in super::super) fn record_name(record: &RecordName) -> String {
    match record {
        RecordName::File => "the file".to_owned(),
        RecordName::Field(field) => format!("the file's field {}", quote(field)),
        RecordName::Id(kind, id) => format!("{} {}", name(*kind), quote(id)),
        RecordName::Number(kind, number) => format!("{} number {number}", name(*kind)),
        RecordName::Membership {
            organisation,
            cluster,
        } => {
            format!(
                "membership of {} in {}",
                quote(organisation),
                quote(cluster)
            )
        }
    }
}

pub(super) fn found(found: &FoundValue) -> String {
    match found {
        FoundValue::Text(text) => quote(text),
        FoundValue::Other(other) => json_type(*other).to_owned(),
    }
}

pub(super) const fn json_type(of: JsonType) -> &'static str {
    match of {
        JsonType::Null => "nothing (null)",
        JsonType::Boolean => "true or false",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::Text => "text",
        JsonType::List => "a list",
        JsonType::Object => "a group of fields",
    }
}

pub(super) const fn how_to_write(wanted: JsonType) -> &'static str {
    match wanted {
        JsonType::Null => "Write null.",
        JsonType::Boolean => "Write true or false, without quotation marks.",
        JsonType::Integer => {
            "Write it in digits, without quotation marks and decimals, such as 2012."
        }
        JsonType::Number => "Write it in digits, without quotation marks, such as 45.5.",
        JsonType::Text => "Write it between quotation marks: \"…\".",
        JsonType::List => "Write it between square brackets, with commas: [\"…\", \"…\"].",
        JsonType::Object => "Write it between braces, as in {\"en\": \"…\", \"it\": \"…\"}.",
    }
}

pub(super) const fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Value => "a value",
        Wanted::FieldName => "the name of a field (in quotation marks)",
        Wanted::Colon => "a colon (between a field's name and its value)",
        Wanted::CommaOrBracket => "a comma or a closing bracket",
    }
}

pub(super) fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Text => "\"…\"".into(),
        Shape::Number => "and a number".into(),
        Shape::List => "[ … ]".into(),
        Shape::Object(fields) => {
            let fields: Vec<_> = fields.iter().map(|name| format!("\"{name}\": …")).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Shape::OneOf(words) => format!("\"…\" (one of {})", quote_all(words)),
    }
}

/// "Did you mean "energy"? ", if there is a similar word.
pub(super) fn near(word: Option<&String>) -> String {
    word.map_or_else(String::new, |word| {
        format!("Did you mean {}? ", quote(word))
    })
}

pub(super) const fn form(form: Form) -> &'static str {
    match form {
        Form::Id => "Write it as in \"university-of-brescia\".",
        Form::Country => "Write the country's code, as in \"IT\".",
        Form::Date => "Write a day of the calendar, as in \"2026-11-23\".",
        Form::SeenDate => "Write as much of the date as is known, as in \"2022-06\".",
        Form::Url => "Copy the whole address from the browser, as in \"https://www.example.org\".",
        Form::Text => {
            "Write plain text, without spaces at its ends and without invisible characters."
        }
        Form::Bilingual => "Write {\"en\": \"…\", \"it\": \"…\"}.",
        Form::Coordinates => "Write degrees, as in {\"lat\": 45.54, \"lon\": 10.22}.",
        Form::Record => "Look at how the records before and after it are written.",
    }
}

/// ", and 3 places still refer to it (lines 12, 40, 41)".
pub(super) fn uses(uses: &Uses) -> String {
    let lines = uses.some_lines();
    match uses.lines.len() {
        0 => String::new(),
        1 => format!(", and one place still refers to it (line {lines})"),
        places => format!(", and {places} places still refer to it (lines {lines})"),
    }
}

/// Like [`uses`], where a single use is the place of the message itself.
pub(super) fn further_uses(of: &Uses) -> String {
    if of.lines.len() > 1 {
        uses(of)
    } else {
        String::new()
    }
}

pub(super) const CUT_OFF: &str = "Restore the file from a complete copy, or close the brackets and quotation marks that are open.";
pub(super) const DESCRIPTION: &str = "Correct the field or the description. Better still, leave facts that have \
    a field out of the description.";

pub(super) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::It => "Italian",
    }
}
