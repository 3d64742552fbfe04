//! The reports on 51 broken copies of the fixture, in both languages: what people mistype, forget and
//! mix up.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use catalogue::model::Date;
use check_data::{Lang, Problem, Report, check};
use project::folders::fixture_file;
use serde_json::{Value, json};

/// Two days after the last change of the fixture.
const TODAY: &str = "2026-11-25";

/// How a copy of the fixture is broken.
enum Patch {
    /// The first occurrence of the first text is replaced by the second.
    Text(&'static str, &'static str),
    /// The file ends before this text.
    Cut(&'static str),
    /// The value at this JSON Pointer is replaced.
    Set(&'static str, fn() -> Value),
    /// The record of this list with this id is removed.
    Remove(&'static str, &'static str),
    /// Something else.
    Edit(fn(&mut Value)),
}

use Patch::{Cut, Edit, Remove, Set, Text};

/// The patch, the place that is named, and parts of the messages in English and Italian.
type Case = (Patch, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const CASES: [Case; 55] = [
    // What is mistyped.
    (Text("\"acronym\": \"LAC\",", "\"acronym\": \"LAC\""), "/clusters/0", "A comma is missing", "manca una virgola"),
    (Text("\"areas\": [\"aerospace\"]", "\"areas\": [\"aerospace\",]"), "/clusters/0/areas", "comma before the closing ]", "virgola prima della parentesi di chiusura ]."),
    (Text("\"acronym\": \"LAC\"", "\"acronym\": “LAC”"), "/clusters/0/acronym", "straight double quotation marks", "virgolette doppie dritte"),
    (Text("\"acronym\": \"LAC\"", "\"acronym\": \"LAC"), "/clusters/0/acronym", "The line ends in the middle of a text", "La riga finisce a metà di un testo"),
    (Text("\"acronym\": \"LAC\"", "<<<<<<< HEAD\n\"acronym\": \"LAC\""), "/clusters/0", "unfinished merge", "conflitto tra due versioni"),
    (Cut("\"acronym\": \"LAC\""), "/clusters/0", "seems to be cut off", "sembra troncato"),
    (Text("\"acronym\": \"LAC\"", "\"acronym\": \"LAC\", \"acronym\": \"LAC\""), "/clusters/0/acronym", "appears twice in one record", "compare due volte"),
    (Text("\"acronym\": \"LAC\"", "\"acronim\": \"LAC\""), "/clusters/0/acronim", "Did you mean \"acronym\"?", "Intendevi \"acronym\"?"),
    (Text("\"level\": \"regional\",", ""), "/clusters/0", "The field \"level\" is missing", "Manca il campo \"level\""),
    (Text("\"founded\": 2009", "\"founded\": \"2009\""), "/clusters/0/founded", "it should be a whole number", "serve un numero intero"),
    (Text("\"role\": \"founder\"", "\"role\": \"foundr\""), "/memberships/1/role", "Did you mean \"founder\"?", "Intendevi \"founder\"?"),
    (Set("/clusters/0/website", || json!("www.aerospacelombardia.it")), "/clusters/0/website", "does not begin with https://", "non inizia con https://"),
    (Set("/memberships/0/as_of", || json!("2021-02-30")), "/memberships/0/as_of", "a date is a year", "una data è un anno"),
    (Set("/clusters/0/acronym", || json!("LAC ")), "/clusters/0/acronym", "begins or ends with a space", "inizia o finisce con uno spazio"),
    (Edit(|data| push_city(data, "Reggio Emilia")), "/cities/32/id", "lower-case letters", "lettere minuscole"),
    (Set("/clusters/0/areas/0", || json!("areospace")), "/clusters/0/areas/0", "The area \"areospace\" does not exist. Did you mean \"aerospace\"?", "L'area \"areospace\" non esiste. Intendevi \"aerospace\"?"),
    // Values that are wrong or mixed up.
    (Set("/clusters/0/regions/0", || json!("occitanie")), "/clusters/0/regions/0", "lies in FR, but the cluster's country is IT", "si trova in un altro paese (FR) rispetto al cluster (IT)"),
    (Set("/cities/1/region", || json!("occitanie")), "/cities/1/region", "lies in FR, but the city's country is IT", "si trova in un altro paese (FR) rispetto alla città (IT)"),
    (Set("/cities/1/centre", || json!({"lat": 9.67, "lon": 45.7})), "/cities/1/centre", "does not lie in IT", "non si trova nel paese IT"),
    (Set("/clusters/0/members/count", || json!(0)), "/clusters/0/members/count", "cannot have 0 members", "non può avere 0 soci"),
    (Set("/clusters/0/email", || json!("https://www.aerospacelombardia.it/mail")), "/clusters/0/email", "is not an email address", "non è un indirizzo email"),
    (Set("/clusters/0/sources/0/url", || json!(null)), "/clusters/0/sources/0", "nobody can look it up", "nessuno può ritrovarla"),
    (Set("/clusters/32/unverified", || json!([{"fact": "founded"}])), "/clusters/32/unverified/0", "marks as unverified a fact that the record does not state", "non verificato un dato che la scheda non riporta"),
    (Set("/updated", || json!("2026-12-01")), "/updated", "is in the future", "è nel futuro"),
    (Edit(|data| data["memberships"][1] = data["memberships"][0].clone()), "/memberships/1", "is already on line", "è già alla riga"),
    (Set("/areas/1/synonyms/it/0", || json!("aeronautica")), "/areas/1/synonyms/it/0", "already belongs to the area \"aerospace\"", "appartiene già all'area \"aerospace\""),
    // Texts.
    (Set("/clusters/0/description/it", || json!(null)), "/clusters/0/description", "not given in Italian", "Manca il testo in italiano"),
    (Set("/clusters/0/keywords/en/0", || json!("<b>helicopters</b>")), "/clusters/0/keywords/en/0", "contains markup", "codice di formattazione"),
    (Set("/clusters/0/keywords/en/0", || json!("TODO")), "/clusters/0/keywords/en/0", "it is not finished", "non è finito"),
    (Set("/clusters/0/description/en", || json!("It works on helicopters.")), "/clusters/0/description/en", "must have 40 to 500", "deve averne da 40 a 500"),
    (Edit(|data| data["clusters"][0]["description"]["en"] = data["clusters"][4]["description"]["it"].clone()), "/clusters/0/description/en", "seems to be in Italian", "sembra in italiano"),
    (Set("/about/0/paragraphs/0/en", || json!("The catalogue has {clustrs} clusters.")), "/about/0/paragraphs/0/en", "computes no figure called \"clustrs\"", "non calcola una cifra di nome \"clustrs\""),
    // Contradictions.
    (Set("/clusters/4/founded", || json!(2012)), "/clusters/4/description/en", "was founded in 2013, but \"founded\" is 2012", "è nato nel 2013, ma \"founded\" è 2012"),
    (Set("/clusters/30/description/en", || json!("Companies of eastern Westphalia work on intelligent technical systems; the network has 180 members.")), "/clusters/30/description/en", "speaks of 180 members, but \"count\" is 220", "parla di 180 soci, ma \"count\" è 220"),
    (Set("/clusters/32/description/it", || json!("Il cluster vallone della chimica verde, con sede a Torino, lavora sui materiali sostenibili.")), "/clusters/32/description/it", "puts the seat in Torino, but \"city\" is \"gosselies\"", "la sede è a Torino, ma \"city\" è \"gosselies\""),
    (Set("/clusters/22/description/en", || json!("Companies and universities of Veneto work on high technology in this district.")), "/clusters/22/description/en", "names Veneto, but \"regions\" contains \"puglia\"", "nomina Veneto, ma \"regions\" contiene \"puglia\""),
    (Set("/clusters/22/sources", || json!([])), "/clusters/22/evidence", "has no sources", "non ha fonti"),
    (Edit(|data| { forget(data, "/clusters/0/sources", "founded"); }), "/clusters/0/founded", "No source of the record supports \"founded\", and it is not marked as unverified", "Nessuna fonte della scheda conferma \"founded\", che non è segnato come non verificato"),
    (Set("/clusters/4/unverified", || json!([])), "/clusters/4/city", "under \"supports\" of the source that says so; if none does, under \"unverified\"", "se non ce n'è una, in \"unverified\""),
    (Set("/organisations/1/unverified", || json!([])), "/organisations/1/name", "under \"unverified\": {\"fact\": \"name_en\"}, {\"fact\": \"city\"}", "in \"unverified\": {\"fact\": \"name_en\"}, {\"fact\": \"city\"}"),
    // The same twice.
    (Set("/organisations/3/name/it", || json!("Politecnico di Milano")), "/organisations/3/name/it", "also that of the organisation \"politecnico-di-milano\"", "anche quello dell'organizzazione \"politecnico-di-milano\""),
    (Set("/clusters/3/acronym", || json!("CLM")), "/clusters/5/acronym", "also that of the cluster \"le2c\"", "anche quella del cluster \"le2c\""),
    (Set("/organisations/1/website", || json!("https://unibs.it/")), "/organisations/1/website", "also that of the organisation \"university-of-brescia\"", "anche quello dell'organizzazione \"university-of-brescia\""),
    // Records and fields that are missing, new or old.
    (Remove("clusters", "agrobiopesca"), "/memberships/196/cluster", "was published, but is no longer in the file, and 3 places still refer to it", "nel file non c'è più, e 3 punti del file vi fanno ancora riferimento"),
    (Remove("organisations", "liuc"), "/memberships/38/organisation", "under \"withdrawn\" and remove what refers to it", "in \"withdrawn\""),
    (Set("/memberships/0/cluster", || json!("invented-and-withdrawn")), "/memberships/0/cluster", "was withdrawn", "risulta in \"withdrawn\""),
    (Set("/clusters/34/city", || json!("isernia")), "/clusters/34/city", "To add it, put this under \"cities\": {\"id\": \"isernia\"", "Per aggiungerla, scrivi in \"cities\": {\"id\": \"isernia\""),
    (Set("/clusters/0/members/as_of", || json!("2026-11-24")), "/updated", "contains a later date than this: 2026-11-24", "una data più recente di questa: 2026-11-24"),
    (Set("/memberships/0/as_of", || json!("2026-11-24")), "/memberships/0/as_of", "later than the last change of the catalogue", "successiva all'ultima modifica del catalogo"),
    (Set("/clusters/0/last_seen", || json!("2026-11-24")), "/clusters/0/last_seen", "last known activity is later than the last change", "attività nota è successiva all'ultima modifica"),
    // Status and its evidence.
    (Set("/clusters/0/last_seen", || json!("2020-11")), "/clusters/0/status", "is more than six years old (before 2020-11-23)", "risale a più di sei anni fa (prima del 2020-11-23)"),
    (Edit(|data| drop(data["clusters"][0].as_object_mut().map(|cluster| cluster.remove("last_seen")))), "/clusters/0/status", "no date says when the cluster was last seen at work", "nessuna data dice quando"),
    (Set("/clusters/0/sources", || json!([{"url": "https://example.org/", "supports": [{"fact": "founded"}]}])), "/clusters/0/status", "No source of the record supports the status", "Nessuna fonte della scheda conferma lo stato"),
    (Set("/clusters/0/status", || json!("unknown")), "/clusters/0/status", "within the last six years (2025-05, not before 2020-11-23)", "negli ultimi sei anni (2025-05, non prima del 2020-11-23)"),
    (Edit(|data| data["accepted"] = json!([{"check": "seat", "records": ["clusters/le2c"], "reason": "It moved."}])), "/accepted/0/records/0", "no longer warns of \"clusters/le2c\"", "non segnala più \"clusters/le2c\""),
];

/// Takes a fact out of all sources of a record.
fn forget(data: &mut Value, sources: &str, fact: &str) {
    let sources = data.pointer_mut(sources).and_then(Value::as_array_mut);
    for source in sources.into_iter().flatten() {
        if let Some(supports) = source["supports"].as_array_mut() {
            supports.retain(|support| support["fact"] != *fact);
        }
    }
}

/// Adds a city with this id.
fn push_city(data: &mut Value, id: &str) {
    let mut city = data["cities"][0].clone();
    city["id"] = id.into();
    if let Some(cities) = data["cities"].as_array_mut() {
        cities.push(city);
    }
}

fn patched(text: &str, patch: &Patch) -> Result<String, Box<dyn Error>> {
    let mut data: Value = serde_json::from_str(text)?;
    match patch {
        Text(from, to) => {
            assert!(text.contains(from), "the fixture does not hold {from:?}");
            return Ok(text.replacen(from, to, 1));
        }
        Cut(before) => {
            let end = text.find(before).ok_or("no place to cut")?;
            return Ok(text[..end].to_owned());
        }
        Set(pointer, value) => {
            let (parent, field) = pointer.rsplit_once('/').ok_or("no pointer")?;
            let parent = data.pointer_mut(parent).ok_or(*pointer)?;
            match field.parse::<usize>() {
                Ok(index) => parent[index] = value(),
                Err(_) => parent[field] = value(),
            }
        }
        Remove(list, id) => {
            let records = data[list].as_array_mut().ok_or("no list")?;
            records.retain(|record| record["id"] != **id);
        }
        Edit(edit) => edit(&mut data),
    }
    Ok(format!("{data:#}"))
}

/// The ids of a file, as the list of published ids has them.
fn published(text: &str) -> Result<String, Box<dyn Error>> {
    let data: Value = serde_json::from_str(text)?;
    let paths = ["areas", "clusters", "organisations"]
        .into_iter()
        .flat_map(|list| {
            let records = data[list].as_array().into_iter().flatten();
            records
                .map(move |record| format!("{list}/{}", record["id"].as_str().unwrap_or_default()))
        });
    Ok(paths.collect::<Vec<_>>().join("\n"))
}

/// The parts that distinguish problems, whatever their lines.
fn key(problem: &Problem) -> String {
    let words = problem.record(Lang::En) + &problem.what(Lang::En);
    words.replace(|letter: char| letter.is_ascii_digit(), "")
}

#[test]
fn editors_get_reports_in_their_language() -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(fixture_file())?;
    let (published, today) = (published(&text)?, Date::new(TODAY)?);
    let before: BTreeSet<_> = check(&text, &published, &today).iter().map(key).collect();
    let mut failures = Vec::new();
    for (number, (patch, pointer, english, italian)) in (1..).zip(&CASES) {
        let broken = patched(&text, patch)?;
        let mut problems = check(&broken, &published, &today);
        problems.retain(|problem| !before.contains(&key(problem)));
        let report = Report::new("catalogue.json".into(), broken, problems);
        for (lang, words) in [(Lang::En, english), (Lang::It, italian)] {
            let rendered = report.render(lang, false);
            println!("{number}. {rendered}");
            let is_told = report.problems.iter().any(|problem| {
                problem.pointer == *pointer
                    && format!("{} {}", problem.what(lang), problem.fix(lang)).contains(words)
            });
            if !is_told {
                failures.push(format!(
                    "{number}: {words:?} at {pointer} is not in\n{rendered}"
                ));
            }
        }
        // The description gives the founding year in both languages.
        let places: BTreeSet<_> = report
            .problems
            .iter()
            .map(|problem| &problem.pointer)
            .collect();
        let records: BTreeSet<_> = report
            .problems
            .iter()
            .map(|problem| problem.record(Lang::En))
            .collect();
        if places.len() > 2 || records.len() != 1 {
            let rendered = report.render(Lang::En, false);
            failures.push(format!("{number}: it is not one mistake in\n{rendered}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}
