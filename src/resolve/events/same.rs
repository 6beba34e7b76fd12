//! Which statements of one time tell of one event: of the same kind of thing, by the same people.
//!
//! It compares statements of one time only; days that differ are compared afterwards, and never made one.

use std::collections::{HashMap, HashSet};

use crate::model::{DocumentIx, EntityIx, TimeIx};

/// How many kinds that share somebody are looked at for each statement.
const LOOKED_AT: usize = 32;

/// That a time dates something.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) time: TimeIx,
    /// The happening, where the time dates one.
    pub(super) told: Option<usize>,
    pub(super) document: DocumentIx,
    /// The time and what happened, as a number.
    pub(super) what: usize,
    /// Who takes part, ascending.
    pub(super) who: Vec<EntityIx>,
    /// Which event: filled in by [`tell_apart`].
    pub(super) kind: usize,
}

/// One event: of a time, of a kind, by certain people.
#[derive(Default)]
struct Kind {
    who: HashSet<EntityIx>,
    documents: HashSet<DocumentIx>,
}

/// Numbers the events and gives each statement its own; gives the number of the time and kind of each.
///
/// Statements that name most come first, for they tell best what is one; who names nobody joins its own document's, else the only one.
pub(super) fn tell_apart(statements: &mut [Statement]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..statements.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(statements.get(*at).map_or(0, |statement| statement.who.len())), *at));
    let mut kinds: Vec<Kind> = Vec::new();
    let mut whats = Vec::new();
    let mut of_what: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut of_who: HashMap<(usize, EntityIx), Vec<usize>> = HashMap::new();
    for at in order {
        let Some(statement) = statements.get_mut(at) else { continue };
        let what = statement.what;
        let shared: Vec<usize>;
        let candidates: &[usize] = if statement.who.is_empty() {
            of_what.get(&what).map(Vec::as_slice).unwrap_or_default()
        } else {
            let of = |who: &EntityIx| of_who.get(&(what, *who)).map(Vec::as_slice).unwrap_or_default();
            shared = statement.who.iter().flat_map(of).take(LOOKED_AT).copied().collect();
            &shared
        };
        let kind = choose(statement, candidates, &kinds).unwrap_or_else(|| {
            kinds.push(Kind::default());
            whats.push(what);
            of_what.entry(what).or_default().push(kinds.len() - 1);
            kinds.len() - 1
        });
        statement.kind = kind;
        let Some(own) = kinds.get_mut(kind) else { continue };
        own.documents.insert(statement.document);
        for who in &statement.who {
            if own.who.insert(*who) {
                of_who.entry((what, *who)).or_default().push(kind);
            }
        }
    }
    whats
}

/// The event that a statement tells of: the one with most of its people, of equals one of its own document.
fn choose(statement: &Statement, candidates: &[usize], kinds: &[Kind]) -> Option<usize> {
    let fitting = candidates.iter().take(LOOKED_AT).filter_map(|at| {
        let kind = kinds.get(*at)?;
        let shared = statement.who.iter().filter(|who| kind.who.contains(who)).count();
        let is_own = kind.documents.contains(&statement.document);
        let all = statement.who.len().min(kind.who.len());
        let fits =
            if statement.who.is_empty() { is_own || candidates.len() == 1 } else { shared >= 2 || shared == all };
        fits.then_some((shared, is_own, std::cmp::Reverse(*at)))
    });
    fitting.max().map(|(_, _, at)| at.0)
}
