//! What communities submitted to their town: the report of a period as of a closed bound, and what the town decided.

use sea_orm::entity::prelude::*;

use crate::entity::in_region;
use types::{RegionCode, ReportPeriod, Scope, SubmissionStatus, Timestamp};

/// A row of `report_submission`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_submission")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The community.
    pub region_code: RegionCode,
    /// The year.
    pub year: i32,
    /// The part of the year, or all of it.
    pub period: ReportPeriod,
    /// How it stands.
    pub status: SubmissionStatus,
    /// The closed bound as of which the report was submitted: it says what was submitted, for ever.
    pub bound: Timestamp,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// Who submitted it.
    pub submitted_by: Uuid,
    /// When it was decided on; none while it waits.
    pub decided_at: Option<Timestamp>,
    /// Who decided.
    pub decided_by: Option<Uuid>,
    /// Why it was sent back; none otherwise.
    pub reason: Option<String>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The rows that a scope takes in.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_region(Column::RegionCode, scope))
    }
}
