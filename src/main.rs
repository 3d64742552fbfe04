//! The program that the page starts.

fn main() {
    technology_clusters::start::start();
}
