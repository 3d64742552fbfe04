//! The software bill of materials of the app: every crate that is linked into the wasm, and the npm
//! package in one of the scripts, as `CycloneDX` 1.6 (<https://cyclonedx.org/docs/1.6/json/>). It has no timestamp and no serial number, so that
//! the same sources give the same bytes.
//!
//! Written by hand, because `cyclonedx-bom` 0.8 only supports version 1.5, and `cargo cyclonedx`
//! lists what cargo resolves for the whole workspace instead of what is linked.

use std::{collections::BTreeSet, fs};

use anyhow::{Context, Result, ensure};
use project::{
    folders::workspace,
    process::{cargo, line, output_of},
    programs::FFLATE,
};
use serde_json::{Value, json};

const PROGRAM: &str = "technology-clusters";

/// The bill of materials as JSON.
///
/// # Errors
/// When cargo cannot list the crates, or `Cargo.lock` cannot be read.
pub(crate) fn bill_of_materials() -> Result<String> {
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).context("reading Cargo.lock")?;
    Ok(format!("{:#}\n", bill(&linked()?, &lock)?))
}

/// The linked crates, one per line: name, version and licence.
///
/// From `cargo tree`, because `cargo metadata` would include what the same crates need in the
/// tools.
fn linked() -> Result<String> {
    let mut tree = cargo();
    tree.current_dir(workspace()).args([
        "tree",
        "--locked",
        "--offline",
        "--package",
        PROGRAM,
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}\t{l}",
    ]);
    output_of(&mut tree).with_context(|| format!("`{}` failed", line(&tree)))
}

fn bill(linked: &str, lock: &str) -> Result<Value> {
    let components: BTreeSet<_> = linked.lines().filter_map(Component::read).collect();
    let of_program = |component: &&Component| component.name == PROGRAM;
    let program = components.iter().find(of_program);
    let program = program.with_context(|| format!("cargo does not list {PROGRAM}"))?;
    let parts = components.iter().filter(|component| !of_program(component));
    let parts = parts.map(|component| component.described("library", lock));
    let mut parts: Vec<_> = parts.collect();
    ensure!(!parts.is_empty(), "cargo lists no crate in {PROGRAM}");
    parts.push(fflate());
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": program.described("application", lock) },
        "components": parts,
    }))
}

/// The package that is bundled with `workbook.js`.
fn fflate() -> Value {
    let purl = format!("pkg:npm/fflate@{FFLATE}");
    json!({
        "type": "library",
        "bom-ref": purl,
        "name": "fflate",
        "version": FFLATE,
        "purl": purl,
        "licenses": [{ "expression": "MIT" }],
    })
}

/// A crate with its version.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Component<'text> {
    name: &'text str,
    version: &'text str,
    licence: &'text str,
}

impl<'text> Component<'text> {
    /// Parses a line: `name v1.0.0 (folder)`, a tab, the licence.
    fn read(line: &'text str) -> Option<Self> {
        let (package, licence) = line.split_once('\t')?;
        let mut words = package.split(' ');
        Some(Self {
            name: words.next()?,
            version: words.next()?.strip_prefix('v')?,
            licence,
        })
    }

    fn described(&self, kind: &str, lock: &str) -> Value {
        let Self { name, version, .. } = self;
        let purl = format!("pkg:cargo/{name}@{version}");
        let mut described = json!({
            "type": kind,
            "bom-ref": purl,
            "name": name,
            "version": version,
            "purl": purl,
            // Older crates use a slash instead of SPDX's `OR`.
            "licenses": [{ "expression": self.licence.replace('/', " OR ") }],
        });
        if let Some(checksum) = self.checksum(lock) {
            described["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
        }
        described
    }

    /// The checksum of the crate in `Cargo.lock`; our own crates have none.
    fn checksum<'lock>(&self, lock: &'lock str) -> Option<&'lock str> {
        let head = format!("name = \"{}\"\nversion = \"{}\"", self.name, self.version);
        let (_, rest) = lock.split_once(&head)?;
        let package = rest.split("\n\n").next()?;
        let (_, checksum) = package.split_once("checksum = \"")?;
        checksum.split('"').next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKED: &str = "technology-clusters v0.1.0 (/src)\tMIT OR Apache-2.0\n\
        same-file v1.0.6\tUnlicense/MIT\n\
        catalogue v0.1.0 (/src/catalogue)\tMIT OR Apache-2.0\n\
        same-file v1.0.6\tUnlicense/MIT\n";
    const LOCK: &str = "[[package]]\nname = \"catalogue\"\nversion = \"0.1.0\"\n\n\
        [[package]]\nname = \"same-file\"\nversion = \"1.0.6\"\nsource = \"x\"\n\
        checksum = \"93fc\"\n\n[[package]]\nname = \"technology-clusters\"\n";

    #[test]
    fn every_part_is_listed_once_and_crates_with_their_checksums() -> Result<()> {
        let bill = bill(LINKED, LOCK)?;
        assert_eq!(bill["metadata"]["component"]["name"], PROGRAM);
        let parts = bill["components"].as_array().context("a list")?;
        let names: Vec<_> = parts.iter().map(|part| &part["name"]).collect();
        assert_eq!(names, ["catalogue", "same-file", "fflate"]);
        assert_eq!(parts[0].get("hashes"), None);
        assert_eq!(parts[1]["hashes"][0]["content"], "93fc");
        assert_eq!(parts[1]["purl"], "pkg:cargo/same-file@1.0.6");
        assert_eq!(parts[1]["licenses"][0]["expression"], "Unlicense OR MIT");
        Ok(())
    }

    #[test]
    fn a_crate_list_without_the_app_is_rejected() {
        for linked in ["", "anyhow v1.0.0\tMIT"] {
            assert!(bill(linked, LOCK).is_err(), "{linked}");
        }
    }

    #[test]
    fn the_bill_lists_leptos() -> Result<()> {
        let bill: Value = serde_json::from_str(&bill_of_materials()?)?;
        let parts = bill["components"].as_array().context("a list")?;
        let part = |name: &str| parts.iter().find(|part| part["name"] == name);
        for name in ["catalogue", "fflate", "leptos", "web-sys"] {
            assert!(part(name).is_some(), "{name}");
        }
        for tool in ["xtask", "tokio", "rustybuzz", "paste"] {
            assert!(part(tool).is_none(), "{tool}");
        }
        let hash = part("leptos").map(|leptos| &leptos["hashes"][0]["content"]);
        let hash = hash.and_then(Value::as_str);
        assert_eq!(hash.map(str::len), Some(64));
        Ok(())
    }
}
