//! RTF: the words of the document, with notes and comments where they stand.
//!
//! What a tracked change has struck out and what is hidden is left out, and a note says so. Pictures, objects, and the head and foot
//! of pages are not read.

mod encodings;
mod tokens;

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::model::Note;

use super::super::super::reason::Reason;
use super::super::super::statement::{Dated, Field, Tells};
use super::super::{Article, Format, Part, Room};
use super::properties::is_nobody;
use tokens::{Token, Tokens};

/// Groups inside each other that are told apart; what is deeper counts as the innermost of these.
const DEPTH: usize = 512;

/// Rich text.
pub(in crate::source::formats) struct Rtf;

impl Format for Rtf {
    fn name(&self) -> &'static str {
        "a rich text file"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["rtf"]
    }

    fn magic(&self) -> &'static [&'static [u8]] {
        &[b"{\\rtf"]
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        if !bytes.trim_ascii_start().starts_with(b"{\\rtf") {
            return Err(Reason::Damaged(self.name(), "it does not begin with {\\rtf".to_owned()));
        }
        let mut reading = Reading::new();
        for token in Tokens::of(bytes) {
            reading.token(token);
        }
        Ok(Part::whole(reading.article()))
    }
}

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goes {
    /// Into the text.
    Text,
    /// Nowhere.
    Nowhere,
    /// They name a font.
    Fonts,
    /// They are what is known of the document.
    Stated(Field),
    /// When it was made.
    Made,
}

/// A group: what holds up to its end.
#[derive(Clone, Copy, Debug)]
struct Group {
    goes: Goes,
    encoding: &'static Encoding,
    /// Characters that stand for one that old readers can't show.
    substitutes: usize,
    is_struck: bool,
    is_hidden: bool,
    /// Whether it closes a bracket that was opened in the text.
    is_bracket: bool,
}

struct Reading {
    groups: Vec<Group>,
    /// Groups that are open beyond [`DEPTH`].
    deeper: usize,
    /// The encodings of the fonts, and the font that is being described.
    fonts: HashMap<i32, &'static Encoding>,
    font: i32,
    encoding: &'static Encoding,
    article: Article,
    paragraph: String,
    stated: String,
    /// Year, month and day of its making.
    made: [i32; 3],
    /// Bytes whose encoding is known once they end.
    bytes: Vec<u8>,
    /// Whether the group has just begun with `\*`: what is not known in it is left out.
    is_optional: bool,
    skipped: usize,
    surrogate: Option<u16>,
    struck: u32,
    hidden: u32,
}

impl Reading {
    fn new() -> Self {
        Self {
            groups: vec![Group {
                goes: Goes::Text,
                encoding: WINDOWS_1252,
                substitutes: 1,
                is_struck: false,
                is_hidden: false,
                is_bracket: false,
            }],
            deeper: 0,
            fonts: HashMap::new(),
            font: 0,
            encoding: WINDOWS_1252,
            article: Article::default(),
            paragraph: String::new(),
            stated: String::new(),
            made: [0; 3],
            bytes: Vec::new(),
            is_optional: false,
            skipped: 0,
            surrogate: None,
            struck: 0,
            hidden: 0,
        }
    }

    fn token(&mut self, token: Token<'_>) {
        match token {
            Token::Text(text) => {
                let skipped = self.skipped.min(text.len());
                self.skipped -= skipped;
                self.bytes.extend(text.iter().skip(skipped));
                return;
            }
            Token::Byte(byte) => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                } else {
                    self.bytes.push(byte);
                }
                return;
            }
            _ => self.flush(),
        }
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(name, number) => self.word(name, number),
            Token::Text(_) | Token::Byte(_) => {}
        }
    }

    fn group(&self) -> Option<Group> {
        self.groups.last().copied()
    }

    fn change(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn open(&mut self) {
        self.skipped = 0;
        self.is_optional = false;
        match self.group() {
            Some(group) if self.groups.len() < DEPTH => self.groups.push(Group { is_bracket: false, ..group }),
            _ => self.deeper += 1,
        }
    }

    fn close(&mut self) {
        self.skipped = 0;
        self.is_optional = false;
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(group) = self.group().filter(|_| self.groups.len() > 1) else { return };
        self.groups.pop();
        let outer = self.group().map(|outer| outer.goes);
        if group.is_bracket {
            self.paragraph.truncate(self.paragraph.trim_end().len());
            self.paragraph.push(']');
        }
        if outer != Some(group.goes) {
            self.end_statement(group.goes);
        }
    }

    fn end_statement(&mut self, goes: Goes) {
        let stated = std::mem::take(&mut self.stated);
        let stated = stated.trim();
        match goes {
            Goes::Stated(Field::Author) if is_nobody(stated) => {}
            Goes::Stated(field) => self.article.stated.set(field, stated),
            Goes::Made if self.made[0] > 0 => {
                let [year, month, day] = self.made;
                let value = format!("{year:04}-{month:02}-{day:02}");
                self.article.dates.push(Dated { value, why: "the document was made then", tells: Tells::Earliest });
            }
            _ => {}
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match symbol {
            b'*' => self.is_optional = true,
            b'~' => self.put("\u{A0}"),
            b'_' => self.put("-"),
            b'\\' => self.put("\\"),
            b'{' => self.put("{"),
            b'}' => self.put("}"),
            b'\r' | b'\n' => self.end_paragraph(),
            b'\t' => self.put("\t"),
            // `\-` is where a word may be divided, the others are marks of an index.
            _ => {}
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        if self.skipped > 0 && name != "u" {
            self.skipped -= 1;
            return;
        }
        let is_on = number != Some(0);
        let is_optional = std::mem::take(&mut self.is_optional);
        match name {
            "fonttbl" => self.change(|group| group.goes = Goes::Fonts),
            "title" => self.begin(Goes::Stated(Field::Title)),
            "author" => self.begin(Goes::Stated(Field::Author)),
            "creatim" => self.begin(Goes::Made),
            "footnote" => self.bracket("note"),
            "annotation" => self.bracket("comment"),
            // What is shown of an object, and the text of a shape.
            "result" | "shptxt" | "fldrslt" if !is_optional => {}
            "yr" | "mo" | "dy" => {
                let at = ["yr", "mo", "dy"].iter().position(|part| *part == name).unwrap_or(0);
                self.made[at] = number.unwrap_or(0);
            }
            _ if is_optional || LEFT_OUT.contains(&name) => self.change(|group| group.goes = Goes::Nowhere),
            "ansicpg" => self.encode(number.and_then(encodings::of_code_page), number),
            "mac" => self.encode(encodings::of_code_page(10_000), number),
            "f" => self.choose_font(number.unwrap_or(0)),
            "fcharset" => self.describe_font(number.and_then(encodings::of_charset)),
            "cpg" => self.describe_font(number.and_then(encodings::of_code_page)),
            "plain" => {
                let encoding = self.encoding;
                self.change(|group| (group.encoding, group.is_struck, group.is_hidden) = (encoding, false, false));
            }
            "deleted" => self.change(|group| group.is_struck = is_on),
            "v" => self.change(|group| group.is_hidden = is_on),
            "uc" => self.change(|group| group.substitutes = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1)),
            "u" => self.unicode(number.unwrap_or(0)),
            "par" | "sect" | "page" | "row" => self.end_paragraph(),
            "line" => self.put("\n"),
            "tab" | "cell" | "nestcell" => self.put("\t"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "emspace" | "enspace" | "qmspace" => self.put(" "),
            _ => {}
        }
    }

    /// What follows in this group goes there.
    fn begin(&mut self, goes: Goes) {
        self.stated.clear();
        self.change(|group| group.goes = goes);
    }

    fn bracket(&mut self, what: &str) {
        if self.group().is_some_and(|group| group.goes == Goes::Text) {
            self.paragraph.push_str(" [");
            self.paragraph.push_str(what);
            self.paragraph.push_str(": ");
            self.change(|group| group.is_bracket = true);
        }
    }

    fn encode(&mut self, encoding: Option<&'static Encoding>, page: Option<i32>) {
        if encoding.is_none() {
            let page = page.map_or_else(String::new, |page| format!(" {page}"));
            self.article.notes.push(Note(format!("code page{page} is not known: read as windows-1252")));
        }
        self.encoding = encoding.unwrap_or(WINDOWS_1252);
        let encoding = self.encoding;
        self.change(|group| group.encoding = encoding);
    }

    fn choose_font(&mut self, font: i32) {
        if self.group().is_some_and(|group| group.goes == Goes::Fonts) {
            self.font = font;
            return;
        }
        let encoding = self.fonts.get(&font).copied().unwrap_or(self.encoding);
        self.change(|group| group.encoding = encoding);
    }

    fn describe_font(&mut self, encoding: Option<&'static Encoding>) {
        if let Some(encoding) = encoding.filter(|_| self.fonts.len() < DEPTH) {
            self.fonts.insert(self.font, encoding);
        }
    }

    /// A UTF-16 unit, with its substitutes to be passed over.
    fn unicode(&mut self, number: i32) {
        self.skipped = self.group().map_or(1, |group| group.substitutes);
        let [low, high, ..] = number.to_le_bytes();
        let unit = u16::from_le_bytes([low, high]);
        let before = self.surrogate.take();
        let units = before.into_iter().chain([unit]);
        if before.is_none() && (0xD800..0xDC00).contains(&unit) {
            self.surrogate = Some(unit);
            return;
        }
        let text: String = char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        self.put(&text);
    }

    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = self.group().map_or(WINDOWS_1252, |group| group.encoding);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.put(&text);
    }

    fn put(&mut self, text: &str) {
        let Some(group) = self.group() else { return };
        match group.goes {
            Goes::Text if group.is_struck => self.struck += 1,
            Goes::Text if group.is_hidden => self.hidden += 1,
            Goes::Text => self.paragraph.push_str(text),
            Goes::Stated(_) => self.stated.push_str(text),
            Goes::Nowhere | Goes::Fonts | Goes::Made => {}
        }
    }

    fn end_paragraph(&mut self) {
        if self.group().is_some_and(|group| group.goes != Goes::Text) {
            return;
        }
        // Inside a bracket that is open yet, a note of several paragraphs stays one.
        if self.groups.iter().any(|group| group.is_bracket) {
            self.paragraph.push(' ');
            return;
        }
        let words = self.paragraph.trim();
        if !words.is_empty() {
            self.article.text.push_str(words);
            self.article.text.push_str("\n\n");
        }
        self.paragraph.clear();
    }

    fn article(mut self) -> Article {
        self.flush();
        self.groups.truncate(1);
        self.end_paragraph();
        let told = |count: u32, what: &str| (count > 0).then(|| Note(format!("{what} left out: {count}")));
        let left_out = [told(self.struck, "tracked deletions"), told(self.hidden, "stretches of hidden text")];
        self.article.notes.extend(left_out.into_iter().flatten());
        self.article
    }
}

/// Groups whose words are no text of the document.
const LEFT_OUT: &[&str] = &[
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "objdata",
    "objclass",
    "objname",
    "nonshppict",
    "fldinst",
    "datafield",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "filetbl",
    "revtbl",
    "template",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "bkmkstart",
    "bkmkend",
    "xe",
    "tc",
    "txe",
    "rxe",
    "private",
    "operator",
    "keywords",
    "comment",
    "doccomm",
    "hlinkbase",
    "subject",
    "company",
    "manager",
    "category",
];
