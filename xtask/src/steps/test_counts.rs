//! Counts tests from the output of test runners.

use std::{cmp::Reverse, fmt, time::Duration};

/// The numbers of tests, and their times where reported.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct TestCounts {
    passed: u64,
    failed: u64,
    times: Vec<(String, Duration)>,
}

impl TestCounts {
    /// Adds the counts of a line such as `test result: ok. 5 passed; 1 failed; 2 ignored; 0
    /// measured; 0 filtered out`, and the time of one such as `test pages::works ... ok <1.250s>`.
    /// Other lines are ignored.
    pub(super) fn add_line(&mut self, line: &str) {
        self.times.extend(timed(line));
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

    /// The `count` slowest tests, slowest first.
    pub(super) fn slowest(&self, count: usize) -> Vec<(&str, Duration)> {
        let times = self.times.iter();
        let mut times: Vec<_> = times.map(|(name, time)| (name.as_str(), *time)).collect();
        times.sort_by_key(|(_, time)| Reverse(*time));
        times.truncate(count);
        times
    }
}

/// The name and the time of a test.
fn timed(line: &str) -> Option<(String, Duration)> {
    let (name, outcome) = line.trim().strip_prefix("test ")?.split_once(" ... ")?;
    let (_, time) = outcome.rsplit_once('<')?;
    let seconds = time.strip_suffix("s>")?.parse().ok()?;
    let time = Duration::try_from_secs_f64(seconds).ok()?;
    Some((name.to_owned(), time))
}

impl fmt::Display for TestCounts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test_counts(lines: &[&str]) -> String {
        let mut test_counts = TestCounts::default();
        for line in lines {
            test_counts.add_line(line);
        }
        test_counts.to_string()
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
        assert_eq!(test_counts(&lines), "20 passed, 2 failed");
    }

    #[test]
    fn the_slowest_come_first() {
        let mut test_counts = TestCounts::default();
        for line in [
            "test quick ... ok <0.010s>",
            "test pages::slow ... ok <12.500s>",
            "test middle ... FAILED <1.000s>",
            "test untimed ... ok",
            "test odd ... ok <-1s>",
        ] {
            test_counts.add_line(line);
        }
        let [slow, middle] = [12.5, 1.0].map(Duration::from_secs_f64);
        assert_eq!(
            test_counts.slowest(2),
            [("pages::slow", slow), ("middle", middle)]
        );
    }

    #[test]
    fn other_lines_are_ignored() {
        assert_eq!(
            test_counts(&["9 passed; 9 failed", "", "test result: "]),
            "0 passed, 0 failed"
        );
    }
}
