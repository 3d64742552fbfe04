//! What follows signals.

use super::Shown;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

/// Something that runs again whenever something changes that it has read. All effects are of one type,
/// because each type brings code of its own.
pub(super) struct Effect(RenderEffect<Vec<Shown>>);

impl Effect {
    /// Runs something for the first time. What it has shown is handed to it again.
    pub(super) fn new(shown: Vec<Shown>, mut run: impl FnMut(&mut Vec<Shown>) + 'static) -> Self {
        let run: Box<dyn FnMut(Option<Vec<Shown>>) -> Vec<Shown>> = Box::new(move |shown| {
            let mut shown = shown.unwrap_or_default();
            run(&mut shown);
            shown
        });
        Self(RenderEffect::new_with_value(run, Some(shown)))
    }

    /// Takes away what it has shown.
    pub(super) fn take(&self) -> Vec<Shown> {
        self.0.take_value().unwrap_or_default()
    }

    /// Looks at what it has shown first.
    pub(super) fn with_first<T>(&self, look: impl FnOnce(&Shown) -> T) -> Option<T> {
        let look = |shown: &mut Vec<Shown>| shown.first().map(look);
        self.0.with_value_mut(look).flatten()
    }
}

impl Drop for Effect {
    /// Has what it has read forget it. A signal that outlives it would else keep a place for it, and
    /// tell it of every change, for as long as the page lives.
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}
