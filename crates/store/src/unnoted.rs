//! What is written without a note in the audit log. A type or method for each way says for which tables, and why.

use sea_orm::{
    ColumnTrait, Condition, DbErr, DeleteMany, EntityTrait, QueryFilter, UpdateMany,
    sea_query::{Expr, OnConflict, SimpleExpr},
};

use super::{Author, Filling, Txn};
use crate::{
    entity::{
        access::session,
        certificates::{certificate_origin, certificate_replacement, removed_certificate},
        harvest::harvest_lot,
        installation,
        plants::{batch_step, intake, production_batch},
        presales::{
            preorder, preorder_event, preorder_transfer, presale_offer, presale_offer_version, shortfall_share,
        },
        registers::plot_origin,
    },
    error::Result,
};
use types::{Kilograms, Money, PreorderStatus};

/// A table whose rows are written without a note.
pub trait Unnoted: EntityTrait {}

// Parts of a noted record, created and deleted with it.
impl Unnoted for certificate_origin::Entity {}
impl Unnoted for certificate_replacement::Entity {}
impl Unnoted for shortfall_share::Entity {}
/// The plots are noted: those that go out of use, or back, and those that are made of them.
impl Unnoted for plot_origin::Entity {}
/// The steps are the product's, which the log has.
impl Unnoted for batch_step::Entity {}
/// What an offer said before a change, which the log has.
impl Unnoted for presale_offer_version::Entity {}
/// The sum of the payments under one reference. Those are noted, and `verify` adds them up.
impl Unnoted for preorder_transfer::Entity {}
/// An event itself says what happened, when, and by whom.
impl Unnoted for preorder_event::Entity {}
/// What remains of a certificate whose retention has ended.
impl Unnoted for removed_certificate::Entity {}
/// Sessions expire, or are removed to make room for later ones. Ending a session on request is noted: `Txn::delete`.
impl Unnoted for session::Entity {}
/// A single row about the database itself, which no request changes.
impl Unnoted for installation::Entity {}

/// A record with a column that is derived from other records. Those are noted, and `verify` adds them up.
pub trait Keeping: EntityTrait {
    /// The derived column: what is left of it, or what is taken.
    const KEPT: Self::Column;
}

impl Keeping for harvest_lot::Entity {
    const KEPT: Self::Column = harvest_lot::Column::AvailableG;
}

impl Keeping for intake::Entity {
    const KEPT: Self::Column = intake::Column::AvailableG;
}

impl Keeping for production_batch::Entity {
    const KEPT: Self::Column = production_batch::Column::AvailableG;
}

impl Keeping for presale_offer::Entity {
    const KEPT: Self::Column = presale_offer::Column::TakenG;
}

impl<By: Author> Txn<By> {
    /// Inserts rows, many per statement.
    pub async fn add<E: Unnoted>(&self, rows: impl IntoIterator<Item = E::ActiveModel>) -> Result<(), DbErr>
    where
        E::ActiveModel: Send,
    {
        self.insert_many::<E>(rows).await
    }

    /// Inserts a row, unless one with the same values in these columns exists.
    pub async fn add_unless_there<E: Unnoted>(
        &self,
        row: E::ActiveModel,
        columns: impl IntoIterator<Item = E::Column>,
    ) -> Result<(), DbErr> {
        let there = OnConflict::columns(columns).do_nothing().to_owned();
        E::insert(row).on_conflict(there).exec_without_returning(self.connection().await?).await?;
        Ok(())
    }

    /// Changes rows. Returns how many.
    pub async fn change<E: Unnoted>(&self, change: UpdateMany<E>) -> Result<u64, DbErr> {
        Ok(change.exec(self.connection().await?).await?.rows_affected)
    }

    /// Deletes rows. Returns how many.
    pub async fn remove<E: Unnoted>(&self, rows: DeleteMany<E>) -> Result<u64, DbErr> {
        Ok(rows.exec(self.connection().await?).await?.rows_affected)
    }

    /// Sets the derived column. Returns the number of rows.
    pub async fn keep<E: Keeping>(&self, value: SimpleExpr, rows: Condition) -> Result<u64, DbErr> {
        let change = E::update_many().col_expr(E::KEPT, value).filter(rows);
        Ok(change.exec(self.connection().await?).await?.rows_affected)
    }

    /// Marks overdue pre-orders as expired. No account does that: for readers they had expired already.
    pub async fn expire(&self, overdue: Condition) -> Result<(), DbErr> {
        use preorder::Column;
        preorder::Entity::update_many()
            .col_expr(Column::Status, Expr::value(PreorderStatus::Expired))
            .col_expr(Column::FulfillableG, Expr::value(Kilograms::ZERO))
            .col_expr(Column::AmountFen, Expr::value(Money::ZERO))
            .filter(overdue.add(Column::Status.eq(PreorderStatus::Placed)))
            .exec(self.connection().await?)
            .await?;
        Ok(())
    }

    /// Executes raw SQL, for tests that break things on purpose. Not part of a release build.
    #[cfg(debug_assertions)]
    pub async fn ruin(&self, sql: &str) -> Result<(), DbErr> {
        use sea_orm::ConnectionTrait;
        self.connection().await?.execute_unprepared(sql).await?;
        Ok(())
    }
}

impl Txn<Filling> {
    /// Fills a table of a database that nobody uses yet. Later inserts by accounts are noted.
    pub async fn fill<E: EntityTrait>(&self, rows: impl IntoIterator<Item = E::ActiveModel>) -> Result<()>
    where
        E::ActiveModel: Send,
    {
        Ok(self.insert_many::<E>(rows).await?)
    }
}
