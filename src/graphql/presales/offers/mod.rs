//! Offers.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt};

mod mutations;

pub use mutations::OfferMutation;

use super::preorders::Preorder;
use crate::graphql::document::cost::list_size;
use crate::graphql::{
    connection::{Connection, request},
    feed,
    guard::{self, allow, database, nullable},
    input, loader,
    registers::{
        regions::{self, Region},
        varieties::{self, Variety},
    },
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::offers::{self, OfferFeeds};
use store::{entity::presales::presale_offer, error::Result};
use types::{PreorderStatus, Rate, RegionCode};

/// A quota of one variety of one season, at a price, with a deposit, open for pre-orders between two instants
/// (预售活动).
pub struct PresaleOffer(presale_offer::Model);

impl From<presale_offer::Model> for PresaleOffer {
    fn from(row: presale_offer::Model) -> Self {
        Self(row)
    }
}

/// A quota of one variety of one season, at a price, with a deposit, open for pre-orders between two instants
/// (预售活动). Open to everybody.
#[Object]
impl PresaleOffer {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The variety of fruit.
    async fn variety(&self, ctx: &Context<'_>) -> Result<Variety> {
        varieties::of(ctx, &self.0.variety_code).await
    }

    /// The region it is booked on.
    async fn region(&self, ctx: &Context<'_>) -> Result<Region> {
        regions::of(ctx, &self.0.region_code).await
    }

    /// The crop's season: the year in which its harvest begins.
    async fn season(&self) -> i32 {
        self.0.season
    }

    /// How much may be promised in all, in kilograms, three decimal places. A shortfall that is settled lowers it to
    /// what is promised then.
    async fn quota_kg(&self) -> Decimal {
        self.0.quota_g.into()
    }

    /// What is not promised at this moment, in kilograms, three decimal places: an unpaid pre-order whose hold has run
    /// out no longer counts.
    async fn available_kg(&self, ctx: &Context<'_>) -> Result<Decimal> {
        let supply = loader::supply(ctx, self.0.id).await?;
        Ok((self.0.quota_g - self.0.taken_g + supply.overdue).into())
    }

    /// Price of a kilogram in yuan, two decimal places.
    async fn unit_price_yuan(&self) -> Decimal {
        self.0.unit_price_fen.into()
    }

    /// Orders are whole packs of this weight in kilograms, three decimal places; null where any weight may be ordered.
    async fn pack_kg(&self) -> Option<Decimal> {
        self.0.pack_g.map(Decimal::from)
    }

    /// Share of the amount that is due at once: "0.30". Two to four decimal places.
    async fn deposit_rate(&self) -> Decimal {
        self.0.deposit_rate.into()
    }

    /// From this instant on it can be ordered from.
    async fn opens_at(&self) -> DateTime {
        self.0.opens_at.into()
    }

    /// From this instant on it no longer can.
    async fn closes_at(&self) -> DateTime {
        self.0.closes_at.into()
    }

    /// How many whole minutes a pre-order holds its kilograms before the deposit comes.
    async fn hold_minutes(&self) -> i32 {
        i32::try_from(self.0.hold_microseconds / 60_000_000).unwrap_or(i32::MAX)
    }

    /// What buyers should know, in several lines; null where nothing was written.
    async fn terms(&self) -> Option<&str> {
        self.0.terms.as_deref()
    }

    /// Where to pick up; null where that is not said.
    async fn pick_up_place(&self) -> Option<&str> {
        self.0.pick_up_place.as_deref()
    }

    /// The first day for it; null where that is not said.
    async fn pick_up_from(&self) -> Option<Date> {
        self.0.pick_up_from.map(Date::from)
    }

    /// The last day for it; null where there is none.
    async fn pick_up_to(&self) -> Option<Date> {
        self.0.pick_up_to.map(Date::from)
    }

    /// Whether it is sent to buyers who want that.
    async fn ships(&self) -> bool {
        self.0.ships
    }

    /// What sending a pre-order costs its buyer, in yuan, two decimal places; it is in no produce figure.
    async fn freight_yuan(&self) -> Decimal {
        self.0.freight_fen.into()
    }

    /// Until this instant a buyer may cancel what is confirmed; null: until it is delivered.
    async fn cancel_until(&self) -> Option<DateTime> {
        self.0.cancel_until.map(DateTime::from)
    }

    /// The share of the deposit that is kept when a buyer cancels what is confirmed, or does not collect it. Two to
    /// four decimal places.
    async fn kept_rate(&self) -> Decimal {
        self.0.kept_rate.into()
    }

    /// Share of the latest estimate of the crop (of the offer's variety, season and region) that the offer has
    /// promised, rounded half up to four decimal places; more than 1 where it has promised too much. Null without an
    /// estimate, and for readers who are not CLERK, OFFICIAL or ADMIN of the region.
    async fn promised_share(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        if !guard::scope(ctx).covers(&self.0.region_code) {
            return Ok(None);
        }
        let supply = loader::supply(ctx, self.0.id).await?;
        let share = supply.estimate.and_then(|estimate| Rate::of(self.0.taken_g - supply.overdue, estimate));
        Ok(share.map(Decimal::from))
    }
}

/// The offer that a row refers to.
pub async fn of(ctx: &Context<'_>, id: uuid::Uuid) -> Result<PresaleOffer> {
    Ok(loader::row::<presale_offer::Entity>(ctx, id).await?.into())
}

/// Filters offers. An absent field does not restrict the list.
#[derive(Default, InputObject)]
struct PresaleOfferFilter {
    /// Only those of this variety.
    variety_code: Option<ID>,
    /// Those of this season.
    season: Option<i32>,
    /// Those booked on this region and everything below it.
    region_code: Option<ID>,
    /// Those that can (true) or cannot (false) be ordered from at this moment.
    open_now: Option<bool>,
}

/// How many pre-orders of one state hold how much of an offer.
#[derive(SimpleObject)]
struct HeldKilograms {
    /// The state: PLACED, CONFIRMED or DELIVERED.
    status: PreorderStatus,
    /// How many pre-orders.
    preorders: i32,
    /// What they hold together, in kilograms, three decimal places.
    quantity_kg: Decimal,
}

/// What holds kilograms of an offer: its quota less what is held by state is what is available.
#[derive(SimpleObject)]
#[graphql(complex)]
struct AvailabilityExplanation {
    /// The offer.
    offer: PresaleOffer,
    /// What may be promised in all, in kilograms, three decimal places.
    quota_kg: Decimal,
    /// What is available, in kilograms, three decimal places.
    available_kg: Decimal,
    /// What is held, one row for each state that holds anything; at most three.
    held: Vec<HeldKilograms>,
    #[graphql(skip)]
    freed: Vec<store::entity::presales::preorder::Model>,
}

#[ComplexObject]
impl AvailabilityExplanation {
    /// The pre-orders that let go of their kilograms next, at their `holdUntil`, unless the deposit comes; soonest
    /// first, at most a hundred.
    async fn freed_next(&self, ctx: &Context<'_>) -> Vec<Preorder> {
        self.freed.iter().map(|row| Preorder::seen(ctx, row.clone())).collect()
    }
}

/// Queries about offers.
#[derive(Debug, Default)]
pub struct OfferQuery;

#[Object]
impl OfferQuery {
    /// The offer with this id. Open to everybody; null with NOT_FOUND where there is none.
    async fn presale_offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The ID.")] id: ID,
    ) -> Option<Result<PresaleOffer>> {
        nullable(async {
            guard::open(ctx)?;
            Ok(offers::get(database(ctx).reader(), input::record_id(&id), "id").await?.into())
        })
        .await
    }

    /// Offers by opening, newest first, those that have closed or are still to open too. Open to everybody.
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
            variety_code: variety_code.map(|code| code.0),
            season,
            region_code: region_code.map(|code| RegionCode(code.0)),
            open_now,
        };
        let (database, request) = (database(ctx), request(ctx, first, after));
        Ok(offers::list(database.reader(), filter, &request, database.clock().now()).await?.into())
    }

    /// Offers in a region and below that have promised more than the latest estimate of their crop holds, those that
    /// have promised the largest share of it first; at most 1,000. For ADMIN, and for OFFICIAL and CLERK of the region;
    /// null with FORBIDDEN for others.
    async fn offers_at_risk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region.")] region_code: ID,
        #[graphql(desc = "Page size, 1 to 100. Default: 20.")] first: Option<i32>,
        #[graphql(desc = "Only items after this cursor.")] after: Option<String>,
    ) -> Option<Result<Connection<PresaleOffer>>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let (database, request) = (database(ctx), request(ctx, first, after));
            Ok(offers::at_risk(database.reader(), actor, &RegionCode(region_code.0), &request, database.clock().now())
                .await?
                .into())
        })
        .await
    }

    /// What holds kilograms of an offer. For ADMIN, and for OFFICIAL and CLERK of its region; null with FORBIDDEN for
    /// others.
    #[graphql(directive = list_size::apply(Some(20), None))]
    async fn explain_availability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer.")] offer_id: ID,
    ) -> Option<Result<AvailabilityExplanation>> {
        nullable(async {
            let scope = allow(ctx, guard::READERS)?.scope();
            let (id, now) = (input::record_id(&offer_id), database(ctx).clock().now());
            let explained =
                database(ctx).read(async move |snapshot| offers::explain(&*snapshot, &scope, id, now).await).await?;
            let held = explained.held.into_iter().map(|(status, preorders, quantity)| HeldKilograms {
                status,
                preorders: i32::try_from(preorders).unwrap_or(i32::MAX),
                quantity_kg: quantity.into(),
            });
            Ok(AvailabilityExplanation {
                quota_kg: explained.offer.quota_g.into(),
                available_kg: explained.available.into(),
                held: held.collect(),
                offer: explained.offer.into(),
                freed: explained.freed_next,
            })
        })
        .await
    }
}

/// Subscriptions to offers.
#[derive(Debug, Default)]
pub struct OfferSubscription;

#[Subscription]
impl OfferSubscription {
    /// The offer after each change to what is still available of it, within a second; nothing is sent before the first
    /// change. Open to everybody; NOT_FOUND where there is no such offer.
    async fn presale_offer_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer.")] offer_id: ID,
    ) -> Result<impl Stream<Item = PresaleOffer> + use<>> {
        guard::open(ctx)?;
        let receiver =
            offers::watch(ctx.data_unchecked::<OfferFeeds>(), database(ctx), input::record_id(&offer_id)).await?;
        Ok(feed::of(receiver).map(|(offer, _)| offer.into()))
    }
}
