//! The screen: draws a state into its layout. One file a pane, same names as in `app`.
//!
//! It decides nothing and keeps nothing: what is shown comes from the state, where it stands from [`crate::app::layout`].

mod boxes;
mod canvas;
mod frame;
mod glyphs;
mod keyword;
mod lines;
mod panes;
mod text;
mod theme;

pub use glyphs::Glyphs;
pub use theme::Theme;

use ratatui::Frame;

use crate::app::{Overlay, Pane, Size, State, layout};

use canvas::{Canvas, row};

/// Draws one frame.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame<'_>) {
    let size = state.size();
    let mut canvas = Canvas::new(frame.buffer_mut(), theme.glyphs.letters);
    canvas.clear(size.area(), theme.screen);
    if !size.is_enough() {
        return too_small(&mut canvas, theme, size);
    }
    let areas = layout(size, state);
    lines::header(&mut canvas, theme, areas.header, state);
    lines::banner(&mut canvas, theme, areas.banner, state);
    lines::filter(&mut canvas, theme, areas.filter, state);
    lines::footer(&mut canvas, theme, areas.footer, state);
    for pane in Pane::ALL {
        let area = areas.pane(pane);
        if !area.is_empty() {
            panes::draw(&mut canvas, theme, area, pane, state);
        }
    }
    if let Some(compare) = state.compare() {
        panes::compare(&mut canvas, theme, &areas, compare, state);
    }
    if let Some(table) = state.table().filter(|_| !areas.matrix.is_empty()) {
        panes::matrix(&mut canvas, theme, areas.matrix, table, state);
    }
    if !areas.popup.is_empty() {
        // What lies behind a box steps back.
        canvas.patch(size.area(), theme.veil);
    }
    match state.overlay() {
        Overlay::None | Overlay::Search(_) | Overlay::Filter(_) => {}
        Overlay::Finder(finder) => boxes::finder(&mut canvas, theme, areas.popup, finder, state),
        Overlay::Guide(guide) => boxes::guide(&mut canvas, theme, areas.popup, guide),
        Overlay::Leaving(leaving) => boxes::leaving(&mut canvas, theme, areas.popup, leaving, state),
        Overlay::Prompt(prompt) => boxes::prompt(&mut canvas, theme, areas.popup, prompt),
        Overlay::Picker(picker) => boxes::picker(&mut canvas, theme, areas.popup, picker),
        Overlay::Tray => boxes::tray(&mut canvas, theme, areas.popup, state),
        Overlay::Text(text) => boxes::explanation(&mut canvas, theme, areas.popup, text),
    }
    boxes::which_key(&mut canvas, theme, state);
}

/// One line in the middle; what the reader was at is kept.
fn too_small(canvas: &mut Canvas<'_>, theme: &Theme, size: Size) {
    let Size { width, height } = Size::LEAST;
    let words = format!("needs {width}x{height}, have {}x{}", size.width, size.height);
    let short = format!("needs {width}x{height}");
    let words = if words.len() > usize::from(size.width) { short } else { words };
    let line = row(size.area(), usize::from(size.height / 2));
    let start = size.width.saturating_sub(words.len() as u16) / 2;
    canvas.text(line, start, &words, theme.text);
}
