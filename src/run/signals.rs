//! Signals: the end of the program, suspending, coming back, another size.
//!
//! One thread waits for all of them, so that the terminal is put right even while the session is busy. What the session does
//! about a new size or a lost screen is not decided here.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rustix::process::{getpid, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::guard;

/// Whether another program has the terminal: what is typed there is its own.
static IS_ANOTHERS: AtomicBool = AtomicBool::new(false);

/// Shown where there is no shell that could bring a stopped program back.
const NO_SHELL: &str = "redstring is suspended, but there is no shell to come back from. Enter goes on.\r\n";

/// What the session has to do about a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The terminal may have another size.
    Resized,
    /// The screen is ours again and empty.
    Returned,
}

/// Watches the signals for the rest of the program; `notice` is called on a thread of its own.
pub fn watch(mut notice: impl FnMut(Notice) + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        super::fault::mark_essential();
        for signal in signals.forever() {
            let is_anothers = IS_ANOTHERS.load(Ordering::SeqCst);
            match signal {
                SIGINT | SIGQUIT | SIGCONT if is_anothers => {}
                SIGWINCH => notice(Notice::Resized),
                SIGTSTP => stop(),
                SIGCONT => {
                    if guard::take_again().is_ok() {
                        notice(Notice::Returned);
                    }
                }
                deadly => guard::end(128 + deadly),
            }
        }
    })?;
    Ok(())
}

/// Another program has the terminal from now on, or no longer.
pub fn leave_to_another(is_anothers: bool) {
    IS_ANOTHERS.store(is_anothers, Ordering::SeqCst);
}

/// Suspends the program and whatever it is piped with, as the terminal does for programs that leave Ctrl-Z to it.
pub fn suspend() {
    // Nobody but this process group may refuse it, and then nothing has happened.
    let _ = kill_current_process_group(rustix::process::Signal::TSTP);
}

/// Stops until SIGCONT. The first process of a session has no shell that could send one: it waits for a key instead.
fn stop() {
    if getsid(None) == Ok(getpid()) {
        guard::ask_for_key(NO_SHELL);
        return;
    }
    guard::give_back();
    // Fails for unknown signals only.
    let _ = emulate_default_handler(SIGTSTP);
}
