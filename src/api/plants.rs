//! Processing plants with their products and projects.

use async_graphql::{ComplexObject, Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use super::{
    guard::{self, allow, database, nullable},
    input, loader,
    mutation::once,
    regions::{self, Region},
    scalar::Date,
};
use crate::{
    domain::plants::{self, NewUndertaking, UndertakingPatch},
    entity::{processing_plant, processing_project, product},
    error::Result,
    types::{RegionCode, Role},
};

/// A plant that turns produce into goods (加工厂).
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ProcessingPlant {
    /// Readable code.
    code: ID,
    /// Name.
    name: String,
    /// First day of work.
    opened_on: Date,
    /// The first day on which it no longer counts; null while it is at work.
    closed_on: Option<Date>,
    #[graphql(skip)]
    region_code: RegionCode,
}

#[ComplexObject]
impl ProcessingPlant {
    /// Where it stands.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.region_code).await
    }

    /// What it makes, by code; some dozens at most.
    #[graphql(complexity = "super::connection::list_cost(50, child_complexity)")]
    async fn products(&self, ctx: &Context<'_>) -> Result<Vec<Product>> {
        Ok(loader::products(ctx, &self.code).await?.into_iter().map(Product::from).collect())
    }
}

impl From<processing_plant::Model> for ProcessingPlant {
    fn from(row: processing_plant::Model) -> Self {
        let processing_plant::Model { code, id: _, name, region_code, opened_on, closed_on, stock_from: _, phone: _ } = row;
        Self { code: code.into(), name, opened_on: opened_on.into(), closed_on: closed_on.map(Date::from), region_code }
    }
}

/// Goods that a plant makes.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Product {
    /// Readable code.
    code: ID,
    /// Name.
    name: String,
    /// Whether it is fresh produce, which goes with a pledge certificate; processed goods get none.
    is_fresh_produce: bool,
    #[graphql(skip)]
    plant_code: String,
}

#[ComplexObject]
impl Product {
    /// The plant that makes it.
    async fn plant(&self, ctx: &Context<'_>) -> Result<ProcessingPlant> {
        plant_of(ctx, &self.plant_code).await
    }
}

impl From<product::Model> for Product {
    fn from(row: product::Model) -> Self {
        let product::Model { code, plant_code, name, is_fresh_produce, needs_ingredients: _, usual_yield_from: _, usual_yield_to: _ } = row;
        Self { code: code.into(), name, is_fresh_produce, plant_code }
    }
}

/// A project of processing produce (农副产品加工项目).
#[derive(SimpleObject)]
#[graphql(complex)]
struct ProcessingProject {
    /// Readable code.
    code: ID,
    /// Name.
    name: String,
    /// First day.
    began_on: Date,
    /// The first day on which it no longer counts; null while it is under way.
    ended_on: Option<Date>,
    #[graphql(skip)]
    region_code: RegionCode,
    #[graphql(skip)]
    plant_code: Option<String>,
}

#[ComplexObject]
impl ProcessingProject {
    /// Where it is booked.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.region_code).await
    }

    /// The plant it belongs to; null where it belongs to none.
    async fn plant(&self, ctx: &Context<'_>) -> Result<Option<ProcessingPlant>> {
        let plant = loader::optional::<processing_plant::Entity>(ctx, self.plant_code.clone()).await?;
        Ok(plant.map(ProcessingPlant::from))
    }
}

impl From<processing_project::Model> for ProcessingProject {
    fn from(row: processing_project::Model) -> Self {
        let processing_project::Model { code, id: _, name, region_code, plant_code, began_on, ended_on } = row;
        Self { code: code.into(), name, began_on: began_on.into(), ended_on: ended_on.map(Date::from), region_code, plant_code }
    }
}

/// The plant under a code that a row refers to.
pub async fn plant_of(ctx: &Context<'_>, code: &str) -> Result<ProcessingPlant> {
    Ok(loader::row::<processing_plant::Entity>(ctx, code.to_owned()).await?.into())
}

/// The product under a code that a row refers to.
pub async fn product_of(ctx: &Context<'_>, code: &str) -> Result<Product> {
    Ok(loader::row::<product::Entity>(ctx, code.to_owned()).await?.into())
}

/// Queries about plants.
#[derive(Debug, Default)]
pub struct PlantQuery;

#[Object]
impl PlantQuery {
    /// All processing plants by code; a handful. Open to everybody.
    #[graphql(complexity = "super::connection::list_cost(20, child_complexity)")]
    async fn processing_plants(&self, ctx: &Context<'_>) -> Result<Vec<ProcessingPlant>> {
        guard::open(ctx)?;
        Ok(plants::list(database(ctx).reader()).await?.into_iter().map(ProcessingPlant::from).collect())
    }

    /// The plant with this code. Open to everybody; null with NOT_FOUND where there is none.
    async fn processing_plant(&self, ctx: &Context<'_>, #[graphql(desc = "Readable code.")] code: ID) -> Option<Result<ProcessingPlant>> {
        nullable(async {
            guard::open(ctx)?;
            let plant = plants::find(database(ctx).reader(), &code).await?.ok_or_else(plants::not_found)?;
            Ok(plant.into())
        })
        .await
    }

    /// All processing projects by code; a handful. Open to everybody.
    #[graphql(complexity = "super::connection::list_cost(20, child_complexity)")]
    async fn processing_projects(&self, ctx: &Context<'_>) -> Result<Vec<ProcessingProject>> {
        guard::open(ctx)?;
        Ok(plants::list_projects(database(ctx).reader()).await?.into_iter().map(ProcessingProject::from).collect())
    }
}

/// A plant that is new.
#[derive(InputObject)]
struct AddProcessingPlantInput {
    /// Readable code: 1–40 small Latin letters, digits, points, hyphens, underscores.
    code: ID,
    /// Name, 1–100 characters.
    name: String,
    /// Where it stands.
    region_code: ID,
    /// First day of work, not in the future.
    opened_on: Date,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// What changes on a plant; what is absent stays.
#[derive(InputObject)]
struct UpdateProcessingPlantInput {
    /// Readable code.
    code: ID,
    /// Name, 1–100 characters.
    name: Option<String>,
    /// The first day on which it no longer counts, after its opening and not in the future; null opens it again.
    closed_on: MaybeUndefined<Date>,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// A plant that was added or changed.
#[derive(SimpleObject)]
struct ProcessingPlantPayload {
    /// The plant as it is now.
    plant: ProcessingPlant,
}

/// A product that is new.
#[derive(InputObject)]
struct AddProductInput {
    /// Readable code: 1–40 small Latin letters, digits, points, hyphens, underscores.
    code: ID,
    /// The plant that makes it.
    plant_code: ID,
    /// Name, 1–100 characters.
    name: String,
    /// Whether it is fresh produce, which goes with a pledge certificate; processed goods get none.
    is_fresh_produce: bool,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// The name that a product has now.
#[derive(InputObject)]
struct RenameProductInput {
    /// Readable code.
    code: ID,
    /// Name, 1–100 characters.
    name: String,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// A product that was added or renamed.
#[derive(SimpleObject)]
struct ProductPayload {
    /// The product as it is now.
    product: Product,
}

/// A processing project that is new.
#[derive(InputObject)]
struct AddProcessingProjectInput {
    /// Readable code: 1–40 small Latin letters, digits, points, hyphens, underscores.
    code: ID,
    /// Name, 1–100 characters.
    name: String,
    /// Where it is booked.
    region_code: ID,
    /// The plant it belongs to, where it has one.
    plant_code: Option<ID>,
    /// First day, not in the future.
    began_on: Date,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// What changes on a processing project; what is absent stays.
#[derive(InputObject)]
struct UpdateProcessingProjectInput {
    /// Readable code.
    code: ID,
    /// Name, 1–100 characters.
    name: Option<String>,
    /// The first day on which it no longer counts, after its beginning and not in the future; null takes the end back.
    ended_on: MaybeUndefined<Date>,
    /// Sent again under the same key, the request answers the same and records nothing; 1–100 printable characters.
    idempotency_key: Option<String>,
}

/// A project that was added or changed.
#[derive(SimpleObject)]
struct ProcessingProjectPayload {
    /// The project as it is now.
    project: ProcessingProject,
}

/// What is new of something that counts from a day on.
pub fn new_undertaking(code: &str, name: &str, field: &str, from: &Date) -> Result<NewUndertaking> {
    Ok(NewUndertaking { code: input::code("code", code)?, name: input::name("name", name)?, from: input::day(field, from)? })
}

/// What changes on something that counts from a day on until another.
pub fn undertaking_patch(name: Option<String>, field: &str, until: MaybeUndefined<Date>) -> Result<UndertakingPatch> {
    let name = name.map(|name| input::name("name", &name)).transpose()?;
    let until = match until {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(day) => Some(Some(input::day(field, &day)?)),
    };
    Ok(UndertakingPatch { name, until })
}

/// Mutations of plants.
#[derive(Debug, Default)]
pub struct PlantMutation;

#[Object]
impl PlantMutation {
    /// Adds a processing plant. It counts from its first day on. For ADMIN.
    async fn add_processing_plant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plant.")] input: AddProcessingPlantInput,
    ) -> Option<Result<ProcessingPlantPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let AddProcessingPlantInput { code, name, region_code, opened_on, idempotency_key } = input;
            let fields = new_undertaking(&code, &name, "openedOn", &opened_on);
            let plant = once(ctx, actor, idempotency_key, RegionCode(region_code.0), fields, |txn, actor, region, fields| async move {
                plants::add(&txn, &actor, region, fields).await
            })
            .await?;
            Ok(ProcessingPlantPayload { plant: plant.into() })
        })
        .await
    }

    /// Renames a processing plant, closes it from a day on, or takes a closing back. For ADMIN.
    async fn update_processing_plant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What changes.")] input: UpdateProcessingPlantInput,
    ) -> Option<Result<ProcessingPlantPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let UpdateProcessingPlantInput { code, name, closed_on, idempotency_key } = input;
            let fields = undertaking_patch(name, "closedOn", closed_on);
            let plant = once(ctx, actor, idempotency_key, code.0, fields, |txn, actor, code, fields| async move {
                plants::update(&txn, &actor, code, fields).await
            })
            .await?;
            Ok(ProcessingPlantPayload { plant: plant.into() })
        })
        .await
    }

    /// Adds a product of a plant. For ADMIN.
    async fn add_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The product.")] input: AddProductInput,
    ) -> Option<Result<ProductPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let AddProductInput { code, plant_code, name, is_fresh_produce, idempotency_key } = input;
            let fields = input::code("code", &code).and_then(|code| Ok((code, input::name("name", &name)?, is_fresh_produce)));
            let product = once(ctx, actor, idempotency_key, plant_code.0, fields, |txn, actor, plant, fields| async move {
                plants::add_product(&txn, &actor, plant, fields).await
            })
            .await?;
            Ok(ProductPayload { product: product.into() })
        })
        .await
    }

    /// Renames a product. For ADMIN.
    async fn rename_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The product.")] input: RenameProductInput,
    ) -> Option<Result<ProductPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let RenameProductInput { code, name, idempotency_key } = input;
            let fields = input::name("name", &name);
            let product = once(ctx, actor, idempotency_key, code.0, fields, |txn, actor, code, fields| async move {
                plants::rename_product(&txn, &actor, code, fields).await
            })
            .await?;
            Ok(ProductPayload { product: product.into() })
        })
        .await
    }

    /// Adds a processing project. It counts from its first day on. For ADMIN.
    async fn add_processing_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The project.")] input: AddProcessingProjectInput,
    ) -> Option<Result<ProcessingProjectPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let AddProcessingProjectInput { code, name, region_code, plant_code, began_on, idempotency_key } = input;
            let fields = new_undertaking(&code, &name, "beganOn", &began_on);
            let named = (RegionCode(region_code.0), plant_code.map(|code| code.0));
            let project = once(ctx, actor, idempotency_key, named, fields, |txn, actor, (region, plant), fields| async move {
                plants::add_project(&txn, &actor, region, plant, fields).await
            })
            .await?;
            Ok(ProcessingProjectPayload { project: project.into() })
        })
        .await
    }

    /// Renames a processing project, ends it from a day on, or takes an end back. For ADMIN.
    async fn update_processing_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What changes.")] input: UpdateProcessingProjectInput,
    ) -> Option<Result<ProcessingProjectPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let UpdateProcessingProjectInput { code, name, ended_on, idempotency_key } = input;
            let fields = undertaking_patch(name, "endedOn", ended_on);
            let project = once(ctx, actor, idempotency_key, code.0, fields, |txn, actor, code, fields| async move {
                plants::update_project(&txn, &actor, code, fields).await
            })
            .await?;
            Ok(ProcessingProjectPayload { project: project.into() })
        })
        .await
    }
}
