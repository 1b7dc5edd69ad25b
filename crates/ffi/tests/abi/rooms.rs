//! Unsafe code lives in the guard rooms.

use std::fs;
use std::path::Path;

#[test]
fn only_guard_rooms_have_unsafe_code() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in fs::read_dir(src).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| line.contains("unsafe")) {
            let is_signature = [
                "pub unsafe extern \"C\" fn ",
                "#[unsafe(no_mangle)]",
                "Option<unsafe extern \"C-unwind\" fn",
            ]
            .iter()
            .any(|allowed| line.trim_start().starts_with(allowed));
            assert!(is_signature, "{}: {line}", path.display());
        }
    }
}
