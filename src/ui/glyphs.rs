//! [`Glyphs`]: signs that stand for things, in Unicode and in ASCII. All are one cell wide but those of the timeline.

use crate::app::{Grain, Sign, What};
use crate::model::Kind;

/// Signs that stand for things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// What letters may be written.
    pub letters: Letters,
    /// Person, organization, place, document, event.
    pub kinds: [&'static str; 5],
    /// Borders: corners from the upper left on, clockwise; then horizontal and vertical.
    pub border: [&'static str; 6],
    /// The row under the cursor.
    pub cursor: &'static str,
    /// The document that is being read.
    pub read: &'static str,
    /// A folded stretch.
    pub folded: &'static str,
    /// An open stretch.
    pub open: &'static str,
    /// The current passage, in the gutter.
    pub bar: &'static str,
    /// A place of what `n` walks, in the reader's border.
    pub tick: &'static str,
    /// The window, in the reader's border.
    pub thumb: &'static str,
    /// What is done, in a bar of progress.
    pub thumb_across: &'static str,
    /// Day, part of a day, part of a month, month or more, range, one day of a range, since, until, nowhere; three cells each.
    pub grains: [&'static str; 9],
    /// Inferred, or doubted by its source.
    pub inferred: &'static str,
    /// Sources differ.
    pub differs: &'static str,
    /// Approximate.
    pub approximate: &'static str,
    /// Only possible, in bars.
    pub possible: &'static str,
    /// The cursor's place below a bar: one stretch of it; first, between and last of several.
    pub place: [&'static str; 4],
    /// Heights from none to full.
    pub bars: [&'static str; 6],
    /// Between things in a line.
    pub dot: &'static str,
    /// What was cut off.
    pub cut: &'static str,
    /// Before the number of a paragraph.
    pub paragraph: &'static str,
    /// The cursor of a text field.
    pub caret: &'static str,
    /// A step in a path.
    pub step: &'static str,
    /// What lies behind.
    pub behind: &'static str,
    /// The reader's notes, tags and bookmarks.
    pub note: &'static str,
    /// Reviewed.
    pub reviewed: &'static str,
    /// Marked for a merge; picked out.
    pub chosen: &'static str,
    /// Of a column: the least first.
    pub falling: &'static str,
    /// Nothing here.
    pub none: &'static str,
    /// Nearly the same words.
    pub wording: &'static str,
    /// Words that another document has too, in the gutter.
    pub shared: &'static str,
}

/// What letters may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// All.
    All,
    /// Typographic quotes, dashes and the like as their ASCII selves; the letters of a text stay as they are.
    PlainSigns,
}

impl Letters {
    /// `shown` as it may be written; as wide as before.
    pub(super) fn written(self, shown: &str) -> &str {
        match (self, shown) {
            (Self::All, _) => shown,
            (_, "“" | "”" | "„" | "«" | "»") => "\"",
            (_, "‘" | "’") => "'",
            (_, "–" | "—" | "‑") => "-",
            (_, "…") => "~",
            (_, "·" | "•") => "*",
            (_, "×") => "x",
            (_, "§") => "p",
            (_, shown) => shown,
        }
    }
}

impl Glyphs {
    /// Geometric signs that most fonts have.
    pub const UNICODE: Self = Self {
        letters: Letters::All,
        kinds: ["●", "■", "▲", "▤", "◆"],
        border: ["╭", "╮", "╯", "╰", "─", "│"],
        cursor: "▸",
        read: "•",
        folded: "▸",
        open: "▾",
        bar: "▌",
        tick: "┥",
        thumb: "┃",
        thumb_across: "━",
        grains: [" ● ", " ◐ ", " ▬ ", " ▭ ", "├─┤", "├╌┤", "├╌▶", "◀╌┤", " · "],
        inferred: "?",
        differs: "≠",
        approximate: "≈",
        possible: "╌",
        place: ["▲", "├", "─", "┤"],
        bars: [" ", "▁", "▂", "▃", "▅", "▇"],
        dot: "·",
        cut: "…",
        paragraph: "§",
        caret: "█",
        step: "›",
        behind: "◂",
        note: "▪",
        reviewed: "✓",
        chosen: "✓",
        falling: "▴",
        none: "—",
        wording: "≡",
        shared: "≡",
    };

    /// ASCII only.
    pub const ASCII: Self = Self {
        letters: Letters::PlainSigns,
        kinds: ["P", "O", "L", "D", "E"],
        border: ["+", "+", "+", "+", "-", "|"],
        cursor: ">",
        read: "*",
        folded: ">",
        open: "v",
        bar: "#",
        tick: "<",
        thumb: "#",
        thumb_across: "#",
        grains: [" * ", " + ", " = ", " o ", "|-|", "|.|", "|->", "<-|", " . "],
        inferred: "?",
        differs: "!",
        approximate: "~",
        possible: "_",
        place: ["^", "|", "-", "|"],
        bars: [" ", ".", ":", "-", "=", "#"],
        dot: "-",
        cut: "~",
        paragraph: "p",
        caret: "_",
        step: ">",
        behind: "<",
        note: "*",
        reviewed: "v",
        chosen: "+",
        falling: "^",
        none: "-",
        wording: "#",
        shared: "=",
    };

    /// The sign of a kind of entity.
    pub const fn kind(&self, kind: Kind) -> &'static str {
        let [person, organization, place, ..] = self.kinds;
        match kind {
            Kind::Person => person,
            Kind::Organization => organization,
            Kind::Place => place,
        }
    }

    /// The sign of something that is found.
    pub const fn what(&self, what: What) -> &'static str {
        let [person, organization, place, document, event] = self.kinds;
        match what {
            What::Person => person,
            What::Organization => organization,
            What::Place => place,
            What::Document => document,
            What::Event => event,
            What::Text => "/",
        }
    }

    /// The sign of how much of the calendar a time covers, three cells wide.
    pub const fn grain(&self, grain: Grain) -> &'static str {
        let [day, part_of_day, part_of_month, months, range, between, since, until, nowhere] = self.grains;
        match grain {
            Grain::Day => day,
            Grain::PartOfDay => part_of_day,
            Grain::PartOfMonth => part_of_month,
            Grain::Months => months,
            Grain::Range => range,
            Grain::Between => between,
            Grain::Since => since,
            Grain::Until => until,
            Grain::Nowhere => nowhere,
        }
    }

    /// A sign of the timeline.
    pub const fn sign(&self, sign: Sign) -> &'static str {
        match sign {
            Sign::Grain(grain) => self.grain(grain),
            Sign::Approximate => self.approximate,
            Sign::Unsure => self.inferred,
            Sign::Possible => self.possible,
        }
    }

    /// The bar of `count`, of which `most` is a full one; anything above nothing shows.
    pub fn bar(&self, count: u32, most: u32) -> &'static str {
        let full = self.bars.len() as u32 - 1;
        let height = if count == 0 { 0 } else { (count.min(most.max(1)) * full).div_ceil(most.max(1)) };
        self.bars.get(height as usize).copied().unwrap_or(" ")
    }

    /// Bars as high as `counts`, of which `most` is a full one; anything above nothing shows.
    pub fn spark(&self, counts: &[u32], most: u32) -> String {
        counts.iter().map(|count| self.bar(*count, most)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Glyphs;
    use crate::text::width;

    #[test]
    fn every_sign_is_one_cell_wide() {
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let single = [
                glyphs.cursor,
                glyphs.read,
                glyphs.folded,
                glyphs.open,
                glyphs.bar,
                glyphs.tick,
                glyphs.thumb,
                glyphs.inferred,
                glyphs.differs,
                glyphs.approximate,
                glyphs.possible,
                glyphs.dot,
                glyphs.cut,
                glyphs.paragraph,
                glyphs.caret,
                glyphs.step,
                glyphs.behind,
            ];
            let all = glyphs.kinds.into_iter().chain(glyphs.border).chain(glyphs.place).chain(glyphs.bars);
            for sign in all.chain(single) {
                assert_eq!(width(sign), 1, "{sign:?}");
            }
            assert!(glyphs.grains.iter().all(|sign| width(sign) == 3));
        }
        assert!(format!("{:?}", Glyphs::ASCII).is_ascii());
    }

    #[test]
    fn bars_show_little_but_never_nothing() {
        assert_eq!(Glyphs::UNICODE.spark(&[0, 1, 50, 100], 100), " ▁▃▇");
        assert_eq!(Glyphs::ASCII.spark(&[3], 0), "#");
    }
}
