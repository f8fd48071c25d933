//! Changes a constraint by its name: the values of an enum, the largest value of a number, what has to be unique.

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
    rebuild(manager, table, |made| {
        let mut made = made.to_owned();
        for (name, condition) in checks {
            made = with_condition(&made, name, condition)
                .ok_or_else(|| DbErr::Migration(format!("{table} has no CHECK of the name {name}")))?;
        }
        Ok(made)
    })
    .await
}

/// Takes a UNIQUE constraint away from a table, by its name. An index may hold part of it from then on.
pub(crate) async fn drop_unique(manager: &SchemaManager<'_>, table: &str, name: &str) -> Result<(), DbErr> {
    let database = manager.get_connection();
    if database.get_database_backend() == DbBackend::Postgres {
        database.execute_unprepared(&format!("ALTER TABLE {table} DROP CONSTRAINT {name}")).await?;
        return Ok(());
    }
    rebuild(manager, table, |made| {
        without_unique(made, name).ok_or_else(|| DbErr::Migration(format!("{table} has no UNIQUE of the name {name}")))
    })
    .await
}

/// Builds a table of SQLite anew from its own text, changed.
async fn rebuild(
    manager: &SchemaManager<'_>,
    table: &str,
    change: impl FnOnce(&str) -> Result<String, DbErr>,
) -> Result<(), DbErr> {
    let database = manager.get_connection();
    let texts =
        texts(manager, &format!("SELECT sql AS text FROM sqlite_master WHERE type = 'table' AND name = '{table}'"))
            .await?;
    let made = texts.into_iter().next().ok_or_else(|| DbErr::Migration(format!("there is no table {table}")))?;
    let made = change(&made)?;
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

/// A table's SQL text without a UNIQUE constraint. `None` if it has none of that name.
fn without_unique(table: &str, name: &str) -> Option<String> {
    let begins = table.find(&format!("CONSTRAINT {name} UNIQUE ("))?;
    let ends = begins + table[begins..].find(')')? + 1;
    let before = table[..begins].trim_end().strip_suffix(',')?;
    Some(format!("{before}{}", &table[ends..]))
}

#[cfg(test)]
mod tests {
    use super::{with_condition, without_unique};

    #[test]
    fn only_the_named_condition_is_exchanged() {
        let table = "CREATE TABLE pear (\n  kind TEXT CONSTRAINT pear_kind_known CHECK (kind IN ('a)', 'b')) CONSTRAINT pear_kind_length CHECK (length(kind) > 0)\n)";
        let changed = "CREATE TABLE pear (\n  kind TEXT CONSTRAINT pear_kind_known CHECK (kind = 'c') CONSTRAINT pear_kind_length CHECK (length(kind) > 0)\n)";
        assert_eq!(with_condition(table, "pear_kind_known", "kind = 'c'").as_deref(), Some(changed));
        assert_eq!(with_condition(table, "pear_kind", "kind = 'c'"), None);
    }

    #[test]
    fn only_the_named_unique_is_taken_away() {
        let table = "CREATE TABLE pear (\n  kind TEXT,\n  CONSTRAINT pear_kind_unique UNIQUE (kind, size),\n  CONSTRAINT pear_size_unique UNIQUE (size)\n)";
        let left = "CREATE TABLE pear (\n  kind TEXT,\n  CONSTRAINT pear_size_unique UNIQUE (size)\n)";
        assert_eq!(without_unique(table, "pear_kind_unique").as_deref(), Some(left));
        assert_eq!(without_unique(table, "pear_kind"), None);
    }
}
