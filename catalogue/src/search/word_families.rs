//! Words of one family in different classes: `agricoltura` and `agricolo`, `archaeology` and
//! `archaeological`.
//!
//! As with inflected forms, the endings of a word say which relatives it may have, and only those that
//! occur in the index count. A family has two sides, a noun and its derivations, and each side is
//! replaced only by the other: `porto` and `porta` stay different words.

/// A family: the minimum length of its stem, the endings of the noun and those of its derivations.
type Family = (usize, &'static str, &'static str);

/// The families. Their stems are long enough that few words are related by chance: in the names and
/// descriptions of the catalogue, `centro` is not related to `centrale`, nor `socio` to `sociale`.
const FAMILIES: &[Family] = &[
    (4, "ia ie y ies ics", "ic ical ico ica ici iche"),
    (4, "ical", "ico ica ici iche"),
    (4, "istry", "ical ic"),
    (4, "c cs", "cal"),
    (
        3,
        "ism ismo",
        "istic istico istica istici istiche ist ists ista isti iste",
    ),
    (6, "e i", "istico istica istici istiche"),
    (5, "", "ic ics ico ica ici iche"),
    (
        5,
        "y ia o i",
        "eutic eutical euticals eutico eutica eutici eutiche",
    ),
    (5, "ia ie y", "etic etico etica etici etiche"),
    (3, "ure ura", "ural urale urali"),
    (4, "oltura", "olo ola oli ole"),
    (5, "", "al"),
    (5, "y ies", "ial"),
    (6, "", "ry"),
    (6, "e es", "ing ery ial"),
    (4, "ic", "icity"),
    (4, "ive", "ivity"),
    (6, "ion", "ive"),
    (5, "ble", "bility"),
    (6, "ent", "ence ency"),
    (4, "ate ating", "ation ations"),
    (4, "azione azioni", "ativo ativa ativi ative"),
    (5, "enza", "ente enti"),
    (6, "a e i o", "ale ali"),
    (4, "io", "iale iali"),
    (5, "a e", "ario aria ari arie are"),
    (5, "o i", "are ari"),
    (4, "o i", "uale uali"),
    (4, "a e i o", "iero iera ieri iere"),
    (4, "o", "hiero hiera hieri hiere"),
    (5, "a e i o", "eria erie"),
    (4, "ico ica ici iche", "icita"),
    (4, "ivo iva ivi ive", "ivita"),
    (4, "bile bili", "bilita"),
    (5, "ita", "itario itaria itari itarie"),
];

/// Spellings of one word, British and American.
const SPELLINGS: &[Family] = &[
    (3, "ise ised ising isation", "ize ized izing ization"),
    (3, "our ours", "or ors"),
    (3, "re", "er"),
    (3, "res", "ers"),
    (3, "ence", "ense"),
    (3, "ellery", "elry"),
    (2, "eing", "ing"),
    (5, "nium", "num"),
];

/// The possible relatives of a folded word, without duplicates.
pub(super) fn relatives(word: &str) -> Vec<String> {
    counterparts(word, FAMILIES)
}

/// The possible other spellings of a folded word, without duplicates.
pub(super) fn spellings(word: &str) -> Vec<String> {
    counterparts(word, SPELLINGS)
}

/// The words of these families on the other side of a word.
fn counterparts(word: &str, families: &[Family]) -> Vec<String> {
    let mut relatives: Vec<String> = Vec::new();
    for &(min_stem, nouns, derived) in families {
        for (of_word, others) in [(nouns, derived), (derived, nouns)] {
            for ending in of_word.split(' ') {
                let stem = word.strip_suffix(ending).unwrap_or_default();
                if stem.chars().count() < min_stem {
                    continue;
                }
                for other in others.split(' ') {
                    let relative = [stem, other].concat();
                    if !relatives.contains(&relative) {
                        relatives.push(relative);
                    }
                }
            }
        }
    }
    relatives
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_symmetric() {
        for (noun, derived) in [
            ("agriculture", "agricultural"),
            ("archaeology", "archaeological"),
            ("optics", "optical"),
            ("tourism", "touristic"),
            ("energy", "energetic"),
            ("industry", "industrial"),
            ("environment", "environmental"),
            ("chemistry", "chemical"),
            ("centre", "center"),
            ("digitalisation", "digitalization"),
            ("ageing", "aging"),
            ("electric", "electricity"),
            ("forest", "forestry"),
            ("perfume", "perfumery"),
            ("manufacture", "manufacturing"),
            ("innovation", "innovative"),
            ("efficient", "efficiency"),
            ("robot", "robotics"),
            ("tourism", "tourists"),
            ("finance", "financial"),
            ("innovate", "innovation"),
            ("farmaco", "farmaceutico"),
            ("automobile", "automobilistici"),
            ("porto", "portuale"),
            ("alimento", "alimentare"),
            ("geologia", "geologico"),
            ("geologia", "geologiche"),
            ("turismo", "turistici"),
            ("energia", "energetico"),
            ("agricoltura", "agricole"),
            ("cultura", "culturale"),
            ("innovazione", "innovativa"),
            ("intelligenza", "intelligente"),
            ("ambiente", "ambientali"),
            ("regioni", "regionale"),
            ("territorio", "territoriale"),
            ("ferrovia", "ferroviario"),
            ("sanita", "sanitaria"),
            ("costa", "costiero"),
            ("albergo", "alberghiero"),
            ("alberghi", "alberghiera"),
            ("profumo", "profumeria"),
            ("elettrica", "elettricita"),
            ("sostenibile", "sostenibilita"),
        ] {
            for (one, other) in [(noun, derived), (derived, noun)] {
                let relatives = [relatives(one), spellings(one)].concat();
                assert!(
                    relatives.iter().any(|it| it == other),
                    "{one}: {relatives:?}"
                );
            }
        }
    }

    #[test]
    fn unrelated_words_are_not_a_family() {
        for (one, other) in [
            ("porto", "porta"),
            ("terna", "terni"),
            ("centro", "centrale"),
            ("centre", "central"),
            ("socio", "sociale"),
            ("mobile", "mobilita"),
            ("addition", "additive"),
            ("train", "training"),
            ("hospital", "hospitality"),
            ("office", "official"),
            ("agent", "agency"),
            ("count", "country"),
            ("romania", "romano"),
        ] {
            for (one, other) in [(one, other), (other, one)] {
                let relatives = [relatives(one), spellings(one)].concat();
                assert!(!relatives.iter().any(|it| it == other), "{one}");
            }
        }
    }
}
