//! Signed entries of the one book behind every figure. Rows are only added.

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
    /// What it counts.
    pub kind: EntryKind,
    /// Business day.
    pub day: Day,
    /// First day of the day's month, so that grouping needs no date functions.
    pub month: Day,
    /// Where it is booked.
    pub region_code: RegionCode,
    /// Variety, where it applies.
    pub variety_code: Option<String>,
    /// Product, where it applies.
    pub product_code: Option<String>,
    /// Season of the crop, where it applies.
    pub season: Option<i32>,
    /// Channel of a sale.
    pub channel: Option<SaleChannel>,
    /// Plant, where it applies.
    pub plant_code: Option<String>,
    /// Site, where it applies.
    pub site_code: Option<String>,
    /// Catering establishment, where it applies.
    pub establishment_code: Option<String>,
    /// Grower, where it is known.
    pub grower_id: Option<Uuid>,
    /// That grower's kind at the time.
    pub grower_kind: Option<GrowerKind>,
    /// Money.
    pub amount_fen: Money,
    /// Weight.
    pub quantity_g: Kilograms,
    /// Number of what the kind counts.
    pub item_count: i64,
    /// Area.
    pub area_mu_hundredths: Mu,
    /// +1 for what was recorded, −1 for what takes a mistake back, so that their sum is the number of records in force.
    pub record_count: i64,
    /// Which kind of record it comes from.
    pub source_kind: SourceKind,
    /// That record's id.
    pub source_id: Uuid,
    /// When it was recorded; later than every closed bound of the time.
    pub recorded_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The entries that are booked in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_region(Column::RegionCode, scope))
    }
}
