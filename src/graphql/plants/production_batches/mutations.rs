//! Recording and voiding batches.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    content::Content,
    document::cost::list_size,
    exchange::Exchange,
    guard,
    input::{self, Change, Form},
    list::List,
    mutation::{Sent, idempotent_write, idempotent_write_by},
    objects::production_batches::ProductionBatch,
    scalar::{Date, DateTime, Decimal},
};
use domain::plants::production_batches::{self, ByProduct, MOST_INGREDIENTS, Named, NewBatch, Source};
use store::error::{Error, ErrorCode, Result};
use types::{Kilograms, Problem, Role, idempotency_key};

/// The largest number of batches in one request.
const MOST_AT_ONCE: usize = 100;

/// The mutation under which the idempotency key of each batch is remembered, whichever mutation sent it.
const RECORD: &str = "recordProductionBatch";

/// An ingredient of a batch. Give exactly one of the four: an intake or a batch by its ID, or by the idempotency key
/// under which this account recorded it. The key is for a client that has not received the answer yet.
#[derive(InputObject)]
struct BatchIngredientInput {
    /// The intake, of the same plant.
    intake_id: Option<ID>,
    /// The idempotency key under which this account recorded the intake.
    intake_key: Option<String>,
    /// The batch, of the same plant.
    batch_id: Option<ID>,
    /// The idempotency key under which this account recorded the batch.
    batch_key: Option<String>,
    /// Quantity in kilograms, three decimal places. Greater than 0, at most what is left of the source.
    quantity_kg: Decimal,
}

/// A by-product of a batch.
#[derive(InputObject)]
struct ByProductInput {
    /// Its name, 1 to 100 characters.
    name: String,
    /// Quantity in kilograms, three decimal places. Greater than 0.
    quantity_kg: Decimal,
}

/// A batch to record.
#[derive(InputObject)]
struct RecordProductionBatchInput {
    /// The operator's own plant.
    plant_code: ID,
    /// The product that was made, one of the plant's products.
    product_code: ID,
    /// The day it was finished. Not in the future, not before the day of its newest ingredient, and not before the
    /// steps of its product were over.
    produced_on: Date,
    /// The day it was begun. Not before the day of its main ingredient, the one with the largest quantity. Default: the
    /// day of its newest ingredient; without ingredients, `producedOn` less the days of the steps.
    began_on: Option<Date>,
    /// The output in kilograms, three decimal places. Greater than 0, at most 100,000,000.000.
    output_kg: Decimal,
    /// Its ingredients, each source once, at most 100. May be empty only if the product needs no ingredients.
    ingredients: Vec<BatchIngredientInput>,
    /// Its by-products, at most 20.
    by_products: Option<Vec<ByProductInput>>,
    /// The loss in kilograms, three decimal places. Default: 0.
    loss_kg: Option<Decimal>,
    /// The voided batch that this one replaces. A batch can be replaced only once.
    replaces_batch_id: Option<ID>,
    /// When it was entered, by the clock of the client. It is stored as sent.
    client_recorded_at: Option<DateTime>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content. An ingredient can refer to the batch by this
    /// key.
    idempotency_key: Option<String>,
}

/// A batch to void because it was entered by mistake.
#[derive(InputObject)]
struct VoidProductionBatchInput {
    /// The batch.
    batch_id: ID,
    /// The reason, 1 to 500 characters.
    reason: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of recording a batch.
#[derive(SimpleObject)]
struct RecordProductionBatchPayload {
    /// The batch in its current state.
    batch: ProductionBatch,
}

/// The result of voiding a batch.
#[derive(SimpleObject)]
struct VoidProductionBatchPayload {
    /// The batch in its current state.
    batch: ProductionBatch,
}

/// The results of recording several batches.
#[derive(SimpleObject)]
struct RecordProductionBatchesPayload {
    /// The result of each batch, in the order sent. At most 100.
    results: List<ProductionBatchResult>,
}

/// The result of one of several batches: exactly one of the batch and the error.
#[derive(SimpleObject)]
struct ProductionBatchResult {
    /// The batch as it was when it was recorded, before later batches drew on it. For a repeated request, the batch in
    /// its current state. Null if it was refused.
    batch: Option<ProductionBatch>,
    /// The reason it was refused. Null if it was recorded.
    error: Option<ItemError>,
}

/// The error of one of several items.
#[derive(SimpleObject)]
struct ItemError {
    /// The error code, for programs.
    code: ErrorCode,
    /// The message, for people, in their language.
    message: String,
    /// The path of the field in error, such as `inputs.2.outputKg`. Null if the error is about no field.
    field: Option<String>,
    /// The available quantity in kilograms, three decimal places, with QUOTA_EXCEEDED. Null otherwise.
    available_kg: Option<Decimal>,
    /// The request ID under which the log has the cause, with INTERNAL. Null otherwise.
    request_id: Option<String>,
}

impl ItemError {
    fn of(ctx: &Context<'_>, error: Error) -> Self {
        let exchange = ctx.data_unchecked::<Arc<Exchange>>();
        error.log(&exchange.request_id);
        let message = exchange.language.of(&error.message).to_owned();
        let request_id = (error.code == ErrorCode::Internal).then(|| exchange.request_id.clone());
        Self {
            code: error.code,
            message,
            field: error.field,
            available_kg: error.available.map(Decimal::from),
            request_id,
        }
    }
}

/// Reads a batch to record.
fn parse(input: RecordProductionBatchInput) -> Change<Named, NewBatch> {
    let RecordProductionBatchInput {
        plant_code,
        product_code,
        produced_on,
        began_on,
        output_kg,
        ingredients,
        by_products,
        loss_kg,
        replaces_batch_id,
        client_recorded_at,
        idempotency_key,
    } = input;
    let Ingredients { sources, quantities } = read_ingredients(ingredients, idempotency_key.as_deref());
    let mut form = Form::new();
    let target = Named {
        plant_code: form.id("plantCode", plant_code),
        sources,
        replaces_id: form.id("replacesBatchId", replaces_batch_id),
    };
    form.change(idempotency_key, target, |form| {
        Ok(NewBatch {
            product_code: form.id("productCode", product_code),
            produced_on: form.read("producedOn", produced_on)?,
            began_on: form.read("beganOn", began_on)?,
            output: form.read("outputKg", output_kg)?,
            quantities: {
                let (quantities, content) = quantities?;
                form.take("ingredients", content);
                quantities
            },
            by_products: read_by_products(form, by_products.unwrap_or_default())?,
            loss: {
                let loss = loss_kg.map(|loss| input::kilograms_or_zero("lossKg", &loss)).transpose()?;
                form.take("lossKg", loss.unwrap_or_default())
            },
            client_recorded_at: form.read("clientRecordedAt", client_recorded_at)?,
        })
    })
}

/// The ingredients of a batch as far as they could be read. The sources are looked up even if a quantity is wrong.
struct Ingredients {
    /// The sources, each with its position.
    sources: Vec<(usize, Source)>,
    /// The quantities, and the content of each ingredient. The first error if an ingredient cannot be read.
    quantities: Result<(Vec<Kilograms>, Vec<Content>)>,
}

/// Reads the ingredients of a batch that is sent under a key.
fn read_ingredients(ingredients: Vec<BatchIngredientInput>, own_key: Option<&str>) -> Ingredients {
    let is_too_long = ingredients.len() > MOST_INGREDIENTS;
    let mut sources = Vec::new();
    let read = |(position, ingredient): (usize, BatchIngredientInput)| -> Result<_> {
        let quantity = ingredient.quantity_kg.clone();
        let source = source(position, ingredient, own_key)?;
        let content = match &source {
            Source::Intake(id) => Content::new().with("intakeId", id),
            Source::IntakeKey(key) => Content::new().with("intakeKey", key),
            Source::Batch(id) => Content::new().with("batchId", id),
            Source::BatchKey(key) => Content::new().with("batchKey", key),
        };
        sources.push((position, source));
        let quantity: Kilograms = input::read(&format!("ingredients.{position}.quantityKg"), quantity)?;
        Ok((quantity, content.with("quantityKg", quantity)))
    };
    // Each of them is read, whichever is wrong.
    let read: Vec<Result<_>> = ingredients.into_iter().take(MOST_INGREDIENTS).enumerate().map(read).collect();
    if is_too_long {
        let problem =
            Problem::new(format!("最多 {MOST_INGREDIENTS} 项原料"), format!("at most {MOST_INGREDIENTS} ingredients"));
        return Ingredients { sources, quantities: Err(Error::invalid("ingredients", problem)) };
    }
    Ingredients { sources, quantities: read.into_iter().collect() }
}

/// The source of an ingredient. A batch that is sent under a key cannot have an ingredient with the same key.
fn source(position: usize, ingredient: BatchIngredientInput, own_key: Option<&str>) -> Result<Source> {
    let BatchIngredientInput { intake_id, intake_key, batch_id, batch_key, quantity_kg: _ } = ingredient;
    let path = |field: &str| format!("ingredients.{position}{field}");
    if batch_key.is_some() && batch_key.as_deref() == own_key {
        let problem = Problem::new("生产批次不能以自身为原料", "a batch cannot be made of itself");
        return Err(Error::invalid(path(".batchKey"), problem));
    }
    let sent_under =
        |key: &str, field: &str| idempotency_key(key).map_err(|problem| Error::invalid(path(field), problem));
    Ok(match (intake_id, intake_key, batch_id, batch_key) {
        (Some(id), None, None, None) => Source::Intake(input::id(id)),
        (None, Some(key), None, None) => Source::IntakeKey(sent_under(&key, ".intakeKey")?),
        (None, None, Some(id), None) => Source::Batch(input::id(id)),
        (None, None, None, Some(key)) => Source::BatchKey(sent_under(&key, ".batchKey")?),
        _ => {
            let problem = Problem::new(
                "intakeId、intakeKey、batchId、batchKey 须填且只填一项",
                "give one of intakeId, intakeKey, batchId and batchKey",
            );
            return Err(Error::invalid(path(""), problem));
        }
    })
}

/// Reads the by-products of a batch.
fn read_by_products(form: &mut Form, by_products: Vec<ByProductInput>) -> Result<Vec<ByProduct>> {
    let by_products = by_products.into_iter().enumerate().map(|(position, ByProductInput { name, quantity_kg })| {
        Ok(ByProduct {
            name: input::read(&format!("byProducts.{position}.name"), name)?,
            quantity: input::read(&format!("byProducts.{position}.quantityKg"), quantity_kg)?,
        })
    });
    let by_products = by_products.collect::<Result<Vec<_>>>()?;
    let content =
        |ByProduct { name, quantity }: &ByProduct| Content::new().with("name", name).with("quantityKg", quantity);
    form.take("byProducts", by_products.iter().map(content).collect::<Vec<_>>());
    Ok(by_products)
}

/// Mutations of batches.
#[derive(Debug, Default)]
pub(crate) struct ProductionBatchMutation;

#[Object]
impl ProductionBatchMutation {
    /// Records a batch, draws on its ingredients, and gives it a code to print. An unusual yield is not refused: see
    /// `yieldWarning`. QUOTA_EXCEEDED, with `availableKg`, if an ingredient has less left. CONFLICT if an ingredient is
    /// voided. For PLANT_OPERATOR, in its own plant.
    async fn record_production_batch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The batch to record.")] input: RecordProductionBatchInput,
    ) -> Option<Result<RecordProductionBatchPayload>> {
        guard::answer(ctx, &[Role::PlantOperator], |actor| async move {
            let (find, rule) = (production_batches::to_record, production_batches::record);
            let batch = idempotent_write(ctx, actor, parse(input), find, rule).await?;
            Ok(RecordProductionBatchPayload { batch: batch.into() })
        })
        .await
    }

    /// Records several batches, at most 100, one after another, so that a batch can use those before it. Each batch is
    /// recorded completely or not at all. A refused batch does not stop the others. An idempotency key works as in
    /// `recordProductionBatch`. For PLANT_OPERATOR, in its own plant.
    #[graphql(directive = list_size::apply(None, Some("inputs".to_owned())))]
    async fn record_production_batches(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The batches to record, at most 100.")] inputs: Vec<RecordProductionBatchInput>,
    ) -> Option<Result<RecordProductionBatchesPayload>> {
        guard::answer(ctx, &[Role::PlantOperator], |actor| async move {
            if inputs.len() > MOST_AT_ONCE {
                let problem = Problem::new(
                    format!("一次最多 {MOST_AT_ONCE} 个批次"),
                    format!("at most {MOST_AT_ONCE} batches at once"),
                );
                return Err(Error::invalid("inputs", problem));
            }
            let mut results = Vec::new();
            for (position, input) in inputs.into_iter().enumerate() {
                let path = format!("inputs.{position}");
                // Under its key a batch is the same as if it had been sent alone to the other mutation.
                let sent = Sent { mutation: RECORD, path: &path, scope: Some(actor.account_id.to_string()) };
                let (find, rule) = (production_batches::to_record, production_batches::record);
                let batch = idempotent_write_by(ctx, sent, actor.clone(), parse(input), find, rule);
                results.push(match batch.await {
                    Ok(batch) => ProductionBatchResult { batch: Some(batch.into()), error: None },
                    Err(error) => ProductionBatchResult { batch: None, error: Some(ItemError::of(ctx, error)) },
                });
            }
            Ok(RecordProductionBatchesPayload { results: results.into_iter().collect() })
        })
        .await
    }

    /// Voids a batch that was entered by mistake. It leaves the stock and the figures, and its ingredients go back to
    /// their sources. The record stays, marked as voided, and another batch can be recorded to replace it. CONFLICT,
    /// naming what drew on it, unless all of it is still in stock. For PLANT_OPERATOR, in its own plant.
    async fn void_production_batch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The batch and the reason.")] input: VoidProductionBatchInput,
    ) -> Option<Result<VoidProductionBatchPayload>> {
        guard::answer(ctx, &[Role::PlantOperator], |actor| async move {
            let VoidProductionBatchInput { batch_id, reason, idempotency_key } = input;
            let mut form = Form::new();
            let batch = form.id("batchId", batch_id);
            let change = form.change(idempotency_key, batch, |form| form.read("reason", reason));
            let (find, rule) = (production_batches::to_void, production_batches::void);
            let batch = idempotent_write(ctx, actor, change, find, rule).await?;
            Ok(VoidProductionBatchPayload { batch: batch.into() })
        })
        .await
    }
}
