//! The entry point of the wasm.

fn main() {
    technology_clusters::start::start();
}
