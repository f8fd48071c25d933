//! Unit tests.

use super::*;
use crate::entity::sales::sale;

/// Clients keep cursors while a server is replaced by a newer one.
#[test]
fn a_cursor_of_the_first_release_is_read_and_written_as_it_was() {
    let id = Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0001);
    let cursor = "c2FsZQoyMDI2LTA4LTAxCjAxODkwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMQ";
    let columns = [sale::Column::SoldOn, sale::Column::Id];
    let day = Day::from_ymd_opt(2026, 8, 1).expect("a day");
    assert_eq!(decode(cursor, &columns), Some(vec![day.into(), id.into()]));
    let position_of_lot = "cmVjYWxsCjEKMDE4OTAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx";
    assert_eq!(position("recall", 1, id), position_of_lot);
    assert_eq!(decode_position(position_of_lot, "recall"), Some((1, id)));
}
