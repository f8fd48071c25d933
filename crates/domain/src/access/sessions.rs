//! Sessions: the state of a sign-in, and the tokens that identify it.

use std::{
    collections::HashSet,
    iter,
    sync::{Arc, Mutex, PoisonError},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, IdenStatic, JoinType, QueryFilter, QueryOrder,
    QueryResult, QuerySelect, QueryTrait, SelectA, SelectB,
    sea_query::{Expr, SimpleExpr},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::registers::growers;
use store::{
    Database, Txn,
    entity::access::{account, session},
    error::{Error, ErrorCode, Result},
    reference,
};
use types::{RegionCode, Timestamp, new_id};

/// The precision of a session's last use, in microseconds. A session in use is written at most once in this time, and
/// not at every request.
const EXACTNESS: i64 = 60_000_000;
const HOUR: i64 = 3_600_000_000;
/// The most sessions checked in one statement.
const AT_ONCE: usize = 1024;

/// A valid session.
#[derive(Debug, Clone)]
pub struct Authenticated {
    /// The session.
    pub session: session::Model,
    /// Its account.
    pub account: account::Model,
    /// The account's grower, and those that are the same one because they were merged. Empty without a grower.
    pub growers: Vec<Uuid>,
    /// The version of the reference data when the session was found.
    pub reference_version: i64,
}

const REFERENCE_VERSION: &str = "reference_version";

impl FromQueryResult for Authenticated {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        let account = account::Model::from_query_result(row, SelectB.as_str())?;
        Ok(Self {
            session: session::Model::from_query_result(row, SelectA.as_str())?,
            growers: account.grower_id.into_iter().collect(),
            account,
            reference_version: row.try_get("", REFERENCE_VERSION)?,
        })
    }
}

/// The lifetime of sessions, and the most sessions of an account.
#[derive(Debug, Clone)]
pub struct Sessions {
    lifetime: i64,
    idle: i64,
    most: u64,
    being_touched: Arc<Mutex<HashSet<Uuid>>>,
}

impl Sessions {
    /// Sessions end `hours` hours after they began, or `idle_hours` hours after their last use. An account has at
    /// most `most` sessions.
    pub fn new(hours: u32, idle_hours: u32, most: u64) -> Self {
        let being_touched = Arc::default();
        Self { lifetime: i64::from(hours) * HOUR, idle: i64::from(idle_hours) * HOUR, most, being_touched }
    }

    /// The condition that a session is still valid.
    fn live(&self, now: Timestamp) -> Condition {
        Condition::all()
            .add(session::Column::ExpiresAt.gt(now))
            .add(session::Column::LastUsedAt.gt(now.plus(-self.idle)))
    }

    /// Opens a session of an account and ends its oldest ones above the limit. The account row must be locked, so
    /// that concurrent sign-ins cannot exceed the limit. Returns the token, which is shown only once, and the
    /// session.
    pub async fn open(&self, txn: &Txn, account_id: Uuid) -> Result<(String, session::Model)> {
        let now = txn.recorded_at();
        let of_account = session::Column::AccountId.eq(account_id);
        txn.remove(session::Entity::delete_many().filter(of_account.clone()).filter(self.live(now).not())).await?;
        let surplus: Vec<Uuid> = session::Entity::find()
            .select_only()
            .column(session::Column::Id)
            .filter(of_account)
            .order_by_desc(session::Column::CreatedAt)
            .order_by_desc(session::Column::Id)
            .offset(self.most - 1)
            .limit(1000)
            .into_tuple()
            .all(txn.reader())
            .await?;
        if !surplus.is_empty() {
            txn.remove(session::Entity::delete_many().filter(session::Column::Id.is_in(surplus))).await?;
        }
        let token = BASE64_URL_SAFE_NO_PAD.encode(types::random_bytes());
        let row = session::ActiveModel {
            id: Set(new_id()),
            token_hash: Set(hash_of(&token)),
            account_id: Set(account_id),
            created_at: Set(now),
            expires_at: Set(now.plus(self.lifetime)),
            last_used_at: Set(now),
        };
        Ok((token, txn.insert(row).await?))
    }

    /// The session of a token, with its account. UNAUTHENTICATED if the token is unknown, or if the session has
    /// expired or was idle too long. Its use is recorded at most once a minute, without delaying the response.
    pub async fn authenticate(&self, database: &Database, token: &str) -> Result<Authenticated> {
        self.find(database, session::Column::TokenHash.eq(hash_of(token))).await
    }

    /// Like `authenticate`, for a session that was authenticated before. For connections that outlast their request.
    pub async fn resume(&self, database: &Database, id: Uuid) -> Result<Authenticated> {
        self.find(database, session::Column::Id.eq(id)).await
    }

    async fn find(&self, database: &Database, which: SimpleExpr) -> Result<Authenticated> {
        let now = database.clock().now();
        let of_account =
            session::Entity::belongs_to(account::Entity).from(session::Column::AccountId).to(account::Column::Id);
        let query =
            session::Entity::find().filter(which).filter(self.live(now)).filter(account::Column::DisabledAt.is_null());
        let query = query.join(JoinType::InnerJoin, of_account.into()).select_also(account::Entity);
        let query = query.expr_as(reference::version(), REFERENCE_VERSION).build(database.backend());
        let found = Authenticated::find_by_statement(query).one(database.reader()).await?;
        let mut found = found.ok_or_else(Error::wrong_token)?;
        if let Some(own) = found.account.grower_id {
            found.growers = growers::ids(database.reader(), &[own]).await?.remove(&own).unwrap_or_default();
        }
        if found.session.last_used_at.plus(EXACTNESS) <= now {
            self.touch(database, found.session.id, now);
        }
        Ok(found)
    }

    /// Those of these sessions that are still valid, with one statement per 1,024 ids. It does not record a use.
    #[expect(clippy::indexing_slicing, reason = "each index lies within the slice by construction")]
    pub async fn counting(&self, database: &Database, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
        let now = database.clock().now();
        let mut counting = HashSet::new();
        for some in ids.chunks(AT_ONCE) {
            // Padded to a power of two with copies of the last id, so that few statements of different lengths are
            // prepared.
            let filled =
                some.iter().chain(iter::repeat(&some[some.len() - 1])).take(some.len().next_power_of_two()).copied();
            let of_account =
                session::Entity::belongs_to(account::Entity).from(session::Column::AccountId).to(account::Column::Id);
            let query = session::Entity::find()
                .select_only()
                .column(session::Column::Id)
                .join(JoinType::InnerJoin, of_account.into());
            let query = query.filter(session::Column::Id.is_in(filled)).filter(account::Column::DisabledAt.is_null());
            counting.extend(query.filter(self.live(now)).into_tuple::<Uuid>().all(database.reader()).await?);
        }
        Ok(counting)
    }

    /// Records that a session is in use, in a task of its own. However many requests use the session, at most one
    /// such task runs for it at a time.
    fn touch(&self, database: &Database, id: Uuid, now: Timestamp) {
        let being_touched = self.being_touched.clone();
        if !being_touched.lock().unwrap_or_else(PoisonError::into_inner).insert(id) {
            return;
        }
        let database = database.clone();
        tokio::spawn(async move {
            let touched = database.write(async move |txn| {
                let row = session::Entity::update_many().col_expr(session::Column::LastUsedAt, Expr::value(now));
                txn.change(row.filter(session::Column::Id.eq(id)).filter(session::Column::LastUsedAt.lt(now))).await?;
                Ok(())
            });
            // The log already says that the database accepts no writes.
            if let Err(error) = touched.await
                && error.code != ErrorCode::Unavailable
            {
                tracing::warn!(%error, cause = ?error.cause, "the use of a session could not be recorded");
            }
            being_touched.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        });
    }

    /// Whether a session is still valid.
    pub fn counts(&self, session: &session::Model, now: Timestamp) -> bool {
        session.expires_at > now && session.last_used_at.plus(self.idle) > now
    }

    /// The valid sessions of an account, newest first, at most as many as an account may have.
    pub async fn list(&self, database: &Database, account_id: Uuid) -> Result<Vec<session::Model>> {
        let query = session::Entity::find()
            .filter(session::Column::AccountId.eq(account_id))
            .filter(self.live(database.clock().now()));
        let query = query.order_by_desc(session::Column::CreatedAt).order_by_desc(session::Column::Id).limit(self.most);
        Ok(query.all(database.reader()).await?)
    }
}

/// Ends a session of an account. NOT_FOUND if the account has no session with this id.
pub async fn revoke(txn: &Txn, account: &account::Model, id: Uuid) -> Result<()> {
    let not_found = || Error::not_found("input.sessionId", "登录会话", "session");
    let found =
        session::Entity::find_by_id(id).filter(session::Column::AccountId.eq(account.id)).one(txn.reader()).await?;
    if !txn.delete(found.ok_or_else(not_found)?).await? {
        return Err(not_found());
    }
    txn.lies_in(account.region_code.clone());
    Ok(())
}

/// Ends the session of the request, of an account of this region. Returns whether it was still open.
pub async fn end(txn: &Txn, id: Uuid, region: Option<RegionCode>) -> Result<bool> {
    let ended = match session::Entity::find_by_id(id).one(txn.reader()).await? {
        Some(session) => txn.delete(session).await?,
        None => false,
    };
    if ended {
        txn.lies_in(region);
    } else {
        txn.is_unchanged();
    }
    Ok(ended)
}

/// Ends all sessions of an account.
pub(crate) async fn end_all(txn: &Txn, account_id: Uuid) -> Result<()> {
    txn.remove(session::Entity::delete_many().filter(session::Column::AccountId.eq(account_id))).await?;
    Ok(())
}

fn hash_of(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}
