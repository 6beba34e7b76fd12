//! E-mail: the header's lines and the words, attachments beside them.

pub(super) mod eml;
pub(super) mod mbox;
