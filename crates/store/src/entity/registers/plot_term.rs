//! One state of a plot from a given day. Rows are added, and voided by a correction. Of two with the same first day, the
//! one recorded later applies.

use sea_orm::entity::prelude::*;

use types::{Day, GrowerKind, Mu, RegionCode, Timestamp};

/// A row of `plot_term`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plot_term")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The plot.
    pub plot_id: Uuid,
    /// 1 for the first state, then counting up. A voided one keeps its position.
    pub position: i32,
    /// The first day of this state.
    pub starts_on: Day,
    /// Whether the plot counts.
    pub is_in_use: bool,
    /// The grower who works it.
    pub grower_id: Uuid,
    /// That grower's kind at the time.
    pub grower_kind: GrowerKind,
    /// The region it lies in.
    pub region_code: RegionCode,
    /// The variety that grows on it.
    pub variety_code: String,
    /// Its area.
    pub area_mu_hundredths: Mu,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: Uuid,
    /// When it was voided, if it was.
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
