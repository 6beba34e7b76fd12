//! XML as it comes: elements that open and close, and words. Entities that a document defines itself are never unfolded, nothing
//! outside of it is ever read.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What comes next.
#[derive(Clone, Copy)]
pub(super) enum Node<'x> {
    /// An element opens.
    Open(&'x str, &'x BytesStart<'x>),
    /// An element closes.
    Close(&'x str),
    /// Words.
    Words(&'x str),
}

/// Walks `xml` in its order; an empty element opens and closes. Names come without their prefix.
///
/// # Errors
/// Where it is no XML; what came before has been walked.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Node<'_>)) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(element) => visit(Node::Open(element.local_name().as_ref(), &element)),
            Event::End(element) => visit(Node::Close(element.local_name().as_ref())),
            Event::Empty(element) => {
                visit(Node::Open(element.local_name().as_ref(), &element));
                visit(Node::Close(element.local_name().as_ref()));
            }
            Event::Text(words) => visit(Node::Words(&words)),
            Event::CData(words) => visit(Node::Words(&words)),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => visit(Node::Words(letter.encode_utf8(&mut [0; 4]))),
                _ => visit(Node::Words(&predefined(&reference))),
            },
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// One of the five entities that every document has; any other stays as it is written.
fn predefined(name: &str) -> String {
    match name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        other => format!("&{other};"),
    }
}

/// An attribute's value, by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{Node, walk};

    fn check(xml: &str, expected: &str) {
        let mut words = String::new();
        let _ = walk(xml, |node| match node {
            Node::Open(name, _) => words.extend(["<", name, ">"]),
            Node::Close(name) => words.extend(["</", name, ">"]),
            Node::Words(text) => words.push_str(text),
        });
        assert_eq!(words, expected, "{xml}");
    }

    #[test]
    fn entities_of_its_own_are_never_unfolded() {
        check("<a:b>1 &lt; 2 &#65;<c/></a:b>", "<b>1 < 2 A<c></c></b>");
        check("<!DOCTYPE x [<!ENTITY e \"boom\">]><x>&e;</x>", "<x>&e;</x>");
        check("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "<x>&e;</x>");
        check("<a>words<b", "<a>words");
    }
}
