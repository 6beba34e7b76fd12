//! The table: every command with its keys, where it holds and what it is called.

use crate::app::pane::Pane;

use super::chord::Chord;
use super::chord::Chord as K;
use super::command::{
    Calendar, Choose, Command as C, Compare, Copy, Edit, Focus, Go, Item, List, Move, Open, Program, Read, Select,
    Stop, Table, Tray, Walk, Work,
};

/// Where a command holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Everywhere, whatever is open.
    Always,
    /// In every pane.
    Main,
    /// In the pane Documents.
    Documents,
    /// In the pane Reader.
    Reader,
    /// In the pane Entities.
    Entities,
    /// In the pane Timeline.
    Timeline,
    /// In the pane Passages.
    Passages,
    /// In the comparison.
    Compare,
    /// In the matrix.
    Matrix,
    /// In the evidence tray.
    Tray,
    /// In a box of text.
    Text,
    /// In a box of choices.
    Choices,
    /// While words are selected in a text.
    Selecting,
    /// In the line of a note, a name or a date.
    Prompt,
    /// In the list of the casework.
    Casework,
    /// In the search line.
    Search,
    /// In the filter line.
    Filter,
    /// In the help.
    Help,
    /// In the box of what leaves.
    Leaving,
    /// Wherever text is typed.
    Field,
}

impl Context {
    /// Those of the single panes.
    const PANES: [Self; 5] = [Self::Documents, Self::Reader, Self::Entities, Self::Timeline, Self::Passages];

    /// All contexts, with the names by which settings call them.
    const NAMES: [(&'static str, Self); 20] = [
        ("always", Self::Always),
        ("main", Self::Main),
        ("documents", Self::Documents),
        ("reader", Self::Reader),
        ("entities", Self::Entities),
        ("timeline", Self::Timeline),
        ("passages", Self::Passages),
        ("compare", Self::Compare),
        ("matrix", Self::Matrix),
        ("tray", Self::Tray),
        ("text", Self::Text),
        ("choices", Self::Choices),
        ("selecting", Self::Selecting),
        ("prompt", Self::Prompt),
        ("casework", Self::Casework),
        ("search", Self::Search),
        ("filter", Self::Filter),
        ("help", Self::Help),
        ("export", Self::Leaving),
        ("typing", Self::Field),
    ];

    /// The names by which settings call contexts.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().map(|(name, _)| *name)
    }

    /// The context of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, context)| *context)
    }

    /// Said after the keys where they hold in one place only.
    pub(super) const fn place(self) -> &'static str {
        match self {
            Self::Documents => " in Documents",
            Self::Reader => " in Reader",
            Self::Entities => " in Entities",
            Self::Timeline => " in Timeline",
            Self::Passages => " in Passages",
            Self::Compare => " in the comparison",
            Self::Matrix => " in the matrix",
            Self::Tray => " in the tray",
            Self::Search => " in the search line",
            Self::Filter => " in the filter line",
            Self::Selecting => " while selecting",
            Self::Prompt => " in notes, names and dates",
            Self::Casework => " in Casework",
            Self::Choices => " in finder and palette",
            Self::Text => " in boxes of text",
            Self::Help => " in help",
            Self::Leaving => " in the export",
            Self::Always | Self::Main | Self::Field => "",
        }
    }

    /// Whether both may hold at once.
    pub(super) fn meets(self, other: Self) -> bool {
        let is_within = |inner: Self, outer| match outer {
            Self::Always => true,
            Self::Main => Self::PANES.contains(&inner),
            _ => false,
        };
        self == other || is_within(self, other) || is_within(other, self)
    }

    /// The context of a pane.
    pub const fn of(pane: Pane) -> Self {
        match pane {
            Pane::Documents => Self::Documents,
            Pane::Reader => Self::Reader,
            Pane::Entities => Self::Entities,
            Pane::Timeline => Self::Timeline,
            Pane::Passages => Self::Passages,
        }
    }
}

/// What belongs together in help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Following strings.
    Follow,
    /// Finding things.
    Find,
    /// Moving a cursor.
    Move,
    /// Panes and places.
    Panes,
    /// Reading a text.
    Read,
    /// Lists.
    Lists,
    /// The reader's own work.
    Work,
    /// Comparing documents.
    Compare,
    /// Typing.
    Type,
    /// The program itself.
    Program,
}

impl Group {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 10] = [
        Self::Follow,
        Self::Find,
        Self::Move,
        Self::Panes,
        Self::Read,
        Self::Lists,
        Self::Work,
        Self::Compare,
        Self::Type,
        Self::Program,
    ];

    /// Its heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Follow => "Follow",
            Self::Find => "Find",
            Self::Move => "Move",
            Self::Panes => "Panes and places",
            Self::Read => "Read",
            Self::Lists => "Lists",
            Self::Work => "Correct, note and copy",
            Self::Compare => "Compare",
            Self::Type => "Boxes and typing",
            Self::Program => "Program",
        }
    }
}

/// A command as it is offered in some contexts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What happens.
    pub command: C,
    /// Its lasting name: noun.verb.
    pub name: &'static str,
    /// Its keys, the first one shown first.
    pub keys: &'static [Chord],
    /// Where it holds.
    pub contexts: &'static [Context],
    /// Where it stands in help.
    pub group: Group,
    /// In a word or two, for the footer.
    pub short: &'static str,
    /// In a line, for help and the README.
    pub long: &'static str,
}

impl Entry {
    /// Whether it holds in single panes.
    pub(super) fn is_of_panes(&self) -> bool {
        self.contexts.first().is_some_and(|context| Context::PANES.contains(context))
    }

    /// Where it holds, where that is one pane or several.
    pub fn places(&self) -> String {
        let places: Vec<&str> =
            self.contexts.iter().map(|context| context.place()).filter(|at| !at.is_empty()).collect();
        match places.as_slice() {
            [first, rest @ ..] if self.is_of_panes() => {
                let rest = rest.iter().map(|place| place.replacen(" in", " and in", 1));
                std::iter::once((*first).to_owned()).chain(rest).collect()
            }
            _ => String::new(),
        }
    }
}

const fn entry(
    command: C,
    name: &'static str,
    keys: &'static [Chord],
    contexts: &'static [Context],
    group: Group,
    short: &'static str,
    long: &'static str,
) -> Entry {
    Entry { command, name, keys, contexts, group, short, long }
}

use Context as On;
use Group as G;

const MAIN: &[On] = &[On::Main];
const ALWAYS: &[On] = &[On::Always];
const MOVING: &[On] = &[On::Main, On::Compare, On::Text, On::Matrix, On::Tray];
const SCROLLING: &[On] = &[On::Compare, On::Text];
const READING: &[On] = &[On::Reader, On::Compare];
const CHOOSING: &[On] = &[On::Choices, On::Help, On::Leaving];
const IN_TRAY: &[On] = &[On::Tray];
const ANNOTATING: &[On] = &[On::Main, On::Compare];
const NAMED: &[On] = &[On::Entities, On::Reader, On::Passages];
const TYPING: &[On] = &[On::Field];

/// Every command.
#[rustfmt::skip]
pub const TABLE: &[Entry] = &[
    entry(C::Item(Item::Follow), "entity.follow", &[K("enter")], &[On::Entities], G::Follow, "every passage", "Follow the entity: all its passages"),
    entry(C::Item(Item::Follow), "event.follow", &[K("enter")], &[On::Timeline], G::Follow, "its passages", "Follow the event: the passages that state it"),
    entry(C::Item(Item::Follow), "passage.open", &[K("enter")], &[On::Passages], G::Follow, "read it here", "Read the passage where it stands, at the very words"),
    entry(C::Item(Item::Follow), "document.open", &[K("enter")], &[On::Documents], G::Follow, "read it", "Open the document in the reader"),
    entry(C::Item(Item::Follow), "mention.follow", &[K("enter")], &[On::Reader], G::Follow, "its passages", "Follow the name or date under the cursor; open a fold"),
    entry(C::Walk(Walk::Next), "mention.next", &[K("n")], &[On::Main, On::Compare], G::Follow, "next mention", "Next mention of what the reader's title names, or hit"),
    entry(C::Walk(Walk::Previous), "mention.previous", &[K("N")], &[On::Main, On::Compare], G::Follow, "previous mention", "Mention or hit before; both cross documents"),
    entry(C::Walk(Walk::NextDocument), "target.next_document", &[K("] ]")], MAIN, G::Follow, "next document", "First mention in the next document that has one"),
    entry(C::Walk(Walk::PreviousDocument), "target.previous_document", &[K("[ [")], MAIN, G::Follow, "previous document", "First mention in the document before that has one"),
    entry(C::Item(Item::And), "target.and", &[K("&")], MAIN, G::Follow, "and with", "Add the item to the target (A and B), or take it out"),
    entry(C::Item(Item::Without), "target.without", &[K("!")], MAIN, G::Follow, "without", "Leave out what holds the item (A not B), or let it in"),
    entry(C::Item(Item::Pin), "item.pin", &[K("p")], MAIN, G::Follow, "pin", "Pin or unpin: lists keep what shares passages with it"),
    entry(C::Item(Item::Why), "item.why", &[K("i")], &[On::Main, On::Compare], G::Follow, "why", "Why: how this was found, linked and dated"),
    entry(C::Item(Item::Details), "document.details", &[K("I")], &[On::Main, On::Compare], G::Follow, "details", "The document's source, date, hash; files skipped"),

    entry(C::Open(Open::Finder), "finder.open", &[K("f")], MAIN, G::Find, "find", "Find anything that has a name, by a few letters"),
    entry(C::Open(Open::Search), "search.open", &[K("/")], MAIN, G::Find, "search", "Search the texts; n walks the hits until Esc"),
    entry(C::Work(Work::SaveSearch), "search.save", &[], MAIN, G::Find, "save search", "Save the search under a name; the finder lists it"),
    entry(C::Work(Work::Searches), "search.saved", &[], MAIN, G::Find, "saved searches", "The saved searches; Enter opens the passages"),
    entry(C::Open(Open::Batch), "search.batch", &[], MAIN, G::Find, "search a list", "Search for each line of a file, line by line"),
    entry(C::Open(Open::Filter), "filter.open", &[K("F")], MAIN, G::Find, "filter", "Filter line: Holm doc:news 2016-12..2017 \"so\" -not"),
    entry(C::Open(Open::Date), "date.go", &[K("g d")], MAIN, G::Find, "date", "Go to a date on the timeline: 2016-12-29, 2016-12"),
    entry(C::Open(Open::Compare), "compare.open", &[K("c")], MAIN, G::Find, "compare", "Beside this document, the one with most of the target"),
    entry(C::Open(Open::Matrix), "matrix.open", &[K("v")], MAIN, G::Find, "matrix", "Who is named by which source, who by none: a matrix"),
    entry(C::Open(Open::Export), "report.export", &[K("x")], MAIN, G::Find, "export", "Take passages away as a file, with their sources"),
    entry(C::Open(Open::Palette), "palette.open", &[K(":")], &[On::Main, On::Compare, On::Matrix], G::Find, "commands", "All commands by name; a number goes to that row"),
    entry(C::Open(Open::Help), "help.open", &[K("?"), K("f1")], &[On::Main, On::Compare, On::Matrix, On::Text, On::Tray], G::Find, "help", "All keys, searchable"),

    entry(C::Move(Move::Down), "move.down", &[K("j"), K("down")], MAIN, G::Move, "choose", "Down; marks the item's mentions everywhere"),
    entry(C::Move(Move::Down), "text.down", &[K("j"), K("down")], SCROLLING, G::Move, "scroll", "A line down in the comparison or a box of text"),
    entry(C::Move(Move::Up), "move.up", &[K("k"), K("up")], MOVING, G::Move, "up", "Up"),
    entry(C::Move(Move::HalfDown), "move.half_page_down", &[K("C-d")], MOVING, G::Move, "half a page", "Half a page down"),
    entry(C::Move(Move::HalfUp), "move.half_page_up", &[K("C-u")], MOVING, G::Move, "half a page up", "Half a page up"),
    entry(C::Move(Move::PageDown), "move.page_down", &[K("pagedown"), K("C-f")], MOVING, G::Move, "page", "A page down"),
    entry(C::Move(Move::PageUp), "move.page_up", &[K("pageup"), K("C-b")], MOVING, G::Move, "page up", "A page up"),
    entry(C::Move(Move::First), "move.first", &[K("g g"), K("home")], MOVING, G::Move, "first", "To the first row"),
    entry(C::Move(Move::Last), "move.last", &[K("G"), K("end")], MOVING, G::Move, "last", "To the last row"),

    entry(C::Focus(Focus::Next), "pane.next", &[K("tab")], MAIN, G::Panes, "next pane", "Next pane"),
    entry(C::Focus(Focus::Previous), "pane.previous", &[K("S-tab")], MAIN, G::Panes, "previous pane", "Previous pane"),
    entry(C::Focus(Focus::To(Pane::Documents)), "pane.documents", &[K("1")], MAIN, G::Panes, "documents", "To Documents"),
    entry(C::Focus(Focus::To(Pane::Reader)), "pane.reader", &[K("2")], MAIN, G::Panes, "reader", "To Reader"),
    entry(C::Focus(Focus::To(Pane::Entities)), "pane.entities", &[K("3")], MAIN, G::Panes, "entities", "To Entities"),
    entry(C::Focus(Focus::To(Pane::Timeline)), "pane.timeline", &[K("4")], MAIN, G::Panes, "timeline", "To Timeline"),
    entry(C::Focus(Focus::To(Pane::Passages)), "pane.passages", &[K("5")], MAIN, G::Panes, "passages", "To Passages"),
    entry(C::Focus(Focus::Zoom), "pane.zoom", &[K("z")], MAIN, G::Panes, "zoom", "The pane fills the screen, or gives it back"),
    entry(C::Focus(Focus::Freeze), "pane.freeze", &[K("g f")], MAIN, G::Panes, "freeze", "The pane stays as it stands, or follows again"),
    entry(C::Go(Go::Back), "place.back", &[K("H"), K("A-left"), K("C-o")], MAIN, G::Panes, "back", "Back to where you were"),
    entry(C::Go(Go::Forward), "place.forward", &[K("L"), K("A-right")], MAIN, G::Panes, "forward", "Forward again"),
    entry(C::Go(Go::Mark), "mark.set", &[K("m")], MAIN, G::Panes, "mark", "Mark this place: m and a letter from a to z"),
    entry(C::Go(Go::Marked), "mark.go", &[K("'")], MAIN, G::Panes, "to a mark", "To a mark: ' and its letter; '' to the last place"),
    entry(C::Go(Go::NextDocument), "document.next", &[K("J")], MAIN, G::Panes, "next document", "Read the next document, from any pane"),
    entry(C::Go(Go::PreviousDocument), "document.previous", &[K("K")], MAIN, G::Panes, "previous document", "Read the document before, from any pane"),

    entry(C::Read(Read::Next(Stop::Anything)), "reader.next_name", &[K("w"), K("right")], READING, G::Read, "next name or date", "Cursor to the next name or date"),
    entry(C::Read(Read::Previous(Stop::Anything)), "reader.previous_name", &[K("b"), K("left")], READING, G::Read, "previous name", "Cursor to the name or date before"),
    entry(C::Read(Read::Next(Stop::Person)), "reader.next_person", &[K("] p")], READING, G::Read, "next person", "Cursor to the next person"),
    entry(C::Read(Read::Previous(Stop::Person)), "reader.previous_person", &[K("[ p")], READING, G::Read, "previous person", "Cursor to the person before"),
    entry(C::Read(Read::Next(Stop::Organization)), "reader.next_organization", &[K("] o")], READING, G::Read, "next organization", "Cursor to the next organization"),
    entry(C::Read(Read::Previous(Stop::Organization)), "reader.previous_organization", &[K("[ o")], READING, G::Read, "previous organization", "Cursor to the organization before"),
    entry(C::Read(Read::Next(Stop::Time)), "reader.next_date", &[K("] d")], READING, G::Read, "next date", "Cursor to the next date or time"),
    entry(C::Read(Read::Previous(Stop::Time)), "reader.previous_date", &[K("[ d")], READING, G::Read, "previous date", "Cursor to the date or time before"),
    entry(C::Read(Read::Next(Stop::Note)), "reader.next_note", &[K("] n")], READING, G::Read, "next note", "Cursor to your next note, tag or bookmark"),
    entry(C::Read(Read::Previous(Stop::Note)), "reader.previous_note", &[K("[ n")], READING, G::Read, "previous note", "Cursor to the note, tag or bookmark before"),
    entry(C::Read(Read::Next(Stop::Paragraph)), "reader.next_paragraph", &[K("}")], READING, G::Read, "next paragraph", "Next paragraph"),
    entry(C::Read(Read::Previous(Stop::Paragraph)), "reader.previous_paragraph", &[K("{")], READING, G::Read, "previous paragraph", "Paragraph before"),
    entry(C::Read(Read::Narrower), "reader.narrower", &[K("<")], READING, G::Read, "narrower", "Shorter lines"),
    entry(C::Read(Read::Wider), "reader.wider", &[K(">")], READING, G::Read, "wider", "Longer lines, as far as the pane has room"),
    entry(C::Read(Read::Unfold), "reader.unfold", &[K("l")], READING, G::Read, "unfold", "Open folded page furniture"),
    entry(C::Read(Read::Fold), "reader.fold", &[K("h")], READING, G::Read, "fold", "Fold the page furniture again"),

    entry(C::List(List::Kind), "entities.kind", &[K("t")], &[On::Entities], G::Lists, "kind", "All, people, organizations, places or doubtful"),
    entry(C::List(List::Order), "entities.sort", &[K("s")], &[On::Entities], G::Lists, "sort", "By mentions, by documents or by name"),
    entry(C::List(List::Related), "entities.related", &[K("R")], &[On::Entities], G::Lists, "related", "Who stands in the same passages, by count; again, all"),
    entry(C::Item(Item::Names), "entity.names", &[K("A")], &[On::Entities], G::Lists, "names", "All its names, roles and documents, counted"),
    entry(C::List(List::References), "references.show", &[K(".")], &[On::Main, On::Compare], G::Lists, "references", "Roles and pronouns: the sure ones, none, or all"),
    entry(C::List(List::Context), "passages.sort", &[K("g s")], &[On::Passages], G::Lists, "sort", "In groups, by the words behind, by those before"),
    entry(C::List(List::Grouping), "passages.group", &[K("g b")], &[On::Passages], G::Lists, "group", "By document, by date, by who is beside"),
    entry(C::List(List::FoldAll), "passages.fold_all", &[K("g h")], &[On::Passages], G::Lists, "fold all", "Fold all groups, or open all"),
    entry(C::List(List::Pick), "passages.pick", &[K("space")], &[On::Passages], G::Lists, "pick", "Pick the passage or group out, to copy or export"),
    entry(C::List(List::Unfold), "list.unfold", &[K("l"), K("right")], &[On::Entities, On::Passages], G::Lists, "unfold", "Open the group under the cursor"),
    entry(C::List(List::Fold), "list.fold", &[K("h"), K("left")], &[On::Entities, On::Passages], G::Lists, "fold", "Fold the group under the cursor"),

    entry(C::Calendar(Calendar::Finer), "timeline.finer", &[K("+"), K("=")], &[On::Timeline], G::Lists, "zoom", "Group by a finer unit: year, month, week, day"),
    entry(C::Calendar(Calendar::Coarser), "timeline.coarser", &[K("-")], &[On::Timeline], G::Lists, "coarser", "Group by a coarser unit"),
    entry(C::Calendar(Calendar::NextDay), "timeline.next_day", &[K("d")], &[On::Timeline], G::Lists, "next day", "To the next day that something is dated to"),
    entry(C::Calendar(Calendar::PreviousDay), "timeline.previous_day", &[K("D")], &[On::Timeline], G::Lists, "day before", "To the day before that something is dated to"),
    entry(C::Calendar(Calendar::NextStretch), "timeline.next_stretch", &[K("l"), K("right")], &[On::Timeline], G::Lists, "along the bar", "To the next bar that holds something"),
    entry(C::Calendar(Calendar::PreviousStretch), "timeline.previous_stretch", &[K("h"), K("left")], &[On::Timeline], G::Lists, "back along the bar", "To the bar before that holds something"),
    entry(C::Calendar(Calendar::NextDifference), "timeline.next_difference", &[K("] c")], &[On::Timeline], G::Lists, "next difference", "To the next event that sources tell differently"),
    entry(C::Calendar(Calendar::PreviousDifference), "timeline.previous_difference", &[K("[ c")], &[On::Timeline], G::Lists, "difference before", "To the event before that sources tell differently"),
    entry(C::Calendar(Calendar::Clock), "timeline.clock", &[K("t")], &[On::Timeline], G::Lists, "clock", "By when it happened, or by when it was reported"),
    entry(C::Calendar(Calendar::Undated), "timeline.undated", &[K("U")], &[On::Timeline], G::Lists, "undated", "To what has no place on the calendar"),
    entry(C::Calendar(Calendar::Pin), "timeline.pin", &[K("P")], &[On::Timeline], G::Lists, "pin the stretch", "Pin the day, week, month or year under the cursor"),
    entry(C::Work(Work::Note), "note.add", &[K("a")], ANNOTATING, G::Work, "note", "A note beside the item, the passage or the selection"),
    entry(C::Work(Work::Tag), "tag.add", &[K("#")], ANNOTATING, G::Work, "tag", "A tag, or take it off; offers the tags there are"),
    entry(C::Work(Work::Bookmark), "bookmark.add", &[K("*")], ANNOTATING, G::Work, "bookmark", "A bookmark, or take it away"),
    entry(C::Tray(Tray::Put), "tray.put", &[K("e")], ANNOTATING, G::Work, "tray", "Put the passage or the selection into the tray"),
    entry(C::Tray(Tray::Open), "tray.open", &[K("E")], ANNOTATING, G::Work, "look at the tray", "The evidence tray: what you have put aside"),
    entry(C::Move(Move::Down), "tray.down", &[K("j"), K("down")], IN_TRAY, G::Work, "choose", "The next piece"),
    entry(C::Tray(Tray::Follow), "tray.read", &[K("enter")], IN_TRAY, G::Work, "read it", "Read the piece where it stands"),
    entry(C::Tray(Tray::Later), "tray.later", &[K("J"), K("S-down")], IN_TRAY, G::Work, "move", "Move the piece down, in your own order"),
    entry(C::Tray(Tray::Earlier), "tray.earlier", &[K("K"), K("S-up")], IN_TRAY, G::Work, "move up", "Move the piece up"),
    entry(C::Tray(Tray::Remove), "tray.remove", &[K("d"), K("delete")], IN_TRAY, G::Work, "take out", "Take the piece out; the source keeps it"),
    entry(C::Tray(Tray::Copy), "tray.copy", &[K("y")], IN_TRAY, G::Work, "copy all", "Copy all as quotes with their citations, in order"),
    entry(C::Tray(Tray::Export), "tray.export", &[K("x")], IN_TRAY, G::Work, "export", "Take the passages of the tray away as a file"),
    entry(C::Tray(Tray::Keep), "tray.keep", &[K("#")], IN_TRAY, G::Work, "tag all", "Tag all as #evidence, in the casebook for good"),
    entry(C::Work(Work::Review), "document.review", &[K("R")], &[On::Documents], G::Work, "reviewed", "Mark the document as reviewed, or take the mark away"),
    entry(C::Work(Work::Browse), "casework.browse", &[K("C")], ANNOTATING, G::Work, "casework", "All notes, tags, bookmarks, corrections; the history"),
    entry(C::Work(Work::Undo), "casework.undo", &[K("u")], ANNOTATING, G::Work, "undo", "Undo the last of your own work, also of earlier days"),
    entry(C::Work(Work::Redo), "casework.redo", &[K("C-r")], ANNOTATING, G::Work, "redo", "Do it again"),
    entry(C::Work(Work::Mark), "entity.mark", &[K("space")], &[On::Entities], G::Work, "mark", "Mark the entity, for M or X"),
    entry(C::Work(Work::Merge), "entity.merge", &[K("M")], NAMED, G::Work, "merge", "Merge the marked, or choose who it or a name is"),
    entry(C::Work(Work::Split), "entity.split", &[K("S")], &[On::Entities], G::Work, "split", "Split off a form of the name, a document, a mention"),
    entry(C::Work(Work::Rename), "entity.rename", &[K("=")], NAMED, G::Work, "rename", "Another name or kind"),
    entry(C::Work(Work::Reject), "entity.reject", &[K("X")], NAMED, G::Work, "hide", "Hide the entity; in texts: this name is not that one"),
    entry(C::Work(Work::Confirm), "mention.confirm", &[K("+")], &[On::Reader, On::Passages], G::Work, "confirm", "This name is whom it is linked to, for certain"),
    entry(C::Work(Work::Set), "date.set", &[K("T")], MAIN, G::Work, "set date", "Set a publication date, or what a time means"),
    entry(C::Work(Work::Furniture), "passage.furniture", &[K("~")], &[On::Reader], G::Work, "furniture", "The passage is page furniture, or is none"),
    entry(C::Work(Work::Select), "words.select", &[K("V")], &[On::Reader], G::Work, "select words", "Select words, for a note, a copy, a missed name"),
    entry(C::Select(Select::NextWord), "selection.next_word", &[K("w"), K("right")], &[On::Selecting], G::Work, "next word", "The next word instead"),
    entry(C::Select(Select::PreviousWord), "selection.previous_word", &[K("b"), K("left")], &[On::Selecting], G::Work, "previous word", "The word before instead"),
    entry(C::Select(Select::Longer), "selection.longer", &[K("l"), K("S-right")], &[On::Selecting], G::Work, "longer", "One word longer"),
    entry(C::Select(Select::Shorter), "selection.shorter", &[K("h"), K("S-left")], &[On::Selecting], G::Work, "shorter", "One word shorter"),
    entry(C::Select(Select::Passage), "selection.passage", &[K("V")], &[On::Selecting], G::Work, "whole sentence", "The whole sentences that it touches"),
    entry(C::Select(Select::Name), "selection.name", &[K("+"), K("M")], &[On::Selecting], G::Work, "whose name", "A name that was missed: choose whose it is"),
    entry(C::Copy(Copy::Line), "copy.line", &[K("y y")], ANNOTATING, G::Work, "line", "Copy the item's line"),
    entry(C::Copy(Copy::Quote), "copy.quote", &[K("y q")], ANNOTATING, G::Work, "quote", "Copy the passage or the selection"),
    entry(C::Copy(Copy::Citation), "copy.citation", &[K("y c")], ANNOTATING, G::Work, "citation", "Copy its citation"),
    entry(C::Copy(Copy::QuoteWithCitation), "copy.quote_with_citation", &[K("y m")], ANNOTATING, G::Work, "quote and citation", "Copy the quote with its citation"),
    entry(C::Copy(Copy::Original), "original.show", &[K("o")], ANNOTATING, G::Work, "original", "Show and copy where the original is; opens nothing"),
    entry(C::Copy(Copy::Style), "copy.style", &[K("y s")], ANNOTATING, G::Work, "style", "Cite in another of three styles"),
    entry(C::Work(Work::EditNote), "note.edit", &[K("tab")], &[On::Casework], G::Work, "rewrite", "Rewrite the note under the cursor"),
    entry(C::Work(Work::EditOutside), "note.edit_outside", &[K("C-e")], &[On::Prompt, On::Casework], G::Work, "in your editor", "Write the note in $EDITOR"),
    entry(C::Work(Work::TakeBack), "casework.take_back", &[K("C-x")], &[On::Casework], G::Work, "take back", "Take back what is under the cursor"),
    entry(C::Work(Work::Save), "casework.save", &[], ANNOTATING, G::Work, "save again", "Try again to save what could not be saved"),
    entry(C::Work(Work::Export), "casework.export", &[], ANNOTATING, G::Work, "save elsewhere", "Write the casebook into another file too"),
    entry(C::Compare(Compare::NextColumn), "compare.next_column", &[K("tab")], &[On::Compare], G::Compare, "column", "The next column"),
    entry(C::Compare(Compare::PreviousColumn), "compare.previous_column", &[K("S-tab")], &[On::Compare], G::Compare, "column before", "The column before"),
    entry(C::Compare(Compare::NextPassage), "compare.next_passage", &[K("] ]")], &[On::Compare], G::Compare, "next passage", "Next passage of the target; aligned columns go along"),
    entry(C::Compare(Compare::PreviousPassage), "compare.previous_passage", &[K("[ [")], &[On::Compare], G::Compare, "previous passage", "Passage of the target before"),
    entry(C::Compare(Compare::Scrolling), "compare.scrolling", &[K("=")], &[On::Compare], G::Compare, "aligned, linked, alone", "Columns aligned by passages, linked, or each alone"),
    entry(C::Compare(Compare::Add), "compare.add", &[K("+")], &[On::Compare], G::Compare, "add column", "One more source, up to four: who has most of it"),
    entry(C::Compare(Compare::Close), "compare.close", &[K("-")], &[On::Compare], G::Compare, "close column", "Close this column"),
    entry(C::Compare(Compare::ChooseFirst), "compare.choose_first", &[K("A")], &[On::Compare], G::Compare, "choose A", "Choose the document of column A"),
    entry(C::Compare(Compare::ChooseSecond), "compare.choose_second", &[K("B")], &[On::Compare], G::Compare, "choose B", "Choose the document of column B"),
    entry(C::Compare(Compare::ChooseHere), "compare.choose_here", &[K("c")], &[On::Compare], G::Compare, "choose this one", "Choose the document of this column"),
    entry(C::Compare(Compare::Swap), "compare.swap", &[K("x")], &[On::Compare], G::Compare, "swap", "This column changes places with the next one"),
    entry(C::Compare(Compare::NextDifference), "compare.next_difference", &[K("] c")], &[On::Compare], G::Compare, "next difference", "The next event that sources tell differently"),
    entry(C::Compare(Compare::PreviousDifference), "compare.previous_difference", &[K("[ c")], &[On::Compare], G::Compare, "difference before", "The one before"),
    entry(C::Compare(Compare::Follow), "compare.read", &[K("enter")], &[On::Compare], G::Compare, "read it here", "Close the comparison and read on at this place"),

    entry(C::Move(Move::Down), "matrix.down", &[K("j"), K("down")], &[On::Matrix], G::Compare, "rows", "The next row"),
    entry(C::Table(Table::NextColumn), "matrix.next_column", &[K("l"), K("right"), K("tab")], &[On::Matrix], G::Compare, "column", "The next column"),
    entry(C::Table(Table::PreviousColumn), "matrix.previous_column", &[K("h"), K("left"), K("S-tab")], &[On::Matrix], G::Compare, "column before", "The column before"),
    entry(C::Table(Table::Order), "matrix.sort", &[K("s")], &[On::Matrix], G::Compare, "sort by column", "Sort by this column; again, the silent first"),
    entry(C::Table(Table::Kind), "matrix.kind", &[K("t")], &[On::Matrix], G::Compare, "kind", "All, people, organizations, places or events"),
    entry(C::Table(Table::Follow), "matrix.follow", &[K("enter")], &[On::Matrix], G::Compare, "passages", "The cell's passages; in the name column, all its row"),

    entry(C::Choose(Choose::Accept), "choice.accept", &[K("enter")], &[On::Choices, On::Search, On::Filter, On::Leaving, On::Prompt], G::Type, "go", "Take the choice or the line; keep search or filter"),
    entry(C::Choose(Choose::Next), "choice.next", &[K("down"), K("C-n")], CHOOSING, G::Type, "next", "Next choice"),
    entry(C::Choose(Choose::Previous), "choice.previous", &[K("up"), K("C-p")], CHOOSING, G::Type, "previous", "Choice before"),
    entry(C::Choose(Choose::PageDown), "choice.page_down", &[K("pagedown"), K("C-d")], CHOOSING, G::Type, "page", "A page of choices on"),
    entry(C::Choose(Choose::PageUp), "choice.page_up", &[K("pageup")], CHOOSING, G::Type, "page up", "A page of choices back"),
    entry(C::Choose(Choose::Kind), "choice.kind", &[K("C-t")], &[On::Choices, On::Leaving, On::Prompt], G::Type, "kind", "The next kind: of what is offered, of the entity"),
    entry(C::Choose(Choose::Scope), "choice.scope", &[K("tab")], &[On::Leaving], G::Type, "what leaves", "What Passages lists, or everything"),
    entry(C::Choose(Choose::Next), "search.next", &[K("down"), K("C-n")], &[On::Search], G::Type, "next hit", "Next hit while typing"),
    entry(C::Choose(Choose::Previous), "search.previous", &[K("up"), K("C-p")], &[On::Search], G::Type, "previous hit", "Previous hit while typing"),
    entry(C::Edit(Edit::Left), "edit.left", &[K("left")], TYPING, G::Type, "left", "One character left"),
    entry(C::Edit(Edit::Right), "edit.right", &[K("right")], TYPING, G::Type, "right", "One character right"),
    entry(C::Edit(Edit::Start), "edit.start", &[K("C-a"), K("home")], TYPING, G::Type, "start", "To the start of the line"),
    entry(C::Edit(Edit::End), "edit.end", &[K("C-e"), K("end")], TYPING, G::Type, "end", "To the end of the line"),
    entry(C::Edit(Edit::Backspace), "edit.backspace", &[K("backspace"), K("C-h")], TYPING, G::Type, "delete", "Delete the character before"),
    entry(C::Edit(Edit::Delete), "edit.delete", &[K("delete")], TYPING, G::Type, "delete", "Delete the character at the cursor"),
    entry(C::Edit(Edit::Word), "edit.delete_word", &[K("C-w")], TYPING, G::Type, "delete word", "Delete the word before"),
    entry(C::Edit(Edit::Clear), "edit.clear", &[K("C-u")], TYPING, G::Type, "clear", "Delete everything before"),

    entry(C::Program(Program::StepBack), "step.back", &[K("esc")], ALWAYS, G::Program, "back", "Step back one thing; never quits"),
    entry(C::Program(Program::Close), "view.close", &[K("q")], &[On::Main, On::Compare, On::Matrix, On::Text, On::Tray], G::Program, "quit", "Close the view; at the root, quit"),
    entry(C::Program(Program::Cancel), "program.cancel", &[K("C-c")], ALWAYS, G::Program, "cancel", "Cancel typing or loading; twice, quit"),
    entry(C::Program(Program::Reload), "sources.reload", &[K("r")], MAIN, G::Program, "reload", "Read the sources again"),
    entry(C::Program(Program::Redraw), "screen.redraw", &[K("C-l")], ALWAYS, G::Program, "redraw", "Draw the screen anew"),
    entry(C::Program(Program::Mouse), "mouse.toggle", &[K("f2")], ALWAYS, G::Program, "mouse", "Mouse on or off; off, the terminal selects text"),
    entry(C::Program(Program::Suspend), "program.suspend", &[K("C-z")], ALWAYS, G::Program, "suspend", "Back to the shell until it says fg"),
];

/// The keys that matter in a context, most useful first.
#[rustfmt::skip]
pub const fn hints(context: Context) -> &'static [C] {
    const FOLLOW: C = C::Item(Item::Follow);
    const DOWN: C = C::Move(Move::Down);
    const TAB: C = C::Focus(Focus::Next);
    const NEXT: C = C::Walk(Walk::Next);
    const SEARCH: C = C::Open(Open::Search);
    const FIND: C = C::Open(Open::Finder);
    const COMPARE: C = C::Open(Open::Compare);
    const BACK: C = C::Go(Go::Back);
    const PIN: C = C::Item(Item::Pin);
    const WHY: C = C::Item(Item::Why);
    const AND: C = C::Item(Item::And);
    const NOTE: C = C::Work(Work::Note);
    const ZOOM: C = C::Focus(Focus::Zoom);
    const PUT: C = C::Tray(Tray::Put);
    const ESC: C = C::Program(Program::StepBack);
    match context {
        Context::Documents => &[DOWN, FOLLOW, TAB, COMPARE, C::Item(Item::Details), SEARCH, FIND, PIN, NOTE, NEXT, BACK, ZOOM],
        Context::Reader => &[NEXT, C::Read(Read::Next(Stop::Anything)), FOLLOW, WHY, COMPARE, SEARCH, FIND, NOTE, PUT, BACK, TAB, AND, PIN, ZOOM],
        Context::Timeline => &[DOWN, FOLLOW, C::Calendar(Calendar::NextDifference), C::Calendar(Calendar::Finer), TAB, WHY, C::Calendar(Calendar::NextDay), C::Calendar(Calendar::Clock), NEXT, NOTE, PIN, SEARCH, FIND, COMPARE, BACK, AND, ZOOM],
        Context::Passages => &[DOWN, FOLLOW, NEXT, C::List(List::Fold), C::List(List::Pick), C::List(List::Grouping), C::List(List::Context), NOTE, PUT, COMPARE, TAB, SEARCH, FIND, BACK, ZOOM],
        Context::Compare => &[C::Compare(Compare::NextColumn), C::Compare(Compare::NextPassage), C::Compare(Compare::Scrolling), DOWN, C::Compare(Compare::Follow), C::Compare(Compare::Add), C::Compare(Compare::Close), C::Compare(Compare::ChooseHere), C::Compare(Compare::Swap), C::Compare(Compare::NextDifference), ESC],
        Context::Matrix => &[DOWN, C::Table(Table::NextColumn), C::Table(Table::Follow), C::Table(Table::Order), C::Table(Table::Kind), ESC],
        Context::Tray => &[DOWN, C::Tray(Tray::Follow), C::Tray(Tray::Later), C::Tray(Tray::Copy), C::Tray(Tray::Export), C::Tray(Tray::Keep), C::Tray(Tray::Remove), ESC],
        Context::Text => &[DOWN],
        Context::Choices => &[C::Choose(Choose::Accept), C::Choose(Choose::Next), C::Choose(Choose::Kind)],
        Context::Leaving => &[C::Choose(Choose::Accept), C::Choose(Choose::Next), C::Choose(Choose::Kind), C::Choose(Choose::Scope)],
        Context::Search => &[C::Choose(Choose::Accept), C::Choose(Choose::Next)],
        Context::Filter => &[C::Choose(Choose::Accept)],
        Context::Prompt => &[C::Choose(Choose::Accept), C::Work(Work::EditOutside), C::Choose(Choose::Kind)],
        Context::Casework => &[C::Choose(Choose::Accept), C::Choose(Choose::Kind), C::Work(Work::TakeBack), C::Work(Work::EditNote), C::Work(Work::EditOutside)],
        Context::Selecting => &[C::Select(Select::NextWord), C::Select(Select::Longer), C::Select(Select::Passage), C::Work(Work::Note), C::Work(Work::Tag), C::Select(Select::Name), C::Copy(Copy::Quote), ESC],
        Context::Help => &[C::Choose(Choose::Next), C::Choose(Choose::PageDown)],
        Context::Always | Context::Main | Context::Field | Context::Entities => &[DOWN, FOLLOW, TAB, NEXT, SEARCH, FIND, COMPARE, WHY, NOTE, C::Work(Work::Merge), PIN, AND, BACK, C::List(List::Kind), C::List(List::Order), C::List(List::Related), C::Item(Item::Names), ZOOM],
    }
}
