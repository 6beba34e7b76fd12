//! Sources beside each other: columns, aligned steps, the same report in other words, and what silence can mean.

use ratatui::style::Modifier;
use redstring::app::{Scrolling, Shared};
use redstring::corpus::Corpus;
use redstring::ui::Theme;

use super::desk::Desk;
use super::library::{corpus, library};

/// One report of an agency in two papers, a paper with words of its own, and one that came out before.
pub fn papers() -> Corpus {
    corpus(&[
        ("a-early.txt", "Early Post", Some("2019-05-01"), EARLY),
        ("b-herald.txt", "Herald", Some("2019-05-04"), HERALD),
        ("c-echo.txt", "Echo", Some("2019-05-05"), ECHO),
        ("d-mirror.txt", "Mirror", Some("2019-05-06"), MIRROR),
    ])
}

const EARLY: &str = "\
# [Ada Vexworth=P Ada Vexworth] opens the quay
[Vexworth=P Ada Vexworth] cut the ribbon at noon.
";

const HERALD: &str = "\
# The bridge and the number
[Ilse Brandt=P Ilse Brandt] told the court on [May 3, 2019=T 2019-05-03] that the bridge had been sold twice before the winter.
[Brandt=P Ilse Brandt] kept the number of the buyer in a blue tin, she said.
[Vexworth=P Ada Vexworth] was not in court.
";

const ECHO: &str = "\
# The bridge and the tin
Nobody else came.
[Ilse Brandt=P Ilse Brandt] told the judge on [May 3, 2019=T 2019-05-03] that the bridge had been sold three times before the winter.
[Brandt=P Ilse Brandt] kept the number of the buyer in a blue tin, she said.
";

const MIRROR: &str = "\
# What the tin held
A blue tin, says [Brandt=P Ilse Brandt], held a number.
[Ada Vexworth=P Ada Vexworth] and [Ilse Brandt=P Ilse Brandt] went to school together.
";

fn desk(keys: &str) -> Desk {
    let mut desk = Desk::new(120, 36, papers());
    desk.keys(keys);
    desk
}

/// Of each column, the words of the paragraph that its caret is in.
#[track_caller]
fn stands(desk: &Desk, expected: &[&str]) {
    let corpus = desk.state.corpus();
    let compare = desk.state.compare().expect("the comparison is open");
    let found: Vec<&str> = compare
        .columns
        .iter()
        .map(|column| {
            let document = column.reading.position(corpus).unwrap();
            corpus.words(corpus.passage_at(document, column.reading.caret.at).unwrap())
        })
        .collect();
    let fits = found.len() == expected.len() && found.iter().zip(expected).all(|(found, words)| found.contains(words));
    assert!(fits, "{found:?}, not {expected:?}\n{}", desk.screen());
}

#[test]
fn aligned_columns_step_together() {
    let mut desk = desk("c");
    desk.shows("A Herald").shows("B Echo");
    stands(&desk, &["told the court", "told the judge"]);
    desk.keys("n");
    stands(&desk, &["in a blue tin", "in a blue tin"]);
    desk.keys("N");
    stands(&desk, &["told the court", "told the judge"]);
    desk.keys("]] ]]").shows("From the last to the first");
    stands(&desk, &["told the court", "told the judge"]);
}

#[test]
fn every_passage_about_the_target_stands_in_exactly_one_row() {
    for columns in ["c", "c +", "c + +", "c + + x", "c x"] {
        let desk = desk(columns);
        let compare = desk.state.compare().unwrap();
        for (at, column) in compare.columns.iter().enumerate() {
            let document = column.reading.position(desk.state.corpus()).unwrap();
            let mut expected: Vec<_> =
                desk.state.walked().hits_in(desk.state.corpus(), document).iter().map(|hit| hit.passage).collect();
            expected.dedup();
            let mut found: Vec<_> = compare.alignment.rows.iter().filter_map(|row| row.passages[at]).collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{columns}: column {at}");
        }
    }
}

#[test]
fn a_row_says_what_its_passages_share() {
    let mut desk = desk("c");
    let shared = |desk: &Desk| desk.state.compare().unwrap().current().unwrap().shared;
    assert_eq!(shared(&desk), Shared::Wording);
    desk.shows("nearly the same words").keys("B mirror <Enter>");
    assert_eq!(shared(&desk), Shared::Words);
    stands(&desk, &["in a blue tin", "A blue tin"]);
}

#[test]
fn the_words_that_differ_are_marked_on_both_sides() {
    let mut desk = desk("c");
    let differing = |desk: &Desk| -> Vec<Vec<String>> {
        let corpus = desk.state.corpus();
        let columns = desk.state.compare().unwrap().columns.iter();
        columns
            .map(|column| {
                let document = column.reading.position(corpus).unwrap();
                column.reworded.iter().map(|span| corpus.quote(document, *span).to_owned()).collect()
            })
            .collect()
    };
    assert_eq!(differing(&desk), [vec!["court", "twice"], vec!["judge", "three times"]]);
    desk.shows("worded differently at 2 places");
    let screen = desk.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains("three times")).unwrap();
    let column = line.split("three times").next().unwrap().chars().count() as u16;
    for theme in [Theme::dark(), Theme::mono()] {
        let cell = &desk.buffer(&theme)[(column, row as u16)];
        assert!(cell.modifier.contains(Modifier::UNDERLINED | Modifier::BOLD), "{cell:?}");
    }
    // The same words are no difference, and other reports are no rewording.
    desk.keys("]]");
    assert_eq!(differing(&desk), [Vec::<String>::new(), Vec::new()]);
    desk.keys("B mirror <Enter>").hides("worded differently");
}

#[test]
fn up_to_four_columns_are_added_and_closed() {
    let mut desk = desk("c +");
    desk.shows("C Mirror").keys("+").shows("D Early Post").keys("+").shows("Four columns at most");
    desk.keys("<Tab> <Tab> -").hides("D Early Post").shows("C Early Post");
    desk.keys("- -").hides("A Herald").shows("2 Reader");
    assert!(desk.state.compare().is_none());
    let mut two = Desk::new(120, 36, corpus(&[("a.txt", "A", None, "Rain.\n"), ("b.txt", "B", None, "Sun.\n")]));
    two.keys("c +").shows("All documents are here already");
}

#[test]
fn tab_goes_round_and_x_moves_a_column_on() {
    let mut desk = desk("c +");
    assert_eq!(desk.state.compare().unwrap().active, 2);
    desk.keys("<Tab>");
    assert_eq!(desk.state.compare().unwrap().active, 0);
    desk.keys("<S-Tab>");
    assert_eq!(desk.state.compare().unwrap().active, 2);
    desk.keys("x").shows("A Mirror").shows("C Herald");
    assert_eq!(desk.state.compare().unwrap().active, 0);
    desk.keys("c echo <Enter>").shows("A Echo");
}

#[test]
fn silence_is_explained_only_where_dates_prove_it() {
    desk("c A early <Enter>").shows("─ no passage found: published before the first report ─");
    desk("c A early <Enter>").resize(180, 40).shows("published before the first report of it (2019-05-04)");
    // Of a leaflet without a date nothing is proved, nor where it may be the first report itself.
    let mut undated = Desk::new(120, 36, library());
    undated.keys("j c B leaflet <Enter>").shows("─ no passage found ─").hides("published before");
    // Vexworth stands in the earliest paper and not in the Echo, which came later.
    desk("j c A echo <Enter>").shows("─ no passage found ─").hides("published before");
}

#[test]
fn columns_scroll_aligned_linked_or_alone() {
    let mut desk = desk("c");
    desk.keys("= =").shows("Each column moves alone");
    assert_eq!(desk.state.compare().unwrap().scrolling, Scrolling::Independent);
    let other = desk.state.compare().unwrap().columns[1].reading.caret;
    desk.keys("n j j");
    assert_eq!(desk.state.compare().unwrap().columns[1].reading.caret, other);
    desk.keys("=").shows("Aligned");
    // What the cursor enters, the other column stands beside.
    desk.keys("gg }");
    stands(&desk, &["told the court", "told the judge"]);
    desk.keys("}");
    stands(&desk, &["in a blue tin", "in a blue tin"]);
}

#[test]
fn linked_columns_are_as_far_through_their_documents() {
    let (short, tall) = ("Rain.\n".repeat(40), "Sun.\n".repeat(400));
    let mut desk = Desk::new(120, 36, corpus(&[("a.txt", "A", None, &short), ("b.txt", "B", None, &tall)]));
    desk.keys("c = G");
    let percent = |desk: &Desk| -> Vec<usize> {
        desk.state.compare().unwrap().columns.iter().map(|column| column.reading.percent()).collect()
    };
    assert_eq!(percent(&desk), [100, 100]);
    desk.keys("gg");
    assert_eq!(desk.state.compare().unwrap().columns[1].reading.top, 0);
    desk.keys("<C-d> <C-d>");
    let columns = &desk.state.compare().unwrap().columns;
    let through = |at: usize| {
        let reading = &columns[at].reading;
        reading.top * 100 / (reading.page().rows.len() - reading.height())
    };
    assert!(through(0).abs_diff(through(1)) <= 2, "{} {}", through(0), through(1));
}

#[test]
fn a_newer_corpus_keeps_the_comparison() {
    let mut desk = desk("c ]]");
    desk.tell(redstring::app::Message::Snapshot(std::sync::Arc::new(papers())));
    stands(&desk, &["in a blue tin", "in a blue tin"]);
    desk.keys("[[");
    stands(&desk, &["told the court", "told the judge"]);
}

/// From the first screen on, over the articles that come with the program.
#[test]
fn five_keys_put_the_disputed_passages_beside_each_other() {
    let mut desk = Desk::new(160, 40, redstring::load::demo());
    desk.keys("4 ]c c");
    let says: Vec<&str> =
        desk.state.compare().unwrap().columns.iter().map(|column| &*column.account.as_ref().unwrap().says[2]).collect();
    assert_eq!(says, ["2016-12-28", "2016-12-29"]);
}
