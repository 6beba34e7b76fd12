//! The program as its reader meets it: the real binary in a pseudo-terminal, from the first screen to the shell's prompt.

use std::env;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Signal, kill_process};

use super::pty::{Program, Pty};

const BINARY: &str = env!("CARGO_BIN_EXE_redstring");
/// What the first screen shows once the embedded articles are read.
const READY: &str = "Michael Flynn";
/// Set for the process that holds a terminal, to be killed together with it.
const HOLDER: &str = "REDSTRING_TEST_HOLDS_TERMINAL";

fn demo() -> Program {
    Program::new(BINARY)
}

/// Starts the program on the embedded articles and waits until they are read.
fn start(program: Program) -> Pty {
    let pty = program.start();
    pty.wait_for(READY);
    pty
}

/// Ends it with `q` and checks that the terminal is as it was.
fn quit(mut pty: Pty) {
    pty.keys("q");
    assert_eq!(pty.exit_code(), 0);
    assert_restored(&pty);
}

fn assert_restored(pty: &Pty) {
    let terminal = pty.terminal();
    assert!(!terminal.alternate_screen(), "still on the alternate screen");
    assert!(!terminal.hide_cursor(), "the cursor is hidden");
    assert!(!terminal.bracketed_paste(), "pastes still come in brackets");
    assert_eq!(terminal.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn quits_and_leaves_the_terminal_as_it_was() {
    let pty = start(demo());
    pty.wait_terminal("its own screen", vt100::Screen::alternate_screen);
    quit(pty);
}

#[test]
fn deadly_signals_restore_the_terminal_and_name_themselves() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut pty = start(demo());
        kill_process(pty.process(), signal).unwrap();
        assert_eq!(pty.exit_code(), code, "{signal:?}");
        assert_restored(&pty);
    }
}

#[test]
fn a_fault_restores_the_terminal_and_quotes_no_document() {
    let mut pty = start(demo().env("REDSTRING_FAULT", "session"));
    pty.keys("j");
    assert_eq!(pty.exit_code(), 101);
    assert_restored(&pty);
    let screen = pty.text();
    assert!(screen.contains("a fault in the program") && !screen.contains("SECRET"), "{screen}");
}

#[test]
fn a_fault_while_loading_is_told_and_the_session_goes_on() {
    let pty = demo().env("REDSTRING_FAULT", "loader").start();
    pty.wait_for("Reading has stopped");
    quit(pty);
}

#[test]
fn thousands_of_keys_in_one_write_are_all_handled() {
    let mut pty = start(demo());
    let mut keys = vec![b'j'; 5000];
    keys.push(b'q');
    pty.send(&keys);
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn pastes_are_taken_while_a_line_is_typed_and_never_run_as_keys() {
    let mut pty = start(demo());
    assert!(!pty.terminal().bracketed_paste());
    pty.keys("f");
    pty.wait_terminal("pastes in brackets", vt100::Screen::bracketed_paste);
    pty.send(b"\x1b[200~kislyak q\x1b[201~");
    pty.wait_for("> kislyak q");
    pty.keys("<Esc>");
    pty.wait_terminal("no pastes", |terminal| !terminal.bracketed_paste());
    quit(pty);
}

#[test]
fn the_timeline_is_walked_to_a_date_and_filtered() {
    let mut pty = start(demo());
    pty.keys("gd2016-12-22 <Enter>");
    pty.wait_for("2016-12-22: ");
    pty.keys("t");
    pty.wait_for("by report");
    pty.keys("F2016-12-22 <Enter>");
    pty.wait_for("pinned 2016-12-22");
    pty.keys("<Esc>");
    pty.wait_until("no filter", |screen| !screen.contains("pinned"));
    quit(pty);
}

#[test]
fn nothing_is_written_at_rest() {
    let pty = start(demo());
    pty.wait_quiet(Duration::from_millis(300));
    let written = pty.raw().len();
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(pty.raw().len(), written);
    quit(pty);
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let mut pty = start(demo());
    for step in 0..200_u16 {
        pty.resize(1 + step * 7 % 200, 1 + step * 5 % 60);
    }
    pty.resize(100, 30);
    pty.wait_for(READY);
    quit(pty);
}

#[test]
fn a_tiny_terminal_is_survived_and_a_larger_one_used() {
    for (columns, rows) in [(1, 1), (2, 1), (1, 200), (20, 5)] {
        let mut pty = demo().size(columns, rows).start();
        pty.wait_terminal("its own screen", vt100::Screen::alternate_screen);
        pty.keys("j <Tab> <Enter>");
        pty.resize(80, 24);
        pty.wait_for(READY);
        quit(pty);
    }
}

#[test]
fn careless_reports_of_the_mouse_do_no_harm() {
    let mut pty = start(demo());
    for report in ["\x1b[<0;0;0M", "\x1b[M   ", "\x1b[<0;65535;65535M", "\x1b[0;0R", "\x1bP>|xterm\x1b\\"] {
        pty.send(report.as_bytes());
    }
    pty.wait_quiet(Duration::from_millis(100));
    pty.keys("<Esc> <Esc>");
    quit(pty);
}

#[test]
fn no_color_keeps_attributes_and_writes_no_colour() {
    let pty = start(demo().env("NO_COLOR", "1"));
    pty.wait_quiet(Duration::from_millis(100));
    let looks = looks(&pty.raw());
    let is_color = |number: &u32| matches!(number, 30..=49 | 58 | 90..=107);
    assert!(!looks.iter().flatten().any(is_color), "{looks:?}");
    assert!(looks.iter().flatten().any(|number| matches!(number, 1..=9)), "{looks:?}");
    quit(pty);
}

/// The numbers of each sequence that chooses a look (SGR).
fn looks(raw: &[u8]) -> Vec<Vec<u32>> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let (numbers, _) = rest.split_once('m')?;
        numbers.chars().all(|c| c.is_ascii_digit() || c == ';').then_some(numbers)
    });
    sequences.map(|numbers| numbers.split(';').filter_map(|number| number.parse().ok()).collect()).collect()
}

#[test]
fn without_a_terminal_it_says_so_and_writes_nothing() {
    let ended = Command::new(BINARY).stdin(Stdio::null()).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(ended.stdout.is_empty());
    let message = String::from_utf8(ended.stderr).unwrap();
    assert!(message.contains("needs a terminal") && !message.contains('\x1b'), "{message}");
}

#[test]
fn a_terminal_that_can_do_nothing_is_refused() {
    let mut pty = demo().env("TERM", "dumb").start();
    assert_eq!(pty.exit_code(), 2);
    assert!(pty.text().contains("dumb"), "{}", pty.text());
    assert!(!pty.raw().contains(&0x1b));
}

#[test]
fn ctrl_z_gives_the_shell_back_and_fg_the_screen() {
    let mut shell = Program::new("/bin/sh").arg("-i").env("PS1", "prompt: ").env("REDSTRING", BINARY).start();
    shell.wait_for("prompt: ");
    shell.send(b"$REDSTRING\n");
    shell.wait_terminal("the screen", vt100::Screen::alternate_screen);
    shell.wait_for(READY);
    shell.keys("<C-z>");
    shell.wait_terminal("the shell", |terminal| !terminal.alternate_screen());
    shell.wait_until("the shell's prompt", |screen| screen.matches("prompt: ").count() == 2);
    assert_restored(&shell);
    shell.send(b"fg\n");
    shell.wait_terminal("the screen again", vt100::Screen::alternate_screen);
    shell.wait_for(READY);
    shell.keys("q");
    shell.wait_until("the end", |screen| screen.matches("prompt: ").count() == 3);
    assert_restored(&shell);
}

#[test]
fn suspended_without_a_shell_any_key_comes_back() {
    let mut pty = start(demo());
    kill_process(pty.process(), Signal::TSTP).unwrap();
    pty.wait_for("Enter goes on");
    assert_restored(&pty);
    pty.keys("<Enter>");
    pty.wait_terminal("the screen again", vt100::Screen::alternate_screen);
    pty.wait_for(READY);
    quit(pty);
}

/// The terminal vanishes with the process that holds it, as when a window is closed; nohup's way of ignoring the signal included.
#[test]
fn a_lost_terminal_ends_the_program() {
    for script in ["exec $REDSTRING", "trap '' HUP; exec $REDSTRING"] {
        let folder = tempfile::tempdir().unwrap();
        let told = folder.path().join("process");
        let mut holder = Command::new(env::current_exe().unwrap());
        holder.args(["--exact", "terminal::holds_a_terminal", "--nocapture"]).env(HOLDER, script).env("TOLD", &told);
        let mut holder = holder.stdout(Stdio::null()).spawn().unwrap();
        let process = wait_for_file(&told);
        holder.kill().unwrap();
        holder.wait().unwrap();
        let lost = Instant::now();
        while is_running(&process) {
            assert!(lost.elapsed() < Duration::from_secs(5), "{script}: still running");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Only for [`a_lost_terminal_ends_the_program`], which runs it in a process of its own.
#[test]
fn holds_a_terminal() {
    let (Ok(script), Some(told)) = (env::var(HOLDER), env::var_os("TOLD")) else { return };
    let program = Program::new("/bin/sh").arg("-c").arg(&script).env("REDSTRING", BINARY);
    let pty = start(program);
    fs::write(format!("{}.part", told.display()), pty.process().as_raw_nonzero().to_string()).unwrap();
    fs::rename(format!("{}.part", told.display()), &told).unwrap();
    thread::sleep(Duration::from_mins(1));
}

fn wait_for_file(path: &std::path::Path) -> String {
    let start = Instant::now();
    loop {
        if let Ok(text) = fs::read_to_string(path) {
            return text;
        }
        assert!(start.elapsed() < Duration::from_secs(30), "the terminal's holder has not started");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Whether the process is there and no zombie.
fn is_running(process: &str) -> bool {
    fs::read_to_string(format!("/proc/{process}/stat")).is_ok_and(|stat| !stat.contains(") Z"))
}
