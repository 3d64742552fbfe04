//! Searching: matches each query term against the index and adds up the points of each document.

use super::accumulator::{Accumulator, DIRECT, ITSELF, SUBJECT, TYPO_FREE};
use super::builder::MAX_FIELDS;
use super::index::Index;
use super::matcher::{Matcher, form_prefix, typo_quality};
use super::matches::{Coverage, Matches};
use super::phrase::{Extent, spellings};
use super::postings::{Postings, details, segment};
use super::prefix_cache;
use super::score::{self, DETAIL_BITS, Tier};
use super::search_text::{Scope, SearchText, Term, TermKind};
use super::tally::Tally;
use super::tokenizer::CAPITALS;

/// The scores of all documents while a query is evaluated.
struct Scorer<'i> {
    index: &'i Index,
    weights: [u32; MAX_FIELDS],
    /// The matches of the current term.
    accumulator: Accumulator<'i>,
    tally: Tally,
    /// The words of the index that the current term may match.
    candidates: Vec<u32>,
    /// The quality of each word of the index as a match of the current term; 0 for no match.
    qualities: Vec<u8>,
    /// Whether the current term or one of its forms occurs as a word.
    is_word: bool,
    /// Whether the current term is not a word yet, but may become one.
    is_unfinished: bool,
}

/// The properties that matches of one tier have in common: details never lift a match into another
/// tier.
struct Grade {
    scale: score::Scale,
    /// Flags of all matches.
    flags: u16,
    /// The fields in which they are [`DIRECT`].
    direct: u16,
    /// The fields in which they are of the [`SUBJECT`].
    subject: u16,
}

impl Index {
    /// The documents that match `text`, with their scores.
    ///
    /// A text of exclusions alone finds every document that matches none of them; an empty text finds
    /// nothing.
    pub fn search(&self, text: &SearchText) -> Matches {
        if text.is_empty() {
            return Matches {
                hits: Vec::new(),
                coverage: Coverage::All,
            };
        }
        let mut scorer = Scorer::new(self);
        // Words of a question that every document has say nothing about their neighbours either.
        let is_sentence = text.set_aside().next().is_some();
        let mut common = Vec::new();
        let required = text.terms.iter().enumerate();
        let mut required = required.filter(|(_, term)| term.is_required()).peekable();
        while let Some((position, term)) = required.next() {
            if term.kind == TermKind::Phrase {
                scorer.score_phrase(&term.words, term.still_typing);
            } else if term.is_acronym() {
                scorer.score_acronym(&term.words[0]);
            } else {
                scorer.score_word(text, position);
            }
            // Alternatives count as one term.
            if !required.peek().is_some_and(|(_, next)| next.is_alternative) {
                let is_common = scorer.tally.add_word(&mut scorer.accumulator);
                if is_common && is_sentence {
                    common.push(term);
                }
            }
        }
        if !scorer.tally.has_distinctive_words() {
            common.clear();
        }
        // The words around `OR` are not a sequence.
        if !text.has_alternatives() {
            scorer.boost_adjacent_words(text, &common);
            scorer.boost_whole_fields(text);
        }
        for words in &text.excluded {
            scorer.score_phrase(words, false);
            scorer.tally.exclude(&mut scorer.accumulator);
        }
        scorer.tally.into_matches(text.required())
    }
}

impl<'i> Scorer<'i> {
    fn new(index: &'i Index) -> Self {
        let mut weights = [0; MAX_FIELDS];
        for (slot, (weight, _)) in weights.iter_mut().zip(&index.ranking) {
            *slot = *weight;
        }
        Self {
            index,
            weights,
            accumulator: Accumulator::new(&index.segments),
            tally: Tally::new(index.segments.document_count()),
            candidates: Vec::new(),
            qualities: vec![0; index.dictionary.len()],
            is_word: false,
            is_unfinished: false,
        }
    }

    /// Matches a word in all tiers, also inflected, as part of a compound and written as several words.
    fn score_word(&mut self, text: &SearchText, position: usize) {
        let index = self.index;
        let term = &text.terms[position];
        let matcher = index.term_matcher(text, position);
        let details = score::detail_points(term.spelling);
        self.is_word = index.has_word(&matcher);
        self.is_unfinished = term.still_typing && !self.is_word;
        for form in matcher.forms() {
            if let Some(number) = index.dictionary.find(form) {
                self.add_candidate(number, score::inflected());
            }
        }
        for word in matcher.words() {
            let quality = if word == matcher.word() {
                matcher.shortest_prefix()
            } else {
                form_prefix()
            };
            self.add_prefix_matches(&matcher, word, quality, &details);
        }
        for compound in text
            .compounds
            .iter()
            .filter(|compound| compound.terms >> position & 1 == 1)
        {
            let whole = Matcher::of_compound(&compound.word, compound.still_typing);
            for number in index.dictionary.with_prefix(&compound.word) {
                self.add_candidate(number, whole.prefix_quality(index.dictionary.word(number)));
            }
        }
        for part in matcher.infixes() {
            index
                .dictionary
                .for_each_word_containing(part, &mut |number| {
                    if let Some((quality, _)) = matcher.find(index.dictionary.word(number)) {
                        self.add_candidate(number, quality);
                    }
                });
        }
        if let Some(half) = text.half(position) {
            for word in index.matcher(half, false).words() {
                if let Some(number) = index.dictionary.find(word) {
                    self.add_candidate(number, score::infix());
                }
            }
        }
        // A word that the documents contain needs no correction.
        if !index.is_known(&matcher) {
            let automaton = matcher.automaton();
            index
                .dictionary
                .for_each_fuzzy_match(automaton, &mut |number, whole, beginning| {
                    if index.allows_typos(number)
                        && let Some(quality) = typo_quality(whole, beginning)
                    {
                        self.add_candidate(number, quality);
                    }
                });
        }
        for number in std::mem::take(&mut self.candidates) {
            let quality = std::mem::take(&mut self.qualities[number as usize]);
            self.add_postings(&index.postings, number, quality, &details);
        }
        for word in text.typed_words(position) {
            for apart in index.splits(word) {
                self.score_word_sequence(&apart, false, Extent::Anywhere, score::inflected());
            }
        }
        (self.is_word, self.is_unfinished) = (false, false);
    }

    /// Matches the words that start with `word`: those of short prefixes that are cached all at once, with
    /// this quality.
    fn add_prefix_matches(
        &mut self,
        matcher: &Matcher,
        word: &str,
        quality: u8,
        details: &[u8; 1 << DETAIL_BITS],
    ) {
        let index = self.index;
        let mut each = index.dictionary.with_prefix(word);
        let is_short = word.chars().count() <= prefix_cache::MAX_LEN;
        if let Some(head) = index.prefix_cache.find(&each).filter(|_| is_short)
            && matcher.scope() != Scope::Whole
        {
            self.add_postings(&index.prefix_cache.postings, head, quality, details);
            // An exact match sorts first and is worth more than a prefix match.
            each.end = each.start + 1;
        }
        for number in each {
            if let Some((quality, _)) = matcher.find(index.dictionary.word(number)) {
                self.add_candidate(number, quality);
            }
        }
    }

    /// Matches a word in capitals.
    fn score_acronym(&mut self, word: &str) {
        let Some(number) = self.index.dictionary.find(word) else {
            return;
        };
        let points = score::detail_points(CAPITALS);
        let grade = self.grade(score::exact());
        let (postings, fields) = self.index.postings.of(number);
        for (posting, fields) in postings.iter().zip(fields) {
            let details = details(*posting);
            if score::is_in_capitals(details) {
                let quality = score::exact() + points[usize::from(details)];
                self.add(segment(*posting), *fields, quality, &grade);
            }
        }
    }

    fn score_exact_word(&mut self, word: &str, spelling: u8) {
        if let Some(number) = self.index.dictionary.find(word) {
            let details = score::detail_points(spelling);
            self.add_postings(&self.index.postings, number, score::exact(), &details);
        }
    }

    /// Matches a phrase, also written as one word. The last word is a prefix while the quote is open.
    fn score_phrase(&mut self, words: &[String], allow_prefix: bool) {
        self.score_exact_word(&words.concat(), 0);
        for words in spellings(words) {
            self.score_word_sequence(&words, false, Extent::Anywhere, score::exact());
            if allow_prefix {
                self.score_word_sequence(&words, true, Extent::Anywhere, score::prefix(0, true));
            }
        }
    }

    /// Matches adjacent words exactly; the last one may be a prefix.
    fn score_word_sequence(
        &mut self,
        words: &[String],
        allow_prefix: bool,
        extent: Extent,
        quality: u8,
    ) {
        let index = self.index;
        if let Some(positions) = index.phrase_positions(words, allow_prefix) {
            let grade = self.grade(quality);
            index.for_each_phrase_match(&positions, extent, &mut |segment, fields| {
                self.add(segment, fields, quality, &grade);
            });
        }
    }

    /// Adds a word of the index as a possible match of the current term.
    fn add_candidate(&mut self, number: u32, quality: u8) {
        let known = &mut self.qualities[number as usize];
        if *known == 0 {
            self.candidates.push(number);
        }
        *known = quality.max(*known);
    }

    fn add_postings(
        &mut self,
        all: &Postings,
        number: u32,
        quality: u8,
        points: &[u8; 1 << DETAIL_BITS],
    ) {
        let grade = self.grade(quality);
        let (postings, fields) = all.of(number);
        for (posting, fields) in postings.iter().zip(fields) {
            let quality = quality + points[usize::from(details(*posting))];
            self.add(segment(*posting), *fields, quality, &grade);
        }
    }

    /// The properties that matches of the current term with at least this quality have in common.
    fn grade(&self, quality: u8) -> Grade {
        let tier = score::tier(quality);
        let said = if self.is_unfinished {
            Tier::Prefix
        } else {
            Tier::Inflected
        };
        let is_itself = tier <= said;
        let is_known = self.is_word || tier <= Tier::Inflected;
        let mut flags = 0;
        if score::is_typo_free(quality) {
            flags |= TYPO_FREE;
        }
        if is_itself {
            flags |= ITSELF;
        }
        Grade {
            scale: score::Scale::new(tier, self.is_word),
            flags,
            direct: if is_itself { !self.index.indirect } else { 0 },
            subject: if is_known { !self.index.prose } else { 0 },
        }
    }

    /// Records a match of the current term in these fields of a segment.
    fn add(&mut self, segment: u32, fields: u16, quality: u8, grade: &Grade) {
        // The remainder lets the compiler drop a bounds check: ranks are always less than `MAX_FIELDS`.
        let rank = fields.trailing_zeros() as usize % MAX_FIELDS;
        let points = grade.scale.points(self.weights[rank], quality);
        let mut found = fields | grade.flags;
        if fields & grade.direct != 0 {
            found |= DIRECT;
        }
        if fields & grade.subject != 0 {
            found |= SUBJECT;
        }
        self.accumulator.add(segment, points, found);
    }

    /// Boosts documents in which words that are adjacent in the query are adjacent as well, without these
    /// `common` ones.
    fn boost_adjacent_words(&mut self, text: &SearchText, common: &[&Term]) {
        let worth = score::adjacent_words(self.weights[0]);
        let terms = text.without_fillers();
        let mut last = None;
        for (position, term) in terms.iter().enumerate() {
            if term.is_stop_word() {
                continue;
            }
            let is_common = |term: &Term| common.contains(&term);
            if let Some(last) = last
                && !is_common(terms[last])
                && !is_common(term)
                && !text.is_meant(terms[last], term)
            {
                self.boost(&terms[last..=position], Extent::Adjacent, &|_| worth);
                self.boost_joined(&terms[last..=position], worth);
            }
            last = Some(position);
        }
    }

    /// Boosts documents that write adjacent words of the query as one, which then most likely is meant.
    fn boost_joined(&mut self, terms: &[&Term], worth: u32) {
        for (words, _) in self.index.inflected_sequences(terms) {
            self.score_exact_word(&words.concat(), 0);
        }
        self.tally.add_boost(&mut self.accumulator, &|points| {
            score::joined_words(worth, points)
        });
    }

    /// Boosts documents with a field that equals the query.
    fn boost_whole_fields(&mut self, text: &SearchText) {
        let all: Vec<&Term> = text.terms.iter().collect();
        let terms = text.without_fillers();
        self.boost(&terms, Extent::Whole, &score::whole_field);
        // Names may contain words that are fillers elsewhere.
        if terms.len() < all.len() {
            self.boost(&all, Extent::Whole, &score::whole_field);
        }
    }

    /// Adds a bonus to the documents that contain the words of these terms in sequence, or other forms of
    /// them.
    fn boost(&mut self, terms: &[&Term], extent: Extent, worth: &dyn Fn(u32) -> u32) {
        for (words, quality) in self.index.inflected_sequences(terms) {
            self.score_word_sequence(&words, false, extent, quality);
        }
        self.tally.add_boost(&mut self.accumulator, worth);
    }
}
