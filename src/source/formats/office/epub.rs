//! EPUB: the chapters in the order of the spine, one after the other, as one text.

use crate::model::Note;

use super::super::super::reason::Reason;
use super::super::super::statement::Field;
use super::super::html;
use super::super::{Article, Format, Part, Room};
use super::package::Package;
use super::properties;
use super::xml::{Node, attribute, walk};

/// A book.
pub(in crate::source::formats) struct Epub;

impl Format for Epub {
    fn name(&self) -> &'static str {
        "an EPUB book"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["epub"]
    }

    fn read(&self, bytes: &[u8], room: &mut Room) -> Result<Vec<Part>, Reason> {
        let mut package = Package::open(bytes, self.name())?;
        let nothing = Reason::Nothing(self.name(), "no list of its chapters");
        let container = package.part("META-INF/container.xml", room)?.ok_or(nothing.clone())?;
        let path = first(&container, "rootfile", "full-path").ok_or(nothing.clone())?;
        let list = package.part(&path, room)?.ok_or(nothing)?;
        let mut article = Article::default();
        properties::read(&list, &mut article.stated, &mut Vec::new());
        if let Some(title) = article.stated.get(Field::Title) {
            article.text.push_str(title.trim());
            article.text.push_str("\n\n");
        }
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for chapter in spine(&list) {
            match below(folder, &chapter).map(|name| package.part(&name, room)).transpose()?.flatten() {
                Some(page) => {
                    article.text.push_str(html::words(&page).trim());
                    article.text.push_str("\n\n");
                }
                None => article.notes.push(Note(format!("its part {chapter:?} is not in it"))),
            }
        }
        Ok(Part::whole(article))
    }
}

/// The attribute of the first element of that name.
fn first(xml: &str, element: &str, name: &str) -> Option<String> {
    let mut found = None;
    let _ = walk(xml, |node| {
        if let Node::Open(open, attributes) = node
            && open == element
            && found.is_none()
        {
            found = attribute(attributes, name);
        }
    });
    found
}

/// The chapters' paths in reading order, as the package's list has them.
fn spine(list: &str) -> Vec<String> {
    let mut items: Vec<(String, String)> = Vec::new();
    let mut order: Vec<String> = Vec::new();
    let _ = walk(list, |node| match node {
        Node::Open("item", element) => {
            if let (Some(id), Some(path)) = (attribute(element, "id"), attribute(element, "href")) {
                items.push((id, path));
            }
        }
        Node::Open("itemref", element) => order.extend(attribute(element, "idref")),
        _ => {}
    });
    items.sort();
    let path = |id: &String| {
        let at = items.binary_search_by(|(other, _)| other.cmp(id)).ok()?;
        items.get(at).map(|(_, path)| path.clone())
    };
    order.iter().filter_map(path).collect()
}

/// A path below a folder of the package; `None` where it leads out of it.
fn below(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('#').next()?.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn no_chapter_lies_outside_of_the_book() {
        assert_eq!(below("OEBPS", "text/1.xhtml#start").as_deref(), Some("OEBPS/text/1.xhtml"));
        assert_eq!(below("OEBPS/text", "../1.xhtml").as_deref(), Some("OEBPS/1.xhtml"));
        assert_eq!(below("OEBPS", "../../etc/passwd"), None);
    }
}
