//! The forms of values that are other ones in each town.

use types::{CodeKind, PrintedCode, Timestamp};
use uuid::Uuid;

/// The form of a value that is another one in each town.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Id,
    Code(char),
    Instant,
    Hash,
    Token,
}

impl Form {
    pub fn of(word: &str) -> Option<Self> {
        let kinds = [
            CodeKind::HarvestLot,
            CodeKind::ProductionBatch,
            CodeKind::Certificate,
            CodeKind::Preorder,
            CodeKind::Receipt,
        ];
        let is_code = kinds.iter().any(|kind| PrintedCode::parse(*kind, word).is_some_and(|code| code.0 == word));
        if word.len() == 36 && Uuid::parse_str(word).is_ok() {
            Some(Self::Id)
        } else if is_code {
            word.chars().next().map(Self::Code)
        } else if word.contains('T') && Timestamp::parse(word).is_ok() {
            Some(Self::Instant)
        } else if word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Some(Self::Hash)
        } else if word.len() == 43 && word.bytes().any(|byte| byte.is_ascii_digit()) {
            Some(Self::Token)
        } else {
            None
        }
    }
}

/// A text as its words and what is between them. What is written before an id or a hash (`sale:`, `sha256:`) is a word
/// of its own.
pub fn words(text: &str) -> Vec<&str> {
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || "-_:.".contains(letter);
    let mut words = Vec::new();
    for word in text.split_inclusive(|letter| !is_of_word(letter)) {
        let end = word.trim_end_matches(|letter| !is_of_word(letter)).len();
        let (word, between) = word.split_at(end);
        match word.split_once(':') {
            Some((kind, id)) if matches!(Form::of(id), Some(Form::Id | Form::Hash)) => {
                words.extend([kind, ":", id, between]);
            }
            _ => words.extend([word, between]),
        }
    }
    words
}
