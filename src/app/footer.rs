//! The footer: the keys that matter here and now, out of the table of commands.

use super::commands::{
    Calendar, Choose, Command, Compare, Context, Go, Keymap, List, Move, Open, Program, Read, TABLE, Tray, Walk, Work,
    hints as here,
};
use super::finder::Purpose as FinderPurpose;
use super::picker::Purpose;
use super::prompt::Ask;
use super::state::{Overlay, State};

/// A key and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The keys.
    pub keys: String,
    /// What they do.
    pub words: &'static str,
}

/// The hints for what is in focus, most useful first, and the one that always stands last.
pub fn hints(state: &State) -> (Vec<Hint>, Hint) {
    let contexts = state.contexts();
    let keymap = &state.settings.keymap;
    let inner = contexts.first().copied().unwrap_or(Context::Main);
    // Only the finder's choices are of several kinds.
    let is_palette = matches!(state.overlay(), Overlay::Guide(_));
    let has_kinds = match state.overlay() {
        Overlay::Prompt(prompt) => matches!(prompt.ask, Ask::Rename(..)),
        Overlay::Picker(picker) => matches!(picker.purpose, Purpose::Casework(_)),
        _ => !is_palette,
    };
    let is_note = !matches!(state.overlay(), Overlay::Prompt(prompt) if !prompt.is_note());
    let fits = |command: &&Command| match command {
        Command::Choose(Choose::Kind) => has_kinds,
        Command::Work(Work::EditOutside) => is_note,
        Command::Calendar(Calendar::NextDifference) | Command::Compare(Compare::NextDifference) => {
            !state.timeline().differing.is_empty()
        }
        _ => true,
    };
    let said = |command: &Command| {
        let words = (*command == Command::Choose(Choose::Accept)).then(|| accepting(state.overlay())).flatten();
        hint(keymap, &contexts, *command).map(|hint| Hint { words: words.unwrap_or(hint.words), ..hint })
    };
    let hints = here(inner).iter().filter(fits).filter_map(said).collect();
    let last = match inner {
        Context::Search
        | Context::Filter
        | Context::Choices
        | Context::Help
        | Context::Text
        | Context::Prompt
        | Context::Casework => Program::StepBack.into(),
        _ => Command::Open(Open::Help),
    };
    let close = Hint { keys: "Esc".into(), words: "close" };
    (hints, hint(keymap, &contexts, last).filter(|hint| hint.keys != "Esc").unwrap_or(close))
}

/// What taking a choice does where it does more than go there.
const fn accepting(overlay: &Overlay) -> Option<&'static str> {
    Some(match overlay {
        Overlay::Prompt(_) => "save",
        Overlay::Finder(finder) => match finder.purpose {
            FinderPurpose::Merge(_) => "merge",
            FinderPurpose::Name(..) => "name",
            FinderPurpose::Go | FinderPurpose::Column(_) => return None,
        },
        Overlay::Picker(picker) => match picker.purpose {
            Purpose::Split(_) => "split off",
            Purpose::Tag(_) => "tag",
            Purpose::Batch => "passages",
            Purpose::Casework(_) => return None,
        },
        _ => return None,
    })
}

fn hint(keymap: &Keymap, contexts: &[Context], command: Command) -> Option<Hint> {
    let holds = |context: &Context| TABLE.iter().find(|e| e.command == command && e.contexts.contains(context));
    let entry = contexts.iter().find_map(holds)?;
    let shown = keymap.shown(entry);
    let first = shown.first()?.clone();
    let keys = match command {
        Command::Move(Move::Down) | Command::Choose(Choose::Next) if shown.iter().any(|keys| keys == "Down") => {
            "arrows".to_owned()
        }
        _ => match counterpart(command).and_then(|other| TABLE.iter().find(|entry| entry.command == other)) {
            Some(other) => format!("{first}/{}", keymap.shown(other).first()?),
            None => first,
        },
    };
    Some(Hint { keys, words: entry.short })
}

/// The command that goes the other way.
const fn counterpart(command: Command) -> Option<Command> {
    match command {
        Command::Walk(Walk::Next) => Some(Command::Walk(Walk::Previous)),
        Command::Go(Go::Back) => Some(Command::Go(Go::Forward)),
        Command::Read(Read::Next(stop)) => Some(Command::Read(Read::Previous(stop))),
        Command::Compare(Compare::NextPassage) => Some(Command::Compare(Compare::PreviousPassage)),
        Command::Compare(Compare::NextDifference) => Some(Command::Compare(Compare::PreviousDifference)),
        Command::Tray(Tray::Put) => Some(Command::Tray(Tray::Open)),
        Command::Tray(Tray::Later) => Some(Command::Tray(Tray::Earlier)),
        Command::List(List::Fold) => Some(Command::List(List::Unfold)),
        Command::Calendar(Calendar::Finer) => Some(Command::Calendar(Calendar::Coarser)),
        Command::Calendar(Calendar::NextDifference) => Some(Command::Calendar(Calendar::PreviousDifference)),
        Command::Calendar(Calendar::NextDay) => Some(Command::Calendar(Calendar::PreviousDay)),
        _ => None,
    }
}

impl From<Program> for Command {
    fn from(program: Program) -> Self {
        Self::Program(program)
    }
}

#[cfg(test)]
mod tests {
    use super::hints;
    use crate::app::geometry::Size;
    use crate::app::state::{Settings, State};

    #[test]
    fn the_first_screen_says_what_to_do() {
        let state = State::new(Size::LEAST, Settings::default());
        let (first, last) = hints(&state);
        let words = |hint: &super::Hint| format!("{} {}", hint.keys, hint.words);
        let shown: Vec<String> = first.iter().take(4).map(words).collect();
        assert_eq!(shown, ["arrows choose", "Enter every passage", "Tab next pane", "n/N next mention"]);
        assert_eq!(words(&last), "? help");
    }
}
