//! Sums in SQL.

use sea_orm::{ExprTrait, sea_query::SimpleExpr};

/// A sum, or another expression over sums, as a whole number. PostgreSQL's SUM of integers is numeric.
pub fn as_bigint(sum: SimpleExpr) -> SimpleExpr {
    sum.cast_as("BIGINT")
}
