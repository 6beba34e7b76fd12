//! Who is who: which mentions refer to the same person, organization or place, and why.
//!
//! Mentions are gathered by form (kind and folded words); whole names are grouped first, then short forms join them, within their
//! document before others. Nothing is chained: a variant is held against the name that leads its group, never against another
//! variant. References and the reader's corrections are not handled here.

mod support;

mod forms;

mod person_name;
mod spelling;

mod likeness;

mod leaders;

mod wholes;

mod compounds;

mod titles;

mod present;

mod people;

mod bodies;

mod ids;

mod assemble;

use crate::model::{ExtractedMention, Link, Resolved};

use forms::{FormIx, Forms};
pub(super) use support::{Support, seen_elsewhere};

/// Where a mention belongs: the form that leads its group, and why.
#[derive(Clone, Copy, Debug)]
struct Decision {
    leader: FormIx,
    link: Link,
}

/// Fills in the entities and links every mention to one. `named` are the mentions as extracted, in the same order.
pub(super) fn link(resolved: &mut Resolved, named: &[ExtractedMention]) {
    let forms = Forms::gather(resolved);
    let (mut decisions, could_be) = people::decide(resolved, named, &forms);
    decisions.extend(bodies::decide(resolved, &forms));
    decisions.sort_unstable_by_key(|(mention, _)| *mention);
    let decisions: Vec<Decision> = decisions.into_iter().map(|(_, decision)| decision).collect();
    assemble::assemble(resolved, named, &forms, &decisions, &could_be);
}
