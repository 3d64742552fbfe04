//! A short walk at random; `cargo xtask bench soak` takes long ones.

use anyhow::Result;
use tests::{Walk, references_after_typing};

#[tokio::test]
async fn wherever_chance_leads_the_page_shows_what_its_address_says() -> Result<()> {
    let walk = Walk {
        steps: 200,
        seed: 1,
        compare_every: 50,
        measure_every: 100,
    };
    let mut measures = 0;
    walk.take(|_| measures += 1).await?;
    assert_eq!(measures, 2);
    Ok(())
}

/// The address bar waits for a pause in typing, and each letter calls off what the one before it ordered.
#[tokio::test]
async fn a_letter_leaves_nothing_behind() -> Result<()> {
    // Places are added two thousand at a time: one for each letter of all bouts would show.
    let held = references_after_typing(12, 200).await?;
    assert!(held.iter().all(|places| *places == held[0]), "{held:?}");
    Ok(())
}
