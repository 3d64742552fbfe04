//! The feed of the records that editors compared with public pages (Atom, RFC 4287): an entry for each date.
//! The data has no history, so the feed cannot say what changed in a record.

use std::{collections::BTreeMap, fmt::Write};

use catalogue::{
    model::{Date, Lang, SeenDate},
    query::Page,
};
use technology_clusters::i18n::Strings;

use crate::{markup::escaped, pages::site::SiteData};

/// The number of entries.
const LENGTH: usize = 24;

/// The path of the feed after the base.
pub(in crate::pages) fn path(lang: Lang) -> String {
    match lang {
        Lang::En => "data/v1/checked.atom",
        Lang::It => "data/v1/checked.it.atom",
    }
    .to_owned()
}

/// The names and pages of the records that were checked, by date.
type Checked<'a> = BTreeMap<&'a SeenDate, Vec<(&'a str, Page)>>;

pub(super) fn write(site: &SiteData, lang: Lang) -> String {
    let catalogue = &site.collection.catalogue;
    let mut checked = Checked::new();
    for cluster in catalogue.clusters.iter() {
        let record = (cluster.name.text(lang), Page::Cluster(cluster.id.clone()));
        if let Some(date) = &cluster.checked {
            checked.entry(date).or_default().push(record);
        }
    }
    for organisation in catalogue.organisations.iter() {
        let record = (
            organisation.name.text(lang),
            Page::Organisation(organisation.id.clone()),
        );
        if let Some(date) = &organisation.checked {
            checked.entry(date).or_default().push(record);
        }
    }
    let (subtitle, checked_at) = match lang {
        Lang::En => (
            "Which records were compared with public pages, newest first. What changed in them is not recorded.",
            "Compared with public pages: ",
        ),
        Lang::It => (
            "Quali schede sono state confrontate con le pagine pubbliche, dalle più recenti. Non è registrato che cosa è cambiato.",
            "Confronto con le pagine pubbliche: ",
        ),
    };
    let texts = Strings::of(lang);
    let author = site.settings.publisher.as_ref();
    let author = author.map_or(texts.site, |publisher| publisher.name.as_str());
    let own = escaped(&site.settings.url(&path(lang)));
    let home = escaped(&site.url(lang, Page::Data));
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
    for (date, records) in checked.iter().rev().take(LENGTH) {
        // Writing to a string cannot fail.
        write!(
            feed,
            "<entry><id>{own}#{date}</id><title>{checked_at}{}</title>\
             <updated>{}T00:00:00Z</updated>\
             <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><ul>",
            escaped(&texts.seen_date(date)),
            last_day(date, &catalogue.updated),
        )
        .ok();
        for (name, page) in records {
            let url = escaped(&site.url(lang, page.clone()));
            write!(feed, "<li><a href=\"{url}\">{}</a></li>", escaped(name)).ok();
        }
        feed.push_str("</ul></div></content></entry>\n");
    }
    feed.push_str("</feed>\n");
    feed
}

/// The last day of a date that may be a month or a year, or the day of the last change of the data if
/// that is earlier: until then, records may join it.
fn last_day(date: &SeenDate, updated: &Date) -> String {
    let (year, month, day) = date.parts();
    let month = month.unwrap_or(12);
    // February has no 31st.
    let last = (1..=day.unwrap_or(31))
        .rev()
        .find_map(|day| Date::new(&format!("{year:04}-{month:02}-{day:02}")).ok());
    match last {
        Some(last) if last < *updated => last.to_string(),
        _ => updated.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_may_join_a_month_until_it_ends() -> Result<(), catalogue::model::Invalid> {
        let updated = Date::new("2026-11-20")?;
        for (date, day) in [
            ("2026-11-19", "2026-11-19"),
            ("2026-11", "2026-11-20"),
            ("2026-02", "2026-02-28"),
            ("2024~", "2024-12-31"),
            ("2026-12", "2026-11-20"),
        ] {
            assert_eq!(last_day(&SeenDate::new(date)?, &updated), day, "{date}");
        }
        Ok(())
    }
}
