//! Set-up: installs the tools that a build or a test needs.
//!
//! Each `Tool` knows how to detect the right version and how to install it. Nothing is installed
//! twice or without a message.

mod debian;
mod progress;
mod version;
pub mod web_server;

use std::{env, path::Path, process::Command};

use anyhow::{Context, Result, anyhow, bail, ensure};
use project::{
    folders::workspace,
    process::{cargo, is_on_path, output_of},
    programs::{self, BINARYEN, ESBUILD, FFLATE, search_path},
};

use debian::{apt_install, apt_unpack};
use progress::{Reading, Task};
use version::{locked_version, names_version};

const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";
/// Not packaged by Debian.
const GECKODRIVER: &str = "0.37.1";
const WASM: &str = "wasm32-unknown-unknown";

/// A tool that must be installed.
struct Tool {
    name: &'static str,
    why: &'static str,
    is_ready: fn() -> Result<bool>,
    install: fn(&Task) -> Result<()>,
}

const WASM_TARGET: Tool = Tool {
    name: "the wasm32-unknown-unknown target",
    why: "the standard library for the browser",
    is_ready: || Ok(has_wasm_target()),
    install: |task| rustup(task, &["target", "add", WASM]),
};

const STANDARD_LIBRARY: Tool = Tool {
    name: "the source of the standard library",
    why: "it is compiled with the app, for size",
    is_ready: || {
        let sysroot = output_of(Command::new("rustc").args(["--print", "sysroot"]));
        let sysroot = sysroot.context("rustc does not say where it is installed")?;
        let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.toml");
        Ok(library.is_file())
    },
    install: |task| rustup(task, &["component", "add", "rust-src"]),
};

const BUNDLER: Tool = Tool {
    name: "Trunk",
    why: "bundles the site",
    is_ready: || Ok(reports_version("trunk", TRUNK)),
    // No TLS and no update check, because it downloads nothing here.
    install: |task| cargo_install(task, "trunk", TRUNK, &["--locked", "--no-default-features"]),
};

const BINDINGS: Tool = Tool {
    name: "wasm-bindgen-cli",
    why: "generates the JavaScript bindings of the wasm; must have Cargo.lock's version",
    is_ready: || Ok(reports_version("wasm-bindgen", &wasm_bindgen_version()?)),
    // No TLS, because it only talks to local drivers. No --locked, because the lock file of 0.2.130
    // has a version that is not mirrored everywhere.
    install: |task| {
        let version = wasm_bindgen_version()?;
        cargo_install(
            task,
            "wasm-bindgen-cli",
            &version,
            &["--no-default-features"],
        )
    },
};

const SHRINKERS: Tool = Tool {
    name: "wasm-opt, esbuild and fflate",
    why: "make the wasm and its scripts small; fflate is a part of one of them",
    is_ready: || {
        let wasm_opt = programs::npm()?.join("wasm-opt");
        let esbuild = programs::npm()?.join("esbuild");
        let fflate = programs::npm_folder()?.join("node_modules/fflate/package.json");
        Ok(reports_version(wasm_opt, major(BINARYEN))
            && reports_version(esbuild, ESBUILD)
            && fflate.is_file())
    },
    install: npm_install,
};

const CHECKERS: Tool = Tool {
    name: "rustfmt and clippy",
    why: "check the formatting and lints of the code",
    is_ready: || {
        Ok(["fmt", "clippy"]
            .iter()
            .all(|part| output_of(cargo().args([part, "--version"])).is_some()))
    },
    install: |task| rustup(task, &["component", "add", "rustfmt", "clippy"]),
};

const DEPENDENCY_CHECKER: Tool = Tool {
    name: "cargo-deny",
    why: "checks the licences, sources and known vulnerabilities of dependencies",
    is_ready: || Ok(reports_version("cargo-deny", CARGO_DENY)),
    install: |task| cargo_install(task, "cargo-deny", CARGO_DENY, &["--locked"]),
};

const FUZZER: Tool = Tool {
    name: "cargo-fuzz",
    why: "runs the fuzz targets",
    is_ready: || Ok(reports_version("cargo-fuzz", CARGO_FUZZ)),
    install: |task| cargo_install(task, "cargo-fuzz", CARGO_FUZZ, &["--locked"]),
};

const BROWSER: Tool = Tool {
    name: "Chromium and its driver",
    why: "run the tests in a real browser",
    is_ready: || Ok(is_on_path("chromedriver") && BROWSERS.iter().copied().any(is_on_path)),
    install: |task| apt_install(task, &["chromium", "chromium-driver"]),
};

const FIREFOX: Tool = Tool {
    name: "Firefox",
    why: "runs the tests in its engine",
    is_ready: || Ok(is_on_path("firefox")),
    install: |task| apt_install(task, &["firefox-esr"]),
};

const FIREFOX_DRIVER: Tool = Tool {
    name: "geckodriver",
    why: "drives Firefox",
    is_ready: || Ok(reports_version("geckodriver", GECKODRIVER)),
    install: |task| cargo_install(task, "geckodriver", GECKODRIVER, &["--locked"]),
};

const WEBKIT: Tool = Tool {
    name: "WebKitGTK with its driver, and Xvfb",
    why: "run the tests in its engine, on a virtual screen",
    is_ready: || {
        let has_library = Command::new("/usr/bin/python3")
            .args(["-c", "import gi; gi.require_version('WebKit2', '4.1')"])
            .output()
            .is_ok_and(|output| output.status.success());
        Ok(has_library && ["WebKitWebDriver", "Xvfb"].into_iter().all(is_on_path))
    },
    install: |task| {
        let packages = [
            "webkit2gtk-driver",
            "gir1.2-webkit2-4.1",
            "python3-gi",
            "xvfb",
        ];
        apt_install(task, &packages)
    },
};

const TEST_SCRIPTS: Tool = Tool {
    name: "axe-core and html-validate",
    why: "check the accessibility and the markup of the pages under test",
    is_ready: || {
        let modules = workspace().join("tests/node_modules");
        Ok(["axe-core/axe.min.js", "html-validate/package.json"]
            .iter()
            .all(|file| modules.join(file).is_file()))
    },
    install: |task| {
        need_npm()?;
        let mut command = Command::new("npm");
        command
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(workspace().join("tests"));
        task.run(&mut command, Reading::LastLine)
    },
};

const NGINX: Tool = Tool {
    name: "nginx",
    why: "tests its configuration in deploy/",
    is_ready: || Ok(web_server::nginx().is_ok()),
    // Only unpacked: installing it would start it on port 80.
    install: |task| apt_unpack(task, &["nginx", "libnginx-mod-http-brotli-static"]),
};

const APACHE: Tool = Tool {
    name: "Apache",
    why: "tests the site's .htaccess",
    is_ready: || Ok(web_server::apache().is_ok()),
    // This package has only the program, without the service that starts it.
    install: |task| apt_install(task, &["apache2-bin"]),
};

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Installs the tools that check the code.
///
/// # Errors
/// When a tool cannot be installed; the error says what to install manually.
pub fn for_checks() -> Result<()> {
    install_missing(&[WASM_TARGET, CHECKERS])
}

/// Installs the tools that check the dependencies.
///
/// # Errors
/// As for [`for_checks`].
pub fn for_dependencies() -> Result<()> {
    install_missing(&[DEPENDENCY_CHECKER])
}

/// Installs the tools that run the fuzz targets.
///
/// # Errors
/// As for [`for_checks`].
pub fn for_fuzzing() -> Result<()> {
    install_missing(&[FUZZER])
}

/// Installs the tools that build the site.
///
/// # Errors
/// As for [`for_checks`].
pub fn for_building() -> Result<()> {
    install_missing(&[WASM_TARGET, STANDARD_LIBRARY, BUNDLER, BINDINGS, SHRINKERS])
}

/// Installs the tools that run tests in Chromium.
///
/// # Errors
/// As for [`for_checks`].
pub fn for_browser() -> Result<()> {
    install_missing(&[WASM_TARGET, BINDINGS, BROWSER, TEST_SCRIPTS])
}

/// Installs the tools that run tests in Firefox and `WebKit`.
///
/// # Errors
/// As for [`for_checks`].
pub fn for_other_browsers() -> Result<()> {
    install_missing(&[FIREFOX, FIREFOX_DRIVER, WEBKIT])
}

/// Installs the tools that test the built site's files.
///
/// # Errors
/// As for [`for_checks`].
pub fn for_site() -> Result<()> {
    install_missing(&[TEST_SCRIPTS, NGINX, APACHE])
}

fn install_missing(tools: &[Tool]) -> Result<()> {
    for tool in tools {
        if (tool.is_ready)()? {
            continue;
        }
        let task = Task::start(&format!("installing {} ({})", tool.name, tool.why));
        (tool.install)(&task).with_context(|| format!("{} cannot be installed", tool.name))?;
        if !(tool.is_ready)()? {
            bail!("{} was installed, but is not found afterwards", tool.name);
        }
        task.done();
    }
    Ok(())
}

fn rustup(task: &Task, arguments: &[&str]) -> Result<()> {
    if !is_on_path("rustup") {
        bail!(
            "there is no rustup; with your distribution's Rust, install its package for: {}",
            arguments.join(" ")
        );
    }
    task.run(Command::new("rustup").args(arguments), Reading::LastLine)
}

/// Installs a program from crates.io: a prebuilt binary if `cargo binstall` is installed and finds
/// one, otherwise compiled from source.
fn cargo_install(task: &Task, package: &str, version: &str, flags: &[&str]) -> Result<()> {
    if is_on_path("cargo-binstall") {
        let mut ready = cargo();
        ready
            .args(["binstall", "--no-confirm", "--force"])
            .args(["--disable-strategies", "compile"])
            .arg(format!("{package}@{version}"));
        match task.run(&mut ready, Reading::LastLine) {
            Ok(()) => return Ok(()),
            Err(error) => task.say(&format!(
                "there is no prebuilt binary, so it is compiled: {error:#}"
            )),
        }
    }
    let mut command = cargo();
    command
        .args(["install", package, "--version", version, "--force"])
        .args(flags)
        // The tools run for seconds, so they need no optimisation.
        .envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_TERM_PROGRESS_WHEN", "always"),
            ("CARGO_TERM_PROGRESS_WIDTH", "80"),
        ])
        // Cargo then uses a temporary target folder.
        .env_remove("CARGO_TARGET_DIR");
    task.run(&mut command, Reading::Cargo)
}

fn need_npm() -> Result<()> {
    ensure!(
        is_on_path("npm"),
        "there is no npm; install Node.js 20.19 or newer with npm"
    );
    Ok(())
}

fn npm_install(task: &Task) -> Result<()> {
    need_npm()?;
    let mut command = Command::new("npm");
    command
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--save-exact",
            "--prefix",
        ])
        .arg(programs::npm_folder()?)
        .args([
            format!("binaryen@{BINARYEN}"),
            format!("esbuild@{ESBUILD}"),
            format!("fflate@{FFLATE}"),
        ]);
    task.run(&mut command, Reading::LastLine)
}

fn has_wasm_target() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    output_of(Command::new(rustc).args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

/// Whether `program --version` prints `version`.
fn reports_version(program: impl AsRef<Path>, version: &str) -> bool {
    let mut command = Command::new(program.as_ref());
    if let Ok(path) = search_path() {
        command.env("PATH", path);
    }
    output_of(command.arg("--version")).is_some_and(|output| names_version(&output, version))
}

fn wasm_bindgen_version() -> Result<String> {
    let lock_file = workspace().join("Cargo.lock");
    let text = std::fs::read_to_string(&lock_file).context("reading Cargo.lock")?;
    locked_version(&text, "wasm-bindgen")
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("Cargo.lock names no wasm-bindgen"))
}

fn major(version: &str) -> &str {
    version.split_once('.').map_or(version, |(major, _)| major)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_asks_for_the_trunk_that_is_installed() -> Result<()> {
        let settings = std::fs::read_to_string(workspace().join("Trunk.toml"))?;
        assert!(settings.contains(&format!("trunk-version = \"={TRUNK}\"")));
        Ok(())
    }

    #[test]
    fn the_lock_file_names_the_wasm_bindgen_to_install() -> Result<()> {
        assert!(wasm_bindgen_version()?.starts_with("0.2."));
        Ok(())
    }
}
