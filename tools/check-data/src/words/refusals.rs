//! The reasons why the types of [`catalogue::model`] reject a value, in Italian. The types give them
//! only in English, because texts in two languages would be part of every download.

const REASONS: [(&str, &str); 14] = [
    (
        "an id is made of lower-case letters a to z and digits, in words joined by single hyphens",
        "un id è fatto di lettere minuscole dalla a alla z e di cifre, in parole unite da un solo trattino",
    ),
    (
        "a country is its two capital letters, as in IT",
        "un paese si indica con le due lettere maiuscole della sua sigla, ad esempio IT",
    ),
    (
        "a date is written as year-month-day, as in 2026-11-23",
        "una data si scrive anno-mese-giorno, ad esempio 2026-11-23",
    ),
    (
        "a date is a year, a year-month or a year-month-day, with ~ behind it where it is approximate, as in 2018~",
        "una data è un anno, un anno-mese o un anno-mese-giorno, seguito da ~ se è approssimativa, ad esempio 2018~",
    ),
    (
        "the text is empty; leave the field out instead",
        "il testo è vuoto; in questo caso togli il campo",
    ),
    (
        "the text begins or ends with a space",
        "il testo inizia o finisce con uno spazio",
    ),
    (
        "the text contains a line break, tab or other control character",
        "il testo contiene un a capo, una tabulazione o un altro carattere di controllo",
    ),
    (
        "the text contains an invisible character that reverses the direction of writing",
        "il testo contiene un carattere invisibile che inverte la direzione di scrittura",
    ),
    (
        "the text contains nothing visible",
        "il testo non contiene nulla di visibile",
    ),
    (
        "the text is given in no language; give it in \"en\", \"it\" or both",
        "il testo non è dato in nessuna lingua; scrivilo in \"en\", in \"it\" o in entrambe",
    ),
    (
        "the address contains a space, a quotation mark or another character that is not allowed there",
        "l'indirizzo contiene uno spazio, una virgoletta o un altro carattere che gli indirizzi non hanno",
    ),
    (
        "the mail address does not have the form mailto:name@host",
        "l'indirizzo email non ha la forma mailto:nome@dominio",
    ),
    (
        "the address names no host, as in https://www.example.org",
        "nell'indirizzo manca il nome del sito, come in https://www.example.org",
    ),
    (
        "the address does not begin with https://, http:// or mailto:",
        "l'indirizzo non inizia con https://, http:// o mailto:",
    ),
];

/// The Italian words of a reason.
pub(super) fn italian(english: &str) -> Option<&'static str> {
    let known = REASONS.iter().find(|(known, _)| *known == english);
    known.map(|(_, italian)| *italian)
}

#[cfg(test)]
mod tests {
    use std::error::Error;
    use std::fs;

    use project::folders::workspace;
    use regex::Regex;

    use super::*;

    /// The reasons in the source of a module: literals, and constants that stand for one.
    fn reasons(source: &str) -> Result<Vec<String>, regex::Error> {
        let literal = Regex::new(r#"Invalid\(\s*"((?:[^"\\]|\\.)*)""#)?;
        let constant = Regex::new(r#"const \w+: &str =\s*"((?:[^"\\]|\\.)*)";"#)?;
        let found = [literal, constant].map(|pattern| {
            let captures = pattern.captures_iter(source);
            captures
                .map(|found| found[1].replace("\\\"", "\""))
                .collect::<Vec<_>>()
        });
        Ok(found.concat())
    }

    #[test]
    fn every_reason_of_the_types_has_italian_words() -> Result<(), Box<dyn Error>> {
        let mut count = 0;
        for file in fs::read_dir(workspace().join("catalogue/src/model"))? {
            let source = fs::read_to_string(file?.path())?;
            let code = source.split("#[cfg(test)]\nmod tests").next();
            for reason in reasons(code.unwrap_or_default())? {
                // The schema rejects coordinates that are out of range, with a message of ours.
                if !reason.starts_with("lat lies") {
                    assert!(
                        italian(&reason).is_some(),
                        "no Italian words for {reason:?}"
                    );
                }
                count += 1;
            }
        }
        assert!(count >= REASONS.len(), "only {count} reasons were found");
        Ok(())
    }
}
