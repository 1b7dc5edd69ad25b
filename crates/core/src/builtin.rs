//! The image of the built-in rules, made when the crate is built.

use std::sync::{Arc, LazyLock};

use crate::engine::Image;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/builtin.image"));

/// The built-in image, shared by every scanner of the process.
pub(crate) fn image() -> Arc<Image> {
    static IMAGE: LazyLock<Arc<Image>> = LazyLock::new(|| {
        Arc::new(Image::from_embedded(BYTES).expect("the build made the image for this library"))
    });
    Arc::clone(&IMAGE)
}
