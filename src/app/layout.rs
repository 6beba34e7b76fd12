//! Where everything stands: one pure function from the size and the state to areas.
//!
//! Up to 99 columns one side column; from 100 a wider one; from 160 three columns, Timeline and Passages both in sight.
//! Below that the two share a place, and whichever was used last has it.

use super::compare::{Compare, MOST_COLUMNS, Scrolling};
use super::geometry::{Area, Size};
use super::pane::Pane;
use super::picker::{Picker, Purpose};
use super::splits::{Border, Grip, Least};
use super::state::{Overlay, State};

/// From this width on two documents are compared side by side.
const SIDE_BY_SIDE: u16 = 100;
/// Cells that each of several columns has at least.
const NARROWEST_COLUMN: u16 = 40;
/// Cells that columns beside each other keep when the border between them is dragged.
const LEAST_COLUMNS: Least = Least(22, 22);
/// From this width on there are three columns.
const THREE_COLUMNS: u16 = 160;

/// The areas of a frame. Panes, columns and lines never overlap and never leave the frame; the box lies over them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The line at the top.
    pub header: Area,
    /// The line that says what could not be saved, empty where nothing is amiss.
    pub banner: Area,
    /// The line of the filter, empty without one.
    pub filter: Area,
    /// The line at the bottom.
    pub footer: Area,
    /// Each pane's area with its border, by its number less one; empty where it is not in sight.
    panes: [Area; 5],
    /// The columns of the comparison with their borders; empty where it is closed or has fewer.
    pub columns: [Area; MOST_COLUMNS],
    /// What stands beside each other in the comparison: below the columns, with a border where it has more than one row.
    pub strip: Area,
    /// The matrix with its border; empty where it is closed.
    pub matrix: Area,
    /// The finder, the guide or the text with its border; empty where none is open.
    pub popup: Area,
}

impl Layout {
    /// The area of a pane with its border.
    pub const fn pane(&self, pane: Pane) -> Area {
        let [documents, reader, entities, timeline, passages] = self.panes;
        match pane {
            Pane::Documents => documents,
            Pane::Reader => reader,
            Pane::Entities => entities,
            Pane::Timeline => timeline,
            Pane::Passages => passages,
        }
    }

    /// The pane at a cell.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        Pane::ALL.into_iter().find(|pane| self.pane(*pane).holds(column, row))
    }

    /// The rows of a pane's list: inside its border, of Timeline without the bar and the line of the chain.
    pub fn list(&self, pane: Pane) -> Area {
        let area = self.pane(pane);
        if pane == Pane::Timeline { timeline_parts(area).list } else { area.inside() }
    }

    /// The border between panes at a cell, where one can be dragged. The reader's own edge on the right is its density bar.
    pub(super) fn border_at(&self, column: u16, row: u16) -> Option<Grip> {
        let [documents, reader, entities, timeline, passages] = self.panes;
        let grip = |border, ahead| Some(Grip { border, ahead });
        let holds = |area: Area| area.holds(column, row);
        if documents.is_empty() || reader.is_empty() {
            return None;
        }
        let is_three = !timeline.is_empty() && timeline.x >= reader.right();
        let [upper, lower] = if is_three { [timeline, passages] } else { [reader, self.below(reader)] };
        match () {
            () if column + 1 == documents.right() && (holds(documents) || holds(entities)) => grip(Border::Left, 1),
            () if column == documents.right() => grip(Border::Left, 0),
            () if is_three && column == timeline.x => grip(Border::Right, 0),
            () if row + 1 == documents.bottom() && holds(documents) => grip(Border::Documents, 1),
            () if row == entities.y && holds(entities) => grip(Border::Documents, 0),
            () if row + 1 == upper.bottom() && holds(upper) => grip(Border::Lower, 1),
            () if row == lower.y && holds(lower) => grip(Border::Lower, 0),
            () => None,
        }
    }

    /// The first cell of what a border parts, and how many cells its sides share.
    pub(super) fn shared(&self, border: Border) -> (u16, u16) {
        let [documents, reader, entities, timeline, passages] = self.panes;
        let right = timeline.right().max(passages.right()).max(reader.right());
        match border {
            Border::Left => (documents.x, right - documents.x),
            Border::Right => (reader.x, right - reader.x),
            Border::Documents => (documents.y, entities.bottom() - documents.y),
            Border::Lower if !timeline.is_empty() && timeline.x >= reader.right() => {
                (timeline.y, passages.bottom() - timeline.y)
            }
            Border::Lower => (reader.y, self.below(reader).bottom() - reader.y),
        }
    }

    /// The pane below another.
    fn below(&self, upper: Area) -> Area {
        let is_below = |area: &&Area| area.x == upper.x && area.y == upper.bottom() && !area.is_empty();
        self.panes.iter().find(is_below).copied().unwrap_or_default()
    }

    fn put(&mut self, pane: Pane, area: Area) {
        if let Some(place) = self.panes.get_mut(pane as usize) {
            *place = area;
        }
    }
}

/// Cells left of a text: the bar of the current passage and the paragraph's number.
pub const GUTTER: u16 = 6;
/// Where the lines of a text, of at most `measure` cells, stand inside the border of `pane`; the gutter lies left of it. Wide panes
/// have it in the middle.
pub const fn text_area(pane: Area, measure: u16) -> Area {
    let inside = pane.inside();
    let room = inside.width.saturating_sub(GUTTER + 1);
    let width = if room > measure { measure } else { room };
    Area::new(inside.x + GUTTER + (room - width) / 2, inside.y, width, inside.height)
}

/// The parts of the timeline, inside its border.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimelineParts {
    /// The bar and, below it, its axis; the axis gives way first.
    pub bar: Area,
    /// The list.
    pub list: Area,
    /// How the row under the cursor got its date.
    pub chain: Area,
}

/// The parts of the timeline in `pane`: a low one keeps its rows for the list.
pub fn timeline_parts(pane: Area) -> TimelineParts {
    let inside = pane.inside();
    let (bar, chain) = match inside.height {
        0..5 => (0, 0),
        5..11 => (1, 0),
        11..14 => (1, 1),
        _ => (2, 1),
    };
    let (bar, rest) = inside.split_rows(bar);
    let (list, chain) = rest.split_rows(rest.height - chain);
    TimelineParts { bar, list, chain }
}

/// Cells of the label at each end of the timeline's bar.
pub const BAR_LABEL: u16 = 10;

/// Where the cells of the timeline's bar stand in `pane`, between the labels of its ends.
pub fn bar_area(pane: Area) -> Area {
    let bar = timeline_parts(pane).bar;
    let beside = BAR_LABEL + 2;
    Area { x: bar.x + beside, width: bar.width.saturating_sub(2 * beside), ..bar }
}

/// Rows of the finder's preview, its rule included.
pub const PREVIEW: u16 = 7;

/// Rows of the finder's choices in the inside of its box: below the line of typing and its rule, above the preview.
pub fn finder_rows(inside: Area) -> usize {
    let preview = if inside.height >= 18 { PREVIEW } else { 0 };
    usize::from(inside.height.saturating_sub(2 + preview))
}

/// Rows of the guide's list in the inside of its box: below the line of typing and its rule.
pub fn guide_rows(inside: Area) -> usize {
    usize::from(inside.height.saturating_sub(2))
}

/// Rows below a list of casework that show what is under the cursor whole: a rule, then its words.
pub const WHOLE: u16 = 5;

/// Rows of a list to choose from in the inside of its box: below the line of typing and its rule.
pub fn picker_rows(inside: Area, picker: &Picker) -> usize {
    let is_read = matches!(picker.purpose, Purpose::Casework(_)) && inside.height >= 12;
    usize::from(inside.height.saturating_sub(2 + if is_read { WHOLE } else { 0 }))
}

/// Cells beside the words of a banner.
pub const BESIDE_BANNER: u16 = 2;

/// Rows of the evidence tray's list in the inside of its box: above the piece under the cursor in full.
pub fn tray_rows(inside: Area) -> usize {
    usize::from(inside.height.saturating_sub(tray_preview(inside)))
}

/// Rows in which the tray shows a piece in full, its rule included.
const fn tray_preview(inside: Area) -> u16 {
    match inside.height {
        0..12 => 4,
        12..20 => 7,
        _ => 10,
    }
}

/// The areas of a frame of `size`; all empty where it is too small.
pub fn layout(size: Size, state: &State) -> Layout {
    let mut layout = Layout::default();
    if !size.is_enough() {
        return layout;
    }
    let (header, rest) = size.area().split_rows(1);
    let (body, footer) = rest.split_rows(rest.height - 1);
    let lines =
        state.keeping().banner().map_or(0, |banner| banner.lines(body.width.saturating_sub(BESIDE_BANNER)).len());
    let (banner, body) = body.split_rows(lines as u16);
    let (filter, body) = body.split_rows(u16::from(has_filter(state)));
    (layout.header, layout.banner, layout.filter, layout.footer) = (header, banner, filter, footer);
    if let Some(compare) = state.compare() {
        let strip = strip_height(body.height, compare);
        let (columns, strip) = body.split_rows(body.height - strip);
        layout.strip = strip;
        layout.columns = beside(columns, compare.columns.len());
    } else if state.table().is_some() {
        layout.matrix = body;
    } else if state.is_zoomed() {
        layout.put(state.focus(), body);
    } else if size.width >= THREE_COLUMNS {
        three_columns(&mut layout, body, state);
    } else {
        two_columns(&mut layout, body, state);
    }
    layout.popup = popup(body, state.overlay());
    layout
}

/// Rows of the strip below the columns of the comparison.
fn strip_height(height: u16, compare: &Compare) -> u16 {
    let rows = u16::try_from(compare.alignment.rows.len()).unwrap_or(u16::MAX);
    match height {
        _ if compare.scrolling != Scrolling::Aligned => 0,
        0..28 => 1,
        28..40 => rows.clamp(1, 5) + 2,
        _ => rows.clamp(1, 9) + 2,
    }
}

/// Columns beside each other where they are wide enough, else two by two or below each other.
fn beside(area: Area, columns: usize) -> [Area; MOST_COLUMNS] {
    let least = if columns <= 2 { SIDE_BY_SIDE / 2 } else { NARROWEST_COLUMN };
    let count = columns as u16;
    let mut found = [Area::default(); MOST_COLUMNS];
    if area.width / count.max(1) >= least {
        let mut rest = area;
        for (at, place) in (0..count).zip(&mut found) {
            let (column, others) = rest.split_columns(rest.width / (count - at));
            (*place, rest) = (column, others);
        }
    } else if columns == MOST_COLUMNS && area.width / 2 >= NARROWEST_COLUMN {
        let (upper, lower) = area.split_rows(area.height / 2);
        let halves = [upper, lower].map(|half| half.split_columns(half.width / 2));
        let [(a, b), (c, d)] = halves;
        found = [a, b, c, d];
    } else {
        let mut rest = area;
        for (at, place) in (0..count).zip(&mut found) {
            let (row, others) = rest.split_rows(rest.height / (count - at));
            (*place, rest) = (row, others);
        }
    }
    found
}

/// Whether the line of the filter is in sight: it has terms, several things are followed at once, or it is being typed.
const fn has_filter(state: &State) -> bool {
    state.pins().is_some() || state.follows_several() || matches!(state.overlay(), Overlay::Filter(_))
}

fn two_columns(layout: &mut Layout, body: Area, state: &State) {
    let splits = state.splits;
    let (left, right) =
        body.split_columns(splits.first(Border::Left, body.width, side_width(body.width), LEAST_COLUMNS));
    side(layout, left, state);
    // The pane that is being chosen from gets room; the reader keeps the greater part otherwise.
    let is_chosen_from = matches!(state.focus(), Pane::Timeline | Pane::Passages);
    let lower = if is_chosen_from { right.height / 2 } else { right.height * 2 / 5 };
    let upper = right.height.saturating_sub(lower.max(5));
    let (reader, lower) = right.split_rows(splits.first(Border::Lower, right.height, upper, Least(5, 5)));
    layout.put(Pane::Reader, reader);
    layout.put(state.lower(), lower);
}

const fn side_width(width: u16) -> u16 {
    match width {
        0..70 => 22,
        70..100 => width * 7 / 20,
        100..120 => 34,
        _ => 38,
    }
}

fn three_columns(layout: &mut Layout, body: Area, state: &State) {
    let splits = state.splits;
    let left = splits.first(Border::Left, body.width, (body.width / 5).clamp(36, 48), Least(22, 44));
    let (left, rest) = body.split_columns(left);
    let right = (rest.width * 2 / 5).min(88);
    let (reader, right) =
        rest.split_columns(splits.first(Border::Right, rest.width, rest.width - right, LEAST_COLUMNS));
    side(layout, left, state);
    layout.put(Pane::Reader, reader);
    let (timeline, passages) =
        right.split_rows(splits.first(Border::Lower, right.height, right.height / 2, Least(4, 4)));
    layout.put(Pane::Timeline, timeline);
    layout.put(Pane::Passages, passages);
}

/// Documents above Entities: as high as its documents need, up to a third.
fn side(layout: &mut Layout, area: Area, state: &State) {
    let wanted = u16::try_from(state.documents().rows.len()).unwrap_or(u16::MAX).saturating_add(2);
    let usual = wanted.clamp(4, (area.height / 3).max(4));
    let (documents, entities) = area.split_rows(state.splits.first(Border::Documents, area.height, usual, Least(4, 4)));
    layout.put(Pane::Documents, documents);
    layout.put(Pane::Entities, entities);
}

fn popup(body: Area, overlay: &Overlay) -> Area {
    let (width, height) = match overlay {
        Overlay::None | Overlay::Search(_) | Overlay::Filter(_) => return Area::default(),
        Overlay::Finder(_) => (90, 28),
        Overlay::Guide(_) | Overlay::Picker(_) | Overlay::Tray => (100, 44),
        Overlay::Prompt(_) => (84, 7),
        Overlay::Leaving(_) => (84, 12),
        Overlay::Text(text) => (92, u16::try_from(text.rows.len()).unwrap_or(u16::MAX).saturating_add(2).max(6)),
    };
    body.middle(width.min(body.width.saturating_sub(2)), height.min(body.height))
}

#[cfg(test)]
mod tests {
    use super::{Layout, layout};
    use crate::app::compare::{Column, Compare, MOST_COLUMNS};
    use crate::app::geometry::{Area, Size};
    use crate::app::matrix::Table;
    use crate::app::pane::Pane;
    use crate::app::splits::{Border, Splits};
    use crate::app::state::{Settings, State};
    use crate::corpus::Rows;

    fn areas(layout: &Layout) -> Vec<Area> {
        let lines = [layout.header, layout.banner, layout.filter, layout.footer, layout.strip, layout.matrix];
        let all = lines.into_iter().chain(layout.panes).chain(layout.columns);
        all.filter(|area| !area.is_empty()).collect()
    }

    /// Cells covered twice would make the sum too great or a cell be left out: sum and bounds prove the cover.
    fn check(size: Size, state: &State) {
        let layout = layout(size, state);
        if !size.is_enough() {
            assert_eq!(layout, Layout::default());
            return;
        }
        let areas = areas(&layout);
        let covered: u32 = areas.iter().map(|area| u32::from(area.width) * u32::from(area.height)).sum();
        assert_eq!(covered, u32::from(size.width) * u32::from(size.height), "{size:?}");
        for (at, area) in areas.iter().enumerate() {
            assert!(area.right() <= size.width && area.bottom() <= size.height, "{size:?} {area:?}");
            let apart = |other: &Area| {
                area.right() <= other.x
                    || other.right() <= area.x
                    || area.bottom() <= other.y
                    || other.bottom() <= area.y
            };
            assert!(areas.iter().skip(at + 1).all(apart), "{size:?} {layout:?}");
        }
        let inside = [Pane::Documents, Pane::Reader, Pane::Entities].map(|pane| layout.pane(pane).inside());
        let is_plain = state.compare().is_none() && state.table().is_none() && !state.is_zoomed();
        assert!(!is_plain || inside.iter().all(|area| area.width >= 20 && area.height >= 2), "{size:?} {inside:?}");
    }

    #[test]
    fn every_size_is_covered_once() {
        let mut state = State::new(Size::LEAST, Settings::default());
        let sizes = || (1..=300).flat_map(|width| (1..=300).map(move |height| Size::new(width, height)));
        for size in sizes() {
            check(size, &state);
        }
        state.is_zoomed = true;
        sizes().step_by(7).for_each(|size| check(size, &state));
        state.is_zoomed = false;
        for (border, share) in [Border::Left, Border::Right, Border::Documents, Border::Lower]
            .into_iter()
            .flat_map(|border| [0, 30, 100].map(|share| (border, share)))
        {
            state.splits.put(border, share, 100);
            sizes().step_by(13).for_each(|size| check(size, &state));
        }
        state.splits = Splits::default();
        (state.focus, state.lower) = (Pane::Passages, Pane::Passages);
        sizes().step_by(7).for_each(|size| check(size, &state));
        for columns in 2..=MOST_COLUMNS {
            let columns = vec![Column::default(); columns];
            state.compare = Some(Compare { columns, ..Compare::default() });
            sizes().step_by(7).for_each(|size| check(size, &state));
        }
        state.compare = None;
        state.table = Some(Table::new(state.corpus(), Rows::Events, None, None));
        sizes().step_by(7).for_each(|size| check(size, &state));
    }
}
