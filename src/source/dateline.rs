//! The dateline that opens a report: "WARSAW (Jan. 13) —", "MANAGUA, 27 Aug 88 (Radio Coast) --", "OSLO (Coast News) -".

use crate::calendar::{Written, written};
use crate::text::{Span, Token, tokens};

/// What stands before the dash.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// When the report was filed, and where in the line it says so.
    pub(super) date: Option<(Span, Written)>,
    /// Who filed it, in parentheses. Untrusted.
    pub(super) outlet: Option<String>,
}

/// Bytes before the dash.
const LONGEST: usize = 120;

/// Reads the dateline at the beginning of `line`; `None` where there is none that says more than the place.
pub(super) fn dateline(line: &str) -> Option<Dateline> {
    let dashes = [" \u{2014} ", " \u{2013} ", " -- ", " - "];
    let dash = dashes.iter().filter_map(|dash| line.find(dash)).min().filter(|dash| *dash <= LONGEST)?;
    let line = line.get(..dash)?;
    // "Ada Lind (May 2, 1901 – June 3, 1977)" and "Ada Lind (May 2, 1901 to June 3, 1977) – " are lives, not datelines.
    let is_inside_parentheses = line.matches('(').count() > line.matches(')').count();
    let dates = written(line);
    if is_inside_parentheses || dates.len() > 1 {
        return None;
    }
    let all = tokens(line, Span::whole(line));
    let open = all.iter().position(|token| token.of(line) == "(");
    let close = all.iter().position(|token| token.of(line) == ")");
    let within = open.zip(close).and_then(|(open, close)| all.get(open + 1..close)).unwrap_or_default();
    let is_dated = |token: &Token| dates.iter().any(|(place, _)| place.contains(token.span));
    let fits = |token: &Token| !token.is_word() || token.is_capitalized() || is_dated(token) || within.contains(token);
    if !all.first()?.is_capitalized() || !all.iter().all(fits) {
        return None;
    }
    let named = within.first().zip(within.last()).filter(|_| !within.iter().any(is_dated));
    // A country in parentheses ("Managua (Nicaragua), 27 Aug 88 (Radio Coast)") is not who filed it: the last pair is.
    let outlet = match line.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')) {
        Some((last, _)) if named.is_some() && written(last).is_empty() => Some(last.trim().to_owned()),
        _ => None,
    };
    let date = dates.first().copied();
    (date.is_some() || outlet.is_some()).then_some(Dateline { date, outlet })
}

#[cfg(test)]
mod tests {
    use super::dateline;
    use crate::calendar::{When, Written};

    /// The date as EDTF or `month-day`, and the outlet.
    fn check(line: &str, expected: Option<(Option<&str>, Option<&str>)>) {
        let found = dateline(line).map(|found| {
            let date = found.date.map(|(_, date)| match date {
                Written::Full(when) => When::edtf(when).unwrap_or_default(),
                Written::Yearless { month, day } => format!("{month}-{day}"),
            });
            (date, found.outlet)
        });
        let expected = expected.map(|(date, outlet)| (date.map(str::to_owned), outlet.map(str::to_owned)));
        assert_eq!(found, expected, "{line:?}");
    }

    #[test]
    fn datelines_give_a_date_or_an_outlet() {
        check("WARSAW (Jan. 13) \u{2014} The harbour is shut.", Some((Some("1-13"), None)));
        check(
            "Managua (Nicaragua), 27 Aug 88 (Radio Coast) -- [Text] A ship",
            Some((Some("1988-08-27"), Some("Radio Coast"))),
        );
        check("OSLO, January 13, 2017 \u{2013} A ship", Some((Some("2017-01-13"), None)));
        check("OSLO (Coast News) - A ship has sailed.", Some((None, Some("Coast News"))));
    }

    #[test]
    fn the_dates_of_a_life_are_none() {
        check("Ada Lind (November 11, 1914 \u{2013} August 25, 2011) was a pilot \u{2013} and a clerk.", None);
        check("Ada Lind (11 November 1914 / 25 August 2011) \u{2013} a pilot.", None);
        check("Ada Lind (b. Oslo (Norway), 11 November 1914 \u{2014} 25 August 2011) was a pilot.", None);
    }

    #[test]
    fn a_place_alone_or_prose_is_none() {
        check("WARSAW \u{2014} The harbour is shut.", None);
        check("The ship (a trawler) sailed on Jan. 13 \u{2014} too late.", None);
        check("Nothing here", None);
    }
}
