//! [`State`]: everything that the session knows. It changes in `update` only.

mod leaving;
mod parts;
mod strands;
mod waiting;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use crate::app::compare::Compare;
use crate::app::filter::Filter;
use crate::app::finder::Candidates;
use crate::app::frozen::Frozen;
use crate::app::geometry::Size;
use crate::app::keeping::Keeping;
use crate::app::matrix::Table;
use crate::app::message::Listen;
use crate::app::pane::Pane;
use crate::app::panes::{Documents, Entities, Passages, Timeline};
use crate::app::prompt::Ask;
use crate::app::reading::{MEASURE, Pages, Reading};
use crate::app::selection::Selection;
use crate::app::splits::{Grip, Splits};
use crate::app::strand::Strand;
use crate::app::trail::{Place, Trail};
use crate::app::tray::Tray;
use crate::corpus::Corpus;
use crate::model::{DocumentId, EntityId, References};
use crate::report::Style;

pub use parts::{Awaited, Counts, Digits, Loading, Mark, Notice, Overlay, Pending, Settings};

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
    /// The panes that stay as they stand.
    pub(super) frozen: Frozen,
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
    pub(super) table: Option<Table>,
    pub(super) trail: Trail,
    /// The places that are marked, by their letters.
    pub(super) marks: BTreeMap<char, Place>,
    /// What the next key is the letter of.
    pub(super) awaited: Option<Awaited>,
    /// What was put aside as evidence.
    pub(super) tray: Tray,
    pub(super) pages: Pages,
    pub(super) candidates: Option<Arc<Candidates>>,

    pub(super) pending: Pending,
    /// The entities that are marked for a merge.
    pub(super) chosen: Vec<EntityId>,
    pub(super) selection: Option<Selection>,
    /// A note that was begun and left.
    pub(super) draft: Option<(Ask, String)>,
    /// The list of queries that was looked through last: its file, as it was typed.
    pub(super) list: String,
    /// How citations are worded.
    pub(super) citation: Style,
    pub(super) keeping: Keeping,
    pub(super) notice: Option<Notice>,
    pub(super) mouse: Listen,
    /// Cells that a line of text has at most.
    pub(super) measure: u16,
    /// Where borders between panes were dragged to.
    pub(super) splits: Splits,
    /// The border that the mouse holds.
    pub(super) grip: Option<Grip>,
    /// The documents that are new or changed since the last session over the same sources.
    pub(super) news: HashSet<DocumentId>,
    pub(super) cancelled: Option<Duration>,
    /// Whether the reader has done anything yet: until then each snapshot is shown from its beginning.
    pub(super) is_touched: bool,
    /// Whether the last thing done was to move over items: the place before the first of such moves is remembered, not each.
    pub(super) is_marking: bool,
    /// The time since the start, as the last message had it.
    pub(super) now: Duration,
}

impl State {
    /// A session that waits for its first snapshot.
    pub fn new(size: Size, settings: Settings) -> Self {
        Self {
            size,
            corpus: Arc::default(),
            loading: Loading::Starting,
            counts: Counts::default(),
            focus: Pane::Entities,
            lower: Pane::Timeline,
            before_passages: Pane::Entities,
            is_zoomed: false,
            frozen: Frozen::default(),
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
            references: settings.references,
            overlay: Overlay::None,
            compare: None,
            table: None,
            trail: Trail::default(),
            marks: BTreeMap::new(),
            awaited: None,
            tray: Tray::default(),
            pages: Pages::default(),
            candidates: None,
            pending: Pending::default(),
            chosen: Vec::new(),
            selection: None,
            draft: None,
            list: String::new(),
            citation: settings.citation,
            keeping: Keeping::default(),
            notice: settings.greeting.as_deref().map(Notice::greeting),
            mouse: settings.mouse,
            measure: MEASURE,
            splits: Splits::default(),
            grip: None,
            news: HashSet::new(),
            cancelled: None,
            is_touched: false,
            is_marking: false,
            now: Duration::ZERO,
            settings,
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

    /// Whether a document is new or changed since the last session over the same sources.
    pub fn is_new(&self, document: DocumentId) -> bool {
        self.news.contains(&document)
    }

    /// What was settled before the session started.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How far loading has come.
    pub const fn loading(&self) -> Loading {
        self.loading
    }

    /// Cells that a line of text has at most.
    pub const fn measure(&self) -> u16 {
        self.measure
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

    /// What is open over the panes.
    pub const fn overlay(&self) -> &Overlay {
        &self.overlay
    }

    /// The matrix, where it is open.
    pub const fn table(&self) -> Option<&Table> {
        self.table.as_ref()
    }

    /// The comparison, where it is open.
    pub const fn compare(&self) -> Option<&Compare> {
        self.compare.as_ref()
    }

    /// Where the reader has been.
    pub const fn trail(&self) -> &Trail {
        &self.trail
    }

    /// What was put aside as evidence.
    pub const fn tray(&self) -> &Tray {
        &self.tray
    }

    /// How citations are worded.
    pub const fn citation(&self) -> Style {
        self.citation
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
}
