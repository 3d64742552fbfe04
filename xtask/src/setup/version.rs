//! Parses versions from lock files and from the output of programs.

/// The version of `package` in the text of a `Cargo.lock`.
pub(super) fn locked_version<'text>(lock_file: &'text str, package: &str) -> Option<&'text str> {
    let name = format!("name = \"{package}\"");
    lock_file
        .lines()
        .skip_while(|line| *line != name)
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Whether `output` contains the word `version`: programs print `trunk 0.21.14`, `wasm-opt version
/// 132 (version_132)`, or the bare number.
pub(super) fn names_version(output: &str, version: &str) -> bool {
    output
        .split_whitespace()
        .any(|word| word.trim_start_matches('v') == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-backend\"
version = \"0.2.99\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";

    #[test]
    fn finds_the_package_of_exactly_that_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
    }

    #[test]
    fn reads_what_the_programs_print() {
        for (output, version) in [
            ("trunk 0.21.14", "0.21.14"),
            ("wasm-bindgen 0.2.130 (4ea1c2d5b)", "0.2.130"),
            ("wasm-opt version 132 (version_132)", "132"),
            ("0.28.2", "0.28.2"),
            ("v20.20.2", "20.20.2"),
        ] {
            assert!(names_version(output, version), "{output}");
        }
    }

    #[test]
    fn a_longer_version_is_a_different_one() {
        assert!(!names_version("wasm-bindgen 0.2.130", "0.2.13"));
        assert!(!names_version("wasm-opt version 108", "132"));
    }
}
