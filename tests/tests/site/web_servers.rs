//! The site, served by web servers that are configured as in `deploy/`.

mod answers;
mod apache;
mod nginx;
mod running;
