//! Names the shared library by the number of its interface and keeps it loaded once it was.
//!
//! A thread that ends after the library was unloaded would run code that is gone.

use std::env;

/// The same as `BREACHSCAN_ABI_VERSION`, which a test compares with what was linked.
const ABI_VERSION: u32 = 1;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(sanitized)");
    match env::var("CARGO_CFG_TARGET_OS").as_deref() {
        Ok("linux") => {
            println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libbreachscan.so.{ABI_VERSION}");
            println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
        }
        Ok("macos") => {
            println!(
                "cargo::rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libbreachscan.{ABI_VERSION}.dylib"
            );
        }
        _ => {}
    }
}
