//! The lines above and below the panes: header, pins, footer.

use crate::app::{
    Area, BESIDE_BANNER, Loading, Overlay, Safety, SearchLine, State, Strand, counted, crumbs, document_name, hints,
    sources,
};
use crate::text::{Span, visible, width};

use super::canvas::{Canvas, row};
use super::theme::Theme;

/// Cells of a place of the trail at most.
const CRUMB: usize = 20;

/// Program, collection, counts; on the right how loading goes, or where the reader is.
pub(super) fn header(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State) {
    let mut column = canvas.text(area, 0, " redstring ", theme.chip) + 1;
    let counts = state.counts();
    let settings = state.settings();
    let end = path(canvas, theme, area, state);
    let name = if settings.is_demo {
        "Demo summaries. Yours: redstring FOLDER".to_owned()
    } else {
        visible(&settings.collection).into_owned()
    };
    column = canvas.clipped(area, column, (area.width / 3).max(39), &name, theme.strong) + 2;
    let mut parts = vec![
        (sources(counts.documents, counts.origins), theme.dim),
        (counted(counts.entities, "entity"), theme.dim),
        (counted(counts.dated, "dated event"), theme.dim),
    ];
    if counts.skipped > 0 {
        // What could not be read matters more than how many events there are.
        parts.insert(1, (format!("{} skipped (I)", counts.skipped), theme.notice));
    }
    if matches!(state.loading(), Loading::Stopped) {
        parts.insert(1, ("stopped, r reads the rest".to_owned(), theme.notice));
    }
    let dot = format!(" {} ", theme.glyphs.dot);
    for (at, (words, style)) in parts.iter().enumerate() {
        let gap = if at == 0 { "" } else { &dot };
        if usize::from(column) + width(gap) + width(words) > usize::from(end) {
            break;
        }
        column = canvas.text(area, column, gap, theme.dim);
        column = canvas.text(area, column, words, *style);
    }
}

/// On the right: progress while loading, else the document and what is followed. Gives the column that it begins at.
fn path(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State) -> u16 {
    let area = Area { width: area.width.saturating_sub(1), ..area };
    if let Loading::Reading { read, of } = state.loading() {
        let words = format!("reading {} {read} of {of}", progress(theme, read, of));
        return canvas.right(area, &words, theme.notice).saturating_sub(1);
    }
    if matches!(state.loading(), Loading::Starting) {
        return canvas.right(area, "reading", theme.notice).saturating_sub(1);
    }
    let (words, style) = match state.keeping().safety() {
        Safety::Nothing => ("", theme.dim),
        Safety::Saving => ("saving", theme.notice),
        Safety::Saved => ("saved", theme.dim),
        Safety::Unsaved => ("not saved", theme.conflict),
    };
    let start = canvas.right(area, words, style);
    let area = Area { width: start.saturating_sub(if words.is_empty() { 0 } else { 2 }), ..area };
    if area.width < 100 {
        return area.width;
    }
    let corpus = state.corpus();
    let behind = state.trail().behind();
    let back = if behind > 0 { format!("{}{behind} ", theme.glyphs.behind) } else { String::new() };
    let document = state.reader().position(corpus).map(|at| visible(&document_name(corpus, at)).into_owned());
    let step = format!(" {} ", theme.glyphs.step);
    let names = document.into_iter().chain([state.walked().label.clone()]).filter(|name| !name.is_empty());
    let names = names.map(|name| crate::text::clip(&name, 28).into_owned()).collect::<Vec<_>>().join(&step);
    // Where there is room, the places that one came through: the nearest of them first to be named.
    let mut words = names;
    for crumb in crumbs(corpus, state.trail()).iter().rev().filter(|crumb| **crumb != state.walked().label) {
        let crumb = crate::text::clip(&visible(crumb), CRUMB).into_owned();
        let longer = format!("{crumb} {} {words}", theme.glyphs.behind);
        if width(&longer) + width(&back) > usize::from(area.width) * 2 / 5 {
            break;
        }
        words = longer;
    }
    canvas.right(area, &format!("{back}{words}"), theme.dim).saturating_sub(2)
}

/// How much is read, as a bar.
fn progress(theme: &Theme, read: u32, of: u32) -> String {
    const CELLS: u32 = 10;
    let full = (u64::from(read) * u64::from(CELLS) / u64::from(of.max(1))) as u32;
    let [.., across, _] = theme.glyphs.border;
    let cells = (0..CELLS).map(|cell| if cell < full { theme.glyphs.thumb_across } else { across });
    cells.collect()
}

/// What is wrong with the casebook, why, and what to do.
pub(super) fn banner(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State) {
    let Some(banner) = state.keeping().banner().filter(|_| !area.is_empty()) else { return };
    let what = Span::new(0, banner.what);
    for (line, words) in banner.lines(area.width.saturating_sub(BESIDE_BANNER)).into_iter().enumerate() {
        let column = canvas.text(row(area, line), 1, words.intersection(what).of(&banner.words), theme.conflict);
        let why = Span::new(words.start.max(what.end), words.end);
        canvas.text(row(area, line), column, why.of(&banner.words), theme.notice);
    }
}

/// What the lists keep, and how to take it out; while the filter line is open, what is typed and what it comes to.
pub(super) fn filter(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State) {
    if let Overlay::Filter(line) = state.overlay() {
        let column = canvas.text(area, 1, "filter ", theme.focus);
        let told = format!(" {} ", visible(&line.told));
        // What is typed keeps half of the line, and leaves to the other what it doesn't need; the cell is the cursor's.
        let typed = width(&line.field.text()) + 1;
        let room =
            usize::from(area.width.saturating_sub(column)).saturating_sub(typed).max(usize::from(area.width / 2));
        let told_at = canvas.right(area, &crate::text::clip(&told, room), theme.dim);
        return field(canvas, theme, Area { width: told_at, ..area }, column, line.field.parts());
    }
    if area.is_empty() {
        return;
    }
    let mut column = 1;
    if state.follows_several() {
        // Beside pins, what is followed keeps half of the line.
        let room = if state.pins().is_some() { area.width / 2 } else { area.width };
        column = followed(canvas, theme, Area { width: room, ..area }, state) + 2;
    }
    if let Some(pins) = state.pins() {
        pinned(canvas, theme, area, column, pins, state);
    }
}

/// What `n` walks where that is several things at once, and how to change it. Gives the column behind it.
fn followed(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State) -> u16 {
    let target = state.target();
    let column = canvas.text(area, 1, "n: ", theme.focus);
    let dot = theme.glyphs.dot;
    let counts = target.counts();
    let rest = [
        format!("  {dot} {counts} {dot} F edits, & and ! add and leave out, Esc takes the last out "),
        format!("  {dot} {counts} {dot} F edits, Esc takes the last out "),
        format!("  {dot} {counts} "),
        format!("  {dot} {} ", counted(target.passages.len(), "passage")),
        String::new(),
    ];
    // What is left out stands at the end and must be in sight: surnames, or fewer words behind, make room for it.
    let fitting = |label: &str, rest: &str| usize::from(column) + width(label) + width(rest) <= usize::from(area.width);
    for label in [&target.label, &target.short] {
        if let Some(rest) = rest.iter().find(|rest| fitting(label, rest)) {
            let column = canvas.text(area, column, label, theme.strong);
            return canvas.text(area, column, rest, theme.dim);
        }
    }
    labelled(canvas, theme, area, column, &target.short, &rest)
}

fn pinned(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, column: u16, pins: &Strand, state: &State) {
    let column = canvas.text(area, column, "pinned ", theme.focus);
    let found =
        format!("{} in {}", counted(pins.passages.len(), "passage"), sources(pins.documents.len(), pins.origins));
    let found = match pins.certain {
        _ if state.filter().is_certain => format!("{found}, all certain"),
        Some(certain) => {
            format!("{found}: {certain} certainly, {} possibly", pins.passages.len().saturating_sub(certain as usize))
        }
        None => found,
    };
    let dot = theme.glyphs.dot;
    let rest = [
        format!("  {dot} {found} {dot} F edits, Esc takes the last pin out "),
        format!("  {dot} {found} {dot} Esc takes the last pin out "),
        format!("  {dot} {found} "),
        String::new(),
    ];
    labelled(canvas, theme, area, column, &pins.label, &rest);
}

/// A name and what is said of it, in the longest form that fits. Gives the column behind it.
fn labelled(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, column: u16, label: &str, rest: &[String]) -> u16 {
    // The name keeps a third of the line; what does not fit behind it is said shorter.
    let name = width(label).min(usize::from(area.width / 3));
    let fits = |rest: &&String| usize::from(column) + name + width(rest) <= usize::from(area.width);
    let rest = rest.iter().find(fits).map_or("", String::as_str);
    let room = area.width.saturating_sub(column + width(rest) as u16);
    let column = canvas.clipped(area, column, room, label, theme.strong);
    canvas.text(area, column, rest, theme.dim)
}

/// The search line while it is typed, else a notice, else the keys that matter here; the way to help always stands last.
pub(super) fn footer(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, state: &State) {
    let (hints, last) = hints(state);
    let last_width = width(&last.keys) + 1 + width(last.words) + 1;
    let end = area.width.saturating_sub(last_width as u16 + 1);
    let column = canvas.text(area, end, &last.keys, theme.focus);
    canvas.text(area, column + 1, last.words, theme.dim);
    let area = Area { width: end, ..area };
    match (state.overlay(), state.notice()) {
        (Overlay::Search(line), _) => search(canvas, theme, area, line, state),
        (_, Some(notice)) => {
            canvas.clipped(area, 1, area.width.saturating_sub(2), &notice.words, theme.notice);
        }
        _ => {
            let mut column = 1;
            for hint in &hints {
                let length = width(&hint.keys) + 1 + width(hint.words) + 2;
                if usize::from(column) + length > usize::from(area.width) {
                    continue;
                }
                column = canvas.text(area, column, &hint.keys, theme.focus);
                column = canvas.text(area, column + 1, hint.words, theme.dim) + 2;
            }
        }
    }
}

fn search(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, line: &SearchLine, state: &State) {
    let found = match state.walked().targets.first() {
        Some(crate::model::Target::Phrase(_) | crate::model::Target::Search(_)) => {
            let walked = state.walked();
            let step = state.step().map_or(0, |step| step);
            format!(" {step}/{} in {} ", walked.hits.len(), counted(walked.documents.len(), "document"))
        }
        _ if line.field.is_empty() => " search the texts; Enter keeps it, Esc goes back ".to_owned(),
        _ => " type on ".to_owned(),
    };
    let found_at = canvas.right(area, &found, theme.dim);
    let column = canvas.text(area, 1, "/", theme.focus);
    let typed = Area { width: found_at, ..area };
    field(canvas, theme, typed, column, line.field.parts());
}

/// A line being typed, its end in sight.
pub(super) fn field(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, column: u16, parts: (&str, &str)) {
    let (before, after) = parts;
    let before = visible(before);
    let room = usize::from(area.width.saturating_sub(column + 1));
    // The beginning gives way, a letter at a time, until the cursor is in sight.
    let mut letters = before.chars();
    while width(letters.as_str()) > room {
        letters.next();
    }
    let column = canvas.text(area, column, letters.as_str(), theme.strong);
    let column = canvas.text(area, column, theme.glyphs.caret, theme.focus);
    canvas.text(area, column, &visible(after), theme.strong);
}
