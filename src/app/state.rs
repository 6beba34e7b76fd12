//! [`State`]: everything that the session knows. It changes in `update` only.

use std::sync::Arc;
use std::time::Duration;

use crate::corpus::Corpus;
use crate::model::{EntityId, PassageIx, References};
use crate::report::Style;

use super::commands::{Context, Continuation, continuations};
use super::compare::Compare;
use super::filter::{Filter, FilterLine};
use super::finder::{Candidates, Finder};
use super::geometry::Size;
use super::guide::Guide;
use super::keeping::Keeping;
use super::key::Key;
use super::leaving::Leaving;
use super::message::Listen;
use super::pane::Pane;
use super::panes::{Documents, Entities, Passages, Timeline};
use super::picker::{Picker, Purpose};
use super::prompt::{Ask, Prompt};
use super::reading::{Pages, Reading};
use super::search::SearchLine;
use super::selection::Selection;
use super::strand::Strand;
use super::trail::Trail;
use super::why::Explanation;

/// How long a prefix waits before what may follow is shown.
const PREFIX_WAITS: Duration = Duration::from_millis(400);

/// What is settled before the session starts.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Name of the collection, shown in the header. Untrusted.
    pub collection: String,
    /// The current folder, where files are written whose names tell no other. Untrusted.
    pub folder: String,
    /// Whether the embedded articles are shown.
    pub is_demo: bool,
}

/// Everything that the session knows.
#[derive(Debug)]
pub struct State {
    pub(super) size: Size,
    pub(super) settings: Settings,
    pub(super) corpus: Arc<Corpus>,
    pub(super) loading: Loading,
    pub(super) counts: Counts,

    pub(super) focus: Pane,
    /// Which of Timeline and Passages has the place that they share on screens that can't show both.
    pub(super) lower: Pane,
    /// The pane that was in focus before Passages.
    pub(super) before_passages: Pane,
    pub(super) is_zoomed: bool,
    pub(super) documents: Documents,
    pub(super) reader: Reading,
    pub(super) entities: Entities,
    pub(super) timeline: Timeline,
    pub(super) passages: Passages,

    /// What was followed last: Passages lists it unless something is searched.
    pub(super) target: Strand,
    /// What the cursor marks, where that is something else.
    pub(super) mark: Option<Mark>,
    /// What is searched.
    pub(super) search: Option<Strand>,
    /// What the lists keep, term by term.
    pub(super) filter: Filter,
    /// What the filter leaves, where there is one.
    pub(super) pins: Option<Strand>,
    /// Which references count beside names.
    pub(super) references: References,

    pub(super) overlay: Overlay,
    pub(super) compare: Option<Compare>,
    pub(super) trail: Trail,
    pub(super) pages: Pages,
    pub(super) candidates: Option<Arc<Candidates>>,

    pub(super) pending: Pending,
    /// The entities that are marked for a merge.
    pub(super) chosen: Vec<EntityId>,
    pub(super) selection: Option<Selection>,
    /// A note that was begun and left.
    pub(super) draft: Option<(Ask, String)>,
    /// How citations are worded.
    pub(super) citation: Style,
    pub(super) keeping: Keeping,
    pub(super) notice: Option<Notice>,
    pub(super) mouse: Listen,
    pub(super) cancelled: Option<Duration>,
    /// Whether the reader has done anything yet: until then each snapshot is shown from its beginning.
    pub(super) is_touched: bool,
    /// Whether the last thing done was to move over items: the place before the first of such moves is remembered, not each.
    pub(super) is_marking: bool,
    /// The time since the start, as the last message had it.
    pub(super) now: Duration,
}

/// What a corpus holds, counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Documents.
    pub documents: usize,
    /// Entities, those of page furniture left out.
    pub entities: usize,
    /// Events that have a place on the calendar.
    pub dated: usize,
    /// Files that could not be read.
    pub skipped: usize,
}

impl Counts {
    /// The counts of `corpus`.
    pub fn of(corpus: &Corpus) -> Self {
        Self {
            documents: corpus.documents().len(),
            entities: corpus.entities().iter().filter(|entity| !entity.boilerplate_only).count(),
            dated: corpus.events().iter().filter(|event| !event.when.days().is_unknown()).count(),
            skipped: corpus.skipped().len(),
        }
    }
}

/// What a cursor marks.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The pane whose cursor it is.
    pub from: Pane,
    /// The item with its places.
    pub strand: Strand,
}

/// What is open over the panes.
#[derive(Clone, Debug, Default)]
pub enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// The search line.
    Search(Box<SearchLine>),
    /// The filter line.
    Filter(Box<FilterLine>),
    /// The finder.
    Finder(Box<Finder>),
    /// Help or palette.
    Guide(Box<Guide>),
    /// What leaves, and how.
    Leaving(Box<Leaving>),
    /// A line that is asked for.
    Prompt(Box<Prompt>),
    /// A list to choose from.
    Picker(Box<Picker>),
    /// A box of text.
    Text(Box<Explanation>),
}

/// How far loading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// It has not said yet.
    #[default]
    Starting,
    /// So many files of so many.
    Reading {
        /// Read or skipped.
        read: u32,
        /// In all.
        of: u32,
    },
    /// It has ended.
    Done,
}

/// Keys of a chord that is not complete.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    /// The keys.
    pub keys: Vec<Key>,
    /// When the last one came, as time since the start.
    pub since: Duration,
    /// Whether what may follow is shown.
    pub is_shown: bool,
}

/// Something that the reader should know, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// In one line, ready to be shown.
    pub words: String,
    /// When it goes, as time since the start.
    pub until: Duration,
}

impl State {
    /// A session that waits for its first snapshot.
    pub fn new(size: Size, settings: Settings) -> Self {
        Self {
            size,
            settings,
            corpus: Arc::default(),
            loading: Loading::Starting,
            counts: Counts::default(),
            focus: Pane::Entities,
            lower: Pane::Timeline,
            before_passages: Pane::Entities,
            is_zoomed: false,
            documents: Documents::default(),
            reader: Reading::default(),
            entities: Entities::default(),
            timeline: Timeline::default(),
            passages: Passages::default(),
            target: Strand::default(),
            mark: None,
            search: None,
            filter: Filter::default(),
            pins: None,
            references: References::default(),
            overlay: Overlay::None,
            compare: None,
            trail: Trail::default(),
            pages: Pages::default(),
            candidates: None,
            pending: Pending::default(),
            chosen: Vec::new(),
            selection: None,
            draft: None,
            citation: Style::default(),
            keeping: Keeping::default(),
            notice: None,
            mouse: Listen::On,
            cancelled: None,
            is_touched: false,
            is_marking: false,
            now: Duration::ZERO,
        }
    }

    /// The size of the screen.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// The corpus that is shown, to be kept while the session goes on.
    pub fn shared_corpus(&self) -> Arc<Corpus> {
        Arc::clone(&self.corpus)
    }

    /// The corpus that is shown.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// What was settled before the session started.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How far loading has come.
    pub const fn loading(&self) -> Loading {
        self.loading
    }

    /// What the corpus holds.
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// The pane in focus.
    pub const fn focus(&self) -> Pane {
        self.focus
    }

    /// Which of Timeline and Passages has the place that they may share.
    pub const fn lower(&self) -> Pane {
        self.lower
    }

    /// Whether the pane in focus fills the screen.
    pub const fn is_zoomed(&self) -> bool {
        self.is_zoomed
    }

    /// The pane Documents.
    pub const fn documents(&self) -> &Documents {
        &self.documents
    }

    /// The pane Reader.
    pub const fn reader(&self) -> &Reading {
        &self.reader
    }

    /// The pane Entities.
    pub const fn entities(&self) -> &Entities {
        &self.entities
    }

    /// The pane Timeline.
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The pane Passages.
    pub const fn passages(&self) -> &Passages {
        &self.passages
    }

    /// What was followed last.
    pub const fn target(&self) -> &Strand {
        &self.target
    }

    /// What Passages lists: the hits of a search, else the target.
    pub fn listed(&self) -> &Strand {
        self.search.as_ref().unwrap_or(&self.target)
    }

    /// Whether a search is walked.
    pub const fn is_searching(&self) -> bool {
        self.search.is_some()
    }

    /// What the lists keep, where something is pinned.
    pub const fn pins(&self) -> Option<&Strand> {
        self.pins.as_ref()
    }

    /// What the lists keep, term by term.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Which references count beside names, and are shown.
    pub const fn references(&self) -> References {
        self.references
    }

    /// The passages that the pins leave, where something is pinned.
    pub(super) fn pinned_passages(&self) -> Option<Vec<PassageIx>> {
        self.pins.as_ref().map(|pins| pins.passages.iter().map(|held| held.passage).collect())
    }

    /// What is marked everywhere: the search, else the item under the cursor, else the target.
    pub fn marked(&self) -> &Strand {
        self.search.as_ref().or(self.mark.as_ref().map(|mark| &mark.strand)).unwrap_or(&self.target)
    }

    /// What `n` walks: the search, else the entity or event marked in its list, else the target.
    pub fn walked(&self) -> &Strand {
        let chosen = self.mark.as_ref().filter(|mark| matches!(mark.from, Pane::Entities | Pane::Timeline));
        self.search.as_ref().or(chosen.map(|mark| &mark.strand)).unwrap_or(&self.target)
    }

    /// Which of the places that `n` walks the reader's caret rests on, from 1.
    pub fn step(&self) -> Option<usize> {
        let document = self.reader.position(&self.corpus)?;
        let caret = self.reader.caret;
        let hits = &self.walked().hits;
        let at = hits.partition_point(|hit| (self.corpus.document_of(*hit), hit.span.start) < (document, caret.at));
        let hit = hits.get(at).filter(|hit| self.corpus.document_of(**hit) == document)?;
        (hit.span.start == caret.at && caret.item.is_some()).then_some(at + 1)
    }

    /// The pane whose cursor marks what is marked; `None` for the target and a search.
    pub fn marks_from(&self) -> Option<Pane> {
        self.mark.as_ref().filter(|_| self.search.is_none()).map(|mark| mark.from)
    }

    /// What dims the events that share no passage with it: what is marked, unless Timeline's own cursor marks it.
    pub fn dimming(&self) -> Option<&Strand> {
        let marked = self.marked();
        (!marked.is_nothing() && self.marks_from() != Some(Pane::Timeline)).then_some(marked)
    }

    /// What is open over the panes.
    pub const fn overlay(&self) -> &Overlay {
        &self.overlay
    }

    /// The comparison, where it is open.
    pub const fn compare(&self) -> Option<&Compare> {
        self.compare.as_ref()
    }

    /// Where the reader has been.
    pub const fn trail(&self) -> &Trail {
        &self.trail
    }

    /// The entities that are marked for a merge.
    pub fn chosen(&self) -> &[EntityId] {
        &self.chosen
    }

    /// The words that are selected.
    pub const fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// Whether what the reader has done is safe.
    pub const fn keeping(&self) -> &Keeping {
        &self.keeping
    }

    /// What the reader should know now.
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The contexts that hold, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        let here: &[Context] = match &self.overlay {
            Overlay::Search(_) => &[Context::Search, Context::Field],
            Overlay::Filter(_) => &[Context::Filter, Context::Field],
            Overlay::Guide(guide) if guide.is_help() => &[Context::Help, Context::Field],
            Overlay::Leaving(_) => &[Context::Leaving, Context::Field],
            Overlay::Text(_) => &[Context::Text],
            Overlay::Prompt(_) => &[Context::Prompt, Context::Field],
            Overlay::Picker(picker) if matches!(picker.purpose, Purpose::Casework(_)) => {
                &[Context::Casework, Context::Choices, Context::Field]
            }
            Overlay::Finder(_) | Overlay::Guide(_) | Overlay::Picker(_) => &[Context::Choices, Context::Field],
            Overlay::None if self.compare.is_some() => &[Context::Compare],
            Overlay::None if self.selection.is_some() => &[Context::Selecting, Context::of(self.focus), Context::Main],
            Overlay::None => &[Context::of(self.focus), Context::Main],
        };
        here.iter().copied().chain([Context::Always]).collect()
    }

    /// The keys that have begun a chord, and what may follow, where that is to be shown.
    pub fn continuations(&self) -> Option<(&[Key], Vec<Continuation>)> {
        let Pending { keys, is_shown, .. } = &self.pending;
        let waits = *is_shown && !keys.is_empty();
        waits.then(|| (keys.as_slice(), continuations(&self.contexts(), keys)))
    }

    /// Whether a text field is open. Only then the terminal is asked for pastes.
    pub const fn has_text_field(&self) -> bool {
        !matches!(self.overlay, Overlay::None | Overlay::Text(_))
    }

    /// When [`super::Message::Deadline`] is due, as time since the start; `None` where nothing waits.
    pub fn deadline(&self) -> Option<Duration> {
        let Pending { keys, since, is_shown } = &self.pending;
        let prefix = (!keys.is_empty() && !is_shown).then(|| *since + PREFIX_WAITS);
        let notice = self.notice.as_ref().map(|notice| notice.until);
        prefix.into_iter().chain(notice).min()
    }
}
