//! Who is who: merge, split, rename, hide, and whom a single mention names.

use crate::model::{
    Confidence, Cue, DocumentIx, EntityId, EntityIx, EntryId, Form, Kind, Link, LinkRule, Mention, MentionIx, Orphan,
};
use crate::text::{Span, fold};

use super::Correcting;

/// Which mentions of an entity are split off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SplitOff<'c> {
    /// Those at these places.
    Mentions(Vec<(DocumentIx, Span)>),
    /// All in this form, folded.
    Alias(&'c str),
    /// All in these documents.
    Documents(Vec<DocumentIx>),
}

/// What the reader has said is certain.
pub(super) const SAID: Link = Link { rule: LinkRule::Reader, evidence: None, confidence: Confidence(100) };

/// The link of a mention to whom the one that it was linked to is merged into.
pub(super) const fn merged(link: Link) -> Link {
    match link.rule {
        LinkRule::Reader => link,
        _ => Link { rule: LinkRule::Merged, confidence: Confidence(100), ..link },
    }
}

impl Correcting<'_> {
    /// `others` are the same as `into`, whose name and kind stay.
    ///
    /// # Errors
    /// Where one of them is unknown; the others are merged.
    pub fn merge(&mut self, into: EntityId, others: &[EntityId]) -> Result<(), Orphan> {
        let into = self.entity(into).ok_or(Orphan::EntityGone)?;
        let mut merged = Ok(());
        for other in others {
            match self.entity(*other) {
                None => merged = Err(Orphan::EntityGone),
                Some(other) if other == into => {}
                Some(other) => {
                    self.working_mut(other).same_as = Some(into);
                    self.change(into);
                }
            }
        }
        merged
    }

    /// A part of an entity's mentions belongs to someone else, whom `entry` makes. Without a name it is called by the best
    /// name among them.
    ///
    /// # Errors
    /// Where there is no such entity, or none of its mentions is of that part.
    pub fn split(
        &mut self,
        from: EntityId,
        part: &SplitOff<'_>,
        name: Option<String>,
        entry: EntryId,
    ) -> Result<(), Orphan> {
        let from = self.entity(from).ok_or(Orphan::EntityGone)?;
        let split_off: Vec<MentionIx> = match part {
            SplitOff::Mentions(places) => {
                let mentions = places.iter().filter_map(|(document, span)| self.mention_at(*document, *span));
                mentions.filter(|at| self.whom(*at) == from).collect()
            }
            SplitOff::Alias(alias) => {
                let alias = fold(alias);
                self.mentions_of(from, |this, mention| fold(this.words(mention)) == alias)
            }
            SplitOff::Documents(documents) => self.mentions_of(from, |this, mention| {
                documents.contains(&this.passages[mention.passage.index()].document)
            }),
        };
        if split_off.is_empty() {
            return Err(Orphan::PartGone);
        }
        let made = self.make(entry, self.working(from).kind, name);
        for mention in split_off {
            self.point(mention, made);
        }
        Ok(())
    }

    /// It is called so from now on.
    ///
    /// # Errors
    /// Where there is no such entity.
    pub fn rename(&mut self, entity: EntityId, name: String) -> Result<(), Orphan> {
        let at = self.entity(entity).ok_or(Orphan::EntityGone)?;
        self.working_mut(at).name = Some(name);
        Ok(())
    }

    /// It is of that kind from now on.
    ///
    /// # Errors
    /// Where there is no such entity.
    pub fn change_kind(&mut self, entity: EntityId, kind: Kind) -> Result<(), Orphan> {
        let at = self.entity(entity).ok_or(Orphan::EntityGone)?;
        self.working_mut(at).kind = kind;
        Ok(())
    }

    /// Its mentions are plain text.
    ///
    /// # Errors
    /// Where there is no such entity.
    pub fn hide(&mut self, entity: EntityId) -> Result<(), Orphan> {
        let at = self.entity(entity).ok_or(Orphan::EntityGone)?;
        self.working_mut(at).is_hidden = true;
        Ok(())
    }

    /// It is shown again.
    ///
    /// # Errors
    /// Where there is no such entity.
    pub fn unhide(&mut self, entity: EntityId) -> Result<(), Orphan> {
        let at = self.entity(entity).ok_or(Orphan::EntityGone)?;
        self.working_mut(at).is_hidden = false;
        Ok(())
    }

    /// The place names that entity for certain, whether a mention was found there or not.
    ///
    /// # Errors
    /// Where there is no such entity, or no such place.
    pub fn link(&mut self, document: DocumentIx, span: Span, entity: EntityId) -> Result<(), Orphan> {
        let entity = self.entity(entity).ok_or(Orphan::EntityGone)?;
        self.put(document, span, entity)
    }

    /// The place names someone new, whom `entry` makes.
    ///
    /// # Errors
    /// Where there is no such place.
    pub fn add_entity(
        &mut self,
        document: DocumentIx,
        span: Span,
        kind: Kind,
        name: String,
        entry: EntryId,
    ) -> Result<(), Orphan> {
        self.passage_at(document, span.start).ok_or(Orphan::WordsGone)?;
        let made = self.make(entry, kind, Some(name));
        self.put(document, span, made)
    }

    /// The mention does not name that entity; it stands for itself, as whom `entry` makes. What names somebody else already,
    /// or nobody, stays as it is.
    ///
    /// # Errors
    /// Where there is no such entity.
    pub fn unlink(&mut self, document: DocumentIx, span: Span, entity: EntityId, entry: EntryId) -> Result<(), Orphan> {
        let entity = self.entity(entity).ok_or(Orphan::EntityGone)?;
        if let Some(mention) = self.mention_at(document, span).filter(|mention| self.whom(*mention) == entity) {
            let made = self.make(entry, self.working(entity).kind, None);
            self.point(mention, made);
        }
        Ok(())
    }

    /// The mentions of an entity that fit.
    fn mentions_of(&self, entity: EntityIx, fits: impl Fn(&Self, &Mention) -> bool) -> Vec<MentionIx> {
        let named = self.mentions.iter().enumerate().filter(|(_, mention)| self.last(mention.entity) == entity);
        let fitting = named.filter(|(_, mention)| fits(self, mention)).map(|(at, _)| MentionIx::at(at));
        fitting.filter(|at| !self.replaced.contains(at)).collect()
    }

    /// Points a mention to an entity.
    fn point(&mut self, mention: MentionIx, entity: EntityIx) {
        self.change(self.whom(mention));
        self.change(entity);
        if let Some(mention) = self.mentions.get_mut(mention.index()) {
            mention.entity = entity;
            mention.link = SAID;
        }
    }

    /// Makes a place a mention of an entity. Others that only overlap it give way: the reader's bounds count.
    fn put(&mut self, document: DocumentIx, span: Span, entity: EntityIx) -> Result<(), Orphan> {
        let over = self.mentions_over(document, span);
        let exact = over.iter().copied().find(|at| self.mentions[at.index()].span == span);
        if let Some(exact) = exact {
            self.point(exact, entity);
            return Ok(());
        }
        for at in over {
            self.change(self.whom(at));
            self.replaced.insert(at);
        }
        let passage = self.passage_at(document, span.start).ok_or(Orphan::WordsGone)?;
        let kind = self.working(entity).kind;
        self.change(entity);
        self.mentions.push(Mention {
            passage,
            span,
            kind,
            form: Form::Name,
            confidence: Confidence(100),
            cue: Cue::Reader,
            entity,
            link: SAID,
        });
        Ok(())
    }
}
