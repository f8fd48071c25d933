//! The basis of every part of the demonstration: a seed, today, and the instants at which records count as recorded.

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{Datelike, Duration};
use rand::{Rng, RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};
use sea_orm::{EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::town::TOWN;
use store::{
    Filling, Txn, bound,
    entity::{
        in_subtree,
        registers::{region, variety},
    },
    error::{Error, Result},
};
use types::{Day, RegionCode, Timestamp, season_of_picking};

/// The year in which the books of the demonstration were opened.
pub(super) const FIRST_BOOK_YEAR: i32 = 2021;
/// The last year of the published figures, all of which the demonstration reproduces.
const LAST_PUBLISHED_YEAR: i32 = 2024;

const MICROSECONDS: i64 = 1_000_000;

/// The seed, today, and reference data that records depend on.
#[derive(Debug)]
pub(super) struct Plan {
    seed: u64,
    /// The last business day of any record.
    pub today: Day,
    /// The first instant at which anything may still be recorded.
    earliest: Timestamp,
    /// The account that recorded everything.
    pub clerk: Uuid,
    /// The varieties by code.
    pub varieties: BTreeMap<String, variety::Model>,
    /// The names of the town and its communities by code.
    pub communities: BTreeMap<RegionCode, String>,
}

impl Plan {
    /// CONFLICT if the clock is set to a year that the published figures cover: it must be wrong.
    pub(crate) async fn new(txn: &Txn<Filling>, seed: u64) -> Result<Self> {
        if txn.today().year() <= LAST_PUBLISHED_YEAR {
            return Err(Error::conflict(
                format!("系统日期 {} 有误：演示数据至少截至 {LAST_PUBLISHED_YEAR} 年底", txn.today()),
                format!(
                    "the clock says {}, but demonstration records reach to the end of {LAST_PUBLISHED_YEAR} at least",
                    txn.today()
                ),
            ));
        }
        let varieties = variety::Entity::find().all(txn.reader()).await?;
        let communities = region::Entity::find()
            .filter(in_subtree(region::Column::Code, &RegionCode::from(TOWN)))
            .all(txn.reader())
            .await?;
        let mut plan = Self {
            seed,
            today: txn.today(),
            earliest: bound::closed(txn).await?.plus(1),
            clerk: Uuid::nil(),
            varieties: varieties.into_iter().map(|variety| (variety.code.clone(), variety)).collect(),
            communities: communities.into_iter().map(|region| (region.code, region.name)).collect(),
        };
        plan.clerk = plan.stream("clerk", 0).id(plan.opening());
        Ok(plan)
    }

    /// Random numbers for one noun and number, the same no matter what else is generated.
    pub(crate) fn stream(&self, noun: &str, number: usize) -> Stream {
        let digest = Sha256::digest(format!("{}/{noun}/{number}", self.seed).as_bytes());
        Stream(Xoshiro256PlusPlus::from_seed(digest.into()))
    }

    /// Random numbers for one noun and year.
    pub(crate) fn stream_of_year(&self, noun: &str, year: i32) -> Stream {
        self.stream(noun, usize::try_from(year).unwrap_or_default())
    }

    /// The years that have records.
    pub(crate) fn years(&self) -> RangeInclusive<i32> {
        FIRST_BOOK_YEAR..=self.today.year()
    }

    /// The years that have records, and the next one, because what plants make in winter is sold in it.
    pub(crate) fn years_ahead(&self) -> RangeInclusive<i32> {
        FIRST_BOOK_YEAR..=self.horizon().year()
    }

    /// The last day that anything is planned for: the end of next year.
    pub(crate) fn horizon(&self) -> Day {
        date(self.today.year() + 1, 12, 31)
    }

    /// When the books were opened and existing data was entered: noon of 1 January 2021.
    pub(crate) fn opening(&self) -> Timestamp {
        Timestamp::noon_of(date(FIRST_BOOK_YEAR, 1, 1))
    }

    /// Some seconds after eight in the evening of a business day, when its records are entered. For days before the
    /// books were opened, their opening.
    pub(crate) fn evening(&self, day: Day, seconds: i64) -> Timestamp {
        if day.year() < FIRST_BOOK_YEAR {
            return self.opening();
        }
        Timestamp::noon_of(day).plus((8 * 3600 + seconds) * MICROSECONDS)
    }

    /// The beginning of today. Events with an instant of their own happened before it.
    pub(crate) fn midnight(&self) -> Timestamp {
        at(self.today, 0)
    }

    /// The season of fruit that is picked on a day.
    pub(crate) fn season_of_picking(&self, variety: &str, day: Day) -> i32 {
        let months = self.varieties.get(variety).map(|row| (row.harvest_start_month, row.harvest_end_month));
        months.map_or(day.year(), |(first, last)| season_of_picking(day, first, last))
    }

    /// The instant at which a record made at `instant` counts as recorded. It is never in the future: today's evening
    /// may not have come yet, so today's records count from the beginning of the day. It is always later than the
    /// closed bound.
    pub(crate) fn stamp(&self, instant: Timestamp) -> Timestamp {
        instant.min(self.midnight()).max(self.earliest)
    }
}

/// A stream of random numbers from a portable generator, the same on every machine and with every version of the
/// crate.
pub(super) struct Stream(Xoshiro256PlusPlus);

impl Stream {
    /// Random numbers for what a record writes at an instant.
    pub(crate) fn of_record(id: Uuid, instant: Timestamp) -> Self {
        let (high, low) = id.as_u64_pair();
        Self(Xoshiro256PlusPlus::seed_from_u64(high ^ low.rotate_left(32) ^ instant.0.unsigned_abs()))
    }

    /// A number, both ends included.
    pub(crate) fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most)
    }

    /// Whether an event with this probability in thousandths happens.
    pub(crate) fn happens(&mut self, permille: i64) -> bool {
        self.between(0, 999) < permille
    }

    /// One of several items, all equally likely.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.0.random_range(0..items.len() as u64) as usize]
    }

    /// The index of one of several items, by their weights.
    pub(crate) fn weighted(&mut self, weights: &[i64]) -> usize {
        let mut left = self.between(0, weights.iter().sum::<i64>() - 1);
        for (position, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0 {
                return position;
            }
        }
        0
    }

    /// A version 7 UUID for a record of an instant.
    pub(crate) fn id(&mut self, instant: Timestamp) -> Uuid {
        let mut random = [0; 10];
        self.0.fill_bytes(&mut random);
        uuid::Builder::from_unix_timestamp_millis((instant.0 / 1000).unsigned_abs(), &random).into_uuid()
    }

    /// The underlying generator.
    pub(crate) fn generator(&mut self) -> &mut impl Rng {
        &mut self.0
    }
}

/// A day written in the source.
pub(super) fn date(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The instant this many seconds after the beginning of a business day.
pub(super) fn at(day: Day, seconds: i64) -> Timestamp {
    Timestamp::noon_of(day).plus((seconds - 12 * 3600) * MICROSECONDS)
}

/// Every day of a span, both ends included.
pub(super) fn days(from: Day, to: Day) -> impl Iterator<Item = Day> {
    (0..=(to - from).num_days()).map(move |days| from + Duration::days(days))
}
