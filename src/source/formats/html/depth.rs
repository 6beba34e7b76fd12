//! Pages nested deeper than any that people write: the marks below that depth are taken away, the words stay.
//!
//! Building a tree takes time proportional to the square of its depth, as the standard describes it; browsers stop at 512 too.

use std::borrow::Cow;

/// Elements inside each other that are kept.
const DEEPEST: u32 = 512;

/// Elements that never have a closing mark, or need none.
const OPEN_ENDED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "html", "head", "body",
];

/// `html`, no deeper than it may be.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept: Option<String> = None;
    let (mut depth, mut copied) = (0_u32, 0);
    for (start, _) in html.match_indices('<') {
        let rest = html.get(start + 1..).unwrap_or_default();
        let is_closing = rest.starts_with('/');
        let name = rest.trim_start_matches('/');
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..length).unwrap_or_default();
        if name.is_empty() || OPEN_ENDED.iter().any(|open| name.eq_ignore_ascii_case(open)) {
            continue;
        }
        let is_too_deep = depth >= DEEPEST + u32::from(is_closing);
        depth = if is_closing { depth.saturating_sub(1) } else { depth + 1 };
        if is_too_deep && start >= copied {
            let kept = kept.get_or_insert_default();
            kept.push_str(html.get(copied..start).unwrap_or_default());
            // Words on either side of the mark stay apart.
            kept.push(' ');
            copied = rest.find('>').map_or(html.len(), |end| start + 1 + end + 1);
        }
    }
    match kept {
        None => Cow::Borrowed(html),
        Some(mut kept) => {
            kept.push_str(html.get(copied..).unwrap_or_default());
            Cow::Owned(kept)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, bounded};

    #[test]
    fn words_stay_however_deep_they_stand() {
        let (open, close) = ("<div>".repeat(100_000), "</div>".repeat(100_000));
        let page = bounded(&format!("{open}words{close}<p>after")).into_owned();
        assert_eq!(page.matches("<div>").count(), DEEPEST as usize);
        assert_eq!(page.matches("</div>").count(), DEEPEST as usize);
        assert!(page.contains("words") && page.ends_with("<p>after"));
        assert_eq!(bounded("<p>a < b<p>c"), "<p>a < b<p>c");
    }
}
