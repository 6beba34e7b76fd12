//! [`Leaving`]: the box in which a reader says what leaves, in which format and into which file. It writes nothing.

use crate::corpus::Corpus;
use crate::model::{EntityId, PassageIx, References, Target};
use crate::report::{Existing, Export, Format, Furniture, Group, Selection, slug};

use super::field::Field;
use super::strand::Strand;

/// The box as it is open.
#[derive(Clone, Debug)]
pub struct Leaving {
    /// The name of the file, as it is typed.
    pub field: Field,
    /// The format.
    pub format: Format,
    /// How a dossier is grouped.
    pub group: Group,
    /// Which passages.
    pub scope: Scope,
    /// How far it has come.
    pub stage: Stage,
    /// How much leaves, in words ready to be shown.
    pub leaves: String,
    /// How much stays, in words ready to be shown.
    pub stays: String,
    listed: Vec<PassageIx>,
    way: Way,
    about: Vec<EntityId>,
    references: References,
    label: String,
    stem: String,
}

/// Which passages leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those that Passages lists.
    Listed,
    /// All.
    Everything,
}

/// How the passages that leave were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Passages lists them.
    Listed,
    /// They were picked out of those, one by one.
    Picked,
    /// They are in the evidence tray.
    Tray,
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is being filled in.
    Asking,
    /// The file is being written.
    Writing,
    /// Something of that name is there: why that matters, ready to be shown. To accept again replaces it.
    Occupied(String),
    /// It could not be written: why, ready to be shown.
    Failed(String),
}

/// What leaves, for whoever writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The passages, of the corpus that the session shows.
    pub passages: Vec<PassageIx>,
    /// What was asked for, in words.
    pub filter: Vec<String>,
    /// Whom the reader follows.
    pub about: Vec<EntityId>,
    /// Which references count as mentions.
    pub references: References,
    /// In which form.
    pub export: Export,
    /// The file, as it was typed.
    pub file: String,
    /// What becomes of a file of that name.
    pub existing: Existing,
}

/// What has become of a departure. Untrusted words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is on the disk: where, and what was lost on the way.
    Written(String),
    /// A file of that name is there.
    Occupied(String),
    /// It could not be written.
    Failed(String),
}

impl Leaving {
    /// Opens the box over what Passages lists; `collection` gives the file its name.
    ///
    /// Where passages are `picked` out, these leave instead.
    pub fn new(
        corpus: &Corpus,
        listed: &Strand,
        mut picked: Vec<PassageIx>,
        references: References,
        collection: &str,
    ) -> Self {
        picked.sort_unstable();
        let is_picked = !picked.is_empty();
        let about = listed.targets.iter().filter_map(|target| match target {
            Target::Entity(id) => Some(*id),
            _ => None,
        });
        let mut leaving = Self {
            field: Field::default(),
            format: Format::default(),
            group: Group::default(),
            scope: if listed.passages.is_empty() && !is_picked { Scope::Everything } else { Scope::Listed },
            stage: Stage::Asking,
            leaves: String::new(),
            stays: String::new(),
            listed: if is_picked { picked } else { listed.passages.iter().map(|held| held.passage).collect() },
            way: if is_picked { Way::Picked } else { Way::Listed },
            about: about.collect(),
            references,
            label: listed.label.clone(),
            stem: slug(collection),
        };
        leaving.field.insert(&leaving.name());
        leaving.tell(corpus);
        leaving
    }

    /// Opens the box over the passages of the evidence tray.
    pub fn of_tray(corpus: &Corpus, passages: Vec<PassageIx>, references: References, collection: &str) -> Self {
        let mut leaving = Self::new(corpus, &Strand::default(), Vec::new(), references, collection);
        leaving.rename(|leaving| {
            leaving.listed = passages;
            leaving.way = Way::Tray;
            leaving.scope = Scope::Listed;
            "evidence".clone_into(&mut leaving.label);
        });
        leaving.tell(corpus);
        leaving
    }

    /// What the passages are, in words ready to be shown.
    pub fn what(&self) -> String {
        match self.scope {
            Scope::Listed => match self.way {
                Way::Listed => format!("what Passages lists: {}", self.label),
                Way::Picked => format!("what is picked in Passages, at {}", self.label),
                Way::Tray => "the passages of the evidence tray".to_owned(),
            },
            Scope::Everything => "everything".to_owned(),
        }
    }

    /// Takes another format.
    pub fn turn(&mut self, steps: isize) {
        let at = Format::ALL.iter().position(|format| *format == self.format).unwrap_or_default();
        let next = at.saturating_add_signed(steps).min(Format::ALL.len() - 1);
        self.rename(|leaving| leaving.format = Format::ALL.get(next).copied().unwrap_or_default());
    }

    /// Takes another way of grouping.
    pub fn next_group(&mut self) {
        let at = Group::ALL.iter().position(|group| *group == self.group).unwrap_or_default();
        self.group = Group::ALL.get((at + 1) % Group::ALL.len()).copied().unwrap_or_default();
        self.stage = Stage::Asking;
    }

    /// Takes the other passages.
    pub fn next_scope(&mut self, corpus: &Corpus) {
        self.rename(|leaving| {
            leaving.scope = match leaving.scope {
                Scope::Everything if !leaving.listed.is_empty() => Scope::Listed,
                _ => Scope::Everything,
            };
        });
        self.tell(corpus);
    }

    /// What leaves now; `None` without a name for the file.
    pub fn departure(&self, corpus: &Corpus) -> Option<Departure> {
        let file = self.field.text().trim().to_owned();
        let existing = if matches!(self.stage, Stage::Occupied(_)) { Existing::Replace } else { Existing::Keep };
        let (passages, filter, about) = match self.scope {
            Scope::Listed => (self.listed.clone(), vec![self.what()], self.about.clone()),
            Scope::Everything => ((0..corpus.passages().len()).map(PassageIx::at).collect(), Vec::new(), Vec::new()),
        };
        let export = Export { group: self.group, ..Export::new(self.format) };
        (!file.is_empty()).then_some(Departure {
            passages,
            filter,
            about,
            references: self.references,
            export,
            file,
            existing,
        })
    }

    /// Changes something that the file is named after; a name that was typed stays.
    fn rename(&mut self, change: impl FnOnce(&mut Self)) {
        let is_own = self.field.text() == self.name();
        change(self);
        self.stage = Stage::Asking;
        if is_own {
            self.field = Field::default();
            self.field.insert(&self.name());
        }
    }

    /// A name for the file: the collection, what is listed, the format.
    fn name(&self) -> String {
        let listed = match self.scope {
            Scope::Listed => format!("-{}", slug(&self.label)),
            Scope::Everything => String::new(),
        };
        format!("{}{listed}.{}", self.stem, self.format.extension())
    }

    fn tell(&mut self, corpus: &Corpus) {
        let departure = self.departure(corpus);
        let (passages, filter) = departure.map(|leaves| (leaves.passages, leaves.filter)).unwrap_or_default();
        let selection = Selection::new(corpus, passages, filter, Furniture::LeftOut);
        (self.leaves, self.stays) = (selection.counted(), selection.staying());
    }
}
