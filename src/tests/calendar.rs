//! The timeline driven by keys and mouse: zoom, days, stretches, clocks, the undated, dates to go to.

use ratatui::style::Modifier;
use redstring::app::{Clock, MouseAction, Pane, TimelineRow, Zoom, bar_area, layout, timeline_parts};
use redstring::ui::Theme;

use super::desk::{Desk, text};
use super::library::almanac;

fn desk() -> Desk {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys("4 gg");
    desk
}

/// The dates of the rows that the cursor may rest on, as the timeline values them.
fn dates(desk: &Desk) -> Vec<String> {
    let corpus = desk.state.corpus();
    let shown = desk.state.timeline().rows.iter().filter_map(|row| match row {
        TimelineRow::Event(at) => Some(redstring::app::value_words(corpus.event(*at).when)),
        TimelineRow::Undated(at) => Some(redstring::app::when_words(corpus.time(*at).when)),
        TimelineRow::Publication { document, .. } => Some(corpus.document(*document).file.clone()),
        TimelineRow::Group(..) => None,
    });
    shown.collect()
}

/// The date under the cursor.
fn here(desk: &Desk) -> String {
    let timeline = desk.state.timeline();
    match timeline.current() {
        Some(at) => redstring::app::value_words(desk.state.corpus().event(at).when),
        None => format!("{:?}", timeline.rows.get(timeline.scroll.cursor)),
    }
}

#[test]
fn what_is_dated_coarsely_stands_at_its_head_and_the_undated_last() {
    let mut desk = desk();
    let listed = dates(&desk);
    let expected = [
        "2016",
        "2017..",
        "2019-04",
        "2019-05-02..06",
        "2019-05-03",
        "2019-05-03 14h",
        "2019-05-10",
        "2019-05-11",
        "2019-06-11..20",
        "2019-06..07",
        "????-05-03",
        "????-06",
    ];
    assert_eq!(listed, expected);
    desk.keys("U").shows("2 undated (U)").shows("The pilot came back on May 3");
    desk.keys("<Enter>").shows("1 mention in 1 passage");
}

#[test]
fn each_precision_has_its_sign_in_unicode_and_in_ascii() {
    let mut desk = desk();
    let unicode = desk.keys("z").screen();
    let ascii = text(&desk.buffer(&Theme::mono().with_ascii()));
    for (date, sign, plain) in [
        ("2016", " ▭ ", " o "),
        ("2017..", "├╌▶", "|->"),
        ("2019-04", " ▭ ", " o "),
        ("2019-05-02..06", "├─┤", "|-|"),
        ("2019-05-03", " ● ", " * "),
        ("2019-05-03 14h", " ◐ ", " + "),
        ("2019-05-10", " ● ≈", " * ~"),
        ("2019-05-11", " ● ?", " * ?"),
        ("2019-06..07", "├╌┤?", "|.|?"),
    ] {
        for (screen, sign) in [(&unicode, sign), (&ascii, plain)] {
            let has_sign = |line: &str| {
                let behind = line.split_once(date).map(|(_, behind)| behind.trim_start());
                behind.is_some_and(|behind| behind.starts_with(sign.trim()))
            };
            assert!(screen.lines().any(has_sign), "{date} {sign:?} is not on the screen:\n{screen}");
        }
    }
}

#[test]
fn the_sources_own_words_stand_beside_the_value() {
    let mut desk = desk();
    desk.keys("z").shows("since 2017").shows("at two on May 3").shows("in mid-June");
}

#[test]
fn zoom_groups_by_year_month_week_and_day() {
    let mut desk = desk();
    desk.keys("z")
        .shows("by month")
        .shows(" 2019-05 ──")
        .shows("2016, no month stated ──")
        .shows("2017, no month stated ──");
    desk.keys("-").shows("by year").shows(" 2016 ──");
    desk.keys("+ +").shows("by week").shows(" 2019-04-29..05-05 W18 ──");
    desk.keys("+").shows("by day").shows(" 2019-05-03 Fri ──").shows(" 2019-04, no day stated ──");
    desk.keys("+").shows("that is the finest");
    desk.keys("- - - -").shows("by decade").keys("-").shows("that is the coarsest");
    assert_eq!(desk.state.timeline().zoom, Zoom::Decade);
}

#[test]
fn days_are_walked_and_stretches_jumped() {
    let mut desk = desk();
    let mut seen = vec![here(&desk)];
    for _ in 0..3 {
        desk.keys("d");
        seen.push(here(&desk));
    }
    assert_eq!(seen, ["2016", "2019-05-03", "2019-05-10", "2019-05-11"]);
    desk.keys("d").shows("Nothing is dated later");
    desk.keys("D D");
    assert_eq!(here(&desk), "2019-05-03");
    desk.keys("D").shows("Nothing is dated earlier");
    let stretches: Vec<String> = ["gg l", "l", "l", "h", "h"].into_iter().map(|keys| here(desk.keys(keys))).collect();
    assert_eq!(stretches, ["2019-05-02..06", "2019-05-10", "2019-06-11..20", "2019-05-10", "2019-05-02..06"]);
}

#[test]
fn a_date_is_gone_to_and_what_it_holds_is_said() {
    let mut desk = Desk::new(120, 36, almanac());
    desk.keys("1 :date <Space> 2019-05-10 ").shows("go to 2019-05-10 on the timeline").keys("<Enter>");
    assert_eq!((desk.state.focus(), here(&desk).as_str()), (Pane::Timeline, "2019-05-10"));
    desk.shows("2019-05-10: 1 certainly, 1 possibly");
    desk.keys("gd 2019-05 <Enter>").shows("2019-05: 5 certainly, 1 possibly");
    desk.keys("gd 2019-05-04 <Enter>").shows("2019-05-04: 0 certainly, 2 possibly");
    assert_eq!(here(&desk), "2019-05-02..06");
    desk.keys("gd 2015-05 <Enter>").shows("Nothing on 2015-05: this is the nearest");
    desk.keys("gd soon").shows("a date: 2016").keys("<Enter> <Esc>");
}

#[test]
fn a_click_on_the_bar_goes_there() {
    let mut desk = desk();
    desk.keys("+");
    let areas = layout(desk.state.size(), &desk.state);
    let bar = bar_area(areas.pane(Pane::Timeline));
    let bins = &desk.state.timeline().bar;
    let day = "2019-05-10".parse().unwrap();
    let at = bins.bin_of(day).unwrap() as u16 * bins.cells;
    desk.mouse(MouseAction::Click, bar.x + at, bar.y);
    assert_eq!(here(&desk), "2019-05-10");
    let list = timeline_parts(areas.pane(Pane::Timeline)).list;
    let top = desk.state.timeline().scroll.top;
    desk.mouse(MouseAction::Click, list.x + 4, list.y + 1);
    assert_eq!(desk.state.timeline().scroll.cursor, top + 1);
}

#[test]
fn on_the_clock_of_reports_events_follow_who_was_first() {
    let mut desk = desk();
    desk.keys("t").shows("by report").shows("first with 8 of 8").shows("first with 2 of 3");
    assert_eq!(desk.state.timeline().clock, Clock::Reported);
    let listed = dates(&desk);
    assert_eq!(listed.first().map(String::as_str), Some("a-almanac.txt"));
    assert_eq!(listed.get(9).map(String::as_str), Some("b-ledger.txt"));
    assert!(!listed.contains(&"c-scrap.txt".to_owned()), "it dates nothing");
    desk.keys("gg <Enter>");
    assert_eq!(desk.state.focus(), Pane::Reader);
    desk.keys("4 t").shows("By when it happened");
}

#[test]
fn a_stretch_is_pinned_and_given_back() {
    let mut desk = desk();
    desk.keys("gd 2019-06-15 <Enter> P").shows("pinned 2019-06");
    assert_eq!(dates(&desk), ["2017..", "2019-06-11..20", "2019-06..07"]);
    desk.keys("<Esc>").hides("pinned");
    desk.keys("U P").shows("Nothing here that has a place on the calendar");
}

#[test]
fn the_cursors_place_is_marked_below_the_bar_without_any_hue() {
    let mut desk = desk();
    desk.keys("z + gd 2019-05-02..2019-05-06 <Enter>");
    desk.shows("▲").keys("gd 2017 <Enter>").shows("◂");
    desk.keys("z").resize(80, 24);
    let area = bar_area(layout(desk.state.size(), &desk.state).pane(Pane::Timeline));
    let mono = desk.buffer(&Theme::mono());
    let reversed = (area.x..area.right()).filter(|x| mono[(*x, area.y)].modifier.contains(Modifier::REVERSED));
    assert!(reversed.count() > 0, "{}", desk.screen());
}

#[test]
fn why_tells_the_chain() {
    let mut desk = desk();
    desk.keys("gd 2019-05-10 <Enter>").shows("“about May 10” (rule by hand, 90 % sure)");
    desk.keys("i").shows("states").shows("rule by hand");
}
