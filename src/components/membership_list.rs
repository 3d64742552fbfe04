//! Who belongs to what, with when and where that was seen.

use super::fact_list::Reference;
use crate::i18n::Strings;
use catalogue::model::{Lang, Membership};
use leptos::prelude::*;

/// The other side of one or several memberships.
#[derive(Debug, Clone)]
pub struct MembershipItem {
    /// Its name.
    pub name: &'static str,
    /// The language of that name, where it is not that of the page.
    pub lang: Option<&'static str>,
    /// The URL of its page.
    pub href: String,
    /// What it is, or where.
    pub about: String,
    /// The memberships, each with the name of the role, where that is not said elsewhere.
    pub memberships: Vec<(Option<&'static str>, &'static Membership)>,
}

/// A list of memberships.
#[component]
pub fn MembershipList(
    /// The language of the page.
    lang: Lang,
    /// The members, or what one of them belongs to.
    items: Vec<MembershipItem>,
) -> impl IntoView {
    let items = items.into_iter().map(|item| {
        let memberships = item.memberships.into_iter().map(|(role, membership)| {
            view! { <MembershipSource lang role membership /> }.into_any()
        });
        view! {
            <li>
                <a href=item.href lang=item.lang>
                    {item.name}
                </a>
                <span class="hint">" " {item.about}</span>
                {memberships.collect_view()}
            </li>
        }
        .into_any()
    });
    view! { <ul class="memberships">{items.collect_view()}</ul> }
}

/// When a membership was seen, and on which page or in which document.
#[component]
fn MembershipSource(
    /// The language of the page.
    lang: Lang,
    /// The name of the role, where that is not said elsewhere.
    role: Option<&'static str>,
    /// The membership.
    membership: &'static Membership,
) -> impl IntoView {
    let t = Strings::of(lang);
    let role = role.map_or_else(String::new, |role| format!("{role} · "));
    let seen = match &membership.as_of {
        Some(seen) => format!("{} {}", t.seen, t.seen_date(seen)),
        None => t.undated.to_owned(),
    };
    let source = &membership.source;
    view! {
        <span class="membership">
            {format!("{role}{seen} · {}: ", t.source)}
            <Reference lang url=source.url.as_ref() title=source.title.as_ref() />
        </span>
    }
}
