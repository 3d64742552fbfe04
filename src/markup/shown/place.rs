//! Where the next piece of markup belongs, and whether what stands there can be taken over.

use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::wasm_bindgen::JsCast;
use std::cell::RefCell;
use std::rc::Rc;

/// Where in an element the next piece belongs.
#[derive(Clone)]
pub(super) struct Place {
    /// What stands behind it; nothing at the end of the element.
    next: Rc<RefCell<Option<Node>>>,
    /// Whether that is there to be taken over.
    is_free: bool,
    /// Whether that is so up to the end of the element.
    is_free_to_end: bool,
}

impl Place {
    /// A place where new pieces are put in.
    pub(super) fn before(next: Option<Node>) -> Self {
        Self {
            next: Rc::new(RefCell::new(next)),
            is_free: false,
            is_free_to_end: false,
        }
    }

    /// A place where all that stands behind it is there to be taken over.
    pub(super) fn over(next: Option<Node>) -> Self {
        Self {
            next: Rc::new(RefCell::new(next)),
            is_free: true,
            is_free_to_end: true,
        }
    }

    /// The same place for a piece behind which others follow.
    pub(super) fn with_others_behind(&self) -> Self {
        Self {
            is_free_to_end: false,
            ..self.clone()
        }
    }

    /// Hands all that stands from here to the end of the element to a place of its own.
    pub(super) fn split_rest(&self) -> Option<Self> {
        self.is_free_to_end.then(|| Self::over(self.next.take()))
    }

    /// The next node.
    pub(super) fn next(&self) -> Option<Node> {
        self.next.borrow().clone()
    }

    /// The next node, if it is there to be taken over and is of this type, as the DOM numbers them.
    pub(super) fn free<T: JsCast>(&self, node_type: u16) -> Option<T> {
        let free = self.next();
        let free = free.filter(|node| self.is_free && node.node_type() == node_type);
        free.map(JsCast::unchecked_into)
    }

    /// Goes on behind a node.
    pub(super) fn pass(&self, node: &Node) {
        self.next.replace(Rndr::next_sibling(node));
    }

    /// Takes out all that stands behind it.
    pub(super) fn clear(&self) {
        while let Some(superfluous) = self.next.take() {
            self.pass(&superfluous);
            Rndr::remove(&superfluous);
        }
    }

    pub(super) fn insert(&self, parent: &Element, node: &Node) {
        Rndr::insert_node(parent, node, self.next.borrow().as_ref());
    }
}
