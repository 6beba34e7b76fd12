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

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check_on;

    #[test]
    fn a_year_that_the_document_states_serves_where_the_publication_is_unknown() {
        let marked = "They called on [Dec. 22, 2016=2016-12-22]. In a [late December=2016-12] speech she spoke of [May 6=XXXX-05-06].";
        check_on("", marked);
    }

    #[test]
    fn two_stated_years_decide_nothing() {
        check_on("", "In [May 2015=2015-05] and [May 2016=2016-05] they met, and on [May 6=XXXX-05-06] again.");
    }
}
