//! Values that try to be more than text, and catalogues made of them.
//!
//! The values stand in `tests/hostile/values.json`, by the class of trouble that each means; the
//! catalogue, with a hole for every text and every address, in `tests/hostile/template.json`.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;

const VALUES: &str = include_str!("../hostile/values.json");
const TEMPLATE: &str = include_str!("../hostile/template.json");

/// Stands in the template for a text.
const TEXT: &str = "¶";
/// Stands there for an address that a link leads to.
const ADDRESS: &str = "§";
/// Stands there for the number of the record.
const NUMBER: char = '#';
/// Stands there for two capital letters, which are different for every record.
const CAPITALS: &str = "@";

/// A value that somebody may put into a field or an address to do harm, or that does it by chance.
#[derive(Debug, Clone)]
pub struct Hostile {
    /// What kind of trouble it means.
    pub class: String,
    /// The value.
    pub text: String,
    /// Whether it may stand in a text of the data file.
    pub is_text: bool,
    /// Whether it may stand in an address of the data file.
    pub is_address: bool,
}

impl Hostile {
    /// Whether it may be the id of a record, and so a part of an address.
    pub fn is_id(&self) -> bool {
        let is_of_ids = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        !self.is_long()
            && self
                .text
                .split('-')
                .all(|part| !part.is_empty() && part.chars().all(is_of_ids))
    }

    /// Whether it is as long as no text should be.
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

/// A value as it stands in the table: long ones are not written out.
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

/// What is to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hole {
    /// Text for people.
    Text,
    /// The address that a link leads to.
    Address,
}

/// A hole in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Where it stands, with `*` for every place in a list: `clusters/*/name/en`.
    pub path: String,
    /// What is to stand there.
    pub hole: Hole,
}

impl Field {
    /// The list of the record, or what else it belongs to.
    pub fn list(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// The language that its text is in, if it is in one.
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

    /// All holes of one record of each kind, in the order in which they are filled.
    ///
    /// # Errors
    /// When something stands in the template that is no form of a record.
    pub fn fields(&self) -> Result<Vec<Field>> {
        let mut fields = Vec::new();
        self.filled(1, &mut |field, _| {
            fields.push(field.clone());
            String::new()
        })?;
        Ok(fields)
    }

    /// A catalogue with that many records of every kind, of which those with the same number belong
    /// together. `fill` says what stands in a field of the record with a number.
    ///
    /// # Errors
    /// When something stands in the template that is no form of a record.
    pub fn filled(
        &self,
        records: usize,
        fill: &mut dyn FnMut(&Field, usize) -> String,
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
    fill: &mut dyn FnMut(&Field, usize) -> String,
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
            let field = |hole| Field {
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
        bail!("there are not so many countries: {number}");
    };
    Ok([*first, letters[number % letters.len()]].iter().collect())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use project::folders::workspace;

    use super::*;

    #[test]
    fn the_table_holds_hundreds_of_values_of_many_classes_each_once() -> Result<()> {
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

    /// The fields that a definition of the JSON Schema leads to, whose text is of one of two kinds.
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
    fn the_template_has_a_hole_for_every_text_and_address_of_the_data_file() -> Result<()> {
        let schema = workspace().join("public/data/catalogue.schema.json");
        let schema: Value = serde_json::from_str(&fs::read_to_string(schema)?)?;
        let mut wanted = BTreeSet::new();
        fields_of(&schema, &schema, "", &mut wanted);
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
    fn every_record_has_a_number_and_letters_of_its_own() -> Result<()> {
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
