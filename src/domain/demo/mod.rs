//! stub
use crate::{db::Database, domain::passwords::Passwords, entity::installation, error::Result, types::Role};
use sea_orm::{ConnectionTrait, EntityTrait};
/// p
pub const PASSWORD: &str = "lihua-demo";
/// s
pub const SIGN_INS: [(&str, Role); 1] = [("admin", Role::Admin)];
/// Whether the records are a demonstration.
pub async fn is_demo(connection: &impl ConnectionTrait) -> Result<bool> {
    Ok(installation::Entity::find_by_id(1).one(connection).await?.is_some_and(|row| row.is_demo))
}
/// e
pub async fn is_empty(_connection: &impl ConnectionTrait) -> Result<bool> {
    Ok(false)
}
/// l
pub async fn load(_database: &Database, _passwords: &Passwords, _progress: impl Fn(u64, u64) + Send + 'static) -> Result<bool> {
    Ok(false)
}
