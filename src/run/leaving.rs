//! What leaves, written by a thread of its own: the session goes on meanwhile.

use std::io;
use std::path::{Path, absolute};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::app::{Answer, Departure, Message};
use crate::corpus::Corpus;
use crate::model::Moment;
use crate::report::{DiskError, Furniture, Made, Report, Selection, write_file};

/// Starts to write. `tell` is called once, on the thread.
pub fn start(
    corpus: Arc<Corpus>,
    collection: String,
    departure: Departure,
    tell: impl FnOnce(Message) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    let work = move || tell(Message::Left(leave(&corpus, collection, departure)));
    thread::Builder::new().name("export".to_owned()).spawn(work)
}

fn leave(corpus: &Corpus, collection: String, departure: Departure) -> Answer {
    let Departure { passages, filter, about, references, export, file, existing } = departure;
    let selection = Selection::new(corpus, passages, filter, Furniture::LeftOut);
    let report = Report::new(corpus, selection, Made { at: now(), collection }).about(about).counting(references);
    let path = absolute(&file).unwrap_or_else(|_| Path::new(&file).to_owned());
    match write_file(&path, existing, |to| report.write(&export, None, to)) {
        Ok(loss) => {
            let told = [format!("Written to {}", path.display()), report.selection().in_words()];
            Answer::Written(told.into_iter().chain(loss.in_words()).collect::<Vec<_>>().join("; "))
        }
        Err(error @ (DiskError::Exists(_) | DiskError::Link(_))) => Answer::Occupied(error.to_string()),
        Err(error) => Answer::Failed(error.to_string()),
    }
}

fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_secs()).unwrap_or_default())
}
