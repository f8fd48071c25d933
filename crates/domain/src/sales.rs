//! Sales: goods handed over and paid at once.

use sea_orm::{ColumnTrait, Order, QueryFilter, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use crate::{
    check_in_use,
    harvest::{harvest_lots, holdings},
    not_in_the_future,
    plants::{
        processing_plants,
        production_batches::{self, draw_for_sale, give_back_of_sale, insert_draws, keeps_stock},
    },
    registers::{growers, regions, varieties},
    voiding,
};
use store::{
    Reader, Txn,
    entity::{
        harvest::harvest_lot,
        in_subtree,
        plants::{processing_plant, production_batch},
        registers::grower,
        sales::sale,
    },
    error::{Error, Result},
    ledger::{self, Amounts, Entry, Facets, Source},
    page::{Page, PageRequest, filter_some, page},
};
use types::{
    Actor, Day, EntryKind, Kilograms, Money, Problem, Reason, RegionCode, RegionLevel, SaleChannel, Scope, SourceKind,
    Timestamp, new_id, season,
};

/// What a sale names: its region, and the grower, lot or batch of the goods.
#[derive(Debug, Clone)]
pub struct Named {
    /// The region that it is booked on.
    pub region_code: RegionCode,
    /// The grower of the fruit.
    pub grower_id: Option<Uuid>,
    /// The lot that it draws on.
    pub lot_id: Option<Uuid>,
    /// The batch that it draws on.
    pub batch_id: Option<Uuid>,
}

/// The fields of a new sale.
#[derive(Debug, Clone)]
pub struct NewSale {
    /// Business day.
    pub sold_on: Day,
    /// Sales channel.
    pub channel: SaleChannel,
    /// Variety of the fruit. None for a plant's goods.
    pub variety_code: Option<String>,
    /// Product of a plant. None for fruit.
    pub product_code: Option<String>,
    /// The quantity.
    pub quantity: Kilograms,
    /// The total amount.
    pub amount: Money,
}

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
    if let Some(id) = grower_id {
        growers::get(connection, &actor.township_scope(), id, today, "filter.growerId").await?;
    }
    if let Some(code) = &region_code {
        regions::get(connection, code, "filter.regionCode").await?;
    }
    // The sales of one grower or product are few enough to scan. So are the voided ones, when they are filtered out.
    let query = if grower_id.is_some() || product_code.is_some() {
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
    let query = filter_some(query, grower_id, |id| Column::GrowerId.eq(id));
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

/// The records that a sale names. Without a grower, a sale takes the grower of its lot.
#[derive(Debug)]
pub struct ToRecord {
    region: regions::Named,
    lot: Option<harvest_lot::Model>,
    batch: Option<production_batch::Model>,
    grower: Option<grower::Model>,
}

/// The records that a sale names. The region must be one of the clerk's.
pub async fn to_record(txn: &Txn, actor: &Actor, named: Named) -> Result<ToRecord> {
    let Named { region_code, grower_id, lot_id, batch_id } = named;
    let region = regions::Named::find(txn, actor, &region_code).await?;
    let lot = match lot_id {
        Some(id) => Some(harvest_lots::get(txn, &actor.scope(), id, "lotId").await?),
        None => None,
    };
    let batch = match batch_id {
        Some(id) => Some(production_batches::get_of_township(txn, actor, id, "batchId").await?),
        None => None,
    };
    let grower = match (grower_id, &lot) {
        (Some(id), _) => Some(growers::get(txn, &actor.township_scope(), id, txn.today(), "growerId").await?),
        (None, Some(lot)) => Some(growers::get(txn, &Scope::Everything, lot.grower_id, txn.today(), "lotId").await?),
        (None, None) => None,
    };
    Ok(ToRecord { region, lot, batch, grower })
}

/// Records a sale of fruit or of a plant's goods.
///
/// A named lot must be of the same variety and grower. The kilograms are drawn from it: QUOTA_EXCEEDED with what is
/// left of it, CONFLICT if it is voided. A plant's goods are drawn from its batches in the same way.
pub async fn record(txn: &Txn, actor: &Actor, target: ToRecord, sale: NewSale) -> Result<sale::Model> {
    let ToRecord { region, lot, batch, grower } = target;
    not_in_the_future(sale.sold_on, txn.today(), "soldOn")?;
    let region = region.get()?;
    let names_stock = lot.is_some() || batch.is_some();
    let (season, plant) = goods(txn, actor, &sale, grower.is_some(), names_stock).await?;
    if batch.is_some() && plant.is_none() {
        return Err(Error::invalid("batchId", Problem::new("水果销售不填生产批次", "a sale of fruit names no batch")));
    }
    if let Some(lot) = &lot {
        agree(&sale, grower.as_ref(), lot)?;
        holdings::draw::<harvest_lot::Entity>(txn, lot.id, sale.quantity).await?;
    }
    let draws = match (&plant, &sale.product_code) {
        (Some(plant), Some(product)) => {
            draw_for_sale(txn, plant, product, sale.sold_on, sale.quantity, batch.as_ref()).await?
        }
        _ => Vec::new(),
    };
    let sale = sale::Model {
        id: new_id(),
        sold_on: sale.sold_on,
        channel: sale.channel,
        region_code: region.code,
        variety_code: sale.variety_code,
        season,
        product_code: sale.product_code,
        plant_code: plant.map(|plant| plant.code),
        grower_id: grower.as_ref().map(|grower| grower.id),
        grower_kind: grower.map(|grower| grower.kind),
        lot_id: lot.map(|lot| lot.id),
        quantity_g: sale.quantity,
        amount_fen: sale.amount,
        recorded_at: txn.recorded_at(),
        recorded_by: actor.account_id,
        voided_at: None,
        void_reason: None,
        voided_by: None,
    };
    txn.insert_all::<sale::Entity>(vec![sale.clone()]).await?;
    insert_draws(txn, sale.id, draws).await?;
    ledger::record(txn, vec![entry(&sale)]).await?;
    Ok(sale)
}

/// The season of fruit, or the plant of goods. What is retired is sold only from stock that was there before.
async fn goods(
    txn: &Txn,
    actor: &Actor,
    sale: &NewSale,
    has_grower: bool,
    names_stock: bool,
) -> Result<(Option<i32>, Option<processing_plant::Model>)> {
    match (&sale.variety_code, &sale.product_code) {
        (Some(code), None) => {
            let variety = varieties::get(txn, code, "varietyCode").await?;
            if !names_stock {
                check_in_use(&variety.name, variety.retired_on, sale.sold_on, "varietyCode")?;
            }
            Ok((Some(season(sale.sold_on, variety.harvest_start_month)), None))
        }
        (None, Some(code)) => {
            let product = processing_plants::get_product(txn, code, "productCode").await?;
            let plant = processing_plants::get(txn, &product.plant_code, "productCode").await?;
            regions::require(&actor.township_scope(), &plant.region_code)?;
            if has_grower {
                let problem = Problem::new(
                    "加工品销售不填种植户和采收批次",
                    "a sale of a plant's goods names no grower and no lot",
                );
                return Err(Error::invalid("productCode", problem));
            }
            if !names_stock && !keeps_stock(&plant, sale.sold_on) {
                check_in_use(&product.name, product.retired_on, sale.sold_on, "productCode")?;
            }
            Ok((None, Some(plant)))
        }
        _ => {
            let problem = Problem::new(
                "品种 varietyCode 与产品 productCode 须填且只填一项",
                "give one of varietyCode and productCode",
            );
            Err(Error::invalid("varietyCode", problem))
        }
    }
}

/// Checks that a sale has the variety and grower of its lot, and is not before the lot was picked.
fn agree(sale: &NewSale, grower: Option<&grower::Model>, lot: &harvest_lot::Model) -> Result<()> {
    if sale.variety_code.as_ref() != Some(&lot.variety_code) {
        let problem = Problem::new(
            format!("与采收批次的品种 {} 不符", lot.variety_code),
            format!("the lot is of variety {}", lot.variety_code),
        );
        return Err(Error::invalid("varietyCode", problem));
    }
    if grower.is_some_and(|grower| grower.id != lot.grower_id) {
        return Err(Error::invalid("growerId", Problem::new("与采收批次的种植户不符", "the lot is another grower's")));
    }
    if sale.sold_on < lot.harvested_on {
        let problem = Problem::new(
            format!("不得早于采收日期 {}", lot.harvested_on),
            format!("must not lie before the day of picking, {}", lot.harvested_on),
        );
        return Err(Error::invalid("soldOn", problem));
    }
    Ok(())
}

/// The sale to void. NOT_FOUND outside the actor's region.
pub async fn to_void(txn: &Txn, actor: &Actor, sale_id: Uuid) -> Result<sale::Model> {
    let query = sale::Entity::visible_to(&actor.scope()).filter(sale::Column::Id.eq(sale_id));
    query.lock(LockType::NoKeyUpdate).one(txn.reader()).await?.ok_or_else(|| not_found("saleId"))
}

/// Voids a sale that was entered by mistake. It is taken out of the figures of its day, and its kilograms are
/// returned to its lot or batches. The record stays and is marked. CONFLICT if it is already voided.
pub async fn void(txn: &Txn, actor: &Actor, sale: sale::Model, reason: Reason) -> Result<sale::Model> {
    voiding::check_not_voided(&sale)?;
    let taken_back = ledger::reversal(txn, sale.id).await?;
    if let Some(lot_id) = sale.lot_id {
        holdings::give_back::<harvest_lot::Entity>(txn, lot_id, sale.quantity_g).await?;
    }
    if sale.product_code.is_some() {
        give_back_of_sale(txn, &sale).await?;
    }
    let sale = voiding::void(txn, actor, sale, reason).await?;
    ledger::record(txn, taken_back).await?;
    Ok(sale)
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
