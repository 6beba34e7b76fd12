//! The session: what a reader sees and asks. State, messages in, effects out, and the layout in plain cell rectangles.
//!
//! Pure: it names no drawing library, reads no clock and touches no disk. It uses the corpus's frozen answer and what it wants
//! of the world it says in an [`Effect`].

mod key;

mod geometry;

mod record;

mod keeping;

mod message;

mod pane;

mod commands;

mod scroll;

mod field;

mod dates;

mod strand;

mod together;

mod differs;

mod page;

mod reading;

mod panes;

mod trail;

mod tray;

mod search;

mod filter;

mod selection;

mod prompt;

mod picker;

mod finder;

mod guide;

mod leaving;

mod why;

mod compare;

mod matrix;

mod state;

mod footer;

mod frozen;

mod crumbs;

mod highlight;

mod splits;

mod layout;

mod update;
mod visit;

pub use commands::{Context, Continuation, Entry, Keymap, TABLE, Unbound, chord, manual, spelled};
pub use compare::{Beside, Column, Compare, Scrolling, Shared, Silence, letter};
pub use crumbs::{crumbs, place_name};
pub use dates::{
    Grain, Sign, days_words, grain, is_approximate, is_uncertain, publication_in_short, value_words, when_words,
};
pub use differs::differing_words;
pub use field::Field;
pub use filter::{Filter, FilterLine, Parsed, Sense, Term};
pub use finder::{Candidate, Candidates, Choice, Finder, Glimpse, Purpose as FinderPurpose, What};
pub use footer::{Hint, hints};
pub use geometry::{Area, Size};
pub use guide::{Guide, GuideRow};
pub use highlight::{Class, Highlight, highlights};
pub use keeping::{Banner, Fault, Keeping, Safety};
pub use key::{Key, KeyCode, Mouse, MouseAction};
pub use layout::{
    BAR_LABEL, BESIDE_BANNER, GUTTER, Layout, TimelineParts, WHOLE, bar_area, finder_rows, guide_rows, layout,
    picker_rows, text_area, timeline_parts, tray_rows,
};
pub use leaving::{Answer, Departure, Leaving, Scope, Stage};
pub use matrix::{
    BEFORE_DOCUMENTS, Direction as MatrixDirection, Heading, MatrixColumns, Table, label as matrix_label,
    matrix_columns,
};
pub use message::{Effect, Listen, Message};
pub use page::{Fold, Line, Page, Row};
pub use pane::Pane;
pub use panes::{
    Bar, Bin, Clock, Documents, Entities, EntityRow, Group, Grouping, Order, PassageRow, Passages, Sorting, Timeline,
    TimelineRow, Zoom,
};
pub use picker::{Choosable, Leads, Picker, Purpose, Shown};
pub use prompt::{Ask, Prompt};
pub use reading::{Caret, Reading};
pub use record::{Deed, Record};
pub use scroll::Scroll;
pub use search::SearchLine;
pub use selection::Selection;
pub use state::{Counts, Digits, Loading, Mark, Notice, Overlay, Settings, State};
pub use strand::{Held, Shares, Strand, counted, document_name, label};
pub use trail::Trail;
pub use tray::{Piece, Tray};
pub use update::update;
pub use visit::Visit;
pub use why::{Explanation, Tone, chain, plainest, source_words, sources};
