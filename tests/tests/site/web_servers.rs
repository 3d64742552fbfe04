//! The site as web servers send it that are set up as `deploy/` says.

mod answers;
mod apache;
mod nginx;
mod running;
