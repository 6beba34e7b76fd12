//! Copies and shared passages, on a set that is made here with a fixed seed: articles, and others that copy, edit, rewrite and
//! quote them. Which words were copied is known for each, so that what is found can be counted: right, wrong and missed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use redstring::corpus::Corpus;
use redstring::load;
use redstring::model::{DocumentIx, Likeness, Sharing};
use redstring::text::{Span, words};

/// Articles that others are made from.
const ORIGINALS: usize = 60;

/// The parts of a sentence, each of which is chosen apart: few sentences have three neighbouring parts in common.
const PARTS: &[&[&str]] = &[
    &[
        "the harbour master",
        "a clerk of the board",
        "two former pilots",
        "the mayor",
        "Ada Vexworth",
        "an auditor",
        "the union of dockers",
        "Ilse Brandt",
        "a retired judge",
        "three council members",
        "José Ruiz",
        "the night watchman",
        "her lawyer",
        "a ferry owner",
        "the widow",
        "his nephew",
        "the customs chief",
        "an old stoker",
    ],
    &[
        "said",
        "told the committee",
        "denied on Monday",
        "wrote to the council",
        "conceded after some hours",
        "repeated in court",
        "explained to reporters",
        "insisted",
        "could not recall",
        "suggested",
        "learned in spring",
        "swore under oath",
        "hinted last week",
        "complained loudly",
        "admitted at last",
        "read out",
    ],
    &[
        "that the",
        "whether the",
        "that no",
        "how the",
        "that some",
        "that every",
        "that only the",
        "that another",
        "why the",
        "that this",
    ],
    &[
        "second", "unsigned", "older", "missing", "sealed", "stolen", "yellow", "forged", "first", "heavy", "borrowed",
        "burnt", "hidden", "printed", "final", "torn", "plain", "costly",
    ],
    &[
        "ledger",
        "contract",
        "crate of letters",
        "fee",
        "chart",
        "payment",
        "key",
        "map",
        "notebook",
        "insurance",
        "list of dues",
        "wreath",
        "lantern",
        "seal",
        "timetable",
        "rope",
        "permit",
        "bell",
        "receipt",
        "barrel",
    ],
    &[
        "had been moved",
        "was never seen",
        "would be burned",
        "had gone",
        "was signed",
        "had been found",
        "was sold twice",
        "had to be copied",
        "lay open",
        "went missing",
        "belonged",
        "had been entered",
        "arrived late",
        "was paid for",
        "hung",
        "could be read",
        "was traded",
        "had vanished",
    ],
    &[
        "in the cellar",
        "by the auditors",
        "before Easter",
        "to a dealer",
        "by another hand",
        "under the stairs",
        "within one week",
        "in a hurry",
        "on his table",
        "from the archive",
        "to the widow",
        "under a false name",
        "at the north quay",
        "near the chapel",
        "behind the market",
        "for nine crowns",
        "in Bergen",
        "at low tide",
        "after the storm",
        "with a red string",
    ],
    &["because", "although", "while", "before", "after", "since", "so that", "unless", "as", "when", "until", "if"],
    &[
        "the steamer",
        "nobody",
        "the bells",
        "the ice",
        "a quarrel",
        "the old chairman",
        "the bank",
        "the records",
        "the tide tables",
        "the council",
        "a stoker",
        "her diary",
        "the pilot boat",
        "the paper",
        "his brother",
        "the regatta",
        "a stranger",
        "the tax office",
    ],
    &[
        "was late",
        "had paid",
        "rang at noon",
        "closed the fjord",
        "broke out",
        "had no heirs",
        "would not notice",
        "told lies",
        "seem to show it",
        "met in secret",
        "wrote to the paper",
        "could be trusted",
        "ran aground",
        "asked for it",
        "left for Hull",
        "never answered",
        "came by train",
        "kept silent",
    ],
];
/// Phrases that all papers use: they tie nobody to anybody.
const STOCK: &[&str] = &[
    "who spoke on condition of anonymity because she was not authorized to speak publicly",
    "a spokesman for the port did not immediately respond to a request for comment",
    "the investigation is still going on and no charges have been filed",
];

/// Pseudo-random numbers (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let first = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let second = (first ^ (first >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((second ^ (second >> 31)) % limit as u64).unwrap()
    }

    fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

/// A word, and whether it was copied from the original.
type Marked = (String, bool);
/// A sentence of an article.
type Sentence = Vec<Marked>;

/// An article, with what is known of it.
struct Made {
    file: String,
    paragraphs: Vec<Vec<Sentence>>,
    /// The original's file and what should be found in common with it.
    of: Option<(String, Likeness)>,
}

fn sentence(random: &mut Random) -> Sentence {
    let mut said = PARTS.iter().map(|part| random.one(part)).collect::<Vec<_>>().join(" ");
    if random.happens(4) {
        write!(said, ", {}", random.one(STOCK)).unwrap();
    }
    said.split(' ').map(|word| (word.to_owned(), false)).collect()
}

fn paragraph(random: &mut Random) -> Vec<Sentence> {
    (0..2 + random.below(3)).map(|_| sentence(random)).collect()
}

fn article(random: &mut Random) -> Vec<Vec<Sentence>> {
    (0..6 + random.below(6)).map(|_| paragraph(random)).collect()
}

/// The words as copied ones, each changed or left out with that chance.
fn copied(random: &mut Random, sentence: &Sentence, percent: usize) -> Sentence {
    let mut copy = Vec::with_capacity(sentence.len());
    for (word, _) in sentence {
        match random.below(100) {
            chance if chance * 2 < percent => copy.push((format!("anew{}", random.below(900)), false)),
            chance if chance < percent => {}
            _ => copy.push((word.clone(), true)),
        }
    }
    copy
}

fn copied_all(random: &mut Random, paragraphs: &[Vec<Sentence>], percent: usize) -> Vec<Vec<Sentence>> {
    paragraphs.iter().map(|all| all.iter().map(|one| copied(random, one, percent)).collect()).collect()
}

fn made() -> Vec<Made> {
    let mut random = Random(20_170_113);
    let mut all = Vec::new();
    for number in 0..ORIGINALS {
        let original = article(&mut random);
        let file = format!("{number:02}-original.txt");
        let mut derive = |name: &str, paragraphs: Vec<Vec<Sentence>>, likeness: Likeness| {
            all.push(Made { file: format!("{number:02}-{name}.txt"), paragraphs, of: Some((file.clone(), likeness)) });
        };
        derive("same", copied_all(&mut random, &original, 0), Likeness::Same);
        // A desk's edit: a word in twelve, a new lead, the last paragraph cut.
        let mut edited = copied_all(&mut random, &original[..original.len() - 1], 8);
        edited.insert(0, paragraph(&mut random));
        derive("edited", edited, Likeness::Near);
        // A rewrite: a quarter of the sentences told anew.
        let mut rewritten = copied_all(&mut random, &original, 3);
        for told in rewritten.iter_mut().flatten() {
            if random.happens(25) {
                *told = sentence(&mut random);
            }
        }
        derive("rewritten", rewritten, Likeness::Near);
        // One paragraph of it, nearly word by word, in an article of its own.
        let mut shares = article(&mut random);
        let taken = copied_all(&mut random, &original[1..2], 2).remove(0);
        let at = random.below(shares.len());
        shares.insert(at, taken);
        derive("shares", shares, Likeness::Part);
        // A sentence and a half, without marks.
        let mut quotes = article(&mut random);
        let mut taken = copied(&mut random, &original[2][0], 0);
        taken.extend(copied(&mut random, &original[2][1], 0).into_iter().take(12));
        quotes[0].push(taken);
        derive("quotes", quotes, Likeness::Part);
        all.push(Made { file: format!("{number:02}-apart.txt"), paragraphs: article(&mut random), of: None });
        all.push(Made { file, paragraphs: original, of: None });
    }
    all
}

/// The text of an article and for each of its words whether it was copied.
fn written(made: &Made) -> (String, Vec<bool>) {
    let (mut text, mut copied) = (String::new(), Vec::new());
    for paragraph in &made.paragraphs {
        for sentence in paragraph {
            for (at, (word, is_copied)) in sentence.iter().enumerate() {
                if at > 0 {
                    text.push(' ');
                }
                text.push_str(word);
                copied.extend(words(word, Span::whole(word)).map(|_| *is_copied));
            }
            text.push_str(". ");
        }
        text.push_str("\n\n");
    }
    (text, copied)
}

/// Right, wrong and missed.
#[derive(Clone, Copy, Debug, Default)]
struct Score([u32; 3]);

impl Score {
    fn add(&mut self, found: bool, expected: bool) {
        match (found, expected) {
            (true, true) => self.0[0] += 1,
            (true, false) => self.0[1] += 1,
            (false, true) => self.0[2] += 1,
            (false, false) => {}
        }
    }

    /// Precision and recall in percent.
    fn percent(self) -> [f64; 2] {
        let [right, wrong, missed] = self.0.map(f64::from);
        [right * 100.0 / (right + wrong).max(1.0), right * 100.0 / (right + missed).max(1.0)]
    }
}

#[test]
fn copies_edits_rewrites_and_quotes_are_found_and_nothing_else() {
    let all = made();
    let texts: Vec<(String, Vec<bool>)> = all.iter().map(written).collect();
    let files: Vec<(&str, &str)> =
        all.iter().zip(&texts).map(|(made, (text, _))| (made.file.as_str(), text.as_str())).collect();
    let corpus = load::load_bytes(&files);
    let mut found: BTreeMap<[&str; 2], &Sharing> = BTreeMap::new();
    for sharing in corpus.sharings() {
        let mut pair = sharing.documents.map(|at| corpus.document(at).file.as_str());
        pair.sort_unstable();
        found.insert(pair, sharing);
    }
    let (mut pairs, mut kinds, mut marked) = (Score::default(), Score::default(), Score::default());
    // Two that were made from one original may share its words too; two of different ones may not.
    for [one, other] in found.keys().filter(|[one, other]| one[..2] != other[..2]) {
        pairs.add(true, false);
        eprintln!("wrong: {one} {other}");
    }
    for (made, (text, copied)) in all.iter().zip(&texts) {
        let Some((original, likeness)) = &made.of else { continue };
        let mut pair = [made.file.as_str(), original.as_str()];
        pair.sort_unstable();
        let Some(sharing) = found.get(&pair) else {
            pairs.add(false, true);
            eprintln!("missed: {pair:?}");
            continue;
        };
        pairs.add(true, true);
        kinds.add(sharing.likeness == *likeness, true);
        if *likeness == Likeness::Same {
            continue;
        }
        let side = usize::from(corpus.document(sharing.documents[1]).file == made.file);
        let runs: Vec<Span> =
            sharing.stretches.unpacked().iter().flat_map(|stretch| &stretch.runs).map(|run| run[side]).collect();
        for (word, was_copied) in words(text, Span::whole(text)).zip(copied) {
            marked.add(runs.iter().any(|run| run.contains(word.span)), *was_copied);
        }
    }
    let apart = all.iter().filter(|made| made.file.ends_with("-apart.txt"));
    for made in apart {
        let tied = found.keys().filter(|pair| pair.contains(&made.file.as_str())).count();
        (0..tied).for_each(|_| pairs.add(true, false));
    }
    eprintln!(
        "pairs {:.1?}, kinds {:.1?}, words {:.1?} (precision and recall)",
        pairs.percent(),
        kinds.percent(),
        marked.percent()
    );
    for (what, score) in [("pairs", pairs), ("kinds", kinds), ("words", marked)] {
        assert!(score.percent().iter().all(|percent| *percent >= 95.0), "{what}: {score:?}");
    }
}

fn corpus(files: &[(&str, &str)]) -> Corpus {
    load::load_bytes(files)
}

/// The pairs, as "first second likeness".
fn pairs(corpus: &Corpus) -> Vec<String> {
    let told = |sharing: &Sharing| {
        let [one, other] = sharing.documents.map(|at| corpus.document(at).file.as_str());
        format!("{one} {other} {}", sharing.likeness.name())
    };
    corpus.sharings().iter().map(told).collect()
}

#[test]
fn boilerplate_of_a_thousand_files_ties_none_of_them() {
    let mut random = Random(7);
    let line = paragraph(&mut random).iter().flatten().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join(" ");
    let own = |number: usize| (0..200).map(|at| format!("w{number}x{at}")).collect::<Vec<_>>().join(" ");
    let texts: Vec<(String, String)> =
        (0..1000).map(|number| (format!("{number}.txt"), format!("{}.\n\n{line}.\n", own(number)))).collect();
    let corpus = corpus(&texts.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect::<Vec<_>>());
    assert_eq!(pairs(&corpus), Vec::<String>::new());
}

const STORY: &str = "The harbour master, who has kept the ledger for thirty years, said on Monday that two pages had been cut out of it \
    and that he had no idea who could have done so. He would ask the auditors to come back, he added.";

#[test]
fn a_wire_story_in_three_papers_is_one_origin() {
    let wire = format!("OSLO (AP) — {STORY}\n");
    let first = format!("---\nsource: The Quay\npublished: 2017-01-13\n---\n{wire}");
    let second = format!("---\nsource: Coast News\npublished: 2017-01-14\n---\n{wire}");
    let third =
        format!("---\nsource: Evening Tide\npublished: 2017-01-15\n---\n{STORY} Nobody else was in the room.\n");
    let other =
        "---\nsource: The Lamp\npublished: 2017-01-16\n---\nThe mayor opened the new fish market in the rain.\n";
    let corpus = corpus(&[("a.txt", &first), ("b.txt", &second), ("c.txt", &third), ("d.txt", other)]);
    assert_eq!(pairs(&corpus), ["a.txt b.txt same", "a.txt c.txt near"]);
    let names: Vec<&str> =
        (0..4).map(|at| corpus.origin_at(corpus.origin(DocumentIx(at))).unwrap().name.as_str()).collect();
    assert_eq!(names, ["Associated Press", "Associated Press", "Associated Press", "The Lamp"]);
}

#[test]
fn reports_that_say_whose_news_it_is_have_its_origin() {
    let told = |source: &str, said: &str| {
        format!(
            "---\nsource: {source}\n---\nShips Sail\n\n{said}\n\nThe ferry sailed at noon, and the quay was empty until the evening.\n"
        )
    };
    let texts = [
        ("a.txt", told("The Quay", "The ledger, first reported by the Miami Herald, was gone.")),
        ("b.txt", told("The Lamp", "Following a report in the Miami Herald last night, the mayor spoke.")),
        ("c.txt", told("Coast News", "The mayor told the Coast News that he knew nothing.")),
    ];
    let corpus = corpus(&texts.iter().map(|(file, text)| (*file, text.as_str())).collect::<Vec<_>>());
    let origins: BTreeSet<&str> =
        (0..3).map(|at| corpus.origin_at(corpus.origin(DocumentIx(at))).unwrap().name.as_str()).collect();
    assert_eq!(origins, ["Coast News", "Miami Herald"].into());
    let reasons: Vec<&str> = corpus.origins().ties.iter().map(|tie| corpus.quote(tie.document, tie.span)).collect();
    assert_eq!(
        reasons,
        ["first reported by the Miami Herald", "Following a report in the Miami Herald", "told the Coast News"]
    );
}
