//! Detects changes of the document made by anyone but Leptos: page translation, extensions, scripts of
//! the host.
//!
//! Leptos updates the nodes it holds without checking that they are still in the document. Where others
//! have replaced them its updates are lost, and the page would go on to show old results. Leptos changes
//! the document only inside its tasks, so any mutation record that is pending when a task starts is
//! foreign. The task is then skipped, and the app is mounted again.

use super::document::document;
use super::events::listen;
use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, MutationObserver, MutationObserverInit, MutationRecord, Node};

thread_local! {
    static OBSERVER: RefCell<Option<MutationObserver>> = const { RefCell::new(None) };
    /// Set when a foreign mutation was seen since the last mount.
    static IS_CHANGED: Cell<bool> = const { Cell::new(false) };
    /// The generation of the current mount: tasks of older generations are dropped.
    static GENERATION: Cell<u32> = const { Cell::new(0) };
    /// Whether a task is running. Stays true if one traps, so that none runs afterwards.
    static IS_RUNNING: Cell<bool> = const { Cell::new(false) };
    /// Whether an input method is composing, which replacing the field would abort.
    static IS_COMPOSING: Cell<bool> = const { Cell::new(false) };
    /// Mounts the app again; absent while that is scheduled.
    static REMOUNT: Cell<Option<fn()>> = const { Cell::new(None) };
}

/// Skips Leptos's tasks once a foreign mutation was seen, and schedules `remount` once.
pub(crate) fn guard_tasks(remount: fn()) {
    REMOUNT.set(Some(remount));
    // It fails only where an executor was set before.
    let _ = Executor::init_local_custom_executor(GuardedExecutor);
    listen(&document(), "compositionstart", |_: Event| {
        IS_COMPOSING.set(true);
    });
    listen(&document(), "compositionend", |_: Event| {
        IS_COMPOSING.set(false);
        drain_observer();
        if IS_CHANGED.get() {
            schedule_remount();
        }
    });
}

/// Runs `mount`, which mounts the app in `container`, and watches the container from then on. Tasks of
/// what was mounted before never run again.
pub(crate) fn watch_mount<T>(container: &Element, mount: impl FnOnce() -> T) -> T {
    GENERATION.set(GENERATION.get() + 1);
    let mounted = mount();
    observe(container);
    mounted
}

/// Whether a task of Leptos has trapped. `boot.js` tells the visitor.
pub(crate) fn has_crashed() -> bool {
    IS_RUNNING.get()
}

/// Remounts the app after the present task; after the composition of a letter, if one is going on.
fn schedule_remount() {
    if IS_COMPOSING.get() {
        return;
    }
    if let Some(remount) = REMOUNT.take() {
        wasm_bindgen_futures::spawn_local(async move {
            REMOUNT.set(Some(remount));
            remount();
        });
    }
}

fn observe(container: &Element) {
    let observer = OBSERVER.take().or_else(|| {
        let callback = Closure::<dyn Fn(js_sys::Array)>::new(|records| check_records(&records));
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok();
        callback.forget();
        observer
    });
    if let Some(observer) = &observer {
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_character_data(true);
        options.set_subtree(true);
        // Forgets the records of the mount itself.
        observer.disconnect();
        // These options are always accepted.
        let _ = observer.observe_with_options(container, &options);
    }
    OBSERVER.set(observer);
    IS_CHANGED.set(false);
}

fn take_records() -> Option<js_sys::Array> {
    OBSERVER.with_borrow(|observer| observer.as_ref().map(MutationObserver::take_records))
}

/// Notes what has happened outside of Leptos's tasks.
fn drain_observer() {
    if let Some(records) = take_records()
        && records.length() > 0
    {
        check_records(&records);
    }
}

fn check_records(records: &js_sys::Array) {
    let mut records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
    if records.any(|record| is_harmful(&record)) {
        IS_CHANGED.set(true);
    }
}

/// Whether a mutation could make the page show something wrong. Inserting an element without text, such
/// as a password manager's button, is harmless.
fn is_harmful(record: &MutationRecord) -> bool {
    let added = record.added_nodes();
    let mut added = (0..added.length()).filter_map(|place| added.item(place));
    let has_text = |node: Node| node.text_content().is_some_and(|text| !text.is_empty());
    record.type_() == "characterData" || record.removed_nodes().length() > 0 || added.any(has_text)
}

struct GuardedExecutor;

impl CustomExecutor for GuardedExecutor {
    fn spawn(&self, task: PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(Guarded {
            task,
            generation: GENERATION.get(),
            is_new: true,
        });
    }

    fn poll_local(&self) {
        // The browser's microtask queue drives the tasks.
    }
}

/// A task of Leptos.
struct Guarded {
    task: PinnedLocalFuture<()>,
    /// The generation of the mount that it belongs to.
    generation: u32,
    /// True until its first poll.
    is_new: bool,
}

impl Future for Guarded {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.generation != GENERATION.get() || IS_RUNNING.get() {
            return Poll::Ready(());
        }
        drain_observer();
        // Translation may have touched the new nodes already. A first poll belongs to the current mount:
        // remounting for it would never end.
        let is_new = std::mem::replace(&mut self.is_new, false);
        if IS_CHANGED.get() && !is_new {
            schedule_remount();
            return Poll::Ready(());
        }
        IS_RUNNING.set(true);
        let poll = self.task.as_mut().poll(context);
        IS_RUNNING.set(false);
        // The task's own mutations.
        let _ = take_records();
        poll
    }
}
