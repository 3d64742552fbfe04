//! The messages in Italian.

use catalogue::browse::FIGURES;

use super::refusals;
use crate::message::Labels;
use crate::message::{Form, Message, facts, harmless, quote, quote_all};

mod phrases;

pub(super) use phrases::record_name;
use phrases::{
    CUT_OFF, DESCRIPTION, form, found, further_uses, how_to_write, json_type, language, name, near,
    of_the, shape, the_at_start, uses, wanted,
};

pub(super) const LABELS: Labels = Labels {
    error: "errore",
    warning: "avviso",
    fix: "correzione",
    accept: "Se il dato è giusto così, aggiungi questa voce in \"accepted\", con il motivo:",
    more: "… e altri {}. Correggi prima questi, poi ripeti il controllo.",
    cannot_read: "impossibile leggere {}",
    cannot_write: "impossibile scrivere {}",
    not_fit: "{} non può essere pubblicato",
};

pub(super) fn summary(errors: usize, warnings: usize, file: &str) -> String {
    let count = |number: usize, one: &str, many: &str| {
        format!("{number} {}", if number == 1 { one } else { many })
    };
    let errors = count(errors, "errore", "errori");
    let warnings = count(warnings, "avviso", "avvisi");
    format!("{errors}, {warnings} in {file}")
}

#[expect(clippy::too_many_lines, reason = "one arm for each message")]
pub(super) fn words(message: &Message) -> (String, String) {
    let (what, fix): (String, String) = match message {
        Message::NotUtf8 => (
            "Da qui in poi il file non è testo (in UTF-8).".into(),
            "Salvalo con la codifica UTF-8. Se è un'immagine o un archivio, il file è sbagliato.".into(),
        ),
        Message::EmptyFile => ("Il file è vuoto.".into(), "Riprendi il catalogo dall'ultima copia valida.".into()),
        Message::TextAfterEnd => (
            "Il catalogo è finito, ma il file continua.".into(),
            "Togli quello che segue, oppure la parentesi di chiusura che precede, se è di troppo.".into(),
        ),
        Message::TooManyValues { most } => (
            format!("Il file contiene più di {most} valori: nessun catalogo è così grande."),
            "Controlla che sia il file giusto.".into(),
        ),
        Message::TooDeep { most } => (
            format!("Qui sono aperte più di {most} parentesi: a nessun catalogo ne servono tante."),
            "Controlla che sia il file giusto e che una parentesi non sia stata ripetuta molte volte.".into(),
        ),
        Message::TrailingComma { close } => (
            format!("C'è una virgola prima della parentesi di chiusura {close}."),
            "Togli la virgola: le virgole vanno solo tra un elemento e il successivo.".into(),
        ),
        Message::MissingComma => (
            "Prima di questo punto manca una virgola.".into(),
            "Metti una virgola dopo l'elemento precedente.".into(),
        ),
        Message::NotClosed { bracket, line } => (
            format!("Il file finisce, ma la parentesi {bracket} della riga {line} non è chiusa: sembra troncato."),
            CUT_OFF.into(),
        ),
        Message::EndsEarly { wanted: it } => (
            format!("Il file finisce dove dovrebbe esserci {}: sembra troncato.", wanted(*it)),
            CUT_OFF.into(),
        ),
        Message::Unexpected { found, wanted: it } => (
            format!("Qui c'è {found:?}, ma dovrebbe esserci {}.", wanted(*it)),
            match found {
                '<' => "Sembra una pagina web, oppure il segno di un conflitto tra due versioni: usa il file del catalogo.",
                '\'' | '‘' | '’' | '“' | '”' | '„' | '«' | '»' => "Usa le virgolette doppie dritte: \"…\".",
                '/' | '#' => "Togli il commento: nel file non c'è posto per i commenti.",
                '\u{FEFF}' => "Salva il file in UTF-8 senza BOM (byte order mark).",
                _ => "Controlla se poco prima manca, o è di troppo, una virgola, una parentesi o una virgoletta.",
            }.into(),
        ),
        Message::LineEndsInText => (
            "La riga finisce a metà di un testo.".into(),
            "Aggiungi le virgolette di chiusura. Un testo sta su una sola riga, e le virgolette al suo interno si scrivono \\\".".into(),
        ),
        Message::ControlCharacter => (
            "Il testo contiene una tabulazione o un altro carattere di controllo invisibile.".into(),
            "Usa uno spazio.".into(),
        ),
        Message::FileEndsInText => (
            "Il file finisce a metà di un testo: sembra troncato.".into(),
            CUT_OFF.into(),
        ),
        Message::BadEscape => (
            "Il testo contiene una barra rovesciata senza significato.".into(),
            "Scrivi \\\\ per una barra rovesciata e \\\" per le virgolette, oppure togli la barra.".into(),
        ),
        Message::BadNumber => (
            "Questo non è un numero.".into(),
            "Scrivi solo cifre, con il punto prima dei decimali e senza zeri iniziali. Tutto il resto va tra virgolette.".into(),
        ),
        Message::BareWord => (
            "Questa parola è senza virgolette.".into(),
            "Metti il testo tra virgolette dritte: \"…\".".into(),
        ),
        Message::RepeatedField { name, line } => (
            format!("Il campo {} compare due volte nella stessa scheda: la prima è alla riga {line}.", quote(name)),
            "Lasciane uno solo.".into(),
        ),

        Message::UnusableSchema { error } => (
            format!("Lo schema non si può usare: {error}"),
            "Avvisa chi sviluppa il programma.".into(),
        ),
        Message::NotAmong { found: it, near: word, known } => (
            format!("{} non è tra le parole ammesse qui.", found(it)),
            format!("{}Usa una di queste parole: {}.", near(word.as_ref()), quote_all(known)),
        ),
        Message::UnknownField { name, near: word, known } => (
            format!("Qui non esiste un campo {}.", quote(name)),
            match word {
                Some(word) => format!("Intendevi {}?", quote(word)),
                None => format!("Toglilo. I campi ammessi qui sono: {}.", known.join(", ")),
            },
        ),
        Message::MissingField { name, shape: it } => (
            format!("Manca il campo {}.", quote(name)),
            format!("Aggiungi \"{name}\": {}", shape(it)),
        ),
        Message::WrongType { found, wanted } => (
            format!("Qui c'è {}, ma serve {}.", json_type(*found), json_type(*wanted)),
            how_to_write(*wanted).into(),
        ),
        Message::TooSmall { number, limit } => (
            format!("Il numero {number} è troppo piccolo."),
            format!("Scrivi un numero non inferiore a {limit}."),
        ),
        Message::TooLarge { number, limit } => (
            format!("Il numero {number} è troppo grande."),
            format!("Scrivi un numero non superiore a {limit}."),
        ),
        Message::EmptyObject { shape: it } => (
            "Tra le parentesi graffe non c'è nulla.".into(),
            format!("Scrivi {}, oppure togli il campo se non è obbligatorio.", shape(it)),
        ),
        Message::NotWhole { number } => (
            format!("Il numero {number} è scritto con il punto decimale o con un esponente."),
            "Scrivilo in sole cifre.".into(),
        ),
        Message::Refused { text, reason, form: how } => {
            let reason = refusals::italian(reason).unwrap_or(reason);
            let what = match text {
                Some(text) => format!("{} non è ammesso qui: {reason}.", quote(text)),
                None => format!("Questo valore non è ammesso qui: {reason}."),
            };
            (what, form(*how).into())
        }
        Message::Misplaced { found: it } => (
            format!("{} non è ammesso qui.", found(it)),
            form(Form::Record).into(),
        ),

        Message::RepeatedId { kind, id, first, line } => (
            format!("L'id {} è assegnato a due schede di \"{}\": alla riga {first} e qui, alla riga {line}.", quote(id), kind.list()),
            "Assegna a questa scheda un id tutto suo, oppure toglila se è uguale all'altra.".into(),
        ),
        Message::ReusedId { kind, id, line } => (
            format!("L'id {} appartiene già a un'altra scheda, alla riga {line}.", quote(id)),
            format!("Un indirizzo porta per sempre a una sola scheda ({}): togli l'id da uno dei due punti.", name(*kind)),
        ),
        Message::NoSuchSuccessor { kind, id } => (
            format!("{} {} non esiste.", the_at_start(*kind), quote(id)),
            format!("Usa uno degli id elencati in \"{}\", oppure togli \"successor\".", kind.list()),
        ),
        Message::NoSuchRecord { kind, id, near: word, uses } => (
            format!("{} {} non esiste{}.", the_at_start(*kind), quote(id), further_uses(uses)),
            match word {
                Some(word) => format!("Intendevi {}? Altrimenti usa uno degli id elencati in \"{}\".", quote(word), kind.list()),
                None => format!("Usa uno degli id elencati in \"{}\".", kind.list()),
            },
        ),
        Message::NoSuchCity { id, near: word, uses } => (
            format!("La città {} non è ancora nell'elenco delle città{}.", quote(id), further_uses(uses)),
            format!(
                "{}Per aggiungerla, scrivi in \"cities\": {{\"id\": {}, \"label\": {{\"en\": \"…\", \"it\": \"…\"}}, \"country\": \"…\", \"region\": \"…\", \
                 \"centre\": {{\"lat\": …, \"lon\": …}}}}. I gradi nord (\"lat\") e i gradi est (\"lon\") si trovano su una mappa.",
                near(word.as_ref()), quote(id)
            ),
        ),
        Message::Renamed { kind, id, now, uses } => (
            format!("L'id {} {} è cambiato: ora è {}{}.", of_the(*kind), quote(id), quote(now), further_uses(uses)),
            format!("Scrivi {}.", quote(now)),
        ),
        Message::WithdrawnButUsed { kind, id, successor, uses: of } => (
            format!("{} {} risulta in \"withdrawn\"{}.", the_at_start(*kind), quote(id), uses(of)),
            match successor {
                Some(successor) => format!("Togli questi riferimenti, oppure sostituiscili con {}, che ne ha preso il posto.", quote(successor)),
                None => "Togli questi riferimenti; se si tratta di adesioni, togli le intere voci.".into(),
            },
        ),
        Message::Gone { kind, id, published, today, uses: of } => {
            let (start, quoted) = (the_at_start(*kind), quote(id));
            let what = if *published {
                format!("{start} {quoted} era nel catalogo pubblicato, ma nel file non c'è più{}.", uses(of))
            } else {
                format!("{start} {quoted} non è nel file{}.", uses(of))
            };
            let references = if of.lines.is_empty() { "" } else { " e togli ciò che vi fa riferimento" };
            let fix = format!(
                "Se la scheda è stata eliminata, aggiungi in \"withdrawn\" {{\"id\": {quoted}, \"kind\": \"{}\", \"name\": {{\"en\": \"…\", \"it\": \"…\"}}, \
                 \"on\": \"{today}\", \"reason\": {{\"en\": \"…\", \"it\": \"…\"}}}}{references}. Se ha un nuovo id, elenca {quoted} tra i \"former_ids\" di quella scheda.",
                kind.tag()
            );
            (what, fix)
        }
        Message::RepeatedMembership { line } => (
            format!("La stessa adesione è già alla riga {line}."),
            "Togli una delle due, oppure correggi il ruolo se era un altro.".into(),
        ),
        Message::SameName { name: text, other } => (
            format!("Il nome {} è anche quello {} {} (riga {}).", quote(text), of_the(other.kind), quote(&other.id), other.line),
            "Se sono lo stesso ente, tieni una sola scheda ed elenca l'id dell'altra tra i suoi \"former_ids\".".into(),
        ),
        Message::SameAcronym { acronym, other } => (
            format!("La sigla {} è anche quella {} {} (riga {}).", quote(acronym), of_the(other.kind), quote(&other.id), other.line),
            "Controlla a chi appartiene e se sono lo stesso ente.".into(),
        ),
        Message::SameWebsite { other } => (
            format!("Il sito è anche quello {} {} (riga {}).", of_the(other.kind), quote(&other.id), other.line),
            "Indica per ciascuno l'indirizzo della propria pagina, oppure controlla se sono lo stesso ente.".into(),
        ),

        Message::MissingLanguage { lang } => (
            format!("Manca il testo in {}.", language(*lang)),
            format!("Aggiungi \"{}\": \"…\" accanto a \"{}\".", lang.tag(), lang.other().tag()),
        ),
        Message::DescriptionLength { length, least, most } => (
            format!("La descrizione è di {length} caratteri; deve averne da {least} a {most}."),
            "Scrivi da una a tre frasi.".into(),
        ),
        Message::SharedSynonym { word, area, line } => (
            format!("Il sinonimo {} appartiene già all'area {} (riga {line}).", quote(word), quote(area)),
            "Lascialo alla sola area che le persone intendono con questa parola.".into(),
        ),
        Message::Markup { markup } => (
            format!("Il testo contiene codice di formattazione: {}.", quote(markup)),
            "Scrivi testo semplice: la pagina mostra ogni carattere così com'è.".into(),
        ),
        Message::Unfinished => (
            "Il testo contiene TODO: non è finito.".into(),
            "Completalo, oppure togli il campo se non è obbligatorio.".into(),
        ),
        Message::UnknownFigure { name } => (
            format!("Il catalogo non calcola una cifra di nome {}.", quote(name)),
            format!("Scrivi tra parentesi graffe una di queste: {}. L'ultima è seguita dal codice del paese, come in \"regions_without_cluster:IT\".", FIGURES.join(", ")),
        ),
        Message::WrongLanguage { lang } => (
            format!("Questo testo sembra in {}, ma è nel campo \"{}\".", language(lang.other()), lang.tag()),
            format!("Scrivilo in {}; forse i testi delle due lingue sono scambiati.", language(*lang)),
        ),

        Message::NoArea => (
            "Il cluster non ha un'area tematica: chi cerca per area non lo trova.".into(),
            "Aggiungi almeno uno degli id elencati in \"areas\", il principale per primo.".into(),
        ),
        Message::RegionAbroad { region, lies_in, country } => (
            format!("La regione {} si trova in un altro paese ({lies_in}) rispetto al cluster ({country}).", quote(region)),
            "Correggi la regione o il paese. Se il cluster è davvero transfrontaliero, il suo livello è \"cross-border\".".into(),
        ),
        Message::CityRegionAbroad { region, lies_in, country } => (
            format!("La regione {} si trova in un altro paese ({lies_in}) rispetto alla città ({country}).", quote(region)),
            "Correggi la regione o il paese, oppure togli la regione.".into(),
        ),
        Message::NotNational { id, level, country } => (
            format!("{} non è un cluster nazionale: il suo livello è \"{level}\".", quote(id)),
            format!("Scrivi l'id di un cluster di livello \"national\" del paese {country}, oppure togli il campo."),
        ),
        Message::NationalClusterAbroad { id, lies_in, country } => (
            format!("{} è il cluster nazionale di un altro paese: {lies_in}, non {country}.", quote(id)),
            format!("Scrivi l'id di un cluster di livello \"national\" del paese {country}, oppure togli il campo."),
        ),
        Message::NoMembers => (
            "Un cluster non può avere 0 soci.".into(),
            "Scrivi il numero dei soci, oppure togli il campo se non è noto.".into(),
        ),
        Message::NoMailbox { address } => (
            format!("{} non è un indirizzo email.", quote(address)),
            "Scrivi \"mailto:\" e l'indirizzo, ad esempio \"mailto:info@example.org\". Una pagina web va in \"website\".".into(),
        ),
        Message::UntraceableSource => (
            "La fonte non ha né un indirizzo né un titolo: nessuno può ritrovarla.".into(),
            "Aggiungi \"url\": \"https://…\" oppure, per un documento senza indirizzo, \"title\": {\"en\": \"…\", \"it\": \"…\"}.".into(),
        ),
        Message::StrongWithoutSources => (
            "Il livello di verifica è alto (\"strong\"), ma la scheda non ha fonti.".into(),
            "Aggiungi le fonti, oppure scrivi \"evidence\": \"weak\".".into(),
        ),
        Message::MarkWithoutFact => (
            "È segnato come non verificato un dato che la scheda non riporta.".into(),
            "Togli la segnalazione, oppure aggiungi il dato.".into(),
        ),
        Message::Untraced { fact, others } if others.is_empty() => (
            format!("Nessuna fonte della scheda conferma {}, che non è segnato come non verificato.", quote(fact)),
            format!("Aggiungi {{\"fact\": \"{fact}\"}} in \"supports\" della fonte che lo conferma; se non ce n'è una, in \"unverified\"."),
        ),
        Message::Untraced { fact, others } => (
            format!("Nessuna fonte della scheda conferma {}, {}, che non sono segnati come non verificati.", quote(fact), quote_all(others)),
            format!("Aggiungi ciascuno in \"supports\" della fonte che lo conferma; quelli che nessuna fonte conferma, in \"unverified\": {}.", facts(fact, others)),
        ),
        Message::Unencrypted => (
            "L'indirizzo del sito inizia con http://: il collegamento non è cifrato.".into(),
            "Prova l'indirizzo con https:// nel browser. Se il sito si apre, scrivi quello.".into(),
        ),
        Message::FoundingYear { text, field } => (
            format!("Secondo la descrizione il cluster è nato nel {text}, ma \"founded\" è {field}."),
            DESCRIPTION.into(),
        ),
        Message::RecognitionYear { text, field } => (
            format!("Secondo la descrizione il cluster è stato riconosciuto nel {text}, ma \"recognised\" è {field}."),
            DESCRIPTION.into(),
        ),
        Message::MemberCount { text, field } => (
            format!("La descrizione parla di {text} soci, ma \"count\" è {field}."),
            DESCRIPTION.into(),
        ),
        Message::Seat { text, field } => (
            format!("Secondo la descrizione la sede è a {}, ma \"city\" è {}.", harmless(text), quote(field)),
            DESCRIPTION.into(),
        ),
        Message::Region { text, field } => (
            format!("La descrizione nomina {}, ma \"regions\" contiene {}.", harmless(text), quote(field)),
            "Correggi il campo o la descrizione.".into(),
        ),

        Message::InFuture { today } => (
            format!("La data è nel futuro; oggi è il {today}."),
            "Scrivi il giorno in cui il dato è stato visto o modificato.".into(),
        ),
        Message::UnlikelyYear { year, first, last } => (
            format!("L'anno {year} non può essere giusto."),
            format!("Scrivi un anno dal {first} al {last}, oppure togli il campo se non è noto."),
        ),
        Message::NewerThanUpdate { date, line } => (
            format!("Il file contiene una data più recente di questa: {date}, alla riga {line}."),
            "Scrivi il giorno dell'ultima modifica, di solito oggi.".into(),
        ),
        Message::RoleAfterUpdate { updated } => (
            format!("La data dell'adesione è successiva all'ultima modifica del catalogo, {updated}."),
            "Correggi la data, oppure scrivi la data di oggi in \"updated\", all'inizio del file.".into(),
        ),
        Message::SignAfterUpdate { updated } => (
            format!("L'ultima attività nota è successiva all'ultima modifica del catalogo, {updated}."),
            "Correggi la data, oppure scrivi la data di oggi in \"updated\", all'inizio del file.".into(),
        ),
        Message::ActiveWithoutSign => (
            "Lo stato è \"active\", ma nessuna data dice quando il cluster risultava in attività.".into(),
            "Aggiungi \"last_seen\" con la data della fonte più recente che lo mostra in attività, oppure scrivi \"status\": \"unknown\".".into(),
        ),
        Message::StatusWithoutSource => (
            "Nessuna fonte della scheda conferma lo stato.".into(),
            "Aggiungi {\"fact\": \"status\"} in \"supports\" della fonte che lo mostra. Se non c'è, scrivi \"status\": \"unknown\" e togli \"last_seen\".".into(),
        ),
        Message::SignTooOld { last_seen, since } => (
            format!("Lo stato è \"active\", ma l'ultima attività nota ({last_seen}) risale a più di sei anni fa (prima del {since})."),
            "Cerca una fonte più recente che mostri il cluster in attività e scrivine la data in \"last_seen\". Se non c'è, scrivi \"status\": \"unknown\".".into(),
        ),
        Message::UnknownThoughSeen { last_seen, since } => (
            format!("Lo stato è \"unknown\", ma una fonte mostra il cluster in attività negli ultimi sei anni ({last_seen}, non prima del {since})."),
            "Scrivi \"status\": \"active\"; oppure correggi \"last_seen\" se la fonte non lo mostra in attività.".into(),
        ),
        Message::SeatAbroad { city, lies_in, country } => (
            format!("La città {} si trova in un altro paese ({lies_in}) rispetto a quello indicato qui ({country}).", quote(city)),
            "Correggi la città o il paese: entrambi sono quelli della sede.".into(),
        ),
        Message::UnknownCountry { country } => (
            format!("Il controllo non conosce i confini del paese {country}, quindi il punto non è verificato."),
            "Chiedi a chi sviluppa il programma di aggiungere il paese.".into(),
        ),
        Message::OutsideCountry { lat, lon, country } => (
            format!("Il punto {lat} nord, {lon} est non si trova nel paese {country}."),
            "Cerca la città su una mappa: \"lat\" sono i gradi nord, \"lon\" i gradi est. Oppure correggi il paese.".into(),
        ),

        Message::UnknownAcceptedRecord { record } => (
            format!("La scheda {} non esiste.", quote(record)),
            "Scrivi l'elenco e l'id, ad esempio \"clusters/le2c\", oppure toglila.".into(),
        ),
        Message::UnusedAcceptance { check, record } => (
            format!("Il controllo \"{}\" non segnala più {}: non c'è nulla da accettare.", check.id(), quote(record)),
            "Togli la scheda da questo elenco.".into(),
        ),
    };
    (what, fix)
}
