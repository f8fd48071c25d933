//! Products: the goods that plants make, and how they are made.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, SimpleObject};

use crate::graphql::{
    content::Content,
    guard,
    input::{self, Form},
    mutation::idempotent_write,
    objects::products::Product,
    scalar::{Date, Decimal},
};
use domain::plants::{
    processing_plants as plants_domain,
    products::{self, Making, ProductPatch, Step},
};
use store::error::Result;
use types::Role;

/// A new product.
#[derive(InputObject)]
struct AddProductInput {
    /// Readable code: 1 to 40 lowercase Latin letters, digits, periods, hyphens or underscores.
    code: ID,
    /// The plant that makes it.
    plant_code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// Whether it is fresh produce. Fresh produce comes with a pledge certificate, processed goods do not.
    is_fresh_produce: bool,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// A new name for a product.
#[derive(InputObject)]
struct RenameProductInput {
    /// Readable code.
    code: ID,
    /// Name, 1 to 100 characters.
    name: String,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Changes to a product. A field that is absent does not change.
#[derive(InputObject)]
struct UpdateProductInput {
    /// Readable code.
    code: ID,
    /// Name, 1 to 100 characters.
    name: Option<String>,
    /// The first day on which it is no longer in use, not in the future. Null puts it back in use.
    retired_on: MaybeUndefined<Date>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of adding or changing a product.
#[derive(SimpleObject)]
struct ProductPayload {
    /// The product in its current state.
    product: Product,
}

/// A step of making a product.
#[derive(InputObject)]
struct ProductStepInput {
    /// The work to do, 1 to 100 characters.
    name: String,
    /// The minimum number of days it takes, 1 to 3650.
    days: i32,
}

/// How a product is made from now on.
#[derive(InputObject)]
struct SetProductMakingInput {
    /// Readable code.
    code: ID,
    /// Whether a batch without ingredients is refused.
    needs_ingredients: bool,
    /// The lower end of the usual yield, in kilograms per kilogram of ingredients, 0 to 100, four decimal places.
    usual_yield_from: Option<Decimal>,
    /// The upper end of the usual yield, not less than `usualYieldFrom`.
    usual_yield_to: Option<Decimal>,
    /// Its steps, in order. At most 20.
    steps: Vec<ProductStepInput>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// Reads the steps of making a product.
fn read_steps(form: &mut Form, steps: Vec<ProductStepInput>) -> Result<Vec<Step>> {
    let steps = steps.into_iter().enumerate().map(|(position, ProductStepInput { name, days })| {
        Ok(Step { name: input::read(&format!("steps.{position}.name"), name)?, days })
    });
    let steps = steps.collect::<Result<Vec<_>>>()?;
    let content = |Step { name, days }: &Step| Content::new().with("name", name).with("days", days);
    form.take("steps", steps.iter().map(content).collect::<Vec<_>>());
    Ok(steps)
}

/// Mutations of products.
#[derive(Debug, Default)]
pub(crate) struct ProductMutation;

#[Object]
impl ProductMutation {
    /// Adds a product to a plant that is open. For ADMIN.
    async fn add_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The product to add.")] input: AddProductInput,
    ) -> Option<Result<ProductPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddProductInput { code, plant_code, name, is_fresh_produce, idempotency_key } = input;
            let mut form = Form::new();
            let plant = form.id("plantCode", plant_code);
            let change = form.change(idempotency_key, plant, |form| {
                let code = form.take("code", input::code("code", &code)?);
                Ok((code, form.read("name", name)?, form.take("isFreshProduce", is_fresh_produce)))
            });
            let (find, rule) = (plants_domain::to_add_product, plants_domain::add_product);
            let product = idempotent_write(ctx, actor, change, find, rule).await?;
            Ok(ProductPayload { product: product.into() })
        })
        .await
    }

    /// Renames a product. For ADMIN.
    async fn rename_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The product and its new name.")] input: RenameProductInput,
    ) -> Option<Result<ProductPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let RenameProductInput { code, name, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| {
                Ok(ProductPatch { name: Some(form.read("name", name)?), retired_on: None })
            });
            let product = idempotent_write(ctx, actor, change, products::to_change, products::update).await?;
            Ok(ProductPayload { product: product.into() })
        })
        .await
    }

    /// Changes a product: renames it, retires it from a day on, or puts it back in use. From that day on no batch of it
    /// is recorded, and it is sold only from a stock that its plant keeps. What was recorded of it stays, also of later
    /// days, and earlier days can still be entered. For ADMIN.
    async fn update_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the product.")] input: UpdateProductInput,
    ) -> Option<Result<ProductPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let UpdateProductInput { code, name, retired_on, idempotency_key } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| {
                Ok(ProductPatch { name: form.read("name", name)?, retired_on: form.read("retiredOn", retired_on)? })
            });
            let product = idempotent_write(ctx, actor, change, products::to_change, products::update).await?;
            Ok(ProductPayload { product: product.into() })
        })
        .await
    }

    /// Sets how a product is made: whether it needs ingredients, its usual yield, and its steps with their minimum
    /// times. Batches recorded earlier do not change. For ADMIN.
    async fn set_product_making(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How the product is made.")] input: SetProductMakingInput,
    ) -> Option<Result<ProductPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let SetProductMakingInput {
                code,
                needs_ingredients,
                usual_yield_from,
                usual_yield_to,
                steps,
                idempotency_key,
            } = input;
            let mut form = Form::new();
            let code = form.id("code", code);
            let change = form.change(idempotency_key, code, |form| {
                Ok(Making {
                    needs_ingredients: form.take("needsIngredients", needs_ingredients),
                    usual_yield_from: form.read("usualYieldFrom", usual_yield_from)?,
                    usual_yield_to: form.read("usualYieldTo", usual_yield_to)?,
                    steps: read_steps(form, steps)?,
                })
            });
            let product = idempotent_write(ctx, actor, change, products::to_change, products::set_making).await?;
            Ok(ProductPayload { product: product.into() })
        })
        .await
    }
}
