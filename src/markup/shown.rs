//! Markup in the document: taking over what stands there, building what does not, and changing it into
//! something else.

mod attribute;
mod effect;
mod place;

use super::{Attribute, El, Element as Wanted, Live, Markup, Piece, Words};
use attribute::ShownAttribute;
use effect::Effect;
use place::Place;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Text};

use leptos::wasm_bindgen::JsCast;
use std::cell::RefCell;
use std::rc::Rc;

/// The types of nodes that are taken over, as the DOM numbers them.
const ELEMENT: u16 = 1;
const TEXT: u16 = 3;

/// What is drawn rather than written: its elements belong to another namespace.
const DRAWING: (&str, &str) = ("svg", "http://www.w3.org/2000/svg");

/// Makes what stands in an element into what `make` makes, for as long as the page lives. Elements and
/// texts that stand there already are taken over as they are, so that nothing moves, and what the
/// visitor has in focus stays so.
pub fn mount(parent: &Element, make: impl FnOnce() -> Markup) {
    // It fails where an executor was set already, which is the same one.
    drop(Executor::init_wasm_bindgen());
    let owner = Owner::new();
    let shown = owner.with(|| take_over(parent, make().0));
    std::mem::forget((owner, shown));
}

/// Makes what stands in an element into what is wanted there.
fn take_over(parent: &Element, wanted: Vec<Piece>) -> Vec<Shown> {
    let place = Place::over(Rndr::first_child(parent));
    let mut shown = Vec::new();
    change(parent, &place, &mut shown, wanted);
    place.clear();
    shown
}

/// A piece of markup in the document. What it listens to and follows ends with it.
enum Shown {
    Element(Box<ShownElement>),
    Text(Text, Words),
    /// What is live, an empty text that stands behind it, and what stands there until then.
    Live(Effect, Text, Rest),
}

/// All that stands in an element from a place to its end, as it was written: the last piece, which is
/// live, takes it over when it first makes something.
#[derive(Clone, Default)]
struct Rest(Rc<RefCell<Option<(Element, Place)>>>);

struct ShownElement {
    node: Element,
    tag: &'static str,
    key: Option<Words>,
    attributes: Vec<ShownAttribute>,
    children: Vec<Shown>,
}

/// Changes the markup that stands in `parent`, up to a place, into what is wanted there.
fn change(parent: &Element, place: &Place, shown: &mut Vec<Shown>, wanted: Vec<Piece>) {
    let kept = shown.len().min(wanted.len());
    for old in shown.drain(kept..) {
        old.remove();
    }
    let last = wanted.len().saturating_sub(1);
    for (number, piece) in wanted.into_iter().enumerate() {
        match shown.get_mut(number) {
            Some(old) => old.become_(parent, piece),
            None => shown.push(Shown::build(parent, place, piece, number == last)),
        }
    }
}

/// An element that is not in the document yet, and what it holds.
fn create(parent: &Element, tag: &'static str, children: Vec<Piece>) -> (Element, Vec<Shown>) {
    let (drawing, namespace) = DRAWING;
    let is_drawn = tag == drawing || parent.namespace_uri().as_deref() == Some(namespace);
    let node = Rndr::create_element(tag, is_drawn.then_some(namespace));
    let mut shown = Vec::new();
    change(&node, &Place::before(None), &mut shown, children);
    (node, shown)
}

/// A text at a place. What was written as one text is taken apart where another piece begins.
fn text(parent: &Element, place: &Place, words: &str) -> Text {
    let standing = place.free::<Text>(TEXT).filter(|_| !words.is_empty());
    let Some(node) = standing else {
        let node = Rndr::create_text_node(words);
        place.insert(parent, &node);
        return node;
    };
    match node.data().strip_prefix(words) {
        Some("") => {}
        Some(_) => drop(node.split_text(utf16_length(words))),
        None => Rndr::set_text(&node, words),
    }
    place.pass(&node);
    node
}

/// The length of a text as the DOM counts it.
fn utf16_length(words: &str) -> u32 {
    words.encode_utf16().fold(0, |length, _| length + 1)
}

impl Rest {
    /// Lets `change` take it over, and puts `end` behind that; tells whether there was something.
    fn take_over(&self, end: &Text, change: impl FnOnce(&Element, &Place)) -> bool {
        let Some((parent, place)) = self.0.take() else {
            return false;
        };
        change(&parent, &place);
        place.clear();
        place.insert(&parent, end);
        true
    }

    /// Its first node.
    fn first_node(&self) -> Option<Node> {
        self.0.borrow().as_ref().and_then(|(_, place)| place.next())
    }
}

impl Shown {
    /// Builds a piece at a place in `parent`, out of what stands there if it can.
    fn build(parent: &Element, place: &Place, piece: Piece, is_last: bool) -> Self {
        match piece {
            Piece::Element(El(wanted)) => {
                Self::Element(Box::new(ShownElement::build(parent, place, *wanted)))
            }
            Piece::Text(words) => Self::Text(text(parent, place, &words), words),
            Piece::Live(make) => {
                let end = Rndr::create_text_node("");
                if is_last && let Some(rest) = place.split_rest() {
                    let rest = Rest(Rc::new(RefCell::new(Some((parent.clone(), rest)))));
                    return Self::follow(make, Vec::new(), end, rest, None);
                }
                let start = Some((parent.clone(), place.with_others_behind()));
                let shown = Self::follow(make, Vec::new(), end.clone(), Rest::default(), start);
                place.insert(parent, &end);
                shown
            }
        }
    }

    /// Shows what `make` makes in front of `end`, where `shown` stands, and follows it. At first it
    /// takes over `rest`, or is built at `start`.
    fn follow(
        mut make: Live<Option<Markup>>,
        shown: Vec<Self>,
        end: Text,
        rest: Rest,
        mut start: Option<(Element, Place)>,
    ) -> Self {
        let (behind, standing) = (end.clone(), rest.clone());
        let effect = Effect::new(shown, move |shown| {
            let start = start.take();
            let Some(Markup(wanted)) = make() else { return };
            let known = || {
                // It has no parent when it was taken out of the document in the same turn.
                let parent = Rndr::get_parent(&behind)?.unchecked_into();
                Some((parent, Place::before(Some(behind.clone().into()))))
            };
            let mut wanted = Some(wanted);
            let mut show = |parent: &Element, place: &Place| {
                change(parent, place, shown, wanted.take().unwrap_or_default());
            };
            if standing.take_over(&behind, &mut show) {
                return;
            }
            if let Some((parent, place)) = start.or_else(known) {
                show(&parent, &place);
            }
        });
        Self::Live(effect, end, rest)
    }

    /// Becomes another piece, if need be by giving way to it.
    fn become_(&mut self, parent: &Element, piece: Piece) {
        let piece = match (&mut *self, piece) {
            (Self::Text(node, words), Piece::Text(wanted)) => {
                if *words != wanted {
                    Rndr::set_text(node, &wanted);
                    *words = wanted;
                }
                return;
            }
            (Self::Element(shown), Piece::Element(El(wanted))) if shown.can_become(&wanted) => {
                shown.become_(*wanted);
                return;
            }
            (Self::Live(effect, end, rest), Piece::Live(make)) => {
                // What was written for the other is not this one's.
                rest.take_over(end, |_, _| ());
                let shown = effect.take();
                *self = Self::follow(make, shown, end.clone(), Rest::default(), None);
                return;
            }
            (_, piece) => piece,
        };
        let place = Place::before(Some(self.first_node()));
        let new = Self::build(parent, &place, piece, false);
        std::mem::replace(self, new).remove();
    }

    /// The first node that it stands for.
    fn first_node(&self) -> Node {
        match self {
            Self::Element(shown) => shown.node.clone().into(),
            Self::Text(node, _) => node.clone().into(),
            Self::Live(effect, end, rest) => effect
                .with_first(Self::first_node)
                .or_else(|| rest.first_node())
                .unwrap_or_else(|| end.clone().into()),
        }
    }

    /// Takes it out of the document, and ends all that it holds.
    fn remove(self) {
        match self {
            Self::Element(shown) => {
                Rndr::remove(&shown.node);
                shown.children.into_iter().for_each(Self::end);
            }
            Self::Text(node, _) => Rndr::remove(&node),
            Self::Live(effect, end, rest) => {
                rest.take_over(&end, |_, _| ());
                for shown in effect.take() {
                    shown.remove();
                }
                Rndr::remove(&end);
            }
        }
    }

    /// Ends what lies in an element that is gone, without taking that apart: an effect that is only
    /// dropped keeps what it has made until its task is run once more, and what is live in that would
    /// meanwhile read signals that are gone.
    fn end(self) {
        match self {
            Self::Element(shown) => shown.children.into_iter().for_each(Self::end),
            Self::Text(..) => {}
            Self::Live(effect, ..) => {
                let shown = effect.take();
                shown.into_iter().for_each(Self::end);
            }
        }
    }
}

impl ShownElement {
    fn build(parent: &Element, place: &Place, wanted: Wanted) -> Self {
        let standing = place.free::<Element>(ELEMENT);
        if let Some(standing) = &standing {
            place.pass(standing);
        }
        let taken = standing.clone().filter(|standing| wanted.is(standing));
        let is_new = taken.is_none();
        let (node, children) = match taken {
            Some(node) => {
                let children = take_over(&node, wanted.children);
                (node, children)
            }
            None => create(parent, wanted.tag, wanted.children),
        };
        // A list can be set to a value once it holds it.
        let give = if is_new {
            ShownAttribute::build
        } else {
            ShownAttribute::take_over
        };
        let attributes = wanted.attributes.into_iter();
        let attributes = attributes.map(|attribute| give(&node, attribute));
        let attributes = attributes.collect();
        if is_new {
            place.insert(parent, &node);
            // What stood there gives way.
            if let Some(other) = standing {
                Rndr::remove(&other);
            }
        }
        Self {
            node,
            tag: wanted.tag,
            key: wanted.key,
            attributes,
            children,
        }
    }

    fn can_become(&self, wanted: &Wanted) -> bool {
        let names = self.attributes.iter().map(ShownAttribute::name);
        self.tag == wanted.tag
            && self.key == wanted.key
            && names.eq(wanted.attributes.iter().map(Attribute::name))
    }

    fn become_(&mut self, wanted: Wanted) {
        for (shown, attribute) in self.attributes.iter_mut().zip(wanted.attributes) {
            shown.become_(&self.node, attribute);
        }
        change(
            &self.node,
            &Place::before(None),
            &mut self.children,
            wanted.children,
        );
    }
}

impl Wanted {
    /// Whether a node that stands in the document is this element, but for what it holds and for the
    /// values of its attributes.
    fn is(&self, node: &Element) -> bool {
        let has = |attribute: &Attribute| match attribute {
            Attribute::Plain(name, _) => node.has_attribute(name),
            _ => true,
        };
        node.local_name() == self.tag
            && self.attributes.iter().all(has)
            && node.attributes().length() as usize <= self.attributes.len()
    }
}
