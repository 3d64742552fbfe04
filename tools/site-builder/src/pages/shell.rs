//! The common shell of all pages: Trunk's output for `src/index.html`.

use anyhow::{Context, Result};
use catalogue::model::Lang;

use crate::markup::escaped;

/// The element that holds the app.
const PLACE: &str = "<div id=\"app\">";

/// The parts of a page that are inserted into the shell.
pub(super) struct PageParts {
    pub lang: Lang,
    /// Attributes of the root element for `boot.js`, each with a leading space.
    pub root_attributes: &'static str,
    /// Plain text.
    pub title: String,
    /// Markup in the head before the styles; small, because some readers only parse the start of a
    /// file.
    pub meta: String,
    /// Markup at the end of the head, where it does not delay the styles.
    pub data: String,
    /// Static markup before the app's element.
    pub before: String,
    /// Markup in the app's element.
    pub app: String,
    /// Attributes of that element that hydration needs, each with a leading space; empty if the app
    /// mounts anew or is not loaded.
    pub app_attributes: String,
    /// Static markup after the app's element.
    pub after: String,
}

/// Inserts a page into the shell.
///
/// # Errors
/// When the shell lacks an expected element.
pub(super) fn filled(shell: &str, content: &PageParts) -> Result<String> {
    let PageParts {
        lang,
        root_attributes,
        title,
        meta,
        data,
        before,
        app,
        app_attributes,
        after,
    } = content;
    let lang = lang.tag();
    let root = format!("<html lang=\"{lang}\" data-lang=\"{lang}\"{root_attributes}>");
    let title = format!("<title>{}</title>", escaped(title));
    let mut filled =
        String::with_capacity(shell.len() + data.len() + before.len() + app.len() + after.len());
    let mut rest = shell;
    // In their order in the shell.
    for (start, end, by) in [
        ("<html", ">", root),
        ("<title>", "</title>", title),
        ("<meta name=\"description\"", ">", meta.clone()),
        ("</head", ">", format!("{data}</head>")),
        (
            PLACE,
            "</div>",
            format!("{before}<div id=\"app\"{app_attributes}>{app}</div>{after}"),
        ),
    ] {
        let (before, after) = cut(rest, start, end)?;
        filled.push_str(before);
        filled.push_str(&by);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// The shell without the app: no modules, no preloads. The classic script with the visitor's
/// preferences stays.
pub(super) fn without_program(shell: &str) -> String {
    let mut bare = String::with_capacity(shell.len());
    let mut rest = shell;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        bare.push_str(before);
        let end = if tag.starts_with("<script") {
            "</script>"
        } else {
            ">"
        };
        let length = tag.find(end).map_or(tag.len(), |at| at + end.len());
        let (tag, after) = tag.split_at(length);
        let is_of_program = tag.starts_with("<script") && tag.contains("type=\"module\"")
            || tag.starts_with("<link")
                && (tag.contains("modulepreload") || tag.contains("as=\"fetch\""));
        if !is_of_program {
            bare.push_str(tag);
        }
        rest = after;
    }
    bare + rest
}

/// The value of an attribute of the shell's script.
pub(super) fn setting<'shell>(shell: &'shell str, attribute: &str) -> Option<&'shell str> {
    let (_, value) = shell.split_once(&format!(" {attribute}="))?;
    let value = value.trim_start_matches('"');
    value.split(['"', ' ', '>']).next()
}

/// The text before and after the part from `start` to `end`.
fn cut<'text>(text: &'text str, start: &str, end: &str) -> Result<(&'text str, &'text str)> {
    let (before, piece) = text
        .split_once(start)
        .with_context(|| format!("the shell has no {start} at the expected position"))?;
    let (_, after) = piece
        .split_once(end)
        .with_context(|| format!("{start} in the shell does not end"))?;
    Ok((before, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_inserted_into_the_shell() -> Result<()> {
        let shell = "<html lang=x><title>x</title><meta name=\"description\" content=x><link>\
            </head><div id=\"app\"></div></html>";
        let content = PageParts {
            lang: Lang::It,
            root_attributes: " data-x",
            title: "<&>".to_owned(),
            meta: "<meta>".to_owned(),
            data: "<script>".to_owned(),
            before: "<nav>".to_owned(),
            app: "<main>".to_owned(),
            app_attributes: " data-y".to_owned(),
            after: "<hr>".to_owned(),
        };
        assert_eq!(
            filled(shell, &content)?,
            "<html lang=\"it\" data-lang=\"it\" data-x><title>&lt;&amp;&gt;</title><meta><link><script></head>\
             <nav><div id=\"app\" data-y><main></div><hr></html>"
        );
        for place in ["<html", "<title>", "<meta", "</head", "<div", "</div>"] {
            assert!(
                filled(&shell.replace(place, ""), &content).is_err(),
                "{place}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_shell_without_the_app_keeps_its_styles() {
        let shell = "<head><script src=\"p.js\"></script><link rel=\"modulepreload\" href=\"a.js\"><link rel=\"stylesheet\">\
            <link rel=\"preload\" as=\"fetch\"><script type=\"module\">a > b</script>\
            <link rel=\"preload\" as=\"font\"></head>x";
        assert_eq!(
            without_program(shell),
            "<head><script src=\"p.js\"></script><link rel=\"stylesheet\"><link rel=\"preload\" as=\"font\"></head>x"
        );
    }

    #[test]
    fn settings_are_read_with_and_without_quotation_marks() {
        for script in [
            "<script data-a=\"/x.json\" data-b>",
            "<script data-a=/x.json>",
        ] {
            assert_eq!(setting(script, "data-a"), Some("/x.json"));
            assert_eq!(setting(script, "data-c"), None);
        }
    }
}
