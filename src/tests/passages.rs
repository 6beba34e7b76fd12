//! Passages as a session has them: in groups or sorted, picked out, of several targets at once, frozen.

use std::collections::BTreeSet;

use proptest::prelude::*;
use redstring::app::{Effect, Pane, PassageRow};
use redstring::corpus::Corpus;

use super::desk::Desk;
use super::library::{corpus, library};

/// Three documents; in each sentence who is with whom, and when.
fn company() -> Corpus {
    corpus(&[
        (
            "a.txt",
            "A",
            Some("2019"),
            "[Bo Lund=P Bo Lund] met [Ada Holm=P Ada Holm] on [May 3=T 2019-05-03].\n[Bo Lund=P Bo Lund] left.\n",
        ),
        (
            "b.txt",
            "B",
            Some("2019"),
            "[Ada Holm=P Ada Holm] rang [Bo Lund=P Bo Lund] on [May 1=T 2019-05-01].\n[Eva Dahl=P Eva Dahl] heard [Ada Holm=P Ada Holm] and [Bo Lund=P Bo Lund].\n",
        ),
        ("c.txt", "C", Some("2019"), "[Eva Dahl=P Eva Dahl] saw [Bo Lund=P Bo Lund].\n[Ada Holm=P Ada Holm] slept.\n"),
    ])
}

/// Goes to somebody by the finder.
fn desk(name: &str) -> Desk {
    let mut desk = Desk::new(120, 36, company());
    desk.keys(&format!("f {name} <Enter>"));
    desk
}

/// The heads of the list, each with the words of its first passage.
fn heads(desk: &Desk) -> Vec<String> {
    let screen = desk.screen();
    let lines = screen.lines().skip_while(|line| !line.contains("5 Passages")).skip(1);
    lines
        .filter_map(|line| line.split(['▾', '▸']).rfind(|part| part.contains(" in ") && part.contains('─')))
        .map(|line| line.split('─').next().unwrap_or_default().trim().to_owned())
        .collect()
}

#[test]
fn groups_are_by_document_by_date_by_who_is_beside() {
    let mut desk = desk("lund");
    assert_eq!(heads(&desk), ["A · 2019", "B · 2019", "C · 2019"]);
    desk.keys("gb").shows("Bo Lund by date");
    assert_eq!(heads(&desk), ["2019-05-01", "2019-05-03", "no date stated"]);
    desk.keys("gb").shows("Bo Lund by companion");
    assert_eq!(heads(&desk), ["with Ada Holm", "with Eva Dahl", "no other person or organization"]);
    desk.keys("gb").hides("by companion").shows("by document");
}

#[test]
fn groups_fold_one_by_one_and_all_at_once() {
    let mut desk = desk("lund");
    let rows = desk.state.passages().rows.len();
    desk.keys("gb gb h");
    assert_eq!(desk.state.passages().rows.len(), rows - 3);
    desk.keys("l");
    assert_eq!(desk.state.passages().rows.len(), rows);
    desk.keys("gh");
    assert!(desk.state.passages().rows.iter().all(|row| matches!(row, PassageRow::Head { is_folded: true, .. })));
    desk.keys("gh");
    assert_eq!(desk.state.passages().rows.len(), rows);
    // What is folded by date is not folded by document.
    desk.keys("gh gb");
    assert_eq!(desk.state.passages().rows.len(), rows);
}

#[test]
fn what_is_picked_is_copied_and_exported_until_esc() {
    let mut desk = desk("lund");
    desk.keys("<Space> <Space>").shows("2 picked").keys("yq");
    let Some(Effect::Copy(words)) = desk.effects.last() else { panic!("{:?}", desk.effects) };
    assert_eq!(words, "Bo Lund met Ada Holm on May 3.\n\nBo Lund left.");
    desk.keys("x").shows("what is picked in Passages").keys("<Esc>");
    // On a head all of its group, again none of it; the picks outlive the list.
    desk.keys("gg j j j <Space>").shows("4 picked").keys("<Space>").shows("2 picked");
    desk.keys("gb gs").shows("2 picked");
    desk.keys("<Esc>").hides("2 picked").shows("Nothing is picked now");
    assert_eq!(desk.state.focus(), Pane::Passages);
}

#[test]
fn with_and_without_stand_on_the_filter_line_and_are_edited_there() {
    let mut desk = desk("lund");
    desk.keys("3 gg j &").shows("n: Bo Lund & Ada Holm").shows("6 mentions in 3 passages");
    desk.keys("j !").shows("n: Bo Lund & Ada Holm & not Eva Dahl").shows("4 mentions in 2 passages");
    desk.keys("F").shows("n:\"Bo Lund\" n:\"Ada Holm\" -n:\"Eva Dahl\"").shows("2 passages");
    desk.keys("<C-u> n:lund <Space> -n:holm").shows("2 passages").keys("<Enter>");
    desk.shows("n: Bo Lund & not Ada Holm").shows("2 mentions in 2 passages");
    // Esc takes out what was added last, one by one.
    desk.keys("<Esc>").hides("not Ada Holm");
    assert_eq!((desk.state.walked().label.as_str(), desk.state.walked().hits.len()), ("Bo Lund", 5));
    // The lists keep everybody: what is followed filters nothing.
    assert!(desk.state.pins().is_none());
}

#[test]
fn a_line_that_no_longer_names_several_follows_the_first() {
    let mut desk = desk("lund");
    desk.keys("3 gg j & F <C-u> <Enter>").hides("n: Bo Lund & Ada Holm").shows("n: Bo Lund");
    desk.keys("F n:nobody").shows("0 passages").keys("<C-u> -n:holm").shows("leaves out of what another n: names");
    desk.keys("<C-u> n:").shows("stands behind it").keys("<Esc>");
}

#[test]
fn nothing_is_left_out_of_nothing() {
    let mut desk = desk("lund");
    desk.keys("3 gg !").shows("Nothing else is followed that this could be left out of");
    assert_eq!(desk.state.target().label, "Bo Lund");
}

#[test]
fn a_frozen_list_keeps_its_rows_while_others_move() {
    let mut desk = desk("lund");
    let rows = desk.state.passages().rows.clone();
    desk.keys("j gf").shows("5 Passages frozen").shows("stays as it stands");
    let cursor = desk.state.passages().scroll.cursor;
    desk.keys("3 G <Enter>").shows("Passages is frozen");
    assert_eq!((desk.state.focus(), desk.state.walked().label.as_str()), (Pane::Entities, "Eva Dahl"));
    desk.keys("n p");
    assert_eq!((&desk.state.passages().rows, desk.state.passages().scroll.cursor), (&rows, cursor));
    // Its own keys still move it, and its passages are read.
    desk.keys("5 j j <Enter>");
    assert_eq!((desk.state.focus(), desk.caret().as_str()), (Pane::Reader, "Bo Lund"));
    desk.keys("5 gf").hides("frozen").shows("Passages follows again");
    assert_ne!(desk.state.passages().rows, rows);
}

#[test]
fn a_frozen_pane_keeps_what_pins_would_take_and_esc_lets_it_go() {
    let mut desk = desk("lund");
    desk.keys("<Esc> 1 gf 3 gf");
    let before = (desk.state.documents().rows.clone(), desk.state.entities().rows.clone());
    desk.keys("F about:dahl <Enter>").shows("pinned Eva Dahl");
    assert_eq!((desk.state.documents().rows.clone(), desk.state.entities().rows.clone()), before);
    desk.keys("1 <Esc>").shows("Documents follows again");
    assert_eq!(desk.state.documents().rows.len(), 2);
}

#[test]
fn a_frozen_reader_is_not_moved_by_what_lists_mark() {
    let mut desk = Desk::new(120, 36, library());
    desk.keys("2 gf");
    let caret = desk.state.reader().caret;
    desk.keys("3 j j 1 j").shows("2 Reader frozen");
    assert_eq!(desk.state.reader().caret, caret);
    desk.keys("n");
    assert_ne!(desk.state.reader().caret, caret);
}

/// Walks once round and gives every place at which `n` rests.
fn steps(desk: &mut Desk) -> usize {
    let place = |desk: &Desk| (desk.state.reader().document, desk.state.reader().caret);
    let all = desk.state.walked().hits.len();
    if all == 0 {
        return 0;
    }
    let mut seen = BTreeSet::new();
    for _ in 0..all + 3 {
        desk.keys("n");
        let (document, caret) = place(desk);
        seen.insert((document.map(|id| id.0), caret.at, caret.item));
    }
    seen.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// However passages are chosen, grouped and sorted: each is listed once, and the counts of all are the steps of `n`.
    #[test]
    fn what_is_listed_is_what_n_walks(
        row in 0_usize..4,
        others in prop::collection::vec((0_usize..5, any::<bool>()), 0..3),
        groups in 0_usize..3,
        sorts in 0_usize..3,
        of_days in any::<bool>(),
    ) {
        let mut desk = Desk::new(120, 36, if of_days { super::library::almanac() } else { library() });
        desk.keys(&format!("{} <Enter>", "j ".repeat(row)));
        for (row, is_and) in others {
            desk.keys(&format!("3 gg {} {}", "j ".repeat(row), if is_and { "&" } else { "!" }));
        }
        desk.keys(&format!("5 {} {}", "gb ".repeat(groups), "gs ".repeat(sorts)));
        let (mut passages, mut mentions, mut head) = (BTreeSet::new(), 0, (0, 0));
        for row in &desk.state.passages().rows {
            match row {
                PassageRow::Head { passages, mentions, .. } => head = (head.0 + *passages as usize, head.1 + *mentions as usize),
                PassageRow::Passage(held) => {
                    prop_assert!(passages.insert(held.passage), "{held:?} stands there twice");
                    mentions += held.count as usize;
                }
            }
        }
        let walked = desk.state.walked();
        prop_assert_eq!((passages.len(), mentions), (walked.passages.len(), walked.hits.len()));
        if sorts == 0 {
            prop_assert_eq!(head, (passages.len(), mentions));
        }
        prop_assert_eq!(steps(&mut desk), mentions);
    }
}
