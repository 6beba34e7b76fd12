//! When a document was published, what a time means, and which stretches are page furniture.

use std::sync::Arc;

use crate::calendar::{Symbolic, When};
use crate::model::{
    Anchor, Confidence, DocumentIx, Orphan, Provenance, PublicationCandidate, Tense, TimeExpression, TimeMention,
    TimexType, Zone, ZoneLabel,
};
use crate::text::Span;

use super::Correcting;

impl Correcting<'_> {
    /// The document was published then (EDTF). What its times come to follows.
    ///
    /// # Errors
    /// [`Orphan::NoDate`] where the date can't be read.
    pub fn set_publication(&mut self, document: DocumentIx, date: &str) -> Result<(), Orphan> {
        let when = When::from_edtf(date).filter(|when| !when.days().is_unknown()).ok_or(Orphan::NoDate)?;
        let Some(publication) = self.publications.get_mut(document.index()) else { return Err(Orphan::DocumentGone) };
        publication.value = Some(when);
        publication.days = when.days();
        publication.is_inferred = false;
        publication.candidates.retain(|candidate| candidate.from != Provenance::Reader);
        publication.candidates.insert(
            0,
            PublicationCandidate {
                from: Provenance::Reader,
                value: Some(when),
                days: when.days(),
                why: "set by you".to_owned(),
            },
        );
        let days = publication.days;
        let passages = &self.passages;
        let here = self.times.iter_mut().filter(|time| passages[time.passage.index()].document == document);
        here.for_each(|time| time.when = time.expression.symbolic.resolve(days));
        Ok(())
    }

    /// The time expression at that place means this (EDTF), whether one was found there or not.
    ///
    /// # Errors
    /// [`Orphan::NoDate`] where the value can't be read, [`Orphan::WordsGone`] where there is no such place.
    pub fn set_time(&mut self, document: DocumentIx, span: Span, value: &str) -> Result<(), Orphan> {
        let when = When::from_edtf(value).ok_or(Orphan::NoDate)?;
        let passage = self.passage_at(document, span.start).ok_or(Orphan::WordsGone)?;
        let said = |span, kind| TimeExpression {
            span,
            kind,
            symbolic: Symbolic::Fixed(when),
            anchor: Anchor::Absolute,
            tense: Tense::Open,
            rule: "your correction",
            confidence: Confidence(100),
        };
        let over = |time: &&mut TimeMention| time.passage == passage && time.expression.span.overlaps(span);
        match self.times.iter_mut().find(over) {
            Some(time) => {
                time.when = when;
                time.expression = said(time.expression.span, TimexType::Date);
            }
            None => {
                self.times.push(TimeMention { passage, expression: said(span, TimexType::Date), when, event: None });
            }
        }
        Ok(())
    }

    /// The passages that the stretch touches are of that zone.
    ///
    /// # Errors
    /// [`Orphan::WordsGone`] where no passage is touched.
    pub fn label(&mut self, document: DocumentIx, span: Span, label: ZoneLabel) -> Result<(), Orphan> {
        let first = self.passage_at(document, span.start).ok_or(Orphan::WordsGone)?;
        let touched: Vec<usize> = (first.index()..self.passages.len())
            .take_while(|at| self.passages[*at].document == document && self.passages[*at].span.start < span.end)
            .filter(|at| self.passages[*at].span.overlaps(span))
            .collect();
        let (Some(from), Some(to)) = (touched.first(), touched.last()) else { return Err(Orphan::WordsGone) };
        let stretch = self.passages[*from].span.cover(self.passages[*to].span);
        for at in &touched {
            self.passages[*at].zone = label;
        }
        let named: Vec<_> = self
            .mentions
            .iter()
            .filter(|mention| (*from..=*to).contains(&mention.passage.index()))
            .map(|mention| mention.entity)
            .collect();
        for entity in named {
            self.change(entity);
        }
        if let Some(document) = self.documents.get_mut(document.index()) {
            let document = Arc::make_mut(document);
            document.zones = relabelled(&document.zones, stretch, label);
        }
        Ok(())
    }
}

/// The zones with `stretch` cut out of them and labelled.
fn relabelled(zones: &[Zone], stretch: Span, label: ZoneLabel) -> Vec<Zone> {
    let around = zones.iter().flat_map(|zone| {
        let before = Span::new(zone.span.start, zone.span.end.min(stretch.start));
        let after = Span::new(zone.span.start.max(stretch.end), zone.span.end);
        [before, after].into_iter().filter(|rest| rest.start < rest.end).map(|span| Zone { span, label: zone.label })
    });
    let mut zones: Vec<Zone> = around.collect();
    let at = zones.partition_point(|zone| zone.span.start < stretch.start);
    zones.insert(at, Zone { span: stretch, label });
    zones
}
