//! Charts of the listing: how many clusters each value of a facet has, as bars that choose it.

use super::FacetGroup;
use crate::markup::{El, Markup, el, el_class, fragment, live_when};
use crate::strings::Strings;
use catalogue::browse::ValueCount;
use catalogue::ranked;
use leptos::prelude::*;
use std::rc::Rc;

/// How many bars a chart has. A facet with fewer values keeps their order, so that years stay a
/// sequence; of others the most frequent are shown, and what is chosen beside them.
const BARS: usize = 12;

/// Charts behind a button; `groups` makes their facets when they are first looked at.
pub fn charts(texts: &'static Strings, groups: impl Fn() -> Vec<FacetGroup> + 'static) -> El {
    let open = RwSignal::new(false);
    let switch = el_class("button", "link-button charts-switch")
        .attr("type", "button")
        .live_attr("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .text(texts.charts);
    let shown = move || {
        let charts = || groups().into_iter().map(|group| chart(texts, group));
        open.get().then(|| {
            el_class("div", "charts-shown")
                .child(el_class("p", "hint").text(texts.charts_hint))
                .children(charts())
        })
    };
    el_class("div", "charts").child(switch).live(shown)
}

fn chart(texts: &'static Strings, group: FacetGroup) -> El {
    let group = Rc::new(group);
    let heading = |text: &'static str| {
        let hidden = el_class("span", "visually-hidden").text(text);
        el("th").attr("scope", "col").child(hidden)
    };
    let headings = el("tr")
        .child(heading(group.name))
        .child(heading(texts.clusters));
    el_class("table", "chart")
        .child(el("caption").text(group.name))
        .child(el("thead").child(headings))
        .child(el("tbody").child(live_when(move || bars(texts, &group))))
}

/// The bars, each in a row of its own with its button and its number.
fn bars(texts: &'static Strings, group: &Rc<FacetGroup>) -> Option<Markup> {
    group.read(|counts| {
        let is_shown = |value: &usize| counts[*value].count > 0 || counts[*value].chosen;
        let mut shown: Vec<usize> = (0..counts.len()).filter(is_shown).collect();
        let all = shown.len();
        if all > BARS {
            shown = tallest(counts, BARS);
        }
        let longest = counts.iter().map(|value| value.count).max().unwrap_or(0);
        let rows = shown
            .iter()
            .map(|&value| bar(group, value, counts[value], longest));
        let rest = (all > shown.len()).then(|| {
            let text = texts.charts_rest.of(all - shown.len());
            el("tr").child(el_class("td", "hint").attr("colspan", "2").text(text))
        });
        fragment(rows.chain(rest))
    })
}

/// The most frequent values, and the chosen ones behind them: none leaves its place when it is chosen.
fn tallest(counts: &[ValueCount], wanted: usize) -> Vec<usize> {
    let ranked = ranked::by_rank(counts.len(), &|value| {
        u32::MAX - counts[value as usize].count
    });
    let mut shown = Vec::new();
    for value in ranked {
        let value = value as usize;
        if shown.len() < wanted || counts[value].chosen {
            shown.push(value);
        }
    }
    shown
}

fn bar(group: &Rc<FacetGroup>, value: usize, now: ValueCount, longest: u32) -> El {
    let (id, label) = group.values[value];
    let group = group.clone();
    let button = el("button")
        .attr("type", "button")
        .attr("id", format!("chart-{}-{id}", group.key))
        .attr("aria-pressed", if now.chosen { "true" } else { "false" })
        .on("click", move |_| (group.toggle)(value))
        .text(label);
    let bar = el("rect")
        .attr("width", now.count.to_string())
        .attr("height", "1");
    let drawing = el("svg")
        .attr("viewBox", format!("0 0 {} 1", longest.max(1)))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(bar);
    el("tr")
        .key(id)
        .child(el("th").attr("scope", "row").child(button))
        .child(el("td").child(drawing).text(now.count.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_keep_their_places_when_they_are_chosen() {
        let mut counts = [5, 9, 1, 7, 3].map(|count| ValueCount {
            count,
            chosen: false,
        });
        assert_eq!(tallest(&counts, 3), [1, 3, 0]);
        counts[0].chosen = true;
        assert_eq!(tallest(&counts, 3), [1, 3, 0]);
        counts[2].chosen = true;
        assert_eq!(tallest(&counts, 3), [1, 3, 0, 2]);
    }
}
