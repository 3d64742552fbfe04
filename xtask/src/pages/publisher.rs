//! Who answers for the site. It stands outside of the app, which does not know it and is one
//! program for all publishers.

use catalogue::model::Lang;
use technology_clusters::strings::Strings;

use super::markup::escaped;
use crate::settings::{Publisher, Settings};

/// Words for one language.
struct Words {
    published_by: &'static str,
    contact: &'static str,
    accessibility_statement: &'static str,
    privacy: &'static str,
}

const ENGLISH: Words = Words {
    published_by: "Published by",
    contact: "Contact",
    accessibility_statement: "Accessibility statement",
    privacy: "Privacy",
};

const ITALIAN: Words = Words {
    published_by: "Pubblicato da",
    contact: "Contatti",
    accessibility_statement: "Dichiarazione di accessibilità",
    privacy: "Privacy",
};

/// The publisher and their links, if there is one. In both languages, of which the style shows that
/// of the page: the app changes the language without loading another file.
pub(super) fn of(settings: &Settings) -> String {
    let Some(publisher) = &settings.publisher else {
        return String::new();
    };
    Lang::ALL.map(|lang| in_lang(publisher, lang)).concat()
}

fn in_lang(publisher: &Publisher, lang: Lang) -> String {
    let words = match lang {
        Lang::En => ENGLISH,
        Lang::It => ITALIAN,
    };
    let links = [
        (words.contact, &publisher.contact),
        (
            words.accessibility_statement,
            &publisher.accessibility_statement,
        ),
        (words.privacy, &publisher.privacy),
    ];
    let links = links.map(|(text, url)| {
        let url = escaped(url.as_str());
        format!("<li><a href=\"{url}\" rel=\"noopener noreferrer\">{text}</a></li>")
    });
    format!(
        "<section class=\"publisher\" lang=\"{tag}\" aria-label=\"{site}: {by}\">\
         <p>{by} {name}</p><ul>{links}</ul></section>",
        tag = lang.tag(),
        site = Strings::of(lang).site,
        by = words.published_by,
        name = escaped(publisher.name.as_str()),
        links = links.concat(),
    )
}
