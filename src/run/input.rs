//! Keys, mouse and pastes from the terminal, as the session knows them.
//!
//! Sizes are not read here: crossterm starts a program to learn them when the system call fails.

use std::io;
use std::thread;

use crossterm::event::{self, Event, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use signal_hook::consts::SIGHUP;

use crate::app::{Key, KeyCode, Message, Mouse, MouseAction};

use super::guard;

/// Reads for the rest of the program; `receive` is called on a thread of its own.
pub fn watch(mut receive: impl FnMut(Message) + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        super::fault::mark_essential();
        // An error means that the terminal is gone.
        while let Ok(event) = event::read() {
            if let Some(message) = message(event) {
                receive(message);
            }
        }
        guard::end(128 + SIGHUP);
    })?;
    Ok(())
}

fn message(event: Event) -> Option<Message> {
    match event {
        // Only terminals of the kitty protocol tell of releases.
        Event::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Message::Key),
        Event::Mouse(event) => mouse(event).map(Message::Mouse),
        Event::Paste(text) => Some(Message::Paste(text)),
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    use crossterm::event::KeyCode as Pressed;
    let held = |modifier| event.modifiers.contains(modifier);
    let code = match event.code {
        Pressed::Char(character) => KeyCode::Char(character),
        Pressed::Enter => KeyCode::Enter,
        Pressed::Esc => KeyCode::Esc,
        Pressed::Tab | Pressed::BackTab => KeyCode::Tab,
        Pressed::Backspace => KeyCode::Backspace,
        Pressed::Delete => KeyCode::Delete,
        Pressed::Left => KeyCode::Left,
        Pressed::Right => KeyCode::Right,
        Pressed::Up => KeyCode::Up,
        Pressed::Down => KeyCode::Down,
        Pressed::Home => KeyCode::Home,
        Pressed::End => KeyCode::End,
        Pressed::PageUp => KeyCode::PageUp,
        Pressed::PageDown => KeyCode::PageDown,
        Pressed::F(number) => KeyCode::F(number),
        _ => return None,
    };
    let shift = held(KeyModifiers::SHIFT) || event.code == Pressed::BackTab;
    Some(Key { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT), shift }.normal())
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let action = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAction::Click,
        MouseEventKind::ScrollUp => MouseAction::WheelUp,
        MouseEventKind::ScrollDown => MouseAction::WheelDown,
        _ => return None,
    };
    // Column 0 of a careless terminal arrives as 65535 (crossterm 0.29, issue 1049).
    let (width, height) = guard::size();
    Some(Mouse { action, column: event.column.min(width - 1), row: event.row.min(height - 1) })
}

#[cfg(test)]
mod tests {
    use super::{key, message, mouse};
    use crate::app::{Key, KeyCode, MouseAction};
    use crossterm::event::{
        Event, KeyCode as Pressed, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
    };

    #[test]
    fn keys_come_in_their_one_form() {
        for (code, modifiers, expected) in [
            (Pressed::Char('G'), KeyModifiers::SHIFT, Key::char('G')),
            (Pressed::Char('D'), KeyModifiers::CONTROL, Key::ctrl('d')),
            (Pressed::BackTab, KeyModifiers::NONE, Key { shift: true, ..Key::plain(KeyCode::Tab) }),
            (Pressed::Left, KeyModifiers::ALT, Key { alt: true, ..Key::plain(KeyCode::Left) }),
            (Pressed::F(1), KeyModifiers::NONE, Key::plain(KeyCode::F(1))),
        ] {
            assert_eq!(key(KeyEvent::new(code, modifiers)), Some(expected), "{code:?}");
        }
    }

    #[test]
    fn a_release_is_no_key() {
        let released = KeyEvent::new_with_kind(Pressed::Char('q'), KeyModifiers::NONE, KeyEventKind::Release);
        assert!(message(Event::Key(released)).is_none());
    }

    #[test]
    fn the_mouse_stays_on_the_screen() {
        let kind = MouseEventKind::Down(MouseButton::Left);
        let event = MouseEvent { kind, column: u16::MAX, row: u16::MAX, modifiers: KeyModifiers::NONE };
        let clicked = mouse(event).unwrap();
        assert_eq!(clicked.action, MouseAction::Click);
        assert!(clicked.column < u16::MAX && clicked.row < u16::MAX);
    }
}
