//! Who belongs to what, with when and where that was seen.

use super::reference;
use crate::markup::{El, el, el_class, link};
use crate::strings::Strings;
use catalogue::model::{Lang, Membership};

/// The other side of one or several memberships.
pub struct MembershipItem {
    /// Its name.
    pub name: &'static str,
    /// The language of that name, where it is not that of the page.
    pub lang: Option<&'static str>,
    /// Where its page is.
    pub href: String,
    /// What it is, or where.
    pub about: String,
    /// The memberships, each with the name of the role, where that is not said elsewhere.
    pub memberships: Vec<(Option<&'static str>, &'static Membership)>,
}

/// A list of memberships.
pub fn membership_list(texts: &'static Strings, lang: Lang, items: Vec<MembershipItem>) -> El {
    let seen = |(role, membership): (Option<&str>, &'static Membership)| {
        let seen = match &membership.as_of {
            Some(seen) => format!("{} {}", texts.seen, texts.seen_date(seen)),
            None => texts.undated.to_owned(),
        };
        let source = &membership.source;
        let role = role.map_or_else(String::new, |role| format!("{role} · "));
        el_class("span", "membership")
            .text(format!("{role}{seen} · {}: ", texts.source))
            .child(reference(lang, source.url.as_ref(), source.title.as_ref()))
    };
    let item = |item: MembershipItem| {
        el("li")
            .child(link(item.href, item.name).attr_if("lang", item.lang))
            .child(el_class("span", "hint").text(" ").text(item.about))
            .children(item.memberships.into_iter().map(seen))
    };
    el_class("ul", "memberships").children(items.into_iter().map(item))
}
