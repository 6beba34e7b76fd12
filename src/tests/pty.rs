//! The real binary in a real pseudo-terminal: keys in, screen out.
//!
//! It waits for what should appear and fails with the screen in hand; it judges nothing itself.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// What the program sees, whoever runs it: nothing else of the caller's environment.
const ENVIRONMENT: [(&str, &str); 4] =
    [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin")];

/// What to run, and how.
pub struct Program {
    command: CommandBuilder,
    size: (u16, u16),
}

impl Program {
    /// `program` on a terminal of 120 columns and 36 rows. Must be an absolute path.
    pub fn new(program: &str) -> Self {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in ENVIRONMENT {
            command.env(name, value);
        }
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        Self { command, size: (120, 36) }
    }

    /// With one more argument.
    pub fn arg(mut self, argument: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// With that variable set.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// On a terminal of that size.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// Starts it.
    pub fn start(self) -> Pty {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(pty_size(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(self.command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let seen = Arc::new((Mutex::new(Seen::new(columns, rows)), Condvar::new()));
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 16384];
            // A read fails when the program has ended.
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let (seen, changed) = &*shared;
                seen.lock().unwrap().add(&bytes[..count]);
                changed.notify_all();
            }
        });
        Pty { master: pair.master, writer, child, seen }
    }
}

/// Begins (`h`) and ends (`l`) a frame.
const FRAME: &[u8] = b"\x1b[?2026";

/// A program that runs in a pseudo-terminal. Killed when dropped.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

/// What the program has written.
struct Seen {
    terminal: vt100::Parser,
    raw: Vec<u8>,
    last_byte: Instant,
    /// Whether a frame has begun and not ended: half a frame is no screen to judge.
    is_in_frame: bool,
}

impl Seen {
    fn new(columns: u16, rows: u16) -> Self {
        Self {
            terminal: vt100::Parser::new(cells(rows), cells(columns), 0),
            raw: Vec::new(),
            last_byte: Instant::now(),
            is_in_frame: false,
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        // A mark may have come in two pieces.
        let from = self.raw.len().saturating_sub(FRAME.len());
        self.terminal.process(bytes);
        self.raw.extend_from_slice(bytes);
        self.last_byte = Instant::now();
        let marks = self.raw[from..].windows(FRAME.len() + 1);
        if let Some(last) = marks.rev().find(|mark| mark.starts_with(FRAME)) {
            self.is_in_frame = last.ends_with(b"h");
        }
    }
}

impl Pty {
    /// Presses keys: words apart, names in angle brackets: `j j <Enter> f sergei<Space>kislyak <C-z>`.
    pub fn keys(&mut self, keys: &str) {
        for word in keys.split_whitespace() {
            let mut rest = word;
            while !rest.is_empty() {
                let (bytes, length) = key(rest);
                self.send(&bytes);
                if bytes == b"\x1b" {
                    // The next key in the same read would make it Alt and that key.
                    self.wait_quiet(Duration::from_millis(60));
                }
                rest = &rest[length..];
            }
        }
    }

    /// Writes bytes as the keyboard would.
    pub fn send(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.seen.0.lock().unwrap().terminal.set_size(cells(rows), cells(columns));
        self.master.resize(pty_size(columns, rows)).unwrap();
    }

    /// Waits until the screen shows `text`; gives the screen.
    pub fn wait_for(&self, text: &str) -> String {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until the screen is as `is_right` wants it; gives the screen.
    pub fn wait_until(&self, what: &str, is_right: impl Fn(&str) -> bool) -> String {
        self.wait(what, |seen| is_right(&seen.terminal.screen().contents()));
        self.text()
    }

    /// Waits until the terminal itself is as `is_right` wants it.
    pub fn wait_terminal(&self, what: &str, is_right: impl Fn(&vt100::Screen) -> bool) {
        self.wait(what, |seen| is_right(seen.terminal.screen()));
    }

    /// Waits until nothing has been written for `quiet`.
    pub fn wait_quiet(&self, quiet: Duration) {
        let start = Instant::now();
        loop {
            let since = self.seen.0.lock().unwrap().last_byte.max(start).elapsed();
            match quiet.checked_sub(since) {
                Some(left) if !left.is_zero() => thread::sleep(left),
                _ => return,
            }
        }
    }

    /// The screen as text, a line a row.
    pub fn text(&self) -> String {
        self.seen.0.lock().unwrap().terminal.screen().contents()
    }

    /// The terminal with the look of each cell.
    pub fn terminal(&self) -> vt100::Screen {
        self.seen.0.lock().unwrap().terminal.screen().clone()
    }

    /// Every byte that the program has written.
    pub fn raw(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().raw.clone()
    }

    /// The process, to be sent signals.
    pub fn process(&self) -> rustix::process::Pid {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::Pid::from_raw(id).unwrap()
    }

    /// Waits for the end of the program; gives its exit code.
    pub fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last may still be on its way.
                self.wait_quiet(Duration::from_millis(60));
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "it has not ended:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn wait(&self, what: &str, is_right: impl Fn(&Seen) -> bool) {
        let (seen, changed) = &*self.seen;
        let mut seen = seen.lock().unwrap();
        let start = Instant::now();
        while seen.is_in_frame || !is_right(&seen) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            if left.is_zero() {
                let screen = seen.terminal.screen().contents();
                drop(seen);
                panic!("waited in vain for {what}:\n{screen}");
            }
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

/// The bytes of the first key in `keys`, and how long its name is.
fn key(keys: &str) -> (Vec<u8>, usize) {
    let name = keys.strip_prefix('<').and_then(|rest| rest.split_once('>')).map(|(name, _)| name);
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        let first = keys.chars().next().unwrap();
        return (first.to_string().into_bytes(), first.len_utf8());
    };
    let bytes = match name {
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Tab" => "\t",
        "S-Tab" => "\x1b[Z",
        "Space" => " ",
        "Backspace" => "\x7f",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        _ => {
            let letter = name.strip_prefix("C-").and_then(|letter| letter.bytes().next());
            let control = letter.unwrap_or_else(|| panic!("no key is called {name}")) & 0x1F;
            return (vec![control], name.len() + 2);
        }
    };
    (bytes.as_bytes().to_vec(), name.len() + 2)
}
