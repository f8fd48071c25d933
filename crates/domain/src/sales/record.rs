//! Recording a sale: the records that it names, what it must agree with, and what it draws.

use uuid::Uuid;

use super::entry;
use crate::{
    check_in_use,
    harvest::{harvest_lots, holdings},
    not_in_the_future,
    plants::{
        processing_plants,
        production_batches::{self, draw_for_sale, insert_draws, keeps_stock},
    },
    registers::{growers, regions, varieties},
};
use store::{
    Txn,
    entity::{
        harvest::harvest_lot,
        plants::{processing_plant, production_batch},
        registers::{grower, region},
        sales::sale,
    },
    error::{Error, Result},
    ledger,
};
use types::{Actor, Day, Kilograms, Money, Problem, RegionCode, SaleChannel, Scope, new_id, season_of_sale};

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

/// The records that a sale names. Without a grower, a sale takes the grower of its lot.
#[derive(Debug)]
pub struct ToRecord {
    region: regions::Named,
    lot: Option<harvest_lot::Model>,
    batch: Option<production_batch::Model>,
    grower: Option<grower::Model>,
}

/// A sale whose fields were checked. What it draws on may still be too little.
#[derive(Debug)]
pub(super) struct Checked {
    region: region::Model,
    lot: Option<harvest_lot::Model>,
    batch: Option<production_batch::Model>,
    grower: Option<grower::Model>,
    goods: Goods,
    sale: NewSale,
}

/// What is sold.
#[derive(Debug)]
enum Goods {
    /// Fruit of a season.
    Fruit(i32),
    /// A product of a plant.
    Product(processing_plant::Model, String),
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
/// A named lot must be of the same variety and grower, and the sale has its season. The kilograms are drawn from it:
/// QUOTA_EXCEEDED with what is left of it, CONFLICT if it is voided. A plant's goods are drawn from its batches in the
/// same way.
pub async fn record(txn: &Txn, actor: &Actor, target: ToRecord, sale: NewSale) -> Result<sale::Model> {
    let checked = check(txn, actor, target, sale).await?;
    let sale = make(txn, actor, checked, None).await?;
    ledger::record(txn, vec![entry(&sale)]).await?;
    Ok(sale)
}

/// Checks the fields of a sale.
pub(super) async fn check(txn: &Txn, actor: &Actor, target: ToRecord, sale: NewSale) -> Result<Checked> {
    let ToRecord { region, lot, batch, grower } = target;
    not_in_the_future(sale.sold_on, txn.today(), "soldOn")?;
    let region = region.get()?;
    let goods = goods(txn, actor, &sale, (lot.as_ref(), batch.is_some()), grower.is_some()).await?;
    if let (Some(_), Goods::Fruit(_)) = (&batch, &goods) {
        return Err(Error::invalid("batchId", Problem::new("水果销售不填生产批次", "a sale of fruit names no batch")));
    }
    if let Some(grower) = grower.as_ref().filter(|grower| lot.as_ref().is_none_or(|lot| lot.grower_id != grower.id)) {
        growers::check_not_merged(grower)?;
    }
    if let Some(lot) = &lot {
        agree(txn, &sale, grower.as_ref(), lot).await?;
    }
    Ok(Checked { region, lot, batch, grower, goods, sale })
}

/// Draws the goods of a sale and inserts its row. The caller records its entry.
pub(super) async fn make(txn: &Txn, actor: &Actor, checked: Checked, replaces_id: Option<Uuid>) -> Result<sale::Model> {
    let Checked { region, lot, batch, grower, goods, sale } = checked;
    if let Some(lot) = &lot {
        holdings::draw::<harvest_lot::Entity>(txn, lot.id, sale.quantity).await?;
    }
    let (season, plant, draws) = match goods {
        Goods::Fruit(season) => (Some(season), None, Vec::new()),
        Goods::Product(plant, product) => {
            let draws = draw_for_sale(txn, &plant, &product, sale.sold_on, sale.quantity, batch.as_ref()).await?;
            (None, Some(plant), draws)
        }
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
        replaces_id,
        quantity_g: sale.quantity,
        amount_fen: sale.amount,
        returned_g: Kilograms::ZERO,
        returned_fen: Money::ZERO,
        recorded_at: txn.recorded_at(),
        recorded_by: actor.account_id,
        voided_at: None,
        void_reason: None,
        voided_by: None,
    };
    txn.insert_all::<sale::Entity>(vec![sale.clone()]).await?;
    insert_draws(txn, sale.id, draws).await?;
    Ok(sale)
}

impl Checked {
    /// Locks what a sale may draw on, together with what a voided one gives back, in the order in which everybody
    /// locks it. Otherwise two that exchange their goods could wait for each other.
    pub(super) async fn lock(&self, txn: &Txn, voided: &sale::Model) -> Result<()> {
        if let (Some(new), Some(old)) = (self.lot.as_ref().map(|lot| lot.id), voided.lot_id) {
            for id in [new.min(old), new.max(old)] {
                harvest_lots::lock(txn, id).await?;
            }
        }
        if let Goods::Product(_, product) = &self.goods {
            production_batches::lock_for_exchange(txn, voided.id, product, self.sale.sold_on).await?;
        }
        Ok(())
    }
}

/// What a sale is of: fruit of its lot's season, or a plant's product. What is retired is sold only from stock that was
/// there before.
async fn goods(
    txn: &Txn,
    actor: &Actor,
    sale: &NewSale,
    (lot, names_batch): (Option<&harvest_lot::Model>, bool),
    has_grower: bool,
) -> Result<Goods> {
    match (&sale.variety_code, &sale.product_code) {
        (Some(code), None) => {
            let variety = varieties::get(txn, code, "varietyCode").await?;
            if lot.is_none() {
                check_in_use(&variety.name, variety.retired_on, sale.sold_on, "varietyCode")?;
            }
            let by_day = || season_of_sale(sale.sold_on, variety.harvest_start_month);
            Ok(Goods::Fruit(lot.map_or_else(by_day, |lot| lot.season)))
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
            if !names_batch && !keeps_stock(&plant, sale.sold_on) {
                check_in_use(&product.name, product.retired_on, sale.sold_on, "productCode")?;
            }
            Ok(Goods::Product(plant, product.code))
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
async fn agree(txn: &Txn, sale: &NewSale, grower: Option<&grower::Model>, lot: &harvest_lot::Model) -> Result<()> {
    if sale.variety_code.as_ref() != Some(&lot.variety_code) {
        let problem = Problem::new(
            format!("与采收批次的品种 {} 不符", lot.variety_code),
            format!("the lot is of variety {}", lot.variety_code),
        );
        return Err(Error::invalid("varietyCode", problem));
    }
    growers::check_of(txn, grower, lot.grower_id).await?;
    if sale.sold_on < lot.harvested_on {
        let problem = Problem::new(
            format!("不得早于采收日期 {}", lot.harvested_on),
            format!("must not lie before the day of picking, {}", lot.harvested_on),
        );
        return Err(Error::invalid("soldOn", problem));
    }
    Ok(())
}
