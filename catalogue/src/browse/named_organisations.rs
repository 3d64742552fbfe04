//! Organisations that a search names in full.

use super::collection::Collection;
use super::fields;
use crate::query::Facet;
use crate::search::{SearchText, words_of};

impl Collection {
    /// The organisations that a text names in full: by their name in either language, another name, a
    /// short form, or the name of their website. Words of a question around the name do not matter,
    /// while any other word means that something else is searched for.
    pub fn organisations_named(&self, text: &SearchText) -> Vec<u32> {
        let wanted = text.name();
        let mut named = Vec::new();
        if wanted.is_empty() {
            return named;
        }
        let organisations = self.values(Facet::Organisation);
        for number in (0..).take(organisations.len()) {
            let mut is_named = false;
            let visit = &mut |_, _, name: &str| is_named |= words_of(name, false) == wanted;
            fields::visit_value_texts(&self.catalogue, Facet::Organisation, number as usize, visit);
            if is_named {
                named.push(number);
            }
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;

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
}
