//! Rate limits: a quota per minute for each key, within bounded memory.

use std::{
    hash::Hash,
    net::IpAddr,
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use governor::{
    Quota, RateLimiter,
    clock::Clock,
    middleware::NoOpMiddleware,
    state::{InMemoryState, NotKeyed},
};
use ipnet::Ipv6Net;
use moka::sync::Cache;

use store::{
    clock,
    error::{Error, Result},
};

/// How many times as many sign-in attempts an address may make as it may make with one user name. A family, an office
/// or a carrier's customers share one address.
const NAMES_AN_ADDRESS: u32 = 10;

/// The prefix of an IPv6 address that belongs to one customer. Anyone who has one address of that network has them all.
const IPV6_PREFIX: u8 = 64;

/// The clock by which quotas are refilled. It only moves forward: it is the machine's time since the limiter was
/// created, or the latest time that a test has set.
#[derive(Debug, Clone)]
pub struct Time {
    began: Instant,
    clock: clock::Clock,
    latest: Arc<AtomicU64>,
}

impl Clock for Time {
    type Instant = Duration;

    fn now(&self) -> Duration {
        match &self.clock {
            clock::Clock::System => self.began.elapsed(),
            clock::Clock::Fixed(_) => {
                let set = u64::try_from(self.clock.now().0).unwrap_or_default();
                Duration::from_micros(self.latest.fetch_max(set, Ordering::Relaxed).max(set))
            }
        }
    }
}

type Bucket<C> = RateLimiter<NotKeyed, InMemoryState, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// A quota per minute for each key. All of it may be used at once; it is refilled evenly.
pub struct Limiter<K, C: Clock = Time> {
    per_minute: NonZeroU32,
    clock: C,
    buckets: Cache<K, Arc<Bucket<C>>>,
}

impl<K: Hash + Eq + Send + Sync + 'static> Limiter<K> {
    /// Creates a quota for each of at most `keys` keys. Beyond that number, the least used keys are forgotten and start
    /// again with a full quota.
    pub fn new(clock: &clock::Clock, per_minute: NonZeroU32, keys: u64) -> Self {
        Self::on(Time { began: Instant::now(), clock: clock.clone(), latest: Arc::default() }, per_minute, keys)
    }
}

impl<K, C> Limiter<K, C>
where
    K: Hash + Eq + Send + Sync + 'static,
    C: Clock + Clone + Send + Sync + 'static,
{
    fn on(clock: C, per_minute: NonZeroU32, keys: u64) -> Self {
        // A bucket that has not been used for a minute is full again, so it need not be kept.
        let buckets = Cache::builder().max_capacity(keys).time_to_idle(Duration::from_secs(60)).build();
        Self { per_minute, clock, buckets }
    }

    /// Takes one from the key's quota. Returns RATE_LIMITED, with the limit and the wait, if nothing is left.
    pub fn check(&self, key: K) -> Result<()> {
        let quota = Quota::per_minute(self.per_minute);
        let bucket = self.buckets.get_with(key, || Arc::new(RateLimiter::direct_with_clock(quota, self.clock.clone())));
        bucket.check().map_err(|refused| Error::rate_limited(self.per_minute, refused.wait_time_from(self.clock.now())))
    }
}

/// Limits sign-in attempts: strictly per user name and address together, and more loosely per address. They are never
/// limited per user name alone, because a stranger could then lock the owner out.
pub struct SignInLimit {
    by_address: Limiter<IpAddr>,
    by_name_and_address: Limiter<(String, IpAddr)>,
}

impl SignInLimit {
    /// Allows `per_minute` attempts with one name from one address, and ten times as many from the address in all.
    pub fn new(clock: &clock::Clock, per_minute: NonZeroU32, keys: u64) -> Self {
        let tries_an_address = per_minute.saturating_mul(NonZeroU32::MIN.saturating_add(NAMES_AN_ADDRESS - 1));
        Self {
            by_address: Limiter::new(clock, tries_an_address, keys),
            by_name_and_address: Limiter::new(clock, per_minute, keys),
        }
    }

    /// Counts an attempt. Returns RATE_LIMITED at once, before any password is checked, if there were too many.
    pub fn check(&self, username: &str, address: IpAddr) -> Result<()> {
        let address = network(address);
        self.by_address.check(address)?;
        // All texts that cannot be user names share one key, so that a key is never long.
        self.by_name_and_address.check((types::username(username).unwrap_or_default(), address))
    }
}

/// Limits how often one address may place pre-orders and try their codes. Clones share their counts.
#[derive(Clone)]
pub struct PreorderLimit(Arc<Limiter<IpAddr>>);

impl PreorderLimit {
    /// Allows `per_minute` attempts from an address.
    pub fn new(clock: &clock::Clock, per_minute: NonZeroU32, keys: u64) -> Self {
        Self(Arc::new(Limiter::new(clock, per_minute, keys)))
    }

    /// Counts an attempt. Returns RATE_LIMITED, before anything is looked up, if there were too many.
    pub fn check(&self, address: IpAddr) -> Result<()> {
        self.0.check(network(address))
    }
}

/// The part of an address that belongs to one customer: the whole of an IPv4 address, the network of an IPv6 address.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Net::new_assert(address, IPV6_PREFIX).network()),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;
    use store::error::ErrorCode;

    fn a_minute(times: u32) -> NonZeroU32 {
        NonZeroU32::new(times).expect("more than nothing")
    }

    /// A clock that does not advance, so that no quota is refilled.
    fn stopped_clock() -> clock::Clock {
        clock::Clock::fixed(types::Timestamp(0))
    }

    #[test]
    fn a_quota_is_used_up_and_comes_back() {
        let clock = FakeRelativeClock::default();
        let limiter = Limiter::on(clock.clone(), a_minute(3), 10);
        for _ in 0..3 {
            limiter.check("a").expect("within the quota");
        }
        let refused = limiter.check("a").expect_err("used up");
        assert_eq!((refused.code, refused.retry_after_seconds), (ErrorCode::RateLimited, Some(20)));
        assert!(refused.message.en.contains("at most 3 a minute"), "{}", refused.message.en);
        limiter.check("b").expect("another key has a quota of its own");
        clock.advance(Duration::from_secs(20));
        limiter.check("a").expect("one has come back");
        limiter.check("a").expect_err("only one");
    }

    #[test]
    fn keys_are_bounded() {
        let limiter = Limiter::new(&clock::Clock::System, a_minute(1), 100);
        for key in 0..10_000 {
            limiter.check(key).expect("a new key");
        }
        limiter.buckets.run_pending_tasks();
        assert!(limiter.buckets.entry_count() <= 100, "{}", limiter.buckets.entry_count());
    }

    #[test]
    fn signing_in_is_limited_by_name_and_address_together() {
        let limit = SignInLimit::new(&stopped_clock(), a_minute(2), 100);
        let [home, office] = ["192.0.2.1", "192.0.2.2"].map(|address| address.parse().expect("an address"));
        for _ in 0..2 {
            limit.check("clerk", home).expect("within the limit");
        }
        limit.check("clerk", home).expect_err("too often");
        limit.check("clerk", office).expect("its owner gets in from elsewhere");
        limit.check("official", home).expect("another name");
    }

    #[test]
    fn signing_in_is_limited_by_address() {
        let limit = SignInLimit::new(&stopped_clock(), a_minute(2), 100);
        let home = "192.0.2.1".parse().expect("an address");
        for name in 0..20 {
            limit.check(&format!("user-{name}"), home).expect("within ten times the limit");
        }
        limit.check("one-more", home).expect_err("too many names");
    }

    #[test]
    fn an_ipv6_network_is_one_customer() {
        let [one, other, elsewhere] =
            ["2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:1::1"].map(|text| text.parse().expect("an address"));
        assert_eq!(network(one), network(other));
        assert_ne!(network(one), network(elsewhere));
        assert_eq!(network("::ffff:192.0.2.1".parse().expect("an address")).to_string(), "192.0.2.1");
    }
}
