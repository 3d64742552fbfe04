//! Sites built from hostile values, and hostile addresses.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, ensure};
use project::{base::Base, files::files_below};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use site_builder::{pages, settings::Settings};
use tempfile::TempDir;
use tests::{
    BuiltSite, Setup, Visitor,
    hostile::{Hole, Hostile, Template, TemplateField, values},
    visit, visit_folder,
};

const SCRIPT: &str = include_str!("hostile/visitor.js");
/// The number of pages or addresses in one call of the script.
const BATCH: usize = 25;
/// One record in this many is opened by a page load; the others within the running app.
const OPENED: usize = 24;
/// Fields that are searched but not shown on any page.
const SEARCHED: [&str; 3] = ["local", "synonyms", "other_names"];
/// Changes of the address come faster than Chromium allows by default.
const HURRIED: Setup = Setup {
    site: BuiltSite::Root,
    languages: "en",
    size: tests::Viewport::Desk,
    scheme: tests::Scheme::Light,
    is_hurried: true,
};
/// What Chromium logs for every missing page.
const NOT_FOUND: &str = "the server responded with a status of 404";

/// A filled-in text of a record of the hostile catalogue.
struct Filled {
    field: TemplateField,
    record: usize,
    text: String,
}

/// A site built from hostile values.
struct HostileSite {
    folder: TempDir,
    records: usize,
    /// The ids of the first records; the others have a number as id.
    ids: Vec<String>,
    filled: Vec<Filled>,
}

impl HostileSite {
    /// Has as many records as there are short values, so that each value appears in each field.
    fn of_all_values() -> Result<Self> {
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

    /// Has one record of each kind, in which every field holds this value.
    fn of_one_value(hostile: usize, value: &str) -> Result<Self> {
        Self::build(1, Vec::new(), &|number, field, _| match field.hole {
            Hole::Text if number == hostile => value.to_owned(),
            Hole::Text => format!("harmless {number}"),
            Hole::Address => "https://example.org/".to_owned(),
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
    fn pages(&self) -> Vec<PageTexts<'_>> {
        const OF_A_CLUSTER: [&str; 7] = [
            "clusters",
            "areas",
            "countries",
            "regions",
            "cities",
            "organisations",
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
        let others = langs.iter().flat_map(|lang| {
            (0..self.records).step_by(OPENED).flat_map(move |record| {
                let area = self.texts(&["areas"], Some(record), lang);
                let lists = ["organisations", "memberships", "countries", "cities"];
                let organisation = self.texts(&lists, Some(record), lang);
                [
                    (format!("{lang}/areas/{}/", self.id("area", record)), area),
                    (
                        format!("{lang}/organisations/{}/", self.id("organisation", record)),
                        organisation,
                    ),
                ]
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
            .chain(others)
            .chain(about)
            .chain(listings)
            .collect()
    }
}

/// The path of a page below the base, and the texts that it must show.
type PageTexts<'text> = (String, Vec<&'text str>);

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
    for (path, page) in pages::texts(&shell, &settings, data)? {
        let target = folder.join(path);
        fs::create_dir_all(target.parent().context("a folder")?)?;
        fs::write(target, page)?;
    }
    Ok(())
}

/// Calls a function of the script in the page and returns its result.
async fn ask<T: DeserializeOwned>(visitor: &Visitor, what: &str, of: &[Value]) -> Result<T> {
    let script = format!(
        "const [of, done] = arguments;
         Promise.resolve(hostile.{what}(...of)).then(done, (error) => done([String(error.stack)]))"
    );
    let answer = visitor.execute_async(script, vec![json!(of)]).await?;
    Ok(answer.convert()?)
}

/// The elements and attributes that occur on the pages of the real site.
async fn vocabulary() -> Result<BTreeSet<String>> {
    let mut known = BTreeSet::new();
    visit(Setup::default(), async |visitor| {
        visitor.site.preload().add(SCRIPT);
        visitor.allow_console_error(NOT_FOUND);
        for page in [
            "en/",
            "en/?view=table&q=energy&area=energy&sort=name",
            "it/?view=map",
            "en/?q=xyzzy",
            "en/?q=lombardy+unicorn",
            "en/areas/energy/",
            "en/clusters/le2c/",
            "en/clusters/lombardia-aerospace-cluster/",
            "en/organisations/university-of-brescia/",
            "it/about/",
            "en/not-there/",
        ] {
            visitor.open(page).await?;
            let of_page: Vec<String> = ask(visitor, "vocabulary", &[]).await?;
            known.extend(of_page);
        }
        // The script must detect what it is there to detect.
        visitor.execute("alert(1)", Vec::new()).await?;
        visitor
            .execute(
                "document.querySelector('h1').setAttribute('data-x', '')",
                Vec::new(),
            )
            .await?;
        let heard: Vec<String> =
            ask(visitor, "console_messages", &[json!(["<x>"]), json!(known)]).await?;
        for word in ["alert(1)", "not there: \"<x>\"", "not of ours: h1 data-x"] {
            ensure!(heard.iter().any(|heard| heard.contains(word)), "{heard:?}");
        }
        Ok(())
    })
    .await?;
    ensure!(known.len() > 50, "{known:?}");
    Ok(known)
}

fn none(console_messages: &[String]) -> Result<()> {
    let first: Vec<_> = console_messages
        .iter()
        .take(20)
        .map(String::as_str)
        .collect();
    ensure!(
        console_messages.is_empty(),
        "{} console_messages:\n{}",
        console_messages.len(),
        first.join("\n")
    );
    Ok(())
}

#[tokio::test]
async fn every_value_in_every_field_is_shown_as_text() -> Result<()> {
    let known = json!(vocabulary().await?);
    let site = HostileSite::of_all_values()?;
    visit_folder(site.folder.path(), HURRIED, async |visitor| {
        visitor.site.preload().add(SCRIPT);
        let pages = site.pages();
        visitor.open("en/").await?;
        for batch in pages.chunks(BATCH) {
            let batch = batch
                .iter()
                .map(|(path, texts)| json!([format!("/{path}"), texts]));
            let batch = Value::Array(batch.collect());
            let wrong: Vec<String> = ask(visitor, "tour", &[batch, known.clone()]).await?;
            none(&wrong)?;
        }
        for (path, texts) in pages.iter().step_by(OPENED) {
            visitor.open(path).await?;
            let wrong: Vec<String> =
                ask(visitor, "console_messages", &[json!(texts), known.clone()]).await?;
            none(&wrong).context(path.clone())?;
        }
        Ok(())
    })
    .await
}

/// The values of a megabyte that a browser can lay out. With a megabyte of combining marks Chromium
/// takes half a minute to break lines, even on an empty page.
fn laid_out_long(all: &[Hostile]) -> Vec<&str> {
    let long = all.iter().filter(|value| value.is_long());
    let texts = long.map(|value| value.text.as_str());
    texts.filter(|text| !text.contains('\u{301}')).collect()
}

#[tokio::test]
async fn a_megabyte_in_any_field_is_shown_as_text() -> Result<()> {
    let known = json!(vocabulary().await?);
    let all = values()?;
    let long = laid_out_long(&all);
    let mut shown = 0;
    for (number, field) in Template::read()?.fields()?.iter().enumerate() {
        if field.hole == Hole::Address {
            continue;
        }
        let text = long[number % long.len()];
        let site = HostileSite::of_one_value(number, text)?;
        let pages = site.pages();
        let with_it: Vec<_> = pages
            .iter()
            .filter(|(_, texts)| texts.contains(&text))
            .collect();
        shown += with_it.len();
        visit_folder(site.folder.path(), HURRIED, async |visitor| {
            visitor.site.preload().add(SCRIPT);
            let first = with_it.first().copied().unwrap_or(&pages[0]);
            visitor.open(&first.0).await?;
            let console_messages = [json!(first.1), known.clone()];
            none(&ask::<Vec<_>>(visitor, "console_messages", &console_messages).await?)?;
            let all = with_it
                .iter()
                .map(|(path, texts)| json!([format!("/{path}"), texts]));
            let tour = [Value::Array(all.collect()), known.clone()];
            none(&ask::<Vec<_>>(visitor, "tour", &tour).await?)?;
            let searches = json!(["harmless", &text[..30], ""]);
            none(&ask::<Vec<_>>(visitor, "type", &[searches, known.clone()]).await?)
        })
        .await
        .with_context(|| field.path.clone())?;
    }
    ensure!(shown > 70, "only {shown} pages show one");
    Ok(())
}

/// The script's result for some addresses.
#[derive(Deserialize)]
struct Tried {
    wrong: Vec<String>,
    /// The number of addresses that the browser rejects.
    forbidden: usize,
}

/// The keys of a query string.
const ASKED: [&str; 12] = [
    "q",
    "area",
    "level",
    "country",
    "region",
    "organisation",
    "founded",
    "city",
    "sort",
    "view",
    "show",
    "other",
];

/// Addresses that have a value in each part: as the value of a key, as an id, as a path.
fn addresses(value: &str) -> Vec<String> {
    let with = |value: &str| {
        let asked = ASKED.map(|name| format!("{name}={value}")).join("&");
        [
            format!("/en/?{asked}&{value}={value}#{value}"),
            format!("/en/organisations/{value}/?{value}"),
            format!("/{value}"),
            format!("/it/?q={value}"),
            format!("/it/areas/{value}/"),
            format!("/en/clusters/{value}/"),
            format!("/en/{value}/"),
        ]
    };
    let encoded: Vec<_> = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let encoded = encoded.concat();
    let raw = with(value).into_iter().take(4);
    with(&encoded).into_iter().chain(raw).collect()
}

/// Addresses in which one part is a value of a megabyte, a different one in each.
fn long_addresses(long: &[&str]) -> Vec<String> {
    let queries = ASKED.iter().map(|name| format!("/en/?{name}="));
    let paths = ["/en/areas/", "/it/clusters/", "/en/organisations/", "/"];
    let starts = queries.chain(paths.map(str::to_owned));
    let each = starts.enumerate();
    each.map(|(number, start)| start + long[number % long.len()])
        .collect()
}

#[tokio::test]
async fn an_address_of_a_megabyte_is_kept() -> Result<()> {
    let known = json!(vocabulary().await?);
    let all = values()?;
    // A browser accepts two megabytes; percent-encoding makes a value three times as long.
    let is_short_enough = |text: &&str| text.bytes().all(|byte| b"ab;(-x".contains(&byte));
    let long: Vec<_> = laid_out_long(&all)
        .into_iter()
        .filter(is_short_enough)
        .collect();
    ensure!(long.len() >= 4, "{} are short enough", long.len());
    visit(HURRIED, async |visitor| {
        visitor.site.preload().add(SCRIPT);
        visitor.open("en/").await?;
        for address in long_addresses(&long) {
            let tried = [json!([address]), known.clone()];
            let answer: Tried = ask(visitor, "addresses", &tried).await?;
            none(&answer.wrong)?;
            ensure!(answer.forbidden == 0, "{} is forbidden", &address[..30]);
        }
        let typed = [json!(long), known.clone()];
        none(&ask::<Vec<_>>(visitor, "type", &typed).await?)
    })
    .await
}

#[tokio::test]
async fn every_value_in_every_part_of_an_address_is_kept() -> Result<()> {
    let known = json!(vocabulary().await?);
    let all = values()?;
    let short: Vec<_> = all.iter().filter(|value| !value.is_long()).collect();
    visit(HURRIED, async |visitor| {
        visitor.site.preload().add(SCRIPT);
        visitor.allow_console_error(NOT_FOUND);
        visitor.open("en/").await?;
        let mut tried = 0;
        let mut forbidden = 0;
        for batch in short.chunks(BATCH / 5) {
            let batch: Vec<_> = batch
                .iter()
                .flat_map(|value| addresses(&value.text))
                .collect();
            tried += batch.len();
            let answer: Tried = ask(visitor, "addresses", &[json!(batch), known.clone()]).await?;
            none(&answer.wrong)?;
            forbidden += answer.forbidden;
        }
        ensure!(
            forbidden * 20 < tried,
            "{forbidden} of {tried} addresses were forbidden"
        );
        for batch in short.chunks(BATCH) {
            let texts: Vec<_> = batch.iter().map(|value| value.text.as_str()).collect();
            let wrong: Vec<String> = ask(visitor, "type", &[json!(texts), known.clone()]).await?;
            none(&wrong)?;
        }
        // By page load, as from a link: the first value of every class.
        let mut classes = BTreeSet::new();
        for value in short.iter().filter(|value| classes.insert(&value.class)) {
            for address in &addresses(&value.text)[..4] {
                visitor
                    .open(&address[1..])
                    .await
                    .with_context(|| address.clone())?;
                let wrong: Vec<String> =
                    ask(visitor, "console_messages", &[json!([]), known.clone()]).await?;
                none(&wrong).context(address.clone())?;
            }
        }
        Ok(())
    })
    .await
}
