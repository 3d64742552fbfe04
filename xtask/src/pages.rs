//! The pages of the site: a real file for every public address, so that each answers 200 on any
//! static host and can be read before the program has arrived, or without it.

use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use catalogue::{
    browse::Collection,
    model::{Catalogue, Identified, Lang, Table},
    query::{Address, Base as AddressBase, Page},
};
use technology_clusters::{
    static_page::{self, StaticPage},
    strings::Strings,
};

use crate::{
    base::Base,
    site::files::{read_text, write as write_file},
};

/// The place in the shell that the app takes over.
const PLACE: &str = "<div id=\"app\">";

/// Writes the page of every address of the catalogue into `folder`, whose `index.html` is the shell
/// that they share.
///
/// # Errors
/// When the data is no catalogue, the shell lacks a place that a page fills, or a page cannot be
/// written.
pub fn write(folder: &Path, base: &Base, data: &str) -> Result<()> {
    let shell = read_text(folder, "index.html")?;
    let catalogue = Catalogue::from_json(data).map_err(|error| anyhow!("{error:?}"))?;
    ensure!(
        catalogue.skipped.is_empty(),
        "records would be left out: {:?}",
        catalogue.skipped
    );
    // Views borrow what they show for as long as the program runs; this one ends after the build.
    let collection: &'static Collection = Box::leak(Box::new(Collection::new(catalogue)));
    let address_base: &'static AddressBase = Box::leak(Box::new(AddressBase::new(base.as_str())?));
    for lang in Lang::ALL {
        for page in pages(&collection.catalogue) {
            let address = Address::of(lang, page);
            let page = static_page::render(collection, address_base, &address);
            let path = format!("{}index.html", address.path());
            write_file(folder, &path, filled(&shell, lang, &page)?)?;
        }
    }
    let not_found = Address::of(Lang::En, Page::NotFound(String::new()));
    let not_found = static_page::render(collection, address_base, &not_found);
    write_file(folder, "404.html", filled(&shell, Lang::En, &not_found)?)?;
    write_file(folder, "index.html", language_choice(&shell, base)?)
}

/// The pages that there are in each language.
fn pages(catalogue: &Catalogue) -> Vec<Page> {
    fn ids<T: Identified, Id>(table: &Table<T>, id: impl Fn(&T) -> Id) -> Vec<Id> {
        table.iter().map(id).collect()
    }
    let mut pages = vec![Page::Catalogue, Page::About];
    pages.extend(ids(&catalogue.clusters, |record| {
        Page::Cluster(record.id.clone())
    }));
    pages.extend(ids(&catalogue.areas, |record| {
        Page::Area(record.id.clone())
    }));
    pages.extend(ids(&catalogue.organisations, |record| {
        Page::Organisation(record.id.clone())
    }));
    pages
}

/// The shell with a page in it.
fn filled(shell: &str, lang: Lang, page: &StaticPage) -> Result<String> {
    let description = format!(
        "<meta name=\"description\" content=\"{}\">",
        escaped(&page.description)
    );
    let shell = replaced(
        shell,
        "<html",
        ">",
        &format!("<html lang=\"{}\">", lang.tag()),
    )?;
    let shell = replaced(
        &shell,
        "<title>",
        "</title>",
        &format!("<title>{}</title>", escaped(&page.title)),
    )?;
    let shell = replaced(&shell, "<meta name=\"description\"", ">", &description)?;
    let notice = Strings::of(lang).without_program;
    let notice = format!("<noscript><p class=\"notice\">{notice}</p></noscript>");
    replaced(
        &shell,
        PLACE,
        "</div>",
        &format!("{PLACE}{}</div>{notice}", page.body),
    )
}

/// The page at the base: `boot.js` sends on from it, and whoever has no scripts finds links.
fn language_choice(shell: &str, base: &Base) -> Result<String> {
    let links = Lang::ALL.map(|lang| {
        let (tag, name) = (lang.tag(), Strings::of(lang).language);
        format!(r#"<li><a href="{base}{tag}/" lang="{tag}" hreflang="{tag}">{name}</a></li>"#)
    });
    let content = format!(
        "{PLACE}<main class=\"page\"><h1>{}</h1><ul>{}</ul></main></div>",
        Strings::of(Lang::En).site,
        links.concat()
    );
    let shell = replaced(
        shell,
        "<html",
        ">",
        "<html lang=\"en\" data-language-choice>",
    )?;
    replaced(&shell, PLACE, "</div>", &content)
}

/// `text` with the piece that begins with `start` and ends with `end` replaced by another.
fn replaced(text: &str, start: &str, end: &str, by: &str) -> Result<String> {
    let from = text
        .find(start)
        .with_context(|| format!("the shell has no {start}"))?;
    let length = text[from + start.len()..]
        .find(end)
        .with_context(|| format!("{start} in the shell does not end"))?;
    let to = from + start.len() + length + end.len();
    Ok(format!("{}{by}{}", &text[..from], &text[to..]))
}

/// Text as it stands in markup and in quoted attributes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{data_file, files::files_below};

    const SHELL: &str = "<!doctype html><html lang=x><head><title>x</title>\
        <meta name=\"description\" content=\"x\"></head><body><div id=\"app\"></div></body></html>";

    #[test]
    fn every_address_is_a_file_that_can_be_read_in_both_languages() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write_file(folder.path(), "index.html", SHELL)?;
        write(
            folder.path(),
            &"/a/b/".parse()?,
            &std::fs::read_to_string(data_file())?,
        )?;
        let files = files_below(folder.path())?;
        assert_eq!(
            files.len(),
            2 * (2 + 122 + 18 + 365) + 2,
            "and 404.html and index.html"
        );
        for (path, words) in [
            ("en/index.html", "<title>Technology Clusters</title>"),
            ("it/index.html", "<html lang=\"it\">"),
            (
                "en/clusters/le2c/index.html",
                "Lombardy Energy Cleantech Cluster",
            ),
            (
                "it/areas/energy/index.html",
                "<h1 tabindex=\"-1\">Energia</h1>",
            ),
            (
                "en/organisations/university-of-brescia/index.html",
                "Belongs to 8 clusters",
            ),
            ("it/about/index.html", "è una rete di soggetti"),
            ("404.html", "There is no page at this address"),
            ("index.html", "href=\"/a/b/it/\""),
        ] {
            let page = read_text(folder.path(), path)?;
            assert!(page.contains(words), "{path} must hold {words}");
        }
        let cluster = read_text(folder.path(), "en/clusters/le2c/index.html")?;
        assert!(
            cluster.contains("href=\"/a/b/en/areas/energy/\""),
            "links stand below the base"
        );
        Ok(())
    }

    #[test]
    fn nothing_breaks_out_of_the_head() {
        assert_eq!(escaped("\"</title>&"), "&quot;&lt;/title&gt;&amp;");
    }

    #[test]
    fn a_shell_without_a_place_is_refused() {
        assert!(language_choice("<html>", &Base::default()).is_err());
        assert!(replaced("<p>", "<html", ">", "").is_err());
        assert!(replaced("<html", "<html", ">", "").is_err());
    }
}
