//! Unit tests.

use super::*;
use store::error::ErrorCode;

fn checked_with(text: &str, tokens: usize) -> Result<Cow<'_, str>> {
    check(text, &Bounds { tokens, directives: 2, ..Bounds::for_tests() })
}

fn checked(text: &str) -> Result<Cow<'_, str>> {
    checked_with(text, 10)
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
    for text in
        ["{ a(b: \"", "{ a(b: \"\\\"", "{ a(b: \"\n\") }", "{ a(b: \"\"\"[[[\" [[[", "\"\"\"\"\"", "{ a(b: \"\\"]
    {
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

#[test]
fn escapes_by_number_are_put_as_characters() {
    for (text, for_the_parser) in [
        (r#"{ a(b: "\u5185 \\u{41}") }"#, r#"{ a(b: "\u5185 \\u{41}") }"#),
        (r#"{ a(b: "\uD842\uDFB7") }"#, r#"{ a(b: "𠮷") }"#),
        (r#"{ a(b: "\ud842\udfb7", c: "\u{20BB7}x\u{41}") }"#, r#"{ a(b: "𠮷", c: "𠮷xA") }"#),
        (r#"{ a(b: "\u{22}\u{5c}\u{000A}\u{D}") }"#, r#"{ a(b: "\"\\\n\r") }"#),
    ] {
        let checked = checked_with(text, 20).expect(text);
        assert_eq!((checked.replace(' ', ""), checked.chars().count()), (for_the_parser.replace(' ', ""), text.len()));
    }
}

#[test]
fn an_escape_that_stands_for_no_character_is_refused() {
    for escape in [
        r"\uD842",
        r"\uDFB7",
        r"\uD842x",
        r"\uD842\u0041",
        r"\uDFB7\uD842",
        r"\u{D842}",
        r"\u{110000}",
        r"\u{}",
        r"\u{41",
        r"\u{fffffffff}",
    ] {
        assert_eq!(refused(&format!("{{ a(b: \"{escape}\") }}")), ErrorCode::InvalidInput, "{escape}");
    }
}

#[test]
fn a_number_beyond_the_parser_keeps_its_digits() {
    assert_eq!(checked("{ a(b: -123456789012345678) }").expect("18 digits"), "{ a(b: -123456789012345678) }");
    assert_eq!(checked("{ a(b: -1234567890123456789) }").expect("19 digits"), "{ a(b: \"\0-1234567890123456789\") }");
    assert_eq!(checked("{ a(b: 12345678901234567890.5) }").expect("a fraction"), "{ a(b: 12345678901234567890.5) }");
    assert_eq!(checked("{ a12345678901234567890 }").expect("a name"), "{ a12345678901234567890 }");
    assert_eq!(checked("{ a(b: \"12345678901234567890\") }").expect("a text"), "{ a(b: \"12345678901234567890\") }");
}

#[test]
fn descriptions_are_taken_out() {
    let described = "\"what\" query A(\"\"\"one\n\"\"\" $a: Int = 1 \"two\" $b: String = \"c\") { a } \"f\\u{41}\" fragment f on X { b }";
    let text = checked_with(described, 100).expect("descriptions");
    assert_eq!(text.split_whitespace().collect::<String>(), "queryA($a:Int=1$b:String=\"c\"){a}fragmentfonX{b}");
    assert_eq!(text.find("fragment"), described.find("fragment"), "everything else stays in its place");
    for text in
        ["\"what\"", "{ a } \"what\"", "\"what\" { a }", "\"what\" \"else\" query { a }", "query(\"what\") { a }"]
    {
        assert_eq!(refused(text), ErrorCode::InvalidInput, "{text}");
    }
}

#[test]
fn quotes_in_block_strings_are_quotes() {
    let text = "{ a(b: \"\"\"\n    one \\\"\"\"\n      two\n  \"\"\", c: 1) }";
    assert_eq!(checked_with(text, 20).expect("a block string"), "{ a(b: \"one \\\"\\\"\\\"\\n  two\"\n\n\n, c: 1) }");
    let plain = "{ a(b: \"\"\"\n  one \"two\"\n\"\"\") }";
    assert_eq!(checked(plain).expect("a block string"), plain);
}
