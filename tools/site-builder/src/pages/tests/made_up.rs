//! Sites built from data other than the fixture.

use super::*;

/// A catalogue with hostile names that try to break out of every context.
fn hostile() -> Result<String> {
    const HOSTILE: &str = "A \"</script></title><img src=x onerror=alert(1)> & \u{2028} '<!--";
    let mut data = fixture()?;
    for (list, texts) in [
        ("clusters", &["name", "description"][..]),
        ("areas", &["label"]),
        ("organisations", &["name"]),
        ("cities", &["label"]),
        ("regions", &["label"]),
    ] {
        for record in data[list].as_array_mut().context("a list")? {
            for text in texts {
                record[text] = serde_json::json!({ "en": HOSTILE, "it": HOSTILE });
            }
            record
                .as_object_mut()
                .context("a record")?
                .remove("former_ids");
        }
    }
    for list in ["clusters", "organisations"] {
        data[list].as_array_mut().context("a list")?.truncate(3);
    }
    data["memberships"] = Value::Array(Vec::new());
    data["withdrawn"] = Value::Array(Vec::new());
    for cluster in data["clusters"].as_array_mut().context("a list")? {
        cluster["keywords"] = serde_json::json!({ "en": [HOSTILE], "it": [HOSTILE] });
        let object = cluster.as_object_mut().context("a record")?;
        object.remove("national_clusters");
    }
    Ok(data.to_string())
}

#[test]
fn hostile_names_stay_text() -> Result<()> {
    let data = hostile()?;
    let site = built(&data)?;
    assert_eq!(
        pages(&site),
        2 * addresses(&serde_json::from_str(&data)?) + 2
    );
    roxmltree::Document::parse(&site["sitemap.xml"])?;
    for (path, page) in site.iter().filter(|(path, _)| extension(path) == "html") {
        assert!(!page.contains("<img src=x"), "{path}");
        // Leptos's hydration markers are empty comments.
        let comments = page.matches("<!--").count();
        assert_eq!(page.matches("<!---->").count(), comments, "{path}");
        let scripts = page.matches("<script").count();
        assert_eq!(page.matches("</script").count(), scripts, "{path}");
        let (head, body) = page.split_once("</head>").context("a head")?;
        assert_eq!(head.matches("</title").count(), 1, "{path}");
        // The points of a map have titles too.
        let titles = body.matches("<title").count();
        assert_eq!(body.matches("</title").count(), titles, "{path}");
        things(page).with_context(|| path.clone())?;
    }
    for (path, text) in site.iter().filter(|(path, _)| extension(path) == "atom") {
        roxmltree::Document::parse(text).with_context(|| path.clone())?;
    }
    Ok(())
}

#[test]
fn former_addresses_redirect_and_withdrawn_ones_say_so() -> Result<()> {
    let mut data = fixture()?;
    data["areas"][0]["former_ids"] = vec!["flight"].into();
    data["withdrawn"] = serde_json::json!([
        { "id": "old", "kind": "cluster", "name": { "en": "Old <One>" }, "on": "2026-01-31",
          "reason": { "en": "It was dissolved.", "it": "Si è sciolto." }, "successor": "le2c" },
        { "id": "gone", "kind": "organisation", "name": { "it": "Via" }, "on": "2026-02-01",
          "reason": { "it": "Ha chiuso." } },
    ]);
    let site = built(&data.to_string())?;
    for (path, words) in [
        (
            "en/areas/flight/",
            "<a href=\"/a/b/en/areas/aerospace/\">Aerospace</a>",
        ),
        (
            "it/areas/flight/",
            "content=\"0; url=/a/b/it/areas/aerospace/\"",
        ),
        (
            "it/areas/flight/",
            "<link rel=\"canonical\" href=\"http://127.0.0.1:8080/a/b/it/areas/aerospace/\"",
        ),
        ("it/areas/flight/", "href=\"/a/b/en/areas/flight/\""),
        ("en/clusters/old/", "withdrawn on 31 January 2026"),
        ("en/clusters/old/", "Old &lt;One&gt;</h1>"),
        (
            "en/clusters/old/",
            "<a href=\"/a/b/en/clusters/le2c/\">Lombardy Energy Cleantech Cluster</a>",
        ),
        ("it/clusters/old/", "Si è sciolto."),
        ("it/organisations/gone/", "Ha chiuso."),
        (
            "it/organisations/gone/",
            "<meta name=\"robots\" content=\"noindex\">",
        ),
    ] {
        let page = site
            .get(&format!("{path}index.html"))
            .with_context(|| format!("no {path}"))?;
        assert!(page.contains(words), "{path} must hold {words}");
        assert!(!page.contains("<script"), "{path} needs no program");
        assert!(
            !site["sitemap.xml"].contains(path),
            "{path} must not be found by search engines"
        );
    }
    let withdrawn = &site["en/clusters/old/index.html"];
    assert!(!withdrawn.contains("refresh") && !withdrawn.contains("canonical"));
    Ok(())
}

#[test]
fn bidirectional_controls_never_reach_a_page() -> Result<()> {
    let data = fs::read_to_string(fixture_file())?;
    let turned = data.replacen(
        "Lombardy Aerospace Cluster",
        "Lombardy\u{202E} Aerospace",
        1,
    );
    let message = built(&turned).err().map(|error| error.to_string());
    assert!(message.is_some_and(|message| message.contains("direction of writing")));
    Ok(())
}

#[test]
fn the_publisher_is_on_every_page_in_both_languages() -> Result<()> {
    let file = tempfile::NamedTempFile::new()?;
    fs::write(
        file.path(),
        "address = \"https://www.example.org/x/\"\npublisher = \"A & <B>\"\n\
         contact = \"mailto:a@example.org\"\n\
         accessibility_statement = \"https://www.example.org/?a=1&b=2\"\n\
         privacy = \"https://www.example.org/privacy/\"\n",
    )?;
    let settings = Settings::read(file.path())?;
    let site = built_with(&settings, &hostile()?)?;
    for (path, page) in site.iter().filter(|(path, _)| extension(path) == "html") {
        assert!(
            page.contains("Published by <strong>A &amp; &lt;B&gt;</strong>"),
            "{path}"
        );
        assert!(
            page.contains("Pubblicato da <strong>A &amp; &lt;B&gt;</strong>"),
            "{path}"
        );
        assert!(
            page.contains("href=\"https://www.example.org/?a=1&amp;b=2\""),
            "{path}"
        );
        // Once in each language, with the text that checks of Italian public sites look for.
        let statements = page.matches("data-element=\"accessibility-link\"").count();
        assert_eq!(statements, 2, "{path}");
    }
    let things = things(&site["en/index.html"])?;
    let data = things.iter().find(|thing| thing["@type"] == "Dataset");
    assert_eq!(data.context("no data")?["creator"]["name"], "A & <B>");
    Ok(())
}

#[test]
fn two_builds_give_the_same_files() -> Result<()> {
    let data = hostile()?;
    assert_eq!(built(&data)?, built(&data)?);
    Ok(())
}
