//! The common part of every recording mutation: one transaction, and the same answer however often it is sent.

use std::{pin::Pin, sync::Arc};

use async_graphql::Context;
use sea_orm::{EntityTrait, FromQueryResult, Iterable, ModelTrait, PrimaryKeyToColumn};

use super::{
    guard,
    input::{self, Change},
};
use store::{
    Database, Txn,
    error::Result,
    idempotency::{self, Answered, RequestKey},
    load::{self, Key},
};
use types::{Act, Actor};

/// How a change looks up and authorises what it names: `async fn(&Txn, &Actor, Named) -> Result<Target>`.
pub(super) trait Find<'a, By: 'a, N, T>: Send + 'static {
    /// The running look-up.
    type Finding: Future<Output = Result<T>> + Send + 'a;

    /// Looks up what the change names.
    fn find(self, txn: &'a Txn, by: &'a By, named: N) -> Self::Finding;
}

impl<'a, By: 'a, N, T, W, Fut> Find<'a, By, N, T> for W
where
    W: FnOnce(&'a Txn, &'a By, N) -> Fut + Send + 'static,
    Fut: Future<Output = Result<T>> + Send + 'a,
{
    type Finding = Fut;

    fn find(self, txn: &'a Txn, by: &'a By, named: N) -> Fut {
        self(txn, by, named)
    }
}

/// The rule of a change: `async fn(&Txn, &Actor, Target, Fields) -> Result<Record>`.
pub(super) trait Rule<'a, By: 'a, T, F, M>: Send + 'static {
    /// The running rule.
    type Running: Future<Output = Result<M>> + Send + 'a;

    /// Applies the rule.
    fn apply(self, txn: &'a Txn, by: &'a By, target: T, fields: F) -> Self::Running;
}

impl<'a, By: 'a, T, F, M, W, Fut> Rule<'a, By, T, F, M> for W
where
    W: FnOnce(&'a Txn, &'a By, T, F) -> Fut + Send + 'static,
    Fut: Future<Output = Result<M>> + Send + 'a,
{
    type Running = Fut;

    fn apply(self, txn: &'a Txn, by: &'a By, target: T, fields: F) -> Fut {
        self(txn, by, target, fields)
    }
}

/// The look-up of a change that names nothing.
pub(super) async fn nothing<By>(_: &Txn, _: &By, (): ()) -> Result<()> {
    Ok(())
}

/// Runs a change in one write transaction, with one audit log entry about the record it returns. Repeated under the
/// same key, it returns the record made the first time, in its current state, and records nothing.
///
/// What the input names is looked up and authorised before the fields are checked: an error in a field is raised after
/// `find`. Error paths are prefixed with the argument `input`.
pub(super) async fn idempotent_write<M, N, T, F>(
    ctx: &Context<'_>,
    actor: &Actor,
    change: Change<N, F>,
    find: impl for<'a> Find<'a, Actor, N, T>,
    rule: impl for<'a> Rule<'a, Actor, T, F, M>,
) -> Result<M>
where
    M: ModelTrait + FromQueryResult + Send + Sync + 'static,
    M::Entity: EntityTrait<Model = M>,
    Key<M::Entity>: Remembered + Send + Sync,
    N: Send + 'static,
    T: Send + 'static,
    F: Send + 'static,
{
    let sent = Sent::alone(ctx, Some(actor.account_id.to_string()));
    idempotent_write_by(ctx, sent, actor.clone(), change, find, rule).await
}

/// How a change was sent.
pub(super) struct Sent<'a> {
    /// The mutation under which the key is remembered.
    pub mutation: &'a str,
    /// The argument that prefixes error paths.
    pub path: &'a str,
    /// The owner of the key: an account, or the telephone number that a visitor gives. Without a readable number,
    /// nothing is remembered.
    pub scope: Option<String>,
}

impl<'a> Sent<'a> {
    /// The change of the root field, with the argument `input`.
    pub(super) fn alone(ctx: &'a Context<'_>, scope: Option<String>) -> Self {
        Self { mutation: ctx.field().name(), path: "input", scope }
    }
}

/// The same for a sender that may have no account, or for one of several changes in a mutation.
pub(super) async fn idempotent_write_by<By, M, N, T, F>(
    ctx: &Context<'_>,
    sent: Sent<'_>,
    by: By,
    change: Change<N, F>,
    find: impl for<'a> Find<'a, By, N, T>,
    rule: impl for<'a> Rule<'a, By, T, F, M>,
) -> Result<M>
where
    By: Send + Sync + 'static,
    M: ModelTrait + FromQueryResult + Send + Sync + 'static,
    M::Entity: EntityTrait<Model = M>,
    Key<M::Entity>: Remembered + Send + Sync,
    N: Send + 'static,
    T: Send + 'static,
    F: Send + 'static,
{
    let Sent { mutation, path, scope } = sent;
    let Change { key, target, fields, content } = change;
    let (key, fields) = match input::key(key) {
        Ok(key) => (key, fields),
        Err(error) => (None, fields.and(Err(error))),
    };
    let request = match (&fields, key, scope) {
        (Ok(_), Some(key), Some(scope)) => {
            let digest = idempotency::digest(&content.text()?);
            Some((RequestKey { scope, mutation: mutation.to_owned(), key }, digest))
        }
        _ => None,
    };
    let work: Work<M> = Box::new(move |txn| {
        Box::pin(async move {
            let target = find.find(&txn, &by, target).await?;
            rule.apply(&txn, &by, target, fields?).await
        })
    });
    write(guard::database(ctx), guard::act(ctx), request, work).await.map_err(|error| error.within(path))
}

/// The change of a mutation. Its types are erased, so that what surrounds it is compiled once for each kind of record,
/// and not for each mutation.
type Work<M> = Box<dyn FnOnce(Arc<Txn>) -> Pin<Box<dyn Future<Output = Result<M>> + Send>> + Send>;

async fn write<M>(database: &Database, act: Act, request: Option<(RequestKey, String)>, work: Work<M>) -> Result<M>
where
    M: ModelTrait + FromQueryResult + Send + Sync + 'static,
    M::Entity: EntityTrait<Model = M>,
    Key<M::Entity>: Remembered + Send + Sync,
{
    let written = database.write_as(act, async move |txn: Arc<Txn>| {
        let answered = match &request {
            Some((request, digest)) => idempotency::find(&txn, request, digest).await?,
            None => None,
        };
        if let Some(Answered::Same(id)) = &answered {
            txn.is_unchanged();
            return replay::<M>(&txn, id).await;
        }
        let made = work(txn.clone()).await?;
        // An error of the request itself is reported before this one. The work is rolled back.
        if answered.is_some() {
            return Err(idempotency::other_content());
        }
        txn.is_about(&made);
        if let Some((request, digest)) = request {
            idempotency::remember(&txn, request, digest, key_of(&made)).await?;
        }
        Ok(made)
    });
    written.await
}

/// A primary key that is remembered as text.
pub(super) trait Remembered:
    Clone + Eq + std::hash::Hash + Into<sea_orm::Value> + sea_orm::sea_query::ValueType + std::str::FromStr + ToString
{
}
impl<T> Remembered for T where
    T: Clone
        + Eq
        + std::hash::Hash
        + Into<sea_orm::Value>
        + sea_orm::sea_query::ValueType
        + std::str::FromStr
        + ToString
{
}

fn key_of<M>(model: &M) -> String
where
    M: ModelTrait,
    Key<M::Entity>: Remembered,
{
    let column = <M::Entity as EntityTrait>::PrimaryKey::iter().next().map(PrimaryKeyToColumn::into_column);
    column.map(|column| model.get(column).unwrap::<Key<M::Entity>>().to_string()).unwrap_or_default()
}

/// The record with this key in its current state.
async fn replay<M>(txn: &Txn, id: &str) -> Result<M>
where
    M: ModelTrait + FromQueryResult + Send + Sync,
    M::Entity: EntityTrait<Model = M>,
    Key<M::Entity>: Remembered + Send + Sync,
{
    let gone = || store::error::Error::not_found("idempotencyKey", "记录", "record");
    let key: Key<M::Entity> = id.parse().map_err(|_| gone())?;
    load::by_key::<M::Entity>(txn, std::slice::from_ref(&key)).await?.remove(&key).ok_or_else(gone)
}
