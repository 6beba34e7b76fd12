//! Names in whole documents: what is found stands under the text, a caret a letter, with its kind below.

use crate::extract::extract;
use crate::model::{Document, Extract, ExtractedMention, Form};
use crate::text::Span;

use proptest::prelude::*;

fn read(text: &str) -> Extract {
    extract(&Document::of_body(text))
}

/// Each line of text is followed by a line of carets and one of kinds, or by the next line of text where nothing is to be found.
fn check(drawn: &str) {
    let mut text = String::new();
    let mut expected = String::new();
    for line in drawn.lines().filter(|line| !line.is_empty()) {
        let is_drawing = line.trim_start().starts_with('^') || expected.ends_with("^\n");
        if !is_drawing {
            text.push_str(line);
            text.push('\n');
        }
        expected.push_str(line.trim_end());
        expected.push('\n');
    }
    let found = read(&text).mentions;
    let mut shown = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len() as u32);
        start = span.end;
        shown.push_str(line);
        draw(&text, span, &found, &mut shown);
    }
    assert_eq!(shown, expected, "\n{shown}");
}

fn draw(text: &str, line: Span, found: &[ExtractedMention], shown: &mut String) {
    let (mut carets, mut kinds) = (String::new(), String::new());
    for mention in found.iter().filter(|found| line.contains(found.span) && found.confidence.0 >= 25) {
        let column = Span::new(line.start, mention.span.start).of(text).chars().count();
        let label = if mention.form == Form::Camp { "camp" } else { mention.kind.name() };
        carets.push_str(&" ".repeat(column - carets.chars().count()));
        carets.push_str(&"^".repeat(mention.span.of(text).chars().count()));
        kinds.push_str(&" ".repeat(column.saturating_sub(kinds.chars().count())));
        kinds.push_str(label.get(..3).unwrap_or(label));
    }
    if !carets.is_empty() {
        for drawn in [carets, kinds] {
            shown.push_str(&drawn);
            shown.push('\n');
        }
    }
}

#[test]
fn the_name_only_without_title_article_or_possessive() {
    check(
        "
Gen. Ada Vexworth and Mr. Brun told the Senate that President Ilya K. Brovsky\u{2019}s plane had left.
     ^^^^^^^^^^^^         ^^^^          ^^^^^^                ^^^^^^^^^^^^^^^
     per                  per           org                   per
The special counsel, John Vale Jr., met Prime Minister Jean-Luc de Marre in the Ministry of Harbour Affairs.
                     ^^^^^^^^^^^^^                     ^^^^^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                     per                               per                      org
",
    );
}

#[test]
fn a_surname_counts_everywhere_once_the_name_was_seen_whole() {
    check(
        "
Vexworth Calls Brovsky Before Vote, Aide Says
^^^^^^^^       ^^^^^^^
per            per
Vexworth was silent on the day that Ada Vexworth and Igor Brovsky were to meet.
^^^^^^^^                            ^^^^^^^^^^^^     ^^^^^^^^^^^^
per                                 per              per
Reporters asked whether Ada knew it, and pro-Brovsky papers said so.
                        ^^^                  ^^^^^^^
                        per                  per
",
    );
}

#[test]
fn months_are_surnames_only_where_the_name_was_seen() {
    check(
        "
They met in May and again in late June.
",
    );
    check(
        "
In a speech in May, Prime Minister Clara May thanked her hosts.
                                   ^^^^^^^^^
                                   per
Later May said that she would return in May 2019.
      ^^^
      per
",
    );
}

#[test]
fn a_camp_is_not_the_person() {
    check(
        "
The Vexworth campaign denied it, the Brovsky transition team did not, and Ada Vexworth spoke.
    ^^^^^^^^                         ^^^^^^^                              ^^^^^^^^^^^^
    cam                              cam                                  per
Then the Vexworth White House and people in Vexworth Tower fell silent.
         ^^^^^^^^ ^^^^^^^^^^^               ^^^^^^^^^^^^^^
         cam      org                       pla
",
    );
}

#[test]
fn peoples_laws_days_and_addresses_are_no_names() {
    check(
        "
On Friday the French officials cited the Harbour Act and the Cold War, it was said at Christmas.
Write to ada.vexworth@example.org, follow @AdaVexworth or read www.example.org/Ada-Vexworth for the PGP key.
",
    );
}

#[test]
fn headlines_in_capitals_name_only_what_is_known() {
    check(
        "
OFFICIALS IN LONDON DENY REPORT OF SECRET MEETING
             ^^^^^^
             pla
Breaking News
WASHINGTON \u{2014} Nobody came.
^^^^^^^^^^
pla
Top Aide Leaves After Long Quarrel Over Budget
",
    );
}

#[test]
fn organizations_by_list_head_and_acronym() {
    check(
        "
The AP and the Harbour Trade Council (HTC) wrote that the HTC had moved to Geneva from the University of Vexport.
    ^^         ^^^^^^^^^^^^^^^^^^^^^  ^^^                 ^^^              ^^^^^^          ^^^^^^^^^^^^^^^^^^^^^
    org        org                    org                 org              pla             org
She told The Kyiv Post and Reuters, but the Post did not print it.
             ^^^^^^^^^     ^^^^^^^          ^^^^
             org           org              org
The Council on Nordic Fisheries met at noon. She saw the Harbour Committee on Monday.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^                          ^^^^^^^^^^^^^^^^^
    org                                                  org
",
    );
}

#[test]
fn places_by_list_head_and_neighbours() {
    check(
        "
He flew from Vexport, Illinois, over Lake Brun to the Tirvan Mountains, and hid near Oldcastle.
             ^^^^^^^  ^^^^^^^^       ^^^^^^^^^        ^^^^^^^^^^^^^^^^               ^^^^^^^^^
             pla      pla            pla              pla                            pla
",
    );
}

#[test]
fn an_unknown_given_name_beside_a_known_surname_is_part_of_the_name() {
    check(
        "
Donald Vexworth left, and Donel Vexworth is how the caption spells it.
^^^^^^^^^^^^^^^           ^^^^^^^^^^^^^^
per                       per
",
    );
}

#[test]
fn roles_stand_beside_names() {
    let text = "Igor Brovsky, the Russian ambassador, met former Sen. Ada Vexworth.\n";
    let roles: Vec<&str> = read(text).mentions.iter().filter_map(|found| Some(found.role?.of(text))).collect();
    assert_eq!(roles, ["Russian ambassador", "former Sen."]);
}

#[test]
fn a_lone_word_is_only_possible() {
    let text = "The bill came late, and the Brovsky of it was small.\n";
    let found = read(text).mentions;
    assert_eq!(found.iter().map(|found| found.span.of(text)).collect::<Vec<_>>(), ["Brovsky"]);
    assert!(found.iter().all(|found| found.confidence < crate::model::Confidence::SUPPORTED));
}

#[test]
fn long_lines_of_capitals_end_soon() {
    for word in ["Vex ", "VEX ", "White House of ", "Ada ", "Gen. ", "Ministry of ", "New York, ", "A.", "al-", "a@b."]
    {
        let text = word.repeat(100_000 / word.len());
        let found = read(&text).mentions;
        assert!(found.iter().all(|found| found.span.len() <= 200), "{word}");
    }
}

#[test]
fn what_and_joins_and_treaties_are_no_names() {
    check(
        "
It is said that the White House and the Kremlin knew nothing of the Treaty of Westphalia.
                    ^^^^^^^^^^^         ^^^^^^^
                    org                 org
",
    );
}

#[test]
fn what_stands_before_a_name_is_no_part_of_it() {
    check(
        "
They spoke of Generals Vexworth and Lindqvist.
                       ^^^^^^^^     ^^^^^^^^^
                       per          per
He told Colonel King to wait.
                ^^^^
                per
Vexworth met the Norland ambassador to the U.S. Gleb Astakhov by the lake.
^^^^^^^^         ^^^^^^^                   ^^^^ ^^^^^^^^^^^^^
per              pla                       pla  per
",
    );
}

proptest! {
    #[test]
    fn names_stand_in_the_text_in_order_and_apart(
        words in prop::collection::vec(
            prop_oneof![
                Just("Ada"), Just("Vexworth"), Just("Gen."), Just("\u{2019}s"), Just("the"), Just("Ministry"), Just("of"),
                Just("White"), Just("House"), Just("team"), Just(","), Just("\n"), Just("May"), Just("-"), Just("J."),
                Just("al"), Just("É\u{301}ric"), Just("🙂"), Just("("), Just("NPR"), Just("said"), Just("a@b.c"), Just("Jr."),
            ],
            0..40,
        ),
        noise in "\\PC{0,40}",
    ) {
        let text = format!("{} {noise} {}", words.join(" "), words.concat());
        let mut end = 0;
        for found in read(&text).mentions {
            prop_assert!(found.span.start >= end && !found.span.of(&text).trim().is_empty());
            prop_assert_eq!(found.span.trimmed(&text), found.span);
            prop_assert!(found.role.is_none_or(|role| !role.of(&text).is_empty()));
            end = found.span.end;
        }
    }
}
