//! Keys, mouse and pastes from the terminal, as the session knows them.
//!
//! Sizes are not read here: crossterm starts a program to learn them when the system call fails.

use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use crate::app::{Key, KeyCode, Message, Mouse, MouseAction};

use super::guard;

/// How long crossterm (0.29) is given to look for more. With no time at all it does not look; below a millisecond it turns in a loop
/// without sleeping, so that a whole one would cost more than drawing.
const AT_ONCE: Duration = Duration::from_micros(50);

/// When to look again after keys have come. On a busy machine the time may run out before crossterm has looked, and then keys
/// that it has read ahead lie with it while the terminal has nothing to tell.
const AGAIN: [Duration; 3] = [Duration::from_millis(5), Duration::from_millis(50), Duration::from_millis(500)];

/// Reads for the rest of the program; `receive` is called on a thread of its own.
pub fn watch(mut receive: impl FnMut(Message) + Send + 'static) -> io::Result<()> {
    let keys = terminal()?;
    let (wake, waker) = io::pipe()?;
    GATE.lock().unwrap_or_else(PoisonError::into_inner).waker = Some(waker);
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        super::fault::mark_essential();
        let mut again = [].iter();
        // An error means that the terminal is gone.
        while wait_for_keys(&keys, &wake, again.next().copied()).is_ok() {
            // Everything that has come is read: crossterm keeps what it has read ahead.
            while event::poll(AT_ONCE).unwrap_or_else(|_| guard::end(128 + SIGHUP)) {
                let Ok(event) = event::read() else { guard::end(128 + SIGHUP) };
                again = AGAIN.iter();
                if let Some(message) = message(event) {
                    receive(message);
                }
            }
        }
        guard::end(128 + SIGHUP);
    })?;
    Ok(())
}

/// Keys are left to another program while this lives.
pub struct Pause(());

/// Stops reading keys; returns when no key is read any more.
pub fn pause() -> Pause {
    let mut gate = GATE.lock().unwrap_or_else(PoisonError::into_inner);
    gate.is_closed = true;
    // Without its other end the thread is gone, and reads nothing either.
    let is_told = gate.waker.as_mut().is_some_and(|waker| waker.write_all(b"!").is_ok());
    while is_told && !gate.has_stopped {
        gate = CHANGED.wait(gate).unwrap_or_else(PoisonError::into_inner);
    }
    Pause(())
}

impl Drop for Pause {
    fn drop(&mut self) {
        GATE.lock().unwrap_or_else(PoisonError::into_inner).is_closed = false;
        CHANGED.notify_all();
    }
}

/// Whether keys may be read, and whether they are.
struct Gate {
    is_closed: bool,
    has_stopped: bool,
    waker: Option<PipeWriter>,
}

static GATE: Mutex<Gate> = Mutex::new(Gate { is_closed: false, has_stopped: false, waker: None });
static CHANGED: Condvar = Condvar::new();

/// Where keys come from.
fn terminal() -> io::Result<OwnedFd> {
    if io::stdin().is_terminal() {
        io::stdin().as_fd().try_clone_to_owned()
    } else {
        Ok(File::open("/dev/tty")?.into())
    }
}

/// Sleeps until keys have come or `at_most` is over; while the gate is closed, until it is open again.
fn wait_for_keys(keys: &OwnedFd, wake: &PipeReader, at_most: Option<Duration>) -> io::Result<()> {
    let at_most = at_most.and_then(|at_most| Timespec::try_from(at_most).ok());
    loop {
        let mut both = [PollFd::new(keys, PollFlags::IN), PollFd::new(wake, PollFlags::IN)];
        match poll(&mut both, at_most.as_ref()) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            // macOS can't poll /dev/tty: there crossterm waits itself, and keys can't be left to an editor.
            Err(_) => return event::poll(Duration::MAX).map(drop),
        }
        let [keys, wake_up] = &both;
        if !wake_up.revents().is_empty() {
            let mut byte = [0];
            (&*wake).read_exact(&mut byte)?;
            let mut gate = GATE.lock().unwrap_or_else(PoisonError::into_inner);
            gate.has_stopped = true;
            CHANGED.notify_all();
            while gate.is_closed {
                gate = CHANGED.wait(gate).unwrap_or_else(PoisonError::into_inner);
            }
            gate.has_stopped = false;
            continue;
        }
        if keys.revents().contains(PollFlags::IN) {
            return Ok(());
        }
        if !keys.revents().is_empty() {
            return Err(Errno::IO.into());
        }
    }
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
        MouseEventKind::Drag(MouseButton::Left) => MouseAction::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseAction::Release,
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
