//! Writes many records of one change with few statements. The audit log notes the first ones field by field, and of
//! the others how many there are.

use std::iter::once;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Iterable, ModelTrait,
    PrimaryKeyToColumn, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Value,
    sea_query::{Expr, ExprTrait, IntoIden, LockType, Query, TableRef, ValueTuple},
};

use super::{Author, Txn, audit::MOST_NOTED};

/// The largest number of parameters of one statement. SQLite takes 32,766.
const MOST_PARAMETERS: usize = 30_000;
/// The largest number of rows of one statement. More rows make it longer, but nothing faster.
const MOST_ROWS: usize = 1000;

impl Txn {
    /// Inserts records and notes them. The insert is deferred (`deferred`), so a violated constraint is reported later.
    pub async fn insert_all<E>(&self, rows: Vec<E::Model>) -> Result<(), DbErr>
    where
        E: EntityTrait,
        E::Model: IntoActiveModel<E::ActiveModel> + Clone,
        E::ActiveModel: Send,
    {
        for row in &rows {
            self.note(None, Some(row));
        }
        self.insert_many::<E>(rows.into_iter().map(IntoActiveModel::into_active_model)).await
    }

    /// Updates these columns of records from their values before to those after, and notes the records. The caller
    /// has locked them.
    pub async fn update_all<E>(&self, columns: &[E::Column], changes: &[(E::Model, E::Model)]) -> Result<(), DbErr>
    where
        E: EntityTrait,
    {
        debug_assert!(
            changes.iter().all(|(before, after)| differs_only_in::<E>(columns, before, after)),
            "another column differs"
        );
        let Some(key) = E::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column) else { return Ok(()) };
        for some in changes.chunks(rows_at_once(columns.len() + 1)) {
            let row = |after: &E::Model| once(&key).chain(columns).map(|column| after.get(*column)).collect();
            let rows = some.iter().map(|(_, after)| ValueTuple::Many(row(after))).collect();
            let mut update = Query::update();
            update.table(E::default().table_ref()).from(TableRef::ValuesList(rows, "changed".into_iden()));
            // Both databases name the columns of a VALUES list this way.
            for (position, column) in (2..).zip(columns) {
                update.value(*column, Expr::col(("changed", format!("column{position}"))));
            }
            update.and_where(Expr::col((E::default(), key)).equals(("changed", "column1")));
            self.connection().await?.execute(&update).await?;
        }
        for (before, after) in changes {
            self.note(Some(before), Some(after));
        }
        Ok(())
    }

    /// Sets columns of all matching records whose values differ, in one statement. Notes the first records before and
    /// after, and of the others how many there are. Returns the number of changed records.
    pub async fn update_where<E>(&self, rows: Condition, values: &[(E::Column, Value)]) -> Result<u64, DbErr>
    where
        E: EntityTrait,
        E::Model: Send + Sync,
    {
        let differs = values.iter().fold(Condition::any(), |differs, (column, value)| {
            differs.add(column.ne(value.clone())).add(column.is_null())
        });
        let Some(key) = E::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column) else { return Ok(0) };
        // Locked in the order of their keys, so that two transactions that change the same records cannot deadlock.
        let rows = E::find().filter(rows.add(differs)).order_by_asc(key).lock(LockType::NoKeyUpdate);
        let first = rows.clone().limit(MOST_NOTED as u64).all(self.connection().await?).await?;
        let mut change = E::update_many().filter(key.in_subquery(rows.select_only().column(key).into_query()));
        for (column, value) in values {
            change = change.col_expr(*column, Expr::value(value.clone()));
        }
        let changed = change.exec(self.connection().await?).await?.rows_affected;
        let others = changed.saturating_sub(first.len() as u64);
        for before in first {
            let mut after = before.clone();
            for (column, value) in values {
                after.set(*column, value.clone());
            }
            self.note(Some(&before), Some(&after));
        }
        self.note_more(others);
        Ok(changed)
    }
}

impl<By: Author> Txn<By> {
    /// Inserts rows, many per statement, without notes. The inserts are deferred.
    pub(super) async fn insert_many<E>(&self, rows: impl IntoIterator<Item = E::ActiveModel>) -> Result<(), DbErr>
    where
        E: EntityTrait,
        E::ActiveModel: Send,
    {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<_> = rows.by_ref().take(rows_at_once(E::Column::iter().count())).collect();
            let number = some.len();
            self.defer(E::insert_many(some).into_query(), number).await?;
        }
        Ok(())
    }
}

fn differs_only_in<E: EntityTrait>(columns: &[E::Column], before: &E::Model, after: &E::Model) -> bool {
    let mut after = after.clone();
    columns.iter().for_each(|column| after.set(*column, before.get(*column)));
    E::Column::iter().all(|column| before.get(column) == after.get(column))
}

fn rows_at_once(columns: usize) -> usize {
    (MOST_PARAMETERS / columns).min(MOST_ROWS)
}
