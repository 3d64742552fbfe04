//! `cargo xtask screenshots`: screenshots of every state of the built site.

use std::path::Path;

use anyhow::Result;
use project::{folders, process::run as run_command};

use crate::{driven::program_at_site, setup};

/// Takes the screenshots and writes the contact sheet to a folder; by default in the target folder.
///
/// # Errors
/// When the built site or Chromium is missing, or a page does not reach the expected state.
pub fn run(folder: Option<&Path>) -> Result<()> {
    setup::for_browser()?;
    let folder = match folder {
        Some(folder) => std::path::absolute(folder)?,
        None => folders::target().join("screenshots"),
    };
    run_command(program_at_site("screenshots")?.arg(&folder))?;
    println!("the screenshots are in {}", folder.display());
    Ok(())
}
