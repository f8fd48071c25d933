//! Varieties.

use async_graphql::{Context, ID, SimpleObject};
use uuid::Uuid;

use crate::graphql::{list::One, loader, scalar::Date};
use domain::figures::published_reports::VarietyNames;
use store::{entity::registers::variety, error::Result};
use types::{CodedKind, NodeId};

/// A variety that the town reports on: 丰水梨, 三红蜜柚, 云安脐橙, 黄桃 and any added later.
#[derive(SimpleObject)]
pub(crate) struct Variety {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Readable code, such as fengshui-pear.
    pub(crate) code: ID,
    /// Chinese name.
    name: String,
    /// English name.
    name_en: String,
    /// The first month of the harvest, 1 to 12. A sale in an earlier month belongs to the season of the year before.
    harvest_start_month: i32,
    /// The last month of the harvest, 1 to 12. Less than the first month if the harvest runs past the end of the year.
    harvest_end_month: i32,
    /// The first day on which it is no longer in use. Null while it is.
    retired_on: Option<Date>,
}

impl From<variety::Model> for Variety {
    fn from(row: variety::Model) -> Self {
        let variety::Model { code, name, name_en, harvest_start_month, harvest_end_month, retired_on } = row;
        Self {
            id: NodeId::coded(CodedKind::Variety, &code).into(),
            code: code.into(),
            name,
            name_en,
            harvest_start_month,
            harvest_end_month,
            retired_on: retired_on.map(Date::from),
        }
    }
}

impl Variety {
    /// The variety under the names it has in a published report.
    pub(crate) fn published(self, report: Uuid, names: &VarietyNames) -> Self {
        let id = NodeId::Published(CodedKind::Variety, self.code.0.clone(), report).into();
        Self { id, name: names.zh.clone(), name_en: names.en.clone(), ..self }
    }
}

/// The variety with a code that a row refers to.
pub(crate) async fn of(ctx: &Context<'_>, code: &str) -> Result<One<Variety>> {
    Ok(One::of(loader::row::<variety::Entity>(ctx, code.to_owned()).await?))
}
