//! Strings in the syntax of documents.

/// The value of a block string: its lines without their common indent, and without empty lines at the start and end.
pub(super) fn block_value(raw: &str) -> String {
    let unified = raw.replace("\r\n", "\n").replace('\r', "\n").replace("\\\"\"\"", "\"\"\"");
    let lines: Vec<&str> = unified.split('\n').collect();
    let indent_of = |line: &&str| line.find(|character| character != ' ' && character != '\t');
    let common = lines.iter().skip(1).filter_map(indent_of).min().unwrap_or_default();
    let first = lines.iter().position(|line| indent_of(line).is_some()).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| indent_of(line).is_some()).map_or(first, |last| last + 1);
    let stripped = lines
        .iter()
        .enumerate()
        .map(|(number, line)| if number == 0 { line } else { line.get(common..).unwrap_or_default() });
    stripped.take(last).skip(first).collect::<Vec<_>>().join("\n")
}

/// A text as an ordinary quoted string.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            character => quoted.push(character),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_string_loses_its_indent_and_the_empty_lines_around() {
        for (raw, value) in [
            ("", ""),
            ("one", "one"),
            ("\n    one\n\n      two\n  ", "one\n\n  two"),
            ("one\r\n  two\r   three", "one\ntwo\n three"),
            ("\n \t\n", ""),
            ("a \\\"\"\" b", "a \"\"\" b"),
        ] {
            assert_eq!(block_value(raw), value, "{raw:?}");
        }
        assert_eq!(quoted("a \"b\"\n\\"), r#""a \"b\"\n\\""#);
    }
}
