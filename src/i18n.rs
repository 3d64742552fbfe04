//! All texts that are not data, in both languages.
//!
//! A text that is missing in one language does not compile. The order of lists is not checked.

mod compare;
mod en;
mod it;
mod network;
mod pictures;
mod strings;

pub use compare::CompareTexts;
pub use network::{KindTexts, NetworkTexts, with_numbers};
pub use pictures::PictureTexts;
pub use strings::{Plural, Strings, format_number};

use catalogue::model::{
    Cluster, Lang, Level, Members, OrganisationKind, Role, SeenDate, Status, Unit,
};
use catalogue::query::{Facet, Sort, View};

impl Strings {
    /// The texts of a language.
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &en::EN,
            Lang::It => &it::IT,
        }
    }

    /// The name of a facet.
    pub const fn facet(&self, facet: Facet) -> &'static str {
        self.facet_names[facet as usize]
    }

    /// The name of a level.
    pub const fn level_name(&self, level: Level) -> &'static str {
        self.level_names[level as usize]
    }

    /// The name of a level by its id, if there is such a level.
    pub fn level_of_id(&self, id: &str) -> Option<&'static str> {
        Level::ALL
            .into_iter()
            .find(|level| level.id() == id)
            .map(|level| self.level_name(level))
    }

    /// The name of a status by its id, if there is such a status.
    pub fn status_of_id(&self, id: &str) -> Option<&'static str> {
        Status::ALL
            .into_iter()
            .position(|status| status.id() == id)
            .map(|number| self.status_names[number])
    }

    /// Whether a cluster is active, with the date of its last known activity.
    pub fn status(&self, cluster: &Cluster) -> String {
        let name = self.status_names[cluster.status as usize];
        match &cluster.last_seen {
            Some(date) => format!("{name} ({} {})", self.last_seen, self.seen_date(date)),
            None => name.to_owned(),
        }
    }

    /// When something was seen, as words that follow what was seen: "in June 2022".
    pub fn at_date(&self, seen: &SeenDate) -> String {
        let preposition = match seen.parts() {
            (_, _, Some(8 | 11)) => 4,
            (_, _, Some(_)) => 3,
            (_, Some(4 | 8), None) => 2,
            (_, Some(_), None) => 1,
            (_, None, None) => 0,
        };
        [self.at_date[preposition], &self.seen_date(seen)].concat()
    }

    /// The name of a role with the date at which it was seen.
    pub fn role_at_date(&self, role: Role, seen: Option<&SeenDate>) -> String {
        let role = self.role(role);
        match seen {
            Some(seen) => [role, " ", &self.at_date(seen)].concat(),
            None => [role, ", ", self.undated].concat(),
        }
    }

    /// The number of members as exact as it is known, with what it counts; none if there is no
    /// number.
    pub fn member_count(&self, members: &Members) -> Option<String> {
        let count = self.unit_counts[members.unit as usize].of(members.count? as usize);
        Some([self.precisions[members.precision as usize], &count].concat())
    }

    /// The number of members under a heading that says what it is, and a remark: what it counts if
    /// not all members, and the date.
    pub fn member_cell(&self, members: &Members) -> Option<[String; 2]> {
        let count = format_number(members.count? as usize);
        let count = [self.precisions[members.precision as usize], &count].concat();
        let mut remark = self.member_date(members);
        if members.unit != Unit::Members {
            let unit = self.unit_counts[members.unit as usize].other;
            remark = [unit.trim_start_matches("{} "), ", ", &remark].concat();
        }
        Some([count, remark])
    }

    /// When the members were counted.
    pub fn member_date(&self, members: &Members) -> String {
        let date = members.as_of.as_ref();
        date.map_or_else(|| self.undated.to_owned(), |date| self.seen_date(date))
    }

    /// The number of results and, if they match in several ways, how many match in each.
    pub fn result_count(&self, total: usize, closeness: [usize; 3]) -> String {
        let mut text = self.results.of(total);
        if closeness.contains(&total) {
            return text;
        }
        let mut separator = ": ";
        for (plural, count) in self.closeness.iter().zip(closeness) {
            if count > 0 {
                text.push_str(separator);
                text.push_str(&plural.of(count));
                separator = ", ";
            }
        }
        text
    }

    /// The name of an order.
    pub const fn sort(&self, sort: Sort) -> &'static str {
        self.sort_names[sort as usize]
    }

    /// The name of a layout.
    pub const fn view(&self, view: View) -> &'static str {
        self.view_names[view as usize]
    }

    /// The name of a kind of organisation.
    pub const fn kind_name(&self, kind: OrganisationKind) -> &'static str {
        self.kind_names[kind as usize]
    }

    /// The name of a role.
    pub const fn role(&self, role: Role) -> &'static str {
        self.role_names[role as usize]
    }

    /// The heading of a list of organisations with a role.
    pub const fn role_heading(&self, role: Role) -> &'static str {
        self.role_headings[role as usize]
    }

    /// A date in words, as precise as it is known.
    pub fn date(&self, (year, month, day): (u16, Option<u8>, Option<u8>)) -> String {
        let month = month.and_then(|month| self.months.get(usize::from(month).checked_sub(1)?));
        match (day, month) {
            (Some(day), Some(month)) => format!("{day} {month} {year}"),
            (None, Some(month)) => format!("{month} {year}"),
            _ => year.to_string(),
        }
    }

    /// The date at which something was seen, in words.
    pub fn seen_date(&self, seen: &SeenDate) -> String {
        let date = self.date(seen.parts());
        if seen.is_approximate() {
            self.approximately.replace("{}", &date)
        } else {
            date
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_counted_by_how_they_match() {
        let [en, it] = [Lang::En, Lang::It].map(Strings::of);
        assert_eq!(
            en.result_count(14, [4, 10, 0]),
            "14 clusters: 4 mention it, 10 work in the area"
        );
        assert_eq!(
            it.result_count(6, [1, 1, 4]),
            "6 cluster: 1 ne parla, 1 opera nell'area, 4 contengono parole simili"
        );
        // Nothing to tell apart, or no search.
        for closeness in [[14, 0, 0], [0, 14, 0], [0, 0, 0]] {
            assert_eq!(en.result_count(14, closeness), "14 clusters");
        }
        assert_eq!(en.result_count(0, [0; 3]), "0 clusters");
    }

    #[test]
    fn numbers_and_dates_are_formatted() -> Result<(), catalogue::model::Invalid> {
        let en = Strings::of(Lang::En);
        assert_eq!(format_number(122), "122");
        assert_eq!(format_number(1398), "1398");
        assert_eq!(format_number(100_000), "100\u{202F}000");
        assert_eq!(en.results.of(1), "1 cluster");
        assert_eq!(en.results.of(0), "0 clusters");
        assert_eq!(en.date((2026, Some(11), Some(23))), "23 November 2026");
        assert_eq!(en.seen_date(&SeenDate::new("2018~")?), "about 2018");
        let it = Strings::of(Lang::It);
        assert_eq!(it.seen_date(&SeenDate::new("2022-06")?), "giugno 2022");
        for (date, english, italian) in [
            ("2018~", "in about 2018", "nel 2018 circa"),
            ("2022-06", "in June 2022", "a giugno 2022"),
            ("2022-08", "in August 2022", "ad agosto 2022"),
            ("2022-08-26", "on 26 August 2022", "il 26 agosto 2022"),
            ("2022-08-11", "on 11 August 2022", "l'11 agosto 2022"),
        ] {
            let date = SeenDate::new(date)?;
            assert_eq!(en.at_date(&date), english);
            assert_eq!(it.at_date(&date), italian);
        }
        Ok(())
    }
}
