//! The texts of what saves charts as pictures. Only code of the second wasm file may use them.

use catalogue::model::Lang;

/// The texts of one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts themselves say what they are")]
pub struct PictureTexts {
    pub save: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub failed: &'static str,
    pub map: &'static str,
}

impl PictureTexts {
    /// Those of a language.
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::It => &ITALIAN,
        }
    }
}

const ENGLISH: PictureTexts = PictureTexts {
    save: "Save as",
    copy: "Copy picture",
    copied: "Picture copied",
    failed: "The picture could not be made or copied. Try another format.",
    map: "Where the clusters are",
};

const ITALIAN: PictureTexts = PictureTexts {
    save: "Salva come",
    copy: "Copia l'immagine",
    copied: "Immagine copiata",
    failed: "Non è stato possibile creare o copiare l'immagine. Prova un altro formato.",
    map: "Dove sono i cluster",
};
