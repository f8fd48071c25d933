//! Each text column is listed as plain, personal or secret.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, Statement};
use store::texts::{self, Privacy};

use crate::app::{TestApp, on_postgres};

/// The columns of the database that are no numbers, booleans, days or ids.
const ON_SQLITE: &str = "SELECT tables.name AS of_table, columns.name AS name FROM sqlite_master tables, pragma_table_info(tables.name) columns \
     WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' AND tables.name NOT LIKE 'seaql%' \
     AND columns.type NOT IN ('INTEGER', 'BIGINT', 'BOOLEAN', 'DATE', 'UUID')";
const ON_POSTGRES: &str = "SELECT table_name::text AS of_table, column_name::text AS name FROM information_schema.columns \
     WHERE table_schema = current_schema() AND table_name NOT LIKE 'seaql%' \
     AND data_type NOT IN ('integer', 'bigint', 'boolean', 'date', 'uuid')";

#[tokio::test]
async fn each_text_column_is_plain_personal_or_secret() {
    let app = TestApp::new().await;
    let reader = app.database.reader();
    let sql = if on_postgres() { ON_POSTGRES } else { ON_SQLITE };
    let rows = reader.query_all_raw(Statement::from_string(reader.get_database_backend(), sql)).await.expect("columns");
    let column = |name| move |row: &sea_orm::QueryResult| row.try_get::<String>("", name).expect("a name");
    let there: BTreeSet<(String, String)> =
        rows.iter().map(|row| (column("of_table")(row), column("name")(row))).collect();
    let listed: Vec<(String, String)> =
        texts::listed().map(|(table, name)| (table.to_owned(), name.to_owned())).collect();
    let once: BTreeSet<(String, String)> = listed.iter().cloned().collect();
    assert_eq!(once.len(), listed.len(), "a column is listed twice in crates/store/src/texts.rs");
    let not_listed: Vec<_> = there.difference(&once).collect();
    assert!(not_listed.is_empty(), "list in crates/store/src/texts.rs as plain, personal or secret: {not_listed:?}");
    let gone: Vec<_> = once.difference(&there).collect();
    assert!(gone.is_empty(), "crates/store/src/texts.rs lists what is not there: {gone:?}");
}

#[test]
fn what_is_not_listed_is_a_secret() {
    assert_eq!(texts::privacy("grower", "identity_number"), Privacy::Secret);
    assert_eq!(texts::privacy("grower", "phone"), Privacy::Personal);
    assert_eq!(texts::privacy("account", "password_hash"), Privacy::Secret);
    assert_eq!(texts::privacy("site", "name"), Privacy::Plain);
}
