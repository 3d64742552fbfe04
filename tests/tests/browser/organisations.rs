//! The index of organisations.

use anyhow::Result;
use serde_json::json;
use tests::{Setup, fixture, visit};

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
        // The link opens the same list for others, in their own language too.
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
        Ok(())
    })
    .await
}

#[tokio::test]
async fn types_count_and_show_their_organisations_alone() -> Result<()> {
    const COUNTS: &str = "[...document.querySelectorAll('.organisations .card-facts li')]
        .map((item) => Number(item.textContent.match(/\\d+$/)[0]))";
    const CURRENT: &str = "[...document.querySelectorAll('.organisations [aria-current]')].map((link) => link.innerText)";
    let organisations = fixture::records("organisations")?;
    let universities = organisations
        .iter()
        .filter(|organisation| organisation["kind"] == "university");
    let universities = universities.count();
    visit(Setup::default(), async |visitor| {
        for (page, name, address) in [
            ("en", "University", "University"),
            ("it", "Università", "Universit%C3%A0"),
        ] {
            visitor.open(&format!("{page}/organisations/")).await?;
            let counts: Vec<usize> = visitor.read(COUNTS).await?;
            assert_eq!(counts.iter().sum::<usize>(), organisations.len());
            assert_eq!(
                counts[0], universities,
                "an inter-university centre is a research centre"
            );
            visitor.click_on(".organisations .card-facts a").await?;
            // The link of a type searches for its name.
            visitor
                .wait_for_address(&format!("{page}/organisations/?q={address}"))
                .await?;
            visitor.wait_until(CURRENT, &json!([name])).await?;
            let shown = "document.querySelectorAll('.organisations-letter li').length";
            visitor.wait_until(shown, &json!(universities)).await?;
        }
        Ok(())
    })
    .await
}
