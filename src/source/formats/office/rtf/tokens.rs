//! The tokens of RTF: braces, control words, bytes of text. Total: whatever does not fit is text.

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A control word and its number: `\par`, `\u8217`.
    Word(&'b str, Option<i32>),
    /// A control symbol: `\~`.
    Symbol(u8),
    /// `\'hh`: a byte in the encoding of its font.
    Byte(u8),
    /// Text, in the same encoding.
    Text(&'b [u8]),
}

/// The tokens of a file.
pub(super) struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    pub(super) const fn of(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Takes the first `count` bytes, or what there is.
    fn take(&mut self, count: usize) -> &'b [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// Behind a backslash.
    fn control(&mut self) -> Option<Token<'b>> {
        let letters = self.rest.iter().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters == 0 {
            let symbol = *self.take(1).first()?;
            if symbol != b'\'' {
                return Some(Token::Symbol(symbol));
            }
            let digits = std::str::from_utf8(self.take(2)).ok();
            let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            return Some(byte.map_or(Token::Text(b"?"), Token::Byte));
        }
        let name = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(sign).take(LONGEST_NUMBER).take_while(|byte| byte.is_ascii_digit()).count();
        let number = if digits > 0 { std::str::from_utf8(self.take(sign + digits)).ok() } else { None };
        let number = number.and_then(|number| number.parse().ok());
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if let ("bin", Some(length)) = (name, number) {
            self.take(usize::try_from(length).unwrap_or(0));
        }
        Some(Token::Word(name, number))
    }
}

/// Letters of a control word.
const LONGEST_WORD: usize = 32;
/// Digits of its number.
const LONGEST_NUMBER: usize = 10;

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            match *self.rest.first()? {
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    return self.control();
                }
                // Lines are broken anywhere; a break is no white space.
                b'\r' | b'\n' | 0 => drop(self.take(1)),
                _ => {
                    let is_text = |byte: &&u8| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                    let length = self.rest.iter().take_while(is_text).count();
                    return Some(Token::Text(self.take(length)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens};

    #[test]
    fn words_end_at_a_blank_and_numbers_belong_to_them() {
        let tokens: Vec<Token<'_>> = Tokens::of(b"{\\b0 a\\u-10?\\'e9\\~\r\n\\bin3 {}}b}").collect();
        let expected = [
            Token::Open,
            Token::Word("b", Some(0)),
            Token::Text(b"a"),
            Token::Word("u", Some(-10)),
            Token::Text(b"?"),
            Token::Byte(0xE9),
            Token::Symbol(b'~'),
            Token::Word("bin", Some(3)),
            Token::Text(b"b"),
            Token::Close,
        ];
        assert_eq!(tokens, expected);
    }

    #[test]
    fn what_is_cut_ends() {
        assert_eq!(Tokens::of(b"\\").count(), 0);
        assert_eq!(Tokens::of(b"\\'").collect::<Vec<_>>(), [Token::Text(b"?")]);
        assert_eq!(Tokens::of(b"\\bin99999 a").count(), 1);
    }
}
