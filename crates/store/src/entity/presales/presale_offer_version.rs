//! What an offer said before a change.

use sea_orm::entity::prelude::*;

use types::{Day, Kilograms, Money, Timestamp};

/// A row of `presale_offer_version`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "presale_offer_version")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The offer.
    pub offer_id: Uuid,
    /// How much could be promised in total.
    pub quota_g: Kilograms,
    /// When ordering would close.
    pub closes_at: Timestamp,
    /// The terms that buyers read.
    pub terms: Option<String>,
    /// The pick-up place.
    pub pick_up_place: Option<String>,
    /// The first pick-up day.
    pub pick_up_from: Option<Day>,
    /// The last pick-up day.
    pub pick_up_to: Option<Day>,
    /// Whether it was shipped.
    pub ships: bool,
    /// The freight of one pre-order.
    pub freight_fen: Money,
    /// Until when this held.
    pub replaced_at: Timestamp,
    /// Who changed it.
    pub replaced_by: Uuid,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
