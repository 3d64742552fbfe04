//! Components that show parts of a record.

use super::super::*;
use super::mount_alone;
use crate::pages::{ClusterPage, OrganisationPage};
use crate::site::use_site;
use crate::testing::{attribute_of, count_of, site_at, text_of, texts_of};
use catalogue::model::{AreaId, Bilingual, Cluster, Fact, Lang, Role, SafeUrl};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn cluster(id: &str) -> &'static Cluster {
    let found = site_at("/en/", "").collection.catalogue.clusters.get(id);
    match found {
        Some(cluster) => cluster,
        None => panic!("no cluster {id}"),
    }
}

fn evidence(cluster: &'static Cluster) -> FactEvidence {
    FactEvidence {
        sources: &cluster.sources,
        unverified: &cluster.unverified,
    }
}

/// Parses a value and leaks it.
fn read<T: serde::de::DeserializeOwned>(json: &str) -> &'static T {
    match serde_json::from_str(json) {
        Ok(value) => Box::leak(Box::new(value)),
        Err(error) => panic!("{json}: {error}"),
    }
}

#[wasm_bindgen_test]
fn links_lead_to_records_and_have_their_language() {
    let container = mount_alone(|| {
        view! {
            <ClusterLink lang=Lang::It cluster=cluster("le2c") rel="next" />
            <OrganisationLink lang=Lang::En number=0 />
        }
    });
    let cluster = "a[href='/it/clusters/le2c/'][rel=next]";
    assert_eq!(
        text_of(&container, cluster),
        "Lombardy Energy Cleantech Cluster"
    );
    let organisation = "a[href='/en/organisations/university-of-brescia/']:not([lang])";
    assert_eq!(text_of(&container, organisation), "University of Brescia");
}

#[wasm_bindgen_test]
fn area_link_is_empty_for_unknown_areas() {
    let container = mount_alone(|| {
        let [known, unknown] = ["\"energy\"", "\"alchemy\""].map(read::<AreaId>);
        view! {
            <AreaLink lang=Lang::It id=known class="tag" />
            <AreaLink lang=Lang::It id=unknown />
        }
    });
    assert_eq!(texts_of(&container, "a"), ["Energia"]);
    assert_eq!(
        attribute_of(&container, "a.tag", "href").as_deref(),
        Some("/it/areas/energy/")
    );
}

#[wasm_bindgen_test]
fn external_links_send_no_referrer() {
    let container =
        mount_alone(|| view! { <ExternalLink href="https://example.org/" text="Example" /> });
    assert_eq!(
        text_of(&container, "a[rel='noopener noreferrer']"),
        "Example"
    );
}

#[wasm_bindgen_test]
fn facts_show_sources_or_an_unverified_mark() {
    let row = |id: &'static str, fact: Fact| {
        mount_alone(move || {
            let support = FactSources::of(evidence(cluster(id)), &[fact]);
            view! { <FactRow lang=Lang::En name="Fact" support>{"Value"}</FactRow> }
        })
    };
    let supported = row("le2c", Fact::Founded);
    assert_eq!(text_of(&supported, "dt"), "Fact");
    assert_eq!(
        attribute_of(&supported, ".source-mark", "href").as_deref(),
        Some("#source-1")
    );
    assert_eq!(
        attribute_of(&supported, ".source-mark", "title").as_deref(),
        Some("23 March 2009")
    );
    assert_eq!(count_of(&supported, ".unverified"), 0);

    let marked = row("le2c", Fact::City);
    assert_eq!(text_of(&marked, ".unverified"), "unverified");
    let explained = row("invented-with-a-long-name", Fact::Members);
    assert_eq!(
        text_of(&explained, ".unverified"),
        "unverified: nobody says when"
    );
}

#[wasm_bindgen_test]
fn organisation_facts_are_marked_like_those_of_clusters() {
    let page = |id: &'static str| {
        mount_alone(move || {
            let organisations = &use_site().collection.catalogue.organisations;
            let number = organisations.number(id).unwrap_or(usize::MAX);
            view! { <OrganisationPage lang=Lang::En number /> }
        })
    };
    let salento = page("university-of-salento");
    let facts: Vec<_> = texts_of(&salento, ".facts dt")
        .into_iter()
        .zip(texts_of(&salento, ".facts dd"))
        .map(|(name, value)| format!("{name}: {}", value.trim()))
        .collect();
    assert_eq!(
        facts,
        [
            "Name: University of Salento unverified: may be our own translation",
            "Name in Italian: Università del Salento",
            "Acronym: UniSalento unverified",
            "Formerly: Università di Lecce unverified",
            "Seat: Lecce 1",
            "Country: Italy",
            "Website: unisalento.it unverified",
            "Last checked: November 2026",
        ]
    );
    assert_eq!(count_of(&salento, "#source-1"), 1);
    let without_website = page("liuc");
    assert!(texts_of(&without_website, "dd").contains(&"No public contact found".to_owned()));
    let explained = page("federalimentare");
    assert!(texts_of(&explained, "dd").contains(&"food industry federation".to_owned()));
    assert_eq!(count_of(&explained, ".sources"), 0);
}

#[wasm_bindgen_test]
fn cluster_without_contact_names_its_coordinator() {
    let page = |id: &'static str| {
        mount_alone(move || {
            let clusters = &use_site().collection.catalogue.clusters;
            let number = clusters.number(id).unwrap_or(usize::MAX);
            view! { <ClusterPage lang=Lang::En number /> }
        })
    };
    let value = |page: &_, name: &str| {
        let names = texts_of(page, ".facts dt");
        let row = names.iter().position(|of| of == name);
        row.map(|row| texts_of(page, ".facts dd").swap_remove(row))
    };
    let contact = |page: &_| texts_of(page, ".page-header .contact").pop();
    let ditne = page("ditne");
    assert_eq!(
        contact(&ditne).as_deref(),
        Some("No public contact found coordinator in 2008: University of Salento")
    );
    assert_eq!(
        texts_of(&ditne, ".facts a[href*='/clusters/']").len(),
        2,
        "both national clusters are linked"
    );
    assert_eq!(
        value(&ditne, "Last checked").as_deref(),
        Some("November 2026")
    );
    let unknown = page("invented-without-a-seat");
    assert_eq!(
        contact(&unknown).as_deref(),
        Some("No public contact found")
    );
    assert_eq!(value(&unknown, "Contact"), None, "it is said once");
    assert_eq!(contact(&page("le2c")), None);
}

#[wasm_bindgen_test]
fn reference_is_a_link_if_it_has_a_url() {
    let reference = |url: Option<&'static SafeUrl>, title: Option<&'static Bilingual>| {
        mount_alone(move || view! { <p><Reference lang=Lang::It url title /></p> })
    };
    let url = read::<SafeUrl>("\"https://www.example.org/page\"");
    let title = read::<Bilingual>("{\"en\": \"Title\"}");
    let untitled = reference(Some(url), None);
    assert_eq!(
        text_of(&untitled, "a[href='https://www.example.org/page']"),
        "example.org"
    );
    assert_eq!(text_of(&reference(Some(url), Some(title)), "a"), "Title");
    let printed = reference(None, Some(title));
    assert_eq!(text_of(&printed, "p"), "Title");
    assert_eq!(count_of(&printed, "a"), 0);
    assert_eq!(text_of(&reference(None, None), "p"), "");
}

#[wasm_bindgen_test]
fn sources_are_numbered_and_list_supported_facts() {
    let container =
        mount_alone(|| view! { <SourceList lang=Lang::En sources=&cluster("le2c").sources /> });
    assert_eq!(
        count_of(&container, "li") as usize,
        cluster("le2c").sources.len()
    );
    assert!(
        text_of(&container, "#source-1").contains("year founded (23 March 2009); ESCA gold label")
    );
    // A document without a URL.
    assert_eq!(count_of(&container, "#source-6 a"), 0);
    let container = mount_alone(|| {
        view! { <SourceList lang=Lang::En sources=&[] /> }
    });
    assert_eq!(count_of(&container, "li"), 0);
}

#[wasm_bindgen_test]
fn memberships_show_source_and_date() {
    let container = mount_alone(|| {
        let memberships = &site_at("/en/", "").collection.catalogue.memberships;
        let dated = memberships
            .iter()
            .find(|membership| membership.as_of.is_some());
        let undated = memberships
            .iter()
            .find(|membership| membership.as_of.is_none());
        let item = |name, memberships| MembershipItem {
            name,
            lang: None,
            href: "/en/clusters/le2c/".to_owned(),
            about: "Regional".to_owned(),
            memberships,
        };
        let roles = [Some(Role::Board), None];
        let both = roles.into_iter().zip(dated.into_iter().chain(undated));
        let items = vec![item("Two", both.collect()), item("None", Vec::new())];
        view! { <MembershipList lang=Lang::En items /> }
    });
    assert_eq!(texts_of(&container, "li > a"), ["Two", "None"]);
    let seen = texts_of(&container, ".membership");
    assert_eq!(seen.len(), 2, "{seen:?}");
    assert!(seen[0].starts_with("board member in "), "{seen:?}");
    assert!(seen[1].starts_with("undated · Source: "), "{seen:?}");
}

#[wasm_bindgen_test]
fn heading_shows_a_different_name_in_the_other_language() {
    let heading = |id: &'static str| {
        mount_alone(move || {
            let cluster = cluster(id);
            view! { <NameHeading lang=Lang::En name=&cluster.name area=cluster.areas.first() /> }
        })
    };
    let two = heading("lombardia-aerospace-cluster");
    assert_eq!(
        text_of(&two, "h1[data-area=aerospace]"),
        "Lombardy Aerospace Cluster"
    );
    assert_eq!(
        text_of(&two, ".other-name[lang=it]"),
        "Lombardia Aerospace Cluster"
    );
    assert_eq!(count_of(&heading("le2c"), ".other-name"), 0);
    let italian = mount_alone(|| {
        view! { <NameHeading lang=Lang::En name=read("{\"it\": \"Nome\"}") area=None /> }
    });
    assert_eq!(text_of(&italian, "h1[lang=it]"), "Nome");
    assert_eq!(count_of(&italian, ".other-name"), 0);
}
