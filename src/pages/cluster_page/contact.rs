//! Whom to write to about a cluster without a contact of its own.

use crate::components::OrganisationLink;
use crate::i18n::Strings;
use crate::site::use_site;
use catalogue::model::{Cluster, Lang, Role};
use leptos::prelude::*;

/// Whom to write to about a cluster that has neither a website nor a mailbox: its coordinators, if
/// a page names them.
pub(super) fn contact(lang: Lang, cluster: &'static Cluster) -> Option<AnyView> {
    if cluster.website.is_some() || cluster.email.is_some() {
        return None;
    }
    let t = Strings::of(lang);
    let collection = use_site().collection;
    let catalogue = &collection.catalogue;
    let number = catalogue.clusters.number(cluster.id.as_str())?;
    let mut coordinators = Vec::new();
    for &membership in collection.membership_index.of_cluster(number) {
        let membership = &catalogue.memberships[membership as usize];
        let id = membership.organisation.as_str();
        let Some(number) = catalogue.organisations.number(id) else {
            continue;
        };
        if membership.role != Role::Coordinator {
            continue;
        }
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let role = t.role_at_date(Role::Coordinator, membership.as_of.as_ref());
        coordinators.push(
            view! {
                " "
                <span class="fact-item">
                    {role} ": "
                    <OrganisationLink lang number />
                </span>
            }
            .into_any(),
        );
    }
    let contact = view! {
        <p class="contact">
            {t.no_contact}
            {coordinators}
        </p>
    };
    Some(contact.into_any())
}
