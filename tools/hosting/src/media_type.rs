//! Media types by file extension.

/// A media type, and whether compression is worthwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MediaType {
    /// The value of `Content-Type`.
    pub name: &'static str,
    /// Whether brotli makes it noticeably smaller; fonts and images are already compressed.
    pub compressible: bool,
}

/// For unknown extensions; browsers then download the file instead of guessing.
const UNKNOWN: MediaType = fixed("application/octet-stream");

const MEDIA_TYPES: &[(&str, MediaType)] = &[
    ("html", text("text/html; charset=utf-8")),
    ("css", text("text/css; charset=utf-8")),
    ("js", text("text/javascript; charset=utf-8")),
    ("wasm", text("application/wasm")),
    ("json", text("application/json")),
    ("geojson", text("application/geo+json")),
    ("jsonld", text("application/ld+json")),
    ("bib", text("application/x-bibtex; charset=utf-8")),
    (
        "ris",
        text("application/x-research-info-systems; charset=utf-8"),
    ),
    ("webmanifest", text("application/manifest+json")),
    ("svg", text("image/svg+xml")),
    ("txt", text("text/plain; charset=utf-8")),
    ("xml", text("application/xml")),
    ("atom", text("application/atom+xml")),
    ("csv", text("text/csv; charset=utf-8")),
    (
        "xlsx",
        fixed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ),
    ("woff2", fixed("font/woff2")),
    ("png", fixed("image/png")),
    ("jpg", fixed("image/jpeg")),
    ("webp", fixed("image/webp")),
    ("avif", fixed("image/avif")),
    ("ico", fixed("image/x-icon")),
    ("pdf", fixed("application/pdf")),
];

const fn text(name: &'static str) -> MediaType {
    MediaType {
        name,
        compressible: true,
    }
}

const fn fixed(name: &'static str) -> MediaType {
    MediaType {
        name,
        compressible: false,
    }
}

/// The known extensions, each with its `Content-Type`.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    MEDIA_TYPES
        .iter()
        .map(|(ending, media_type)| (*ending, media_type.name))
}

/// The media type of a file name.
pub fn of(file_name: &str) -> MediaType {
    file_name
        .rsplit_once('.')
        .and_then(|(_, extension)| {
            MEDIA_TYPES
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(extension))
        })
        .map_or(UNKNOWN, |(_, media_type)| *media_type)
}

/// Whether compressing a response of this `Content-Type` is worthwhile.
pub fn is_compressible(content_type: &str) -> bool {
    let known = MEDIA_TYPES.iter().map(|(_, media_type)| media_type);
    known
        .filter(|media_type| media_type.name == content_type)
        .any(|media_type| media_type.compressible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_formats_are_not_compressed_again() {
        for (name, is_worth_it) in [
            ("a.html", true),
            ("a.svg", true),
            ("a.png", false),
            ("a", false),
        ] {
            assert_eq!(is_compressible(of(name).name), is_worth_it, "{name}");
        }
    }

    #[test]
    fn browsers_get_the_types_they_insist_on() {
        for (file, name) in [
            ("index.html", "text/html; charset=utf-8"),
            ("app-0123456789abcdef.js", "text/javascript; charset=utf-8"),
            ("app_bg.wasm", "application/wasm"),
            ("catalogue.json", "application/json"),
            ("icon.SVG", "image/svg+xml"),
            ("titillium.woff2", "font/woff2"),
        ] {
            assert_eq!(of(file).name, name, "{file}");
        }
    }

    #[test]
    fn unknown_files_get_the_generic_type() {
        assert_eq!(of("LICENSE"), UNKNOWN);
        assert_eq!(of("html"), UNKNOWN);
        assert_eq!(of("a.exe"), UNKNOWN);
    }
}
