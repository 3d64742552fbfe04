//! The map itself: outlines, names and marks, with the tools and gestures that move it.

use super::marks::{AreaCounts, Areas, Marks};
use super::state::{CANVAS, MapState};
use crate::dom::{self, Gesture, Position};
use crate::i18n::Strings;
use catalogue::map::{NAME_SCALES, ViewBox};
use catalogue::model::Lang;
use leptos::ev;
use leptos::prelude::*;

/// The factor by which one step zooms.
const STEP: f64 = 1.6;

/// The share of the map by which one step moves it.
const MOVE: f64 = 0.25;

/// The centre of the map.
const CENTRE: Position = (0.5, 0.5);

/// The keys and the signs of the tools, in the order of their names in `map_tools`; one shows its name.
const TOOLS: [(&str, &str); 7] = [
    ("+", "+"),
    ("-", "−"),
    ("0", ""),
    ("ArrowLeft", "←"),
    ("ArrowUp", "↑"),
    ("ArrowDown", "↓"),
    ("ArrowRight", "→"),
];

/// The view that a key or its tool leads to.
fn step(map: MapState, key: &str) -> Option<ViewBox> {
    let view = map.view();
    Some(match key {
        "+" | "=" => view.zoomed(1.0 / STEP, CENTRE),
        "-" => view.zoomed(STEP, CENTRE),
        "0" => map.whole,
        "ArrowLeft" => view.moved((-MOVE, 0.0)),
        "ArrowUp" => view.moved((0.0, -MOVE)),
        "ArrowDown" => view.moved((0.0, MOVE)),
        "ArrowRight" => view.moved((MOVE, 0.0)),
        _ => return None,
    })
}

/// Moves and scales the map as a gesture does.
fn follow(map: MapState, gesture: Option<Gesture>) {
    if let Some(Gesture { at, by, factor }) = gesture {
        let view = map.view().moved((-by.0, -by.1));
        map.show(view.zoomed(factor, at));
    }
}

/// The names of the areas, where they fit inside them, for an em of this length.
fn area_names(outlines: &str, lang: Lang, em: i32) -> Vec<AnyView> {
    let mut names = Vec::new();
    for scale in NAME_SCALES {
        if em <= scale {
            let group = format!("{outlines}#names-{}-{scale}", lang.tag());
            names.push(view! { <use_ href=group></use_> }.into_any());
        }
    }
    names
}

/// The map of a listing.
#[component]
pub(super) fn Canvas(
    /// The state of the map.
    map: MapState,
) -> impl IntoView {
    let t = Strings::of(map.lang);
    let outlines = map.outlines;
    // Where the mouse or the fingers were.
    let held = StoredValue::new(Vec::new());
    let drag = move |event: ev::PointerEvent| {
        let gesture = held.try_update_value(|held| dom::drag_gesture(&event, held));
        follow(map, gesture.flatten());
    };
    let pinch = move |event: ev::TouchEvent| {
        let gesture = held.try_update_value(|held| dom::pinch_gesture(&event, held));
        follow(map, gesture.flatten());
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // With these keys it is the browser that zooms, or goes back.
        if !event.ctrl_key()
            && !event.meta_key()
            && !event.alt_key()
            && let Some(view) = step(map, &event.key())
        {
            event.prevent_default();
            map.show(view);
        }
    };
    Effect::new(move |_| {
        let measure = move || {
            if let Some(width) = dom::width_of(CANVAS) {
                map.frame.1.try_update(|frame| frame.width = width);
            }
        };
        dom::after_render(measure);
        let resized = window_event_listener(ev::resize, move |_| measure());
        on_cleanup(move || resized.remove());
    });
    let view_box = move || {
        let ViewBox { x, y, size } = map.frame.0.get().view;
        format!("{x} {y} {size} {size}")
    };
    let tools = TOOLS
        .into_iter()
        .zip(t.map_tools)
        .map(|((key, sign), name)| {
            let act = move |_| {
                if let Some(view) = step(map, key) {
                    map.show(view);
                }
            };
            let text = if sign.is_empty() {
                name.into_any()
            } else {
                view! {
                    <span aria-hidden="true">{sign}</span>
                    <span class="visually-hidden">{name}</span>
                }
                .into_any()
            };
            view! {
                <button type="button" title=name on:click=act>
                    {text}
                </button>
            }
            .into_any()
        });
    view! {
        <div class="map-canvas">
            <div class="map-tools" role="group" aria-label=t.map_tools_label>
                {tools.collect_view()}
            </div>
            <svg
                id="map-canvas"
                class="map"
                viewBox=view_box
                tabindex="0"
                role="group"
                aria-label=t.map
                aria-describedby="map-keys"
                on:keydown=on_key
                on:wheel=move |event| follow(map, dom::wheel_gesture(&event))
                on:pointerdown=drag
                on:pointermove=drag
                on:touchmove=pinch
                on:touchend=pinch
            >
                <use_ class="land" href=format!("{outlines}#land")></use_>
                <Areas map />
                <g class="map-names" font-size=move || map.em().to_string() aria-hidden="true">
                    {move || area_names(outlines, map.lang, map.em())}
                    <AreaCounts map />
                </g>
                <Marks map />
            </svg>
            <p id="map-keys" class="hint">
                <span class="map-keys">{t.map_keys}</span>
                <span class="map-touch">{t.map_touch}</span>
            </p>
        </div>
    }
}
