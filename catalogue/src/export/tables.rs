//! The tables of all lists that have one.

mod clusters;
mod memberships;
mod organisations;

use super::table::Table;

/// All tables.
pub const TABLES: [Table; 3] = [clusters::TABLE, organisations::TABLE, memberships::TABLE];
