//! Checks that every row of every table can be read, except the totals, which the database itself compares with the
//! entries.

use sea_orm::{EntityTrait, PaginatorTrait};

use super::Verification;
use store::{
    entity::{
        access::*, certificates::*, figures::*, harvest::*, idempotency, installation, plants::*, presales::*,
        reference_version, registers::*, sales::*, stock_adjustments::*, tourism::*,
    },
    error::Result,
    integrity,
};

/// Calls a macro with the entities of all tables that have one.
macro_rules! every_table {
    ($each:ident) => {
        $each!(
            account,
            audit_entry,
            audit_seal,
            batch_by_product,
            batch_ingredient,
            batch_step,
            catering_baseline,
            catering_days,
            catering_establishment,
            catering_takings,
            certificate,
            certificate_origin,
            certificate_replacement,
            festival,
            festival_days,
            grower,
            harvest_estimate,
            harvest_lot,
            honour,
            idempotency,
            installation,
            intake,
            ledger_bound,
            ledger_entry,
            plot,
            plot_origin,
            plot_term,
            preorder,
            preorder_delivery,
            preorder_delivery_lot,
            preorder_event,
            preorder_payment,
            preorder_refund,
            preorder_return,
            preorder_return_lot,
            preorder_transfer,
            presale_offer,
            presale_offer_version,
            processing_plant,
            processing_project,
            product,
            product_step,
            production_batch,
            published_report,
            reference_version,
            region,
            removed_certificate,
            report_submission,
            sale,
            sale_batch,
            sale_return,
            sale_return_batch,
            session,
            shortfall_run,
            shortfall_share,
            site,
            site_counting,
            site_retirement,
            stock_adjustment,
            undertaking_days,
            variety,
            visitor_count
        )
    };
}

impl<P: Fn(u64, u64)> Verification<'_, P> {
    pub(super) async fn count_rows(&self) -> Result<u64> {
        let mut rows = 0;
        macro_rules! count {
            ($($table:ident),+) => {
                $(rows += $table::Entity::find().count(self.snapshot).await?;)+
            };
        }
        every_table!(count);
        Ok(rows)
    }

    /// Reports each unreadable row, by table and key.
    pub(super) async fn rows_can_be_read(&mut self) -> Result<()> {
        macro_rules! read {
            ($($table:ident),+) => {
                $(
                    let done = self.table::<$table::Entity>().await;
                    self.done(stringify!($table), done)?;
                )+
            };
        }
        every_table!(read);
        Ok(())
    }

    async fn table<E: EntityTrait>(&mut self) -> Result<()>
    where
        E::Model: Send + Sync,
    {
        let snapshot = self.snapshot;
        let looked_at = |rows, unreadable| {
            self.findings.add_unreadable(unreadable);
            self.advance(rows);
        };
        Ok(integrity::unreadable::<E>(snapshot, looked_at).await?)
    }
}
