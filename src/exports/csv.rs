//! Tables as CSV: UTF-8 with a byte order mark, and with the line ends of RFC 4180.

use csv::{Terminator, Writer, WriterBuilder};

use super::table::{Cell, Column};
use store::error::{Error, Result};

/// The byte order mark. Without it, spreadsheets read Chinese in another encoding.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The line of headings, after the byte order mark.
pub(super) fn headings(columns: &[Column]) -> Result<Vec<u8>> {
    let mut writer = writer(MARK.to_vec());
    writer.write_record(columns.iter().map(|column| column.heading.as_str())).map_err(Error::internal)?;
    written(writer)
}

/// The lines of a table.
pub(super) fn lines(lines: impl Iterator<Item = Vec<Cell>>) -> Result<Vec<u8>> {
    let mut writer = writer(Vec::new());
    for line in lines {
        writer.write_record(line.into_iter().map(text)).map_err(Error::internal)?;
    }
    written(writer)
}

fn writer(begun: Vec<u8>) -> Writer<Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(begun)
}

fn written(writer: Writer<Vec<u8>>) -> Result<Vec<u8>> {
    writer.into_inner().map_err(|error| Error::internal(error.into_error()))
}

fn text(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => without_formula(text),
        Cell::Number(number) => number.to_string(),
        Cell::Nothing => String::new(),
    }
}

/// Prevents a spreadsheet from reading a text as a formula, by putting an apostrophe before it.
fn without_formula(text: String) -> String {
    // Some spreadsheets treat the full-width signs like the ASCII ones.
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use types::Exact;

    #[test]
    fn texts_become_no_formulas_and_numbers_stay_numbers() {
        let cells =
            ["=1+1", "+86", "-1", "@SUM(A1)", "＝1", "a=1", "引\"号,逗号"].map(|text| Cell::Text(text.to_owned()));
        let line = [&cells[..], &[Cell::Number(Exact { value: -5, places: 2 }), Cell::Nothing]].concat();
        let written = String::from_utf8(lines([line].into_iter()).expect("a line")).expect("text");
        assert_eq!(written, "'=1+1,'+86,'-1,'@SUM(A1),'＝1,a=1,\"引\"\"号,逗号\",-0.05,\r\n");
    }

    #[test]
    fn headings_come_after_the_mark() {
        let columns = [Column::new("销售额（元）", "sales (yuan)", 1), Column::new("月份", "month", 1)];
        assert_eq!(headings(&columns).expect("a line"), "\u{feff}销售额（元） sales (yuan),月份 month\r\n".as_bytes());
    }
}
