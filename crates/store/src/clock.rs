//! Time is passed in. The program runs on the real time; tests set their own.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use types::{Day, Timestamp};

/// Where instants come from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine's time; on PostgreSQL, write transactions are stamped from the database's.
    #[default]
    System,
    /// A time that stands still until it is set.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at an instant.
    pub fn fixed(now: Timestamp) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(now.0)))
    }

    /// Sets a fixed clock; the real time cannot be set.
    pub fn set(&self, now: Timestamp) {
        if let Self::Fixed(time) = self {
            time.store(now.0, Ordering::SeqCst);
        }
    }

    /// The instant.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Fixed(time) => Timestamp(time.load(Ordering::SeqCst)),
        }
    }

    /// The business day in the town.
    pub fn today(&self) -> Day {
        self.now().day()
    }
}
