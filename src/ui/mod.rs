//! The screen: draws a state into its layout. One file a pane, same names as in `app`.
//!
//! It decides nothing and keeps nothing: what is shown comes from the state, where it stands from [`crate::app::layout`].

mod canvas;
mod theme;

pub use theme::{Glyphs, Theme};

use ratatui::Frame;

use crate::app::{State, layout};
use crate::text::visible;

use canvas::Canvas;

/// Draws one frame.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame<'_>) {
    let areas = layout(state.size(), state);
    let mut canvas = Canvas::new(frame.buffer_mut());
    canvas.text(areas.header, 1, &visible(&state.settings().collection), theme.strong);
}
