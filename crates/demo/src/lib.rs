//! Demonstration records: a generated town whose records add up to the published figures of the real one.
//!
//! Everything comes from a seed, in separate random streams for each noun, year and record. So the same day gives the
//! same rows, and a record of the past is the same on every later day. Each record goes through the function that
//! decides what a real one writes into the ledger; only the writing is done in bulk. All of it happens in one
//! transaction while nobody else writes.

#![allow(clippy::indexing_slicing, reason = "tables of fixed length, indexed by what they were made for")]

use std::{ops::RangeInclusive, sync::Arc};

mod accounts;
mod apportion;
mod book;
mod catering;
mod certificates;
mod goods;
mod growers;
mod large;
mod names;
mod plan;
mod plots;
mod presales;
mod production;
mod reference;
mod sales;
mod town;
mod visitors;
mod writer;

use self::{book::Book, plan::Plan, writer::Writer};
use domain::{access::passwords::Passwords, installation};
use store::{
    Database, Filling, Txn,
    entity::{
        access::account,
        harvest::harvest_lot,
        registers::{grower, plot, plot_term},
        sales::sale,
        tourism::{catering_baseline, catering_days, catering_establishment, catering_takings, visitor_count},
    },
    error::Result,
};
use types::Role;

/// The password of all demonstration accounts. It is public.
pub const PASSWORD: &str = "lihua-demo";

/// The demonstration accounts, by user name.
pub const SIGN_INS: [(&str, Role); 6] = [
    ("admin", Role::Admin),
    ("official", Role::Official),
    ("clerk", Role::Clerk),
    ("plant", Role::PlantOperator),
    ("grower", Role::Grower),
    ("buyer", Role::Buyer),
];

/// How many sales a large town may have.
pub const SALES: RangeInclusive<u64> = 1_000..=50_000_000;

/// The seed of everything. Another number gives another town with the same figures.
const SEED: u64 = 500_235_136;

/// Loads the demonstration records into an empty database, all of them or none. Returns whether it did: a database
/// that is not empty stays as it is. Calls `progress` with the number of rows written and their total. CONFLICT if
/// the clock is set before the end of the last year with published figures.
pub async fn load(
    database: &Database,
    passwords: &Passwords,
    progress: impl Fn(u64, u64) + Send + Sync + 'static,
) -> Result<bool> {
    load_town(database, passwords, None, progress).await
}

/// Like `load`, for a town of about this many sales, with growers, plots and pre-orders in proportion. It does not
/// add up to the published figures.
pub async fn load_large(
    database: &Database,
    passwords: &Passwords,
    sales: u64,
    progress: impl Fn(u64, u64) + Send + Sync + 'static,
) -> Result<bool> {
    load_town(database, passwords, Some(sales), progress).await
}

async fn load_town(
    database: &Database,
    passwords: &Passwords,
    sales: Option<u64>,
    progress: impl Fn(u64, u64) + Send + Sync + 'static,
) -> Result<bool> {
    // This is checked again below, when nobody else writes any more. Checking first saves needless hashing.
    if !installation::is_empty(database.reader()).await? {
        return Ok(false);
    }
    let hashes = accounts::hashes(passwords).await?;
    database
        .write_alone(async move |txn| {
            if !installation::is_empty(&txn).await? {
                return Ok(false);
            }
            installation::fill(&txn).await?;
            let plan = Plan::new(&txn, SEED).await?;
            match sales {
                None => Records::generate(&plan, hashes).write(txn, progress).await?,
                Some(sales) => large::load(txn, plan, hashes, sales, progress).await?,
            }
            Ok(true)
        })
        .await
}

/// All rows to be written.
struct Records {
    accounts: Vec<account::Model>,
    growers: Vec<grower::Model>,
    land: plots::Land,
    reference: reference::Reference,
    catering: catering::Records,
    presales: presales::Records,
    sales: sales::Records,
    production: production::Records,
    certificates: certificates::Records,
    visitors: Vec<visitor_count::Model>,
    book: Book,
}

impl Records {
    fn generate(plan: &Plan, hashes: Vec<String>) -> Self {
        let mut book = Book::default();
        let reference = reference::generate(plan, &mut book);
        let growers = growers::generate(plan);
        let land = plots::generate(plan, &growers, &mut book);
        let presales = presales::generate(plan, &land, &mut book);
        let sales = sales::generate(plan, &growers, &land, &presales.revenue, &mut book);
        let mut production = production::generate(plan, &reference.plants, &growers, &land, &sales.goods, &mut book);
        let lots = certificates::Lots::new(&sales, &presales, &production);
        let certificates = certificates::generate(plan, &growers, &reference.plants, &lots, &mut production);
        let visitors = visitors::generate(plan, &mut book);
        let catering = catering::generate(plan, &mut book);
        let accounts = accounts::generate(plan, hashes, &growers[growers::SIGN_IN].row);
        let growers = growers.into_iter().map(|grower| grower.row).collect();
        Self { accounts, growers, land, reference, catering, presales, sales, production, certificates, visitors, book }
    }

    /// The same without harvests and everything sold, ordered or made. The plants keep no stock.
    fn untraded(plan: &Plan, hashes: Vec<String>) -> Self {
        let mut book = Book::default();
        let mut reference = reference::generate(plan, &mut book);
        reference.plants.iter_mut().for_each(|plant| plant.stock_from = None);
        let growers = growers::generate(plan);
        let land = plots::generate(plan, &growers, &mut book);
        let visitors = visitors::generate(plan, &mut book);
        let catering = catering::generate(plan, &mut book);
        let accounts = accounts::generate(plan, hashes, &growers[growers::SIGN_IN].row);
        let growers = growers.into_iter().map(|grower| grower.row).collect();
        let (presales, sales) = (presales::Records::default(), sales::Records::default());
        let (production, certificates) = (production::Records::default(), certificates::Records::default());
        Self { accounts, growers, land, reference, catering, presales, sales, production, certificates, visitors, book }
    }

    /// The number of rows, without totals.
    fn count(&self) -> usize {
        let Self {
            accounts,
            growers,
            land,
            reference,
            catering,
            presales,
            sales,
            production,
            certificates,
            visitors,
            book,
        } = self;
        let of_reference = reference.sites.len() + reference.countings.len() + reference.plants.len();
        let of_festivals = reference.festivals.len() + reference.festival_days.len();
        let of_plants = reference.products.len()
            + reference.projects.len()
            + reference.honours.len()
            + reference.undertaking_days.len();
        let of_catering =
            catering.establishments.len() + catering.days.len() + catering.takings.len() + catering.baselines.len();
        let of_land = growers.len() + land.plots.len() + land.terms.len();
        let lots = sales.lots.len() + presales.lots.len() + production.lots.len();
        accounts.len()
            + of_reference
            + of_festivals
            + of_plants
            + of_catering
            + of_land
            + lots
            + presales.count()
            + production.count()
            + certificates.count()
            + sales.sales.len()
            + visitors.len()
            + book.entries.len()
    }

    /// Writes everything, referenced rows first.
    async fn write(self, txn: Arc<Txn<Filling>>, progress: impl Fn(u64, u64) + Send + 'static) -> Result<()> {
        let of = self.count() as u64;
        let Self {
            accounts,
            growers,
            land,
            reference,
            catering,
            mut presales,
            sales,
            mut production,
            certificates,
            visitors,
            book,
        } = self;
        let mut writer = Writer { txn, done: 0, of, progress };
        writer.rows::<grower::Entity>(growers).await?;
        writer.reference_and_accounts(reference, accounts).await?;
        writer.rows::<plot::Entity>(land.plots.into_iter().map(|plot| plot.row).collect()).await?;
        writer.rows::<plot_term::Entity>(land.terms).await?;
        writer.rows::<catering_establishment::Entity>(catering.establishments).await?;
        writer.rows::<catering_days::Entity>(catering.days).await?;
        writer.rows::<catering_takings::Entity>(catering.takings).await?;
        writer.rows::<catering_baseline::Entity>(catering.baselines).await?;
        writer.rows::<harvest_lot::Entity>(sales.lots).await?;
        writer.rows::<harvest_lot::Entity>(std::mem::take(&mut presales.lots)).await?;
        writer.rows::<harvest_lot::Entity>(std::mem::take(&mut production.lots)).await?;
        presales.write(&mut writer).await?;
        writer.rows::<sale::Entity>(sales.sales).await?;
        production.write(&mut writer).await?;
        certificates.write(&mut writer).await?;
        writer.rows::<visitor_count::Entity>(visitors).await?;
        writer.book(book).await?;
        installation::mark_demo(&writer.txn).await?;
        Ok(())
    }
}
