//! Proper names and their adjectives: `veronese` matches Verona, and Verona matches `veronese`.

use super::index::Index;
use super::inflection::forms;

/// The minimum length of a name without its last vowels: shorter ones are like other words.
const MIN_STEM: usize = 4;
/// The maximum length of a name, in bytes: no longer one has an adjective of its own, and the stems of a
/// name that consists of vowels would take quadratic space.
const MAX_LEN: usize = 40;
/// The endings of adjectives in Italian, with gender and number, and in English.
const ENDINGS: &str = "ese esi ano ana ani ane ino ina ini ine an ian n ic ish";

/// The regular adjectives of a folded name, most of which do not exist: `icelandic`, `bolognese`,
/// `trentina`, `saxon`.
fn adjectives(name: &str) -> Vec<String> {
    let mut adjectives = Vec::new();
    if name.len() > MAX_LEN {
        return adjectives;
    }
    let mut stem = name;
    while stem.chars().count() >= MIN_STEM {
        for ending in ENDINGS.split(' ') {
            adjectives.push([stem, ending].concat());
        }
        let Some(shorter) = stem.strip_suffix(['a', 'e', 'i', 'o', 'u', 'y']) else {
            break;
        };
        if stem.ends_with('y') {
            adjectives.push(shorter.to_owned());
        }
        stem = shorter;
    }
    adjectives
}

impl Index {
    /// The names of which a word or one of its `forms` is an adjective, or the adjectives of a name. They
    /// need not occur.
    pub(super) fn name_relatives(&self, word: &str, forms: &[String]) -> Vec<String> {
        let is_typed = |it: &String| it == word || forms.contains(it);
        let mut relatives = Vec::new();
        for (adjective, name) in &self.aliases {
            if is_typed(adjective) {
                relatives.push(name.clone());
            } else if name == word {
                relatives.extend(self::forms(adjective));
                relatives.push(adjective.clone());
            }
        }
        for name in &self.names {
            if name == word {
                relatives.extend(adjectives(name));
            } else if word.get(..MIN_STEM) == name.get(..MIN_STEM)
                && adjectives(name).iter().any(is_typed)
            {
                relatives.push(name.clone());
            }
        }
        relatives
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_adjectives_follow_from_the_name() {
        for (name, adjective) in [
            ("abruzzo", "abruzzese"),
            ("trento", "trentine"),
            ("trento", "trentino"),
            ("galizia", "galiziana"),
            ("francia", "francesi"),
            ("iceland", "icelandic"),
            ("bavaria", "bavarian"),
            ("italy", "italian"),
            ("germany", "german"),
            ("saxony", "saxon"),
            ("milan", "milanese"),
        ] {
            let adjectives = adjectives(name);
            assert!(
                adjectives.iter().any(|it| it == adjective),
                "{name}: {adjectives:?}"
            );
        }
        // `marino` does not belong to Mari, nor `comune` to Como.
        assert!(adjectives("como").iter().all(|it| it.starts_with("como")));
        assert!(adjectives("bas").is_empty());
        assert!(adjectives(&"a".repeat(1_000_000)).is_empty());
    }
}
