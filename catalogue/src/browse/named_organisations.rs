//! Organisations that a search names in full.

use super::collection::Collection;
use crate::query::Facet;
use crate::search::SearchText;

impl Collection {
    /// The organisations that a text names in full: by their name in either language, another name, a
    /// short form, or the name of their website. Words of a question around the name do not matter,
    /// while any other word means that something else is searched for.
    pub fn organisations_named(&self, text: &SearchText) -> Vec<u32> {
        // The texts of each facet value are a segment of the index.
        let before = Facet::ALL
            .iter()
            .take_while(|facet| **facet != Facet::Organisation);
        let first: usize = before.map(|facet| self.values(*facet).len()).sum();
        let segments = first..first + self.values(Facet::Organisation).len();
        let mut named = Vec::new();
        self.index
            .for_each_equal_value(&text.name(), &mut |segment| {
                if segments.contains(&(segment as usize)) {
                    named.extend(u32::try_from(segment as usize - first));
                }
            });
        named
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields;
    use super::super::tests::REAL;
    use super::*;

    #[test]
    fn organisations_are_named_by_each_of_their_names_in_full() {
        for (text, expected) in [
            ("politecnico di milano", &["politecnico-di-milano"][..]),
            ("POLIMI", &["politecnico-di-milano"]),
            ("unibs", &["university-of-brescia"]),
            ("University of Brescia", &["university-of-brescia"]),
            (
                "Università degli Studi di Brescia",
                &["university-of-brescia"],
            ),
            ("\"university of brescia\"", &["university-of-brescia"]),
            // The words of a question are set aside.
            ("contatti unibs", &["university-of-brescia"]),
            ("which clusters", &[]),
            // Part of a name is a subject or a place, and so is a name with further words.
            ("politecnico", &[]),
            ("milano", &[]),
            ("unibs energia", &[]),
            ("unibs -energia", &[]),
            ("unibs OR polimi", &[]),
            ("", &[]),
        ] {
            let named = REAL.organisations_named(&REAL.search_text(text));
            let organisations = &REAL.catalogue.organisations;
            let ids = named
                .iter()
                .map(|number| organisations[*number as usize].id.as_str());
            assert_eq!(ids.collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn every_organisation_is_named_by_all_its_names() {
        for number in (0..).take(REAL.catalogue.organisations.len()) {
            let facet = Facet::Organisation;
            fields::visit_value_texts(
                &REAL.catalogue,
                facet,
                number as usize,
                &mut |_, _, name| {
                    let quoted = ["\"", name, "\""].concat();
                    let named = REAL.organisations_named(&REAL.search_text(&quoted));
                    assert!(named.contains(&number), "{name}: {named:?}");
                },
            );
        }
    }
}
