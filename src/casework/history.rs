//! The history: all entries in their order, which of them hold, and what they come to. Pure.
//!
//! The order is by clock, then by id: the same in every journal that holds the same entries, however their lines lie. Nothing
//! is computed step by step: whatever is added, all is folded anew.

use std::collections::{HashMap, HashSet};

use crate::model::{
    Act, Bookmark, Casework, ContentHash, Corrected, Entry, EntryId, Remark, Review, SavedSearch, Tagging,
};

/// Entries in their order, and which of them hold.
#[derive(Clone, Debug, Default)]
pub struct History<'j> {
    entries: Vec<&'j Entry>,
    place: HashMap<EntryId, usize>,
    standing: Vec<Standing>,
    undo: Vec<EntryId>,
    redo: Vec<EntryId>,
}

/// Whether an entry holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    #[default]
    Holds,
    /// It was undone.
    Undone,
    /// Another entry that holds has taken it back.
    Reverted,
}

impl Standing {
    /// Its name in rows and on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Undone => "undone",
            Self::Reverted => "reverted",
        }
    }
}

impl<'j> History<'j> {
    /// The history of these entries, in whatever order they come.
    pub fn new(entries: impl IntoIterator<Item = &'j Entry>) -> Self {
        let mut entries: Vec<&Entry> = entries.into_iter().collect();
        entries.sort_by_key(|entry| (entry.clock, entry.id));
        entries.dedup_by_key(|entry| entry.id);
        let place = entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
        let mut history = Self { standing: vec![Standing::Holds; entries.len()], entries, place, ..Self::default() };
        history.undo_and_redo();
        history.revert();
        history
    }

    /// All entries in their order, each with whether it holds.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (&'j Entry, Standing)> + '_ {
        self.entries.iter().copied().zip(self.standing.iter().copied())
    }

    /// The entry with that id.
    pub fn entry(&self, id: EntryId) -> Option<&'j Entry> {
        self.place.get(&id).and_then(|at| self.entries.get(*at)).copied()
    }

    /// Whether the entry with that id holds; `None` where there is none.
    pub fn standing(&self, id: EntryId) -> Option<Standing> {
        self.place.get(&id).and_then(|at| self.standing.get(*at)).copied()
    }

    /// What undo would undo.
    pub fn next_undo(&self) -> Option<&'j Entry> {
        self.undo.last().and_then(|id| self.entry(*id))
    }

    /// What redo would do again.
    pub fn next_redo(&self) -> Option<&'j Entry> {
        self.redo.last().and_then(|id| self.entry(*id))
    }

    /// The sources that the casebook has been opened over: samples of their documents, and where they lay.
    pub fn sources(&self) -> (HashSet<ContentHash>, HashSet<ContentHash>) {
        let mut of = (HashSet::new(), HashSet::new());
        for entry in &self.entries {
            if let Act::Sources { documents, place } = &entry.act {
                of.0.extend(documents);
                of.1.extend(place);
            }
        }
        of
    }

    /// What all entries that hold come to.
    pub fn casework(&self) -> Casework {
        let mut casework = Casework::default();
        let mut notes: HashMap<EntryId, usize> = HashMap::new();
        let holding = self.entries().filter(|(_, standing)| *standing == Standing::Holds);
        for (Entry { id, at, act, .. }, _) in holding {
            let entry = *id;
            match act.clone() {
                Act::Correct(correction) => casework.corrections.push(Corrected { entry, correction }),
                Act::Note { on, text } => {
                    notes.insert(entry, casework.notes.len());
                    casework.notes.push(Remark { entry, on, text, at: *at, edited: None });
                }
                Act::EditNote { note, text } => {
                    if let Some(note) = notes.get(&note).and_then(|at| casework.notes.get_mut(*at)) {
                        note.text = text;
                        note.edited = Some(*at);
                    }
                }
                Act::Tag { on, tag } => casework.tags.push(Tagging { entry, on, tag }),
                Act::Bookmark { on, label } => casework.bookmarks.push(Bookmark { entry, on, label }),
                Act::SaveSearch { name, query } => casework.searches.push(SavedSearch { entry, name, query }),
                Act::Review { on } => casework.reviewed.push(Review { entry, on }),
                Act::Revert { .. } | Act::Undo { .. } | Act::Redo { .. } | Act::Sources { .. } => {}
            }
        }
        casework
    }

    /// Walks forward as the reader did: what is undone may be done again until something else is done.
    fn undo_and_redo(&mut self) {
        for at in 0..self.entries.len() {
            let entry = self.entries[at];
            match &entry.act {
                Act::Undo { entry: target } => {
                    if let Some(place) = self.earlier(*target, at) {
                        self.standing[place] = Standing::Undone;
                        take_out(&mut self.undo, *target);
                        take_out(&mut self.redo, *target);
                        self.redo.push(*target);
                    }
                }
                Act::Redo { entry: target } => {
                    if let Some(place) = self.earlier(*target, at) {
                        self.standing[place] = Standing::Holds;
                        take_out(&mut self.redo, *target);
                        take_out(&mut self.undo, *target);
                        self.undo.push(*target);
                    }
                }
                act if act.is_housekeeping() => {}
                _ => {
                    self.undo.push(entry.id);
                    self.redo.clear();
                }
            }
        }
    }

    /// Walks backward: whether a reverting entry holds is settled by later ones alone.
    fn revert(&mut self) {
        for at in (0..self.entries.len()).rev() {
            let Act::Revert { entries: targets } = &self.entries[at].act else { continue };
            if self.standing[at] != Standing::Holds {
                continue;
            }
            for target in targets {
                let Some(place) = self.earlier(*target, at) else { continue };
                if self.standing[place] == Standing::Holds {
                    self.standing[place] = Standing::Reverted;
                }
            }
        }
    }

    /// The place of something that the reader did before the entry at `at`. What a journal says of later entries is void.
    fn earlier(&self, target: EntryId, at: usize) -> Option<usize> {
        let place = self.place.get(&target).copied().filter(|place| *place < at)?;
        (!self.entries[place].act.is_housekeeping()).then_some(place)
    }
}

/// Mostly it is the last one.
fn take_out(list: &mut Vec<EntryId>, id: EntryId) {
    if let Some(at) = list.iter().rposition(|other| *other == id) {
        list.remove(at);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::{History, Standing};
    use crate::casework::Journal;
    use crate::casework::test_data::note;
    use crate::model::{Act, Entry, EntryId, Moment};

    fn journal() -> Journal {
        Journal::open(Path::new("/nonexistent/harbour.jsonl")).unwrap()
    }

    fn shown(entries: &[Entry]) -> Vec<String> {
        History::new(entries).casework().notes.into_iter().map(|note| note.text).collect()
    }

    /// A step of the reader's, applied to whatever is there.
    #[derive(Clone, Debug)]
    enum Step {
        Note(u8),
        Edit(usize, u8),
        Revert(usize),
        Undo,
        Redo,
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            3 => any::<u8>().prop_map(Step::Note),
            2 => (any::<usize>(), any::<u8>()).prop_map(|(which, text)| Step::Edit(which, text)),
            1 => any::<usize>().prop_map(Step::Revert),
            4 => Just(Step::Undo),
            3 => Just(Step::Redo),
        ]
    }

    /// What a step did, as a reader would keep it in two heaps: done and undone.
    #[derive(Clone)]
    struct Done {
        id: EntryId,
        what: What,
    }

    #[derive(Clone)]
    enum What {
        Note(String),
        Edit(EntryId, String),
        Revert(EntryId),
    }

    fn expected(done: &[Done]) -> Vec<String> {
        let mut reverted: Vec<EntryId> = Vec::new();
        for Done { id, what } in done.iter().rev() {
            if let (What::Revert(target), false) = (what, reverted.contains(id)) {
                reverted.push(*target);
            }
        }
        let mut notes: Vec<(EntryId, String)> = Vec::new();
        for Done { id, what } in done.iter().filter(|done| !reverted.contains(&done.id)) {
            match what {
                What::Note(text) => notes.push((*id, text.clone())),
                What::Edit(note, text) => {
                    notes.iter_mut().filter(|(id, _)| id == note).for_each(|(_, old)| old.clone_from(text));
                }
                What::Revert(_) => {}
            }
        }
        notes.into_iter().map(|(_, text)| text).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn a_thousand_steps_equal_the_model(steps in prop::collection::vec(step(), 1000)) {
            let mut journal = journal();
            let (mut done, mut undone): (Vec<Done>, Vec<Done>) = (Vec::new(), Vec::new());
            for (number, step) in steps.into_iter().enumerate() {
                let entries: Vec<Entry> = journal.entries().cloned().collect();
                let history = History::new(&entries);
                prop_assert_eq!(history.next_undo().map(|entry| entry.id), done.last().map(|done| done.id));
                prop_assert_eq!(history.next_redo().map(|entry| entry.id), undone.last().map(|done| done.id));
                let any_done = |which: usize| done.get(which % done.len().max(1)).map(|done| done.id);
                let act = match &step {
                    Step::Note(text) => Some((note(&text.to_string()), What::Note(text.to_string()))),
                    Step::Edit(which, text) => any_done(*which).map(|note| {
                        (Act::EditNote { note, text: text.to_string() }, What::Edit(note, text.to_string()))
                    }),
                    Step::Revert(which) => any_done(*which)
                        .map(|target| (Act::Revert { entries: vec![target] }, What::Revert(target))),
                    Step::Undo => {
                        if let Some(last) = done.pop() {
                            journal.add(Act::Undo { entry: last.id }, Moment(0));
                            undone.push(last);
                        }
                        None
                    }
                    Step::Redo => {
                        if let Some(last) = undone.pop() {
                            journal.add(Act::Redo { entry: last.id }, Moment(0));
                            done.push(last);
                        }
                        None
                    }
                };
                if let Some((act, what)) = act {
                    let id = journal.add(act, Moment(0));
                    done.push(Done { id, what });
                    undone.clear();
                }
                if number % 25 == 0 {
                    let entries: Vec<Entry> = journal.entries().cloned().collect();
                    prop_assert_eq!(shown(&entries), expected(&done));
                }
            }
            let entries: Vec<Entry> = journal.entries().cloned().collect();
            prop_assert_eq!(shown(&entries), expected(&done));
            let backward: Vec<Entry> = entries.iter().rev().chain(&entries).cloned().collect();
            prop_assert_eq!(shown(&backward), expected(&done), "the order of lines and copies of lines matter");
        }
    }

    #[test]
    fn taking_back_what_took_back_brings_back() {
        let mut journal = journal();
        let first = journal.add(note("first"), Moment(0));
        let deletion = journal.add(Act::Revert { entries: vec![first] }, Moment(1));
        let again = journal.add(Act::Revert { entries: vec![deletion] }, Moment(2));
        let check = |journal: &Journal, expected: [Standing; 3]| {
            let history = History::new(journal.entries());
            assert_eq!([first, deletion, again].map(|id| history.standing(id).unwrap()), expected);
        };
        check(&journal, [Standing::Holds, Standing::Reverted, Standing::Holds]);
        journal.add(Act::Undo { entry: again }, Moment(3));
        check(&journal, [Standing::Reverted, Standing::Holds, Standing::Undone]);
    }

    #[test]
    fn what_a_journal_says_of_entries_that_are_not_there_is_void() {
        let mut journal = journal();
        let unknown: EntryId = "00".repeat(16).parse().unwrap();
        journal.add(note("kept"), Moment(0));
        let undo = journal.add(Act::Undo { entry: unknown }, Moment(0));
        journal.add(Act::Redo { entry: undo }, Moment(0));
        journal.add(Act::Revert { entries: vec![unknown, undo] }, Moment(0));
        journal.add(Act::EditNote { note: unknown, text: "nowhere".to_owned() }, Moment(0));
        let entries: Vec<Entry> = journal.entries().cloned().collect();
        assert_eq!(shown(&entries), ["kept"]);
    }

    #[test]
    fn what_two_readers_did_apart_comes_to_the_same_in_either_order() {
        let (mut one, mut other) = (journal(), journal());
        one.add(note("one"), Moment(1));
        let undone = one.add(note("never mind"), Moment(2));
        one.add(Act::Undo { entry: undone }, Moment(3));
        other.add(note("other"), Moment(9));
        let both: Vec<Entry> = one.entries().chain(other.entries()).cloned().collect();
        let swapped: Vec<Entry> = other.entries().chain(one.entries()).cloned().collect();
        assert_eq!(shown(&both), shown(&swapped));
        assert_eq!(shown(&both).len(), 2);
    }
}
