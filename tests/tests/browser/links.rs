//! Links stay links: the browser's own ways to use them keep working.

use anyhow::{Context, Result};
use serde_json::json;
use tests::{BuiltSite, Setup, visit};
use thirtyfour::{By, Key};

#[tokio::test]
async fn ctrl_click_opens_a_tab_and_keeps_this_page() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?area=energy").await?;
        let here = visitor.window().await?;
        let link = visitor.find(By::Css("main article h3 a")).await?;
        let target: String = visitor
            .read("document.querySelector('main article h3 a').href")
            .await?;
        let click = visitor
            .action_chain()
            .key_down(Key::Control)
            .click_element(&link)
            .key_up(Key::Control);
        click.perform().await?;
        visitor.wait_for_address("en/?area=energy").await?;
        let windows = visitor.windows().await?;
        let there = windows
            .into_iter()
            .find(|window| *window != here)
            .context("no tab was opened")?;
        visitor.switch_to_window(there).await?;
        visitor.wait_until_ready().await?;
        assert_eq!(visitor.current_url().await?.as_str(), target);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_within_the_page_scrolls_and_back_works() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            visitor.open("en/?q=le2c").await?;
            visitor
                .find(By::PartialLinkText("Lombardy Energy Cleantech"))
                .await?
                .click()
                .await?;
            visitor.wait_for_address("en/clusters/le2c/").await?;
            visitor.click_on("a[href='#source-1']").await?;
            visitor
                .wait_for_address("en/clusters/le2c/#source-1")
                .await?;
            visitor.wait_for("scrollY > 0").await?;
            visitor
                .wait_for(
                    "document.querySelector('#source-1').getBoundingClientRect().top < innerHeight",
                )
                .await?;
            visitor.back().await?;
            visitor.wait_for_address("en/clusters/le2c/").await?;
            assert_eq!(
                visitor.text_of("h1").await?,
                "Lombardy Energy Cleantech Cluster"
            );
            visitor.back().await?;
            visitor.wait_for_address("en/?q=le2c").await?;
            visitor
                .wait_for_text("h1", "Find a technology cluster")
                .await?;
            assert_eq!(
                visitor.results().await?.first().map(String::as_str),
                Some("le2c")
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_link_back_to_the_results_goes_back_in_history() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?q=energia&area=energy").await?;
        let length = visitor.history_length().await?;
        visitor.click_on("main article h3 a").await?;
        visitor
            .wait_for_text(".back-link", "Back to the results")
            .await?;
        // Following further links must keep the link back.
        visitor
            .click_on("main dl a[href*='/areas/'] , main a[href*='/clusters/']")
            .await?;
        visitor.back().await?;
        visitor
            .wait_for_text(".back-link", "Back to the results")
            .await?;
        visitor.click_on(".back-link").await?;
        visitor
            .wait_for_address("en/?q=energia&area=energy")
            .await?;
        visitor.wait_for_chips(1).await?;
        assert!(
            visitor.history_length().await? <= length + 2,
            "going back makes no entry"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn external_links_are_left_to_the_browser() -> Result<()> {
    visit(Setup::at(BuiltSite::Sub), async |visitor| {
        visitor.open("en/clusters/le2c/").await?;
        // Runs after the app's own listener, records whether it handled the click, and cancels the
        // navigation.
        let watch = "addEventListener('click', (event) => {
            window.taken = event.defaultPrevented;
            event.preventDefault();
        })";
        visitor.execute(watch, Vec::new()).await?;
        // Outside the base, although it starts with the same letters.
        let beside = "const link = Object.assign(document.createElement('a'), {href: '/a/bc/en/', id: 'beside'});
            link.append('beside');
            document.querySelector('h1').after(link)";
        visitor.execute(beside, Vec::new()).await?;
        for (link, is_taken) in [
            ("dl a[href^='https:']", false),
            ("#beside", false),
            (".site-name", true),
        ] {
            visitor.click_on(link).await?;
            visitor.wait_until("window.taken", &json!(is_taken)).await?;
        }
        visitor.wait_for_address("en/").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_first_stop_of_the_keyboard_skips_to_the_content() -> Result<()> {
    for place in BuiltSite::ALL {
        visit(Setup::at(place), async |visitor| {
            visitor.open("en/clusters/le2c/").await?;
            visitor.press(Key::Tab).await?;
            let focus = visitor.focus().await?;
            assert!(
                focus.text == "Skip to content" && focus.is_visible,
                "{focus:?}"
            );
            visitor.press(Key::Enter).await?;
            visitor
                .wait_until("document.activeElement.id", &json!("content"))
                .await?;
            assert_eq!(
                visitor.text_of("h1").await?,
                "Lombardy Energy Cleantech Cluster"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}
