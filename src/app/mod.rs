//! The session: what a reader sees and asks. State, messages in, effects out, and the layout in plain cell rectangles.
//!
//! Pure: it names no drawing library, reads no clock and touches no disk. It uses the corpus's frozen answer and what it wants
//! of the world it says in an [`Effect`].

mod geometry;
mod key;
mod layout;
mod message;
mod state;
mod update;

pub use geometry::{Area, Size};
pub use key::{Key, KeyCode, Mouse, MouseAction};
pub use layout::{Layout, layout};
pub use message::{Effect, Listen, Message};
pub use state::{Settings, State};
pub use update::update;
