//! Sites built from hostile values.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use project::{base::Base, files::files_below};
use site_builder::{pages, settings::Settings};
use tempfile::TempDir;
use tests::{
    BuiltSite,
    hostile::{Hole, Hostile, Template, TemplateField, values},
};

/// One record in this many is opened by a page load; the others within the running app.
pub(super) const OPENED: usize = 24;
/// Fields that are searched but not shown on any page.
const SEARCHED: [&str; 3] = ["local", "synonyms", "other_names"];
/// A filled-in text of a record of the hostile catalogue.
struct Filled {
    field: TemplateField,
    record: usize,
    text: String,
}

/// A site built from hostile values.
pub(super) struct HostileSite {
    pub(super) folder: TempDir,
    records: usize,
    /// The ids of the first records; the others have a number as id.
    ids: Vec<String>,
    filled: Vec<Filled>,
}

impl HostileSite {
    /// Has as many records as there are short values, so that each value appears in each field.
    pub(super) fn of_all_values() -> Result<Self> {
        let all = values()?;
        let of = |hole| -> Vec<&str> {
            let may_stand = |value: &&Hostile| match hole {
                Hole::Text => value.is_text && !value.is_long(),
                Hole::Address => value.is_address,
            };
            let values = all.iter().filter(may_stand);
            values.map(|value| value.text.as_str()).collect()
        };
        let (texts, addresses) = (of(Hole::Text), of(Hole::Address));
        let ids = all.iter().filter(|value| value.is_id());
        let ids = ids.map(|value| value.text.clone()).collect();
        Self::build(texts.len(), ids, &|number, field, record| {
            let values = match field.hole {
                Hole::Text => &texts,
                Hole::Address => &addresses,
            };
            // Each field starts with a different value, so that no two texts of a record are the
            // same.
            values[(record + number) % values.len()].to_owned()
        })
    }

    /// Has one record of each kind, in which the fields with these numbers hold these values.
    pub(super) fn of_values(values: &[(usize, &str)]) -> Result<Self> {
        Self::build(1, Vec::new(), &|number, field, _| {
            let value = values.iter().find(|(hostile, _)| *hostile == number);
            match (field.hole, value) {
                (Hole::Text, Some((_, value))) => (*value).to_owned(),
                (Hole::Text, None) => format!("harmless {number}"),
                (Hole::Address, _) => "https://example.org/".to_owned(),
            }
        })
    }

    /// Has the given number of records, the first of which have these ids; `text` gives the value
    /// of a field in a record, both by number.
    fn build(
        records: usize,
        ids: Vec<String>,
        text: &dyn Fn(usize, &TemplateField, usize) -> String,
    ) -> Result<Self> {
        let template = Template::read()?;
        let fields = template.fields()?;
        let mut filled = Vec::new();
        let data = template.filled(records, &mut |field, record| {
            let number = fields.iter().position(|other| other == field);
            let text = text(number.unwrap_or(0), field, record);
            filled.push(Filled {
                field: field.clone(),
                record,
                text: text.clone(),
            });
            text
        })?;
        let mut data = data.to_string();
        for (number, id) in ids.iter().enumerate() {
            for kind in ["area", "cluster", "organisation"] {
                data = data.replace(&format!("\"{kind}-{number}\""), &format!("\"{id}\""));
            }
        }
        let folder = TempDir::new()?;
        write_site(folder.path(), &data)?;
        Ok(Self {
            folder,
            records,
            ids,
            filled,
        })
    }

    /// The id of a record in its address.
    fn id(&self, kind: &str, record: usize) -> String {
        let id = self.ids.get(record);
        id.map_or_else(|| format!("{kind}-{record}"), String::clone)
    }

    /// The texts that a record's page shows in a language.
    fn texts(&self, lists: &[&str], record: Option<usize>, lang: &str) -> Vec<&str> {
        let shown = self.filled.iter().filter(|filled| {
            let Filled { field, .. } = filled;
            lists.iter().any(|list| field.path.starts_with(list))
                && record.is_none_or(|record| record == filled.record)
                && field.hole == Hole::Text
                && field.lang().is_none_or(|its_lang| its_lang == lang)
                && !SEARCHED.iter().any(|name| field.path.contains(name))
        });
        shown.map(|filled| filled.text.as_str()).collect()
    }

    /// The pages that together show all texts, except the site-wide ones, with the texts of each.
    pub(super) fn pages(&self) -> Vec<PageTexts<'_>> {
        const OF_A_CLUSTER: [&str; 7] = [
            "clusters",
            "areas",
            "countries",
            "regions",
            "cities",
            "organisations/*/name",
            "memberships",
        ];
        let langs = ["en", "it"];
        let clusters = langs.iter().flat_map(|lang| {
            (0..self.records).map(move |record| {
                let texts = self.texts(&OF_A_CLUSTER, Some(record), lang);
                (
                    format!("{lang}/clusters/{}/", self.id("cluster", record)),
                    texts,
                )
            })
        });
        let organisations = langs.iter().flat_map(|lang| {
            (0..self.records).map(move |record| {
                let lists = ["organisations", "memberships", "countries", "cities"];
                let texts = self.texts(&lists, Some(record), lang);
                (
                    format!("{lang}/organisations/{}/", self.id("organisation", record)),
                    texts,
                )
            })
        });
        let areas = langs.iter().flat_map(|lang| {
            (0..self.records).step_by(OPENED).map(move |record| {
                let texts = self.texts(&["areas"], Some(record), lang);
                (format!("{lang}/areas/{}/", self.id("area", record)), texts)
            })
        });
        let about = langs.iter().map(|lang| {
            (
                format!("{lang}/about/"),
                self.texts(&["about", "licence"], None, lang),
            )
        });
        let listings = langs.iter().flat_map(|lang| {
            let places = ["areas", "countries", "regions", "cities"];
            let names = ["clusters/*/name", "areas/*/label", "organisations/*/name"];
            let cards = [&names[..], &["clusters/*/description"], &places].concat();
            [
                ("", cards),
                ("&view=table", [&names[..], &places].concat()),
                ("&view=map", vec!["cities/*/label", "countries"]),
            ]
            .map(|(view, lists)| {
                (
                    format!("{lang}/?show=960{view}"),
                    self.texts(&lists, None, lang),
                )
            })
        });
        clusters
            .chain(organisations)
            .chain(areas)
            .chain(about)
            .chain(listings)
            .collect()
    }
}

/// The path of a page below the base, and the texts that it must show.
pub(super) type PageTexts<'text> = (String, Vec<&'text str>);

/// Copies the wasm and its files into `folder`, and writes the pages of a catalogue.
fn write_site(folder: &Path, data: &str) -> Result<()> {
    let built = BuiltSite::Root.folder()?;
    for file in files_below(&built)? {
        let is_page = ["cards/", "qr/"]
            .iter()
            .any(|folder| file.starts_with(folder))
            || file.contains(".html");
        let is_data = file.starts_with("data/catalogue-");
        let target = folder.join(&file);
        fs::create_dir_all(target.parent().context("a folder")?)?;
        if is_data && target.extension().is_some_and(|of| of == "json") {
            fs::write(target, data)?;
        } else if !is_page && !is_data {
            fs::copy(built.join(&file), target)?;
        }
    }
    let shell = fs::read_to_string(built.join("index.html"))?;
    let (head, rest) = shell.split_once("<body>").context("a body")?;
    let (_, end) = rest.rsplit_once("</body>").context("the body's end")?;
    let shell = format!("{head}<body><div id=\"app\"></div></body>{end}");
    let settings = Settings::local(&Base::default());
    for (path, page) in pages::contents(&shell, &settings, data)? {
        let target = folder.join(path);
        fs::create_dir_all(target.parent().context("a folder")?)?;
        fs::write(target, page)?;
    }
    Ok(())
}
