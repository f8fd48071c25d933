//! Accounts that may sign in.

use sea_orm::{Condition, Select, entity::prelude::*};

use types::{Actor, RegionCode, Role, Timestamp};

/// A row of `account`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Unique name to sign in with.
    pub username: String,
    /// Argon2id hash in PHC form.
    pub password_hash: String,
    /// Its role.
    pub role: Role,
    /// The region it belongs to.
    pub region_code: Option<RegionCode>,
    /// The plant of an operator.
    pub plant_code: Option<String>,
    /// The grower of a grower's account.
    pub grower_id: Option<Uuid>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was disabled.
    pub disabled_at: Option<Timestamp>,
    /// When its password was set. A stronger hash of the same password does not change this.
    pub password_set_at: Timestamp,
    /// When a refused sign-in was last written into the audit log.
    pub refusal_noted_at: Option<Timestamp>,
}

/// Rows are joined by key through loaders, or by finders here.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Entity {
    /// The accounts that an actor may read: an administrator all, others only their own.
    pub fn visible_to(actor: &Actor) -> Select<Self> {
        let own = (actor.role != Role::Admin).then(|| Column::Id.eq(actor.account_id));
        Self::find().filter(Condition::all().add_option(own))
    }
}
