//! The texts of preview images.

use catalogue::{
    model::{Area, Catalogue, Cluster, Lang, Text},
    query::{Address, Page},
};
use technology_clusters::{i18n::Strings, names};

/// The words of a picture, from top to bottom.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CardTexts<'a> {
    /// The site's name.
    pub(super) site: &'a str,
    /// A short line above the name.
    pub(super) kicker: Option<&'a str>,
    /// The name, set as large as it fits.
    pub(super) name: String,
    /// A line or two beneath it.
    pub(super) lead: String,
    /// Labels, each set apart from the others.
    pub(super) labels: Vec<String>,
}

impl<'a> CardTexts<'a> {
    /// The texts of the image for an address; pages without an image of their own share the site's.
    pub(super) fn of(catalogue: &'a Catalogue, address: &Address) -> Self {
        let lang = address.lang;
        let own = match &address.page {
            Page::Cluster(id) => catalogue
                .clusters
                .get(id.as_str())
                .map(|cluster| Self::of_cluster(catalogue, cluster, lang)),
            Page::Area(id) => catalogue
                .areas
                .get(id.as_str())
                .map(|area| Self::of_area(catalogue, area, lang)),
            _ => None,
        };
        own.unwrap_or_else(|| Self::of_site(catalogue, lang))
    }

    fn of_cluster(catalogue: &'a Catalogue, cluster: &'a Cluster, lang: Lang) -> Self {
        let texts = Strings::of(lang);
        let name = cluster.name.text(lang);
        let acronym = cluster.acronym.as_ref().map(Text::as_str);
        let areas = cluster
            .areas
            .iter()
            .filter_map(|id| catalogue.areas.get(id.as_str()));
        Self {
            site: texts.site,
            kicker: acronym.filter(|acronym| !name.contains(acronym)),
            // No line begins with a dash.
            name: name.replace(" - ", "\u{a0}- "),
            lead: format!(
                "{} · {}",
                texts.level_name(cluster.level),
                with_whole_names(&names::place(catalogue, cluster, lang))
            ),
            labels: areas.map(|area| area.label.text(lang).to_owned()).collect(),
        }
    }

    fn of_area(catalogue: &'a Catalogue, area: &'a Area, lang: Lang) -> Self {
        let texts = Strings::of(lang);
        let clusters = catalogue
            .clusters
            .iter()
            .filter(|cluster| cluster.areas.contains(&area.id));
        Self {
            site: texts.site,
            kicker: Some(texts.area_kicker),
            name: area.label.text(lang).to_owned(),
            lead: texts.area_lead.of(clusters.count()),
            labels: Vec::new(),
        }
    }

    fn of_site(catalogue: &Catalogue, lang: Lang) -> Self {
        let texts = Strings::of(lang);
        Self {
            site: texts.site,
            kicker: None,
            name: texts.search_heading.to_owned(),
            lead: texts.search_lead.to_owned(),
            labels: vec![texts.results.of(catalogue.clusters.len())],
        }
    }
}

/// A list of names, which may be broken between two of them, but not within one.
fn with_whole_names(names: &str) -> String {
    names.replace(' ', "\u{a0}").replace(",\u{a0}", ", ")
}

#[cfg(test)]
mod tests {
    use anyhow::{Result, anyhow};
    use catalogue::model::{AreaId, ClusterId};

    use project::folders::fixture_file;

    use super::*;

    #[test]
    fn a_picture_says_what_its_page_is_about_in_its_language() -> Result<()> {
        let text = std::fs::read_to_string(fixture_file())?;
        let catalogue = Catalogue::from_json(&text).map_err(|error| anyhow!("{error:?}"))?;
        let le2c = || ClusterId::new("le2c").map(Page::Cluster);
        let ditne = || ClusterId::new("ditne").map(Page::Cluster);
        let energy = || AreaId::new("energy").map(Page::Area);
        for (lang, page, kicker, name, lead, labels) in [
            (
                Lang::En,
                le2c()?,
                Some("LE2C"),
                "Lombardy Energy Cleantech Cluster",
                "Regional · Milan, Lombardy, Italy",
                vec!["Energy"],
            ),
            (
                Lang::It,
                le2c()?,
                Some("LE2C"),
                "Lombardy Energy Cleantech Cluster",
                "Regionale · Milano, Lombardia, Italia",
                vec!["Energia"],
            ),
            (
                Lang::It,
                ditne()?,
                None,
                "DiTNE\u{a0}- Distretto Tecnologico Nazionale sull'Energia",
                "Regionale · Brindisi, Puglia, Italia",
                vec!["Energia"],
            ),
            (
                Lang::It,
                energy()?,
                Some("Area tematica"),
                "Energia",
                "6 cluster operano in quest'area.",
                vec![],
            ),
            (
                Lang::En,
                Page::About,
                None,
                "Find a technology cluster",
                "Networks of companies, universities, research centres and public bodies, \
                 each devoted to a field of technology.",
                vec!["36 clusters"],
            ),
        ] {
            let content = CardTexts::of(&catalogue, &Address::of(lang, page));
            assert_eq!(content.kicker, kicker);
            assert_eq!(content.name, name);
            assert_eq!(content.lead, lead);
            assert_eq!(content.labels, labels);
            assert_eq!(content.site, Strings::of(lang).site);
        }
        Ok(())
    }
}
