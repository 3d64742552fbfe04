//! Suggestions for queries without results.

use super::collection::Collection;
use crate::query::{Facet, Query};
use crate::search::SearchText;

/// A change to the query that gives results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The change.
    pub change: QueryChange,
    /// The query after the change.
    pub query: Query,
    /// The number of results: at least one.
    pub count: usize,
}

/// A change to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryChange {
    /// Correct the spelling of the text.
    Spelling(String),
    /// Drop a word of the text.
    DropWord(String),
    /// Drop the whole text.
    DropText,
    /// Drop one chosen value.
    DropValue(Facet, String),
    /// Drop all chosen values.
    DropChoices,
}

impl Collection {
    /// The changes that give results, in the order in which they are offered: spelling, one value, one word, all
    /// values, the whole text.
    pub(super) fn suggestions(&self, query: &Query, text: &SearchText) -> Vec<Suggestion> {
        let mut changes = Vec::new();
        if let Some(spelling) = self.index.suggest_spelling(text) {
            changes.push((query.with_text(&spelling), QueryChange::Spelling(spelling)));
        }
        for (facet, value) in query.choices() {
            changes.push((
                query.toggled(facet, value),
                QueryChange::DropValue(facet, value.to_owned()),
            ));
        }
        let words: Vec<&str> = query.text.split_whitespace().collect();
        if words.len() > 1 {
            for (index, word) in words.iter().enumerate() {
                let others = [&words[..index], &words[index + 1..]].concat().join(" ");
                changes.push((
                    query.with_text(&others),
                    QueryChange::DropWord((*word).to_owned()),
                ));
            }
        }
        if query.choices().nth(1).is_some() {
            changes.push((query.without_choices(), QueryChange::DropChoices));
        }
        // Without choices, the link to all clusters says the same.
        if !text.is_empty() && query.choices().next().is_some() {
            changes.push((query.with_text(""), QueryChange::DropText));
        }
        let counted = changes.into_iter().map(|(query, change)| {
            let count = self.count(&query);
            Suggestion {
                change,
                query,
                count,
            }
        });
        counted.filter(|suggestion| suggestion.count > 0).collect()
    }
}
