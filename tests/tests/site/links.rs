//! Every link of every page has a target.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use project::base::Base;
use reqwest::{Client, Url, redirect};
use site_server::{ServedSite, Server};
use tests::BuiltSite;

use crate::built::{Element, address, pages, read};

/// The attributes of our pages that hold an address.
const ADDRESSES: [&str; 9] = [
    "href",
    "src",
    "action",
    "poster",
    "data-base",
    "data-js",
    "data-wasm",
    "data-catalogue",
    "data-map",
];

/// The targets of all links of a site.
#[derive(Default)]
struct Links {
    /// Addresses within the site, without fragment, each with a page that links to it.
    inside: BTreeMap<Url, String>,
    /// Fragments, each with a page that links to it.
    fragments: BTreeMap<(Url, String), String>,
    /// The ids of each page.
    ids: BTreeMap<Url, BTreeSet<String>>,
    faults: Vec<String>,
}

impl Links {
    /// Adds the links and ids of the page at `here`.
    fn add_page(&mut self, server: &Server, here: &Url, elements: &[Element]) -> Result<()> {
        let site = Url::parse(&server.url(""))?;
        let published = published_site(elements, here, &site)?;
        for element in elements {
            if let Some(id) = element.get("id") {
                let ids = self.ids.entry(here.clone()).or_default();
                ids.insert(id.to_owned());
            }
            for reference in references(element) {
                // Metadata contains the address of publication.
                let local = match &published {
                    Some(published) => reference.replacen(published.as_str(), site.as_str(), 1),
                    None => reference.clone(),
                };
                match here.join(&local) {
                    Ok(target) => self.add(&site, here, element, target),
                    Err(error) => self.fault(here, &format!("{reference}: {error}")),
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, site: &Url, here: &Url, element: &Element, mut target: Url) {
        if target.origin() != site.origin() {
            let is_fit = match target.scheme() {
                "mailto" => true,
                "http" | "https" => {
                    element.name != "a"
                        || ["noopener", "noreferrer"]
                            .iter()
                            .all(|word| element.has("rel", word))
                }
                _ => false,
            };
            if !is_fit {
                self.fault(
                    here,
                    &format!("{target}: unfit, or without rel=\"noopener noreferrer\""),
                );
            }
            return;
        }
        if !target.path().starts_with(site.path()) {
            self.fault(here, &format!("{target} is outside the site"));
            return;
        }
        let fragment = target.fragment().map(str::to_owned);
        target.set_fragment(None);
        // The fragments of an SVG file are not ids of a page.
        let is_place = |fragment: &String| !fragment.is_empty() && element.name != "use";
        if let Some(fragment) = fragment.filter(is_place) {
            let mut page = target.clone();
            page.set_query(None);
            self.fragments
                .entry((page, fragment))
                .or_insert_with(|| here.to_string());
        }
        self.inside
            .entry(target)
            .or_insert_with(|| here.to_string());
    }

    fn fault(&mut self, here: &Url, what: &str) {
        self.faults.push(format!("{}: {what}", here.path()));
    }

    async fn check(mut self) -> Result<()> {
        let client = Client::builder()
            .redirect(redirect::Policy::none())
            .build()?;
        for (target, from) in &self.inside {
            let status = client.head(target.clone()).send().await?.status();
            if status != 200 {
                self.faults.push(format!("{from}: {target}: {status}"));
            }
        }
        for ((page, fragment), from) in &self.fragments {
            if !self.ids.get(page).is_some_and(|ids| ids.contains(fragment)) {
                self.faults
                    .push(format!("{from}: {page} has no #{fragment}"));
            }
        }
        ensure!(
            self.faults.is_empty(),
            "{} links have no target:\n{}",
            self.faults.len(),
            self.faults.join("\n")
        );
        Ok(())
    }
}

/// Every address in the attributes of an element.
fn references(element: &Element) -> Vec<String> {
    let single = element
        .attributes()
        .filter(|(name, _)| ADDRESSES.contains(name))
        .map(|(_, value)| value.to_owned());
    let of_a_set = ["srcset", "imagesrcset"]
        .into_iter()
        .filter_map(|name| element.get(name))
        .flat_map(|set| set.split(','))
        .filter_map(|candidate| Some(candidate.split_ascii_whitespace().next()?.to_owned()));
    let is_card = ["og:url", "og:image", "twitter:image"]
        .iter()
        .any(|name| element.has("property", name) || element.has("name", name));
    let card = element
        .get("content")
        .filter(|_| is_card)
        .map(str::to_owned);
    single.chain(of_a_set).chain(card).collect()
}

/// The address of the site, from the canonical link of a page.
fn published_site(elements: &[Element], here: &Url, site: &Url) -> Result<Option<Url>> {
    let canonical = elements
        .iter()
        .find(|element| element.name == "link" && element.has("rel", "canonical"))
        .and_then(|link| link.get("href"));
    let Some(canonical) = canonical else {
        return Ok(None);
    };
    let mut published = here
        .join(canonical)
        .with_context(|| format!("{canonical} in {here}"))?;
    published.set_path(site.path());
    published.set_query(None);
    published.set_fragment(None);
    Ok(Some(published))
}

#[tokio::test]
async fn every_link_has_a_target() -> Result<()> {
    for place in BuiltSite::ALL {
        check(place).await?;
    }
    Ok(())
}

/// Checks every link of every page.
pub(crate) async fn check(place: BuiltSite) -> Result<()> {
    let folder = place.folder()?;
    let server = Server::start(ServedSite::new(&folder, place.base().parse::<Base>()?))?;
    let mut links = Links::default();
    let pages = pages(place)?;
    for path in &pages {
        let here = Url::parse(&server.url(address(path)))?;
        links.add_page(&server, &here, &read(&folder.join(path))?)?;
    }
    ensure!(
        links.inside.len() > pages.len(),
        "hardly any links were found"
    );
    links.check().await
}
