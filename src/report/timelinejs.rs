//! A timeline for `TimelineJS` 3 (Knight Lab): dated events with their first words and who says so.
//!
//! `TimelineJS` shows headline and text as HTML, so what stands in them is escaped. It knows no doubt: an event leaves with the
//! date that is certain, and says in words what is known of it. Events without one are left out and counted.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::model::Event;

use super::certain::{Certain, certain};
use super::citation::in_full;
use super::{Loss, MAKER, Report, Sink, rows};

pub(super) fn write(report: &Report<'_>, to: &mut dyn Write) -> io::Result<Loss> {
    let mut loss = Loss::default();
    let selection = report.selection.in_words();
    let title = json!({ "text": {
        "headline": escaped(&report.made.collection, &mut loss),
        "text": escaped(&format!("{MAKER}, {}. {selection}", report.made.at), &mut loss),
    }});
    to.write_all(b"{\"scale\":\"human\",\"title\":")?;
    rows::json(&mut &mut *to, &title)?;
    to.write_all(b",\"events\":[")?;
    let mut is_first = true;
    for at in report.selection.events(report.corpus) {
        let event = report.corpus.event(at);
        let Some(dates) = dates(event) else {
            loss.undated += 1;
            continue;
        };
        to.write_all(if is_first { b"\n" } else { b",\n" })?;
        is_first = false;
        rows::json(&mut &mut *to, &slide(report, event, dates, &mut loss))?;
    }
    to.write_all(b"]}\n")?;
    Ok(loss)
}

fn slide(report: &Report<'_>, event: &Event, (start, end): (Value, Option<Value>), loss: &mut Loss) -> Value {
    let inferred = if event.is_inferred { " (inferred)" } else { "" };
    let mut slide = json!({
        "unique_id": event.id,
        "start_date": start,
        "text": {
            "headline": escaped(&event.label, loss),
            "text": passages(report, event, loss),
        },
    });
    if let (Some(slide), Some(words)) = (slide.as_object_mut(), in_full(event.when)) {
        slide.insert("display_date".to_owned(), format!("{words}{inferred}").into());
    }
    if let (Some(slide), Some(end)) = (slide.as_object_mut(), end) {
        slide.insert("end_date".to_owned(), end);
    }
    slide
}

/// The passages of the selection that state it, each with its outlet, as HTML.
fn passages(report: &Report<'_>, event: &Event, loss: &mut Loss) -> String {
    let stated = event.passages.iter().filter(|at| report.selection.holds(**at));
    let words = stated.map(|at| {
        let outlet = report.outlet(report.corpus.passage(*at).document);
        format!("<p>“{}” {}</p>", escaped(report.corpus.words(*at), loss), escaped(outlet, loss))
    });
    words.collect()
}

fn dates(event: &Event) -> Option<(Value, Option<Value>)> {
    match certain(event.when)? {
        Certain::Date(date) => Some((parts(&date), None)),
        Certain::Interval(Some(from), to) => Some((parts(&from), to.as_deref().map(parts))),
        Certain::Interval(None, _) => None,
    }
}

/// "2016-12" as year and month.
fn parts(date: &str) -> Value {
    let numbers = date.split('-').filter_map(|part| part.parse::<u32>().ok());
    let named = ["year", "month", "day"].into_iter().zip(numbers);
    Value::Object(named.map(|(name, number)| (name.to_owned(), number.into())).collect::<Map<_, _>>())
}

/// Text for a place where HTML is read.
fn escaped(text: &str, loss: &mut Loss) -> String {
    let mut html = Vec::new();
    let mut sink = Sink::new(&mut html);
    // Writing into memory cannot fail.
    let _ = sink.xml(text);
    loss.replaced += sink.replaced();
    String::from_utf8(html).unwrap_or_default()
}
