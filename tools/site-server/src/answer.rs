//! From a request to an answer.

use std::{
    collections::HashMap,
    ffi::OsStr,
    fs, future, io, mem,
    path::{Path, PathBuf},
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{self, Poll},
    time::UNIX_EPOCH,
};

use anyhow::{Context, Result};
use http_body_util::{BodyExt, Full, combinators::UnsyncBoxBody};
use hyper::{
    HeaderMap, Method, Request, Response, StatusCode,
    body::{Bytes, Frame, Incoming},
    header::{self, HeaderName},
};

use super::{
    Site,
    fault::Action,
    path::{Target, resolve},
    preload,
};
use hosting::{headers, media_type};

type Body = UnsyncBoxBody<Bytes, io::Error>;

/// Fast enough to compress on the first request what the build has not compressed.
const BROTLI_LEVEL: i32 = 5;
/// Smaller files do not get smaller on the wire.
const COMPRESS_FROM: usize = 512;

/// Answers the requests for one site.
pub(super) struct Answerer {
    site: Site,
    /// Compressed files, under the tag of the version that was compressed.
    compressed: Mutex<HashMap<(PathBuf, String), Bytes>>,
}

impl Answerer {
    pub(crate) fn new(mut site: Site) -> Result<Self> {
        site.folder = site
            .folder
            .canonicalize()
            .with_context(|| format!("there is no folder {}", site.folder.display()))?;
        Ok(Self {
            site,
            compressed: Mutex::default(),
        })
    }

    pub(super) async fn answer(
        &self,
        request: &Request<Incoming>,
    ) -> Result<Response<Body>, io::Error> {
        let path = request.uri().path();
        let mut response = match self.site.faults.strike(path) {
            None => self.right(request),
            Some(Action::Missing) => self.missing(request),
            Some(Action::Status(status)) => {
                empty(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
            }
            Some(Action::Body {
                content_type,
                bytes,
            }) => {
                let mut response = with_body(StatusCode::OK, bytes.into());
                set(&mut response, "content-type", &content_type);
                set(&mut response, "cache-control", "no-store");
                response
            }
            Some(Action::Truncate(length)) => truncated(self.right(request), length).await,
            Some(Action::Delay(delay)) => {
                tokio::time::sleep(delay).await;
                self.right(request)
            }
            Some(Action::Hang) => future::pending().await,
            Some(Action::HangUp) => return Err(io::Error::other("hung up on purpose")),
        };
        if self.site.preload.scripts().is_some() && is_page(&response) {
            response = self.with_preload(response).await;
        }
        for (name, value) in headers::SECURITY {
            set(&mut response, name, value);
        }
        Ok(response)
    }

    fn right(&self, request: &Request<Incoming>) -> Response<Body> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let mut response = empty(StatusCode::METHOD_NOT_ALLOWED);
            set(&mut response, "allow", "GET, HEAD");
            return response;
        }
        let path = request.uri().path();
        let Some(path) = self.site.base.strip(path) else {
            return match self.site.base.strip(&format!("{path}/")) {
                Some("") => to_folder(request),
                _ => empty(StatusCode::NOT_FOUND),
            };
        };
        if path == preload::FILE
            && let Some(scripts) = self.site.preload.scripts()
        {
            let mut response = with_body(StatusCode::OK, scripts.into());
            set(&mut response, "content-type", "text/javascript");
            set(&mut response, "cache-control", "no-store");
            return response;
        }
        match resolve(&self.site.folder, path) {
            Target::File(file) => self.file(request.headers(), &file, path, StatusCode::OK),
            Target::FolderWithoutSlash => to_folder(request),
            Target::Missing => self.missing(request),
        }
    }

    /// A page that runs the preloaded scripts.
    async fn with_preload(&self, response: Response<Body>) -> Response<Body> {
        let (parts, body) = response.into_parts();
        let bytes = match body.collect().await {
            Ok(collected) => collected.to_bytes(),
            Err(_) => Bytes::new(),
        };
        let url = format!("{}{}", self.site.base, preload::FILE);
        let page = preload::with_script(&String::from_utf8_lossy(&bytes), &url);
        Response::from_parts(parts, full(page.into()))
    }

    fn missing(&self, request: &Request<Incoming>) -> Response<Body> {
        match resolve(&self.site.folder, "404.html") {
            Target::File(file) => {
                self.file(request.headers(), &file, "404.html", StatusCode::NOT_FOUND)
            }
            _ => empty(StatusCode::NOT_FOUND),
        }
    }

    fn file(
        &self,
        asked: &HeaderMap,
        file: &Path,
        path: &str,
        status: StatusCode,
    ) -> Response<Body> {
        let (tag, content) = match read(file) {
            Ok(read) => read,
            Err(error) => {
                eprintln!("server: {}: {error}", file.display());
                return empty(StatusCode::INTERNAL_SERVER_ERROR);
            }
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let media_type = media_type::of(&name);
        let is_unchanged = status == StatusCode::OK
            && asked
                .get(header::IF_NONE_MATCH)
                .is_some_and(|known| known == tag.as_str());
        let is_changed = self.site.preload.scripts().is_some() && media_type.name.contains("html");
        let compress = !is_changed
            && media_type.compressible
            && content.len() >= COMPRESS_FROM
            && accepts_brotli(asked);

        let mut response = if is_unchanged {
            empty(StatusCode::NOT_MODIFIED)
        } else if let Some(small) = compress
            .then(|| self.compress(file, &tag, &content))
            .flatten()
        {
            let mut response = with_body(status, small);
            set(&mut response, "content-encoding", "br");
            response
        } else {
            with_body(status, content)
        };
        if !is_unchanged {
            set(&mut response, "content-type", media_type.name);
        }
        set(&mut response, "cache-control", headers::cache_control(path));
        set(&mut response, "etag", &tag);
        set(&mut response, "vary", "accept-encoding");
        response
    }

    fn compress(&self, file: &Path, tag: &str, content: &[u8]) -> Option<Bytes> {
        let key = (file.to_owned(), tag.to_owned());
        let mut compressed = self
            .compressed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = compressed.get(&key) {
            return Some(known.clone());
        }
        let small = match compressed_beforehand(file) {
            Some(small) => small,
            None => brotli(content).ok()?,
        };
        let small = Bytes::from(small);
        compressed.insert(key, small.clone());
        Some(small)
    }
}

/// The content of a file and the tag of its version. The tag is weak, as it stands for the plain
/// and the compressed bytes alike.
fn read(file: &Path) -> io::Result<(String, Bytes)> {
    let content = fs::read(file)?;
    let modified = fs::metadata(file)?.modified()?;
    let age = modified.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok((
        format!("W/\"{:x}-{:x}\"", content.len(), age.as_nanos()),
        content.into(),
    ))
}

/// What the build has written beside a file, as a production host would send it; nothing where the
/// file was changed since.
fn compressed_beforehand(file: &Path) -> Option<Vec<u8>> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".br");
    let age = |file: &OsStr| fs::metadata(file).and_then(|data| data.modified()).ok();
    if age(&beside)? < age(file.as_os_str())? {
        return None;
    }
    fs::read(beside).ok()
}

fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_LEVEL,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn accepts_brotli(asked: &HeaderMap) -> bool {
    asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
            let is_refused = matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
            name.trim() == "br" && !is_refused
        })
}

/// Sends to the same address with a slash at its end. No part of the path is empty here, so what
/// is sent cannot be read as another host.
fn to_folder(request: &Request<Incoming>) -> Response<Body> {
    let uri = request.uri();
    let query = uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let mut response = empty(StatusCode::MOVED_PERMANENTLY);
    set(
        &mut response,
        "location",
        &format!("{}/{query}", uri.path()),
    );
    set(&mut response, "cache-control", "no-cache");
    response
}

/// Announces the whole length of `response`, sends the first `length` bytes, and breaks off.
async fn truncated(response: Response<Body>, length: usize) -> Response<Body> {
    let (mut parts, body) = response.into_parts();
    let whole = match body.collect().await {
        Ok(collected) => collected.to_bytes(),
        Err(_) => Bytes::new(),
    };
    parts
        .headers
        .insert(header::CONTENT_LENGTH, whole.len().into());
    let beginning = whole.slice(..length.min(whole.len()));
    let body = BreaksOff::After(beginning);
    Response::from_parts(parts, body.boxed_unsync())
}

/// A body that ends in an error.
enum BreaksOff {
    After(Bytes),
    /// Gives the connection a turn, in which it sends what it has.
    Soon,
    Now,
}

impl hyper::body::Body for BreaksOff {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match mem::replace(&mut *self, Self::Now) {
            Self::After(beginning) => {
                *self = Self::Soon;
                Poll::Ready(Some(Ok(Frame::data(beginning))))
            }
            Self::Soon => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Self::Now => Poll::Ready(Some(Err(io::Error::other("broken off on purpose")))),
        }
    }
}

fn empty(status: StatusCode) -> Response<Body> {
    with_body(status, Bytes::new())
}

fn with_body(status: StatusCode, content: Bytes) -> Response<Body> {
    let mut response = Response::new(full(content));
    *response.status_mut() = status;
    response
}

fn full(content: Bytes) -> Body {
    Full::new(content)
        .map_err(|never| match never {})
        .boxed_unsync()
}

fn is_page(response: &Response<Body>) -> bool {
    let content_type = response.headers().get(header::CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// Sets a header; what no header can hold is left out.
fn set(response: &mut Response<Body>, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
        response.headers_mut().insert(name, value);
    }
}
