//! Gestures over an element that move and scale what it shows: the mouse, two fingers, and the wheel.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, TouchEvent, WheelEvent};

/// A position in an element, in shares of its width and height.
pub(crate) type Position = (f64, f64);

/// How a gesture moves and scales the content.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Gesture {
    /// The position of the pointer, or the middle between the fingers.
    pub(crate) at: Position,
    /// How far the content moves.
    pub(crate) by: Position,
    /// How many times smaller the content becomes.
    pub(crate) factor: f64,
}

/// The number of pixels that a mouse may move during a click.
const CLICK: f64 = 4.0;

/// The scaling by the wheel while Ctrl is pressed, or by two fingers on a touch pad, which browsers report in
/// the same way. Without Ctrl the wheel scrolls the page.
pub(crate) fn wheel_gesture(event: &WheelEvent) -> Option<Gesture> {
    if !event.ctrl_key() {
        return None;
    }
    event.prevent_default();
    let lines = event.delta_mode() != WheelEvent::DOM_DELTA_PIXEL;
    let pixels = event.delta_y() * if lines { 30.0 } else { 1.0 };
    Some(Gesture {
        at: position(event, event.client_x(), event.client_y())?,
        by: (0.0, 0.0),
        factor: (1.0 + pixels / 400.0).clamp(0.5, 2.0),
    })
}

/// The movement of a pressed mouse or pen since the last event. `held` is where it was before. From the first
/// movement on, the mouse belongs to the element, so that what lies beneath it is not clicked.
pub(crate) fn drag_gesture(event: &PointerEvent, held: &mut Vec<Position>) -> Option<Gesture> {
    let is_start = event.type_() == "pointerdown" && event.button() == 0;
    if event.pointer_type() == "touch" || !is_start && event.buttons() & 1 == 0 {
        held.clear();
        return None;
    }
    let now = position(event, event.client_x(), event.client_y())?;
    if is_start {
        *held = vec![now];
        return None;
    }
    let element = element(event)?;
    let gesture = between(held, &[now])?;
    if !element.has_pointer_capture(event.pointer_id()) {
        if length(gesture.by) * element.get_bounding_client_rect().width() < CLICK {
            return None;
        }
        drop(element.set_pointer_capture(event.pointer_id()));
    }
    *held = vec![now];
    Some(gesture)
}

/// The movement of two fingers since the last event. `held` is where they were before. One finger scrolls
/// the page.
pub(crate) fn pinch_gesture(event: &TouchEvent, held: &mut Vec<Position>) -> Option<Gesture> {
    let touches = event.touches();
    let (Some(one), Some(other), 2) = (touches.get(0), touches.get(1), touches.length()) else {
        held.clear();
        return None;
    };
    if event.cancelable() {
        event.prevent_default();
    }
    let now = [
        position(event, one.client_x(), one.client_y())?,
        position(event, other.client_x(), other.client_y())?,
    ];
    let gesture = between(held, &now);
    *held = now.to_vec();
    gesture
}

fn element(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

fn position(event: &Event, x: i32, y: i32) -> Option<Position> {
    let rectangle = element(event)?.get_bounding_client_rect();
    Some((
        (f64::from(x) - rectangle.left()) / rectangle.width(),
        (f64::from(y) - rectangle.top()) / rectangle.height(),
    ))
}

/// The gesture that moves one or two pointers; `None` if their number changes.
fn between(before: &[Position], now: &[Position]) -> Option<Gesture> {
    let (at, spread) = middle(now)?;
    let (from, old_spread) = middle(before).filter(|_| before.len() == now.len())?;
    Some(Gesture {
        at,
        by: (at.0 - from.0, at.1 - from.1),
        factor: if spread > 0.0 {
            old_spread / spread
        } else {
            1.0
        },
    })
}

/// The middle of one or two positions, and the distance between them.
fn middle(positions: &[Position]) -> Option<(Position, f64)> {
    let (first, last) = (positions.first()?, positions.last()?);
    let middle = (
        f64::midpoint(first.0, last.0),
        f64::midpoint(first.1, last.1),
    );
    Some((middle, length((last.0 - first.0, last.1 - first.1))))
}

fn length((across, down): Position) -> f64 {
    (across * across + down * down).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_fingers_move_and_scale() {
        let gesture = between(&[(0.25, 0.5), (0.75, 0.5)], &[(0.5, 0.5), (0.75, 0.5)]);
        let expected = Gesture {
            at: (0.625, 0.5),
            by: (0.125, 0.0),
            factor: 2.0,
        };
        assert_eq!(gesture, Some(expected));
    }

    #[test]
    fn one_pointer_only_moves() {
        let gesture = between(&[(0.5, 0.5)], &[(0.25, 0.75)]);
        let expected = Gesture {
            at: (0.25, 0.75),
            by: (-0.25, 0.25),
            factor: 1.0,
        };
        assert_eq!(gesture, Some(expected));
    }

    #[test]
    fn another_finger_starts_a_new_gesture() {
        assert_eq!(between(&[], &[(0.5, 0.5)]), None);
        assert_eq!(between(&[(0.5, 0.5)], &[(0.5, 0.5), (0.7, 0.5)]), None);
    }
}
