//! What all tools know of this project: its folders, the path under which the site is published, what a
//! release build is made with, and how to run programs.

pub mod base;
pub mod files;
pub mod folders;
pub mod process;
pub mod programs;
pub mod release;
