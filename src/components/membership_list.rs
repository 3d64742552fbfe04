//! Who belongs to what, with when and where that was seen.

use super::reference;
use crate::markup::{El, el, el_class, link};
use crate::strings::Strings;
use catalogue::model::{Lang, Membership};

/// A membership, seen from one side.
pub struct MembershipItem {
    /// The name of the other side.
    pub name: &'static str,
    /// The language of that name, where it is not that of the page.
    pub lang: Option<&'static str>,
    /// Where the page of the other side is.
    pub href: String,
    /// Further words on it: its role, its kind, its place.
    pub about: String,
    /// The membership itself.
    pub membership: &'static Membership,
}

/// A list of memberships.
pub fn membership_list(texts: &'static Strings, lang: Lang, items: Vec<MembershipItem>) -> El {
    let item = |item: MembershipItem| {
        let seen = item.membership.as_of.as_ref();
        let seen = seen.map_or_else(
            || texts.undated.to_owned(),
            |seen| format!("{} {}", texts.seen, texts.seen_date(seen)),
        );
        let source = &item.membership.source;
        let about = el_class("span", "hint")
            .text(format!(" {} · {seen} · {}: ", item.about, texts.source))
            .child(reference(lang, source.url.as_ref(), source.title.as_ref()));
        el("li")
            .child(link(item.href, item.name).attr_if("lang", item.lang))
            .child(about)
    };
    el_class("ul", "memberships").children(items.into_iter().map(item))
}
