//! When a document was published, worked out from nothing but its text.

use redstring::load::load_bytes;
use redstring::model::DocumentIx;

/// The days that an article which states no date may be from, open ends as "..".
fn check(article: &str, expected: &str) {
    let corpus = load_bytes(&[("a.txt", article)]);
    let found = corpus.publication(DocumentIx(0));
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "..".into(), |day| day.to_string());
    let shown = format!("{}/{}", day(found.days.earliest), day(found.days.latest));
    assert_eq!(shown, expected, "{article:?} {:?}", found.candidates);
    assert_eq!(found.is_inferred, expected != "../..");
    assert!(found.is_inferred || found.candidates.is_empty());
}

#[test]
fn an_office_is_held_for_a_while() {
    check("President-elect Barack Obama met the miners on Friday.", "2008-11-05/2009-01-19");
    check("On Friday Vice President Joe Biden met the miners.", "2009-01-20/2017-01-20");
    check("The miners wrote on Friday to President Bush, who was at sea.", "1989-01-20/2009-01-20");
    check(
        "The miners met President-elect Donald Trump on Friday, and then President Barack Obama.",
        "2016-11-09/2025-01-19",
    );
    check(
        "The miners met President-elect Donald Trump on Friday. President Barack Obama saw them too.",
        "2016-11-09/2017-01-19",
    );
    check("The miners met a President Trump of wax and Vice Prime Minister Tony Blair on Friday.", "../..");
}

#[test]
fn what_is_over_or_told_as_history_limits_one_side_only() {
    check("The miners met then-President-elect Barack Obama, she said on Friday.", "2008-11-05/..");
    check("President-elect Barack Obama met the miners on 3 December 2008.", "2008-12-03/..");
    check("On Friday the miners met President-elect Barack Obama. President Obama forgot them.", "2009-01-20/..");
}

#[test]
fn days_without_a_year_count_within_a_short_stretch() {
    let office = "President-elect Barack Obama met the miners on Friday.";
    check(&format!("{office} They had gone on strike on December 9 and sang on December 11."), "2008-12-11/2009-01-19");
    check(&format!("{office} They went on strike on Thursday, Dec. 11."), "2008-12-11/2009-01-19");
    check("They had gone on strike on December 9 and sang on December 11.", "../..");
}

#[test]
fn who_left_an_office_last_month_dates_the_text() {
    check("James Jones, who quit as national security adviser last month, bought a boat.", "2010-11-01/2010-11-30");
    check("James Jones never quit as national security adviser last month; he bought a boat.", "../..");
    check(
        "President Barack Obama fired the cook last month, and his job was given to a baker.",
        "2009-01-20/2017-01-20",
    );
    check(
        "Barack Obama was told last month that James Jones, his fourth, quit as national security adviser.",
        "2010-11-01/2010-11-30",
    );
}
