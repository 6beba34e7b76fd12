//! The terminal, taken for the session and given back as it was found, however the session ends.
//!
//! One lock holds the only way to write to it, so that the thread that restores it never interleaves with a frame. What is
//! drawn, and when, it does not know.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::os::fd::AsFd;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::termios::tcgetwinsize;

/// Alternate screen, cleared, cursor hidden.
const TAKE: &str = "\x1b[?1049h\x1b[2J\x1b[?25l";
/// Mouse buttons and wheel, motion only with a button down, in coordinates that have no limit.
const MOUSE_ON: &str = "\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l";
/// Everything that may be on is turned off, an unfinished frame first; the cursor is shown on either screen.
const GIVE_BACK: &str = "\x1b[?2026l\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[0m\x1b[?25h\x1b[?1049l\x1b[?25h";
const PASTE_ON: &str = "\x1b[?2004h";
const PASTE_OFF: &str = "\x1b[?2004l";
/// How long the end of the session waits for a frame that a slow terminal has not taken yet.
const PATIENCE: Duration = Duration::from_millis(500);

static TERMINAL: Mutex<Hold> = Mutex::new(Hold { out: None, screen: Whose::Theirs, mouse: true, pasting: false });

/// What is known of the terminal.
struct Hold {
    /// Standard output, unbuffered. None before the session.
    out: Option<File>,
    screen: Whose,
    /// Whether the mouse is listened to while the screen is ours.
    mouse: bool,
    /// Whether pastes come in brackets.
    pasting: bool,
}

/// Who has the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// The session.
    Ours,
    /// The shell: frames are dropped.
    Theirs,
    /// The shell, until the next key.
    TheirsUntilKey,
}

/// The terminal is ours while this lives.
pub struct Guard(());

impl Guard {
    /// Takes the terminal. Fails where there is none to read keys from.
    pub fn take() -> io::Result<Self> {
        lock().out = Some(File::from(io::stdout().as_fd().try_clone_to_owned()?));
        take_again()?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes the terminal after it was given back, or makes sure of it after a shell may have changed it.
pub fn take_again() -> io::Result<()> {
    let mut hold = lock();
    // crossterm takes raw mode for granted once it has set it; another program may have undone it since.
    if hold.screen == Whose::Ours {
        disable_raw_mode()?;
    }
    enable_raw_mode()?;
    hold.screen = Whose::Ours;
    hold.write(TAKE.as_bytes())?;
    hold.apply_mouse()?;
    hold.apply_pasting()
}

/// Gives the terminal back as it was found. Does nothing when it is not ours.
pub fn give_back() {
    if let Some(mut hold) = lock_in_time() {
        hold.give_back();
    }
}

/// Gives the terminal back, for good, and ends the program with `code`.
pub fn end(code: i32) -> ! {
    // Kept locked to the end: no thread may draw any more.
    let hold = lock_in_time().map(|mut hold| {
        hold.give_back();
        hold
    });
    if hold.is_none() {
        // The terminal takes no bytes: its modes at least are put right.
        let _ = disable_raw_mode();
    }
    std::process::exit(code)
}

/// Writes to the terminal as a whole. Dropped without a word while the terminal is not ours.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let mut hold = lock();
    if hold.screen == Whose::Ours { hold.write(bytes) } else { Ok(()) }
}

/// Listens to the mouse.
pub fn listen_to_mouse() -> io::Result<()> {
    let mut hold = lock();
    hold.mouse = true;
    hold.apply_mouse()
}

/// Leaves the mouse to the terminal, which selects with it.
pub fn leave_mouse() -> io::Result<()> {
    let mut hold = lock();
    hold.mouse = false;
    hold.apply_mouse()
}

/// Asks for pastes in brackets, or no longer; to be asked for only while a text field is open, since an unfinished paste
/// swallows every later key (crossterm 0.29, issue 1060).
pub fn accept_pastes(wanted: bool) -> io::Result<()> {
    let mut hold = lock();
    if hold.pasting == wanted {
        return Ok(());
    }
    hold.pasting = wanted;
    hold.apply_pasting()
}

/// Gives the terminal back and asks there for a key to go on, in words of our own.
pub fn ask_for_key(words: &str) {
    let mut hold = lock();
    hold.give_back();
    hold.screen = Whose::TheirsUntilKey;
    // A terminal that takes no words takes no screen either.
    let _ = hold.write(words.as_bytes());
}

/// Whether any key should take the terminal again.
pub fn asks_for_key() -> bool {
    lock().screen == Whose::TheirsUntilKey
}

/// Width and height in cells, by one system call: crossterm starts a program to find out when that fails.
pub fn size() -> (u16, u16) {
    match tcgetwinsize(io::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => (80, 24),
    }
}

impl Hold {
    fn give_back(&mut self) {
        if self.screen != Whose::Ours {
            return;
        }
        self.screen = Whose::Theirs;
        // A terminal that is gone takes neither; there is nobody to tell.
        let _ = self.write(GIVE_BACK.as_bytes());
        let _ = disable_raw_mode();
    }

    fn apply_mouse(&mut self) -> io::Result<()> {
        self.apply(if self.mouse { MOUSE_ON } else { MOUSE_OFF })
    }

    fn apply_pasting(&mut self) -> io::Result<()> {
        self.apply(if self.pasting { PASTE_ON } else { PASTE_OFF })
    }

    fn apply(&mut self, mode: &str) -> io::Result<()> {
        if self.screen == Whose::Ours { self.write(mode.as_bytes()) } else { Ok(()) }
    }

    /// Writes everything, also where another program has left the terminal non-blocking.
    fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        let Some(out) = &mut self.out else { return Ok(()) };
        while !bytes.is_empty() {
            match out.write(bytes) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    poll(&mut [PollFd::new(out, PollFlags::OUT)], None)?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

fn lock() -> MutexGuard<'static, Hold> {
    TERMINAL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The lock, unless a terminal that takes no bytes keeps it.
fn lock_in_time() -> Option<MutexGuard<'static, Hold>> {
    let start = Instant::now();
    loop {
        match TERMINAL.try_lock() {
            Ok(hold) => return Some(hold),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(5)),
        }
    }
}
