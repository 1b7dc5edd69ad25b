//! Bitcoin address: Base58Check (main and test network, key and script hashes) or a witness program in bech32.
//!
//! Authority: Bitcoin Core key_io; BIP 173; BIP 350.

use super::{base58, bech32};

pub(crate) fn is_valid(text: &[u8]) -> bool {
    bech32::is_address(text) || matches!(base58::version(text), Some(0 | 5 | 111 | 196))
}

#[cfg(test)]
mod tests {
    use super::super::testing::judge;

    #[test]
    fn both_checksums_hold() {
        judge(
            super::is_valid,
            &[
                "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                "3P14159f73E4gFr7JterCCQh9QjiTjiZrG",
                "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            ],
            &[
                ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "Base58Check fails"),
                (
                    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
                    "bech32 checksum fails",
                ),
                ("1111111111111111111111111", "no checksum"),
                ("", "empty"),
            ],
        );
    }
}
