//! Piles of articles to measure with: the paragraphs of the demo articles put together anew, their people and places renamed, their
//! dates moved, so that names, dates and copies stay lifelike. The same seed, the same pile; each article is made by itself.
//!
//! Several articles tell of one affair, with one cast; a few people stand in very many affairs, most in few. Some articles repeat
//! another, word for word or but for a paragraph. It measures nothing.

mod cast;
mod template;

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use chrono::{Days, NaiveDate};

use crate::train::random::Random;

use cast::Cast;
use template::{Paragraph, Piece, Templates};

/// Articles that tell of one affair.
const AFFAIR: u64 = 24;
/// Articles of one folder.
const FOLDER: u64 = 1000;
/// Words that an article has at least.
const WORDS: usize = 700;
/// One article in so many repeats another word for word.
const COPIES: u64 = 50;
/// One article in so many repeats another but for a paragraph.
const NEAR_COPIES: u64 = 25;
/// One article in so many has no date.
const UNDATED: u64 = 20;

/// A pile of a certain size.
pub struct Pile {
    seed: u64,
    size: u64,
    templates: Templates,
}

impl Pile {
    /// Of `size` articles.
    pub fn new(seed: u64, size: u64) -> Self {
        Self { seed, size, templates: Templates::of_demo() }
    }

    /// Writes all articles below `folder`.
    ///
    /// # Errors
    /// Where a file can't be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for number in 0..self.size {
            let path = folder.join(Self::file(number));
            if number % FOLDER == 0 {
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
            }
            fs::write(path, self.article(number))?;
        }
        Ok(())
    }

    /// The path of an article below the folder.
    pub fn file(number: u64) -> String {
        format!("{:03}/{number:06}.txt", number / FOLDER)
    }

    /// The text of an article.
    pub fn article(&self, number: u64) -> String {
        let mut random = self.random(number);
        let kind = random.draw();
        let other = random.draw() % number.max(1);
        match () {
            () if number > 0 && kind.is_multiple_of(COPIES) => self.article(self.original(other)),
            () if number > 0 && kind % NEAR_COPIES == 1 => {
                let text = self.article(self.original(other));
                let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
                let changed = paragraphs.len() / 2;
                paragraphs[changed] = "Editors have shortened this report.";
                paragraphs.join("\n\n")
            }
            () => self.new_article(number, &mut random),
        }
    }

    /// The article that another one repeats in the end: copies are never copied.
    fn original(&self, number: u64) -> u64 {
        let mut number = number;
        loop {
            let mut random = self.random(number);
            let kind = random.draw();
            let other = random.draw() % number.max(1);
            if number == 0 || (!kind.is_multiple_of(COPIES) && kind % NEAR_COPIES != 1) {
                return number;
            }
            number = other;
        }
    }

    fn random(&self, number: u64) -> Random {
        Random::new(self.seed ^ number.wrapping_mul(0x9E6C_63D0_876A_3F6B))
    }

    fn new_article(&self, number: u64, random: &mut Random) -> String {
        let affair = number / AFFAIR;
        let mut cast = Cast::new(self.seed, affair, self.size, self.templates.roles());
        // Whole weeks, so that the days of the week stay right.
        let weeks = Random::new(self.seed ^ affair).draw() % 1500 + random.draw() % 8;
        let moved = |day: NaiveDate| day + Days::new(weeks * 7) - Days::new(700 * 7);
        let mut text = self.header(moved, random);
        let mut order: Vec<&Paragraph> = self.templates.paragraphs().collect();
        let mut words = 0;
        while words < WORDS {
            random.shuffle(&mut order);
            cast.turn(random);
            for paragraph in &order {
                text.push('\n');
                let start = text.len();
                for piece in &paragraph.0 {
                    match piece {
                        Piece::Words(words) => text.push_str(words),
                        Piece::Person(role, form) => text.push_str(&cast.person(*role, *form)),
                        Piece::Place(role) => text.push_str(cast.place(*role)),
                        Piece::Day { day, year } => text.push_str(&template::written(moved(*day), *year)),
                    }
                }
                words += text.get(start..).unwrap_or_default().split_whitespace().count();
                text.push('\n');
                if words >= WORDS {
                    break;
                }
            }
        }
        text.push_str("\nCopyright: a text to measure with. It tells of nothing that has happened.\n\nBack to top\n");
        text
    }

    fn header(&self, moved: impl Fn(NaiveDate) -> NaiveDate, random: &mut Random) -> String {
        let mut header = "---\n".to_owned();
        // Writing into a string can't fail.
        let _ = writeln!(header, "source: {}", cast::outlet(random));
        if let Some(day) = self.templates.published(random).filter(|_| !random.draw().is_multiple_of(UNDATED)) {
            let _ = writeln!(header, "published: {}", moved(day));
        }
        header.push_str("---\n");
        header
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Pile;
    use crate::load;
    use crate::model::Kind;

    #[test]
    fn a_seed_tells_the_pile_and_another_seed_another() {
        let text = |seed| Pile::new(seed, 100).article(7);
        assert_eq!(text(1), text(1));
        assert_ne!(text(1), text(2));
    }

    #[test]
    fn some_articles_are_repeated() {
        let pile = Pile::new(2, 300);
        let different: HashSet<String> = (0..300).map(|at| pile.article(at)).collect();
        assert!((280..300).contains(&different.len()), "{}", different.len());
    }

    #[test]
    fn articles_are_lifelike() {
        let pile = Pile::new(1, 60);
        let articles: Vec<(String, String)> = (0..60).map(|at| (Pile::file(at), pile.article(at))).collect();
        let words: usize = articles.iter().map(|(_, text)| text.split_whitespace().count()).sum();
        assert!((700..850).contains(&(words / articles.len())), "{}", words / articles.len());
        let corpus = load::load_bytes(&articles);
        let people =
            corpus.entities().iter().filter(|entity| entity.kind == Kind::Person && entity.documents.len() > 2);
        let whole = people.filter(|person| person.name.contains(' ')).count();
        assert!(whole > 20, "{whole} people");
        assert!(corpus.events().len() > 30, "{} events", corpus.events().len());
        assert!(!corpus.entities().iter().any(|entity| entity.name == "Michael Flynn"), "somebody kept the name");
    }
}
