//! `cargo xtask generate`: large catalogues of generated clusters, for benchmarks.
//!
//! Real records are recombined, with generated words among them: the vocabulary of real data grows
//! with its size, and an index that never meets a new word would look faster than it is. Areas,
//! countries, regions and cities are the real ones. The result is a valid data file that says that
//! it is generated.

mod generator;
mod random;
mod records;

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use clap::Args;
use project::folders;
use serde::Serialize;
use serde_json::{Value, json};

use generator::Generator;
use records::{Material, MembershipRecord, ReferenceRecord};

/// Organisations for each cluster, as in the real catalogue.
const ORGANISATIONS: usize = 3;
/// Memberships for each cluster, as in the real catalogue.
const MEMBERSHIPS: usize = 5;
/// Roles with their frequency in the real catalogue, in eighths.
const ROLES: [&str; 8] = [
    "member",
    "member",
    "member",
    "member",
    "board",
    "board",
    "founder",
    "supporter",
];

/// The options of the generator.
#[derive(Args, Debug, PartialEq, Eq)]
pub struct GeneratorOptions {
    /// How many clusters
    #[arg(long, value_name = "N")]
    pub clusters: usize,
    /// The same seed gives the same file
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// The file to write; in the target folder by default
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Writes the file and returns its path.
///
/// # Errors
/// When the real catalogue cannot be read, or the file cannot be written.
pub fn run(options: &GeneratorOptions) -> Result<PathBuf> {
    let file = options.out.clone().unwrap_or_else(|| {
        let name = format!("catalogue-{}.json", options.clusters);
        folders::target().join("generated").join(name)
    });
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let real = read(&folders::data_file())?;
    let create = || format!("writing {}", file.display());
    let mut output = BufWriter::new(File::create(&file).with_context(create)?);
    write(&real, options.clusters, options.seed, &mut output)?;
    output.flush().with_context(create)?;
    println!("{}", file.display());
    Ok(file)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// Writes a catalogue with the given number of clusters, made from the text of the real one.
///
/// # Errors
/// When the real catalogue cannot be read, or the output cannot be written.
pub fn write(real: &str, clusters: usize, seed: u64, output: &mut impl Write) -> Result<()> {
    ensure!(clusters > 0, "a catalogue needs at least one cluster");
    let file: Value = serde_json::from_str(real)?;
    let material = Material::read(real, &file)?;
    let mut generator = Generator::new(&material, seed);
    let cluster_ids = generator.ids(clusters);
    let organisation_ids = generator.ids(clusters * ORGANISATIONS);

    head(&file, output)?;
    let mut list = List::start("clusters", output)?;
    for number in 0..clusters {
        list.add(&generator.cluster(number, &cluster_ids)?)?;
    }
    list.end(",")?;
    let mut list = List::start("organisations", output)?;
    for id in &organisation_ids {
        list.add(&generator.organisation(id)?)?;
    }
    list.end(",")?;
    let mut list = List::start("memberships", output)?;
    for (number, cluster) in cluster_ids.iter().enumerate() {
        for (organisation, role) in members(number, &organisation_ids, &mut generator.random) {
            list.add(&MembershipRecord {
                organisation,
                cluster,
                role,
                as_of: "2026",
                source: ReferenceRecord {
                    url: "https://www.members.example",
                },
            })?;
        }
    }
    list.end("}")
}

/// The members of a cluster with their roles: organisations of its own, so that each organisation
/// has a cluster, and others that belong to many.
fn members<'ids>(
    number: usize,
    organisations: &'ids [String],
    random: &mut random::Random,
) -> BTreeSet<(&'ids str, &'static str)> {
    let own = (0..ORGANISATIONS).map(|nth| number * ORGANISATIONS + nth);
    let mut roles: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut add = |organisation: usize, random: &mut random::Random| {
        let role = ROLES[random.below(ROLES.len())];
        roles.insert((&organisations[organisation % organisations.len()], role));
    };
    for organisation in own {
        add(organisation, random);
    }
    for _ in ORGANISATIONS..MEMBERSHIPS {
        let rank = usize::try_from(random.rank()).unwrap_or_default();
        add(rank, random);
    }
    roles
}

/// The fields before the clusters.
fn head(real: &Value, output: &mut impl Write) -> Result<()> {
    let notice = json!([{
        "heading": { "en": "Generated test data", "it": "Dati di prova generati" },
        "paragraphs": [{
            "en": "The clusters and organisations in this file do not exist. They were generated for benchmarks.",
            "it": "I cluster e le organizzazioni in questo file non esistono. Sono stati generati per prove di prestazioni.",
        }],
    }]);
    let licence = json!({
        "name": "Generated test data, made from data under CC BY 4.0",
        "url": real["licence"]["url"],
    });
    write!(output, "{{")?;
    for (field, value) in [
        ("schema_version", &real["schema_version"]),
        ("updated", &real["updated"]),
        ("licence", &licence),
        ("about", &notice),
    ] {
        writeln!(output, "\"{field}\":{value},")?;
    }
    for name in ["areas", "countries", "regions", "cities"] {
        let mut list = List::start(name, output)?;
        for record in real[name].as_array().into_iter().flatten() {
            list.add(record)?;
        }
        list.end(",")?;
    }
    Ok(())
}

/// Writes a JSON list, one record per line.
struct List<'out, W> {
    output: &'out mut W,
    is_empty: bool,
}

impl<'out, W: Write> List<'out, W> {
    fn start(name: &str, output: &'out mut W) -> Result<Self> {
        write!(output, "\"{name}\":[")?;
        Ok(Self {
            output,
            is_empty: true,
        })
    }

    fn add(&mut self, record: &impl Serialize) -> Result<()> {
        let separator = if self.is_empty { "\n" } else { ",\n" };
        self.is_empty = false;
        write!(self.output, "{separator}")?;
        serde_json::to_writer(&mut *self.output, record)?;
        Ok(())
    }

    fn end(self, then: &str) -> Result<()> {
        writeln!(self.output, "\n]{then}")?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
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
        // Sentences and facts are drawn independently, so some contradict each other, and some short
        // names coincide.
        let expected = [
            Check::FoundingYear,
            Check::MemberCount,
            Check::Seat,
            Check::Region,
            Check::SameName,
            Check::SameAcronym,
            Check::SameWebsite,
        ];
        let is_expected =
            |problem: &Problem| problem.check().is_some_and(|it| expected.contains(&it));
        let unexpected: Vec<_> = problems.iter().filter(|it| !is_expected(it)).collect();
        assert!(unexpected.is_empty(), "{unexpected:#?}");
        Ok(())
    }

    #[test]
    fn it_is_as_large_as_requested() -> TestResult {
        let catalogue = Catalogue::from_json(&generated(300, 1)?).map_err(|e| format!("{e:?}"))?;
        assert_eq!(catalogue.skipped, []);
        assert_eq!(catalogue.clusters.len(), 300);
        assert_eq!(catalogue.organisations.len(), 900);
        // A few random memberships are duplicates and are left out.
        assert!((1_400..=1_500).contains(&catalogue.memberships.len()));
        let words = |cluster: &catalogue::model::Cluster| {
            cluster.keywords.en.len() + cluster.keywords.it.len()
        };
        assert!(catalogue.clusters.iter().all(|cluster| words(cluster) > 2));
        let related = |cluster: &&catalogue::model::Cluster| !cluster.national_clusters.is_empty();
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
        assert_eq!(catalogue.about().len(), 1);
        Ok(())
    }
}
