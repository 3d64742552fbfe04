//! QR codes: a page's address on paper or on someone else's screen.

use std::{fmt::Write, path::Path};

use anyhow::{Result, anyhow};
use catalogue::query::Address;
use fast_qr::{ECL, QRBuilder};
use project::files::write as write_file;

/// The width of the quiet zone in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The QR code of a URL as an SVG file, one unit per module: black on white in any theme, because
/// many readers do not recognise light codes on a dark background.
///
/// # Errors
/// When the URL is longer than 2,331 bytes, the capacity of a code.
pub fn svg(url: &str) -> Result<String> {
    // Medium error correction survives a crease or a stain; a higher level would make the modules
    // smaller.
    let code = QRBuilder::new(url)
        .ecl(ECL::M)
        .build()
        .map_err(|error| anyhow!("no QR code can hold {url}: {error}"))?;
    let mut rows = String::new();
    for y in 0..code.size {
        let mut x = 0;
        let mut end_of_last = None;
        for run in code[y].chunk_by(|one, next| one.value() == next.value()) {
            let start = x;
            x += run.len();
            if !run[0].value() {
                continue;
            }
            // A stroke along the middle of the modules is shorter than their outline.
            match end_of_last {
                None => write!(rows, "M{} {}.5", QUIET + start, QUIET + y)?,
                Some(end) => write!(rows, "m{} 0", start - end)?,
            }
            write!(rows, "h{}", run.len())?;
            end_of_last = Some(x);
        }
    }
    let side = code.size + 2 * QUIET;
    Ok(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{rows}"/></svg>"##
    ))
}

/// Writes the codes of some addresses, each with its full URL.
///
/// # Errors
/// When an address is too long, or a file cannot be written.
pub fn write_all<'a>(
    folder: &Path,
    pages: impl IntoIterator<Item = (&'a Address, String)>,
) -> Result<()> {
    pages
        .into_iter()
        .try_for_each(|(address, url)| write_file(folder, &address.qr_code(), svg(&url)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;
    use catalogue::{
        model::{ClusterId, Lang},
        query::Page,
    };
    use rqrr::{Grid, SimpleGrid};

    const URL: &str = "https://clusters.example.org/it/organisations/universita-degli-studi/";

    /// The dark modules of an SVG file, without the quiet zone.
    fn drawn(svg: &str) -> Result<(usize, Vec<(usize, usize)>)> {
        let between = |start: &str, end: &str| -> Result<String> {
            let rest = svg.split_once(start).context("a start")?.1;
            Ok(rest.split_once(end).context("an end")?.0.to_owned())
        };
        let side: usize = between("viewBox=\"0 0 ", " ")?.parse()?;
        let mut dark = Vec::new();
        for row in between("stroke=\"#000\" d=\"M", "\"")?.split('M') {
            let (start, runs) = row.split_once('h').context("a run")?;
            let (x, y) = start.split_once(' ').context("a place")?;
            let y: usize = y.trim_end_matches(".5").parse()?;
            let mut x: usize = x.parse()?;
            for (number, length) in runs.split(['h', 'm']).enumerate() {
                let length: usize = length.trim_end_matches(" 0").parse()?;
                if number % 2 == 0 {
                    dark.extend((x..x + length).map(|x| (x - QUIET, y - QUIET)));
                }
                x += length;
            }
        }
        Ok((side - 2 * QUIET, dark))
    }

    #[test]
    fn the_code_decodes_to_the_address() -> Result<()> {
        for url in [URL, "https://a.it/", &format!("{URL}{}", "è".repeat(200))] {
            let (side, dark) = drawn(&svg(url)?)?;
            let grid = SimpleGrid::from_func(side, |x, y| dark.contains(&(x, y)));
            let (_, text) = Grid::new(grid).decode()?;
            assert_eq!(text, url);
        }
        Ok(())
    }

    #[test]
    fn a_file_is_small() -> Result<()> {
        assert!(svg(URL)?.len() < 3000);
        Ok(())
    }

    #[test]
    fn an_address_over_capacity_is_rejected() {
        let error = svg(&"x".repeat(3000)).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.starts_with("no QR code")));
    }

    #[test]
    fn every_page_has_a_file_of_its_own() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let pages = [
            Page::Catalogue,
            Page::About,
            Page::Cluster(ClusterId::new("le2c")?),
        ];
        let addresses = pages.map(|page| Address::of(Lang::It, page));
        write_all(
            folder.path(),
            addresses
                .iter()
                .map(|address| (address, format!("https://a.it/{}", address.path()))),
        )?;
        assert_eq!(
            project::files::files_below(folder.path())?,
            ["qr/it.svg", "qr/it/about.svg", "qr/it/clusters/le2c.svg"]
        );
        Ok(())
    }
}
