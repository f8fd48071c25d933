//! The chain over the audit log: each link's hash follows from the one before and from an entry. Rows are only added.

use sea_orm::entity::prelude::*;

/// A row of `audit_seal`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_seal")]
pub struct Model {
    /// The entry that is sealed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: Uuid,
    /// Its place in the chain, from 1 on without gaps.
    pub position: i64,
    /// SHA-256 of the hash before and of the entry, hexadecimal.
    pub hash: String,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
