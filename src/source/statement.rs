//! What a header, a row of `metadata.csv` or a file's own metadata state about a document.

/// Something that may be stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Source,
    Author,
    Published,
    Url,
}

/// The names that a field goes by, folded.
const NAMES: &[(&str, Field)] = &[
    ("title", Field::Title),
    ("headline", Field::Title),
    ("source", Field::Source),
    ("outlet", Field::Source),
    ("publisher", Field::Source),
    ("publication", Field::Source),
    ("author", Field::Author),
    ("authors", Field::Author),
    ("byline", Field::Author),
    ("published", Field::Published),
    ("date", Field::Published),
    ("publication date", Field::Published),
    ("url", Field::Url),
    ("link", Field::Url),
];

impl Field {
    /// The field of that name, in any case.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.trim().replace(['_', '-'], " ").to_lowercase();
        NAMES.iter().find(|(other, _)| *other == name).map(|(_, field)| *field)
    }
}

/// A date that a file's own metadata state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// As it stands there. Untrusted.
    pub(super) value: String,
    /// What it is called there.
    pub(super) why: &'static str,
    /// What it tells of the day on which the article appeared.
    pub(super) tells: Tells,
}

/// What a date tells of the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    /// It is that day.
    Day,
    /// It was that day or a later one.
    Earliest,
    /// It was that day or an earlier one.
    Latest,
}

/// Bytes that a value may have: a longer one is no title and no name.
const LONGEST: usize = 1000;

/// Stated values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Statements([Option<String>; 5]);

impl Statements {
    /// Notes `value`, unless it is empty or far too long.
    pub(super) fn set(&mut self, field: Field, value: &str) {
        if (1..=LONGEST).contains(&value.len()) {
            self.0[field as usize] = Some(value.to_owned());
        }
    }

    /// What is stated for a field.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.0[field as usize].as_deref()
    }
}
