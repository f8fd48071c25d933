//! Changes a CHECK constraint by its name: the values of an enum, or the largest value of a number.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend, Statement},
};

/// Gives CHECKs of a table, each by its name, another condition. The existing rows must meet them.
///
/// PostgreSQL replaces the constraints. SQLite has no statement for that. The table is rebuilt from its own SQL text
/// with the new conditions and filled from the old one, and it gets the old one's name and indexes. Foreign keys must
/// be off meanwhile; the program sees to that.
pub async fn change_checks(manager: &SchemaManager<'_>, table: &str, checks: &[(&str, &str)]) -> Result<(), DbErr> {
    let database = manager.get_connection();
    if database.get_database_backend() == DbBackend::Postgres {
        let exchange = |(name, condition): &(&str, &str)| {
            format!("DROP CONSTRAINT {name}, ADD CONSTRAINT {name} CHECK ({condition})")
        };
        let exchanges: Vec<String> = checks.iter().map(exchange).collect();
        database.execute_unprepared(&format!("ALTER TABLE {table} {}", exchanges.join(", "))).await?;
        return Ok(());
    }
    let texts =
        texts(manager, &format!("SELECT sql AS text FROM sqlite_master WHERE type = 'table' AND name = '{table}'"))
            .await?;
    let mut made = texts.into_iter().next().ok_or_else(|| DbErr::Migration(format!("there is no table {table}")))?;
    for (name, condition) in checks {
        made = with_condition(&made, name, condition)
            .ok_or_else(|| DbErr::Migration(format!("{table} has no CHECK of the name {name}")))?;
    }
    let indexes = format!(
        "SELECT sql AS text FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '{table}' ORDER BY rowid"
    );
    let indexes = self::texts(manager, &indexes).await?;
    let columns = self::texts(manager, &format!("SELECT name AS text FROM pragma_table_info('{table}') ORDER BY cid"))
        .await?
        .join(", ");
    let body = &made[made.find('(').unwrap_or_default()..];
    let rebuild = format!(
        "CREATE TABLE {table}_rebuilt {body}; INSERT INTO {table}_rebuilt ({columns}) SELECT {columns} FROM {table}; \
         DROP TABLE {table}; ALTER TABLE {table}_rebuilt RENAME TO {table}"
    );
    database.execute_unprepared(&rebuild).await?;
    for index in indexes {
        database.execute_unprepared(&index).await?;
    }
    Ok(())
}

async fn texts(manager: &SchemaManager<'_>, sql: &str) -> Result<Vec<String>, DbErr> {
    let rows = manager.get_connection().query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    rows.iter().map(|row| row.try_get("", "text")).collect()
}

/// A table's SQL text with another condition for a CHECK. `None` if it has no CHECK of that name.
fn with_condition(table: &str, name: &str, condition: &str) -> Option<String> {
    let head = format!("CONSTRAINT {name} CHECK (");
    let begins = table.find(&head)? + head.len();
    let mut depth = 1;
    let mut is_quoted = false;
    for (place, letter) in table[begins..].char_indices() {
        match letter {
            '\'' => is_quoted = !is_quoted,
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(format!("{}{condition}{}", &table[..begins], &table[begins + place..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::with_condition;

    #[test]
    fn only_the_named_condition_is_exchanged() {
        let table = "CREATE TABLE pear (\n  kind TEXT CONSTRAINT pear_kind_known CHECK (kind IN ('a)', 'b')) CONSTRAINT pear_kind_length CHECK (length(kind) > 0)\n)";
        let changed = "CREATE TABLE pear (\n  kind TEXT CONSTRAINT pear_kind_known CHECK (kind = 'c') CONSTRAINT pear_kind_length CHECK (length(kind) > 0)\n)";
        assert_eq!(with_condition(table, "pear_kind_known", "kind = 'c'").as_deref(), Some(changed));
        assert_eq!(with_condition(table, "pear_kind", "kind = 'c'"), None);
    }
}
