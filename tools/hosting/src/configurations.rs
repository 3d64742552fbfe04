//! The configurations for nginx and Apache.

use project::base::Base;

use crate::{
    headers::{ASK_FIRST, FOR_EVER, SECURITY, SHARED, SHARED_FOLDER, TRANSPORT},
    media_type,
};

const NGINX: &str = include_str!("nginx.conf");
const HTACCESS: &str = include_str!("htaccess");

/// As in [`crate::headers::is_fingerprinted`]: sixteen hexadecimal digits before the ending.
const FINGERPRINTED: &str = r"-[0-9a-f]{16}\.[^./]+$";

/// As in [`crate::headers::is_fingerprinted`], with compressed copies, because Apache sends those.
const FINGERPRINTED_COPIES: &str = r"-[0-9a-f]{16}\.[^./]+(\.(br|gz))?$";

/// The values that differ between servers.
#[derive(Clone, Copy, Debug)]
pub struct Nginx<'a> {
    /// The value of `listen`: a port, or an address with a port.
    pub listen: &'a str,
    /// The absolute path of the folder with the site, without a slash at its end.
    pub folder: &'a str,
    /// The base path of the site.
    pub base: &'a Base,
}

impl<'a> Nginx<'a> {
    /// An example for a site under `base`, to be adapted to the server.
    pub const fn example(base: &'a Base) -> Self {
        Self {
            listen: "80",
            folder: "/srv/technology-clusters",
            base,
        }
    }

    /// The text of a configuration file for nginx's `http` block.
    pub fn configuration(&self) -> String {
        let types =
            media_type::all().map(|(ending, name)| format!("            \"{name}\" {ending};\n"));
        let headers = SECURITY
            .iter()
            .map(|(name, value)| format!("        add_header {name} \"{value}\" always;\n"));
        filled(
            NGINX,
            &[
                ("REDIRECT", &self.redirect()),
                ("TYPES", &types.collect::<String>()),
                ("HEADERS", &headers.collect::<String>()),
                ("TRANSPORT_NAME", TRANSPORT.0),
                ("TRANSPORT", TRANSPORT.1),
                ("FINGERPRINTED", FINGERPRINTED),
                ("FOR_EVER", FOR_EVER),
                ("ASK_FIRST", ASK_FIRST),
                ("SHARED_FOLDER", SHARED_FOLDER),
                ("SHARED_NAME", SHARED.0),
                ("SHARED", SHARED.1),
                ("LISTEN", self.listen),
                ("FOLDER", self.folder),
                ("BASE", self.base.as_str()),
            ],
        )
    }

    /// nginx adds the missing slash for folders inside the site, but not for the site's own folder.
    fn redirect(&self) -> String {
        match self.base.as_str().strip_suffix('/') {
            None | Some("") => String::new(),
            Some(name) => format!(
                "\n    location = {name} {{\n        absolute_redirect off;\n        \
                 return 301 {name}/$is_args$args;\n    }}\n"
            ),
        }
    }
}

/// The text of the `.htaccess` of a site under `base`.
pub fn htaccess(base: &Base) -> String {
    let types = media_type::all().map(|(ending, name)| format!("AddType \"{name}\" .{ending}\n"));
    let headers = SECURITY
        .iter()
        .map(|(name, value)| format!("Header always set {name} \"{value}\"\n"));
    filled(
        HTACCESS,
        &[
            ("TYPES", &types.collect::<String>()),
            ("HEADERS", &headers.collect::<String>()),
            ("TRANSPORT", &format!("{} \"{}\"", TRANSPORT.0, TRANSPORT.1)),
            ("FINGERPRINTED", FINGERPRINTED_COPIES),
            ("FOR_EVER", FOR_EVER),
            ("ASK_FIRST", ASK_FIRST),
            ("SHARED_FOLDER", SHARED_FOLDER),
            ("SHARED_NAME", SHARED.0),
            ("SHARED", SHARED.1),
            ("BASE", base.as_str()),
        ],
    )
}

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
    use anyhow::Result;

    use super::*;
    use project::folders::workspace;

    #[test]
    fn the_configuration_in_deploy_is_up_to_date() -> Result<()> {
        let file = workspace().join("deploy").join("nginx.conf");
        let made = Nginx::example(&Base::default()).configuration();
        assert_eq!(
            std::fs::read_to_string(file)?,
            made,
            "`cargo xtask nginx > deploy/nginx.conf` rewrites it"
        );
        Ok(())
    }

    #[test]
    fn a_site_in_a_folder_is_found_without_its_slash() -> Result<()> {
        let redirect =
            "location = /a/b {\n        absolute_redirect off;\n        return 301 /a/b/";
        let under =
            |base: &str| -> Result<String> { Ok(Nginx::example(&base.parse()?).configuration()) };
        assert!(under("/a/b/")?.contains(redirect));
        assert!(!under("/")?.contains("return 301"));
        Ok(())
    }
}
