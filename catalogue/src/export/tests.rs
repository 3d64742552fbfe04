//! Files of records are read back by other readers, on a copy of real data and on hostile values.

use super::words::word;
use super::*;
use crate::browse::Collection;
use crate::model::{
    Catalogue, Evidence, Fact, Lang, Level, OrganisationKind, Precision, Role, Status, Text, Unit,
};
use crate::query::{Facet, Query, Sort};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::error::Error;
use std::sync::LazyLock;

type Tested = Result<(), Box<dyn Error>>;

const ROOT: &str = "https://example.org/clusters/";

static REAL: LazyLock<Collection> = LazyLock::new(|| {
    let data = include_str!("../../../tests/golden/catalogue.json");
    match Catalogue::from_json(data) {
        Ok(catalogue) => Collection::new(catalogue),
        Err(error) => panic!("the file is not a catalogue: {error:?}"),
    }
});

fn of(collection: &Collection) -> Envelope<'_> {
    Envelope {
        collection,
        root: ROOT,
        version: "5d41402abc4b2a76",
    }
}

/// The names of the columns and the rows of a table, as another reader sees them.
fn read_csv(file: &str) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let text = file.strip_prefix('\u{FEFF}').ok_or("no byte order mark")?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records();
    rows.map(|row| Ok(row?.iter().map(str::to_owned).collect()))
        .collect()
}

#[test]
fn tables_have_a_row_for_each_record_and_names_for_all_columns() -> Tested {
    let catalogue = &REAL.catalogue;
    let lengths = [
        catalogue.clusters.len(),
        catalogue.organisations.len(),
        catalogue.memberships.len(),
    ];
    for (table, length) in TABLES.iter().zip(lengths) {
        for lang in Lang::ALL {
            let file = table.csv(of(&REAL), lang);
            let rows = read_csv(&file)?;
            assert_eq!(rows.len(), length + 1, "{}", table.list.name());
            let names: Vec<_> = table.columns.iter().map(|it| it.name(lang)).collect();
            assert_eq!(rows[0], names);
            assert_eq!(file.matches("\r\n").count(), length + 1);
        }
    }
    Ok(())
}

#[test]
fn tables_have_numbers_with_date_precision_and_unit() -> Tested {
    let rows = read_csv(&TABLES[0].csv(of(&REAL), Lang::It))?;
    let column = |name: &str| rows[0].iter().position(|it| it == name).ok_or("no column");
    let [id, members, precision, unit, counted] = [
        "id",
        "membri",
        "membri_precisione",
        "membri_unita",
        "membri_data",
    ]
    .map(column);
    let (id, members, precision, unit, counted) = (id?, members?, precision?, unit?, counted?);
    for row in &rows[1..] {
        let cluster = REAL.catalogue.clusters.get(&row[id]).ok_or("no cluster")?;
        let known = cluster.members.as_ref().filter(|it| it.count.is_some());
        let Some(known) = known else {
            assert!(row[members].is_empty() && row[precision].is_empty());
            continue;
        };
        assert_eq!(row[members].parse().ok(), known.count);
        assert_eq!(row[precision], word(&known.precision, Lang::It));
        assert_eq!(row[unit], word(&known.unit, Lang::It));
        assert_eq!(
            row[counted],
            known.as_of.as_ref().map_or("", |it| it.as_str())
        );
    }
    Ok(())
}

#[test]
fn files_of_no_records_can_be_read() -> Tested {
    let empty = json!({
        "schema_version": 1, "updated": "2026-11-20",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org"},
        "areas": [], "countries": [], "regions": [], "cities": [], "clusters": [],
        "organisations": [], "memberships": [],
    });
    let empty = Catalogue::from_json(&empty.to_string()).map_err(|it| format!("{it:?}"))?;
    let empty = Collection::new(empty);
    let read: Value = serde_json::from_str(&list_json(of(&empty), RecordList::Clusters))?;
    assert_eq!(read["clusters"], json!([]));
    let read: Value = serde_json::from_str(&clusters_geojson(of(&empty)))?;
    assert_eq!(read["features"], json!([]));
    Ok(())
}

#[test]
fn records_are_those_of_the_data_file() -> Tested {
    let data: Value = serde_json::from_str(include_str!("../../../tests/golden/catalogue.json"))?;
    for list in RecordList::ALL {
        let read: Value = serde_json::from_str(&list_json(of(&REAL), list))?;
        let (records, own) = (&read[list.name()], &data[list.name()]);
        assert_eq!(
            records.as_array().map(Vec::len),
            own.as_array().map(Vec::len)
        );
        for (number, own) in own.as_array().into_iter().flatten().enumerate() {
            for (key, value) in own.as_object().into_iter().flatten() {
                assert!(
                    includes(&records[number][key], value),
                    "{} {number} {key}: {} instead of {value}",
                    list.name(),
                    records[number][key]
                );
            }
        }
    }
    Ok(())
}

/// Whether a value as written includes one of the data file, which may leave out what is empty.
fn includes(written: &Value, own: &Value) -> bool {
    match (written, own) {
        (Value::Object(written), Value::Object(own)) => own
            .iter()
            .all(|(key, value)| includes(written.get(key).unwrap_or(&Value::Null), value)),
        (Value::Array(written), Value::Array(own)) => {
            written.len() == own.len()
                && written
                    .iter()
                    .zip(own)
                    .all(|(written, own)| includes(written, own))
        }
        _ => written == own,
    }
}

#[test]
fn positions_are_those_of_cities() -> Tested {
    let read: Value = serde_json::from_str(&clusters_geojson(of(&REAL)))?;
    let catalogue = &REAL.catalogue;
    for (feature, cluster) in read["features"]
        .as_array()
        .into_iter()
        .flatten()
        .zip(catalogue.clusters.iter())
    {
        assert_eq!(feature["id"], cluster.id.as_str());
        let city = cluster
            .city
            .as_ref()
            .and_then(|id| catalogue.cities.get(id.as_str()));
        let centre = city.and_then(|city| city.centre);
        let coordinates = centre.map_or(Value::Null, |it| json!([it.lon, it.lat]));
        assert_eq!(feature["geometry"]["coordinates"], coordinates);
        let position = centre.map_or(Value::Null, |_| "city".into());
        assert_eq!(feature["properties"]["position"], position);
    }
    Ok(())
}

#[test]
fn every_value_has_an_italian_word() {
    fn check<T: serde::Serialize>(values: &[T]) {
        for value in values {
            let [en, it] = Lang::ALL.map(|lang| word(value, lang));
            // It is an Italian word as well.
            assert!(en != it || en == "email", "{en}");
        }
    }
    check(&Level::ALL);
    check(&Status::ALL);
    check(&Role::ALL);
    check(&[Evidence::Weak, Evidence::Medium, Evidence::Strong]);
    check(&[
        Precision::Exact,
        Precision::Over,
        Precision::About,
        Precision::Nearly,
    ]);
    check(&[
        Unit::Members,
        Unit::Founders,
        Unit::Companies,
        Unit::Partners,
        Unit::Organisations,
    ]);
    check(&[
        OrganisationKind::University,
        OrganisationKind::Research,
        OrganisationKind::Company,
        OrganisationKind::Hospital,
        OrganisationKind::Public,
        OrganisationKind::Association,
        OrganisationKind::Foundation,
        OrganisationKind::Other,
    ]);
    check(&[
        Fact::Name,
        Fact::NameEn,
        Fact::NameIt,
        Fact::Acronym,
        Fact::FormerNames,
        Fact::Areas,
        Fact::City,
        Fact::Region,
        Fact::Website,
        Fact::Email,
        Fact::LegalForm,
        Fact::Founded,
        Fact::Recognised,
        Fact::Members,
        Fact::Keywords,
        Fact::NationalCluster,
        Fact::Organisations,
        Fact::Status,
        Fact::Other,
    ]);
}

#[test]
fn hostile_texts_are_inert_in_every_format() -> Tested {
    #[derive(serde::Deserialize)]
    struct Class {
        values: Vec<Value>,
    }
    let classes = include_str!("../../../tests/hostile/values.json");
    let classes: Vec<Class> = serde_json::from_str(classes)?;
    let values = classes.into_iter().flat_map(|class| class.values);
    let formulas = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "a\",=1",
    ];
    // Long texts are written in another way.
    let values = values.filter_map(|value| value.as_str().map(str::to_owned));
    let texts: Vec<String> = values
        .chain(formulas.map(str::to_owned))
        .filter(|text| Text::new(text).is_ok())
        .collect();
    assert!(texts.len() > 100);
    let clusters = texts.iter().enumerate().map(|(number, text)| {
        json!({
            "id": format!("c-{number}"), "name": {"en": text, "it": text}, "acronym": text,
            "level": "national", "areas": ["area"], "country": "IT", "evidence": "weak",
            "description": {"en": text}, "note": {"it": text}, "keywords": {"en": [text, text]},
        })
    });
    let data = json!({
        "schema_version": 1, "updated": "2026-11-20",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org"},
        "areas": [{"id": "area", "label": {"en": "Area"}}],
        "countries": [{"id": "IT", "label": {"en": "Italy"}}],
        "regions": [], "cities": [], "clusters": clusters.collect::<Vec<_>>(),
        "organisations": [], "memberships": [],
    });
    let catalogue = Catalogue::from_json(&data.to_string()).map_err(|it| format!("{it:?}"))?;
    assert_eq!(catalogue.clusters.len(), texts.len());
    let collection = Collection::new(catalogue);
    let of = of(&collection);

    let rows = read_csv(&TABLES[0].csv(of, Lang::En))?;
    assert_eq!(rows.len(), texts.len() + 1);
    for (row, text) in rows[1..].iter().zip(&texts) {
        let is_formula = text.starts_with(['=', '+', '-', '@']);
        let cell = if is_formula {
            format!("'{text}")
        } else {
            text.clone()
        };
        assert_eq!(row[1], cell);
        assert!(
            !row.iter()
                .any(|cell| cell.starts_with(['=', '+', '-', '@']))
        );
    }
    let read: Value = serde_json::from_str(&list_json(of, RecordList::Clusters))?;
    let on_map: Value = serde_json::from_str(&clusters_geojson(of))?;
    let csl = bibliography(of, Format::CslJson, Lang::En, "Site").ok_or("no file")?;
    let csl: Value = serde_json::from_str(&csl)?;
    let ris = bibliography(of, Format::Ris, Lang::En, "Site").ok_or("no file")?;
    for (number, text) in texts.iter().enumerate() {
        assert_eq!(read["clusters"][number]["name"]["en"], **text);
        assert_eq!(on_map["features"][number]["properties"]["name_it"], **text);
        assert_eq!(csl[number]["title"], **text);
        let id = format!("c-{number}");
        let records = [(u32::try_from(number)?, id.as_str())];
        let record = Format::Ris
            .select(&ris, texts.len(), &records, "")
            .ok_or("no record")?;
        assert!(record.contains(&format!("\nTI  - {text}\nT2  - Site\n")));
        assert_eq!(record.matches("\nER  - ").count(), 1);
    }
    Ok(())
}

/// Texts that find many, some and no clusters.
const TEXTS: [&str; 6] = ["", "energy", "lombardia ", "agri", "università", "xyzzy"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A download has the results of the listing in its order, in every format.
    #[test]
    fn selections_equal_the_listing(
        text in prop::sample::select(&TEXTS[..]),
        facet in prop::sample::select(&Facet::ALL[..]),
        value in any::<prop::sample::Index>(),
        is_narrowed in prop::bool::ANY,
        sort in prop::sample::select(&Sort::ALL[..]),
        lang in prop::sample::select(&Lang::ALL[..]),
    ) {
        let mut query = Query::default().with_text(text).with_sort(sort);
        if is_narrowed {
            let values = REAL.values(facet);
            query.choose(facet, values.id(u32::try_from(value.index(values.len()))?));
        }
        let listed = REAL.matching_clusters(&query, lang);
        let clusters = &REAL.catalogue.clusters;
        let id = |number: u32| clusters[number as usize].id.as_str();
        let records: Vec<_> = listed.iter().map(|&number| (number, id(number))).collect();
        let ids: Vec<_> = records.iter().map(|(_, id)| *id).collect();
        let of = of(&REAL);

        let file = TABLES[0].csv(of, lang);
        let all = read_csv(&file).map_err(|it| TestCaseError::fail(it.to_string()))?;
        let selection = Format::Csv.select(&file, clusters.len(), &records, "").unwrap_or_default();
        let rows = read_csv(&selection).map_err(|it| TestCaseError::fail(it.to_string()))?;
        prop_assert_eq!(&rows[0], &all[0]);
        prop_assert_eq!(rows.len(), ids.len() + 1);
        for (row, &number) in rows[1..].iter().zip(&listed) {
            prop_assert_eq!(row, &all[number as usize + 1]);
            prop_assert_eq!(&row[0], id(number));
            prop_assert_eq!(
                row[1].trim_start_matches('\''),
                clusters[number as usize].name.text(lang)
            );
        }

        let about = "\"selection\":{\"title\":\"t\",\"url\":\"u\"},";
        let file = list_json(of, RecordList::Clusters);
        let selection = Format::Json.select(&file, clusters.len(), &records, about).unwrap_or_default();
        let read: Value = serde_json::from_str(&selection)?;
        let whole: Value = serde_json::from_str(&file)?;
        prop_assert_eq!(&read["selection"]["title"], "t");
        prop_assert_eq!(&read["updated"], &whole["updated"]);
        let expected: Vec<_> = listed.iter().map(|&number| &whole["clusters"][number as usize]).collect();
        prop_assert_eq!(&read["clusters"], &json!(expected));

        let selection = Format::GeoJson.select(&clusters_geojson(of), clusters.len(), &records, about).unwrap_or_default();
        let read: Value = serde_json::from_str(&selection)?;
        let found: Vec<_> = read["features"].as_array().into_iter().flatten().map(|it| it["id"].as_str().unwrap_or_default()).collect();
        prop_assert_eq!(&found, &ids);

        for (format, mark) in [(Format::BibTex, "@online{"), (Format::Ris, "TY  - ELEC"), (Format::CslJson, "\"type\":")] {
            let file = bibliography(of, format, lang, "Site").unwrap_or_default();
            let selection = format.select(&file, clusters.len(), &records, "").unwrap_or_default();
            prop_assert_eq!(selection.matches(mark).count(), ids.len());
            let mut rest = selection.as_str();
            for id in &ids {
                let page = format!("/clusters/{id}/");
                let at = rest.find(&page);
                prop_assert!(at.is_some(), "{} is missing or out of order", id);
                rest = &rest[at.unwrap_or_default()..];
            }
        }
    }
}
