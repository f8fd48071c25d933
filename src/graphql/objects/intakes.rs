//! Intakes.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    certificates::Certificate,
    growers::Grower,
    harvest_lots::HarvestLot,
    processing_plants::{self, ProcessingPlant},
};
use crate::graphql::{
    guard,
    list::One,
    loader,
    scalar::{Date, DateTime, Decimal},
};
use domain::{harvest::pledges, stock_adjustments};
use store::{
    entity::{harvest::harvest_lot, plants::intake, registers::grower},
    error::Result,
};

/// A pledge certificate on paper that was collected with an intake.
#[derive(SimpleObject)]
struct PaperCertificate {
    /// Its number.
    number: String,
    /// The name of its issuer.
    issuer_name: String,
}

/// Raw material received by a plant (原料入库).
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Intake {
    /// The ID.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// The name of the material.
    material: String,
    /// The name of the supplier outside the register. Null if a grower supplied it.
    supplier_name: Option<String>,
    /// The quantity received, in kilograms, three decimal places.
    quantity_kg: Decimal,
    /// The quantity left, in kilograms, three decimal places. 0 once it is voided.
    available_kg: Decimal,
    /// The day it was received.
    received_on: Date,
    /// When it was voided. Null unless it is voided.
    voided_at: Option<DateTime>,
    /// The reason for voiding it. Null unless it is voided.
    void_reason: Option<String>,
    /// When it was recorded.
    recorded_at: DateTime,
    /// When it was entered, by the clock of the client. Null if the client did not send it.
    client_recorded_at: Option<DateTime>,
    /// The paper certificate that was collected with it. Null if there was none.
    paper_certificate: Option<One<PaperCertificate>>,
    #[graphql(skip)]
    plant_code: String,
    #[graphql(skip)]
    certificate_code: Option<String>,
    #[graphql(skip)]
    lot_id: Option<Uuid>,
    #[graphql(skip)]
    grower_id: Option<Uuid>,
    #[graphql(skip)]
    account_id: Uuid,
    #[graphql(skip)]
    intake_id: Uuid,
}

#[ComplexObject]
impl Intake {
    /// The plant that received it.
    async fn plant(&self, ctx: &Context<'_>) -> Result<One<ProcessingPlant>> {
        processing_plants::plant_of(ctx, &self.plant_code).await
    }

    /// The lot it was drawn from. Null if none was named, or if the reader may not see it.
    async fn lot(&self, ctx: &Context<'_>) -> Result<Option<One<HarvestLot>>> {
        let lot = loader::optional::<harvest_lot::Entity>(ctx, self.lot_id).await?;
        Ok(lot.filter(|lot| guard::may_name(ctx, &lot.region_code, lot.grower_id)).map(One::of))
    }

    /// The grower that supplied it. Null if the supplier is not in the register.
    async fn grower(&self, ctx: &Context<'_>) -> Result<Option<One<Grower>>> {
        Ok(loader::optional::<grower::Entity>(ctx, self.grower_id).await?.map(One::of))
    }

    /// The sum of its adjustments that were not voided, in kilograms, three decimal places: below zero if it became
    /// less without being sold or used.
    async fn adjusted_kg(&self, ctx: &Context<'_>) -> Result<Decimal> {
        Ok(loader::load_or_default(ctx, self.intake_id, stock_adjustments::of_intakes).await?.into())
    }

    /// The pledge certificate that was collected with it. Null if there was none, if it is on paper, or if it was
    /// removed after its retention period.
    async fn certificate(&self, ctx: &Context<'_>) -> Result<Option<One<Certificate>>> {
        match &self.certificate_code {
            Some(code) => Ok(loader::load(ctx, code.clone(), pledges::by_codes).await?.map(One::of)),
            None => Ok(None),
        }
    }

    /// The account that recorded it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<intake::Model> for Intake {
    fn from(row: intake::Model) -> Self {
        let intake::Model {
            id,
            plant_code,
            region_code: _,
            material,
            lot_id,
            bought_batch_id: _,
            grower_id,
            grower_kind: _,
            supplier_name,
            certificate_code,
            paper_certificate_number,
            paper_certificate_issuer,
            quantity_g,
            available_g,
            received_on,
            audit_salt: _,
            client_recorded_at,
            recorded_at,
            recorded_by,
            voided_at,
            void_reason,
            voided_by: _,
        } = row;
        Self {
            id: id.into(),
            material,
            supplier_name,
            quantity_kg: quantity_g.into(),
            available_kg: available_g.into(),
            received_on: received_on.into(),
            voided_at: voided_at.map(DateTime::from),
            void_reason,
            recorded_at: recorded_at.into(),
            client_recorded_at: client_recorded_at.map(DateTime::from),
            paper_certificate: paper_certificate_number
                .zip(paper_certificate_issuer)
                .map(|(number, issuer_name)| One(PaperCertificate { number, issuer_name })),
            plant_code,
            certificate_code,
            lot_id,
            grower_id,
            account_id: recorded_by,
            intake_id: id,
        }
    }
}
