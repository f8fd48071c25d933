//! Codes that are printed on crates and packages and read aloud on the telephone.

use rand::{Rng, RngExt};
use sea_orm::DeriveValueType;

/// Crockford's alphabet. It has no I, L, O and U, which are mistaken for other characters.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a printed code identifies, given by its first letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeKind {
    /// A harvest lot: H.
    HarvestLot,
    /// A batch of a plant: B.
    ProductionBatch,
    /// A quality pledge certificate: C.
    Certificate,
    /// A pre-order: P.
    Preorder,
    /// The receipt of a payment or refund in cash: R.
    Receipt,
}

impl CodeKind {
    fn letter(self) -> u8 {
        match self {
            Self::HarvestLot => b'H',
            Self::ProductionBatch => b'B',
            Self::Certificate => b'C',
            Self::Preorder => b'P',
            Self::Receipt => b'R',
        }
    }

    /// The number of random characters, 5 bits each, so that guessing finds nothing. A pre-order's code is read aloud
    /// on the telephone and is valid only together with the buyer's number, so it may be short.
    fn random_characters(self) -> usize {
        match self {
            Self::HarvestLot | Self::ProductionBatch | Self::Certificate | Self::Receipt => 10,
            Self::Preorder => 6,
        }
    }
}

/// A printed code: a letter for the kind, six or ten random characters and a check character, in groups of four:
/// `H7K3-QZ9M-2XA3`, `P7K3-QZ92`.
///
/// The check character (the Luhn algorithm over 32 characters) detects every single wrong character and nearly every
/// swap of two neighbours.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
pub struct PrintedCode(pub String);

impl PrintedCode {
    /// Generates a new code of a kind.
    #[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
    pub fn generate(kind: CodeKind, random: &mut impl Rng) -> Self {
        let mut characters = vec![kind.letter()];
        characters.extend((0..kind.random_characters()).map(|_| ALPHABET[random.random_range(0..ALPHABET.len())]));
        characters.push(check_character(&characters));
        let groups: Vec<_> = characters.chunks(4).map(String::from_utf8_lossy).collect();
        Self(groups.join("-"))
    }

    /// Parses a code as people type it: in lower case, without hyphens, with O for 0 and I or L for 1. `None` if it
    /// is not a code of this kind or its check character is wrong.
    #[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
    pub fn parse(kind: CodeKind, text: &str) -> Option<Self> {
        let mut characters = Vec::new();
        for character in text.chars().filter(|character| !matches!(character, ' ' | '-')) {
            let byte = match character.to_ascii_uppercase() {
                'O' => b'0',
                'I' | 'L' => b'1',
                other => u8::try_from(other).ok()?,
            };
            value_of(byte)?;
            characters.push(byte);
        }
        let (check, body) = characters.split_last()?;
        let is_valid = characters.len() == kind.random_characters() + 2
            && body[0] == kind.letter()
            && *check == check_character(body);
        is_valid.then(|| {
            let groups: Vec<_> = characters.chunks(4).map(String::from_utf8_lossy).collect();
            Self(groups.join("-"))
        })
    }
}

fn value_of(byte: u8) -> Option<usize> {
    ALPHABET.iter().position(|candidate| *candidate == byte)
}

#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn check_character(characters: &[u8]) -> u8 {
    let sum: usize = characters
        .iter()
        .rev()
        .enumerate()
        .map(|(position, byte)| {
            let value = value_of(*byte).unwrap_or(0) * if position % 2 == 0 { 2 } else { 1 };
            value / ALPHABET.len() + value % ALPHABET.len()
        })
        .sum();
    ALPHABET[(ALPHABET.len() - sum % ALPHABET.len()) % ALPHABET.len()]
}

#[cfg(test)]
mod tests {
    use rand::{SeedableRng, rngs::StdRng};

    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        let code = PrintedCode::generate(CodeKind::HarvestLot, &mut StdRng::seed_from_u64(1));
        assert_eq!(code.0.len(), 14);
        assert!(code.0.starts_with('H'));
        let typed = code.0.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(PrintedCode::parse(CodeKind::HarvestLot, &typed), Some(code));
    }

    /// Printed codes stay readable, whatever later releases print.
    #[test]
    fn codes_that_were_printed_by_the_first_release_are_read() {
        for (kind, code) in [(CodeKind::HarvestLot, "H7K3-QZ9M-2XA3"), (CodeKind::Preorder, "P7K3-QZ92")] {
            assert_eq!(PrintedCode::parse(kind, code), Some(PrintedCode(code.to_owned())));
        }
    }

    #[test]
    fn a_preorders_code_is_short() {
        let code = PrintedCode::generate(CodeKind::Preorder, &mut StdRng::seed_from_u64(3));
        assert_eq!((code.0.len(), code.0.starts_with('P')), (9, true));
        assert_eq!(PrintedCode::parse(CodeKind::Preorder, &code.0.replace('-', "")), Some(code.clone()));
        assert_eq!(PrintedCode::parse(CodeKind::HarvestLot, &code.0), None);
    }

    #[test]
    fn one_wrong_character_is_noticed() {
        let code = PrintedCode::generate(CodeKind::HarvestLot, &mut StdRng::seed_from_u64(2)).0;
        for position in 1..code.len() {
            for wrong in ALPHABET {
                let mut typed = code.clone().into_bytes();
                if typed[position] == b'-' || typed[position] == *wrong {
                    continue;
                }
                typed[position] = *wrong;
                let typed = String::from_utf8(typed).expect("ASCII");
                assert_eq!(PrintedCode::parse(CodeKind::HarvestLot, &typed), None, "{typed} was read for {code}");
            }
        }
        for text in ["", "H", "梨", "H7K3-QZ9M-2XAB-0000", "\u{0}"] {
            assert_eq!(PrintedCode::parse(CodeKind::HarvestLot, text), None);
        }
    }
}
