//! Inflected forms of words: `batteria` and `batterie`, `city` and `cities`.
//!
//! This is not a stemmer, which needs to know the language of each word and reduces `port`, `porto`
//! and `porta` to the same stem. Instead it generates the few forms that the ending of a word
//! allows in Italian or English. Only those that occur in the index count, so wrong forms do no
//! harm.

use super::word_families::{relatives, spellings};

/// Shorter words would be too short without their ending.
const MIN_LEN: usize = 3;
/// The minimum length of words that are inflected as adjectives: `elettrico` has a feminine form,
/// `porto` has none.
const MIN_ADJECTIVE_LEN: usize = 6;
/// The vowels, folded.
const VOWELS: &str = "aeiou";

/// An ending, and its replacements in other forms; the first matching rule applies.
type Endings = &'static [(&'static str, &'static [&'static str])];

/// Italian nouns: singular and plural.
const NOUNS: Endings = &[
    ("chi", &["co"]),
    ("ghi", &["go"]),
    ("che", &["ca"]),
    ("ghe", &["ga"]),
    ("cia", &["ce", "cie"]),
    ("gia", &["ge", "gie"]),
    ("cie", &["cia"]),
    ("gie", &["gia"]),
    ("ce", &["cia", "ci"]),
    ("ge", &["gia", "gi"]),
    ("ca", &["che"]),
    ("ga", &["ghe"]),
    ("co", &["chi", "ci"]),
    ("go", &["ghi", "gi"]),
    ("io", &["i"]),
    ("ma", &["mi", "me"]),
    ("ta", &["ti", "te"]),
    ("mi", &["mo", "me", "ma"]),
    ("ti", &["to", "te", "ta", "tio"]),
    ("o", &["i"]),
    ("a", &["e"]),
    ("e", &["i", "a"]),
    ("i", &["o", "e", "io"]),
];

/// Italian adjectives: the other gender, in addition to the forms of nouns.
const ADJECTIVES: Endings = &[
    ("chi", &["ca", "che"]),
    ("ghi", &["ga", "ghe"]),
    ("che", &["co", "chi", "ci"]),
    ("ghe", &["go", "ghi", "gi"]),
    ("ca", &["co", "chi", "ci"]),
    ("ga", &["go", "ghi", "gi"]),
    ("co", &["ca", "che"]),
    ("go", &["ga", "ghe"]),
    ("ci", &["ca", "che"]),
    ("gi", &["ga", "ghe"]),
    ("ia", &["io", "i"]),
    ("ie", &["io", "i"]),
    ("io", &["ia", "ie"]),
    ("o", &["a", "e"]),
    ("a", &["o", "i"]),
    ("e", &["o"]),
    ("i", &["a", "ia", "ie"]),
];

/// English nouns that end in `s`: singular or plural.
const IN_S: Endings = &[
    ("sses", &["ss"]),
    ("shes", &["sh"]),
    ("ches", &["ch", "che"]),
    ("xes", &["x"]),
    ("ies", &["y", "ie"]),
    ("yses", &["ysis"]),
    ("ysis", &["yses"]),
    ("ss", &["sses"]),
    ("uses", &["us", "use"]),
    ("us", &["uses"]),
    ("is", &[]),
    ("s", &[""]),
];

/// Other English nouns: their plural.
const SINGULARS: Endings = &[
    ("sh", &["shes"]),
    ("ch", &["ches"]),
    ("x", &["xes"]),
    ("ay", &["ays"]),
    ("ey", &["eys"]),
    ("oy", &["oys"]),
    ("y", &["ies"]),
    ("", &["s"]),
];

/// The possible other forms of a folded word, and its [`relatives`], without duplicates. A word in `s` may be
/// a plural, which has the relatives of its singular: `robots` is related to all that `robot` is.
pub(super) fn forms(word: &str) -> Vec<String> {
    let mut forms = same_word(word);
    let nouns = if word.ends_with('s') { forms.len() } else { 1 };
    for noun in 0..nouns {
        let related = relatives(&forms[noun]);
        add_new(&mut forms, related);
    }
    forms.remove(0);
    forms
}

/// A folded word and its possible other forms, in either spelling: not its relatives. `drones` may also be a
/// plural of the Italian `drone`.
pub(super) fn same_word(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    add_new(&mut forms, inflected(word));
    if word.ends_with('s') {
        for singular in 1..forms.len() {
            let inflected = inflected(&forms[singular]);
            add_new(&mut forms, inflected);
        }
    }
    if forms.len() > 1 {
        for spelling in spellings(word) {
            let inflected = inflected(&spelling);
            add_new(&mut forms, vec![spelling]);
            add_new(&mut forms, inflected);
        }
    }
    forms
}

/// Adds those words that are long enough and not in the list.
fn add_new(forms: &mut Vec<String>, words: Vec<String>) {
    for word in words {
        if word.chars().count() >= MIN_LEN && !forms.contains(&word) {
            forms.push(word);
        }
    }
}

/// The possible inflected forms of a folded word.
fn inflected(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    let is_word = word.chars().all(char::is_alphabetic);
    let letters = word.chars().count();
    if letters < MIN_LEN || !is_word {
        return forms;
    }
    let mut add = |endings: Endings| {
        let of_word = endings.iter().find(|(ending, _)| word.ends_with(ending));
        let Some((ending, others)) = of_word else {
            return;
        };
        let stem = &word[..word.len() - ending.len()];
        for other in *others {
            let form = [stem, other].concat();
            if form.chars().count() >= MIN_LEN && form != word && !forms.contains(&form) {
                forms.push(form);
            }
        }
    };
    if word.ends_with('s') {
        add(IN_S);
        return forms;
    }
    if word.ends_with(|last| VOWELS.contains(last)) {
        add(NOUNS);
        if letters >= MIN_ADJECTIVE_LEN {
            add(ADJECTIVES);
        }
    }
    add(SINGULARS);
    forms
}

/// The length in bytes of the common prefix of a word and all its forms.
pub(super) fn stem_len(word: &str, forms: &[String]) -> usize {
    let common = |form: &String| {
        let pairs = word.char_indices().zip(form.chars());
        let mut same = pairs.skip_while(|((_, one), other)| one == other);
        let end = word.len().min(form.len());
        same.next().map_or(end, |((at, _), _)| at)
    };
    forms.iter().map(common).min().unwrap_or(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflection_is_symmetric() {
        for (one, other) in [
            ("batteria", "batterie"),
            ("drone", "droni"),
            ("nave", "navi"),
            ("treno", "treni"),
            ("sistema", "sistemi"),
            ("laboratorio", "laboratori"),
            ("banca", "banche"),
            ("parco", "parchi"),
            ("medico", "medici"),
            ("bosco", "boschi"),
            ("spiaggia", "spiagge"),
            ("camicia", "camicie"),
            ("tecnologia", "tecnologie"),
            ("cluster", "clusters"),
            ("city", "cities"),
            ("disability", "disabilities"),
            ("factory", "factories"),
            ("battery", "batteries"),
            ("highway", "highways"),
            ("process", "processes"),
            ("analysis", "analyses"),
            ("virus", "viruses"),
            ("box", "boxes"),
            ("vehicle", "vehicles"),
            ("elettrico", "elettrica"),
            ("elettrico", "elettriche"),
            ("elettrici", "elettrica"),
            ("elettrici", "elettriche"),
            ("agrario", "agraria"),
            ("agrari", "agrarie"),
            ("lombardo", "lombarde"),
            ("innovativo", "innovativa"),
            ("sostenibile", "sostenibili"),
        ] {
            assert!(
                forms(one).contains(&other.to_owned()),
                "{one}: {:?}",
                forms(one)
            );
            assert!(
                forms(other).contains(&one.to_owned()),
                "{other}: {:?}",
                forms(other)
            );
        }
    }

    #[test]
    fn unrelated_words_are_not_forms() {
        for (one, other) in [
            ("porto", "porta"),
            ("porto", "port"),
            ("status", "statu"),
            ("gas", "ga"),
            ("le2c", "le2cs"),
            ("it", "its"),
            ("citta", "citto"),
        ] {
            assert!(!forms(one).contains(&other.to_owned()), "{one}");
        }
    }

    #[test]
    fn forms_share_a_prefix() {
        for (word, stem) in [("cities", 3), ("batteria", 6), ("robot", 5), ("le2c", 4)] {
            assert_eq!(stem_len(word, &forms(word)), stem, "{word}");
        }
    }
}
