//! Web server configuration for the site, generated from one source: media types, headers, and the
//! configuration files.

pub mod configurations;
pub mod headers;
pub mod media_type;

#[cfg(test)]
mod tests {
    use project::base::Base;

    use crate::{
        configurations::{Nginx, htaccess},
        headers::{SECURITY, TRANSPORT},
    };

    #[test]
    fn every_placeholder_is_filled() {
        let base = Base::default();
        for text in [htaccess(&base), Nginx::example(&base).configuration()] {
            assert!(!text.contains('@'), "{text}");
            for (name, value) in SECURITY {
                assert!(text.contains(&format!(" {name} \"{value}\"")), "{name}");
            }
            assert!(text.contains(TRANSPORT.0) && text.contains(TRANSPORT.1));
        }
    }
}
