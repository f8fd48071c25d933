//! Processing plants with their products and projects.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{self, Form},
    list::List,
    mutation::idempotent_write,
    objects::processing_plants::{ProcessingPlant, ProcessingProject},
    registers::undertakings::{new_undertaking, undertaking_patch},
    scalar::Date,
};
use domain::plants::processing_plants::{self, PlantPatch};
use store::error::Result;
use types::Role;

/// Queries about plants.
#[derive(Debug, Default)]
pub(crate) struct PlantQuery;

#[Object]
impl PlantQuery {
    /// All processing plants, by code: one row per registered plant, at most 1,000 and in practice a handful. Open to
    /// everyone.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn processing_plants(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that are open on this day.")] in_use_on: Option<Date>,
    ) -> Result<List<ProcessingPlant>> {
        guard::open(ctx)?;
        let day = input::read("inUseOn", in_use_on)?;
        Ok(processing_plants::list(database(ctx).reader(), day).await?.into_iter().map(ProcessingPlant::from).collect())
    }

    /// The plant with this code. Open to everyone. Null with NOT_FOUND if there is none.
    async fn processing_plant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Readable code.")] code: ID,
    ) -> Option<Result<ProcessingPlant>> {
        guard::answer_anyone(ctx, async {
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
    async fn processing_projects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that run on this day.")] in_use_on: Option<Date>,
    ) -> Result<List<ProcessingProject>> {
        guard::open(ctx)?;
        let day = input::read("inUseOn", in_use_on)?;
        Ok(processing_plants::list_projects(database(ctx).reader(), day)
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
    /// Its contact, as shown on its certificates: a mobile, landline (also with an
    /// extension) or 400 or 800 number of mainland China. Null removes it.
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

/// Mutations of plants.
#[derive(Debug, Default)]
pub(crate) struct PlantMutation;

#[Object]
impl PlantMutation {
    /// Adds a processing plant. It counts from its first day on. For ADMIN.
    async fn add_processing_plant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The plant to add.")] input: AddProcessingPlantInput,
    ) -> Option<Result<ProcessingPlantPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddProcessingPlantInput { code, name, region_code, opened_on, idempotency_key } = input;
            let mut form = Form::new();
            let region = form.id("regionCode", region_code);
            let change =
                form.change(idempotency_key, region, |form| new_undertaking(form, code, name, "openedOn", opened_on));
            let plant = idempotent_write(ctx, actor, change, processing_plants::to_add, processing_plants::add).await?;
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
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let UpdateProcessingPlantInput { code, name, closed_on, stock_from, phone, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| {
                Ok(PlantPatch {
                    undertaking: undertaking_patch(form, name, "closedOn", closed_on)?,
                    stock_from: form.read("stockFrom", stock_from)?,
                    phone: form.read("phone", phone)?,
                })
            });
            let plant =
                idempotent_write(ctx, actor, change, processing_plants::to_update, processing_plants::update).await?;
            Ok(ProcessingPlantPayload { plant: plant.into() })
        })
        .await
    }

    /// Adds a processing project. It counts from its first day on, on which its plant must not be closed. For ADMIN.
    async fn add_processing_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The project to add.")] input: AddProcessingProjectInput,
    ) -> Option<Result<ProcessingProjectPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddProcessingProjectInput { code, name, region_code, plant_code, began_on, idempotency_key } = input;
            let mut form = Form::new();
            let target = (form.id("regionCode", region_code), form.id("plantCode", plant_code));
            let change =
                form.change(idempotency_key, target, |form| new_undertaking(form, code, name, "beganOn", began_on));
            let (find, rule) = (processing_plants::to_add_project, processing_plants::add_project);
            let project = idempotent_write(ctx, actor, change, find, rule).await?;
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
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let UpdateProcessingProjectInput { code, name, ended_on, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| undertaking_patch(form, name, "endedOn", ended_on));
            let (find, rule) = (processing_plants::to_update_project, processing_plants::update_project);
            let project = idempotent_write(ctx, actor, change, find, rule).await?;
            Ok(ProcessingProjectPayload { project: project.into() })
        })
        .await
    }
}
