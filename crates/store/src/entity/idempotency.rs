//! Answered requests, by their idempotency key.

use sea_orm::entity::prelude::*;

use types::Timestamp;

/// A row of `idempotency`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency")]
pub struct Model {
    /// The account or the buyer's telephone number that sent the key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    /// The mutation's name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub mutation: String,
    /// The key as sent by the client.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// The version of the canonical form of the request, a colon, and its SHA-256 in hexadecimal.
    pub digest: String,
    /// The record that the request created or changed.
    pub record_id: String,
    /// When it was answered.
    pub created_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
