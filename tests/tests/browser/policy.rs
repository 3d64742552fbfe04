//! The security policy, enforced by the browser.

use std::collections::BTreeMap;

use anyhow::Result;
use hosting::headers::SECURITY;
use serde_json::json;
use tests::{BuiltSite, Setup, changed, visit};

#[tokio::test]
async fn every_response_has_the_strict_headers() -> Result<()> {
    const FETCH: &str = "fetch(arguments[0]).then((answer) =>
        arguments[1](Object.fromEntries(answer.headers)), (error) => arguments[1](String(error)))";
    const FILES: &str = "performance.getEntriesByType('resource').map((file) => file.name)";
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            visitor.expect_console_error("/not-there - Failed to load");
            visitor.open("en/").await?;
            let mut urls: Vec<String> = visitor.read(FILES).await?;
            for kind in ["/boot", "/clusters", ".wasm", ".json", ".css", ".woff2"] {
                assert!(
                    urls.iter().any(|url| url.contains(kind)),
                    "no {kind} among {urls:?}"
                );
            }
            urls.extend(["", "en/", "it/about/", "not-there"].map(|path| visitor.site.url(path)));
            for url in urls {
                let answer = visitor.execute_async(FETCH, vec![json!(url)]).await?;
                let headers: BTreeMap<String, String> = answer.convert()?;
                for (name, value) in SECURITY {
                    let sent = headers.get(&name.to_lowercase()).map(String::as_str);
                    assert_eq!(sent, Some(*value), "{name} of {url}");
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn injected_code_does_not_run() -> Result<()> {
    const SMUGGLED: &str = "<body>\
        <script>window.smuggled = 'a script'</script>\
        <img alt='' src='/icon.svg' onload=\"window.smuggled = 'a handler'\">\
        <script src='data:text/javascript,window.smuggled=1'></script>\
        <style>h1 { color: rgb(1, 2, 3) }</style>";
    visit(Setup::default(), async |visitor| {
        visitor
            .site
            .faults()
            .set([changed("en/", |page| page.replace("<body>", SMUGGLED))?]);
        for breach in [
            "inline script",
            "inline event handler",
            "inline style",
            "data:text/javascript",
        ] {
            visitor.expect_console_error(breach);
        }
        visitor.open("en/").await?;
        assert!(
            visitor
                .read::<bool>("document.querySelector('img').complete")
                .await?
        );
        assert!(
            visitor
                .read::<bool>("window.smuggled === undefined")
                .await?
        );
        let colour: String = visitor
            .read("getComputedStyle(document.querySelector('h1')).color")
            .await?;
        assert_ne!(colour, "rgb(1, 2, 3)");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn markup_in_the_address_is_shown_as_text() -> Result<()> {
    const MARKUP: &str = "<img src=x onerror=alert(1)>";
    visit(Setup::default(), async |visitor| {
        let written = "%3Cimg+src%3Dx+onerror%3Dalert(1)%3E";
        visitor
            .open(&format!("en/?q={written}&area={written}"))
            .await?;
        let typed: String = visitor
            .read("document.querySelector('[role=searchbox]').value")
            .await?;
        assert_eq!(typed, MARKUP);
        visitor.wait_for_text(".chips", MARKUP).await?;
        assert!(visitor.title().await?.starts_with(MARKUP));
        assert!(visitor.read::<bool>("document.images.length === 0").await?);
        Ok(())
    })
    .await
}
