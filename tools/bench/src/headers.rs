//! Scores the headers of each host's configuration by the rules of the MDN HTTP Observatory, with
//! its own code.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use project::folders::workspace;
use serde::{Deserialize, Serialize};
use xtask::under_test::built_site;

use crate::prerequisites::npm_packages;

const WANTED: &str = "A+";

type Headers = BTreeMap<String, String>;

/// The response of a host.
#[derive(Serialize)]
struct HostHeaders<'page> {
    headers: Headers,
    page: &'page str,
}

#[derive(Deserialize)]
struct Score {
    grade: String,
    #[serde(rename = "score")]
    points: i32,
    tests: Vec<Test>,
}

#[derive(Deserialize)]
struct Test {
    name: String,
    result: String,
    points: i32,
    pass: bool,
}

/// Scores every configuration, as shipped and as built.
///
/// # Errors
/// When there is no built site, the scorer cannot run, or a score is below the best.
pub(crate) fn run() -> Result<()> {
    let folder = npm_packages()?;
    let site = built_site()?;
    let page = fs::read_to_string(site.join("en/index.html"))?;
    let nginx = fs::read_to_string(workspace().join("deploy/nginx.conf"))?;
    let apache = fs::read_to_string(site.join(".htaccess"))?;
    let told = fs::read_to_string(site.join("_headers"))?;
    let hosts = BTreeMap::from(
        [
            ("nginx", of_nginx(&nginx)),
            ("Apache", of_apache(&apache)),
            ("Netlify and Cloudflare Pages", of_headers_file(&told)),
        ]
        .map(|(name, headers)| {
            let page = &page;
            (name, HostHeaders { headers, page })
        }),
    );

    let mut node = Command::new("node")
        .arg("observatory.mjs")
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start node")?;
    let input = node.stdin.take().context("its input")?;
    serde_json::to_writer(&input, &hosts)?;
    (&input).flush()?;
    drop(input);
    let output = node.wait_with_output()?;
    ensure!(output.status.success(), "the scorer failed");
    let scores: BTreeMap<String, Score> = serde_json::from_slice(&output.stdout)?;
    for (
        host,
        Score {
            grade,
            points,
            tests,
        },
    ) in &scores
    {
        println!("{host}: {grade} ({points})");
        for test in tests {
            println!("  {:>3}  {}: {}", test.points, test.name, test.result);
        }
    }
    let best = |score: &Score| score.grade == WANTED && score.tests.iter().all(|test| test.pass);
    ensure!(
        scores.len() == hosts.len() && scores.values().all(best),
        "not every host has {WANTED}"
    );
    Ok(())
}

fn of_nginx(text: &str) -> Headers {
    let transport = quoted(
        text.lines()
            .find_map(|line| line.trim().strip_prefix("on ")),
    );
    let header = |line: &str| {
        let (name, value) = line.trim().strip_prefix("add_header ")?.split_once(' ')?;
        let value = match value {
            "$clusters_transport always;" => transport.clone(),
            _ => quoted(Some(value)),
        };
        Some((name.to_owned(), value?))
    };
    text.lines().filter_map(header).collect()
}

fn of_apache(text: &str) -> Headers {
    let header = |line: &str| {
        let (name, value) = line.strip_prefix("Header always set ")?.split_once(' ')?;
        Some((name.to_owned(), quoted(Some(value))?))
    };
    text.lines().filter_map(header).collect()
}

/// The headers of the first rule, which applies to all files.
fn of_headers_file(text: &str) -> Headers {
    let rule = text
        .lines()
        .skip(1)
        .map_while(|line| line.strip_prefix("  "));
    rule.filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// The text between the first two quotation marks.
fn quoted(text: Option<&str>) -> Option<String> {
    text?.split('"').nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use hosting::{
        configurations::{Nginx, htaccess},
        headers::{SECURITY, headers_file},
    };
    use project::base::Base;

    use super::*;

    #[test]
    fn the_headers_of_every_configuration_are_read() {
        let base = Base::default();
        for headers in [
            of_nginx(&Nginx::example(&base).configuration()),
            of_apache(&htaccess(&base)),
            of_headers_file(&headers_file(&base, ["app-0123456789abcdef.js"])),
        ] {
            for (name, value) in SECURITY {
                assert_eq!(headers.get(*name).map(String::as_str), Some(*value));
            }
            assert_eq!(
                headers["Strict-Transport-Security"], "max-age=31536000",
                "{headers:?}"
            );
        }
    }
}
