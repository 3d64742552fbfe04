//! The facets: one group of boxes each, with counts that follow everything else that is chosen.

use crate::browser;
use crate::markup::{El, Markup, el, el_class, fragment, live_when, nothing, text};
use crate::strings::Strings;
use catalogue::browse::ValueCount;
use catalogue::ranked;
use catalogue::search::fold;
use leptos::prelude::*;
use std::rc::Rc;

/// How many values of a long facet are shown at first.
const FIRST: usize = 8;
/// A facet with more values than this is long: only the most frequent are shown at first, and the
/// whole list can be filtered.
const LONG: usize = 20;

/// One facet, as the panel shows it.
pub struct FacetGroup {
    /// Its key in the address; the boxes' name.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The ids and labels of its values, by their numbers.
    pub values: Vec<(&'static str, &'static str)>,
    /// The counts of its values, by their numbers; follows the listing.
    pub counts: Counts,
    /// Takes note that a value was chosen or not, by its number.
    pub toggle: Box<dyn Fn(usize)>,
}

/// The counts of a facet's values, handed to whoever looks at them; to nobody while they may be old.
pub type Counts = Box<dyn Fn(&mut dyn FnMut(&[ValueCount]))>;

/// All facets; `chosen` is how many values are.
pub fn facet_panel(
    texts: &'static Strings,
    groups: Vec<FacetGroup>,
    chosen: impl Fn() -> usize + 'static,
) -> Markup {
    let open = RwSignal::new(false);
    let switch = el_class("button", "facet-panel-switch")
        .attr("type", "button")
        .attr("aria-controls", "filters")
        .live_attr("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| {
            open.update(|open| *open = !*open);
            // Who closes it, maybe from deep inside, wants to see the results.
            if !open.get_untracked() {
                browser::after_render(|| browser::focus_and_show("#results-heading"));
            }
        })
        .text(texts.filters)
        .live(move || match chosen() {
            0 => nothing(),
            count => text(format!(" ({count})")),
        });
    let groups = el_class("div", "facet-panel-groups")
        .attr("id", "filters")
        .child(el_class("p", "hint").text(texts.filters_hint))
        .children(groups.into_iter().map(|group| facet_group(texts, group)));
    el_class("section", "facet-panel")
        .attr("aria-labelledby", "filters-heading")
        .child(
            el_class("h2", "facet-panel-heading")
                .attr("id", "filters-heading")
                .text(texts.filters),
        )
        .child(switch)
        .child(groups)
        .done()
}

fn facet_group(texts: &'static Strings, group: FacetGroup) -> El {
    let fieldset = el_class("fieldset", "facet")
        .attr("data-facet", group.key)
        .child(el("legend").text(group.name));
    let group = Rc::new(group);
    if group.values.len() > LONG {
        long_group(texts, fieldset, group)
    } else {
        let list = move || group.list(|counts| (0..counts.len()).collect());
        fieldset.child(el("ul").child(live_when(list)))
    }
}

/// A facet whose values are too many to show them all at once.
fn long_group(texts: &'static Strings, fieldset: El, group: Rc<FacetGroup>) -> El {
    let all = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let name = group.name;
    let count = group.values.len();
    let narrow = move || {
        let field = el("input")
            .attr("type", "text")
            .attr("placeholder", texts.narrow_values)
            .on("input", move |event| wanted.set(browser::value_of(&event)));
        let label =
            el_class("span", "visually-hidden").text(format!("{}: {name}", texts.narrow_values));
        let narrow = el_class("label", "facet-narrow").child(label).child(field);
        all.get().then_some(narrow)
    };
    let list = move || {
        let (all, wanted) = (all.get(), wanted.get());
        group.list(|counts| shown_of_long(&group.values, counts, all, &wanted))
    };
    let switch = move || {
        let label = if all.get() {
            texts.show_fewer_values.to_owned()
        } else {
            texts.show_all_values.of(count - FIRST)
        };
        let of = el_class("span", "visually-hidden").text(format!(": {name}"));
        fragment([text(label), of.done()])
    };
    let switch = el_class("button", "link-button")
        .attr("type", "button")
        .live_attr("aria-expanded", move || Some(all.get().to_string()))
        .on("click", move |_| {
            all.update(|all| *all = !*all);
            wanted.set(String::new());
        })
        .live(switch);
    fieldset
        .live(narrow)
        .child(el("ul").child(live_when(list)))
        .child(switch)
}

impl FacetGroup {
    /// What `make` makes of the counts; nothing while they may be old.
    pub(super) fn read(&self, make: impl Fn(&[ValueCount]) -> Markup) -> Option<Markup> {
        let mut answer = None;
        (self.counts)(&mut |counts| answer = Some(make(counts)));
        answer
    }

    /// The values that `shown` picks.
    fn list(self: &Rc<Self>, shown: impl Fn(&[ValueCount]) -> Vec<usize>) -> Option<Markup> {
        self.read(|counts| {
            let shown = shown(counts).into_iter();
            fragment(shown.map(|value| self.value(value, counts[value])))
        })
    }

    /// One value: a box, its label, its count.
    fn value(self: &Rc<Self>, value: usize, now: ValueCount) -> El {
        let (id, label) = self.values[value];
        let group = self.clone();
        let field = el("input")
            .attr("type", "checkbox")
            .attr("name", self.key)
            .attr("value", id)
            .checked(now.chosen)
            .on("change", move |_| (group.toggle)(value));
        let name = el_class("span", "facet-label").text(label);
        let label = el("label")
            .child(field)
            .child(name.attr_if("data-area", (self.key == "area").then_some(id)))
            .text(" ")
            .child(el_class("span", "facet-count").text(now.count.to_string()));
        let class = if now.count == 0 {
            "facet-value facet-empty"
        } else {
            "facet-value"
        };
        // A box that moves in its list is built anew, so that no other takes over its focus.
        el_class("li", class).key(id).child(label)
    }
}

/// The chosen values and the most frequent others; or all of them, as far as their labels hold the
/// text that is wanted.
fn shown_of_long(
    values: &[(&str, &str)],
    counts: &[ValueCount],
    all: bool,
    wanted: &str,
) -> Vec<usize> {
    if !all {
        return most_frequent(counts, FIRST);
    }
    let mut shown = most_frequent(counts, values.len());
    let wanted = fold(wanted.trim());
    shown.retain(|&value| counts[value].chosen || fold(values[value].1).contains(&wanted));
    shown
}

/// The chosen values, then the most frequent others: so many, or all the chosen where these are more.
fn most_frequent(counts: &[ValueCount], wanted: usize) -> Vec<usize> {
    let rank = |value: u32| {
        let ValueCount { count, chosen } = counts[value as usize];
        if chosen { 0 } else { u32::MAX - count }
    };
    let chosen = counts.iter().filter(|count| count.chosen).count();
    let ranked = ranked::by_rank(counts.len(), &rank).into_iter();
    ranked
        .take(chosen.max(wanted))
        .map(|value| value as usize)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_facet_shows_what_is_chosen_and_what_is_frequent() {
        let labels: Vec<String> = (0..30).map(|n| format!("Università {n}")).collect();
        let values: Vec<(&str, &str)> = labels.iter().map(|label| ("id", label.as_str())).collect();
        let mut counts: Vec<ValueCount> = (0..30)
            .map(|count| ValueCount {
                count,
                chosen: false,
            })
            .collect();
        counts[0].chosen = true;
        assert_eq!(
            shown_of_long(&values, &counts, false, ""),
            [0, 29, 28, 27, 26, 25, 24, 23]
        );
        assert_eq!(shown_of_long(&values, &counts, true, "").len(), 30);
        assert_eq!(
            shown_of_long(&values, &counts, true, "UNIVERSITA 12"),
            [0, 12]
        );
    }
}
