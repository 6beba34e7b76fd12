//! A session at a desk: keys in, the drawn screen and what the session asked for out. No terminal, no threads, no clock.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use redstring::app::{Effect, Key, KeyCode, Message, Mouse, MouseAction, Record, Settings, Size, State, update};
use redstring::casework::{History, Journal};
use redstring::corpus::Corpus;
use redstring::load::lay_over;
use redstring::model::{Act, Moment};
use redstring::ui::{self, Theme};

/// A session with what it has asked for, and a casebook in memory.
pub struct Desk {
    pub state: State,
    pub effects: Vec<Effect>,
    pub casebook: Journal,
    corpus: Corpus,
    kept: u64,
    now: Duration,
}

impl Desk {
    /// A session over `corpus`, loaded.
    pub fn new(width: u16, height: u16, corpus: Corpus) -> Self {
        let settings = Settings {
            collection: "harbour".into(),
            folder: "/home/ada".into(),
            is_demo: false,
            ..Settings::default()
        };
        let state = State::new(Size::new(width, height), settings);
        let casebook = Journal::open(Path::new("/nonexistent/harbour.jsonl")).unwrap();
        let mut desk = Self { state, effects: Vec::new(), casebook, corpus, kept: 0, now: Duration::ZERO };
        desk.tell(Message::Snapshot(Arc::new(desk.corpus.clone())));
        desk.tell(Message::Record(Arc::default()));
        desk.tell(Message::Loaded);
        desk
    }

    pub fn tell(&mut self, message: Message) -> &mut Self {
        self.now += Duration::from_millis(10);
        let effects = update(&mut self.state, message, self.now);
        self.effects.extend(effects.iter().cloned());
        for effect in effects {
            self.keep(&effect);
        }
        self
    }

    /// Does what the casebook's thread does: adds, lays over, and says that it is safe.
    fn keep(&mut self, effect: &Effect) {
        let act = match effect {
            Effect::Keep(act) => Some(Act::clone(act)),
            Effect::Undo => {
                History::new(self.casebook.entries()).next_undo().map(|entry| Act::Undo { entry: entry.id })
            }
            Effect::Redo => {
                History::new(self.casebook.entries()).next_redo().map(|entry| Act::Redo { entry: entry.id })
            }
            _ => None,
        };
        let Some(act) = act else { return };
        self.kept += 1;
        self.casebook.add(act, Moment(1_556_000_000));
        self.corpus = lay_over(&self.corpus, History::new(self.casebook.entries()).casework());
        self.tell(Message::Record(Arc::new(Record::new("harbour.jsonl", self.casebook.entries()))));
        self.tell(Message::Snapshot(Arc::new(self.corpus.clone())));
        self.tell(Message::Saved(self.kept));
    }

    /// Presses keys: words apart by spaces; `<Enter>`, `<C-d>`, `<S-Tab>` are keys, everything else is typed.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            match word.strip_prefix('<').and_then(|word| word.strip_suffix('>')) {
                Some(name) => {
                    self.tell(Message::Key(key(name)));
                }
                None => {
                    for character in word.chars() {
                        self.tell(Message::Key(Key::char(character)));
                    }
                }
            }
        }
        self
    }

    pub fn wait(&mut self, milliseconds: u64) -> &mut Self {
        self.now += Duration::from_millis(milliseconds);
        if self.state.deadline().is_some_and(|due| due <= self.now) {
            self.tell(Message::Deadline);
        }
        self
    }

    pub fn mouse(&mut self, action: MouseAction, column: u16, row: u16) -> &mut Self {
        self.tell(Message::Mouse(Mouse { action, column, row }))
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.tell(Message::Resized(Size::new(width, height)))
    }

    /// The screen as cells.
    pub fn buffer(&self, theme: &Theme) -> Buffer {
        let size = self.state.size();
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal.draw(|frame| ui::draw(&self.state, theme, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text, a line a row.
    pub fn screen(&self) -> String {
        text(&self.buffer(&Theme::dark()))
    }

    #[track_caller]
    pub fn shows(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(words), "{words:?} is not on the screen:\n{screen}");
        self
    }

    #[track_caller]
    pub fn hides(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(words), "{words:?} is on the screen:\n{screen}");
        self
    }

    /// The words under the reader's caret.
    pub fn caret(&self) -> String {
        let reader = self.state.reader();
        let corpus = self.state.corpus();
        let at = reader.position(corpus).unwrap();
        reader.caret.item.map(|item| corpus.quote(at, item).to_owned()).unwrap_or_default()
    }
}

/// A buffer as text, a line a row.
pub fn text(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let rows = buffer.content.chunks(width).map(|row| {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            if covered == 0 {
                line.push_str(cell.symbol());
            }
            covered = redstring::text::width(cell.symbol()).max(1).max(covered) - 1;
        }
        line.trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}

pub fn key(name: &str) -> Key {
    let (name, ctrl) = name.strip_prefix("C-").map_or((name, false), |rest| (rest, true));
    let (name, alt) = name.strip_prefix("A-").map_or((name, false), |rest| (rest, true));
    let (name, shift) = name.strip_prefix("S-").map_or((name, false), |rest| (rest, true));
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Space" => KeyCode::Char(' '),
        "Backspace" => KeyCode::Backspace,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgDn" => KeyCode::PageDown,
        "F1" => KeyCode::F(1),
        "F2" => KeyCode::F(2),
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    };
    Key { code, ctrl, alt, shift }
}
