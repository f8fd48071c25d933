//! Checks on a document before it is parsed. The parser recurses, so it must not get a document with unlimited nesting.

use std::{borrow::Cow, ops::Range};

use super::{
    Bounds,
    strings::{block_value, quoted},
};
use store::error::{Error, Result};
use types::Problem;

/// How deep brackets may nest: deeper than any allowed query depth, and shallow enough for every recursion over a
/// document.
pub(crate) const MOST_NESTED: usize = 64;
/// This many digits always fit the parser's numbers.
pub const DIGITS: usize = 18;
/// The first character of a text that stands in for a whole number with more digits. No accepted text contains it.
pub const BIG_NUMBER: char = '\0';

/// Refuses a document with too many tokens, directives or nested brackets, or with an unterminated string, and reads no
/// further than that. Returns the text for the parser.
///
/// The start and end of a string are decided exactly as in the parser. An unterminated string is refused here, because
/// the parser would take `"""` for an empty string and read what follows as brackets.
///
/// The parser does not support surrogate pairs, `\u{...}`, quotes in block strings, numbers of more than 64 bits, and
/// descriptions. They are rewritten for it: characters as themselves; a whole number that only an `ID` accepts as a
/// text that begins with NUL, which no other accepted text contains; and descriptions, which mean nothing to a server,
/// as blanks.
pub(super) fn check<'a>(text: &'a str, bounds: &Bounds) -> Result<Cow<'a, str>> {
    let mut lexer = Lexer { text, start: 0, at: 0, edits: Vec::new() };
    let (mut tokens, mut directives, mut nesting) = (0, 0, 0_usize);
    let mut before = Token { first: b' ', is_description: false };
    while let Some(token) = lexer.next()? {
        tokens += 1;
        before = lexer.described(token, before, nesting)?;
        match token {
            b'@' => directives += 1,
            b'(' | b'[' | b'{' => nesting += 1,
            b')' | b']' | b'}' => nesting = nesting.saturating_sub(1),
            _ => {}
        }
        super::at_most(tokens, bounds.tokens, "文档过长", "个词法单元", "the document is too long", "tokens")?;
        super::at_most(directives, bounds.directives, "指令过多", "个", "too many directives", "in a document")?;
        super::at_most(
            nesting,
            MOST_NESTED,
            "文档嵌套过深",
            "层括号",
            "the document is nested too deep",
            "brackets within each other",
        )?;
    }
    if before.is_description {
        return Err(undescribed());
    }
    Ok(edited(text, &lexer.edits))
}

/// The last token read.
struct Token {
    first: u8,
    /// Whether it is a description of what follows.
    is_description: bool,
}

/// The text with some ranges replaced.
fn edited<'a>(text: &'a str, edits: &[(Range<usize>, String)]) -> Cow<'a, str> {
    if edits.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut written, mut from) = (String::with_capacity(text.len()), 0);
    for (range, replacement) in edits {
        written.push_str(&text[from..range.start]);
        written.push_str(replacement);
        from = range.end;
    }
    written.push_str(&text[from..]);
    Cow::Owned(written)
}

struct Lexer<'a> {
    text: &'a str,
    /// The start of the last token read.
    start: usize,
    at: usize,
    edits: Vec<(Range<usize>, String)>,
}

impl Lexer<'_> {
    fn rest(&self) -> &[u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The first byte of the next token. None at the end.
    fn next(&mut self) -> Result<Option<u8>> {
        loop {
            self.start = self.at;
            match *self.rest() {
                [] => return Ok(None),
                [b' ' | b'\t' | b'\r' | b'\n' | b',', ..] => self.at += 1,
                [0xEF, 0xBB, 0xBF, ..] => self.at += 3,
                [b'#', ..] => self.skip_while(|byte| byte != b'\n' && byte != b'\r'),
                [b'"', b'"', b'"', ..] => return self.block_string(),
                [b'"', ..] => return self.string(),
                [b'-' | b'0'..=b'9', ..] => return Ok(Some(self.number())),
                [first, ..] if is_of_a_word(first) => {
                    self.skip_while(is_of_a_word);
                    return Ok(Some(first));
                }
                [0, ..] => return Err(no_nul()),
                [first, ..] => {
                    self.at += if self.rest().starts_with(b"...") { 3 } else { 1 };
                    return Ok(Some(first));
                }
            }
        }
    }

    /// If the last token read is a description, removes it from the text. A description is a string outside of all
    /// brackets, or among the variables of an operation. It must be followed by what it describes.
    fn described(&mut self, first: u8, before: Token, nesting: usize) -> Result<Token> {
        let is_description = first == b'"' && (nesting == 0 || (nesting == 1 && !matches!(before.first, b':' | b'=')));
        let is_describable = if nesting == 0 { matches!(first, b'q' | b'm' | b's' | b'f') } else { first == b'$' };
        if before.is_description && !is_describable {
            return Err(undescribed());
        }
        if is_description {
            self.edits.retain(|(range, _)| range.start < self.start);
            let blanks =
                self.text[self.start..self.at].chars().map(|character| if character == '\n' { '\n' } else { ' ' });
            self.edits.push((self.start..self.at, blanks.collect()));
        }
        Ok(Token { first, is_description })
    }

    fn skip_while(&mut self, is_within: impl Fn(u8) -> bool) {
        let length = self.rest().iter().position(|byte| !is_within(*byte)).unwrap_or(self.rest().len());
        self.at += length;
    }

    /// A number up to its fraction, or a lone sign, which the parser refuses.
    fn number(&mut self) -> u8 {
        let start = self.at;
        self.at += usize::from(self.rest().starts_with(b"-"));
        let digits = self.at;
        self.skip_while(|byte| byte.is_ascii_digit());
        let is_whole = !matches!(self.rest(), [b'.' | b'e' | b'E', ..]);
        if is_whole && self.at - digits > DIGITS {
            let number = &self.text[start..self.at];
            self.edits.push((start..self.at, format!("\"{BIG_NUMBER}{number}\"")));
        }
        self.skip_while(is_of_a_word);
        b'0'
    }

    #[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
    fn string(&mut self) -> Result<Option<u8>> {
        let before = self.edits.len();
        self.at += 1;
        loop {
            match *self.rest() {
                [] | [b'\n' | b'\r', ..] => return Err(endless_string()),
                [b'"', ..] => {
                    self.at += 1;
                    // Padded with blanks, so that what follows stays in its column.
                    let shorter = |(range, replacement): &(Range<usize>, String)| {
                        range.len().saturating_sub(replacement.chars().count())
                    };
                    let blanks = self.edits[before..].iter().map(shorter).sum();
                    if blanks > 0 {
                        self.edits.push((self.at..self.at, " ".repeat(blanks)));
                    }
                    return Ok(Some(b'"'));
                }
                [0, ..] => return Err(no_nul()),
                [b'\\', b'u', ..] => self.escape()?,
                [b'\\', ..] => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    /// A numeric escape. An invalid escape is left to the parser.
    fn escape(&mut self) -> Result<()> {
        let start = self.at;
        let (code, length) = match self.rest().get(2) {
            Some(b'{') => {
                let end = self.rest().iter().position(|byte| *byte == b'}').unwrap_or(2);
                (self.hexadecimal(3..end), end + 1)
            }
            _ => (self.hexadecimal(2..6), 6),
        };
        let is_braced = self.rest().get(2) == Some(&b'{');
        let Some(code) = code else {
            self.at += 2;
            return if is_braced { Err(no_character()) } else { Ok(()) };
        };
        let (character, length) = match code {
            0xD800..0xDC00 if !is_braced && self.rest().get(6..8) == Some(b"\\u".as_slice()) => match self
                .hexadecimal(8..12)
            {
                Some(low @ 0xDC00..0xE000) => (char::from_u32(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)), 12),
                _ => (None, 6),
            },
            code => (char::from_u32(code), length),
        };
        let Some(character) = character else { return Err(no_character()) };
        self.at += length;
        if is_braced || length == 12 {
            let replacement = match character {
                '"' | '\\' => format!("\\{character}"),
                '\n' => "\\n".to_owned(),
                '\r' => "\\r".to_owned(),
                character => character.to_string(),
            };
            self.edits.push((start..self.at, replacement));
        }
        Ok(())
    }

    fn hexadecimal(&self, range: Range<usize>) -> Option<u32> {
        let digits = self.rest().get(range).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
        u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    }

    fn block_string(&mut self) -> Result<Option<u8>> {
        let mut has_quotes = false;
        self.at += 3;
        loop {
            match *self.rest() {
                [] => return Err(endless_string()),
                [b'"', b'"', b'"', ..] => {
                    let raw = &self.text[self.start + 3..self.at];
                    self.at += 3;
                    if has_quotes {
                        // The same number of lines, so that what follows stays in its line.
                        let lines = "\n".repeat(raw.matches('\n').count());
                        self.edits.push((self.start..self.at, format!("{}{lines}", quoted(&block_value(raw)))));
                    }
                    return Ok(Some(b'"'));
                }
                [0, ..] => return Err(no_nul()),
                [b'\\', b'"', b'"', b'"', ..] => {
                    has_quotes = true;
                    self.at += 4;
                }
                _ => self.at += 1,
            }
        }
    }
}

fn is_of_a_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn endless_string() -> Error {
    Error::not_of_the_schema(None, Problem::new("文档语法错误：字符串没有结束", "syntax error: a string has no end"))
}

fn undescribed() -> Error {
    let problem =
        Problem::new("文档语法错误：描述之后没有所描述的定义", "syntax error: a description describes nothing");
    Error::not_of_the_schema(None, problem)
}

fn no_character() -> Error {
    let problem = Problem::new("文档语法错误：转义不表示任何字符", "syntax error: an escape represents no character");
    Error::not_of_the_schema(None, problem)
}

fn no_nul() -> Error {
    Error::not_of_the_schema(None, Problem::new("文档中不得有 NUL 字符", "the document contains a NUL character"))
}

#[cfg(test)]
mod tests;
