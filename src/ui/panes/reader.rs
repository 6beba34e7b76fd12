//! Reader: one document's text. Its title says what `n` walks and where in it the reader is.

use crate::app::{Area, Pane, State};

use super::super::canvas::Canvas;
use super::super::frame::{Priority, Title, Weight, Words, frame, name};
use super::super::text::{Text, document_title, reading};
use super::super::theme::Theme;

/// From this width on the pane's own name has room in its title.
const WITH_NAME: u16 = 70;

pub(super) fn draw(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State, weight: Weight) {
    let reader = state.reader();
    let mut left = name(theme, state, Pane::Reader, weight);
    if let Some(document) = reader.position(state.corpus()) {
        // On a narrow pane its name gives way to the name of what is read.
        if area.width < WITH_NAME {
            left.remove(1);
            left.iter_mut().skip(1).for_each(|(frozen, _)| "frozen ".clone_into(frozen));
        } else {
            left.push(("  ".to_owned(), theme.dim));
        }
        left.extend(document_title(state.corpus(), document, theme));
        if let Some(page) = state.corpus().document(document).page(reader.caret.at) {
            left.push((format!(" p. {page}"), theme.dim));
        }
    }
    let percent = (format!("  {}%", reader.percent()), theme.dim);
    let title = Title { left, right: walked(state, theme, &percent), priority: Priority::Right };
    frame(canvas, theme, area, weight, &title);
    if reader.document.is_none() {
        return super::nothing(canvas, theme, area, "Nothing to read yet");
    }
    let document = reader.position(state.corpus());
    let hits = document.map(|document| state.walked().hits_in(state.corpus(), document)).unwrap_or_default();
    reading(canvas, theme, area, &Text { reading: reader, walked: hits, reworded: &[] }, state, weight);
}

/// What `n` walks, ever shorter.
fn walked(state: &State, theme: &Theme, percent: &Words) -> Vec<Vec<Words>> {
    let walked = state.walked();
    if walked.is_nothing() {
        return vec![vec![percent.clone()]];
    }
    let at = state.step().map_or_else(|| "-".to_owned(), |step| step.to_string());
    let count = format!(" {at}/{}", walked.hits.len());
    let key = ("n: ".to_owned(), theme.dim);
    let said = |label: &str| vec![key.clone(), (label.to_owned(), theme.strong), (count.clone(), theme.text)];
    let with_percent = |label: &str| said(label).into_iter().chain([percent.clone()]).collect();
    vec![with_percent(&walked.label), with_percent(&walked.short), said(&walked.short)]
}
