//! Names as they are searched, in columns of their own, and telephone numbers that are longer than those of before: a
//! landline's extension follows its number.
//!
//! How a name is folded is the program's rule, so the step fills the columns by it. Should the rule ever change, another
//! step fills them anew.

use ::types::Folded;
use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, TryGetable, prelude::Uuid},
};

use crate::change_checks;

/// How many names are read at once.
const PORTION: u64 = 1000;

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0012_text"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        fold::<Uuid>(manager, "grower", "id", ["name", "name_folded"]).await?;
        fold::<String>(manager, "region", "code", ["name", "name_folded"]).await?;
        fold::<Uuid>(manager, "preorder", "id", ["buyer_name", "buyer_name_folded"]).await?;
        change_checks(manager, "grower", &[("grower_phone_length", "length(phone) BETWEEN 10 AND 18")]).await
    }
}

/// Adds the column of a table's folded names, and fills it. Most names are folded as they stand, so one statement copies
/// them all, and only the others are then written one by one.
async fn fold<K: TryGetable + Into<Value> + Clone>(
    manager: &SchemaManager<'_>,
    table: &'static str,
    key: &'static str,
    [name, folded]: [&'static str; 2],
) -> Result<(), DbErr> {
    let database = manager.get_connection();
    let column = format!(
        "ALTER TABLE {table} ADD COLUMN {folded} TEXT NOT NULL DEFAULT ''; UPDATE {table} SET {folded} = {name}"
    );
    database.execute_unprepared(&column).await?;
    let mut after: Option<K> = None;
    loop {
        let mut portion = Query::select();
        portion.columns([key, name]).from(table).order_by(key, Order::Asc).limit(PORTION);
        if let Some(after) = after.take() {
            portion.and_where(Expr::col(key).gt(after));
        }
        for row in database.query_all(&portion).await? {
            let id: K = row.try_get("", key)?;
            let text: String = row.try_get("", name)?;
            let as_searched = Folded::of(&text).0;
            if as_searched != text {
                let mut other = Query::update();
                other.table(table).value(folded, as_searched).and_where(Expr::col(key).eq(id.clone()));
                database.execute(&other).await?;
            }
            after = Some(id);
        }
        if after.is_none() {
            return Ok(());
        }
    }
}
