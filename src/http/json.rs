//! Reads clients' JSON without losing digits of whole numbers, because an `ID` may be a number of any size.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::graphql::DIGITS;

/// Parses JSON. A whole number with more than `DIGITS` digits is read as a text that begins with
/// `graphql::BIG_NUMBER`. Only an `ID` accepts such a text.
pub(crate) fn read<T: DeserializeOwned>(text: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(&with_all_digits(text))
}

#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn with_all_digits(text: &[u8]) -> Cow<'_, [u8]> {
    let (mut edited, mut copied, mut at) = (Vec::new(), 0, 0);
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => at = after_string(text, at + 1),
            b'-' | b'0'..=b'9' => {
                let start = at;
                at += text[at..].iter().position(|byte| !is_of_a_number(*byte)).unwrap_or(text.len() - at);
                if is_big(&text[start..at]) && !is_a_name(&text[at..]) {
                    edited.extend_from_slice(&text[copied..start]);
                    edited.extend_from_slice(b"\"\\u0000");
                    edited.extend_from_slice(&text[start..at]);
                    edited.push(b'"');
                    copied = at;
                }
            }
            _ => at += 1,
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    edited.extend_from_slice(&text[copied..]);
    Cow::Owned(edited)
}

/// The position after a string, given a position within it.
fn after_string(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

fn is_of_a_number(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)
}

/// Whether a number is a well-formed integer with more digits than are certain to be read exactly.
fn is_big(number: &[u8]) -> bool {
    let digits = number.strip_prefix(b"-").unwrap_or(number);
    digits.len() > DIGITS && !digits.starts_with(b"0") && digits.iter().all(u8::is_ascii_digit)
}

/// Whether the number just read is in the place of an object's key, which is always a text.
fn is_a_name(rest: &[u8]) -> bool {
    rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graphql::BIG_NUMBER;

    fn edited(text: &str) -> String {
        String::from_utf8(with_all_digits(text.as_bytes()).into_owned()).expect("UTF-8")
    }

    #[test]
    fn whole_numbers_keep_all_their_digits() {
        for text in [
            "",
            "{}",
            "123456789012345678",
            "-123456789012345678",
            "[\"12345678901234567890\", \"a\\\"12345678901234567890\\\\\", 1]",
            "12345678901234567890.0",
            "12345678901234567890e1",
            "1234567890123456789x",
            "01234567890123456789",
            "-",
            "\"12345678901234567890",
            "\"\\",
            "{12345678901234567890 : 1}",
        ] {
            assert_eq!(edited(text), text);
        }
        assert_eq!(
            edited("[1,1234567890123456789 ,{\"a\":-12345678901234567890}]"),
            "[1,\"\\u00001234567890123456789\" ,{\"a\":\"\\u0000-12345678901234567890\"}]"
        );
        assert_eq!(read::<String>(b"1234567890123456789").expect("a text"), format!("{BIG_NUMBER}1234567890123456789"));
    }
}
