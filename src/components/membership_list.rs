//! Memberships with their dates and sources.

use super::fact_list::Reference;
use crate::i18n::Strings;
use catalogue::model::{Lang, Membership, Role};
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
    /// The memberships, each with its role unless that is shown elsewhere.
    pub memberships: Vec<(Option<Role>, &'static Membership)>,
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
    /// The role, unless that is shown elsewhere.
    role: Option<Role>,
    /// The membership.
    membership: &'static Membership,
) -> impl IntoView {
    let t = Strings::of(lang);
    let seen = membership.as_of.as_ref();
    let when = match (role, seen) {
        (Some(role), _) => t.role_at_date(role, seen),
        (None, Some(seen)) => t.at_date(seen),
        (None, None) => t.undated.to_owned(),
    };
    let source = &membership.source;
    view! {
        <span class="membership">
            {format!("{when} · {}: ", t.source)}
            <Reference lang url=source.url.as_ref() title=source.title.as_ref() />
        </span>
    }
}
