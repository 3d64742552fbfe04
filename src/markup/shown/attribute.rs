//! The attributes of an element in the document, and what listens.

use super::effect::Effect;
use crate::markup::{Attribute, Event, Words};
use leptos::tachys::renderer::types::Element;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::cell::RefCell;
use std::rc::Rc;

/// An attribute in the document.
pub(super) enum ShownAttribute {
    Plain(&'static str, Words),
    Checked,
    Live {
        name: &'static str,
        _effect: Effect,
    },
    On {
        event: &'static str,
        act: Handler,
        _listener: RemoveEventHandler<Element>,
    },
}

/// What acts on an event; absent while it does.
type Handler = Rc<RefCell<Option<Box<dyn FnMut(Event)>>>>;

impl Attribute {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Plain(name, _) | Self::Live(name, _) => name,
            Self::LiveValue(_) => "value",
            Self::Checked(_) => "checked",
            Self::On(event, _) => event,
        }
    }
}

impl ShownAttribute {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Plain(name, _) | Self::Live { name, .. } => name,
            Self::Checked => "checked",
            Self::On { event, .. } => event,
        }
    }

    /// Takes over what stands on a node where that is the same, and sets it where not.
    pub(super) fn take_over(node: &Element, attribute: Attribute) -> Self {
        match attribute {
            Attribute::Plain(name, value)
                if node.get_attribute(name).as_deref() == Some(&*value) =>
            {
                Self::Plain(name, value)
            }
            attribute => Self::build(node, attribute),
        }
    }

    /// Gives a node an attribute.
    pub(super) fn build(node: &Element, attribute: Attribute) -> Self {
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
                let effect = Effect::new(Vec::new(), move |_| match value() {
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
                let effect = Effect::new(Vec::new(), move |_| {
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
    pub(super) fn become_(&mut self, node: &Element, attribute: Attribute) {
        match (&mut *self, attribute) {
            (Self::Plain(_, value), Attribute::Plain(_, wanted)) if *value == wanted => {}
            (Self::On { act, .. }, Attribute::On(_, wanted)) => *act.borrow_mut() = Some(wanted),
            (_, attribute) => *self = Self::build(node, attribute),
        }
    }
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
