//! The structured data of pages.

use super::*;

/// The first thing of a kind on a page.
fn the(kind: &str, path: &str) -> Result<Value> {
    let page = site()?.get(path).with_context(|| format!("no {path}"))?;
    let things = things(page)?.into_iter();
    let mut things = things.filter(|thing| thing["@type"] == kind);
    things
        .next()
        .with_context(|| format!("no {kind} on {path}"))
}

#[test]
fn the_data_of_each_page_is_valid_and_has_its_name() -> Result<()> {
    let data = fixture()?;
    for (list, name, kind) in [
        ("clusters", "name", "Consortium"),
        ("organisations", "name", "Organization"),
        ("areas", "label", "CollectionPage"),
    ] {
        for record in data[list].as_array().context("a list")? {
            for lang in ["en", "it"] {
                let id = record["id"].as_str().context("an id")?;
                let path = format!("{lang}/{list}/{id}/");
                let thing = the(kind, &format!("{path}index.html"))?;
                let names = &record[name];
                let name = names.get(lang).or(names.get("en")).or(names.get("it"));
                assert_eq!(Some(&thing["name"]), name, "{path}");
                assert_eq!(thing["url"], format!("{SITE}{path}"));
            }
        }
    }
    Ok(())
}

#[test]
fn a_listing_lists_all_of_its_clusters_and_not_only_those_it_shows() -> Result<()> {
    let data = fixture()?;
    let clusters = data["clusters"].as_array().context("a list")?.iter();
    let is_in_energy = |cluster: &&Value| {
        let mut areas = cluster["areas"].as_array().into_iter().flatten();
        areas.any(|area| area == "energy")
    };
    let of_energy = clusters.filter(is_in_energy).count();
    for (path, length) in [
        ("en/index.html", length(&data, "clusters")),
        ("it/areas/energy/index.html", of_energy),
    ] {
        let list = &the("CollectionPage", path)?["mainEntity"];
        assert_eq!(list["numberOfItems"], length, "{path}");
        let items = list["itemListElement"].as_array().context("a list")?;
        let urls: BTreeSet<_> = items.iter().map(|item| item["url"].to_string()).collect();
        assert_eq!(urls.len(), length, "{path}");
        assert_eq!(items[length - 1]["position"], length, "{path}");
    }
    let data = the("Dataset", "it/index.html")?;
    assert_eq!(
        data["license"],
        "https://creativecommons.org/licenses/by/4.0/"
    );
    assert_eq!(
        data["distribution"]["contentUrl"],
        format!("{SITE}data/catalogue-1.json")
    );
    Ok(())
}

#[test]
fn facts_without_a_source_are_not_stated() -> Result<()> {
    // Only its acronym and its city are marked as unverified.
    let cluster = the(
        "Consortium",
        "en/clusters/lombardia-aerospace-cluster/index.html",
    )?;
    assert_eq!(
        cluster["alternateName"],
        Value::from(vec!["Lombardia Aerospace Cluster"])
    );
    assert!(
        cluster["location"]["address"]
            .get("addressLocality")
            .is_none()
    );
    assert_eq!(cluster["location"]["address"]["addressCountry"], "IT");
    assert_eq!(cluster["foundingDate"], "2009");
    assert_eq!(cluster["sameAs"][0], "https://www.aerospacelombardia.it");
    assert_eq!(cluster["areaServed"][0]["name"], "Lombardy");
    assert_eq!(cluster["knowsAbout"][0], "Aerospace");
    assert_eq!(
        cluster["parentOrganization"][0]["url"],
        format!("{SITE}en/clusters/ctna/")
    );
    // One of its keywords is the same as its area.
    let subjects = &the("Consortium", "en/clusters/le2c/index.html")?["knowsAbout"];
    assert_eq!(
        (&subjects[0], &subjects[1]),
        (&"Energy".into(), &"energy efficiency".into())
    );
    // Its national cluster is marked as unverified.
    let cluster = the("Consortium", "it/clusters/cat-al/index.html")?;
    assert!(cluster.get("parentOrganization").is_none());
    Ok(())
}

#[test]
fn memberships_agree_in_both_directions() -> Result<()> {
    let data = fixture()?;
    let mut memberships = BTreeSet::new();
    for organisation in data["organisations"].as_array().context("a list")? {
        let id = organisation["id"].as_str().context("an id")?;
        let path = format!("en/organisations/{id}/index.html");
        let organisation = the("Organization", &path)?;
        let clusters = organisation["memberOf"].as_array().into_iter().flatten();
        for cluster in clusters {
            let url = cluster["url"].as_str().context("an address")?;
            let cluster = url.strip_prefix(SITE).context("one of ours")?;
            let members = &the("Consortium", &format!("{cluster}index.html"))?["member"];
            let mut members = members.as_array().into_iter().flatten();
            assert!(
                members.any(|member| member["url"] == organisation["url"]),
                "{path} and {cluster}"
            );
            memberships.insert((path.clone(), url.to_owned()));
        }
    }
    // Founders and supporters are not necessarily members.
    let is_member = |of: &&Value| {
        ["coordinator", "board", "member"]
            .iter()
            .any(|role| of["role"] == *role)
    };
    let all = data["memberships"].as_array().context("a list")?.iter();
    let all = all.filter(is_member);
    let all = all.map(|of| (of["organisation"].to_string(), of["cluster"].to_string()));
    assert_eq!(memberships.len(), all.collect::<BTreeSet<_>>().len());
    Ok(())
}

#[test]
fn a_page_has_breadcrumbs() -> Result<()> {
    let way = the("BreadcrumbList", "it/clusters/le2c/index.html")?;
    let steps = way["itemListElement"].as_array().context("a list")?;
    let steps: Vec<_> = steps
        .iter()
        .filter_map(|step| step["item"].as_str())
        .collect();
    let expected = ["it/", "it/areas/energy/", "it/clusters/le2c/"];
    assert_eq!(steps, expected.map(|path| format!("{SITE}{path}")));
    Ok(())
}
