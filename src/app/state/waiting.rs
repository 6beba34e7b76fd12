//! What the session waits for: which commands hold, the rest of a chord, a deadline.

use std::time::Duration;

use super::{Awaited, Overlay, Pending, State};
use crate::app::commands::{Context, Continuation};
use crate::app::crumbs::place_name;
use crate::app::key::Key;
use crate::app::picker::Purpose;
use crate::app::trail::Place;
use crate::text::visible;

/// How long a prefix waits before what may follow is shown.
const PREFIX_WAITS: Duration = Duration::from_millis(400);

impl State {
    /// The contexts that hold, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        let here: &[Context] = match &self.overlay {
            Overlay::Search(_) => &[Context::Search, Context::Field],
            Overlay::Filter(_) => &[Context::Filter, Context::Field],
            Overlay::Guide(guide) if guide.is_help() => &[Context::Help, Context::Field],
            Overlay::Leaving(_) => &[Context::Leaving, Context::Field],
            Overlay::Text(_) => &[Context::Text],
            Overlay::Tray => &[Context::Tray],
            Overlay::Prompt(_) => &[Context::Prompt, Context::Field],
            Overlay::Picker(picker) if matches!(picker.purpose, Purpose::Casework(_)) => {
                &[Context::Casework, Context::Choices, Context::Field]
            }
            Overlay::Finder(_) | Overlay::Guide(_) | Overlay::Picker(_) => &[Context::Choices, Context::Field],
            Overlay::None if self.compare.is_some() => &[Context::Compare],
            Overlay::None if self.table.is_some() => &[Context::Matrix],
            Overlay::None if self.selection.is_some() => &[Context::Selecting, Context::of(self.focus), Context::Main],
            Overlay::None => &[Context::of(self.focus), Context::Main],
        };
        here.iter().copied().chain([Context::Always]).collect()
    }

    /// The keys that have begun a chord, and what may follow, where that is to be shown.
    pub fn continuations(&self) -> Option<(&[Key], Vec<Continuation>)> {
        let Pending { keys, is_shown, .. } = &self.pending;
        let waits = *is_shown && !keys.is_empty();
        waits.then(|| {
            let follows = match self.awaited {
                Some(awaited) => self.letters(awaited),
                None => self.settings.keymap.continuations(&self.contexts(), keys),
            };
            (keys.as_slice(), follows)
        })
    }

    /// The letters that may follow, with what they mark.
    fn letters(&self, awaited: Awaited) -> Vec<Continuation> {
        let said = |(letter, place): (&char, &Place)| {
            let words = visible(&place_name(&self.corpus, place)).into_owned();
            Continuation { keys: letter.to_string(), words }
        };
        let other = match awaited {
            Awaited::Mark => Continuation { keys: "a-z".to_owned(), words: "marks this place".to_owned() },
            Awaited::Marked => Continuation { keys: "'".to_owned(), words: "the last place".to_owned() },
        };
        std::iter::once(other).chain(self.marks.iter().map(said)).collect()
    }

    /// Whether a text field is open. Only then the terminal is asked for pastes.
    pub const fn has_text_field(&self) -> bool {
        !matches!(self.overlay, Overlay::None | Overlay::Text(_) | Overlay::Tray)
    }

    /// When [`crate::app::Message::Deadline`] is due, as time since the start; `None` where nothing waits.
    pub fn deadline(&self) -> Option<Duration> {
        let Pending { keys, since, is_shown, .. } = &self.pending;
        let prefix = (!keys.is_empty() && !is_shown).then(|| *since + PREFIX_WAITS);
        let notice = self.notice.as_ref().map(|notice| notice.until);
        prefix.into_iter().chain(notice).min()
    }
}
