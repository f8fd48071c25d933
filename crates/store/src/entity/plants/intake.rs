//! Raw material that a plant received.

use sea_orm::{
    QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{Query, SelectStatement},
};

use super::batch_ingredient;
use crate::entity::{of_plant, of_plant_in_order};
use types::{Actor, Day, GrowerKind, Kilograms, RegionCode, Timestamp};

/// A row of `intake`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "intake")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The plant.
    pub plant_code: String,
    /// The region of the plant.
    pub region_code: RegionCode,
    /// The name of the material.
    pub material: String,
    /// The lot that it was taken from, if it is fruit of a recorded lot.
    pub lot_id: Option<Uuid>,
    /// The batch that it was taken from, if another plant sold it under a certificate. That plant's sale reduced the
    /// batch's stock.
    pub bought_batch_id: Option<Uuid>,
    /// The grower who supplied it.
    pub grower_id: Option<Uuid>,
    /// That grower's kind at the time.
    pub grower_kind: Option<GrowerKind>,
    /// The supplier, if not a registered grower.
    pub supplier_name: Option<String>,
    /// The certificate that came with it. Not a foreign key, because a certificate may be removed after its
    /// retention.
    pub certificate_code: Option<String>,
    /// The number of a paper certificate.
    pub paper_certificate_number: Option<String>,
    /// The issuer of the paper certificate.
    pub paper_certificate_issuer: Option<String>,
    /// The quantity received.
    pub quantity_g: Kilograms,
    /// The quantity left; 0 once the intake is voided.
    pub available_g: Kilograms,
    /// The day it was received.
    pub received_on: Day,
    /// The salt of the hash of the supplier's name in the audit log.
    pub audit_salt: String,
    /// When it was entered, by the client's clock.
    pub client_recorded_at: Option<Timestamp>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// When it was voided.
    pub voided_at: Option<Timestamp>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// Who voided it.
    pub voided_by: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The rows that an actor may see: those of its own plant, or of the regions that it may read.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        Self::find().filter(of_plant(Column::PlantCode, Column::RegionCode, actor))
    }

    /// Like `visible_to`, for a page in list order.
    pub fn in_order(actor: &Actor) -> Select<Self> {
        Self::find().filter(of_plant_in_order(Column::PlantCode, Column::RegionCode, actor, None))
    }

    /// The intakes that a batch was made from, directly or through other batches. Voided ones are excluded.
    pub fn in_batch(batch_id: Uuid) -> Select<Self> {
        let mut batches = Query::select();
        batches
            .column(batch_ingredient::Column::BatchId)
            .from(batch_ingredient::REACHED)
            .with_cte(batch_ingredient::made_of(batch_id));
        let ingredients = batch_ingredient::Entity::find()
            .select_only()
            .column(batch_ingredient::Column::IntakeId)
            .filter(batch_ingredient::Column::BatchId.in_subquery(batches));
        Self::find().filter(Column::Id.in_subquery(ingredients.into_query())).filter(Column::VoidedAt.is_null())
    }
}

/// The ids of the intakes of a lot's fruit. Voided ones are excluded.
pub fn of_lot(lot_id: Uuid) -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::LotId.eq(lot_id))
        .filter(Column::VoidedAt.is_null())
        .into_query()
}
