//! A small corpus made by hand, so that what sessions and screens show hangs on the session and the screen alone.
//!
//! One line of a document is one paragraph, `|` in it parts passages. `[words=P Name]` is a mention of a person, `O` of an
//! organization, `L` of a place; `[words=T EDTF]` a time, `T day..day` one of the days between two. `# ` begins a headline, `> ` page furniture.

use std::collections::BTreeMap;
use std::sync::Arc;

use redstring::calendar::{Days, Symbolic, When};
use redstring::corpus::Corpus;
use redstring::model::{
    Alias, Anchor, Confidence, Cue, Document, DocumentId, DocumentIx, Entity, EntityId, EntityIx, Event, EventId,
    EventIx, Form, Found, Kind, Link, LinkRule, Mention, Metadata, Passage, PassageIx, Provenance, Publication,
    Resolved, Skipped, Tense, TimeExpression, TimeIx, TimeMention, TimexType, Zone, ZoneLabel,
};
use redstring::text::Span;
use sha2::{Digest as _, Sha256};

/// Three reports of one affair: a gazette, a courier and a leaflet without a date.
pub fn library() -> Corpus {
    corpus(&[
        ("a-gazette.txt", "Harbour Gazette", Some("2019-05-04"), GAZETTE),
        ("b-courier.txt", "Courier", Some("2019-05"), COURIER),
        ("c-leaflet.txt", "", None, LEAFLET),
    ])
}

const GAZETTE: &str = "\
> Skip to the tide tables
# [Vexworth=P Ada Vexworth] denies the night call
[Ada Vexworth=P Ada Vexworth], who chairs the [Harbour Board=O Harbour Board], rang [Ilse Brandt=P Ilse Brandt] on [May 3, 2019=T 2019-05-03], two clerks said.|[Brandt=P Ilse Brandt] kept the number.
The call came after the [Board=O Harbour Board] had closed the north quay in [Oslo=L Oslo].|[Vexworth=P Ada Vexworth] says that she was asleep.
A third clerk places the call on [May 2, 2019=T 2019-05-02], a day before the closing.|[Vexworth=P Ada Vexworth] and [Brandt=P Ilse Brandt] have not met since.
> Share this: [Vexworth=P Ada Vexworth] denies the night call
> Contact the [Tide Office=O Tide Office]
";

const COURIER: &str = "\
# [Brandt=P Ilse Brandt] confirms what the [Harbour Board=O Harbour Board] left out
[Ilse Brandt=P Ilse Brandt] told the Courier that [Ada Vexworth=P Ada Vexworth] rang her twice on [May 3=T 2019-05-03].|The [Harbour Board=O Harbour Board] gave no answer.
She had left [Oslo=L Oslo] in [April=T 2019-04].|[Vexworth=P Ada Vexworth] knew it, she said.
";

const LEAFLET: &str = "\
# Who rang whom?
[Vexworth=P Ada Vexworth] rang nobody, say her friends.|[José Ruiz=P José Ruiz] of 漢字 street doubts it.
";

/// A corpus of documents, each by file, outlet, date of publication and marked text.
pub fn corpus(documents: &[(&str, &str, Option<&str>, &str)]) -> Corpus {
    let mut maker = Maker::default();
    for (at, (file, outlet, published, marked)) in documents.iter().enumerate() {
        maker.document(DocumentIx::at(at), file, outlet, *published, marked);
    }
    let skipped = vec![Skipped { file: "map.png".into(), reason: "not a text: PNG image".into(), is_failure: true }];
    Corpus::new(maker.finish(), skipped)
}

#[derive(Default)]
struct Maker {
    resolved: Resolved,
    /// Of each name: kind, and its mentions by document.
    names: BTreeMap<String, Kind>,
    mentions: Vec<(String, Mention)>,
    times: Vec<(String, TimeMention)>,
}

impl Maker {
    fn document(&mut self, at: DocumentIx, file: &str, outlet: &str, published: Option<&str>, marked: &str) {
        let mut text = String::new();
        let mut zones = Vec::new();
        let mut title = None;
        for (paragraph, line) in (1..).zip(marked.lines()) {
            let start = text.len() as u32;
            let (label, line) = match (line.strip_prefix("# "), line.strip_prefix("> ")) {
                (Some(line), _) => (ZoneLabel::Headline, line),
                (_, Some(line)) => (ZoneLabel::Boilerplate, line),
                _ => (ZoneLabel::Body, line),
            };
            for (index, passage) in line.split('|').enumerate() {
                text.push_str(if index > 0 { " " } else { "" });
                self.passage(at, passage, label, paragraph, &mut text);
            }
            if label == ZoneLabel::Headline {
                let span = Span::new(start, text.len() as u32);
                title = Some(Found { value: span.of(&text).to_owned(), from: Provenance::Text(span) });
            }
            text.push_str("\n\n");
            zones.push(Zone { span: Span::new(start, text.len() as u32), label });
        }
        let source = (!outlet.is_empty()).then(|| Found { value: outlet.to_owned(), from: Provenance::Header });
        let value = published.and_then(When::from_edtf);
        let days = value.map_or(Days::UNKNOWN, When::days);
        self.resolved.publications.push(Publication { value, days, is_inferred: false, candidates: Vec::new() });
        self.resolved.documents.push(Arc::new(Document {
            id: DocumentId(file.bytes().fold(7, |id, byte| id * 31 % 1_000_003 + u64::from(byte))),
            file: file.to_owned(),
            path: None,
            bytes: text.len() as u64,
            sha256: Sha256::digest(text.as_bytes()).into(),
            text: text.into(),
            metadata: Metadata { title, source, ..Metadata::default() },
            pages: Vec::new(),
            zones,
            notes: Vec::new(),
        }));
    }

    fn passage(&mut self, document: DocumentIx, marked: &str, zone: ZoneLabel, paragraph: u32, text: &mut String) {
        let passage = PassageIx::at(self.resolved.passages.len());
        let begin = text.len() as u32;
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('[') {
            let (inside, after) = after.split_once(']').unwrap();
            let (words, what) = inside.rsplit_once('=').unwrap();
            let (kind, name) = what.split_once(' ').unwrap();
            text.push_str(before);
            let span = Span::new(text.len() as u32, (text.len() + words.len()) as u32);
            text.push_str(words);
            self.item(passage, span, kind, name);
            rest = after;
        }
        text.push_str(rest);
        let span = Span::new(begin, text.len() as u32);
        self.resolved.passages.push(Passage { document, span, zone, paragraph });
    }

    fn item(&mut self, passage: PassageIx, span: Span, kind: &str, name: &str) {
        let sure = Confidence(90);
        let kind = match kind {
            "P" => Kind::Person,
            "O" => Kind::Organization,
            "L" => Kind::Place,
            _ => {
                let one_of = name.contains("..") && !name.contains('/');
                let when = When::from_edtf(&if one_of { format!("[{name}]") } else { name.to_owned() }).unwrap();
                let expression = TimeExpression {
                    span,
                    kind: TimexType::Date,
                    symbolic: Symbolic::Fixed(when),
                    anchor: Anchor::Absolute,
                    tense: Tense::Open,
                    rule: "by hand",
                    confidence: sure,
                };
                return self.times.push((name.to_owned(), TimeMention { passage, expression, when, event: None }));
            }
        };
        self.names.insert(name.to_owned(), kind);
        let link = Link { rule: LinkRule::SameName, evidence: None, confidence: sure };
        let entity = EntityIx(0);
        let mention =
            Mention { passage, span, kind, form: Form::Name, confidence: sure, cue: Cue::GivenName, entity, link };
        self.mentions.push((name.to_owned(), mention));
    }

    fn finish(mut self) -> Resolved {
        let count = |name: &str| self.mentions.iter().filter(|(other, _)| other == name).count();
        let mut names: Vec<(String, Kind)> = self.names.iter().map(|(name, kind)| (name.clone(), *kind)).collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(count(name)));
        for (at, (name, kind)) in names.iter().enumerate() {
            let entity = self.entity(name, *kind);
            self.resolved.entities.push(Arc::new(entity));
            for (_, mention) in self.mentions.iter_mut().filter(|(other, _)| other == name) {
                mention.entity = EntityIx::at(at);
            }
        }
        self.resolved.mentions = self.mentions.iter().map(|(_, mention)| *mention).collect();
        let dated = self.times.iter().filter(|(_, time)| !time.when.days().is_unknown());
        let mut values: Vec<(String, When)> = dated.map(|(value, time)| (value.clone(), time.when)).collect();
        values.sort_by_key(|(_, when)| when.order());
        values.dedup();
        for (at, (value, when)) in values.iter().enumerate() {
            let stating = self.times.iter_mut().filter(|(other, _)| other == value);
            let passages = stating.map(|(_, time)| {
                time.event = Some(EventIx::at(at));
                time.passage
            });
            let passages: Vec<PassageIx> = passages.collect();
            let first = self.resolved.passages[passages[0].index()];
            let label = first.span.of(&self.resolved.documents[first.document.index()].text).to_owned();
            let stated = (0..).map(TimeIx).zip(&self.times).filter(|(_, (other, _))| other == value);
            self.resolved.events.push(Arc::new(Event {
                id: EventId(at as u64 + 1),
                label,
                when: *when,
                reported: Days::UNKNOWN,
                entities: Vec::new(),
                passages,
                times: stated.map(|(at, _)| at).collect(),
                differs: Vec::new(),
                is_inferred: false,
            }));
        }
        self.resolved.times = self.times.iter().map(|(_, time)| *time).collect();
        self.resolved
    }

    fn entity(&self, name: &str, kind: Kind) -> Entity {
        let own = || self.mentions.iter().filter(|(other, _)| other == name).map(|(_, mention)| mention);
        let mut documents: Vec<(DocumentIx, u32)> = Vec::new();
        let mut aliases: BTreeMap<&str, u32> = BTreeMap::new();
        for mention in own() {
            let passage = self.resolved.passages[mention.passage.index()];
            match documents.last_mut().filter(|(document, _)| *document == passage.document) {
                Some((_, count)) => *count += 1,
                None => documents.push((passage.document, 1)),
            }
            let text = &self.resolved.documents[passage.document.index()].text;
            *aliases.entry(mention.span.of(text)).or_default() += 1;
        }
        let is_folded = |mention: &Mention| self.resolved.passages[mention.passage.index()].zone.is_folded();
        Entity {
            id: EntityId(name.bytes().fold(7, |id, byte| id * 31 % 1_000_003 + u64::from(byte))),
            kind,
            name: name.to_owned(),
            aliases: aliases.into_iter().map(|(text, count)| Alias { text: text.to_owned(), count }).collect(),
            could_be: Vec::new(),
            roles: Vec::new(),
            mentions: own().count() as u32,
            references: 0,
            documents,
            boilerplate_only: own().all(is_folded),
            is_doubtful: false,
        }
    }
}

/// Reports that date things in every way: a day, a part of it, parts of a month, a month, a year, ranges, open ends, doubts, nothing.
pub fn almanac() -> Corpus {
    corpus(&[
        ("a-almanac.txt", "Almanac", Some("2019-05-04"), ALMANAC),
        ("b-ledger.txt", "Ledger", Some("2019-06-20"), LEDGER),
        ("c-scrap.txt", "Scrap", None, SCRAP),
    ])
}

const ALMANAC: &str = "\
# The quay, day by day
[Ada Vexworth=P Ada Vexworth] bought the quay in [2016=T 2016].
The board met in [April 2019=T 2019-04].|[Vexworth=P Ada Vexworth] rang [Ilse Brandt=P Ilse Brandt] on [May 3, 2019=T 2019-05-03].
She rang again [at two on May 3=T 2019-05-03T14:00:00].|The gates were shut from [May 2 to May 6=T 2019-05-02/2019-05-06].
The toll has been paid [since 2017=T 2017/..].|A pilot left [about May 10=T 2019-05-10~].|A clerk [may have left on May 11=T 2019-05-11?].
";

const LEDGER: &str = "\
[Brandt=P Ilse Brandt] says that [Vexworth=P Ada Vexworth] rang on [May 3=T 2019-05-03].
The quay was sold [in mid-June=T 2019-06-11~/2019-06-20~].|A hearing is set for [some Thursday=T 2019-06-21..2019-07-10].
";

const SCRAP: &str = "\
The pilot came back on [May 3=T XXXX-05-03], a porter says.|[José Ruiz=P José Ruiz] left on [a day in June=T XXXX-06].
";
