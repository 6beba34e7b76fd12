//! Zones of whole pages.

use proptest::prelude::*;

use super::zones;
use crate::model::{Zone, ZoneLabel};
use crate::source::header::header;
use crate::text::Span;

fn labelled(text: &str) -> Vec<Zone> {
    let header = header(text).map(|header| Zone { span: header.span, label: ZoneLabel::Header });
    zones(text, header.as_slice())
}

/// One line a zone: its label and the first words of each of its lines.
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = labelled(text)
        .iter()
        .map(|zone| {
            let lines = zone.span.of(text).lines().filter(|line| !line.trim().is_empty());
            let begins: Vec<String> =
                lines.map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect();
            format!("{}: {}", zone.label.name(), begins.join(" | "))
        })
        .collect();
    assert_eq!(found, expected);
}

const PROSE: &str = "The harbour master said on Monday that he had never seen the ledger, and that nobody had asked him for it. He \
    would, he added, have shown it to the auditors at once, for he had nothing to hide, and his clerk would say the same under oath.";

const MORE: &str = "Two ships of the same name were entered in it, the auditors wrote, and only one of them had ever paid its dues. \
    The other was seen off the cape at the end of May, by a pilot who took down its number, and never again after that night.";

#[test]
fn a_page_with_everything() {
    let page = format!(
        "Skip to main content\n\nBreaking News\n\nHarbour Master Denies It\n\nA ledger was lost, and a ship.\n\n\
        SHARE Harbour Master Denies It\n\nBy Ada Lind\nPosted on Jan. 13, 2017\n\n\
        The master (left) at the quay.\nThe master (left) at the quay. Ada Lind/Coast News\n\n{PROSE}\n\n{MORE}\n\n\
        With reporting by the Daily Sea\n\nAda Lind is a reporter for Coast News.\n\nContact Ada Lind at ada@example.org.\n\n\
        Copyright 2017 Coast News.\n\nThe Latest\nA storm is on its way.\nTwo boats collided off the cape.\n"
    );
    check(
        &page,
        &[
            "boilerplate: Skip to | Breaking News",
            "headline: Harbour Master",
            "body: A ledger",
            "boilerplate: SHARE Harbour",
            "byline: By Ada | Posted on",
            "caption: The master",
            "boilerplate: The master",
            "body: The harbour | Two ships | With reporting",
            "byline: Ada Lind",
            "boilerplate: Contact Ada | Copyright 2017 | The Latest | A storm | Two boats",
        ],
    );
}

#[test]
fn a_header_is_a_zone_of_its_own() {
    check(
        "---\ntitle: A\n---\n\nShips Sail Again\n\nThey left.\n",
        &["header: --- | title: A | ---", "headline: Ships Sail", "body: They left."],
    );
}

#[test]
fn an_article_without_furniture_is_headline_and_body() {
    check(
        "Ships Sail Again\nFriday, July 21, 2017\nThey left.\n",
        &["headline: Ships Sail", "byline: Friday, July", "body: They left."],
    );
    check("They left at noon.\nNobody waved.\n", &["body: They left | Nobody waved."]);
    check("\n\n", &["body: "]);
    check("", &[]);
}

#[test]
fn lines_cut_at_a_fixed_width_have_no_headline() {
    check("The harbour master and his two clerks\nwere seen at the quay.\n", &["body: The harbour | were seen"]);
}

#[test]
fn a_copyright_line_at_the_top_ends_nothing() {
    check(
        &format!("Copyright 2017 Coast News\n\nHarbour Master Denies It\n\n{PROSE}\n"),
        &["boilerplate: Copyright 2017", "headline: Harbour Master", "body: The harbour"],
    );
}

#[test]
fn an_article_after_a_copyright_line_is_not_folded() {
    let article = format!("{PROSE}\n\n{MORE}\n\n");
    let long = format!("{PROSE} {MORE}\n\n{MORE} {PROSE}\n\n");
    check(
        &format!("{article}Copyright 2017 Coast News\n\n{article}"),
        &["body: The harbour | Two ships", "boilerplate: Copyright 2017", "body: The harbour | Two ships"],
    );
    check(
        &format!("{long}{long}Copyright 2017 Coast News\n\n{long}They left.\n\n{PROSE} And more.\n"),
        &[
            "body: The harbour | Two ships | The harbour | Two ships",
            "boilerplate: Copyright 2017",
            "body: The harbour | Two ships | They left. | The harbour",
        ],
    );
}

#[test]
fn menus_and_link_lists_around_an_article_are_folded() {
    let page = format!(
        "Skip to main content\nSign in\nHarbours\nShips\nPeople\n\nHarbour Master Denies It\n\nA deck without a stop\n\n{PROSE}\n\n\
        What he kept:\n- a ledger\n- a pen\n\n{MORE}\n\nRelated stories\nA storm on its way\nTwo boats collide\nThe price of fish\n"
    );
    check(
        &page,
        &[
            "boilerplate: Skip to | Sign in | Harbours | Ships | People",
            "headline: Harbour Master",
            "body: A deck | The harbour | What he | - a | - a | Two ships",
            "boilerplate: Related stories | A storm | Two boats | The price",
        ],
    );
}

#[test]
fn lists_of_what_happened_are_no_menus() {
    let list = "Share this\nSign in\n12 May, Oslo\n13 May, Bergen\n14 May, Stavanger\n15 May, Hull\n";
    let page = format!("Harbour Master Denies It\n\n{PROSE}\n\n{list}\n{MORE}\n");
    check(
        &page,
        &[
            "headline: Harbour Master",
            "body: The harbour",
            "boilerplate: Share this | Sign in",
            "body: 12 May, | 13 May, | 14 May, | 15 May, | Two ships",
        ],
    );
}

#[test]
fn a_list_of_dates_is_body() {
    check("Dates of note.\n2 March 2017\n3 March 2017\n", &["body: Dates of | 2 March | 3 March"]);
}

proptest! {
    #[test]
    fn zones_cover_any_text_without_gaps(text in "(?s:.{0,12}|---\n|By |Copyright 2017 |Photo: |\r\n|\n|Share |16x9 Image){0,20}") {
        let mut end = 0;
        for zone in labelled(&text) {
            prop_assert_eq!(zone.span.start, end);
            prop_assert!(!zone.span.is_empty());
            prop_assert!(zone.span.start == 0 || Span::new(0, zone.span.start).of(&text).ends_with('\n'));
            end = zone.span.end;
        }
        prop_assert_eq!(end as usize, text.len());
    }
}
