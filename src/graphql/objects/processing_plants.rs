//! Processing plants with their products and projects.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use uuid::Uuid;

use super::{
    production_batches::ProductionBatch,
    products::{self, Product},
    regions::{self, Region},
};
use crate::graphql::{
    connection::{Connection, request},
    document::cost::list_size,
    guard, input,
    list::{List, One},
    loader,
    scalar::{Date, Decimal},
};
use domain::plants::{
    processing_plants,
    production_batches::{self, Stock},
};
use store::{
    Reader,
    entity::plants::{processing_plant, processing_project, production_batch},
    error::Result,
    page::{Page, PageRequest},
};
use types::{CodedKind, Day, NodeId, RegionCode};

/// A processing plant (加工厂), which turns produce into goods.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct ProcessingPlant {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Readable code.
    pub(crate) code: ID,
    /// Name.
    name: String,
    /// The first day of operation.
    opened_on: Date,
    /// The first day on which it no longer counts. Null while it is in operation.
    closed_on: Option<Date>,
    /// The first day for which it keeps stock. Its sales on or after this day draw on its batches. Null until the day
    /// is set or the first batch is recorded.
    stock_from: Option<Date>,
    /// Its contact, as shown on its certificates. Null if it is not set.
    phone: Option<String>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl ProcessingPlant {
    /// The region it is in.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }

    /// Its products, by code. Some dozens at most.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn products(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those in use on this day.")] in_use_on: Option<Date>,
    ) -> Result<List<Product>> {
        let day: Option<Day> = input::read("inUseOn", in_use_on)?;
        Ok(loader::load_or_default(ctx, self.code.to_string(), processing_plants::products_of)
            .await?
            .into_iter()
            .filter(|product| day.is_none_or(|day| product.retired_on.is_none_or(|retired| day < retired)))
            .map(Product::from)
            .collect())
    }

    /// Its stock: goods made, less goods sold or used. One row per product with stock left, by code. For its own
    /// PLANT_OPERATOR, for ADMIN and OFFICIAL of its region, and for CLERK of its township. Otherwise null with
    /// FORBIDDEN.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn stock(&self, ctx: &Context<'_>) -> Option<Result<List<ProductStock>>> {
        guard::answer(ctx, guard::PLANT_READERS, |actor| async move {
            processing_plants::require_stock(actor, &self.code, &self.region_code)?;
            Ok(loader::load_or_default(ctx, self.code.to_string(), production_batches::stock_of)
                .await?
                .into_iter()
                .map(ProductStock::from)
                .collect())
        })
        .await
    }

    /// Its batches, by the day they were finished, newest first. Voided batches are included. For its own
    /// PLANT_OPERATOR, and for ADMIN, OFFICIAL and CLERK of its region. Otherwise null with FORBIDDEN.
    async fn batches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<ProductionBatch>>> {
        guard::answer(ctx, guard::PLANT_READERS, |actor| async move {
            processing_plants::require_records(actor, &self.code, &self.region_code)?;
            Ok(loader::load(ctx, (self.code.to_string(), request(ctx, first, after)), pages_of_batches)
                .await?
                .unwrap_or_else(Page::empty)
                .into())
        })
        .await
    }
}

/// The stock of one product of a plant.
#[derive(SimpleObject)]
#[graphql(complex)]
struct ProductStock {
    /// Quantity in kilograms, three decimal places.
    quantity_kg: Decimal,
    #[graphql(skip)]
    product_code: String,
}

#[ComplexObject]
impl ProductStock {
    /// The product.
    async fn product(&self, ctx: &Context<'_>) -> Result<One<Product>> {
        products::of(ctx, &self.product_code).await
    }
}

impl From<Stock> for ProductStock {
    fn from(row: Stock) -> Self {
        let Stock { plant_code: _, product_code, available_g } = row;
        Self { quantity_kg: available_g.into(), product_code }
    }
}

impl From<processing_plant::Model> for ProcessingPlant {
    fn from(row: processing_plant::Model) -> Self {
        let processing_plant::Model { code, id: _, name, region_code, opened_on, closed_on, stock_from, phone } = row;
        Self {
            id: NodeId::coded(CodedKind::ProcessingPlant, &code).into(),
            code: code.into(),
            name,
            opened_on: opened_on.into(),
            closed_on: closed_on.map(Date::from),
            stock_from: stock_from.map(Date::from),
            phone,
            region_code,
        }
    }
}

impl ProcessingPlant {
    /// The plant under the name it has in a published report.
    pub(crate) fn published(self, report: Uuid, name: &str) -> Self {
        let id = NodeId::Published(CodedKind::ProcessingPlant, self.code.0.clone(), report).into();
        Self { id, name: name.to_owned(), ..self }
    }
}

/// A produce processing project (农副产品加工项目).
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct ProcessingProject {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Readable code.
    code: ID,
    /// Name.
    name: String,
    /// The first day.
    began_on: Date,
    /// The first day on which it no longer counts. Null while it is running.
    ended_on: Option<Date>,
    #[graphql(skip)]
    region_code: RegionCode,
    #[graphql(skip)]
    plant_code: Option<String>,
}

#[ComplexObject]
impl ProcessingProject {
    /// The region it is booked to.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.region_code).await
    }

    /// The plant it belongs to. Null if it belongs to none.
    async fn plant(&self, ctx: &Context<'_>) -> Result<Option<One<ProcessingPlant>>> {
        let plant = loader::optional::<processing_plant::Entity>(ctx, self.plant_code.clone()).await?;
        Ok(plant.map(One::of))
    }
}

impl From<processing_project::Model> for ProcessingProject {
    fn from(row: processing_project::Model) -> Self {
        let processing_project::Model { code, id: _, name, region_code, plant_code, began_on, ended_on } = row;
        Self {
            id: NodeId::coded(CodedKind::ProcessingProject, &code).into(),
            code: code.into(),
            name,
            began_on: began_on.into(),
            ended_on: ended_on.map(Date::from),
            region_code,
            plant_code,
        }
    }
}

/// The plant with a code that a row refers to.
pub(crate) async fn plant_of(ctx: &Context<'_>, code: &str) -> Result<One<ProcessingPlant>> {
    Ok(One::of(loader::row::<processing_plant::Entity>(ctx, code.to_owned()).await?))
}

/// Pages of plants' batches, one statement each. There are only a few plants, however often each is asked for.
async fn pages_of_batches(
    reader: &Reader,
    keys: &[(String, PageRequest)],
) -> Result<HashMap<(String, PageRequest), Page<production_batch::Model>>> {
    let mut pages = HashMap::new();
    for (plant, request) in keys {
        let page = production_batches::of_plant(reader, plant, request).await?;
        pages.insert((plant.clone(), request.clone()), page);
    }
    Ok(pages)
}
