//! C and C++ programs that use the installed library.
//!
//! They need a C and a C++ compiler. What needs more (clang, CMake, pkg-config, valgrind, SQLite) says so on standard
//! error where it is missing, and passes.
//!
//! - `tools`: compilers and other programs, and what they answer
//! - `prefix`: the library as it is installed
//! - `symbols`: what the built library exports
//! - `headers`: each header alone, twice, and in two files
//! - `whole`: one program of each language that uses everything, in every way it can be built
//! - `packages`: pkg-config and CMake
//! - `checkers`: valgrind, and the sanitizers of the compiler
//! - `examples`: the programs under `examples/`
//! - `readme`: the programs in the README

#![cfg(unix)]

mod checkers;
mod examples;
mod headers;
mod packages;
mod prefix;
mod readme;
mod symbols;
mod tools;
mod whole;
