//! [`State`]: everything that the session knows.

use std::sync::Arc;
use std::time::Duration;

use crate::corpus::Corpus;

use super::geometry::Size;

/// What is settled before the session starts.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Name of the collection, shown in the header. Untrusted.
    pub collection: String,
    /// Whether the embedded articles are shown.
    pub is_demo: bool,
}

/// Everything that the session knows.
#[derive(Debug)]
pub struct State {
    pub(super) size: Size,
    pub(super) settings: Settings,
    pub(super) corpus: Arc<Corpus>,
}

impl State {
    /// A session that waits for its first snapshot.
    pub fn new(size: Size, settings: Settings) -> Self {
        Self { size, settings, corpus: Arc::default() }
    }

    /// The size of the screen.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// The corpus that is shown.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// What was settled before the session started.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether a text field is open. Only then the terminal is asked for pastes.
    pub const fn has_text_field(&self) -> bool {
        false
    }

    /// When [`super::Message::Deadline`] is due, as time since the start; `None` where nothing waits.
    pub const fn deadline(&self) -> Option<Duration> {
        None
    }
}
