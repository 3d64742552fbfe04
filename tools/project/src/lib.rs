//! Shared by all tools: the project's folders, the base path of the site, the flags of release
//! builds, and running programs.

pub mod base;
pub mod files;
pub mod folders;
pub mod process;
pub mod programs;
pub mod release;
