//! Products: the goods that plants make, and how they are made.

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use chrono::Datelike;
use uuid::Uuid;

use super::{
    processing_plants::{self, ProcessingPlant},
    published_reports::PublishedNames,
};
use crate::graphql::{
    document::cost::list_size,
    input,
    list::{List, One},
    loader,
    scalar::{Date, Decimal},
};
use domain::plants::products;
use store::{
    entity::plants::{product, product_step},
    error::{Error, Result},
};
use types::{CodedKind, NodeId, Problem};

/// The last year that a day can have.
const LAST_YEAR: i32 = 9999;

/// A product of a plant.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct Product {
    /// The ID, unique across the whole service.
    #[graphql(owned)]
    pub(crate) id: ID,
    /// Readable code.
    pub(crate) code: ID,
    /// Name.
    name: String,
    /// Whether it is fresh produce. Fresh produce comes with a pledge certificate, processed goods do not.
    is_fresh_produce: bool,
    /// Whether a batch without ingredients is refused.
    needs_ingredients: bool,
    /// The lower end of the usual yield, in kilograms per kilogram of ingredients, four decimal places. Null if it is
    /// not set.
    usual_yield_from: Option<Decimal>,
    /// The upper end of the usual yield, in kilograms per kilogram of ingredients, four decimal places. Null if it is
    /// not set.
    usual_yield_to: Option<Decimal>,
    /// The first day on which it is no longer in use. Null while it is.
    retired_on: Option<Date>,
    #[graphql(skip)]
    plant_code: String,
    #[graphql(skip)]
    names: Option<PublishedNames>,
}

#[ComplexObject]
impl Product {
    /// The plant that makes it.
    async fn plant(&self, ctx: &Context<'_>) -> Result<One<ProcessingPlant>> {
        let One(plant) = processing_plants::plant_of(ctx, &self.plant_code).await?;
        Ok(One(match &self.names {
            Some(names) => names.plant(plant),
            None => plant,
        }))
    }

    /// The steps of making it, in order. At most 20.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn steps(&self, ctx: &Context<'_>) -> Result<List<ProductStep>> {
        Ok(loader::load_or_default(ctx, self.code.to_string(), products::steps_of)
            .await?
            .into_iter()
            .map(ProductStep::from)
            .collect())
    }

    /// The earliest day on which a batch begun on the given day can be finished. INVALID_INPUT on `beganOn` if that is
    /// after the year 9999.
    async fn earliest_finish_on(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day it is begun.")] began_on: Date,
    ) -> Result<Date> {
        let began_on = input::read("beganOn", began_on)?;
        let steps = loader::load_or_default(ctx, self.code.to_string(), products::steps_of).await?;
        let finished_on = products::earliest_finish(began_on, steps.into_iter().map(|step| step.days));
        if finished_on.year() > LAST_YEAR {
            let problem = Problem::new(
                format!("完工日超出 {LAST_YEAR} 年"),
                format!("it would be finished after the year {LAST_YEAR}"),
            );
            return Err(Error::invalid("beganOn", problem));
        }
        Ok(finished_on.into())
    }
}

impl From<product::Model> for Product {
    fn from(row: product::Model) -> Self {
        let product::Model {
            code,
            plant_code,
            name,
            is_fresh_produce,
            needs_ingredients,
            usual_yield_from,
            usual_yield_to,
            retired_on,
        } = row;
        Self {
            id: NodeId::coded(CodedKind::Product, &code).into(),
            code: code.into(),
            name,
            is_fresh_produce,
            needs_ingredients,
            usual_yield_from: usual_yield_from.map(Decimal::from),
            usual_yield_to: usual_yield_to.map(Decimal::from),
            retired_on: retired_on.map(Date::from),
            plant_code,
            names: None,
        }
    }
}

impl Product {
    /// The product under the names that it and its plant have in a published report.
    pub(crate) fn published(self, report: Uuid, name: &str, names: PublishedNames) -> Self {
        let id = NodeId::Published(CodedKind::Product, self.code.0.clone(), report).into();
        Self { id, name: name.to_owned(), names: Some(names), ..self }
    }
}

/// A step of making a product.
#[derive(SimpleObject)]
pub(crate) struct ProductStep {
    /// The work to do.
    name: String,
    /// The minimum number of days it takes.
    days: i32,
}

impl From<product_step::Model> for ProductStep {
    fn from(row: product_step::Model) -> Self {
        let product_step::Model { id: _, product_code: _, position: _, name, days } = row;
        Self { name, days }
    }
}

/// The product with a code that a row refers to.
pub(crate) async fn of(ctx: &Context<'_>, code: &str) -> Result<One<Product>> {
    Ok(One::of(loader::row::<product::Entity>(ctx, code.to_owned()).await?))
}

/// The plant of the product with a code that a row refers to.
pub(crate) async fn plant_of(ctx: &Context<'_>, code: &str) -> Result<One<ProcessingPlant>> {
    let product = loader::row::<product::Entity>(ctx, code.to_owned()).await?;
    processing_plants::plant_of(ctx, &product.plant_code).await
}
