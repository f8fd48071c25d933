//! Loads what belongs to plants, products and batches, many in one statement.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    marker::PhantomData,
};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::graphql::loader::{Loaders, of};
use domain::plants::{
    production_batches::{self, Stock},
    products,
};
use store::{
    Reader,
    entity::plants::{batch_by_product, batch_ingredient, batch_step, product_step, production_batch},
    error::{Error, Result},
    page::{Page, PageRequest},
};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct StockOf(String);

impl Loader<StockOf> for Loaders {
    type Value = Vec<Stock>;
    type Error = Error;

    async fn load(&self, keys: &[StockOf]) -> Result<HashMap<StockOf, Self::Value>> {
        let plants: Vec<String> = keys.iter().map(|key| key.0.clone()).collect();
        let stock = production_batches::stock_of(self.reader(), &plants).await?;
        Ok(stock.into_iter().map(|(plant, stock)| (StockOf(plant), stock)).collect())
    }
}

/// The stock of a plant, by product.
pub(crate) async fn stock(ctx: &Context<'_>, plant_code: &str) -> Result<Vec<Stock>> {
    Ok(of(ctx).load_one(StockOf(plant_code.to_owned())).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct StepsOf(String);

impl Loader<StepsOf> for Loaders {
    type Value = Vec<product_step::Model>;
    type Error = Error;

    async fn load(&self, keys: &[StepsOf]) -> Result<HashMap<StepsOf, Self::Value>> {
        let codes: Vec<String> = keys.iter().map(|key| key.0.clone()).collect();
        let steps = products::steps_of(self.reader(), &codes).await?;
        Ok(steps.into_iter().map(|(code, steps)| (StepsOf(code), steps)).collect())
    }
}

/// The steps of a product, in order, at most 20.
pub(crate) async fn product_steps(ctx: &Context<'_>, product_code: &str) -> Result<Vec<product_step::Model>> {
    Ok(of(ctx).load_one(StepsOf(product_code.to_owned())).await?.unwrap_or_default())
}

/// Data of a batch outside its row, loaded by the ID of the batch.
pub(crate) trait OfBatch: Clone + Send + Sync + Sized + 'static {
    /// The data of these batches. Batches without any are left out.
    fn of(connection: &Reader, batches: &[Uuid]) -> impl Future<Output = Result<HashMap<Uuid, Self>>> + Send;
}

/// The ingredients of a batch, in order, at most 100.
impl OfBatch for Vec<batch_ingredient::Model> {
    async fn of(connection: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, Self>> {
        production_batches::ingredients_of(connection, batches).await
    }
}

/// The by-products of a batch, in order, at most 20.
impl OfBatch for Vec<batch_by_product::Model> {
    async fn of(connection: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, Self>> {
        production_batches::by_products_of(connection, batches).await
    }
}

/// The steps of a batch, in order, at most 20.
impl OfBatch for Vec<batch_step::Model> {
    async fn of(connection: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, Self>> {
        production_batches::steps_of(connection, batches).await
    }
}

/// The batch that was recorded to replace another.
impl OfBatch for production_batch::Model {
    async fn of(connection: &Reader, batches: &[Uuid]) -> Result<HashMap<Uuid, Self>> {
        production_batches::replacements_of(connection, batches).await
    }
}

struct OfBatchKey<T>(Uuid, PhantomData<fn() -> T>);

impl<T> Clone for OfBatchKey<T> {
    fn clone(&self) -> Self {
        Self(self.0, PhantomData)
    }
}

impl<T> PartialEq for OfBatchKey<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for OfBatchKey<T> {}

impl<T> Hash for OfBatchKey<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T: OfBatch> Loader<OfBatchKey<T>> for Loaders {
    type Value = T;
    type Error = Error;

    async fn load(&self, keys: &[OfBatchKey<T>]) -> Result<HashMap<OfBatchKey<T>, T>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let found = T::of(self.reader(), &ids).await?;
        Ok(found.into_iter().map(|(id, value)| (OfBatchKey(id, PhantomData), value)).collect())
    }
}

/// Data of a batch outside its row. None if there is none.
pub(crate) async fn of_batch<T: OfBatch>(ctx: &Context<'_>, batch: Uuid) -> Result<Option<T>> {
    of(ctx).load_one(OfBatchKey::<T>(batch, PhantomData)).await
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct BatchesOf {
    plant: String,
    request: PageRequest,
}

impl Loader<BatchesOf> for Loaders {
    type Value = Page<production_batch::Model>;
    type Error = Error;

    /// One statement per plant. There are only a few plants, however often each is asked for.
    async fn load(&self, keys: &[BatchesOf]) -> Result<HashMap<BatchesOf, Self::Value>> {
        let mut pages = HashMap::new();
        for key in keys {
            let page = production_batches::of_plant(self.reader(), &key.plant, &key.request).await?;
            pages.insert(key.clone(), page);
        }
        Ok(pages)
    }
}

/// A page of a plant's batches.
pub(crate) async fn batches_of(
    ctx: &Context<'_>,
    plant: &str,
    request: PageRequest,
) -> Result<Page<production_batch::Model>> {
    Ok(of(ctx).load_one(BatchesOf { plant: plant.to_owned(), request }).await?.unwrap_or_else(Page::empty))
}
