//! Organizations and places: the same name, a known other form of it, an acronym that the text explains, the short form of an outlet.

use std::collections::HashMap;

use crate::gazetteer::{Listed, gazetteer};
use crate::model::{Confidence, DocumentIx, Kind, Link, LinkRule, MentionIx, Resolved};
use crate::text::{Span, fold};

use super::Decision;
use super::forms::{FormIx, Forms, Wording};

/// To what each mention of an organization or a place refers.
pub(super) fn decide(resolved: &Resolved, forms: &Forms) -> Vec<(MentionIx, Decision)> {
    let mut groups = Groups::known(forms);
    groups.explain(resolved, forms);
    let mut named_whole: HashMap<&str, (DocumentIx, MentionIx)> = HashMap::new();
    let mut decisions = Vec::new();
    for (at, mention) in resolved.mentions.iter().enumerate().filter(|(_, mention)| mention.kind != Kind::Person) {
        let at = MentionIx::at(at);
        let document = resolved.passages[mention.passage.index()].document;
        let form = forms.of(at);
        let wording = forms.get(form);
        let is_whole = wording.kind == Kind::Organization && wording.folded.contains(' ');
        if let Some((_, last)) = wording.folded.rsplit_once(' ').filter(|_| is_whole) {
            named_whole.insert(last, (document, at));
        }
        let outlet = named_whole.get(wording.folded.as_str()).filter(|(there, _)| *there == document);
        let decision = match outlet {
            Some((_, whole)) if wording.kind == Kind::Organization && !groups.has_other_forms(form) => {
                let (leader, _) = groups.leader(forms.of(*whole));
                let evidence = Some(*whole);
                Decision { leader, link: Link { rule: LinkRule::ShortFormHere, evidence, confidence: Confidence(80) } }
            }
            _ => groups.decide(forms, form),
        };
        decisions.push((at, decision));
    }
    decisions
}

/// Forms that stand for the same body or place.
#[derive(Debug, Default)]
struct Groups {
    /// For forms that do not lead their own group: the leader and why.
    leaders: HashMap<FormIx, (FormIx, LinkRule)>,
}

impl Groups {
    /// Groups the forms that the gazetteer knows as one.
    fn known(forms: &Forms) -> Self {
        let mut groups = Self::default();
        for (kind, listed) in [(Kind::Organization, Listed::Organization), (Kind::Place, Listed::Place)] {
            let mut first: HashMap<String, FormIx> = HashMap::new();
            for (form, wording) in forms.of_kind(kind) {
                let best =
                    gazetteer().best_name(listed, &wording.first_text).map_or_else(|| wording.folded.clone(), fold);
                let leader = *first.entry(best).or_insert(form);
                if leader != form {
                    let is_short = is_acronym(wording) != is_acronym(forms.get(leader));
                    let rule = if is_short { LinkRule::Acronym } else { LinkRule::NameVariant };
                    groups.leaders.insert(form, (leader, rule));
                }
            }
        }
        groups
    }

    /// Adds the acronyms that a text explains: "Harbour Trade Council (HTC)", or the other way round.
    fn explain(&mut self, resolved: &Resolved, forms: &Forms) {
        for (at, pair) in resolved.mentions.windows(2).enumerate() {
            let document = resolved.passages[pair[0].passage.index()].document;
            let text = &resolved.documents[document.index()].text;
            let between = Span::new(pair[0].span.end, pair[1].span.start).of(text);
            let is_pair = pair[0].passage == pair[1].passage && matches!(between, " (" | " (the ");
            if !is_pair {
                continue;
            }
            let (one, other) = (forms.of(MentionIx::at(at)), forms.of(MentionIx::at(at + 1)));
            let (long, short) = if is_acronym(forms.get(one)) { (other, one) } else { (one, other) };
            let (acronym, name) = (&forms.get(short).folded, &forms.get(long).first_text);
            let explains = spells(acronym, name) || is_acronym(forms.get(short)) && shares_letters(acronym, name);
            let (leader, _) = self.leader(long);
            if explains && leader != short && !self.leaders.contains_key(&short) {
                self.leaders.insert(short, (leader, LinkRule::Acronym));
            }
        }
    }

    /// The form that leads a form's group, and why it belongs there.
    fn leader(&self, form: FormIx) -> (FormIx, LinkRule) {
        self.leaders.get(&form).copied().unwrap_or((form, LinkRule::SameName))
    }

    fn has_other_forms(&self, form: FormIx) -> bool {
        self.leaders.contains_key(&form)
    }

    fn decide(&self, forms: &Forms, form: FormIx) -> Decision {
        let (leader, rule) = self.leader(form);
        let evidence = (leader != form).then(|| forms.get(leader).first);
        let percent = if leader == form { 95 } else { 90 };
        Decision { leader, link: Link { rule, evidence, confidence: Confidence(percent) } }
    }
}

fn is_acronym(wording: &Wording) -> bool {
    let letters = wording.first_text.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().all(char::is_uppercase) && (2..=8).contains(&letters.count())
}

/// Whether the acronym has three letters or more and all but one of them begin words of the name, in whatever order: it is made of
/// the name in another language ("Popular Liberation Army (EPL)").
fn shares_letters(acronym: &str, name: &str) -> bool {
    let mut firsts: Vec<char> = name.split([' ', '-', '/']).filter_map(|word| fold(word).chars().next()).collect();
    let mut shared = 0;
    for letter in acronym.chars() {
        if let Some(at) = firsts.iter().position(|first| *first == letter) {
            firsts.swap_remove(at);
            shared += 1;
        }
    }
    let letters = acronym.chars().count();
    (3..=6).contains(&letters) && shared + 1 >= letters && acronym.chars().all(char::is_alphabetic)
}

/// Whether the folded acronym is made of the first letters of the name's capitalized words, in order.
fn spells(acronym: &str, name: &str) -> bool {
    let letters = acronym.chars().filter(|letter| letter.is_alphanumeric());
    let words = name.split([' ', '-', '/']).filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase());
    letters.eq(words.flat_map(char::to_lowercase))
}
