//! The words that tell what happened, read from `classes.txt`, and the small words around them.

use std::sync::LazyLock;

use crate::model::{EventClass, Pace};
use crate::text::QuickMap;

/// What a word may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// A verb of that kind.
    pub(super) verb: Option<Verb>,
    /// A noun of that class.
    pub(super) noun: Option<EventClass>,
    /// What else it does.
    pub(super) small: Small,
}

/// A verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Of a class.
    Of(EventClass),
    /// It says only that something happened.
    Light,
    /// It tells who is cited.
    Say,
    /// It puts what happened on a day, as somebody tells it ("put the call on Friday").
    Place,
    /// It has no class.
    Other,
}

/// Small words that the reading of a clause hangs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Small {
    #[default]
    None,
    /// "that", "when", "because": a clause begins.
    Opener,
    /// "but", "although": a clause begins that speaks against the one before.
    Against,
    Before,
    After,
    /// "when", "as": at the same time.
    When,
    /// "not", "never".
    Not,
    /// "would", "may", "if".
    Modal,
    To,
    The,
    /// "a", "his", "one": a noun follows.
    Determiner,
    Of,
    /// "it", "they", "both".
    Pronoun,
    Preposition,
    /// "originally", "initially": somebody says otherwise later.
    Initially,
    /// "actually".
    Actually,
    And,
    Auxiliary,
    According,
    As,
    Until,
}

/// Words of a kind each.
const SMALL: &[(Small, &str)] = &[
    (Small::Opener, "that while because who which where whom whose"),
    (Small::Against, "but although though whereas however"),
    (Small::Before, "before"),
    (Small::After, "after following"),
    (Small::When, "when"),
    (Small::As, "as"),
    (Small::Not, "not never no neither nor without"),
    (Small::Modal, "will would may might could can should must shall if whether unless cannot"),
    (Small::To, "to"),
    (Small::The, "the this these those"),
    (
        Small::Determiner,
        "a an his her their its our my your any some each every another such other new phone telephone",
    ),
    (Small::Of, "of"),
    (Small::Pronoun, "it they he she both we i"),
    (Small::Preposition, "in on at by from with for about between during over into under through against to"),
    (Small::Initially, "originally initially first"),
    (Small::Actually, "actually instead rather"),
    (Small::And, "and or"),
    (Small::Auxiliary, "was were is are be been being has have had did do does"),
    (Small::According, "according"),
    (Small::Until, "until till"),
];

/// What follows "called" where it is no telephone.
pub(super) const NO_CALL: &[&str] =
    &["for", "on", "it", "off", "out", "upon", "a", "an", "in", "themselves", "himself"];

/// Verbs that only describe the noun behind them: "phone call".
pub(super) const DESCRIBES: &[&str] = &["phone", "telephone", "text"];

struct Lexicon {
    words: QuickMap<String, Word>,
    /// Second words of pairs, by the first.
    pairs: QuickMap<String, Vec<(String, Word)>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { words: QuickMap::default(), pairs: QuickMap::default() };
    for (small, words) in SMALL {
        for word in words.split(' ') {
            lexicon.words.entry(word.to_owned()).or_default().small = *small;
        }
    }
    let mut class = None;
    let mut section = "";
    for line in include_str!("classes.txt").lines().map(str::trim) {
        if let Some((name, flags)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            section = name;
            class = Some(EventClass { name, is_mutual: flags.contains("mutual"), pace: pace(flags) });
        } else if let Some((kind, words)) = line.split_once(':').filter(|_| !line.starts_with('#')) {
            words.split_whitespace().for_each(|word| lexicon.add(word, section, kind, class));
        }
    }
    lexicon
});

/// What the flags of a class say of its pace.
fn pace(flags: &str) -> Pace {
    let paces = [("once", Pace::Once), ("frequent", Pace::Often), ("recurs", Pace::Always)];
    paces.into_iter().find(|(flag, _)| flags.contains(flag)).map(|(_, pace)| pace).unwrap_or_default()
}

impl Lexicon {
    fn add(&mut self, word: &str, section: &str, kind: &str, class: Option<EventClass>) {
        let entry = match word.split_once('_') {
            None => self.words.entry(word.to_owned()).or_default(),
            Some((first, rest)) => {
                let rests = self.pairs.entry(first.to_owned()).or_default();
                rests.push((rest.to_owned(), Word::default()));
                match rests.last_mut() {
                    Some((_, entry)) => entry,
                    None => return,
                }
            }
        };
        match (section, kind) {
            ("LIGHT", _) => entry.verb = Some(Verb::Light),
            ("SAY", _) => entry.verb = Some(Verb::Say),
            ("PLACE", _) => entry.verb = Some(Verb::Place),
            ("OTHER", _) => entry.verb = Some(Verb::Other),
            (_, "noun") => entry.noun = class,
            _ => entry.verb = class.map(Verb::Of),
        }
    }
}

/// What the word may be; small letters.
pub(super) fn word(lower: &str) -> Word {
    LEXICON.words.get(lower).copied().unwrap_or_default()
}

/// What two or three words are together ("took place"), and how many they are; `next` gives the small-lettered words from the first on.
pub(super) fn pair<'w>(next: impl Fn(usize) -> &'w str) -> Option<(Word, usize)> {
    let rests = LEXICON.pairs.get(next(0))?;
    rests.iter().find_map(|(rest, word)| {
        let fits = (1..).zip(rest.split('_')).all(|(at, wanted)| next(at) == wanted);
        fits.then(|| (*word, 1 + rest.split('_').count()))
    })
}
