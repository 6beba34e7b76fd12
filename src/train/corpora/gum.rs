//! GUM in CoNLL-U with its `Entity=` marks: names are the marks headed by a proper noun, so its gold is approximate.

use crate::model::Kind;
use crate::text::Span;

use super::super::article::Article;

struct Word<'t> {
    span: Span,
    tag: &'t str,
    is_raised: bool,
}

/// The article in a file.
pub fn article(file: &str) -> Article {
    let (mut text, mut words, mut marks) = (String::new(), Vec::new(), Vec::new());
    for line in file.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [number, form, _, tag, .., last] = cells.as_slice() else {
            if line.trim().is_empty() && text.ends_with(' ') {
                text.pop();
                text.push('\n');
            }
            continue;
        };
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let span = Span::new(text.len() as u32, (text.len() + form.len()) as u32);
        text.push_str(form);
        if !last.contains("SpaceAfter=No") {
            text.push(' ');
        }
        words.push(Word { span, tag, is_raised: form.starts_with(char::is_uppercase) });
        marks.push(last.split('|').find_map(|item| item.strip_prefix("Entity=")).unwrap_or_default());
    }
    let names = names(&words, &marks);
    Article::new(text, names)
}

fn names(words: &[Word<'_>], marks: &[&str]) -> Vec<(Span, Kind)> {
    let (mut found, mut open) = (Vec::new(), Vec::new());
    for (at, mark) in marks.iter().enumerate() {
        let mut rest = *mark;
        while let Some(sign) = rest.chars().next() {
            let inside = rest.strip_prefix(['(', ')']).unwrap_or(rest);
            let end = inside.find(['(', ')']).unwrap_or(inside.len());
            let (head, after) = inside.split_at(end);
            rest = after;
            match sign {
                '(' => open.push((at, head)),
                ')' => {
                    let opened = open.pop();
                    found.extend(opened.and_then(|(first, head)| name(words, first, at, head)));
                }
                _ => {}
            }
        }
    }
    found
}

fn name(words: &[Word<'_>], first: usize, last: usize, head: &str) -> Option<(Span, Kind)> {
    let kind = head.split('-').nth(1)?;
    let kind = Kind::ALL.into_iter().find(|known| known.name() == kind)?;
    let skipped = words[first..last].iter().take_while(|word| matches!(word.tag, "DET" | "PUNCT" | "PRON")).count();
    let inside = &words[first + skipped..=last];
    let named =
        inside.iter().all(|word| word.is_raised || matches!(word.tag, "ADP" | "DET" | "CCONJ" | "PUNCT" | "PART"));
    let fits = words[last].tag == "PROPN" && inside[0].is_raised && named;
    fits.then(|| (inside[0].span.cover(words[last].span), kind))
}

#[cfg(test)]
mod tests {
    use super::article;

    #[test]
    fn only_marks_headed_by_a_proper_noun_are_names() {
        let row = |number: u32, form: &str, tag: &str, more: &str| {
            format!("{number}\t{form}\t{form}\t{tag}\t_\t_\t0\t_\t_\t{more}\n")
        };
        let file = [
            row(1, "The", "DET", "Entity=(1-organization-new"),
            row(2, "Harbour", "PROPN", "_"),
            row(3, "Union", "PROPN", "Entity=1)"),
            row(4, "met", "VERB", "_"),
            row(5, "its", "PRON", "Entity=(2-person-new(1-organization-giv)"),
            row(6, "lawyer", "NOUN", "Entity=2)"),
            row(7, "Vexworth", "PROPN", "Entity=(3-person-new)|SpaceAfter=No"),
            row(8, ".", "PUNCT", "_"),
        ];
        let found = article(&(file.concat() + "\n"));
        assert_eq!(found.text, "The Harbour Union met its lawyer Vexworth.\n");
        let names: Vec<&str> = found.names.iter().map(|(span, _)| span.of(&found.text)).collect();
        assert_eq!(names, ["Harbour Union", "Vexworth"]);
    }
}
