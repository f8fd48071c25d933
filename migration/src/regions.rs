//! The official register of regions (重庆市云阳县: 1 province-level city, 1 county, 42 towns, 480 communities and
//! villages) and the four varieties that the town of Yun'an reports on.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbErr};

const REGISTER: &str = include_str!("../data/regions.csv");

/// Code, Chinese name, English name, first and last month of the harvest.
const VARIETIES: [(&str, &str, &str, i32, i32); 4] = [
    ("fengshui-pear", "丰水梨", "Hosui pear", 7, 9),
    ("sanhong-pomelo", "三红蜜柚", "Sanhong pomelo", 9, 11),
    ("yunan-navel-orange", "云安脐橙", "Yun'an navel orange", 11, 3),
    ("yellow-peach", "黄桃", "Yellow peach", 6, 8),
];

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "0002_regions"
    }
}

fn bad_register(error: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(format!("the register of regions cannot be read: {error}"))
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let database = manager.get_connection();
        let mut regions = Query::insert();
        regions.into_table("region").columns(["code", "name", "level", "parent_code"]);
        for row in
            csv::Reader::from_reader(REGISTER.as_bytes()).into_deserialize::<(String, String, String, Option<String>)>()
        {
            let (code, name, level, parent_code) = row.map_err(bad_register)?;
            regions.values([code.into(), name.into(), level.into(), parent_code.into()]).map_err(bad_register)?;
        }
        database.execute(&regions).await?;

        let mut varieties = Query::insert();
        varieties.into_table("variety").columns([
            "code",
            "name",
            "name_en",
            "harvest_start_month",
            "harvest_end_month",
        ]);
        for (code, name, name_en, start, end) in VARIETIES {
            varieties
                .values([code.into(), name.into(), name_en.into(), start.into(), end.into()])
                .map_err(bad_register)?;
        }
        database.execute(&varieties).await?;
        Ok(())
    }
}
