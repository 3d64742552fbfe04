//! Preview images for shared links.
//!
//! Every cluster and every subject area has one in each language; all other pages of a language
//! share one.

mod content;
mod indexed_png;
mod template;
mod type_setting;

use std::{num::NonZero, path::Path, thread};

use anyhow::{Result, anyhow};
use catalogue::{
    model::{Catalogue, Lang},
    query::{Address, Page},
};
use project::{files::write as write_file, folders};

use crate::cache::Cache;
use content::CardTexts;
use template::Painter;
pub use template::{HEIGHT, WIDTH};
use type_setting::FontFiles;

/// The path of the preview image for an address, below the base.
pub fn path(address: &Address) -> String {
    let lang = address.lang.tag();
    match &address.page {
        Page::Cluster(id) => format!("cards/{lang}/clusters/{id}.png"),
        Page::Area(id) => format!("cards/{lang}/areas/{id}.png"),
        _ => format!("cards/{lang}/site.png"),
    }
}

/// Draws every picture of the catalogue into `folder`.
///
/// # Errors
/// When a font cannot be read, or a picture cannot be drawn or written.
pub fn write_all(folder: &Path, catalogue: &Catalogue) -> Result<()> {
    write_with(&cache_below(&folders::target()), folder, catalogue)
}

/// Everything that a picture depends on besides its words: the drawing, the fonts, the libraries.
const DRAWING: [&[u8]; 7] = [
    template::TEMPLATE.as_bytes(),
    include_bytes!("cards/indexed_png.rs"),
    include_bytes!("cards/template.rs"),
    include_bytes!("cards/type_setting.rs"),
    type_setting::REGULAR,
    type_setting::BOLD,
    include_bytes!("../../../Cargo.lock"),
];

fn cache_below(folder: &Path) -> Cache {
    Cache::in_folder(folder.join("cards"), &DRAWING)
}

fn write_with(cache: &Cache, folder: &Path, catalogue: &Catalogue) -> Result<()> {
    let fonts = &FontFiles::unpack()?;
    let addresses = addresses(catalogue);
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let share = addresses.len().div_ceil(workers);
    thread::scope(|scope| {
        let workers: Vec<_> = addresses
            .chunks(share)
            .map(|addresses| {
                scope.spawn(move || write_some(cache, folder, fonts, catalogue, addresses))
            })
            .collect();
        workers.into_iter().try_for_each(|worker| {
            let result = worker.join();
            result.map_err(|_| anyhow!("drawing the preview pictures failed"))?
        })
    })
}

fn write_some(
    cache: &Cache,
    folder: &Path,
    fonts: &FontFiles,
    catalogue: &Catalogue,
    addresses: &[Address],
) -> Result<()> {
    let painter = Painter::new(fonts)?;
    addresses.iter().try_for_each(|address| {
        let content = CardTexts::of(catalogue, address);
        let words = format!("{content:?}");
        let picture = cache.get_or_make(words.as_bytes(), || painter.draw(&content))?;
        write_file(folder, &path(address), picture)
    })
}

/// One address for each picture.
fn addresses(catalogue: &Catalogue) -> Vec<Address> {
    let clusters = catalogue
        .clusters
        .iter()
        .map(|cluster| Page::Cluster(cluster.id.clone()));
    let areas = catalogue
        .areas
        .iter()
        .map(|area| Page::Area(area.id.clone()));
    let pages: Vec<_> = clusters.chain(areas).chain([Page::Catalogue]).collect();
    Lang::ALL
        .into_iter()
        .flat_map(|lang| {
            pages
                .iter()
                .map(move |page| Address::of(lang, page.clone()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, io::Cursor};

    use project::{files::files_below, folders::fixture_file};

    use super::*;

    /// A size that services accept, and that does not burden the person who sees the preview.
    const MAX_BYTES: usize = 60_000;

    fn catalogue() -> Result<Catalogue> {
        let text = fs::read_to_string(fixture_file())?;
        Catalogue::from_json(&text).map_err(|error| anyhow!("{error:?}"))
    }

    #[test]
    fn every_page_has_a_small_picture_of_the_size_that_services_accept() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let catalogue = catalogue()?;
        write_all(folder.path(), &catalogue)?;
        let files = files_below(folder.path())?;
        let pages = 1 + catalogue.clusters.len() + catalogue.areas.len();
        assert_eq!(files.len(), 2 * pages);
        for file in &files {
            let picture = fs::read(folder.path().join(file))?;
            assert!(picture.len() < MAX_BYTES, "{file}: {}", picture.len());
            let reader = png::Decoder::new(Cursor::new(&picture)).read_info()?;
            assert_eq!(reader.info().size(), (1200, 630), "{file}");
        }

        let organisations = catalogue.organisations.iter();
        let others = organisations
            .map(|organisation| Page::Organisation(organisation.id.clone()))
            .chain([
                Page::Organisations,
                Page::Network,
                Page::Numbers,
                Page::Compare,
                Page::About,
                Page::NotFound("en/nowhere".to_owned()),
            ]);
        let others = others.map(|page| Address::of(Lang::En, page));
        let paths: BTreeSet<_> = addresses(&catalogue)
            .into_iter()
            .chain(others)
            .map(|address| path(&address))
            .collect();
        assert!(paths.iter().eq(&files), "every image belongs to a page");
        Ok(())
    }

    #[test]
    fn the_same_words_give_the_same_bytes_and_other_words_do_not() -> Result<()> {
        let catalogue = catalogue()?;
        let fonts = FontFiles::unpack()?;
        let draw = |lang| {
            let address = Address::of(lang, Page::Catalogue);
            Painter::new(&fonts)?.draw(&CardTexts::of(&catalogue, &address))
        };
        let picture = draw(Lang::En)?;
        assert!(picture == draw(Lang::En)?);
        assert!(picture != draw(Lang::It)?);
        Ok(())
    }
}
