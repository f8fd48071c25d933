//! Names, reasons and other texts as people write them, and names as they are searched.

use sea_orm::DeriveValueType;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::Problem;

/// Characters that print nothing or change the direction of the surrounding text. They make one name look like
/// another.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Characters that choose another shape of the one before them, and print nothing themselves.
pub(crate) fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Characters that print nothing, but take up room: blanks of any width, among them the fillers of Korean and the empty
/// pattern of Braille.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// Whether a character shows by itself. A mark that combines shows only on the character before it.
fn is_visible(character: char) -> bool {
    let hides = matches!(character, '\u{ad}' | '\u{e0000}'..='\u{e007f}');
    !hides && !is_invisible(character) && !is_blank(character) && !is_combining_mark(character)
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
    if !trimmed.chars().any(is_visible) {
        return Err(Problem::new("应含有看得见的字符", "must contain something that is visible"));
    }
    Ok(trimmed.to_owned())
}

/// A text in which each line break became a blank. People paste addresses of several lines.
fn free(text: &str, maximum: usize) -> Result<String, Problem> {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    line(&text.replace("\r\n", " ").replace(breaks, " "), maximum)
}

/// A name of 1–100 visible characters, without surrounding blanks: in NFC, so that what looks alike is stored alike, and
/// without variation selectors.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Name(pub String);

impl Name {
    /// Parses a name and trims it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let composed: String = text.chars().filter(|character| !is_variation_selector(*character)).nfc().collect();
        line(&composed, 100).map(Self)
    }

    /// The name as it is searched.
    pub fn folded(&self) -> Folded {
        Folded::of(&self.0)
    }
}

/// A name, or a part of one, as it is searched: without regard to width, case, compatibility forms, middle dots and
/// blanks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, DeriveValueType)]
pub struct Folded(pub String);

impl Folded {
    /// Parses a text to search for. It is checked like a name, so that no control character reaches the database.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let folded = Name::parse(text)?.folded();
        if folded.0.is_empty() {
            return Err(Problem::new("应含有字母、汉字或数字", "must contain a letter or a digit"));
        }
        Ok(folded)
    }

    /// The folded form of a name. Names of before may be in any form.
    pub fn of(name: &str) -> Self {
        let counts = |character: &char| {
            !is_blank(*character)
                && !is_invisible(*character)
                && !is_variation_selector(*character)
                && !is_middle_dot(*character)
        };
        // Upper case first: several small letters may belong to one capital.
        let lowered =
            name.nfkc().filter(counts).flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect::<String>();
        Self(lowered.nfkc().filter(counts).collect())
    }
}

/// Dots between the parts of a name, in their compatibility form. The full stop is one of them, because the wide one
/// (．) is written for a middle dot, too.
fn is_middle_dot(character: char) -> bool {
    matches!(
        character,
        '.' | '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{2e31}' | '\u{2e33}' | '\u{30fb}'
    )
}

/// The reason for an action or a note, in 1–500 visible characters. Line breaks become blanks.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Reason(pub String);

impl Reason {
    /// Parses a reason and trims it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        free(text, 500).map(Self)
    }
}

/// A delivery address, in 1–200 visible characters. Line breaks become blanks.
#[derive(Debug, Clone, PartialEq, Eq, DeriveValueType)]
pub struct Address(pub String);

impl Address {
    /// Parses an address and trims it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        free(text, 200).map(Self)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
    fn names_show_something_and_are_stored_composed() {
        for text in
            ["\u{3164}", "\u{2800}\u{2800}", "\u{301}\u{308}", "\u{fe0f}", "\u{e0100}", "\u{ad}", "\u{115f}\u{1160}"]
        {
            assert!(Name::parse(text).is_err(), "{text:?} was read");
        }
        for (text, stored) in [
            ("葛\u{e0100}城", "葛城"),
            ("❤\u{fe0f}果园", "❤果园"),
            ("\u{f90a}", "金"),
            ("\u{2fa6}", "\u{2fa6}"),
            ("Cafe\u{301}", "Café"),
            ("古丽米热•艾比布力", "古丽米热•艾比布力"),
            ("ＡＢ", "ＡＢ"),
        ] {
            assert_eq!(Name::parse(text).expect(text).0, stored);
        }
    }

    #[test]
    fn names_are_searched_without_regard_to_how_they_were_typed() {
        for (text, folded) in [
            ("古丽米热·艾比布力", "古丽米热艾比布力"),
            ("古丽米热•艾比布力", "古丽米热艾比布力"),
            ("古丽米热・艾比布力", "古丽米热艾比布力"),
            ("古丽米热．艾比布力", "古丽米热艾比布力"),
            ("古丽米热 · 艾比布力", "古丽米热艾比布力"),
            ("\u{2fa6}\u{f90a}金", "金金金"),
            ("ＡＢ École ΣΑΣ", "abécoleσασ"),
            ("Straße", "strasse"),
            ("①号", "1号"),
            ("１００％", "100%"),
        ] {
            assert_eq!(Folded::of(text).0, folded, "{text}");
        }
        assert!(Folded::parse("·").is_err() && Folded::parse("  ").is_err() && Folded::parse("a\u{0}").is_err());
    }

    proptest! {
        #[test]
        fn a_folded_name_stays_as_it_is(text in "\\PC{0,20}") {
            let folded = Folded::of(&text);
            prop_assert_eq!(Folded::of(&folded.0), folded);
        }
    }

    #[test]
    fn lines_of_free_text_become_one() {
        assert_eq!(Address::parse("云安镇\r\n杉树林\n12 号\n").expect("an address").0, "云安镇 杉树林 12 号");
        assert_eq!(Reason::parse("录错\u{2028}重录").expect("a reason").0, "录错 重录");
        assert!(
            Reason::parse("\n").is_err() && Reason::parse("a\u{0}b").is_err() && Reason::parse("\u{3164}").is_err()
        );
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
}
