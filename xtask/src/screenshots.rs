//! `cargo xtask screenshots`: pictures of every state of the built site, to be looked at.

use std::path::Path;

use anyhow::Result;
use project::{folders, process::run as run_command};

use crate::{driven::program_at_site, setup};

/// Takes the pictures and the sheet that shows them all, in a folder; by default in the target folder.
///
/// # Errors
/// When the built site or Chromium is missing, or a page does not come to the state that is wanted.
pub fn run(folder: Option<&Path>) -> Result<()> {
    setup::for_browser()?;
    let folder = match folder {
        Some(folder) => std::path::absolute(folder)?,
        None => folders::target().join("screenshots"),
    };
    run_command(program_at_site("screenshots")?.arg(&folder))?;
    println!("the pictures are in {}", folder.display());
    Ok(())
}
