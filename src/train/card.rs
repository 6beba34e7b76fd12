//! The model card: what the weights were made from, how good they are, how to make them again.

use std::fmt::Write;

use sha2::{Digest as _, Sha256};

use super::recipe::{Figure, Trained};

/// The card of trained weights, in Markdown.
pub fn card(trained: &Trained) -> String {
    let mut card = String::from(HEAD);
    let (kept, learned) = trained.features;
    let (annotated, labelled) = trained.words;
    let hash: String = Sha256::digest(&trained.file)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect();
    let _ = writeln!(
        card,
        "{annotated} annotated words and {labelled} words that a model labelled; {kept} of {learned} features kept; the file has \
         {} bytes.\nSHA-256 of weights.bin: {hash}\n\n## Figures\n\nExact spans and kinds, a leading article and a trailing possessive \
         taken off, by the recognizer alone (without the rules around it), with the weights as they are in the file. The gold of \
         GUM news and re3d is approximate and follows another policy; the volumes of State Department documents have people \
         marked, and not all of them. The last column is the share of a set's stretches of twelve words that stand in the texts \
         learned from, too.\n\n| set | person P / R / F1 | organization P / R / F1 | place P / R / F1 | learned too |\n\
         |---|---|---|---|---|",
        trained.file.len()
    );
    for Figure { set, score, learned } in &trained.figures {
        let _ = write!(card, "| {set} |");
        for counts in crate::model::Kind::ALL.map(|kind| score.of(kind)) {
            let [precision, recall, mean] = counts.shares();
            let _ = match counts.gold {
                0..50 => write!(card, " - |"),
                _ => write!(card, " {precision:.1} / {recall:.1} / {mean:.1} |"),
            };
        }
        let _ = write!(card, " {learned:.2} % |");
        card.push('\n');
    }
    card + TAIL
}

const HEAD: &str = "\
# The recognizer's weights

`weights.bin` is made by the training program; don't edit it, nor this card, by hand.

A linear-chain conditional random field in two looks over hashed features: words, affixes, shapes, word clusters, the lists of the
gazetteer, neighbours and runs of capitals; in the second look how the first labelled the same words elsewhere in the document.
Labels: outside, and begin, inside, last, unit of person, organization and place. English. It sees only stretches with capitals.

## Data

| corpus | use | licence |
|---|---|---|
| WikiGold (Balasuriya et al. 2009) | learned, a tenth kept back | CC BY 4.0 |
| WNUT 2017, train (Derczynski et al. 2017) | learned | CC BY 4.0 |
| Broad Twitter Corpus (Derczynski et al. 2016), handles unmarked | learned | CC BY 4.0 |
| Universal NER, English EWT dev (Mayhew et al. 2024) | learned | CC BY-SA 4.0 |
| Foreign Relations of the United States 1958-60 XIII and 1977-80 XXI, every second document | people as marked, the rest labelled | US public domain |
| MUC-3/4, 100 reports in mixed case | labelled by a model | CC0 |
| GUM, interviews and biographies (Zeldes 2017) | clear names as marked, the rest labelled | marks CC BY 4.0, text CC BY 2.5 and CC BY-SA 3.0 |
| more: Malaysian English news (Chanthran et al. 2024), 200 articles | learned, a fifth kept back | MIT as published; the articles are from three news sites |
| more: Re-DocRED dev and test (Tan et al. 2022, Yao et al. 2019), 1,000 beginnings of Wikipedia articles | learned | marks MIT, text CC BY-SA 3.0 |
| more: GUM, academic, court, travel guides | names as marked, the rest labelled | marks CC BY 4.0, text CC BY 4.0 and CC BY-SA 3.0 |
| 150,000 words in 64, 256 and 1,000 clusters, k-means over GloVe vectors (Pennington et al. 2014) | features | PDDL 1.0 |

Marks of peoples are dropped, titles taken off people's names, and well-known bodies and places are what the gazetteer says, since
the corpora disagree. The licences are those that the corpora state. A corpus can license its marks; the text stays its authors':
Wikipedia's and Wikinews' under the licences above, messages and news articles with whoever wrote them, whatever the corpus that
quotes them says. GUM's genres whose texts have no stated licence, or one that forbids commercial use, are left out. No text of any
of them is in the weights, only hashes of features. The newest texts are news of 2022 and a few pages of
2023 and 2024, most are older than 2018; the clusters are of 2014: later names are known from their context only.

";

const TAIL: &str = "
Before the corpora marked \"more\" and the larger lists, the recognizer alone had on WikiGold 80.0 / 43.1 / 82.4, on GUM news 62.7 /
52.9 / 64.4 and on re3d 60.2 / 43.2 / 60.2; on the Malaysian news, unseen, 66.9 / 57.8 / 71.7. `train measure` prints these figures
with the rules around it, too.

## How to make them again

    cargo run --release --features train --bin train -- FOLDER MORE
    cargo run --release --features train --bin train -- measure FOLDER MORE
    cargo run --release --features train --bin bench

FOLDER holds `train/names` (wikigold.conll.txt, uner_ewt_dev.iob2, wnut17.train, wnut17.dev, btc_*.conll, clusters.tsv), `corpora`
(frus, muc, gum-wikinews) and `dev/names` (gum_news, re3d.jsonl; only measured). MORE holds, from public repositories on GitHub:

| in MORE | from | commit |
|---|---|---|
| `men/annotated_set.json`, `men/article_text/*.txt` | mohanraj-nlp/MEN-Dataset, folder `data` | 856b658db880c8b079dc7b8fa64da4ce115f65e7 |
| `redocred/dev_revised.json`, `redocred/test_revised.json` | tonytan48/Re-DocRED, folder `data` | ccfb54f5ddf5836027c87badda10f6dfc56efaac |
| `gum/GUM_{academic,court,voyage}_*.conllu` | amir-zeldes/gum, folder `dep` | 72ce5ac14978a324c2fd18d49484e65292cbe316 |

Each file goes where the first column says, below a folder of any name:

    MORE/men/annotated_set.json      MORE/men/article_text/article_1.txt ...
    MORE/redocred/dev_revised.json   MORE/redocred/test_revised.json
    MORE/gum/GUM_academic_art.conllu ...

One core, fixed seed: the same folders and the same gazetteer give the same file. Without MORE, or with a part of it, the program
trains on what is there and gives other weights. A change of the gazetteer or of the features calls for training again: the file
holds a digest of both, and a test fails where it is not the present one.
";

#[cfg(test)]
mod tests {
    use super::{HEAD, TAIL};

    #[test]
    fn the_card_beside_the_weights_is_the_one_that_training_writes() {
        let card = include_str!("../extract/names/tagger/MODEL.md");
        assert!(card.starts_with(HEAD) && card.ends_with(TAIL), "the corpora or the card have changed: train again");
    }
}
