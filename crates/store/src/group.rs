//! Group commit on SQLite: many writes share one commit, and so one wait for the disk.
//!
//! SQLite has one writer, whose commits wait for the disk. So the writes that queue while another write runs go into
//! one transaction, each in its own savepoint. All are answered once that transaction has committed. Nobody waits for
//! company: a write that finds the connection idle takes it for itself.
//!
//! One task begins the transaction, gives each write its slot, and commits. The work itself runs in the task of the
//! caller that asked for the slot. The slot comes back however the work ends: done, refused, panicked or abandoned.
//!
//! One statement ends the savepoint of a write and sets that of the next one, because each statement costs two changes
//! of threads. A savepoint that was rolled back to is still there, and serves the next write.

use std::{sync::Arc, time::Duration};

use sea_orm::{ConnectionTrait, DbErr};
use tokio::{
    sync::{mpsc, oneshot},
    time::Instant,
};

use super::{
    Database, bound,
    transaction::Transaction,
    txn::Writing,
    work::{Done, Work},
};
use crate::error::{Error, Result};
use types::{Act, Timestamp};

/// The size of a group.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The largest number of writes.
    pub writes: usize,
    /// How long a group accepts further writes.
    pub time: Duration,
}

/// The queue in which writes wait for a slot.
#[derive(Debug, Clone)]
pub(super) struct Queue(mpsc::Sender<Waiting>);

/// A write that waits for its slot.
#[derive(Debug)]
struct Waiting {
    database: Database,
    act: Option<Act>,
    slot: oneshot::Sender<Result<WriteSlot>>,
}

/// A write's slot with its transaction, which is its own or a savepoint of its group.
#[derive(Debug)]
pub(super) struct WriteSlot {
    /// Present until the slot ends.
    writing: Option<Arc<Writing>>,
    /// Where a group gets its transaction back.
    group: Option<oneshot::Sender<Ended>>,
}

/// What comes back from a slot of a group.
#[derive(Debug)]
struct Ended {
    writing: Arc<Writing>,
    /// Who gets the result of the commit. `None` if the write is to be rolled back.
    reply: Option<oneshot::Sender<Result<()>>>,
}

impl Queue {
    /// Starts the task that commits groups. It ends with the last handle on the database.
    pub(super) fn start(limits: Limits) -> Self {
        let (sender, waiting) = mpsc::channel(limits.writes);
        tokio::spawn(commit_groups(waiting, limits));
        Self(sender)
    }

    /// Waits for a slot, no longer than for any lock.
    pub(super) async fn slot(&self, database: &Database, act: Option<Act>) -> Result<WriteSlot> {
        let (slot, its_turn) = oneshot::channel();
        let waiting = Waiting { database: database.clone(), act, slot };
        let asked = async {
            self.0.send(waiting).await.map_err(Error::internal)?;
            its_turn.await.map_err(Error::internal)?
        };
        tokio::time::timeout(database.options.wait, asked).await.map_err(|_| Error::busy(NotInTime))?
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the writers' lock was not free in time")]
struct NotInTime;

impl WriteSlot {
    /// A slot with a transaction of its own.
    pub(super) fn alone(transaction: Transaction, recorded_at: Timestamp, act: Option<Act>) -> Self {
        let writing = Writing::new(Arc::new(transaction), recorded_at, act);
        Self { writing: Some(Arc::new(writing)), group: None }
    }

    /// Runs the work, writes its notes into the audit log, and sends what it deferred.
    pub(super) async fn work(&self, work: Work<Writing>) -> Result<Done> {
        let writing = self.writing.clone().ok_or_else(has_ended)?;
        let done = work(writing.clone()).await?;
        writing.finish().await?;
        Ok(done)
    }

    /// Ends the slot. When this returns, successful work has been committed and failed work rolled back.
    pub(super) async fn end(mut self, done: Result<Done>) -> Result<Done> {
        let writing = self.writing.take().ok_or_else(has_ended)?;
        let Some(group) = self.group.take() else {
            let transaction = Arc::into_inner(writing).and_then(Writing::into_transaction).ok_or_else(is_kept)?;
            let ended = if done.is_ok() { transaction.commit().await } else { transaction.rollback().await };
            // Report the original failure, not that it already ended the transaction, as a full disk does.
            let done = done?;
            ended?;
            return Ok(done);
        };
        let (reply, committed) = oneshot::channel();
        let reply = done.is_ok().then_some(reply);
        drop(group.send(Ended { writing, reply }));
        if done.is_ok() {
            committed.await.map_err(Error::internal)??;
        }
        done
    }
}

/// However a slot ends, the group gets its transaction back.
impl Drop for WriteSlot {
    fn drop(&mut self) {
        if let (Some(writing), Some(group)) = (self.writing.take(), self.group.take()) {
            drop(group.send(Ended { writing, reply: None }));
        }
    }
}

fn has_ended() -> Error {
    Error::internal(DbErr::Custom("the slot has ended".to_owned()))
}

fn is_kept() -> DbErr {
    DbErr::Custom("work kept its transaction".to_owned())
}

async fn commit_groups(mut waiting: mpsc::Receiver<Waiting>, limits: Limits) {
    while let Some(first) = waiting.recv().await {
        match Group::begin(&first.database).await {
            Ok(group) => group.run(first, &mut waiting, limits).await,
            Err(error) => drop(first.slot.send(Err(error))),
        }
    }
}

/// The savepoint before the turn of a write.
#[derive(Debug, Clone, Copy)]
enum Savepoint {
    /// None was set yet.
    Missing,
    /// It covers the write before.
    Done,
    /// It was rolled back to, and covers nothing.
    Unused,
}

impl Savepoint {
    /// The statement that sets the savepoint of the next write, if one is needed.
    fn set(self) -> Option<&'static str> {
        match self {
            Self::Missing => Some("SAVEPOINT one_write"),
            Self::Done => Some("RELEASE one_write; SAVEPOINT one_write"),
            Self::Unused => None,
        }
    }
}

/// Writes that commit together.
struct Group {
    transaction: Arc<Transaction>,
    savepoint: Savepoint,
    /// No write is stamped earlier than this: later than every closed bound, and never before the preceding write.
    earliest: Timestamp,
    /// Who gets the result of the commit.
    replies: Vec<oneshot::Sender<Result<()>>>,
}

impl Group {
    async fn begin(database: &Database) -> Result<Self> {
        let transaction = database.begin(String::new()).await?;
        // No bound is closed while the group is open, because closing one takes the same connection.
        let (closed, _) = bound::to_write(&transaction, &database.clock).await?;
        let (transaction, savepoint) = (Arc::new(transaction), Savepoint::Missing);
        Ok(Self { transaction, savepoint, earliest: closed.plus(1), replies: Vec::new() })
    }

    /// Gives slots to the first write and to all that have arrived by then, and commits.
    async fn run(mut self, first: Waiting, waiting: &mut mpsc::Receiver<Waiting>, limits: Limits) {
        let until = Instant::now() + limits.time;
        let (mut next, mut turns) = (Some(first), 0);
        let mut ended: Result<()> = Ok(());
        while let Some(write) = next {
            ended = self.give_turn(write).await;
            turns += 1;
            let goes_on = ended.is_ok() && turns < limits.writes && Instant::now() < until;
            next = if goes_on { waiting.try_recv().ok() } else { None };
        }
        let Self { transaction, replies, .. } = self;
        let committed = match (ended, Arc::into_inner(transaction)) {
            (Ok(()), Some(transaction)) => transaction.commit().await.map_err(Error::from),
            (Ok(()), None) => Err(is_kept().into()),
            (Err(error), transaction) => {
                // If this fails too, the connection is closed instead of returning to its pool.
                if let Some(transaction) = transaction {
                    drop(transaction.rollback().await);
                }
                Err(error)
            }
        };
        for reply in replies {
            drop(reply.send(committed.clone()));
        }
    }

    /// Runs one write in a savepoint. An error fails the whole group, because the state of the transaction is then
    /// unknown.
    async fn give_turn(&mut self, write: Waiting) -> Result<()> {
        let Waiting { database, act, slot } = write;
        if let Some(set) = self.savepoint.set() {
            self.transaction.execute_unprepared(set).await?;
        }
        let recorded_at = database.clock.now().max(self.earliest);
        let writing = Arc::new(Writing::new(self.transaction.clone(), recorded_at, act));
        let (group, back) = oneshot::channel();
        // A caller that gave up waiting drops the slot, which then comes back at once.
        drop(slot.send(Ok(WriteSlot { writing: Some(writing), group: Some(group) })));
        let Ended { writing, reply } = back.await.map_err(|_| is_kept())?;
        let writing = Arc::into_inner(writing).ok_or_else(is_kept)?;
        if reply.is_none() {
            drop(writing);
            self.savepoint = Savepoint::Unused;
            let is_back = self.transaction.execute_unprepared("ROLLBACK TO one_write").await;
            let was_stopped = database.writing.has_passed();
            database.writing.set(None);
            // When SQLite is asked to stop a change, it rolls back the whole transaction. The other writes should
            // retry.
            return match is_back {
                Ok(_) => Ok(()),
                Err(error) if was_stopped => Err(Error::busy(error)),
                Err(error) => Err(error.into()),
            };
        }
        self.savepoint = Savepoint::Done;
        self.earliest = writing.recorded_at();
        self.replies.extend(reply);
        Ok(())
    }
}
