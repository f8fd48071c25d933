//! What can be told about a document before it is parsed: the parser recurses, and so must be given nothing that nests without end.

use super::Bounds;
use crate::{
    error::{Error, Result},
    types::Problem,
};

/// How deep brackets may nest: beyond any depth that queries may have, and shallow enough for every recursion over a document.
pub(in crate::api) const MOST_NESTED: usize = 64;

/// Refuses a document whose tokens, directives or brackets are too many, or whose strings have no end, without reading any further
/// than that.
///
/// Where strings begin and end is decided exactly as the parser does; a string without an end is refused here, because the parser would
/// go on to take `"""` for an empty string and what follows for brackets.
pub(super) fn check(text: &str, bounds: &Bounds) -> Result<()> {
    let mut lexer = Lexer { rest: text.as_bytes() };
    let (mut tokens, mut directives, mut nesting) = (0, 0, 0_usize);
    while let Some(token) = lexer.next()? {
        tokens += 1;
        match token {
            b'@' => directives += 1,
            b'(' | b'[' | b'{' => nesting += 1,
            b')' | b']' | b'}' => nesting = nesting.saturating_sub(1),
            _ => {}
        }
        super::at_most(tokens, bounds.tokens, "文档过长", "个词法单元", "the document is too long", "tokens")?;
        super::at_most(directives, bounds.directives, "指令过多", "个", "too many directives", "in a document")?;
        super::at_most(nesting, MOST_NESTED, "文档嵌套过深", "层括号", "the document is nested too deep", "brackets within each other")?;
    }
    Ok(())
}

struct Lexer<'a> {
    rest: &'a [u8],
}

impl Lexer<'_> {
    /// The first byte of the next token; none at the end.
    fn next(&mut self) -> Result<Option<u8>> {
        loop {
            match *self.rest {
                [] => return Ok(None),
                [b' ' | b'\t' | b'\r' | b'\n' | b',', ..] => self.skip(1),
                [0xEF, 0xBB, 0xBF, ..] => self.skip(3),
                [b'#', ..] => self.skip_while(|byte| byte != b'\n' && byte != b'\r'),
                [b'"', b'"', b'"', ..] => return self.block_string(),
                [b'"', ..] => return self.string(),
                [first, ..] if is_of_a_word(first) => {
                    self.skip_while(is_of_a_word);
                    return Ok(Some(first));
                }
                [0, ..] => return Err(no_nul()),
                [first, ..] => {
                    self.skip(if self.rest.starts_with(b"...") { 3 } else { 1 });
                    return Ok(Some(first));
                }
            }
        }
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    fn skip_while(&mut self, is_within: impl Fn(u8) -> bool) {
        let end = self.rest.iter().position(|byte| !is_within(*byte)).unwrap_or(self.rest.len());
        self.skip(end);
    }

    fn string(&mut self) -> Result<Option<u8>> {
        self.skip(1);
        loop {
            match *self.rest {
                [] | [b'\n' | b'\r', ..] => return Err(endless_string()),
                [b'"', ..] => {
                    self.skip(1);
                    return Ok(Some(b'"'));
                }
                [0, ..] => return Err(no_nul()),
                [b'\\', ..] => self.skip(2),
                _ => self.skip(1),
            }
        }
    }

    fn block_string(&mut self) -> Result<Option<u8>> {
        self.skip(3);
        loop {
            match *self.rest {
                [] => return Err(endless_string()),
                [b'"', b'"', b'"', ..] => {
                    self.skip(3);
                    return Ok(Some(b'"'));
                }
                [0, ..] => return Err(no_nul()),
                [b'\\', b'"', b'"', b'"', ..] => self.skip(4),
                _ => self.skip(1),
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

fn no_nul() -> Error {
    Error::not_of_the_schema(None, Problem::new("文档中不得有 NUL 字符", "the document holds a NUL character"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    fn checked(text: &str) -> Result<()> {
        check(text, &Bounds { tokens: 10, directives: 2, ..Bounds::for_tests() })
    }

    fn refused(text: &str) -> ErrorCode {
        checked(text).expect_err(text).code
    }

    #[test]
    fn tokens_are_counted_to_the_limit() {
        checked("{ a b c d e f g h }").expect("ten tokens");
        assert_eq!(refused("{ a b c d e f g h i }"), ErrorCode::TooComplex);
        checked("{ a, b # c d e f g h i j k l m\n }").expect("commas and comments are none");
        checked("{ a(b: \"c d e f g h i j k\") }").expect("a string is one");
        checked("{ a(b: \"\"\"c \"d\" \\\"\"\" e f g h i\"\"\") }").expect("a block string is one");
        checked("{ ...a ...b ...c ...d }").expect("three points are one");
    }

    #[test]
    fn directives_are_counted_to_the_limit() {
        checked("{ a @b c @d }").expect("two directives");
        assert_eq!(refused("{ a @b @c @d }"), ErrorCode::TooComplex);
        checked("{ a(b: \"@ @ @ @\") }").expect("those in strings are none");
    }

    #[test]
    fn brackets_nest_to_the_limit() {
        let nested = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let bounds = Bounds { tokens: 1000, ..Bounds::for_tests() };
        check(&nested(MOST_NESTED), &bounds).expect("as deep as may be");
        assert_eq!(check(&nested(MOST_NESTED + 1), &bounds).expect_err("too deep").code, ErrorCode::TooComplex);
        check(&"[]".repeat(MOST_NESTED + 1), &bounds).expect("side by side");
    }

    #[test]
    fn a_string_without_end_is_no_way_around_it() {
        for text in ["{ a(b: \"", "{ a(b: \"\\\"", "{ a(b: \"\n\") }", "{ a(b: \"\"\"[[[\" [[[", "\"\"\"\"\"", "{ a(b: \"\\"] {
            assert_eq!(refused(text), ErrorCode::InvalidInput, "{text}");
        }
    }

    #[test]
    fn a_nul_is_refused() {
        for text in ["{ a\0 }", "{ a(b: \"\0\") }", "{ a(b: \"\"\"\0\"\"\") }"] {
            assert_eq!(refused(text), ErrorCode::InvalidInput, "{text:?}");
        }
        checked("{ a(b: \"\\u0000\") }").expect("an escape, which is for whoever reads the value");
    }
}
