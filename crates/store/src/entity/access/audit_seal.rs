//! The chain over the audit log. Each link's hash covers the previous hash and one entry. Rows are only added.

use sea_orm::entity::prelude::*;

/// A row of `audit_seal`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_seal")]
pub struct Model {
    /// The sealed entry.
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: Uuid,
    /// Its position in the chain, from 1 without gaps.
    pub position: i64,
    /// SHA-256 of the previous hash and the entry, hexadecimal.
    pub hash: String,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
