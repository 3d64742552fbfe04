//! The files for other programs, and the page that lists them.

use jsonschema::draft202012;
use serde_json::json;

use super::*;
use crate::fingerprint::sha256;

/// A JSON file of the site.
fn json_file(site: &FilesByPath, path: &str) -> Result<Value> {
    let text = site.get(path).with_context(|| format!("no {path}"))?;
    serde_json::from_str(text).with_context(|| path.to_owned())
}

/// Checks every JSON file that names its schema against it. Returns their number.
fn check_schemas(site: &FilesByPath) -> Result<usize> {
    let mut validators = BTreeMap::new();
    let mut count = 0;
    for path in site.keys().filter(|path| path.starts_with("data/v1/")) {
        let is_described = matches!(extension(path), "json" | "geojson")
            && !path.ends_with(".schema.json")
            && !path.ends_with(".csl.json")
            && !path.ends_with("datapackage.json");
        if !is_described {
            continue;
        }
        let file = json_file(site, path)?;
        let schema = file["$schema"].as_str().context("a schema")?;
        let schema_path = schema.strip_prefix(SITE).context("not ours")?.to_owned();
        if !validators.contains_key(&schema_path) {
            let schema = json_file(site, &schema_path)?;
            assert_eq!(schema["$id"], format!("{SITE}{schema_path}"));
            draft202012::meta::validate(&schema).map_err(|error| anyhow!("{error}"))?;
            let validator = draft202012::new(&schema).map_err(|error| anyhow!("{error}"))?;
            validators.insert(schema_path.clone(), validator);
        }
        let errors = validators[&schema_path].iter_errors(&file);
        let errors: Vec<_> = errors
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{path}: {errors:?}");
        count += 1;
    }
    assert_eq!(validators.len(), 9, "a schema for each kind of file");
    Ok(count)
}

#[test]
fn every_json_file_is_valid_by_its_schema() -> Result<()> {
    let clusters = length(&fixture()?, "clusters");
    // Seven lists, the map, and each cluster.
    assert_eq!(check_schemas(site()?)?, 8 + clusters);
    Ok(())
}

#[test]
fn schemas_refuse_other_files() -> Result<()> {
    let site = site()?;
    let schema = json_file(site, "data/v1/clusters.schema.json")?;
    let validator = draft202012::new(&schema).map_err(|error| anyhow!("{error}"))?;
    let sound = json_file(site, "data/v1/clusters.json")?;
    let mut selection = sound.clone();
    selection["selection"] = json!({ "title": "Energy", "url": SITE });
    assert!(validator.is_valid(&selection));
    for (pointer, value) in [
        ("/updated", json!("yesterday")),
        ("/clusters/0/level", json!("municipal")),
        ("/clusters/0/later", json!("unknown")),
        ("/clusters/0/organisations", json!(null)),
        ("/clusters/0/url", json!({ "en": SITE })),
        ("/selection", json!({})),
    ] {
        let mut broken = sound.clone();
        let (parent, key) = pointer.rsplit_once('/').context("a key")?;
        broken.pointer_mut(parent).context("a parent")?[key] = value;
        assert!(!validator.is_valid(&broken), "{pointer}");
    }
    Ok(())
}

#[test]
fn the_package_describes_every_file_and_column() -> Result<()> {
    let site = site()?;
    let package = json_file(site, "data/v1/datapackage.json")?;
    let resources = package["resources"].as_array().context("resources")?;
    let mut tables = 0;
    for resource in resources {
        let path = resource["path"].as_str().context("a path")?;
        let file = content(&format!("data/v1/{path}"))?;
        assert_eq!(resource["bytes"], file.len(), "{path}");
        let hash = format!("sha256:{}", sha256(file));
        assert_eq!(resource["hash"], hash, "{path}");
        let Some(fields) = resource["schema"]["fields"].as_array() else {
            continue;
        };
        tables += 1;
        let names = fields.iter().filter_map(|field| field["name"].as_str());
        let head = str::from_utf8(file)?
            .strip_prefix('\u{FEFF}')
            .context("no mark")?;
        let head = head.lines().next().context("no head")?;
        assert_eq!(names.collect::<Vec<_>>().join(","), head, "{path}");
    }
    assert_eq!(tables, 6, "three tables in both languages");
    Ok(())
}

/// The mandatory properties of each class of `DCAT-AP_IT`, and the recommended ones that every build has.
const EXPECTED: [(&str, &[&str]); 5] = [
    (
        "dcatapit:Catalog",
        &[
            "dct:title",
            "dct:description",
            "dct:publisher",
            "dct:modified",
            "dcat:dataset",
        ],
    ),
    (
        "dcatapit:Dataset",
        &[
            "dct:identifier",
            "dct:title",
            "dct:description",
            "dct:modified",
            "dcat:keyword",
            "dcat:theme",
            "dct:rightsHolder",
            "dct:accrualPeriodicity",
            "dcat:distribution",
        ],
    ),
    (
        "dcatapit:Distribution",
        &[
            "dct:format",
            "dcat:accessURL",
            "dct:license",
            "dcatap:availability",
        ],
    ),
    ("dcatapit:Agent", &["dct:identifier", "foaf:name"]),
    ("dcatapit:LicenseDocument", &[]),
];

#[test]
fn the_metadata_for_portals_is_complete_and_leads_to_files() -> Result<()> {
    let site = site()?;
    let metadata = json_file(site, "data/v1/dcat.jsonld")?;
    let graph = metadata["@graph"].as_array().context("a graph")?;
    let ids: BTreeSet<_> = graph.iter().filter_map(|it| it["@id"].as_str()).collect();
    assert_eq!(ids.len(), graph.len(), "each node has an id of its own");
    for (class, mandatory) in EXPECTED {
        let mut nodes = graph.iter().filter(|it| it["@type"][0] == class).peekable();
        assert!(nodes.peek().is_some(), "{class}");
        for node in nodes {
            for property in mandatory {
                assert!(!node[property].is_null(), "{class} has no {property}");
            }
        }
    }
    // References lead to nodes of the graph, distributions to files.
    for node in graph {
        for property in [
            "dct:publisher",
            "dct:rightsHolder",
            "dct:license",
            "dcat:dataset",
        ] {
            let target = node[property]["@id"].as_str();
            assert!(target.is_none_or(|id| ids.contains(id)), "{target:?}");
        }
        if let Some(url) = node["dcat:downloadURL"]["@id"].as_str() {
            let path = url.strip_prefix(SITE).context("not ours")?;
            let length = content(path)?.len();
            assert_eq!(node["dcat:byteSize"]["@value"], length.to_string());
        }
    }
    Ok(())
}

#[test]
fn feeds_and_descriptions_of_the_search_are_well_formed() -> Result<()> {
    let mut data = fixture()?;
    for list in ["clusters", "organisations"] {
        for record in data[list].as_array_mut().context("a list")? {
            record
                .as_object_mut()
                .context("a record")?
                .remove("checked");
        }
    }
    for (list, number, checked) in [
        ("clusters", 0, "2026-11-20"),
        ("clusters", 1, "2026-11"),
        ("clusters", 2, "2026-11-21"),
        ("organisations", 0, "2026-11-21"),
        ("organisations", 1, "2026-11-21~"),
    ] {
        data[list][number]["checked"] = checked.into();
    }
    let site = built(&data.to_string())?;
    for path in ["data/v1/checked.atom", "data/v1/checked.it.atom"] {
        let feed = roxmltree::Document::parse(&site[path])?;
        let texts = |name: &'static str| {
            let elements = feed.descendants().filter(move |it| it.has_tag_name(name));
            elements.filter_map(|it| it.text())
        };
        let ids: BTreeSet<_> = texts("id").collect();
        assert_eq!(ids.len(), 1 + 4, "an entry for each date: {ids:?}");
        assert!(texts("updated").all(|day| day.ends_with("T00:00:00Z")));
        let links = feed.descendants().filter(|it| it.has_tag_name("a"));
        let links: Vec<_> = links.filter_map(|it| it.attribute("href")).collect();
        assert_eq!(links.len(), 5, "a link for each record");
        for link in links {
            let page = link.strip_prefix(SITE).context("not ours")?;
            assert!(site.contains_key(&format!("{page}index.html")), "{page}");
        }
    }
    for lang in ["en", "it"] {
        let search = roxmltree::Document::parse(&site[&format!("{lang}/opensearch.xml")])?;
        let text = |name: &str| {
            let mut elements = search.descendants();
            let element = elements.find(|it| it.has_tag_name(name));
            element.and_then(|it| it.text()).context("no text")
        };
        assert!(text("ShortName")?.chars().count() <= 16);
        assert!(search.descendants().any(|it| {
            it.attribute("template") == Some(&format!("{SITE}{lang}/?q={{searchTerms}}"))
        }));
    }
    Ok(())
}

/// The path of a file in Italian, from that in English.
fn italian(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    format!("{folder}/{stem}.it.{extension}")
}

#[test]
fn every_file_on_the_page_exists_and_every_list_is_on_the_page() -> Result<()> {
    let site = site()?;
    for lang in ["en", "it"] {
        let page = &site[&format!("{lang}/data/index.html")];
        let links = attributes(page, "<a", "href");
        let links: BTreeSet<_> = links
            .into_iter()
            .filter_map(|href| href.strip_prefix("/a/b/"))
            .filter(|path| !extension(path).is_empty())
            .collect();
        for path in &links {
            content(path).with_context(|| lang.to_owned())?;
        }
        let paths = site.keys().chain(all()?.workbooks.keys());
        let listed = paths.filter(|path| {
            let is_file = path.starts_with("data/v1/") && path.matches('/').count() == 2;
            // Those of the other language are on the page in that language.
            let is_italian = path.contains(".it.");
            let is_translated = is_italian || content(&italian(path)).is_ok();
            is_file && (!is_translated || is_italian == (lang == "it"))
        });
        for path in listed {
            assert!(links.contains(path.as_str()), "{lang}: no link to {path}");
        }
        let things = things(page)?;
        let data = things.iter().find(|thing| thing["@type"] == "Dataset");
        let files = data.and_then(|data| data["distribution"].as_array());
        for file in files.context("no files")? {
            let url = file["contentUrl"].as_str().context("no address")?;
            content(url.strip_prefix(SITE).context("not ours")?)?;
        }
        assert!(!page.contains("type=\"module\""), "nothing starts the app");
    }
    Ok(())
}

#[test]
fn the_same_data_gives_the_same_files() -> Result<()> {
    let again = all_files(&local()?, &fs::read_to_string(fixture_file())?)?;
    for (path, text) in site()? {
        assert!(again.texts.get(path) == Some(text), "{path}");
    }
    for (path, workbook) in &all()?.workbooks {
        assert!(again.workbooks.get(path) == Some(workbook), "{path}");
    }
    Ok(())
}
