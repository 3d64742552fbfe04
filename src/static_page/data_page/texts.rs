//! The texts of the page.

use catalogue::export::RecordList;
use catalogue::model::Lang;

/// The texts of one language.
pub(super) struct DataTexts {
    pub(super) lang: Lang,
    pub(super) lead: &'static str,
    pub(super) files: &'static str,
    pub(super) headings: [&'static str; 3],
    /// In the order of [`RecordList::ALL`]: the name of each, and what it holds.
    pub(super) lists: [[&'static str; 2]; RecordList::ALL.len()],
    /// Says which language the tables are in, before a link to those in the other.
    pub(super) tables_are_in: &'static str,
    /// In the language of the page, as the text of a link from the other.
    pub(super) in_this_language: &'static str,
    pub(super) one_cluster: &'static str,
    pub(super) how_to_open: &'static str,
    pub(super) excel: [&'static str; 3],
    pub(super) excel_note: &'static str,
    pub(super) good_to_know: &'static str,
    pub(super) remarks: [&'static str; 7],
    pub(super) what_stays: &'static str,
    pub(super) promises: [&'static str; 3],
    pub(super) descriptions: &'static str,
    /// The name of each description, and what it is for.
    pub(super) describing: [[&'static str; 2]; 4],
    pub(super) schemas: &'static str,
    pub(super) versions: &'static str,
}

impl DataTexts {
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::It => &ITALIAN,
        }
    }
}

const ENGLISH: DataTexts = DataTexts {
    lang: Lang::En,
    lead: "Everything in this catalogue as files for spreadsheets, maps and programs. You need no account, and you can use them freely if you name the source.",
    files: "Files",
    headings: ["Content", "Records", "Formats"],
    lists: [
        [
            "Clusters",
            "Who they are, what they work on, their members, status and sources",
        ],
        [
            "Organisations",
            "Companies, universities, research centres and public bodies, and their clusters",
        ],
        [
            "Memberships",
            "Which organisation belongs to which cluster, with role, date and source",
        ],
        ["Subject areas", "Their names and other words for them"],
        ["Countries", "Their names"],
        ["Regions", "Their names and countries"],
        ["Cities", "Their names, countries and centres"],
    ],
    tables_are_in: "Excel, CSV and citations are in English here. JSON and GeoJSON hold both languages.",
    in_this_language: "Data in English",
    one_cluster: "Each cluster also has a file of its own. Replace the last word with its id:",
    how_to_open: "How to open them",
    excel: [
        "On the Data tab, choose From Web.",
        "Paste the address below.",
        "Choose Load. To update the data later, choose Refresh All.",
    ],
    excel_note: "The Excel file has the same table, with its sources and notes on sheets of their own, but is not updated. LibreOffice: Sheet, External Links. If Excel opens a downloaded table in a single column, its list separator is not a comma: open the table from the Data tab.",
    good_to_know: "Before you calculate",
    remarks: [
        "An empty cell means that we do not know, not that there is none.",
        "Numbers of members are those of the source. Each comes with its date, its precision and what it counts: do not add them up.",
        "Dates are as precise as they are known: 2022, 2022-06 or 2022-06-15. A ~ marks an approximate one.",
        "The column \"unverified\" names the facts of a record that no source supports.",
        "Positions on the map are the centres of cities, never addresses.",
        "Several values in one cell are separated by a semicolon and a space. In JSON they are lists.",
        "In CSV, a text that begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet takes it for a formula.",
    ],
    what_stays: "What will not change",
    promises: [
        "Addresses under data/v1/ will not change, nor will the names and meaning of columns and fields. New ones may be added at the end: make your program ignore those it does not know.",
        "Changes that would break programs will go into another folder, data/v2/. An id never changes its meaning; a renamed record keeps its former ids.",
        "Other websites can load the files. Each file holds the current data: keep a copy of those behind the figures that you publish.",
    ],
    descriptions: "Descriptions for portals and programs",
    describing: [
        [
            "datapackage.json",
            ": all files and columns (Frictionless Data Package)",
        ],
        [
            "dcat.jsonld",
            ": metadata for open data portals (DCAT-AP_IT)",
        ],
        [
            "Atom feed",
            ": which records were compared with public pages, by date",
        ],
        ["OpenSearch", ": adds the search of this site to a browser"],
    ],
    schemas: "JSON Schema of each JSON file:",
    versions: "The version is the date of the last change and the start of a hash of the data: two files with the same version have the same content.",
};

const ITALIAN: DataTexts = DataTexts {
    lang: Lang::It,
    lead: "Tutto il catalogo in file per fogli di calcolo, mappe e programmi. Non serve un account e l'uso è libero, purché si citi la fonte.",
    files: "File",
    headings: ["Contenuto", "Schede", "Formati"],
    lists: [
        [
            "Cluster",
            "Chi sono, di che cosa si occupano, soci, stato e fonti",
        ],
        [
            "Organizzazioni",
            "Imprese, università, centri di ricerca ed enti pubblici, con i loro cluster",
        ],
        [
            "Adesioni",
            "Quale organizzazione fa parte di quale cluster, con ruolo, data e fonte",
        ],
        [
            "Aree tematiche",
            "I nomi e le altre parole con cui si cercano",
        ],
        ["Paesi", "I nomi"],
        ["Regioni", "I nomi e i Paesi"],
        ["Città", "I nomi, i Paesi e il centro"],
    ],
    tables_are_in: "Excel, CSV e citazioni qui sono in italiano. JSON e GeoJSON contengono entrambe le lingue.",
    in_this_language: "Dati in italiano",
    one_cluster: "Ogni cluster ha anche un file proprio. Sostituisci l'ultima parola con il suo id:",
    how_to_open: "Come aprirli",
    excel: [
        "Nella scheda Dati scegli Da Web.",
        "Incolla l'indirizzo qui sotto.",
        "Scegli Carica. Per aggiornare i dati in seguito, scegli Aggiorna tutti.",
    ],
    excel_note: "Il file Excel contiene la stessa tabella, con fonti e note su fogli propri, ma non si aggiorna. LibreOffice: Foglio, Collegamenti esterni. Se Excel apre una tabella scaricata in una sola colonna, il suo separatore di elenco non è la virgola: apri la tabella dalla scheda Dati.",
    good_to_know: "Prima di fare calcoli",
    remarks: [
        "Una cella vuota vuol dire che il dato non è noto, non che non c'è.",
        "Il numero dei soci è quello della fonte, con la data, la precisione e che cosa conta: i numeri non vanno sommati.",
        "Le date hanno la precisione nota: 2022, 2022-06 o 2022-06-15. Una ~ indica una data approssimativa.",
        "La colonna \"non_verificati\" elenca i dati della scheda senza una fonte.",
        "Le posizioni sulla mappa sono i centri delle città, mai gli indirizzi.",
        "Più valori in una cella sono separati da punto e virgola e spazio. In JSON sono elenchi.",
        "In CSV, un testo che comincia con =, +, - o @ è preceduto da un apostrofo, perché nessun foglio di calcolo lo prenda per una formula.",
    ],
    what_stays: "Che cosa non cambierà",
    promises: [
        "Gli indirizzi sotto data/v1/ non cambieranno, e nemmeno i nomi e il significato di colonne e campi. Se ne possono aggiungere altri in fondo: fai in modo che il tuo programma ignori quelli che non conosce.",
        "Le modifiche incompatibili con i programmi esistenti andranno in un'altra cartella, data/v2/. Un id non cambia mai significato; una scheda rinominata conserva gli id precedenti.",
        "Altri siti web possono caricare i file. Ogni file contiene i dati attuali: conserva una copia di quelli da cui ricavi le cifre che pubblichi.",
    ],
    descriptions: "Descrizioni per portali e programmi",
    describing: [
        [
            "datapackage.json",
            ": tutti i file e le colonne (Frictionless Data Package, in inglese)",
        ],
        [
            "dcat.jsonld",
            ": metadati per i portali di dati aperti (DCAT-AP_IT)",
        ],
        [
            "Feed Atom",
            ": quali schede sono state confrontate con le pagine pubbliche, per data",
        ],
        [
            "OpenSearch",
            ": aggiunge a un browser la ricerca di questo sito",
        ],
    ],
    schemas: "JSON Schema di ogni file JSON:",
    versions: "La versione è la data dell'ultima modifica con l'inizio di un hash dei dati: due file con la stessa versione hanno lo stesso contenuto.",
};
