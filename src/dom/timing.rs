//! Frames, timers and tasks.

use super::document::window;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// Runs a callback in the next frame, after pending changes are rendered.
pub(crate) fn after_render(run: impl FnOnce() + 'static) {
    drop(window().request_animation_frame(&once(Box::new(run))));
}

/// A callback that the browser calls once. It must be called to be freed: a cancelled timer would leak it.
/// Boxed here, because each closure type that is passed to JavaScript adds code of its own.
fn once(run: Box<dyn FnOnce()>) -> js_sys::Function {
    Closure::once_into_js(run).unchecked_into()
}

/// Runs a callback as a task of its own, after `pause` milliseconds and after all queued tasks.
pub(super) fn later(pause: i32, run: impl FnOnce() + 'static) {
    set_timer(&once(Box::new(run)), pause);
}

fn set_timer(run: &js_sys::Function, pause: i32) {
    drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(run, pause));
}

thread_local! {
    /// The number of the latest call of [`after_paint`]: earlier callbacks are dropped.
    static LATEST: Cell<u32> = const { Cell::new(0) };
}

/// Runs a callback after pending changes are painted and `pause` milliseconds have passed. Replaces a
/// callback that is still waiting.
pub(crate) fn after_paint(pause: i32, run: impl FnOnce() + 'static) {
    let number = LATEST.get() + 1;
    LATEST.set(number);
    // Animation frame callbacks run before the paint, timers set by them after it.
    after_render(move || {
        later(pause, move || {
            if LATEST.get() == number {
                run();
            }
        });
    });
}

/// Drops the callback that waits for a paint.
pub(crate) fn cancel_after_paint() {
    LATEST.set(LATEST.get() + 1);
}

/// Waits for some milliseconds.
pub(crate) async fn sleep(pause: i32) {
    let task = js_sys::Promise::new(&mut |resume, _| set_timer(&resume, pause));
    drop(wasm_bindgen_futures::JsFuture::from(task).await);
}

/// Lets queued tasks run first.
pub(crate) async fn next_task() {
    sleep(0).await;
}
