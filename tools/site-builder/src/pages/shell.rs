//! The page that all pages are made from: what Trunk wrote for `src/index.html`.

use anyhow::{Context, Result};
use catalogue::model::Lang;

use super::markup::escaped;

/// The element that holds the app.
const PLACE: &str = "<div id=\"app\">";

/// What a page puts into the shell.
pub(super) struct Content {
    pub lang: Lang,
    /// What `boot.js` is told by attributes of the root element, with a space before each.
    pub root_attributes: &'static str,
    /// Plain text.
    pub title: String,
    /// Markup in the head before the styles: small, for whoever reads only the beginning of a file.
    pub meta: String,
    /// Markup at the end of the head, where it keeps no style waiting.
    pub data: String,
    /// Markup before that element, which stays.
    pub before: String,
    /// Markup in the element that holds the app.
    pub app: String,
    /// What the program needs to hydrate that markup, as attributes of the element, with a space
    /// before each; empty where the program mounts anew, or never comes.
    pub app_attributes: String,
    /// Markup after that element, which stays.
    pub after: String,
}

/// The shell with a page in it.
///
/// # Errors
/// When the shell lacks a place.
pub(super) fn filled(shell: &str, content: &Content) -> Result<String> {
    let Content {
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
    // In the order in which they stand in the shell.
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

/// The shell without the program and all that is loaded for it, which are its modules; the classic
/// script that knows the visitor's preferences stays.
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

/// What the shell's script is told by an attribute.
pub(super) fn setting<'shell>(shell: &'shell str, attribute: &str) -> Option<&'shell str> {
    let (_, value) = shell.split_once(&format!(" {attribute}="))?;
    let value = value.trim_start_matches('"');
    value.split(['"', ' ', '>']).next()
}

/// The text before and after the piece that begins with `start` and ends with `end`.
fn cut<'text>(text: &'text str, start: &str, end: &str) -> Result<(&'text str, &'text str)> {
    let (before, piece) = text
        .split_once(start)
        .with_context(|| format!("the shell has no {start} where one is expected"))?;
    let (_, after) = piece
        .split_once(end)
        .with_context(|| format!("{start} in the shell does not end"))?;
    Ok((before, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_put_into_the_places_of_the_shell() -> Result<()> {
        let shell = "<html lang=x><title>x</title><meta name=\"description\" content=x><link>\
            </head><div id=\"app\"></div></html>";
        let content = Content {
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
    fn a_shell_without_a_program_keeps_its_look() {
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
