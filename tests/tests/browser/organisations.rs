//! The index of organisations, and the network of clusters with organisations in common.

use anyhow::{Context, Result};
use serde_json::json;
use tests::{Setup, Visitor, fixture, visit};
use thirtyfour::Key;

const SHOWN: &str = "[...document.querySelectorAll('.organisations-letter li > a:first-child')].map((link) => link.textContent)";
const LETTERS: &str = "[...document.querySelectorAll('.organisations-letter h2')].map((heading) => heading.textContent)";

#[tokio::test]
async fn the_index_lists_all_organisations_under_their_letters() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor
            .click_on(".site-header a[href$='/en/organisations/']")
            .await?;
        visitor.wait_for_address("en/organisations/").await?;
        let count = fixture::records("organisations")?.len();
        visitor
            .wait_for_text("main [role=status]", &format!("{count} organisations"))
            .await?;
        let shown: Vec<String> = visitor.read(SHOWN).await?;
        assert_eq!(shown.len(), count);
        let letters: Vec<String> = visitor.read(LETTERS).await?;
        assert!(letters.is_sorted() && letters.len() > 5, "{letters:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_index_is_narrowed_by_name_type_and_place_in_any_order() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("it/organisations/").await?;
        visitor.click_on("#search").await?;
        // Accents, capitals and the order of the words do not matter.
        visitor.press("BRESCIA universita").await?;
        visitor
            .wait_until(SHOWN, &json!(["Università degli Studi di Brescia"]))
            .await?;
        visitor
            .wait_for_address("it/organisations/?q=BRESCIA+universita")
            .await?;
        visitor
            .wait_for_text("main [role=status]", "1 organizzazione")
            .await?;
        // The link opens the same for others, in their language, too.
        visitor
            .open("en/organisations/?q=BRESCIA+university")
            .await?;
        visitor
            .wait_until(SHOWN, &json!(["University of Brescia"]))
            .await?;
        visitor.open("en/organisations/?q=xyzzy").await?;
        visitor
            .wait_for_text("main [role=status]", "No results found")
            .await
    })
    .await
}

#[tokio::test]
async fn a_number_of_clusters_leads_to_exactly_those() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/organisations/?q=brescia+university")
            .await?;
        let link = ".organisations-letter li a[href*='organisation=']";
        let clusters = visitor.text_of(link).await?;
        visitor.click_on(link).await?;
        visitor
            .wait_for_address("en/?organisation=university-of-brescia")
            .await?;
        visitor.wait_for_total(&clusters).await?;
        visitor.back().await?;
        visitor
            .wait_for_address("en/organisations/?q=brescia+university")
            .await?;
        visitor
            .wait_until(SHOWN, &json!(["University of Brescia"]))
            .await?;
        // The link of a type searches for its name.
        visitor.click_on(".organisations .card-facts a").await?;
        visitor
            .wait_for_address("en/organisations/?q=University")
            .await
    })
    .await
}

const ROWS: &str = "document.querySelectorAll('.matrix tbody tr').length";

/// Whether the matrix is symmetric, with the same targets on both sides.
const IS_EVEN: &str = "[...document.querySelectorAll('.matrix tbody tr')].every((row, at, rows) =>
        [...row.querySelectorAll('td')].every((cell, column) => {
            const twin = rows[column].querySelectorAll('td')[at];
            return cell.innerText === twin.innerText
                && cell.querySelector('a')?.hash === twin.querySelector('a')?.hash;
        }))";

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
        visitor.wait_until(ROWS, &json!(12)).await?;
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
        visitor.wait_until(ROWS, &json!(0)).await?;
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
