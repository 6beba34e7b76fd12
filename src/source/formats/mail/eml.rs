//! One message: who wrote it to whom and when, its subject, its words, what is attached.
//!
//! The header's lines stand in the text, since who wrote to whom is evidence. Pictures in the letter are left out.

use std::fmt::Write;

use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};

use crate::model::{Note, Zone, ZoneLabel};
use crate::text::{Span, one_line};

use super::super::super::reason::Reason;
use super::super::super::statement::{Dated, Field, Statements, Tells};
use super::super::{Article, Format, Part, Room};

/// A message.
pub(in crate::source::formats) struct Eml;

impl Format for Eml {
    fn name(&self) -> &'static str {
        "an e-mail"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["eml"]
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        Ok(message(bytes, "").unwrap_or_else(|| vec![Part::failed("", Reason::Nothing(self.name(), "no header"))]))
    }
}

/// The message in `bytes`, called `name`, and what is attached to it; `None` where there is none.
pub(super) fn message(bytes: &[u8], name: &str) -> Option<Vec<Part>> {
    let message = MessageParser::default().parse(bytes).filter(|message| !message.headers().is_empty())?;
    let mut parts = vec![Part::article(name, article(&message))];
    for (number, attached) in message.attachments().enumerate() {
        let is_inline = attached.content_disposition().is_some_and(mail_parser::ContentType::is_inline);
        let Some(file) = file_name(attached, number + 1) else { continue };
        if is_inline && matches!(attached.body, PartType::InlineBinary(_)) {
            continue;
        }
        let file = if name.is_empty() { file } else { format!("{name}/{file}") };
        parts.push(Part::file(file, attached.contents().to_vec()));
    }
    Some(parts)
}

/// The name of an attachment; one that has none and is a message gets one.
fn file_name(attached: &mail_parser::MessagePart<'_>, number: usize) -> Option<String> {
    let given = attached.attachment_name().map(|name| name.replace(['/', '\\'], "_"));
    let given = given.filter(|name| !name.trim_matches('.').is_empty());
    given.or_else(|| attached.is_message().then(|| format!("attached message {number}.eml")))
}

fn article(message: &Message<'_>) -> Article {
    let mut text = String::new();
    let mut stated = Statements::default();
    let mut dates = Vec::new();
    let people = |address: Option<&Address<'_>>| address.map(written).filter(|people| !people.is_empty());
    let from = people(message.from());
    if let Some(from) = &from {
        stated.set(Field::Author, from);
    }
    let lines = [("From", from), ("To", people(message.to())), ("Cc", people(message.cc()))];
    for (label, people) in lines.into_iter().filter_map(|(label, people)| Some((label, people?))) {
        let _ = writeln!(text, "{label}: {people}");
    }
    if let Some(date) = message.date().filter(|date| date.is_valid()) {
        let day = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
        let _ = writeln!(text, "Date: {day} {:02}:{:02}", date.hour, date.minute);
        dates.push(Dated { value: day, why: "date in the message's header", tells: Tells::Day });
    }
    let mut zones = Vec::new();
    zone(&mut zones, &text, ZoneLabel::Byline);
    if let Some(subject) = message.subject().map(one_line).filter(|subject| !subject.is_empty()) {
        stated.set(Field::Title, &subject);
        let _ = writeln!(text, "{subject}");
        zone(&mut zones, &text, ZoneLabel::Headline);
    }
    text.push('\n');
    let bodies: Vec<_> = (0..message.text_body_count()).filter_map(|at| message.body_text(at)).collect();
    for body in &bodies {
        text.push_str(body.trim_end());
        text.push_str("\n\n");
    }
    let is_empty = bodies.iter().all(|body| body.trim().is_empty());
    let notes = is_empty.then(|| Note("the message has no words".into())).into_iter().collect();
    Article { text, zones, stated, dates, notes, ..Article::default() }
}

/// Closes a zone at the end of what is written, where something was.
fn zone(zones: &mut Vec<Zone>, text: &str, label: ZoneLabel) {
    let start = zones.last().map_or(0, |last: &Zone| last.span.end);
    let span = Span::new(start, text.len() as u32);
    if !span.is_empty() {
        zones.push(Zone { span, label });
    }
}

/// People as a header's line has them: "Ada Lind <ada@sea.example>, Ben Roe".
fn written(address: &Address<'_>) -> String {
    let one = |address: &mail_parser::Addr<'_>| match (address.name(), address.address()) {
        (Some(name), Some(address)) => Some(format!("{} <{}>", one_line(name), one_line(address))),
        (Some(only), None) | (None, Some(only)) => Some(one_line(only).into_owned()),
        (None, None) => None,
    };
    address.iter().filter_map(one).collect::<Vec<_>>().join(", ")
}
