//! Processing plants with their products and projects.

use async_graphql::{ComplexObject, Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};
use uuid::Uuid;

use super::{
    production_batches::{ProductionBatch, loaders},
    products::{self, Product},
};
use crate::graphql::{
    connection::{Connection, request},
    content::Content,
    document::cost::list_size,
    guard::{self, allow, database, nullable},
    input, loader,
    mutation::idempotent_write,
    registers::regions::{self, Region},
    scalar::{Date, Decimal},
};
use domain::{
    plants::{
        processing_plants::{self, PlantPatch},
        production_batches::Stock,
    },
    registers::undertakings::{NewUndertaking, UndertakingPatch},
};
use store::{
    entity::plants::{processing_plant, processing_project},
    error::Result,
};
use types::{CodedKind, NodeId, RegionCode, Role};

/// A processing plant (加工厂), which turns produce into goods.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct ProcessingPlant {
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
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.region_code).await
    }

    /// Its products, by code. Some dozens at most.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn products(&self, ctx: &Context<'_>) -> Result<Vec<Product>> {
        Ok(loader::products(ctx, &self.code).await?.into_iter().map(Product::from).collect())
    }

    /// Its stock: goods made, less goods sold or used. One row per product with stock left, by code. For its own
    /// PLANT_OPERATOR, for ADMIN and OFFICIAL of its region, and for CLERK of its township. Otherwise null with
    /// FORBIDDEN.
    #[graphql(directive = list_size::apply(Some(50), None))]
    async fn stock(&self, ctx: &Context<'_>) -> Option<Result<Vec<ProductStock>>> {
        nullable(async {
            let actor = allow(ctx, guard::PLANT_READERS)?;
            processing_plants::require_stock(actor, &self.code, &self.region_code)?;
            Ok(loaders::stock(ctx, &self.code).await?.into_iter().map(ProductStock::from).collect())
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
        nullable(async {
            let actor = allow(ctx, guard::PLANT_READERS)?;
            processing_plants::require_records(actor, &self.code, &self.region_code)?;
            Ok(loaders::batches_of(ctx, &self.code, request(ctx, first, after)).await?.into())
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
    async fn product(&self, ctx: &Context<'_>) -> Result<Product> {
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
    pub fn published(self, report: Uuid, name: &str) -> Self {
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
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.region_code).await
    }

    /// The plant it belongs to. Null if it belongs to none.
    async fn plant(&self, ctx: &Context<'_>) -> Result<Option<ProcessingPlant>> {
        let plant = loader::optional::<processing_plant::Entity>(ctx, self.plant_code.clone()).await?;
        Ok(plant.map(ProcessingPlant::from))
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
pub async fn plant_of(ctx: &Context<'_>, code: &str) -> Result<ProcessingPlant> {
    Ok(loader::row::<processing_plant::Entity>(ctx, code.to_owned()).await?.into())
}

/// Queries about plants.
#[derive(Debug, Default)]
pub struct PlantQuery;

#[Object]
impl PlantQuery {
    /// All processing plants, by code: one row per registered plant, at most 1,000 and in practice a handful. Open to
    /// everyone.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn processing_plants(&self, ctx: &Context<'_>) -> Result<Vec<ProcessingPlant>> {
        guard::open(ctx)?;
        Ok(processing_plants::list(database(ctx).reader()).await?.into_iter().map(ProcessingPlant::from).collect())
    }

    /// The plant with this code. Open to everyone. Null with NOT_FOUND if there is none.
    async fn processing_plant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Readable code.")] code: ID,
    ) -> Option<Result<ProcessingPlant>> {
        nullable(async {
            guard::open(ctx)?;
            let plant = processing_plants::find(database(ctx).reader(), &code)
                .await?
                .ok_or_else(|| processing_plants::not_found("code"))?;
            Ok(plant.into())
        })
        .await
    }

    /// All processing projects, by code: one row per registered project, at most 1,000 and in practice a handful. Open
    /// to everyone.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn processing_projects(&self, ctx: &Context<'_>) -> Result<Vec<ProcessingProject>> {
        guard::open(ctx)?;
        Ok(processing_plants::list_projects(database(ctx).reader())
            .await?
            .into_iter()
            .map(ProcessingProject::from)
            .collect())
    }
}

/// A new plant.
#[derive(InputObject)]
struct AddProcessingPlantInput {
    /// Readable code: 1 to 40 lowercase Latin letters, digits, periods, hyphens or underscores.
    code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// The region it is in.
    region_code: ID,
    /// The first day of operation, not in the future.
    opened_on: Date,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Changes to a plant. A field that is absent does not change.
#[derive(InputObject)]
struct UpdateProcessingPlantInput {
    /// Readable code.
    code: ID,
    /// Name, 1 to 100 characters.
    name: Option<String>,
    /// The first day on which it no longer counts, after its opening day and not in the future. Null reopens it.
    closed_on: MaybeUndefined<Date>,
    /// The first day for which it keeps stock, not in the future. Its sales on or after this day draw on its batches,
    /// if they are recorded from now on. Default: the day its first batch is recorded.
    stock_from: Option<Date>,
    /// Its contact, as shown on its certificates: a mobile or landline number of mainland China. Null removes it.
    phone: MaybeUndefined<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of adding or changing a plant.
#[derive(SimpleObject)]
struct ProcessingPlantPayload {
    /// The plant in its current state.
    plant: ProcessingPlant,
}

/// A new processing project.
#[derive(InputObject)]
struct AddProcessingProjectInput {
    /// Readable code: 1 to 40 lowercase Latin letters, digits, periods, hyphens or underscores.
    code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// The region it is booked to.
    region_code: ID,
    /// The plant it belongs to, if any.
    plant_code: Option<ID>,
    /// The first day, not in the future.
    began_on: Date,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Changes to a processing project. A field that is absent does not change.
#[derive(InputObject)]
struct UpdateProcessingProjectInput {
    /// Readable code.
    code: ID,
    /// Name, 1 to 100 characters.
    name: Option<String>,
    /// The first day on which it no longer counts, after its first day and not in the future. Null removes the end.
    ended_on: MaybeUndefined<Date>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of adding or changing a project.
#[derive(SimpleObject)]
struct ProcessingProjectPayload {
    /// The project in its current state.
    project: ProcessingProject,
}

/// Reads a new undertaking, which counts from a day on.
pub fn new_undertaking(code: &str, name: &str, field: &str, from: &Date) -> Result<NewUndertaking> {
    Ok(NewUndertaking {
        code: input::code("code", code)?,
        name: input::name("name", name)?,
        from: input::day(field, from)?,
    })
}

/// Reads the changes to an undertaking, which counts from one day until another.
pub fn undertaking_patch(name: Option<String>, field: &str, until: MaybeUndefined<Date>) -> Result<UndertakingPatch> {
    let name = name.map(|name| input::name("name", &name)).transpose()?;
    let until = match until {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(day) => Some(Some(input::day(field, &day)?)),
    };
    Ok(UndertakingPatch { name, until })
}

/// The fields read by `new_undertaking`.
pub fn undertaking_content(fields: &NewUndertaking, field: &'static str) -> Content {
    let NewUndertaking { code, name, from } = fields;
    Content::new().with("code", code).with("name", name).with(field, from)
}

/// The fields read by `undertaking_patch`, and the code of the undertaking.
pub fn patch_content(code: &str, patch: &UndertakingPatch, field: &'static str) -> Content {
    let UndertakingPatch { name, until } = patch;
    Content::new().with("code", code).maybe("name", name).patched(field, until)
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
        #[graphql(desc = "The plant to add.")] input: AddProcessingPlantInput,
    ) -> Option<Result<ProcessingPlantPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let AddProcessingPlantInput { code, name, region_code, opened_on, idempotency_key } = input;
            let fields = new_undertaking(&code, &name, "openedOn", &opened_on);
            let content = |region: &RegionCode, plant: &NewUndertaking| {
                undertaking_content(plant, "openedOn").with("regionCode", region)
            };
            let plant = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                RegionCode(region_code.0),
                fields,
                content,
                |txn, actor, region, fields| async move { processing_plants::add(&txn, &actor, region, fields).await },
            )
            .await?;
            Ok(ProcessingPlantPayload { plant: plant.into() })
        })
        .await
    }

    /// Changes a processing plant: renames it, closes it from a day on, reopens it, or sets its contact and the day
    /// from which it keeps stock. For ADMIN.
    async fn update_processing_plant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the plant.")] input: UpdateProcessingPlantInput,
    ) -> Option<Result<ProcessingPlantPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let UpdateProcessingPlantInput { code, name, closed_on, stock_from, phone, idempotency_key } = input;
            let fields = || {
                Ok(PlantPatch {
                    undertaking: undertaking_patch(name, "closedOn", closed_on)?,
                    stock_from: stock_from.map(|day| input::day("stockFrom", &day)).transpose()?,
                    phone: match phone {
                        MaybeUndefined::Undefined => None,
                        MaybeUndefined::Null => Some(None),
                        MaybeUndefined::Value(phone) => Some(Some(input::phone("phone", &phone)?)),
                    },
                })
            };
            let content = |code: &String, PlantPatch { undertaking, stock_from, phone }: &PlantPatch| {
                patch_content(code, undertaking, "closedOn").maybe("stockFrom", stock_from).patched("phone", phone)
            };
            let plant = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                code.0,
                fields(),
                content,
                |txn, actor, code, fields| async move { processing_plants::update(&txn, &actor, code, fields).await },
            )
            .await?;
            Ok(ProcessingPlantPayload { plant: plant.into() })
        })
        .await
    }

    /// Adds a processing project. It counts from its first day on. For ADMIN.
    async fn add_processing_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The project to add.")] input: AddProcessingProjectInput,
    ) -> Option<Result<ProcessingProjectPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let AddProcessingProjectInput { code, name, region_code, plant_code, began_on, idempotency_key } = input;
            let fields = new_undertaking(&code, &name, "beganOn", &began_on);
            let target = (RegionCode(region_code.0), plant_code.map(|code| code.0));
            let content = |(region, plant): &(RegionCode, Option<String>), project: &NewUndertaking| {
                undertaking_content(project, "beganOn").with("regionCode", region).maybe("plantCode", plant)
            };
            let project = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                target,
                fields,
                content,
                |txn, actor, (region, plant), fields| async move {
                    processing_plants::add_project(&txn, &actor, region, plant, fields).await
                },
            )
            .await?;
            Ok(ProcessingProjectPayload { project: project.into() })
        })
        .await
    }

    /// Changes a processing project: renames it, ends it from a day on, or removes its end. For ADMIN.
    async fn update_processing_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the project.")] input: UpdateProcessingProjectInput,
    ) -> Option<Result<ProcessingProjectPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Admin])?;
            let UpdateProcessingProjectInput { code, name, ended_on, idempotency_key } = input;
            let fields = undertaking_patch(name, "endedOn", ended_on);
            let content = |code: &String, patch: &UndertakingPatch| patch_content(code, patch, "endedOn");
            let project = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                code.0,
                fields,
                content,
                |txn, actor, code, fields| async move {
                    processing_plants::update_project(&txn, &actor, code, fields).await
                },
            )
            .await?;
            Ok(ProcessingProjectPayload { project: project.into() })
        })
        .await
    }
}
