//! What an entry did, in one line of plain words. The words of the texts and of the reader in it are untrusted.

use crate::model::{Act, Correction, DocumentRef, EntityRef, Entry, EntryId, Part, Subject, TextAnchor, Whose};

use super::history::History;

/// Characters of a text that are shown before "…".
const SHOWN: usize = 60;

/// What the entry did ("rename Ada Berg to Ada Bergh"). What it answers is looked up in `history`.
pub fn describe(entry: &Entry, history: &History<'_>) -> String {
    let answered = |id: &EntryId| match history.entry(*id) {
        // One step is enough: what an undone undo had undone is another line of the history.
        Some(Entry { act: Act::Undo { .. } | Act::Redo { .. } | Act::Revert { .. }, .. }) | None => {
            format!("entry {id}")
        }
        Some(other) => act(&other.act, &|id| format!("entry {id}")),
    };
    act(&entry.act, &answered)
}

fn act(act: &Act, answered: &dyn Fn(&EntryId) -> String) -> String {
    match act {
        Act::Correct(correction) => self::correction(correction),
        Act::Note { on, text } => format!("note on {}: {}", subject(on), short(text)),
        Act::EditNote { note, text } => format!("rewrite ({}) as: {}", answered(note), short(text)),
        Act::Tag { on, tag } => format!("tag {} as {}", subject(on), short(tag)),
        Act::Bookmark { on, label } if label.is_empty() => format!("bookmark {}", subject(on)),
        Act::Bookmark { on, label } => format!("bookmark {}: {}", subject(on), short(label)),
        Act::SaveSearch { name, query } => format!("save the search {} as {}", short(query), short(name)),
        Act::Review { on } => format!("mark {} as reviewed", subject(on)),
        Act::Revert { entries } => format!("take back ({})", listed(entries, answered)),
        Act::Undo { entry } => format!("undo ({})", answered(entry)),
        Act::Redo { entry } => format!("redo ({})", answered(entry)),
        Act::Sources { documents, .. } => format!("open over {} documents", documents.len()),
    }
}

fn correction(correction: &Correction) -> String {
    match correction {
        Correction::Merge { into, others } => format!("merge {} into {}", listed(others, entity), entity(into)),
        Correction::Split { from, part, name } => {
            let part = match part {
                Part::Mentions(places) => listed(places, place),
                Part::Alias(alias) => format!("\"{}\"", short(alias)),
                Part::Documents(documents) => format!("what stands in {}", listed(documents, document)),
            };
            let into = name.as_ref().map(|name| format!(" into {}", short(name))).unwrap_or_default();
            format!("split {part} from {}{into}", entity(from))
        }
        Correction::Rename { entity, name } => format!("rename {} to {}", self::entity(entity), short(name)),
        Correction::ChangeKind { entity, kind } => {
            format!("change {} from {} to {}", self::entity(entity), entity.kind.name(), kind.name())
        }
        Correction::Hide(hidden) => format!("hide {}", entity(hidden)),
        Correction::Unhide(shown) => format!("show {} again", entity(shown)),
        Correction::AddMention { at, whose: Whose::Known(known) } => {
            format!("add {} as a mention of {}", place(at), entity(known))
        }
        Correction::AddMention { at, whose: Whose::New { kind, name } } => {
            format!("add {} as a mention of the {} {}", place(at), kind.name(), short(name))
        }
        Correction::RejectLink { mention, entity } => format!("{} is not {}", place(mention), self::entity(entity)),
        Correction::ConfirmLink { mention, entity } => format!("{} is {}", place(mention), self::entity(entity)),
        Correction::SetPublication { document, date } => {
            format!("date {} {}", self::document(document), short(date))
        }
        Correction::SetTime { at, value } => format!("read {} as {}", place(at), short(value)),
        Correction::LabelBoilerplate(at) => format!("label {} as boilerplate", place(at)),
        Correction::UnlabelBoilerplate(at) => format!("label {} as part of the article", place(at)),
    }
}

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Document(on) => document(on),
        Subject::Text(on) => place(on),
        Subject::Entity(on) => entity(on),
        Subject::Event(on) => short(&on.label),
    }
}

fn place(anchor: &TextAnchor) -> String {
    format!("\"{}\" ({}:{})", short(&anchor.quote), anchor.document.file, anchor.start)
}

fn document(document: &DocumentRef) -> String {
    document.file.clone()
}

fn entity(entity: &EntityRef) -> String {
    short(&entity.name)
}

fn listed<T>(items: &[T], shown: impl Fn(&T) -> String) -> String {
    items.iter().map(shown).collect::<Vec<_>>().join(", ")
}

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::describe;
    use crate::casework::test_data::{document, note};
    use crate::casework::{History, Journal, anchor};
    use crate::model::{Act, Correction, EntityId, EntityRef, Entry, Kind, Moment, Subject};
    use crate::text::Span;

    /// Describes the last of `acts`.
    fn check(journal: &mut Journal, act: Act, expected: &str) {
        journal.add(act, Moment(0));
        let entries: Vec<Entry> = journal.entries().cloned().collect();
        assert_eq!(describe(entries.last().unwrap(), &History::new(&entries)), expected);
    }

    #[test]
    fn entries_are_told_in_plain_words() {
        let mut journal = Journal::open(Path::new("/nonexistent/harbour.jsonl")).unwrap();
        let berg = EntityRef { id: EntityId(7), kind: Kind::Person, name: "Ada Berg".to_owned(), anchors: Vec::new() };
        let at = anchor(&document("a.txt", "Ms. Berg left.\nShe came back."), Span::new(4, 20)).unwrap();
        let rename = Correction::Rename { entity: berg.clone(), name: "Ada Bergh".to_owned() };
        check(&mut journal, Act::Correct(rename), "rename Ada Berg to Ada Bergh");
        let merge = Correction::Merge { into: berg.clone(), others: vec![berg] };
        check(&mut journal, Act::Correct(merge), "merge Ada Berg into Ada Berg");
        let bookmark = Act::Bookmark { on: Subject::Text(at), label: String::new() };
        check(&mut journal, bookmark, "bookmark \"Berg left.…\" (a.txt:4)");
        check(&mut journal, note(&"é".repeat(61)), &format!("note on a.txt: {}…", "é".repeat(60)));
        let last = journal.entries().last().unwrap().id;
        check(
            &mut journal,
            Act::EditNote { note: last, text: "b".to_owned() },
            &format!("rewrite (note on a.txt: {}…) as: b", "é".repeat(60)),
        );
        let undo = journal.entries().last().unwrap().id;
        check(&mut journal, Act::Undo { entry: undo }, &format!("undo (rewrite (entry {last}) as: b)"));
        let undone = journal.entries().last().unwrap().id;
        check(&mut journal, Act::Revert { entries: vec![undone] }, &format!("take back (entry {undone})"));
    }
}
