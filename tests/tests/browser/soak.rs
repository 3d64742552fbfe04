//! A short walk at random; `cargo xtask bench soak` takes long ones.

use anyhow::Result;
use tests::Walk;

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
