//! Finding names: by wrong spellings among very many, and narrowed by the terms of the filter line.

use std::sync::Arc;

use redstring::app::{Choice, Finder, FinderPurpose};
use redstring::corpus::Corpus;

use super::desk::Desk;
use super::library::{almanac, library};
use super::made::names::{Slip, candidates, drawn_by_mentions, people};
use super::made::random::Random;

/// The bench `finder` measures the same among many more.
#[test]
fn names_typed_with_one_slip_are_among_the_first_three() {
    const NAMES: usize = 5_000;
    const TYPED: usize = 60;

    let mut random = Random::new(7);
    let people = people(NAMES, &mut random);
    let all = Arc::new(candidates(&people));
    let corpus = Corpus::default();
    let mut finder = Finder::new(&corpus, Arc::clone(&all), FinderPurpose::Go);
    let mut is_found = |typed: &str, is_right: &dyn Fn(usize) -> bool| {
        finder.field = redstring::app::Field::default();
        finder.field.insert(typed);
        finder.search(&corpus);
        let is_it = |choice: &Choice| matches!(choice, Choice::Known { candidate, .. } if is_right(*candidate));
        finder.choices.iter().take(3).any(is_it)
    };
    let (mut whole, mut surnames) = (0, 0);
    for slip in Slip::ALL {
        for _ in 0..TYPED {
            let wanted = random.below(NAMES);
            let typed = slip.in_name(&people[wanted].name(), &mut random);
            whole += usize::from(is_found(&typed, &|at| at == wanted));
            let surname = &people[drawn_by_mentions(&people, &mut random)].surname;
            let typed = slip.in_name(surname, &mut random);
            surnames += usize::from(is_found(&typed, &|at| people[at].surname == *surname));
        }
    }
    let all = TYPED * Slip::ALL.len();
    assert!(whole * 100 >= all * 95, "{whole} of {all} whole names");
    assert!(surnames * 100 >= all * 95, "{surnames} of {all} surnames");
}

#[test]
fn terms_narrow_what_is_offered() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys("f vex").shows("Ada Vexworth").keys("<Space> type:doc").shows("Find documents").hides("● Ada Vexworth");
    desk.keys("<C-u> type:person <Space> vex").shows("Find people").shows("● Ada Vexworth");
    desk.keys("<C-u> brandt <Space> in:ledger").shows("● Ilse Brandt");
    desk.keys("<C-u> doc:nowhere <Space> brandt").shows("no document is called nowhere").shows("● Ilse Brandt");
    desk.keys("<C-u> type:boat").shows("type: is person, organization, place, document or event, not boat");
}

#[test]
fn a_wrong_spelling_leads_to_the_reader() {
    let mut desk = Desk::new(80, 24, library());
    desk.keys("f brnadt <Enter> <Enter>");
    assert_eq!(desk.caret(), "Ilse Brandt");
}
