//! No address and no text becomes markup: the pages have the same elements as harmless pages, and
//! the text is unchanged.
#![no_main]

use std::{collections::BTreeSet, sync::LazyLock};

use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, BasePath, Page};
use html5gum::{HtmlString, StartTag, Token, Tokenizer};
use libfuzzer_sys::fuzz_target;
use technology_clusters::{site::Outlines, static_page::render};

/// The escaping that the site builder uses around the app's markup.
#[path = "../../../tools/site-builder/src/markup.rs"]
mod markup;

static BASE: LazyLock<BasePath> = LazyLock::new(BasePath::root);
static COLLECTION: LazyLock<Collection> = LazyLock::new(|| {
    let data = include_str!("../../../tools/check-data/tests/broken/sound.json");
    Collection::new(Catalogue::from_json(data).expect("the catalogue is sound"))
});

/// Together they contain every element that pages of these kinds may have.
const HARMLESS: [&str; 10] = [
    "en/",
    "it/?view=table&q=energy",
    "en/?q=lombardy+power&sort=name",
    "en/?q=enrgy",
    "it/?q=t",
    "en/?q=e&view=table",
    "en/?q=trasporti",
    "it/?q=zzzzzz+yyyyyy&area=energy&area=nowhere&level=regional",
    "en/?q=%22lombardy+energy%22+-sea",
    "en/clusters/le2d/",
];

/// The elements of harmless pages, and `element attribute` for each attribute.
static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let pages = HARMLESS.iter().filter_map(|address| page(address));
    let tags = pages.flat_map(|(_, body)| tags(&body));
    tags.flat_map(|tag| names(&tag)).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    escaping_loses_nothing(&text);
    let Some((address, body)) = page(&text) else {
        return;
    };
    for tag in tags(&body) {
        for name in names(&tag) {
            assert!(KNOWN.contains(&name), "a page has {name}");
        }
        for link in ["href", "action", "src"] {
            if let Some(value) = attribute(&tag, link) {
                let is_ours = value.starts_with('/') && !value.starts_with("//");
                let leads_on = ["#", "http://", "https://", "mailto:"];
                let leads_on = leads_on.iter().any(|start| value.starts_with(start));
                assert!(is_ours || leads_on, "a link to {value}");
            }
        }
        let is_list = matches!(address.page, Page::Catalogue | Page::Area(_));
        if is_list && attribute(&tag, "role").as_deref() == Some("searchbox") {
            let value = attribute(&tag, "value").unwrap_or_default();
            assert_eq!(value, as_read(&address.query.text));
        }
    }
});

/// The page at an address, which is given without its leading slash.
fn page(address: &str) -> Option<(Address, String)> {
    let address = ["/", address].concat();
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let address = Address::parse(&BASE, path, query, Lang::En)?;
    let page = render(&COLLECTION, &BASE, "https://example.org", Outlines::NONE, "", &address);
    Some((address, page.body + &page.all_clusters))
}

fn escaping_loses_nothing(text: &str) {
    let escaped = markup::escaped(text);
    let page = format!("<p title=\"{escaped}\">{escaped}</p>");
    let mut read = String::new();
    for Ok(token) in Tokenizer::new(page.as_str()) {
        match token {
            Token::StartTag(tag) => {
                assert_eq!(names(&tag).collect::<Vec<_>>(), ["p", "p title"]);
                assert_eq!(attribute(&tag, "title"), Some(as_read(text)));
            }
            Token::String(part) => read += &text_of(&part),
            Token::EndTag(tag) => assert_eq!(text_of(&tag.name), "p"),
            // A parser may drop a NUL.
            Token::Error(_) => {}
            Token::Comment(_) | Token::Doctype(_) => panic!("{escaped} is more than text"),
        }
    }
    assert_eq!(read.replace('\0', "\u{FFFD}"), as_read(text));
}

/// A text as read back from an attribute: HTML normalises line breaks and drops NUL.
fn as_read(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace('\0', "\u{FFFD}")
}

fn tags(page: &str) -> Vec<StartTag<()>> {
    let tokens = Tokenizer::new(page).filter_map(|Ok(token)| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    });
    tokens.collect()
}

fn names(tag: &StartTag<()>) -> impl Iterator<Item = String> + use<> {
    let element = text_of(&tag.name);
    let attributes = tag.attributes.keys();
    let named = attributes.map(|attribute| format!("{element} {}", text_of(attribute)));
    let named: Vec<_> = named.collect();
    std::iter::once(element).chain(named)
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes
        .get(name.as_bytes())
        .map(|value| text_of(value))
}

fn text_of(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}
