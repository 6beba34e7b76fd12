//! Where an item of the timeline stands: its place in the order, and the group that it lies in.
//!
//! What covers a whole month or year stands at its head, not on its first day; what may lie in several units stands behind those
//! that begin in the same one.

use chrono::NaiveDate;

use crate::calendar::{Date, Days, End, When};

use super::zoom::Zoom;

/// A place in the order of the timeline. What has no place on the calendar comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    is_undated: bool,
    /// First day of the unit that it begins in.
    unit: Option<NaiveDate>,
    reach: Reach,
    earliest: Option<NaiveDate>,
    width: i64,
}

/// How far an item reaches, in the order in which they stand in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// All of a coarser unit.
    Coarser,
    /// All of the unit.
    Whole,
    /// A part of it.
    Part,
    /// From this unit into others, or it is not known how far.
    Beyond,
}

impl Place {
    /// Whether no single unit of the list is known to hold its beginning.
    pub(super) fn is_coarse(self) -> bool {
        self.is_undated || self.reach == Reach::Coarser
    }
}

/// The place of a time, and the name of its group: a stretch stands where its beginning does.
pub(super) fn place_of(zoom: Zoom, when: When) -> (Place, String) {
    let (own, group) = place(zoom, when.days());
    match when {
        When::Interval { from: End::Date(from), .. } if own.reach == Reach::Beyond => {
            let (begins, group) = place(zoom, from.days());
            let reach = if begins.is_coarse() { begins.reach } else { own.reach };
            (Place { reach, unit: begins.unit, ..own }, group)
        }
        _ => (own, group),
    }
}

/// The place of something of those days, and the name of its group.
pub(super) fn place(zoom: Zoom, days: Days) -> (Place, String) {
    let own = days.earliest.or(days.latest);
    let Some(own) = own else {
        let place = Place { is_undated: true, unit: None, reach: Reach::Part, earliest: None, width: 0 };
        return (place, "undated".to_owned());
    };
    let begins = zoom.unit(own).map(Date::days);
    let coarser = Zoom::ALL.into_iter().rev().filter(|unit| *unit < zoom);
    let whole = coarser.into_iter().find(|coarser| coarser.unit(own).is_some_and(|unit| unit.days() == days));
    let name = |day: NaiveDate| zoom.group(day).unwrap_or_default();
    let (reach, group) = match (whole, begins) {
        (Some(whole), _) => (Reach::Coarser, unstated(whole.group(own), zoom)),
        (None, Some(unit)) if days == unit => (Reach::Whole, name(own)),
        (None, Some(unit)) if days.must_lie_in(unit) => (Reach::Part, name(own)),
        // What may lie in a whole month and more is said of no week and no day.
        _ if zoom > Zoom::Month && is_wide(days) => (Reach::Coarser, unstated(Zoom::Month.group(own), zoom)),
        _ => (Reach::Beyond, name(own)),
    };
    // A coarser unit begins on a day of its own, which a week may hold.
    let unit = if reach == Reach::Coarser { Some(own) } else { begins.and_then(|unit| unit.earliest) };
    let days_wide = days.earliest.zip(days.latest).map_or(i64::MAX, |(first, last)| (last - first).num_days());
    // Of coarser units the coarsest stands first, of the rest the narrowest.
    let width = if reach == Reach::Coarser { -days_wide } else { days_wide };
    (Place { is_undated: false, unit, reach, earliest: Some(own), width }, group)
}

/// The group of what is known more coarsely than the timeline is divided: "2016, no month stated".
fn unstated(group: Option<String>, zoom: Zoom) -> String {
    format!("{}, no {} stated", group.unwrap_or_default(), zoom.name())
}

/// Whether it reaches over a month or more, or it is not known how far.
fn is_wide(days: Days) -> bool {
    let days = days.earliest.zip(days.latest).map(|(first, last)| (last - first).num_days());
    days.is_none_or(|days| days >= 27)
}

#[cfg(test)]
mod tests {
    use super::{Place, place_of};
    use crate::app::panes::timeline::zoom::Zoom;
    use crate::calendar::When;

    /// Values in any order, and what they are in the order of the timeline, each with its group.
    #[track_caller]
    fn check(zoom: Zoom, expected: &[(&str, &str)]) {
        let mut placed: Vec<(Place, String, &str)> = expected
            .iter()
            .rev()
            .map(|(_, edtf)| {
                let (place, group) = place_of(zoom, When::from_edtf(edtf).unwrap_or_default());
                (place, group, *edtf)
            })
            .collect();
        placed.sort();
        let shown: Vec<(&str, &str)> = placed.iter().map(|(_, group, edtf)| (group.as_str(), *edtf)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_month_stands_at_its_head() {
        check(
            Zoom::Month,
            &[
                ("2013, no month stated", "2013/.."),
                ("2013-05", "2013-05/.."),
                ("2016, no month stated", "2016"),
                ("2016-12", "2016-12"),
                ("2016-12", "2016-12-01"),
                ("2016-12", "2016-12-21/2016-12-31"),
                ("2016-12", "2016-12-29"),
                ("2016-12", "2016-12-30/2017-01-13"),
                ("2017-01", "2017-01-13"),
                ("undated", "XXXX-05-03"),
            ],
        );
        check(
            Zoom::Day,
            &[
                ("2016, no day stated", "2016"),
                ("2016-12, no day stated", "2016-12"),
                ("2016-12-01 Thu", "2016-12-01"),
                ("2016-12-21 Wed", "2016-12-21/2016-12-31"),
                ("2016-12, no day stated", "2016-12-30/2017-02-03"),
                ("2017-01, no day stated", "../2017-01"),
            ],
        );
        check(
            Zoom::Year,
            &[("2010s, no year stated", "201X"), ("2016", "2016"), ("2016", "2016-12"), ("2016", "2016-12-29/2018")],
        );
    }
}
