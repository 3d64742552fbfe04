//! Articles and prepositions.

/// Articles and prepositions, which people type for grammar's sake. Documents need not contain them
/// unless they are the whole query.
const STOP_WORDS: &str = "a ad agli ai al alla alle allo an and at by col con da dagli dai dal dalla dalle \
    dallo degli dei del dell della delle dello di e ed et for fra from gli i il in l la \
    le lo ne negli nei nel nell nella nelle nello o of on or per presso s su sugli sui \
    sul sull sulla sulle sullo that the to tra un una und uno via with y de des du";

/// Whether a word is an article or a preposition.
pub(in crate::search) fn is_stop_word(word: &str) -> bool {
    stop_words().any(|stop_word| stop_word == word)
}

/// All stop words.
pub(super) fn stop_words() -> impl Iterator<Item = &'static str> {
    STOP_WORDS.split(' ')
}
