//! Ways on when nothing is found.

use super::Collection;
use crate::query::{Facet, Query};
use crate::search::SearchText;

/// A change of the query that leads to results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    /// What changes.
    pub change: Change,
    /// The query as it would be.
    pub query: Query,
    /// How many clusters it would find: at least one.
    pub count: usize,
}

/// What a [`Rescue`] changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another spelling of the text.
    Spelling(String),
    /// One word less.
    DropWord(String),
    /// No text at all.
    DropText,
    /// One chosen value less.
    DropValue(Facet, String),
    /// No value chosen in any facet.
    DropChoices,
}

impl Collection {
    /// The changes that lead from no results to some: the smallest first.
    pub(super) fn rescues(&self, query: &Query, text: &SearchText) -> Vec<Rescue> {
        let mut changes = Vec::new();
        if let Some(spelling) = self.index.suggest_spelling(text) {
            changes.push((query.with_text(&spelling), Change::Spelling(spelling)));
        }
        for (facet, value) in query.choices() {
            changes.push((
                query.toggled(facet, value),
                Change::DropValue(facet, value.to_owned()),
            ));
        }
        let words: Vec<&str> = query.text.split_whitespace().collect();
        if words.len() > 1 {
            for (place, word) in words.iter().enumerate() {
                let others = [&words[..place], &words[place + 1..]].concat().join(" ");
                changes.push((
                    query.with_text(&others),
                    Change::DropWord((*word).to_owned()),
                ));
            }
        }
        if query.choices().nth(1).is_some() {
            changes.push((query.without_choices(), Change::DropChoices));
        }
        if !text.is_empty() {
            changes.push((query.with_text(""), Change::DropText));
        }
        let counted = changes.into_iter().map(|(query, change)| {
            let count = self.count(&query);
            Rescue {
                change,
                query,
                count,
            }
        });
        counted.filter(|rescue| rescue.count > 0).collect()
    }
}
