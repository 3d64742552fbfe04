//! The static pages show the same as the app, before it starts or without it.

use std::fs;

use anyhow::{Context, Result};
use serde_json::json;
use site_builder::settings::Settings;
use tests::{BuiltSite, READY, Setup, Visitor, changed, fixture, visit};

/// Opens each page in the app, and returns those whose text, title or language differs from the
/// file. Text in collapsed parts is included.
const COMPARE: &str = r"
    const [base, built_for, pages, done] = arguments;
    // The files contain the host that they were built for, the app the current one.
    const host = (text) => text
        .replaceAll(location.host, built_for)
        .replaceAll(location.host.replace(/\W/g, '-'), built_for.replace(/\W/g, '-'));
    const words = (element) => host(element.textContent.replace(/\s+/g, ' ').trim());
    const differing = [];
    // The policy forbids parsing text as markup, but not documents downloaded by XMLHttpRequest.
    const read = (address) => new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', address);
        request.responseType = 'document';
        request.addEventListener('load', () => resolve(request));
        request.addEventListener('error', reject);
        request.send();
    });
    (async () => {
        for (const page of pages) {
            const file = await read(base + page);
            const written = file.response;
            history.pushState(null, '', base + page);
            dispatchEvent(new PopStateEvent('popstate', {state: null}));
            await Promise.resolve();
            const of = (place) => [
                words(place.querySelector('#app')),
                place.title,
                place.documentElement.lang,
            ];
            const [file_says, app_says] = [of(written), of(document)];
            if (file.status !== 200 || app_says[0].length < 200 || file_says.some((text, at) => text !== app_says[at])) {
                const first = [...file_says[0]].findIndex((letter, at) => letter !== app_says[0][at]);
                differing.push([
                    page,
                    file.status,
                    file_says[0].slice(Math.max(0, first - 40), first + 80),
                    app_says[0].slice(Math.max(0, first - 40), first + 80),
                    file_says.slice(1),
                    app_says.slice(1),
                ]);
            }
        }
        done(differing);
    })();
";

/// The paths of all pages of the app below the base, from the sitemap. The page of the data is a document
/// without the app.
fn pages(place: BuiltSite) -> Result<Vec<String>> {
    let sitemap = fs::read_to_string(place.folder()?.join("sitemap.xml"))?;
    let site = Settings::local(&place.base().parse()?).url("");
    let pages = sitemap.split("<loc>").skip(1).map(|entry| {
        let (url, _) = entry.split_once("</loc>").context("an end of <loc>")?;
        let page = url.strip_prefix(&site);
        Ok(page
            .with_context(|| format!("{url} is not on this site"))?
            .to_owned())
    });
    let of_app = |page: &Result<String>| !page.as_ref().is_ok_and(|page| page.ends_with("/data/"));
    pages.filter(of_app).collect()
}

async fn files_match_the_app(place: BuiltSite) -> Result<()> {
    let hurried = Setup {
        is_hurried: true,
        ..Setup::at(place)
    };
    visit(hurried, async |visitor| {
        visitor.open("en/").await?;
        let pages = pages(place)?;
        assert!(!pages.is_empty(), "no pages are compared");
        let settings = Settings::local(&place.base().parse()?);
        let (_, built_for) = settings.origin().split_once("://").context("a host")?;
        for pages in pages.chunks(100) {
            let base = visitor.site.url("");
            let arguments = vec![json!(base), json!(built_for), json!(pages)];
            let differing = visitor.execute_async(COMPARE, arguments).await?;
            let differing: Vec<serde_json::Value> = differing.convert()?;
            assert_eq!(differing, Vec::<serde_json::Value>::new());
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn files_at_the_root_match_the_app() -> Result<()> {
    files_match_the_app(BuiltSite::Root).await
}

#[tokio::test]
async fn files_below_a_folder_match_the_app() -> Result<()> {
    files_match_the_app(BuiltSite::Sub).await
}

#[tokio::test]
async fn files_of_the_published_catalogue_match_the_app() -> Result<()> {
    files_match_the_app(BuiltSite::Published).await
}

/// Disables JavaScript, as a visitor can in the settings.
async fn without_scripts(visitor: &Visitor) -> Result<()> {
    visitor
        .cdp()
        .send_raw(
            "Emulation.setScriptExecutionDisabled",
            json!({"value": true}),
        )
        .await?;
    Ok(())
}

const LINKS_TO_CLUSTERS: &str =
    "new Set([...document.querySelectorAll('main a[href*=\"/clusters/\"], #all-clusters a')]
        .filter((link) => link.checkVisibility())
        .map((link) => link.pathname).filter((path) => path.includes('/clusters/'))).size";

#[tokio::test]
async fn without_javascript_everything_is_readable_and_linked() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            without_scripts(visitor).await?;
            // The wasm is preloaded, but no script uses it.
            visitor.allow_console_error("preloaded using link preload");
            visitor.open_without_waiting("en/").await?;
            assert!(!visitor.read::<bool>(READY).await?, "no script runs");
            let all = fixture::records("clusters")?.len();
            assert_eq!(visitor.read::<usize>(LINKS_TO_CLUSTERS).await?, all);
            visitor.open_without_waiting("it/areas/energy/").await?;
            visitor.wait_for_text("h1", "Energia").await?;
            visitor
                .click_on("#app a[href$='/it/clusters/le2c/']")
                .await?;
            visitor
                .wait_for_text("h1", "Lombardy Energy Cleantech Cluster")
                .await?;
            visitor
                .click_on("a[href$='/organisations/university-of-brescia/']")
                .await?;
            visitor
                .wait_for_text("h1", "Università degli Studi di Brescia")
                .await?;
            Ok(())
        })
        .await
        .with_context(|| format!("{place:?}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn with_wasm_blocked_everything_is_readable_and_linked() -> Result<()> {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error("unsupported:");
        let page = changed("en/", |text| {
            text.replacen("<title>", &format!("{policy}<title>"), 1)
        })?;
        visitor.site.faults().set([page]);
        visitor.open_without_waiting("en/").await?;
        visitor.wait_for_failure("could not start").await?;
        assert!(visitor.read::<u32>(LINKS_TO_CLUSTERS).await? >= 24);
        visitor.click_on("main article a").await?;
        visitor
            .wait_for("location.pathname.includes('/clusters/')")
            .await
    })
    .await
}
