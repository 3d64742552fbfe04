//! The linker of the release program: rust-lld, without the exports that nobody calls.
//!
//! Leptos brings `wasm-streams` for its server functions, of which there are none here. Its classes
//! are exported to scripts, and what is exported stays in the program with all that it calls: 4 KB
//! on the wire. No setting takes them out, so rustc is given this for a linker.

use std::{env, ffi::OsString, process::Command};

use anyhow::{Context, Result, ensure};

/// What the names of all exports of `wasm-streams` contain.
const UNNEEDED: &str = "intounderlying";

/// Whether it is rustc that has started us: its first word to a WebAssembly linker.
pub(crate) fn is_asked_for() -> bool {
    env::args_os().nth(1).is_some_and(|word| word == "-flavor")
}

/// Links what rustc says, by the linker that comes with it (and is on `PATH` when rustc calls).
pub(crate) fn run() -> Result<()> {
    let status = Command::new("rust-lld")
        .args(needed(env::args_os().skip(1)))
        .status()
        .context("cannot start rust-lld")?;
    ensure!(status.success(), "rust-lld failed: {status}");
    Ok(())
}

fn needed(arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut needed: Vec<OsString> = Vec::new();
    for argument in arguments {
        let is_export = needed.last().is_some_and(|before| before == "--export");
        if is_export && argument.to_string_lossy().contains(UNNEEDED) {
            needed.pop();
        } else {
            needed.push(argument);
        }
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exports_that_nobody_calls_are_left_out() {
        let line = "-flavor wasm --export main --export intounderlyingsink_abort_58a9 \
                    --export __wbg_intounderlyingsource_free_58a9 --export __wbindgen_free \
                    -o /intounderlying/a.wasm";
        let needed = needed(line.split_whitespace().map(OsString::from));
        let expected =
            "-flavor wasm --export main --export __wbindgen_free -o /intounderlying/a.wasm";
        assert_eq!(needed.join(" ".as_ref()), expected);
    }
}
