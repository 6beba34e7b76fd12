//! The part of a date that is certain, as an ISO 8601 prefix: what goes into formats that know neither EDTF nor doubt.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{Date, Days, Doubt, End, Modifier, When};
use crate::model::Publication;

/// A time as programs take it that know only certain dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Certain {
    /// "2016", "2016-12" or "2016-12-29": it fell within this.
    Date(String),
    /// From the one to the other; an end that is not certain is left out.
    Interval(Option<String>, Option<String>),
}

/// What is certain of a time.
pub(super) fn certain(when: When) -> Option<Certain> {
    match when {
        When::Date(date) => of_date(date).map(Certain::Date),
        When::Interval { from, to } => match (of_end(from), of_end(to)) {
            (None, None) => None,
            (from, to) => Some(Certain::Interval(from, to)),
        },
        When::Partial(partial) => of_days(partial.days).map(Certain::Date),
        When::Amount(_) | When::Vague(_) | When::Unknown => None,
    }
}

/// What is certain of a publication date: nothing, where it was inferred.
pub(super) fn published(publication: &Publication) -> Option<String> {
    if publication.is_inferred {
        return None;
    }
    match publication.value.and_then(certain) {
        Some(Certain::Date(date)) => Some(date),
        _ => of_days(publication.days),
    }
}

fn of_end(end: End) -> Option<String> {
    match end {
        End::Date(date) => of_date(date),
        End::Open | End::Unknown => None,
    }
}

/// Nothing is certain of a date that its source doubts, nor of "after" it.
fn of_date(date: Date) -> Option<String> {
    let is_certain = date.doubt() == Doubt::None && date.modifier() != Some(Modifier::After);
    if is_certain { of_days(date.days()) } else { None }
}

/// The year, month and day that all of these days share, as far as they share them.
fn of_days(days: Days) -> Option<String> {
    let (first, last): (NaiveDate, NaiveDate) = days.earliest.zip(days.latest)?;
    if first == last {
        Some(first.to_string())
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        Some(first.format("%Y-%m").to_string())
    } else {
        (first.year() == last.year()).then(|| first.format("%Y").to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Certain, certain};
    use crate::calendar::When;

    #[track_caller]
    fn check(edtf: &str, expected: Option<&str>) {
        let found = When::from_edtf(edtf).and_then(certain).map(|certain| match certain {
            Certain::Date(date) => date,
            Certain::Interval(from, to) => format!("{} to {}", from.unwrap_or_default(), to.unwrap_or_default()),
        });
        assert_eq!(found.as_deref(), expected, "{edtf}");
    }

    #[test]
    fn only_what_is_certain_is_told() {
        check("2016-12-29", Some("2016-12-29"));
        check("2016-12-29T14:00", Some("2016-12-29"));
        check("2016-12", Some("2016-12"));
        check("2016-12-XX", Some("2016-12"));
        check("2016", Some("2016"));
        check("2016-21", Some("2016"));
        check("201X", None);
        check("2016-12~", None);
        check("2016?", None);
        check("2016-12-15/2016-12-29", Some("2016-12-15 to 2016-12-29"));
        check("2016-12-15/..", Some("2016-12-15 to "));
        check("[2016-12-28..2016-12-29]", Some("2016-12"));
        check("[2016-12-28..2017-01-02]", None);
        check("XXXX-12-29", None);
    }
}
