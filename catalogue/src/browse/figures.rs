//! Figures of the catalogue in the texts of the about page, so that they are computed and not typed.

use super::collection::Collection;
use crate::model::{Cluster, Lang, Status};

/// The names that may stand in braces in a text. `regions_without_cluster` is followed by a colon and
/// a country code.
pub const FIGURES: [&str; 10] = [
    "clusters",
    "countries",
    "active",
    "not_confirmed",
    "clusters_with_organisations",
    "clusters_without_contact",
    "organisations",
    "organisations_with_city",
    "memberships",
    REGIONS,
];

const REGIONS: &str = "regions_without_cluster";

impl Collection {
    /// A text with its figures filled in: `{clusters}` becomes the number of clusters. Whatever is
    /// not a figure stays as written.
    pub fn with_figures(&self, text: &str, lang: Lang) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let figure = after.split_once('}');
            let figure = figure.and_then(|(name, after)| Some((self.figure(name, lang)?, after)));
            rest = if let Some((figure, after)) = figure {
                filled.push_str(&figure);
                after
            } else {
                filled.push('{');
                after
            };
        }
        filled.push_str(rest);
        filled
    }

    fn figure(&self, name: &str, lang: Lang) -> Option<String> {
        let catalogue = &self.catalogue;
        let clusters = &catalogue.clusters;
        let having = |has: &dyn Fn(usize, &Cluster) -> bool| {
            let all = clusters.iter().enumerate();
            all.filter(|(number, cluster)| has(*number, cluster))
                .count()
        };
        let count = match name {
            "clusters" => clusters.len(),
            "countries" => {
                let is_used = |id: &str| clusters.iter().any(|of| of.country.as_str() == id);
                let countries = catalogue.countries.iter();
                countries
                    .filter(|country| is_used(country.id.as_str()))
                    .count()
            }
            "active" => having(&|_, cluster| cluster.status == Status::Active),
            "not_confirmed" => having(&|_, cluster| cluster.status == Status::Unknown),
            "clusters_with_organisations" => {
                having(&|number, _| !self.membership_index.of_cluster(number).is_empty())
            }
            "clusters_without_contact" => {
                having(&|_, cluster| cluster.website.is_none() && cluster.email.is_none())
            }
            "organisations" => catalogue.organisations.len(),
            "organisations_with_city" => {
                let organisations = catalogue.organisations.iter();
                organisations.filter(|of| of.city.is_some()).count()
            }
            "memberships" => catalogue.memberships.len(),
            _ => return self.regions_without_cluster(name.strip_prefix(REGIONS)?, lang),
        };
        Some(count.to_string())
    }

    /// The regions of a country that no cluster represents. The country code follows a colon.
    fn regions_without_cluster(&self, country: &str, lang: Lang) -> Option<String> {
        let country = country.strip_prefix(':')?;
        let catalogue = &self.catalogue;
        catalogue.countries.get(country)?;
        let mut names = Vec::new();
        for region in &*catalogue.regions {
            let has_cluster = |cluster: &Cluster| cluster.regions.contains(&region.id);
            if region.country.as_str() == country && !catalogue.clusters.iter().any(has_cluster) {
                names.push(region.label.text(lang));
            }
        }
        if names.is_empty() {
            names.push("–");
        }
        Some(names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{DATA, REAL};
    use super::*;
    use crate::model::{Catalogue, LoadError};

    #[test]
    fn figures_are_those_of_the_catalogue() {
        let clusters = REAL.catalogue.clusters.len();
        let filled = |text| REAL.with_figures(text, Lang::It);
        assert_eq!(filled("{clusters} cluster"), format!("{clusters} cluster"));
        assert_eq!(filled("{} {a {clusters"), "{} {a {clusters");
        assert_eq!(filled("{"), "{");
        let figures = FIGURES.iter().filter(|name| **name != REGIONS);
        for name in figures {
            let filled = REAL.with_figures(&format!("{{{name}}}"), Lang::En);
            assert!(filled.parse::<usize>().is_ok(), "{name}: {filled}");
        }
    }

    #[test]
    fn regions_without_a_cluster_are_named() -> Result<(), LoadError> {
        let data = DATA.replacen(
            "\"regions\": [",
            r#""regions": [{"id": "nowhere", "country": "IT", "label": {"en": "Nowhere", "it": "Altrove"}},"#,
            1,
        );
        let collection = Collection::new(Catalogue::from_json(&data)?);
        for (text, filled) in [
            ("{regions_without_cluster:IT}.", "Altrove."),
            ("{regions_without_cluster:FR}", "–"),
            (
                "{regions_without_cluster:XX}",
                "{regions_without_cluster:XX}",
            ),
            ("{regions_without_cluster}", "{regions_without_cluster}"),
        ] {
            assert_eq!(collection.with_figures(text, Lang::It), filled);
        }
        Ok(())
    }
}
