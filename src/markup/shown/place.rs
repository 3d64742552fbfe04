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
}

impl Place {
    pub(super) fn new(next: Option<Node>, is_free: bool) -> Self {
        let next = Rc::new(RefCell::new(next));
        Self { next, is_free }
    }

    /// The next node, if it is there to be taken over and is of this type, as the DOM numbers them.
    pub(super) fn free<T: JsCast>(&self, node_type: u16) -> Option<T> {
        let next = self.next.borrow().clone();
        let free = next.filter(|node| self.is_free && node.node_type() == node_type);
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
