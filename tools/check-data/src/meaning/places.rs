//! Cities are in their countries, and so are the seats in them.

use catalogue::model::{City, CityId, Coordinates, CountryCode};

use super::records::{Records, find};
use crate::diagnostic::Diagnostic;
use crate::message::Message;

pub(super) fn check(records: &Records, found: &mut Vec<Diagnostic>) {
    for placed in &records.cities {
        if let Some(centre) = placed.record.centre {
            let pointer = format!("{}/centre", placed.pointer);
            found.extend(outside(&pointer, centre, placed.record.country.as_str()));
        }
        found.extend(region_abroad(&placed.pointer, &placed.record, records));
    }
    let clusters = records.clusters.iter().map(|placed| {
        (
            &placed.pointer,
            placed.record.city.as_ref(),
            &placed.record.country,
        )
    });
    let organisations = records.organisations.iter().map(|placed| {
        (
            &placed.pointer,
            placed.record.city.as_ref(),
            &placed.record.country,
        )
    });
    for (pointer, city, country) in clusters.chain(organisations) {
        seat_in_its_country(pointer, city, country, records, found);
    }
}

/// What is wrong with the region of a city, if that is in another country.
fn region_abroad(pointer: &str, city: &City, records: &Records) -> Option<Diagnostic> {
    let region = find(&records.regions, city.region.as_ref()?.as_str())?;
    let message = Message::CityRegionAbroad {
        region: region.id.to_string(),
        lies_in: region.country.to_string(),
        country: city.country.to_string(),
    };
    let is_abroad = records.differ(&region.country, &city.country);
    is_abroad.then(|| Diagnostic::new(&format!("{pointer}/region"), message))
}

fn seat_in_its_country(
    pointer: &str,
    city: Option<&CityId>,
    country: &CountryCode,
    records: &Records,
    found: &mut Vec<Diagnostic>,
) {
    let Some(city) = city.and_then(|id| find(&records.cities, id.as_str())) else {
        return;
    };
    if records.differ(&city.country, country) {
        found.push(Diagnostic::new(
            &format!("{pointer}/city"),
            Message::SeatAbroad {
                city: city.id.to_string(),
                lies_in: city.country.to_string(),
                country: country.to_string(),
            },
        ));
    }
}

/// The problem with a point that should be in a country.
fn outside(pointer: &str, point: Coordinates, country: &str) -> Option<Diagnostic> {
    let Coordinates { lat, lon } = point;
    let mut boxes = BOXES.iter().filter(|(code, _)| *code == country).peekable();
    if boxes.peek().is_none() {
        return Some(Diagnostic::new(
            pointer,
            Message::UnknownCountry {
                country: country.to_owned(),
            },
        ));
    }
    let inside = boxes.any(|(_, [south, west, north, east])| {
        (*south..=*north).contains(&lat) && (*west..=*east).contains(&lon)
    });
    (!inside).then(|| {
        Diagnostic::new(
            pointer,
            Message::OutsideCountry {
                lat,
                lon,
                country: country.to_owned(),
            },
        )
    })
}

/// The European countries as boxes: south, west, north, east, in degrees (WGS 84), rounded
/// outwards to 0.1°.
///
/// Source: Natural Earth, 1:50m Admin 0 countries (public domain). Drawn by hand where the box of that
/// map is useless: Spain and Portugal have one for each group of islands, and France, the Netherlands
/// and Norway one without the overseas territories, which would include half an ocean; Lampedusa,
/// Gavdos, Kastellorizo and Åland are added.
const BOXES: [(&str, [f64; 4]); 53] = [
    ("AD", [42.4, 1.4, 42.7, 1.8]),
    ("AL", [39.6, 19.2, 42.7, 21.1]),
    ("AT", [46.3, 9.5, 49.1, 17.2]),
    ("BA", [42.5, 15.7, 45.3, 19.6]),
    ("BE", [49.5, 2.5, 51.5, 6.4]),
    ("BG", [41.2, 22.3, 44.3, 28.6]),
    ("BY", [51.2, 23.1, 56.2, 32.8]),
    ("CH", [45.8, 5.9, 47.8, 10.5]),
    ("CY", [34.5, 32.3, 35.7, 34.6]),
    ("CZ", [48.5, 12.0, 51.1, 18.9]),
    ("DE", [47.2, 5.8, 55.1, 15.1]),
    ("DK", [54.6, 8.1, 57.8, 15.2]),
    ("EE", [57.5, 21.8, 59.7, 28.2]),
    ("ES", [35.2, -9.4, 43.8, 4.4]),
    ("ES", [27.6, -18.2, 29.5, -13.4]),
    ("FI", [59.8, 19.5, 70.1, 31.6]),
    ("FO", [61.4, -7.5, 62.4, -6.4]),
    ("FR", [41.3, -5.2, 51.1, 9.6]),
    ("GB", [49.8, -8.2, 60.9, 1.8]),
    ("GG", [49.4, -2.7, 49.6, -2.5]),
    ("GR", [34.8, 19.6, 41.8, 29.7]),
    ("HR", [42.4, 13.5, 46.6, 19.5]),
    ("HU", [45.7, 16.0, 48.6, 22.9]),
    ("IE", [51.4, -10.4, 55.4, -6.0]),
    ("IM", [54.0, -4.8, 54.5, -4.3]),
    ("IS", [63.4, -24.5, 66.6, -13.5]),
    ("IT", [35.4, 6.6, 47.1, 18.5]),
    ("JE", [49.1, -2.3, 49.3, -2.0]),
    ("LI", [47.0, 9.4, 47.3, 9.7]),
    ("LT", [53.8, 20.8, 56.5, 26.8]),
    ("LU", [49.4, 5.7, 50.2, 6.5]),
    ("LV", [55.6, 21.0, 58.1, 28.3]),
    ("MC", [43.7, 7.3, 43.8, 7.5]),
    ("MD", [45.4, 26.6, 48.5, 30.2]),
    ("ME", [41.8, 18.4, 43.6, 20.4]),
    ("MK", [40.8, 20.4, 42.4, 23.1]),
    ("MT", [35.8, 14.1, 36.1, 14.6]),
    ("NL", [50.7, 3.3, 53.7, 7.2]),
    ("NO", [57.9, 4.5, 71.2, 31.2]),
    ("PL", [49.0, 14.1, 54.9, 24.2]),
    ("PT", [36.8, -9.6, 42.2, -6.2]),
    ("PT", [36.9, -31.3, 39.8, -25.0]),
    ("PT", [32.6, -17.3, 33.2, -16.2]),
    ("RO", [43.6, 20.2, 48.3, 29.8]),
    ("RS", [42.2, 18.8, 46.2, 23.0]),
    ("SE", [55.3, 11.1, 69.1, 24.2]),
    ("SI", [45.4, 13.3, 46.9, 16.6]),
    ("SK", [47.7, 16.8, 49.6, 22.6]),
    ("SM", [43.8, 12.3, 44.0, 12.6]),
    ("TR", [35.8, 25.6, 42.1, 44.9]),
    ("UA", [44.3, 22.1, 52.4, 40.2]),
    ("VA", [41.8, 12.4, 42.0, 12.5]),
    ("XK", [41.8, 20.0, 43.3, 21.8]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_box_has_an_inside() {
        for (country, [south, west, north, east]) in BOXES {
            assert!(south < north && west < east, "{country}");
        }
    }

    #[test]
    fn capitals_and_islands_lie_in_their_countries_and_not_in_others() {
        for (country, lat, lon) in [
            ("IT", 41.89, 12.48),
            ("IT", 35.50, 12.61),
            ("ES", 40.42, -3.70),
            ("ES", 28.12, -15.43),
            ("PT", 38.72, -9.14),
            ("PT", 37.74, -25.67),
            ("PT", 32.65, -16.91),
            ("GR", 36.15, 29.59),
            ("FR", 41.93, 8.74),
            ("SE", 59.33, 18.07),
            ("NO", 59.91, 10.75),
            ("GB", 51.51, -0.13),
        ] {
            let point = Coordinates { lat, lon };
            assert!(
                outside("", point, country).is_none(),
                "{lat}, {lon} lies in {country}"
            );
            assert!(
                outside("", point, "RO").is_some(),
                "{lat}, {lon} does not lie in RO"
            );
        }
        let mid_atlantic = Coordinates {
            lat: 38.0,
            lon: -18.0,
        };
        assert!(
            outside("", mid_atlantic, "PT").is_some(),
            "an ocean is in no country"
        );
    }
}
