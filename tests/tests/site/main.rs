//! Tests of the built site's files, on disk and as web servers send them.

mod alternates;
mod built;
mod data_files;
mod for_hosts;
mod hostile;
mod links;
mod markup;
mod published;
mod structured_data;
mod web_servers;
mod workbooks;
