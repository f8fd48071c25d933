//! Gathers the keys that many fields of an answer need, to load them in one statement.
//!
//! All fields of a level are polled once before any of them continues. So each field yields once to let the others add
//! their keys, and the first to continue loads for all of them. This needs no timer, and the same query costs the same
//! statements under any load.

use std::{
    any::{Any, TypeId},
    collections::{HashMap, HashSet},
    fmt,
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use tokio::task::yield_now;

use store::error::Result;

/// The maximum number of keys in one load.
const MOST_KEYS: usize = 1000;

/// A function that loads the values of many keys: `async fn(&Source, &[Key]) -> Result<HashMap<Key, Value>>`. Keys
/// without a value are left out.
pub(super) trait LoadMany<'a, S: 'a, K: 'a, V>: Send + 'static {
    /// The running load.
    type Loading: Future<Output = Result<HashMap<K, V>>> + Send + 'a;

    /// Loads the values of these keys.
    fn load(self, source: &'a S, keys: &'a [K]) -> Self::Loading;
}

impl<'a, S: 'a, K: 'a, V, F, Fut> LoadMany<'a, S, K, V> for F
where
    F: FnOnce(&'a S, &'a [K]) -> Fut + Send + 'static,
    Fut: Future<Output = Result<HashMap<K, V>>> + Send + 'a,
{
    type Loading = Fut;

    fn load(self, source: &'a S, keys: &'a [K]) -> Fut {
        self(source, keys)
    }
}

/// Gathers keys for the functions that load them. It caches nothing: a later request for a key loads it again.
pub(super) struct Gatherer<L> {
    loaders: Arc<L>,
    /// The current or last gathering for each function.
    gatherings: Mutex<HashMap<TypeId, Box<dyn Any + Send>>>,
}

/// The result of a gathering. Every waiter drives it, so that no waiter depends on one that was dropped.
type Loaded<K, V> = Shared<BoxFuture<'static, Result<Arc<HashMap<K, V>>>>>;

struct Gathering<K, V> {
    keys: Keys<K>,
    loaded: Loaded<K, V>,
}

/// The keys gathered so far. None once they are being loaded.
type Keys<K> = Arc<Mutex<Option<HashSet<K>>>>;

impl<L: Send + Sync + 'static> Gatherer<L> {
    /// A gatherer without keys.
    pub(super) fn new(loaders: L) -> Self {
        Self { loaders: Arc::new(loaders), gatherings: Mutex::default() }
    }

    /// What the loading functions load from.
    pub(super) fn loaders(&self) -> &L {
        &self.loaders
    }

    /// The value of a key, loaded by this function together with other keys requested at the same time.
    pub(super) async fn load<S, K, V, F>(&self, key: K, many: F) -> Result<Option<V>>
    where
        S: 'static,
        K: Clone + Eq + Hash + Send + Sync + 'static,
        V: Clone + Send + Sync + 'static,
        F: for<'a> LoadMany<'a, S, K, V>,
        L: AsRef<S>,
    {
        let loaded = self.join(key.clone(), many);
        // Every field yields first, because the first one to continue loads all keys gathered by then.
        yield_now().await;
        Ok(loaded.await?.get(&key).cloned())
    }

    /// Adds a key to the current gathering, or starts a new one.
    fn join<S, K, V, F>(&self, key: K, many: F) -> Loaded<K, V>
    where
        S: 'static,
        K: Clone + Eq + Hash + Send + Sync + 'static,
        V: Send + Sync + 'static,
        F: for<'a> LoadMany<'a, S, K, V>,
        L: AsRef<S>,
    {
        let mut gatherings = lock(&self.gatherings);
        let gathering =
            gatherings.get(&TypeId::of::<F>()).and_then(|gathering| gathering.downcast_ref::<Gathering<K, V>>());
        if let Some(Gathering { keys, loaded }) = gathering
            && let Some(keys) = lock(keys).as_mut()
            && (keys.len() < MOST_KEYS || keys.contains(&key))
        {
            keys.insert(key);
            return loaded.clone();
        }
        let keys: Keys<K> = Arc::new(Mutex::new(Some(HashSet::from([key]))));
        let (loaders, gathered) = (self.loaders.clone(), keys.clone());
        let loading = async move {
            let keys: Vec<K> = lock(&gathered).take().into_iter().flatten().collect();
            many.load((*loaders).as_ref(), &keys).await.map(Arc::new)
        };
        let loaded = loading.boxed().shared();
        gatherings.insert(TypeId::of::<F>(), Box::new(Gathering { keys, loaded: loaded.clone() }));
        loaded
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<L> fmt::Debug for Gatherer<L> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Gatherer").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::future::{join, join_all};
    use tokio::sync::Semaphore;

    use super::*;
    use store::error::Error;

    /// Returns twice the key, nothing for the key zero, and an error if a key is negative. It records how many keys
    /// each load had, and answers when allowed.
    #[derive(Clone)]
    struct Doubling {
        asked: Arc<Mutex<Vec<usize>>>,
        may: Arc<Semaphore>,
    }

    impl Doubling {
        fn new(may: usize) -> (Self, Gatherer<Self>) {
            let doubling = Self { asked: Arc::default(), may: Arc::new(Semaphore::new(may)) };
            (doubling.clone(), Gatherer::new(doubling))
        }

        fn asked(&self) -> Vec<usize> {
            lock(&self.asked).clone()
        }
    }

    impl AsRef<Self> for Doubling {
        fn as_ref(&self) -> &Self {
            self
        }
    }

    async fn double(doubling: &Doubling, keys: &[i32]) -> Result<HashMap<i32, i32>> {
        lock(&doubling.asked).push(keys.len());
        let _permit = doubling.may.acquire().await.map_err(Error::internal)?;
        if keys.iter().any(|key| *key < 0) {
            return Err(Error::conflict("不行", "no"));
        }
        Ok(keys.iter().filter(|key| **key > 0).map(|key| (*key, key * 2)).collect())
    }

    #[tokio::test]
    async fn what_is_asked_for_at_the_same_time_is_loaded_at_once() {
        let (doubling, gatherer) = Doubling::new(1);
        let asked = join_all((0..100).chain(0..10).map(|key| gatherer.load(key, double))).await;
        let answers: Vec<_> = asked.into_iter().map(|answer| answer.expect("an answer")).collect();
        assert_eq!((answers[0], answers[1], answers[99], answers[109]), (None, Some(2), Some(198), Some(18)));
        assert_eq!(gatherer.load(1, double).await.expect("an answer"), Some(2));
        assert_eq!(doubling.asked(), [100, 1]);
    }

    #[tokio::test]
    async fn no_more_are_loaded_at_once_than_a_statement_takes() {
        let (doubling, gatherer) = Doubling::new(1);
        join_all((0..=1000).map(|key| gatherer.load(key, double))).await;
        let mut asked = doubling.asked();
        asked.sort_unstable();
        assert_eq!(asked, [1, 1000]);
    }

    #[tokio::test]
    async fn nobody_waits_for_somebody_who_has_gone() {
        let (doubling, gatherer) = Doubling::new(0);
        let (mut gone, mut waiting) = (Box::pin(gatherer.load(1, double)), Box::pin(gatherer.load(2, double)));
        // Both have requested their keys, and one has started to load for both.
        while doubling.asked().is_empty() {
            assert!((&mut gone).now_or_never().is_none() && (&mut waiting).now_or_never().is_none());
            yield_now().await;
        }
        drop(gone);
        doubling.may.add_permits(1);
        assert_eq!(waiting.await.expect("an answer"), Some(4));
        assert_eq!(doubling.asked(), [2]);
    }

    #[tokio::test]
    async fn a_failure_is_everybodys_who_asked_and_nobody_elses() {
        let (_, gatherer) = Doubling::new(1);
        let (one, two) = join(gatherer.load(1, double), gatherer.load(-1, double)).await;
        assert!(one.is_err() && two.is_err());
        assert_eq!(gatherer.load(1, double).await.expect("an answer"), Some(2));
    }
}
