//! Names of pages, places and filter values.

use crate::i18n::Strings;
use catalogue::browse::Collection;
use catalogue::model::{Catalogue, CityId, Cluster, Lang};
use catalogue::query::{Address, Facet, Page};

/// The id of the list of all clusters, which replaces "Show more" where the app does not run.
pub const ALL_CLUSTERS: &str = "all-clusters";

/// The hash in the name of a file: `5d41402abc4b2a76` in `data/catalogue-5d41402abc4b2a76.json`.
pub fn version_in_name(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?;
    let (_, name) = name.rsplit_once('-')?;
    name.split('.').next()
}

/// The `lang` attribute of a text, if its language differs from that of the page.
pub fn other_lang(of: Lang, page: Lang) -> Option<&'static str> {
    (of != page).then_some(of.tag())
}

/// The label of a city, if it is known.
pub fn city_label<'a>(
    catalogue: &'a Catalogue,
    id: Option<&CityId>,
    lang: Lang,
) -> Option<&'a str> {
    let city = catalogue.cities.get(id?.as_str())?;
    Some(city.label.text(lang))
}

/// City, regions and country of a cluster, if known, without duplicates.
pub fn place(catalogue: &Catalogue, cluster: &Cluster, lang: Lang) -> String {
    let city = city_label(catalogue, cluster.city.as_ref(), lang);
    let regions = cluster
        .regions
        .iter()
        .filter_map(|id| catalogue.regions.get(id.as_str()));
    let country = catalogue.countries.get(cluster.country.as_str());
    let names = city
        .into_iter()
        .chain(regions.map(|region| region.label.text(lang)))
        .chain(country.map(|country| country.label.text(lang)));
    let mut parts: Vec<&str> = Vec::new();
    for name in names {
        if !parts.contains(&name) {
            parts.push(name);
        }
    }
    parts.join(", ")
}

/// The label of a facet value, if it exists.
pub fn facet_label(
    collection: &'static Collection,
    lang: Lang,
    facet: Facet,
    id: &str,
) -> Option<&'static str> {
    match facet {
        Facet::Level => Strings::of(lang).level_of_id(id),
        Facet::Status => Strings::of(lang).status_of_id(id),
        Facet::Members => {
            let range = collection.values(facet).number(id)?;
            Some(Strings::of(lang).member_ranges[range as usize])
        }
        _ => collection.label(facet, id, lang),
    }
}

/// The id and label of each value of a facet, in the order of their numbers.
pub fn facet_labels(
    collection: &'static Collection,
    lang: Lang,
    facet: Facet,
) -> Vec<(&'static str, &'static str)> {
    let values = collection.values(facet);
    let ids = (0_u32..).take(values.len()).map(|value| values.id(value));
    ids.map(|id| (id, facet_label(collection, lang, facet, id).unwrap_or(id)))
        .collect()
}

/// The title of a page; that of a listing names its text and filters.
pub fn title(collection: &'static Collection, address: &Address) -> String {
    let texts = Strings::of(address.lang);
    let catalogue = &collection.catalogue;
    let lang = address.lang;
    let own = match &address.page {
        Page::Catalogue => {
            Some(question(collection, address)).filter(|question| !question.is_empty())
        }
        Page::Area(id) => {
            let area = catalogue.areas.get(id.as_str());
            area.map(|_| question(collection, address))
        }
        Page::Numbers => {
            let question = question(collection, address);
            let numbers = texts.numbers_heading;
            Some(match question.as_str() {
                "" => numbers.to_owned(),
                question => format!("{question} – {numbers}"),
            })
        }
        Page::Cluster(id) => catalogue
            .clusters
            .get(id.as_str())
            .map(|cluster| cluster.name.text(lang).to_owned()),
        Page::Organisation(id) => catalogue
            .organisations
            .get(id.as_str())
            .map(|organisation| organisation.name.text(lang).to_owned()),
        Page::Organisations => Some(texts.organisations.to_owned()),
        Page::Network => Some(match address.centre() {
            Some((facet, id)) => {
                let name = facet_label(collection, lang, facet, id);
                [texts.network, ": ", name.unwrap_or(id)].concat()
            }
            None => texts.network_heading.to_owned(),
        }),
        Page::Compare => Some(compared(collection, address)),
        Page::About => Some(texts.about.to_owned()),
        Page::Data => Some(texts.data.to_owned()),
        Page::NotFound(_) => None,
    };
    match own {
        Some(own) => format!("{own} – {}", texts.site),
        None if address.page == Page::Catalogue => texts.site.to_owned(),
        None => format!("{} – {}", texts.not_found, texts.site),
    }
}

/// What the compare page shows, in words.
fn compared(collection: &'static Collection, address: &Address) -> String {
    let texts = Strings::of(address.lang);
    let Some(facet) = address.query.compared() else {
        return texts.compare_heading.to_owned();
    };
    let ids = address.query.chosen(facet).iter();
    let names = ids.map(|id| facet_label(collection, address.lang, facet, id).unwrap_or(id));
    let names = names.collect::<Vec<_>>().join(", ");
    [texts.compare, ": ", &names].concat()
}

/// What a listing shows, in words: the text of the search and the chosen values.
pub(crate) fn question(collection: &'static Collection, address: &Address) -> String {
    let query = address.listing_query();
    let mut parts: Vec<&str> = vec![query.text.trim()];
    for (facet, id) in query.choices() {
        // Selected clusters are counted: their names can be many.
        if facet != Facet::Cluster {
            parts.push(facet_label(collection, address.lang, facet, id).unwrap_or(id));
        }
    }
    let name = Strings::of(address.lang).chosen_clusters;
    let clusters = query.chosen(Facet::Cluster).len();
    let clusters = (clusters > 0).then(|| format!("{name}: {clusters}"));
    parts.extend(clusters.as_deref());
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// The maximum length of a description that search engines and previews show in full, in
/// characters.
#[cfg(feature = "ssr")]
const MAX_DESCRIPTION: usize = 160;

/// The description of a page, in at most 160 characters.
#[cfg(feature = "ssr")]
pub fn description(collection: &Collection, address: &Address) -> String {
    let texts = Strings::of(address.lang);
    let catalogue = &collection.catalogue;
    let lang = address.lang;
    let text = match &address.page {
        Page::Cluster(id) => catalogue.clusters.get(id.as_str()).map(|cluster| {
            format!(
                "{}. {}",
                place(catalogue, cluster, lang),
                cluster.description.text(lang)
            )
        }),
        Page::Area(id) => catalogue.areas.get(id.as_str()).map(|area| {
            let clusters = catalogue
                .clusters
                .iter()
                .filter(|cluster| cluster.areas.contains(&area.id));
            format!(
                "{}: {} {}",
                area.label.text(lang),
                texts.area_lead.of(clusters.count()),
                texts.site_description
            )
        }),
        Page::Organisation(id) => catalogue.organisations.number(id.as_str()).map(|number| {
            let organisation = &catalogue.organisations[number];
            let clusters = collection.clusters_of(number);
            format!(
                "{}. {}",
                organisation.name.text(lang),
                texts.organisation_clusters.of(clusters.len())
            )
        }),
        Page::Organisations => Some(texts.organisations_lead.to_owned()),
        Page::Network => Some(texts.network_lead.to_owned()),
        Page::Numbers => Some(texts.numbers_lead.to_owned()),
        Page::Compare => Some(texts.compare_lead.to_owned()),
        Page::Data => Some(texts.data_description.to_owned()),
        Page::Catalogue | Page::About | Page::NotFound(_) => None,
    };
    shortened(text.as_deref().unwrap_or(texts.site_description))
}

/// Shortens a text at a word boundary, with an ellipsis.
#[cfg(feature = "ssr")]
fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_DESCRIPTION {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(MAX_DESCRIPTION - 1)
        .map_or(text.len(), |(end, _)| end);
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':', '.']))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn descriptions_end_at_a_word_boundary() {
        assert_eq!(shortened("short"), "short");
        let long = shortened(&"parola, ".repeat(40));
        assert!(long.chars().count() <= MAX_DESCRIPTION);
        assert!(long.ends_with("parola…"), "{long}");
    }
}
