//! Products: the goods that plants make, and how they are made.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::graphql::{
    content::Content, guard, input, mutation::old_write, objects::products::Product, scalar::Decimal,
};
use domain::plants::{
    processing_plants as plants_domain,
    products::{self, Making, Step},
};
use store::error::{Error, Result};
use types::{Name, Ratio, Role};

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

fn ratio(field: &str, value: Option<Decimal>) -> Result<Option<Ratio>> {
    value.map(|value| Ratio::parse(&value.0).map_err(|problem| Error::invalid(field, problem))).transpose()
}

fn content_of_making(code: &str, making: &Making) -> Content {
    let Making { needs_ingredients, usual_yield_from, usual_yield_to, steps } = making;
    let step = |Step { name, days }: &Step| Content::new().with("name", name).with("days", days);
    Content::new()
        .with("code", code)
        .with("needsIngredients", *needs_ingredients)
        .maybe("usualYieldFrom", usual_yield_from)
        .maybe("usualYieldTo", usual_yield_to)
        .with("steps", steps.iter().map(step).collect::<Vec<_>>())
}

/// Mutations of products.
#[derive(Debug, Default)]
pub(crate) struct ProductMutation;

#[Object]
impl ProductMutation {
    /// Adds a product to a plant. For ADMIN.
    async fn add_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The product to add.")] input: AddProductInput,
    ) -> Option<Result<ProductPayload>> {
        guard::answer(ctx, &[Role::Admin], |actor| async move {
            let AddProductInput { code, plant_code, name, is_fresh_produce, idempotency_key } = input;
            let read = |code| Ok((code, input::name("name", &name)?, is_fresh_produce));
            let fields = input::code("code", &code).and_then(read);
            let content = |plant: &String, (code, name, is_fresh_produce): &(String, Name, bool)| {
                let product = Content::new().with("plantCode", plant).with("code", code).with("name", name);
                product.with("isFreshProduce", *is_fresh_produce)
            };
            let work = |txn: std::sync::Arc<store::Txn>, actor, plant, fields| async move {
                plants_domain::add_product(&txn, &actor, plant, fields).await
            };
            let product = old_write(ctx, actor, idempotency_key, plant_code.0, fields, content, work).await?;
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
            let fields = input::name("name", &name);
            let content = |code: &String, name: &Name| Content::new().with("code", code).with("name", name);
            let product =
                old_write(
                    ctx,
                    actor,
                    idempotency_key,
                    code.0,
                    fields,
                    content,
                    |txn, actor, code, fields| async move {
                        plants_domain::rename_product(&txn, &actor, code, fields).await
                    },
                )
                .await?;
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
            let fields = || {
                let steps = steps.into_iter().enumerate().map(|(position, ProductStepInput { name, days })| {
                    Ok(Step { name: input::name(&format!("steps.{position}.name"), &name)?, days })
                });
                Ok(Making {
                    needs_ingredients,
                    usual_yield_from: ratio("usualYieldFrom", usual_yield_from)?,
                    usual_yield_to: ratio("usualYieldTo", usual_yield_to)?,
                    steps: steps.collect::<Result<_>>()?,
                })
            };
            let content = |code: &String, making: &Making| content_of_making(code, making);
            let product = old_write(
                ctx,
                actor,
                idempotency_key,
                code.0,
                fields(),
                content,
                |txn, actor, code, fields| async move { products::set_making(&txn, &actor, code, fields).await },
            )
            .await?;
            Ok(ProductPayload { product: product.into() })
        })
        .await
    }
}
