//! Whether each fact that a record states has a source, or a mark that says it has none.

use catalogue::model::{Bilingual, Fact, Lang, Source, Text, Unverified};

use crate::diagnostic::Diagnostic;
use crate::message::Message;

/// The facts with a field of their own: the field, and their name under `supports` and `unverified`. The
/// status has a check of its own, and each membership its own source.
const FIELDS: [(Fact, &str, &str); 13] = [
    (Fact::Acronym, "acronym", "acronym"),
    (Fact::FormerNames, "former_names", "former_names"),
    (Fact::Areas, "areas", "areas"),
    (Fact::City, "city", "city"),
    (Fact::Region, "regions", "region"),
    (Fact::Website, "website", "website"),
    (Fact::Email, "email", "email"),
    (Fact::LegalForm, "legal_form", "legal_form"),
    (Fact::Founded, "founded", "founded"),
    (Fact::Recognised, "recognised", "recognised"),
    (Fact::Members, "members", "members"),
    (Fact::Keywords, "keywords", "keywords"),
    (
        Fact::NationalCluster,
        "national_clusters",
        "national_cluster",
    ),
];

/// The parts of a record, of either kind, that say where its facts come from.
pub(super) struct Traces<'r> {
    pub(super) name: &'r Bilingual,
    pub(super) acronym: Option<&'r Text>,
    pub(super) is_italian: bool,
    pub(super) sources: &'r [Source],
    pub(super) marks: &'r [Unverified],
    /// Whether a membership, which has a source of its own, names it.
    pub(super) has_memberships: bool,
}

impl Traces<'_> {
    /// Reports the facts that neither a source nor a mark names, all of a record at once.
    pub(super) fn check(
        &self,
        pointer: &str,
        states: impl Fn(Fact) -> bool,
        found: &mut Vec<Diagnostic>,
    ) {
        let mut untraced = Vec::new();
        untraced.extend(self.untraced_name().map(|fact| ("name", fact)));
        for (fact, field, name) in FIELDS {
            if states(fact)
                && !self.has(fact)
                && !(fact == Fact::Acronym && self.acronym_is_in_name())
            {
                untraced.push((field, name));
            }
        }
        if let [(field, fact), others @ ..] = untraced.as_slice() {
            let others = others.iter().map(|(_, name)| (*name).to_owned()).collect();
            found.push(Diagnostic::new(
                &format!("{pointer}/{field}"),
                Message::Untraced { fact, others },
            ));
        }
    }

    fn has(&self, fact: Fact) -> bool {
        let mut supports = self.sources.iter().flat_map(|source| &source.supports);
        supports.any(|support| support.fact == fact)
            || self.marks.iter().any(|mark| mark.fact == fact)
    }

    /// Any source about a body names it, but not in two languages: if the names differ, one of them
    /// may be ours.
    fn untraced_name(&self) -> Option<&'static str> {
        let has_both = self.has(Fact::NameEn) || self.has(Fact::NameIt);
        let has_any = self.has(Fact::Name) || has_both;
        if self.sources.is_empty() && !self.has_memberships && !has_any {
            return Some("name");
        }
        let names = (self.name.only(Lang::En), self.name.only(Lang::It));
        match names {
            (Some(english), Some(italian)) if english != italian && !has_both => {
                Some(if self.is_italian {
                    "name_en"
                } else {
                    "name_it"
                })
            }
            _ => None,
        }
    }

    fn acronym_is_in_name(&self) -> bool {
        let names = Lang::ALL.map(|lang| self.name.only(lang));
        let acronym = self.acronym.map(Text::as_str);
        acronym.is_some_and(|acronym| {
            names
                .into_iter()
                .flatten()
                .any(|name| name.contains(acronym))
        })
    }
}
