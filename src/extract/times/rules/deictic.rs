//! "today", "yesterday", "tomorrow", "tonight", "overnight", and parts of the day that hang on another expression.

use crate::calendar::{PartOfDay, Precision, Time};

use super::super::found::{Core, How, Lead};
use super::super::lexicon::Word;
use super::super::sentence::Sentence;

/// A word that counts from the publication, with the part of the day that may follow.
pub(super) fn rule(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let days = match s.word(at) {
        Word::Today => 0,
        Word::Yesterday => -1,
        Word::Tomorrow => 1,
        Word::Tonight => return Some(counted(at + 1, 0, Some(PartOfDay::Night))),
        Word::Overnight => return Some(counted(at + 1, 0, Some(PartOfDay::Night)).sure(60)),
        _ => return None,
    };
    // "USA Today", "Psychology Today".
    if s.name_at(at).is_some() || (s.is_capitalized(at) && at > 0 && s.is_capitalized(at - 1)) {
        return None;
    }
    match s.word(at + 1) {
        Word::Part(part) => Some(counted(at + 2, days, Some(part))),
        _ => Some(counted(at + 1, days, None)),
    }
}

fn counted(end: usize, days: i32, part: Option<PartOfDay>) -> Core {
    Core::publication(end, Precision::Day, days, "counted from publication").at(part.map(Time::Part))
}

/// "early evening the following day", "mid-afternoon yesterday", "the morning", "late afternoon".
pub(super) fn part(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let Word::Part(part) = s.word(at) else { return None };
    let next = at + 1 + usize::from(s.word(at + 1) == Word::Of || s.is(at + 1, &["on"]));
    if let Some(day) = super::day(s, next) {
        return Some(Core { takes_the: true, ..day.at(Some(Time::Part(part))) });
    }
    let is_narrowed = lead.start < at && lead.the.is_none();
    let is_in_the = lead.the.is_some_and(|the| the + 1 == at)
        && (s.word_before(lead.start) == Word::In || s.is(lead.start.wrapping_sub(1), &["during"]));
    let core = Core::back(at + 1, How::Moved(Precision::Day, 0), "part of a day").at(Some(Time::Part(part)));
    (is_narrowed || is_in_the).then(|| {
        core.or(crate::calendar::Symbolic::from_publication(Precision::Day, 0).at(Some(Time::Part(part)))).sure(55)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn counted_from_the_publication() {
        check("[Yesterday=2017-01-13] it rained; [today=2017-01-14] and [tomorrow night=2017-01-15TNI] it won't.");
        check("She read it in USA Today.");
        check("It came [late yesterday=2017-01-13].");
    }

    #[test]
    fn parts_of_another_day() {
        check("They met on [Dec. 27=2016-12-27]. Before [early evening the following day=2016-12-28TEV] all had left.");
    }
}
