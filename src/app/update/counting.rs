//! Counts before a command, where the reader has digits count: `5j`, `3n`, `42G`.

use crate::app::commands::{Calendar, Command, Compare, Go, Move};
use crate::app::key::{Key, KeyCode};
use crate::app::message::Effect;
use crate::app::state::{Digits, Overlay, State};

use super::opening::go_to_number;

/// More often nothing is run: who holds a digit down wants to get back.
const MOST: usize = 10_000;

/// Whether `key` is a digit that counts; then it is counted.
pub(super) fn counts(state: &mut State, key: Key) -> bool {
    let is_ready = state.settings.digits == Digits::Counts
        && state.pending.keys.is_empty()
        && matches!(state.overlay, Overlay::None | Overlay::Text(_));
    let KeyCode::Char(character) = key.code else { return false };
    let Some(digit) = character.to_digit(10).filter(|_| is_ready && key == Key::char(character)) else { return false };
    if digit == 0 && state.pending.count == 0 {
        return false;
    }
    state.pending.count = (state.pending.count * 10 + digit as usize).min(MOST);
    let count = state.pending.count;
    super::say(state, &format!("{count} times what follows; gg or G: to row {count}"));
    true
}

/// Runs a command as often as was counted, where that means something.
pub(super) fn run(state: &mut State, command: Command, count: usize) -> Vec<Effect> {
    if count > 0 && matches!(command, Command::Move(Move::First | Move::Last)) && state.compare.is_none() {
        go_to_number(state, count);
        return Vec::new();
    }
    let times = if can_repeat(command) { count.max(1) } else { 1 };
    (0..times).flat_map(|_| super::run(state, command)).collect()
}

/// Whether it steps.
const fn can_repeat(command: Command) -> bool {
    match command {
        Command::Move(_) | Command::Walk(_) | Command::Read(_) | Command::Go(Go::Back | Go::Forward) => true,
        Command::Calendar(calendar) => matches!(calendar, Calendar::NextDay | Calendar::PreviousDay),
        Command::Compare(compare) => matches!(compare, Compare::NextPassage | Compare::PreviousPassage),
        _ => false,
    }
}
