//! Help and palette: the table of commands, searchable; the palette runs what is chosen.

use std::sync::Arc;

use crate::calendar::Days;
use crate::text::fold;

use super::commands::{Context, Entry, Group, Keymap, Move, TABLE};
use super::dates::{LEGEND, Sign, typed_days};
use super::field::Field;
use super::scroll::Scroll;

/// The heading of the legend.
const SIGNS: &str = "Signs of the timeline";

/// What stands before a date that is to be gone to.
pub const DATE: &str = "date ";

/// The commands as they are listed.
#[derive(Clone, Debug)]
pub struct Guide {
    /// What it is for.
    pub purpose: Purpose,
    /// What is typed.
    pub field: Field,
    /// Cursor and window.
    pub scroll: Scroll,
    /// What fits.
    pub rows: Vec<GuideRow>,
    here: Vec<Context>,
    keymap: Arc<Keymap>,
}

/// What the list is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To read: every command, by groups.
    Help,
    /// To run one of those that hold here.
    Palette,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideRow {
    /// A heading.
    Group(&'static str),
    /// A command.
    Entry(&'static Entry),
    /// A sign of the timeline, and what it says.
    Sign(Sign, &'static str),
}

impl Guide {
    /// Opens the list where the contexts `here` hold, innermost first.
    pub fn new(purpose: Purpose, here: Vec<Context>, keymap: Arc<Keymap>) -> Self {
        let (field, scroll, rows) = Default::default();
        let mut guide = Self { purpose, field, scroll, rows, here, keymap };
        guide.search();
        guide
    }

    /// Whether it is read, not chosen from.
    pub fn is_help(&self) -> bool {
        self.purpose == Purpose::Help
    }

    /// The keys of a command, as the reader is shown them.
    pub fn keys(&self, entry: &Entry) -> String {
        self.keymap.shown(entry).join(" ")
    }

    /// The date that is typed into the palette: behind "date" any, by itself one that is no number.
    pub fn date(&self) -> Option<Days> {
        let typed = self.field.text();
        let behind = typed.trim_start().strip_prefix(DATE);
        let is_plain = behind.is_none() && typed.trim().parse::<usize>().is_ok();
        (!self.is_help() && !is_plain).then(|| typed_days(behind.unwrap_or(&typed)))?
    }

    /// Whether a date is being typed.
    pub fn awaits_date(&self) -> bool {
        !self.is_help() && self.field.text().trim_start().starts_with(DATE)
    }

    /// Lists what fits what is typed: every word of it stands in a command's name, keys or description.
    pub fn search(&mut self) {
        let typed = fold(self.field.text().trim_start_matches('/'));
        let is_date = self.awaits_date() || self.date().is_some();
        let is_number = self.purpose == Purpose::Palette && typed.trim().parse::<usize>().is_ok();
        let words: Vec<&str> = typed.split(' ').collect();
        let fits = |entry: &&'static Entry| {
            let said = fold(&format!("{} {} {} {}", entry.name, entry.long, entry.group.name(), self.keys(entry)));
            !is_number && !is_date && words.iter().all(|word| said.contains(word))
        };
        // What says so itself comes before what stands under a heading that says so.
        let says_so = |entry: &'static Entry| {
            let said = fold(&format!("{} {}", entry.long, self.keys(entry)));
            words.iter().all(|word| said.contains(word))
        };
        let here = |entry: &&'static Entry| {
            let inner = self.here.first().filter(|context| !matches!(context, Context::Main | Context::Always));
            inner.is_some_and(|inner| entry.contexts.contains(inner) && !entry.contexts.contains(&Context::Main))
        };
        self.rows = match self.purpose {
            Purpose::Palette => {
                let holds = |entry: &&Entry| self.here.iter().any(|context| entry.contexts.contains(context));
                TABLE.iter().filter(holds).filter(fits).map(GuideRow::Entry).collect()
            }
            Purpose::Help => {
                let groups = Group::ALL.into_iter().map(|group| {
                    let of_group = TABLE.iter().filter(move |entry| entry.group == group);
                    (group.name(), of_group.filter(|entry| !here(entry)).filter(fits).collect::<Vec<_>>())
                });
                let first = ("Here", TABLE.iter().filter(here).filter(fits).collect());
                let mut listed: Vec<_> = std::iter::once(first).chain(groups).collect();
                listed.sort_by_key(|(_, entries)| !entries.iter().any(|entry| says_so(entry)));
                for (_, entries) in &mut listed {
                    entries.sort_by_key(|entry| !says_so(entry));
                }
                let commands = listed.into_iter().flat_map(|(name, entries)| rows(name, &entries));
                let is_asked = |said: &str| words.iter().all(|word| fold(&format!("{SIGNS} {said}")).contains(word));
                let signs = LEGEND.into_iter().filter(|(_, said)| is_asked(said));
                let signs: Vec<GuideRow> = signs.map(|(sign, said)| GuideRow::Sign(sign, said)).collect();
                let heading = (!signs.is_empty()).then_some(GuideRow::Group(SIGNS));
                commands.chain(heading).chain(signs).collect()
            }
        };
        self.scroll = Scroll::default();
    }

    /// Moves in the list: help is read and scrolls, the palette is chosen from.
    pub fn turn(&mut self, movement: Move, height: usize) {
        match self.purpose {
            Purpose::Help => {
                let tops = (self.rows.len() + 1).saturating_sub(height);
                self.scroll.top = movement.step(self.scroll.top, tops, height);
                self.scroll.cursor = self.scroll.top + height / 2;
            }
            Purpose::Palette => self.scroll.cursor = movement.step(self.scroll.cursor, self.rows.len(), height),
        }
    }

    /// The command under the cursor.
    pub fn current(&self) -> Option<&'static Entry> {
        match self.rows.get(self.scroll.cursor)? {
            GuideRow::Entry(entry) => Some(entry),
            GuideRow::Group(_) | GuideRow::Sign(..) => None,
        }
    }
}

fn rows(group: &'static str, entries: &[&'static Entry]) -> Vec<GuideRow> {
    let heading = (!entries.is_empty()).then_some(GuideRow::Group(group));
    heading.into_iter().chain(entries.iter().map(|entry| GuideRow::Entry(entry))).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Guide, GuideRow, Purpose};
    use crate::app::commands::{Context, TABLE};

    #[test]
    fn help_shows_every_command_once_wherever_it_is_opened() {
        for here in [Context::Entities, Context::Reader, Context::Compare, Context::Text] {
            let guide = Guide::new(Purpose::Help, vec![here, Context::Main, Context::Always], Arc::default());
            for entry in TABLE {
                let times = guide.rows.iter().filter(|row| **row == GuideRow::Entry(entry)).count();
                assert_eq!(times, 1, "{} from {here:?}", entry.name);
            }
        }
    }

    #[test]
    fn typing_narrows() {
        let mut guide = Guide::new(Purpose::Help, vec![Context::Entities], Arc::default());
        guide.field.insert("side compare");
        guide.search();
        assert!(guide.rows.len() < 6, "{:?}", guide.rows);
    }
}
