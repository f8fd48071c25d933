//! Raw material that a plant took in.

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
    /// Where the plant stands.
    pub region_code: RegionCode,
    /// What it is.
    pub material: String,
    /// The lot it was drawn from, where it is fruit of one that was recorded.
    pub lot_id: Option<Uuid>,
    /// The batch that it was drawn from, where another plant sold it under a certificate. That plant's sale drew on the
    /// batch.
    pub bought_batch_id: Option<Uuid>,
    /// The grower that supplied it.
    pub grower_id: Option<Uuid>,
    /// That grower's kind at the time.
    pub grower_kind: Option<GrowerKind>,
    /// Who supplied it, outside the register.
    pub supplier_name: Option<String>,
    /// The certificate that was collected with it. No foreign key: a certificate may be removed when its time is over.
    pub certificate_code: Option<String>,
    /// The number of one on paper.
    pub paper_certificate_number: Option<String>,
    /// Who issued that.
    pub paper_certificate_issuer: Option<String>,
    /// How much came.
    pub quantity_g: Kilograms,
    /// What is left of it; nothing once it is voided.
    pub available_g: Kilograms,
    /// The day on which it came.
    pub received_on: Day,
    /// What the supplier's name is hashed with in the audit log.
    pub audit_salt: String,
    /// When it was entered by the clock of whoever sent it.
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
    /// The rows that an actor may see: those of its own plant, or of the regions that it reads.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        Self::find().filter(of_plant(Column::PlantCode, Column::RegionCode, actor))
    }

    /// The same for a page in their order.
    pub fn in_order(actor: &Actor) -> Select<Self> {
        Self::find().filter(of_plant_in_order(Column::PlantCode, Column::RegionCode, actor, None))
    }

    /// The intakes that a batch was made of, directly or through other batches, without voided ones.
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

/// The ids of the intakes of a lot's fruit, without voided ones.
pub fn of_lot(lot_id: Uuid) -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::LotId.eq(lot_id))
        .filter(Column::VoidedAt.is_null())
        .into_query()
}
