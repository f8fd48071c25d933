//! Loads the records that objects refer to, many in one statement. There is one loader per request, and it caches
//! nothing: a record that changes during a request is seen as it is.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    marker::PhantomData,
};

use async_graphql::{Context, dataloader::Loader};
use sea_orm::{EntityTrait, sea_query::ValueType};
use uuid::Uuid;

use super::{gather::Gatherer, guard::Caller};
use domain::{
    plants::processing_plants,
    presales::{offers, preorders},
    registers::{growers, plots, regions},
};
use store::{
    Database, Reader,
    entity::{
        harvest::harvest_lot,
        plants::product,
        presales::{preorder_event, preorder_payment},
        registers::{plot, region},
    },
    error::{Error, Result},
    load::{self, Key},
    page::{Page, PageRequest},
};
use types::{Actor, Mu, RegionCode, Scope};

/// Loads records for one caller.
#[derive(Debug)]
pub(super) struct Loaders {
    database: Database,
    caller: Option<Actor>,
    scope: Scope,
}

/// The loader of a request.
pub(super) fn loader(database: Database, caller: &Caller) -> Gatherer<Loaders> {
    Gatherer::new(Loaders { database, caller: caller.actor().cloned(), scope: caller.scope() })
}

impl Loaders {
    /// The database in which reports are computed.
    pub(super) fn database(&self) -> &Database {
        &self.database
    }

    /// The caller. None for a visitor.
    pub(super) fn caller(&self) -> Option<&Actor> {
        self.caller.as_ref()
    }

    /// The reader that rows are loaded from.
    pub(super) fn reader(&self) -> &Reader {
        self.database.reader()
    }
}

/// The loader of a request.
pub(super) fn of<'a>(ctx: &Context<'a>) -> &'a Gatherer<Loaders> {
    ctx.data_unchecked()
}

/// A row by its key.
struct ByKey<E: EntityTrait>(Key<E>, PhantomData<fn() -> E>);

impl<E: EntityTrait<PrimaryKey: sea_orm::PrimaryKeyTrait<ValueType: Clone>>> Clone for ByKey<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<E: EntityTrait<PrimaryKey: sea_orm::PrimaryKeyTrait<ValueType: PartialEq>>> PartialEq for ByKey<E> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<E: EntityTrait<PrimaryKey: sea_orm::PrimaryKeyTrait<ValueType: Eq>>> Eq for ByKey<E> {}

impl<E: EntityTrait<PrimaryKey: sea_orm::PrimaryKeyTrait<ValueType: Hash>>> Hash for ByKey<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<E> Loader<ByKey<E>> for Loaders
where
    E: EntityTrait,
    E::Model: Clone + Send + Sync + 'static,
    Key<E>: Clone + Eq + Hash + Into<sea_orm::Value> + ValueType + Send + Sync + 'static,
{
    type Value = E::Model;
    type Error = Error;

    async fn load(&self, keys: &[ByKey<E>]) -> Result<HashMap<ByKey<E>, E::Model>> {
        let keys: Vec<Key<E>> = keys.iter().map(|key| key.0.clone()).collect();
        let rows = load::by_key::<E>(self.database.reader(), &keys).await?;
        Ok(rows.into_iter().map(|(key, row)| (ByKey(key, PhantomData), row)).collect())
    }
}

/// The row that another row refers to. The foreign keys guarantee that it exists.
pub(super) async fn row<E>(ctx: &Context<'_>, key: Key<E>) -> Result<E::Model>
where
    E: EntityTrait,
    E::Model: Clone + Send + Sync + 'static,
    Key<E>: Clone + Eq + Hash + Into<sea_orm::Value> + ValueType + Send + Sync + 'static,
{
    found::<E>(ctx, key)
        .await?
        .ok_or_else(|| Error::from(sea_orm::DbErr::RecordNotFound(E::default().table_name().to_owned())))
}

/// The row that another row may refer to.
pub(super) async fn optional<E>(ctx: &Context<'_>, key: Option<Key<E>>) -> Result<Option<E::Model>>
where
    E: EntityTrait,
    E::Model: Clone + Send + Sync + 'static,
    Key<E>: Clone + Eq + Hash + Into<sea_orm::Value> + ValueType + Send + Sync + 'static,
{
    match key {
        Some(key) => Ok(Some(row::<E>(ctx, key).await?)),
        None => Ok(None),
    }
}

/// The row with this key, if there is one.
pub(super) async fn found<E>(ctx: &Context<'_>, key: Key<E>) -> Result<Option<E::Model>>
where
    E: EntityTrait,
    E::Model: Clone + Send + Sync + 'static,
    Key<E>: Clone + Eq + Hash + Into<sea_orm::Value> + ValueType + Send + Sync + 'static,
{
    of(ctx).load_one(ByKey::<E>(key, PhantomData)).await
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct ChildrenOf(RegionCode);

impl Loader<ChildrenOf> for Loaders {
    type Value = Vec<region::Model>;
    type Error = Error;

    async fn load(&self, keys: &[ChildrenOf]) -> Result<HashMap<ChildrenOf, Vec<region::Model>>> {
        let parents: Vec<RegionCode> = keys.iter().map(|key| key.0.clone()).collect();
        let mut children: HashMap<ChildrenOf, Vec<region::Model>> = HashMap::new();
        for region in regions::children(self.database.reader(), &parents).await? {
            if let Some(parent) = region.parent_code.clone() {
                children.entry(ChildrenOf(parent)).or_default().push(region);
            }
        }
        Ok(children)
    }
}

/// The regions directly below a region.
pub(super) async fn children(ctx: &Context<'_>, region: &RegionCode) -> Result<Vec<region::Model>> {
    Ok(of(ctx).load_one(ChildrenOf(region.clone())).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct ProductsOf(String);

impl Loader<ProductsOf> for Loaders {
    type Value = Vec<product::Model>;
    type Error = Error;

    async fn load(&self, keys: &[ProductsOf]) -> Result<HashMap<ProductsOf, Vec<product::Model>>> {
        let plants: Vec<String> = keys.iter().map(|key| key.0.clone()).collect();
        let mut products: HashMap<ProductsOf, Vec<product::Model>> = HashMap::new();
        for product in processing_plants::products_of(self.database.reader(), &plants).await? {
            products.entry(ProductsOf(product.plant_code.clone())).or_default().push(product);
        }
        Ok(products)
    }
}

/// The products of a plant.
pub(super) async fn products(ctx: &Context<'_>, plant_code: &str) -> Result<Vec<product::Model>> {
    Ok(of(ctx).load_one(ProductsOf(plant_code.to_owned())).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct AreaOf(Uuid);

impl Loader<AreaOf> for Loaders {
    type Value = Mu;
    type Error = Error;

    async fn load(&self, keys: &[AreaOf]) -> Result<HashMap<AreaOf, Mu>> {
        let growers: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let areas =
            plots::areas_in_use(self.database.reader(), &self.scope, &growers, self.database.clock().today()).await?;
        Ok(areas.into_iter().map(|(grower, area)| (AreaOf(grower), area)).collect())
    }
}

/// The area of a grower's plots in use today that the caller may see.
pub(super) async fn area(ctx: &Context<'_>, grower: Uuid) -> Result<Mu> {
    Ok(of(ctx).load_one(AreaOf(grower)).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct WorksHere(Uuid);

impl Loader<WorksHere> for Loaders {
    type Value = ();
    type Error = Error;

    async fn load(&self, keys: &[WorksHere]) -> Result<HashMap<WorksHere, ()>> {
        let Scope::Subtree(region) = &self.scope else { return Ok(HashMap::new()) };
        let growers: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let working =
            growers::working_in(self.database.reader(), &growers, region, self.database.clock().today()).await?;
        Ok(working.into_iter().map(|grower| (WorksHere(grower), ())).collect())
    }
}

/// Whether a grower has a plot in use in the caller's region.
pub(super) async fn works_here(ctx: &Context<'_>, grower: Uuid) -> Result<bool> {
    Ok(of(ctx).load_one(WorksHere(grower)).await?.is_some())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct PlotsOf(Uuid, PageRequest);

impl Loader<PlotsOf> for Loaders {
    type Value = Page<plot::Model>;
    type Error = Error;

    async fn load(&self, keys: &[PlotsOf]) -> Result<HashMap<PlotsOf, Page<plot::Model>>> {
        let mut pages = HashMap::new();
        // All keys of one selection ask for the same page; aliases may ask for a few others.
        let requests: std::collections::HashSet<&PageRequest> = keys.iter().map(|key| &key.1).collect();
        for request in requests {
            let growers: Vec<Uuid> = keys.iter().filter(|key| key.1 == *request).map(|key| key.0).collect();
            let found = plots::pages_of_growers(self.database.reader(), &self.scope, &growers, request).await?;
            pages.extend(found.into_iter().map(|(grower, page)| (PlotsOf(grower, request.clone()), page)));
        }
        Ok(pages)
    }
}

/// A page of a grower's plots that the caller may see.
pub(super) async fn plots_of(ctx: &Context<'_>, grower: Uuid, request: PageRequest) -> Result<Page<plot::Model>> {
    request.size()?;
    Ok(of(ctx).load_one(PlotsOf(grower, request)).await?.unwrap_or_else(Page::empty))
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct StandingOf(Uuid);

impl Loader<StandingOf> for Loaders {
    type Value = offers::Supply;
    type Error = Error;

    async fn load(&self, keys: &[StandingOf]) -> Result<HashMap<StandingOf, offers::Supply>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let supplies = offers::supplies(self.database.reader(), &ids, self.database.clock().now()).await?;
        Ok(supplies.into_iter().map(|(id, supply)| (StandingOf(id), supply)).collect())
    }
}

/// The supply of an offer: the quantity held by overdue pre-orders, and the estimate of the crop.
pub(super) async fn supply(ctx: &Context<'_>, offer: Uuid) -> Result<offers::Supply> {
    Ok(of(ctx).load_one(StandingOf(offer)).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct HistoryOf(Uuid);

impl Loader<HistoryOf> for Loaders {
    type Value = Vec<preorder_event::Model>;
    type Error = Error;

    async fn load(&self, keys: &[HistoryOf]) -> Result<HashMap<HistoryOf, Self::Value>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let histories = preorders::histories(self.database.reader(), &ids).await?;
        Ok(histories.into_iter().map(|(id, history)| (HistoryOf(id), history)).collect())
    }
}

/// The history of a pre-order, oldest first, at most 100 events.
pub(super) async fn history(ctx: &Context<'_>, preorder: Uuid) -> Result<Vec<preorder_event::Model>> {
    Ok(of(ctx).load_one(HistoryOf(preorder)).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct PaymentsOf(Uuid);

impl Loader<PaymentsOf> for Loaders {
    type Value = Vec<preorder_payment::Model>;
    type Error = Error;

    async fn load(&self, keys: &[PaymentsOf]) -> Result<HashMap<PaymentsOf, Self::Value>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let payments = preorders::payments_of(self.database.reader(), &ids).await?;
        Ok(payments.into_iter().map(|(id, payments)| (PaymentsOf(id), payments)).collect())
    }
}

/// The payments of a pre-order, in the order they were entered, at most 100.
pub(super) async fn payments(ctx: &Context<'_>, preorder: Uuid) -> Result<Vec<preorder_payment::Model>> {
    Ok(of(ctx).load_one(PaymentsOf(preorder)).await?.unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct LotsOf(Uuid);

impl Loader<LotsOf> for Loaders {
    type Value = Vec<harvest_lot::Model>;
    type Error = Error;

    async fn load(&self, keys: &[LotsOf]) -> Result<HashMap<LotsOf, Self::Value>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let lots = preorders::lots_of(self.database.reader(), &self.scope, &ids).await?;
        Ok(lots.into_iter().map(|(id, lots)| (LotsOf(id), lots)).collect())
    }
}

/// The lots that a pre-order was delivered from and that the caller may see.
pub(super) async fn lots(ctx: &Context<'_>, preorder: Uuid) -> Result<Vec<harvest_lot::Model>> {
    Ok(of(ctx).load_one(LotsOf(preorder)).await?.unwrap_or_default())
}
