//! HTML: the article of a saved page, its headline, and what the page says of itself.
//!
//! Which part of a page is the article is told by Mozilla's Readability method. Menus, lists of other stories and the like are
//! left out, and a note says how many words that were. Scripts, styles and what the page hides are no words of it.

mod depth;
mod encoding;
mod metadata;

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use crate::model::{Note, Zone, ZoneLabel};
use crate::text::{Span, fold, one_line};

use super::super::reason::Reason;
use super::super::statement::Field;
use super::{Article, Format, Part, Room};
use depth::bounded;

/// What a page hides, and what are no words of it.
const NO_WORDS: &str = "script, style, template, noscript, svg, iframe, object, [hidden], [style*='display:none'], \
     [style*='display: none'], [style*='visibility:hidden'], [style*='visibility: hidden'], [style*='font-size:0']";

/// A page.
pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "a web page"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn magic(&self) -> &'static [&'static [u8]] {
        &[b"<!DOCTYPE html", b"<!doctype html", b"<html"]
    }

    fn read(&self, bytes: &[u8], _: &mut Room) -> Result<Vec<Part>, Reason> {
        let decoded = encoding::decode(bytes)?;
        let mut article = article(&decoded.text);
        article.notes.extend(decoded.note);
        Ok(Part::whole(article))
    }
}

/// The words of a page or chapter, all of them.
pub(super) fn words(html: &str) -> String {
    let page = Document::from(bounded(html).as_ref());
    visible(&page);
    tidy(&page.formatted_text())
}

fn article(html: &str) -> Article {
    let page = Document::from(bounded(html).as_ref());
    let (stated, dates) = metadata::read(&page);
    visible(&page);
    let whole = tidy(&page.formatted_text());
    let config = Config { text_mode: TextMode::Formatted, disable_json_ld: true, ..Config::default() };
    let found = Readability::with_document(page, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let mut article = Article { stated, dates, ..Article::default() };
    let body = found.as_ref().map(|found| tidy(&found.text_content)).filter(|body| !body.is_empty());
    if let Some(found) = &found {
        state(&mut article, Field::Title, Some(&found.title));
        state(&mut article, Field::Author, found.byline.as_deref());
        state(&mut article, Field::Source, found.site_name.as_deref());
    }
    let left_out = body.as_ref().map_or(0, |body| count(&whole).saturating_sub(count(body)));
    if left_out > 0 {
        article.notes.push(Note(format!("{left_out} words of the page around the article are left out")));
    }
    let body = body.unwrap_or(whole);
    let title = article.stated.get(Field::Title).map(str::to_owned).filter(|title| !title.contains('\n'));
    if let Some(title) = title.filter(|title| !begins_with(&body, title)) {
        article.text = format!("{title}\n\n");
        article.zones = vec![Zone { span: Span::whole(&article.text), label: ZoneLabel::Headline }];
    }
    article.text.push_str(&body);
    article.text.push('\n');
    article
}

/// States what nothing better has stated.
fn state(article: &mut Article, field: Field, value: Option<&str>) {
    let value = value.map(one_line).filter(|value| !value.is_empty() && article.stated.get(field).is_none());
    if let Some(value) = value {
        article.stated.set(field, &value);
    }
}

/// Takes away what is no words of a page.
fn visible(page: &Document) {
    page.select(NO_WORDS).remove();
}

/// Whether the first line of a text is `title`.
fn begins_with(text: &str, title: &str) -> bool {
    text.lines().next().is_some_and(|line| fold(line) == fold(title))
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Lines without white space at their ends, no two blank ones in a row.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        if !line.is_empty() {
            tidied.push_str(line);
            tidied.push('\n');
        } else if !tidied.is_empty() && !tidied.ends_with("\n\n") {
            tidied.push('\n');
        }
    }
    tidied.truncate(tidied.trim_end().len());
    tidied
}

#[cfg(test)]
mod tests;
