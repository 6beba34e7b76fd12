//! What states or limits the publication date, best first: the reader's own word, the address, the file's name, the page's date
//! line, its dateline, the copyright year.
//!
//! Nothing is guessed: never the file's time on disk, never the latest date that the text mentions. What the dates in the text
//! prove is worked out later, for it takes all documents.

use chrono::NaiveDate;

use crate::calendar::{Days, When, Written, written};
use crate::model::{Note, Provenance, PublicationCandidate};
use crate::text::{Span, fold};

use super::copyright::Copyright;
use super::dateline::dateline;
use super::statement::{Dated, Tells};

/// What is stated outside of the text: a value that a reader wrote.
pub(super) fn stated(value: &str, from: Provenance, notes: &mut Vec<Note>) -> Option<PublicationCandidate> {
    let when = When::from_edtf(value)
        .or_else(|| written(value).first().and_then(|(_, date)| date.in_year(None)))
        .filter(|when| !when.days().is_unknown());
    let (place, why) = match from {
        Provenance::Sidecar => ("metadata.csv", "stated in metadata.csv"),
        _ => ("its header", "stated in the header"),
    };
    if when.is_none() {
        let advice = "write it as 2017-03-02, 2017-03 or 2017";
        notes.push(Note(format!("published {value:?} in {place} is no date that is understood: {advice}")));
    }
    when.map(|when| candidate(when, from, why))
}

/// What the file's own metadata state: a date, with or without a time of the day, as it was where it was written.
pub(super) fn embedded(dated: &Dated) -> Option<PublicationCandidate> {
    let day =
        dated.value.get(..DAY).filter(|_| dated.value.get(DAY..).is_some_and(|rest| rest.starts_with(['T', ' '])));
    let when = When::from_edtf(day.unwrap_or(&dated.value))
        .or_else(|| written(&dated.value).first().and_then(|(_, date)| date.in_year(None)))
        .filter(|when| !when.days().is_unknown())?;
    let days = when.days();
    Some(match dated.tells {
        Tells::Day => candidate(when, Provenance::Embedded, dated.why),
        Tells::Earliest => limit(Days { latest: None, ..days }, Provenance::Embedded, dated.why),
        Tells::Latest => limit(Days { earliest: None, ..days }, Provenance::Embedded, dated.why),
    })
}

/// Bytes of a day in ISO 8601.
const DAY: usize = 10;

/// A date in an address ("/2017/01/13/").
pub(super) fn address(url: &str, from: Provenance) -> Option<PublicationCandidate> {
    numeric(url).map(|when| candidate(when, from, "date in the address"))
}

/// A date in the file's path below the given folder.
pub(super) fn file_name(file: &str) -> Option<PublicationCandidate> {
    numeric(file).map(|when| candidate(when, Provenance::FileName, "date in the file's name"))
}

/// The dates of a date line or byline at `place`; without a year they take `year`, the copyright line's.
pub(super) fn date_line(text: &str, place: Span, year: Option<i32>) -> Vec<PublicationCandidate> {
    let line = place.of(text);
    let mut before = 0;
    let mut found = Vec::new();
    for (date, value) in written(line) {
        let label = fold(Span::new(before, date.start).of(line));
        before = date.end;
        let span = Span::new(place.start + date.start, place.start + date.end);
        let Some(when) = value.in_year(year) else { continue };
        let is_update = ["updated", "modified"].iter().any(|word| label.contains(word));
        found.push(if is_update {
            // What was changed on a day was published on it or before.
            limit(Days { earliest: None, ..when.days() }, Provenance::Text(span), "date of its last change")
        } else {
            candidate(when, Provenance::Text(span), with_year(value, "date line"))
        });
    }
    found
}

/// The date in the dateline of the line at `place`.
pub(super) fn from_dateline(text: &str, place: Span, year: Option<i32>) -> Option<PublicationCandidate> {
    let (span, date) = dateline(place.of(text))?.date?;
    let span = Span::new(place.start + span.start, place.start + span.end);
    Some(candidate(date.in_year(year)?, Provenance::Text(span), with_year(date, "dateline")))
}

/// The years of a copyright line limit the date, no more: a page's footer may be younger than the article.
pub(super) fn from_copyright(copyright: &Copyright, place: Span) -> Option<PublicationCandidate> {
    let first = NaiveDate::from_ymd_opt(copyright.years.0, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(copyright.years.1, 12, 31)?;
    Some(limit(Days::between(first, last), Provenance::Text(place), "copyright year"))
}

fn with_year(date: Written, why: &'static str) -> &'static str {
    match (date, why) {
        (Written::Full(_), _) => why,
        (Written::Yearless { .. }, "dateline") => "dateline, year from the copyright line",
        (Written::Yearless { .. }, _) => "date line, year from the copyright line",
    }
}

fn candidate(when: When, from: Provenance, why: &str) -> PublicationCandidate {
    PublicationCandidate { from, value: Some(when), days: when.days(), why: why.into() }
}

fn limit(days: Days, from: Provenance, why: &str) -> PublicationCandidate {
    PublicationCandidate { from, value: None, days, why: why.into() }
}

/// A full date in figures, year first, as paths have it: words and other forms in a path are its subject, not its date.
fn numeric(path: &str) -> Option<When> {
    let is_figures = |place: Span| place.of(path).chars().all(|c| !c.is_alphabetic());
    let is_apart = |place: Span| {
        let before = Span::new(place.start.saturating_sub(1), place.start).of(path);
        !before.ends_with(|c: char| c.is_alphanumeric())
    };
    let dates =
        written(path).into_iter().filter(|(place, _)| is_figures(*place) && is_apart(*place) && place.len() >= 8);
    dates
        .into_iter()
        .find_map(|(place, date)| date.in_year(None).filter(|_| place.of(path).get(..4).is_some_and(is_year)))
}

fn is_year(figures: &str) -> bool {
    figures.parse::<u32>().is_ok_and(|year| (1900..=2199).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::{date_line, file_name, from_dateline, stated};
    use crate::calendar::When;
    use crate::model::{Provenance, PublicationCandidate};
    use crate::text::Span;

    fn shown(candidate: &PublicationCandidate) -> String {
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "..".into(), |day| day.to_string());
        match candidate.value.and_then(When::edtf) {
            Some(value) => format!("{value} ({})", candidate.why),
            None => {
                format!("{}/{} ({})", day(candidate.days.earliest), day(candidate.days.latest), candidate.why)
            }
        }
    }

    fn check<'c>(candidates: impl IntoIterator<Item = &'c PublicationCandidate>, expected: &[&str]) {
        let found: Vec<String> = candidates.into_iter().map(shown).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn file_names_state_full_dates_in_figures_only() {
        check(&file_name("2017/01/13/story.txt"), &["2017-01-13 (date in the file's name)"]);
        check(&file_name("sea-2017-01-13-ledger.txt"), &["2017-01-13 (date in the file's name)"]);
        check(&file_name("20170113_ledger.txt"), &["2017-01-13 (date in the file's name)"]);
        for none in [
            "report-2016-12.txt",
            "2018_104-10001-10015.md",
            "call-of-dec-29-2016.txt",
            "000_47b3140ffab561c6.txt",
            "1-2-2017.txt",
        ] {
            check(&file_name(none), &[]);
        }
    }

    #[test]
    fn date_lines_tell_published_from_updated() {
        let line = "Published Jan. 13, 2017 Updated January 15, 2017";
        check(
            &date_line(line, Span::whole(line), None),
            &["2017-01-13 (date line)", "../2017-01-15 (date of its last change)"],
        );
        let line = "Posted on Jan. 13";
        check(&date_line(line, Span::whole(line), None), &[]);
        check(
            &date_line(line, Span::whole(line), Some(2017)),
            &["2017-01-13 (date line, year from the copyright line)"],
        );
    }

    #[test]
    fn datelines_state_a_date() {
        let line = "OSLO, 27 Aug 88 (Coast News) -- A ship";
        check(&from_dateline(line, Span::whole(line), None), &["1988-08-27 (dateline)"]);
    }

    #[test]
    fn what_the_reader_states_may_be_coarse_but_not_obscure() {
        let mut notes = Vec::new();
        check(&stated("2017-03", Provenance::Sidecar, &mut notes), &["2017-03 (stated in metadata.csv)"]);
        check(&stated("2 March 2017", Provenance::Header, &mut notes), &["2017-03-02 (stated in the header)"]);
        assert!(notes.is_empty());
        check(&stated("soon", Provenance::Header, &mut notes), &[]);
        assert!(notes[0].0.starts_with("published \"soon\" in its header"), "{notes:?}");
    }
}
