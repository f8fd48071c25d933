//! The front page of the town, for every visitor: the published reports, and the offers open for pre-order now.

use crate::{figures::published_reports, installation, presales::offers};
use store::{
    Database, Reader,
    entity::{
        figures::published_report,
        presales::presale_offer,
        registers::{region, variety},
    },
    error::Result,
    load,
    page::PageRequest,
};
use types::{Kilograms, Timestamp};

/// The most published reports, and the most offers, that are shown.
pub const MOST_SHOWN: usize = 20;

/// The content of the front page at one instant.
#[derive(Debug, Clone)]
pub struct FrontPage {
    /// The newest published reports.
    pub reports: Vec<Published>,
    /// Whether there are older reports.
    pub has_more_reports: bool,
    /// The offers open for orders, newest first.
    pub offers: Vec<Open>,
    /// Whether there are more offers.
    pub has_more_offers: bool,
    /// Whether the records are a demonstration.
    pub is_demo: bool,
    /// The instant of the snapshot.
    pub at: Timestamp,
}

/// A published report.
#[derive(Debug, Clone)]
pub struct Published {
    /// The edition.
    pub row: published_report::Model,
    /// The name of its region at the time of publication.
    pub region_name: String,
}

/// An offer that is open for orders.
#[derive(Debug, Clone)]
pub struct Open {
    /// The offer.
    pub offer: presale_offer::Model,
    /// The variety of its fruit.
    pub variety: variety::Model,
    /// The region that it is booked on.
    pub region: region::Model,
    /// The quantity still available.
    pub available: Kilograms,
}

/// Reads the content of the front page in one snapshot. It is public.
pub async fn gather(database: &Database) -> Result<FrontPage> {
    let now = database.clock().now();
    let read = database.read(async move |snapshot| {
        let snapshot = &*snapshot;
        let (reports, has_more_reports) = reports(snapshot).await?;
        let (offers, has_more_offers) = open_offers(snapshot, now).await?;
        Ok(FrontPage {
            reports,
            has_more_reports,
            offers,
            has_more_offers,
            is_demo: installation::is_demo(snapshot).await?,
            at: now,
        })
    });
    read.await
}

async fn reports(snapshot: &Reader) -> Result<(Vec<Published>, bool)> {
    let mut rows = published_reports::newest(snapshot, MOST_SHOWN as u64 + 1).await?;
    let has_more = rows.len() > MOST_SHOWN;
    rows.truncate(MOST_SHOWN);
    let named =
        rows.into_iter().map(|row| Ok(Published { region_name: published_reports::names_in(&row)?.region, row }));
    Ok((named.collect::<Result<_>>()?, has_more))
}

async fn open_offers(snapshot: &Reader, now: Timestamp) -> Result<(Vec<Open>, bool)> {
    let filter = offers::Filter { open_now: Some(true), ..offers::Filter::default() };
    let request = PageRequest { first: i32::try_from(MOST_SHOWN).ok(), ..PageRequest::default() };
    let page = offers::list(snapshot, filter, &request, now).await?;
    let rows: Vec<presale_offer::Model> = page.rows.into_iter().map(|(_, row)| row).collect();
    let ids: Vec<_> = rows.iter().map(|offer| offer.id).collect();
    let mut supplies = offers::supplies(snapshot, &ids, now).await?;
    let codes: Vec<_> = rows.iter().map(|offer| offer.variety_code.clone()).collect();
    let varieties = load::by_key::<variety::Entity>(snapshot, &codes).await?;
    let codes: Vec<_> = rows.iter().map(|offer| offer.region_code.clone()).collect();
    let regions = load::by_key::<region::Entity>(snapshot, &codes).await?;
    let open = rows.into_iter().filter_map(|offer| {
        let overdue = supplies.remove(&offer.id).unwrap_or_default().overdue;
        Some(Open {
            variety: varieties.get(&offer.variety_code)?.clone(),
            region: regions.get(&offer.region_code)?.clone(),
            available: offer.quota_g - offer.taken_g + overdue,
            offer,
        })
    });
    Ok((open.collect(), page.has_next))
}
