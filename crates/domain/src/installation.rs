//! The installation: facts about this database as a whole, such as whether its records are a demonstration.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

use store::{
    Filling, Reader, Txn,
    entity::{
        access::account,
        figures::ledger_entry,
        installation,
        plants::{intake, processing_plant, processing_project, production_batch},
        presales::{harvest_estimate, presale_offer},
        registers::{grower, plot},
        sales::sale,
        tourism::{catering_establishment, festival, honour, site, visitor_count},
    },
    error::Result,
};

/// Whether the records are a demonstration.
pub async fn is_demo(connection: &Reader) -> Result<bool> {
    Ok(installation::Entity::find_by_id(1).one(connection).await?.is_some_and(|row| row.is_demo))
}

/// Whether the database contains only the regions and varieties that come with the tables. It then has no account,
/// without which nobody can add anything, and no records or other reference data.
pub async fn is_empty(connection: &Reader) -> Result<bool> {
    Ok(!is_demo(connection).await?
        && has_none::<account::Entity>(connection).await?
        && has_none::<grower::Entity>(connection).await?
        && has_none::<plot::Entity>(connection).await?
        && has_none::<site::Entity>(connection).await?
        && has_none::<festival::Entity>(connection).await?
        && has_none::<catering_establishment::Entity>(connection).await?
        && has_none::<processing_plant::Entity>(connection).await?
        && has_none::<processing_project::Entity>(connection).await?
        && has_none::<honour::Entity>(connection).await?
        && has_none::<sale::Entity>(connection).await?
        && has_none::<visitor_count::Entity>(connection).await?
        && has_none::<presale_offer::Entity>(connection).await?
        && has_none::<harvest_estimate::Entity>(connection).await?
        && has_none::<intake::Entity>(connection).await?
        && has_none::<production_batch::Entity>(connection).await?
        && has_none::<ledger_entry::Entity>(connection).await?)
}

async fn has_none<E: EntityTrait>(connection: &Reader) -> Result<bool> {
    let found =
        E::find().select_only().expr_as(Expr::value(1), "found").limit(1).into_tuple::<i32>().one(connection).await?;
    Ok(found.is_none())
}

/// Marks the records of a database as a demonstration, while it is being filled.
pub async fn mark_demo(txn: &Txn<Filling>) -> Result<()> {
    let label = installation::Entity::update_many().col_expr(installation::Column::IsDemo, Expr::value(true));
    txn.change(label.filter(installation::Column::Id.eq(1))).await?;
    Ok(())
}
