//! Passages, each with who is named and what times are stated in it.

use std::collections::HashSet;

use serde::Serialize;

use crate::calendar::{Days, Fit};
use crate::corpus::Corpus;
use crate::model::{EntityIx, PassageIx, References, ZoneLabel};
use crate::report::Selection;

use super::row::{Row, list};

/// One passage.
#[derive(Serialize)]
pub struct PassageRow<'c> {
    doc: &'c str,
    start: u32,
    end: u32,
    text: &'c str,
    /// The page that it begins on, where the document has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    /// The passage before it in the document.
    before: Option<&'c str>,
    /// The passage after it.
    after: Option<&'c str>,
    /// Who is named in it, or referred to where references count, in the order of the text, each once.
    mentions: Vec<String>,
    /// What its time expressions come to.
    times: Vec<String>,
    /// Where days are asked for, whether its times "certainly" fall on them or only "possibly".
    #[serde(skip_serializing_if = "Option::is_none")]
    fit: Option<&'static str>,
    #[serde(skip)]
    names: Vec<&'c str>,
}

/// The passages of a selection, in reading order, each with how surely it states times that fall on all of `frames`. Whoever
/// `references` stand for counts as mentioned.
pub fn passages<'c>(
    corpus: &'c Corpus,
    selection: &Selection,
    references: References,
    frames: &[Days],
) -> Vec<PassageRow<'c>> {
    let fit = |at: PassageIx| frames.iter().map(|days| corpus.fit(at, *days)).min().flatten();
    let rows = selection.passages().iter();
    rows.map(|at| PassageRow { fit: fit(*at).map(Fit::name), ..row(corpus, *at, references) }).collect()
}

fn row(corpus: &Corpus, at: PassageIx, references: References) -> PassageRow<'_> {
    let passage = corpus.passage(at);
    let here = corpus.passages_in(passage.document);
    let neighbour = |index: Option<usize>| {
        let index = PassageIx::at(index.filter(|index| here.contains(index))?);
        (corpus.passage(index).zone != ZoneLabel::Header).then(|| corpus.words(index))
    };
    let mut seen = HashSet::new();
    let spoken_of = corpus.spoken_of_in(at, references).into_iter().map(|mention| mention.entity);
    let named: Vec<EntityIx> = spoken_of.filter(|entity| seen.insert(*entity)).collect();
    PassageRow {
        doc: &corpus.document(passage.document).file,
        start: passage.span.start,
        end: passage.span.end,
        text: corpus.words(at),
        page: corpus.document(passage.document).page(passage.span.start),
        before: neighbour(at.index().checked_sub(1)),
        after: neighbour(at.index().checked_add(1)),
        mentions: named.iter().map(|entity| corpus.entity(*entity).id.to_string()).collect(),
        times: corpus.times_in(at).iter().map(|time| time.when.timex()).collect(),
        fit: None,
        names: named.iter().map(|entity| corpus.entity(*entity).name.as_str()).collect(),
    }
}

impl Row for PassageRow<'_> {
    const TABLE: &'static [&'static str] = &["doc", "start", "text"];
    const CSV: &'static [&'static str] =
        &["doc", "start", "end", "text", "before", "after", "mentions", "names", "times", "fit", "page"];

    fn table(&self) -> Vec<String> {
        vec![self.doc.to_owned(), self.start.to_string(), self.text.to_owned()]
    }

    fn csv(&self) -> Vec<String> {
        vec![
            self.doc.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.text.to_owned(),
            self.before.unwrap_or_default().to_owned(),
            self.after.unwrap_or_default().to_owned(),
            list(self.mentions.iter().cloned()),
            list(self.names.iter().map(ToString::to_string)),
            list(self.times.iter().cloned()),
            self.fit.unwrap_or_default().to_owned(),
            self.page.map(|page| page.to_string()).unwrap_or_default(),
        ]
    }
}
