//! What the timeline lists: by when it happened, or by when it was reported.

use std::collections::HashSet;
use std::rc::Rc;

use crate::app::scroll::Direction;
use crate::app::strand::Strand;
use crate::calendar::{Days, When};
use crate::corpus::Corpus;
use crate::model::{Differing, Differs, DocumentIx, Event, EventIx, Target, TimeIx, TimeMention, TimexType, ZoneLabel};

use super::bar::{Bar, Mark, Marked};
use super::order::{Place, place, place_of};
use super::{Clock, Timeline, TimelineRow, Zoom};

/// What narrows the list.
#[derive(Clone, Copy, Default)]
pub struct Narrowed<'s> {
    /// Only what shares passages with these.
    pub pins: Option<&'s Strand>,
    /// Only what may lie in all of these.
    pub frames: &'s [Days],
}

/// A row with its place.
struct Placed {
    place: Place,
    /// The name of its group.
    group: Rc<str>,
    row: TimelineRow,
    days: Days,
}

impl Timeline {
    /// Lists the events anew, narrowed; the cursor stays on `kept`.
    pub fn list(&mut self, corpus: &Corpus, narrowed: Narrowed<'_>, kept: Option<&Target>) {
        let all = (0..corpus.events().len()).map(EventIx::at);
        let events: Vec<EventIx> = all.filter(|at| narrowed.holds(corpus.event(*at), *at)).collect();
        self.bar = Bar::of(match self.clock {
            Clock::Happened => events.iter().map(|at| narrowed.mark(corpus, *at)).collect(),
            Clock::Reported => narrowed.reports(corpus, &events),
        });
        self.zoom = self.chosen.unwrap_or_else(|| Zoom::fitting(self.bar.range(Zoom::Month)));
        self.events = events.len() as u32;
        self.differing = differing(events.iter().map(|at| corpus.event(*at)));
        let placed = match self.clock {
            Clock::Happened => self.by_happening(corpus, narrowed, &events),
            Clock::Reported => self.by_report(corpus, narrowed, &events),
        };
        self.undated = placed.iter().filter(|placed| is_undated(&placed.row, placed.days)).count() as u32;
        self.lay(placed);
        self.is_stale = true;
        if let Some(kept) = kept {
            self.choose_target(corpus, kept);
        }
        self.rest(Direction::Down);
    }

    /// Groups by the next finer unit, or the next coarser one. Whether there is one.
    pub fn zoom(&mut self, to: fn(Zoom) -> Option<Zoom>) -> bool {
        let Some(zoom) = to(self.zoom) else { return false };
        self.chosen = Some(zoom);
        true
    }

    fn by_happening(&self, corpus: &Corpus, narrowed: Narrowed<'_>, events: &[EventIx]) -> Vec<Placed> {
        // Events of one time stand together, and to name a group takes a while.
        let mut last: Option<(When, Place, Rc<str>)> = None;
        let mut placed = |row, when: When| {
            let (place, group) = match &last {
                Some((same, place, group)) if *same == when => (*place, Rc::clone(group)),
                _ => {
                    let (place, group) = place_of(self.zoom, when);
                    let group: Rc<str> = group.into();
                    last = Some((when, place, Rc::clone(&group)));
                    (place, group)
                }
            };
            Placed { place, group, row, days: when.days() }
        };
        let mut all: Vec<Placed> =
            events.iter().map(|at| placed(TimelineRow::Event(*at), corpus.event(*at).when)).collect();
        let times = (0..corpus.times().len()).map(TimeIx::at);
        let undated = times.filter(|at| narrowed.holds_undated(corpus, corpus.time(*at)));
        all.extend(undated.map(|at| placed(TimelineRow::Undated(at), When::Unknown)));
        all.sort_by_key(|placed| placed.place);
        all
    }

    fn by_report(&self, corpus: &Corpus, narrowed: Narrowed<'_>, events: &[EventIx]) -> Vec<Placed> {
        let mut documents: Vec<(Place, DocumentIx)> = narrowed.documents(corpus);
        for (at, document) in &mut documents {
            *at = place(self.zoom, corpus.publication(*document).days).0;
        }
        documents.sort_by_key(|(place, document)| (*place, *document));
        let mut rank = vec![usize::MAX; corpus.documents().len()];
        for (at, (_, document)) in documents.iter().enumerate() {
            if let Some(rank) = rank.get_mut(document.index()) {
                *rank = at;
            }
        }
        let mut first = vec![Vec::new(); documents.len()];
        let mut is_sure = vec![true; documents.len()];
        let mut reported = vec![0_u32; documents.len()];
        for at in events {
            let mut ranks: Vec<usize> =
                narrowed.reporting(corpus, *at).filter_map(|document| rank.get(document.index())).copied().collect();
            ranks.sort_unstable();
            ranks.dedup();
            let published = |rank: usize| documents.get(rank).map(|(_, at)| corpus.publication(*at).days);
            if let [earliest, others @ ..] = ranks.as_slice() {
                first.get_mut(*earliest).into_iter().for_each(|first: &mut Vec<EventIx>| first.push(*at));
                let latest = published(*earliest).and_then(|days| days.latest);
                let is_after = |rank: &usize| {
                    let other = published(*rank).and_then(|days| days.earliest);
                    latest.zip(other).is_some_and(|(own, other)| own <= other)
                };
                let is_first = others.iter().all(is_after);
                is_sure.get_mut(*earliest).into_iter().for_each(|is_sure| *is_sure &= is_first);
            }
            for rank in ranks {
                reported.get_mut(rank).into_iter().for_each(|count| *count += 1);
            }
        }
        let mut placed = Vec::new();
        let reports = documents.into_iter().zip(first).zip(is_sure).zip(reported);
        for ((((at, document), first), is_surely_first), of) in reports.filter(|(_, of)| *of > 0) {
            let days = corpus.publication(document).days;
            let group: Rc<str> = place(self.zoom, days).1.into();
            let publication = TimelineRow::Publication { document, first: first.len() as u32, is_surely_first, of };
            let rows = std::iter::once(publication).chain(first.into_iter().map(TimelineRow::Event));
            placed.extend(rows.map(|row| Placed { place: at, group: Rc::clone(&group), row, days }));
        }
        placed
    }

    fn lay(&mut self, placed: Vec<Placed>) {
        self.rows.clear();
        self.places.clear();
        let mut last: Option<(Rc<str>, usize)> = None;
        for Placed { group, row, days, .. } in placed {
            if self.has_groups {
                match &last {
                    Some((name, head)) if *name == group => {
                        if let Some(TimelineRow::Group(_, count)) = self.rows.get_mut(*head) {
                            *count += 1;
                        }
                    }
                    _ => {
                        last = Some((Rc::clone(&group), self.rows.len()));
                        self.rows.push(TimelineRow::Group(group.to_string(), 1));
                        self.places.push(Days::UNKNOWN);
                    }
                }
            }
            self.rows.push(row);
            self.places.push(days);
        }
    }
}

impl<'s> Narrowed<'s> {
    fn holds(self, event: &Event, at: EventIx) -> bool {
        let days = event.when.days();
        self.pins.is_none_or(|pins| pins.shares.event(at) > 0)
            && self.frames.iter().all(|frame| days.may_overlap(*frame))
    }

    /// Whether a time says when something happened, but has no place on the calendar.
    fn holds_undated(self, corpus: &Corpus, time: &TimeMention) -> bool {
        let is_told = matches!(time.when, When::Partial(_))
            && time.event.is_none()
            && matches!(time.expression.kind, TimexType::Date | TimexType::Time)
            && !time.expression.confidence.is_doubtful();
        let zone = corpus.passage(time.passage).zone;
        is_told
            && matches!(zone, ZoneLabel::Headline | ZoneLabel::Body | ZoneLabel::Caption)
            && self.frames.is_empty()
            && self.pins.is_none_or(|pins| pins.holds(time.passage))
    }

    /// The passages that state an event.
    pub fn stated(self, event: &Event) -> u32 {
        match self.pins {
            Some(pins) => event.passages.iter().filter(|passage| pins.holds(**passage)).count() as u32,
            None => event.passages.len() as u32,
        }
    }

    fn mark(self, corpus: &Corpus, at: EventIx) -> Mark {
        let event = corpus.event(at);
        Mark { of: Marked::Event(at), days: event.when.days(), weight: self.stated(event) }
    }

    /// The documents that report an event, as often as they do.
    fn reporting<'c>(self, corpus: &'c Corpus, at: EventIx) -> impl Iterator<Item = DocumentIx> + use<'c, 's> {
        let passages = corpus.event(at).passages.iter();
        let held = passages.filter(move |passage| self.pins.is_none_or(|pins| pins.holds(**passage)));
        held.map(|passage| corpus.passage(*passage).document)
    }

    fn documents(self, corpus: &Corpus) -> Vec<(Place, DocumentIx)> {
        let (nowhere, _) = place(Zoom::Month, Days::UNKNOWN);
        match self.pins {
            Some(pins) => pins.documents.iter().map(|(document, _)| (nowhere, *document)).collect(),
            None => (0..corpus.documents().len()).map(|at| (nowhere, DocumentIx::at(at))).collect(),
        }
    }

    /// The publications of the documents that report `events`, each as often as it does.
    fn reports(self, corpus: &Corpus, events: &[EventIx]) -> Vec<Mark> {
        let mut counts = vec![0_u32; corpus.documents().len()];
        for document in events.iter().flat_map(|at| self.reporting(corpus, *at)) {
            counts.get_mut(document.index()).into_iter().for_each(|count| *count += 1);
        }
        let reporting = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
        let mark = |(at, weight)| {
            let document = DocumentIx::at(at);
            Mark { of: Marked::Publication(document), days: corpus.publication(document).days, weight }
        };
        reporting.map(mark).collect()
    }
}

/// What differs, once each: an event of each of its days holds the same difference.
fn differing<'e>(events: impl Iterator<Item = &'e Event>) -> Vec<Differing> {
    let mut seen = HashSet::new();
    let all = events.flat_map(|event| &event.differs);
    let first = |differs: &Differs| {
        Some((
            differs.what,
            differs.sides.first()?.claims.first()?.span,
            differs.sides.first()?.claims.first()?.passage,
        ))
    };
    all.filter(|differs| seen.insert(first(differs))).map(|differs| differs.what).collect()
}

fn is_undated(row: &TimelineRow, days: Days) -> bool {
    match row {
        TimelineRow::Undated(_) | TimelineRow::Publication { .. } => days.is_unknown(),
        TimelineRow::Event(_) | TimelineRow::Group(..) => false,
    }
}
