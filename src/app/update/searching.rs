//! Searches that are kept: saved under names in the casebook, and lists of them, one a line of a file.

use crate::app::pane::Pane;
use crate::app::picker::{Choosable, Leads, Picker, Purpose};
use crate::app::prompt::{Ask, Prompt};
use crate::app::search::sought;
use crate::app::state::{Overlay, State};
use crate::app::strand::counted;
use crate::model::Target;
use crate::report::rows;
use crate::text::visible;

use super::{going, opening, say};

/// Lines of a list that are looked up on the screen; the headless command takes all.
const MOST_LINES: usize = 1_000;

/// Asks for a name for what is searched.
pub(super) fn save(state: &mut State) {
    let sought = state.search.as_ref().and_then(|search| search.targets.first());
    let Some(Target::Phrase(query) | Target::Search(query)) = sought else {
        return say(state, "Nothing is searched: / or f, then save it");
    };
    let query = query.to_string();
    let prompt = Prompt::new("Save the search as".to_owned(), &query, &query, Ask::SaveSearch(query.clone()));
    state.overlay = Overlay::Prompt(Box::new(prompt));
}

/// Asks for the file of a list.
pub(super) fn ask_for_list(state: &mut State) {
    let about = "a file with a name or a query a line; # begins a remark";
    let last = state.list.clone();
    let prompt = Prompt::new("Search for each line of".to_owned(), about, &last, Ask::Batch);
    state.overlay = Overlay::Prompt(Box::new(prompt));
}

/// Shows what each line of a list came to.
pub(super) fn list(state: &mut State, file: &str, text: Result<String, String>) {
    let text = match text {
        Ok(text) => text,
        Err(why) => return say(state, &format!("{file}: {why}")),
    };
    file.clone_into(&mut state.list);
    let taken: String = text.lines().take(MOST_LINES).flat_map(|line| [line, "\n"]).collect();
    let rows = rows::batch(&state.corpus, &taken);
    let (wrong, silent) = (
        rows.iter().filter(|row| row.error().is_some()).count(),
        rows.iter().filter(|row| row.error().is_none() && row.hits() == 0).count(),
    );
    let items = rows.iter().map(|row| {
        let (query, told) = row.told();
        let label = if row.error().is_some() { "!".to_owned() } else { row.hits().to_string() };
        Choosable {
            label,
            words: visible(&query).into_owned(),
            detail: visible(&told).into_owned(),
            is_dim: row.hits() == 0,
            leads: Leads::Query(query),
        }
    });
    let left_out = text.lines().count().saturating_sub(MOST_LINES);
    let parts = [
        (rows.len(), counted(rows.len(), "line")),
        (silent, format!("{silent} found nowhere")),
        (wrong, format!("{wrong} can't be read")),
        (left_out, format!("{left_out} more only with search --batch")),
    ];
    let told: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let title = format!("{}: {}", visible(file), told.join(", "));
    state.overlay = Overlay::Picker(Box::new(Picker::new(Purpose::Batch, title, items.collect())));
}

/// Searches, and opens the passages where there are any.
pub(super) fn look_through(state: &mut State, query: &str) {
    opening::go_to(state, sought(query));
    if state.search.as_ref().is_some_and(|search| !search.hits.is_empty()) {
        going::focus(state, Pane::Passages);
    }
}
