//! Web server configuration for the site, generated from one source: media types, headers, and the
//! configuration files.

pub mod apache;
pub mod headers;
pub mod media_type;
pub mod nginx;

/// Replaces each `@NAME@` in the template of a configuration file by its value.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| {
            text.replace(&format!("@{name}@"), value)
        })
}

#[cfg(test)]
mod tests {
    use project::base::Base;

    use crate::{
        apache::htaccess,
        headers::{SECURITY, TRANSPORT},
        nginx::Nginx,
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
