//! An offer: a quota of one variety and season, at a price, with a deposit, open between two instants.

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
    /// The variety.
    pub variety_code: String,
    /// The season of the crop.
    pub season: i32,
    /// How much may be promised in total.
    pub quota_g: Kilograms,
    /// How much its pre-orders reserve, including overdue ones that are not released yet.
    pub taken_g: Kilograms,
    /// Price per kilogram.
    pub unit_price_fen: Money,
    /// If set, orders are whole packs of this weight.
    pub pack_g: Option<Kilograms>,
    /// The share of the amount due as a deposit.
    pub deposit_rate: Rate,
    /// When ordering opens.
    pub opens_at: Timestamp,
    /// When ordering closes.
    pub closes_at: Timestamp,
    /// How long a pre-order reserves its kilograms before the deposit comes.
    pub hold_microseconds: i64,
    /// The terms that buyers read.
    pub terms: Option<String>,
    /// The pick-up place.
    pub pick_up_place: Option<String>,
    /// The first pick-up day.
    pub pick_up_from: Option<Day>,
    /// The last pick-up day.
    pub pick_up_to: Option<Day>,
    /// Whether it is shipped to buyers who want that.
    pub ships: bool,
    /// The freight of one pre-order, paid by the buyer.
    pub freight_fen: Money,
    /// Until when buyers may cancel a confirmed pre-order. `None` means until delivery.
    pub cancel_until: Option<Timestamp>,
    /// The share of the deposit that is kept on cancellation.
    pub kept_rate: Rate,
    /// Whether the amount follows the weight delivered.
    pub charged_by_weight: bool,
    /// By what share the weight delivered may then differ from the weight ordered.
    pub weight_tolerance: Rate,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// The shortfall being settled, if that takes more than one transaction and is not finished.
    pub settling_run_id: Option<Uuid>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

/// The relation to the latest estimate of the offer's crop: same variety, season and region.
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
