//! How the passages of a dossier are grouped.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{DocumentIx, EntityIx, PassageIx};
use crate::report::Report;
use crate::report::export;
use crate::report::remarks::{Placed, RemarkKind};

use super::timeline::when_in_full;
use super::{Dossier, Group, said};

impl<'c> Dossier<'_, 'c> {
    /// The groups in their order, none of them empty; what belongs to none comes last.
    pub(super) fn groups(&self, by: export::Group) -> Vec<Group> {
        let (mut groups, rest) = match by {
            export::Group::Entity => (self.by_entity(), "Passages that name nobody of these"),
            export::Group::Event => (self.by_event(), "Passages that state no date"),
            export::Group::Tag => (self.by_tag(), "Passages without a tag"),
            export::Group::Document => (self.by_document(), ""),
        };
        groups.retain(|group| !group.passages.is_empty());
        let grouped: HashSet<PassageIx> = groups.iter().flat_map(|group| group.passages.iter().copied()).collect();
        let all = self.report.selection.passages().iter().copied();
        let left: Vec<PassageIx> = all.filter(|at| !grouped.contains(at)).collect();
        if !left.is_empty() {
            groups.push(Group { heading: rest.to_owned(), more: Vec::new(), passages: left });
        }
        groups
    }

    fn by_entity(&self) -> Vec<Group> {
        let Report { corpus, selection, about, remarks, .. } = self.report;
        let mut passages: BTreeMap<EntityIx, Vec<PassageIx>> = BTreeMap::new();
        for at in selection.passages() {
            for entity in self.report.spoken_of(*at) {
                let here = passages.entry(entity).or_default();
                if here.last() != Some(at) {
                    here.push(*at);
                }
            }
        }
        if !about.is_empty() {
            passages.retain(|at, _| about.contains(&corpus.entity(*at).id));
        }
        let group = |(at, passages): (EntityIx, Vec<PassageIx>)| {
            let entity = corpus.entity(at);
            let aliases =
                entity.aliases.iter().filter(|alias| alias.text != entity.name).map(|alias| alias.text.as_str());
            let mut more = vec![
                ("Also", aliases.collect::<Vec<_>>().join(", ")),
                ("Roles", entity.roles.join(", ")),
                (
                    "Doubtful",
                    if entity.is_doubtful { "every sign that it is one is weak".to_owned() } else { String::new() },
                ),
            ];
            more.extend(said(remarks.of_entity(at)));
            more.retain(|(_, words)| !words.is_empty());
            Group { heading: format!("{} ({})", entity.name, entity.kind.name()), more, passages }
        };
        passages.into_iter().map(group).collect()
    }

    fn by_event(&self) -> Vec<Group> {
        let Report { corpus, selection, remarks, .. } = self.report;
        let events = selection.events(corpus).into_iter();
        let group = |at| {
            let event = corpus.event(at);
            let passages = event.passages.iter().copied().filter(|at| selection.holds(*at)).collect();
            let heading = format!("{}: {}", when_in_full(event), event.label);
            Group { heading, more: said(remarks.of_event(at)), passages }
        };
        events.map(group).collect()
    }

    /// A tag of a document is one of all its passages.
    fn by_tag(&self) -> Vec<Group> {
        let Report { corpus, selection, remarks, .. } = self.report;
        let mut passages: BTreeMap<&'c str, Vec<PassageIx>> = BTreeMap::new();
        let mut of_document: HashMap<DocumentIx, Vec<&'c str>> = HashMap::new();
        for at in selection.passages() {
            let document = corpus.passage(*at).document;
            let whole = of_document.entry(document).or_insert_with(|| tags(remarks.of_document(document)));
            for tag in tags(remarks.of_passage(*at)).into_iter().chain(whole.iter().copied()) {
                let here = passages.entry(tag).or_default();
                if here.last() != Some(at) {
                    here.push(*at);
                }
            }
        }
        let group =
            |(tag, passages): (&str, Vec<PassageIx>)| Group { heading: tag.to_owned(), more: Vec::new(), passages };
        passages.into_iter().map(group).collect()
    }

    fn by_document(&self) -> Vec<Group> {
        let Report { corpus, selection, .. } = self.report;
        let chunks = selection
            .passages()
            .chunk_by(|one, other| corpus.passage(*one).document == corpus.passage(*other).document);
        let group = |passages: &[PassageIx]| {
            let document = passages.first().map(|at| corpus.document(corpus.passage(*at).document));
            let title = document.and_then(|document| document.metadata.title.as_ref()).map(|title| title.value.clone());
            let heading = title.or_else(|| document.map(|document| document.file.clone())).unwrap_or_default();
            Group { heading, more: Vec::new(), passages: passages.to_vec() }
        };
        chunks.map(group).collect()
    }
}

fn tags<'p, 'c: 'p>(remarks: impl Iterator<Item = &'p Placed<'c>>) -> Vec<&'c str> {
    remarks.filter(|remark| remark.kind == RemarkKind::Tag).map(|remark| remark.text).collect()
}
