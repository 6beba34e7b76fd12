//! [`Bar`]: how many passages state events in each stretch of the calendar, fitted to the range of the list and to its place.

use chrono::{NaiveDate, TimeDelta};

use crate::app::strand::Strand;
use crate::calendar::{Days, Fit};
use crate::model::{DocumentIx, EventIx};

use super::zoom::Zoom;

/// Cells that a week or a day takes at least where the list is grouped by it.
const MAGNIFIED: usize = 3;
/// Cells that a stretch takes at most.
const WIDEST: usize = 6;

/// The density of the list along the calendar.
#[derive(Clone, Debug, Default)]
pub struct Bar {
    /// The stretches in sight, without gaps; none where nothing has a place on the calendar.
    pub bins: Vec<Bin>,
    /// Cells of each.
    pub cells: u16,
    /// The unit of each.
    pub unit: Zoom,
    /// Whether something lies before the first one.
    pub goes_before: bool,
    /// Whether something lies behind the last one.
    pub goes_after: bool,
    /// What it is made of.
    marks: Vec<Mark>,
    /// The cells that it was fitted to.
    width: usize,
    /// The unit of the groups that it was fitted to.
    zoom: Zoom,
    /// The range of the marks by that unit.
    range: Option<Days>,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Its days.
    pub days: Days,
    /// Passages that state events which certainly lie in it.
    pub certain: u32,
    /// Passages that state events which may lie in it.
    pub possible: u32,
    /// How many of `certain` state an event that shares passages with what is marked.
    pub lit: u32,
}

/// Something that has a place on the bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) of: Marked,
    pub(super) days: Days,
    /// Its passages.
    pub(super) weight: u32,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Marked {
    Event(EventIx),
    Publication(DocumentIx),
}

impl Bar {
    /// A bar of those marks, not yet fitted.
    pub(super) fn of(marks: Vec<Mark>) -> Self {
        Self { marks, ..Self::default() }
    }

    /// Fits it into `width` cells, so that it shows `at`. Whether anything has changed.
    pub(super) fn fit(&mut self, zoom: Zoom, width: usize, at: Option<NaiveDate>) -> bool {
        // The range takes a look at every mark: once for a list and a unit, not at every key.
        let known = self.range.filter(|_| self.zoom == zoom);
        let range = known.unwrap_or_else(|| self.range(zoom));
        self.range = Some(range);
        let is_shown = at.is_none_or(|at| self.bin_of(at).is_some() || !range.may_overlap(Days::on(at)));
        if (self.width, self.zoom) == (width, zoom) && is_shown {
            return false;
        }
        (self.width, self.zoom) = (width, zoom);
        self.bins.clear();
        if width == 0 {
            return true;
        }
        let shown = window(zoom, range, width, at);
        let finest = Zoom::ALL.into_iter().rev().take_while(|unit| *unit >= zoom);
        let fitting = finest.map(|unit| (unit, unit.units(shown, width + 1))).find(|(_, units)| units.len() <= width);
        let (unit, mut units) = fitting.unwrap_or_else(|| (zoom, zoom.units(shown, width)));
        units.truncate(width);
        self.unit = unit;
        self.cells = (width / units.len().max(1)).clamp(1, WIDEST) as u16;
        self.bins = units.into_iter().map(|days| Bin { days, certain: 0, possible: 0, lit: 0 }).collect();
        self.count();
        true
    }

    /// Counts anew what shares passages with `marked`.
    pub(super) fn light(&mut self, marked: &Strand) {
        self.bins.iter_mut().for_each(|bin| bin.lit = 0);
        let is_lit = |mark: &Mark| match mark.of {
            Marked::Event(at) => marked.shares.event(at) > 0,
            Marked::Publication(at) => marked.count_in(at) > 0,
        };
        for mark in self.marks.iter().filter(|mark| is_lit(mark)) {
            if let Some(at) = self.bin_holding(mark.days)
                && let Some(bin) = self.bins.get_mut(at)
            {
                bin.lit += mark.weight;
            }
        }
    }

    /// The stretch that holds `day`.
    pub fn bin_of(&self, day: NaiveDate) -> Option<usize> {
        let after = self.bins.partition_point(|bin| bin.days.earliest.is_some_and(|start| start <= day));
        let at = after.checked_sub(1)?;
        self.bins.get(at).filter(|bin| bin.days.latest.is_some_and(|end| day <= end)).map(|_| at)
    }

    /// The stretches that something of those days may lie in.
    pub fn bins_of(&self, days: Days) -> std::ops::Range<usize> {
        if days.is_unknown() {
            return 0..0;
        }
        let start = self.bins.partition_point(|bin| bin.days.latest < days.earliest);
        let end = days.latest.map_or(self.bins.len(), |last| {
            self.bins.partition_point(|bin| bin.days.earliest.is_some_and(|start| start <= last))
        });
        start..end.max(start)
    }

    /// The most passages that a stretch has for certain.
    pub fn most(&self) -> u32 {
        self.bins.iter().map(|bin| bin.certain).max().unwrap_or_default().max(1)
    }

    /// The range of what is dated at least as finely as the groups, else of all.
    pub(super) fn range(&self, zoom: Zoom) -> Days {
        let fine = || self.marks.iter().map(|mark| mark.days).filter(|days| zoom.holding(*days).is_some());
        if fine().next().is_some() { hull(fine()) } else { hull(self.marks.iter().map(|mark| mark.days)) }
    }

    fn bin_holding(&self, days: Days) -> Option<usize> {
        let at = self.bin_of(days.earliest?)?;
        self.bins.get(at).filter(|bin| days.must_lie_in(bin.days)).map(|_| at)
    }

    fn count(&mut self) {
        let whole = Days {
            earliest: self.bins.first().and_then(|bin| bin.days.earliest),
            latest: self.bins.last().and_then(|bin| bin.days.latest),
        };
        (self.goes_before, self.goes_after) = (false, false);
        for mark in &self.marks {
            let Mark { days, weight, .. } = *mark;
            self.goes_before |= days.earliest.is_none() || days.earliest < whole.earliest;
            self.goes_after |= days.latest.is_none_or(|last| whole.latest.is_some_and(|end| last > end));
            let bins = self.bins_of(days);
            for bin in self.bins.get_mut(bins).unwrap_or_default() {
                match days.fit(bin.days) {
                    Some(Fit::Certainly) => bin.certain += weight,
                    // What has an open end may lie anywhere: that says nothing of a single stretch.
                    Some(Fit::Possibly) if days.earliest.is_some() && days.latest.is_some() => bin.possible += weight,
                    Some(Fit::Possibly) | None => {}
                }
            }
        }
    }
}

/// From the first to the last of the days that are known.
fn hull(days: impl Iterator<Item = Days>) -> Days {
    days.fold(Days::UNKNOWN, |hull, days| {
        let (first, last) = (days.earliest.or(days.latest), days.latest.or(days.earliest));
        Days { earliest: hull.earliest.into_iter().chain(first).min(), latest: hull.latest.max(last) }
    })
}

/// The part of `range` around `at` that `width` cells can show by `zoom`.
fn window(zoom: Zoom, range: Days, width: usize, at: Option<NaiveDate>) -> Days {
    let (cells, days) = match zoom {
        Zoom::Decade => (1, 3652),
        Zoom::Year => (1, 365),
        Zoom::Month => (1, 30),
        Zoom::Week => (MAGNIFIED, 7),
        Zoom::Day => (MAGNIFIED, 1),
    };
    let most = (width / cells).max(1);
    let units = zoom.units(range, most + 1);
    let (Some(first), Some(last)) = (range.earliest, range.latest) else { return range };
    if units.len() <= most {
        return range;
    }
    let length = |units: usize| TimeDelta::days(i64::try_from(units).unwrap_or_default() * days);
    let start = at.unwrap_or(first).checked_sub_signed(length(most / 2)).unwrap_or(first);
    let latest_start = last.checked_sub_signed(length(most - 1)).unwrap_or(first).max(first);
    let start = start.clamp(first, latest_start);
    Days::between(
        start,
        zoom.units(Days::between(start, last), most).last().and_then(|unit| unit.latest).unwrap_or(last),
    )
}

#[cfg(test)]
mod tests {
    use super::{Bar, Mark, Marked};
    use crate::app::panes::timeline::zoom::Zoom;
    use crate::calendar::When;
    use crate::model::EventIx;

    fn bar(values: &[&str]) -> Bar {
        let marks = values.iter().enumerate().map(|(at, edtf)| {
            let days = When::from_edtf(edtf).map(When::days).unwrap();
            Mark { of: Marked::Event(EventIx::at(at)), days, weight: 1 }
        });
        Bar::of(marks.collect())
    }

    /// The bar as digits: passages that are certain, `?` where some are only possible.
    #[track_caller]
    fn check(values: &[&str], zoom: Zoom, width: usize, at: Option<&str>, expected: &str) {
        let mut bar = bar(values);
        bar.fit(zoom, width, at.map(|day| day.parse().unwrap()));
        let shown = bar.bins.iter().map(|bin| match (bin.certain, bin.possible) {
            (0, 0) => ".".to_owned(),
            (0, _) => "?".to_owned(),
            (certain, _) => certain.to_string(),
        });
        let (before, after) = (if bar.goes_before { "<" } else { "" }, if bar.goes_after { ">" } else { "" });
        assert_eq!(format!("{before}{}{after} {}", shown.collect::<String>(), bar.unit.name()), expected);
        assert!(bar.bins.len() * usize::from(bar.cells) <= width);
    }

    #[test]
    fn a_month_is_not_its_first_day() {
        check(
            &["2016-11", "2016-11-05", "2016-12-20"],
            Zoom::Month,
            60,
            None,
            "????1?????????????????????????...................1 day",
        );
        check(&["2016-11", "2016-11-05", "2016-12-20"], Zoom::Month, 4, None, "21 month");
    }

    #[test]
    fn what_is_dated_coarsely_does_not_stretch_the_range() {
        let values = ["2013/..", "2016-12-28", "2016-12-29", "2016-12-29", "2017-05-01/2019-05-01"];
        check(&values, Zoom::Month, 40, None, "<12> day");
    }

    #[test]
    fn a_long_range_is_shown_around_the_cursor() {
        let values = ["2016-01-01", "2016-06-15", "2016-06-17", "2017-01-01"];
        check(&values, Zoom::Day, 15, Some("2016-06-15"), "<..1.1> day");
        check(&values, Zoom::Day, 15, Some("2016-01-01"), "1....> day");
        check(&values, Zoom::Day, 15, Some("2017-01-01"), "<....1 day");
    }

    #[test]
    fn what_has_no_place_has_no_bar() {
        check(&[], Zoom::Month, 20, None, " day");
        check(&["2016-12-29"], Zoom::Month, 0, None, " month");
    }
}
