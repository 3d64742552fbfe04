//! Tests of the built site in a real browser, under the production security policy.

mod accessibility;
mod addresses;
mod crashes;
mod deployment;
mod empty;
mod faults;
mod filters;
mod foreign_mutations;
mod history;
mod hostile;
mod hydration;
mod journey;
mod keyboard;
mod links;
mod lists;
mod network;
mod not_found;

mod organisations;
mod phone;
mod policy;
mod questions;
mod reflow;
mod screen_reader;
mod sharing;
mod soak;
mod start_up;
mod static_pages;
mod surroundings;
mod tasks;
mod themes;
mod typed_filters;
mod views;
