//! Descriptions that contradict the fields of their record.
//!
//! Only phrases that leave no doubt are read: a founding year after "founded in", a seat after
//! "based in". A statement about somebody else, or about a part of the cluster, is not a
//! contradiction, so these are warnings.

use std::sync::LazyLock;

use catalogue::model::{Bilingual, Cluster, Lang, Level, Text};
use regex::Regex;

use super::records::{Placed, Records, find};
use crate::diagnostic::Diagnostic;
use crate::message::Message;

/// The phrases of a language.
struct Phrases {
    founded: Regex,
    recognised: Regex,
    members: Regex,
    seat: Regex,
}

/// None if a pattern is malformed, which a test rules out.
static ENGLISH: LazyLock<Option<Phrases>> = LazyLock::new(|| {
    phrases(
        r"(?:(?:^|[.;:,(])\s*|\b(?i:was|were|been|it|association|cluster|consortium|company|foundation|district)\s+)(?i:founded|established|set up|created|formed|born|launched|began)(?:\s+in\s+\p{Lu}[\p{L}' -]*?)?\s+(?:in|on)\s+(?:\d{1,2}\s+)?(?:\p{L}+\s+(?:of\s+)?)?(\d{4})\b",
        r"\b(?i:was|were|been)\s+(?:first\s+|officially\s+)?recogni[sz]ed(?:\s+by\s+[\p{L}' -]+?)?\s+in\s+(?:\p{L}+\s+(?:of\s+)?)?(\d{4})\b",
        r"(?i)(?:\b(over|more than|at least|about|around|some|nearly|almost|in|other)\s+)?\b(\d+(?:[,.]\d{3})*)\s+(?:members|member (?:companies|organi[sz]ations|bodies))\b",
        r"\b(?i:based in|headquartered in|(?:its |has its )?(?:seat|headquarters|head office)(?: is| are)? in)\s+",
    )
});

static ITALIAN: LazyLock<Option<Phrases>> = LazyLock::new(|| {
    phrases(
        r"(?:(?:^|[.;:,(])\s*|\b(?i:è|fu|sono|venne|stat[oaie]|hanno|ha|associazione|cluster|consorzio|fondazione|società|distretto|polo)\s+)(?i:fondat|nat|costituit|istituit|creat|sort)[oaie](?:\s+(?:a|ad|in)\s+\p{Lu}[\p{L}' -]*?)?\s+(?:nel(?:l')?|il|l'|a|ad)\s*(?:\d{1,2}[°º]?\s+)?(?:\p{L}+\s+(?:del\s+)?)?(\d{4})\b",
        r"\b(?i:è|fu|venne|ha|hanno|stat[oa])\s+riconosciut[oa](?:\s+(?:da|dal|dalla|dall')\s*[\p{L}' -]+?)?\s+nel(?:l')?\s*(?:\p{L}+\s+(?:del\s+)?)?(\d{4})\b",
        r"(?i)(?:\b(oltre|più di|almeno|circa|quasi|nel|altri|altre)\s+)?\b(\d+(?:[.]\d{3})*)\s+(?:soci|membri|aderenti|associati)\b",
        r"\b(?i:con sede(?: principale| legale)?|ha(?: la)? sede(?: principale| legale)?|la sede(?: principale| legale)? è)\s+(?:a|ad|in)\s+",
    )
});

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\d+(?:[,.]\d{3})*").ok());

fn phrases(founded: &str, recognised: &str, members: &str, seat: &str) -> Option<Phrases> {
    Some(Phrases {
        founded: Regex::new(founded).ok()?,
        recognised: Regex::new(recognised).ok()?,
        members: Regex::new(members).ok()?,
        seat: Regex::new(seat).ok()?,
    })
}

pub(super) fn check(records: &Records, found: &mut Vec<Diagnostic>) {
    for Placed { pointer, record } in &records.clusters {
        for lang in Lang::ALL {
            let phrases = match lang {
                Lang::En => &*ENGLISH,
                Lang::It => &*ITALIAN,
            };
            let (Some(text), Some(phrases)) = (record.description.only(lang), phrases) else {
                continue;
            };
            let text = text.replace('’', "'");
            let place = format!("{pointer}/description/{}", lang.tag());
            let messages = [
                founding_year(&text, phrases, record),
                recognition_year(&text, phrases, record),
                member_count(&text, phrases, record),
                seat(&text, phrases, record, records),
                region(&text, record, records),
            ];
            let messages = messages.into_iter().flatten();
            found.extend(messages.map(|message| Diagnostic::new(&place, message)));
        }
    }
}

fn founding_year(text: &str, phrases: &Phrases, cluster: &Cluster) -> Option<Message> {
    let field = cluster.founded?;
    let text = other_year(text, &phrases.founded, field)?;
    Some(Message::FoundingYear { text, field })
}

fn recognition_year(text: &str, phrases: &Phrases, cluster: &Cluster) -> Option<Message> {
    let field = cluster.recognised?;
    let text = other_year(text, &phrases.recognised, field)?;
    Some(Message::RecognitionYear { text, field })
}

/// The year that a text gives instead of another.
fn other_year(text: &str, phrase: &Regex, field: u16) -> Option<u16> {
    let years = phrase.captures_iter(text);
    let years: Vec<u16> = years.filter_map(|found| found[1].parse().ok()).collect();
    years.first().copied().filter(|_| !years.contains(&field))
}

fn member_count(text: &str, phrases: &Phrases, cluster: &Cluster) -> Option<Message> {
    /// A rounded number may differ by a tenth.
    const ROUNDING: u32 = 10;
    let field = cluster.members.as_ref()?.count.filter(|count| *count > 0)?;
    // "It began with 23 members and has 80 now."
    if NUMBER
        .as_ref()?
        .find_iter(text)
        .any(|found| number(found.as_str()) == Some(field))
    {
        return None;
    }
    let captures = phrases.members.captures(text)?;
    let number = number(&captures[2])?;
    let qualifier = captures.get(1).map(|word| word.as_str().to_lowercase());
    let agrees = match qualifier.as_deref() {
        None => number == field,
        // "In 2019 members …" has a year, and "28 others" are not all of them.
        Some("in" | "nel" | "other" | "altri" | "altre") => return None,
        Some("over" | "more than" | "at least" | "oltre" | "più di" | "almeno") => number <= field,
        Some(_) => number.abs_diff(field) * ROUNDING <= field,
    };
    (!agrees).then_some(Message::MemberCount {
        text: number,
        field,
    })
}

/// A number as written, without thousands separators.
fn number(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn seat(text: &str, phrases: &Phrases, cluster: &Cluster, records: &Records) -> Option<Message> {
    let field = cluster.city.as_ref()?;
    let mut other = None;
    for phrase in phrases.seat.find_iter(text) {
        let rest = &text[phrase.end()..];
        for Placed { record: city, .. } in &records.cities {
            if let Some(label) = names(&city.label, city.local.as_ref().map(Text::as_str))
                .find(|label| begins_with_word(rest, label))
            {
                if city.id == *field {
                    return None;
                }
                other = Some(label.to_owned());
            }
        }
    }
    // A city that does not exist or is abroad is already an error.
    let city = find(&records.cities, field.as_str())?;
    let is_abroad = records.differ(&city.country, &cluster.country);
    let (text, field) = (other.filter(|_| !is_abroad)?, field.to_string());
    Some(Message::Seat { text, field })
}

/// A region that a text names, if it names none of those in the field.
fn region(text: &str, cluster: &Cluster, records: &Records) -> Option<Message> {
    let mut other = None;
    for Placed { record: region, .. } in &records.regions {
        let named = names(&region.label, region.local.as_ref().map(Text::as_str))
            .find(|label| holds_word(text, label));
        if let Some(label) = named {
            if cluster.regions.contains(&region.id) {
                return None;
            }
            other = Some(label.to_owned());
        }
    }
    let field = cluster.regions.first()?.to_string();
    // A region that does not exist or is abroad is already an error.
    let region = find(&records.regions, &field)?;
    let is_abroad = records.differ(&region.country, &cluster.country);
    let text = other.filter(|_| !is_abroad || cluster.level == Level::CrossBorder)?;
    Some(Message::Region { text, field })
}

/// The names of a place.
fn names<'r>(label: &'r Bilingual, local: Option<&'r str>) -> impl Iterator<Item = &'r str> {
    let labels = Lang::ALL.into_iter().filter_map(|lang| label.only(lang));
    labels.chain(local)
}

fn begins_with_word(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '-')
            && begins_with_word(&text[at..], word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The years that a text gives, by the phrases of both languages.
    fn years(text: &str) -> Vec<String> {
        let phrases = [&*ENGLISH, &*ITALIAN].into_iter().flatten();
        let captures = phrases.filter_map(|phrases| phrases.founded.captures(text));
        captures.map(|captures| captures[1].to_owned()).collect()
    }

    #[test]
    fn patterns_are_well_formed() {
        assert!(ENGLISH.is_some() && ITALIAN.is_some());
    }

    #[test]
    fn founding_years_are_read_from_plain_phrases_only() {
        for (text, year) in [
            ("It was founded in 2009 by companies.", "2009"),
            ("Founded in Milan in March 2012, it works.", "2012"),
            ("The association was set up in late 2013.", "2013"),
            ("Founded on 24 July 2013, it works.", "2013"),
            (
                "It began in Varese in February 2009 as a committee.",
                "2009",
            ),
            ("Costituita il 17 novembre 2022, opera.", "2022"),
            ("È nato nel 2009.", "2009"),
            ("Fondata a Milano nel marzo 2012, lavora.", "2012"),
            (
                "L'associazione, costituita nell'ottobre del 2011, opera.",
                "2011",
            ),
            ("L'hanno fondata nel 2010 sei imprese.", "2010"),
        ] {
            assert_eq!(years(text), [year], "{text}");
        }
        for text in [
            "It heads an international network begun in April 2021.",
            "It heads a network founded in 2021.",
            "È alla guida di una rete internazionale nata nell'aprile 2021.",
            "It has coordinated the partnership since 2009.",
            "In 2021 the association of founders met.",
            "Faceva parte della rete che i poli costituirono nel maggio 2013.",
        ] {
            assert!(years(text).is_empty(), "{text}");
        }
    }
}
