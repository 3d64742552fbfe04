//! Serving files.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use hosting::{headers, media_type};
use percent_encoding::percent_decode_str;
use project::base::Base;
use tower::ServiceExt;
use tower_http::services::ServeFile;

/// The files of one site.
pub(crate) struct SiteFolder {
    folder: PathBuf,
    base: Base,
}

impl SiteFolder {
    pub(crate) fn open(folder: &Path, base: Base) -> Result<Self> {
        let real = folder.canonicalize();
        let folder = real.with_context(|| format!("there is no folder {}", folder.display()))?;
        Ok(Self { folder, base })
    }
}

/// Marks a request that is answered with 404.
#[derive(Clone, Copy)]
pub(crate) struct Absent;

/// Responds with the requested file, or with the not-found page.
pub(crate) async fn file(State(files): State<Arc<SiteFolder>>, request: Request) -> Response {
    let SiteFolder { folder, base } = &*files;
    if request.extensions().get::<Absent>().is_some() {
        return missing(request, folder).await;
    }
    let path = request.uri().path().to_owned();
    let Some(path) = base.strip(&path) else {
        return match base.strip(&format!("{path}/")) {
            Some("") => to_folder(request.uri()),
            _ => StatusCode::NOT_FOUND.into_response(),
        };
    };
    match resolve(folder, path) {
        ResolvedPath::File(file) => send(request, &file, path).await,
        ResolvedPath::FolderWithoutSlash => to_folder(request.uri()),
        ResolvedPath::Missing => missing(request, folder).await,
    }
}

/// The response for a missing file.
async fn missing(mut request: Request, folder: &Path) -> Response {
    let ResolvedPath::File(file) = resolve(folder, "404.html") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // Never 304: the cached page may have another status.
    request.headers_mut().remove(header::IF_NONE_MATCH);
    let mut response = send(request, &file, "404.html").await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

async fn send(request: Request, file: &Path, path: &str) -> Response {
    match sent(request, file, path).await {
        Ok(response) => response,
        Err(error) => {
            eprintln!("server: {}: {error}", file.display());
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn sent(mut request: Request, file: &Path, path: &str) -> io::Result<Response> {
    let tag = tag(file)?;
    let known = request.headers().get(header::IF_NONE_MATCH);
    let mut response = if known.is_some_and(|known| known == tag.as_bytes()) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        // Only the ETag is used, because dates have a resolution of a second.
        for condition in [header::IF_MODIFIED_SINCE, header::IF_UNMODIFIED_SINCE] {
            request.headers_mut().remove(condition);
        }
        let mut service = ServeFile::new(file);
        if is_compressed_beside(file) {
            service = service.precompressed_br();
        }
        let Ok(response) = service.oneshot(request).await;
        let mut response = response.map(Body::new);
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let content_type = HeaderValue::from_static(media_type::of(&name).name);
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, content_type);
        response.headers_mut().remove(header::LAST_MODIFIED);
        response
    };
    let cache_control = HeaderValue::from_static(headers::cache_control(path));
    let answer = response.headers_mut();
    answer.insert(header::CACHE_CONTROL, cache_control);
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if headers::is_shared(path) {
        let (name, value) = headers::SHARED;
        answer.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(tag) = tag.parse() {
        answer.insert(header::ETAG, tag);
    }
    Ok(response)
}

/// The `ETag` of a file's version. It is weak, because it is the same for plain and compressed bytes.
fn tag(file: &Path) -> io::Result<String> {
    let data = fs::metadata(file)?;
    let age = data.modified()?.duration_since(UNIX_EPOCH);
    let age = age.unwrap_or_default().as_nanos();
    Ok(format!("W/\"{:x}-{age:x}\"", data.len()))
}

/// Whether there is an up-to-date compressed copy of the file.
fn is_compressed_beside(file: &Path) -> bool {
    let modified = |file: &Path| -> Option<SystemTime> { fs::metadata(file).ok()?.modified().ok() };
    let mut beside = file.as_os_str().to_owned();
    beside.push(".br");
    modified(beside.as_ref()).is_some_and(|beside| Some(beside) >= modified(file))
}

/// Redirects to the address with a trailing slash. No part of the path is empty here, so the target
/// cannot be another host.
fn to_folder(uri: &Uri) -> Response {
    let query = uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let location = format!("{}/{query}", uri.path());
    let headers = [
        (header::LOCATION, location.as_str()),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (StatusCode::MOVED_PERMANENTLY, headers).into_response()
}

/// The result of resolving a request path.
#[derive(Debug, PartialEq, Eq)]
enum ResolvedPath {
    /// A file.
    File(PathBuf),
    /// A folder, requested without its trailing slash.
    FolderWithoutSlash,
    /// Not part of the site.
    Missing,
}

/// Resolves `path`, the part of a request path after the base, in `folder`, which must be
/// canonical.
fn resolve(folder: &Path, path: &str) -> ResolvedPath {
    let Some(file) = parts(path).map(|parts| folder.join(parts.join("/"))) else {
        return ResolvedPath::Missing;
    };
    let file = if path.is_empty() || path.ends_with('/') {
        file.join("index.html")
    } else if file.is_dir() {
        return ResolvedPath::FolderWithoutSlash;
    } else {
        file
    };
    // A symbolic link could still lead out of the folder.
    match file.canonicalize() {
        Ok(real) if real.starts_with(folder) && real.is_file() => ResolvedPath::File(real),
        _ => ResolvedPath::Missing,
    }
}

/// The decoded parts between the slashes, or `None` if one is unsafe: a parent folder, a hidden
/// file, or a decoded separator.
fn parts(path: &str) -> Option<Vec<String>> {
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.is_empty() {
        return Some(Vec::new());
    }
    path.split('/')
        .map(|part| {
            let part = percent_decode_str(part).decode_utf8().ok()?;
            let is_plain = !part.is_empty()
                && !part.starts_with('.')
                && !part.contains(['/', '\\', ':', '\0']);
            is_plain.then(|| part.into_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Result;
    use project::files::write;

    fn site() -> Result<(tempfile::TempDir, PathBuf)> {
        let outer = tempfile::tempdir()?;
        write(outer.path(), "secret.txt", "")?;
        for path in [
            "site/index.html",
            "site/en/index.html",
            "site/a b.txt",
            "site/.hidden",
            "site/data/x.json",
        ] {
            write(outer.path(), path, "")?;
        }
        let folder = outer.path().join("site").canonicalize()?;
        Ok((outer, folder))
    }

    #[test]
    fn files_and_folders_are_found() -> Result<()> {
        let (_outer, folder) = site()?;
        for (path, file) in [
            ("", "index.html"),
            ("index.html", "index.html"),
            ("en/", "en/index.html"),
            ("a%20b.txt", "a b.txt"),
        ] {
            assert_eq!(
                resolve(&folder, path),
                ResolvedPath::File(folder.join(file)),
                "{path}"
            );
        }
        assert_eq!(resolve(&folder, "en"), ResolvedPath::FolderWithoutSlash);
        for path in ["no", "no/", "data/", "index.html/", "en//", "/en/"] {
            assert_eq!(resolve(&folder, path), ResolvedPath::Missing, "{path}");
        }
        Ok(())
    }

    #[test]
    fn no_path_leads_out_of_the_site() -> Result<()> {
        let (outer, folder) = site()?;
        let absolute = format!("{}/secret.txt", outer.path().display());
        for path in [
            "../secret.txt",
            "..%2fsecret.txt",
            "%2e%2e/secret.txt",
            "en/../../secret.txt",
            "en/..%5c..%5csecret.txt",
            ".hidden",
            "%2ehidden",
            "C:/secret.txt",
            "index.html%00",
            "%ff",
            absolute.as_str(),
        ] {
            assert_eq!(resolve(&folder, path), ResolvedPath::Missing, "{path}");
        }
        Ok(())
    }

    #[test]
    #[cfg(unix)]
    fn a_link_out_of_the_site_is_missing() -> Result<()> {
        let (outer, folder) = site()?;
        std::os::unix::fs::symlink(outer.path().join("secret.txt"), folder.join("link.txt"))?;
        assert_eq!(resolve(&folder, "link.txt"), ResolvedPath::Missing);
        Ok(())
    }
}
