//! Adjectives of countries and of Italian places: `cluster lombardi` means those of Lombardy, and
//! `università bresciana` one of Brescia.
//!
//! They belong to the languages, like the words for levels, so they are not part of the data. One
//! form of each is enough, because the search inflects words; short ones are listed in both
//! genders.

use crate::model::{Catalogue, Identified, Lang};
use crate::search::IndexBuilder;

/// The id of a country, region or city, and its adjectives in Italian and English.
const DEMONYMS: [(&str, &str); 71] = [
    ("IT", "italiano italian"),
    ("FR", "francese french"),
    ("DE", "tedesco german"),
    ("ES", "spagnolo spanish"),
    ("AT", "austriaco austrian"),
    ("BE", "belga belgian"),
    ("PT", "portoghese portuguese"),
    ("PL", "polacco polish"),
    ("RO", "rumeno romeno romanian"),
    ("CZ", "ceco ceca czech"),
    ("NL", "olandese dutch"),
    ("SE", "svedese swedish"),
    ("DK", "danese danish"),
    ("NO", "norvegese norwegian"),
    ("FI", "finlandese finnish"),
    ("EE", "estone estonian"),
    ("LT", "lituano lithuanian"),
    ("LV", "lettone latvian"),
    ("HU", "ungherese hungarian"),
    ("BG", "bulgaro bulgarian"),
    ("HR", "croato croatian"),
    ("SI", "sloveno slovenian"),
    ("SK", "slovacco slovak"),
    ("GR", "greco greca greek"),
    ("IE", "irlandese irish"),
    ("LU", "lussemburghese luxembourgish"),
    ("CH", "svizzero swiss"),
    ("GB", "britannico british"),
    ("basilicata", "lucano lucanian"),
    ("campania", "campano campanian"),
    ("emilia-romagna", "emiliano romagnolo emilian"),
    ("friuli-venezia-giulia", "friulano giuliano friulian"),
    ("lazio", "laziale"),
    ("liguria", "ligure ligurian"),
    ("lombardia", "lombardo lombard"),
    ("marche", "marchigiano"),
    ("piemonte", "piemontese piedmontese"),
    ("puglia", "pugliese apulian"),
    ("sardegna", "sardo sarda sardinian"),
    ("sicilia", "siciliano sicilian"),
    ("toscana", "toscano tuscan"),
    ("umbria", "umbro umbra umbrian"),
    ("veneto", "veneto venetian"),
    ("ancona", "anconetano"),
    ("bari", "barese"),
    ("bergamo", "bergamasco"),
    ("bologna", "bolognese"),
    ("brescia", "bresciano brescian"),
    ("cagliari", "cagliaritano"),
    ("catania", "catanese"),
    ("ferrara", "ferrarese"),
    ("firenze", "fiorentino florentine"),
    ("genova", "genovese genoese"),
    ("lecce", "leccese"),
    ("messina", "messinese"),
    ("milano", "milanese milanese"),
    ("modena", "modenese"),
    ("napoli", "napoletano partenopeo neapolitan"),
    ("padova", "padovano patavino paduan"),
    ("palermo", "palermitano"),
    ("parma", "parmense parmigiano"),
    ("pavia", "pavese"),
    ("perugia", "perugino"),
    ("pisa", "pisano pisan"),
    ("roma", "romano roman"),
    ("siena", "senese sienese"),
    ("torino", "torinese"),
    ("trieste", "triestino"),
    ("udine", "udinese"),
    ("venezia", "veneziano venetian"),
    ("verona", "veronese"),
];

/// Makes the adjectives of places aliases of their names, in places and in names of organisations
/// alike.
pub(super) fn add_aliases(catalogue: &Catalogue, builder: &mut IndexBuilder) {
    let regions = catalogue.regions.iter().map(|it| (it.id(), &it.label));
    let cities = catalogue.cities.iter().map(|it| (it.id(), &it.label));
    let countries = catalogue.countries.iter().map(|it| (it.id(), &it.label));
    for (place, label) in countries.chain(regions).chain(cities) {
        let of_place = DEMONYMS.iter().filter(|(id, _)| *id == place);
        for demonym in of_place.flat_map(|(_, demonyms)| demonyms.split(' ')) {
            builder.add_alias(demonym, label.text(Lang::It));
        }
    }
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
            // Clusters of further countries may come.
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
