//! Words that carry a stop of their own, and what it says about the end of a sentence.

/// How a stop after a word is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something always follows it: "Gen.", "vs."
    Leads,
    /// It may stand last: "Inc.", "Dec.", "Calif."
    MayEnd,
    /// It is one only before a number: "No. 5", "p. 12".
    BeforeNumber,
}

const LEADS: &[&str] = &[
    "adm", "amb", "asst", "atty", "brig", "capt", "cf", "cmdr", "col", "cpl", "det", "dr", "fr", "ft", "gen", "gov",
    "hon", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "pfc", "pres", "prof", "pvt",
    "rep", "reps", "rev", "sen", "sens", "sgt", "spc", "st", "ste", "supt", "v", "vs",
];

const MAY_END: &[&str] = &[
    "apr", "approx", "ariz", "ark", "assn", "aug", "ave", "bldg", "blvd", "bros", "ca", "calif", "co", "colo", "conn",
    "corp", "dec", "del", "dept", "esq", "est", "etc", "feb", "fla", "fri", "ga", "ill", "inc", "ind", "jan", "jr",
    "jul", "jun", "kan", "ky", "la", "ltd", "mar", "mass", "md", "mfg", "mich", "minn", "miss", "mo", "mon", "mont",
    "neb", "nev", "nov", "oct", "okla", "ore", "pa", "rd", "ret", "sat", "sep", "sept", "sr", "tenn", "tex", "thu",
    "thur", "thurs", "tue", "tues", "univ", "va", "vt", "wash", "wed", "wis", "wyo",
];

const BEFORE_NUMBER: &[&str] =
    &["art", "ch", "chap", "ed", "eds", "fig", "no", "nos", "p", "para", "pp", "sec", "vol", "vols"];

/// Those of the list that are written small; the others are words of their own when they are ("he fell ill.", "they sat.").
const SMALL: &[&str] = &[
    "approx", "art", "ca", "cf", "ch", "ed", "eds", "est", "etc", "fig", "no", "nos", "p", "para", "pp", "ret", "v",
    "vol", "vs",
];

/// What `word`, which stands before a stop, is short for, if anything.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > 6 {
        return None;
    }
    let small = word.to_lowercase();
    let among = |list: &[&str]| list.contains(&small.as_str());
    if small == word && !among(SMALL) {
        return None;
    }
    let kinds =
        [(LEADS, Abbreviation::Leads), (MAY_END, Abbreviation::MayEnd), (BEFORE_NUMBER, Abbreviation::BeforeNumber)];
    kinds.into_iter().find(|(list, _)| among(list)).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::Abbreviation::{BeforeNumber, Leads, MayEnd};
    use super::abbreviation;

    #[test]
    fn a_small_word_is_no_state() {
        for (word, expected) in [
            ("Gen", Some(Leads)),
            ("vs", Some(Leads)),
            ("Ill", Some(MayEnd)),
            ("ill", None),
            ("etc", Some(MayEnd)),
            ("No", Some(BeforeNumber)),
            ("sat", None),
            ("Harbour", None),
        ] {
            assert_eq!(abbreviation(word), expected, "{word}");
        }
    }
}
