//! Sessions that have not expired.

use sea_orm::{Select, entity::prelude::*};

use types::{Actor, Timestamp};

/// A row of `session`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// SHA-256 of the token, hexadecimal. The token itself is stored nowhere.
    pub token_hash: String,
    /// The account it belongs to.
    pub account_id: Uuid,
    /// When it began.
    pub created_at: Timestamp,
    /// The instant from which the token is invalid, no matter how much it is used.
    pub expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub last_used_at: Timestamp,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The sessions of the actor's own account.
    pub fn of(actor: &Actor) -> Select<Self> {
        Self::find().filter(Column::AccountId.eq(actor.account_id))
    }
}
