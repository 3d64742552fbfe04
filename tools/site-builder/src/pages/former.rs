//! Pages at former addresses, of records that were renamed or withdrawn. Links to them are in use,
//! so they must work for good.

use anyhow::Result;
use catalogue::{
    model::{
        AreaId, ClusterId, Identified, Invalid, Lang, OrganisationId, RecordKind, Table, Tombstone,
    },
    query::{Address, Page},
};
use serde::Deserialize;
use technology_clusters::{
    i18n::Strings,
    static_page::{Notice, notice},
};

use super::{head, shell::PageParts, site::SiteData};

/// The texts of one language.
struct FormerPageTexts {
    moved: &'static str,
    new_address: &'static str,
    /// `{}` is replaced by a date.
    withdrawn: &'static str,
    successor: &'static str,
}

const ENGLISH: FormerPageTexts = FormerPageTexts {
    moved: "This page has a new address.",
    new_address: "It is here:",
    withdrawn: "This record was withdrawn on {}.",
    successor: "It was replaced by:",
};

const ITALIAN: FormerPageTexts = FormerPageTexts {
    moved: "Questa pagina ha un nuovo indirizzo.",
    new_address: "Si trova qui:",
    withdrawn: "Questa scheda è stata ritirata. Data: {}.",
    successor: "È sostituita da:",
};

const fn words(lang: Lang) -> FormerPageTexts {
    match lang {
        Lang::En => ENGLISH,
        Lang::It => ITALIAN,
    }
}

/// The withdrawn records of a data file, which the app's catalogue does not include.
///
/// # Errors
/// When one cannot be read.
pub(super) fn withdrawn(data: &str) -> Result<Vec<Tombstone>> {
    #[derive(Deserialize)]
    struct WithdrawnRecords {
        #[serde(default)]
        withdrawn: Vec<Tombstone>,
    }
    Ok(serde_json::from_str::<WithdrawnRecords>(data)?.withdrawn)
}

/// The pages at former addresses, in both languages.
///
/// # Errors
/// When an id is invalid.
pub(super) fn pages(site: &SiteData, withdrawn: &[Tombstone]) -> Result<Vec<(Address, PageParts)>> {
    let mut pages = Vec::new();
    let renamed = renamed(site)?;
    for lang in Lang::ALL {
        for (from, to) in &renamed {
            let from = Address::of(lang, from.clone());
            let content = moved(site, &from, &Address::of(lang, to.clone()));
            pages.push((from, content));
        }
        for record in withdrawn {
            let address = Address::of(lang, page(record.kind, record.id.as_str())?);
            let successor = record.successor.as_ref();
            let successor = successor.map(|id| page(record.kind, id.as_str()));
            let successor = successor.transpose()?.map(|page| Address::of(lang, page));
            let content = gone(site, &address, record, successor.as_ref());
            pages.push((address, content));
        }
    }
    Ok(pages)
}

fn page(kind: RecordKind, id: &str) -> Result<Page, Invalid> {
    Ok(match kind {
        RecordKind::Cluster => Page::Cluster(ClusterId::new(id)?),
        RecordKind::Area => Page::Area(AreaId::new(id)?),
        RecordKind::Organisation => Page::Organisation(OrganisationId::new(id)?),
    })
}

/// The former addresses of renamed records, each with the current one.
fn renamed(site: &SiteData) -> Result<Vec<(Page, Page)>, Invalid> {
    fn of<T: Identified>(table: &Table<T>, kind: RecordKind) -> Result<Vec<(Page, Page)>, Invalid> {
        let all = table.iter().flat_map(|record| {
            let former = record.former_ids().iter();
            former.map(|former| Ok((page(kind, former.as_str())?, page(kind, record.id())?)))
        });
        all.collect()
    }
    let catalogue = &site.collection.catalogue;
    Ok([
        of(&catalogue.clusters, RecordKind::Cluster)?,
        of(&catalogue.areas, RecordKind::Area)?,
        of(&catalogue.organisations, RecordKind::Organisation)?,
    ]
    .concat())
}

fn moved(site: &SiteData, from: &Address, to: &Address) -> PageParts {
    let words = words(to.lang);
    let name = site.name(to);
    let text = Notice {
        address: from,
        kind: kind(to),
        name: &name,
        paragraphs: vec![words.moved.to_owned()],
        way_on: Some((words.new_address, to, &name)),
    };
    content(site, &text, head::of_moved(site, to))
}

fn gone(
    site: &SiteData,
    address: &Address,
    record: &Tombstone,
    successor: Option<&Address>,
) -> PageParts {
    let lang = address.lang;
    let words = words(lang);
    let date = Strings::of(lang).date(record.on.parts());
    let paragraphs = vec![
        words.withdrawn.replace("{}", &date),
        record.reason.text(lang).to_owned(),
    ];
    let head = head::of_nothing(&paragraphs.join(" "));
    let successor_name = successor.map_or_else(String::new, |successor| site.name(successor));
    let text = Notice {
        address,
        kind: kind(address),
        name: record.name.text(lang),
        paragraphs,
        way_on: successor.map(|successor| (words.successor, successor, successor_name.as_str())),
    };
    content(site, &text, head)
}

fn kind(address: &Address) -> &'static str {
    let texts = Strings::of(address.lang);
    match address.page {
        Page::Area(_) => texts.kind_area,
        Page::Organisation(_) => texts.kind_organisation,
        _ => texts.kind_cluster,
    }
}

fn content(site: &SiteData, text: &Notice, meta: String) -> PageParts {
    let lang = text.address.lang;
    PageParts {
        lang,
        root_attributes: "",
        title: format!("{} – {}", text.name, Strings::of(lang).site),
        meta,
        data: String::new(),
        before: site.frame.before.clone(),
        app: notice(site.collection, site.base, text),
        app_attributes: String::new(),
        after: site.frame.after.clone(),
    }
}
