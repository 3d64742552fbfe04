//! The parts of the map that can be chosen: areas from afar, cities from nearby.

use super::state::{MapState, area_id, mark_id};
use crate::components::{List, mark_circles};
use crate::i18n::Strings;
use catalogue::browse::MapArea;
use catalogue::map::{
    Area, Bounds, Mark, Point, Shades, Side, TARGET, ViewBox, diameter, gather, label_sides,
};
use catalogue::model::Fact;
use leptos::ev;
use leptos::prelude::*;
use leptos::svg;

/// The minimum width of an area that holds its number, in pixels.
const HOLDS_NUMBER: f64 = 16.0;

/// The shaded areas, from afar, and the outline of a chosen one.
#[component]
pub(super) fn Areas(
    /// The state of the map.
    map: MapState,
) -> impl IntoView {
    view! {
        {move || {
            map.shaded.get().then(|| {
                map.content.with_value(|content| {
                    let areas = content.areas.iter();
                    areas.map(|area| shaded_area(map, area, &content.shades)).collect_view()
                })
            })
        }}
        {move || {
            let chosen = map.chosen.0.get();
            map.content.with_value(|content| {
                let area = content.areas.iter().find(|area| area_id(area) == chosen)?;
                let outline = format!("{}#{}", map.outlines, area.area.id);
                Some(view! { <use_ class="map-chosen-area" href=outline></use_> }.into_any())
            })
        }}
    }
}

fn shaded_area(map: MapState, area: &MapArea, shades: &Shades) -> AnyView {
    let Area { id, centre, .. } = *area.area;
    let shade = shades.of(u32::try_from(area.clusters.len()).unwrap_or(u32::MAX));
    let outline = view! {
        <use_
            class="map-area"
            data-shade=shade.to_string()
            href=format!("{}#{id}", map.outlines)
        ></use_>
    };
    mark_button(map, area_id(area), centre, None, outline.into_any())
}

/// The numbers of clusters in the shaded areas, where they fit.
#[component]
pub(super) fn AreaCounts(
    /// The state of the map.
    map: MapState,
) -> impl IntoView {
    let fits = move |area: &Area| {
        let Bounds { west, east, .. } = area.bounds;
        f64::from(east - west) > map.pixel() * HOLDS_NUMBER
    };
    view! {
        {move || {
            map.shaded.get().then(|| {
                map.content.with_value(|content| {
                    let areas = content.areas.iter().filter(|area| fits(area.area));
                    let counts = areas.map(|area| {
                        let Point { x, y } = area.area.centre;
                        view! {
                            <text class="map-count" x=x.to_string() y=y.to_string() dy="1em">
                                {area.clusters.len().to_string()}
                            </text>
                        }
                        .into_any()
                    });
                    counts.collect_view()
                })
            })
        }}
    }
}

/// The marks of the cities, from nearby.
#[component]
pub(super) fn Marks(
    /// The state of the map.
    map: MapState,
) -> impl IntoView {
    let marks = move || {
        let pixel = map.pixel();
        if map.shaded.get() {
            return Vec::new();
        }
        map.content.with_value(|content| {
            let marks = gather(&content.places, pixel);
            let letters = marks.iter().map(|mark| match mark.places[..] {
                [place] => Some(map.city_name(content.cities[place]).chars().count()),
                _ => None,
            });
            let sides = label_sides(&marks, &letters.collect::<Vec<_>>(), pixel);
            marks.into_iter().zip(sides).collect::<Vec<_>>()
        })
    };
    // Nothing else affects how a mark is shown.
    let key = |(mark, side): &(Mark, Option<Side>)| format!("{} {side:?}", mark_id(mark));
    view! {
        <g class="map-marks" font-size=move || map.em().to_string()>
            <List each=marks key=key let:mark>
                {city_mark(map, &mark.0, mark.1)}
            </List>
        </g>
    }
}

/// A mark with its number of clusters, or its name.
fn city_mark(map: MapState, mark: &Mark, side: Option<Side>) -> AnyView {
    let Mark { at, count, .. } = *mark;
    let Point { x, y } = at;
    let number = (count > 1).then(|| {
        view! {
            <text class="map-number" x=x.to_string() y=y.to_string()>
                {count.to_string()}
            </text>
        }
        .into_any()
    });
    let city = map
        .content
        .with_value(|content| content.cities[mark.places[0]]);
    let name = side.map(|side| {
        // In tenths of an em: half of the mark, and a gap.
        let apart = diameter(count).max(TARGET) * 10 / 24 + 2;
        let apart = format!("{}.{}em", apart / 10, apart % 10);
        let (anchor, apart) = match side {
            Side::Left => ("end", format!("-{apart}")),
            Side::Right => ("start", apart),
        };
        view! {
            <text
                class="map-city"
                x=x.to_string()
                y=y.to_string()
                dx=apart
                text-anchor=anchor
                aria-hidden="true"
            >
                {map.city_name(city)}
            </text>
        }
        .into_any()
    });
    let content = view! {
        {mark_circles(at, count)}
        {number}
    };
    let bounds = map.content.with_value(|content| {
        let places = mark.places.iter();
        let points = places.map(|&place| Bounds::of(content.places[place].0));
        points.reduce(Bounds::and)
    });
    let bounds = bounds.filter(|_| mark.places.len() > 1);
    // The name is not part of the button: its accessible name says the same in another order.
    view! {
        {mark_button(map, mark_id(mark), at, bounds, content.into_any())}
        {name}
    }
    .into_any()
}

/// Something on the map that can be chosen. If it stands for several cities, the map zooms in to them as
/// far as possible.
fn mark_button(
    map: MapState,
    id: String,
    at: Point,
    bounds: Option<Bounds>,
    content: AnyView,
) -> AnyView {
    let t = Strings::of(map.lang);
    let (mut name, mut class) = (String::new(), "map-mark");
    if let Some(choice) = map.choice(&id) {
        let clusters = t.results.of(choice.clusters.len());
        name = [&choice.name, ": ", &clusters].concat();
        let records = &map.collection.catalogue.clusters;
        let mut clusters = choice
            .clusters
            .iter()
            .map(|&number| &records[number as usize]);
        if clusters.all(|cluster| cluster.unverified(Fact::City).is_some()) {
            class = "map-mark unverified-seats";
        }
    }
    if bounds.is_some() {
        name = [&name, ". ", t.map_tools[0]].concat();
    }
    let title = svg::title().child(name.clone());
    let key = id.clone();
    let is_chosen = move || map.chosen.0.with(|chosen| *chosen == key).to_string();
    let target = id.clone();
    let act = move || {
        let view = map.view();
        let nearer = bounds.map(|bounds| ViewBox::around(bounds, 0).zoomed(1.1, (0.5, 0.5)));
        match nearer.filter(|nearer| nearer.size < view.size * 9 / 10) {
            Some(nearer) => map.show(nearer),
            None => map.choose(target.clone()),
        }
    };
    let on_key = {
        let act = act.clone();
        move |event: ev::KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                act();
            }
        }
    };
    view! {
        <g
            id=id
            class=class
            role="button"
            tabindex="0"
            aria-label=name
            aria-pressed=is_chosen
            on:click=move |_| act()
            on:keydown=on_key
            on:focus=move |_| map.reveal(at)
        >
            {title}
            {content}
        </g>
    }
    .into_any()
}
