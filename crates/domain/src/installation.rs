//! The installation: facts about this database as a whole, such as whether its records are a demonstration, and what a
//! new town begins with.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, sea_query::Expr};

use store::{
    Filling, Reader, Txn,
    entity::{
        access::account,
        figures::ledger_entry,
        installation,
        plants::{intake, processing_plant, processing_project, production_batch},
        presales::{harvest_estimate, presale_offer},
        registers::{grower, plot, region, variety},
        sales::sale,
        tourism::{catering_establishment, festival, honour, site, visitor_count},
    },
    error::{Error, Result},
};
use types::{Problem, RegionCode};

use crate::registers::official_register;

/// The official register that comes with the program: 重庆市云阳县, with its 42 towns.
const BUILT_IN: &str = include_str!("../../../migration/data/regions.csv");

/// The town of Yun'an (云安镇), whose varieties come with the program.
const YUNAN: &str = "500235136";

/// The varieties of Yun'an: code, Chinese name, English name, first and last month of the harvest.
const VARIETIES: [(&str, &str, &str, i32, i32); 4] = [
    ("fengshui-pear", "丰水梨", "Hosui pear", 7, 9),
    ("sanhong-pomelo", "三红蜜柚", "Sanhong pomelo", 9, 11),
    ("yunan-navel-orange", "云安脐橙", "Yun'an navel orange", 11, 3),
    ("yellow-peach", "黄桃", "Yellow peach", 6, 8),
];

/// Whether the records are a demonstration.
pub async fn is_demo(connection: &Reader) -> Result<bool> {
    Ok(installation::Entity::find_by_id(1).one(connection).await?.is_some_and(|row| row.is_demo))
}

/// Whether the database contains at most regions and varieties. It then has no account, without which nobody can add
/// anything, and no records or other reference data.
pub async fn is_empty(connection: &Reader) -> Result<bool> {
    Ok(!is_demo(connection).await?
        && has_none::<account::Entity>(connection).await?
        && has_none::<grower::Entity>(connection).await?
        && has_none::<plot::Entity>(connection).await?
        && has_none::<site::Entity>(connection).await?
        && has_none::<festival::Entity>(connection).await?
        && has_none::<catering_establishment::Entity>(connection).await?
        && has_none::<processing_plant::Entity>(connection).await?
        && has_none::<processing_project::Entity>(connection).await?
        && has_none::<honour::Entity>(connection).await?
        && has_none::<sale::Entity>(connection).await?
        && has_none::<visitor_count::Entity>(connection).await?
        && has_none::<presale_offer::Entity>(connection).await?
        && has_none::<harvest_estimate::Entity>(connection).await?
        && has_none::<intake::Entity>(connection).await?
        && has_none::<production_batch::Entity>(connection).await?
        && has_none::<ledger_entry::Entity>(connection).await?)
}

async fn has_none<E: EntityTrait>(connection: &Reader) -> Result<bool> {
    let found =
        E::find().select_only().expr_as(Expr::value(1), "found").limit(1).into_tuple::<i32>().one(connection).await?;
    Ok(found.is_none())
}

/// Marks the records of a database as a demonstration, while it is being filled.
pub async fn mark_demo(txn: &Txn<Filling>) -> Result<()> {
    let label = installation::Entity::update_many().col_expr(installation::Column::IsDemo, Expr::value(true));
    txn.change(label.filter(installation::Column::Id.eq(1))).await?;
    Ok(())
}

/// Whether any region is known. Without one nothing can be recorded.
pub async fn has_regions(connection: &Reader) -> Result<bool> {
    Ok(!has_none::<region::Entity>(connection).await?)
}

/// What a town of the built-in register begins with, as far as the database does not have it yet.
struct Beginning {
    regions: Vec<region::Model>,
    varieties: Vec<variety::Model>,
}

impl Beginning {
    /// INVALID_INPUT on `town` if the built-in register has no such region.
    async fn of(connection: &Reader, town: &RegionCode) -> Result<Self> {
        let register: Vec<region::Model> = official_register::read(BUILT_IN.as_bytes())
            .map_or_else(|_| Vec::new(), |read| read.into_regions().collect());
        if !register.iter().any(|region| region.code == *town) {
            let problem = Problem::new(
                format!("内置区划名录只有重庆市云阳县，没有 {town}；请用 lihua regions import 导入当地的区划名录"),
                format!(
                    "the built-in register is that of Yunyang County in Chongqing and has no {town}; load the official \
                     register of your county with `lihua regions import FILE`"
                ),
            );
            return Err(Error::invalid("town", problem));
        }
        let known: Vec<RegionCode> = region::Entity::find()
            .select_only()
            .column(region::Column::Code)
            .filter(region::Column::Code.is_in(register.iter().map(|region| region.code.clone())))
            .into_tuple()
            .all(connection)
            .await?;
        let known: HashSet<RegionCode> = known.into_iter().collect();
        let regions = register.into_iter().filter(|region| !known.contains(&region.code)).collect();
        let varieties = if town.0 == YUNAN { missing_varieties(connection).await? } else { Vec::new() };
        Ok(Self { regions, varieties })
    }
}

/// The varieties of Yun'an, without those whose code or name is there already.
async fn missing_varieties(connection: &Reader) -> Result<Vec<variety::Model>> {
    let known = variety::Entity::find().all(connection).await?;
    let is_known = |code: &str, name: &str| known.iter().any(|variety| variety.code == code || variety.name == name);
    let missing = VARIETIES.into_iter().filter(|(code, name, ..)| !is_known(code, name));
    let row =
        |(code, name, name_en, harvest_start_month, harvest_end_month): (&str, &str, &str, i32, i32)| variety::Model {
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: name_en.to_owned(),
            harvest_start_month,
            harvest_end_month,
            retired_on: None,
        };
    Ok(missing.map(row).collect())
}

/// Gives a database what a town of the built-in register begins with: the register, and for Yun'an its varieties. What is
/// there already stays as it is. Returns how many regions and how many varieties were added. INVALID_INPUT on `town` if
/// the register has no such region.
pub async fn begin(txn: &Txn, town: &RegionCode) -> Result<(usize, usize)> {
    let Beginning { regions, varieties } = Beginning::of(txn, town).await?;
    let added = (regions.len(), varieties.len());
    if added == (0, 0) {
        txn.is_unchanged();
    }
    txn.insert_all::<region::Entity>(regions).await?;
    txn.insert_all::<variety::Entity>(varieties).await?;
    Ok(added)
}

/// Fills a database with what Yun'an begins with, for the demonstration and for tests.
pub async fn fill(txn: &Txn<Filling>) -> Result<()> {
    let Beginning { regions, varieties } = Beginning::of(txn, &RegionCode::from(YUNAN)).await?;
    txn.fill::<region::Entity>(regions.into_iter().map(IntoActiveModel::into_active_model)).await?;
    txn.fill::<variety::Entity>(varieties.into_iter().map(IntoActiveModel::into_active_model)).await?;
    Ok(())
}
