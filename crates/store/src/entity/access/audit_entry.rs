//! The audit log: what was done, by whom and from where. Rows are only added.

use sea_orm::{Condition, entity::prelude::*};

use crate::entity::{in_subtree, in_subtree_in_order};
use types::{RegionCode, Scope, Timestamp};

/// A row of `audit_entry`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When the change counts as recorded.
    pub at: Timestamp,
    /// The account that did it. `None` for the command line.
    pub account_id: Option<Uuid>,
    /// The address that the request came from, if known.
    pub address: Option<String>,
    /// The request's id, as in the program's log.
    pub request_id: Option<String>,
    /// What was done: the mutation's name.
    pub action: String,
    /// The kind of the affected record: its table.
    pub record_kind: Option<String>,
    /// The id or code of that record. If many records were read, several separated by commas.
    pub record_id: Option<String>,
    /// The region of the record, if it has one.
    pub region_code: Option<RegionCode>,
    /// The fields of each record before and after, as JSON. Secrets are left out, and personal values are hashed.
    pub changes: String,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The rows in a scope. Rows without a region are only for those who see everything.
    pub fn visible_to(scope: &Scope) -> Select<Self> {
        Self::find().filter(match scope {
            Scope::Everything => Condition::all(),
            Scope::Subtree(root) => in_subtree(Column::RegionCode, root),
            Scope::Grower(_) | Scope::Nothing => Condition::all().add(Column::Id.is_null()),
        })
    }

    /// Like `visible_to`, for a page in list order.
    pub fn in_order(scope: &Scope) -> Select<Self> {
        match scope {
            Scope::Subtree(root) => Self::find().filter(in_subtree_in_order(Column::RegionCode, root)),
            Scope::Everything | Scope::Grower(_) | Scope::Nothing => Self::visible_to(scope),
        }
    }
}
