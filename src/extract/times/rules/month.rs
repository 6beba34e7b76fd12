//! Months: "December", "December 2016", "December last year". May and March only where a cue says that they are months.

use crate::calendar::{Base, Precision, Symbolic, Toward, When};
use crate::model::Kind;
use crate::text::Shape;

use super::super::found::{Core, How, Lead};
use super::super::lexicon::Word;
use super::super::sentence::Sentence;
use super::super::tense;
use super::calendar_day::month;
use super::year::year;

/// A month, with the year that may follow.
pub(super) fn rule(s: &Sentence<'_>, lead: &Lead, at: usize) -> Option<Core> {
    let (number, end) = month(s, at)?;
    if is_impossible_day(s, at) {
        return None;
    }
    let of = usize::from(s.word(end) == Word::Of);
    if let Some((number_of_year, after)) = year(s, s.past_comma(end) + of) {
        let first = chrono::NaiveDate::from_ymd_opt(number_of_year, u32::from(number), 1)?;
        let said = Symbolic::Fixed(When::holding(first, Precision::Month)?);
        return Some(Core::date(after, said, "month and year").sure(97));
    }
    if let Some((spelled, after)) = super::year::spelled_year(s, end) {
        let first = chrono::NaiveDate::from_ymd_opt(i32::from(spelled), u32::from(number), 1)?;
        return Some(Core::date(after, Symbolic::Fixed(When::holding(first, Precision::Month)?), "month and year"));
    }
    if !is_month(s, lead, at, number) {
        return None;
    }
    if let Some((years, after)) = super::relative::spoken_year(s, end) {
        let said = Symbolic::of(Base::Month { month: number, toward: Toward::Soon, year: None });
        return Some(Core::back(after, How::OfYear(said, years), "month of another year").or(said));
    }
    let toward = match (s.word(end), s.word(end + 1)) {
        (Word::Last, Word::Unit(crate::calendar::Unit::Year)) => return Some(of_year(number, end + 2, -1)),
        (Word::This, Word::Unit(crate::calendar::Unit::Year)) => return Some(of_year(number, end + 2, 0)),
        (Word::Next, Word::Unit(crate::calendar::Unit::Year)) => return Some(of_year(number, end + 2, 1)),
        _ => tense::of_year(s, lead.start, end),
    };
    Some(toward_month(number, end, toward))
}

/// The number before a month, which was no day of it: "30 February 2017" is no month either.
pub(super) fn is_impossible_day(s: &Sentence<'_>, at: usize) -> bool {
    let number = at.wrapping_sub(1);
    s.digits(number).is_some()
        && s.text(number).len() <= 2
        && !matches!(s.word_before(number), Word::Month(_) | Word::ShortMonth(_))
}

/// A month that is said to be of some year.
pub(super) fn toward(s: &Sentence<'_>, at: usize, toward: Toward) -> Option<Core> {
    let (number, end) = month(s, at)?;
    Some(toward_month(number, end, toward))
}

/// "this December": of the publication's own year.
pub(super) fn of_this_year(s: &Sentence<'_>, at: usize) -> Option<Core> {
    let (number, end) = month(s, at)?;
    Some(of_year(number, end, 0))
}

fn toward_month(month: u8, end: usize, toward: Toward) -> Core {
    Core::base(end, Base::Month { month, toward, year: None }, "month")
}

/// "December last year": that month of the year so many after the publication's.
fn of_year(month: u8, end: usize, years: i32) -> Core {
    Core::base(end, Base::MonthOfYear { month, years }, "month of a year")
}

/// Whether the name at `at` is a month and nobody's name, and no word.
fn is_month(s: &Sentence<'_>, lead: &Lead, at: usize, month: u8) -> bool {
    let before = s.word_before(at);
    let is_narrowed = lead.start < at && lead.the.is_none_or(|the| the + 1 != at);
    let has_cue = is_narrowed
        || matches!(
            before,
            Word::In
                | Word::Of
                | Word::Until
                | Word::Last
                | Word::Next
                | Word::This
                | Word::Each
                | Word::About
                | Word::Before
                | Word::After
                | Word::Month(_)
                | Word::Ordinal(_)
        )
        || s.is(at.wrapping_sub(1), &["since", "from", "during", "for"])
        || (s.is(at.wrapping_sub(1), &["and", "or", "to"])
            && matches!(s.word(at.wrapping_sub(2)), Word::Month(_) | Word::ShortMonth(_)))
        || (s.is(at + 1, &["and", "or", "to"]) && matches!(s.word(at + 2), Word::Month(_) | Word::ShortMonth(_)));
    let is_name = matches!(s.name_at(at), Some(Kind::Person)) || after_given_name(s, at);
    match s.word(at) {
        Word::ShortMonth(_) => has_cue && s.text(at + 1) == ".",
        Word::DoubtfulMonth(3) => (has_cue || !is_marching(s, at)) && !is_name && !is_organization(s, at),
        Word::DoubtfulMonth(_) => has_cue && !is_name && !is_subject(s, at),
        _ if s.month_people().has(month) => has_cue && !is_name,
        _ => !is_name,
    }
}

/// A capitalized word right before, which is no beginning of a sentence: "Theresa May", "Women's March".
fn after_given_name(s: &Sentence<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let is_word = s.word(before) == Word::Other && s.shape(before) == Some(Shape::Capital);
    is_word
        && (before > 0 || s.name_at(before).is_some())
        && !s.is(before, &["in", "on", "since", "from", "during", "for", "by"])
        || s.is_possessive(before)
}

fn is_organization(s: &Sentence<'_>, at: usize) -> bool {
    s.name_at(at) == Some(Kind::Organization) && s.is_capitalized(at + 1)
}

/// "the March on Washington", "March for Life", a march at the beginning of a sentence.
fn is_marching(s: &Sentence<'_>, at: usize) -> bool {
    s.is(at + 1, &["on", "for", "of", "to", "against"]) || at == 0
}

/// A person acts: "May criticized", "May's cabinet".
fn is_subject(s: &Sentence<'_>, at: usize) -> bool {
    s.is_possessive(at + 1)
        || (s.month_people().has(5)
            && matches!(s.word(at + 1), Word::PastVerb | Word::PastReport | Word::PresentVerb | Word::FutureCue))
}

#[cfg(test)]
mod tests {
    use crate::extract::times::marked::check;

    #[test]
    fn months_lean_to_the_past() {
        check("The ship sank in [December=2016-12] and [late November=2016-11].");
        check("A [February=2016-02] report named it; the fair will open in [April=2017-04].");
        check("They met in [June last year=2016-06] and in [March 2015=2015-03].");
    }

    #[test]
    fn may_may_be_a_name_or_a_verb() {
        check("Theresa May spoke. In a [late December=2016-12] speech, May criticized him.");
        check("It may rain in [May=2016-05]; May Lind said it would.");
        check("She resigned on [May 6=2016-05-06].");
        check("The talks ran from [April=2016-04] to [May=2016-05].");
    }

    #[test]
    fn a_march_is_no_month() {
        check("The Women's March and the March on Hull drew thousands in [March=2016-03].");
    }
}
