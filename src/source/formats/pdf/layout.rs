//! Letters at places on a page -> lines and paragraphs, in the order in which the page sets them.
//!
//! It knows no PDF: a letter has a place along its line, a place across it, an advance and a size, all in the same unit.

/// A letter, or a few that are set as one ("ﬁ").
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    pub(super) text: String,
    /// Along the line.
    pub(super) x: f64,
    /// Across the lines: the base line, growing downward.
    pub(super) y: f64,
    /// How far the next letter stands from `x` where nothing is between.
    pub(super) advance: f64,
    /// Of the font.
    pub(super) size: f64,
}

/// A line of letters.
#[derive(Clone, Debug, Default)]
struct Line {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

/// Of the size: a wider gap is a blank.
const BLANK: f64 = 0.18;
/// Of the size: letters further apart across the line stand on different lines. Raised and lowered ones stay.
const RAISED: f64 = 0.55;
/// Of the size: a gap that no blank makes parts columns and cells.
const COLUMN: f64 = 3.0;
/// Of the size: lines further apart are different paragraphs.
const LEADING: f64 = 1.75;
/// Of the width of a column: a line that ends before it is the last of its paragraph.
const FULL: f64 = 0.8;

/// The text of a page: paragraphs divided by blank lines.
pub(super) fn text(letters: &[Letter]) -> String {
    paragraphs(&lines(letters))
}

fn lines(letters: &[Letter]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for letter in letters.iter().filter(|letter| letter.x.is_finite() && letter.y.is_finite()) {
        let size = letter.size.max(0.1);
        let gap = lines.last().map(|line| (letter.x - line.right, (letter.y - line.y).abs()));
        let goes_on = gap.filter(|(along, across)| {
            let largest = lines.last().map_or(size, |line| line.size.max(size));
            *across < RAISED * largest && (-largest..COLUMN * largest).contains(along)
        });
        let is_blank = letter.text.chars().all(char::is_whitespace);
        match (goes_on, lines.last_mut()) {
            (Some((along, _)), Some(line)) => {
                let is_apart = along > BLANK * size && !line.text.ends_with(char::is_whitespace);
                if (is_apart || is_blank) && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
                if !is_blank {
                    line.text.push_str(&letter.text);
                }
                line.right = line.right.max(letter.x + letter.advance);
                line.left = line.left.min(letter.x);
            }
            _ if is_blank => {}
            _ => lines.push(Line {
                text: letter.text.clone(),
                left: letter.x,
                right: letter.x + letter.advance,
                y: letter.y,
                size,
            }),
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

fn paragraphs(lines: &[Line]) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let words = line.text.trim();
        let Some(before) = at.checked_sub(1).and_then(|before| lines.get(before)) else {
            text.push_str(words);
            continue;
        };
        match joint(lines, at, before, line) {
            Joint::Paragraph => text.push_str("\n\n"),
            Joint::Line => text.push('\n'),
            Joint::Blank => text.push(' '),
            // A word that was divided at the end of its line.
            Joint::Word => drop(text.pop()),
        }
        text.push_str(words);
    }
    text
}

/// What stands between a line and the one before it.
enum Joint {
    Paragraph,
    Line,
    Blank,
    Word,
}

fn joint(lines: &[Line], at: usize, before: &Line, line: &Line) -> Joint {
    let size = before.size.max(line.size);
    let down = line.y - before.y;
    let is_next = down > 0.0 && down < LEADING * size;
    let is_same_kind = before.size.min(line.size) > 0.85 * size;
    if !is_next || !is_same_kind {
        // Another cell of the same row.
        let is_beside = down.abs() < RAISED * size;
        return if is_beside { Joint::Line } else { Joint::Paragraph };
    }
    let (ends, begins) = (before.text.trim_end(), line.text.trim_start());
    let begins_small = begins.chars().next().is_some_and(char::is_lowercase);
    let is_left = (line.left - before.left).abs() < 4.0 * size;
    let right = column(lines, at);
    let is_full = before.right - before.left > FULL * (right - before.left.min(line.left));
    let mut last = ends.chars().rev();
    let is_divided =
        matches!(last.next(), Some('-' | '\u{AD}' | '\u{2010}')) && last.next().is_some_and(char::is_alphabetic);
    match () {
        () if !is_left => Joint::Line,
        () if is_divided && begins_small => Joint::Word,
        () if is_full || begins_small => Joint::Blank,
        () => Joint::Line,
    }
}

/// The right edge of the column that a line stands in: of the lines around it.
fn column(lines: &[Line], at: usize) -> f64 {
    let around = lines.get(at.saturating_sub(4)..(at + 5).min(lines.len())).unwrap_or_default();
    let left = lines.get(at).map_or(0.0, |line| line.left);
    let beside = around.iter().filter(|line| (line.left - left).abs() < 4.0 * line.size);
    beside.map(|line| line.right).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::{Letter, text};

    /// Lines of letters half as wide as high, each at its place.
    fn page(lines: &[(f64, f64, &str)]) -> Vec<Letter> {
        let line = |(x, y, words): &(f64, f64, &str)| {
            let (x, y) = (*x, *y);
            let set = (0_u32..).zip(words.chars()).filter(|(_, letter)| *letter != ' ');
            let set = set.map(move |(at, letter)| Letter {
                text: letter.to_string(),
                x: x + f64::from(at) * 5.0,
                y,
                advance: 5.0,
                size: 10.0,
            });
            set.collect::<Vec<_>>()
        };
        lines.iter().flat_map(line).collect()
    }

    fn check(lines: &[(f64, f64, &str)], expected: &str) {
        assert_eq!(text(&page(lines)), expected);
    }

    #[test]
    fn gaps_are_blanks_and_full_lines_go_on() {
        check(
            &[
                (0.0, 0.0, "The ship left the harbour bef-"),
                (0.0, 12.0, "ore the letter came, and nobody"),
                (0.0, 24.0, "knew of it."),
            ],
            "The ship left the harbour before the letter came, and nobody knew of it.",
        );
    }

    #[test]
    fn wide_leading_and_short_lines_end_a_paragraph() {
        check(
            &[(0.0, 0.0, "The ship left the harbour at noon."), (0.0, 30.0, "Nobody waved.")],
            "The ship left the harbour at noon.\n\nNobody waved.",
        );
        check(
            &[(0.0, 0.0, "To: Ada"), (0.0, 12.0, "From: Ben, who keeps the ledger")],
            "To: Ada\nFrom: Ben, who keeps the ledger",
        );
    }

    #[test]
    fn columns_stay_apart() {
        check(
            &[(0.0, 0.0, "left one"), (300.0, 0.0, "right one"), (0.0, 12.0, "left two")],
            "left one\nright one\nleft two",
        );
    }

    #[test]
    fn raised_letters_stay_in_their_line() {
        let mut letters = page(&[(0.0, 0.0, "on May 3"), (50.0, 0.0, "they left")]);
        letters.insert(6, Letter { text: "rd".into(), x: 40.0, y: -4.0, advance: 4.0, size: 6.0 });
        assert_eq!(text(&letters), "on May 3rd they left");
    }
}
