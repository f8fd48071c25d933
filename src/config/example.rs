//! Writes `.env.example`.

use super::{Config, read::Note};

const HEAD: &str = "\
# Settings of lihua. Copy this file to .env, or set the variables in the environment, which takes precedence.
# Every line shows the default.
";

/// The greatest width of a line.
const WIDTH: usize = 120;

/// The text of `.env.example`: what each setting means, and its default.
pub fn example() -> String {
    let settings = Config::notes()
        .into_iter()
        .map(|Note { name, default, meaning }| format!("\n{}# {name}={default}\n", comment(meaning)));
    std::iter::once(HEAD.to_owned()).chain(settings).collect()
}

/// A text as lines of a comment.
fn comment(text: &str) -> String {
    let mut lines = String::new();
    let mut line = "#".to_owned();
    for word in text.split(' ') {
        if width(&line) + 1 + width(word) > WIDTH {
            lines = lines + &line + "\n";
            line = "#".to_owned();
        }
        line = line + " " + word;
    }
    lines + &line + "\n"
}

/// The width of a text on a terminal. A Chinese character is as wide as two letters.
fn width(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}
