//! What communities submitted to their town: the report of a period as of a closed bound, and the town's decision.

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
    /// The part of the year, or the whole year.
    pub period: ReportPeriod,
    /// The status of the submission.
    pub status: SubmissionStatus,
    /// The closed bound as of which the report was submitted. It fixes for ever what was submitted.
    pub bound: Timestamp,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// Who submitted it.
    pub submitted_by: Uuid,
    /// When it was decided. `None` while it waits.
    pub decided_at: Option<Timestamp>,
    /// Who decided it.
    pub decided_by: Option<Uuid>,
    /// Why it was sent back. `None` otherwise.
    pub reason: Option<String>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The rows in a scope.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(in_region(Column::RegionCode, scope))
    }
}
