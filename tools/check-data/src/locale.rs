//! The language of the messages.

use catalogue::model::Lang;

/// The language of the locale: Italian if the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is
/// set says so, else English.
pub(crate) fn language(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| variable(name).filter(|value| !value.is_empty()));
    let tag = set.unwrap_or_default();
    let tag = tag.split(['_', '.', '-', '@']).next().unwrap_or_default();
    Lang::from_tag(&tag.to_lowercase()).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_decides() {
        for (all, messages, lang, expected) in [
            ("", "", "it_IT.UTF-8", Lang::It),
            ("", "en_GB.UTF-8", "it_IT.UTF-8", Lang::En),
            ("it", "en_GB.UTF-8", "C", Lang::It),
            ("C", "it_IT", "it_IT", Lang::En),
            ("", "", "de_CH", Lang::En),
            ("", "", "", Lang::En),
        ] {
            let language = language(|name| {
                let value = match name {
                    "LC_ALL" => all,
                    "LC_MESSAGES" => messages,
                    _ => lang,
                };
                Some(value.to_owned())
            });
            assert_eq!(language, expected, "{all} {messages} {lang}");
        }
    }
}
