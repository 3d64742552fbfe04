//! Files that earlier builds made from the same inputs, so that they are not made again.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// How many drafts were started: two threads may make the same file at the same time.
static DRAFTS: AtomicU32 = AtomicU32::new(0);

/// A folder of files, named by a hash of what they depend on.
pub(crate) struct Cache {
    folder: PathBuf,
    shared: Sha256,
}

impl Cache {
    /// The files in a folder. All of them depend on the `shared` inputs: programs, libraries, settings.
    pub(crate) fn in_folder(folder: PathBuf, shared: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in shared {
            hash.update(part);
        }
        Self {
            folder,
            shared: hash,
        }
    }

    /// The result of an earlier build from this input, or else what `make` makes.
    pub(crate) fn get_or_make(
        &self,
        input: &[u8],
        make: impl FnOnce() -> Result<Vec<u8>>,
    ) -> Result<Vec<u8>> {
        let hash = self.shared.clone().chain_update(input);
        let file = self.folder.join(format!("{:x}", hash.finalize()));
        if let Ok(content) = fs::read(&file) {
            return Ok(content);
        }
        let content = make()?;
        self.keep(&file, &content)
            .with_context(|| format!("writing {}", file.display()))?;
        Ok(content)
    }

    /// A file is complete once it has its name: another build may read it, or this one may be
    /// stopped.
    fn keep(&self, file: &Path, content: &[u8]) -> Result<()> {
        fs::create_dir_all(&self.folder)?;
        let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
        let draft = file.with_extension(format!("{}-{number}", process::id()));
        fs::write(&draft, content)?;
        Ok(fs::rename(draft, file)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_made_again_when_what_it_depends_on_changes_and_only_then() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let mut made = Vec::new();
        for (settings, input) in [("a", "1"), ("a", "1"), ("a", "2"), ("b", "1"), ("a", "1")] {
            let cache = Cache::in_folder(folder.path().to_owned(), &[settings.as_bytes()]);
            let content = [settings, input].concat();
            let got = cache.get_or_make(input.as_bytes(), || {
                made.push(content.clone());
                Ok(content.clone().into())
            })?;
            assert_eq!(got, content.as_bytes());
        }
        assert_eq!(made, ["a1", "a2", "b1"]);
        Ok(())
    }
}
