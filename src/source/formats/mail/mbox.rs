//! A mailbox: messages one after the other, each behind a line that begins with "From ".

use mail_parser::mailbox::mbox::MessageIterator;

use super::super::super::reason::Reason;
use super::super::{Format, LARGEST_ARCHIVE, Part, Room};
use super::eml::message;

/// Messages that are read of one mailbox.
const MOST: usize = 100_000;

/// A mailbox.
pub(in crate::source::formats) struct Mbox;

impl Format for Mbox {
    fn name(&self) -> &'static str {
        "a mailbox"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["mbox"]
    }

    fn largest(&self) -> u64 {
        LARGEST_ARCHIVE
    }

    fn read(&self, bytes: &[u8], room: &mut Room) -> Result<Vec<Part>, Reason> {
        let mut parts = Vec::new();
        for (at, read) in MessageIterator::new(bytes).enumerate() {
            let name = format!("message {}", at + 1);
            if at == MOST {
                parts.push(Part::failed("", Reason::TooManyParts(MOST)));
                break;
            }
            let read = match read {
                Ok(read) => room.unpack(read.contents(), self.name()),
                Err(error) => Err(Reason::Damaged(self.name(), format!("{error:?}"))),
            };
            match read.map(|contents| message(&contents, &name)) {
                Ok(Some(message)) => parts.extend(message),
                Ok(None) => parts.push(Part::failed(name, Reason::Nothing("a message", "no header"))),
                Err(reason) => parts.push(Part::failed(name, reason)),
            }
        }
        if parts.is_empty() {
            return Err(Reason::Nothing(self.name(), "no line that begins with \"From \""));
        }
        Ok(parts)
    }
}
