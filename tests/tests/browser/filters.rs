//! Choosing filters and removing them.

use std::collections::HashSet;

use anyhow::Result;
use serde_json::json;
use tests::{Setup, Visitor, fixture, visit};

const CHIPS: &str =
    "[...document.querySelectorAll('.chips li button')].map((chip) => chip.textContent)";
const FOCUSED: &str = "document.activeElement.textContent";

#[tokio::test]
async fn removing_a_chip_moves_the_focus_to_its_neighbour() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/?area=energy&area=mobility&level=regional")
            .await?;
        let energy = "Remove filter Subject area: Energy×";
        let mobility = "Remove filter Subject area: Mobility×";
        let regional = "Remove filter Level: Regional×";
        visitor
            .wait_until(CHIPS, &json!([energy, mobility, regional]))
            .await?;

        remove(visitor, 2, "en/?area=energy&level=regional").await?;
        visitor
            .wait_until(CHIPS, &json!([energy, regional]))
            .await?;
        visitor.wait_until(FOCUSED, &json!(energy)).await?;

        remove(visitor, 1, "en/?level=regional").await?;
        visitor.wait_until(CHIPS, &json!([regional])).await?;
        visitor.wait_until(FOCUSED, &json!(regional)).await?;
        assert_eq!(visitor.ticked().await?, ["level=regional"]);

        remove(visitor, 1, "en/").await?;
        visitor.wait_until(CHIPS, &json!([])).await?;
        visitor.wait_until(FOCUSED, &json!("Results")).await?;
        assert_eq!(visitor.ticked().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

async fn remove(visitor: &Visitor, nth: usize, then: &str) -> Result<()> {
    visitor
        .click_on(&format!(".chips li:nth-child({nth}) button"))
        .await?;
    visitor.wait_for_address(then).await
}

#[tokio::test]
async fn all_filters_can_be_cleared_without_the_text() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .open("en/?q=cluster&area=energy&country=IT&level=regional")
            .await?;
        visitor.click_on(".chips > button").await?;
        visitor.wait_for_address("en/?q=cluster").await?;
        visitor.wait_until(CHIPS, &json!([])).await?;
        visitor.wait_until(FOCUSED, &json!("Results")).await?;
        visitor.back().await?;
        visitor.wait_for_chips(3).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_facet_count_is_the_number_of_results_after_choosing() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?q=energia").await?;
        for level in ["national", "regional"] {
            let count = format!("li:has(input[value={level}]) .facet-count");
            let count = visitor.text_of(&count).await?;
            visitor.click_on(&format!("input[value={level}]")).await?;
            visitor
                .wait_for_address(&format!("en/?q=energia&level={level}"))
                .await?;
            visitor.wait_for_total(&format!("{count} clusters")).await?;
            visitor.click_on(&format!("input[value={level}]")).await?;
            visitor.wait_for_address("en/?q=energia").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn clusters_in_common_are_those_with_all_selected_organisations() -> Result<()> {
    let clusters_of = |organisation: &str| -> Result<HashSet<String>> {
        let memberships = fixture::records("memberships")?;
        let of = memberships
            .iter()
            .filter(|membership| membership["organisation"] == organisation);
        Ok(of
            .map(|membership| membership["cluster"].to_string())
            .collect())
    };
    let (cnr, enea) = (clusters_of("cnr")?, clusters_of("enea")?);
    let shared = cnr.intersection(&enea).count();
    visit(Setup::default(), async |visitor| {
        visitor.open("en/organisations/cnr/").await?;
        let link = "a[href*='organisation=enea']";
        assert_eq!(
            visitor.text_of(link).await?,
            format!("{shared} clusters in common")
        );
        visitor.click_on(link).await?;
        let both = "en/?organisation=cnr&organisation=enea";
        visitor
            .wait_for_address(&format!("{both}&match=all"))
            .await?;
        visitor
            .wait_for_total(&format!("{shared} clusters"))
            .await?;
        let of_enea = "li:has(input[value=enea]) .facet-count";
        assert_eq!(visitor.text_of(of_enea).await?, shared.to_string());

        visitor
            .click_on("[data-facet=organisation] input[name=match]")
            .await?;
        visitor.wait_for_address(both).await?;
        let either = cnr.union(&enea).count();
        visitor
            .wait_for_total(&format!("{either} clusters"))
            .await?;
        visitor
            .click_on("[data-facet=organisation] input[name=match]")
            .await?;
        visitor
            .wait_for_total(&format!("{shared} clusters"))
            .await?;
        // The chip says what is required, and removes the requirement.
        visitor
            .wait_for_text(".chips", "Match all selected")
            .await?;
        remove(visitor, 3, both).await?;
        visitor.wait_for_total(&format!("{either} clusters")).await
    })
    .await
}

#[tokio::test]
async fn an_unknown_filter_value_is_shown_and_removable() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?area=alchemy").await?;
        visitor.wait_for_total("0 clusters").await?;
        visitor
            .wait_for_text(".chips", "alchemy (not in this catalogue)")
            .await?;
        remove(visitor, 1, "en/").await?;
        visitor.wait_for_all_clusters().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_values_of_a_long_facet_can_be_searched() -> Result<()> {
    const FACET: &str = "fieldset[data-facet=organisation]";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.click_on(&format!("{FACET} button")).await?;
        visitor
            .wait_until(
                &format!("document.querySelectorAll('{FACET} li').length"),
                &json!(fixture::records("organisations")?.len()),
            )
            .await?;
        visitor
            .click_on(&format!("{FACET} .facet-narrow input"))
            .await?;
        // The label of the checkbox, except for the capital letters.
        visitor.press("university of brescia").await?;
        visitor
            .wait_until(
                &format!("document.querySelectorAll('{FACET} li').length"),
                &json!(1),
            )
            .await?;
        visitor.click_on(&format!("{FACET} li input")).await?;
        visitor
            .wait_for_address("en/?organisation=university-of-brescia")
            .await?;
        visitor.wait_for_total("8 clusters").await?;
        // The list was re-rendered around it.
        visitor
            .wait_until(
                "document.activeElement.value",
                &json!("university-of-brescia"),
            )
            .await
    })
    .await
}

#[tokio::test]
async fn a_long_facet_knows_other_names_and_says_when_nothing_is_found() -> Result<()> {
    const FACET: &str = "fieldset[data-facet=organisation]";
    const SHOWN: &str =
        "[...document.querySelectorAll('fieldset[data-facet=organisation] li input')]
        .map((box) => box.value)";
    const NOTICE: &str = "document.querySelector('fieldset[data-facet=organisation] [aria-live]').textContent.trim()";
    visit(Setup::default(), async |visitor| {
        visitor.open("it/").await?;
        visitor.wait_until(NOTICE, &json!("")).await?;
        visitor.click_on(&format!("{FACET} button")).await?;
        let field = format!("{FACET} .facet-narrow input");
        visitor.click_on(&field).await?;
        // Words in any order, in the other language.
        visitor.press("brescia university").await?;
        visitor
            .wait_until(SHOWN, &json!(["university-of-brescia"]))
            .await?;
        visitor.press(" zzz").await?;
        visitor.wait_until(SHOWN, &json!([])).await?;
        visitor.wait_until(NOTICE, &json!("Nessun risultato")).await
    })
    .await
}

#[tokio::test]
async fn numbers_of_members_are_chosen_in_ranges_and_unknown_ones_are_counted() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        let counts = "[...document.querySelectorAll('[data-facet=members] .facet-count')].map((count) => Number(count.textContent))";
        let all: Vec<usize> = visitor.read(counts).await?;
        assert_eq!(all.iter().sum::<usize>(), visitor.read::<usize>("parseInt(document.querySelector('[role=status]').textContent)").await?);
        for value in ["50-99", "unknown"] {
            visitor
                .click_on(&format!("[data-facet=members] input[value='{value}']"))
                .await?;
        }
        visitor
            .wait_for_address("en/?members=50-99&members=unknown")
            .await?;
        visitor
            .wait_for_total(&format!("{} clusters", all[1] + all[4]))
            .await?;
        visitor
            .wait_until(
                CHIPS,
                &json!([
                    "Remove filter Number of members: 50 to 99×",
                    "Remove filter Number of members: Not known, or only some counted×"
                ]),
            )
            .await?;
        visitor
            .wait_until(
                "document.title",
                &json!("50 to 99, Not known, or only some counted – Technology Clusters"),
            )
            .await?;
        visitor.open("it/?members=many").await?;
        visitor.wait_for_text(".chips", "many (non presente nel catalogo)").await
    })
    .await
}

#[tokio::test]
async fn number_of_results_says_what_it_includes() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?region=lazio&level=national").await?;
        let national = visitor.results().await?.len();
        visitor.open("en/?region=lazio").await?;
        visitor
            .wait_for_text(".chips .hint", &format!("{national} of these are national"))
            .await?;
        visitor
            .open("it/?level=cross-border&level=national")
            .await?;
        let countries = visitor.text_of(".chips .hint").await?;
        assert!(countries.starts_with("Paese: Italia "), "{countries}");
        visitor.open("en/?level=national&country=IT").await?;
        visitor
            .wait_for("!document.querySelector('.chips .hint')")
            .await
    })
    .await
}

#[tokio::test]
async fn places_are_a_tree_in_which_the_narrower_choice_counts() -> Result<()> {
    const TREE: &str = "[data-facet=country]";
    // What each checkbox shows, outside in: ticked, in part, or neither.
    const STATE: &str = "[['country', 'IT'], ['region', 'lombardia'], ['city', 'milano']].map(([name, value]) => {
        const box = document.querySelector(`[data-facet=country] input[name=${name}][value=${value}]`);
        return box && (box.indeterminate ? 'in part' : box.checked);
    })";
    let value = |name: &str, value: &str| format!("{TREE} input[name={name}][value={value}]");
    let opener = |value: &str| format!("{TREE} li:has(> label > [value={value}]) > .facet-open");
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        // The regions of the country with most clusters are there, cities on demand.
        visitor
            .wait_until(STATE, &json!([false, false, null]))
            .await?;
        visitor.click_on(&opener("lombardia")).await?;
        visitor
            .wait_until(STATE, &json!([false, false, false]))
            .await?;

        visitor.click_on(&value("country", "IT")).await?;
        visitor.wait_for_address("en/?country=IT").await?;
        // A region replaces its country, and a city its region.
        visitor.click_on(&value("region", "lombardia")).await?;
        visitor.wait_for_address("en/?region=lombardia").await?;
        visitor
            .wait_until(STATE, &json!(["in part", true, false]))
            .await?;
        visitor.click_on(&value("city", "milano")).await?;
        visitor.wait_for_address("en/?city=milano").await?;
        visitor
            .wait_until(STATE, &json!(["in part", "in part", true]))
            .await?;
        visitor.wait_for_total(&seated_in("milano")?).await?;
        // Places apart from each other are alternatives.
        visitor.click_on(&value("country", "DE")).await?;
        visitor
            .wait_for_address("en/?country=DE&city=milano")
            .await?;
        // The country again: all of it. What the visitor has opened stays open.
        visitor.click_on(&value("country", "IT")).await?;
        visitor
            .wait_for_address("en/?country=DE&country=IT")
            .await?;
        visitor
            .wait_until(STATE, &json!([true, false, false]))
            .await?;
        visitor.click_on(&opener("lombardia")).await?;
        visitor
            .wait_until(STATE, &json!([true, false, null]))
            .await?;

        // A link opens the tree down to its city.
        visitor.open("en/?country=IT&city=milano").await?;
        visitor
            .wait_until(STATE, &json!(["in part", "in part", true]))
            .await?;
        visitor.wait_for_total(&seated_in("milano")?).await
    })
    .await
}

#[tokio::test]
async fn places_are_found_by_name_wherever_they_lie() -> Result<()> {
    const SHOWN: &str =
        "[...document.querySelectorAll('[data-facet=country] li input')].map((box) => box.value)";
    visit(Setup::default(), async |visitor| {
        visitor.open("it/").await?;
        visitor
            .click_on("[data-facet=country] > .link-button")
            .await?;
        visitor.click_on("#filter-country").await?;
        // In the other language.
        visitor.press("copenhagen").await?;
        visitor
            .wait_until(SHOWN, &json!(["DK", "hovedstaden", "kobenhavn"]))
            .await?;
        visitor
            .click_on("[data-facet=country] [value=kobenhavn]")
            .await?;
        visitor.wait_for_address("it/?city=kobenhavn").await
    })
    .await
}

/// The number of results of all clusters that have their seat in a city.
fn seated_in(city: &str) -> Result<String> {
    let clusters = fixture::clusters_where(|cluster| cluster["city"] == city)?;
    Ok(format!("{} clusters", clusters.len()))
}
