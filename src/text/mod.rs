//! What a place in a text is: spans, folding, tokens, sentences, wrapped lines and what may be shown.
//!
//! No files, no screen, no meaning: this layer knows bytes, characters and cells, nothing of names or dates.
//! It is the only layer that slices strings.

mod abbreviations;
mod cells;
mod fold;
mod hidden;
mod one_line;
mod points;
mod quick;
mod sentences;
mod span;
mod tokens;
mod visible;
mod words;
mod wrap;

pub use cells::{Cell, cells};
pub use fold::{Folded, fold, fold_character};
pub use hidden::is_hidden;
pub use one_line::one_line;
pub use points::CodePoints;
pub use quick::{QuickMap, QuickSet};
pub use sentences::sentences;
pub use span::Span;
pub use tokens::{Shape, Token, tokens};
pub use visible::{clip, visible, width};
pub use words::{Word, words};
pub use wrap::wrap;
