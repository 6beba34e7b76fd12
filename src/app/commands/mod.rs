//! The one table of commands: it drives dispatch, footer, which-key, help, palette and the README's keys.
//!
//! It says what may be asked and by which keys, not what happens then.

mod chord;
mod command;
mod keymap;
mod manual;
mod table;

pub use chord::spelled;
pub use command::{
    Calendar, Choose, Command, Compare, Copy, Edit, Focus, Go, Item, List, Move, Open, Program, Read, Select, Stop,
    Table, Tray, Walk, Work,
};
pub use keymap::{Continuation, Keymap, Matched, Unbound, chord};
pub use manual::manual;
pub use table::{Context, Entry, Group, TABLE, hints};
