//! Markup in the document: building it there, and changing what stands there into something else.

use super::{Attribute, El, Element as Wanted, Event, Live, Markup, Piece, Words};
use any_spawner::Executor;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::types::{Element, Node, Text};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};

use leptos::wasm_bindgen::{JsCast, JsValue};
use std::cell::RefCell;
use std::rc::Rc;

/// What is drawn rather than written: its elements belong to another namespace.
const DRAWING: (&str, &str) = ("svg", "http://www.w3.org/2000/svg");

/// Shows what `make` makes at the end of an element, for as long as the page lives.
pub fn mount(parent: &Element, make: impl FnOnce() -> Markup) {
    // It fails where an executor was set already, which is the same one.
    drop(Executor::init_wasm_bindgen());
    let owner = Owner::new();
    let shown = owner.with(|| {
        let mut shown = Vec::new();
        change(parent, None, &mut shown, make().0);
        shown
    });
    std::mem::forget((owner, shown));
}

/// A piece of markup in the document. What it listens to and follows ends with it.
enum Shown {
    Element(Box<ShownElement>),
    Text(Text, Words),
    /// What is live, and an empty text that stands behind it.
    Live(RenderEffect<Vec<Shown>>, Text),
}

struct ShownElement {
    node: Element,
    tag: &'static str,
    key: Option<Words>,
    attributes: Vec<ShownAttribute>,
    children: Vec<Shown>,
}

enum ShownAttribute {
    Plain(&'static str, Words),
    Checked,
    Live {
        name: &'static str,
        _effect: RenderEffect<Vec<Shown>>,
    },
    On {
        event: &'static str,
        act: Handler,
        _listener: RemoveEventHandler<Element>,
    },
}

/// What acts on an event; absent while it does.
type Handler = Rc<RefCell<Option<Box<dyn FnMut(Event)>>>>;

/// Changes the markup that stands in `parent`, up to `end`, into what is wanted there.
fn change(parent: &Element, end: Option<&Node>, shown: &mut Vec<Shown>, wanted: Vec<Piece>) {
    let kept = shown.len().min(wanted.len());
    for old in shown.drain(kept..) {
        old.remove();
    }
    for (place, piece) in wanted.into_iter().enumerate() {
        match shown.get_mut(place) {
            Some(old) => old.become_(parent, piece),
            None => shown.push(Shown::build(parent, end, piece)),
        }
    }
}

impl Shown {
    /// Builds a piece in front of a node of `parent`, or at its end.
    fn build(parent: &Element, before: Option<&Node>, piece: Piece) -> Self {
        match piece {
            Piece::Element(El(wanted)) => {
                let shown = ShownElement::build(parent, *wanted);
                Rndr::insert_node(parent, &shown.node, before);
                Self::Element(Box::new(shown))
            }
            Piece::Text(words) => {
                let node = Rndr::create_text_node(&words);
                Rndr::insert_node(parent, &node, before);
                Self::Text(node, words)
            }
            Piece::Live(make) => {
                let end = Rndr::create_text_node("");
                Rndr::insert_node(parent, &end, before);
                Self::follow(make, Vec::new(), end)
            }
        }
    }

    /// Shows what `make` makes in front of `end`, where `shown` stands, and follows it.
    fn follow(mut make: Live<Option<Markup>>, shown: Vec<Self>, end: Text) -> Self {
        let behind = end.clone();
        let effect = effect(shown, move |shown| {
            let Some(Markup(wanted)) = make() else { return };
            // It has no parent when it was taken out of the document in the same turn.
            if let Some(parent) = Rndr::get_parent(&behind) {
                change(parent.unchecked_ref(), Some(&behind), shown, wanted);
            }
        });
        Self::Live(effect, end)
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
            (Self::Live(effect, end), Piece::Live(make)) => {
                let shown = effect.take_value().unwrap_or_default();
                *self = Self::follow(make, shown, end.clone());
                return;
            }
            (_, piece) => piece,
        };
        let new = Self::build(parent, Some(&self.first_node()), piece);
        std::mem::replace(self, new).remove();
    }

    /// The first node that it stands for.
    fn first_node(&self) -> Node {
        match self {
            Self::Element(shown) => shown.node.clone().into(),
            Self::Text(node, _) => node.clone().into(),
            Self::Live(effect, end) => effect
                .with_value_mut(|shown| shown.first().map(Self::first_node))
                .flatten()
                .unwrap_or_else(|| end.clone().into()),
        }
    }

    /// Takes it out of the document.
    fn remove(self) {
        match self {
            Self::Element(shown) => Rndr::remove(&shown.node),
            Self::Text(node, _) => Rndr::remove(&node),
            Self::Live(effect, end) => {
                for shown in effect.take_value().unwrap_or_default() {
                    shown.remove();
                }
                Rndr::remove(&end);
            }
        }
    }
}

impl ShownElement {
    fn build(parent: &Element, wanted: Wanted) -> Self {
        let (drawing, namespace) = DRAWING;
        let is_drawn =
            wanted.tag == drawing || parent.namespace_uri().as_deref() == Some(namespace);
        let node = Rndr::create_element(wanted.tag, is_drawn.then_some(namespace));
        let mut children = Vec::new();
        change(&node, None, &mut children, wanted.children);
        // A list can be set to a value once it holds it.
        let attributes = wanted.attributes.into_iter();
        let attributes = attributes.map(|attribute| ShownAttribute::build(&node, attribute));
        Self {
            attributes: attributes.collect(),
            node,
            tag: wanted.tag,
            key: wanted.key,
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
        change(&self.node, None, &mut self.children, wanted.children);
    }
}

impl Attribute {
    fn name(&self) -> &'static str {
        match self {
            Self::Plain(name, _) | Self::Live(name, _) => name,
            Self::LiveValue(_) => "value",
            Self::Checked(_) => "checked",
            Self::On(event, _) => event,
        }
    }
}

impl ShownAttribute {
    fn name(&self) -> &'static str {
        match self {
            Self::Plain(name, _) | Self::Live { name, .. } => name,
            Self::Checked => "checked",
            Self::On { event, .. } => event,
        }
    }

    fn build(node: &Element, attribute: Attribute) -> Self {
        let name = attribute.name();
        match attribute {
            Attribute::Plain(_, value) => {
                Rndr::set_attribute(node, name, &value);
                Self::Plain(name, value)
            }
            Attribute::Checked(checked) => {
                Rndr::set_property(node, name, &JsValue::from_bool(checked));
                Self::Checked
            }
            Attribute::Live(_, mut value) => {
                let node = node.clone();
                let effect = effect(Vec::new(), move |_| match value() {
                    Some(value) => Rndr::set_attribute(&node, name, &value),
                    None => Rndr::remove_attribute(&node, name),
                });
                Self::Live {
                    name,
                    _effect: effect,
                }
            }
            Attribute::LiveValue(mut value) => {
                let node = node.clone();
                let effect = effect(Vec::new(), move |_| {
                    Rndr::set_property(&node, name, &JsValue::from_str(&value()));
                });
                Self::Live {
                    name,
                    _effect: effect,
                }
            }
            Attribute::On(event, act) => {
                let act: Handler = Rc::new(RefCell::new(Some(act)));
                Self::On {
                    event,
                    _listener: listen(node, event, act.clone()),
                    act,
                }
            }
        }
    }

    /// Becomes another attribute of the same name.
    fn become_(&mut self, node: &Element, attribute: Attribute) {
        match (&mut *self, attribute) {
            (Self::Plain(_, value), Attribute::Plain(_, wanted)) if *value == wanted => {}
            (Self::On { act, .. }, Attribute::On(_, wanted)) => *act.borrow_mut() = Some(wanted),
            (_, attribute) => *self = Self::build(node, attribute),
        }
    }
}

/// Runs something, and again whenever something changes that it has read. All effects are of one
/// type, because each type brings code of its own.
fn effect(
    shown: Vec<Shown>,
    mut run: impl FnMut(&mut Vec<Shown>) + 'static,
) -> RenderEffect<Vec<Shown>> {
    let run: Box<dyn FnMut(Option<Vec<Shown>>) -> Vec<Shown>> = Box::new(move |shown| {
        let mut shown = shown.unwrap_or_default();
        run(&mut shown);
        shown
    });
    RenderEffect::new_with_value(run, Some(shown))
}

/// Listens on a node until what is given back is dropped.
fn listen(node: &Element, event: &'static str, act: Handler) -> RemoveEventHandler<Element> {
    let heard = move |event: JsValue| {
        let taken = act.borrow_mut().take();
        if let Some(mut run) = taken {
            run(event.unchecked_into());
            // Meanwhile the element may have been given another.
            act.borrow_mut().get_or_insert(run);
        }
    };
    Rndr::add_event_listener(node, event, Box::new(heard))
}
