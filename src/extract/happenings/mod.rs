//! What a document says happened: the verbs and nouns that tell it, when, how often, before or after what, and who is cited.
//!
//! Rules over tokens and lists of words, no parser: a time belongs to the nearest word that it can date. It tells nothing of who took
//! part beyond the clause, and compares nothing: that is for resolution, which sees all documents.

mod counts;
mod lexicon;
mod retractions;
mod sentence;
mod speaker;

#[cfg(test)]
mod tests;

use crate::model::{
    Account, Dating, EventClass, ExtractedMention, ExtractedPassage, Happening, Order, Ordering, Telling,
    TimeExpression,
};
use crate::text::{Span, Token};

use lexicon::{Small, Verb};
use sentence::{REACH, Role, Sentence, Stated};
use speaker::Cited;

/// What happened and what was taken back, in the order of the text.
pub(super) fn account<'d>(
    text: &'d str,
    passages: impl Iterator<Item = (&'d ExtractedPassage, &'d [Token])>,
    mentions: &[ExtractedMention],
    times: &[TimeExpression],
) -> Account {
    let mut found = Account::default();
    let mut last = None;
    let (mut mentions, mut times) = (mentions, times);
    for (passage, tokens) in passages {
        let names = take(&mut mentions, passage.span, |mention| mention.span);
        let here = take(&mut times, passage.span, |time| time.span);
        if passage.zone.is_folded() {
            continue;
        }
        let sentence = Sentence::new(text, tokens, &names, &here);
        Reading { sentence: &sentence, last }.read(&mut found.happenings);
        last = found
            .happenings
            .iter()
            .rev()
            .find_map(|happening| happening.class.filter(|class| !class.recurs()))
            .or(last);
        retractions::find(&sentence, &mut found.retractions);
    }
    found
}

/// The spans that begin in `passage`, off the front of `rest`.
fn take<T>(rest: &mut &[T], passage: Span, span: impl Fn(&T) -> Span) -> Vec<Span> {
    let skipped = rest.partition_point(|item| span(item).start < passage.start);
    let here = rest.get(skipped..).unwrap_or_default();
    let (inside, after) = here.split_at(here.partition_point(|item| span(item).start < passage.end));
    *rest = after;
    inside.iter().map(span).collect()
}

/// The reading of one passage.
struct Reading<'s, 't> {
    sentence: &'s Sentence<'t>,
    /// The class of what the document told of last.
    last: Option<EventClass>,
}

/// A happening by its token.
struct Draft {
    /// The token of its verb or noun.
    at: usize,
    /// The token that dates hang on: the light verb ("the calls occurred").
    verb: usize,
    class: Option<EventClass>,
    is_resumed: bool,
    dates: Vec<Stated>,
    orders: Vec<Ordering>,
}

impl Reading<'_, '_> {
    fn read(&self, found: &mut Vec<Happening>) {
        let mut drafts = self.drafts();
        let mut last: Vec<usize> = Vec::new();
        for time in self.sentence.times() {
            // "on the 4th, as was first told, and not on the 3rd": of what the time before dates.
            if !(self.is_denied_date(*time) && self.is_joined(*time) && !last.is_empty()) {
                last = self.dated_by(*time, &drafts);
            }
            for at in &last {
                if let Some(draft) = drafts.get_mut(*at) {
                    draft.dates.push(*time);
                }
            }
        }
        self.order(&mut drafts);
        let told = drafts.into_iter().filter(|draft| draft.class.is_some() || !draft.dates.is_empty());
        found.extend(told.map(|draft| self.happening(draft)));
    }

    /// Every word that tells that something happened, in order.
    fn drafts(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        for at in 0..self.sentence.len() {
            let plain = |class| Draft { at, verb: at, class, is_resumed: false, dates: Vec::new(), orders: Vec::new() };
            match self.sentence.role(at) {
                Role::None | Role::Verb(Verb::Place) => {}
                Role::Noun(class) => drafts.push(Draft { is_resumed: self.is_definite(at), ..plain(Some(class)) }),
                Role::Verb(Verb::Of(class)) => {
                    drafts.push(Draft { is_resumed: self.has_pronoun(at), ..plain(Some(class)) });
                }
                Role::Verb(Verb::Say | Verb::Other) => drafts.push(plain(None)),
                Role::Verb(Verb::Light) => self.light(at, &mut drafts),
            }
        }
        drafts
    }

    /// A light verb tells of the noun before it in its clause, else of what "it" or "they" stands for.
    fn light(&self, at: usize, drafts: &mut Vec<Draft>) {
        let start = self.sentence.clause_start(at);
        let is_noun = |draft: &Draft| matches!(self.sentence.role(draft.at), Role::Noun(_));
        let recent = drafts.iter_mut().rev().take(REACH);
        if let Some(noun) = recent.take_while(|draft| draft.at >= start).find(|draft| is_noun(draft)) {
            noun.verb = at;
            return;
        }
        let is_pronoun = self.has_pronoun(at) || matches!(self.sentence.lower(at.wrapping_sub(1)), "that" | "this");
        let earlier = drafts.iter().rev().take(REACH).find_map(|draft| draft.class.filter(|class| !class.recurs()));
        let class = earlier.or(self.last).filter(|_| is_pronoun);
        drafts.push(Draft { at, verb: at, class, is_resumed: true, dates: Vec::new(), orders: Vec::new() });
    }

    /// "it happened", "they actually spoke", "both came".
    fn has_pronoun(&self, at: usize) -> bool {
        let start = self.sentence.clause_start(at);
        let before = (start.max(at.saturating_sub(5))..at).rev();
        before
            .take_while(|before| {
                self.sentence.small(*before) == Small::Pronoun || self.sentence.stands_by_saying(*before)
            })
            .any(|before| self.sentence.small(before) == Small::Pronoun || self.sentence.lower(before) == "both")
    }

    /// "the calls", "those two calls".
    fn is_definite(&self, at: usize) -> bool {
        let start = self.sentence.clause_start(at);
        let mut before = (start.max(at.saturating_sub(4))..at).rev();
        before.find_map(|before| match self.sentence.small(before) {
            Small::The => Some(true),
            Small::None | Small::Determiner if !self.sentence.is_sign(before) => None,
            _ => Some(false),
        }) == Some(true)
    }

    /// The drafts that a time dates: the nearest before it in its clause, or else behind it, or else before that clause; and what is
    /// told right behind "the day that".
    fn dated_by(&self, time: Stated, drafts: &[Draft]) -> Vec<usize> {
        let start = self.sentence.clause_start(time.first);
        let behind = drafts.partition_point(|draft| draft.at < time.end);
        let before = drafts.get(..behind).unwrap_or_default();
        let by_verb = |draft: &Draft| draft.verb.min(time.first).max(draft.at);
        let near = before.len().saturating_sub(REACH)..before.len();
        let can_date = |draft: &Draft| by_verb(draft) >= start && draft.at < time.first;
        let here =
            near.filter_map(|at| before.get(at).filter(|draft| can_date(draft)).map(|draft| (by_verb(draft), at)));
        let own = here.max().map(|(_, at)| at);
        let ahead = || {
            let end = self.sentence.clause_end(time.first);
            let first = drafts.get(behind).filter(|draft| draft.at < end && !time.leads_on)?;
            // A verb tells more than the noun before it: "On Friday the call was made public".
            let verb = drafts
                .get(behind + 1)
                .filter(|_| !self.describes(time))
                .filter(|next| next.verb < end && first.verb == first.at);
            let is_verb = verb.is_some_and(|next| matches!(self.sentence.role(next.at), Role::Verb(Verb::Of(_))));
            Some(if is_verb && matches!(self.sentence.role(first.at), Role::Noun(_)) { behind + 1 } else { behind })
        };
        let any = || before.len().checked_sub(1);
        let of_noun = self.describes(time).then(ahead).flatten();
        let mut dated: Vec<usize> = of_noun.or(own).or_else(ahead).or_else(any).into_iter().collect();
        // "texts and calls": both.
        if let Some(first) = own.and_then(|own| self.joined(own, drafts)) {
            dated.push(first);
        }
        if time.leads_on && self.points_to_same_day(time) {
            dated.extend(self.told_behind(time, drafts));
        }
        dated.dedup();
        dated
    }

    /// "the Dec. 22 call", "Friday's vote": the time stands before the noun that it dates.
    fn describes(&self, time: Stated) -> bool {
        let is_possessive = matches!(self.sentence.lower(time.end), "'s" | "\u{2019}s");
        let before = time.first.checked_sub(1).map_or(Small::None, |before| self.sentence.small(before));
        let noun = (time.end..time.end + 4).find(|at| matches!(self.sentence.role(*at), Role::Noun(_)));
        let is_near = noun.is_some_and(|noun| (time.end..noun).all(|at| self.sentence.small(at) == Small::None));
        is_near && (is_possessive || matches!(before, Small::The | Small::Determiner))
    }

    /// The noun that "and" joins to the noun of that draft.
    fn joined(&self, own: usize, drafts: &[Draft]) -> Option<usize> {
        let (first, second) = (drafts.get(own.checked_sub(1)?)?, drafts.get(own)?);
        let are_nouns = [first, second].iter().all(|draft| matches!(self.sentence.role(draft.at), Role::Noun(_)));
        let mut between = first.at + 1..second.at;
        let is_near = between.len() <= 3 && between.any(|at| self.sentence.small(at) == Small::And);
        (are_nouns && is_near).then(|| own - 1)
    }

    fn points_to_same_day(&self, time: Stated) -> bool {
        !matches!(self.sentence.lower(time.end - 1), "before" | "earlier" | "after" | "later")
    }

    /// What is told behind "the day that", "the day before": the first verb of a class in the clause, else its first noun.
    fn told_behind(&self, time: Stated, drafts: &[Draft]) -> Option<usize> {
        let mut clause = time.end;
        // "the day as when the measures were announced"
        while clause < self.sentence.len() && self.sentence.clause_end(clause) - clause < 2 {
            clause += 1;
        }
        self.told_in(clause, drafts)
    }

    /// The first verb of a class in the clause that begins at `start`, else its first noun.
    fn told_in(&self, start: usize, drafts: &[Draft]) -> Option<usize> {
        let end = self.sentence.clause_end(start);
        let first = drafts.partition_point(|draft| draft.at < start);
        let inside = || drafts.iter().enumerate().skip(first).take_while(|(_, draft)| draft.at < end);
        let verb = inside().find(|(_, draft)| matches!(self.sentence.role(draft.at), Role::Verb(Verb::Of(_))));
        verb.or_else(|| inside().find(|(_, draft)| draft.class.is_some())).map(|(at, _)| at)
    }

    /// What came before, with or after what.
    fn order(&self, drafts: &mut [Draft]) {
        for time in self.sentence.times().iter().filter(|time| time.leads_on) {
            let order = match self.sentence.lower(time.end - 1) {
                "before" | "earlier" => Order::Before,
                "after" | "later" => Order::After,
                _ => Order::Same,
            };
            let start = self.sentence.clause_start(time.first);
            let own = drafts.partition_point(|draft| draft.at < time.first).checked_sub(1);
            let own = own.filter(|own| drafts.get(*own).is_some_and(|draft| draft.verb.max(draft.at) >= start));
            let other = self.told_behind(*time, drafts);
            self.link(drafts, own, order, other);
        }
        for at in 1..self.sentence.len() {
            let order = match self.sentence.small(at) {
                Small::Before => Order::Before,
                Small::After => Order::After,
                Small::When | Small::As => Order::Same,
                _ => continue,
            };
            if self.sentence.clause_start(at) != at {
                continue;
            }
            let own = drafts.partition_point(|draft| draft.at < at).checked_sub(1);
            let start = self.sentence.clause_start(self.back_over_same_time(at).wrapping_sub(1));
            let is_near = |draft: &Draft| draft.verb.max(draft.at) >= start;
            let is_same = order != Order::Same
                || self.back_over_same_time(at) < at
                || (self.sentence.small(at) == Small::When
                    && own.and_then(|own| drafts.get(own)).is_some_and(|draft| !draft.dates.is_empty()));
            let own = own.filter(|own| is_same && drafts.get(*own).is_some_and(is_near));
            let other = self.told_in(at, drafts).or_else(|| self.told_in(at + 1, drafts));
            self.link(drafts, own, order, other);
        }
    }

    fn link(&self, drafts: &mut [Draft], own: Option<usize>, order: Order, other: Option<usize>) {
        let Some((own, other)) = own.zip(other).filter(|(own, other)| own != other) else { return };
        let Some((class, word)) = drafts.get(other).and_then(|other| Some((other.class?, other.at))) else { return };
        let clause = self.sentence.stretch(self.sentence.clause_start(word), self.sentence.clause_end(word));
        let ordering = Ordering { order, other: self.word(word), clause, class };
        if let Some(own) = drafts.get_mut(own).filter(|own| own.class.is_some_and(|own| own != class && !own.recurs()))
        {
            own.orders.push(ordering);
        }
    }

    /// Back over "around the same time as" from the "as" or "when" at `at`.
    fn back_over_same_time(&self, at: usize) -> usize {
        let window = (at.saturating_sub(6)..at).rev();
        let words = window.take_while(|at| {
            self.sentence.is_sign(*at)
                || matches!(self.sentence.small(*at), Small::As | Small::The | Small::Preposition | Small::None)
        });
        let mut first = at;
        let mut has_time = false;
        for back in words {
            match self.sentence.lower(back) {
                "time" | "moment" => has_time = true,
                "same" if has_time => first = back,
                "around" | "at" | "about" | "\u{201C}" | "\u{201D}" | "\"" | "the" if first < at => first = back,
                _ if first < at => break,
                _ => {}
            }
        }
        first
    }

    fn word(&self, at: usize) -> Span {
        self.sentence.stretch(at, at + 1)
    }

    fn happening(&self, draft: Draft) -> Happening {
        let sentence = self.sentence;
        // "calls between Lund and Holm": nobody else.
        let is_between = (draft.at + 1..draft.at + 3).any(|at| sentence.lower(at) == "between");
        let start = if is_between { draft.at } else { sentence.clause_start(draft.at) };
        let clause = sentence.stretch(start, sentence.clause_end(draft.at));
        let is_until = draft.dates.iter().any(|time| sentence.small(time.first.wrapping_sub(1)) == Small::Until);
        let cited = self.cited(&draft);
        let says = cited.map_or(usize::MAX, |cited| cited.says);
        let is_unsaid = self.is_denied(says) || sentence.is_planned(says);
        let telling = if sentence.is_planned(draft.verb) || sentence.is_planned(draft.at) || is_unsaid {
            Telling::Planned
        } else if (!is_until && self.is_denied(draft.verb)) || sentence.lower(says).starts_with("den") {
            Telling::Denied
        } else if draft.is_resumed {
            Telling::Resumed
        } else {
            Telling::Fact
        };
        let is_noun = matches!(sentence.role(draft.at), Role::Noun(_));
        let dates = draft.dates.iter().map(|time| Dating {
            time: time.span,
            is_denied: self.is_denied_date(*time),
            is_corrected: is_until || self.is_corrected(draft.verb),
            speaker: speaker::of_date(sentence, time.end),
        });
        Happening {
            word: self.word(draft.at),
            clause,
            class: draft.class,
            telling,
            speaker: cited.map(|cited| cited.speaker),
            count: if is_noun { counts::of_noun(sentence, draft.at) } else { counts::of_verb(sentence, draft.at) },
            dates: dates.collect(),
            orders: draft.orders,
        }
    }

    /// Who is cited for it. What is only there to date something else ("before the port was closed") is nobody's claim.
    fn cited(&self, draft: &Draft) -> Option<Cited> {
        let start = self.sentence.clause_start(draft.at);
        let is_frame = matches!(self.sentence.small(start), Small::Before | Small::After | Small::When)
            || self.sentence.times().iter().any(|time| time.leads_on && time.end == start);
        if is_frame || draft.class.is_none() { None } else { speaker::of_clause(self.sentence, draft.verb) }
    }

    /// "did not meet", "never spoke".
    fn is_denied(&self, verb: usize) -> bool {
        let start = self.sentence.clause_start(verb);
        let is_noun = matches!(self.sentence.role(verb), Role::Noun(_));
        if is_noun && (start.max(verb.saturating_sub(2))..verb).any(|before| self.sentence.is_not(before)) {
            return true;
        }
        let before = (start.max(verb.saturating_sub(4))..verb).rev();
        before
            .take_while(|before| self.sentence.stands_by_saying(*before) || self.sentence.is_not(*before))
            .any(|before| self.sentence.is_not(before))
    }

    /// "and not 12/28", "not on Friday".
    fn is_denied_date(&self, time: Stated) -> bool {
        let before = (time.first.saturating_sub(2)..time.first).rev();
        before
            .take_while(|at| {
                matches!(self.sentence.small(*at), Small::Preposition | Small::The) || self.sentence.is_not(*at)
            })
            .any(|at| self.sentence.is_not(at))
    }

    /// "and not on Friday".
    fn is_joined(&self, time: Stated) -> bool {
        (time.first.saturating_sub(4)..time.first)
            .any(|at| matches!(self.sentence.small(at), Small::And | Small::Against))
    }

    /// "actually happened".
    fn is_corrected(&self, verb: usize) -> bool {
        (verb.saturating_sub(4)..verb + 2).any(|at| self.sentence.small(at) == Small::Actually)
    }
}
