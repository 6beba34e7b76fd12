//! When a document was published, worked out from nothing but its text.

use std::sync::Arc;

use redstring::calendar::When;
use redstring::extract::extract;
use redstring::load::load_bytes;
use redstring::model::{DocumentIx, Provenance, PublicationCandidate};
use redstring::resolve::resolve;
use redstring::source;

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

/// The values of an article's times, by a publication date that is told anew for the same extraction.
#[test]
fn values_follow_a_publication_date_without_extracting_again() {
    let article =
        b"The ferry sank on Friday. It had been sold the day before.\n\nThe board met on May 3 and meets next month.\n";
    let document = source::read_bytes("a.txt", article).remove(0).unwrap();
    let extracted = Arc::new(extract(&document));
    let told = |published: &str| {
        let mut document = document.clone();
        let value = When::from_edtf(published);
        let days = value.map(When::days).unwrap_or_default();
        let stated = PublicationCandidate { from: Provenance::Sidecar, value, days, why: "told".into() };
        document.metadata.published.insert(0, stated);
        // Extraction reads no publication date: what it found once holds for any.
        assert_eq!(format!("{:?}", extract(&document)), format!("{extracted:?}"));
        let resolved = resolve(&[(Arc::new(document), Arc::clone(&extracted))]);
        let values = resolved.times.iter().map(|time| time.when.timex()).collect::<Vec<_>>();
        let mut events = resolved.events.iter().filter_map(|event| event.when.edtf()).collect::<Vec<_>>();
        events.dedup();
        (values, events)
    };
    let (values, events) = told("2019-05-05");
    assert_eq!(values, ["2019-05-03", "2019-05-02", "2019-05-03", "2019-06"]);
    assert_eq!(events, ["2019-05-02", "2019-05-03", "2019-06"]);
    let (values, events) = told("2020-05-10");
    assert_eq!(values, ["2020-05-08", "2020-05-07", "2020-05-03", "2020-06"]);
    assert_eq!(events, ["2020-05-03", "2020-05-07", "2020-05-08", "2020-06"]);
    // A month leaves open which Friday, not which May.
    let (values, _) = told("2019-05");
    assert_eq!(values[2..], ["XXXX-05-03", "2019-06"]);
}
