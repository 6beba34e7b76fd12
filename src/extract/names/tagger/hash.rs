//! Hashes of words and features. Fixed for good: the weights in the binary were trained with them.
//!
//! A multiplicative hash in the manner of Firefox's: fast on short keys, and the same on every machine. Not for untrusted maps.

/// A hash in the making.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(pub u64);

impl Hash {
    /// The beginning of the hash of something of kind `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// With one more value.
    #[inline]
    pub const fn with(self, value: u64) -> Self {
        Self((self.0.rotate_left(5) ^ value).wrapping_mul(0x517C_C1B7_2722_0A95))
    }

    /// Done: all bits stirred.
    #[inline]
    pub const fn key(self) -> u64 {
        let stirred = (self.0 ^ (self.0 >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        stirred ^ (stirred >> 32)
    }
}

/// The hash of a word as it stands.
pub fn word(word: &str) -> u64 {
    word.chars().fold(Hash::new(1), |hash, character| hash.with(u64::from(character))).key()
}
