//! When a document was published, as far as it is proved.
//!
//! The best statement wins; without one, what limits the date is brought together: the copyright year, the last change, the dates
//! that the text tells as past ([`told`]) and the offices that it gives to people ([`offices`]). The latest date that a text mentions
//! is never taken for the date itself, and nothing is taken from a guess.

mod limits;
mod offices;
mod told;

use crate::calendar::{Days, Precision, When};
use crate::model::{Document, Extract, Provenance, Publication, PublicationCandidate};

use limits::Window;

/// The best of what is stated, else what the limits leave.
pub(super) fn publication(document: &Document, extract: &Extract) -> Publication {
    let mut candidates = document.metadata.published.clone();
    let latest_past = told::latest_past(document, extract).and_then(|limit| limits::hull(&limit.stretches).earliest);
    // A date in the article's own first lines that lies before what the text tells as past is no dateline.
    candidates.retain(|candidate| !is_in_prose(candidate, extract) || candidate.days.latest >= latest_past);
    if let Some(stated) = candidates.iter().find(|candidate| candidate.value.is_some()) {
        let (value, days) = (stated.value, stated.days);
        return Publication { value, days, is_inferred: false, candidates };
    }
    let window = window(document, extract);
    candidates.extend(window.shown.iter().cloned());
    let days = window.days();
    Publication { value: holding(days), days, is_inferred: !days.is_unknown(), candidates }
}

fn is_in_prose(candidate: &PublicationCandidate, extract: &Extract) -> bool {
    matches!(candidate.from, Provenance::Text(place) if told::narrative(extract, place.start).is_some())
}

/// The strongest limits first, for what contradicts them falls away: what the text tells as past weighs more than a copyright line,
/// which may be another page's, and both more than how people are called.
fn window(document: &Document, extract: &Extract) -> Window {
    let mut window = Window::new();
    window.take_all(told::latest_past(document, extract));
    for stated in document.metadata.published.iter().rev() {
        window.take_stated(stated.days);
    }
    window.take_all(offices::limits(document, extract));
    for yearless in [told::after_a_weekday, told::after_the_story] {
        window.take_all(yearless(document, extract, window.days()));
    }
    window
}

/// The day, month or year that all of `days` lie in.
fn holding(days: Days) -> Option<When> {
    let earliest = days.earliest?;
    [Precision::Day, Precision::Month, Precision::Year]
        .into_iter()
        .filter_map(|unit| When::holding(earliest, unit))
        .find(|when| days.must_lie_in(when.days()))
}

#[cfg(test)]
mod tests {
    use super::publication;
    use crate::calendar::{Days, Symbolic, When};
    use crate::model::{
        Anchor, Confidence, Document, Extract, ExtractedPassage, Metadata, Provenance, PublicationCandidate, Tense,
        TimeExpression, TimexType, ZoneLabel,
    };
    use crate::text::Span;

    fn candidate(edtf: &str, is_limit: bool) -> PublicationCandidate {
        let when = When::from_edtf(edtf).unwrap();
        let value = Some(when).filter(|_| !is_limit);
        PublicationCandidate { from: Provenance::Header, value, days: when.days(), why: String::new() }
    }

    /// `said` are dates of the text, told as past unless they end in "+".
    fn check(stated: &[PublicationCandidate], said: &[&str], value: Option<&str>, days: &str) {
        let text = "ship ".repeat(said.len());
        let whole = Span::whole(&text);
        let metadata = Metadata { published: stated.to_vec(), ..Metadata::default() };
        let document = Document { metadata, ..Document::of_body(&text) };
        let times = said.iter().zip(0_u32..).map(|(edtf, at)| TimeExpression {
            span: Span::new(at * 5, at * 5 + 4),
            kind: TimexType::Date,
            symbolic: Symbolic::Fixed(When::from_edtf(edtf.trim_end_matches('+')).unwrap()),
            anchor: Anchor::Absolute,
            tense: if edtf.ends_with('+') { Tense::Open } else { Tense::Past },
            rule: "full date",
            confidence: Confidence(90),
        });
        let passages = vec![ExtractedPassage { span: whole, zone: ZoneLabel::Body, paragraph: 1 }];
        let extract = Extract { passages, times: times.collect(), ..Extract::default() };
        let found = publication(&document, &extract);
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "-".into(), |day| day.to_string());
        assert_eq!(found.value.and_then(When::edtf).as_deref(), value);
        assert_eq!(format!("{} {}", day(found.days.earliest), day(found.days.latest)), days);
        assert_eq!(
            found.is_inferred,
            found.days != Days::UNKNOWN && found.candidates.iter().all(|kept| kept.value.is_none())
        );
    }

    #[test]
    fn a_statement_wins() {
        check(&[candidate("2017-03", false)], &["2016-12-22"], Some("2017-03"), "2017-03-01 2017-03-31");
        let both = [candidate("2017", true), candidate("2017-03-02", false)];
        check(&both, &[], Some("2017-03-02"), "2017-03-02 2017-03-02");
    }

    #[test]
    fn a_dateline_before_what_the_text_tells_as_past_is_none() {
        let dateline =
            |edtf| PublicationCandidate { from: Provenance::Text(Span::new(0, 4)), ..candidate(edtf, false) };
        check(&[dateline("1914-11-11")], &["2011-08-25"], None, "2011-08-25 -");
        check(&[dateline("2011-08-26")], &["2011-08-25"], Some("2011-08-26"), "2011-08-26 2011-08-26");
        check(&[dateline("2011-08-26")], &["2012-08-25+"], Some("2011-08-26"), "2011-08-26 2011-08-26");
    }

    #[test]
    fn the_latest_past_date_is_a_limit_and_never_the_date() {
        check(&[], &["2016-12-22", "2016-11", "2018-01-20+"], None, "2016-12-22 -");
        check(&[], &["2018-01-20+"], None, "- -");
        check(&[], &[], None, "- -");
    }

    #[test]
    fn limits_are_brought_together() {
        check(&[candidate("2017", true)], &["2016-12-22"], Some("2017"), "2017-01-01 2017-12-31");
        check(&[candidate("2017", true)], &["2017-12-04"], Some("2017-12"), "2017-12-04 2017-12-31");
        check(&[candidate("2015", true)], &["2016-12-22"], None, "2016-12-22 -");
    }
}
