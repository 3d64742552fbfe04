//! Visits to the built site in a real browser, under the security policy of production.

mod journey;
