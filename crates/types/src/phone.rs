//! Telephone numbers as people paste them, stored as digits.

use phonenumber::{country, country::Source};
use sea_orm::DeriveValueType;
use unicode_normalization::UnicodeNormalization;

use super::{
    Problem,
    text::{is_blank, is_invisible, is_variation_selector},
};

/// The most characters of a number that are read.
const MOST_CHARACTERS: usize = 64;
/// What stands before an extension. Longer ones come first.
const EXTENSION_MARKS: [&str; 7] = [";ext=", "ext", "分机", "转", "轉", "x", "#"];

/// A number of mainland China as digits: mobile (13800001234), landline with its area code (02355120000), or one that
/// begins with 400 or 800. The digits of a landline's extension follow its own.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Phone(pub String);

impl Phone {
    /// Parses a number with or without the country's code (+86, 86, 0086). Blanks, brackets, dashes, wide digits and
    /// invisible marks are read, too.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        plain(text).and_then(|plain| number(&plain)).map(Self).ok_or_else(|| {
            Problem::new(
                "应为大陆手机号、带区号的固定电话（可带分机）或 400、800 号码，例如 13800001234、023-55120000 或 023-55120000-801",
                "expected a mainland mobile number, a landline with its area code, with or without an extension, or a 400 or 800 number, such as 13800001234, 023-55120000 or 023-55120000-801",
            )
        })
    }

    /// The number for readers who should recognise it but not dial it: 138****1234.
    pub fn masked(&self) -> String {
        format!("{}****{}", &self.0[..3], &self.0[self.0.len() - 4..])
    }
}

/// A pasted number in plain characters: digits, blanks, hyphens, a plus, and what stands before an extension.
fn plain(text: &str) -> Option<String> {
    if text.chars().count() > MOST_CHARACTERS {
        return None;
    }
    let is_dropped = |character: &char| {
        let is_mark = is_invisible(*character) && !character.is_control();
        is_mark || is_variation_selector(*character)
    };
    let in_plain = |character| match character {
        '(' | ')' | '[' | ']' | '〔' | '〕' | '【' | '】' | '.' | '·' | '•' | '・' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ー' => '-',
        blank if is_blank(blank) => ' ',
        other => other.to_ascii_lowercase(),
    };
    let plain: String = text.nfkc().filter(|character| !is_dropped(character)).map(in_plain).collect();
    Some(plain.trim().to_owned())
}

/// The digits of a number, with those of its extension if it has one.
fn number(plain: &str) -> Option<String> {
    for mark in EXTENSION_MARKS {
        if let Some((number, extension)) = plain.split_once(mark) {
            return with_extension(number, extension);
        }
    }
    // A hyphen groups digits, or stands before an extension: then what comes before it is a whole landline.
    let extended = plain.rsplit_once('-').and_then(|(number, extension)| with_extension(number, extension));
    extended.or_else(|| national(plain))
}

/// A landline, and its extension of up to six digits.
fn with_extension(number: &str, extension: &str) -> Option<String> {
    let extension = extension.trim_matches([' ', '-', ':']);
    let is_extension = (1..=6).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_digit());
    let number = national(number).filter(|number| is_extension && is_landline(number, 11..=12))?;
    Some(number + extension)
}

/// A number without the country's code, as it is stored. What is stored already, perhaps with an extension, needs no
/// library to be read.
fn national(plain: &str) -> Option<String> {
    let is_of_number = |character: char| character.is_ascii_digit() || matches!(character, '+' | '-' | ' ');
    if !plain.chars().all(is_of_number) {
        return None;
    }
    let compact: String = plain.chars().filter(|character| !matches!(character, '-' | ' ')).collect();
    let longest = if compact == plain { 18 } else { 12 };
    if is_mobile(&compact) || is_service(&compact) || is_landline(&compact, 10..=longest) {
        return Some(compact);
    }
    let read = phonenumber::parse(Some(country::Id::CN), &compact).ok().filter(|read| read.code().value() == 86)?;
    let digits = read.national().to_string();
    if is_mobile(&digits) || is_service(&digits) {
        return Some(digits);
    }
    // Without the country's code, the zero before the area code tells a landline from anything else.
    let landline = Some(format!("0{digits}"));
    landline.filter(|number| read.code().source() != Source::Default && is_landline(number, 10..=12))
}

fn is_mobile(digits: &str) -> bool {
    let mut letters = digits.bytes();
    digits.len() == 11
        && letters.next() == Some(b'1')
        && letters.next().is_some_and(|second| (b'3'..=b'9').contains(&second))
        && letters.all(|letter| letter.is_ascii_digit())
}

/// A number that firms answer under anywhere in the country.
fn is_service(digits: &str) -> bool {
    let begins = digits.starts_with("400") || digits.starts_with("800");
    digits.len() == 10 && begins && digits.bytes().all(|letter| letter.is_ascii_digit())
}

/// A landline with its area code, of which one begins with a one: 010, Beijing.
fn is_landline(digits: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    let begins = digits.starts_with("010")
        || digits.strip_prefix('0').is_some_and(|area| area.starts_with(|letter: char| ('2'..='9').contains(&letter)));
    begins && length.contains(&digits.len()) && digits.bytes().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn telephone_numbers_become_digits() {
        for (text, digits) in [
            ("138 0000 1234", "13800001234"),
            ("+86 138-0000-1234", "13800001234"),
            ("\u{202d}13900007777\u{202c}", "13900007777"),
            ("+86\u{a0}139 0000 7777", "13900007777"),
            ("１３９００００７７７７", "13900007777"),
            ("8613900007777", "13900007777"),
            ("0086 139 0000 7777", "13900007777"),
            ("(+86) 139.0000.7777", "13900007777"),
            ("＋８６－１３９－００００－７７７７", "13900007777"),
            ("0 139 0000 7777", "13900007777"),
            ("139–0000–7777\n", "13900007777"),
            ("17911139000", "17911139000"),
            ("023-55120000", "02355120000"),
            ("（023）55120000", "02355120000"),
            ("【023】5512 0000", "02355120000"),
            ("+862355120000", "02355120000"),
            ("+86 (0)23 5512 0000", "02355120000"),
            ("86 023 5512-0000", "02355120000"),
            ("+86 10 6512 0000", "01065120000"),
            ("010-6512-0000", "01065120000"),
            ("0310 3123456", "03103123456"),
            ("0310-3123-4567", "031031234567"),
            ("023-55120000-801", "02355120000801"),
            ("+86-23-55120000-801", "02355120000801"),
            ("（023）55120000转801", "02355120000801"),
            ("023-55120000 分机：801", "02355120000801"),
            ("023 55120000 ext. 801", "02355120000801"),
            ("010-6512-0000-8", "010651200008"),
            ("400-810-0080", "4008100080"),
            ("+86 800 810 0080", "8008100080"),
        ] {
            let read = Phone::parse(text).expect(text);
            assert_eq!(read.0, digits, "{text:?}");
            assert_eq!(Phone::parse(digits).expect(digits), read, "what is stored is read as it is");
        }
        assert_eq!(Phone("13800001234".into()).masked(), "138****1234");
    }

    #[test]
    fn what_is_no_number_of_the_mainland_is_refused() {
        for text in [
            "",
            "12345678901",
            "110",
            "+1 202 555 0100",
            "1380000123",
            "138000012345",
            "１３８００００００１",
            "0000000000",
            "+86",
            "2355120000",
            "55120000",
            "13900007777-12",
            "400-810-0080-1",
            "023-55120000-8010001",
            "023-55120000转",
            "电话13900007777",
            "1390000777x",
            "139\u{0}00007777",
            "0235512000000000000",
            &"1".repeat(1000),
        ] {
            assert!(Phone::parse(text).is_err(), "{text:?} was read");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_pasted_is_refused_or_read_to_the_same(text in "[0-9+() .x#转-]{0,24}") {
            if let Ok(read) = Phone::parse(&text) {
                prop_assert!(read.0.bytes().all(|byte| byte.is_ascii_digit()) && (10..=18).contains(&read.0.len()));
                prop_assert_eq!(Phone::parse(&read.0), Ok(read));
            }
        }
    }
}
