//! Detects changes of the document by anyone but Leptos: page translation, extensions, scripts of
//! the host.
//!
//! Leptos updates the nodes it holds without checking that they are still in the document. If
//! others have replaced them, updates are lost and the page shows old results. Leptos changes the
//! document only within its tasks, so any mutation record that is pending when a task starts is
//! foreign. The task is then skipped, and the app is mounted again.

use super::document::{document, listen};
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
    /// Whether there was a foreign mutation since the last mount.
    static IS_CHANGED: Cell<bool> = const { Cell::new(false) };
    /// The number of the current mount: tasks of earlier mounts are dropped.
    static GENERATION: Cell<u32> = const { Cell::new(0) };
    /// Whether a task is running. Stays true if one crashes, so that no other runs afterwards.
    static IS_RUNNING: Cell<bool> = const { Cell::new(false) };
    /// Whether an input method is composing; replacing the field would abort that.
    static IS_COMPOSING: Cell<bool> = const { Cell::new(false) };
    /// The function that mounts the app again; absent while a remount is scheduled.
    static REMOUNT: Cell<Option<fn()>> = const { Cell::new(None) };
}

/// Skips the tasks of Leptos after a foreign mutation, and schedules a remount.
pub(crate) fn guard_tasks(remount: fn()) {
    REMOUNT.set(Some(remount));
    // Fails only if an executor has been set already.
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

/// Runs `mount`, which mounts the app in `container`, and observes the container from then on.
/// Tasks of earlier mounts never run again.
pub(crate) fn watch_mount<T>(container: &Element, mount: impl FnOnce() -> T) -> T {
    GENERATION.set(GENERATION.get() + 1);
    let mounted = mount();
    observe(container);
    mounted
}

/// Whether a task of Leptos has crashed. `boot.js` shows the error.
pub(crate) fn has_crashed() -> bool {
    IS_RUNNING.get()
}

/// Schedules a remount after the current task, or after the current composition of an input method.
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
        // Drops the records of the mount itself.
        observer.disconnect();
        // These options are always valid.
        let _ = observer.observe_with_options(container, &options);
    }
    OBSERVER.set(observer);
    IS_CHANGED.set(false);
}

fn take_records() -> Option<js_sys::Array> {
    OBSERVER.with_borrow(|observer| observer.as_ref().map(MutationObserver::take_records))
}

/// Checks for mutations that were made outside of Leptos's tasks.
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

/// Whether a mutation may make the page show wrong content. Inserted elements without text, such as
/// the button of a password manager, are harmless.
fn is_harmful(record: &MutationRecord) -> bool {
    let added = record.added_nodes();
    let mut added = (0..added.length()).filter_map(|index| added.item(index));
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

/// A task of Leptos, guarded against foreign mutations.
struct Guarded {
    task: PinnedLocalFuture<()>,
    /// The number of the mount that it belongs to.
    generation: u32,
    /// Whether it has not been polled yet.
    is_new: bool,
}

impl Future for Guarded {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.generation != GENERATION.get() || IS_RUNNING.get() {
            return Poll::Ready(());
        }
        drain_observer();
        // Page translation may have changed the new nodes already. The first poll belongs to the
        // mount itself; remounting here would never end.
        let is_new = std::mem::replace(&mut self.is_new, false);
        if IS_CHANGED.get() && !is_new {
            schedule_remount();
            return Poll::Ready(());
        }
        IS_RUNNING.set(true);
        let poll = self.task.as_mut().poll(context);
        IS_RUNNING.set(false);
        // Drops the records of the task itself.
        let _ = take_records();
        poll
    }
}
