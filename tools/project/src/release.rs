//! What a release build is made with.

/// Makes the program smaller on the wire, in release builds of the site alone: the standard library is
/// built with it, for size and without the texts of panics, and functions are inlined only where that
/// makes them smaller, and are not described for debugging. The flags are unstable and the compiler is
/// pinned, so they mean the same until somebody pins another one. They replace the flags of
/// `.cargo/config.toml`, which are therefore repeated.
pub const SMALL_PROGRAM: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
         -Cllvm-args=-inline-threshold=0 --cfg erase_components",
    ),
];

/// What wasm-opt makes any program small by.
pub const WASM_OPT: [&str; 15] = [
    // What comes out of -Oz is smaller, but no longer when it is compressed.
    "-Os",
    // Each time finds what the one before has uncovered.
    "-Os",
    // Control flow built anew from basic blocks is 0.9 % smaller when compressed.
    "--flatten",
    "--rereloop",
    "-Os",
    // What is named alike is alike, and compresses better side by side.
    "--reorder-functions-by-name",
    // The linker puts the far end of the stack there.
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
    // What the compiler takes for granted of a browser.
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The host of a build that is to be looked at on one's own machine.
pub const LOCAL_ORIGIN: &str = "http://127.0.0.1:8080";
/// The port in [`LOCAL_ORIGIN`].
pub const LOCAL_PORT: u16 = 8080;

/// The environment variable that names the settings of a publication to Trunk's hook; without it the
/// build is for this machine.
pub const PUBLICATION: &str = "PUBLICATION";
