//! Adjectives of countries and of Italian places: `cluster lombardi` means those of Lombardy, and
//! `università bresciana` one of Brescia.
//!
//! The search knows the regular ones. The others belong to the languages, like the words for levels, so
//! they are not part of the data. One form of each is enough, because the search inflects words; short
//! ones are listed in both genders.

use crate::model::{Catalogue, Identified, Lang};
use crate::search::IndexBuilder;

/// The id of a country, region or city, and its irregular adjectives in Italian and English.
const DEMONYMS: [(&str, &str); 56] = [
    ("FR", "french"),
    ("DE", "tedesco"),
    ("ES", "spagnolo spanish"),
    ("AT", "austriaco"),
    ("BE", "belga"),
    ("PT", "portoghese portuguese"),
    ("PL", "polacco polish"),
    ("RO", "rumeno romeno"),
    ("CZ", "ceco ceca czech"),
    ("NL", "olandese dutch"),
    ("SE", "svedese swedish"),
    ("DK", "danese danish"),
    ("NO", "norwegian"),
    ("FI", "finnish"),
    ("EE", "estone"),
    ("LT", "lituano"),
    ("LV", "lettone"),
    ("BG", "bulgaro"),
    ("HR", "croato"),
    ("SI", "sloveno"),
    ("SK", "slovacco slovak"),
    ("GR", "greco greca greek"),
    ("IE", "irish"),
    ("LU", "lussemburghese"),
    ("CH", "svizzero swiss"),
    ("GB", "britannico british"),
    ("basilicata", "lucano lucanian"),
    ("campania", "campano"),
    ("emilia-romagna", "romagnolo"),
    ("friuli-venezia-giulia", "giuliano"),
    ("lazio", "laziale"),
    ("liguria", "ligure"),
    ("lombardia", "lombardo"),
    ("marche", "marchigiano"),
    ("sardegna", "sardo sarda"),
    ("toscana", "toscano"),
    ("umbria", "umbro umbra"),
    ("ancona", "anconetano"),
    ("bari", "barese"),
    ("bergamo", "bergamasco"),
    ("cagliari", "cagliaritano"),
    ("firenze", "fiorentino florentine"),
    ("napoli", "napoletano partenopeo neapolitan"),
    ("padova", "patavino"),
    ("palermo", "palermitano"),
    ("parma", "parmense parmigiano"),
    ("pavia", "pavese"),
    ("pisa", "pisano"),
    ("roma", "romano"),
    ("siena", "senese"),
    ("venezia", "venetian"),
    ("bayern", "bavarese"),
    ("catalunya", "catalano catalan"),
    ("sachsen", "sassone"),
    ("vlaanderen", "fiammingo flemish"),
    ("wallonie", "vallone walloon"),
];

/// Makes places and their adjectives match each other, in places and in names of organisations alike.
pub(super) fn add_names(catalogue: &Catalogue, builder: &mut IndexBuilder) {
    let countries = catalogue.countries.iter().map(|it| (it.id(), &it.label));
    let regions = catalogue.regions.iter().map(|it| (it.id(), &it.label));
    let cities = catalogue.cities.iter().map(|it| (it.id(), &it.label));
    let places: Vec<_> = countries.chain(regions).chain(cities).collect();
    for lang in Lang::ALL {
        let labels = || places.iter().map(|(_, label)| label.text(lang));
        for (place, label) in &places {
            let label = label.text(lang);
            let first = first_word(label);
            // The first word of `Paesi Bassi` is not a name: there are the Paesi Baschi, too.
            if labels().any(|other| other != label && first_word(other) == first) {
                continue;
            }
            let of_place = DEMONYMS.iter().find(|(id, _)| id == place);
            builder.add_name(label, of_place.map_or("", |(_, adjectives)| adjectives));
        }
    }
}

fn first_word(label: &str) -> &str {
    label.split([' ', '-']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::Lang;
    use crate::query::{Facet, Query};

    #[test]
    fn adjectives_belong_to_known_places() {
        for (id, _) in DEMONYMS {
            let is_place = |facet| REAL.values(facet).number(id).is_some();
            // Clusters of further countries may be added.
            let is_country = id.bytes().all(|byte| byte.is_ascii_uppercase());
            let is_known = is_place(Facet::Region) || is_place(Facet::City);
            assert!(is_country || is_known, "{id}");
        }
    }

    #[test]
    fn adjectives_match_their_place() {
        for (text, place) in [
            ("cluster lombardi", "region=lombardia"),
            ("cluster piemontesi", "region=piemonte"),
            ("aziende lombarde", "region=lombardia"),
            ("Tuscan clusters", "region=toscana"),
            ("cluster francesi", "country=FR"),
            ("Italian clusters", "country=IT"),
            ("cluster sardi", "region=sardegna"),
            ("università bresciana", "organisation=university-of-brescia"),
        ] {
            let found = |query: &Query| REAL.matching_clusters(query, Lang::It);
            let of_place = found(&Query::parse(place));
            let asked = found(&Query::default().with_text(text));
            assert!(!asked.is_empty(), "{text}");
            for cluster in of_place {
                assert!(asked.contains(&cluster), "{text}: {cluster}");
            }
        }
    }
}
