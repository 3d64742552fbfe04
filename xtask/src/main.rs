//! `cargo xtask`: the project's commands. The code is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::cli::run()
}
