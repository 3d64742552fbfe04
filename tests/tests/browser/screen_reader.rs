//! What a screen reader announces, step by step, taken from the browser's accessibility tree. The
//! transcripts are in `tests/screen_reader/`, one for each language.
//!
//! `SCREEN_READER=write cargo xtask test browser` rewrites them; review the diff.

use std::{
    collections::HashMap,
    env,
    fmt::{self, Write},
    fs,
    path::Path,
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use site_server::{Action, Fault};
use tests::{Setup, Visitor, visit};
use thirtyfour::Key;

/// The number of items that are transcribed of a longer list.
const OF_A_LIST: usize = 3;
/// Roles that are not announced by themselves.
const SILENT: [&str; 10] = [
    "none",
    "generic",
    "InlineTextBox",
    "LineBreak",
    "LabelText",
    "ListMarker",
    "RootWebArea",
    "paragraph",
    "listitem",
    "form",
];
/// Roles that are announced with all their content.
const TOLD_WHOLE: [&str; 12] = [
    "StaticText",
    "link",
    "heading",
    "button",
    "checkbox",
    "searchbox",
    "textbox",
    "combobox",
    "image",
    "term",
    "Legend",
    "time",
];

/// The texts of the visit in one language.
struct JourneyTexts {
    lang: &'static str,
    search: &'static str,
    failed: &'static str,
}

const LANGUAGES: [JourneyTexts; 2] = [
    JourneyTexts {
        lang: "en",
        search: "hydrogen",
        failed: "could not start",
    },
    JourneyTexts {
        lang: "it",
        search: "idrogeno",
        failed: "non si è avviata",
    },
];

#[tokio::test]
async fn the_screen_reader_transcripts_match() -> Result<()> {
    for words in LANGUAGES {
        visit(Setup::default(), async |visitor| {
            let heard = journey(visitor, &words).await?;
            compare(&format!("{}.txt", words.lang), &heard)
        })
        .await?;
    }
    Ok(())
}

async fn journey(visitor: &Visitor, words: &JourneyTexts) -> Result<String> {
    let mut script = Script::default();
    let lang = words.lang;
    visitor.open(&format!("{lang}/")).await?;
    script.step("The catalogue is opened", visitor).await?;
    script.page(visitor).await?;

    visitor.press("/").await?;
    visitor
        .wait_for("document.activeElement.id === 'search'")
        .await?;
    script.step("/ is pressed", visitor).await?;
    visitor.press(words.search).await?;
    visitor
        .wait_for_address(&format!("{lang}/?q={}", words.search))
        .await?;
    script
        .step(&format!("“{}” is typed", words.search), visitor)
        .await?;
    visitor.press(Key::Down).await?;
    visitor
        .wait_for("document.activeElement.closest('article') !== null")
        .await?;
    script.step("The down arrow is pressed", visitor).await?;
    visitor.press(Key::Enter).await?;
    visitor
        .wait_for("document.activeElement.localName === 'h1'")
        .await?;
    script.step("Enter is pressed", visitor).await?;
    script.page(visitor).await?;

    visitor
        .open(&format!("{lang}/?area=energy&level=national"))
        .await?;
    visitor
        .tab_to("a filter", |focus| focus.value == "national")
        .await?;
    script
        .step(
            "Energy and national clusters are opened, and the box of the level is reached",
            visitor,
        )
        .await?;
    visitor.press(" ").await?;
    visitor
        .wait_for_address(&format!("{lang}/?area=energy"))
        .await?;
    script.step("The space bar is pressed", visitor).await?;
    visitor
        .tab_to("the chip", |focus| focus.text.contains('×'))
        .await?;
    script
        .step("The chip of the other filter is reached", visitor)
        .await?;

    visitor.open(&format!("{lang}/?q=xqzw")).await?;
    script
        .step("A text that occurs nowhere is searched for", visitor)
        .await?;
    script.part(visitor, "main").await?;

    visitor.open(&format!("{lang}/network/")).await?;
    script.step("The network is opened", visitor).await?;
    script.part(visitor, "main").await?;

    visitor.empty_cache().await?;
    visitor.expect_console_error("/data/catalogue");
    visitor.expect_console_error("HTTP 404");
    visitor
        .site
        .faults()
        .set([Fault::always("/data/catalogue", Action::Missing)]);
    visitor.open_without_waiting(&format!("{lang}/")).await?;
    visitor.wait_for_failure(words.failed).await?;
    script
        .step("The catalogue is opened and cannot be loaded", visitor)
        .await?;
    // The port and the hash of the data file are not the same in each run.
    let heard = script.heard.replace(&visitor.site.url(""), "…/");
    let (before, file) = heard.split_once("/data/catalogue-").context("no file")?;
    let (_, after) = file.split_once(".json").context("no JSON")?;
    Ok(format!("{before}/data/catalogue….json{after}"))
}

/// The transcript so far.
#[derive(Default)]
struct Script {
    heard: String,
    /// The last content of each live region: changes are announced.
    announced: String,
}

impl Script {
    /// Records a step, the announcements it caused, and the focused element.
    async fn step(&mut self, what: &str, visitor: &Visitor) -> Result<()> {
        let tree = Tree::read(visitor).await?;
        writeln!(self.heard, "\n== {what}")?;
        let places = ["alert", "status"].into_iter();
        let texts = places.flat_map(|role| tree.of_role(role).map(|node| tree.text_in(node)));
        let announced = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let announced = announced.join("; ");
        if announced != self.announced && !announced.is_empty() {
            writeln!(self.heard, "announced: {announced}")?;
        }
        self.announced = announced;
        if let Some(node) = tree.focused() {
            writeln!(self.heard, "focus: {}", told(node))?;
        }
        Ok(())
    }

    /// Records the whole page, read from its beginning.
    async fn page(&mut self, visitor: &Visitor) -> Result<()> {
        self.part(visitor, "RootWebArea").await
    }

    /// Records the part of the page with a role.
    async fn part(&mut self, visitor: &Visitor, role: &str) -> Result<()> {
        let tree = Tree::read(visitor).await?;
        let node = tree.of_role(role).next();
        let node = node.with_context(|| format!("nothing is a {role}"))?;
        Ok(tree.tell(node, 0, &mut self.heard)?)
    }
}

/// The accessibility tree of the page.
struct Tree(HashMap<String, Value>, Vec<String>);

impl Tree {
    async fn read(visitor: &Visitor) -> Result<Self> {
        let cdp = visitor.cdp();
        let tree = cdp
            .send_raw("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes = tree["nodes"].as_array().context("no tree")?;
        let id = |node: &Value| node["nodeId"].as_str().unwrap_or_default().to_owned();
        let order = nodes.iter().map(id).collect();
        Ok(Self(
            nodes.iter().map(|node| (id(node), node.clone())).collect(),
            order,
        ))
    }

    fn nodes(&self) -> impl Iterator<Item = &Value> {
        self.1.iter().filter_map(|id| self.0.get(id))
    }

    fn of_role(&self, role: &str) -> impl Iterator<Item = &Value> {
        self.nodes()
            .filter(move |node| node["role"]["value"] == role && node["ignored"] != true)
    }

    fn focused(&self) -> Option<&Value> {
        let mut nodes = self.nodes();
        nodes.find(|node| is(node, "focused") && node["role"]["value"] != "RootWebArea")
    }

    fn children<'tree>(&'tree self, node: &'tree Value) -> impl Iterator<Item = &'tree Value> {
        let ids = node["childIds"].as_array().into_iter().flatten();
        ids.filter_map(|id| self.0.get(id.as_str()?))
    }

    fn text_in(&self, node: &Value) -> String {
        let own = (node["role"]["value"] == "StaticText").then(|| name(node).to_owned());
        let below = self.children(node).map(|child| self.text_in(child));
        let texts = own
            .into_iter()
            .chain(below)
            .filter(|text| !text.trim().is_empty());
        texts.collect::<Vec<_>>().join(" ")
    }

    /// A node and its content, one line each.
    fn tell(&self, node: &Value, depth: usize, script: &mut String) -> fmt::Result {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let is_silent = node["ignored"] == true || SILENT.contains(&role);
        let is_blank = role == "StaticText" && name(node).trim().is_empty();
        let below = if is_silent || is_blank {
            depth
        } else {
            writeln!(script, "{}{}", "  ".repeat(depth), told(node))?;
            depth + 1
        };
        if TOLD_WHOLE.contains(&role) && !is_silent {
            return Ok(());
        }
        let children: Vec<_> = self.children(node).collect();
        // The items of lists, tables and results.
        let (mut of_kind, mut left_out) = (0, 0);
        for child in children {
            if ["listitem", "row", "article"]
                .contains(&child["role"]["value"].as_str().unwrap_or_default())
            {
                of_kind += 1;
                if of_kind > OF_A_LIST {
                    left_out += 1;
                    continue;
                }
            }
            self.tell(child, below, script)?;
        }
        if left_out > 0 {
            writeln!(script, "{}… and {left_out} more", "  ".repeat(below))?;
        }
        Ok(())
    }
}

/// The announcement of a node: its role, name and state.
fn told(node: &Value) -> String {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let text = name(node);
    let what = match role {
        "StaticText" => return format!("“{}”", text.trim()),
        _ if text.is_empty() => role.to_owned(),
        _ => format!("{role} “{text}”"),
    };
    let level = property(node, "level").map(|level| format!(", level {level}"));
    let value = node["value"]["value"].as_str();
    let value = value.filter(|value| !value.is_empty());
    let value = value.map(|value| format!(", “{value}”"));
    let states = ["checked", "expanded"].into_iter().filter_map(|state| {
        let value = property(node, state)?;
        let degree = match value.as_str() {
            Some("mixed") => "partly ",
            Some("true") => "",
            _ if *value == json!(true) => "",
            _ => "not ",
        };
        Some(format!(", {degree}{state}"))
    });
    let description = node["description"]["value"].as_str();
    let description = description.filter(|text| !text.is_empty());
    let description = description.map(|text| format!(" ({text})"));
    let state = level
        .into_iter()
        .chain(value)
        .chain(states)
        .chain(description);
    what + state.collect::<String>().as_str()
}

/// The name of a node. Some versions of Chromium keep the space at the end of a label.
fn name(node: &Value) -> &str {
    node["name"]["value"].as_str().unwrap_or_default().trim()
}

fn property<'node>(node: &'node Value, name: &str) -> Option<&'node Value> {
    let mut properties = node["properties"].as_array().into_iter().flatten();
    let property = properties.find(|property| property["name"] == name)?;
    Some(&property["value"]["value"])
}

fn is(node: &Value, state: &str) -> bool {
    property(node, state).is_some_and(|value| *value == json!(true))
}

/// Compares the transcript with the file.
fn compare(file: &str, heard: &str) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("screen_reader")
        .join(file);
    if env::var_os("SCREEN_READER").is_some() {
        return Ok(fs::write(&path, heard)?);
    }
    let script =
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut lines = script.lines().zip(heard.lines()).enumerate();
    if let Some((number, (script, heard))) = lines.find(|(_, (script, heard))| script != heard) {
        anyhow::bail!(
            "{file}, line {}: “{heard}” is heard, not “{script}”",
            number + 1
        );
    }
    ensure!(script == heard, "{file} is not as long as what is heard");
    Ok(())
}
