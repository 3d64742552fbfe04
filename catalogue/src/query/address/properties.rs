//! Properties of addresses, with arbitrary queries and text.

use super::*;
use crate::query::{Sort, View};
use proptest::prelude::*;

fn query() -> impl Strategy<Value = Query> {
    let choices = prop::collection::vec((0..Facet::ALL.len(), "\\PC+|[a-z-]{1,12}"), 0..6);
    let rest = prop::collection::vec((any::<String>(), any::<String>()), 0..3);
    let scalars = (
        prop::bool::ANY,
        0..Sort::ALL.len(),
        0..View::ALL.len(),
        0_u8..50,
    );
    (any::<String>(), choices, scalars, rest).prop_map(
        |(text, choices, (match_all, sort, view, more), rest)| {
            let mut query = Query::default().with_text(&text).with_match_all(match_all);
            (query.sort, query.view) = (Sort::ALL[sort], View::ALL[view]);
            for (facet, value) in choices {
                query.choose(Facet::ALL[facet], &value);
            }
            for _ in 0..more {
                query = query.with_more();
            }
            let ours = |key: &str| {
                Facet::from_key(key).is_some()
                    || ["q", "match", "sort", "view", "show"].contains(&key)
            };
            query.unknown = rest.into_iter().filter(|(key, _)| !ours(key)).collect();
            query
        },
    )
}

fn address() -> impl Strategy<Value = Address> {
    let id = "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}";
    let page = prop_oneof![
        Just(Page::Catalogue),
        Just(Page::Organisations),
        Just(Page::Network),
        Just(Page::Numbers),
        Just(Page::Compare),
        Just(Page::About),
        Just(Page::Data),
        id.prop_filter_map("an id", |id| ClusterId::new(&id).ok().map(Page::Cluster)),
        id.prop_filter_map("an id", |id| AreaId::new(&id).ok().map(Page::Area)),
        id.prop_filter_map("an id", |id| OrganisationId::new(&id)
            .ok()
            .map(Page::Organisation)),
    ];
    (prop::bool::ANY, page, query()).prop_map(|(english, page, query)| Address {
        lang: if english { Lang::En } else { Lang::It },
        page,
        query,
    })
}

fn base() -> impl Strategy<Value = BasePath> {
    "(/[a-z0-9-]{1,8}){0,3}/".prop_filter_map("a folder", |path| BasePath::new(&path).ok())
}

fn reread(base: &BasePath, address: &Address) -> Option<Address> {
    let href = address.href(base);
    let (path, query) = href.split_once('?').unwrap_or((&href, ""));
    Address::parse(base, path, query, Lang::En)
}

proptest! {
    #[test]
    fn queries_round_trip(query in query()) {
        prop_assert_eq!(Query::parse(&query.write()), query);
    }

    #[test]
    fn canonical_form_is_a_fixed_point(text in any::<String>()) {
        let canonical = Query::parse(&text).write();
        prop_assert_eq!(Query::parse(&canonical).write(), canonical);
    }

    #[test]
    fn order_and_repetition_of_keys_are_irrelevant(areas in prop::collection::vec("[a-z]{1,5}", 1..6)) {
        let forth: Vec<_> = areas.iter().map(|a| format!("area={a}")).collect();
        let back: Vec<_> = areas.iter().rev().map(|a| format!("area={a}&area={a}")).collect();
        prop_assert_eq!(Query::parse(&forth.join("&")), Query::parse(&back.join("&")));
    }

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in any::<Vec<u8>>()) {
        let escaped: Vec<String> = bytes.iter().map(|b| format!("%{b:02x}")).collect();
        Query::parse(&escaped.concat());
        let raw = String::from_utf8_lossy(&bytes);
        Query::parse(&raw);
        Address::parse(&BasePath::root(), &raw, &raw, Lang::It);
        Address::parse(&BasePath::root(), &format!("/{raw}"), &raw, Lang::It);
    }

    #[test]
    fn addresses_round_trip(base in base(), address in address()) {
        prop_assert_eq!(reread(&base, &address), Some(address));
    }

    #[test]
    fn surroundings_round_trip(base in base(), cluster in prop::bool::ANY, id in "\\PC+|[a-z-]{1,12}") {
        let facet = if cluster { Facet::Cluster } else { Facet::Organisation };
        let address = Address::around(Lang::It, facet, &id);
        prop_assert_eq!(address.centre(), Some((facet, id.as_str())));
        prop_assert_eq!(reread(&base, &address), Some(address));
    }

    #[test]
    fn only_the_network_has_a_centre(address in address()) {
        let centre = address.centre();
        prop_assert!(centre.is_none() || address.page == Page::Network);
        prop_assert!(centre.is_none_or(|(facet, id)| address.query.chosen(facet).iter().any(|of| of == id)));
    }

    #[test]
    fn unknown_paths_are_kept(path in "[a-z0-9/%.-]{1,20}") {
        if let Some(address) = Address::parse(&BasePath::root(), &format!("/{path}"), "", Lang::En)
            && let Page::NotFound(kept) = &address.page
        {
            prop_assert_eq!(kept, path.trim_start_matches('/'));
            prop_assert_eq!(reread(&BasePath::root(), &address), Some(address));
        }
    }

    #[test]
    fn no_path_leads_to_another_host(path in "[/a-z.]{1,20}") {
        if let Some(address) = Address::parse(&BasePath::root(), &format!("/{path}"), "", Lang::En) {
            let href = address.href(&BasePath::root());
            prop_assert!(href.starts_with('/') && !href.starts_with("//"), "{}", href);
        }
    }

    #[test]
    fn base_does_not_match_longer_words(base in base(), tail in "[a-z0-9-]{1,8}", rest in "(/[a-z]{0,4}){0,3}") {
        let word = format!("{}{tail}{rest}", base.as_str().trim_end_matches('/'));
        if base != BasePath::root() {
            prop_assert_eq!(Address::parse(&base, &word, "", Lang::En), None);
        }
    }

    #[test]
    fn with_query_keeps_the_page(address in address()) {
        let is_asked = matches!(
            address.page,
            Page::Catalogue
                | Page::Area(_)
                | Page::Numbers
                | Page::Organisations
                | Page::Network
                | Page::Compare
        );
        prop_assume!(is_asked);
        let again = address.with_query(address.listing_query());
        prop_assert_eq!(again.listing_query(), address.listing_query());
    }
}

#[test]
fn public_addresses_are_parsed() {
    let cluster = |id| ClusterId::new(id).map(Page::Cluster);
    let area = |id| AreaId::new(id).map(Page::Area);
    let table = [
        ("/sub/", Lang::It, Ok(Page::Catalogue)),
        ("/sub", Lang::It, Ok(Page::Catalogue)),
        ("/sub/en/", Lang::En, Ok(Page::Catalogue)),
        ("/sub/en", Lang::En, Ok(Page::Catalogue)),
        ("/sub/en/index.html", Lang::En, Ok(Page::Catalogue)),
        ("/sub/en/clusters/le2c/", Lang::En, cluster("le2c")),
        ("/sub/it/clusters/le2c", Lang::It, cluster("le2c")),
        ("/sub/it/areas/energy/index.html", Lang::It, area("energy")),
        ("/sub/it/organisations/", Lang::It, Ok(Page::Organisations)),
        ("/sub/it/network/", Lang::It, Ok(Page::Network)),
        ("/sub/it/numbers/", Lang::It, Ok(Page::Numbers)),
        ("/sub/en/about/", Lang::En, Ok(Page::About)),
        ("/sub/it/compare/", Lang::It, Ok(Page::Compare)),
        ("/sub/it/data/", Lang::It, Ok(Page::Data)),
        (
            "/sub/en/clusters/LE2C/",
            Lang::En,
            Ok(Page::NotFound("en/clusters/LE2C/".into())),
        ),
        (
            "/sub/en/clusters/le2c/x",
            Lang::En,
            Ok(Page::NotFound("en/clusters/le2c/x".into())),
        ),
        ("/sub///en/about/", Lang::En, Ok(Page::About)),
        ("/sub/en//clusters//le2c/", Lang::En, cluster("le2c")),
        ("/sub/fr/", Lang::It, Ok(Page::NotFound("fr/".into()))),
        (
            "/sub/en/clusters/",
            Lang::En,
            Ok(Page::NotFound("en/clusters/".into())),
        ),
    ];
    let base = BasePath::new("/sub/").unwrap_or_else(|_| BasePath::root());
    for (path, lang, page) in table {
        let read = Address::parse(&base, path, "", Lang::It);
        assert_eq!(
            read.map(|a| (a.lang, Ok(a.page))),
            Some((lang, page)),
            "{path}"
        );
    }
    assert_eq!(Address::parse(&base, "/subway", "", Lang::En), None);
}

#[test]
fn base_paths_are_folders() {
    for good in ["/", "/a/", "/a/b/", "/~site/v1.0/"] {
        assert!(BasePath::new(good).is_ok(), "{good}");
    }
    for bad in [
        "",
        "a/",
        "/a",
        "//",
        "/a//b/",
        "/../",
        "/./",
        "/a b/",
        "/%61/",
        "https://a.it/",
    ] {
        let words = BasePath::new(bad).map_err(|error| error.to_string());
        assert!(words.is_err_and(|words| words.contains("slash")), "{bad}");
    }
}

#[test]
fn area_page_is_left_when_another_area_is_chosen() {
    let energy = Address::parse(&BasePath::root(), "/en/areas/energy/", "q=wind", Lang::En);
    let Some(energy) = energy else {
        panic!("the address is ours")
    };
    let narrowed = energy.with_query(energy.listing_query().toggled(Facet::Level, "national"));
    assert_eq!(
        narrowed.href(&BasePath::root()),
        "/en/areas/energy/?q=wind&level=national"
    );
    let widened = energy.with_query(energy.listing_query().toggled(Facet::Area, "mobility"));
    assert_eq!(
        widened.href(&BasePath::root()),
        "/en/?q=wind&area=energy&area=mobility"
    );
    let left = energy.with_query(energy.listing_query().toggled(Facet::Area, "energy"));
    assert_eq!(left.href(&BasePath::root()), "/en/?q=wind");
}

#[test]
fn shown_results_are_bounded_whole_pages() {
    for (raw, shown) in [
        ("", 24),
        ("show=0", 24),
        ("show=25", 48),
        ("show=48", 48),
        ("show=99999", 960),
        ("show=x", 24),
    ] {
        assert_eq!(Query::parse(raw).shown(), shown, "{raw}");
    }
    for (total, shown) in [
        (0, Some(24)),
        (183, Some(192)),
        (960, Some(960)),
        (961, None),
        (10_000, None),
    ] {
        let all = Query::parse("show=48").with_all(total);
        assert_eq!(all.map(|all| all.shown()), shown, "{total}");
    }
    let further = Query::parse("show=48").with_more();
    assert_eq!(further.shown(), 72);
    // Other queries start from the first page of results.
    assert_eq!(further.with_text("wind").shown(), 24);
    assert_eq!(further.with_sort(Sort::Name).shown(), 24);
    assert_eq!(further.without_choices().shown(), 24);
    assert_eq!(further.with_view(View::Table).shown(), 72);
}

#[test]
fn first_of_several_texts_counts() {
    let query = Query::parse("q=wind&q=sun&area=energy&q=");
    assert_eq!(query, Query::parse("q=wind&area=energy"));
    assert_eq!(Query::parse("q=&q=sun"), Query::default());
}

#[test]
fn changes_keep_other_parameters() {
    let query = Query::parse(
        "q=wind&area=energy&level=national&match=all&sort=name&view=table&show=48&ref=a",
    );
    for (changed, written) in [
        (query.without_choices(), "q=wind&sort=name&view=table&ref=a"),
        (
            query.with_text("sun"),
            "q=sun&area=energy&level=national&match=all&sort=name&view=table&ref=a",
        ),
        (
            query.toggled(Facet::Level, "national"),
            "q=wind&area=energy&match=all&sort=name&view=table&ref=a",
        ),
        (
            query.with_sort(Sort::default()),
            "q=wind&area=energy&level=national&match=all&view=table&ref=a",
        ),
        (
            query.with_view(View::Cards),
            "q=wind&area=energy&level=national&match=all&sort=name&show=48&ref=a",
        ),
    ] {
        assert_eq!(changed.write(), written);
    }
}

#[test]
fn all_values_are_required_as_long_as_some_are_chosen() {
    let both = Query::parse("organisation=cnr&organisation=enea&level=national&match=all");
    assert!(both.requires_all(Facet::Organisation) && !both.requires_all(Facet::Level));
    let one = both.toggled(Facet::Organisation, "cnr");
    assert_eq!(one.write(), "level=national&organisation=enea&match=all");
    let none = one.toggled(Facet::Organisation, "enea");
    assert_eq!(none.write(), "level=national");
    assert_eq!(Query::parse("match=any&q=wind").write(), "q=wind");
}

#[test]
fn network_page_stays_when_filtered() {
    let network = Address::parse(&BasePath::root(), "/it/network/", "area=energy", Lang::En);
    let narrowed = network.map(|network| network.with_query(Query::parse("region=lombardia")));
    let href = narrowed.map(|narrowed| narrowed.href(&BasePath::root()));
    assert_eq!(href.as_deref(), Some("/it/network/?region=lombardia"));
}

#[test]
fn network_is_shown_around_one_record() {
    for (query, centre) in [
        ("", None),
        ("region=lombardia", None),
        ("organisation=cnr", Some((Facet::Organisation, "cnr"))),
        (
            "organisation=cnr&cluster=le2c",
            Some((Facet::Cluster, "le2c")),
        ),
        ("cluster=le2c&cluster=afil", Some((Facet::Cluster, "afil"))),
    ] {
        assert_eq!(Query::parse(query).centre(), centre, "{query}");
    }
    let around = Address::around(Lang::En, Facet::Organisation, "cnr");
    assert_eq!(
        around.href(&BasePath::root()),
        "/en/network/?organisation=cnr"
    );
}

#[test]
fn one_comparison_has_one_address() {
    let address = |query| Address::parse(&BasePath::root(), "/en/compare/", query, Lang::En);
    let written = "/en/compare/?cluster=afil&cluster=le2c";
    for query in [
        "cluster=le2c&cluster=afil",
        "cluster=afil&cluster=le2c&cluster=afil",
        "cluster=&cluster=le2c&cluster=afil",
    ] {
        let href = address(query).map(|address| address.href(&BasePath::root()));
        assert_eq!(href.as_deref(), Some(written), "{query}");
    }
    let built = Address::compare(Lang::En, Facet::Cluster, ["le2c", "afil"]);
    assert_eq!(built.href(&BasePath::root()), written);
    for (query, compared) in [
        ("", None),
        ("q=wind&level=national&city=milano", None),
        ("region=lombardia", Some(Facet::Region)),
        ("region=lombardia&cluster=le2c", Some(Facet::Cluster)),
        ("country=IT&area=energy", Some(Facet::Area)),
    ] {
        assert_eq!(Query::parse(query).compared(), compared, "{query}");
    }
}

#[test]
fn page_and_query_stay_the_same_in_another_language() {
    let address = Address::parse(&BasePath::root(), "/en/areas/energy/", "q=wind", Lang::En);
    for (lang, href) in [
        (Lang::It, "/it/areas/energy/?q=wind"),
        (Lang::En, "/en/areas/energy/?q=wind"),
    ] {
        let changed = address.as_ref().map(|address| address.in_lang(lang));
        let changed = changed.map(|address| address.href(&BasePath::root()));
        assert_eq!(changed.as_deref(), Some(href));
    }
}

#[test]
fn qr_code_paths_follow_the_address() {
    for (path, drawing) in [
        ("/en/", "qr/en.svg"),
        ("/it/clusters/le2c/", "qr/it/clusters/le2c.svg"),
    ] {
        let address = Address::parse(&BasePath::root(), path, "", Lang::En);
        let found = address.map(|address| address.qr_code());
        assert_eq!(found.as_deref(), Some(drawing));
    }
}
