//! The flags of release builds.

/// Environment variables that make the wasm of release builds smaller: the standard library is
/// compiled for size and without panic messages, functions are inlined only where that saves bytes,
/// and there is no debug information. The flags are unstable, so the compiler is pinned. They
/// replace the flags of `.cargo/config.toml`, which are therefore repeated here.
///
/// The last two flags mark the code that is loaded lazily, and make the linker keep its relocations,
/// so that the site builder can split the wasm.
pub const SMALL_PROGRAM: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
         -Cllvm-args=-inline-threshold=0 --cfg erase_components --cfg split_wasm \
         -Clink-arg=--emit-relocs",
    ),
];

/// The flags of wasm-opt.
pub const WASM_OPT: [&str; 16] = [
    // The output of -Oz is smaller, but not after compression.
    "-Os",
    // Each pass finds what the previous one has made possible.
    "-Os",
    // Control flow rebuilt from basic blocks is 0.9 % smaller when compressed.
    "--flatten",
    "--rereloop",
    "-Os",
    // Large functions that are called once are smaller outside their callers.
    "--one-caller-inline-max-function-size=20",
    // Similar functions have similar names, and compress better side by side.
    "--reorder-functions-by-name",
    // The linker places the end of the stack there.
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
    // The wasm features that the compiler uses by default.
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The origin of a build for the local machine.
pub const LOCAL_ORIGIN: &str = "http://127.0.0.1:8080";
/// The port in [`LOCAL_ORIGIN`].
pub const LOCAL_PORT: u16 = 8080;

/// The environment variable that passes the settings file of a publication to Trunk's hook; without
/// it, the build is for the local machine.
pub const PUBLICATION: &str = "PUBLICATION";
