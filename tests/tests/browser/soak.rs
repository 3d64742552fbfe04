//! A short random walk; `cargo xtask bench soak` runs long ones.

use anyhow::Result;
use tests::{RandomWalk, references_after_typing};

#[tokio::test]
async fn a_random_walk_always_shows_the_address() -> Result<()> {
    let walk = RandomWalk {
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

/// The address bar waits for a pause in typing, and each letter cancels the timer of the letter
/// before.
#[tokio::test]
async fn typing_leaks_no_references() -> Result<()> {
    // The table grows by two thousand entries at a time, so a leak of one per letter would show.
    let held = references_after_typing(12, 200).await?;
    assert!(held.iter().all(|places| *places == held[0]), "{held:?}");
    Ok(())
}
