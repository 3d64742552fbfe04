//! Structured data: JSON-LD in the vocabulary of <https://schema.org>.
//!
//! Names are always stated; other facts only if a source supports them, because machines cannot see
//! that a fact is marked as unverified.

mod records;

use catalogue::{
    model::{Cluster, Lang},
    query::{Address, Page},
};
use serde_json::{Value, json};
use technology_clusters::i18n::Strings;

use super::{data_files::DataFile, site::SiteData};
use records::{consortium, organisation, organisation_called, thing};

/// The JSON-LD blocks of a page as markup. The policy against inline scripts does not apply,
/// because browsers do not run data blocks.
pub(super) fn of_page(site: &SiteData, address: &Address, description: &str) -> String {
    let blocks = things(site, address, description).into_iter();
    blocks.map(|thing| block(&thing)).collect()
}

fn things(site: &SiteData, address: &Address, description: &str) -> Vec<Value> {
    let catalogue = &site.collection.catalogue;
    let subject = match &address.page {
        Page::Cluster(id) => {
            let number = catalogue.clusters.number(id.as_str());
            number.map(|number| consortium(site, address.lang, number))
        }
        Page::Organisation(id) => {
            let number = catalogue.organisations.number(id.as_str());
            number.map(|number| organisation(site, address.lang, number))
        }
        Page::Catalogue | Page::Area(_) => Some(collection_page(site, address, description)),
        Page::Numbers | Page::Organisations | Page::Network | Page::Compare => {
            Some(page(site, "WebPage", address, description, []))
        }
        Page::About => Some(page(site, "AboutPage", address, description, [])),
        Page::Data => Some(page(site, "WebPage", address, description, [])),
        Page::NotFound(_) => None,
    };
    let data = (address.page == Page::Catalogue).then(|| {
        let url = site.data_url.as_ref();
        let distribution = url.map(|url| download("application/json", url));
        data(site, address, description, distribution)
    });
    let way = breadcrumbs(site, address);
    [subject, data, way].into_iter().flatten().collect()
}

/// A page about several clusters, with a list of them.
fn collection_page(site: &SiteData, address: &Address, description: &str) -> Value {
    let lang = address.lang;
    let clusters = site.collection.catalogue.clusters.iter();
    let is_listed = |cluster: &&Cluster| match &address.page {
        Page::Area(area) => cluster.areas.contains(area),
        _ => true,
    };
    let listed = clusters.filter(is_listed).map(|cluster| {
        let url = site.url(lang, Page::Cluster(cluster.id.clone()));
        (cluster.name.text(lang), url)
    });
    let items = listed.zip(1..).map(|((name, url), position)| {
        json!({"@type": "ListItem", "position": position, "name": name, "url": url})
    });
    let items: Vec<_> = items.collect();
    let list = thing(
        "ItemList",
        [
            ("numberOfItems", Some(items.len().into())),
            ("itemListElement", Some(items.into())),
        ],
    );
    let list = [("mainEntity", Some(list))];
    page(site, "CollectionPage", address, description, list)
}

fn page<const MORE: usize>(
    site: &SiteData,
    kind: &str,
    address: &Address,
    description: &str,
    more: [(&'static str, Option<Value>); MORE],
) -> Value {
    let always = [
        ("name", Some(site.name(address).into())),
        ("description", Some(description.into())),
        ("url", Some(site.settings.url(&address.path()).into())),
        ("inLanguage", Some(address.lang.tag().into())),
        (
            "dateModified",
            Some(site.collection.catalogue.updated.as_str().into()),
        ),
    ];
    thing(kind, always.into_iter().chain(more))
}

/// The JSON-LD blocks of the page of the data, with all files of records.
pub(super) fn of_data(
    site: &SiteData,
    address: &Address,
    description: &str,
    files: &[DataFile],
) -> String {
    let downloads = files
        .iter()
        .map(|file| download(file.format.media_type(), &site.settings.url(&file.path)));
    let downloads = Some(downloads.collect());
    let data = data(site, address, description, downloads);
    block(&data) + &of_page(site, address, description)
}

/// A file of the data set.
fn download(media_type: &str, url: &str) -> Value {
    json!({"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": url})
}

/// The data set of the catalogue.
fn data(site: &SiteData, address: &Address, description: &str, files: Option<Value>) -> Value {
    let catalogue = &site.collection.catalogue;
    let publisher = site.settings.publisher.as_ref();
    let publisher = publisher.map(|publisher| organisation_called(publisher.name.as_str(), []));
    thing(
        "Dataset",
        [
            ("name", Some(site.name(address).into())),
            ("description", Some(description.into())),
            ("url", Some(site.settings.url(&address.path()).into())),
            ("license", Some(catalogue.licence.url.as_str().into())),
            ("dateModified", Some(catalogue.updated.as_str().into())),
            ("inLanguage", Some(json!(Lang::ALL.map(Lang::tag)))),
            ("isAccessibleForFree", Some(true.into())),
            ("creator", publisher),
            ("distribution", files),
        ],
    )
}

/// The breadcrumbs of a page; none for the catalogue itself.
fn breadcrumbs(site: &SiteData, address: &Address) -> Option<Value> {
    let catalogue = &site.collection.catalogue;
    let area_of = |id: &str| Some(catalogue.clusters.get(id)?.areas.first()?.clone());
    let between = match &address.page {
        Page::Catalogue | Page::NotFound(_) => return None,
        Page::Cluster(id) => area_of(id.as_str()).map(Page::Area),
        Page::Area(_)
        | Page::Organisation(_)
        | Page::Organisations
        | Page::Network
        | Page::Numbers
        | Page::Compare
        | Page::About
        | Page::Data => None,
    };
    let way = [Some(Page::Catalogue), between, Some(address.page.clone())];
    let steps = way.into_iter().flatten().map(|page| {
        let address = Address::of(address.lang, page);
        let name = match address.page {
            Page::Catalogue => Strings::of(address.lang).catalogue.to_owned(),
            _ => site.name(&address),
        };
        (name, site.settings.url(&address.path()))
    });
    let items = steps.zip(1..).map(|((name, url), position)| {
        json!({"@type": "ListItem", "position": position, "name": name, "item": url})
    });
    let items = ("itemListElement", Some(items.collect::<Vec<_>>().into()));
    Some(thing("BreadcrumbList", [items]))
}

/// A thing as markup. No text can end the element or start a comment: `<`, `>`, `&` and two special
/// line breaks are written as JSON escapes. They only occur in strings, so replacing them
/// everywhere is safe.
fn block(thing: &Value) -> String {
    let mut thing = thing.clone();
    if let Some(object) = thing.as_object_mut() {
        object.insert("@context".to_owned(), "https://schema.org".into());
    }
    let mut block = String::from("<script type=\"application/ld+json\">");
    for letter in thing.to_string().chars() {
        match letter {
            '<' => block.push_str("\\u003c"),
            '>' => block.push_str("\\u003e"),
            '&' => block.push_str("\\u0026"),
            '\u{2028}' => block.push_str("\\u2028"),
            '\u{2029}' => block.push_str("\\u2029"),
            other => block.push(other),
        }
    }
    block.push_str("</script>");
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_breaks_out_of_its_block() -> Result<(), serde_json::Error> {
        let hostile = "</script><!-- & \u{2028} \u{2029} \" \\ è";
        let block = block(&json!({ "name": hostile }));
        let inner = block
            .strip_prefix("<script type=\"application/ld+json\">")
            .and_then(|rest| rest.strip_suffix("</script>"))
            .unwrap_or_default();
        assert!(
            !inner.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
            "{inner}"
        );
        let read: Value = serde_json::from_str(inner)?;
        assert_eq!(read["name"], hostile);
        assert_eq!(read["@context"], "https://schema.org");
        Ok(())
    }
}
