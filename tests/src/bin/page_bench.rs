//! Measures how long a visitor of the built site waits. Called by `cargo xtask bench`.

use std::{env, path::Path};

use anyhow::{Result, bail};

#[path = "page_bench/first_visit.rs"]
mod first_visit;
#[path = "page_bench/typing.rs"]
mod typing;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["typing", catalogue] => typing::measure(Path::new(catalogue)).await,
        ["first-visit"] => first_visit::measure().await,
        _ => bail!("this program is called by `cargo xtask bench`"),
    }
}
