//! Environment variables that tell tests what to test.

/// The folder of the site of the fixture, built for [`ROOT_BASE`].
pub const SITE_ROOT: &str = "SITE_ROOT";
/// The folder of the site of the fixture, built for [`SUB_BASE`].
pub const SITE_SUB: &str = "SITE_SUB";
/// The folder of the site of the published catalogue, built for [`ROOT_BASE`].
pub const SITE_PUBLISHED: &str = "SITE_PUBLISHED";
/// The browser engine that the tests run in: `chromium`, `firefox` or `webkit`.
pub const ENGINE: &str = "ENGINE";
/// The base of the first site under test.
pub const ROOT_BASE: &str = "/";
/// The base of the second site under test: deep enough to expose a missing part.
pub const SUB_BASE: &str = "/a/b/";
