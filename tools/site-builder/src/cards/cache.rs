//! Pictures of earlier builds, so that only those are drawn whose words have changed.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::content::CardTexts;

/// All that a picture depends on beside its words: the drawing, the fonts, the libraries.
const DRAWING: [&[u8]; 7] = [
    super::template::TEMPLATE.as_bytes(),
    include_bytes!("indexed_png.rs"),
    include_bytes!("template.rs"),
    include_bytes!("type_setting.rs"),
    super::type_setting::REGULAR,
    super::type_setting::BOLD,
    include_bytes!("../../../../Cargo.lock"),
];

/// How many drafts were begun: two threads may draw the same picture at the same time.
static DRAFTS: AtomicU32 = AtomicU32::new(0);

/// A folder of pictures, named by a hash of what they depend on.
pub(super) struct Cache {
    folder: PathBuf,
    drawing: Sha256,
}

impl Cache {
    pub(super) fn below(folder: &Path) -> Self {
        let mut drawing = Sha256::new();
        for part in DRAWING {
            drawing.update(part);
        }
        Self {
            folder: folder.join("cards"),
            drawing,
        }
    }

    /// The picture with this content, from an earlier build or by `draw`.
    pub(super) fn get_or_draw(
        &self,
        content: &CardTexts<'_>,
        draw: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let hash = self.drawing.clone().chain_update(format!("{content:?}"));
        let file = self.folder.join(format!("{:x}.png", hash.finalize()));
        if let Ok(picture) = fs::read(&file) {
            return Ok(picture);
        }
        let picture = draw()?;
        self.keep(&file, &picture)
            .with_context(|| format!("writing {}", file.display()))?;
        Ok(picture)
    }

    /// Under its name a picture is whole: another build may read it, or this one be stopped.
    fn keep(&self, file: &Path, picture: &[u8]) -> Result<()> {
        fs::create_dir_all(&self.folder)?;
        let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
        let draft = file.with_extension(format!("{}-{number}", process::id()));
        fs::write(&draft, picture)?;
        Ok(fs::rename(draft, file)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_drawn_again_when_its_words_change_and_only_then() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = Cache::below(folder.path());
        let named = |name: &str| CardTexts {
            site: "Site",
            kicker: None,
            name: name.to_owned(),
            lead: String::new(),
            labels: Vec::new(),
        };
        let mut drawn = Vec::new();
        for name in ["one", "one", "two", "one"] {
            let picture = cache.get_or_draw(&named(name), || {
                drawn.push(name);
                Ok(name.into())
            })?;
            assert_eq!(picture, name.as_bytes());
        }
        assert_eq!(drawn, ["one", "two"]);
        Ok(())
    }
}
