//! [`Digest`]: what bytes are known by, whatever they are called and wherever they lie.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::document::Document;

/// The first `N` bytes of a SHA-256. Written as lower-case hexadecimal, and read from nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest<const N: usize>(pub [u8; N]);

/// The SHA-256 of a file's bytes.
pub type ContentHash = Digest<32>;

/// What is no digest of that length in lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not {0} hexadecimal digits in lower case")]
pub struct NoDigest(usize);

impl From<&Document> for ContentHash {
    fn from(document: &Document) -> Self {
        Self(document.sha256)
    }
}

impl<const N: usize> fmt::Display for Digest<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl<const N: usize> fmt::Debug for Digest<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<const N: usize> FromStr for Digest<N> {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        let digit = |byte: &u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(NoDigest(2 * N)),
        };
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return Err(NoDigest(2 * N)) };
        let bytes: Result<Vec<u8>, NoDigest> =
            pairs.iter().map(|[high, low]| Ok(digit(high)? << 4 | digit(low)?)).collect();
        bytes?.try_into().map(Self).map_err(|_| NoDigest(2 * N))
    }
}

impl<const N: usize> Serialize for Digest<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Digest<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Digest;

    fn check(text: &str, expected: Option<[u8; 2]>) {
        assert_eq!(text.parse().ok(), expected.map(Digest), "{text:?}");
    }

    #[test]
    fn only_its_own_form_is_read() {
        check("00ff", Some([0, 255]));
        check("a9f0", Some([0xa9, 0xf0]));
        for wrong in ["", "00f", "00fff", "00fg", "00FF", "+0ff", "é00", "00ff00"] {
            check(wrong, None);
        }
        assert_eq!(Digest([7, 0xab]).to_string(), "07ab");
    }
}
