//! The network: clusters with organisations in common, and what surrounds one cluster or organisation.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tests::{Setup, Visitor, visit};
use thirtyfour::Key;

const ROWS: &str =
    "[...document.querySelectorAll('.matrix')].map((matrix) => matrix.rows.length - 1)";

/// Whether the matrices are symmetric, with the same targets on both sides, and a name at each row and column.
const IS_EVEN: &str = "[...document.querySelectorAll('.matrix')].every((matrix) =>
        matrix.tHead.querySelectorAll('th').length === matrix.tBodies[0].rows.length
        && [...matrix.querySelectorAll('th')].every((name) => name.innerText)
        && [...matrix.tBodies[0].rows].every((row, at, rows) =>
            [...row.querySelectorAll('td')].every((cell, column) => {
                const twin = rows[column].querySelectorAll('td')[at];
                return cell.innerText === twin.innerText
                    && cell.querySelector('a')?.href === twin.querySelector('a')?.href;
            })))";

/// The names of the organisations in the targeted row.
const SHARED: &str = "[...document.querySelectorAll('tr:target li')].map((item) => item.innerText)";

async fn choose(visitor: &Visitor, place: usize, value: &str) -> Result<()> {
    let option = format!(".network label:nth-child({place}) option[value={value}]");
    visitor.click_on(&option).await
}

#[tokio::test]
async fn a_matrix_number_links_to_its_organisations() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor
            .click_on(".site-header a[href$='/en/network/']")
            .await?;
        visitor
            .wait_for_text("h1", "Clusters with organisations in common")
            .await?;
        visitor.wait_until(ROWS, &json!([12, 12])).await?;
        assert!(visitor.read::<bool>(IS_EVEN).await?);
        // The strongest tie is the darkest.
        let darkest = visitor.text_of(".matrix [data-shade='4'] a").await?;
        let count: usize = darkest.parse().context("a number")?;
        visitor.click_on(".matrix [data-shade='4'] a").await?;
        let shared: Vec<String> = visitor.read(SHARED).await?;
        assert_eq!(shared.len(), count, "{shared:?}");
        let counts = visitor
            .texts_of(".network .result-table .table-number")
            .await?;
        let counts: Vec<usize> = counts
            .iter()
            .filter_map(|count| count.parse().ok())
            .collect();
        assert_eq!(counts.first(), Some(&count));
        assert!(counts.is_sorted_by(|one, next| one >= next), "{counts:?}");
        // One of them belongs to both clusters of the row.
        let clusters = visitor.texts_of("tr:target th a").await?;
        visitor.click_on("tr:target li a").await?;
        visitor.wait_for_text("h1", &shared[0]).await?;
        for cluster in clusters {
            visitor.wait_for_text(".memberships", &cluster).await?;
        }
        visitor.back().await?;
        visitor.wait_until(SHARED, &json!(shared)).await
    })
    .await
}

#[tokio::test]
async fn filters_narrow_the_network() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/network/").await?;
        let all = visitor.text_of("main [role=status]").await?;
        choose(visitor, 2, "energy").await?;
        visitor.wait_for_address("en/network/?area=energy").await?;
        visitor
            .wait_for_text(".matrix", "Lombardy Energy Cleantech Cluster")
            .await?;
        choose(visitor, 3, "regional").await?;
        visitor
            .wait_for_address("en/network/?area=energy&level=regional")
            .await?;
        choose(visitor, 2, "tourism").await?;
        visitor
            .wait_for_address("en/network/?area=tourism&level=regional")
            .await?;
        visitor
            .wait_for_text("main", "No two of these clusters")
            .await?;
        visitor.wait_until(ROWS, &json!([])).await?;
        visitor.click_on("#language-it").await?;
        visitor
            .wait_for_address("it/network/?area=tourism&level=regional")
            .await?;
        visitor.wait_for_text("main", "Non risulta").await?;
        for _ in 0..4 {
            visitor.back().await?;
        }
        visitor.wait_for_address("en/network/").await?;
        visitor.wait_for_text("main [role=status]", &all).await?;
        let chosen = "[...document.querySelectorAll('.network select')].map((list) => list.value)";
        visitor.wait_until(chosen, &json!(["", "", ""])).await
    })
    .await
}

#[tokio::test]
async fn the_matrix_can_be_used_by_keys() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("it/network/?level=national").await?;
        visitor
            .tab_to("the first number", |focus| focus.value.contains("--"))
            .await?;
        visitor.press(Key::Enter).await?;
        visitor
            .wait_for("!!document.querySelector('tr:target')")
            .await?;
        visitor
            .tab_to("an organisation", |focus| {
                focus.value.contains("/it/organisations/")
            })
            .await?;
        let is_shared = "!!document.activeElement.closest('tr:target')";
        assert!(visitor.read::<bool>(is_shared).await?);
        Ok(())
    })
    .await
}

/// The links of a column of the drawing: one step away, or two.
fn column(step: usize) -> String {
    format!("[...document.querySelectorAll('.ego ul:nth-of-type({step}) a')]")
}

/// The parts of the page that overlap: names in the drawing, or names and the notes above them.
const OVERLAPS: &str = "(() => {
        const boxes = [...document.querySelectorAll('.ego :is(h2, .hint, a), .ego-centre')]
            .filter((part) => part.checkVisibility())
            .map((part) => [part.innerText, part.getBoundingClientRect()]);
        return boxes.flatMap(([name, one], index) => boxes.slice(index + 1)
            .filter(([, other]) => one.left < other.right - 1 && other.left < one.right - 1
                && one.top < other.bottom - 1 && other.top < one.bottom - 1)
            .map(([other]) => `${name} / ${other}`));
    })()";

/// The drawn names whose number of curves differs from the number of names they lead to. Each curve is one move
/// of its path.
const LOOSE: &str = "[...document.querySelectorAll('.ego ul:last-of-type li')]
        .filter((item) => item.querySelector('path').getAttribute('d').split('M').length - 1
            > Number(item.querySelector('.ego-count [aria-hidden]').innerText)
            || !item.querySelector('path').getAttribute('d'))
        .map((item) => item.innerText)";

#[tokio::test]
async fn network_is_walked_by_keys_and_back() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        let is_network = |focus: &tests::Focus| focus.value.contains("/network/?");
        visitor.tab_to("its network", is_network).await?;
        visitor.press(Key::Enter).await?;
        visitor.wait_for_address("en/network/?cluster=le2c").await?;
        visitor
            .wait_for_text("h1", "Lombardy Energy Cleantech Cluster")
            .await?;
        visitor
            .wait_until("document.activeElement.tagName", &json!("H1"))
            .await?;
        ensure!(
            visitor
                .read::<String>("document.title")
                .await?
                .starts_with("Network: Lombardy")
        );
        // The first organisation, then its first other cluster.
        let mut centres = Vec::new();
        for step in 1..=2 {
            let first = format!("{}[0].innerText", column(step));
            let name: String = visitor.read(&first).await?;
            let href: String = visitor.read(&format!("{}[0].href", column(step))).await?;
            let next = visitor
                .tab_to("the name", |focus| href.ends_with(&focus.value))
                .await?;
            visitor.press(Key::Enter).await?;
            visitor.wait_until("location.href", &json!(href)).await?;
            visitor
                .wait_until("document.activeElement.tagName", &json!("H1"))
                .await?;
            let whole = visitor.text_of("h1").await?;
            ensure!(
                name.starts_with(&whole) || next.text.contains(&whole),
                "{name}: {whole}"
            );
            ensure!(
                visitor.scroll().await? == 0,
                "a new centre is shown from the top"
            );
            centres.push(whole);
        }
        visitor.back().await?;
        visitor.wait_for_text("h1", &centres[0]).await?;
        visitor.back().await?;
        visitor
            .wait_for_text("h1", "Lombardy Energy Cleantech Cluster")
            .await
    })
    .await
}

#[tokio::test]
async fn drawing_says_what_it_leaves_out_and_tables_have_all() -> Result<()> {
    for setup in [Setup::default(), Setup::on_phone()] {
        visit(setup, async |visitor| {
            visitor.open("en/organisations/cnr/").await?;
            visitor
                .click_on(".actions a[href$='/en/network/?organisation=cnr']")
                .await?;
            visitor
                .wait_for_text("h1", "National Research Council of Italy")
                .await?;
            let drawn: usize = visitor.read(&format!("{}.length", column(2))).await?;
            let all: usize = visitor
                .read("document.querySelectorAll('.result-table')[0].tBodies[0].rows.length")
                .await?;
            ensure!(drawn < all, "{drawn} of {all}");
            visitor
                .wait_for_text(
                    ".ego .hint:nth-of-type(3)",
                    &format!("{drawn} of {all}: those with the most in common"),
                )
                .await?;
            visitor.wait_until(OVERLAPS, &json!([])).await?;
            visitor.wait_until(LOOSE, &json!([])).await?;
            // A number leads to exactly the clusters in common.
            let number = ".result-table td.table-number a[href*='match=all']";
            let count = visitor.text_of(number).await?;
            visitor.click_on(number).await?;
            visitor.wait_for_total(&format!("{count} clusters")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn organisations_are_tied_by_exactly_their_clusters() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/network/?level=national").await?;
        let number = ".matrix td a[href*='match=all']";
        let count = visitor.text_of(number).await?;
        visitor.click_on(number).await?;
        visitor.wait_for_total(&format!("{count} clusters")).await?;
        ensure!(visitor.address().await?.contains("level=national"));
        visitor.back().await?;
        visitor
            .click_on(".matrix th a[href*='organisation=']")
            .await?;
        visitor
            .wait_for("document.querySelectorAll('.ego ul').length === 2")
            .await
    })
    .await
}

#[tokio::test]
async fn wrong_and_surplus_values_are_reported() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/network/?cluster=no-such").await?;
        visitor
            .wait_for_text(".notice", "Not in this catalogue: no-such.")
            .await?;
        visitor.click_on(".back-link").await?;
        visitor.wait_for_address("en/network/").await?;
        visitor.wait_until(ROWS, &json!([12, 12])).await?;
        visitor
            .open("it/network/?cluster=le2c&organisation=cnr&region=lazio")
            .await?;
        visitor
            .wait_for_text(
                ".notice",
                "Non applicati: Lazio, Consiglio Nazionale delle Ricerche",
            )
            .await?;
        // In the other language, the same centre.
        visitor.click_on("#language-en").await?;
        visitor
            .wait_for_address("en/network/?region=lazio&organisation=cnr&cluster=le2c")
            .await?;
        visitor
            .wait_for_text("h1", "Lombardy Energy Cleantech Cluster")
            .await
    })
    .await
}
