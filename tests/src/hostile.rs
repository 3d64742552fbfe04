//! Hostile values, and catalogues made of them.
//!
//! `tests/hostile/values.json` holds the values by class; `tests/hostile/template.json` is a
//! catalogue with a placeholder for every text and every address.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;

const VALUES: &str = include_str!("../hostile/values.json");
const TEMPLATE: &str = include_str!("../hostile/template.json");

/// The placeholder for a text.
const TEXT: &str = "¶";
/// The placeholder for the target of a link.
const ADDRESS: &str = "§";
/// The placeholder for the number of the record.
const NUMBER: char = '#';
/// The placeholder for two capital letters, different for every record.
const CAPITALS: &str = "@";

/// A value in a field or an address that may do harm, on purpose or by accident.
#[derive(Debug, Clone)]
pub struct Hostile {
    /// The class of the value.
    pub class: String,
    /// The value.
    pub text: String,
    /// Whether it is valid as a text of the data file.
    pub is_text: bool,
    /// Whether it is valid as an address of the data file.
    pub is_address: bool,
}

impl Hostile {
    /// Whether it is valid as the id of a record, and so as part of an address.
    pub fn is_id(&self) -> bool {
        let is_of_ids = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        !self.is_long()
            && self
                .text
                .split('-')
                .all(|part| !part.is_empty() && part.chars().all(is_of_ids))
    }

    /// Whether it is far longer than any real text.
    pub fn is_long(&self) -> bool {
        self.text.len() > 10_000
    }
}

#[derive(Deserialize)]
struct Class {
    #[serde(rename = "class")]
    name: String,
    is_text: bool,
    #[serde(default)]
    is_address: bool,
    values: Vec<Written>,
}

/// A value as the table stores it: long ones are given by a pattern and a length.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Whole(String),
    Repeated { repeated: String, times: usize },
}

/// All values.
///
/// # Errors
/// When the table cannot be read.
pub fn values() -> Result<Vec<Hostile>> {
    let classes: Vec<Class> = serde_json::from_str(VALUES)?;
    let values = classes.into_iter().flat_map(|of| {
        let Class {
            name,
            is_text,
            is_address,
            values,
        } = of;
        values.into_iter().map(move |written| Hostile {
            class: name.clone(),
            text: match written {
                Written::Whole(text) => text,
                Written::Repeated { repeated, times } => repeated.repeat(times),
            },
            is_text,
            is_address,
        })
    });
    Ok(values.collect())
}

/// The kind of a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hole {
    /// Text for people.
    Text,
    /// The address that a link leads to.
    Address,
}

/// A placeholder in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateField {
    /// Its path, with `*` for every list index: `clusters/*/name/en`.
    pub path: String,
    /// What to fill in.
    pub hole: Hole,
}

impl TemplateField {
    /// The list of the record, or the top-level field.
    pub fn list(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// The language of the text, if it has one.
    pub fn lang(&self) -> Option<&'static str> {
        ["en", "it"]
            .into_iter()
            .find(|lang| self.path.split('/').skip(1).any(|part| part == *lang))
    }
}

/// The catalogue's template.
#[derive(Debug, Clone)]
pub struct Template(Value);

impl Template {
    /// Reads it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read() -> Result<Self> {
        Ok(Self(serde_json::from_str(TEMPLATE)?))
    }

    /// All placeholders of one record of each kind, in the order in which they are filled.
    ///
    /// # Errors
    /// When the template is not of the expected form.
    pub fn fields(&self) -> Result<Vec<TemplateField>> {
        let mut fields = Vec::new();
        self.filled(1, &mut |field, _| {
            fields.push(field.clone());
            String::new()
        })?;
        Ok(fields)
    }

    /// A catalogue with the given number of records of every kind; records with the same number
    /// refer to each other. `fill` gives the value of a field of the record with the given number.
    ///
    /// # Errors
    /// When the template is not of the expected form.
    pub fn filled(
        &self,
        records: usize,
        fill: &mut dyn FnMut(&TemplateField, usize) -> String,
    ) -> Result<Value> {
        let mut catalogue = self.0.clone();
        for (name, part) in catalogue.as_object_mut().context("a record")? {
            if let Some(list) = part.as_array_mut() {
                let form = list.pop().context("a form")?;
                for number in 0..records {
                    let mut record = form.clone();
                    fill_in(&mut record, &format!("{name}/*"), number, fill)?;
                    list.push(record);
                }
            } else {
                fill_in(part, name, 0, fill)?;
            }
        }
        Ok(catalogue)
    }
}

fn fill_in(
    value: &mut Value,
    path: &str,
    number: usize,
    fill: &mut dyn FnMut(&TemplateField, usize) -> String,
) -> Result<()> {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                fill_in(value, &format!("{path}/{name}"), number, fill)?;
            }
        }
        Value::Array(values) => {
            for value in values {
                fill_in(value, &format!("{path}/*"), number, fill)?;
            }
        }
        Value::String(text) => {
            let field = |hole| TemplateField {
                path: path.to_owned(),
                hole,
            };
            *text = match text.as_str() {
                TEXT => fill(&field(Hole::Text), number),
                ADDRESS => fill(&field(Hole::Address), number),
                CAPITALS => capitals(number)?,
                other => other.replace(NUMBER, &number.to_string()),
            };
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
    Ok(())
}

/// Two capital letters, different for each number.
fn capitals(number: usize) -> Result<String> {
    let letters: Vec<char> = ('A'..='Z').collect();
    let Some(first) = letters.get(number / letters.len()) else {
        bail!("too many records for two-letter countries: {number}");
    };
    Ok([*first, letters[number % letters.len()]].iter().collect())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use project::folders::workspace;

    use super::*;

    #[test]
    fn the_table_has_hundreds_of_distinct_values_in_many_classes() -> Result<()> {
        let values = values()?;
        let texts: BTreeSet<_> = values.iter().map(|value| &value.text).collect();
        assert_eq!(texts.len(), values.len());
        assert!(values.len() >= 200, "{}", values.len());
        let classes: BTreeSet<_> = values.iter().map(|value| &value.class).collect();
        assert!(classes.len() >= 12, "{classes:?}");
        let longest = values.iter().map(|value| value.text.len()).max();
        assert!(longest >= Some(1_000_000));
        Ok(())
    }

    /// The fields below a definition of the JSON Schema that are of one of two types.
    fn fields_of(
        schema: &Value,
        of: &Value,
        path: &str,
        found: &mut BTreeSet<(String, &'static str)>,
    ) {
        for (name, hole) in [("Text", TEXT), ("SafeUrl", ADDRESS)] {
            if of["$ref"] == format!("#/$defs/{name}") {
                found.insert((path.to_owned(), hole));
                return;
            }
        }
        if let Some(name) = of["$ref"].as_str() {
            let definition = schema.pointer(name.trim_start_matches('#'));
            if let Some(definition) = definition {
                fields_of(schema, definition, path, found);
            }
        }
        for choice in of["anyOf"].as_array().into_iter().flatten() {
            fields_of(schema, choice, path, found);
        }
        for (name, property) in of["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}/{name}");
            fields_of(schema, property, path.trim_start_matches('/'), found);
        }
        if of["items"].is_object() {
            fields_of(schema, &of["items"], &format!("{path}/*"), found);
        }
    }

    #[test]
    fn the_template_covers_every_text_and_address() -> Result<()> {
        let schema = workspace().join("public/data/catalogue.schema.json");
        let schema: Value = serde_json::from_str(&fs::read_to_string(schema)?)?;
        let mut wanted = BTreeSet::new();
        fields_of(&schema, &schema, "", &mut wanted);
        // For editors only: the build leaves the accepted warnings out of the published data.
        wanted.retain(|(path, _)| !path.starts_with("accepted/"));
        let fields = Template::read()?.fields()?.into_iter();
        let fields = fields.map(|field| {
            let hole = match field.hole {
                Hole::Text => TEXT,
                Hole::Address => ADDRESS,
            };
            (field.path, hole)
        });
        assert_eq!(fields.collect::<BTreeSet<_>>(), wanted);
        assert!(wanted.len() > 40, "{wanted:?}");
        Ok(())
    }

    #[test]
    fn every_record_has_a_unique_number_and_letters() -> Result<()> {
        let catalogue = Template::read()?
            .filled(30, &mut |field, number| format!("{} {number}", field.path))?;
        assert_eq!(catalogue["clusters"][29]["id"], "cluster-29");
        assert_eq!(catalogue["clusters"][29]["country"], "BD");
        assert_eq!(
            catalogue["clusters"][7]["keywords"]["it"][0],
            "clusters/*/keywords/it/* 7"
        );
        assert_eq!(catalogue["licence"]["name"], "licence/name 0");
        Ok(())
    }
}
