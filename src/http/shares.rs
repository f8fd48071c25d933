//! Shares: how many places one address may hold, so that it does not shut everybody else out.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::time::{Duration, Instant};

use crate::rate::network;

/// How often the log reports that one address holds its full share.
const WARNING: Duration = Duration::from_secs(60);

/// The places that addresses hold. Clones share their counts.
#[derive(Debug, Clone)]
pub(super) struct Shares {
    /// What the places are for, as the log calls it.
    what: &'static str,
    most: usize,
    addresses: Arc<Mutex<HashMap<IpAddr, Places>>>,
}

/// The places of one address. It is removed with its last place, so there are never more of these than places.
#[derive(Debug, Default)]
struct Places {
    places: usize,
    warned: Option<Instant>,
}

/// A place of an address. It is freed when this is dropped.
#[derive(Debug)]
pub(super) struct Share {
    shares: Shares,
    address: IpAddr,
}

impl Shares {
    /// Allows at most `most` places for each address. IPv6 addresses are counted by network.
    pub(super) fn new(what: &'static str, most: usize) -> Self {
        Self { what, most, addresses: Arc::default() }
    }

    /// Takes a place for an address. `None` if the address holds its full share, which the log reports once a minute.
    pub(super) fn take(&self, address: IpAddr) -> Option<Share> {
        let address = network(address);
        let mut addresses = self.addresses.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = addresses.entry(address).or_default();
        if taken.places < self.most {
            taken.places += 1;
            return Some(Share { shares: self.clone(), address });
        }
        if taken.warned.is_none_or(|warned| warned.elapsed() >= WARNING) {
            taken.warned = Some(Instant::now());
            tracing::warn!(%address, most = self.most, "an address has all the {} that it may have; more are refused", self.what);
        }
        None
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut addresses = self.shares.addresses.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = addresses.get_mut(&self.address) {
            taken.places -= 1;
            if taken.places == 0 {
                addresses.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn an_address_gets_its_share_and_no_more() {
        let shares = Shares::new("places", 2);
        let [first, _second] = [(); 2].map(|()| shares.take(address("192.0.2.1")).expect("within the share"));
        assert!(shares.take(address("192.0.2.1")).is_none());
        assert!(shares.take(address("::ffff:192.0.2.1")).is_none(), "the same address");
        let _other = shares.take(address("192.0.2.2")).expect("a share of its own");
        drop(first);
        shares.take(address("192.0.2.1")).expect("a place is free again");
    }

    #[test]
    fn an_ipv6_network_has_one_share() {
        let shares = Shares::new("places", 1);
        let taken = shares.take(address("2001:db8::1")).expect("a place");
        assert!(shares.take(address("2001:db8::ffff:2")).is_none());
        let _elsewhere = shares.take(address("2001:db8:0:1::1")).expect("another network");
        drop(taken);
        shares.take(address("2001:db8::ffff:2")).expect("a place is free again");
    }

    #[test]
    fn an_address_without_a_place_is_forgotten() {
        let shares = Shares::new("places", 1);
        for number in 0..1000 {
            drop(shares.take(IpAddr::from([192, 0, (number / 250) as u8, (number % 250) as u8])));
        }
        assert!(shares.addresses.lock().expect("not poisoned").is_empty());
    }
}
