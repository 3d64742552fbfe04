//! Makes the wasm small after wasm-bindgen has run: removes functions that cannot run, has wasm-opt
//! shrink the rest, and gives imports and exports short names. The long ones, most of them with a hash,
//! weigh 2 KB compressed in the wasm alone.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use project::{
    files::{extension, read_text, write},
    folders::target,
    process::{line, run},
    programs::{self, BINARYEN},
    release::WASM_OPT,
};
use serde::Deserialize;

use crate::cache::Cache;

/// Removes two parts of Leptos that the compiler keeps and this app never runs:
///
/// - Asynchronous hydration. `AnyView` refers to a coroutine for each type of view, but only an app with
///   `Suspense` runs them, and this one has none. They are a tenth of the code, 6 KB compressed. Only the
///   coroutines themselves: smaller functions of the same names are shared with others that are equal.
///   wasm-bindgen makes the names of the main file readable; in the others they are those of the compiler.
/// - The streams of server functions. wasm-bindgen exports their classes, but there is no server. They
///   weigh 1 KB compressed. The table of functions, which chunks share, keeps their closures alive, so these are
///   emptied.
///
/// Plain `trunk build` names functions differently, so the coroutines stay there. If they stayed in a
/// build for publication, it would exceed its budget.
const REMOVE_UNUSED: &str = r"
    import { readFileSync, writeFileSync } from 'node:fs';
    import binaryen from 'binaryen';

    const file = process.argv.at(-1);
    binaryen.setDebugInfo(true); // wasm-opt orders functions by their names
    const wasm = binaryen.readBinary(readFileSync(file));
    for (let index = 0; index < wasm.getNumFunctions(); index++) {
      const func = wasm.getFunctionByIndex(index);
      const { name, body } = binaryen.getFunctionInfo(func);
      const isCoroutine = /hydrate_async(::<.*>)?::\{closure#0\}$|^_RNCI?NvNvX.*8into_any13hydrate_async/s.test(name);
      const isStream = /future_to_promise.*into_underlying/s.test(name);
      if (body && (isCoroutine || isStream)) {
        binaryen.Function.setBody(func, wasm.unreachable());
      }
    }
    const streams = Array.from({ length: wasm.getNumExports() }, (_, index) =>
      binaryen.getExportInfo(wasm.getExportByIndex(index)).name).filter((name) => /intounderlying/.test(name));
    streams.forEach((name) => wasm.removeExport(name));
    writeFileSync(file, wasm.emitBinary());
";

/// Makes wasm-opt shorten names and print them to standard output.
const RENAMING: &str = "--minify-imports-and-exports-and-modules";

/// The short name of the single module that the wasm imports from.
const MODULE: &str = "a";

/// The names that wasm-opt has shortened.
#[derive(Deserialize)]
struct Names {
    /// Module, old name, new name.
    imports: Vec<(String, String, String)>,
    /// Old name, new name.
    exports: Vec<(String, String)>,
}

/// Optimises the wasm files among the `files` below `folder` in place, and updates the names in the scripts
/// of wasm-bindgen. It takes half a minute, so a build with other data or another base path does not repeat it.
pub(crate) fn shrink(folder: &Path, files: &[String]) -> Result<()> {
    let flags = WASM_OPT.concat();
    let settings = [REMOVE_UNUSED, BINARYEN, &flags].map(str::as_bytes);
    let cache = Cache::in_folder(target().join("small-wasm"), &settings);
    for program in files {
        if extension(program) != "wasm" {
            continue;
        }
        // The names of what a chunk imports are given by the script of the main file.
        let main = program.strip_suffix("_bg.wasm");
        let flags: &[&str] = if main.is_some() { &[RENAMING] } else { &[] };
        let file = folder.join(program);
        let wasm = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let small = cache.get_or_make(&wasm, || smaller(&wasm, flags))?;
        // The output of wasm-opt contains no zero byte, and the wasm begins with one.
        let start = small.iter().position(|byte| *byte == 0);
        let (names, wasm) = small.split_at(start.unwrap_or(small.len()));
        if let Some(name) = main {
            let names = serde_json::from_slice(names).context("wasm-opt printed no names")?;
            let script = format!("{name}.js");
            let text = with_new_names(read_text(folder, &script)?, &names)
                .with_context(|| format!("renaming in {script}"))?;
            write(folder, &script, text)?;
        }
        write(folder, program, wasm)?;
    }
    Ok(())
}

/// The output of wasm-opt, followed by the wasm that it makes.
fn smaller(wasm: &[u8], flags: &[&str]) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("program.wasm");
    fs::write(&file, wasm)?;
    remove_unused(&file)?;
    let mut small = optimise(&file, flags)?;
    small.extend(fs::read(&file)?);
    Ok(small)
}

fn remove_unused(program: &Path) -> Result<()> {
    let mut node = Command::new("node");
    // Node.js looks for the package from the folder that it runs in.
    node.current_dir(programs::npm_folder()?)
        .args(["--input-type=module", "--eval", REMOVE_UNUSED])
        .arg(program);
    run(&mut node)
}

/// Runs wasm-opt with its usual flags and `more`. Returns what it prints.
fn optimise(program: &Path, more: &[&str]) -> Result<Vec<u8>> {
    let mut command = Command::new(programs::npm()?.join("wasm-opt"));
    command.args(WASM_OPT).args(more);
    command.arg(program).arg("-o").arg(program);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", line(&command)))?;
    ensure!(output.status.success(), "`{}` failed", line(&command));
    Ok(output.stdout)
}

/// Updates the names in the script that provides the imports and calls the exports (as `wasm.…`).
fn with_new_names(mut script: String, names: &Names) -> Result<String> {
    for (module, old, new) in &names.imports {
        ensure!(
            script.contains(&**old),
            "the script does not provide the import {old}"
        );
        script = replace_name(&script, old, new);
        script = replace_name(&script, module, MODULE);
    }
    for (old, new) in &names.exports {
        script = replace_name(&script, &format!("wasm.{old}"), &format!("wasm.{new}"));
    }
    Ok(script)
}

/// Replaces `old` by `new`, except within longer names.
fn replace_name(text: &str, old: &str, new: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut pieces = text.split(old);
    let mut replaced = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_whole = !replaced.ends_with(is_part) && !piece.starts_with(is_part);
        replaced += if is_whole { new } else { old };
        replaced += piece;
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Result<Names> {
        Ok(serde_json::from_str(
            r#"{
                "imports": [["./app_bg.js", "__wbg_get_1f", "b"], ["./app_bg.js", "__wbg_set_2e", "c"]],
                "exports": [["memory", "d"], ["__wbindgen_free", "e"], ["main", "f"]]
            }"#,
        )?)
    }

    #[test]
    fn imports_and_exports_get_their_new_names_and_nothing_else_does() -> Result<()> {
        let script = "
            const i = { __wbg_get_1f: (memory) => memory.main, __wbg_set_2e: (x) => wasm.memory.buffer };
            const all = { \"./app_bg.js\": i };
            wasm.__wbindgen_free(1); wasm.__wbindgen_free_all(2); mywasm.memory;
            new URL('app_bg.wasm', import.meta.url);";
        let expected = "
            const i = { b: (memory) => memory.main, c: (x) => wasm.d.buffer };
            const all = { \"a\": i };
            wasm.e(1); wasm.__wbindgen_free_all(2); mywasm.memory;
            new URL('app_bg.wasm', import.meta.url);";
        assert_eq!(with_new_names(script.to_owned(), &names()?)?, expected);
        Ok(())
    }

    #[test]
    fn a_script_without_an_import_is_refused() -> Result<()> {
        let script = "const i = { __wbg_get_1f: 1 }";
        let refused = with_new_names(script.to_owned(), &names()?).map_err(|e| e.to_string());
        assert!(refused.is_err_and(|text| text.contains("__wbg_set_2e")));
        Ok(())
    }
}
