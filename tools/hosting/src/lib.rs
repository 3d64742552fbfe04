//! What web servers are told about the site, made from one source: media types, headers, and the
//! configurations that say both.

pub mod apache;
pub mod fingerprint;
pub mod headers;
pub mod media_type;
pub mod nginx;
mod template;

#[cfg(test)]
mod tests {
    use project::base::Base;

    use crate::{
        apache::htaccess,
        headers::{SECURITY, TRANSPORT},
        nginx::Nginx,
    };

    #[test]
    fn no_place_in_a_configuration_stays_empty() {
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
