//! Ids. They are parts of public addresses and must never change.

use super::checked_string::{Invalid, checked_string};

checked_string!(
    /// The id of a cluster, as in `/en/clusters/<id>/`.
    ClusterId, slug, "^[a-z0-9]+(-[a-z0-9]+)*$"
);
checked_string!(
    /// The id of a subject area, as in `/en/areas/<id>/`.
    AreaId, slug, "^[a-z0-9]+(-[a-z0-9]+)*$"
);
checked_string!(
    /// The id of an organisation, as in `/en/organisations/<id>/`.
    OrganisationId, slug, "^[a-z0-9]+(-[a-z0-9]+)*$"
);
checked_string!(
    /// The id of a record of any kind.
    RecordId, slug, "^[a-z0-9]+(-[a-z0-9]+)*$"
);
checked_string!(
    /// The id of a region, as in `?region=<id>`.
    RegionId, slug, "^[a-z0-9]+(-[a-z0-9]+)*$"
);
checked_string!(
    /// The id of a city, as in `?city=<id>`.
    CityId, slug, "^[a-z0-9]+(-[a-z0-9]+)*$"
);
checked_string!(
    /// A country code (ISO 3166-1 alpha-2), as in `?country=IT`.
    CountryCode, country_code, "^[A-Z]{2}$"
);

const SLUG: &str =
    "an id is made of lower-case letters a to z and digits, in words joined by single hyphens";
const COUNTRY: &str = "a country is its two capital letters, as in IT";

/// The maximum length of an id: addresses should fit into a chat message.
const MAX_LENGTH: usize = 80;

fn slug(text: &str) -> Result<(), Invalid> {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if text.len() <= MAX_LENGTH && text.split('-').all(word) {
        Ok(())
    } else {
        Err(Invalid(SLUG))
    }
}

fn country_code(text: &str) -> Result<(), Invalid> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(())
    } else {
        Err(Invalid(COUNTRY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_joined_by_single_hyphens() {
        for good in ["le2c", "university-of-brescia", "2c"] {
            assert!(ClusterId::new(good).is_ok(), "{good:?} must be an id");
        }
        let long = "a".repeat(MAX_LENGTH + 1);
        for bad in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "LE2C",
            "a b",
            "a/b",
            "é",
            "..",
            long.as_str(),
        ] {
            assert_eq!(
                ClusterId::new(bad),
                Err(Invalid(SLUG)),
                "{bad:?} must not be an id"
            );
        }
    }

    #[test]
    fn countries_are_two_capitals() {
        assert!(CountryCode::new("IT").is_ok());
        for bad in ["it", "ITA", "", "I1"] {
            assert_eq!(CountryCode::new(bad), Err(Invalid(COUNTRY)), "{bad:?}");
        }
    }
}
