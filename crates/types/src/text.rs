//! Names, reasons and telephone numbers as people write them.

use sea_orm::DeriveValueType;

use super::Problem;

/// Characters that print nothing or change the direction of the surrounding text. They make one name look like
/// another.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

fn line(text: &str, maximum: usize) -> Result<String, Problem> {
    let trimmed = text.trim();
    let length = trimmed.chars().count();
    if length == 0 || length > maximum {
        return Err(Problem::new(
            format!("应为 1 至 {maximum} 个字符，现为 {length} 个"),
            format!("expected 1 to {maximum} characters, got {length}"),
        ));
    }
    if trimmed.chars().any(is_invisible) {
        return Err(Problem::new("不得含有控制字符或不可见字符", "must not contain control or invisible characters"));
    }
    Ok(trimmed.to_owned())
}

/// A name of 1–100 visible characters, without surrounding blanks.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Name(pub String);

impl Name {
    /// Parses a name and trims it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line(text, 100).map(Self)
    }
}

/// The reason for an action, in 1–500 visible characters.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Reason(pub String);

impl Reason {
    /// Parses a reason and trims it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line(text, 500).map(Self)
    }
}

/// A delivery address, in 1–200 visible characters.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Address(pub String);

impl Address {
    /// Parses an address and trims it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line(text, 200).map(Self)
    }
}

/// The payer's proof of a payment, or a parcel's tracking number, in 1–100 visible characters.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Reference(pub String);

impl Reference {
    /// Parses a reference and trims it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line(text, 100).map(Self)
    }
}

/// Terms that buyers read, in 1–2,000 visible characters over several lines.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Terms(pub String);

impl Terms {
    /// Parses terms and trims them.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim().replace("\r\n", "\n");
        line(&text.replace('\n', " "), 2000)?;
        Ok(Self(text))
    }
}

/// Parses a user name: 1–100 letters of any script, digits, points, hyphens, underscores and at signs, beginning with
/// a letter or digit. It is case-sensitive.
pub fn username(text: &str) -> Result<String, Problem> {
    let fits = (1..=100).contains(&text.chars().count())
        && text.starts_with(char::is_alphanumeric)
        && text.chars().all(|character| character.is_alphanumeric() || ".-_@".contains(character));
    if fits {
        Ok(text.to_owned())
    } else {
        Err(Problem::new(
            "应为 1 至 100 个字母、汉字、数字、点、连字符、下划线或 @，并以字母、汉字或数字开头",
            "expected 1 to 100 letters, digits, points, hyphens, underscores or at signs, beginning with a letter or digit",
        ))
    }
}

/// Parses a readable code of reference data: 1–40 lower-case Latin letters, digits, points, hyphens and underscores,
/// beginning with a letter or digit.
pub fn identifier(text: &str) -> Result<String, Problem> {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let fits = (1..=40).contains(&text.len())
        && text.bytes().next().is_some_and(is_letter)
        && text.bytes().all(|byte| is_letter(byte) || b".-_".contains(&byte));
    if fits {
        Ok(text.to_owned())
    } else {
        Err(Problem::new(
            "应为 1 至 40 个小写拉丁字母、数字、点、连字符或下划线，并以字母或数字开头",
            "expected 1 to 40 small Latin letters, digits, points, hyphens or underscores, beginning with a letter or digit",
        ))
    }
}

/// Parses an idempotency key: 1–100 printable characters, stored unchanged.
pub fn idempotency_key(text: &str) -> Result<String, Problem> {
    if (1..=100).contains(&text.chars().count()) && !text.chars().any(is_invisible) {
        Ok(text.to_owned())
    } else {
        Err(Problem::new("应为 1 至 100 个可打印字符", "expected 1 to 100 printable characters"))
    }
}

/// A mainland telephone number, mobile or landline, as digits.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Phone(pub String);

impl Phone {
    /// Parses a number with or without +86. Blanks and hyphens between the digits are dropped.
    #[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let compact: String = text.chars().filter(|character| !matches!(character, ' ' | '-' | '\u{3000}')).collect();
        let digits = match compact.strip_prefix("+86") {
            // From abroad, an area code is dialled without its leading zero.
            Some(rest) if !rest.starts_with('1') && !rest.starts_with('0') => format!("0{rest}"),
            // Beijing's area code begins with a one too, so a number of ten digits after +86 is a landline.
            Some(rest) if rest.starts_with("10") && rest.len() == 10 => format!("0{rest}"),
            Some(rest) => rest.to_owned(),
            None => compact,
        };
        let bytes = digits.as_bytes();
        let is_mobile = bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
        let is_landline = (10..=12).contains(&bytes.len()) && bytes[0] == b'0' && bytes[1] != b'0';
        if bytes.iter().all(u8::is_ascii_digit) && (is_mobile || is_landline) {
            Ok(Self(digits))
        } else {
            Err(Problem::new(
                "应为大陆手机号或带区号的固定电话，例如 13800001234 或 023-55120000",
                "expected a mainland mobile number or a landline with its area code, such as 13800001234 or 023-55120000",
            ))
        }
    }

    /// The number for readers who should recognise it but not dial it: 138****1234.
    pub fn masked(&self) -> String {
        format!("{}****{}", &self.0[..3], &self.0[self.0.len() - 4..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_visible_and_short() {
        assert_eq!(Name::parse("  王桂英 ").expect("a name").0, "王桂英");
        assert!(Name::parse(&"梨".repeat(100)).is_ok());
        for text in ["", "   ", "a\u{0}b", "a\nb", "a\u{202e}b", "a\u{200b}", &"梨".repeat(101), &"x".repeat(300)] {
            assert!(Name::parse(text).is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn user_names_are_of_any_script() {
        for text in ["li", "Clerk2", "王会计", "li.ming@yunan", "0", &"x".repeat(100)] {
            assert_eq!(username(text).as_deref(), Ok(text));
        }
        for text in ["", "-li", "li ming", "li\u{0}", "a/b", "a\u{202e}", &"x".repeat(101)] {
            assert!(username(text).is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn terms_have_lines() {
        assert_eq!(Terms::parse(" 七月提货\r\n自带箱子 ").expect("terms").0, "七月提货\n自带箱子");
        assert!(
            Terms::parse(&"梨".repeat(2001)).is_err() && Terms::parse("a\tb").is_err() && Terms::parse("\n").is_err()
        );
    }

    #[test]
    fn telephone_numbers_become_digits() {
        for (text, digits) in [
            ("138 0000 1234", "13800001234"),
            ("+86 138-0000-1234", "13800001234"),
            ("023-55120000", "02355120000"),
            ("+862355120000", "02355120000"),
            ("+86 10 6512 0000", "01065120000"),
            ("0310 3123456", "03103123456"),
        ] {
            assert_eq!(Phone::parse(text).expect(text).0, digits);
        }
        for text in [
            "",
            "12345678901",
            "110",
            "+1 202 555 0100",
            "1380000123",
            "138000012345",
            "１３８０００００００１",
            "0000000000",
            "+86",
        ] {
            assert!(Phone::parse(text).is_err(), "{text:?} was read");
        }
        assert_eq!(Phone("13800001234".into()).masked(), "138****1234");
    }
}
