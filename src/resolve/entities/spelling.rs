//! How words of names are compared by their letters: initials, edits, scripts, spellings that sound the same. Everything is folded.

use std::collections::HashSet;

/// Whether `initial` is the first letter of `name`.
pub(super) fn initial_of(initial: &str, name: &str) -> bool {
    let mut letters = initial.chars();
    let first = letters.next();
    letters.all(|letter| letter == '.') && first.is_some() && name.chars().next() == first
}

/// Whether all letters are of one script, as far as look-alikes go, and it is the same in both.
pub(super) fn in_one_script(one: &str, other: &str) -> bool {
    let scripts_of_one = scripts(one);
    scripts_of_one.len() == 1 && scripts_of_one == scripts(other)
}

/// The scripts of the letters: Latin, Greek, Cyrillic, others.
fn scripts(name: &str) -> HashSet<u8> {
    let script = |letter: char| match letter {
        'a'..='z' | '\u{C0}'..='\u{24F}' => 0,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => 1,
        '\u{400}'..='\u{52F}' => 2,
        _ => 3,
    };
    name.chars().filter(|letter| letter.is_alphabetic()).map(script).collect()
}

/// One letter put in, left out, replaced, or two neighbours swapped.
pub(super) fn one_edit_apart(one: &str, other: &str) -> bool {
    let (short, long): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if short.len() <= long.len() { (short, long) } else { (long, short) };
    let same_before = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let same_after = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            let rest = short.len().saturating_sub(same_before + same_after);
            let swapped =
                rest == 2 && short[same_before] == long[same_before + 1] && short[same_before + 1] == long[same_before];
            rest == 1 || swapped
        }
        1 => same_before + same_after >= short.len(),
        _ => false,
    }
}

/// One form for the spellings of a given name that sound the same: "Mathew" and "Matthew", "Adolf" and "Adolph", "Tracy" and
/// "Tracey", "Erik" and "Eric".
pub(super) fn sound(given: &str) -> String {
    let ending = [("ey", "y"), ("ie", "y"), ("i", "y"), ("ah", "a")];
    let mut word = given.replace("ph", "f").replace("ck", "k").replace("kh", "h");
    if let Some((long, short)) = ending.iter().find(|(long, _)| word.len() > long.len() + 2 && word.ends_with(long)) {
        word.truncate(word.len() - long.len());
        word.push_str(short);
    }
    let mut heard = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_hard = letter == 'c' && !matches!(letters.peek(), Some('h' | 'e' | 'i' | 'y'));
        let letter = if is_hard { 'k' } else { letter };
        if !heard.ends_with(letter) {
            heard.push(letter);
        }
    }
    heard
}
