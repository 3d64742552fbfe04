//! The served site, and its axum router: files and middleware.

use std::{path::PathBuf, sync::Arc};

use anyhow::Result;
use axum::{
    Router,
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, Version, header},
    middleware,
    routing::get,
};
use hosting::{headers, media_type};
use project::base::Base;
use tower_http::{
    CompressionLevel,
    compression::{CompressionLayer, Predicate, predicate::SizeAbove},
    set_header::SetResponseHeaderLayer,
};

use crate::{
    fault::{self, Faults},
    files::{SiteFolder, file},
    preload::{self, Preload, Preloading},
};

/// Smaller responses do not benefit from compression.
const COMPRESS_FROM: u16 = 512;

/// The router of a site.
pub(crate) fn router(site: ServedSite) -> Result<Router> {
    let files = Arc::new(SiteFolder::open(&site.folder, site.base.clone())?);
    let scripts = format!("{}{}", site.base, preload::FILE);
    let scripts_file = get(preload::file).with_state(site.preload.clone());
    let preloading = Preloading {
        base: site.base,
        preload: site.preload,
    };
    // Files without a compressed copy are compressed at a fast level.
    let compression = CompressionLayer::new()
        .no_gzip()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(COMPRESS_FROM).and(is_compressible));
    let router = Router::new()
        .route(&scripts, scripts_file)
        .fallback_service(get(file).with_state(files))
        .layer(compression)
        .layer(middleware::from_fn_with_state(site.faults, fault::strike))
        .layer(middleware::from_fn_with_state(preloading, preload::preload));
    headers::SECURITY
        .iter()
        .try_fold(router, |router, (name, value)| {
            let name: HeaderName = name.parse()?;
            let value = HeaderValue::from_static(value);
            Ok(router.layer(SetResponseHeaderLayer::overriding(name, value)))
        })
}

fn is_compressible(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    content_type.is_some_and(media_type::is_compressible)
}

/// The served site.
#[derive(Clone, Debug)]
pub struct ServedSite {
    /// The folder of the site.
    pub folder: PathBuf,
    /// The base path.
    pub base: Base,
    /// The injected faults; clones change them while the server runs.
    pub faults: Faults,
    /// The injected scripts; only tests use them.
    pub preload: Preload,
}

impl ServedSite {
    /// A site without faults.
    pub fn new(folder: impl Into<PathBuf>, base: Base) -> Self {
        Self {
            folder: folder.into(),
            base,
            faults: Faults::default(),
            preload: Preload::default(),
        }
    }
}
