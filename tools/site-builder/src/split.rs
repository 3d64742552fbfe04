//! Splits the wasm, so that the listing as cards, with which most visits begin, starts with less code.
//!
//! The app marks this code (`wasm_split`). Trunk bundles it like any other, and has no hook between the linker
//! and wasm-bindgen, so the output of wasm-bindgen is replaced here. A build without `--cfg split_wasm` has no
//! such code, and stays as it is.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, anyhow, ensure};
use project::{
    files::{read_text, write},
    folders::target,
    process::run,
};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

/// The module that marked functions are imported from, until they are split off.
const MARK: &str = "__wasm_split_placeholder__";

/// The name by which wasm-bindgen knows the module that loads chunks. It is not a file: the script of the wasm
/// gets its functions.
const LOADER: &str = "./loader.js";

/// A file that was split off.
struct Chunk {
    /// The name in the marks, such as `lazy`.
    name: String,
    /// The path from the site's folder.
    file: String,
    /// What it imports from the main file.
    imports: BTreeSet<String>,
}

/// Splits the marked wasm-bindgen modules among the `files` below `folder`: `app_bg.wasm` loses what goes to
/// `app_lazy.wasm`, and `app.js` gets the functions that load it.
pub(crate) fn split(folder: &Path, files: &[String]) -> Result<()> {
    for program in files {
        let Some(name) = program.strip_suffix("_bg.wasm") else {
            continue;
        };
        let script = format!("{name}.js");
        if !read_text(folder, &script)?.contains(MARK) {
            continue;
        }
        let linked = linked(name);
        let wasm = fs::read(&linked).with_context(|| format!("reading {}", linked.display()))?;
        let output = tempfile::tempdir()?;
        let main = output.path().join(format!("{name}.wasm"));
        let mut options = Options::new(&wasm);
        options.output_dir = output.path();
        options.main_out_path = &main;
        options.link_name = LOADER;
        let split = transform(options).map_err(|error| anyhow!("splitting {program}: {error}"))?;

        bind(&main, folder, name)?;
        let mut chunks = Vec::new();
        for (chunk, files) in split.prefetch_map {
            // With more marks, code that several chunks share would get files of its own.
            let [split_file] = files.as_slice() else {
                return Err(anyhow!(
                    "{chunk} needs the files {files:?}: give all functions one mark"
                ));
            };
            let content = fs::read(output.path().join(format!("{split_file}.wasm")))?;
            let file = format!("{name}_{chunk}.wasm");
            chunks.push(Chunk {
                imports: imports(&content)?,
                name: chunk,
                file: file.clone(),
            });
            write(folder, &file, content)?;
        }
        let text = with_loaders(&read_text(folder, &script)?, &chunks)
            .with_context(|| format!("in {script}"))?;
        write(folder, &script, text)?;
    }
    Ok(())
}

/// The wasm as the linker has written it.
fn linked(name: &str) -> PathBuf {
    let folder = target().join("wasm32-unknown-unknown").join("release");
    folder.join(format!("{name}.wasm"))
}

/// Runs wasm-bindgen as Trunk does, except that it keeps what the chunks import.
fn bind(wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    let mut command = Command::new("wasm-bindgen");
    command
        .args(["--target=web", "--no-typescript", "--keep-lld-exports"])
        .arg(format!("--out-name={name}"))
        .arg("--out-dir")
        .arg(folder)
        .arg(wasm);
    run(&mut command)
}

/// The names that a wasm file imports.
fn imports(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                names.insert(import?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// Adds the functions that load the chunks to the script that instantiates the main file. The app calls them
/// with a callback, its argument, and expects that it gets both, and whether the chunk could be loaded.
fn with_loaders(script: &str, chunks: &[Chunk]) -> Result<String> {
    const IMPORTS: &str = "const import0 = {";
    let mut lines = Vec::new();
    let (mut has_import, mut has_imports) = (false, false);
    for line in script.lines() {
        if line.ends_with(&format!("from \"{LOADER}\"")) {
            has_import = true;
        } else if !line.contains(LOADER) {
            lines.push(line.to_owned());
        }
        if line.trim() == IMPORTS {
            has_imports = true;
            lines.extend(chunks.iter().map(loader));
        }
    }
    ensure!(
        has_import && has_imports,
        "wasm-bindgen writes imports in an unexpected way"
    );
    Ok(lines.join("\n"))
}

fn loader(
    Chunk {
        name,
        file,
        imports,
    }: &Chunk,
) -> String {
    let shared: Vec<_> = imports
        .iter()
        .map(|name| format!("{name}: wasm.{name}"))
        .collect();
    let shared = shared.join(", ");
    format!(
        "async __wasm_split_load_{name}(callback, data) {{
            const url = new URL('{file}', import.meta.url);
            const isLoaded = await globalThis.loadChunk(url, {{ __wasm_split: {{ {shared} }} }});
            wasm.__indirect_function_table.get(callback)(data, isLoaded);
        }},"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_gets_a_loader_for_each_part() -> Result<()> {
        let script = r#"import * as import1 from "./loader.js"
function imports() {
    const import0 = {
        __proto__: null,
    };
    return {
        "./app_bg.js": import0,
        "./loader.js": import1,
    };
}"#;
        let chunk = Chunk {
            name: "rare".to_owned(),
            file: "app_rare.wasm".to_owned(),
            imports: ["memory", "stack"].map(str::to_owned).into(),
        };
        let text = with_loaders(script, &[chunk])?;
        let wanted = [
            "const import0 = {\nasync __wasm_split_load_rare(callback, data) {",
            "new URL('app_rare.wasm', import.meta.url)",
            "{ __wasm_split: { memory: wasm.memory, stack: wasm.stack } }",
            "\"./app_bg.js\": import0,\n    };",
        ];
        for piece in wanted {
            assert!(text.contains(piece), "{piece} in {text}");
        }
        assert!(!text.contains(LOADER));
        Ok(())
    }

    #[test]
    fn an_unexpected_script_is_refused() {
        assert!(with_loaders("const imports = {};", &[]).is_err());
    }

    #[test]
    fn imports_are_read_from_the_file() -> Result<()> {
        // (import "m" "memory" (memory 1))
        let wasm = b"\0asm\x01\0\0\0\x02\x0d\x01\x01m\x06memory\x02\0\x01";
        assert_eq!(imports(wasm)?, ["memory".to_owned()].into());
        assert!(imports(b"wasm").is_err());
        Ok(())
    }
}
