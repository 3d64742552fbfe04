//! The rules of matching as a naive scan of all texts: textbook edit distance, no index, no
//! automaton, and no shared code but the tokenizer and the forms of a word.

use super::super::inflection::{forms, same_word};
use super::super::search_text::{Compound, SearchText, Term, TermKind, is_small_word};
use super::super::tokenizer::{CAPITALS, Tokenizer};
use super::super::{Closeness, Tier, score};
use super::{AREA, PROSE};

/// One value of a document's field, split into words.
pub(super) struct Value {
    field: usize,
    tokens: Vec<String>,
    joined: Vec<String>,
}

impl Value {
    pub(super) fn new(field: usize, text: &str) -> Self {
        let mut tokenizer = Tokenizer::default();
        tokenizer.tokenize(text);
        let tokens = tokenizer
            .tokens
            .iter()
            .map(|token| tokenizer.word(&token.folded).to_owned());
        let joined = tokenizer
            .runs
            .iter()
            .filter(|run| run.is_joined(&tokenizer.tokens));
        let joined = joined.map(|run| tokenizer.word(&run.folded).to_owned());
        Self {
            field,
            tokens: tokens.collect(),
            joined: joined.collect(),
        }
    }

    fn words(&self) -> impl Iterator<Item = &String> {
        self.tokens.iter().chain(&self.joined)
    }

    fn has_phrase(&self, words: &[String], last_begins: bool) -> bool {
        let mut spellings = vec![words.to_vec()];
        for (position, two) in words.windows(2).enumerate() {
            let mut joined = words.to_vec();
            joined.splice(position..position + 2, [two.concat()]);
            spellings.push(joined);
        }
        for (position, word) in words.iter().enumerate() {
            let letters: Vec<char> = word.chars().collect();
            for middle in 2..letters.len().saturating_sub(1) {
                let (one, other) = letters.split_at(middle);
                let mut parted = words.to_vec();
                parted.splice(
                    position..=position,
                    [one, other].map(|token| token.iter().collect()),
                );
                spellings.push(parted);
            }
        }
        spellings
            .iter()
            .any(|words| self.has_row(words, last_begins))
    }

    fn has_row(&self, words: &[String], last_begins: bool) -> bool {
        let fits = |(position, (token, word)): (usize, (&String, &String))| {
            token == word
                || (last_begins && position + 1 == words.len() && token.starts_with(word.as_str()))
        };
        let candidates: Vec<&String> = if words.len() == 1 {
            self.words().collect()
        } else {
            self.tokens.iter().collect()
        };
        candidates
            .windows(words.len())
            .any(|tokens| tokens.iter().copied().zip(words).enumerate().all(fits))
    }
}

pub(super) type NaiveDocument = Vec<Value>;

/// Optimal string alignment distance, as in textbooks.
pub(super) fn distance(one: &[char], other: &[char]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let wrong = usize::from(one[i - 1] != other[j - 1]);
                let mut least = table[i - 1][j - 1] + wrong;
                least = least.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[one.len()][other.len()]
}

/// Whether `word` matches `other` or a prefix of it within the typo limit.
fn is_near(word: &str, other: &str) -> bool {
    let [word, other] = [word, other].map(|word| word.chars().collect::<Vec<char>>());
    let allowed = match word.len() {
        4..=7 => 1,
        8..=29 => 2,
        _ => return false,
    };
    if word.len() <= 5 && word.first() != other.first() {
        return false;
    }
    (1..=other.len()).any(|length| distance(&word, &other[..length]) <= allowed)
}

/// A bare word of the query, as it is searched for.
struct LookedFor {
    /// The word, or the compound that it is part of.
    word: String,
    /// Its forms that occur.
    forms: Vec<String>,
    /// Whether it or one of its forms occurs.
    occurs: bool,
    /// Whether it only matches as a whole.
    only_whole: bool,
    /// Whether only its forms may begin longer words.
    only_forms: bool,
}

fn word_of(query: &SearchText, position: usize, all: &[NaiveDocument]) -> LookedFor {
    let term = &query.terms[position];
    let has = |word: &String| {
        all.iter()
            .flatten()
            .flat_map(Value::words)
            .any(|other| other == word)
    };
    let begins_any = |word: &str| {
        let mut words = all.iter().flatten().flat_map(Value::words);
        words.any(|other| other.starts_with(word))
    };
    // A compound that was typed as one word and occurs is one.
    let of_term = |typed: &&Compound| typed.is_one_word() && typed.terms >> position & 1 == 1;
    let occurs = |typed: &&Compound| begins_any(&typed.word) || forms(&typed.word).iter().any(has);
    let compound = query.compounds.iter().find(of_term).filter(occurs);
    let word = compound.map_or(&term.words[0], |compound| &compound.word);
    let forms: Vec<String> = forms(word).into_iter().filter(has).collect();
    let is_long = word.chars().count() >= 5;
    let is_replaced = is_long && same_word(word).iter().any(|form| forms.contains(form));
    let is_short_name = term.spelling & CAPITALS != 0 && word.chars().count() <= 3;
    LookedFor {
        occurs: has(word) || !forms.is_empty(),
        only_forms: !has(word) && is_replaced,
        only_whole: compound.is_none() && is_short_name && has(word),
        word: word.clone(),
        forms,
    }
}

/// How a bare word of the query matches a value.
fn word_tier(
    query: &SearchText,
    position: usize,
    value: &Value,
    all: &[NaiveDocument],
) -> Option<Tier> {
    let term = &query.terms[position];
    let looked_for = word_of(query, position, all);
    let (word, forms) = (looked_for.word.as_str(), &looked_for.forms);
    let (is_word, only_whole) = (looked_for.occurs, looked_for.only_whole);
    let may_begin = !looked_for.only_forms;
    let begins = |other: &String| {
        (may_begin && other.starts_with(word))
            || forms.iter().any(|form| other.starts_with(form.as_str()))
    };
    let known = all.iter().flatten().flat_map(Value::words).any(begins);
    let shares = |length: &usize| {
        forms
            .iter()
            .all(|form| form.get(..*length) == word.get(..*length))
    };
    let stem = (0..=word.len()).rev().find(shares).unwrap_or(0);
    let contains = |other: &String| {
        let is_other = !may_begin && stem < 4;
        let itself = std::iter::once(word).filter(|_| !is_other);
        let mut words = itself.chain(forms.iter().map(String::as_str));
        words.any(|word| {
            let is_inside = if is_word {
                other.ends_with(word)
            } else {
                other.contains(word)
            };
            word.chars().count() >= 4 && is_inside
        })
    };
    let compounds = query
        .compounds
        .iter()
        .filter(|other| other.terms >> position & 1 == 1);
    let with_spelling: Vec<&str> = compounds
        .map(|other| other.word.as_str())
        .chain([word])
        .collect();
    let half = query.half(position);
    let is_half = |other: &String| {
        half.is_some_and(|half| half == other || self::forms(half).contains(other))
    };
    let tier = |other: &String| {
        let of_compound = |typed: &str| typed != word && other.starts_with(typed);
        if with_spelling.contains(&other.as_str()) {
            Some(Tier::Exact)
        } else if forms.contains(other) {
            Some(Tier::Inflected)
        } else if only_whole {
            let begins = with_spelling.iter().any(|typed| of_compound(typed));
            begins.then_some(Tier::Prefix)
        } else if with_spelling.iter().any(|typed| of_compound(typed)) || begins(other) {
            Some(Tier::Prefix)
        } else if contains(other) || is_half(other) {
            Some(Tier::Infix)
        } else {
            let is_small = is_small_word(other);
            (!known && !is_small && is_near(word, other)).then_some(Tier::Typo)
        }
    };
    let typed = query.compounds.iter();
    let typed = typed.filter(|it| it.is_one_word() && it.terms >> position & 1 == 1);
    let typed = typed.map(|it| it.word.as_str());
    let typed: Vec<&str> = typed.chain([term.words[0].as_str()]).collect();
    let long = |token: &str| token.chars().count() > 1;
    let is_split = |parts: &[String]| {
        let (last, firsts) = parts.split_last().unwrap_or((&parts[0], &[]));
        let rest = |word: &&str| {
            let rest = word.strip_prefix(firsts.concat().as_str())?;
            long(rest).then(|| rest.to_owned())
        };
        let mut rests = typed.iter().filter_map(rest);
        firsts.iter().all(|part| long(part))
            && rests.any(|rest| rest == *last || self::forms(&rest).contains(last))
    };
    let apart = (2..=4).any(|parts| value.tokens.windows(parts).any(is_split));
    let words = value.words().filter_map(tier).min();
    [words, apart.then_some(Tier::Inflected)]
        .into_iter()
        .flatten()
        .min()
}

fn phrase_tier(term: &Term, value: &Value) -> Option<Tier> {
    let joined = term.words.concat();
    if value.has_phrase(&term.words, false) || value.words().any(|word| *word == joined) {
        return Some(Tier::Exact);
    }
    (term.still_typing && value.has_phrase(&term.words, true)).then_some(Tier::Prefix)
}

/// The best tier of a term in each field of a document.
pub(super) fn tiers(
    query: &SearchText,
    position: usize,
    document: &NaiveDocument,
    all: &[NaiveDocument],
) -> Vec<(usize, Tier)> {
    let term = &query.terms[position];
    let tier = |value: &Value| match term.kind {
        TermKind::Word => word_tier(query, position, value, all),
        TermKind::Phrase => phrase_tier(term, value),
        TermKind::Filler => None,
        TermKind::Optional => value
            .words()
            .any(|word| *word == term.words[0])
            .then_some(Tier::Exact),
    };
    let found = document
        .iter()
        .filter_map(|value| Some((value.field, tier(value)?)));
    let mut best: Vec<(usize, Tier)> = Vec::new();
    for (field, tier) in found {
        match best.iter_mut().find(|(other, _)| *other == field) {
            Some((_, known)) => *known = tier.min(*known),
            None => best.push((field, tier)),
        }
    }
    best
}

/// How close the matches of a document with all words are, if no words are alternatives.
pub(super) fn closeness(
    query: &SearchText,
    document: &NaiveDocument,
    all: &[NaiveDocument],
) -> Closeness {
    let required = |place: &usize| query.terms[*place].is_required();
    let found_by_all = |place: &usize| {
        all.iter()
            .all(|document| !tiers(query, *place, document, all).is_empty())
    };
    let places: Vec<usize> = (0..query.terms.len()).filter(required).collect();
    // Words that all documents have count only if there are no others.
    let mut counted: Vec<usize> = places.clone();
    counted.retain(|place| !found_by_all(place));
    if counted.is_empty() {
        counted = places;
    }
    let is_said = |place: usize, is_field: &dyn Fn(usize) -> bool| {
        let term = &query.terms[place];
        let is_unfinished =
            term.kind == TermKind::Word && term.still_typing && !word_of(query, place, all).occurs;
        let least = if is_unfinished {
            Tier::Prefix
        } else {
            Tier::Inflected
        };
        let mut found = tiers(query, place, document, all).into_iter();
        found.any(|(field, tier)| is_field(field) && tier <= least)
    };
    let all_said = |is_field: &dyn Fn(usize) -> bool| {
        !counted.is_empty() && counted.iter().all(|place| is_said(*place, is_field))
    };
    if all_said(&|field| field != AREA) {
        Closeness::Direct
    } else if all_said(&|_| true) {
        Closeness::Indirect
    } else {
        Closeness::Similar
    }
}

/// The documents found, in order, and the largest number of required words that any of them has.
pub(super) fn search(query: &SearchText, all: &[NaiveDocument]) -> (Vec<u32>, usize) {
    let is_excluded = |document: &NaiveDocument| {
        query.excluded.iter().any(|words| {
            let joined = words.concat();
            let has = |value: &Value| {
                value.has_phrase(words, false) || value.words().any(|word| *word == joined)
            };
            document.iter().any(has)
        })
    };
    // How much each document says about each required word, in quarters.
    let told = |document: &NaiveDocument, place: usize| {
        let found = tiers(query, place, document, all).into_iter();
        let is_word = |tier| {
            let is_bare = query.terms[place].kind == TermKind::Word;
            tier <= Tier::Inflected || (is_bare && word_of(query, place, all).occurs)
        };
        let told = found.map(|(field, tier)| match tier {
            tier if field != PROSE && is_word(tier) => 4,
            Tier::Typo => 1,
            _ => 2,
        });
        told.max()
    };
    let mut words: Vec<Vec<Option<u32>>> = Vec::new();
    for position in (0..query.terms.len()).filter(|place| query.terms[*place].is_required()) {
        let found: Vec<Option<u32>> = all
            .iter()
            .map(|document| told(document, position))
            .collect();
        match words
            .last_mut()
            .filter(|_| query.terms[position].is_alternative)
        {
            Some(group) => {
                for (known, found) in group.iter_mut().zip(found) {
                    *known = found.max(*known);
                }
            }
            None => words.push(found),
        }
    }
    let is_left: Vec<bool> = all.iter().map(|document| !is_excluded(document)).collect();
    let left = || (0..all.len()).filter(|document| is_left[*document]);
    let matched = |document: usize| words.iter().filter(|word| word[document].is_some()).count();
    let told = |document: usize| -> u32 {
        let of_word = |word: &Vec<Option<u32>>| {
            let found = word.iter().flatten().count();
            score::information(found, all.len()) * word[document].unwrap_or(0) / 4
        };
        words.iter().map(of_word).sum()
    };
    let most = left().map(matched).max().unwrap_or(0);
    if query.is_empty() || (most == 0 && query.required() > 0) {
        return (Vec::new(), most);
    }
    let best = left().map(told).max().unwrap_or(0);
    let is_hit = |document: &usize| {
        if most == words.len() {
            matched(*document) == most
        } else {
            matched(*document) > 0 && told(*document) * 3 >= best * 2
        }
    };
    let hits = left().filter(is_hit);
    (
        hits.filter_map(|document| u32::try_from(document).ok())
            .collect(),
        most,
    )
}
