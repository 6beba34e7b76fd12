//! The roles of a theme by name, for themes that readers write.

use ratatui::style::Style;

use super::Theme;

/// The styles of a theme by the names of the roles that they play.
type Role = (&'static str, fn(&mut Theme) -> &mut Style);

const ROLES: [Role; 24] = [
    ("screen", |theme| &mut theme.screen),
    ("veil", |theme| &mut theme.veil),
    ("text", |theme| &mut theme.text),
    ("strong", |theme| &mut theme.strong),
    ("dim", |theme| &mut theme.dim),
    ("line", |theme| &mut theme.line),
    ("focus", |theme| &mut theme.focus),
    ("chip", |theme| &mut theme.chip),
    ("person", |theme| &mut theme.person),
    ("organization", |theme| &mut theme.organization),
    ("place", |theme| &mut theme.place),
    ("time", |theme| &mut theme.time),
    ("conflict", |theme| &mut theme.conflict),
    ("notice", |theme| &mut theme.notice),
    ("cursor", |theme| &mut theme.cursor),
    ("idle-cursor", |theme| &mut theme.idle_cursor),
    ("walked", |theme| &mut theme.walked),
    ("marked", |theme| &mut theme.marked),
    ("shared", |theme| &mut theme.shared),
    ("caret", |theme| &mut theme.caret),
    ("noted", |theme| &mut theme.noted),
    ("reworded", |theme| &mut theme.reworded),
    ("doubtful", |theme| &mut theme.doubtful),
    ("fitting", |theme| &mut theme.fitting),
];

impl Theme {
    /// The names of all roles.
    pub fn roles() -> impl Iterator<Item = &'static str> {
        ROLES.iter().map(|(name, _)| *name)
    }

    /// The style that plays the role of that name.
    pub fn role(&mut self, name: &str) -> Option<&mut Style> {
        ROLES.iter().find(|(role, _)| *role == name).map(|(_, style)| style(self))
    }
}
