//! Percent-encoding (RFC 3986).

use std::fmt::Write;

/// `text` with every byte that is not plain as `%XX`.
pub(super) fn percent_encoded(text: &str, is_plain: fn(u8) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii() && is_plain(byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn what_is_not_plain_is_encoded() {
        assert_eq!(percent_encoded("a b/é", |byte| byte.is_ascii_alphabetic() || byte == b'/'), "a%20b/%C3%A9");
    }
}
