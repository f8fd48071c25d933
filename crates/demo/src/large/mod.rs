//! A town with very many sales: the demonstration's town without its trade, plus the requested number of growers,
//! plots, offers, pre-orders and sales over ten years.
//!
//! Records are generated on a separate thread and written as they come, so that at most a few thousand are in memory
//! at once. Only the sellers, the codes in use and the monthly sums are kept until the end.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{Datelike, Duration};
use sea_orm::{EntityName, IntoActiveModel};
use tokio::sync::mpsc;

mod growers;
mod sales;

use self::growers::Sellers;
use super::{Records, book::Book, plan::Plan, presales};
use store::{
    Filling, Txn,
    bulk::{Bulk, Rows},
    entity::{
        figures::ledger_entry,
        presales::{
            preorder, preorder_delivery, preorder_event, preorder_payment, preorder_refund, preorder_return,
            preorder_transfer, presale_offer,
        },
        registers::{grower, plot, plot_term},
        sales::sale,
    },
    error::{Error, Result},
};

/// How many sales there are per pre-order and per grower.
const SALES_PER_PREORDER: u64 = 20;
const SALES_PER_GROWER: u64 = 100;
/// The largest number of growers that still makes a plausible town.
const MOST_GROWERS: u64 = 200_000;
/// The largest number of pre-orders of one offer.
const CROWD: usize = 500;
/// How many years have offers and sales.
const YEARS: i32 = 10;
/// The first offers of a year have closed this many days after its start.
const FIRST_OFFERS: i64 = 250;
/// How many records are written together.
const RECORDS_AT_ONCE: usize = 4_000;
/// How many batches are generated ahead of writing.
const BATCHES_AHEAD: usize = 2;
/// The cost of a step at the end, such as building an index, relative to writing: it counts as the total number of
/// sales divided by this.
const SALES_PER_STEP: u64 = 40;

/// Rows that are written together, and the number of their records.
struct Batch {
    rows: Vec<Rows>,
    records: u64,
}

/// Writes a town of about this many sales.
pub(super) async fn load(
    txn: Arc<Txn<Filling>>,
    plan: Plan,
    hashes: Vec<String>,
    sales: u64,
    progress: impl Fn(u64, u64) + Send + Sync + 'static,
) -> Result<()> {
    Records::untraded(&plan, hashes).write(txn.clone(), |_, _| {}).await?;
    let tables = [
        grower::Entity.table_name(),
        plot::Entity.table_name(),
        plot_term::Entity.table_name(),
        presale_offer::Entity.table_name(),
        preorder::Entity.table_name(),
        preorder_event::Entity.table_name(),
        preorder_transfer::Entity.table_name(),
        preorder_payment::Entity.table_name(),
        preorder_refund::Entity.table_name(),
        preorder_delivery::Entity.table_name(),
        preorder_return::Entity.table_name(),
        sale::Entity.table_name(),
        ledger_entry::Entity.table_name(),
        "daily_total",
        "monthly_total",
        "regional_total",
    ];
    let mut bulk = Bulk::begin(txn, &tables).await?;
    let size = Size::of(sales);
    let of_step = sales / SALES_PER_STEP;
    let of = sales + size.preorders + size.growers + bulk.last() as u64 * of_step;
    let mut done = 0;
    let (sender, mut batches) = mpsc::channel(BATCHES_AHEAD);
    let maker = tokio::task::spawn_blocking(move || Maker { plan, size, book: Book::default(), sender }.make());
    while let Some(Batch { rows, records }) = batches.recv().await {
        for rows in rows {
            bulk.insert(rows).await?;
        }
        done += records;
        progress(done.min(of), of);
    }
    maker.await.map_err(Error::internal)?;
    bulk.finish(|| {
        done += of_step;
        progress(done.min(of), of);
    })
    .await?;
    progress(of, of);
    Ok(())
}

/// The planned numbers of records.
struct Size {
    sales: u64,
    preorders: u64,
    growers: u64,
}

impl Size {
    fn of(sales: u64) -> Self {
        Self { sales, preorders: sales / SALES_PER_PREORDER, growers: (sales / SALES_PER_GROWER).min(MOST_GROWERS) }
    }
}

/// Generates all records in the order in which they are written.
struct Maker {
    plan: Plan,
    size: Size,
    /// Entries that are not written yet, and sums that are not complete yet.
    book: Book,
    sender: mpsc::Sender<Batch>,
}

/// The writer has stopped, so nothing more need be generated.
struct Stopped;

impl Maker {
    /// Ends early if the writer has stopped.
    fn make(mut self) {
        let _ = self.all();
    }

    fn all(&mut self) -> Result<(), Stopped> {
        let sellers = self.growers()?;
        self.offers()?;
        self.sales(&sellers)?;
        let totals = std::mem::take(&mut self.book.totals);
        self.send(totals.into_rows().into(), 0)
    }

    /// Sends rows, followed by the entries generated with them.
    fn send(&mut self, mut rows: Vec<Rows>, records: u64) -> Result<(), Stopped> {
        rows.push(self.book.take_entries());
        self.sender.blocking_send(Batch { rows, records }).map_err(|_| Stopped)
    }

    fn growers(&mut self) -> Result<Sellers, Stopped> {
        let mut sellers = Sellers::default();
        let numbers: Vec<u64> = (0..self.size.growers).collect();
        for numbers in numbers.chunks(RECORDS_AT_ONCE / 4) {
            let (mut growers, mut plots, mut terms) = (Vec::new(), Vec::new(), Vec::new());
            for number in numbers {
                let holding = growers::holding(&self.plan, *number as usize, &mut self.book);
                sellers.add(&holding);
                growers.push(holding.grower.into_active_model());
                for (plot, term) in holding.plots {
                    plots.push(plot.into_active_model());
                    terms.push(term.into_active_model());
                }
            }
            self.send(vec![Rows::of(growers), Rows::of(plots), Rows::of(terms)], numbers.len() as u64)?;
        }
        Ok(sellers)
    }

    /// Offers of each season and kind in turn, newest season first, until there are enough pre-orders.
    fn offers(&mut self) -> Result<(), Stopped> {
        let mut codes = BTreeSet::new();
        let newest = (self.plan.today - Duration::days(FIRST_OFFERS)).year();
        let offers = self.size.preorders.div_ceil(CROWD as u64) as usize;
        let crowd = (self.size.preorders as usize).div_ceil(offers);
        for number in 0..offers {
            let season = newest - (number / presales::OFFERS) as i32 % YEARS;
            let records = presales::another(&self.plan, season, number, crowd, &mut codes, &mut self.book);
            self.send(records.into_rows().into(), crowd as u64)?;
        }
        Ok(())
    }

    /// The sales of each day, with the sums of whole days.
    fn sales(&mut self, sellers: &Sellers) -> Result<(), Stopped> {
        let mut made = Vec::new();
        for day in sales::days_with_sales(&self.plan, self.size.sales) {
            sales::of_day(&self.plan, &day, sellers, &mut self.book, &mut made);
            if made.len() >= RECORDS_AT_ONCE {
                self.send_sales(&mut made)?;
            }
        }
        self.send_sales(&mut made)
    }

    fn send_sales(&mut self, made: &mut Vec<sale::Model>) -> Result<(), Stopped> {
        let records = made.len() as u64;
        let rows = Rows::of(made.drain(..).map(IntoActiveModel::into_active_model));
        let days = self.book.totals.take_days();
        self.send(vec![rows, days], records)
    }
}
