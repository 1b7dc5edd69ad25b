//! pkg-config and CMake.

use std::fs;
use std::process::Command;

use crate::prefix::prefix;
use crate::tools::{c_compiler, cpp_compiler, needs, repository, run, scratch, source};

/// What pkg-config says of the installed library.
fn pkg_config(arguments: &[&str]) -> Vec<String> {
    let mut command = Command::new("pkg-config");
    command.env("PKG_CONFIG_PATH", prefix().join("lib/pkgconfig"));
    let flags = run(command.args(arguments).arg("breachscan"));
    flags.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn pkg_config_names_headers_and_libraries() {
    let Some(compiler) = c_compiler().filter(|_| needs("pkg-config")) else {
        return;
    };
    assert_eq!(pkg_config(&["--modversion"]), [env!("CARGO_PKG_VERSION")]);
    let program = compiler.output("pkg-config");
    let mut command = compiler.strict();
    command
        .arg("-pthread")
        .arg(source("c/whole.c"))
        .args(pkg_config(&["--cflags", "--libs"]));
    run(command.arg("-o").arg(&program));
    run(Command::new(&program).env("LD_LIBRARY_PATH", prefix().join("lib")));

    let mut command = compiler.strict();
    command
        .args(["-pthread", "-static-libgcc"])
        .arg(source("c/whole.c"));
    let flags = pkg_config(&["--cflags", "--libs", "--static"]);
    let library = prefix().join("lib/libbreachscan.a").display().to_string();
    let flags = flags.into_iter().map(|flag| {
        if flag == "-lbreachscan" {
            library.clone()
        } else {
            flag
        }
    });
    run(command.args(flags).arg("-o").arg(&program));
    run(&mut Command::new(&program));
}

#[test]
fn versions_of_the_packages_are_that_of_the_crate() {
    let version = env!("CARGO_PKG_VERSION");
    let cmake = repository("crates/ffi/packaging/cmake/breachscan-config-version.cmake");
    let cmake = fs::read_to_string(cmake).unwrap();
    assert!(cmake.contains(&format!("set(PACKAGE_VERSION \"{version}\")")));
    let (series, _) = version.rsplit_once('.').unwrap();
    assert!(cmake.contains(&format!("VERSION_EQUAL \"{series}\")")));
}

const PROJECT: &str = r#"cmake_minimum_required(VERSION 3.16)
project(whole LANGUAGES C CXX)
find_package(Threads REQUIRED)
find_package(breachscan 0.1 CONFIG REQUIRED)
foreach(language c cpp)
  foreach(kind breachscan static)
    add_executable(${language}-${kind} ${SOURCES}/${language}/whole.${language})
    set_target_properties(${language}-${kind} PROPERTIES C_STANDARD 11 CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON)
    target_link_libraries(${language}-${kind} PRIVATE breachscan::${kind} Threads::Threads)
  endforeach()
endforeach()
find_package(breachscan 99.0 CONFIG QUIET)
if(breachscan_FOUND)
  message(FATAL_ERROR "version 99 was found")
endif()
"#;

#[test]
fn cmake_finds_the_package() {
    if cpp_compiler().is_none() || !needs("cmake") || !(needs("make") || needs("ninja")) {
        return;
    }
    let (project, build) = (scratch().join("cmake"), scratch().join("cmake/build"));
    let _ = fs::remove_dir_all(&project);
    fs::create_dir_all(&project).unwrap();
    fs::write(project.join("CMakeLists.txt"), PROJECT).unwrap();
    let mut configure = Command::new("cmake");
    configure.arg("-S").arg(&project).arg("-B").arg(&build);
    configure.arg(format!("-DCMAKE_PREFIX_PATH={}", prefix().display()));
    run(configure.arg(format!("-DSOURCES={}", source("").display())));
    run(Command::new("cmake").arg("--build").arg(&build));
    for program in ["c-breachscan", "c-static", "cpp-breachscan", "cpp-static"] {
        run(&mut Command::new(build.join(program)));
    }
}
