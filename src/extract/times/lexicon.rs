//! The words that time expressions are made of, and the verbs that tell past from future.
//!
//! One word, one [`Word`]; what a word means in its place is for the rules.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use chrono::Weekday;

use crate::calendar::{PartOfDay, Season, Unit};

/// What a token may contribute to a time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing of ours.
    Other,
    /// A month's name, 1 to 12.
    Month(u8),
    /// A month's name that is a word, a given name or a surname as well: it needs a cue.
    DoubtfulMonth(u8),
    /// A short form ("Dec"): with a dot or beside a day.
    ShortMonth(u8),
    Weekday(Weekday),
    /// "Fri": with a dot or beside a date.
    ShortWeekday(Weekday),
    /// "Fridays".
    Weekdays(Weekday),
    /// A unit of time in the singular.
    Unit(Unit),
    /// In the plural.
    Units(Unit),
    /// "weekend" and "weekends".
    Weekend,
    /// "quarter" as a unit of the calendar.
    Quarter,
    /// "period": what it covers is said elsewhere.
    Period,
    /// A number in words, below a hundred.
    Number(u16),
    /// "hundred", "thousand", "dozen".
    Times(u16),
    /// "few", "several", "many", "some".
    Several,
    /// "couple".
    Couple,
    Half,
    /// "first" to "thirty-first" in words.
    Ordinal(u8),
    Article,
    The,
    Part(PartOfDay),
    /// "mornings", "nights".
    Parts(PartOfDay),
    Noon,
    Midnight,
    Season(Season),
    /// "fall", "spring": verbs and nouns as well.
    DoubtfulSeason(Season),
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Overnight,
    Last,
    Past,
    Next,
    Coming,
    This,
    That,
    Same,
    Previous,
    Following,
    Current,
    Latest,
    Recent,
    Ago,
    Earlier,
    Later,
    Before,
    After,
    Old,
    Early,
    Late,
    Mid,
    Beginning,
    Middle,
    End,
    Of,
    In,
    At,
    About,
    Nearly,
    More,
    Less,
    Least,
    Than,
    Each,
    /// "daily", "weekly".
    Often(Unit),
    Now,
    Recently,
    Soon,
    Fiscal,
    Century,
    /// "nineties".
    Decade(u8),
    Meridiem(Meridiem),
    Zone,
    /// Ordinary verbs in the past tense.
    PastVerb,
    /// "said", "told": their weekday is the day of the report.
    PastReport,
    /// Present tense and modal verbs.
    PresentVerb,
    /// "will", "scheduled", "expected".
    FutureCue,
    /// "until", "through", "by": of the future only right before a date.
    Until,
    /// A word of a feast's name: "Christmas", "New".
    Feast,
    /// "currently", "near", "whole", "sometime": what may lead into a time and is told by its letters where it does.
    Lead,
}

/// Before or after noon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meridiem {
    Am,
    Pm,
}

/// The longest word of the tables, in bytes.
const LONGEST: usize = 14;

/// What `word` may contribute; case does not matter.
pub(super) fn word(word: &str) -> Word {
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST || bytes.is_empty() || !bytes[0].is_ascii_alphabetic() {
        return Word::Other;
    }
    let mut folded = [0_u8; LONGEST];
    for (to, from) in folded.iter_mut().zip(bytes) {
        *to = from.to_ascii_lowercase();
    }
    let folded = &folded[..bytes.len()];
    if let Some(found) = LEXICON.get(folded) {
        return found;
    }
    // Lower case only: "United" is no verb. Participles that are adjectives are listed.
    let is_regular_past = folded.len() > 4 && folded.ends_with(b"ed") && !folded.ends_with(b"eed");
    if is_regular_past && bytes[0].is_ascii_lowercase() { Word::PastVerb } else { Word::Other }
}

/// The tables, ready for look-up. Most words of a text are in none, so length and first letter are asked before anything is hashed.
struct Lexicon {
    words: HashMap<&'static [u8], Word, BuildHasherDefault<Fnv>>,
    /// For each first letter, the lengths of its words as bits.
    lengths: [u16; 26],
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let single = SINGLE.iter().map(|(text, word)| (text.as_bytes(), *word));
    let groups = GROUPS.iter().flat_map(|(texts, word)| texts.split(' ').map(|text| (text.as_bytes(), *word)));
    let words: HashMap<_, _, _> = single.chain(groups).collect();
    let mut lengths = [0; 26];
    for text in words.keys() {
        if let Some(known) = lengths.get_mut(letter(text)) {
            *known |= 1 << text.len();
        }
    }
    Lexicon { words, lengths }
});

impl Lexicon {
    fn get(&self, folded: &[u8]) -> Option<Word> {
        // What begins with a sign ("'ll") is in no row, and looked up.
        let may_be = self.lengths.get(letter(folded)).is_none_or(|known| known & (1 << folded.len()) != 0);
        if may_be { self.words.get(folded).copied() } else { None }
    }
}

/// The place of the first letter in the alphabet; beyond it for anything else.
fn letter(folded: &[u8]) -> usize {
    folded.first().map_or(usize::MAX, |first| usize::from(first.wrapping_sub(b'a')))
}

/// Fowler, Noll and Vo's hash: short keys of our own need no defence.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

const SINGLE: &[(&str, Word)] = &[
    ("january", Word::Month(1)),
    ("february", Word::Month(2)),
    ("march", Word::DoubtfulMonth(3)),
    ("april", Word::Month(4)),
    ("may", Word::DoubtfulMonth(5)),
    ("june", Word::Month(6)),
    ("july", Word::Month(7)),
    ("august", Word::Month(8)),
    ("september", Word::Month(9)),
    ("october", Word::Month(10)),
    ("november", Word::Month(11)),
    ("december", Word::Month(12)),
    ("jan", Word::ShortMonth(1)),
    ("feb", Word::ShortMonth(2)),
    ("mar", Word::ShortMonth(3)),
    ("apr", Word::ShortMonth(4)),
    ("jun", Word::ShortMonth(6)),
    ("jul", Word::ShortMonth(7)),
    ("aug", Word::ShortMonth(8)),
    ("sep", Word::ShortMonth(9)),
    ("sept", Word::ShortMonth(9)),
    ("oct", Word::ShortMonth(10)),
    ("nov", Word::ShortMonth(11)),
    ("dec", Word::ShortMonth(12)),
    ("monday", Word::Weekday(Weekday::Mon)),
    ("tuesday", Word::Weekday(Weekday::Tue)),
    ("wednesday", Word::Weekday(Weekday::Wed)),
    ("thursday", Word::Weekday(Weekday::Thu)),
    ("friday", Word::Weekday(Weekday::Fri)),
    ("saturday", Word::Weekday(Weekday::Sat)),
    ("sunday", Word::Weekday(Weekday::Sun)),
    ("mondays", Word::Weekdays(Weekday::Mon)),
    ("tuesdays", Word::Weekdays(Weekday::Tue)),
    ("wednesdays", Word::Weekdays(Weekday::Wed)),
    ("thursdays", Word::Weekdays(Weekday::Thu)),
    ("fridays", Word::Weekdays(Weekday::Fri)),
    ("saturdays", Word::Weekdays(Weekday::Sat)),
    ("sundays", Word::Weekdays(Weekday::Sun)),
    ("mon", Word::ShortWeekday(Weekday::Mon)),
    ("wed", Word::ShortWeekday(Weekday::Wed)),
    ("fri", Word::ShortWeekday(Weekday::Fri)),
    ("sat", Word::ShortWeekday(Weekday::Sat)),
    ("sun", Word::ShortWeekday(Weekday::Sun)),
    ("second", Word::Ordinal(2)),
    ("seconds", Word::Units(Unit::Second)),
    ("minute", Word::Unit(Unit::Minute)),
    ("minutes", Word::Units(Unit::Minute)),
    ("hour", Word::Unit(Unit::Hour)),
    ("hours", Word::Units(Unit::Hour)),
    ("day", Word::Unit(Unit::Day)),
    ("days", Word::Units(Unit::Day)),
    ("week", Word::Unit(Unit::Week)),
    ("weeks", Word::Units(Unit::Week)),
    ("month", Word::Unit(Unit::Month)),
    ("months", Word::Units(Unit::Month)),
    ("quarters", Word::Units(Unit::Quarter)),
    ("year", Word::Unit(Unit::Year)),
    ("years", Word::Units(Unit::Year)),
    ("decade", Word::Unit(Unit::Decade)),
    ("decades", Word::Units(Unit::Decade)),
    ("century", Word::Century),
    ("centuries", Word::Units(Unit::Century)),
    ("quarter", Word::Quarter),
    ("period", Word::Period),
    ("couple", Word::Couple),
    ("half", Word::Half),
    ("the", Word::The),
    ("morning", Word::Part(PartOfDay::Morning)),
    ("midday", Word::Part(PartOfDay::Midday)),
    ("afternoon", Word::Part(PartOfDay::Afternoon)),
    ("evening", Word::Part(PartOfDay::Evening)),
    ("night", Word::Part(PartOfDay::Night)),
    ("mornings", Word::Parts(PartOfDay::Morning)),
    ("afternoons", Word::Parts(PartOfDay::Afternoon)),
    ("evenings", Word::Parts(PartOfDay::Evening)),
    ("nights", Word::Parts(PartOfDay::Night)),
    ("noon", Word::Noon),
    ("midnight", Word::Midnight),
    ("summer", Word::Season(Season::Summer)),
    ("winter", Word::Season(Season::Winter)),
    ("autumn", Word::Season(Season::Autumn)),
    ("fall", Word::DoubtfulSeason(Season::Autumn)),
    ("spring", Word::DoubtfulSeason(Season::Spring)),
    ("today", Word::Today),
    ("yesterday", Word::Yesterday),
    ("tomorrow", Word::Tomorrow),
    ("tonight", Word::Tonight),
    ("overnight", Word::Overnight),
    ("last", Word::Last),
    ("past", Word::Past),
    ("next", Word::Next),
    ("this", Word::This),
    ("that", Word::That),
    ("same", Word::Same),
    ("following", Word::Following),
    ("current", Word::Current),
    ("latest", Word::Latest),
    ("recent", Word::Recent),
    ("ago", Word::Ago),
    ("earlier", Word::Earlier),
    ("later", Word::Later),
    ("before", Word::Before),
    ("after", Word::After),
    ("old", Word::Old),
    ("early", Word::Early),
    ("late", Word::Late),
    ("mid", Word::Mid),
    ("middle", Word::Middle),
    ("end", Word::End),
    ("of", Word::Of),
    ("in", Word::In),
    ("at", Word::At),
    ("least", Word::Least),
    ("than", Word::Than),
    ("now", Word::Now),
    ("recently", Word::Recently),
    ("soon", Word::Soon),
    ("fiscal", Word::Fiscal),
    ("hourly", Word::Often(Unit::Hour)),
    ("daily", Word::Often(Unit::Day)),
    ("weekly", Word::Often(Unit::Week)),
    ("monthly", Word::Often(Unit::Month)),
    ("annually", Word::Often(Unit::Year)),
    ("yearly", Word::Often(Unit::Year)),
    ("a.m.", Word::Meridiem(Meridiem::Am)),
    ("am", Word::Meridiem(Meridiem::Am)),
    ("p.m.", Word::Meridiem(Meridiem::Pm)),
    ("pm", Word::Meridiem(Meridiem::Pm)),
    ("hundred", Word::Times(100)),
    ("thousand", Word::Times(1000)),
    ("dozen", Word::Times(12)),
    ("zero", Word::Number(0)),
    ("one", Word::Number(1)),
    ("two", Word::Number(2)),
    ("three", Word::Number(3)),
    ("four", Word::Number(4)),
    ("five", Word::Number(5)),
    ("six", Word::Number(6)),
    ("seven", Word::Number(7)),
    ("eight", Word::Number(8)),
    ("nine", Word::Number(9)),
    ("ten", Word::Number(10)),
    ("eleven", Word::Number(11)),
    ("twelve", Word::Number(12)),
    ("thirteen", Word::Number(13)),
    ("fourteen", Word::Number(14)),
    ("fifteen", Word::Number(15)),
    ("sixteen", Word::Number(16)),
    ("seventeen", Word::Number(17)),
    ("eighteen", Word::Number(18)),
    ("nineteen", Word::Number(19)),
    ("twenty", Word::Number(20)),
    ("thirty", Word::Number(30)),
    ("forty", Word::Number(40)),
    ("fifty", Word::Number(50)),
    ("sixty", Word::Number(60)),
    ("seventy", Word::Number(70)),
    ("eighty", Word::Number(80)),
    ("ninety", Word::Number(90)),
    ("first", Word::Ordinal(1)),
    ("third", Word::Ordinal(3)),
    ("fourth", Word::Ordinal(4)),
    ("fifth", Word::Ordinal(5)),
    ("sixth", Word::Ordinal(6)),
    ("seventh", Word::Ordinal(7)),
    ("eighth", Word::Ordinal(8)),
    ("ninth", Word::Ordinal(9)),
    ("tenth", Word::Ordinal(10)),
    ("twentieth", Word::Ordinal(20)),
    ("thirtieth", Word::Ordinal(30)),
    ("twenties", Word::Decade(2)),
    ("thirties", Word::Decade(3)),
    ("forties", Word::Decade(4)),
    ("fifties", Word::Decade(5)),
    ("sixties", Word::Decade(6)),
    ("seventies", Word::Decade(7)),
    ("eighties", Word::Decade(8)),
    ("nineties", Word::Decade(9)),
];

const GROUPS: &[(&str, Word)] = &[
    ("tue tues", Word::ShortWeekday(Weekday::Tue)),
    ("thu thur thurs", Word::ShortWeekday(Weekday::Thu)),
    ("weekend weekends", Word::Weekend),
    ("few several many some", Word::Several),
    ("a an", Word::Article),
    ("coming upcoming", Word::Coming),
    ("previous prior preceding", Word::Previous),
    ("beginning start", Word::Beginning),
    ("about around approximately roughly", Word::About),
    ("nearly almost", Word::Nearly),
    ("more over", Word::More),
    ("less fewer", Word::Less),
    ("each every", Word::Each),
    ("est edt et cst cdt ct mst mdt pst pdt gmt utc bst cet", Word::Zone),
    ("until till through by", Word::Until),
    (
        "will shall 'll scheduled expected planned planning due set slated effective payable expires would-be",
        Word::FutureCue,
    ),
    ("said told announced reported wrote added confirmed explained noted disclosed acknowledged", Word::PastReport),
    (
        "is are am has have does do says say can could should would might must wants want plans plan hopes hope begins begin \
         starts ends opens arrives goes go comes come means mean takes meets faces expects expect isn't aren't setting",
        Word::PresentVerb,
    ),
    (
        "was were had did been became began bought brought broke built came caught chose cost cut died drew drove ended fell felt \
         fled flew forgot fought found gave got grew held hit heard kept killed knew laid led left lent let lost made meant met paid \
         put ran rang read rose sang sank sat saw sent shook shot shrank shut slept sold sought spent spoke stole stood struck \
         swept swore taken taught threw took thought tied tried understood used went woke won wore wasn't weren't didn't hadn't",
        Word::PastVerb,
    ),
    ("christmas thanksgiving independence labor memorial veterans valentine halloween new", Word::Feast),
    (
        "right these currently future near full whole entire corresponding comparable similar like up no not sometime",
        Word::Lead,
    ),
    ("united so-called alleged preferred", Word::Other),
];

#[cfg(test)]
mod tests {
    use super::{GROUPS, LONGEST, SINGLE, Word, word};
    use chrono::Weekday;

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(word("FRIDAY"), Word::Weekday(Weekday::Fri));
        assert_eq!(word("Sept"), Word::ShortMonth(9));
        assert_eq!(word("p.m."), word("P.M."));
        assert_eq!(word("walked"), Word::PastVerb);
        assert_eq!(word("Walked"), Word::Other);
        assert_eq!(word("need"), Word::Other);
        assert_eq!(word("é"), Word::Other);
    }

    #[test]
    fn no_word_is_longer_than_the_buffer() {
        let groups = GROUPS.iter().flat_map(|(texts, _)| texts.split(' '));
        for text in SINGLE.iter().map(|(text, _)| *text).chain(groups) {
            assert!(text.len() <= LONGEST && !text.is_empty(), "{text:?}");
            assert_eq!(text, text.to_lowercase());
        }
    }
}
