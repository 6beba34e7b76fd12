//! Borders and titles. A title is measured: what does not fit is dropped whole, never overdrawn.

use ratatui::style::Style;

use crate::app::{Area, Pane, State};
use crate::text::width;

use super::canvas::{Canvas, row};
use super::theme::Theme;

/// Words in one style.
pub(super) type Words = (String, Style);

/// A title: what stands on the left, and what stands on the right in the longest form that fits.
pub(super) struct Title {
    /// Never dropped, cut where it must be.
    pub(super) left: Vec<Words>,
    /// The same said at length and ever shorter.
    pub(super) right: Vec<Vec<Words>>,
    /// Whether the left is cut rather than the right dropped.
    pub(super) priority: Priority,
}

/// Which side of a title gives way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Priority {
    /// The right is shortened, and dropped before the left is cut.
    Left,
    /// The left is cut, as little as may be, before the right is dropped.
    Right,
}

/// Cells that a left side is cut to, at first and at last.
const CUT_TO: [u16; 2] = [24, 12];

/// How a border looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// It has the focus.
    Focused,
    /// It has not.
    Idle,
}

impl Weight {
    pub(super) const fn of(is_focused: bool) -> Self {
        if is_focused { Self::Focused } else { Self::Idle }
    }
}

/// Draws the border of `area` with its title in the upper edge.
pub(super) fn frame(canvas: &mut Canvas<'_>, theme: &Theme, area: Area, weight: Weight, title: &Title) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let style = border(theme, weight);
    let [upper_left, upper_right, lower_right, lower_left, across, down] = theme.glyphs.border;
    let edge = |left: &str, right: &str| {
        let line = across.repeat(usize::from(area.width - 2));
        format!("{left}{line}{right}")
    };
    canvas.text(row(area, 0), 0, &edge(upper_left, upper_right), style);
    for below in 1..usize::from(area.height - 1) {
        canvas.text(row(area, below), 0, down, style);
        canvas.right(row(area, below), down, style);
    }
    canvas.text(row(area, usize::from(area.height - 1)), 0, &edge(lower_left, lower_right), style);
    draw_title(canvas, area, title);
}

/// The style of a border.
pub(super) const fn border(theme: &Theme, weight: Weight) -> Style {
    match weight {
        Weight::Focused => theme.focus,
        Weight::Idle => theme.line,
    }
}

fn draw_title(canvas: &mut Canvas<'_>, area: Area, title: &Title) {
    // A corner and a piece of line stay at each end.
    let edge = Area::new(area.x + 2, area.y, area.width.saturating_sub(4), 1);
    let left = length(&title.left) + 2;
    let fits = |left: u16| move |words: &&Vec<Words>| length(words) > 0 && left + length(words) + 4 <= edge.width;
    let whole = title.right.iter().find(fits(left));
    let cut = || CUT_TO.into_iter().find_map(|least| title.right.iter().find(fits(left.min(least + 2))));
    let right = if title.priority == Priority::Left { whole } else { whole.or_else(cut) };
    let room = edge.width.saturating_sub(right.map_or(0, |words| length(words) + 3));
    put(canvas, Area { width: room, ..edge }, &title.left);
    if let Some(words) = right {
        let start = edge.width - length(words) - 2;
        put(canvas, Area { x: edge.x + start, width: length(words) + 2, ..edge }, words);
    }
}

/// Writes words with a blank before and behind.
fn put(canvas: &mut Canvas<'_>, area: Area, words: &[Words]) {
    let Some((_, style)) = words.first() else { return };
    let mut column = canvas.text(area, 0, " ", *style);
    for (shown, style) in words {
        let room = area.width.saturating_sub(column + 1);
        column = canvas.clipped(area, column, room, shown, *style);
        // One sign is enough to say that something was cut off.
        if width(shown) > usize::from(room) {
            break;
        }
    }
    canvas.text(area, column, " ", *style);
}

fn length(words: &[Words]) -> u16 {
    words.iter().map(|(shown, _)| width(shown) as u16).sum()
}

/// Number and name of a pane, for its title, and whether it stays as it stands.
pub(super) fn name(theme: &Theme, state: &State, pane: Pane, weight: Weight) -> Vec<Words> {
    let (number, name) = match weight {
        Weight::Focused => (theme.focus, theme.focus),
        Weight::Idle => (theme.dim, theme.text),
    };
    let frozen = state.is_frozen(pane).then(|| (" frozen".to_owned(), theme.notice));
    let plain = [(format!("{} ", pane.number()), number), (pane.name().to_owned(), name)];
    plain.into_iter().chain(frozen).collect()
}
