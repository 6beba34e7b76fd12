//! The session's loop: wait, let everything happen that has happened, draw once.
//!
//! It sleeps until a message or the session's own deadline comes: at rest nothing runs and no byte is written. What a message
//! means it does not know; what the session asks for, it does.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::layout;

use crate::app::{Departure, Effect, Listen, Message, Settings, Size, State, update};
use crate::load::Shelves;
use crate::ui::{self, Theme};

use super::colour::Depth;
use super::guard::{self, Guard};
use super::keeper::{Job, Keeper};
use super::leaving;
use super::loader::Loading;
use super::screen::Screen;
use super::signals::{self, Notice};
use super::{clipboard, editor, fault, hangup, input, lists, visits};

/// A frame is shown at least this often while messages keep coming.
const LONGEST_BATCH: Duration = Duration::from_millis(50);

/// What the casebook makes of a key is shown in one frame with it where it takes no longer than this.
const TOGETHER: Duration = Duration::from_millis(10);

/// What wakes the loop.
enum Wake {
    /// From the reader's hands.
    Input(Message),
    /// From a load; those of an earlier one than the last are stale.
    Load { number: u32, message: Message },
    /// From what leaves.
    Left(Message),
    /// From the casebook.
    Casebook(Message),
    /// From the system.
    Notice(Notice),
}

/// The session with all that it needs of the world.
pub struct Session {
    state: State,
    theme: Theme,
    screen: Terminal<Screen>,
    start: Instant,
    sender: Sender<Wake>,
    wakes: Receiver<Wake>,
    paths: Vec<PathBuf>,
    shelves: Shelves,
    /// The folder in which is kept what was found.
    cache: Option<PathBuf>,
    keeper: Option<Keeper>,
    loading: Option<Loading>,
    leaving: Vec<JoinHandle<()>>,
    /// Counts loads.
    load_number: u32,
    /// Where the end of this session is kept for the next one.
    visit: Option<PathBuf>,
    /// Whether the casebook has been given something whose effect is still to come.
    awaits_effect: bool,
    is_over: bool,
}

impl Session {
    /// A session over `paths` (none: the embedded articles). Nothing is drawn yet.
    pub fn new(
        paths: Vec<PathBuf>,
        shelves: Shelves,
        cache: Option<PathBuf>,
        settings: Settings,
        theme: Theme,
        depth: Depth,
        visit: Option<PathBuf>,
    ) -> io::Result<Self> {
        let (sender, wakes) = mpsc::channel();
        let size = size();
        Ok(Self {
            state: State::new(size, settings),
            theme,
            screen: Terminal::new(Screen::new(depth, layout::Size::new(size.width, size.height)))?,
            start: Instant::now(),
            sender,
            wakes,
            paths,
            shelves,
            cache,
            keeper: None,
            loading: None,
            leaving: Vec::new(),
            load_number: 0,
            visit,
            awaits_effect: false,
            is_over: false,
        })
    }

    /// Takes the terminal and runs until the reader quits. Fails where there is none to read keys from. Gives what could not be
    /// saved, in words.
    pub fn run(mut self) -> io::Result<Option<String>> {
        let from_hands = self.sender.clone();
        let from_system = self.sender.clone();
        hangup::watch()?;
        // A send fails only when the session has ended, and then nobody waits for it.
        signals::watch(move |notice| drop(from_system.send(Wake::Notice(notice))))?;
        let taken = Guard::take()?;
        self.draw()?;
        input::watch(move |message| drop(from_hands.send(Wake::Input(message))))?;
        let from_casebook = self.sender.clone();
        let tell = move |message| drop(from_casebook.send(Wake::Casebook(message)));
        self.keeper = Some(Keeper::start(self.shelves.clone(), self.paths.clone(), tell)?);
        self.load()?;
        while !self.is_over {
            let first = self.wait();
            self.batch(first)?;
            self.draw()?;
        }
        if let (Some(place), Some(visit)) = (&self.visit, self.state.visit()) {
            // It may be lost.
            visits::write(place, &visit).unwrap_or_default();
        }
        // What has begun to be written is written whole.
        self.leaving.into_iter().for_each(|thread| drop(thread.join()));
        let unsaved = self.keeper.as_mut().and_then(Keeper::finish);
        drop(taken);
        Ok(unsaved)
    }

    /// Sleeps until something happens; `None` when the session's deadline has come.
    fn wait(&self) -> Option<Wake> {
        let Some(deadline) = self.state.deadline() else { return self.wakes.recv().ok() };
        let left = deadline.saturating_sub(self.start.elapsed());
        self.wakes.recv_timeout(left).ok()
    }

    /// Lets everything happen that has happened by now.
    fn batch(&mut self, first: Option<Wake>) -> io::Result<()> {
        let start = Instant::now();
        match first {
            Some(wake) => self.happen(wake)?,
            None => self.tell(Message::Deadline)?,
        }
        while !self.is_over && start.elapsed() < LONGEST_BATCH {
            let Some(wake) = self.next(start) else { break };
            self.happen(wake)?;
        }
        self.awaits_effect = false;
        self.follow_size()
    }

    /// What has happened by now, in a batch that began at `start`, or will have in a moment.
    fn next(&self, start: Instant) -> Option<Wake> {
        let now = self.wakes.try_recv().ok();
        let left = TOGETHER.checked_sub(start.elapsed()).filter(|_| self.awaits_effect);
        now.or_else(|| self.wakes.recv_timeout(left?).ok())
    }

    fn happen(&mut self, wake: Wake) -> io::Result<()> {
        match wake {
            Wake::Input(_) if guard::asks_for_key() => {
                guard::take_again()?;
                self.draw_anew()
            }
            Wake::Input(message) => {
                fault::provoke("session");
                self.tell(message)
            }
            // What is read is shown with the casework laid over it.
            Wake::Load { number, message } if number == self.load_number => match message {
                Message::Snapshot(corpus) => {
                    self.keep(Job::Part(corpus));
                    Ok(())
                }
                Message::Loaded => {
                    self.keep(Job::Whole);
                    Ok(())
                }
                message => self.tell(message),
            },
            Wake::Casebook(message) => {
                self.awaits_effect &=
                    !matches!(message, Message::Snapshot(_) | Message::Saved(_) | Message::Unsaved { .. });
                let before = self.state.shared_corpus();
                self.tell(message)?;
                self.keep(Job::LetGo(before));
                Ok(())
            }
            Wake::Left(message) => self.tell(message),
            Wake::Load { .. } | Wake::Notice(Notice::Resized) => Ok(()),
            Wake::Notice(Notice::Returned) => self.draw_anew(),
        }
    }

    /// Tells the session of a new size, however many have passed since.
    fn follow_size(&mut self) -> io::Result<()> {
        let size = size();
        if size == self.state.size() {
            return Ok(());
        }
        self.screen.backend_mut().resize(layout::Size::new(size.width, size.height));
        self.tell(Message::Resized(size))
    }

    fn tell(&mut self, message: Message) -> io::Result<()> {
        for effect in update(&mut self.state, message, self.start.elapsed()) {
            self.carry_out(effect)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Quit => self.is_over = true,
            Effect::Suspend => signals::suspend(),
            Effect::Redraw => self.draw_anew()?,
            Effect::Mouse(Listen::On) => guard::listen_to_mouse()?,
            Effect::Mouse(Listen::Off) => guard::leave_mouse()?,
            Effect::CancelLoading => self.cancel(),
            Effect::Reload => self.load()?,
            Effect::Keep(act) => {
                self.awaits_effect = true;
                self.keep(Job::Do(act));
            }
            Effect::Undo => self.keep(Job::Undo),
            Effect::Redo => self.keep(Job::Redo),
            Effect::Save => self.keep(Job::Save),
            Effect::Export(path) => self.keep(Job::Export(path)),
            Effect::ReadList(path) => {
                let text = lists::read(&path);
                self.tell(Message::List { file: path.display().to_string(), text })?;
            }
            Effect::Leave(departure) => self.leave(*departure)?,
            Effect::Copy(text) => clipboard::copy(&text)?,
            Effect::Edit(text) => self.edit(&text)?,
        }
        Ok(())
    }

    /// Starts to write a file.
    fn leave(&mut self, departure: Departure) -> io::Result<()> {
        let sender = self.sender.clone();
        let tell = move |message| drop(sender.send(Wake::Left(message)));
        let collection = self.state.settings().collection.clone();
        self.leaving.push(leaving::start(self.state.shared_corpus(), collection, departure, tell)?);
        Ok(())
    }

    fn keep(&self, job: Job) {
        if let Some(keeper) = &self.keeper {
            keeper.give(job);
        }
    }

    /// Gives the terminal to the reader's editor until it ends.
    fn edit(&mut self, text: &str) -> io::Result<()> {
        let pause = input::pause();
        signals::leave_to_another(true);
        guard::give_back();
        let left = editor::edit(text);
        signals::leave_to_another(false);
        guard::take_again()?;
        drop(pause);
        self.draw_anew()?;
        self.follow_size()?;
        self.tell(Message::Edited(left))
    }

    /// Starts reading anew; what an earlier load still says is dropped.
    fn load(&mut self) -> io::Result<()> {
        self.cancel();
        self.load_number += 1;
        let number = self.load_number;
        let sender = self.sender.clone();
        let tell = move |message| drop(sender.send(Wake::Load { number, message }));
        self.loading = Some(Loading::start(self.paths.clone(), self.cache.clone(), tell)?);
        Ok(())
    }

    fn cancel(&self) {
        if let Some(loading) = &self.loading {
            loading.cancel();
        }
    }

    /// Makes the next frame write every cell, whatever another program has left on the screen.
    fn draw_anew(&mut self) -> io::Result<()> {
        self.screen.backend_mut().forget_cursor();
        self.screen.clear()
    }

    fn draw(&mut self) -> io::Result<()> {
        let Self { state, theme, screen, .. } = self;
        screen.draw(|frame| ui::draw(state, theme, frame))?;
        guard::accept_pastes(state.has_text_field())
    }
}

fn size() -> Size {
    let (width, height) = guard::size();
    Size::new(width, height)
}
