//! Finds the system's libhs where the feature `vectorscan` asks for it.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(libhs)");
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_VECTORSCAN").is_none() {
        return;
    }
    match pkg_config::probe_library("libhs") {
        Ok(_) => println!("cargo::rustc-cfg=libhs"),
        Err(_) => {
            println!("cargo::warning=libhs is not installed: Vectorscan is left out")
        }
    }
}
