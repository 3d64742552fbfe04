//! Templates of configurations.

/// `template` with a value in the place of each `@NAME@`.
pub(crate) fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| {
            text.replace(&format!("@{name}@"), value)
        })
}
