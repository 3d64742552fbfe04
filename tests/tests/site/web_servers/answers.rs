//! The responses that every web server must give.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use hosting::{headers, media_type};
use reqwest::{
    Client, Method, Response, StatusCode,
    header::{
        ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
        LOCATION, VARY,
    },
    redirect,
};
use tests::BuiltSite;

use crate::built::{address, files, has_extension};

/// Values of `Accept-Encoding`, with the expected encoding and the suffix of the compressed copy.
const FORMS: [(&str, &str, &str); 3] = [
    ("gzip, deflate, br, zstd", ".br", "br"),
    ("gzip, deflate", ".gz", "gzip"),
    ("identity", "", ""),
];

/// Paths that must answer 404: missing and hidden files.
const MISSING: [&str; 10] = [
    "no-such-page",
    "en/clusters/no-such-cluster/",
    "en/clusters/",
    "data/",
    "data/v1/",
    "app-0123456789abcdef.js",
    "en/index.html/",
    ".htaccess",
    ".git/config",
    "_headers",
];

/// Requests every file of the site, and more, from the server at `origin`.
pub(super) async fn check(origin: &str, place: BuiltSite) -> Result<()> {
    let host = HostUnderTest {
        client: Client::builder()
            .redirect(redirect::Policy::none())
            .build()?,
        site: format!("{origin}{}", place.base()),
        base: place.base(),
        folder: place.folder()?,
    };
    for path in files(&host.folder)? {
        if works(&path) {
            host.sends(&path)
                .await
                .with_context(|| format!("{} of {}", path, host.site))?;
        }
    }
    for path in MISSING {
        host.has_not(path)
            .await
            .with_context(|| format!("{} of {}", path, host.site))?;
    }
    host.asks_before_repeating().await?;
    host.refuses_to_write().await
}

/// Whether the file is served under its own name, unlike hosts' settings and compressed copies.
fn works(path: &str) -> bool {
    !path.starts_with(['.', '_']) && !["br", "gz"].iter().any(|form| has_extension(path, form))
}

struct HostUnderTest {
    client: Client,
    /// The address of the site.
    site: String,
    base: &'static str,
    folder: PathBuf,
}

impl HostUnderTest {
    /// Requests the file at `path` in every encoding and at each of its addresses.
    async fn sends(&self, path: &str) -> Result<()> {
        for (accepted, ending, encoding) in FORMS {
            let packed = self.folder.join(format!("{path}{ending}"));
            let (file, encoding) = if packed.is_file() {
                (packed, encoding)
            } else {
                (self.folder.join(path), "")
            };
            let response = self.get(address(path), accepted).await?;
            let has_forms = self.folder.join(format!("{path}.br")).is_file();
            expect_headers(&response, StatusCode::OK, path)?;
            expect(&response, CONTENT_ENCODING.as_str(), encoding)?;
            ensure!(
                !has_forms
                    || values(&response, VARY.as_str()).eq_ignore_ascii_case("accept-encoding"),
                "Vary: {}",
                values(&response, VARY.as_str())
            );
            ensure!(
                response.bytes().await? == fs::read(&file)?,
                "the content is not that of {}",
                file.display()
            );
        }
        match address(path).strip_suffix('/') {
            Some(folder) => self.adds_the_slash(folder).await,
            None => Ok(()),
        }
    }

    async fn adds_the_slash(&self, folder: &str) -> Result<()> {
        let response = self.get(folder, "identity").await?;
        ensure!(
            response.status() == StatusCode::MOVED_PERMANENTLY,
            "{}",
            response.status()
        );
        let location = values(&response, LOCATION.as_str());
        // Some servers send an absolute URL.
        let path = location
            .strip_prefix(&self.site)
            .or_else(|| location.strip_prefix(self.base));
        ensure!(path == Some(&format!("{folder}/")), "Location: {location}");
        Ok(())
    }

    async fn has_not(&self, path: &str) -> Result<()> {
        let response = self.get(path, "identity").await?;
        expect_headers(&response, StatusCode::NOT_FOUND, "404.html")?;
        ensure!(
            response.bytes().await? == fs::read(self.folder.join("404.html"))?,
            "the answer is not the page for what is missing"
        );
        Ok(())
    }

    async fn asks_before_repeating(&self) -> Result<()> {
        let response = self.get("en/", "br").await?;
        let tag = values(&response, ETAG.as_str());
        ensure!(!tag.is_empty(), "en/ has no ETag");
        let again = self
            .client
            .get(format!("{}en/", self.site))
            .header(ACCEPT_ENCODING, "br")
            .header(IF_NONE_MATCH, tag)
            .send()
            .await?;
        ensure!(
            again.status() == StatusCode::NOT_MODIFIED,
            "en/ is sent again: {}",
            again.status()
        );
        Ok(())
    }

    async fn refuses_to_write(&self) -> Result<()> {
        for method in [Method::PUT, Method::DELETE] {
            let request = self
                .client
                .request(method.clone(), format!("{}en/", self.site));
            let status = request.send().await?.status();
            ensure!(
                status == StatusCode::METHOD_NOT_ALLOWED,
                "{method}: {status}"
            );
        }
        Ok(())
    }

    async fn get(&self, path: &str, accepted: &str) -> Result<Response> {
        let request = self.client.get(format!("{}{path}", self.site));
        Ok(request.header(ACCEPT_ENCODING, accepted).send().await?)
    }
}

/// The headers of the file at `path` in every encoding.
fn expect_headers(response: &Response, status: StatusCode, path: &str) -> Result<()> {
    ensure!(
        response.status() == status,
        "{} instead of {status}",
        response.status()
    );
    for (name, value) in headers::SECURITY {
        expect(response, name, value)?;
    }
    expect(response, CONTENT_TYPE.as_str(), media_type::of(path).name)?;
    let (name, value) = headers::SHARED;
    let is_shared = headers::is_shared(path);
    expect(response, name, if is_shared { value } else { "" })?;
    expect(
        response,
        CACHE_CONTROL.as_str(),
        headers::cache_control(path),
    )
}

fn expect(response: &Response, name: &str, value: &str) -> Result<()> {
    let sent = values(response, name);
    ensure!(sent == value, "{name}: {sent:?} instead of {value:?}");
    Ok(())
}

/// All values of a header, so that a header that is set twice is detected.
fn values(response: &Response, name: &str) -> String {
    let values: Vec<_> = response
        .headers()
        .get_all(name)
        .iter()
        .map(|value| value.to_str().unwrap_or("not text"))
        .collect();
    values.join(", ")
}
