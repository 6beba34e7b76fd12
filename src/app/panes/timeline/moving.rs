//! Moves along the calendar: by days, by the stretches of the bar, to a date.

use chrono::NaiveDate;

use crate::app::scroll::Direction;
use crate::calendar::{Date, Days, Fit};

use super::order::place;
use super::{Timeline, TimelineRow};
use crate::model::EventIx;

/// What a date was found to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// So many rows certainly lie in it, so many may.
    In {
        /// Certainly.
        certain: u32,
        /// Possibly.
        possible: u32,
    },
    /// Nothing; the cursor is on what comes next, or was last.
    Near,
    /// Nothing is dated at all.
    Nowhere,
}

impl Timeline {
    /// To the next day that something is dated to, or the one before. Whether there is one.
    pub fn step_day(&mut self, direction: Direction) -> bool {
        let days = self.days();
        let from = match direction {
            Direction::Down => days.earliest,
            Direction::Up => days.earliest.or(days.latest),
        };
        self.step(direction, from, from, Days::single)
    }

    /// To the next stretch of the bar that something lies in, or the one before. Whether there is one.
    pub fn step_bin(&mut self, direction: Direction) -> bool {
        let unit = self.bar.unit;
        let here = self.days().earliest.or(self.days().latest).and_then(|day| unit.unit(day)).map(Date::days);
        let (first, last) = here.map_or((None, None), |here| (here.earliest, here.latest));
        self.step(direction, first, last, |days| {
            let is_placed = days.latest.is_some() && !place(unit, days).0.is_coarse();
            days.earliest.filter(|_| is_placed)
        })
    }

    /// To the nearest row beyond `first` and `last` by `first_day`, in the direction.
    fn step(
        &mut self,
        direction: Direction,
        first: Option<NaiveDate>,
        last: Option<NaiveDate>,
        first_day: impl Fn(Days) -> Option<NaiveDate>,
    ) -> bool {
        let begun = || self.places.iter().enumerate().filter_map(|(row, days)| Some((first_day(*days)?, row)));
        let found = match direction {
            Direction::Down => begun().filter(|(day, _)| last.is_none_or(|last| *day > last)).min(),
            Direction::Up => {
                let nearest =
                    begun().filter(|(day, _)| first.is_none_or(|first| *day < first)).map(|(day, _)| day).max();
                // The first row of that stretch, as on the way down.
                let unit = nearest.and_then(|day| self.bar.unit.unit(day)).and_then(|unit| unit.days().earliest);
                let from =
                    nearest.map(|day| first_day(Days::on(day)).filter(|_| first == last).or(unit).unwrap_or(day));
                from.and_then(|from| begun().filter(|(day, _)| *day >= from && Some(*day) <= nearest).min())
            }
        };
        if let Some((_, row)) = found {
            self.scroll.cursor = row;
        }
        found.is_some()
    }

    /// To the first row that certainly lies in `days`, else the narrowest that may, else the nearest.
    pub fn go(&mut self, days: Days) -> Found {
        let fits = |fit: Fit| self.places.iter().enumerate().filter(move |(_, own)| own.fit(days) == Some(fit));
        let width =
            |days: &Days| days.earliest.zip(days.latest).map_or(i64::MAX, |(first, last)| (last - first).num_days());
        let narrowest = fits(Fit::Possibly).min_by_key(|(_, days)| width(days));
        if let Some((row, _)) = fits(Fit::Certainly).next().or(narrowest) {
            let count = |fit: Fit| fits(fit).count() as u32;
            let found = Found::In { certain: count(Fit::Certainly), possible: count(Fit::Possibly) };
            self.scroll.cursor = row;
            return found;
        }
        let after = days.latest.or(days.earliest);
        let begun = || self.places.iter().enumerate().filter_map(|(row, days)| Some((days.earliest?, row)));
        let nearest = begun().filter(|(day, _)| Some(*day) > after).min().or_else(|| begun().max());
        match nearest {
            Some((_, row)) => {
                self.scroll.cursor = row;
                Found::Near
            }
            None => Found::Nowhere,
        }
    }

    /// To the next event that `is_wanted`, or the one before. Whether there is one.
    pub fn step_event(&mut self, direction: Direction, is_wanted: impl Fn(EventIx) -> bool) -> bool {
        let is_it = |row: &TimelineRow| matches!(row, TimelineRow::Event(at) if is_wanted(*at));
        let cursor = self.scroll.cursor;
        let found = match direction {
            Direction::Down => (cursor + 1..self.rows.len()).find(|row| self.rows.get(*row).is_some_and(is_it)),
            Direction::Up => (0..cursor).rev().find(|row| self.rows.get(*row).is_some_and(is_it)),
        };
        if let Some(row) = found {
            self.scroll.cursor = row;
        }
        found.is_some()
    }

    /// To the first undated row. Whether there is one.
    pub fn go_undated(&mut self) -> bool {
        let undated = self.rows.iter().zip(&self.places).position(|(row, days)| match row {
            TimelineRow::Undated(_) | TimelineRow::Publication { .. } => days.is_unknown(),
            _ => false,
        });
        if let Some(row) = undated {
            self.scroll.cursor = row;
        }
        undated.is_some()
    }
}
