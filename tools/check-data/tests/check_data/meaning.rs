//! Files of the right form that make no sense.

use super::{BrokenFile, SOUND, TestResult, check, each_is_told};

const IDS: &[BrokenFile] = &[
    BrokenFile {
        name: "an id twice",
        change: ("\"id\": \"mer-bretagne\"", "\"id\": \"blue-energy\""),
        record: "cluster \"blue-energy\"",
        pointer: "/clusters/2/id",
        at: "\"blue-energy\",\n      \"name\": {\"en\": \"Brittany",
        says: &[
            "\"blue-energy\" is given to two records",
            "on line 59 and here, on line 71",
        ],
    },
    BrokenFile {
        name: "a former id that another record has",
        change: ("\"milan-polytechnic\"]", "\"politecnico-di-milano\"]"),
        record: "organisation \"politecnico-di-milano\"",
        pointer: "/organisations/0/former_ids/0",
        at: "\"politecnico-di-milano\"],",
        says: &[
            "\"politecnico-di-milano\" already belongs to something else, on line 87",
            "one organisation for ever",
        ],
    },
    BrokenFile {
        name: "the id of a withdrawn record reused",
        change: ("\"id\": \"lombardia-energia\"", "\"id\": \"mer-bretagne\""),
        record: "withdrawn record \"mer-bretagne\"",
        pointer: "/withdrawn/0/id",
        at: "\"mer-bretagne\",\n      \"kind\"",
        says: &["\"mer-bretagne\" already belongs to something else, on line 71"],
    },
    BrokenFile {
        name: "a successor that does not exist",
        change: ("\"successor\": \"le2c\"", "\"successor\": \"le2d\""),
        record: "withdrawn record \"lombardia-energia\"",
        pointer: "/withdrawn/0/successor",
        at: "\"le2d\"",
        says: &[
            "The cluster \"le2d\" does not exist",
            "leave the successor out",
        ],
    },
    BrokenFile {
        name: "an area that does not exist",
        change: ("\"areas\": [\"energy\"]", "\"areas\": [\"enrgy\"]"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/areas/0",
        at: "\"enrgy\"",
        says: &[
            "The area \"enrgy\" does not exist",
            "Did you mean \"energy\"?",
            "listed under \"areas\"",
        ],
    },
    BrokenFile {
        name: "a region that does not exist",
        change: ("\"regions\": [\"bretagne\"]", "\"regions\": [\"brittany\"]"),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/regions/0",
        at: "\"brittany\"",
        says: &["The region \"brittany\" does not exist"],
    },
    BrokenFile {
        name: "a country that does not exist",
        change: (
            "\"id\": \"bretagne\", \"country\": \"FR\"",
            "\"id\": \"bretagne\", \"country\": \"XX\"",
        ),
        record: "region \"bretagne\"",
        pointer: "/regions/1/country",
        at: "\"XX\"",
        says: &["The country \"XX\" does not exist"],
    },
    BrokenFile {
        name: "a city that does not exist",
        change: ("\"city\": \"brest\"", "\"city\": \"brset\""),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/city",
        at: "\"brset\"",
        says: &[
            "The city \"brset\" is not in the list of cities",
            "Did you mean \"brest\"?",
            "under \"cities\": {\"id\": \"brset\"",
        ],
    },
    BrokenFile {
        name: "an organisation that does not exist",
        change: (
            "\"organisation\": \"politecnico-di-milano\"",
            "\"organisation\": \"politecnico-milano\"",
        ),
        record: "membership of \"politecnico-milano\" in \"le2c\"",
        pointer: "/memberships/0/organisation",
        at: "\"politecnico-milano\"",
        says: &[
            "The organisation \"politecnico-milano\" does not exist",
            "\"politecnico-di-milano\"",
        ],
    },
    BrokenFile {
        name: "a cluster that does not exist",
        change: ("\"cluster\": \"le2c\"", "\"cluster\": \"lec2\""),
        record: "membership of \"politecnico-di-milano\" in \"lec2\"",
        pointer: "/memberships/0/cluster",
        at: "\"lec2\"",
        says: &["The cluster \"lec2\" does not exist", "\"le2c\""],
    },
    BrokenFile {
        name: "a national cluster that is not one",
        change: (
            "\"national_clusters\": [\"blue-energy\"]",
            "\"national_clusters\": [\"mer-bretagne\"]",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/national_clusters/0",
        at: "\"mer-bretagne\"],",
        says: &["\"mer-bretagne\" is not a national cluster", "\"regional\""],
    },
    BrokenFile {
        name: "the national cluster of another country",
        change: (
            "\"city\": \"brest\", \"unverified\": [",
            "\"city\": \"brest\", \"national_clusters\": [\"blue-energy\"], \"unverified\": [{\"fact\": \"national_cluster\"}, ",
        ),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/national_clusters/0",
        at: "\"blue-energy\"], \"unverified\"",
        says: &["national cluster of another country: IT, not FR"],
    },
    BrokenFile {
        name: "a membership twice",
        change: ("\"role\": \"founder\"", "\"role\": \"member\""),
        record: "membership of \"politecnico-di-milano\" in \"le2c\"",
        pointer: "/memberships/1",
        at: "{\n      \"organisation\": \"politecnico-di-milano\",\n      \"cluster\": \"le2c\",\n      \"role\": \"member\",\n      \"source\"",
        says: &["is already on line 96", "Remove one"],
    },
];

#[test]
fn ids_occur_once_and_lead_somewhere() -> TestResult {
    each_is_told(IDS)
}

const PLACES: &[BrokenFile] = &[
    BrokenFile {
        name: "latitude and longitude swapped",
        change: (
            "{\"lat\": 45.4669, \"lon\": 9.19}",
            "{\"lat\": 9.19, \"lon\": 45.4669}",
        ),
        record: "city \"milano\"",
        pointer: "/cities/0/centre",
        at: "{\"lat\": 9.19",
        says: &[
            "9.19 north, 45.4669 east does not lie in IT",
            "\"lat\" is the degrees north",
        ],
    },
    BrokenFile {
        name: "a minus forgotten",
        change: ("\"lon\": -4.4863", "\"lon\": 14.4863"),
        record: "city \"brest\"",
        pointer: "/cities/1/centre",
        at: "{\"lat\": 48.3903",
        says: &["does not lie in FR"],
    },
    BrokenFile {
        name: "a region of another country",
        change: (
            "\"regions\": [\"lombardia\"]",
            "\"regions\": [\"lombardia\", \"bretagne\"]",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/regions/1",
        at: "\"bretagne\"],",
        says: &[
            "\"bretagne\" lies in FR, but the cluster's country is IT",
            "cross-border",
        ],
    },
    BrokenFile {
        name: "a seat in another country",
        change: (
            "\"city\": \"milano\",\n      \"website\": \"https://www.polimi.it\"",
            "\"city\": \"brest\",\n      \"website\": \"https://www.polimi.it\"",
        ),
        record: "organisation \"politecnico-di-milano\"",
        pointer: "/organisations/0/city",
        at: "\"brest\",\n      \"website\": \"https://www.polimi.it\"",
        says: &["\"brest\" lies in FR, but the country given here is IT"],
    },
];

#[test]
fn places_lie_where_they_are_said_to() -> TestResult {
    each_is_told(PLACES)
}

#[test]
fn a_cluster_across_a_border_has_regions_of_both_countries() -> TestResult {
    let text = SOUND
        .replacen(
            "\"regions\": [\"lombardia\"]",
            "\"regions\": [\"lombardia\", \"bretagne\"]",
            1,
        )
        .replacen("\"level\": \"regional\"", "\"level\": \"cross-border\"", 1);
    assert_eq!(check(&text)?, []);
    Ok(())
}

/// The end of a description of more than 500 characters.
const LONG: &str = "really really really really really really really really really really really \
    really really really really really really really really really really really really really \
    really really really really really really really really really really really really really \
    really really really really really really really really really really really really really \
    really really really really really really really really really really really really really \
    really really really really work on shipping in Brittany.";

const TEXTS: &[BrokenFile] = &[
    BrokenFile {
        name: "a label in one language",
        change: (
            "{\"en\": \"Mobility\", \"it\": \"Mobilità\"}",
            "{\"en\": \"Mobility\"}",
        ),
        record: "area \"mobility\"",
        pointer: "/areas/1/label",
        at: "{\"en\": \"Mobility\"}",
        says: &["not given in Italian", "Add \"it\": \"…\" beside \"en\""],
    },
    BrokenFile {
        name: "a country in one language",
        change: (
            "{\"en\": \"France\", \"it\": \"Francia\"}",
            "{\"it\": \"Francia\"}",
        ),
        record: "country \"FR\"",
        pointer: "/countries/1/label",
        at: "{\"it\": \"Francia\"}",
        says: &["not given in English"],
    },
    BrokenFile {
        name: "a description in one language",
        change: (
            ",\n        \"it\": \"Riunisce imprese e laboratori che in Bretagna lavorano sulla navigazione.\"",
            "",
        ),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/description",
        at: "{\n        \"en\": \"It brings together companies and lab",
        says: &["not given in Italian"],
    },
    BrokenFile {
        name: "HTML",
        change: ("work on clean energy", "work on <b>clean</b> energy"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/description/en",
        at: "\"It brings together companies and universities",
        says: &["markup: \"<b>\"", "plain text"],
    },
    BrokenFile {
        name: "an HTML entity",
        change: ("\"hydrogen\"", "\"R&amp;D\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/keywords/en/0",
        at: "\"R&amp;D\"",
        says: &["markup: \"&amp;\""],
    },
    BrokenFile {
        name: "Markdown's link",
        change: (
            "work on clean energy",
            "work on [clean](https://a.it) energy",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/description/en",
        at: "\"It brings together companies and universities",
        says: &["markup: \"[clean](https://a.it)\""],
    },
    BrokenFile {
        name: "Markdown's stars",
        change: ("\"hydrogen\"", "\"**hydrogen**\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/keywords/en/0",
        at: "\"**hydrogen**\"",
        says: &["markup: \"**\""],
    },
    BrokenFile {
        name: "a note to oneself",
        change: ("\"hydrogen\"", "\"TODO: ask\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/keywords/en/0",
        at: "\"TODO: ask\"",
        says: &["TODO", "Finish it"],
    },
    BrokenFile {
        name: "a description that is too short",
        change: (
            "It brings together companies and laboratories that work on shipping in Brittany.",
            "It works on shipping.",
        ),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/description/en",
        at: "\"It works on shipping.\"",
        says: &["has 21 characters", "40 to 500"],
    },
    BrokenFile {
        name: "a description that is too long",
        change: ("work on shipping in Brittany.", LONG),
        record: "cluster \"mer-bretagne\"",
        pointer: "/clusters/2/description/en",
        at: "\"It brings together companies and laboratories that really",
        says: &["40 to 500", "one to three sentences"],
    },
    BrokenFile {
        name: "a synonym of two areas",
        change: ("\"trasporti\"", "\"Elettricità\""),
        record: "area \"mobility\"",
        pointer: "/areas/1/synonyms/it/0",
        at: "\"Elettricità\"",
        says: &["\"Elettricità\" already belongs to the area \"energy\" (line 10)"],
    },
];

#[test]
fn texts_are_in_both_languages_plain_and_finished() -> TestResult {
    each_is_told(TEXTS)
}

#[test]
fn a_synonym_may_occur_in_both_languages_of_one_area() -> TestResult {
    assert_eq!(
        check(&SOUND.replacen("\"elettricità\"", "\"power\"", 1))?,
        []
    );
    Ok(())
}

const FACTS: &[BrokenFile] = &[
    BrokenFile {
        name: "no area",
        change: ("\"areas\": [\"energy\"]", "\"areas\": []"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/areas",
        at: "[],",
        says: &["no subject area", "at least one"],
    },
    BrokenFile {
        name: "a year too early",
        change: ("\"founded\": 2009", "\"founded\": 209"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/founded",
        at: "209,",
        says: &["The year 209 cannot be right", "1900 to 2026"],
    },
    BrokenFile {
        name: "a year to come",
        change: ("\"recognised\": 2014", "\"recognised\": 2027"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/recognised",
        at: "2027",
        says: &["The year 2027 cannot be right"],
    },
    BrokenFile {
        name: "updated tomorrow",
        change: ("\"2026-11-20\"", "\"2026-11-24\""),
        record: "the file's field \"updated\"",
        pointer: "/updated",
        at: "\"2026-11-24\"",
        says: &["is in the future; today is 2026-11-23"],
    },
    BrokenFile {
        name: "members counted next month",
        change: ("\"2023~\"", "\"2026-12\""),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/members/as_of",
        at: "\"2026-12\"",
        says: &["is in the future"],
    },
    BrokenFile {
        name: "a membership seen next year",
        change: ("\"2022-06\"", "\"2027~\""),
        record: "membership of \"politecnico-di-milano\" in \"le2c\"",
        pointer: "/memberships/0/as_of",
        at: "\"2027~\"",
        says: &["is in the future"],
    },
    BrokenFile {
        name: "no members",
        change: ("\"count\": 140", "\"count\": 0"),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/members/count",
        at: "0, \"as_of\"",
        says: &["cannot have 0 members"],
    },
    BrokenFile {
        name: "a web page for a mailbox",
        change: (
            "\"mailto:info@energycluster.it\"",
            "\"https://www.energycluster.it/mail\"",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/email",
        at: "\"https://www.energycluster.it/mail\"",
        says: &["is not an email address", "mailto:"],
    },
    BrokenFile {
        name: "a source that nobody can find",
        change: (
            "{\"url\": \"https://www.energycluster.it/chi-siamo\", \"supports\"",
            "{\"supports\"",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/sources/0",
        at: "{\"supports\"",
        says: &["neither an address nor a title", "Add \"url\""],
    },
    BrokenFile {
        name: "a membership that nothing supports",
        change: ("{\"url\": \"https://www.energycluster.it/soci\"}", "{}"),
        record: "membership of \"politecnico-di-milano\" in \"le2c\"",
        pointer: "/memberships/0/source",
        at: "{}",
        says: &["neither an address nor a title"],
    },
    BrokenFile {
        name: "active without a date",
        change: (
            "\"evidence\": \"weak\"",
            "\"status\": \"active\", \"evidence\": \"weak\"",
        ),
        record: "cluster \"blue-energy\"",
        pointer: "/clusters/1/status",
        at: "\"active\", \"evidence\"",
        says: &["no date says when", "write \"status\": \"unknown\""],
    },
    BrokenFile {
        name: "active without a source",
        change: (
            "\"evidence\": \"weak\"",
            "\"status\": \"active\", \"last_seen\": \"2024\", \"evidence\": \"weak\"",
        ),
        record: "cluster \"blue-energy\"",
        pointer: "/clusters/1/status",
        at: "\"active\", \"last_seen\"",
        says: &["No source of the record supports the status"],
    },
    BrokenFile {
        name: "active on evidence more than six years old",
        change: (
            "[{\"fact\": \"founded\"}]}",
            "[{\"fact\": \"founded\"}, {\"fact\": \"status\"}]}\n      ], \"last_seen\": \"2020~\", \"status\": \"active\", \"former_ids\": [",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/status",
        at: "\"active\", \"former_ids\"",
        says: &["2020~, is more than six years old (before 2020-11-20)"],
    },
    BrokenFile {
        name: "a last known activity after the last change",
        change: (
            "[{\"fact\": \"founded\"}]}",
            "[{\"fact\": \"founded\"}, {\"fact\": \"status\"}]}\n      ], \"last_seen\": \"2026-11-21\", \"status\": \"active\", \"former_ids\": [",
        ),
        record: "cluster \"le2c\"",
        pointer: "/clusters/0/last_seen",
        at: "\"2026-11-21\"",
        says: &["later than the last change of the catalogue, 2026-11-20"],
    },
    BrokenFile {
        name: "a mark on a fact that is not stated",
        change: (
            "[{\"fact\": \"name_en\"}, {\"fact\": \"areas\"}]",
            "[{\"fact\": \"name_en\"}, {\"fact\": \"areas\"}, {\"fact\": \"city\"}]",
        ),
        record: "cluster \"blue-energy\"",
        pointer: "/clusters/1/unverified/2",
        at: "{\"fact\": \"city\"}],\n      \"level\": \"national",
        says: &["does not state", "Remove the mark"],
    },
];

#[test]
fn facts_are_plausible_and_agree() -> TestResult {
    each_is_told(FACTS)
}
