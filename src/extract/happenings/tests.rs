//! Happenings as they are read, a line each.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::extract::extract;
use crate::model::{Document, Stance, Telling};
use crate::text::Span;

/// What happened with a date, a count or an order, a line each: "spoke [contact] on Friday, by Vera Holm".
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = extract(&Document::of_body(text)).account.unpacked();
    let said = |span: Span| span.of(text);
    let lines: Vec<String> = found
        .happenings
        .iter()
        .filter(|one| one.class.is_some() && !(one.dates.is_empty() && one.orders.is_empty() && one.count.is_none()))
        .map(|one| {
            let mut line = format!("{} [{}]", said(one.word), one.class.map_or("-", |class| class.name));
            match one.telling {
                Telling::Fact | Telling::Resumed => {}
                Telling::Denied => line.push_str(" denied"),
                Telling::Planned => line.push_str(" planned"),
            }
            for date in &one.dates {
                let not = if date.is_denied { "not " } else { "" };
                write!(line, " {not}on {}", said(date.time)).unwrap();
                if let Some(speaker) = date.speaker {
                    write!(line, " as {} told", said(speaker.words)).unwrap();
                }
            }
            if let Some((_, count)) = one.count {
                write!(line, " {} times", count.words()).unwrap();
            }
            for order in &one.orders {
                write!(line, " {} {}", order.order.name(), said(order.other)).unwrap();
            }
            if let Some(speaker) = one.speaker {
                let stance = match speaker.stance {
                    Stance::Holds => "by",
                    Stance::AtFirst => "at first by",
                    Stance::Concedes => "conceded by",
                };
                write!(line, ", {stance} {}", said(speaker.words)).unwrap();
            }
            line
        })
        .collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn a_time_dates_the_nearest_word() {
    check("Vera Holm met Peter Dahl in Aarhus on May 3, 2024.", &["met [meeting] on May 3, 2024"]);
    check("On May 3, 2024, Vera Holm, a clerk, met Peter Dahl.", &["met [meeting] on May 3, 2024"]);
    check("The May 3 vote was the last call.", &["vote [vote] on May 3"]);
    check(
        "They exchanged texts and calls in May 2024.",
        &["texts [message] on May 2024", "calls [contact] on May 2024"],
    );
    check(
        "Holm called Dahl on May 3, the day the board announced the closure.",
        &["called [contact] on May 3 on the day same time as announced", "announced [measure] on the day"],
    );
}

#[test]
fn a_light_verb_tells_of_the_noun_or_of_what_went_before() {
    check("The calls occurred on May 3, 2024.", &["calls [contact] on May 3, 2024"]);
    check(
        "Holm spoke to Dahl on May 3, although the board said it actually happened the day before.",
        &["spoke [contact] on May 3", "happened [contact] on the day before, by the board"],
    );
    check("The visit did not take place until May 4, 2024.", &["visit [visit] on May 4, 2024"]);
}

#[test]
fn whoever_is_cited_is_found() {
    check(
        "The union originally said the visit was on May 3, 2024.",
        &["visit [visit] on May 3, 2024, at first by The union"],
    );
    check(
        "Dahl cited two clerks as saying that they met on May 3, 2024.",
        &["met [meeting] on May 3, 2024, by two clerks"],
    );
    check(
        "They met on May 3, 2024, a clerk at the port said.",
        &["met [meeting] on May 3, 2024, by a clerk at the port"],
    );
    check(
        "According to the harbour log, they met on May 3, 2024.",
        &["met [meeting] on May 3, 2024, by the harbour log"],
    );
    check(
        "The union, including Dahl, later conceded that the vote was held on May 3, 2024.",
        &["vote [vote] on May 3, 2024, conceded by The union, including Dahl"],
    );
    check(
        "They met on May 3, 2024, and not on May 4, 2024, as Dahl told them.",
        &["met [meeting] on May 3, 2024 not on May 4, 2024 as Dahl told"],
    );
}

#[test]
fn counts_and_orders() {
    check("Holm made at least three payments.", &["payments [payment] 3 or more times"]);
    check("Holm phoned Dahl several times.", &["phoned [contact] 3 or more times"]);
    check("Dahl resigned before the vote was held.", &["resigned [departure from a post] before vote"]);
    check("The meeting took place around the same time as the raid.", &["meeting [meeting] same time as raid"]);
}

#[test]
fn plans_and_denials_are_no_facts() {
    check("Holm would meet Dahl on May 3, 2024.", &["meet [meeting] planned on May 3, 2024"]);
    check("Holm did not meet Dahl on May 3, 2024.", &["meet [meeting] denied on May 3, 2024"]);
}

#[test]
fn what_is_taken_back() {
    let text = "The board, Dahl told us, had misread the log. Holm said that was not correct. It is right.";
    let found = extract(&Document::of_body(text)).account.unpacked().retractions;
    let words: Vec<&str> = found.iter().map(|back| back.words.of(text)).collect();
    assert_eq!(words, ["misread", "not correct"]);
    assert_eq!(found[1].by.map(|by| by.of(text)), Some("Holm"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_panics_and_spans_lie_in_the_text(
        words in proptest::collection::vec(
            prop_oneof![
                Just("the day before"), Just("that day"), Just("May 3"), Just("said"), Just("told"), Just("as"), Just(","), Just("\""),
                Just("met"), Just("calls"), Just("occurred"), Just("not"), Just("that"), Just("and"), Just("when"), Just("before"),
                Just("it"), Just("Lind"), Just("according to"), Just("originally"), Just("one"), Just("times"), Just("saying"),
                Just("cited"), Just("until"), Just("took place"), Just("'s"), Just("."), Just("é\u{301}"),
            ],
            0..30,
        ),
        noise in ".{0,24}",
    ) {
        let text = format!("{} {noise}", words.join(" "));
        for one in extract(&Document::of_body(&text)).account.unpacked().happenings {
            prop_assert!(!one.word.of(&text).is_empty());
            prop_assert!(one.clause.contains(one.word));
            for date in one.dates {
                prop_assert!(!date.time.of(&text).is_empty());
            }
        }
    }
}
