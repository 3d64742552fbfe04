//! `cargo xtask`: the project's commands. All they do is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::cli::run()
}
