use std::error::Error;

use catalogue::model::{Catalogue, Date};
use check_data::{Check, Problem};

use super::*;

type TestResult = Result<(), Box<dyn Error>>;

fn generated(clusters: usize, seed: u64) -> Result<String> {
    let mut bytes = Vec::new();
    write(&read(&folders::fixture_file())?, clusters, seed, &mut bytes)?;
    Ok(String::from_utf8(bytes)?)
}

#[test]
fn the_generated_catalogue_is_valid() -> TestResult {
    let text = generated(300, 1)?;
    let updated = Catalogue::from_json(&text)
        .map_err(|error| format!("{error:?}"))?
        .updated;
    let problems = check_data::check(&text, "", &Date::new(updated.as_str())?);
    // Sentences and facts are drawn apart, so that some contradict each other, and short names meet.
    let expected = [
        Check::FoundingYear,
        Check::MemberCount,
        Check::Seat,
        Check::Region,
        Check::SameName,
        Check::SameAcronym,
        Check::SameWebsite,
    ];
    let is_expected = |problem: &Problem| problem.check().is_some_and(|it| expected.contains(&it));
    let unexpected: Vec<_> = problems.iter().filter(|it| !is_expected(it)).collect();
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    Ok(())
}

#[test]
fn it_is_as_large_as_asked_for() -> TestResult {
    let catalogue = Catalogue::from_json(&generated(300, 1)?).map_err(|e| format!("{e:?}"))?;
    assert_eq!(catalogue.skipped, []);
    assert_eq!(catalogue.clusters.len(), 300);
    assert_eq!(catalogue.organisations.len(), 900);
    // A few random memberships are duplicates and are left out.
    assert!((1_400..=1_500).contains(&catalogue.memberships.len()));
    let words =
        |cluster: &catalogue::model::Cluster| cluster.keywords.en.len() + cluster.keywords.it.len();
    assert!(catalogue.clusters.iter().all(|cluster| words(cluster) > 2));
    let related = |cluster: &&catalogue::model::Cluster| cluster.national_cluster.is_some();
    assert!(catalogue.clusters.iter().filter(related).count() > 50);
    Ok(())
}

#[test]
fn the_seed_alone_decides() -> Result<()> {
    let one = generated(20, 1)?;
    assert!(one == generated(20, 1)?, "the same seed, another file");
    assert!(one != generated(20, 2)?, "another seed, the same file");
    Ok(())
}

#[test]
fn the_about_page_says_that_the_data_is_generated() -> TestResult {
    let catalogue = Catalogue::from_json(&generated(1, 1)?).map_err(|e| format!("{e:?}"))?;
    assert!(catalogue.licence.name.as_str().contains("Generated"));
    assert_eq!(catalogue.about.len(), 1);
    Ok(())
}
