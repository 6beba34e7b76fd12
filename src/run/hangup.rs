//! A terminal that goes away ends the program, also where the signal that says so is ignored.
//!
//! Reading keys from a lost terminal spins for ever (crossterm 0.29, issue 793), and a program started by nohup is not told by a
//! signal; so one thread sleeps until the kernel reports the hangup.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::guard;

/// Ends the program when the terminal is lost.
pub fn watch() -> io::Result<()> {
    let keys: OwnedFd = if io::stdin().is_terminal() {
        io::stdin().as_fd().try_clone_to_owned()?
    } else {
        File::open("/dev/tty")?.into()
    };
    let screen = io::stdout().as_fd().try_clone_to_owned()?;
    thread::Builder::new().name("hangup".to_owned()).spawn(move || {
        super::fault::mark_essential();
        if wait(&keys, &screen) {
            guard::end(128 + SIGHUP);
        }
    })?;
    Ok(())
}

/// Sleeps until one of the two is lost. False where the system can't tell (macOS can't poll /dev/tty).
fn wait(keys: &OwnedFd, screen: &OwnedFd) -> bool {
    loop {
        // No events asked for: loss is always reported.
        let mut both = [PollFd::new(keys, PollFlags::empty()), PollFd::new(screen, PollFlags::empty())];
        match poll(&mut both, None) {
            Ok(_) => return both.iter().any(|fd| fd.revents().intersects(PollFlags::HUP | PollFlags::ERR)),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
