//! Offers.

mod mutations;

pub(crate) use mutations::OfferMutation;

use async_graphql::{Context, ID, InputObject, Object, Subscription};
use futures_util::{Stream, StreamExt};

use crate::graphql::{
    connection::{Connection, request},
    document::cost::list_size,
    feed,
    guard::{self, database},
    input,
    objects::offers::{AvailabilityExplanation, PresaleOffer},
};
use domain::presales::offers::{self, OfferFeeds};
use store::error::Result;

/// Filters offers. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct PresaleOfferFilter {
    /// Only those of this variety.
    variety_code: Option<ID>,
    /// Only those of this season.
    season: Option<i32>,
    /// Only those booked to this region or below it.
    region_code: Option<ID>,
    /// Only offers that accept pre-orders now (true) or that do not (false).
    open_now: Option<bool>,
}

/// Queries about offers.
#[derive(Debug, Default)]
pub(crate) struct OfferQuery;

#[Object]
impl OfferQuery {
    /// The offer with this ID. Open to everyone. Null with NOT_FOUND if there is none.
    async fn presale_offer(&self, ctx: &Context<'_>, #[graphql(desc = "ID.")] id: ID) -> Option<Result<PresaleOffer>> {
        guard::answer_anyone(ctx, async { Ok(offers::get(database(ctx).reader(), input::id(id), "id").await?.into()) })
            .await
    }

    /// All offers, by opening instant, newest first. Closed offers and offers not yet open are included. Open to
    /// everyone.
    async fn presale_offers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Filters the offers.")] filter: Option<PresaleOfferFilter>,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Result<Connection<PresaleOffer>> {
        guard::open(ctx)?;
        let PresaleOfferFilter { variety_code, season, region_code, open_now } = filter.unwrap_or_default();
        let filter = offers::Filter {
            variety_code: input::id(variety_code),
            season,
            region_code: input::id(region_code),
            open_now,
        };
        let (database, request) = (database(ctx), request(ctx, first, after));
        Ok(offers::list(database.reader(), filter, &request, database.clock().now()).await?.into())
    }

    /// The offers in a region or below it that have promised more than the latest estimate of their crop, largest
    /// promised share first. At most 1,000. For ADMIN, and for OFFICIAL and CLERK of the region. Null with FORBIDDEN
    /// for others.
    async fn offers_at_risk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region.")] region_code: ID,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<PresaleOffer>>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let (database, request) = (database(ctx), request(ctx, first, after));
            let (region, now) = (input::id(region_code), database.clock().now());
            Ok(offers::at_risk(database.reader(), actor, &region, &request, now).await?.into())
        })
        .await
    }

    /// Explains the available quantity of an offer. For ADMIN, and for OFFICIAL and CLERK of its region. Null with
    /// FORBIDDEN for others.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn explain_availability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer.")] offer_id: ID,
    ) -> Option<Result<AvailabilityExplanation>> {
        guard::answer(ctx, guard::READERS, |actor| async move {
            let scope = actor.scope();
            let (id, now) = (input::id(offer_id), database(ctx).clock().now());
            let explained =
                database(ctx).read(async move |snapshot| offers::explain(&snapshot, &scope, id, now).await).await?;
            Ok(explained.into())
        })
        .await
    }
}

/// Subscriptions to offers.
#[derive(Debug, Default)]
pub(crate) struct OfferSubscription;

#[Subscription]
impl OfferSubscription {
    /// Sends the offer within a second after each change to its available quantity. Nothing is sent before the first
    /// change. Open to everyone. NOT_FOUND if there is no such offer.
    async fn presale_offer_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer.")] offer_id: ID,
    ) -> Result<impl Stream<Item = PresaleOffer> + use<>> {
        guard::open(ctx)?;
        let receiver = offers::watch(ctx.data_unchecked::<OfferFeeds>(), database(ctx), input::id(offer_id)).await?;
        Ok(feed::of(receiver).map(|(offer, _)| offer.into()))
    }
}
