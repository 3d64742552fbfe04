//! The question that a download answers: stated in the name of the file, and in the file.

use super::format::{Format, RecordList};
use crate::search::fold;

/// The maximum length of a question in a file name.
const MAX_QUESTION: usize = 60;

/// The name of a downloaded file: what it holds, the question that it answers, and the day.
pub fn file_name(list: RecordList, question: &str, day: &str, format: Format) -> String {
    let mut name = String::from(list.name());
    let words = fold(question);
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !word.is_empty() && name.len() + word.len() < MAX_QUESTION {
            name.push('-');
            name.push_str(word);
        }
    }
    [&name, "-", day, ".", format.extension()].concat()
}

/// The question that a JSON file answers, as members of an object, for [`Format::select`].
pub fn selection(title: &str, url: &str) -> String {
    let [title, url] = [title, url].map(|text| {
        // No text of the app needs control characters.
        serde_json::to_string(&text.replace(|letter| letter < ' ', " ")).unwrap_or_default()
    });
    ["\"selection\":{\"title\":", &title, ",\"url\":", &url, "},"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn file_names_state_the_question_and_the_day() {
        for (question, name) in [
            ("", "clusters-2026-11-30.csv"),
            (
                "Energia, Lombardia",
                "clusters-energia-lombardia-2026-11-30.csv",
            ),
            (
                "../Città \"del\" futuro\n",
                "clusters-citta-del-futuro-2026-11-30.csv",
            ),
            ("日本", "clusters-2026-11-30.csv"),
        ] {
            assert_eq!(
                file_name(RecordList::Clusters, question, "2026-11-30", Format::Csv),
                name
            );
        }
        let long = file_name(
            RecordList::Clusters,
            &"parola ".repeat(100),
            "2026-11-30",
            Format::Ris,
        );
        assert!(long.len() < 90, "{long}");
    }

    proptest! {
        #[test]
        fn selections_are_json_for_any_title(title in any::<String>()) {
            let json = format!("{{{}\"end\":0}}", selection(&title, "u"));
            let read: serde_json::Value = serde_json::from_str(&json)?;
            let shown: String = title.chars().map(|c| if c < ' ' { ' ' } else { c }).collect();
            prop_assert_eq!(&read["selection"]["title"], &shown);
            prop_assert_eq!(&read["selection"]["url"], "u");
        }
    }
}
