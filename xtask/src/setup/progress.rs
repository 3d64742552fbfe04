//! Shows the progress of long tasks, on a terminal and in a log.

use std::{
    cell::Cell,
    collections::VecDeque,
    io::{BufReader, IsTerminal, Read, stderr},
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressFinish};
use project::process::line;

/// The interval of progress lines in a log.
const LOG_EVERY: Duration = Duration::from_secs(15);
/// The number of output lines that are shown after a failure.
const LINES_KEPT: usize = 60;

/// How to parse the progress from a program's output.
#[derive(Clone, Copy)]
pub(super) enum Reading {
    /// `Building [===>   ] 12/210: crate, crate`.
    Cargo,
    /// `dlstatus:1:20.5:Retrieving…` and `pmstatus:package:61.3:Unpacking…`.
    Apt,
    /// The last line of output.
    LastLine,
}

impl Reading {
    fn of(self, line: &str) -> Option<String> {
        match self {
            Self::Cargo => {
                let (_, after_bar) = line.split_once("] ")?;
                let (count, _) = after_bar.split_once(':')?;
                let (done, all) = count.split_once('/')?;
                let is_number =
                    |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                (is_number(done) && is_number(all)).then(|| format!("{done} of {all} crates"))
            }
            Self::Apt => {
                let mut parts = line.splitn(4, ':');
                let doing = match parts.next()? {
                    "dlstatus" => "downloading",
                    "pmstatus" => "installing",
                    _ => return None,
                };
                let percent: f64 = parts.nth(1)?.parse().ok()?;
                Some(format!("{doing}, {percent:.0} %"))
            }
            Self::LastLine => Some(line.to_owned()),
        }
    }
}

/// A long task whose progress is shown.
pub(super) struct Task {
    title: String,
    started: Instant,
    last_logged: Cell<Instant>,
    /// Hidden if the output is not a terminal; lines are logged instead.
    spinner: ProgressBar,
}

impl Task {
    pub(super) fn start(title: &str) -> Self {
        eprintln!("set-up: {title}");
        let spinner = if stderr().is_terminal() {
            let spinner = ProgressBar::new_spinner().with_finish(ProgressFinish::AndClear);
            spinner.enable_steady_tick(Duration::from_millis(120));
            spinner
        } else {
            ProgressBar::hidden()
        };
        let now = Instant::now();
        Self {
            title: title.to_owned(),
            started: now,
            last_logged: Cell::new(now),
            spinner,
        }
    }

    /// Prints a message during the task.
    pub(super) fn say(&self, text: &str) {
        self.spinner.suspend(|| eprintln!("set-up: {text}"));
    }

    pub(super) fn done(self) {
        self.spinner.finish_and_clear();
        eprintln!("set-up: done in {} s", self.started.elapsed().as_secs());
    }

    /// Runs `command` and shows its progress; its output is only shown if it fails.
    pub(super) fn run(&self, command: &mut Command, reading: Reading) -> Result<()> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start `{}`", line(command)))?;
        let (sender, lines) = mpsc::channel();
        let streams = [
            child
                .stdout
                .take()
                .map(|stream| forward(stream, sender.clone())),
            child.stderr.take().map(|stream| forward(stream, sender)),
        ];

        let mut last_lines = VecDeque::new();
        let mut how_far = String::new();
        loop {
            match lines.recv_timeout(Duration::from_secs(1)) {
                Ok(text) => {
                    if let Some(news) = reading.of(&text) {
                        how_far = news;
                    } else {
                        last_lines.push_back(text);
                    }
                    if last_lines.len() > LINES_KEPT {
                        last_lines.pop_front();
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.show(&how_far);
        }
        for stream in streams.into_iter().flatten() {
            // The exit status decides, even if reading the output failed.
            stream.join().ok();
        }

        let status = child.wait()?;
        if !status.success() {
            let output = Vec::from(last_lines).join("\n");
            bail!("{output}\n{how_far}\n`{}` failed: {status}", line(command));
        }
        Ok(())
    }

    fn show(&self, how_far: &str) {
        let seconds = self.started.elapsed().as_secs();
        self.spinner
            .set_message(format!("{}: {seconds} s, {how_far}", self.title));
        if self.spinner.is_hidden() && self.last_logged.get().elapsed() >= LOG_EVERY {
            self.last_logged.set(Instant::now());
            eprintln!("set-up: … {seconds} s, {how_far}");
        }
    }
}

/// Sends each line of `stream`; carriage returns also end lines, because progress bars use them.
fn forward(stream: impl Read + Send + 'static, lines: Sender<String>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let bytes = BufReader::new(stream).bytes().map_while(Result::ok);
        let mut line = Vec::new();
        for byte in bytes.chain([b'\n']) {
            if byte != b'\n' && byte != b'\r' {
                line.push(byte);
                continue;
            }
            let text = String::from_utf8_lossy(&line).trim().to_owned();
            line.clear();
            if !text.is_empty() && lines.send(text).is_err() {
                return;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_progress_bar_of_cargo() {
        let line = "    Building [=====>      ] 45/210: serde, syn(build)";
        assert_eq!(Reading::Cargo.of(line).as_deref(), Some("45 of 210 crates"));
        assert_eq!(Reading::Cargo.of("   Compiling serde v1.0.0"), None);
        assert_eq!(Reading::Cargo.of("warning: [x] a/b: odd"), None);
    }

    #[test]
    fn reads_the_status_of_apt() {
        let reading = Reading::Apt;
        assert_eq!(
            reading
                .of("dlstatus:1:20.53:Retrieving file 1 of 40")
                .as_deref(),
            Some("downloading, 21 %")
        );
        assert_eq!(
            reading
                .of("pmstatus:chromium:61.30:Unpacking chromium")
                .as_deref(),
            Some("installing, 61 %")
        );
        assert_eq!(reading.of("Setting up chromium (1.0) ..."), None);
    }

    #[test]
    #[cfg(unix)]
    fn a_failure_shows_the_output() {
        let task = Task::start("testing");
        let mut command = Command::new("sh");
        command.args(["-c", "echo no space left; exit 3"]);
        let error = task
            .run(&mut command, Reading::Cargo)
            .map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("no space left")));
    }
}
