//! Sales: goods handed over and paid at once.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, Order, QueryFilter};
use uuid::Uuid;

mod record;
mod returns;
mod void;

pub use record::{Named, NewSale, record, to_record};
pub use returns::{NewReturn, return_entry, return_goods, return_to_void, returns_of, to_return, void_return};
pub use void::{ToVoid, Void, to_void, void};

use crate::{
    plants::processing_plants,
    registers::{growers, regions, varieties},
};
use store::{
    Reader,
    entity::{in_subtree, of_growers, sales::sale},
    error::{Error, Result},
    ledger::{Amounts, Entry, Facets, Source},
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Day, EntryKind, RegionCode, RegionLevel, SaleChannel, Scope, SourceKind, Timestamp};

/// Filter for a list of sales. Both days are inclusive.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only sales booked on this region or below it.
    pub region_code: Option<RegionCode>,
    /// Only sales of this variety.
    pub variety_code: Option<String>,
    /// Only sales of this product of a plant.
    pub product_code: Option<String>,
    /// Only sales of this grower's fruit.
    pub grower_id: Option<Uuid>,
    /// Only sales through this channel.
    pub channel: Option<SaleChannel>,
    /// Only sales on this day or later.
    pub sold_from: Option<Day>,
    /// Only sales on this day or earlier.
    pub sold_to: Option<Day>,
    /// Only voided sales, or only those not voided.
    pub voided: Option<bool>,
    /// Only sales recorded at this instant or later.
    pub recorded_from: Option<Timestamp>,
    /// Only sales recorded before this instant.
    pub recorded_to: Option<Timestamp>,
    /// Only sales that the actor recorded, or only those of others.
    pub recorded_by_me: Option<bool>,
}

fn not_found(field: &str) -> Error {
    Error::not_found(field, "销售记录", "sale")
}

/// The sale with this id. NOT_FOUND outside the scope.
pub async fn get(connection: &Reader, scope: &Scope, id: Uuid) -> Result<sale::Model> {
    let found = sale::Entity::visible_to(scope).filter(sale::Column::Id.eq(id)).one(connection).await?;
    found.ok_or_else(|| not_found("id"))
}

/// A page of sales by day of sale, then id, newest first. Voided sales are included.
pub async fn list(
    connection: &Reader,
    actor: &Actor,
    filter: Filter,
    request: &PageRequest,
    today: Day,
) -> Result<Page<sale::Model>> {
    use sale::Column;
    let Filter { region_code, variety_code, product_code, grower_id, channel, sold_from, sold_to, voided, .. } = filter;
    let Filter { recorded_from, recorded_to, recorded_by_me, .. } = filter;
    let scope = actor.scope();
    let of = match grower_id {
        Some(id) => Some(growers::ids_of(connection, &actor.township_scope(), id, today, "filter.growerId").await?),
        None => None,
    };
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    // The sales of one grower or product are few enough to scan. So are the voided ones, when they are filtered out.
    let query = if of.is_some() || product_code.is_some() {
        filter_some(sale::Entity::visible_to(&scope), region_code, |code| in_subtree(Column::RegionCode, &code))
    } else {
        let unindexed = [
            ("filter.channel", channel.is_some()),
            ("filter.voided", voided == Some(true)),
            ("filter.recordedFrom", recorded_from.is_some()),
            ("filter.recordedTo", recorded_to.is_some()),
            ("filter.recordedByMe", recorded_by_me.is_some()),
        ];
        regions::require_reach(&scope, region_code.as_ref(), RegionLevel::Township, &unindexed)?;
        let by_county = [("filter.varietyCode", variety_code.is_some())];
        regions::require_reach(&scope, region_code.as_ref(), RegionLevel::County, &by_county)?;
        sale::Entity::in_order(&scope, region_code.as_ref())
    };
    let query = filter_some(query, variety_code.as_deref(), |code| Column::VarietyCode.eq(code));
    let query = filter_some(query, product_code.as_deref(), |code| Column::ProductCode.eq(code));
    let query = filter_some(query, of, |ids| of_growers(Column::GrowerId, &ids));
    let query = filter_some(query, channel, |channel| Column::Channel.eq(channel));
    let query = filter_some(query, sold_from, |day| Column::SoldOn.gte(day));
    let query = filter_some(query, sold_to, |day| Column::SoldOn.lte(day));
    let query =
        filter_some(
            query,
            voided,
            |voided| if voided { Column::VoidedAt.is_not_null() } else { Column::VoidedAt.is_null() },
        );
    let query = filter_some(query, recorded_from, |instant| Column::RecordedAt.gte(instant));
    let query = filter_some(query, recorded_to, |instant| Column::RecordedAt.lt(instant));
    let query = filter_some(query, recorded_by_me, |is_mine| {
        if is_mine { Column::RecordedBy.eq(actor.account_id) } else { Column::RecordedBy.ne(actor.account_id) }
    });
    let found = page(connection, query, &[Column::SoldOn, Column::Id], Order::Desc, request).await?;
    // What records name exists. So only a code without any may be unknown.
    if found.rows.is_empty() {
        if let Some(code) = &variety_code {
            varieties::get(connection, code, "filter.varietyCode").await?;
        }
        if let Some(code) = &product_code {
            processing_plants::get_product(connection, code, "filter.productCode").await?;
        }
    }
    Ok(found)
}

/// The sales that were recorded to replace these sales.
pub async fn replacements_of(connection: &Reader, sales: &[Uuid]) -> Result<HashMap<Uuid, sale::Model>> {
    let query = sale::Entity::find().filter(sale::Column::ReplacesId.is_in(sales.iter().copied()));
    Ok(query.all(connection).await?.into_iter().filter_map(|row| row.replaces_id.map(|id| (id, row))).collect())
}

/// The ledger entry of a sale, which adds to the figures of its day.
pub fn entry(sale: &sale::Model) -> Entry {
    Entry {
        facets: Facets {
            variety_code: sale.variety_code.clone(),
            product_code: sale.product_code.clone(),
            season: sale.season,
            channel: Some(sale.channel),
            plant_code: sale.plant_code.clone(),
            grower_id: sale.grower_id,
            grower_kind: sale.grower_kind,
            ..Facets::new(EntryKind::Sale, sale.sold_on, sale.region_code.clone())
        },
        amounts: Amounts {
            amount: sale.amount_fen,
            quantity: sale.quantity_g,
            items: 1,
            records: 1,
            ..Amounts::default()
        },
        source: Source { kind: SourceKind::Sale, id: sale.id },
    }
}
