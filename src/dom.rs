//! The browser: only this module names `web_sys`.
//!
//! Nothing here knows what the pages show. Storage, clipboard and history may be denied, and the app works
//! without them.

mod document;
#[cfg(feature = "hydrate")]
mod fetch;
#[cfg(feature = "hydrate")]
mod foreign_mutations;
mod gestures;
mod history;
mod history_entry;
#[cfg(feature = "hydrate")]
mod interaction;
mod links;
mod position;
mod saving;
mod sharing;
#[cfg(feature = "hydrate")]
mod start_up;
mod storage;
mod timing;

#[cfg(all(feature = "hydrate", debug_assertions))]
pub(crate) use document::log_error;
pub(crate) use document::{
    location, mark_answering, mark_query, open, page_language, remove_canonical_link,
    set_page_language, set_title, width_of,
};
#[cfg(feature = "hydrate")]
pub(crate) use document::{mark_ready, on_print};
#[cfg(feature = "hydrate")]
pub(crate) use fetch::{
    FetchError, fetch_catalogue, hide_failure, pause_before_retry, show_load_error,
};
#[cfg(feature = "hydrate")]
pub(crate) use foreign_mutations::{guard_tasks, has_crashed, watch_mount};
pub(crate) use gestures::{Gesture, Position, drag_gesture, pinch_gesture, wheel_gesture};
#[cfg(feature = "hydrate")]
pub(crate) use history::adopt_history;
pub(crate) use history::{go_back, on_popstate, push, replace_now, replace_soon};
pub(crate) use history_entry::results_of_entry;
#[cfg(feature = "hydrate")]
pub(crate) use interaction::Interaction;
pub(crate) use links::on_link_click;
pub(crate) use position::{
    focus_and_show, focus_on, focused, restore_lost_focus, restore_position, save_position,
    scroll_to_top,
};
pub(crate) use saving::{SaveError, save, save_picture, save_workbook};
pub(crate) use sharing::{ShareOutcome, share, today};
#[cfg(feature = "hydrate")]
pub(crate) use start_up::{
    app_container, base, origin, outlines, prerendered_address, typed_text, version,
};
#[cfg(feature = "hydrate")]
pub(crate) use storage::on_stored_elsewhere;
pub(crate) use storage::{store, stored};
#[cfg(feature = "hydrate")]
pub(crate) use timing::next_task;
pub(crate) use timing::{after_paint, after_render, cancel_after_paint};
