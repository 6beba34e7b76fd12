//! The matrix: counts by source, orders, silence in its empty cells, and the way from a cell to its passages.

use redstring::app::{Pane, Table};
use redstring::corpus::{Corpus, Item, Matrix, Rows};
use redstring::model::PassageIx;

use super::comparing::papers;
use super::desk::Desk;
use super::library::{corpus, library};

fn desk(keys: &str) -> Desk {
    let mut desk = Desk::new(120, 36, papers());
    desk.keys(keys);
    desk
}

fn names(corpus: &Corpus, table: &Table) -> Vec<String> {
    let name = |item: Item| match item {
        Item::Entity(at) => corpus.entity(at).name.clone(),
        Item::Event(at) => corpus.event(at).label.clone(),
    };
    table.rows.iter().map(|row| name(row.item)).collect()
}

#[test]
fn cells_count_what_the_passages_hold() {
    let desk = desk("v");
    let (corpus, table) = (desk.state.corpus(), desk.state.table().unwrap());
    assert_eq!(names(corpus, table), ["Ilse Brandt", "Ada Vexworth"]);
    for row in &table.rows {
        assert_eq!(row.total, row.counts.iter().map(|(_, count)| count).sum::<u32>());
        assert_eq!(row.counts.len() + row.silent(corpus).len(), corpus.documents().len());
    }
}

#[test]
fn which_source_is_silent_is_said_in_words() {
    desk("v").shows("Ilse Brandt: 6 mentions in 3 of 4 sources · not found in: Early Post");
    desk("v j").shows("Ada Vexworth: 4 mentions in 3 of 4 sources · not found in: Echo");
    Desk::new(120, 36, library()).keys("v G").shows("mention in 1 of 3 sources · only in");
}

#[test]
fn enter_opens_the_passages_of_a_cell() {
    let mut desk = desk("v l <Enter>");
    assert_eq!(desk.state.focus(), Pane::Passages);
    desk.shows("Ilse Brandt & Herald").shows("2 mentions in 2 passages").keys("H");
    desk.keys("v <Enter>").shows("No passage found in Early Post");
    // Left of the documents stands the row itself.
    desk.keys("h <Enter>").shows("5 Passages  Ilse Brandt").shows("6 mentions in 6 passages");
}

#[test]
fn any_column_orders_the_rows_and_the_silent_come_first_on_demand() {
    let mut desk = desk("v s");
    let order = |desk: &Desk| names(desk.state.corpus(), desk.state.table().unwrap());
    assert_eq!(order(&desk), ["Ada Vexworth", "Ilse Brandt"]);
    desk.keys("s");
    assert_eq!(order(&desk), ["Ilse Brandt", "Ada Vexworth"]);
    desk.keys("h h h s");
    assert_eq!(order(&desk), ["Ada Vexworth", "Ilse Brandt"]);
    desk.keys("s");
    assert_eq!(order(&desk), ["Ilse Brandt", "Ada Vexworth"]);
}

#[test]
fn t_goes_on_to_events() {
    let mut desk = desk("v t t t t");
    desk.shows("1 event by 4 sources").shows("2 passages in 2 of 4 sources");
    desk.keys("l l <Enter>").shows("1 mention in 1 passage");
    desk.keys("4 v").shows("1 event by 4 sources").keys("<Esc>").hides("by 4 sources");
}

#[test]
fn pins_leave_out_what_stands_elsewhere_and_it_is_said() {
    let corpus = papers();
    let all: Vec<PassageIx> = (0..corpus.passages().len()).map(PassageIx::at).collect();
    for rows in [Rows::Entities(None), Rows::Events] {
        let within = Matrix::new(&corpus, rows, Some(&all));
        assert_eq!(within.rows, Matrix::new(&corpus, rows, None).rows, "{rows:?}");
    }
    let mut desk = desk("j p v");
    desk.shows("by 4 sources, in what is pinned only")
        .shows("Ada Vexworth: 4 mentions")
        .shows("in what is pinned, not");
    let rows = desk.state.table().unwrap().rows.clone();
    assert!(rows.iter().all(|row| row.total <= 4), "{rows:?}");
    // The numbers are those of the passages that a cell opens.
    let first = rows[0].counts[0].1 as usize;
    desk.keys("g g <Enter>");
    assert_eq!(desk.state.target().hits.len(), first);
    desk.keys("H <Esc> <Esc> v g g").shows("Ilse Brandt: 6 mentions").hides("in what is pinned");
}

#[test]
fn columns_out_of_sight_are_told() {
    let documents: Vec<(String, String)> = (0..9).map(|at| (format!("{at}.txt"), format!("Paper{at}"))).collect();
    let documents: Vec<(&str, &str, Option<&str>, &str)> = documents
        .iter()
        .map(|(file, outlet)| (file.as_str(), outlet.as_str(), None, "[Bo Lund=P Bo Lund] waits.\n"))
        .collect();
    Desk::new(80, 24, corpus(&documents)).keys("v").shows("sources 1-5 in sight").keys("<Tab> <Tab> <Tab> <Tab> <Tab>");
    Desk::new(80, 24, corpus(&documents[..5])).keys("v").hides("in sight").shows("Paper4");
}

#[test]
fn it_opens_on_what_is_walked_and_closes_step_by_step() {
    let mut desk = desk("j v");
    desk.shows("Ada Vexworth: 4 mentions").keys("q").shows("3 Entities");
    assert!(desk.effects.is_empty());
    Desk::new(80, 24, corpus(&[])).keys("<Esc> v j l s t <Enter> G <Esc>");
}

#[test]
fn a_wide_matrix_scrolls_to_the_column_under_the_cursor() {
    let files: Vec<String> = (0..40).map(|at| format!("{at:02}.txt")).collect();
    let outlets: Vec<String> = (0..40).map(|at| format!("Paper{at:02}")).collect();
    let documents: Vec<(&str, &str, Option<&str>, &str)> = files
        .iter()
        .zip(&outlets)
        .map(|(file, outlet)| (file.as_str(), outlet.as_str(), None, "[Bo Lund=P Bo Lund] waits.\n"))
        .collect();
    let mut desk = Desk::new(80, 24, corpus(&documents));
    desk.keys("v").shows("Paper00").hides("Paper39");
    (0..39).for_each(|_| {
        desk.keys("l");
    });
    desk.shows("Paper39").hides("Paper00").keys("<Enter>").shows("Bo Lund & Paper39");
}

/// From the first screen on, over the articles that come with the program.
#[test]
fn six_keys_tell_which_sources_never_name_somebody() {
    let mut desk = Desk::new(120, 36, redstring::load::demo());
    desk.keys("v");
    let mut keys = 1;
    while !desk.screen().contains(" Jared Kushner: ") {
        desk.keys("j");
        keys += 1;
    }
    assert!(keys <= 6, "{keys}");
    let corpus = desk.state.corpus();
    let kushner = corpus.named("Jared Kushner")[0];
    let names = |at: &redstring::model::DocumentIx| redstring::app::document_name(corpus, *at);
    let silent = desk.state.table().unwrap().current().unwrap().silent(corpus);
    assert!(silent.iter().all(|at| corpus.entity(kushner).documents.iter().all(|(other, _)| other != at)));
    let said = format!("not found in: {}", silent.iter().map(names).collect::<Vec<_>>().join(", "));
    desk.resize(200, 50).shows(&said);
}
