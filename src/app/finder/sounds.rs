//! How a name sounds, roughly: one key for the spellings that one name has in Latin letters, and for the same name in Cyrillic or
//! Greek.
//!
//! The rules join what the usual romanizations write apart (Kislyak, Kisliak, Kisljak; Mueller, Müller; Sergei, Sergey, Сергей).
//! It is a cue for finding, never a reason to link: two names with one key may be two people.

/// The key of a folded word. Words of other scripts are their own keys.
pub(super) fn sounds(word: &str) -> String {
    let latin: Vec<char> = word.chars().flat_map(latin).collect();
    let mut key = String::with_capacity(word.len());
    let mut rest = latin.as_slice();
    while let Some(first) = rest.first() {
        let (length, sound) = sound(rest);
        if length == 0 {
            push(&mut key, *first);
        } else {
            sound.chars().for_each(|letter| push(&mut key, letter));
        }
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    key
}

/// Doubled letters sound as one.
fn push(key: &mut String, letter: char) {
    if !key.ends_with(letter) {
        key.push(letter);
    }
}

/// How many letters at the start make one sound, and which; 0 for one that stands for itself.
const fn sound(rest: &[char]) -> (usize, &'static str) {
    match rest {
        ['s', 'h', 'c', 'h', ..] | ['t', 's', 'c', 'h', ..] => (4, "ch"),
        ['t', 'c', 'h', ..] => (3, "ch"),
        ['s', 'c', 'h', ..] => (3, "sh"),
        ['d', 'z', 'h', ..] => (3, "j"),
        ['c' | 's', 'h', ..] => (2, if matches!(rest, ['c', ..]) { "ch" } else { "sh" }),
        ['c', 'z', ..] => (2, "ch"),
        ['z', 'h', ..] | ['d', 'j', ..] => (2, "j"),
        ['k', 'h', ..] => (2, "h"),
        ['g', 'h', ..] | ['g', 'u', 'e' | 'i', ..] => (2, "g"),
        ['p', 'h', ..] => (2, "f"),
        ['t', 'h', ..] => (2, "t"),
        ['t', 'z', ..] => (2, "ts"),
        ['c', 'k', ..] | ['q', 'u', ..] => (2, "k"),
        ['c', 'e' | 'i' | 'y', ..] => (1, "s"),
        ['c' | 'q', ..] => (1, "k"),
        ['x', ..] => (1, "ks"),
        ['w', ..] | ['f'] => (1, "v"),
        ['f', 'f'] => (2, "v"),
        ['i' | 'j' | 'y', 'a', ..] => (2, "ia"),
        ['i' | 'j' | 'y', 'o', ..] => (2, "io"),
        ['i' | 'j' | 'y', 'u', ..] => (2, "iu"),
        ['i' | 'j' | 'y', 'e', ..] => (2, "e"),
        ['a' | 'e' | 'i', 'i' | 'j' | 'y', ..] | ['e', 'e', ..] => (2, "i"),
        ['o', 'u' | 'o', ..] | ['u', 'e', ..] => (2, "u"),
        ['o', 'e', ..] => (2, "o"),
        ['a', 'e', ..] => (2, "a"),
        ['y', ..] => (1, "i"),
        _ => (0, ""),
    }
}

/// A folded letter of Cyrillic or Greek in Latin letters; every other one as it is.
fn latin(letter: char) -> impl Iterator<Item = char> {
    let latin = match letter {
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'ђ' | 'δ' => "d",
        'е' | 'э' | 'ε' => "e",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'η' | 'ι' => "i",
        'ј' => "j",
        'к' | 'κ' => "k",
        'л' | 'љ' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'њ' | 'ν' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' => "s",
        'т' | 'τ' => "t",
        'θ' => "th",
        'у' | 'υ' => "u",
        'ф' | 'φ' => "f",
        'х' | 'χ' => "kh",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'џ' => "dzh",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        'є' => "ye",
        'ξ' => "x",
        'ψ' => "ps",
        _ => return Latin::Same(Some(letter)),
    };
    Latin::Other(latin.chars())
}

/// Letters in Latin: the same one, or others.
enum Latin {
    Same(Option<char>),
    Other(std::str::Chars<'static>),
}

impl Iterator for Latin {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::Same(letter) => letter.take(),
            Self::Other(letters) => letters.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sounds;
    use crate::text::fold;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for spellings in [
            &["Kislyak", "Kisliak", "Kisljak", "Кисляк"][..],
            &["Mueller", "Müller", "Muller"],
            &["Sergei", "Sergey", "Sergueï", "Sergiy", "Сергей"],
            &["Tchaikovsky", "Chaikovskii", "Tschaikowsky", "Чайковский"],
            &["Khrushchev", "Хрущёв"],
            &["Yeltsin", "Eltsin", "Ельцин"],
            &["Zelensky", "Zelenskyy", "Zelenskiy"],
            &["Romanoff", "Romanov", "Романов"],
            &["Hussein", "Husayn", "Hussain"],
            &["Papadopoulos", "Παπαδοπουλος"],
            &["Goethe", "Göthe"],
        ] {
            let keys: Vec<String> = spellings.iter().map(|spelling| sounds(&fold(spelling))).collect();
            assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{spellings:?} {keys:?}");
        }
    }

    #[test]
    fn other_names_and_scripts_keep_their_own() {
        assert_ne!(sounds("brandt"), sounds("brant"));
        assert_eq!(sounds("क"), "क");
        assert_eq!(sounds(""), "");
    }
}
