//! [`Sink`]: what a report is written to, with the ways to write text from outside so that it stays text.
//!
//! A character that a format can't hold, or that would reach a terminal as a command, becomes U+FFFD and is counted. All
//! others stay as they are.

use std::io::{self, Write};

use crate::text::{Span, one_line};

/// What stands for a character that can't leave.
const REPLACEMENT: &str = "\u{FFFD}";

/// Somewhere to write to.
pub(super) struct Sink<'w> {
    to: &'w mut dyn Write,
    replaced: usize,
}

impl<'w> Sink<'w> {
    pub(super) fn new(to: &'w mut dyn Write) -> Self {
        Self { to, replaced: 0 }
    }

    /// How many characters were replaced so far.
    pub(super) const fn replaced(&self) -> usize {
        self.replaced
    }

    /// Writes what is trusted, or escaped already.
    pub(super) fn raw(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(text.as_bytes())
    }

    /// Writes text into XML or HTML, also between double quotes. Line ends are written as references where a reader would
    /// change them: carriage returns everywhere, line feeds and tabs in attributes.
    pub(super) fn xml(&mut self, text: &str) -> io::Result<()> {
        self.escaped(text, |character| match character {
            '&' => Some("&amp;"),
            '<' => Some("&lt;"),
            '>' => Some("&gt;"),
            '"' => Some("&quot;"),
            '\'' => Some("&#39;"),
            '\r' => Some("&#13;"),
            _ => None,
        })
    }

    /// Writes text into an attribute between double quotes.
    pub(super) fn attribute(&mut self, text: &str) -> io::Result<()> {
        for piece in text.split_inclusive(['\n', '\t']) {
            let bare = piece.trim_end_matches(['\n', '\t']);
            self.xml(bare)?;
            match piece.bytes().last() {
                Some(b'\n') => self.raw("&#10;")?,
                Some(b'\t') => self.raw("&#9;")?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Writes text into a line of Markdown (`CommonMark`, and the tables and links of GitHub): white space of any kind is one
    /// space.
    pub(super) fn markdown(&mut self, text: &str) -> io::Result<()> {
        self.markdown_line(&one_line(text))
    }

    /// Writes text as a block quote of Markdown, its line ends kept.
    pub(super) fn markdown_quote(&mut self, text: &str) -> io::Result<()> {
        // A carriage return alone ends a line there, and what follows would leave the quote.
        for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
            self.raw("> ")?;
            self.markdown_line(line)?;
            self.raw("\n")?;
        }
        Ok(())
    }

    fn markdown_line(&mut self, line: &str) -> io::Result<()> {
        // What begins a block at the start of a line: headings, lists, rules.
        let bare = line.trim_start();
        let indent = (line.len() - bare.len()) as u32;
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let is_numbered = digits > 0 && bare.as_bytes().get(digits).is_some_and(|sign| matches!(sign, b'.' | b')'));
        let cut = if is_numbered { indent + digits as u32 } else { indent };
        self.markdown_inline(Span::new(0, cut).of(line))?;
        let rest = Span::new(cut, line.len() as u32).of(line);
        if is_numbered || rest.starts_with(['#', '+', '-', '=', ':']) {
            self.raw("\\")?;
        }
        self.markdown_inline(rest)
    }

    fn markdown_inline(&mut self, text: &str) -> io::Result<()> {
        // GitHub makes links of bare addresses.
        for piece in text.split_inclusive("://") {
            let (before, colon) = piece.strip_suffix("://").map_or((piece, ""), |before| (before, "\\://"));
            for piece in before.split_inclusive("www.") {
                let (before, www) = piece.strip_suffix("www.").map_or((piece, ""), |before| (before, "www\\."));
                self.escaped(before, |character| match character {
                    '\\' => Some("\\\\"),
                    '`' => Some("\\`"),
                    '*' => Some("\\*"),
                    '_' => Some("\\_"),
                    '[' => Some("\\["),
                    ']' => Some("\\]"),
                    '<' => Some("\\<"),
                    '>' => Some("\\>"),
                    '&' => Some("\\&"),
                    '|' => Some("\\|"),
                    '~' => Some("\\~"),
                    '$' => Some("\\$"),
                    '@' => Some("\\@"),
                    _ => None,
                })?;
                self.raw(www)?;
            }
            self.raw(colon)?;
        }
        Ok(())
    }

    /// Writes text into a field of BibTeX between braces; white space of any kind is one space.
    pub(super) fn tex(&mut self, text: &str) -> io::Result<()> {
        self.escaped(&one_line(text), |character| match character {
            '&' => Some("\\&"),
            '%' => Some("\\%"),
            '$' => Some("\\$"),
            '#' => Some("\\#"),
            '_' => Some("\\_"),
            // Named, for a brace counts even behind a backslash when BibTeX looks for the end of a field.
            '{' => Some("\\textbraceleft{}"),
            '}' => Some("\\textbraceright{}"),
            '~' => Some("\\textasciitilde{}"),
            '^' => Some("\\textasciicircum{}"),
            '\\' => Some("\\textbackslash{}"),
            _ => None,
        })
    }

    fn escaped(&mut self, text: &str, escape: impl Fn(char) -> Option<&'static str>) -> io::Result<()> {
        let mut written = 0;
        for (at, character) in text.char_indices() {
            let instead = if may_leave(character) { escape(character) } else { Some(REPLACEMENT) };
            let Some(instead) = instead else { continue };
            if !may_leave(character) {
                self.replaced += 1;
            }
            self.to.write_all(text.as_bytes().get(written..at).unwrap_or_default())?;
            self.to.write_all(instead.as_bytes())?;
            written = at + character.len_utf8();
        }
        self.to.write_all(text.as_bytes().get(written..).unwrap_or_default())
    }
}

/// Whether XML 1.0 allows the character and no terminal takes it for a command.
fn may_leave(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => !character.is_control(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::Sink;

    /// Texts that formats trip over.
    pub(in crate::report) fn hostile_text() -> impl Strategy<Value = String> {
        let pieces = prop_oneof![
            any::<char>().prop_map(String::from),
            "[a-z ]{1,8}",
            prop::sample::select(vec![
                "=cmd|' /C calc'!A0",
                "]]>",
                "</script>",
                "<!--",
                "-->",
                "&amp;",
                "\\",
                "{",
                "}",
                "%",
                "\r\n",
                "\n",
                "\t",
                "\u{202e}",
                "\u{200f}",
                "👨\u{200d}👩\u{200d}👧",
                "\u{1b}[2J",
                "\0",
                "\u{9b}",
                "e\u{301}",
                "https://example.org",
                "www.",
                "# ",
                "1. ",
                "- ",
                "|",
                "`",
                "***",
                "[x](y)",
                "\u{ffff}",
                "\"",
                "'",
                "$x$",
                "@",
                "~",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
    }

    fn written(write: impl FnOnce(&mut Sink<'_>) -> std::io::Result<()>) -> (String, usize) {
        let mut to = Vec::new();
        let mut sink = Sink::new(&mut to);
        write(&mut sink).unwrap();
        let replaced = sink.replaced();
        (String::from_utf8(to).unwrap(), replaced)
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(written(|to| to.xml("<a href='x'>&\u{1b}\r")).0, "&lt;a href=&#39;x&#39;&gt;&amp;\u{fffd}&#13;");
        assert_eq!(written(|to| to.attribute("a\n\tb")).0, "a&#10;&#9;b");
        assert_eq!(written(|to| to.markdown("# 1\n*x* http://a www.b")).0, "\\# 1 \\*x\\* http\\://a www\\.b");
        assert_eq!(written(|to| to.markdown_quote("1. a\n- b\r# c")).0, "> 1\\. a\n> \\- b\n> \\# c\n");
        assert_eq!(
            written(|to| to.tex("50% {x} \\y")).0,
            "50\\% \\textbraceleft{}x\\textbraceright{} \\textbackslash{}y"
        );
        assert_eq!(written(|to| to.xml("\0a\u{9b}\u{ffff}")).1, 3);
    }

    /// Takes the backslashes off.
    fn unescaped(markdown: &str) -> String {
        let mut out = String::new();
        let mut characters = markdown.chars();
        while let Some(character) = characters.next() {
            out.push(if character == '\\' { characters.next().unwrap() } else { character });
        }
        out
    }

    fn replaced(text: &str) -> String {
        text.chars().map(|character| if super::may_leave(character) { character } else { '\u{fffd}' }).collect()
    }

    proptest! {
        #[test]
        fn markdown_gives_the_words_back(text in hostile_text()) {
            let (quote, _) = written(|to| to.markdown_quote(&text));
            let lines: Vec<String> = quote.lines().map(|line| unescaped(line.strip_prefix("> ").unwrap())).collect();
            let wanted: Vec<String> = text.replace("\r\n", "\n").split(['\n', '\r']).map(replaced).collect();
            prop_assert_eq!(lines, wanted);
        }

        #[test]
        fn xml_gives_the_words_back(text in hostile_text()) {
            let (xml, _) = written(|to| to.attribute(&text));
            prop_assert!(!xml.contains(['<', '>', '"', '\'', '\n', '\t', '\r']), "{xml:?}");
            let read = xml.replace("&#10;", "\n").replace("&#9;", "\t").replace("&#13;", "\r").replace("&lt;", "<");
            let read = read.replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
            prop_assert_eq!(read, replaced(&text));
        }

        #[test]
        fn braces_of_bibtex_balance(text in hostile_text()) {
            let (tex, _) = written(|to| to.tex(&text));
            let mut depth = 0;
            for character in tex.chars() {
                depth += i32::from(character == '{') - i32::from(character == '}');
                prop_assert!(depth >= 0, "{tex:?}");
            }
            prop_assert_eq!(depth, 0);
        }
    }
}
