//! Who belongs to what, with when and where that was seen.

use super::reference;
use crate::strings::Strings;
use catalogue::model::{Lang, Membership};
use leptos::prelude::*;

/// A membership, seen from one side.
pub struct MembershipItem {
    /// The name of the other side.
    pub name: String,
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
pub fn membership_list(texts: &'static Strings, lang: Lang, items: Vec<MembershipItem>) -> AnyView {
    let item = |item: MembershipItem| {
        let seen = item.membership.as_of.as_ref();
        let seen = seen.map_or_else(
            || texts.undated.to_owned(),
            |seen| format!("{} {}", texts.seen, texts.seen_date(seen)),
        );
        let source = &item.membership.source;
        view! {
            <li>
                <a href=item.href lang=item.lang>{item.name}</a>
                <span class="hint">
                    " "
                    {item.about}
                    " · "
                    {seen}
                    " · "
                    {texts.source}
                    ": "
                    {reference(lang, source.url.as_ref(), source.title.as_ref())}
                </span>
            </li>
        }
    };
    view! { <ul class="memberships">{items.into_iter().map(item).collect::<Vec<_>>()}</ul> }
        .into_any()
}
