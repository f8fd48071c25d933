//! Checks certificates: none pledges for more than there was, no plant collected more than was pledged, and a
//! replaced certificate has that status.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Verification;
use crate::harvest::{
    holdings::{counted_beyond, drawn},
    pledges::collected_with,
};
use store::{
    entity::{
        certificates::{certificate, certificate_replacement},
        harvest::harvest_lot,
        plants::production_batch,
        stock_adjustments::stock_adjustment,
    },
    error::Result,
    load,
};
use types::{CertificateStatus, Kilograms};

impl<P: Fn(u64, u64)> Verification<'_, P> {
    /// Checks certificates. Valid ones pledge for no more than was picked, made or counted, and for nothing that was
    /// voided. No more was collected than is pledged for. A certificate that another one replaced is no longer valid.
    pub(super) async fn certificates(&mut self) -> Result<()> {
        let mut after = None;
        loop {
            let rows = self.next_chunk(certificate::Column::Id, &mut after, certificate::Entity::find()).await?;
            if rows.is_empty() {
                return Ok(());
            }
            let lots: Vec<Uuid> = distinct(rows.iter().filter_map(|row| row.lot_id));
            let batches: Vec<Uuid> = distinct(rows.iter().filter_map(|row| row.batch_id));
            let found = load::by_key::<harvest_lot::Entity>(self.snapshot, &lots).await?;
            let more = counted_beyond(self.snapshot, stock_adjustment::Column::LotId, &lots).await?;
            let more = |id| more.get(&id).copied().unwrap_or_default();
            let whole = found
                .into_values()
                .map(|lot| (lot.id, (lot.code.0, lot.quantity_g + more(lot.id), lot.voided_at.is_some())))
                .collect();
            self.compare_pledged(certificate::Column::LotId, &lots, &whole).await?;
            let found = load::by_key::<production_batch::Entity>(self.snapshot, &batches).await?;
            let more = counted_beyond(self.snapshot, stock_adjustment::Column::BatchId, &batches).await?;
            let more = |id| more.get(&id).copied().unwrap_or_default();
            let whole = found
                .into_values()
                .map(|batch| (batch.id, (batch.code.0, batch.output_g + more(batch.id), batch.voided_at.is_some())))
                .collect();
            self.compare_pledged(certificate::Column::BatchId, &batches, &whole).await?;
            let codes: Vec<String> = rows.iter().map(|row| row.code.0.clone()).collect();
            let collected = collected_with(self.snapshot, &codes).await?;
            let named: BTreeSet<String> = certificate_replacement::Entity::find()
                .select_only()
                .column(certificate_replacement::Column::ReplacedCode)
                .filter(certificate_replacement::Column::ReplacedCode.is_in(rows.iter().map(|row| row.code.0.as_str())))
                .into_tuple()
                .all(self.snapshot)
                .await?
                .into_iter()
                .collect();
            for row in rows {
                let code = &row.code.0;
                let collected = collected.get(code).copied().unwrap_or_default();
                if collected > row.quantity_g {
                    self.findings.add(format!(
                        "certificate {code}: {collected} kg were collected with it, it pledges for {}",
                        row.quantity_g
                    ));
                }
                if row.status == CertificateStatus::Valid && named.contains(code) {
                    self.findings
                        .add(format!("certificate {code}: another was issued instead, its row says that it is valid"));
                }
            }
        }
    }

    /// Checks, by lot or batch, that valid certificates pledge for no more than there was.
    async fn compare_pledged(
        &mut self,
        column: certificate::Column,
        sources: &[Uuid],
        whole: &HashMap<Uuid, (String, Kilograms, bool)>,
    ) -> Result<()> {
        let query = certificate::Entity::find().filter(certificate::Column::Status.eq(CertificateStatus::Valid));
        let pledged = drawn(self.snapshot, query, column, certificate::Column::QuantityG, sources).await?;
        for (source, pledged) in pledged {
            let Some((code, whole, is_voided)) = whole.get(&source) else { continue };
            if *is_voided || pledged > *whole {
                let voided = if *is_voided { " and was voided" } else { "" };
                self.findings
                    .add(format!("{code}: certificates pledge for {pledged} kg of it, it had {whole}{voided}"));
            }
        }
        Ok(())
    }
}

fn distinct(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}
