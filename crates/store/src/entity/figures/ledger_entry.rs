//! Signed entries of the ledger, of which every figure is a sum. Rows are only added.

use sea_orm::{Select, entity::prelude::*};

use crate::entity::in_region;
use types::{Day, EntryKind, GrowerKind, Kilograms, Money, Mu, RegionCode, SaleChannel, Scope, SourceKind, Timestamp};

/// A row of `ledger_entry`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_entry")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What the entry counts.
    pub kind: EntryKind,
    /// Business day.
    pub day: Day,
    /// The first day of the day's month, so that grouping needs no date functions.
    pub month: Day,
    /// The region it is booked on.
    pub region_code: RegionCode,
    /// Variety, if applicable.
    pub variety_code: Option<String>,
    /// Product, if applicable.
    pub product_code: Option<String>,
    /// Season of the crop, if applicable.
    pub season: Option<i32>,
    /// Channel of a sale.
    pub channel: Option<SaleChannel>,
    /// Plant, if applicable.
    pub plant_code: Option<String>,
    /// Site, if applicable.
    pub site_code: Option<String>,
    /// Catering establishment, if applicable.
    pub establishment_code: Option<String>,
    /// Grower, if known.
    pub grower_id: Option<Uuid>,
    /// That grower's kind at the time.
    pub grower_kind: Option<GrowerKind>,
    /// Money.
    pub amount_fen: Money,
    /// Weight.
    pub quantity_g: Kilograms,
    /// How many of what the kind counts.
    pub item_count: i64,
    /// Area.
    pub area_mu_hundredths: Mu,
    /// +1 for a record, −1 for the reversal of a mistake, so that the sum is the number of records in force.
    pub record_count: i64,
    /// The kind of record it comes from.
    pub source_kind: SourceKind,
    /// That record's id.
    pub source_id: Uuid,
    /// When it was recorded. Later than every bound closed by then.
    pub recorded_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The entries booked in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_region(Column::RegionCode, scope))
    }
}
