//! A quota of one variety of one season, at a price, with a deposit, open between two instants.

use sea_orm::{
    entity::prelude::*,
    sea_query::{ExprTrait, IntoCondition},
};

use super::harvest_estimate;

use types::{Day, Kilograms, Money, Rate, RegionCode, Timestamp};

/// A row of `presale_offer`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "presale_offer")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The region it is booked on.
    pub region_code: RegionCode,
    /// What fruit.
    pub variety_code: String,
    /// The crop's season.
    pub season: i32,
    /// How much may be promised in all.
    pub quota_g: Kilograms,
    /// How much the rows of its pre-orders hold, overdue ones that nobody has released yet included.
    pub taken_g: Kilograms,
    /// Price of a kilogram.
    pub unit_price_fen: Money,
    /// Orders are whole packs of this weight, where set.
    pub pack_g: Option<Kilograms>,
    /// Share of the amount that is due at once.
    pub deposit_rate: Rate,
    /// From when on it can be ordered from.
    pub opens_at: Timestamp,
    /// From when on it no longer can.
    pub closes_at: Timestamp,
    /// How long a pre-order holds its kilograms before the deposit comes.
    pub hold_microseconds: i64,
    /// What buyers read.
    pub terms: Option<String>,
    /// Where to pick up.
    pub pick_up_place: Option<String>,
    /// The first day for it.
    pub pick_up_from: Option<Day>,
    /// The last day for it.
    pub pick_up_to: Option<Day>,
    /// Whether it is sent to buyers who want that.
    pub ships: bool,
    /// What sending a pre-order costs its buyer.
    pub freight_fen: Money,
    /// Until when buyers may cancel what is confirmed; none until it is delivered.
    pub cancel_until: Option<Timestamp>,
    /// The share of the deposit that is kept when they do.
    pub kept_rate: Rate,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// The shortfall of it that is being settled, where that takes more than one transaction and is not over.
    pub settling_run_id: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

/// The way to the latest estimate of an offer's crop: of its variety, season and region.
pub fn estimate() -> RelationDef {
    let mut to_estimate: RelationDef = Entity::belongs_to(harvest_estimate::Entity)
        .from((Column::VarietyCode, Column::Season, Column::RegionCode))
        .to((
            harvest_estimate::Column::VarietyCode,
            harvest_estimate::Column::Season,
            harvest_estimate::Column::RegionCode,
        ))
        .into();
    to_estimate = to_estimate.on_condition(|_, estimates| {
        Expr::col((estimates, harvest_estimate::Column::ReplacedAt)).is_null().into_condition()
    });
    to_estimate
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether it can be ordered from at an instant.
    pub fn is_open_at(&self, now: Timestamp) -> bool {
        self.opens_at <= now && now < self.closes_at
    }
}
