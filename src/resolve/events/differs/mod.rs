//! What the passages of an event say differently: its day, how often it happened, whether it came before something else.
//!
//! It tells that sources differ, never who is right. Two days of one kind of thing by the same people are only then one event told
//! differently where they are near and something says so: a passage that sets one against the other, or documents that tell of the same
//! matter, of which none tells of both days. A month that holds a day differs from nothing.

mod counts;
mod dates;
mod matter;
mod orders;
mod said;
mod withdrawn;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Differing, Differs, EntityIx, EventClass, EventIx, Pace, Resolved, Side};

use super::told::{TakenBack, Told};
use said::Said;

/// Days that lie further apart are days of different events.
const NEAR_DAYS: i64 = 3;
/// So many of those who take part are looked at.
const LOOKED_AT: usize = 5;

/// Marks the events whose passages differ; `homes` are the events of each happening.
pub(super) fn mark(resolved: &mut Resolved, told: &[Told<'_>], taken_back: &[TakenBack<'_>], homes: &[Vec<EventIx>]) {
    let alike = alike(told);
    let dates = dates::find(resolved, told, &alike);
    let counts = counts::find(resolved, told, &alike);
    let orders = orders::find(resolved, told, &alike);
    let each = [(Differing::Date, dates), (Differing::Count, counts), (Differing::Order, orders)];
    for (what, conflicts) in each {
        for said in conflicts {
            let withdrawn = |said: &Said, all: &[Said]| withdrawn::find(resolved, taken_back, said, all);
            let sides: Vec<Side> = said::sides(resolved, what, &said, withdrawn);
            let differs = Arc::new(Differs { what, sides });
            for event in events_of(resolved, &said, homes) {
                if let Some(event) = resolved.events.get_mut(event.index()) {
                    Arc::make_mut(event).differs.push(Arc::clone(&differs));
                }
            }
        }
    }
}

/// The events of what is said that are dated to a day; all of them where none is.
fn events_of(resolved: &Resolved, said: &[Said], homes: &[Vec<EventIx>]) -> BTreeSet<EventIx> {
    let all = || said.iter().filter_map(|said| homes.get(said.told)).flatten().copied();
    let is_day =
        |at: &EventIx| resolved.events.get(at.index()).is_some_and(|event| event.when.days().single().is_some());
    let days: BTreeSet<EventIx> = all().filter(is_day).collect();
    if days.is_empty() { all().collect() } else { days }
}

/// What may be one event: of one class, by two whom it shares (or by the one whom it names).
type Likeness = (EventClass, EntityIx, EntityIx);

/// Happenings by what may be one event, each list in reading order.
fn alike(told: &[Told<'_>]) -> BTreeMap<Likeness, Vec<usize>> {
    let mut alike: BTreeMap<Likeness, Vec<usize>> = BTreeMap::new();
    for (at, told) in told.iter().enumerate() {
        let Some(class) = told.compared() else { continue };
        let who = told.who.get(..told.who.len().min(LOOKED_AT)).unwrap_or_default();
        for (first, one) in who.iter().enumerate() {
            let others = who.iter().skip(first + 1).copied();
            let alone = (who.len() == 1 || class.is_once()).then_some(*one);
            for other in others.chain(alone) {
                alike.entry((class, *one, other)).or_default().push(at);
            }
        }
    }
    let tells_twice = |at: &usize| told.get(*at).is_some_and(|told| told.happening.dates.len() > 1);
    alike.retain(|_, told| told.len() > 1 || told.iter().any(tells_twice));
    alike
}

/// Whether those who share this are one event's without a word that says so: two who take part, or one to whom it happens once.
fn is_telling((class, one, other): &Likeness) -> bool {
    class.pace != Pace::Often && (one != other || class.is_once())
}
