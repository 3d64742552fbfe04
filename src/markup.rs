//! Markup as plain data: elements, texts, and places that follow a signal.
//!
//! Leptos's `view!` macro gives every piece of markup a type of its own, and each of these types
//! brings its own code to build, change and remove it. Here an element is a tag, a list of attributes
//! and a list of children, whatever it is, and one routine shows it (`markup/shown.rs`); Leptos runs
//! what is live in it. What is made anew is compared with what stands in the document, and only the
//! difference is changed there.

mod shown;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
#[cfg(feature = "ssr")]
mod written;

pub use shown::mount;

use std::borrow::Cow;

/// What an event handler gets.
pub type Event = leptos::web_sys::Event;

/// Text that is part of the program, of the data, or made for the page.
pub type Words = Cow<'static, str>;

/// A function that is run anew whenever something changes that it has read.
type Live<T> = Box<dyn FnMut() -> T>;

/// Pieces of markup, one after the other.
#[must_use]
#[derive(Default)]
pub struct Markup(Vec<Piece>);

/// An element in the making.
#[must_use]
pub struct El(Box<Element>);

enum Piece {
    Element(El),
    Text(Words),
    /// None leaves what stands there.
    Live(Live<Option<Markup>>),
}

struct Element {
    tag: &'static str,
    key: Option<Words>,
    attributes: Vec<Attribute>,
    children: Vec<Piece>,
}

enum Attribute {
    Plain(&'static str, Words),
    Live(&'static str, Live<Option<String>>),
    /// What stands in a field.
    LiveValue(Live<String>),
    /// Whether a box is ticked.
    Checked(bool),
    On(&'static str, Box<dyn FnMut(Event)>),
}

/// What can stand in an element.
pub trait Content {
    /// Adds it to what stands there already.
    fn add_to(self, markup: &mut Markup);
}

impl Content for El {
    fn add_to(self, markup: &mut Markup) {
        markup.0.push(Piece::Element(self));
    }
}

impl Content for Markup {
    fn add_to(self, markup: &mut Markup) {
        markup.0.extend(self.0);
    }
}

impl<T: Content> Content for Option<T> {
    fn add_to(self, markup: &mut Markup) {
        if let Some(content) = self {
            content.add_to(markup);
        }
    }
}

impl<T: Content> Content for Vec<T> {
    fn add_to(self, markup: &mut Markup) {
        for content in self {
            content.add_to(markup);
        }
    }
}

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Element {
        tag,
        key: None,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// Begins an element with a class.
pub fn el_class(tag: &'static str, class: &'static str) -> El {
    el(tag).attr("class", class)
}

/// Begins a link.
pub fn anchor(href: impl Into<Words>) -> El {
    el("a").attr("href", href)
}

/// A link.
pub fn link(href: impl Into<Words>, text: impl Into<Words>) -> El {
    anchor(href).text(text)
}

/// A link out of the site, which is told nothing of where the visitor comes from.
pub fn external_link(href: impl Into<Words>, text: impl Into<Words>) -> El {
    link(href, text).attr("rel", "noopener noreferrer")
}

/// Text.
pub fn text(text: impl Into<Words>) -> Markup {
    Markup(vec![Piece::Text(text.into())])
}

/// Several pieces of markup, one after the other.
pub fn fragment<T: Content>(pieces: impl IntoIterator<Item = T>) -> Markup {
    let mut markup = Markup::default();
    for piece in pieces {
        piece.add_to(&mut markup);
    }
    markup
}

/// Nothing.
pub fn nothing() -> Markup {
    Markup::default()
}

/// Markup that is made anew whenever something changes that `make` reads.
pub fn live<T: Content>(mut make: impl FnMut() -> T + 'static) -> Markup {
    live_when(move || Some(make()))
}

/// The same, but what stands there stays as it is where `make` makes none.
pub fn live_when<T: Content>(mut make: impl FnMut() -> Option<T> + 'static) -> Markup {
    let make: Live<_> = Box::new(move || Some(fragment([make()?])));
    Markup(vec![Piece::Live(make)])
}

impl El {
    /// Adds an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.with(Attribute::Plain(name, value.into()))
    }

    /// Adds an attribute, if there is a value for it.
    pub fn attr_if(self, name: &'static str, value: Option<&'static str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds an attribute that follows what `value` reads.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<String> + 'static,
    ) -> Self {
        self.with(Attribute::Live(name, Box::new(value)))
    }

    /// Keeps what stands in a field at what `value` reads.
    pub fn live_value(self, value: impl FnMut() -> String + 'static) -> Self {
        self.with(Attribute::LiveValue(Box::new(value)))
    }

    /// Ticks a box, or not.
    pub fn checked(self, checked: bool) -> Self {
        self.with(Attribute::Checked(checked))
    }

    /// Acts on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.with(Attribute::On(event, Box::new(act)))
    }

    /// Tells the element from others that may come to stand in its place: it is never changed into
    /// one with another key, so that focus and what is unfolded do not pass from one to the other.
    pub fn key(mut self, key: impl Into<Words>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Adds text.
    pub fn text(mut self, text: impl Into<Words>) -> Self {
        self.0.children.push(Piece::Text(text.into()));
        self
    }

    /// Adds an element or other markup.
    pub fn child(mut self, child: impl Content) -> Self {
        let mut children = Markup(std::mem::take(&mut self.0.children));
        child.add_to(&mut children);
        self.0.children = children.0;
        self
    }

    /// Adds several pieces of markup.
    pub fn children<T: Content>(mut self, children: impl IntoIterator<Item = T>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Adds markup that is made anew whenever something changes that `make` reads.
    pub fn live<T: Content>(self, make: impl FnMut() -> T + 'static) -> Self {
        self.child(live(make))
    }

    /// The element as markup.
    pub fn done(self) -> Markup {
        fragment([self])
    }

    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }
}
