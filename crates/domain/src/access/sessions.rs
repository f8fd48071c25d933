//! Sessions: what a sign-in leaves behind, and the tokens that stand for one.

use std::{
    collections::HashSet,
    iter,
    sync::{Arc, Mutex, PoisonError},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use store::{
    Database, Txn,
    entity::access::{account, session},
    error::{Error, ErrorCode, Result},
};
use types::{RegionCode, Timestamp};

/// How exactly a session's last use is known, in microseconds: a session in use is written once in this time, and not
/// at every read.
const EXACTNESS: i64 = 60_000_000;
const HOUR: i64 = 3_600_000_000;
/// How many sessions are looked at in one statement.
const AT_ONCE: usize = 1024;

/// How long sessions last, and how many an account may have.
#[derive(Debug, Clone)]
pub struct Sessions {
    lifetime: i64,
    idle: i64,
    most: u64,
    being_touched: Arc<Mutex<HashSet<Uuid>>>,
}

impl Sessions {
    /// Sessions that end so many hours after their beginning, or after their last use, and of which an account has at
    /// most so many.
    pub fn new(hours: u32, idle_hours: u32, most: u64) -> Self {
        let being_touched = Arc::default();
        Self { lifetime: i64::from(hours) * HOUR, idle: i64::from(idle_hours) * HOUR, most, being_touched }
    }

    /// The condition that a session still counts.
    fn live(&self, now: Timestamp) -> Condition {
        Condition::all()
            .add(session::Column::ExpiresAt.gt(now))
            .add(session::Column::LastUsedAt.gt(now.plus(-self.idle)))
    }

    /// Opens a session of an account, whose row must be held: of several sign-ins at once none takes the account beyond
    /// its number. Gives the token, which is shown this once, and the session.
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
        let token = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
        let row = session::ActiveModel {
            id: Set(Uuid::now_v7()),
            token_hash: Set(hash_of(&token)),
            account_id: Set(account_id),
            created_at: Set(now),
            expires_at: Set(now.plus(self.lifetime)),
            last_used_at: Set(now),
        };
        Ok((token, txn.insert(row).await?))
    }

    /// The session that a token stands for, with its account: UNAUTHENTICATED where it is unknown, has expired or has
    /// been idle too long. That it was used is written down once a minute, behind the answer.
    pub async fn authenticate(&self, database: &Database, token: &str) -> Result<(session::Model, account::Model)> {
        self.find(database, session::Column::TokenHash.eq(hash_of(token))).await
    }

    /// The same for a session that was authenticated before; for connections that outlast their request.
    pub async fn resume(&self, database: &Database, id: Uuid) -> Result<(session::Model, account::Model)> {
        self.find(database, session::Column::Id.eq(id)).await
    }

    async fn find(
        &self,
        database: &Database,
        which: sea_orm::sea_query::SimpleExpr,
    ) -> Result<(session::Model, account::Model)> {
        let now = database.clock().now();
        let of_account =
            session::Entity::belongs_to(account::Entity).from(session::Column::AccountId).to(account::Column::Id);
        let query =
            session::Entity::find().filter(which).filter(self.live(now)).filter(account::Column::DisabledAt.is_null());
        let query = query.join(JoinType::InnerJoin, of_account.into()).select_also(account::Entity);
        let found = query.one(database.reader()).await?;
        let (session, account) =
            found.and_then(|(session, account)| Some((session, account?))).ok_or_else(Error::wrong_token)?;
        if session.last_used_at.plus(EXACTNESS) <= now {
            self.touch(database, session.id, now);
        }
        Ok((session, account))
    }

    /// Which of these sessions still count, in one statement for each thousand or so. That they are in use is not
    /// written down.
    pub async fn counting(&self, database: &Database, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
        let now = database.clock().now();
        let mut counting = HashSet::new();
        for some in ids.chunks(AT_ONCE) {
            // Filled up to a power of two with copies of the last, so that few statements of different length are
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

    /// Writes down that a session is in use, in a task of its own, at most one for a session at a time however many
    /// requests come with it.
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
            // That the database takes no writes, the log says already.
            if let Err(error) = touched.await
                && error.code != ErrorCode::Unavailable
            {
                tracing::warn!(%error, cause = ?error.cause, "the use of a session could not be written down");
            }
            being_touched.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        });
    }

    /// Whether a session still counts.
    pub fn counts(&self, session: &session::Model, now: Timestamp) -> bool {
        session.expires_at > now && session.last_used_at.plus(self.idle) > now
    }

    /// The sessions of an account that still count, newest first; as many as an account may have at most.
    pub async fn list(&self, database: &Database, account_id: Uuid) -> Result<Vec<session::Model>> {
        let query = session::Entity::find()
            .filter(session::Column::AccountId.eq(account_id))
            .filter(self.live(database.clock().now()));
        let query = query.order_by_desc(session::Column::CreatedAt).order_by_desc(session::Column::Id).limit(self.most);
        Ok(query.all(database.reader()).await?)
    }
}

/// Ends a session of an account; NOT_FOUND where the account has none with this id.
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

/// Ends the session that a request came with, of an account of this region. Gives whether it was still open.
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
