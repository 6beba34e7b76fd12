//! `OpenDocument` text (ISO 26300): paragraphs, headings, notes; comments in their place, marked.
//!
//! What a tracked change has struck out is left out, and a note says so.

use crate::model::Note;

use super::super::super::reason::Reason;
use super::super::{Article, Format, Part, Room};
use super::package::Package;
use super::properties;
use super::xml::{Node, attribute, walk};

/// Spaces that one element may stand for.
const SPACES: usize = 80;

/// An `OpenDocument` text.
pub(in crate::source::formats) struct Odt;

impl Format for Odt {
    fn name(&self) -> &'static str {
        "an OpenDocument text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["odt"]
    }

    fn read(&self, bytes: &[u8], room: &mut Room) -> Result<Vec<Part>, Reason> {
        let mut package = Package::open(bytes, self.name())?;
        let manifest = package.part("META-INF/manifest.xml", room)?.unwrap_or_default();
        if manifest.contains("encryption-data") {
            return Err(Reason::Encrypted(self.name()));
        }
        let content = package.part("content.xml", room)?.ok_or(Reason::Nothing(self.name(), "no content part"))?;
        let mut article = Article::default();
        let mut words = Words::default();
        if let Err(error) = walk(&content, |node| words.visit(node)) {
            article.notes.push(Note(format!("content.xml is damaged ({error}): its words end there")));
        }
        words.end_paragraph();
        if words.struck > 0 {
            article.notes.push(Note(format!("tracked deletions left out: {}", words.struck)));
        }
        article.text = words.text;
        if let Some(xml) = package.part("meta.xml", room)? {
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
    /// Paragraphs and headings that are open: notes and comments stand inside another's.
    open: u32,
    /// Elements that are open and whose words are left out.
    outside: u32,
    struck: u32,
}

impl Words {
    fn visit(&mut self, node: Node<'_>) {
        match node {
            Node::Open(name, element) => {
                if self.outside > 0 || matches!(name, "tracked-changes" | "note-citation" | "desc" | "title") {
                    self.struck += u32::from(name == "deletion");
                    self.outside += 1;
                    return;
                }
                match name {
                    "p" | "h" => self.open += 1,
                    "s" => {
                        let count = attribute(element, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                        self.paragraph.extend(std::iter::repeat_n(' ', count.min(SPACES)));
                    }
                    "tab" => self.paragraph.push('\t'),
                    "line-break" => self.paragraph.push('\n'),
                    "annotation" => self.paragraph.push_str(" [comment: "),
                    "note" => self.paragraph.push_str(" [note: "),
                    _ => {}
                }
            }
            Node::Close(_) if self.outside > 0 => self.outside -= 1,
            Node::Close(name) => match name {
                "p" | "h" => {
                    self.open = self.open.saturating_sub(1);
                    if self.open == 0 {
                        self.end_paragraph();
                    } else {
                        self.paragraph.push(' ');
                    }
                }
                "annotation" | "note" => {
                    self.paragraph.truncate(self.paragraph.trim_end().len());
                    self.paragraph.push(']');
                }
                _ => {}
            },
            Node::Words(words) if self.outside == 0 && self.open > 0 => self.paragraph.push_str(words),
            Node::Words(_) => {}
        }
    }

    fn end_paragraph(&mut self) {
        let words = self.paragraph.trim();
        if !words.is_empty() {
            self.text.push_str(words);
            self.text.push_str("\n\n");
        }
        self.paragraph.clear();
    }
}
