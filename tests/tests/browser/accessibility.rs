//! Every kind of page in both languages, both themes and on a wide and a narrow screen, checked by
//! axe-core.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use site_server::{Action, Fault};
use tests::{Scheme, Setup, Viewport, Visitor, visit};
use thirtyfour::Key;

/// `wcag22aa` must be named, or axe-core does not check target sizes.
const TAGS: [&str; 7] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
    "EN-301-549",
];

const LANGUAGES: [(&str, &str); 2] = [("en", "does not have a file"), ("it", "manca un file")];

/// The path after the language.
const PAGES: [&str; 21] = [
    "",
    "?q=energia&area=energy&level=regional",
    "?q=hydrogenn+submarine&area=tourism",
    "?view=table",
    "?view=map",
    "?view=map&region=lombardia",
    "clusters/le2c/",
    "organisations/university-of-brescia/",
    "areas/energy/",
    "network/",
    "network/?cluster=le2c",
    "network/?organisation=cnr",
    "network/?organisation=nothing",
    "numbers/",
    "compare/",
    "compare/?cluster=afil&cluster=ctn-energia&cluster=le2c&cluster=nothing",
    "compare/?region=lazio&region=lombardia",
    "organisations/",
    "about/",
    "data/",
    "clusters/le3c/",
];

/// Results that axe-core leaves to people, and why each is not a barrier: the rule, a selector, and
/// the reason.
const EXPLAINED: &[(&str, &str, &str)] = &[
    (
        "color-contrast",
        ".hero *",
        "the network drawn beside the search begins where the words end, and the words' contrast is \
         that to the colour beneath it",
    ),
    (
        "color-contrast",
        ".map text",
        "one or two figures are not taken for a text; they stand on points of the brand's colour, and in \
         the table beneath",
    ),
    (
        "color-contrast",
        ".map-tools [aria-hidden]",
        "a single sign is not taken for a text; it has the colour of links on the ground of the page",
    ),
    (
        "color-contrast",
        ".result-table *",
        "on a phone these cells are scrolled out of the frame; on a desk axe-core measures the same ones",
    ),
    (
        "th-has-data-cells",
        ".compare-table",
        "the names of sections are headers of groups of rows, for which axe-core looks for cells in their own row \
         only",
    ),
    (
        "color-contrast",
        ".compare-mark > [aria-hidden]",
        "a sign is not taken for a text; it has the colour of the quiet texts or of the warnings, which axe-core \
         measures elsewhere",
    ),
    (
        "color-contrast",
        ".compare-table *",
        "on a phone these cells are scrolled out of the frame, or behind the names of the rows; on a desk \
         axe-core measures the same ones",
    ),
    (
        "color-contrast",
        ".matrix :is(a, th, th *)",
        "a figure is not taken for a text, and on a phone some are scrolled out of the frame, or cut; a test of the \
         style computes their contrast to each shade",
    ),
];

/// A violation of a rule, or a result that the rule could not decide.
#[derive(Debug, Deserialize)]
struct AxeResult {
    rule: String,
    /// The selector of the element.
    target: String,
    message: String,
    /// Its index in `EXPLAINED`, if it has one.
    explained: Option<usize>,
    is_violation: bool,
}

impl AxeResult {
    fn description(&self, page: &str, size: Viewport) -> String {
        let Self {
            rule,
            target,
            message,
            is_violation,
            ..
        } = self;
        let verdict = if *is_violation { "breach" } else { "undecided" };
        format!("{page} on {size:?}: {verdict} of {rule}: {target}: {message}")
    }
}

#[tokio::test]
async fn no_page_has_a_barrier_in_light_colours() -> Result<()> {
    no_page_has_a_barrier(Scheme::Light).await
}

#[tokio::test]
async fn no_page_has_a_barrier_in_dark_colours() -> Result<()> {
    no_page_has_a_barrier(Scheme::Dark).await
}

async fn no_page_has_a_barrier(scheme: Scheme) -> Result<()> {
    let axe = axe()?;
    let mut barriers = Vec::new();
    let mut seen = vec![false; EXPLAINED.len()];
    for size in Viewport::ALL {
        let setup = Setup {
            scheme,
            size,
            ..Setup::default()
        };
        visit(setup, async |visitor| {
            for (page, finding) in findings(visitor, size, &axe).await? {
                match finding.explained {
                    Some(reason) if !finding.is_violation => seen[reason] = true,
                    _ => barriers.push(finding.description(&page, size)),
                }
            }
            Ok(())
        })
        .await?;
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    let needless = EXPLAINED.iter().zip(seen).filter(|(_, seen)| !seen);
    let needless: Vec<_> = needless.map(|(explained, _)| explained).collect();
    assert!(
        needless.is_empty(),
        "explanations that are not needed: {needless:?}"
    );
    Ok(())
}

/// The violations on all pages, each with its page.
async fn findings(
    visitor: &Visitor,
    size: Viewport,
    axe: &str,
) -> Result<Vec<(String, AxeResult)>> {
    for message in [
        "/clusters/le3c/ - Failed to load",
        "/data/catalogue",
        "HTTP 404",
    ] {
        visitor.expect_console_error(message);
    }
    let mut findings = Vec::new();
    for (language, _) in LANGUAGES {
        for page in PAGES {
            let page = format!("{language}/{page}");
            visitor.open(&page).await?;
            findings.extend(findings_on(visitor, axe, &page).await?);
        }
        visitor
            .open(&format!(
                "{language}/numbers/?region=lombardia&region=piemonte"
            ))
            .await?;
        visitor.click_on(".year-chart summary").await?;
        findings.extend(findings_on(visitor, axe, "two regions in numbers").await?);
        visitor.open(&format!("{language}/")).await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("univ").await?;
        visitor
            .wait_for("document.querySelector('[role=option]') !== null")
            .await?;
        visitor.press(Key::Down).await?;
        visitor
            .wait_for("document.querySelector('[role=option][aria-selected=true]') !== null")
            .await?;
        // The part that the list covers is measured without it, above.
        let hide = "document.querySelector('.browse').style.visibility = 'hidden'";
        visitor.execute(hide, Vec::new()).await?;
        findings.extend(findings_on(visitor, axe, "suggestions").await?);
        if size == Viewport::Phone {
            visitor.open(&format!("{language}/")).await?;
            visitor.click_on(".facet-panel-switch").await?;
            findings.extend(findings_on(visitor, axe, "filters").await?);
        }
    }
    visitor.empty_cache().await?;
    let fault = Fault::always("/data/catalogue", Action::Missing);
    visitor.site.faults().set([fault]);
    for (language, words) in LANGUAGES {
        visitor
            .open_without_waiting(&format!("{language}/"))
            .await?;
        visitor.wait_for_failure(words).await?;
        findings.extend(findings_on(visitor, axe, "without data").await?);
    }
    Ok(findings)
}

/// The source of axe-core, in the version of the tests' `package.json`.
fn axe() -> Result<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file)
        .with_context(|| format!("{} is missing: run `npm ci` in tests/", file.display()))
}

/// The violations that axe-core finds on the current page, and the results that it leaves to
/// people.
async fn findings_on(
    visitor: &Visitor,
    axe: &str,
    page: &str,
) -> Result<impl Iterator<Item = (String, AxeResult)>> {
    const RUN: &str = "const [tags, explained, done] = arguments;
        // axe-core treats the map's outlines as covering other elements, although they are clipped
        // to its frame.
        document.querySelectorAll('.map use').forEach((outline) => outline.remove());
        const reasonOf = (rule, target) => {
            const element = document.querySelector(target);
            const place = explained.findIndex(([of, selector]) => of === rule && element?.matches(selector));
            return place < 0 ? null : place;
        };
        const found = (rules, is_violation) => rules.flatMap(({id, nodes}) => nodes.map((node) => ({
            rule: id,
            target: String(node.target),
            message: [...node.any, ...node.all, ...node.none].map(({message}) => message).join(' '),
            explained: reasonOf(id, String(node.target)),
            is_violation,
        })));
        axe.run({
            runOnly: {type: 'tag', values: tags},
            resultTypes: ['violations', 'incomplete'],
            // These pseudo-elements hold icons next to the text, never backgrounds.
            checks: {'color-contrast': {options: {ignorePseudo: true}}},
        }).then(
            ({violations, incomplete}) => done([...found(violations, true), ...found(incomplete, false)]),
            (error) => done(String(error)))";
    // Nothing is behind the bar that stays in view.
    visitor.execute("scrollTo(0, 0)", Vec::new()).await?;
    visitor.execute(axe, Vec::new()).await?;
    let arguments = vec![Value::from(TAGS.to_vec()), json!(EXPLAINED)];
    let found = visitor.execute_async(RUN, arguments).await?;
    let found: Vec<AxeResult> = found.convert()?;
    let page = page.to_owned();
    Ok(found
        .into_iter()
        .map(move |finding| (page.clone(), finding)))
}
