//! [`Packed`]: a value that is kept as bytes, a small part of its size, until somebody asks for it.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value as bytes. Copies share them.
pub struct Packed<T> {
    bytes: Arc<[u8]>,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize + DeserializeOwned + Default> Packed<T> {
    /// The value, packed; a slice for a vector.
    pub fn new<V: Serialize + ?Sized>(value: &V) -> Self
    where
        T: Borrow<V>,
    {
        // Into memory, this can't fail; should it ever, nothing is told rather than something wrong.
        Self { bytes: postcard::to_stdvec(value).unwrap_or_default().into(), of: PhantomData }
    }

    /// The value itself; the empty one where the bytes are none of it.
    pub fn unpacked(&self) -> T {
        postcard::from_bytes(&self.bytes).unwrap_or_default()
    }
}

impl<T> Clone for Packed<T> {
    fn clone(&self) -> Self {
        Self { bytes: Arc::clone(&self.bytes), of: PhantomData }
    }
}

/// The same bytes, the same value.
impl<T> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T> Eq for Packed<T> {}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Self { bytes: Arc::default(), of: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned + Default + fmt::Debug> fmt::Debug for Packed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unpacked().fmt(f)
    }
}

impl<T> Serialize for Packed<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.bytes)
    }
}

impl<'de, T> Deserialize<'de> for Packed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(from)?;
        Ok(Self { bytes: bytes.into(), of: PhantomData })
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
