//! What a page says of itself: schema.org in JSON-LD, Open Graph, Dublin Core and other meta elements, its `time` elements.

use dom_query::Document;
use serde_json::Value;

use super::super::super::statement::{Dated, Field, Statements, Tells};
use crate::text::one_line;

/// Where the value of a field stands, best first: a selector, and the attribute (none for the words).
const PLACES: &[(Field, &str, &str)] = &[
    (Field::Title, "meta[property='og:title']", "content"),
    (Field::Title, "meta[name='twitter:title']", "content"),
    (Field::Title, "meta[name='dc.title'], meta[name='DC.title'], meta[name='parsely-title']", "content"),
    (Field::Source, "meta[property='og:site_name']", "content"),
    (Field::Source, "meta[name='application-name']", "content"),
    (Field::Author, "meta[name='author'], meta[name='parsely-author'], meta[name='sailthru.author']", "content"),
    (Field::Author, "meta[name='dc.creator'], meta[name='DC.creator'], meta[name='byl']", "content"),
    (Field::Author, "[itemprop='author'] [itemprop='name'], [rel='author']", ""),
    (Field::Url, "link[rel='canonical']", "href"),
    (Field::Url, "meta[property='og:url']", "content"),
];

/// Where a date of publication stands, best first, and what that is called.
const DATES: &[(&str, &str, &str)] = &[
    (
        "meta[property='article:published_time'], meta[name='article:published_time']",
        "content",
        "article:published_time",
    ),
    ("meta[itemprop='datePublished']", "content", "datePublished"),
    ("[itemprop='datePublished'][datetime]", "datetime", "datePublished"),
    ("meta[name='parsely-pub-date'], meta[name='sailthru.date'], meta[name='pubdate']", "content", "pubdate"),
    (
        "meta[name='DC.date.issued'], meta[name='dc.date.issued'], meta[name='DC.date'], meta[name='dc.date']",
        "content",
        "DC.date",
    ),
    (
        "meta[name='date'], meta[name='publish-date'], meta[name='publication_date'], meta[name='ptime']",
        "content",
        "date",
    ),
    ("time[pubdate]", "datetime", "time element"),
    ("article header time[datetime], header time[datetime], .byline time[datetime]", "datetime", "time element"),
];

/// Where the date of the last change stands.
const CHANGED: &[&str] =
    &["meta[property='article:modified_time']", "meta[property='og:updated_time']", "meta[itemprop='dateModified']"];

/// Kinds of thing that are articles.
const ARTICLES: &[&str] = &["Article", "Posting", "Report", "WebPage"];

/// What `page` says of itself, and the dates that it states, best first.
pub(super) fn read(page: &Document) -> (Statements, Vec<Dated>) {
    let (mut stated, mut dates) = (Statements::default(), Vec::new());
    let title = page.select("title").text();
    let title = one_line(&title);
    for script in &page.select("script[type='application/ld+json']") {
        let text = script.text();
        // Saved as XHTML, a script's words stand in a CDATA section.
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            linked(&value, &title, &mut stated, &mut dates);
        }
    }
    for (field, selector, attribute) in PLACES {
        if stated.get(*field).is_none()
            && let Some(value) = value(page, selector, attribute)
        {
            let is_address = value.starts_with("http://") || value.starts_with("https://");
            if (*field == Field::Url) == is_address {
                stated.set(*field, &value);
            }
        }
    }
    let meta = DATES.iter().filter_map(|(selector, attribute, what)| Some((value(page, selector, attribute)?, *what)));
    dates.extend(meta.map(|(value, why)| Dated { value, why, tells: Tells::Day }));
    let changed = CHANGED.iter().find_map(|selector| value(page, selector, "content"));
    dates.extend(changed.map(|value| Dated { value, why: "date of its last change", tells: Tells::Latest }));
    (stated, dates)
}

/// The first value that is not empty.
fn value(page: &Document, selector: &str, attribute: &str) -> Option<String> {
    let found = page.select(selector);
    let values = found.iter().map(|element| match attribute {
        "" => one_line(&element.text()).into_owned(),
        attribute => element.attr(attribute).map(|value| one_line(&value).into_owned()).unwrap_or_default(),
    });
    values.into_iter().find(|value| !value.is_empty())
}

/// The article in linked data: an object, a list of them, or a graph; `title` is what the browser's window is called.
fn linked(value: &Value, title: &str, stated: &mut Statements, dates: &mut Vec<Dated>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| linked(value, title, stated, dates)),
        Value::Object(fields) => {
            if let Some(graph) = fields.get("@graph") {
                linked(graph, title, stated, dates);
            }
            let kinds = names(fields.get("@type"));
            if !ARTICLES.iter().any(|article| kinds.iter().any(|kind| kind.ends_with(article))) {
                return;
            }
            let sources = [
                (Field::Title, best_title(fields.get("name"), fields.get("headline"), title)),
                (Field::Author, fields.get("author").or(fields.get("creator"))),
                (Field::Source, fields.get("publisher")),
            ];
            for (field, value) in sources {
                let names = names(value).join(", ");
                if stated.get(field).is_none() && !names.starts_with("http") {
                    stated.set(field, &one_line(&names));
                }
            }
            if let Some(Value::String(day)) = fields.get("datePublished") {
                dates.push(Dated { value: day.clone(), why: "datePublished", tells: Tells::Day });
            }
        }
        _ => {}
    }
}

/// Of a name and a headline the one that shares more words with the window's title; of equals the name, as Readability has it.
fn best_title<'v>(name: Option<&'v Value>, headline: Option<&'v Value>, title: &str) -> Option<&'v Value> {
    let shared = |value: &Value| {
        let words: Vec<&str> = value.as_str().unwrap_or_default().split_whitespace().collect();
        title.split_whitespace().filter(|word| words.contains(word)).count()
    };
    match (name, headline) {
        (Some(name), Some(headline)) if shared(headline) > shared(name) => Some(headline),
        (name, headline) => name.or(headline),
    }
}

/// The names in a value of linked data: text, a thing with a name, or a list of these.
fn names(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(name)) => vec![name.clone()],
        Some(Value::Object(thing)) => match thing.get("name") {
            Some(name @ Value::String(_)) => names(Some(name)),
            _ => Vec::new(),
        },
        Some(Value::Array(values)) => {
            let simple = values.iter().filter(|value| !value.is_array());
            simple.flat_map(|value| names(Some(value))).collect()
        }
        _ => Vec::new(),
    }
}
