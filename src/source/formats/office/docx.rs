//! Word: the words of the document, then its footnotes, endnotes and comments.
//!
//! What a tracked change has struck out and what is marked as hidden is left out, and a note says so.

use crate::model::Note;

use super::super::super::reason::Reason;
use super::super::{Article, Format, Part, Room};
use super::package::Package;
use super::properties;
use super::xml::{Node, attribute, walk};

/// Parts that hold words, in the order in which they are read, with what stands over them.
const PARTS: &[(&str, &str)] = &[
    ("word/document.xml", ""),
    ("word/footnotes.xml", "Footnotes"),
    ("word/endnotes.xml", "Endnotes"),
    ("word/comments.xml", "Comments"),
];

/// A Word document.
pub(in crate::source::formats) struct Docx;

impl Format for Docx {
    fn name(&self) -> &'static str {
        "a Word document"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm"]
    }

    fn read(&self, bytes: &[u8], room: &mut Room) -> Result<Vec<Part>, Reason> {
        let mut package = Package::open(bytes, self.name())?;
        let mut words = Words::default();
        let mut article = Article::default();
        for (at, (part, heading)) in PARTS.iter().enumerate() {
            let Some(xml) = package.part(part, room)? else {
                if at == 0 {
                    return Err(Reason::Nothing(self.name(), "no document part"));
                }
                continue;
            };
            words.heading(heading);
            if let Err(error) = walk(&xml, |node| words.visit(node)) {
                article.notes.push(Note(format!("{part} is damaged ({error}): its words end there")));
            }
            words.end_paragraph();
        }
        article.notes.extend(words.notes());
        article.text = words.text;
        if let Some(xml) = package.part("docProps/core.xml", room)? {
            properties::read(&xml, &mut article.stated, &mut article.dates);
        }
        Ok(Part::whole(article))
    }
}

/// Words as they come.
#[derive(Default)]
struct Words {
    text: String,
    paragraph: String,
    /// What is to stand over the next paragraph.
    heading: Option<String>,
    /// Whose comment the next paragraph begins.
    comment_by: Option<String>,
    /// Elements that are open and whose words are left out.
    outside: u32,
    is_text: bool,
    is_hidden: bool,
    struck: u32,
    hidden: u32,
}

impl Words {
    fn heading(&mut self, heading: &str) {
        self.heading = (!heading.is_empty()).then(|| heading.to_owned());
    }

    fn visit(&mut self, node: Node<'_>) {
        match node {
            Node::Open(name, element) => {
                if self.outside > 0 || matches!(name, "del" | "moveFrom" | "Fallback" | "instrText" | "delInstrText") {
                    self.struck += u32::from(self.outside == 0 && matches!(name, "del" | "moveFrom"));
                    self.outside += 1;
                    return;
                }
                match name {
                    "t" => self.is_text = true,
                    "r" => self.is_hidden = false,
                    "vanish" => {
                        let is_off = matches!(attribute(element, "val").as_deref(), Some("0" | "false" | "off"));
                        self.is_hidden = !is_off;
                    }
                    "tab" if !self.paragraph.is_empty() => self.paragraph.push('\t'),
                    "br" | "cr" => self.paragraph.push('\n'),
                    "noBreakHyphen" => self.paragraph.push('-'),
                    "comment" => self.comment_by = attribute(element, "author").or_else(|| Some(String::new())),
                    _ => {}
                }
            }
            Node::Close(name) => {
                if self.outside > 0 {
                    self.outside -= 1;
                    return;
                }
                match name {
                    "t" => self.is_text = false,
                    "r" => self.is_hidden = false,
                    "p" => self.end_paragraph(),
                    "tc" if !self.paragraph.is_empty() => self.paragraph.push('\t'),
                    _ => {}
                }
            }
            Node::Words(words) if self.outside == 0 && self.is_text => {
                if self.is_hidden {
                    self.hidden += 1;
                } else {
                    self.paragraph.push_str(words);
                }
            }
            Node::Words(_) => {}
        }
    }

    fn end_paragraph(&mut self) {
        let words = self.paragraph.trim();
        if !words.is_empty() {
            if let Some(heading) = self.heading.take() {
                self.text.extend([heading.as_str(), "\n\n"]);
            }
            if let Some(author) = self.comment_by.take() {
                self.text.extend(["Comment by ", author.as_str(), ":\n\n"]);
            }
            self.text.push_str(words);
            self.text.push_str("\n\n");
        }
        self.paragraph.clear();
    }

    fn notes(&self) -> impl Iterator<Item = Note> {
        let told = |count: u32, what: &str| (count > 0).then(|| Note(format!("{what} left out: {count}")));
        [told(self.struck, "tracked deletions"), told(self.hidden, "stretches of hidden text")].into_iter().flatten()
    }
}
