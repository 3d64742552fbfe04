//! Filters typed into the search box: `area:energy region:"Emilia-Romagna"` is equivalent to
//! choosing the two values.

use super::collection::Collection;
use super::fields;
use crate::model::{Lang, Level, Status};
use crate::query::{Facet, Query};
use crate::search::{fold, is_quote};
use std::ops::Range;

/// The names of each facet in both languages.
const NAMES: [(&str, Facet); 17] = [
    ("area", Facet::Area),
    ("level", Facet::Level),
    ("livello", Facet::Level),
    ("country", Facet::Country),
    ("paese", Facet::Country),
    ("region", Facet::Region),
    ("regione", Facet::Region),
    ("organisation", Facet::Organisation),
    ("organizzazione", Facet::Organisation),
    ("founded", Facet::Founded),
    ("fondazione", Facet::Founded),
    ("members", Facet::Members),
    ("soci", Facet::Members),
    ("status", Facet::Status),
    ("stato", Facet::Status),
    ("city", Facet::City),
    ("citta", Facet::City),
];

/// Filters are recognised within this many bytes, roughly the length of the text that is searched.
const LONGEST: usize = 400;

/// A filter, with its range in the text.
pub(super) struct TypedFilter {
    pub(super) source: Range<usize>,
    pub(super) facet: Facet,
    pub(super) value: u32,
}

impl Collection {
    /// The query with each `facet:value` of its text moved to the chosen values. The facet may be
    /// named in either language, the value by its id or label. A filter that names no value stays
    /// in the text.
    pub fn resolved(&self, query: &Query) -> Query {
        let mut resolved = query.clone();
        let mut from = 0;
        // Limits the work: a text of a megabyte may consist of colons.
        let mut left = LONGEST;
        while let Some(colon) = resolved.text[from..].find(':')
            && colon < left
        {
            left -= colon + 1;
            let colon = from + colon;
            let Some(filter) = self.filter_around(&resolved.text, colon) else {
                from = colon + 1;
                continue;
            };
            resolved.choose(filter.facet, self.values(filter.facet).id(filter.value));
            from = filter.source.start;
            resolved.text.replace_range(filter.source, "");
        }
        resolved
    }

    /// The filter around the colon at byte `colon`, if there is one.
    pub(super) fn filter_around(&self, text: &str, colon: usize) -> Option<TypedFilter> {
        let (before, after) = (&text[..colon], &text[colon + 1..]);
        let name = before.split(char::is_whitespace).next_back()?;
        let folded = fold(name);
        let (_, facet) = NAMES.iter().find(|(name, _)| *name == folded)?;
        let bare = after.strip_prefix(is_quote);
        let length = match bare {
            Some(quoted) => quoted.find(is_quote)?,
            None => after.find(char::is_whitespace).unwrap_or(after.len()),
        };
        let value = &bare.unwrap_or(after)[..length];
        let mut rest = &bare.unwrap_or(after)[length..];
        if bare.is_some() {
            rest = rest.strip_prefix(is_quote)?;
        }
        // Includes the following space; otherwise two spaces would remain.
        rest = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
        Some(TypedFilter {
            source: colon - name.len()..text.len() - rest.len(),
            facet: *facet,
            value: self.value_called(*facet, value)?,
        })
    }

    /// The value with this id or label, in either language.
    pub(super) fn value_called(&self, facet: Facet, name: &str) -> Option<u32> {
        let values = self.values(facet);
        let name = fold(name);
        let is_called = |value: &u32| {
            let id = values.id(*value);
            let is_label = |lang| self.label(facet, id, lang).is_some_and(|l| fold(l) == name);
            fold(id) == name || Lang::ALL.into_iter().any(is_label)
        };
        match facet {
            Facet::Level => Level::ALL
                .into_iter()
                .find(|level| {
                    let (en, it) = fields::level_words(*level);
                    [level.id(), en, it].contains(&name.as_str())
                })
                .map(|level| level as u32),
            Facet::Status => Status::ALL
                .into_iter()
                .find(|status| {
                    let (en, it) = fields::status_words(*status);
                    [status.id(), en, it].contains(&name.as_str())
                })
                .map(|status| status as u32),
            _ => (0..).take(values.len()).find(is_called),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::query::encode;

    #[test]
    fn typed_filters_become_chosen_values() {
        for (typed, written) in [
            ("area:energy", "area=energy"),
            (
                "area:energy region:lombardia",
                "area=energy&region=lombardia",
            ),
            ("wind area:energy sun", "q=wind+sun&area=energy"),
            ("regione:Lombardia ", "region=lombardia"),
            (
                "region:\"Emilia-Romagna\" food",
                "q=food&region=emilia-romagna",
            ),
            ("REGION:“Emilia-Romagna”", "region=emilia-romagna"),
            ("area:Energia area:mobility", "area=energy&area=mobility"),
            ("livello:regionale country:IT", "level=regional&country=IT"),
            ("paese:Francia", "country=FR"),
            (
                "organisation:\"University of Brescia\"",
                "organisation=university-of-brescia",
            ),
            ("founded:2010-2014 wind", "q=wind&founded=2010-2014"),
            (
                "members:50-99 soci:unknown",
                "members=50-99&members=unknown",
            ),
            ("città:Milano", "city=milano"),
            ("city:Rome", "city=roma"),
            ("stato:attivo wind", "q=wind&status=active"),
            ("status:\"not confirmed\"", "status=unknown"),
            ("when: area:energy sun", "q=when:+sun&area=energy"),
        ] {
            let query = Query::default().with_text(typed);
            assert_eq!(REAL.resolved(&query), Query::parse(written), "{typed}");
        }
    }

    #[test]
    fn unknown_filters_stay_in_the_text() {
        for text in [
            "area:nothing",
            "area:",
            "colour:red",
            "https://www.unibs.it",
            ":",
            "area:\"energy",
            "subarea:energy",
        ] {
            let query = Query::default().with_text(text);
            assert_eq!(REAL.resolved(&query), query, "{text}");
        }
    }

    #[test]
    fn filters_are_recognised_up_to_the_length_limit() {
        let resolved = |text: &str| {
            let resolved = REAL.resolved(&Query::default().with_text(text));
            resolved.choices().count()
        };
        let far = format!("area:energy {} region:lombardia", "a".repeat(300));
        assert_eq!(resolved(&far), 2);
        for (colons, count) in [(LONGEST - 10, 1), (LONGEST, 0)] {
            let text = format!("{} area:energy", ":".repeat(colons));
            assert_eq!(resolved(&text), count, "behind {colons}");
        }
    }

    #[test]
    fn long_texts_are_resolved_quickly() {
        let text = format!("area:energy {}", "a:".repeat(500_000));
        let resolved = REAL.resolved(&Query::default().with_text(&text));
        assert_eq!(
            resolved,
            Query::parse(&format!("area=energy&q={}", encode(&text[12..])))
        );
    }

    #[test]
    fn typed_and_chosen_filters_give_the_same_listing() {
        let typed = format!("q={}&level=regional", encode("area:energy wind"));
        let typed = REAL.resolved(&Query::parse(&typed));
        let chosen = Query::parse("q=wind&area=energy&level=regional");
        assert_eq!(typed, chosen);
        assert_eq!(
            REAL.listing(&typed, Lang::En),
            REAL.listing(&chosen, Lang::En)
        );
    }
}
