//! Small cells: an amount with few sellers is their private business, and a published report would reveal it to all.
//!
//! A row with too few sellers is hidden. Rows add up to published totals, so a single hidden row could be computed as
//! the total less the others. Another row of the same sum is therefore hidden with it, until no sum has only one
//! hidden row.

use std::collections::BTreeSet;

use super::sellers::Sellers;
use crate::figures::reports::{Line, Row, TownReport};

/// The rows of a report whose amounts are hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden(BTreeSet<Row>);

/// The fields whose rows may be hidden.
const FIELDS: [&str; 3] = ["revenueByVariety", "revenueByProduct", "revenueByChannel"];

/// The number of published totals: sales by variety and product, pre-sales by variety, sales by channel.
const SUMS: usize = 3;

/// A row with its contribution to each total.
#[derive(Debug, Clone)]
struct Cell {
    row: Row,
    sellers: i64,
    adds: [i64; SUMS],
}

impl Hidden {
    /// No hidden rows.
    pub fn nothing() -> Self {
        Self(BTreeSet::new())
    }

    /// The rows of a report that are hidden from readers who may not see everything.
    pub fn of(report: &TownReport, sellers: &Sellers, least_sellers: i64) -> Self {
        let varieties = report.revenue_by_variety.iter().map(|row| Cell {
            row: Row::Variety(row.variety_code.clone()),
            sellers: sellers.varieties.get(&row.variety_code).copied().unwrap_or_default(),
            adds: [row.sales.0, row.presale.0, 0],
        });
        let products = report.revenue_by_product.iter().map(|row| Cell {
            row: Row::Product(row.product_code.clone()),
            sellers: sellers.products.get(&row.product_code).copied().unwrap_or_default(),
            adds: [row.sales.0, 0, 0],
        });
        let channels = report.revenue_by_channel.iter().map(|(channel, sales)| Cell {
            row: Row::Channel(*channel),
            sellers: sellers.channels.get(channel).copied().unwrap_or_default(),
            adds: [0, 0, sales.0],
        });
        Self(hide(&varieties.chain(products).chain(channels).collect::<Vec<_>>(), least_sellers))
    }

    /// Whether rows of a field can be hidden at all.
    pub(super) fn may_hide(field: &str) -> bool {
        FIELDS.contains(&field)
    }

    /// Whether the amounts of a row of sales or pre-sales are hidden.
    pub fn hides(&self, row: &Row) -> bool {
        self.0.contains(row)
    }

    /// Whether a line belongs to a hidden row.
    pub fn hides_line(&self, line: &Line) -> bool {
        Self::may_hide(line.field) && self.hides(&line.row)
    }
}

fn hide(cells: &[Cell], least_sellers: i64) -> BTreeSet<Row> {
    let is_small = |cell: &&Cell| cell.sellers > 0 && cell.sellers < least_sellers;
    let mut hidden: BTreeSet<Row> = cells.iter().filter(is_small).map(|cell| cell.row.clone()).collect();
    while let Some(next) = (0..SUMS).find_map(|sum| next_of(cells, &hidden, sum)) {
        hidden.insert(next);
    }
    hidden
}

/// The row to hide in addition, if a sum has only one hidden row. None if the sum has no other row.
#[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
fn next_of(cells: &[Cell], hidden: &BTreeSet<Row>, sum: usize) -> Option<Row> {
    let (lacking, shown): (Vec<&Cell>, Vec<&Cell>) =
        cells.iter().filter(|cell| cell.adds[sum] != 0).partition(|cell| hidden.contains(&cell.row));
    if lacking.len() != 1 {
        return None;
    }
    let smallest = shown.into_iter().min_by_key(|cell| (cell.sellers, cell.adds[sum].abs(), &cell.row))?;
    Some(smallest.row.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cell(name: &str, sellers: i64, sales: i64, presale: i64) -> Cell {
        Cell { row: Row::Variety(name.to_owned()), sellers, adds: [sales, presale, 0] }
    }

    fn hidden(cells: &[Cell], least_sellers: i64) -> Vec<String> {
        let name = |row: Row| match row {
            Row::Variety(code) | Row::Product(code) => code,
            other => format!("{other:?}"),
        };
        hide(cells, least_sellers).into_iter().map(name).collect()
    }

    #[test]
    fn a_row_with_few_sellers_takes_the_next_smallest_with_it() {
        let cells = [cell("a", 9, 100, 0), cell("b", 2, 50, 0), cell("c", 5, 70, 0), cell("d", 5, 60, 0)];
        assert_eq!(hidden(&cells, 3), ["b", "d"], "fewest sellers, then the least amount");
        assert_eq!(hidden(&cells, 2), Vec::<String>::new());
        assert_eq!(hidden(&cells, 6), ["b", "c", "d"], "three are enough");
        assert_eq!(hidden(&cells, 1), Vec::<String>::new(), "one seller is enough: nothing is hidden");
    }

    #[test]
    fn what_adds_nothing_hides_nothing() {
        let cells = [cell("a", 9, 100, 0), cell("b", 2, 50, 0), cell("c", 0, 0, 0)];
        assert_eq!(hidden(&cells, 3), ["a", "b"]);
        assert_eq!(hidden(&[cell("b", 2, 50, 0)], 3), ["b"], "there is no other");
    }

    #[test]
    fn a_row_that_is_hidden_in_one_sum_is_in_the_other() {
        // b and c are hidden in the sales. In the pre-sales only b would then be hidden.
        let cells = [cell("a", 9, 100, 40), cell("b", 2, 50, 30), cell("c", 5, 70, 0), cell("d", 8, 90, 20)];
        assert_eq!(hidden(&cells, 3), ["b", "c", "d"]);
    }

    fn cells() -> impl Strategy<Value = Vec<Cell>> {
        let amounts = (0_i64..6, prop_oneof![Just(0_i64), 1_i64..50], prop_oneof![Just(0_i64), -20_i64..50]);
        let rows = proptest::collection::vec((amounts, 0_usize..3), 0..9);
        rows.prop_map(|rows| {
            let cell = |(number, ((sellers, sales, presale), kind)): (usize, ((i64, i64, i64), usize))| {
                let code = number.to_string();
                match kind {
                    0 => Cell { row: Row::Variety(code), sellers, adds: [sales, presale, 0] },
                    1 => Cell { row: Row::Product(code), sellers, adds: [sales, 0, 0] },
                    _ => {
                        Cell { row: Row::Month(i32::try_from(number).expect("a number")), sellers, adds: [0, 0, sales] }
                    }
                }
            };
            rows.into_iter().enumerate().map(cell).collect()
        })
    }

    proptest! {
        #[test]
        fn no_hidden_amount_is_a_total_less_the_shown_ones(cells in cells(), least in 1_i64..7) {
            let hidden = hide(&cells, least);
            for cell in cells.iter().filter(|cell| (1..least).contains(&cell.sellers)) {
                prop_assert!(hidden.contains(&cell.row), "{cell:?}");
            }
            for sum in 0..SUMS {
                let some: Vec<&Cell> = cells.iter().filter(|cell| cell.adds[sum] != 0).collect();
                let lacking = some.iter().filter(|cell| hidden.contains(&cell.row)).count();
                prop_assert!(lacking != 1 || some.len() == 1, "{sum}: {cells:?} {hidden:?}");
            }
        }

        #[test]
        fn the_order_of_rows_does_not_matter(cells in cells(), least in 1_i64..7) {
            let backwards: Vec<Cell> = cells.iter().rev().cloned().collect();
            prop_assert_eq!(hide(&cells, least), hide(&backwards, least));
        }

        #[test]
        fn without_a_small_row_nothing_is_hidden(cells in cells()) {
            prop_assert!(hide(&cells, 1).is_empty());
        }
    }
}
