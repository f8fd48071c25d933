//! The text of a cursor: the name of its list, so that no other list accepts it, and the values after which the next
//! page begins.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};

/// The cursor with these values.
pub(super) fn write(list: &str, values: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = std::iter::once(list.to_owned()).chain(values).collect();
    BASE64_URL_SAFE_NO_PAD.encode(parts.join("\n"))
}

/// The values of a cursor. None if it is not a cursor of this list with so many values.
pub(super) fn read<const VALUES: usize>(cursor: &str, list: &str) -> Option<[String; VALUES]> {
    read_all(cursor, list)?.try_into().ok()
}

/// The values of a cursor, however many there are. None if it is not a cursor of this list.
pub(super) fn read_all(cursor: &str, list: &str) -> Option<Vec<String>> {
    let text = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let (of, values) = text.split_once('\n')?;
    // PostgreSQL cannot store NUL, so a text with one is no cursor.
    (of == list && !values.contains('\0')).then(|| values.split('\n').map(str::to_owned).collect())
}
