//! Memberships with their dates and sources.

use super::fact_list::Reference;
use crate::i18n::Strings;
use catalogue::model::{Lang, Membership};
use leptos::prelude::*;

/// The other side of some memberships: an organisation or a cluster.
#[derive(Debug, Clone)]
pub struct MembershipItem {
    /// Its name.
    pub name: &'static str,
    /// The `lang` attribute of the name, if its language differs from that of the page.
    pub lang: Option<&'static str>,
    /// The URL of its page.
    pub href: String,
    /// Its kind or its location.
    pub about: String,
    /// The memberships, each with the name of the role unless that is shown elsewhere.
    pub memberships: Vec<(Option<&'static str>, &'static Membership)>,
}

/// A list of memberships.
#[component]
pub fn MembershipList(
    /// The language of the page.
    lang: Lang,
    /// The organisations of a cluster, or the clusters of an organisation.
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

/// The date and source of a membership.
#[component]
fn MembershipSource(
    /// The language of the page.
    lang: Lang,
    /// The name of the role, unless that is shown elsewhere.
    role: Option<&'static str>,
    /// The membership.
    membership: &'static Membership,
) -> impl IntoView {
    let t = Strings::of(lang);
    let (separator, when) = match &membership.as_of {
        Some(seen) => (" ", t.at_date(seen)),
        None => (", ", t.undated.to_owned()),
    };
    let role = role.map_or_else(String::new, |role| [role, separator].concat());
    let source = &membership.source;
    view! {
        <span class="membership">
            {format!("{role}{when} · {}: ", t.source)}
            <Reference lang url=source.url.as_ref() title=source.title.as_ref() />
        </span>
    }
}
