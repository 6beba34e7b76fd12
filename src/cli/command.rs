//! The commands that `apply` takes, and what they mean for a corpus: names become references that are found again later.

use serde::Deserialize;

use crate::calendar::When;
use crate::casework::{History, as_name, as_note, as_tag};
use crate::corpus::{Corpus, is_query};
use crate::load::lay_over;
use crate::model::{Act, Correction, EntityRef, EntryId, Kind, Part, Whose};

use super::finder::{Finder, Place, Target};

/// One line of a list of commands, as JSON.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Command {
    Merge {
        into: String,
        others: Vec<String>,
    },
    SplitAlias {
        from: String,
        alias: String,
        name: Option<String>,
    },
    SplitMentions {
        from: String,
        mentions: Vec<Place>,
        name: Option<String>,
    },
    SplitDocuments {
        from: String,
        documents: Vec<String>,
        name: Option<String>,
    },
    Rename {
        entity: String,
        name: String,
    },
    ChangeKind {
        entity: String,
        kind: Kind,
    },
    Hide {
        entity: String,
    },
    Unhide {
        entity: String,
    },
    AddMention {
        at: Place,
        entity: String,
    },
    AddEntity {
        at: Place,
        kind: Kind,
        name: String,
    },
    RejectLink {
        mention: Place,
        entity: String,
    },
    ConfirmLink {
        mention: Place,
        entity: String,
    },
    SetPublication {
        document: String,
        date: String,
    },
    SetTime {
        at: Place,
        value: String,
    },
    LabelBoilerplate {
        at: Place,
    },
    UnlabelBoilerplate {
        at: Place,
    },
    Note {
        on: Target,
        text: String,
    },
    EditNote {
        note: String,
        text: String,
    },
    Tag {
        on: Target,
        tag: String,
    },
    Bookmark {
        on: Target,
        #[serde(default)]
        label: String,
    },
    Review {
        on: Target,
    },
    SaveSearch {
        name: String,
        query: String,
    },
    TakeBack {
        entries: Vec<String>,
    },
    Undo {},
    Redo {},
}

/// What a command means, or why it means nothing here.
pub(super) fn act(
    command: Command,
    corpus: &Corpus,
    history: &History<'_>,
    last: Option<EntryId>,
) -> Result<Act, String> {
    let find = Finder::new(corpus);
    let split = |from: &str, part, name: Option<String>| -> Result<Correction, String> {
        let name = name.map(|name| as_name(&name).map(str::to_owned)).transpose()?;
        Ok(Correction::Split { from: find.entity(from)?, part, name })
    };
    let correction = match command {
        Command::Merge { into, others } => {
            let into = find.entity(&into)?;
            let others = others.iter().map(|name| find.entity(name)).collect::<Result<Vec<_>, _>>()?;
            let others: Vec<EntityRef> = others.into_iter().filter(|other| other.id != into.id).collect();
            if others.is_empty() {
                return Err("a merge needs somebody else".to_owned());
            }
            Correction::Merge { into, others }
        }
        Command::SplitAlias { from, alias, name } => split(&from, Part::Alias(alias), name)?,
        Command::SplitMentions { from, mentions, name } => {
            let places = mentions.iter().map(|place| find.place(place)).collect::<Result<_, _>>()?;
            split(&from, Part::Mentions(places), name)?
        }
        Command::SplitDocuments { from, documents, name } => {
            let documents = documents.iter().map(|file| find.document_reference(file)).collect::<Result<_, _>>()?;
            split(&from, Part::Documents(documents), name)?
        }
        Command::Rename { entity, name } => {
            Correction::Rename { entity: find.entity(&entity)?, name: as_name(&name)?.to_owned() }
        }
        Command::ChangeKind { entity, kind } => Correction::ChangeKind { entity: find.entity(&entity)?, kind },
        Command::Hide { entity } => Correction::Hide(find.entity(&entity)?),
        Command::Unhide { entity } => {
            let mut shown = history.casework();
            shown.corrections.retain(|one| !matches!(one.correction, Correction::Hide(_)));
            Correction::Unhide(Finder::new(&lay_over(corpus, shown)).entity(&entity)?)
        }
        Command::AddMention { at, entity } => {
            Correction::AddMention { at: find.place(&at)?, whose: Whose::Known(find.entity(&entity)?) }
        }
        Command::AddEntity { at, kind, name } => {
            let name = as_name(&name)?.to_owned();
            Correction::AddMention { at: find.place(&at)?, whose: Whose::New { kind, name } }
        }
        Command::RejectLink { mention, entity } => {
            Correction::RejectLink { mention: find.place(&mention)?, entity: find.entity(&entity)? }
        }
        Command::ConfirmLink { mention, entity } => {
            Correction::ConfirmLink { mention: find.place(&mention)?, entity: find.entity(&entity)? }
        }
        Command::SetPublication { document, date } => {
            Correction::SetPublication { document: find.document_reference(&document)?, date: edtf(date)? }
        }
        Command::SetTime { at, value } => Correction::SetTime { at: find.place(&at)?, value: edtf(value)? },
        Command::LabelBoilerplate { at } => Correction::LabelBoilerplate(find.place(&at)?),
        Command::UnlabelBoilerplate { at } => Correction::UnlabelBoilerplate(find.place(&at)?),
        Command::Note { on, text } => {
            return Ok(Act::Note { on: find.target(&on)?, text: as_note(&text)?.to_owned() });
        }
        Command::EditNote { note, text } => {
            let text = as_note(&text)?.to_owned();
            return Ok(Act::EditNote { note: self::note(&note, history, last)?, text });
        }
        Command::Tag { on, tag } => return Ok(Act::Tag { on: find.target(&on)?, tag: as_tag(&tag)?.to_owned() }),
        Command::Bookmark { on, label } => return Ok(Act::Bookmark { on: find.target(&on)?, label }),
        Command::SaveSearch { name, query } => {
            if is_query(&query) {
                Corpus::check_query(&query).map_err(|error| error.to_string())?;
            }
            return Ok(Act::SaveSearch { name: as_name(&name)?.to_owned(), query });
        }
        Command::Review { on } => return Ok(Act::Review { on: find.target(&on)? }),
        Command::TakeBack { entries } => return take_back(&entries, history, last),
        Command::Undo {} => {
            let next = history.next_undo().ok_or("there is nothing to undo")?;
            return Ok(Act::Undo { entry: next.id });
        }
        Command::Redo {} => {
            let next = history.next_redo().ok_or("there is nothing to do again")?;
            return Ok(Act::Redo { entry: next.id });
        }
    };
    Ok(Act::Correct(correction))
}

/// Takes entries back that hold.
pub(super) fn take_back(names: &[String], history: &History<'_>, last: Option<EntryId>) -> Result<Act, String> {
    let entries = names.iter().map(|name| entry(name, history, last)).collect::<Result<Vec<_>, _>>()?;
    let housekeeping = |id: &&EntryId| history.entry(**id).is_some_and(|entry| entry.act.is_housekeeping());
    match entries.iter().find(housekeeping) {
        Some(id) => Err(format!("{id} can't be taken back; undo, redo, or take back what it undid or did again")),
        None if entries.is_empty() => Err("no entry is named".to_owned()),
        None => Ok(Act::Revert { entries }),
    }
}

fn note(name: &str, history: &History<'_>, last: Option<EntryId>) -> Result<EntryId, String> {
    let id = entry(name, history, last)?;
    let is_note = history.entry(id).is_some_and(|entry| matches!(entry.act, Act::Note { .. }));
    if is_note { Ok(id) } else { Err(format!("{id} is no note")) }
}

/// The entry whose id begins with `name`; `last` is the last one that was added here.
fn entry(name: &str, history: &History<'_>, last: Option<EntryId>) -> Result<EntryId, String> {
    if let ("last", Some(id)) = (name, last) {
        return Ok(id);
    }
    let mut fitting = history.entries().map(|(entry, _)| entry.id).filter(|id| id.to_string().starts_with(name));
    match (fitting.next(), fitting.next()) {
        (Some(id), None) if !name.is_empty() => Ok(id),
        (None, _) => Err(format!("no entry {name}; `redstring journal list` lists them")),
        _ => Err(format!("several entries begin with {name}; write more of the one you mean")),
    }
}

fn edtf(text: String) -> Result<String, String> {
    let is_placed = When::from_edtf(&text).is_some_and(|when| !when.days().is_unknown());
    let wrong = || format!("{text} is no date; write 2016, 2016-12, 2016-12-29 or 2016-12-20/2017-01");
    if is_placed { Ok(text) } else { Err(wrong()) }
}
