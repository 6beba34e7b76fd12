//! Names for things: positions inside one frozen corpus (`…Ix`), and identities that outlive it (`…Id`).
//!
//! A position is valid for the corpus that it came from and no other. What is kept longer (a target, a trail, a correction)
//! holds identities.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! position {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// As an index into the corpus's own table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The position at `index`.
            pub const fn at(index: usize) -> Self {
                Self(index as u32)
            }
        }
    };
}

macro_rules! identity {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl $name {
            /// The first eight bytes of a SHA-256.
            pub fn of_hash(sha256: impl Into<[u8; 32]>) -> Self {
                Self(sha256.into().iter().take(8).fold(0, |id, byte| id << 8 | u64::from(*byte)))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                u64::from_str_radix(text, 16).map(Self)
            }
        }

        // As text: JSON readers that hold numbers as doubles would lose digits.
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
                } else {
                    u64::deserialize(deserializer).map(Self)
                }
            }
        }
    };
}

position!(
    /// Place of a document in reading order.
    DocumentIx
);
position!(
    /// Place of a passage in reading order.
    PassageIx
);
position!(
    /// Place of a mention in reading order.
    MentionIx
);
position!(
    /// Place of a time expression in reading order.
    TimeIx
);
position!(
    /// Place of an entity: most mentioned first.
    EntityIx
);
position!(
    /// Place of an event: earliest first.
    EventIx
);

position!(
    /// Place of an origin in the table of origins.
    OriginIx
);

identity!(
    /// A document: a hash of its path below the given folder.
    DocumentId
);
identity!(
    /// An entity: a hash of kind, folded name and, among namesakes, the earliest document.
    EntityId
);
identity!(
    /// An event: a hash of its time and what is known to tell it from others on that day.
    EventId
);
