//! [`Packed`]: a value that is kept as bytes, a small part of its size, until somebody asks for it.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value as bytes. Copies share them.
pub struct Packed<T> {
    bytes: Bytes,
    of: PhantomData<fn() -> T>,
}

/// Where bytes lie that are not in memory.
pub trait Store: Send + Sync {
    /// Those with that number; nothing where there are none any more.
    fn bytes(&self, number: u32) -> Arc<[u8]>;
}

#[derive(Clone)]
enum Bytes {
    Here(Arc<[u8]>),
    There(Arc<dyn Store>, u32),
}

impl<T: Serialize + DeserializeOwned + Default> Packed<T> {
    /// The value, packed; a slice for a vector.
    pub fn new<V: Serialize + ?Sized>(value: &V) -> Self
    where
        T: Borrow<V>,
    {
        // Into memory, this can't fail; should it ever, nothing is told rather than something wrong.
        Self { bytes: Bytes::Here(postcard::to_stdvec(value).unwrap_or_default().into()), of: PhantomData }
    }

    /// The value itself; the empty one where the bytes are none of it.
    pub fn unpacked(&self) -> T {
        postcard::from_bytes(&self.bytes()).unwrap_or_default()
    }
}

impl<T> Packed<T> {
    /// A value whose bytes lie in `store` under that number, and are fetched each time that it is asked for.
    pub fn stored(store: Arc<dyn Store>, number: u32) -> Self {
        Self { bytes: Bytes::There(store, number), of: PhantomData }
    }

    /// Its bytes.
    pub fn bytes(&self) -> Arc<[u8]> {
        match &self.bytes {
            Bytes::Here(bytes) => Arc::clone(bytes),
            Bytes::There(store, number) => store.bytes(*number),
        }
    }
}

impl<T> Clone for Packed<T> {
    fn clone(&self) -> Self {
        Self { bytes: self.bytes.clone(), of: PhantomData }
    }
}

/// The same bytes, the same value.
impl<T> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl<T> Eq for Packed<T> {}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { bytes: Bytes::Here(Arc::default()), of: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned + Default + fmt::Debug> fmt::Debug for Packed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unpacked().fmt(f)
    }
}

impl<T> Serialize for Packed<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.bytes())
    }
}

impl<'de, T> Deserialize<'de> for Packed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(from)?;
        Ok(Self { bytes: Bytes::Here(bytes.into()), of: PhantomData })
    }
}

#[cfg(test)]
mod tests {
    use super::Packed;

    #[test]
    fn what_is_packed_comes_back() {
        let words = vec!["harbour".to_owned(), String::new()];
        let packed: Packed<Vec<String>> = Packed::new(&words);
        assert_eq!(packed.unpacked(), words);
        let bytes = postcard::to_stdvec(&packed).unwrap();
        let read: Packed<Vec<String>> = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(read.unpacked(), words);
        assert!(Packed::<Vec<String>>::default().unpacked().is_empty());
    }
}
