//! The phrases in Italian messages.

use catalogue::model::Lang;

use crate::message::{
    Form, FoundValue, JsonType, Kind, RecordName, Shape, Uses, Wanted, quote, quote_all,
};

pub(super) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Area => "area",
        Kind::Country => "paese",
        Kind::Region => "regione",
        Kind::City => "città",
        Kind::Cluster => "cluster",
        Kind::Organisation => "organizzazione",
        Kind::Membership => "adesione",
        Kind::Withdrawn => "scheda ritirata",
        Kind::Accepted => "avviso accettato",
    }
}

/// The name with the definite article, ready for a quoted id.
pub(super) fn the(kind: Kind) -> &'static str {
    match kind {
        Kind::Area => "l'area",
        Kind::Country => "il paese",
        Kind::Region => "la regione",
        Kind::City => "la città",
        Kind::Cluster => "il cluster",
        Kind::Organisation => "l'organizzazione",
        Kind::Membership => "l'adesione",
        Kind::Withdrawn => "la scheda ritirata",
        Kind::Accepted => "l'avviso accettato",
    }
}

/// Like [`the`], after "di".
pub(super) fn of_the(kind: Kind) -> &'static str {
    match kind {
        Kind::Area => "dell'area",
        Kind::Country => "del paese",
        Kind::Region => "della regione",
        Kind::City => "della città",
        Kind::Cluster => "del cluster",
        Kind::Organisation => "dell'organizzazione",
        Kind::Membership => "dell'adesione",
        Kind::Withdrawn => "della scheda ritirata",
        Kind::Accepted => "dell'avviso accettato",
    }
}

/// Like [`the`], at the beginning of a sentence.
pub(super) fn the_at_start(kind: Kind) -> String {
    let words = the(kind);
    words[..1].to_uppercase() + &words[1..]
}

pub(in super::super) fn record_name(record: &RecordName) -> String {
    match record {
        RecordName::File => "il file".to_owned(),
        RecordName::Field(field) => format!("campo {} del file", quote(field)),
        RecordName::Id(kind, id) => format!("{} {}", name(*kind), quote(id)),
        RecordName::Number(kind, number) => format!("{} numero {number}", name(*kind)),
        RecordName::Membership {
            organisation,
            cluster,
        } => format!("adesione di {} a {}", quote(organisation), quote(cluster)),
    }
}

pub(super) fn found(found: &FoundValue) -> String {
    match found {
        FoundValue::Text(text) => quote(text),
        FoundValue::Other(other) => json_type(*other).to_owned(),
    }
}

pub(super) const fn json_type(of: JsonType) -> &'static str {
    match of {
        JsonType::Null => "un valore vuoto (null)",
        JsonType::Boolean => "un vero o falso (true, false)",
        JsonType::Integer => "un numero intero",
        JsonType::Number => "un numero",
        JsonType::Text => "un testo",
        JsonType::List => "un elenco",
        JsonType::Object => "un gruppo di campi",
    }
}

pub(super) const fn how_to_write(wanted: JsonType) -> &'static str {
    match wanted {
        JsonType::Null => "Scrivi null.",
        JsonType::Boolean => "Scrivi true o false, senza virgolette.",
        JsonType::Integer => {
            "Scrivilo in cifre, senza virgolette e senza decimali, ad esempio 2012."
        }
        JsonType::Number => {
            "Scrivilo in cifre, senza virgolette e con il punto decimale, ad esempio 45.5."
        }
        JsonType::Text => "Scrivilo tra virgolette: \"…\".",
        JsonType::List => "Scrivilo tra parentesi quadre, con le virgole: [\"…\", \"…\"].",
        JsonType::Object => {
            "Scrivilo tra parentesi graffe, ad esempio {\"en\": \"…\", \"it\": \"…\"}."
        }
    }
}

pub(super) const fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Value => "un valore",
        Wanted::FieldName => "il nome di un campo (tra virgolette)",
        Wanted::Colon => "il segno dei due punti (tra il nome di un campo e il suo valore)",
        Wanted::CommaOrBracket => "una virgola o la parentesi di chiusura",
    }
}

pub(super) fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Text => "\"…\"".into(),
        Shape::Number => "e un numero".into(),
        Shape::List => "[ … ]".into(),
        Shape::Object(fields) => {
            let fields: Vec<_> = fields.iter().map(|name| format!("\"{name}\": …")).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Shape::OneOf(words) => format!("\"…\" (una di queste parole: {})", quote_all(words)),
    }
}

/// "Intendevi "energy"? ", if there is a similar word.
pub(super) fn near(word: Option<&String>) -> String {
    word.map_or_else(String::new, |word| format!("Intendevi {}? ", quote(word)))
}

pub(super) const fn form(form: Form) -> &'static str {
    match form {
        Form::Id => "Scrivilo come in \"university-of-brescia\".",
        Form::Country => "Scrivi la sigla del paese, ad esempio \"IT\".",
        Form::Date => "Scrivi un giorno del calendario, ad esempio \"2026-11-23\".",
        Form::SeenDate => "Scrivi la data fin dove è nota, ad esempio \"2022-06\".",
        Form::Url => {
            "Copia l'indirizzo intero dal browser, ad esempio \"https://www.example.org\"."
        }
        Form::Text => {
            "Scrivi testo semplice, senza spazi agli estremi e senza caratteri invisibili."
        }
        Form::Bilingual => "Scrivi {\"en\": \"…\", \"it\": \"…\"}.",
        Form::Coordinates => "Scrivi i gradi, ad esempio {\"lat\": 45.54, \"lon\": 10.22}.",
        Form::Record => "Guarda come sono scritte le schede che precedono e che seguono.",
    }
}

/// ", e 3 punti del file vi fanno ancora riferimento (righe 12, 40, 41)".
pub(super) fn uses(uses: &Uses) -> String {
    let lines = uses.some_lines();
    match uses.lines.len() {
        0 => String::new(),
        1 => format!(", e un punto del file vi fa ancora riferimento (riga {lines})"),
        places => {
            format!(", e {places} punti del file vi fanno ancora riferimento (righe {lines})")
        }
    }
}

/// Like [`uses`], where a single use is the place of the message itself.
pub(super) fn further_uses(of: &Uses) -> String {
    if of.lines.len() > 1 {
        uses(of)
    } else {
        String::new()
    }
}

pub(super) const CUT_OFF: &str = "Riprendi il file da una copia completa, oppure chiudi le parentesi e le virgolette rimaste aperte.";
pub(super) const DESCRIPTION: &str = "Correggi il campo o la descrizione. Meglio ancora: togli dalla descrizione \
    i dati che hanno un campo proprio.";

pub(super) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "inglese",
        Lang::It => "italiano",
    }
}
