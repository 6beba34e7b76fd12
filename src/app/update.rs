//! What a message does to the state.

use std::time::Duration;

use super::key::{Key, KeyCode};
use super::message::{Effect, Message};
use super::state::State;

/// Lets `message` happen at `now`, the time since the start, and says what the world must do.
pub fn update(state: &mut State, message: Message, _now: Duration) -> Vec<Effect> {
    match message {
        Message::Key(key) if key.normal() == Key::plain(KeyCode::Char('q')) => vec![Effect::Quit],
        Message::Resized(size) => {
            state.size = size;
            Vec::new()
        }
        Message::Snapshot(corpus) => {
            state.corpus = corpus;
            Vec::new()
        }
        _ => Vec::new(),
    }
}
