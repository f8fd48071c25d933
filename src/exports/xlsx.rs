//! Tables as a workbook: the table on the first sheet, notes for its reader on the second.
//!
//! Lines are written to a temporary file as they come, so that memory does not grow with their number. The finished
//! workbook is a temporary file, too.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
};

use rust_xlsxwriter::{ColNum, Format, FormatAlign, RowNum, Workbook, Worksheet, XlsxError};

use super::table::{Cell, Column};
use store::error::{Error, Result};
use types::Exact;

/// How much free space is required for what is written until the next check, and for the notes.
const ROOM: u64 = 8 * 1024 * 1024;
/// How many lines are written between checks of free space.
const LINES_BETWEEN_LOOKS: RowNum = 1000;

/// How many digits of a number a spreadsheet keeps. Longer numbers are written as text.
const MOST_DIGITS: u32 = 15;

/// A workbook that is being written.
pub(super) struct Book {
    workbook: Workbook,
    numbers: [Format; 5],
    next: RowNum,
}

impl Book {
    /// Starts a workbook with the headings of its table, which stay visible when the sheet is scrolled.
    pub(super) fn begin(name: &str, columns: &[Column]) -> Result<Self> {
        check_room()?;
        let numbers =
            ["0", "#,##0.0", "#,##0.00", "#,##0.000", "0.0000"].map(|format| Format::new().set_num_format(format));
        let mut book = Self { workbook: Workbook::new(), numbers, next: 1 };
        book.head(name, columns).map_err(Error::internal)?;
        Ok(book)
    }

    fn head(&mut self, name: &str, columns: &[Column]) -> Result<(), XlsxError> {
        let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        for (number, column) in (0..).zip(columns) {
            sheet.set_column_width(number, column.width)?;
            sheet.write_string_with_format(0, number, &column.heading, &heading)?;
        }
        Ok(())
    }

    /// Adds lines to the table and returns the workbook.
    pub(super) fn add(mut self, lines: &[Vec<Cell>]) -> Result<Self> {
        for line in lines {
            if self.next.is_multiple_of(LINES_BETWEEN_LOOKS) {
                check_room()?;
            }
            self.line(line).map_err(Error::internal)?;
            self.next += 1;
        }
        Ok(self)
    }

    fn line(&mut self, line: &[Cell]) -> Result<(), XlsxError> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (column, cell) in (0..).zip(line) {
            match cell {
                Cell::Text(text) => {
                    sheet.write_string(self.next, column, text)?;
                }
                Cell::Number(number) => write_number(sheet, (self.next, column), *number, &self.numbers)?,
                Cell::Nothing => {}
            }
        }
        Ok(())
    }

    /// Adds the sheet of notes and returns the finished file, positioned at its start. The file is deleted when it is
    /// closed.
    pub(super) fn finish(mut self, notes: &[Vec<String>]) -> Result<File> {
        check_room()?;
        self.note(notes).map_err(Error::internal)?;
        let mut file = tempfile::tempfile().map_err(Error::no_room)?;
        self.workbook.save_to_writer(&mut file).map_err(Error::no_room)?;
        file.seek(SeekFrom::Start(0)).map_err(Error::internal)?;
        Ok(file)
    }

    fn note(&mut self, notes: &[Vec<String>]) -> Result<(), XlsxError> {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let sheet = self.workbook.add_worksheet();
        sheet.set_name("说明 Notes")?;
        for (column, width) in (0..).zip([30_u16, 40, 14, 60, 60]) {
            sheet.set_column_width(column, width)?;
        }
        for (row, note) in (0..).zip(notes) {
            for (column, text) in (0..).zip(note) {
                sheet.write_string_with_format(row, column, text, &wrapped)?;
            }
        }
        Ok(())
    }
}

/// Returns an error if the folder for temporary files has no room for what is written next. The library that writes
/// lines there would panic.
fn check_room() -> Result<()> {
    let fill = || -> std::io::Result<()> {
        let mut file = tempfile::tempfile()?;
        std::io::copy(&mut std::io::repeat(0).take(ROOM), &mut file)?;
        file.flush()
    };
    fill().map_err(Error::no_room)
}

/// Writes a number with the decimal places of its unit. Workbooks store floats, so the float nearest to the number is
/// written. Up to the number of digits that a spreadsheet keeps, it is shown as the exact number. Nothing is calculated
/// with the float.
fn write_number(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    number: Exact,
    formats: &[Format],
) -> Result<(), XlsxError> {
    let text = number.to_string();
    match (text.parse::<f64>(), formats.get(number.places)) {
        (Ok(nearest), Some(format)) if number.value.unsigned_abs() < 10_u64.pow(MOST_DIGITS) => {
            sheet.write_number_with_format(row, column, nearest, format)?;
        }
        _ => {
            sheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}
