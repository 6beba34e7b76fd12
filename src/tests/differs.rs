//! Where sources differ: the same event told with another day, another count, another order; and what is no difference.

use redstring::app::{layout, when_words};
use redstring::corpus::Corpus;
use redstring::load::load_bytes;
use redstring::model::{Cited, Claim, Differs, Value};
use redstring::ui::Theme;

use super::desk::{Desk, text};

/// What differs in these articles, a line a side: "date 2024-03-05: Courier (Vera Holm), Gazette; withdrawn by Vera Holm".
#[track_caller]
fn check(articles: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(sides(&corpus(articles)), expected);
}

/// Each article by its outlet.
fn corpus(articles: &[(&str, &str)]) -> Corpus {
    let texts = articles.iter().map(|(outlet, text)| {
        let name = format!("{}.txt", outlet.to_lowercase());
        (name, format!("---\nsource: {outlet}\npublished: 2024-03-20\n---\n\n{text}\n"))
    });
    load_bytes(&texts.collect::<Vec<_>>())
}

fn sides(corpus: &Corpus) -> Vec<String> {
    let mut all: Vec<&Differs> = Vec::new();
    for differs in corpus.events().iter().flat_map(|event| &event.differs).map(|differs| &**differs) {
        if !all.contains(&differs) {
            all.push(differs);
        }
    }
    let lines = all.into_iter().flat_map(|differs| {
        differs.sides.iter().map(|side| {
            let value = match &side.value {
                Value::Date(when) => when_words(*when),
                Value::Count(count) => count.words(),
                Value::Order(order, other) => format!("{} {other}", order.name()),
            };
            let said_by: Vec<String> = side.claims.iter().map(|claim| said_by(corpus, claim)).collect();
            let withdrawn = side.withdrawals().filter_map(|back| back.by.as_ref()).map(|by| name(corpus, by));
            let withdrawn: Vec<String> = withdrawn.map(|by| format!("; withdrawn by {by}")).collect();
            format!("{} {value}: {}{}", differs.what.name(), said_by.join(", "), withdrawn.concat())
        })
    });
    lines.collect()
}

fn said_by(corpus: &Corpus, claim: &Claim) -> String {
    let document = corpus.document(corpus.passage(claim.passage).document);
    let outlet = document.metadata.source.as_ref().map_or("?", |source| &source.value);
    match &claim.speaker {
        Some(speaker) => format!("{outlet} ({})", name(corpus, speaker)),
        None => outlet.to_owned(),
    }
}

fn name<'c>(corpus: &'c Corpus, cited: &'c Cited) -> &'c str {
    cited.entity.map_or(&cited.name, |entity| &corpus.entity(entity).name)
}

#[test]
fn a_visit_that_two_papers_date_differently() {
    check(
        &[
            (
                "Courier",
                "Minister Vera Holm visited the Sandvik Shipyard on March 5, 2024, and opened the new dock.\n\nShe left at noon.",
            ),
            (
                "Gazette",
                "According to a foreman, Vera Holm visited the Sandvik Shipyard on March 6, 2024, and saw the dock.",
            ),
            ("Leaflet", "In March 2024 Vera Holm visited the Sandvik Shipyard."),
        ],
        &["date 2024-03-05: Courier", "date 2024-03-06: Gazette (a foreman)"],
    );
}

#[test]
fn a_statement_that_was_withdrawn() {
    check(
        &[
            (
                "Courier",
                "Harbour master Anders Lund and the shipowner Vera Holm met on March 12, the port authority confirmed.\n\n\
                 A spokesman had initially said that Anders Lund and Vera Holm met the day before.",
            ),
            (
                "Gazette",
                "Anders Lund said he met Vera Holm on March 11, 2024, over coffee.\n\nOn Thursday Lund said that was not correct. \
                 The meeting actually did not take place until the next day, March 12, 2024.",
            ),
        ],
        &[
            "date 2024-03-11: Courier (A spokesman), Gazette (Anders Lund); withdrawn by A spokesman; withdrawn by Anders Lund",
            "date 2024-03-12: Courier (the port authority), Gazette",
        ],
    );
}

#[test]
fn payments_that_are_counted_differently() {
    check(
        &[
            ("Courier", "The Sandvik Shipyard made two payments to Vera Holm on March 4, 2024, the books show."),
            (
                "Gazette",
                "Two clerks said there were three payments to Vera Holm from the Sandvik Shipyard on March 4, 2024.",
            ),
            ("Leaflet", "The Sandvik Shipyard made at least one payment to Vera Holm on March 4, 2024."),
        ],
        &["count 1 or more: Leaflet", "count 2: Courier", "count 3: Gazette (Two clerks)"],
    );
}

#[test]
fn a_resignation_before_or_after_a_report() {
    check(
        &[
            (
                "Courier",
                "Vera Holm resigned from the Sandvik Shipyard on March 8, 2024, before the audit was published.",
            ),
            (
                "Gazette",
                "The union says Vera Holm resigned from the Sandvik Shipyard on March 8, 2024, after the audit was published.",
            ),
        ],
        &["order before the audit was published: Courier", "order after the audit was published: Gazette (The union)"],
    );
}

#[test]
fn one_passage_that_sets_one_day_against_another() {
    check(
        &[(
            "Courier",
            "The Gazette reports that Anders Lund and Vera Holm spoke on March 7, 2024, and not on March 6, 2024, as Peter Dahl told them.",
        )],
        &["date 2024-03-06: Courier (Peter Dahl)", "date 2024-03-07: Courier (Gazette)"],
    );
}

#[test]
fn what_is_no_difference() {
    // Two meetings on two days, told by one paper.
    check(
        &[
            (
                "Courier",
                "Anders Lund met Vera Holm on March 5, 2024. Anders Lund met Vera Holm again on March 6, 2024.",
            ),
            ("Gazette", "Anders Lund met Vera Holm on March 6, 2024."),
        ],
        &[],
    );
    // A month and a day in it.
    check(
        &[
            ("Courier", "Anders Lund met Vera Holm in March 2024."),
            ("Gazette", "Anders Lund met Vera Holm on March 6, 2024."),
        ],
        &[],
    );
    // Two calls of two matters.
    check(
        &[
            ("Courier", "Anders Lund called Vera Holm on March 5, 2024, about the dock."),
            ("Gazette", "Anders Lund called Vera Holm on March 6, 2024, about her horse."),
        ],
        &[],
    );
    // Another kind of thing, other people, days far apart, a plan, a paper that reports each day.
    check(
        &[
            ("Courier", "Anders Lund texted Vera Holm on March 5, 2024. Anders Lund met Peter Dahl on March 7, 2024."),
            ("Gazette", "Anders Lund met Vera Holm on March 6, 2024."),
            ("Leaflet", "Anders Lund met Vera Holm on February 6, 2024. He would meet Vera Holm on March 8, 2024."),
            ("Observer", "The Gazette reported on Vera Holm and Anders Lund on March 7, 2024."),
            ("Herald", "The Gazette reported on Vera Holm and Anders Lund on March 8, 2024."),
        ],
        &[],
    );
}

#[test]
fn what_happened_on_one_day_is_told_apart() {
    let corpus = corpus(&[
        (
            "Courier",
            "Anders Lund called Vera Holm on March 5, 2024. The Harbour Board expelled five members on March 5, 2024.",
        ),
        (
            "Gazette",
            "Lund and Holm spoke on March 5, 2024, when the Harbour Board announced the expulsion.\n\nAnders Lund, Vera Holm.",
        ),
    ]);
    let day = corpus.events().iter().filter(|event| when_words(event.when) == "2024-03-05");
    let passages: Vec<usize> = day.map(|event| event.passages.len()).collect();
    assert_eq!(passages, [2, 1]);
}

/// Two papers that date a meeting differently; one of them withdraws.
const MEETING: &[(&str, &str)] = &[
    (
        "Courier",
        "A spokesman had initially said that Anders Lund and Vera Holm met on March 11, 2024.\n\n\
         Anders Lund and Vera Holm met on March 12, 2024, the port authority confirmed.",
    ),
    ("Gazette", "Two clerks told us that Anders Lund met Vera Holm on March 12, 2024, at the dock."),
];

#[test]
fn the_timeline_marks_it_and_opens_both_accounts() {
    let mut desk = Desk::new(180, 40, corpus(MEETING));
    desk.keys("4 gg").shows("≠ 1 date differs").shows("≠ differs");
    desk.keys("]c").shows("date differs: i tells the sides, c compares two");
    desk.keys("i").shows("The date differs").shows("Courier, citing a spokesman").shows("withdrawn    by a spokesman");
    desk.shows("Gazette, citing two clerks");
    desk.keys("<Esc> c").shows("2024-03-11 says a spokesman (withdrawn)").shows("2024-03-12 says two clerks");
    desk.shows("A Courier").shows("B Gazette");
    desk.keys("x").shows("A Gazette").shows("B Courier").keys("q ]c ]c").shows("Nothing later is told differently");
    desk.keys("[c").shows("date differs");
    // In the comparison too.
    desk.keys("c [c").shows("Nothing earlier is told differently").keys("]c");
    desk.shows(": date differs").shows("A Courier").keys("q").shows("2 Reader");
}

#[test]
fn each_account_marks_where_its_own_side_is_told() {
    let mut desk = Desk::new(180, 40, corpus(MEETING));
    desk.keys("4 gg ]c c");
    let theme = Theme::dark();
    let buffer = desk.buffer(&theme);
    let is_marked = |x: u16, y: u16| {
        let style = buffer[(x, y)].style();
        [theme.walked.bg, theme.caret.bg].iter().any(|bg| bg.is_some() && style.bg == *bg)
    };
    let marked = |columns: std::ops::Range<u16>| -> String {
        let strip = layout(desk.state.size(), &desk.state).strip;
        let cells = (0..strip.y).flat_map(|y| columns.clone().map(move |x| (x, y)));
        // Without spaces, for a line may break at one.
        cells.filter(|(x, y)| is_marked(*x, *y)).map(|(x, y)| buffer[(x, y)].symbol().trim()).collect()
    };
    assert_eq!([marked(0..90), marked(90..180)], ["March11,2024", "March12,2024"]);
    desk.shows("accounts that differ").keys("<Tab> ]]").shows("No other passages stand beside each other here");
}

#[test]
fn without_unicode_the_mark_is_plain() {
    let mut desk = Desk::new(80, 24, corpus(MEETING));
    desk.keys("4 gg ]c");
    let screen = text(&desk.buffer(&Theme::mono().with_ascii()));
    assert!(screen.contains("! differs") || screen.contains("! date differs"), "{screen}");
    let mut other = Desk::new(80, 24, corpus(&MEETING[1..]));
    other.keys("4 ]c").shows("No event here is told differently").hides("≠");
}
