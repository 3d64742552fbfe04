//! The headers of the site, for our server and for other hosts.
//!
//! Every configuration is generated from the tables here and in [`crate::media_type`], so that they
//! cannot drift apart.

use project::base::Base;

use crate::media_type;

/// Sent with every response.
///
/// The policy allows the page its own scripts and wasm, and nothing else: no inline script or
/// style, no other host, no frame. `'wasm-unsafe-eval'` only allows compiling WebAssembly. No code
/// assigns strings as markup, so no Trusted Types policy is needed.
pub const SECURITY: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// Sent with every response over TLS; browsers ignore it otherwise. It binds the whole host to TLS
/// for a year, but no subdomain.
pub(crate) const TRANSPORT: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

/// For names with a content hash: the content never changes.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// May be stored, but must be revalidated each time.
pub(crate) const ASK_FIRST: &str = "no-cache";

/// The folder of the files for other programs, below the base.
pub const SHARED_FOLDER: &str = "data/v1/";
/// Lets web pages of other sites load the files in [`SHARED_FOLDER`] (CORS). Pages cannot be framed or
/// embedded all the same.
pub const SHARED: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// Endings whose media type Netlify and Cloudflare Pages may not know.
const RARE_ENDINGS: [&str; 6] = ["atom", "bib", "geojson", "jsonld", "ris", "xlsx"];

/// The number of hexadecimal digits of the content hash in a file name, as in
/// `boot-5d41402abc4b2a76.js`: with 64 bits, a collision among a few thousand names is practically
/// impossible.
pub const FINGERPRINT_DIGITS: usize = 16;

/// The value of `Cache-Control` for the file at `path`.
pub fn cache_control(path: &str) -> &'static str {
    if is_fingerprinted(path) {
        FOR_EVER
    } else {
        ASK_FIRST
    }
}

/// Whether pages of other sites may load the file at `path`.
pub fn is_shared(path: &str) -> bool {
    path.starts_with(SHARED_FOLDER)
}

/// The text of a `_headers` file for Netlify and Cloudflare Pages, for a site with these `files`
/// (paths below `base`).
///
/// Each file that can be cached for good has its own rule: both hosts join the values of a header
/// from all matching rules, so no two rules may set the same header. All other files get the hosts'
/// default, which is to revalidate. Each file of a rare type has a rule that names the type.
pub fn headers_file<'path>(base: &Base, files: impl IntoIterator<Item = &'path str>) -> String {
    let rule = |path: &str, headers: &[(&str, &str)]| {
        let lines = headers
            .iter()
            .map(|(name, value)| format!("  {name}: {value}\n"));
        format!("{base}{path}\n{}", lines.collect::<Vec<_>>().concat())
    };
    // Both hosts use TLS only.
    let all = rule("*", &[SECURITY, &[TRANSPORT]].concat());
    let shared = rule(&format!("{SHARED_FOLDER}*"), &[SHARED]);
    let own = files.into_iter().filter_map(|path| {
        let (_, ending) = path.rsplit_once('.')?;
        let header = if is_fingerprinted(path) {
            ("Cache-Control", FOR_EVER)
        } else if RARE_ENDINGS.contains(&ending) {
            ("Content-Type", media_type::of(path).name)
        } else {
            return None;
        };
        Some(rule(path, &[header]))
    });
    [all, shared].into_iter().chain(own).collect()
}

/// Whether the file name has a content hash, so that the file can be cached for good.
pub fn is_fingerprinted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .and_then(|(stem, _)| stem.rsplit_once('-'))
        .is_some_and(|(_, digits)| {
            digits.len() == FINGERPRINT_DIGITS
                && digits
                    .bytes()
                    .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_cached_for_good() {
        assert_eq!(cache_control("app-0123456789abcdef.js"), FOR_EVER);
        assert_eq!(
            cache_control("data/catalogue-0123456789abcdef.json"),
            FOR_EVER
        );
        for path in [
            "",
            "index.html",
            "en/",
            "data/catalogue.json",
            "boot.js",
            "icon.svg",
        ] {
            assert_eq!(cache_control(path), ASK_FIRST, "{path}");
        }
    }

    #[test]
    fn the_policy_allows_nothing_inline() {
        let policy = SECURITY[0].1;
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("'unsafe-eval'"));
        assert!(policy.starts_with("default-src 'none'"));
    }

    #[test]
    fn the_headers_file_matches_our_headers() -> Result<(), anyhow::Error> {
        let text = headers_file(
            &"/a/b/".parse()?,
            [
                "index.html",
                "app-0123456789abcdef.js",
                "data/v1/clusters.geojson",
            ],
        );
        assert!(text.starts_with("/a/b/*\n  Content-Security-Policy: default-src 'none';"));
        for (name, value) in SECURITY.iter().chain([&TRANSPORT]) {
            assert!(text.contains(&format!("  {name}: {value}\n")), "{name}");
        }
        assert!(text.contains(&format!(
            "/a/b/app-0123456789abcdef.js\n  Cache-Control: {FOR_EVER}\n"
        )));
        assert!(!text.contains("index.html"));
        assert!(text.contains("/a/b/data/v1/*\n  Access-Control-Allow-Origin: *\n"));
        assert!(
            text.contains("/a/b/data/v1/clusters.geojson\n  Content-Type: application/geo+json\n")
        );
        Ok(())
    }

    #[test]
    fn a_fingerprint_is_sixteen_hexadecimal_digits_before_the_end() {
        for path in [
            "a-0123456789abcdef.js",
            "data/catalogue-0123456789abcdef.json",
        ] {
            assert!(is_fingerprinted(path), "{path}");
        }
        for path in [
            "a.js",
            "a-0123456789abcde.js",
            "a-0123456789abcdeg.js",
            "a-0123456789ABCDEF.js",
            "a-0123456789abcdef",
            "a-0123456789abcdef.b/c.js",
        ] {
            assert!(!is_fingerprinted(path), "{path}");
        }
    }
}
