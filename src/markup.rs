//! Markup in Leptos's builder syntax, with one concrete type for all elements.
//!
//! The `view!` macro gives every piece of markup a type of its own, and each of these types brings
//! its own code to build, change and remove it: the pages written with it weighed 247 KB (brotli)
//! where the budget for everything is 110. Here an element is a tag, a list of attributes and a list
//! of children, whatever it is; what is rendered, in the browser and to text, is Leptos all the same.

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::{Custom, HtmlElement, Input, custom};
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;

/// What an event handler gets.
pub type Event = leptos::web_sys::Event;

/// A function that is run anew whenever something changes that it has read.
type Live<T> = Box<dyn FnMut() -> T + Send>;

/// An element in the making.
#[must_use]
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Begins an element with a class.
pub fn el_class(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// Begins a link.
pub fn anchor(href: impl Into<String>) -> El {
    el("a").attr("href", href)
}

/// A link.
pub fn link(href: impl Into<String>, text: impl Into<String>) -> El {
    anchor(href).text(text)
}

/// A link out of the site, which is told nothing of where the visitor comes from.
pub fn external_link(href: &str, text: impl Into<String>) -> El {
    link(href, text).attr("rel", "noopener noreferrer")
}

/// Text.
pub fn text(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    text.into_any()
}

/// Several pieces of markup, one after the other.
pub fn fragment(pieces: Vec<AnyView>) -> AnyView {
    pieces.into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    fragment(Vec::new())
}

/// Markup that is made anew whenever something changes that `make` reads.
pub fn live(make: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let make: Live<AnyView> = Box::new(make);
    make.into_any()
}

impl El {
    /// Adds an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Adds an attribute, if there is a value for it.
    pub fn attr_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds an attribute that follows what `value` reads.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Self {
        let value: Live<Option<String>> = Box::new(value);
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Keeps a text property of the element (what stands in a field) at what `value` reads.
    pub fn live_value(self, value: impl FnMut() -> String + Send + 'static) -> Self {
        let value: Live<String> = Box::new(value);
        self.with(prop("value", value).into_any_attr())
    }

    /// Keeps a box ticked or not as `checked` reads.
    pub fn live_checked(self, checked: impl FnMut() -> bool + Send + 'static) -> Self {
        let checked: Live<bool> = Box::new(checked);
        self.with(prop("checked", checked).into_any_attr())
    }

    /// Acts on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        let act: Box<dyn FnMut(Event)> = Box::new(act);
        self.with(on(ev::Custom::<Event>::new(event), act).into_any_attr())
    }

    /// Adds text.
    pub fn text(self, content: impl Into<String>) -> Self {
        self.child(text(content))
    }

    /// Adds an element or other markup.
    pub fn child(mut self, child: impl Into<AnyView>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds markup, if there is any.
    pub fn child_if(mut self, child: Option<impl Into<AnyView>>) -> Self {
        self.children.extend(child.map(Into::into));
        self
    }

    /// Adds several pieces of markup.
    pub fn children<T: Into<AnyView>>(mut self, children: impl IntoIterator<Item = T>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Adds markup that is made anew whenever something changes that `make` reads.
    pub fn live(self, make: impl FnMut() -> AnyView + Send + 'static) -> Self {
        self.child(live(make))
    }

    /// The element as markup.
    pub fn done(self) -> AnyView {
        let Self {
            tag,
            attributes,
            children,
        } = self;
        if tag == "input" {
            // It has no end tag, which the general element cannot know.
            let field: HtmlElement<Input, (), ()> = leptos::html::input();
            return field.add_any_attr(attributes).into_any();
        }
        let general: HtmlElement<Custom<&'static str>, (), ()> = custom(tag);
        general.child(children).add_any_attr(attributes).into_any()
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}

impl From<El> for AnyView {
    fn from(element: El) -> Self {
        element.done()
    }
}
