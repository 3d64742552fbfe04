//! Tests of the server over real connections.

use std::{
    fs,
    io::{self, Read, Write},
    net::TcpStream,
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result};
use project::files::write;

use super::*;
use crate::fault::{Action, Fault};

struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

fn server(base: &str) -> Result<(tempfile::TempDir, Server)> {
    let folder = tempfile::tempdir()?;
    for (path, content) in [
        ("index.html", "root"),
        ("404.html", "not found"),
        ("en/index.html", "english"),
        ("app-0123456789abcdef.js", &"start();".repeat(500)),
    ] {
        write(folder.path(), path, content)?;
    }
    let server = Server::start(ServedSite::new(folder.path(), base.parse()?))?;
    Ok((folder, server))
}

/// Sends `request` (a method and a path) and reads until the server closes the connection. Uses
/// HTTP/1.0, which has no chunked responses.
fn ask(server: &Server, request: &str, headers: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(server.address())?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "{request} HTTP/1.0\r\nHost: x\r\n{headers}\r\n")?;
    let mut bytes = Vec::new();
    if let Err(error) = stream.read_to_end(&mut bytes) {
        // A closed connection may be reported as a reset; the bytes before it count.
        if error.kind() != io::ErrorKind::ConnectionReset {
            return Err(error.into());
        }
    }
    let end = bytes
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .context("the headers of the response do not end")?;
    Ok(Answer {
        head: String::from_utf8_lossy(&bytes[..end]).replace("\r\n", "\n"),
        body: bytes[end + 4..].to_vec(),
    })
}

#[test]
fn pages_are_served_below_the_base_only() -> Result<()> {
    let (_folder, server) = server("/a/b/")?;
    for (path, status, body) in [
        ("/a/b/", "200", "root"),
        ("/a/b/en/", "200", "english"),
        ("/a/b/en/?q=x", "200", "english"),
        ("/a/b/no/", "404", "not found"),
        ("/a/b/../../etc/passwd", "404", "not found"),
        ("/a/bc/", "404", ""),
        ("/", "404", ""),
        ("/en/", "404", ""),
    ] {
        let answer = ask(&server, &format!("GET {path}"), "")?;
        assert_eq!(
            (answer.status(), answer.body.as_slice()),
            (status, body.as_bytes()),
            "{path}"
        );
    }
    Ok(())
}

#[test]
fn a_folder_without_its_slash_is_redirected_with_its_query() -> Result<()> {
    let (_folder, server) = server("/a/b/")?;
    for (path, location) in [("/a/b/en?q=x%20y", "/a/b/en/?q=x%20y"), ("/a/b", "/a/b/")] {
        let answer = ask(&server, &format!("GET {path}"), "")?;
        assert_eq!(answer.status(), "301");
        assert_eq!(answer.header("location"), Some(location));
    }
    let answer = ask(&server, "GET //example.org/..", "")?;
    assert_eq!(answer.status(), "404", "no way to another host");
    Ok(())
}

#[test]
fn every_answer_carries_the_security_headers() -> Result<()> {
    let (_folder, server) = server("/")?;
    for request in ["GET /en/", "GET /en", "GET /no", "POST /en/"] {
        let answer = ask(&server, request, "Content-Length: 0\r\n")?;
        for (name, value) in hosting::headers::SECURITY {
            assert_eq!(answer.header(name), Some(*value), "{request}");
        }
    }
    Ok(())
}

#[test]
fn only_reading_is_allowed() -> Result<()> {
    let (_folder, server) = server("/")?;
    let head = ask(&server, "HEAD /en/", "")?;
    assert_eq!((head.status(), head.body.len()), ("200", 0));
    let post = ask(&server, "POST /en/", "Content-Length: 0\r\n")?;
    assert_eq!(post.status(), "405");
    Ok(())
}

#[test]
fn scripts_are_compressed_on_request_and_cached_for_good() -> Result<()> {
    let (_folder, server) = server("/")?;
    let script = "GET /app-0123456789abcdef.js";
    let plain = ask(&server, script, "Accept-Encoding: gzip, br;q=0\r\n")?;
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(plain.body.len(), 4000);
    let small = ask(&server, script, "Accept-Encoding: gzip, br\r\n")?;
    assert_eq!(small.header("content-encoding"), Some("br"));
    assert_eq!(
        small.header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_eq!(
        small.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(small.header("vary"), Some("accept-encoding"));
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut small.body.as_slice(), &mut unpacked)?;
    assert_eq!(unpacked, plain.body);
    Ok(())
}

#[test]
fn a_compressed_copy_is_sent_unless_outdated() -> Result<()> {
    let (folder, server) = server("/")?;
    let script = "app-0123456789abcdef.js";
    write(folder.path(), &format!("{script}.br"), "compressed")?;
    let sent = || {
        ask(
            &server,
            &format!("GET /{script}"),
            "Accept-Encoding: br\r\n",
        )
    };
    assert_eq!(sent()?.body, b"compressed");

    write(folder.path(), script, "stop();".repeat(500))?;
    let later = SystemTime::now() + Duration::from_secs(1);
    fs::File::options()
        .append(true)
        .open(folder.path().join(script))?
        .set_modified(later)?;
    assert_ne!(sent()?.body, b"compressed");
    Ok(())
}

#[test]
fn an_unchanged_file_is_not_sent_again() -> Result<()> {
    let (folder, server) = server("/")?;
    let first = ask(&server, "GET /en/", "")?;
    assert_eq!(first.header("cache-control"), Some("no-cache"));
    let tag = format!(
        "If-None-Match: {}\r\n",
        first.header("etag").context("no tag")?
    );
    let again = ask(&server, "GET /en/", &tag)?;
    assert_eq!((again.status(), again.body.len()), ("304", 0));
    write(folder.path(), "en/index.html", "newer english")?;
    assert_eq!(ask(&server, "GET /en/", &tag)?.body, b"newer english");
    Ok(())
}

#[test]
fn faults_apply_in_turn() -> Result<()> {
    let (_folder, server) = server("/")?;
    let html = Action::Body {
        content_type: "text/html".to_owned(),
        bytes: b"log in".to_vec(),
    };
    server.faults().set([
        Fault::once("en", Action::Missing),
        Fault::once("en", Action::Status(503)),
        Fault::once("en", html),
        Fault::once("en", Action::Delay(Duration::from_millis(1))),
    ]);
    for (status, body) in [
        ("404", "not found"),
        ("503", ""),
        ("200", "log in"),
        ("200", "english"),
        ("200", "english"),
    ] {
        let answer = ask(&server, "GET /en/", "")?;
        assert_eq!(
            (answer.status(), answer.body.as_slice()),
            (status, body.as_bytes())
        );
    }
    Ok(())
}

#[test]
fn a_truncated_answer_promises_more_than_it_sends() -> Result<()> {
    let (_folder, server) = server("/")?;
    server
        .faults()
        .set([Fault::always("en", Action::Truncate(3))]);
    let answer = ask(&server, "GET /en/", "")?;
    assert_eq!(answer.header("content-length"), Some("7"));
    assert_eq!(answer.body, b"eng");
    Ok(())
}

#[test]
fn a_hanging_response_blocks_neither_others_nor_the_end() -> Result<()> {
    let (_folder, server) = server("/")?;
    server.faults().set([Fault::always("hang", Action::Hang)]);
    let mut hanging = TcpStream::connect(server.address())?;
    write!(hanging, "GET /hang HTTP/1.1\r\nHost: x\r\n\r\n")?;
    assert_eq!(ask(&server, "GET /en/", "")?.status(), "200");
    drop(server);
    let mut rest = Vec::new();
    hanging.set_read_timeout(Some(Duration::from_secs(10)))?;
    match hanging.read_to_end(&mut rest) {
        Ok(_) => assert_eq!(rest, b""),
        Err(error) => assert_eq!(error.kind(), io::ErrorKind::ConnectionReset),
    }
    Ok(())
}

#[test]
fn a_missing_folder_is_an_error_at_start() {
    assert!(Server::start(ServedSite::new("/no/such/folder", Base::default())).is_err());
}

#[test]
fn injected_scripts_run_before_a_pages_own() -> Result<()> {
    let (folder, server) = server("/a/b/")?;
    let page = "<!doctype html><html><head><script src=\"x.js\">";
    write(folder.path(), "en/index.html", page.repeat(50))?;
    let ask_for = |path: &str| {
        ask(
            &server,
            &format!("GET /a/b/{path}"),
            "Accept-Encoding: br\r\n",
        )
    };
    assert_eq!(ask_for("preload.js")?.status(), "404");

    server.preload().add("first();");
    server.preload().add("second();");
    assert_eq!(ask_for("preload.js")?.body, b"first();\nsecond();\n");
    let answer = ask_for("en/")?;
    let begins = "<!doctype html><html><head><script src=\"/a/b/preload.js\"></script><script";
    assert!(answer.body.starts_with(begins.as_bytes()));
    let length = answer.header("content-length").context("a length")?;
    assert_eq!(length.parse::<usize>()?, answer.body.len());
    Ok(())
}

#[test]
fn hanging_up_sends_nothing() -> Result<()> {
    let (_folder, server) = server("/")?;
    server.faults().set([Fault::always("/en/", Action::HangUp)]);
    assert!(ask(&server, "GET /en/", "").is_err());
    assert_eq!(ask(&server, "GET /", "")?.status(), "200");
    Ok(())
}
