//! The links that search engines read: the address of each page, and its other languages.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::{Context, Result, ensure};
use roxmltree::{Document, Node};
use tests::BuiltSite;

use crate::built::{Element, address, pages, read};

/// The namespace of a sitemap's `link` elements.
const XHTML: &str = "http://www.w3.org/1999/xhtml";
/// The namespace of a sitemap's own elements.
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The addresses of a page by language, including `x-default`.
type Languages = BTreeMap<String, String>;

/// The alternate links of all pages, by canonical address.
fn heads(place: BuiltSite) -> Result<BTreeMap<String, Languages>> {
    let folder = place.folder()?;
    let mut heads = BTreeMap::new();
    for path in pages(place)? {
        let elements = read(&folder.join(&path))?;
        if is_hidden(&elements) || leads_on(&elements) {
            continue;
        }
        let canonical: Vec<_> = links(&elements, "canonical").collect();
        let [link] = canonical[..] else {
            anyhow::bail!("{path} has {} canonical addresses", canonical.len());
        };
        let canonical = link.get("href").unwrap_or_default();
        ensure!(
            canonical.ends_with(&format!("{}{}", place.base(), address(&path))),
            "{path} has the canonical address {canonical}"
        );
        let languages = links(&elements, "alternate")
            .filter_map(|link| {
                Some((
                    link.get("hreflang")?.to_owned(),
                    link.get("href")?.to_owned(),
                ))
            })
            .collect();
        heads.insert(canonical.to_owned(), languages);
    }
    Ok(heads)
}

/// Whether the page has a `noindex`.
fn is_hidden(elements: &[Element]) -> bool {
    elements
        .iter()
        .any(|meta| meta.has("name", "robots") && meta.has("content", "noindex"))
}

/// Whether the page redirects to a new address.
fn leads_on(elements: &[Element]) -> bool {
    elements
        .iter()
        .any(|meta| meta.name == "meta" && meta.has("http-equiv", "refresh"))
}

fn links<'page>(
    elements: &'page [Element],
    relation: &'page str,
) -> impl Iterator<Item = &'page Element> {
    elements
        .iter()
        .filter(move |element| element.name == "link" && element.has("rel", relation))
}

#[test]
fn the_languages_of_a_page_name_each_other() -> Result<()> {
    for place in BuiltSite::ALL {
        languages_name_each_other(place)?;
    }
    Ok(())
}

/// Checks that the language versions of each page name each other.
pub(crate) fn languages_name_each_other(place: BuiltSite) -> Result<()> {
    let heads = heads(place)?;
    for (page, languages) in &heads {
        let tags: BTreeSet<_> = languages.keys().map(String::as_str).collect();
        ensure!(
            tags == BTreeSet::from(["en", "it", "x-default"]),
            "{page} is said to be in {tags:?}"
        );
        ensure!(
            languages.values().any(|address| address == page),
            "{page} does not name itself"
        );
        for address in languages.values() {
            ensure!(
                heads.get(address) == Some(languages),
                "{page} names {address}, which names others"
            );
        }
    }
    Ok(())
}

#[test]
fn the_sitemap_names_every_page_with_its_languages() -> Result<()> {
    for place in BuiltSite::ALL {
        sitemap_names_every_page(place)?;
    }
    Ok(())
}

/// Compares the sitemap with the pages.
pub(crate) fn sitemap_names_every_page(place: BuiltSite) -> Result<()> {
    let mut heads = heads(place)?;
    let text = fs::read_to_string(place.folder()?.join("sitemap.xml"))?;
    let sitemap = Document::parse(&text)?;
    for entry in sitemap.root_element().children().filter(Node::is_element) {
        let page = child(&entry, "loc")?;
        let languages = entry
            .children()
            .filter(|node| node.has_tag_name((XHTML, "link")))
            .filter_map(|link| {
                Some((
                    link.attribute("hreflang")?.to_owned(),
                    link.attribute("href")?.to_owned(),
                ))
            })
            .collect::<Languages>();
        ensure!(
            heads.remove(page).as_ref() == Some(&languages),
            "{page} is not a page, is named twice, or lists other languages"
        );
        let changed = child(&entry, "lastmod")?;
        ensure!(is_date(changed), "{page} was changed on {changed:?}");
    }
    // The language choice at the base need not be found by search engines.
    heads.retain(|page, languages| {
        ["en", "it"]
            .iter()
            .any(|tag| languages.get(*tag) == Some(page))
    });
    let missing: Vec<_> = heads.keys().collect();
    ensure!(missing.is_empty(), "the sitemap lacks {missing:?}");
    Ok(())
}

fn child<'text>(entry: &Node<'text, '_>, name: &str) -> Result<&'text str> {
    entry
        .children()
        .find(|node| node.has_tag_name((SITEMAP, name)))
        .and_then(|node| node.text())
        .with_context(|| format!("an entry of the sitemap has no {name}"))
}

/// Whether it is a date in the form of sitemaps: `2026-01-31`.
fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2]
        && parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}
