//! The reader's own work at a desk: corrections, notes, tags and bookmarks by their keys, and what every pane shows of them.

use redstring::app::{Ask, Effect, Message, Overlay, Pane, Safety};
use redstring::model::{Act, Correction, EntityIx, Kind, Part, Subject};

use super::desk::Desk;
use super::library::library;

fn desk() -> Desk {
    Desk::new(120, 36, library())
}

fn names(desk: &Desk) -> Vec<String> {
    let mut names: Vec<String> = desk.state.corpus().entities().iter().map(|entity| entity.name.clone()).collect();
    names.sort();
    names
}

const FOUND: [&str; 6] = ["Ada Vexworth", "Harbour Board", "Ilse Brandt", "José Ruiz", "Oslo", "Tide Office"];

fn entity<'d>(desk: &'d Desk, name: &str) -> &'d redstring::model::Entity {
    desk.state.corpus().entities().iter().find(|entity| entity.name == name).unwrap()
}

fn notice(desk: &Desk) -> String {
    desk.state.notice().map(|notice| notice.words.clone()).unwrap_or_default()
}

/// The last thing given to the casebook.
fn last(desk: &Desk) -> Act {
    let kept = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep(act) => Some(Act::clone(act)),
        _ => None,
    });
    kept.expect("nothing was kept")
}

#[test]
fn two_are_merged_by_a_key_and_a_choice() {
    let mut desk = desk();
    assert_eq!(desk.state.focus(), Pane::Entities);
    desk.keys("j M brandt");
    assert!(desk.screen().contains("is the same as"), "{}", desk.screen());
    desk.keys("<Esc> gg M brandt <Enter>");
    assert_eq!(names(&desk), ["Harbour Board", "Ilse Brandt", "José Ruiz", "Oslo", "Tide Office"]);
    assert!(notice(&desk).contains("Ada Vexworth is Ilse Brandt"), "{}", notice(&desk));
    desk.keys("u");
    assert_eq!(names(&desk), FOUND);
    desk.keys("<C-r>");
    assert_eq!(names(&desk).len(), 5);
    assert_eq!(desk.state.keeping().safety(), Safety::Saved);
}

#[test]
fn marked_rows_are_merged_into_the_one_under_the_cursor() {
    let mut desk = desk();
    desk.keys("<Space> <Space> M");
    let Act::Correct(Correction::Merge { others, .. }) = last(&desk) else { panic!("{:?}", last(&desk)) };
    assert_eq!(others.len(), 2);
    assert_eq!(names(&desk).len(), 4);
    desk.keys("u <Space>");
    assert_eq!(desk.state.chosen().len(), 1);
    desk.keys("<Esc>");
    assert!(desk.state.chosen().is_empty());
}

#[test]
fn one_is_split_by_a_form_of_its_name() {
    let mut desk = desk();
    desk.keys("gg S named");
    assert!(desk.screen().contains("Split off Ada Vexworth"), "{}", desk.screen());
    desk.keys("<Enter>");
    let Act::Correct(Correction::Split { part, .. }) = last(&desk) else { panic!("{:?}", last(&desk)) };
    assert!(matches!(part, Part::Alias(alias) if alias.contains("Vexworth")));
    assert_eq!(names(&desk).len(), 7);
}

#[test]
fn one_mention_is_split_off_where_it_stands() {
    let mut desk = desk();
    desk.keys("gg S knew <Enter>");
    let Act::Correct(Correction::Split { part: Part::Mentions(places), .. }) = last(&desk) else {
        panic!("{:?}", last(&desk))
    };
    let [place] = places.as_slice() else { panic!("{places:?}") };
    assert_eq!((place.quote.as_str(), place.suffix.starts_with(" knew it")), ("Vexworth", true));
    assert_eq!(names(&desk).len(), 7);
}

#[test]
fn a_name_and_a_kind_are_typed_over() {
    let mut desk = desk();
    desk.keys("gg = <C-u> Ada V. <Enter>");
    assert!(names(&desk).contains(&"AdaV.".to_owned()), "{:?}", names(&desk));
    desk.keys("= <C-t> <Enter>");
    assert_eq!(entity(&desk, "AdaV.").kind, Kind::Organization);
    desk.keys("u u");
    assert_eq!(names(&desk), FOUND);
}

#[test]
fn what_is_hidden_is_gone_from_every_pane() {
    let mut desk = desk();
    desk.keys("gg X");
    assert!(!names(&desk).contains(&"Ada Vexworth".to_owned()));
    let events = desk.state.corpus().events().iter();
    let shown = events.flat_map(|event| &event.entities).map(|at| desk.state.corpus().entity(*at).name.clone());
    assert!(shown.into_iter().all(|name| name != "Ada Vexworth"));
    desk.keys("u");
    assert_eq!(names(&desk), FOUND);
}

#[test]
fn a_date_is_set_where_it_is_read() {
    let mut desk = desk();
    desk.keys("1 G T nonsense <Enter>");
    assert!(desk.screen().contains("write 2016"), "{}", desk.screen());
    desk.keys("<C-u> 2019-06 <Enter>");
    let corpus = desk.state.corpus();
    let at = corpus.documents().iter().position(|document| document.file == "c-leaflet.txt").unwrap();
    let published = corpus.publication(redstring::model::DocumentIx::at(at));
    assert_eq!(published.value.and_then(redstring::calendar::When::edtf).as_deref(), Some("2019-06"));
    desk.keys("1 gg <Enter> ]d T <C-u> 2019-05-09 <Enter>");
    assert!(desk.state.corpus().events().iter().any(|event| event.when.timex() == "2019-05-09"));
}

#[test]
fn a_note_is_written_counted_found_and_taken_back() {
    let mut desk = desk();
    desk.keys("a Askher <Enter>");
    let Act::Note { on: Subject::Entity(on), text } = last(&desk) else { panic!("{:?}", last(&desk)) };
    assert_eq!((on.name.as_str(), text.as_str()), ("Ada Vexworth", "Askher"));
    assert_eq!(desk.state.corpus().annotations_of_entity(EntityIx(0)).len(), 1);
    desk.keys("C askher");
    assert!(desk.screen().contains("Askher") && desk.screen().contains("1/1"), "{}", desk.screen());
    desk.keys("<C-e> twice <Enter>");
    assert_eq!(desk.state.corpus().laid().casework.notes[0].text, "Asker".replace("er", "hertwice"));
    desk.keys("C <C-x>");
    assert!(desk.state.corpus().laid().casework.notes.is_empty());
    desk.keys("<Esc> u");
    assert_eq!(desk.state.corpus().laid().casework.notes.len(), 1);
}

#[test]
fn a_note_that_is_left_is_offered_again() {
    let mut desk = desk();
    desk.keys("a halfway <Esc>");
    assert!(desk.effects.is_empty());
    desk.keys("a");
    let Overlay::Prompt(prompt) = desk.state.overlay() else { panic!("no prompt") };
    assert_eq!(prompt.field.text(), "halfway");
}

#[test]
fn a_note_is_read_whole_and_rewritten_where_it_is_listed() {
    let mut desk = desk();
    let words = "the clerk says that the harbour master was told of it in the spring and that nobody wrote it down ";
    desk.keys("a").tell(Message::Paste(format!("{words}{words}to the last word"))).keys("<Enter> C");
    assert!(desk.screen().contains("to the last word"), "{}", desk.screen());
    desk.keys("<Tab> <C-u> shorter <Enter> C");
    assert!(desk.screen().contains("shorter") && !desk.screen().contains("nobody"), "{}", desk.screen());
    desk.keys("<Esc> u C");
    assert!(desk.screen().contains("to the last word"), "{}", desk.screen());
}

#[test]
fn what_has_no_room_in_a_line_is_told() {
    let mut desk = desk();
    desk.keys("a").tell(Message::Paste("x".repeat(1_000_000)));
    assert!(notice(&desk).contains("no room"), "{}", notice(&desk));
}

#[test]
fn what_the_editor_leaves_is_the_note_and_nothing_is_lost_where_it_fails() {
    let mut desk = desk();
    desk.keys("a one <C-e>");
    assert_eq!(desk.effects.last(), Some(&Effect::Edit("one".into())));
    desk.tell(Message::Edited(Err("ed could not be started".into())));
    let Overlay::Prompt(prompt) = desk.state.overlay() else { panic!("no prompt") };
    assert_eq!((prompt.field.text().as_str(), matches!(prompt.ask, Ask::Note(_))), ("one", true));
    desk.tell(Message::Edited(Ok("one\ntwo\n".into()))).keys("<Enter>");
    let Act::Note { text, .. } = last(&desk) else { panic!("{:?}", last(&desk)) };
    assert_eq!(text, "one\ntwo");
}

#[test]
fn tags_complete_and_come_off_again() {
    let mut desk = desk();
    desk.keys("# key <Enter> j # ke <Enter>");
    let tags =
        |desk: &Desk| desk.state.corpus().laid().casework.tags.iter().map(|one| one.tag.clone()).collect::<Vec<_>>();
    assert_eq!(tags(&desk), ["key", "key"]);
    desk.keys("# key <Enter>");
    assert_eq!(tags(&desk), ["key"]);
    desk.keys("* * *");
    assert_eq!(desk.state.corpus().laid().casework.bookmarks.len(), 1);
    desk.keys("= <C-u> Another <Enter> # key <Enter>");
    assert_eq!(tags(&desk), ["key", "key"]);
    desk.keys("= <C-u> Again <Enter> # key <Enter> *");
    assert_eq!((tags(&desk).len(), desk.state.corpus().laid().casework.bookmarks.len()), (1, 0), "{}", desk.screen());
}

#[test]
fn words_are_selected_noted_and_named() {
    let mut desk = desk();
    desk.keys("1 gg <Enter> } } V");
    assert!(desk.state.selection().is_some());
    desk.keys("w l a why <Enter>");
    let Act::Note { on: Subject::Text(on), .. } = last(&desk) else { panic!("{:?}", last(&desk)) };
    assert!(on.quote.contains(' '), "two words: {:?}", on.quote);
    assert!(desk.state.selection().is_none());
    desk.keys("V w + newcomer <Enter>");
    assert!(names(&desk).contains(&"newcomer".to_owned()), "{:?}", names(&desk));
    desk.keys("V V");
    let selection = desk.state.selection().unwrap();
    assert!(selection.span.len() > 20);
    desk.keys("<Esc>");
    assert!(desk.state.selection().is_none());
}

#[test]
fn a_name_in_a_text_is_somebody_else_or_certainly_that_one() {
    let mut desk = desk();
    desk.keys("1 gg <Enter> ]p X");
    assert!(matches!(last(&desk), Act::Correct(Correction::RejectLink { .. })));
    desk.keys("u ]p +");
    assert!(matches!(last(&desk), Act::Correct(Correction::ConfirmLink { .. })));
    desk.keys("M brandt <Enter>");
    assert!(matches!(last(&desk), Act::Correct(Correction::AddMention { .. })));
}

#[test]
fn furniture_is_labelled_by_a_key() {
    let mut desk = desk();
    desk.keys("1 gg <Enter> } } ~");
    assert!(matches!(last(&desk), Act::Correct(Correction::LabelBoilerplate(_))));
}

#[test]
fn quotes_and_citations_are_copied_without_controls() {
    let mut desk = desk();
    desk.keys("1 gg <Enter> } } yq");
    let Some(Effect::Copy(quote)) = desk.effects.last().cloned() else { panic!("{:?}", desk.effects) };
    assert!(!quote.is_empty() && !quote.contains('\u{1b}'));
    desk.keys("ym");
    let Some(Effect::Copy(both)) = desk.effects.last().cloned() else { panic!("{:?}", desk.effects) };
    assert!(both.contains(&quote) && both.len() > quote.len(), "{both}");
    desk.keys("yc");
    let Some(Effect::Copy(note)) = desk.effects.last().cloned() else { panic!("{:?}", desk.effects) };
    desk.keys("ys yc");
    let Some(Effect::Copy(other)) = desk.effects.last().cloned() else { panic!("{:?}", desk.effects) };
    assert_ne!(note, other);
}

#[test]
fn a_quote_is_cited_in_three_styles_from_every_pane() {
    for (pane, keys) in [
        (Pane::Documents, "1 gg <Enter> } } 1"),
        (Pane::Reader, "1 gg <Enter> } }"),
        (Pane::Entities, "j"),
        (Pane::Timeline, "4 gg"),
        (Pane::Passages, "<Enter> j"),
    ] {
        let mut desk = desk();
        desk.keys(keys);
        assert_eq!(desk.state.focus(), pane);
        let copied = |desk: &mut Desk, keys: &str| {
            desk.keys(keys);
            let Some(Effect::Copy(text)) = desk.effects.last().cloned() else { panic!("{pane:?}: {:?}", desk.effects) };
            text
        };
        let quote = copied(&mut desk, "yq");
        let texts = desk.state.corpus().documents();
        assert!(texts.iter().any(|document| document.text.contains(&quote)), "{pane:?}: {quote}");
        let styles: std::collections::BTreeSet<String> = (0..3)
            .map(|_| {
                let both = copied(&mut desk, "ym");
                assert!(both.contains(&quote) && both.len() > quote.len() + 10, "{pane:?}: {both}");
                let citation = copied(&mut desk, "yc");
                assert!(!citation.contains(&quote) || pane == Pane::Documents, "{pane:?}: {citation}");
                desk.keys("ys");
                both
            })
            .collect();
        assert_eq!(styles.len(), 3, "{pane:?}: {styles:?}");
    }
}

#[test]
fn documents_are_marked_as_reviewed_and_progress_is_told() {
    let mut desk = desk();
    desk.keys("1 gg");
    desk.hides("reviewed");
    desk.keys("R").shows("Reviewed: ").keys("<Esc>").shows("1 of 3 reviewed").shows("✓");
    desk.keys("j R").shows("2 of 3 reviewed");
    desk.keys("R").shows("No longer reviewed: ").shows("1 of 3 reviewed");
    desk.keys("u").shows("2 of 3 reviewed");
    assert_eq!(desk.state.corpus().reviewed().len(), 2);
    // It is no note: nothing is counted beside the document.
    assert!(!desk.screen().contains('▪'), "{}", desk.screen());
    desk.keys("C reviewed <Enter>");
    assert!(matches!(desk.state.overlay(), Overlay::None));
    assert_eq!(desk.state.focus(), Pane::Reader);
}

#[test]
fn a_note_in_the_list_leads_to_the_pane_of_what_it_is_about() {
    for (keys, pane) in [
        ("j a who <Enter> 1", Pane::Entities),
        ("4 gg a when <Enter> 3", Pane::Timeline),
        ("1 gg a which <Enter> 3", Pane::Reader),
        ("1 gg <Enter> } } a there <Enter> 3", Pane::Reader),
    ] {
        let mut desk = desk();
        desk.keys(keys);
        let about = last(&desk);
        desk.keys("C <Enter>");
        assert_eq!(desk.state.focus(), pane, "{about:?}");
        let corpus = desk.state.corpus();
        match about {
            Act::Note { on: Subject::Entity(on), .. } => {
                let at = desk.state.entities().current().unwrap();
                assert_eq!(corpus.entity(at).id, on.id);
                assert_eq!(desk.state.target().targets, [redstring::model::Target::Entity(on.id)]);
            }
            Act::Note { on: Subject::Event(on), .. } => {
                assert_eq!(corpus.event(desk.state.timeline().current().unwrap()).id, on.id);
            }
            Act::Note { on: Subject::Document(on), .. } => {
                assert_eq!(corpus.document(desk.state.reader().position(corpus).unwrap()).file, on.file);
            }
            Act::Note { on: Subject::Text(on), .. } => {
                let at = desk.state.reader().caret.at;
                assert!((on.start..on.end).contains(&at), "{at} in {on:?}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn notes_are_filtered_by_kind_and_by_words() {
    let mut desk = desk();
    desk.keys("a Ask_the_clerk <Enter> # key <Enter> j a Ask_her <Enter> * C");
    let rows = |desk: &Desk| {
        let Overlay::Picker(picker) = desk.state.overlay() else { panic!("no list") };
        picker.rows.iter().map(|at| picker.items[*at].words.clone()).collect::<Vec<_>>()
    };
    assert_eq!(rows(&desk).len(), 4);
    desk.keys("clerk");
    assert_eq!(rows(&desk), ["Ask_the_clerk"]);
    desk.keys("<C-u> <C-t>").shows("notes");
    assert_eq!(rows(&desk), ["Ask_her", "Ask_the_clerk"]);
    desk.keys("<C-t>").shows("tags");
    assert_eq!(rows(&desk), ["#key"]);
}

#[test]
fn what_cannot_be_saved_is_said_and_leaving_is_asked_twice() {
    let mut desk = desk();
    let why = "harbour.jsonl: could not be saved: No space left on device; make room on the disk";
    desk.keys("a kept <Enter>").tell(Message::Unsaved { count: 1, why: why.into() });
    assert!(desk.screen().contains("1 entry not saved, kept in memory"), "{}", desk.screen());
    assert_eq!(desk.state.keeping().safety(), Safety::Unsaved);
    desk.effects.clear();
    desk.keys("q");
    assert!(desk.effects.is_empty(), "{:?}", desk.effects);
    desk.keys(": casework.export <Enter> /tmp/other.jsonl <Enter>");
    assert_eq!(desk.effects, [Effect::Export("/tmp/other.jsonl".into())]);
    desk.keys(": casework.save <Enter>");
    assert_eq!(desk.effects.last(), Some(&Effect::Save));
    desk.tell(Message::Saved(1));
    assert!(!desk.screen().contains("not saved"), "{}", desk.screen());
    desk.keys("q");
    assert_eq!(desk.effects.last(), Some(&Effect::Quit));
}

#[test]
fn nothing_is_begun_where_it_could_not_be_kept() {
    let mut desk = desk();
    desk.state = redstring::app::State::new(desk.state.size(), redstring::app::Settings::default());
    desk.tell(Message::Snapshot(std::sync::Arc::new(library()))).keys("a");
    assert!(matches!(desk.state.overlay(), Overlay::None));
    assert!(notice(&desk).contains("Wait until all is read"), "{}", notice(&desk));
    let why = "/home/ada/a/folder/that/lies/deep/harbour.jsonl: this is no casebook, and it is left as it is; name another file";
    desk.tell(Message::NoCasebook(why.into()));
    assert!(desk.screen().contains(" Nothing can be kept: /home/ada/a/folder"), "{}", desk.screen());
    assert!(desk.screen().contains(" name another file"), "the remedy is cut: {}", desk.screen());
    desk.keys("a");
    assert!(notice(&desk).contains("no casebook"), "{}", notice(&desk));
    desk.tell(Message::Record(std::sync::Arc::default()));
    assert!(!desk.screen().contains("Nothing can be kept"), "{}", desk.screen());
}
