mod data_files;
mod made_up;
mod structured_data;
mod workbooks;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    sync::LazyLock,
};

use anyhow::{Context, anyhow};
use project::{base::Base, files::extension, folders::fixture_file};
use serde_json::Value;

use super::*;

const SHELL: &str = "<!doctype html><html lang=x><head><title>x</title>\
    <meta name=\"description\" content=\"x\"><script type=\"module\" data-catalogue=\"/a/b/data/catalogue-1.json\">\
    </script></head><body><div id=\"app\"></div></body></html>";

/// The address of the site under test.
const SITE: &str = "http://127.0.0.1:8080/a/b/";

type FilesByPath = BTreeMap<String, String>;

/// All files of the site, by path.
struct Files {
    texts: FilesByPath,
    workbooks: BTreeMap<String, Vec<u8>>,
}

static FILES: LazyLock<Result<Files>> =
    LazyLock::new(|| all_files(&local()?, &fs::read_to_string(fixture_file())?));

fn local() -> Result<Settings> {
    Ok(Settings::local(&"/a/b/".parse::<Base>()?))
}

fn all_files(settings: &Settings, data: &str) -> Result<Files> {
    let site = SiteData::open(SHELL, settings, data)?;
    let (workbooks, texts): (Vec<_>, Vec<_>) = files(&site, SHELL, data)?
        .into_iter()
        .partition(|(path, _)| extension(path) == "xlsx");
    let texts = texts.into_iter();
    Ok(Files {
        texts: texts
            .map(|(path, content)| Ok((path, String::from_utf8(content)?)))
            .collect::<Result<_>>()?,
        workbooks: workbooks.into_iter().collect(),
    })
}

fn built(data: &str) -> Result<FilesByPath> {
    built_with(&local()?, data)
}

fn built_with(settings: &Settings, data: &str) -> Result<FilesByPath> {
    Ok(all_files(settings, data)?.texts)
}

fn all() -> Result<&'static Files> {
    FILES.as_ref().map_err(|error| anyhow!("{error:#}"))
}

/// The texts of the site.
fn site() -> Result<&'static FilesByPath> {
    Ok(&all()?.texts)
}

/// The content of a file.
fn content(path: &str) -> Result<&'static [u8]> {
    let files = all()?;
    let text = files.texts.get(path).map(String::as_bytes);
    let content = text.or_else(|| files.workbooks.get(path).map(Vec::as_slice));
    content.with_context(|| format!("no {path}"))
}

/// The data file of the site.
fn fixture() -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(fixture_file())?)?)
}

/// The number of records in a list of the catalogue.
fn length(catalogue: &Value, list: &str) -> usize {
    catalogue[list].as_array().map_or(0, Vec::len)
}

/// The number of addresses in each language: one for each record, and seven other pages.
fn addresses(catalogue: &Value) -> usize {
    let lists = ["clusters", "areas", "organisations"];
    7 + lists
        .map(|list| length(catalogue, list))
        .iter()
        .sum::<usize>()
}

/// The number of pages of a site.
fn pages(site: &FilesByPath) -> usize {
    site.keys().filter(|path| extension(path) == "html").count()
}

/// The number of former addresses in each language.
fn former_addresses(catalogue: &Value) -> usize {
    let lists = ["clusters", "areas", "organisations"].into_iter();
    let records = lists.flat_map(|list| catalogue[list].as_array().into_iter().flatten());
    let former = records.map(|record| length(record, "former_ids"));
    former.sum::<usize>() + length(catalogue, "withdrawn")
}

/// The values of an attribute in all tags that begin with the given text.
fn attributes<'text>(text: &'text str, tag: &str, attribute: &str) -> Vec<&'text str> {
    let tags = text
        .split(tag)
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    let start = format!("{attribute}=\"");
    let values = tags.filter_map(|tag| tag.split_once(&start)?.1.split('"').next());
    values.collect()
}

/// The JSON-LD things of a page.
fn things(page: &str) -> Result<Vec<Value>> {
    let blocks = page.split("<script type=\"application/ld+json\">").skip(1);
    let blocks = blocks.map(|block| {
        let (block, _) = block.split_once("</script>").context("an open block")?;
        Ok(serde_json::from_str(block)?)
    });
    blocks.collect()
}

#[test]
fn every_address_is_a_file_that_can_be_read_in_both_languages() -> Result<()> {
    let site = site()?;
    let catalogue = fixture()?;
    assert_eq!(
        pages(site),
        2 * (addresses(&catalogue) + former_addresses(&catalogue)) + 2,
        "and 404.html, index.html"
    );
    for path in ["sitemap.xml", "robots.txt"] {
        assert!(site.contains_key(path), "{path}");
    }
    for (path, words) in [
        ("en/index.html", "<title>Technology Clusters</title>"),
        ("it/index.html", "<html lang=\"it\" data-lang=\"it\">"),
        (
            "en/clusters/le2c/index.html",
            "Lombardy Energy Cleantech Cluster",
        ),
        ("it/areas/energy/index.html", ">Energia</h1>"),
        (
            "en/organisations/university-of-brescia/index.html",
            "Member of 8 clusters",
        ),
        ("it/about/index.html", "è una rete di soggetti"),
        ("en/about/index.html", "regions of Germany have none: –."),
        ("404.html", "Page not found"),
        ("404.html", "<meta name=\"robots\" content=\"noindex\">"),
        ("index.html", "href=\"/a/b/it/\""),
        (
            "en/clusters/le2c/index.html",
            "href=\"/a/b/en/areas/energy/\"",
        ),
        (
            "robots.txt",
            "Sitemap: http://127.0.0.1:8080/a/b/sitemap.xml",
        ),
    ] {
        let page = site.get(path).with_context(|| format!("no {path}"))?;
        let page = page.replace("<!---->", "");
        assert!(page.contains(words), "{path} must hold {words}");
    }
    Ok(())
}

#[test]
fn each_page_names_itself_and_its_languages_and_they_name_it() -> Result<()> {
    let site = site()?;
    let mut alternates = BTreeMap::new();
    let is_current = |path: &str, page: &str| {
        path.ends_with("index.html")
            && !page.contains("http-equiv=\"refresh\"")
            && !page.contains("noindex")
    };
    for (path, page) in site.iter().filter(|(path, page)| is_current(path, page)) {
        let url = format!("{SITE}{}", path.trim_end_matches("index.html"));
        assert_eq!(attributes(page, "<link rel=\"canonical\"", "href"), [&url]);
        assert_eq!(
            attributes(page, "<meta property=\"og:url\"", "content"),
            [&url]
        );
        let links = "<link rel=\"alternate\"";
        assert_eq!(
            attributes(page, links, "hreflang"),
            ["en", "it", "x-default"],
            "{path}"
        );
        let others = attributes(page, links, "href");
        assert!(
            others.contains(&url.as_str()),
            "{path} is one of {others:?}"
        );
        alternates.insert(url, others);
    }
    for (url, others) in &alternates {
        for other in others {
            assert_eq!(
                alternates.get(*other),
                Some(others),
                "{other} and {url} agree"
            );
        }
    }
    Ok(())
}

#[test]
fn a_preview_has_words_and_a_picture() -> Result<()> {
    for (path, name, picture) in [
        ("it/index.html", "Cluster tecnologici", "it/site.png"),
        (
            "en/clusters/le2c/index.html",
            "Lombardy Energy Cleantech Cluster",
            "en/clusters/le2c.png",
        ),
        (
            "it/areas/energy/index.html",
            "Energia",
            "it/areas/energy.png",
        ),
        (
            "en/organisations/university-of-brescia/index.html",
            "University of Brescia",
            "en/site.png",
        ),
        (
            "it/organisations/index.html",
            "Organizzazioni",
            "it/site.png",
        ),
        (
            "it/network/index.html",
            "Cluster con organizzazioni in comune",
            "it/site.png",
        ),
        ("it/compare/index.html", "Confronta", "it/site.png"),
        ("en/about/index.html", "About", "en/site.png"),
    ] {
        let page = site()?.get(path).with_context(|| format!("no {path}"))?;
        let property = |name: &str| {
            attributes(page, &format!("<meta property=\"og:{name}\""), "content").concat()
        };
        assert_eq!(property("title"), name, "{path}");
        assert_eq!(
            property("image"),
            format!("{SITE}cards/{picture}"),
            "{path}"
        );
        assert!(property("image:alt").starts_with(name), "{path}");
        assert_eq!(
            property("locale"),
            if path.starts_with("it") {
                "it_IT"
            } else {
                "en_GB"
            }
        );
        let descriptions = attributes(page, "<meta name=\"description\"", "content");
        assert_eq!(property("description"), descriptions.concat(), "{path}");
        assert!(!descriptions.concat().is_empty(), "{path}");
    }
    Ok(())
}

#[test]
fn the_sitemap_is_well_formed_and_names_every_page_once() -> Result<()> {
    let site = site()?;
    let sitemap = roxmltree::Document::parse(&site["sitemap.xml"])?;
    let mut locations = BTreeSet::new();
    for url in sitemap
        .root_element()
        .children()
        .filter(roxmltree::Node::is_element)
    {
        let text = |name: &str| {
            let mut children = url.children();
            children
                .find(|child| child.has_tag_name(name))
                .and_then(|child| child.text())
        };
        let location = text("loc").context("no address")?;
        let path = location.strip_prefix(SITE).context("not ours")?;
        let page = site.get(&format!("{path}index.html")).context("no page")?;
        let links = url.children().filter(|child| child.has_tag_name("link"));
        let links: Vec<_> = links.filter_map(|link| link.attribute("href")).collect();
        assert_eq!(
            links,
            attributes(page, "<link rel=\"alternate\"", "href"),
            "{path}"
        );
        let updated = text("lastmod").context("no date")?;
        assert!(catalogue::model::Date::new(updated).is_ok(), "{updated}");
        assert!(locations.insert(location), "{path} is listed twice");
    }
    assert_eq!(locations.len(), 2 * addresses(&fixture()?));
    Ok(())
}

#[test]
fn without_the_app_the_catalogue_links_to_every_cluster() -> Result<()> {
    let site = site()?;
    for lang in ["en", "it"] {
        let page = &site[&format!("{lang}/index.html")];
        let (_, list) = page.split_once("id=\"all-clusters\"").context("no list")?;
        let start = format!("/a/b/{lang}/clusters/");
        let links = attributes(list, "<a", "href").into_iter();
        let links = links.filter(|href| href.starts_with(&start));
        let links: BTreeMap<_, usize> = links.fold(BTreeMap::new(), |mut links, href| {
            *links.entry(href).or_default() += 1;
            links
        });
        assert_eq!(links.len(), length(&fixture()?, "clusters"));
        assert!(
            links.values().all(|count| *count == 1),
            "each under one area"
        );
        assert!(
            page.contains("show=48#all-clusters"),
            "the link to more leads there"
        );
    }
    let area = &site["en/areas/energy/index.html"];
    assert!(!area.contains("all-clusters"), "all of them are shown");
    Ok(())
}
