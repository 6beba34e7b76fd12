//! References over whole texts: which roles and pronouns are linked, to whom, and which stay unlinked.

use redstring::load::load_bytes;
use redstring::model::{Form, References};

/// The references that are shown, as "words: name", in reading order; of two people at one place, both.
fn check(texts: &[&str], expected: &[&str]) {
    let articles: Vec<(String, String)> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| (format!("{at}.txt"), format!("The port of Aarhus\n\n{text}\n")))
        .collect();
    let corpus = load_bytes(&articles);
    let shown = corpus.references().iter().filter(|reference| References::Sure.hold(reference));
    let shown: Vec<String> = shown
        .map(|reference| {
            assert_eq!(reference.form, Form::Reference);
            let document = corpus.passage(reference.passage).document;
            format!("{}: {}", corpus.quote(document, reference.span), corpus.entity(reference.entity).name)
        })
        .collect();
    assert_eq!(shown, expected, "{texts:?}");
}

#[test]
fn a_role_stands_for_the_one_who_bears_it() {
    let text = "Sergey Vexov, the Danish ambassador, came at noon. The minister waited. Nobody knew why the Danish ambassador \
                had come, and the ambassador did not say.";
    check(&[text], &["the Danish ambassador: Sergey Vexov", "the ambassador: Sergey Vexov"]);
    check(
        &["Danish Ambassador Ada Vexworth came. Denmark\u{2019}s ambassador did not speak."],
        &["ambassador: Ada Vexworth"],
    );
    check(&["The harbour envoy left. Maria Vexworth, the Danish envoy, stayed. The Swedish ambassador left."], &[]);
}

#[test]
fn a_role_that_two_bear_stands_for_nobody() {
    let text = "Sergey Vexov, the Danish ambassador, met Paul Holm, the Swedish ambassador. The ambassador left early.";
    check(&[text], &[]);
    check(&["Sergey Vexov, the Danish ambassador, left. An ambassador called. The ambassador was angry."], &[]);
}

#[test]
fn another_document_tells_who_bears_a_role() {
    let told = "Sergey Vexov, the Danish ambassador, came at noon.";
    check(&[told, "Nobody asked the Danish ambassador why."], &["the Danish ambassador: Sergey Vexov"]);
    check(&[told, "Nobody asked the ambassador why."], &[]);
    check(&[told, "Paul Holm, the Danish ambassador, left.", "Nobody asked the Danish ambassador why."], &[]);
    check(&[told, "Nobody asked the former Danish ambassador why."], &[]);
}

#[test]
fn whose_it_is_tells() {
    let text = "Jens Vexworth, President Paul Holm\u{2019}s son-in-law, left. Holm\u{2019}s son-in-law was tired.";
    check(&[text], &["son-in-law: Jens Vexworth"]);
    check(
        &["Paul Holm was elected on Sunday. President-elect Paul Holm spoke. Friends of the president-elect left."],
        &["the president-elect: Paul Holm"],
    );
    check(&["President Paul Holm spoke. Friends of the president-elect left."], &[]);
}

#[test]
fn a_pronoun_stands_for_the_only_one_who_fits() {
    check(&["Paul Holm left the port. He took the train."], &["He: Paul Holm"]);
    check(&["Paul Holm said he had left the port."], &["he: Paul Holm"]);
    check(&["Maria Holm met Paul Vexworth. She took his letter."], &["She: Maria Holm", "his: Paul Vexworth"]);
}

#[test]
fn a_pronoun_that_may_be_two_stands_for_nobody() {
    check(&["Paul Holm and Peter Vexworth left the port. He took the train."], &[]);
    check(&["Paul Holm told Peter Vexworth he was late."], &[]);
    check(&["A sailor left the port. He took the train."], &[]);
    check(&["Maria Holm left the port. He took the train."], &[]);
    check(&["It rained in the port. He took the train."], &[]);
}

#[test]
fn somebody_elses_words_are_left_alone() {
    check(&["Paul Holm spoke in the port. \u{201C}He was late,\u{201D} a clerk said."], &[]);
    check(&["Paul Holm spoke in the port. I told everybody that he was late."], &[]);
}

#[test]
fn two_men_are_the_two_just_spoken_of() {
    let text = "Paul Holm spoke with Peter Vexworth on Monday. The two men discussed the port. A clerk left.";
    check(&[text], &["The two men: Paul Holm", "The two men: Peter Vexworth"]);
    check(&["Paul Holm, Peter Vexworth and Jens Berg left. The two men discussed the port."], &[]);
}

#[test]
fn a_call_told_of_before_had_two_sides() {
    let text = "Paul Holm called Peter Vexworth on Monday. Nobody in the port knew that the call had been made.";
    check(&[text], &["the call: Paul Holm", "the call: Peter Vexworth"]);
    let mixed =
        "Paul Holm called Peter Vexworth on Monday. Jens Berg called Peter Vexworth on Friday. The call was short.";
    check(&[mixed], &[]);
    check(
        &["Paul Holm called Peter Vexworth. Maria Berg told the port in a call that it rained. The call was short."],
        &[],
    );
}

#[test]
fn a_camp_never_acts() {
    check(&["The Paul Holm campaign met in the port. He took the train."], &[]);
}
