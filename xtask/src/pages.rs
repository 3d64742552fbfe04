//! The pages of the site: a real file for every public address, so that each answers 200 on any
//! static host.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    base::Base,
    site::files::{read_text, write as write_file},
};

const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("it", "Italiano")];

/// The lists of records whose every record has an address; list and folder share a name.
const RECORDS: [&str; 3] = ["clusters", "areas", "organisations"];

/// Writes the page of every address of `catalogue` into `folder`, whose `index.html` is the shell
/// that they share.
///
/// # Errors
/// When the shell is missing or has no `<html>` or `<body>`, or a page cannot be written.
pub fn write(folder: &Path, base: &Base, catalogue: &Value) -> Result<()> {
    let shell = read_text(folder, "index.html")?;
    for (language, _) in LANGUAGES {
        let page = with_html_tag(&shell, &format!("<html lang=\"{language}\">"))?;
        for address in addresses(catalogue) {
            write_file(folder, &format!("{language}/{address}index.html"), &page)?;
        }
    }
    write_file(folder, "404.html", &shell)?;
    write_file(folder, "index.html", language_choice(&shell, base)?)
}

/// The addresses below a language, each empty or ending with a slash.
fn addresses(catalogue: &Value) -> impl Iterator<Item = String> {
    let of_records = RECORDS.into_iter().flat_map(|list| {
        let records = catalogue[list].as_array().map_or(&[][..], Vec::as_slice);
        let ids = records.iter().filter_map(|record| record["id"].as_str());
        ids.map(move |id| format!("{list}/{id}/"))
    });
    ["", "about/"]
        .map(str::to_owned)
        .into_iter()
        .chain(of_records)
}

/// The page at the base: `boot.js` sends on from it, and whoever has no scripts finds links.
fn language_choice(shell: &str, base: &Base) -> Result<String> {
    let links = LANGUAGES.map(|(language, name)| {
        format!(r#"<li><a href="{base}{language}/" lang="{language}">{name}</a></li>"#)
    });
    let links = links.concat();
    let page = with_html_tag(shell, "<html lang=\"en\" data-language-choice>")?;
    let body = page.find("<body").context("the shell has no <body>")?;
    let content = body
        + page[body..]
            .find('>')
            .context("the shell's <body> does not end")?
        + 1;
    let (before, after) = page.split_at(content);
    Ok(format!(
        "{before}<main><h1>Technology Clusters</h1><ul>{links}</ul></main>{after}"
    ))
}

fn with_html_tag(shell: &str, tag: &str) -> Result<String> {
    let start = shell.find("<html").context("the shell has no <html>")?;
    let length = shell[start..]
        .find('>')
        .context("the shell's <html> does not end")?
        + 1;
    let (before, rest) = shell.split_at(start);
    Ok(format!("{before}{tag}{}", &rest[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::files::files_below;
    use serde_json::json;

    #[test]
    fn every_address_is_a_file_in_both_languages() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write_file(
            folder.path(),
            "index.html",
            "<!doctype html><html lang=en><body>",
        )?;
        let catalogue = json!({
            "clusters": [{"id": "le2c"}],
            "areas": [{"id": "energy"}],
            "organisations": [{"id": "university-of-brescia"}],
        });
        write(folder.path(), &Base::default(), &catalogue)?;
        let files = files_below(folder.path())?;
        for language in ["en", "it"] {
            for page in [
                "",
                "about/",
                "clusters/le2c/",
                "areas/energy/",
                "organisations/university-of-brescia/",
            ] {
                let path = format!("{language}/{page}index.html");
                assert!(files.contains(&path), "{path}");
                let tag = format!("<html lang=\"{language}\">");
                assert!(read_text(folder.path(), &path)?.contains(&tag), "{path}");
            }
        }
        assert_eq!(
            files.len(),
            2 * 5 + 2,
            "and 404.html and index.html: {files:?}"
        );
        Ok(())
    }

    #[test]
    fn the_first_page_links_to_both_languages_below_the_base() -> Result<()> {
        let page = language_choice(
            "<!doctype html><html lang=en><body class=x>",
            &"/a/b/".parse()?,
        )?;
        assert!(page.contains("<html lang=\"en\" data-language-choice>"));
        assert!(page.contains("<body class=x><main>"));
        assert!(page.contains("href=\"/a/b/en/\"") && page.contains("href=\"/a/b/it/\""));
        Ok(())
    }

    #[test]
    fn a_shell_without_a_body_is_refused() {
        assert!(language_choice("<html>", &Base::default()).is_err());
        assert!(with_html_tag("<p>", "<html>").is_err());
    }
}
