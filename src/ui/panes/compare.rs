//! Two documents beside each other, or one above the other on a narrow screen.

use crate::app::{Area, Compare, State};

use super::super::canvas::Canvas;
use super::super::frame::{Priority, Title, Weight, frame};
use super::super::text::{document_title, reading};
use super::super::theme::Theme;

/// Draws both columns.
pub(in crate::ui) fn compare(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    areas: [Area; 2],
    compare: &Compare,
    state: &State,
) {
    let corpus = state.corpus();
    for (at, (column, area)) in compare.columns.iter().zip(areas).enumerate() {
        let weight = Weight::of(at == compare.active);
        let letter = if at == 0 { "A " } else { "B " };
        let style = if weight == Weight::Focused { theme.focus } else { theme.dim };
        let hits = compare.places(at, state.walked(), corpus);
        let mut title = Title { left: vec![(letter.to_owned(), style)], right: Vec::new(), priority: Priority::Right };
        if let Some(document) = column.position(corpus) {
            title.left.extend(document_title(corpus, document, theme));
            let walked = state.walked();
            let step = hits.iter().position(|hit| hit.span.start == column.caret.at);
            let step = step.map_or_else(|| "-".to_owned(), |step| (step + 1).to_string());
            let count = if hits.is_empty() { ": none".to_owned() } else { format!(" {step}/{}", hits.len()) };
            let named = |name: &str| vec![(name.to_owned(), theme.strong), (count.clone(), theme.text)];
            if let Some(account) = compare.account(at) {
                title.right = account.says.iter().map(|says| vec![(says.clone(), theme.strong)]).collect();
            } else if !walked.is_nothing() {
                title.right = vec![named(&walked.label), named(&walked.short), vec![(count.clone(), theme.text)]];
            }
        }
        frame(canvas, theme, area, weight, &title);
        reading(canvas, theme, area, column, hits, state, weight);
    }
}
