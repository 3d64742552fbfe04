//! The messages in English.

use catalogue::browse::FIGURES;

use crate::message::Labels;
use crate::message::{Form, Message, facts, harmless, quote, quote_all};

mod phrases;

pub(super) use phrases::record_name;
use phrases::{
    CUT_OFF, DESCRIPTION, form, found, further_uses, how_to_write, json_type, language, name, near,
    shape, uses, wanted,
};

pub(super) const LABELS: Labels = Labels {
    error: "error",
    warning: "warning",
    fix: "fix",
    accept: "If it is right as it is, add this under \"accepted\", with the reason:",
    more: "… and {} more. Fix these first, then check again.",
    cannot_read: "cannot read {}",
    cannot_write: "cannot write {}",
    not_fit: "{} is not fit to be published",
};

pub(super) fn summary(errors: usize, warnings: usize, file: &str) -> String {
    let count =
        |number: usize, of: &str| format!("{number} {of}{}", if number == 1 { "" } else { "s" });
    let (errors, warnings) = (count(errors, "error"), count(warnings, "warning"));
    format!("{errors}, {warnings} in {file}")
}

#[expect(clippy::too_many_lines, reason = "one arm for each message")]
pub(super) fn words(message: &Message) -> (String, String) {
    let (what, fix): (String, String) = match message {
        Message::NotUtf8 => (
            "From here on the file is not text (in UTF-8).".into(),
            "Save it in the encoding UTF-8. If it is a picture or an archive, it is the wrong file.".into(),
        ),
        Message::EmptyFile => ("The file is empty.".into(), "Restore the catalogue from the last good copy.".into()),
        Message::TextAfterEnd => (
            "The catalogue has ended, but the file goes on.".into(),
            "Remove what follows, or the closing bracket before it if that is one too many.".into(),
        ),
        Message::TooManyValues { most } => (
            format!("The file contains more than {most} values; no catalogue is so large."),
            "Check that it is the right file.".into(),
        ),
        Message::TooDeep { most } => (
            format!("More than {most} brackets are open here; no catalogue needs so many."),
            "Check that it is the right file, and that a bracket was not typed many times.".into(),
        ),
        Message::TrailingComma { close } => (
            format!("There is a comma before the closing {close}."),
            "Remove that comma: commas go only between two items.".into(),
        ),
        Message::MissingComma => (
            "A comma is missing before this.".into(),
            "Add a comma after the previous item.".into(),
        ),
        Message::NotClosed { bracket, line } => (
            format!("The file ends, but the {bracket} on line {line} is not closed: it seems to be cut off."),
            CUT_OFF.into(),
        ),
        Message::EndsEarly { wanted: it } => {
            let it = wanted(*it);
            (format!("The file ends where {it} is expected: it seems to be cut off."), CUT_OFF.into())
        }
        Message::Unexpected { found, wanted: it } => (
            format!("Found {found:?} where {} is expected.", wanted(*it)),
            match found {
                '<' => "This looks like a web page, or like the mark of an unfinished merge: use the catalogue itself.",
                '\'' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' => "Use straight double quotation marks: \"…\".",
                '/' | '#' => "Remove the comment: comments are not allowed in the file.",
                '\u{FEFF}' => "Save the file as UTF-8 without a byte order mark (BOM).",
                _ => "Look for a missing or superfluous comma, bracket or quotation mark just before.",
            }.into(),
        ),
        Message::LineEndsInText => (
            "The line ends in the middle of a text.".into(),
            "Add the closing quotation mark. Text must be on one line, and a quotation mark within it is written \\\".".into(),
        ),
        Message::ControlCharacter => (
            "The text contains a tab or another invisible control character.".into(),
            "Use a space instead.".into(),
        ),
        Message::FileEndsInText => (
            "The file ends in the middle of a text: it seems to be cut off.".into(),
            CUT_OFF.into(),
        ),
        Message::BadEscape => (
            "The text contains a backslash that means nothing.".into(),
            "Write \\\\ for a backslash and \\\" for a quotation mark, or leave the backslash out.".into(),
        ),
        Message::BadNumber => (
            "This is not a number.".into(),
            "Write only digits, with a point before decimals and no 0 in front. Anything else goes in quotation marks.".into(),
        ),
        Message::BareWord => (
            "This word is without quotation marks.".into(),
            "Put the text between straight quotation marks: \"…\".".into(),
        ),
        Message::RepeatedField { name, line } => (
            format!("The field {} appears twice in one record; the first is on line {line}.", quote(name)),
            "Keep one of the two.".into(),
        ),

        Message::UnusableSchema { error } => (
            format!("The schema cannot be used: {error}"),
            "Tell the developers.".into(),
        ),
        Message::NotAmong { found: it, near: word, known } => (
            format!("{} is not one of the words allowed here.", found(it)),
            format!("{}Use one of {}.", near(word.as_ref()), quote_all(known)),
        ),
        Message::UnknownField { name, near: word, known } => (
            format!("There is no field {} here.", quote(name)),
            match word {
                Some(word) => format!("Did you mean {}?", quote(word)),
                None => format!("Remove it. These fields are allowed here: {}.", known.join(", ")),
            },
        ),
        Message::MissingField { name, shape: it } => (
            format!("The field {} is missing.", quote(name)),
            format!("Add \"{name}\": {}", shape(it)),
        ),
        Message::WrongType { found, wanted } => (
            format!("This is {}, but it should be {}.", json_type(*found), json_type(*wanted)),
            how_to_write(*wanted).into(),
        ),
        Message::TooSmall { number, limit } => (
            format!("The number {number} is too small."),
            format!("Write a number that is not below {limit}."),
        ),
        Message::TooLarge { number, limit } => (
            format!("The number {number} is too large."),
            format!("Write a number that is not above {limit}."),
        ),
        Message::EmptyObject { shape: it } => (
            "There is nothing between the braces.".into(),
            format!("Write {}, or leave the field out if it may be missing.", shape(it)),
        ),
        Message::NotWhole { number } => (
            format!("The number {number} is written with a decimal point or an exponent."),
            "Write it in digits only.".into(),
        ),
        Message::Refused { text, reason, form: how } => (
            match text {
                Some(text) => format!("{} is not allowed here: {reason}.", quote(text)),
                None => format!("This is not allowed here: {reason}."),
            },
            form(*how).into(),
        ),
        Message::Misplaced { found: it } => (
            format!("{} is not allowed here.", found(it)),
            form(Form::Record).into(),
        ),

        Message::RepeatedId { kind, id, first, line } => (
            format!("The id {} is given to two records of \"{}\": on line {first} and here, on line {line}.", quote(id), kind.list()),
            format!("Give this {} an id of its own, or remove it if it is the same as the other.", name(*kind)),
        ),
        Message::ReusedId { kind, id, line } => (
            format!("The id {} already belongs to something else, on line {line}.", quote(id)),
            format!("An address leads to one {} for ever: remove the id from one of the two places.", name(*kind)),
        ),
        Message::NoSuchSuccessor { kind, id } => (
            format!("The {} {} does not exist.", name(*kind), quote(id)),
            format!("Use one of the ids listed under \"{}\", or leave the successor out.", kind.list()),
        ),
        Message::NoSuchRecord { kind, id, near: word, uses } => (
            format!("The {} {} does not exist{}.", name(*kind), quote(id), further_uses(uses)),
            match word {
                Some(word) => format!("Did you mean {}? Otherwise use one of the ids listed under \"{}\".", quote(word), kind.list()),
                None => format!("Use one of the ids listed under \"{}\".", kind.list()),
            },
        ),
        Message::NoSuchCity { id, near: word, uses } => (
            format!("The city {} is not in the list of cities yet{}.", quote(id), further_uses(uses)),
            format!(
                "{}To add it, put this under \"cities\": {{\"id\": {}, \"label\": {{\"en\": \"…\", \"it\": \"…\"}}, \"country\": \"…\", \"region\": \"…\", \
                 \"centre\": {{\"lat\": …, \"lon\": …}}}}. A map tells its degrees north (\"lat\") and east (\"lon\").",
                near(word.as_ref()), quote(id)
            ),
        ),
        Message::Renamed { kind, id, now, uses } => (
            format!("The {} {} has another id now: {}{}.", name(*kind), quote(id), quote(now), further_uses(uses)),
            format!("Write {}.", quote(now)),
        ),
        Message::WithdrawnButUsed { kind, id, successor, uses: of } => (
            format!("The {} {} was withdrawn{}.", name(*kind), quote(id), uses(of)),
            match successor {
                Some(successor) => format!("Remove these references, or let them lead to its successor {}.", quote(successor)),
                None => "Remove these references, a membership as a whole.".into(),
            },
        ),
        Message::Gone { kind, id, published, today, uses: of } => {
            let (kind_name, quoted) = (name(*kind), quote(id));
            let what = if *published {
                format!("The {kind_name} {quoted} was published, but is no longer in the file{}.", uses(of))
            } else {
                format!("The {kind_name} {quoted} is not in the file{}.", uses(of))
            };
            let references = if of.lines.is_empty() { "" } else { " and remove what refers to it" };
            let fix = format!(
                "If it was removed, add {{\"id\": {quoted}, \"kind\": \"{}\", \"name\": {{\"en\": \"…\", \"it\": \"…\"}}, \"on\": \"{today}\", \
                 \"reason\": {{\"en\": \"…\", \"it\": \"…\"}}}} under \"withdrawn\"{references}. If it has another id now, list {quoted} under \"former_ids\" of that record.",
                kind.tag()
            );
            (what, fix)
        }
        Message::RepeatedMembership { line } => (
            format!("The same membership is already on line {line}."),
            "Remove one of the two, or correct the role if another was meant.".into(),
        ),
        Message::SameName { name: text, other } => (
            format!("The name {} is also that of the {} {} (line {}).", quote(text), name(other.kind), quote(&other.id), other.line),
            "If the two are one, keep one record and list the id of the other under its \"former_ids\".".into(),
        ),
        Message::SameAcronym { acronym, other } => (
            format!("The acronym {} is also that of the {} {} (line {}).", quote(acronym), name(other.kind), quote(&other.id), other.line),
            "Check which of the two has it, and whether they are one.".into(),
        ),
        Message::SameWebsite { other } => (
            format!("The website is also that of the {} {} (line {}).", name(other.kind), quote(&other.id), other.line),
            "Give each the address of its own page, or check whether the two are one.".into(),
        ),

        Message::MissingLanguage { lang } => (
            format!("The text is not given in {}.", language(*lang)),
            format!("Add \"{}\": \"…\" beside \"{}\".", lang.tag(), lang.other().tag()),
        ),
        Message::DescriptionLength { length, least, most } => (
            format!("The description has {length} characters; it must have {least} to {most}."),
            "Write one to three sentences.".into(),
        ),
        Message::SharedSynonym { word, area, line } => (
            format!("The synonym {} already belongs to the area {} (line {line}).", quote(word), quote(area)),
            "Leave it with the one area that people mean by it.".into(),
        ),
        Message::Markup { markup } => (
            format!("The text contains markup: {}.", quote(markup)),
            "Write plain text: the page shows every character as it is here.".into(),
        ),
        Message::Unfinished => (
            "The text says TODO: it is not finished.".into(),
            "Finish it, or leave the field out if it may be missing.".into(),
        ),
        Message::UnknownFigure { name } => (
            format!("The catalogue computes no figure called {}.", quote(name)),
            format!("Write one of these in braces: {}. A country code follows the last one, as in \"regions_without_cluster:IT\".", FIGURES.join(", ")),
        ),
        Message::WrongLanguage { lang } => (
            format!("This text seems to be in {}, but it is under \"{}\".", language(lang.other()), lang.tag()),
            format!("Write it in {}; perhaps the texts of the two languages are swapped.", language(*lang)),
        ),

        Message::NoArea => (
            "The cluster has no subject area, so nobody finds it by one.".into(),
            "Add at least one of the ids listed under \"areas\", the main one first.".into(),
        ),
        Message::RegionAbroad { region, lies_in, country } => (
            format!("The region {} lies in {lies_in}, but the cluster's country is {country}.", quote(region)),
            "Correct the region or the country. If the cluster does cross the border, its level is \"cross-border\".".into(),
        ),
        Message::CityRegionAbroad { region, lies_in, country } => (
            format!("The region {} lies in {lies_in}, but the city's country is {country}.", quote(region)),
            "Correct the region or the country, or leave the region out.".into(),
        ),
        Message::NotNational { id, level, country } => (
            format!("{} is not a national cluster: its level is \"{level}\".", quote(id)),
            format!("Write the id of a cluster of level \"national\" of {country}, or leave the field out."),
        ),
        Message::NationalClusterAbroad { id, lies_in, country } => (
            format!("{} is the national cluster of another country: {lies_in}, not {country}.", quote(id)),
            format!("Write the id of a cluster of level \"national\" of {country}, or leave the field out."),
        ),
        Message::NoMembers => (
            "A cluster cannot have 0 members.".into(),
            "Write the number of members, or leave the field out if it is not known.".into(),
        ),
        Message::NoMailbox { address } => (
            format!("{} is not an email address.", quote(address)),
            "Write \"mailto:\" and the address, as in \"mailto:info@example.org\". A web page goes into \"website\".".into(),
        ),
        Message::UntraceableSource => (
            "The source has neither an address nor a title, so nobody can look it up.".into(),
            "Add \"url\": \"https://…\", or \"title\": {\"en\": \"…\", \"it\": \"…\"} for a document without an address.".into(),
        ),
        Message::StrongWithoutSources => (
            "The evidence is \"strong\", but the record has no sources.".into(),
            "Add the sources, or write \"evidence\": \"weak\".".into(),
        ),
        Message::MarkWithoutFact => (
            "This marks as unverified a fact that the record does not state.".into(),
            "Remove the mark, or add the fact.".into(),
        ),
        Message::Untraced { fact, others } if others.is_empty() => (
            format!("No source of the record supports {}, and it is not marked as unverified.", quote(fact)),
            format!("Add {{\"fact\": \"{fact}\"}} under \"supports\" of the source that says so; if none does, under \"unverified\"."),
        ),
        Message::Untraced { fact, others } => (
            format!("No source of the record supports {}, {}, and they are not marked as unverified.", quote(fact), quote_all(others)),
            format!("Add each under \"supports\" of the source that says so; those that no source supports, under \"unverified\": {}.", facts(fact, others)),
        ),
        Message::Unencrypted => (
            "The website's address begins with http://, so the connection is not encrypted.".into(),
            "Try the address with https:// in the browser. If the site opens, write that.".into(),
        ),
        Message::FoundingYear { text, field } => (
            format!("The description says that the cluster was founded in {text}, but \"founded\" is {field}."),
            DESCRIPTION.into(),
        ),
        Message::RecognitionYear { text, field } => (
            format!("The description says that the cluster was recognised in {text}, but \"recognised\" is {field}."),
            DESCRIPTION.into(),
        ),
        Message::MemberCount { text, field } => (
            format!("The description speaks of {text} members, but \"count\" is {field}."),
            DESCRIPTION.into(),
        ),
        Message::Seat { text, field } => (
            format!("The description puts the seat in {}, but \"city\" is {}.", harmless(text), quote(field)),
            DESCRIPTION.into(),
        ),
        Message::Region { text, field } => (
            format!("The description names {}, but \"regions\" contains {}.", harmless(text), quote(field)),
            "Correct the field or the description.".into(),
        ),

        Message::InFuture { today } => (
            format!("The date is in the future; today is {today}."),
            "Write the day on which it was seen or changed.".into(),
        ),
        Message::UnlikelyYear { year, first, last } => (
            format!("The year {year} cannot be right."),
            format!("Write a year from {first} to {last}, or leave the field out if it is not known."),
        ),
        Message::NewerThanUpdate { date, line } => (
            format!("The file contains a later date than this: {date}, on line {line}."),
            "Write the day of the last change, usually today.".into(),
        ),
        Message::RoleAfterUpdate { updated } => (
            format!("The date of the membership is later than the last change of the catalogue, {updated}."),
            "Correct the date, or write today's date in \"updated\" at the top of the file.".into(),
        ),
        Message::SignAfterUpdate { updated } => (
            format!("The last known activity is later than the last change of the catalogue, {updated}."),
            "Correct the date, or write today's date in \"updated\" at the top of the file.".into(),
        ),
        Message::ActiveWithoutSign => (
            "The status is \"active\", but no date says when the cluster was last seen at work.".into(),
            "Add \"last_seen\" with the date of the newest source that shows it at work, or write \"status\": \"unknown\".".into(),
        ),
        Message::StatusWithoutSource => (
            "No source of the record supports the status.".into(),
            "Add {\"fact\": \"status\"} under \"supports\" of the source that shows it. Without one, write \"status\": \"unknown\" and remove \"last_seen\".".into(),
        ),
        Message::SignTooOld { last_seen, since } => (
            format!("The status is \"active\", but the last known activity, {last_seen}, is more than six years old (before {since})."),
            "Look for a newer source that shows the cluster at work and write its date in \"last_seen\". If there is none, write \"status\": \"unknown\".".into(),
        ),
        Message::UnknownThoughSeen { last_seen, since } => (
            format!("The status is \"unknown\", but a source shows the cluster at work within the last six years ({last_seen}, not before {since})."),
            "Write \"status\": \"active\"; or correct \"last_seen\" if the source does not show it at work.".into(),
        ),
        Message::SeatAbroad { city, lies_in, country } => (
            format!("The city {} lies in {lies_in}, but the country given here is {country}.", quote(city)),
            "Correct the city or the country: both are those of the seat.".into(),
        ),
        Message::UnknownCountry { country } => (
            format!("The check does not know where {country} lies, so the point is not checked."),
            "Ask the developers to add the country to the check.".into(),
        ),
        Message::OutsideCountry { lat, lon, country } => (
            format!("The point {lat} north, {lon} east does not lie in {country}."),
            "Look the city up on a map: \"lat\" is the degrees north, \"lon\" the degrees east. Or correct the country.".into(),
        ),

        Message::UnknownAcceptedRecord { record } => (
            format!("There is no record {}.", quote(record)),
            "Write the list and the id, as in \"clusters/le2c\", or remove it.".into(),
        ),
        Message::UnusedAcceptance { check, record } => (
            format!("The check \"{}\" no longer warns of {}, so there is nothing to accept.", check.id(), quote(record)),
            "Remove it from the list.".into(),
        ),
    };
    (what, fix)
}
