//! Measures the search engine on generated documents: `cargo run --release --example search_bench`.
//!
//! Arguments: the numbers of documents (default: 10000 and 100000). Every document has a name in
//! two languages, an acronym, places, keywords and two descriptions of thirty words; it also has
//! the synonyms of two areas out of eighteen and the names of six organisations out of 365.

use std::time::{Duration, Instant};

use catalogue::search::{Index, IndexBuilder};

/// Name, acronym, area, organisation, keyword, place, synonym, description.
const WEIGHTS: [u16; 8] = [100, 100, 60, 40, 50, 40, 30, 20];

/// A pseudo-random number generator (xorshift), so that each run has the same documents.
struct Rng(u64);

impl Rng {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    /// A skewed distribution that favours small numbers, like word frequencies in texts.
    fn skewed(&mut self, end: usize) -> usize {
        let bound = self.below(end) + 1;
        let bound = self.below(bound) + 1;
        self.below(bound)
    }
}

/// Distinct words of two to five syllables.
fn words(rng: &mut Rng, count: usize) -> Vec<String> {
    const SYLLABLES: [&str; 40] = [
        "a", "ri", "en", "er", "gia", "tec", "no", "lo", "bio", "me", "di", "ca", "smart", "ma",
        "te", "ria", "li", "in", "du", "stria", "so", "ste", "ni", "bi", "le", "ac", "qua", "fo",
        "od", "hy", "dro", "gen", "ro", "bot", "ae", "spa", "zio", "net", "works", "tion",
    ];
    let mut words: Vec<String> = (0..count * 2)
        .map(|_| {
            (0..2 + rng.below(4))
                .map(|_| SYLLABLES[rng.below(SYLLABLES.len())])
                .collect()
        })
        .collect();
    words.sort();
    words.dedup();
    for place in (1..words.len()).rev() {
        words.swap(place, rng.below(place + 1));
    }
    words.truncate(count);
    words
}

fn sentence(rng: &mut Rng, words: &[String], length: usize) -> String {
    let chosen: Vec<&str> = (0..length)
        .map(|_| words[rng.skewed(words.len())].as_str())
        .collect();
    chosen.join(" ")
}

/// The texts of a document with the numbers of their fields.
type FieldTexts = Vec<(usize, String)>;

fn documents(rng: &mut Rng, words: &[String], count: usize) -> Vec<FieldTexts> {
    let shared = |rng: &mut Rng, count: usize, length: usize| -> Vec<String> {
        (0..count).map(|_| sentence(rng, words, length)).collect()
    };
    let synonyms = shared(rng, 18 * 40, 2);
    let areas = shared(rng, 18 * 2, 1);
    let organisations = shared(rng, 365 * 2, 4);
    let keywords = shared(rng, 600, 2);
    let places = shared(rng, 300, 1);
    let document = |_| {
        let mut texts = vec![
            (0, sentence(rng, words, 4)),
            (0, sentence(rng, words, 4)),
            (1, sentence(rng, words, 1)),
            (5, places[rng.below(300)].clone()),
            (5, places[rng.below(20)].clone()),
            (7, sentence(rng, words, 30)),
            (7, sentence(rng, words, 30)),
        ];
        for _ in 0..2 {
            let area = rng.below(18);
            texts.extend(areas[area * 2..][..2].iter().map(|text| (2, text.clone())));
            texts.extend(
                synonyms[area * 40..][..40]
                    .iter()
                    .map(|text| (6, text.clone())),
            );
        }
        for _ in 0..6 {
            let organisation = rng.below(365);
            texts.extend(
                organisations[organisation * 2..][..2]
                    .iter()
                    .map(|text| (3, text.clone())),
            );
        }
        texts.extend((0..12).map(|_| (4, keywords[rng.below(600)].clone())));
        texts
    };
    (0..count).map(document).collect()
}

fn build(documents: &[FieldTexts]) -> Index {
    let mut builder = IndexBuilder::new(&WEIGHTS);
    for texts in documents {
        for (field, text) in texts {
            builder.add(*field, text);
        }
        builder.end_document(&[]);
    }
    builder.finish()
}

/// Searches each text five times and prints the median, the 99th percentile and the maximum of the
/// best times, which excludes most of the noise of other processes.
fn time(index: &Index, kind: &str, texts: &[String]) {
    let mut hits = 0;
    let mut best = |text: &String| {
        let rounds = (0..5).map(|_| {
            let start = Instant::now();
            hits += index.search(&index.parse(text)).hits.len();
            start.elapsed()
        });
        rounds.min().unwrap_or_default()
    };
    let mut times: Vec<Duration> = texts.iter().map(&mut best).collect();
    times.sort();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    println!(
        "  {kind:<10} p50 {:>9.2?}  p99 {:>9.2?}  max {:>9.2?}  hits {:>8}",
        at(50),
        at(99),
        at(100),
        hits / 5 / times.len()
    );
}

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![10_000, 100_000]
    } else {
        sizes
    };
    for size in sizes {
        let rng = &mut Rng(0x2545_f491_4f6c_dd1d);
        let words = words(rng, 12_000);
        let documents = documents(rng, &words, size);
        let bytes: usize = documents.iter().flatten().map(|(_, text)| text.len()).sum();
        let rounds = (0..3).map(|_| {
            let start = Instant::now();
            build(&documents);
            start.elapsed()
        });
        let elapsed = rounds.min().unwrap_or_default();
        let index = build(&documents);
        println!(
            "{size} documents, {} KB of text, built in {elapsed:.0?}",
            bytes / 1024
        );

        let some: Vec<&String> = (0..40).map(|_| &words[rng.skewed(words.len())]).collect();
        let prefixes = some
            .iter()
            .flat_map(|word| (1..=word.len()).map(|end| word[..end].to_owned()));
        time(&index, "keystrokes", &prefixes.collect::<Vec<_>>());
        let typos = some.iter().filter(|word| word.len() > 5).map(|word| {
            let (one, two) = word.split_at(word.len() / 2);
            [one, &two[1..]].concat()
        });
        time(&index, "typos", &typos.collect::<Vec<_>>());
        let several = (0..20).map(|_| sentence(rng, &words, 3));
        time(&index, "several", &several.collect::<Vec<_>>());
        let phrases = (0..20).map(|place| {
            let words: Vec<&str> = documents[place * 7][5].1.split(' ').take(2).collect();
            ["\"", &words.join(" "), "\""].concat()
        });
        time(&index, "phrases", &phrases.collect::<Vec<_>>());
    }
}
