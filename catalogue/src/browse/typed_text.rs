//! Special parts of a search text: URLs, which stand for the owner of the website, and excluding
//! filters (`-area:energy`).

use super::collection::Collection;
use crate::model::SafeUrl;
use crate::query::Facet;
use crate::search::{Closeness, Coverage, Hit};

/// URLs and filters are recognised in texts up to this length.
const MAX_LEN: usize = 400;
/// Added to the score of clusters that mention what is searched for: those whose area has it as a synonym
/// come next.
const MENTION: u32 = 1 << 31;
/// The score of the owner of a website; the clusters that the owner belongs to come next.
const OWNER: u32 = 1 << 30;

/// A text, split into search words and filters.
#[derive(Default)]
pub(super) struct TypedText {
    /// The text to search for.
    pub(super) words: String,
    /// For each website its clusters: those that own it, or those with the owner as a member.
    sites: Vec<Vec<Hit>>,
    /// The excluded values.
    excluded: Vec<(Facet, u32)>,
}

impl Collection {
    /// Splits a text.
    pub(super) fn typed_text(&self, text: &str) -> TypedText {
        let mut typed = TypedText {
            words: text.to_owned(),
            ..TypedText::default()
        };
        if text.len() > MAX_LEN || !text.contains(['.', ':']) {
            return typed;
        }
        let mut from = 0;
        while let Some((start, token)) = next_token(&typed.words, from) {
            let end = start + token.len();
            if let Some((facet, value, length)) = self.excluded_filter(&typed.words[start..]) {
                typed.excluded.push((facet, value));
                typed.words.replace_range(start..start + length, "");
                from = start;
            } else if let Some(site) = host(token).and_then(|host| self.clusters_of_site(host)) {
                typed.sites.push(site);
                typed.words.replace_range(start..end, "");
                from = start;
            } else {
                from = end;
            }
        }
        typed
    }

    /// The values that a text excludes (`-area:energy`), by facet and id.
    pub fn excluded_values(&self, text: &str) -> Vec<(Facet, &str)> {
        let excluded = self.typed_text(text).excluded.into_iter();
        excluded
            .map(|(facet, value)| (facet, self.values(facet).id(value)))
            .collect()
    }

    /// The text without the excluding filters of this value, or without any.
    pub fn without_excluded(&self, text: &str, value: Option<(Facet, &str)>) -> String {
        let mut text = text.to_owned();
        let mut from = 0;
        while let Some((start, token)) = next_token(&text, from).filter(|(at, _)| *at < MAX_LEN) {
            let end = start + token.len();
            let excluded = self.excluded_filter(&text[start..]);
            let unwanted = excluded.filter(|(facet, number, _)| {
                value.is_none_or(|value| value == (*facet, self.values(*facet).id(*number)))
            });
            if let Some((_, _, length)) = unwanted {
                text.replace_range(start..start + length, "");
            }
            from = if unwanted.is_some() { start } else { end };
        }
        text
    }

    /// The clusters that match a text; all of them if there is no text.
    pub(super) fn candidates(&self, typed: &TypedText) -> (Vec<Hit>, Coverage) {
        let text = self.index.parse(&typed.words);
        let (mut hits, coverage) = if text.is_empty() {
            let all = (0..).take(self.catalogue.clusters.len());
            let all = all.map(|document| Hit {
                document,
                score: 0,
                closeness: Closeness::Similar,
            });
            (all.collect(), Coverage::All)
        } else {
            let mut matches = self.index.search(&text);
            for hit in &mut matches.hits {
                if hit.closeness == Closeness::Direct {
                    hit.score = hit.score.saturating_add(MENTION);
                }
            }
            (matches.hits, matches.coverage)
        };
        for site in &typed.sites {
            hits.retain_mut(|hit| {
                let of_site = site.iter().find(|other| other.document == hit.document);
                hit.score = hit.score.saturating_add(of_site.map_or(0, |it| it.score));
                of_site.is_some()
            });
        }
        for (facet, value) in &typed.excluded {
            let clusters = self.values(*facet).clusters(*value);
            hits.retain(|hit| clusters.binary_search(&hit.document).is_err());
        }
        (hits, coverage)
    }

    /// The excluding filter at the start of a text, with its length.
    fn excluded_filter(&self, text: &str) -> Option<(Facet, u32, usize)> {
        let rest = text.strip_prefix(['-', '–', '—', '−'])?;
        let filter = self.filter_around(rest, rest.find(':')?)?;
        let length = text.len() - rest.len() + filter.source.end;
        (filter.source.start == 0).then_some((filter.facet, filter.value, length))
    }

    /// The clusters of a website: those that own it, then those that its owner belongs to. `None`
    /// if nobody owns it.
    fn clusters_of_site(&self, host: &str) -> Option<Vec<Hit>> {
        let is_site = |site: &Option<SafeUrl>| {
            let site = site.as_ref().map_or("", SafeUrl::label);
            !site.is_empty() && is_within(host, site)
        };
        let mut hits: Vec<Hit> = Vec::new();
        let mut is_known = false;
        let mut add = |document: u32, score: u32| {
            is_known = true;
            if !hits.iter().any(|hit| hit.document == document) {
                hits.push(Hit {
                    document,
                    score,
                    closeness: Closeness::Similar,
                });
            }
        };
        for (number, cluster) in (0..).zip(self.catalogue.clusters.iter()) {
            if is_site(&cluster.website) {
                add(number, OWNER);
            }
        }
        for (number, organisation) in (0..).zip(self.catalogue.organisations.iter()) {
            if is_site(&organisation.website) {
                for cluster in self.values(Facet::Organisation).clusters(number) {
                    add(*cluster, OWNER / 2);
                }
            }
        }
        is_known.then_some(hits)
    }
}

/// The next word of a text from byte `from`, with its position.
fn next_token(text: &str, from: usize) -> Option<(usize, &str)> {
    let rest = text.get(from..)?.trim_start();
    let start = text.len() - rest.len();
    let token = rest.split(char::is_whitespace).next()?;
    (!token.is_empty()).then_some((start, token))
}

/// The host of a word that may be a URL or an e-mail address.
fn host(token: &str) -> Option<&str> {
    let rest = token.split_once("://").map_or(token, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let (name, top) = host.rsplit_once('.')?;
    let is_top = top.len() > 1 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    (!name.is_empty() && is_top).then_some(host)
}

/// Whether a host is that of the site, or a subdomain of it.
fn is_within(host: &str, site: &str) -> bool {
    let Some(before) = host.len().checked_sub(site.len()) else {
        return false;
    };
    let (head, tail) = host.as_bytes().split_at(before);
    tail.eq_ignore_ascii_case(site.as_bytes()) && head.last().is_none_or(|last| *last == b'.')
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::{Identified, Lang};
    use crate::query::Query;

    fn found(text: &str) -> Vec<u32> {
        REAL.matching_clusters(&Query::default().with_text(text), Lang::En)
    }

    #[test]
    fn website_owner_ranks_first() {
        for (text, owner) in [
            ("aerospacelombardia.it", "lombardia-aerospace-cluster"),
            (
                "https://www.aerospacelombardia.it/en/about-us",
                "lombardia-aerospace-cluster",
            ),
            ("WWW.AEROSPACELOMBARDIA.IT", "lombardia-aerospace-cluster"),
            ("info@aerospacelombardia.it", "lombardia-aerospace-cluster"),
        ] {
            let first = found(text).first().map(|number| *number as usize);
            assert_eq!(first, REAL.catalogue.clusters.number(owner), "{text}");
        }
        // Every cluster is found by its own site.
        for (number, cluster) in (0..).zip(REAL.catalogue.clusters.iter()) {
            if let Some(site) = &cluster.website
                && host(site.label()).is_some()
            {
                assert!(found(site.label()).contains(&number), "{:?}", cluster.id());
            }
        }
    }

    #[test]
    fn websites_find_the_clusters_of_their_organisation() {
        let query = Query::parse("organisation=university-of-brescia");
        let mut members = REAL.matching_clusters(&query, Lang::En);
        members.sort_unstable();
        for text in [
            "unibs.it",
            "https://www.unibs.it",
            "http://ricerca.unibs.it/x?y#z",
        ] {
            let mut clusters = found(text);
            clusters.sort_unstable();
            assert_eq!(clusters, members, "{text}");
        }
        // Together with words it narrows the results.
        let energy = found("unibs.it energia");
        assert!(!energy.is_empty() && energy.len() < members.len());
        assert!(energy.iter().all(|cluster| members.contains(cluster)));
    }

    #[test]
    fn excluding_filters_remove_their_clusters() {
        let all = REAL.catalogue.clusters.len();
        for (text, value) in [
            ("-area:energy", "area=energy"),
            ("–area:energia", "area=energy"),
            ("-region:\"Emilia-Romagna\"", "region=emilia-romagna"),
        ] {
            let of_value = REAL.matching_clusters(&Query::parse(value), Lang::En);
            let left = found(text);
            assert_eq!(left.len() + of_value.len(), all, "{text}");
            assert!(left.iter().all(|cluster| !of_value.contains(cluster)));
            // Counts equal the totals they lead to.
            let query = Query::default().with_text(text);
            let listing = REAL.listing(&query, Lang::En);
            assert_eq!(listing.total, REAL.count(&query));
        }
        let energy = found("energia");
        let left = found("energia -region:lombardia");
        assert!(!left.is_empty() && left.len() < energy.len());
        // An unknown filter is an excluded phrase.
        assert_eq!(found("-area:nothing").len(), all);
    }

    #[test]
    fn excluding_filters_can_be_removed() {
        let text = "wind -area:energia –region:\"Emilia-Romagna\" -area:energy sun -area:nothing";
        let (energy, region) = ((Facet::Area, "energy"), (Facet::Region, "emilia-romagna"));
        assert_eq!(REAL.excluded_values(text), [energy, region, energy]);
        for (value, rest) in [
            // All filters of one value, whatever name was used.
            (
                Some(energy),
                "wind –region:\"Emilia-Romagna\" sun -area:nothing",
            ),
            (
                Some(region),
                "wind -area:energia -area:energy sun -area:nothing",
            ),
            (None, "wind sun -area:nothing"),
        ] {
            assert_eq!(REAL.without_excluded(text, value), rest);
        }
        assert!(REAL.excluded_values("-energy wind-area:energy").is_empty());
    }

    #[test]
    fn unknown_websites_are_searched_as_text() {
        for (token, expected) in [
            ("https://www.unibs.it", Some("unibs.it")),
            ("unibs.it:443/x", Some("unibs.it")),
            ("energia", None),
            ("4.0", None),
            ("C.N.R.", None),
            (".it", None),
            ("", None),
        ] {
            assert_eq!(host(token), expected, "{token}");
        }
        assert!(is_within("a.unibs.it", "unibs.it") && !is_within("xunibs.it", "unibs.it"));
        assert!(!is_within("it", "unibs.it"));
        assert!(found("Po.In.Tex").len() < 10);
    }
}
