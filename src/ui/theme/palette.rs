//! The built-in themes: which colours play which part.
//!
//! Lists of hues that all readers can tell apart: Okabe and Ito, "Color Universal Design", 2008. Contrasts: WCAG 2.2, 1.4.3 and
//! 1.4.6.

use ratatui::style::Color;

/// The colours of a theme, by the part that they play.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    /// Words.
    pub text: Color,
    /// Words that matter less.
    pub dim: Color,
    /// Lines and borders.
    pub line: Color,
    /// Everything behind a box.
    pub veil: Color,
    /// What lies behind everything.
    pub back: Color,
    /// Keys, and what is in focus.
    pub accent: Color,
    /// People.
    pub person: Color,
    /// Organizations.
    pub organization: Color,
    /// Places.
    pub place: Color,
    /// Times.
    pub time: Color,
    /// What contradicts.
    pub conflict: Color,
    /// Behind the row under the cursor.
    pub cursor: Color,
    /// The same in a pane that is not in focus.
    pub idle: Color,
    /// Behind a mention that `n` walks.
    pub walked: Color,
    /// Behind a mention that is only marked.
    pub marked: Color,
    /// Behind words that another document has too.
    pub shared: Color,
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Palette {
    pub(super) const DARK: Self = Self {
        text: rgb(0x00D5_D8DE),
        dim: rgb(0x007D_8490),
        line: rgb(0x003A_404A),
        veil: rgb(0x0050_5763),
        back: rgb(0x0016_181D),
        accent: rgb(0x0082_AAFF),
        person: rgb(0x006C_C0F5),
        organization: rgb(0x00F2_AE54),
        place: rgb(0x005F_D0A5),
        time: rgb(0x00D6_9AE0),
        conflict: rgb(0x00F2_7D72),
        cursor: rgb(0x002B_323E),
        idle: rgb(0x0021_252C),
        walked: rgb(0x005A_4A12),
        marked: rgb(0x002A_3646),
        shared: rgb(0x0032_2733),
    };

    pub(super) const LIGHT: Self = Self {
        text: rgb(0x0024_292F),
        dim: rgb(0x0062_6A75),
        line: rgb(0x00C3_C8CF),
        veil: rgb(0x009A_A1AB),
        back: rgb(0x00FB_FBF8),
        accent: rgb(0x001F_4FBF),
        person: rgb(0x0000_5FA3),
        organization: rgb(0x008F_4A00),
        place: rgb(0x0000_6B4F),
        time: rgb(0x007A_2E8E),
        conflict: rgb(0x00B3_261E),
        cursor: rgb(0x00D9_E4F6),
        idle: rgb(0x00EB_EEF2),
        walked: rgb(0x00FF_E08A),
        marked: rgb(0x00DF_EBF8),
        shared: rgb(0x00F3_E9F4),
    };

    pub(super) const HIGH_CONTRAST: Self = Self {
        text: rgb(0x00FF_FFFF),
        dim: rgb(0x00C8_CCD2),
        line: rgb(0x0090_969E),
        veil: rgb(0x0070_767E),
        back: rgb(0x0000_0000),
        accent: rgb(0x00FF_F04D),
        person: rgb(0x006F_D8FF),
        organization: rgb(0x00FF_BC5A),
        place: rgb(0x006C_FFB4),
        time: rgb(0x00FF_B0FF),
        conflict: rgb(0x00FF_9A90),
        cursor: rgb(0x0013_2A50),
        idle: rgb(0x0024_2A33),
        walked: rgb(0x003D_3000),
        marked: rgb(0x0023_3244),
        shared: rgb(0x0033_2038),
    };

    pub(super) const COLOUR_BLIND: Self = Self {
        text: rgb(0x00D8_DBE0),
        dim: rgb(0x0085_8C97),
        line: rgb(0x003A_404A),
        veil: rgb(0x0050_5763),
        back: rgb(0x0012_151B),
        accent: rgb(0x00F0_E442),
        person: rgb(0x0056_B4E9),
        organization: rgb(0x00FF_B000),
        place: rgb(0x0000_B28A),
        time: rgb(0x00F5_B5DD),
        conflict: rgb(0x00FF_6A2B),
        cursor: rgb(0x0026_3040),
        idle: rgb(0x001E_232B),
        walked: rgb(0x004A_3D0C),
        marked: rgb(0x0026_3445),
        shared: rgb(0x0030_2531),
    };
}
