//! The feed of the records that editors last compared with public pages (Atom, RFC 4287). The data has no
//! history, so the feed cannot say what changed in a record.

use std::fmt::Write;

use catalogue::{
    model::{Date, Lang, SeenDate},
    query::Page,
};
use technology_clusters::i18n::Strings;

use crate::{markup::escaped, pages::site::SiteData};

/// The number of entries.
const LENGTH: usize = 50;

/// The path of the feed after the base.
pub(in crate::pages) fn path(lang: Lang) -> String {
    match lang {
        Lang::En => "data/v1/checked.atom",
        Lang::It => "data/v1/checked.it.atom",
    }
    .to_owned()
}

/// A record that was checked on a day.
struct Entry<'a> {
    day: &'a str,
    name: &'a str,
    page: Page,
}

pub(super) fn write(site: &SiteData, lang: Lang) -> String {
    let catalogue = &site.collection.catalogue;
    let clusters = catalogue.clusters.iter().filter_map(|cluster| {
        Some(Entry {
            day: day(cluster.checked.as_ref()?)?,
            name: cluster.name.text(lang),
            page: Page::Cluster(cluster.id.clone()),
        })
    });
    let organisations = catalogue.organisations.iter().filter_map(|organisation| {
        Some(Entry {
            day: day(organisation.checked.as_ref()?)?,
            name: organisation.name.text(lang),
            page: Page::Organisation(organisation.id.clone()),
        })
    });
    let mut entries: Vec<Entry> = clusters.chain(organisations).collect();
    // Stable: records of one day stay in the order of the data file.
    entries.sort_by(|one, other| other.day.cmp(one.day));
    entries.truncate(LENGTH);

    let (subtitle, checked_on) = match lang {
        Lang::En => (
            "The records that were last compared with public pages, newest first. What changed in them is not recorded.",
            "Compared with public pages on",
        ),
        Lang::It => (
            "Le schede confrontate più di recente con le pagine pubbliche, dalla più nuova. Non è registrato che cosa è cambiato.",
            "Confronto con le pagine pubbliche:",
        ),
    };
    let texts = Strings::of(lang);
    let author = site.settings.publisher.as_ref();
    let author = author.map_or(texts.site, |publisher| publisher.name.as_str());
    let own = escaped(&site.settings.url(&path(lang)));
    let home = escaped(&site.url(lang, Page::Catalogue));
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{own}</id>\n<title>{}</title>\n<subtitle>{}</subtitle>\n\
         <updated>{}T00:00:00Z</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n",
        lang.tag(),
        escaped(texts.site),
        escaped(subtitle),
        catalogue.updated,
        escaped(author),
    );
    for Entry { day, name, page } in entries {
        let url = escaped(&site.url(lang, page));
        let words = SeenDate::new(day).map_or_else(|_| day.to_owned(), |day| texts.seen_date(&day));
        // Writing to a string cannot fail.
        writeln!(
            feed,
            "<entry><id>{url}#{day}</id><title>{}</title><updated>{day}T00:00:00Z</updated>\
             <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\
             <summary>{checked_on} {words}</summary></entry>",
            escaped(name),
        )
        .ok();
    }
    feed.push_str("</feed>\n");
    feed
}

/// The date, if it is a day.
fn day(date: &SeenDate) -> Option<&str> {
    Date::new(date.as_str()).ok()?;
    Some(date.as_str())
}
