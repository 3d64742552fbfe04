//! Counting tests from what the test runners print.

use std::fmt;

/// How many tests were run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    /// Adds the numbers of a line such as
    /// `test result: ok. 5 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out`.
    /// Other lines count nothing.
    pub(super) fn add_line(&mut self, line: &str) {
        let Some((_, numbers)) = line.trim().split_once("test result: ") else {
            return;
        };
        for part in numbers.split([';', '.']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "failed")) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> String {
        let mut tally = Tally::default();
        for line in lines {
            tally.add_line(line);
        }
        tally.to_string()
    }

    #[test]
    fn sums_the_results_of_all_runs() {
        let lines = [
            "running 5 tests",
            "test base::tests::works ... ok",
            "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
            "test result: ok. 3 passed; 0 failed; 0 ignored",
        ];
        assert_eq!(tally(&lines), "20 passed, 2 failed");
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            tally(&["9 passed; 9 failed", "", "test result: "]),
            "0 passed, 0 failed"
        );
    }
}
