//! The year of a month that the document states elsewhere: "Dec. 22, 2016" tells which December "late December" is.

use crate::calendar::{Base, Precision, Relative, Symbolic, When};
use chrono::Datelike;

use super::anchors::Candidate;
use super::found::Meaning;

/// Gives each month and day without a year the one year that the document states for the same month, if it states only one.
pub(super) fn settle(candidates: &mut [Candidate]) {
    let mut years: [Stated; 13] = [Stated::No; 13];
    for candidate in candidates.iter() {
        let Meaning::Said(Symbolic::Fixed(When::Date(date))) = candidate.core.meaning else { continue };
        if date.unit() > Precision::Month {
            continue;
        }
        let (Ok(year), month) = (u16::try_from(date.first().year()), date.first().month() as usize) else { continue };
        if let Some(stated) = years.get_mut(month) {
            *stated = match *stated {
                Stated::No => Stated::Once(year),
                Stated::Once(known) if known == year => Stated::Once(year),
                _ => Stated::Several,
            };
        }
    }
    for candidate in candidates {
        let Meaning::Said(Symbolic::Relative(relative)) = &mut candidate.core.meaning else { continue };
        settle_one(relative, &years);
    }
}

/// How often, and for which year, a document states a month with a year.
#[derive(Clone, Copy)]
enum Stated {
    No,
    Once(u16),
    Several,
}

fn settle_one(relative: &mut Relative, years: &[Stated; 13]) {
    let (Base::Day { month, year, .. } | Base::Month { month, year, .. }) = &mut relative.base else { return };
    if let Some(Stated::Once(stated)) = years.get(usize::from(*month)) {
        *year = Some(*stated);
    }
}
