//! The finder: what is typed, what fits with the letters that fit, and the first passages of the choice.

use crate::app::{Area, Candidate, Choice, Finder, FinderPurpose, Glimpse, State, What, days_words, finder_rows};
use crate::model::{DocumentId, EntityId, Kind};
use crate::text::{Span, cells, clip, visible, width};

use super::super::canvas::{Canvas, row};
use super::super::keyword::Keyword;
use super::super::lines::field;
use super::super::theme::Theme;
use super::{chosen, open, rows, rule};

/// Cells for where a passage of the preview stands.
const PLACE: u16 = 24;

pub(in crate::ui) fn finder(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, finder: &Finder, state: &State) {
    let kind = match (finder.listed(), finder.purpose) {
        (Some(what), _) => what.plural(),
        (None, FinderPurpose::Merge(_) | FinderPurpose::Name(..)) => "anyone",
        (None, FinderPurpose::Go | FinderPurpose::Column(_)) => "everything",
    };
    let left = match finder.purpose {
        FinderPurpose::Merge(id) => vec![(format!("{} is the same as… ", named(state, id)), theme.focus)],
        FinderPurpose::Name(document, span) => vec![(format!("“{}” is… ", quoted(state, document, span)), theme.focus)],
        FinderPurpose::Go | FinderPurpose::Column(_) => vec![("Find ".to_owned(), theme.focus)],
    };
    let left = left.into_iter().chain([(kind.to_owned(), theme.text)]).collect();
    let at = (finder.scroll.cursor + 1).min(finder.choices.len());
    let right = vec![vec![(format!("{at}/{}", finder.choices.len()), theme.dim)]];
    let inside = open(canvas, theme, area, left, right);
    let line = row(inside, 0);
    let hint = match finder.purpose {
        FinderPurpose::Merge(_) => "Enter makes them one  ^T kind",
        _ => "^T kind",
    };
    let hint = finder.wrong().map_or_else(|| hint.into(), visible);
    let hint_at = canvas.right(line, &hint, theme.dim);
    let column = canvas.text(line, 0, "> ", theme.focus);
    field(canvas, theme, Area { width: hint_at.saturating_sub(1), ..line }, column, finder.field.parts());
    rule(canvas, theme, row(inside, 1), "");
    let height = finder_rows(area.inside());
    let window = finder.scroll.window(finder.choices.len(), height);
    if finder.choices.is_empty() {
        canvas.text(row(inside, 2), 2, "Nothing fits", theme.dim);
    }
    for (line, at) in rows(inside, 2, height).zip(window) {
        if finder.scroll.cursor == at {
            chosen(canvas, theme, line);
        }
        match finder.choices.get(at) {
            Some(Choice::Known { candidate, name, matched }) => {
                if let Some(candidate) = finder.candidate(*candidate) {
                    draw_choice(canvas, theme, line, candidate, *name, matched);
                }
            }
            Some(Choice::Days(days)) => {
                let column = canvas.text(line, 2, &format!("{} ", theme.glyphs.what(What::Event)), theme.time);
                let words = format!("{}: every time that may fall there", days_words(*days));
                canvas.clipped(line, column, line.width - column, &words, theme.time);
            }
            Some(Choice::Found { passage, .. }) => draw_passage(canvas, theme, line, passage, state),
            Some(Choice::Words(words)) => {
                let column = canvas.text(line, 2, "/ ", theme.focus);
                let words = match finder.purpose {
                    FinderPurpose::Name(..) => {
                        format!("someone new: {} ({})", visible(words), finder.new_kind().name())
                    }
                    _ => format!("search the texts for “{}”", visible(words)),
                };
                canvas.clipped(line, column, line.width - column, &words, theme.text);
            }
            None => {}
        }
    }
    let below = 2 + height;
    if below + 1 < usize::from(inside.height) {
        let is_text = matches!(finder.choices.first(), Some(Choice::Found { .. }));
        rule(canvas, theme, row(inside, below), if is_text { "where it stands" } else { "first passages" });
        preview(canvas, theme, inside, below + 1, finder, state);
    }
}

/// The name of an entity.
fn named(state: &State, id: EntityId) -> String {
    let corpus = state.corpus();
    corpus.entity_ix(id).map(|at| visible(&corpus.entity(at).name).into_owned()).unwrap_or_default()
}

/// Some words of a document.
fn quoted(state: &State, document: DocumentId, span: Span) -> String {
    let corpus = state.corpus();
    corpus.document_ix(document).map(|at| visible(corpus.quote(at, span)).into_owned()).unwrap_or_default()
}

fn draw_choice(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    line: Area,
    candidate: &Candidate,
    name: usize,
    matched: &[Span],
) {
    let style = match candidate.what {
        What::Person => theme.kind(Kind::Person),
        What::Organization => theme.kind(Kind::Organization),
        What::Place => theme.kind(Kind::Place),
        What::Event => theme.time,
        What::Document | What::Text => theme.text,
    };
    let sign = theme.glyphs.what(candidate.what);
    canvas.text(line, 2, sign, style);
    let weight = match candidate.what {
        What::Document | What::Text => candidate.what.name().to_owned(),
        What::Event => format!("{} {} p.", candidate.what.name(), candidate.weight),
        _ => format!("{} {}", candidate.what.name(), candidate.weight),
    };
    let end = canvas.right(line, &weight, theme.dim);
    let own = candidate.names.first().map(|name| name.shown.as_str()).unwrap_or_default();
    let room = end.saturating_sub(5);
    if name == 0 {
        letters(canvas, theme, Area { width: 4 + room, ..line }, 4, own, matched, style);
        return;
    }
    let column = canvas.clipped(line, 4, room, own, style);
    let other = candidate.names.get(name).map(|name| name.shown.as_str()).unwrap_or_default();
    if usize::from(end) > usize::from(column) + width(other) + 8 {
        let column = canvas.text(line, column, "  as “", theme.dim);
        let column = letters(canvas, theme, line, column, other, matched, theme.text);
        canvas.text(line, column, "”", theme.dim);
    }
}

/// A name with the letters that fit picked out. Gives the column after it.
fn letters(
    canvas: &mut Canvas<'_>,
    theme: &Theme,
    line: Area,
    start: u16,
    name: &str,
    matched: &[Span],
    style: ratatui::style::Style,
) -> u16 {
    let name = clip(name, usize::from(line.width.saturating_sub(start)));
    let mut column = start;
    for cell in cells(&name, Span::whole(&name)) {
        let fits = matched.iter().any(|span| span.holds(cell.span.start));
        let style = if fits { theme.fitting } else { style };
        canvas.letter(line.x + column, line.y, &cell.shown, cell.width, style);
        column += cell.width;
    }
    column
}

/// The first passages of the choice, a row each.
fn preview(canvas: &mut Canvas<'_>, theme: &Theme, inside: Area, from: usize, finder: &Finder, state: &State) {
    let height = usize::from(inside.height).saturating_sub(from);
    for (below, glimpse) in finder.preview.iter().take(height).enumerate() {
        draw_passage(canvas, theme, row(inside, from + below), glimpse, state);
    }
}

/// A passage in a row: where it stands, and its words around the first that is looked for.
fn draw_passage(canvas: &mut Canvas<'_>, theme: &Theme, line: Area, glimpse: &Glimpse, state: &State) {
    let corpus = state.corpus();
    let held = corpus.passage(glimpse.passage);
    let name = visible(&crate::app::document_name(corpus, held.document)).into_owned();
    let column = canvas.clipped(line, 0, PLACE - 6, &name, theme.dim);
    canvas.text(line, column, &format!(" {}{}", theme.glyphs.paragraph, held.paragraph), theme.dim);
    let shown = Area { x: line.x + PLACE, width: line.width.saturating_sub(PLACE), ..line };
    let text = &corpus.document(held.document).text;
    let keyword = Keyword { theme, text, passage: held.span, hits: &glimpse.hits, slanted: &[], style: theme.text };
    let before = if glimpse.hits.is_empty() { 0 } else { shown.width / 3 };
    keyword.draw(canvas, shown, before);
}
