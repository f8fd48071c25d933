//! The time is passed in. The program runs on real time, and tests set their own.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use types::{Day, Timestamp};

/// The source of the current instant.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine's time. On PostgreSQL, write transactions are stamped with the database's time instead.
    #[default]
    System,
    /// A time that stays the same until it is set.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock fixed at an instant.
    pub fn fixed(now: Timestamp) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(now.0)))
    }

    /// Sets a fixed clock. Real time cannot be set.
    pub fn set(&self, now: Timestamp) {
        if let Self::Fixed(time) = self {
            time.store(now.0, Ordering::SeqCst);
        }
    }

    /// The current instant.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Fixed(time) => Timestamp(time.load(Ordering::SeqCst)),
        }
    }

    /// The current business day in the town.
    pub fn today(&self) -> Day {
        self.now().day()
    }
}
