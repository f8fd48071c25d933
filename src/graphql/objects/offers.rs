//! Offers.

use std::collections::HashMap;

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    accounts::{self, Account},
    preorders::Preorder,
    regions::{self, Region},
    varieties::{self, Variety},
};
use crate::graphql::{
    document::cost::list_size,
    guard,
    list::{List, One},
    loader::{self, Loaders},
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::offers;
use store::{
    entity::presales::{presale_offer, presale_offer_version},
    error::Result,
};
use types::{PreorderStatus, Rate};

/// A pre-sale offer (预售活动): a quota of one variety and season, at a price and with a deposit. It is open for
/// pre-orders between two instants.
pub(crate) struct PresaleOffer(presale_offer::Model);

impl From<presale_offer::Model> for PresaleOffer {
    fn from(row: presale_offer::Model) -> Self {
        Self(row)
    }
}

/// A pre-sale offer (预售活动): a quota of one variety and season, at a price and with a deposit. It is open for
/// pre-orders between two instants. Open to everyone.
#[Object]
impl PresaleOffer {
    /// The ID.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The variety of fruit.
    async fn variety(&self, ctx: &Context<'_>) -> Result<One<Variety>> {
        varieties::of(ctx, &self.0.variety_code).await
    }

    /// The region it is booked to.
    async fn region(&self, ctx: &Context<'_>) -> Result<One<Region>> {
        regions::of(ctx, &self.0.region_code).await
    }

    /// The season of the crop: the year in which its harvest begins.
    async fn season(&self) -> i32 {
        self.0.season
    }

    /// The total quota in kilograms, three decimal places. Settling a shortfall lowers it to the quantity that is
    /// promised then.
    async fn quota_kg(&self) -> Decimal {
        self.0.quota_g.into()
    }

    /// The quantity still available now, in kilograms, three decimal places. Unpaid pre-orders whose hold has run out
    /// do not count.
    async fn available_kg(&self, ctx: &Context<'_>) -> Result<Decimal> {
        let supply = loader::load_or_default(ctx, self.0.id, supplies).await?;
        Ok((self.0.quota_g - self.0.taken_g + supply.overdue).into())
    }

    /// Price per kilogram in yuan, two decimal places.
    async fn unit_price_yuan(&self) -> Decimal {
        self.0.unit_price_fen.into()
    }

    /// The weight of one pack in kilograms, three decimal places. Orders are for whole packs. Null if any weight can be
    /// ordered.
    async fn pack_kg(&self) -> Option<Decimal> {
        self.0.pack_g.map(Decimal::from)
    }

    /// The share of the amount that is due as a deposit, such as "0.30". Two to four decimal places.
    async fn deposit_rate(&self) -> Decimal {
        self.0.deposit_rate.into()
    }

    /// The instant from which it accepts pre-orders.
    async fn opens_at(&self) -> DateTime {
        self.0.opens_at.into()
    }

    /// The instant from which it no longer accepts pre-orders.
    async fn closes_at(&self) -> DateTime {
        self.0.closes_at.into()
    }

    /// How long an unpaid pre-order holds its quantity, in whole minutes.
    async fn hold_minutes(&self) -> i32 {
        i32::try_from(self.0.hold_microseconds / 60_000_000).unwrap_or(i32::MAX)
    }

    /// Terms for buyers, which can have several lines. Null if there are none.
    async fn terms(&self) -> Option<&str> {
        self.0.terms.as_deref()
    }

    /// The pick-up place. Null if it is not set.
    async fn pick_up_place(&self) -> Option<&str> {
        self.0.pick_up_place.as_deref()
    }

    /// The first pick-up day. Null if it is not set.
    async fn pick_up_from(&self) -> Option<Date> {
        self.0.pick_up_from.map(Date::from)
    }

    /// The last pick-up day. Null if there is none.
    async fn pick_up_to(&self) -> Option<Date> {
        self.0.pick_up_to.map(Date::from)
    }

    /// Whether it can be shipped to buyers.
    async fn ships(&self) -> bool {
        self.0.ships
    }

    /// The freight of a pre-order, paid by the buyer, in yuan, two decimal places. It is not part of any produce
    /// figure.
    async fn freight_yuan(&self) -> Decimal {
        self.0.freight_fen.into()
    }

    /// Until when a buyer may cancel a confirmed pre-order. Null: until delivery.
    async fn cancel_until(&self) -> Option<DateTime> {
        self.0.cancel_until.map(DateTime::from)
    }

    /// The share of the deposit that is kept if a buyer cancels a confirmed pre-order or does not collect it. Two to
    /// four decimal places.
    async fn kept_rate(&self) -> Decimal {
        self.0.kept_rate.into()
    }

    /// Whether the amount follows the weight delivered.
    async fn charged_by_weight(&self) -> bool {
        self.0.charged_by_weight
    }

    /// By what share the weight delivered may lie above or below the weight ordered, if it is charged by weight. Two to
    /// four decimal places. Otherwise 0.00.
    async fn weight_tolerance(&self) -> Decimal {
        self.0.weight_tolerance.into()
    }

    /// What it said before its changes, oldest first. At most 100.
    #[graphql(directive = list_size::apply(Some(5), None))]
    async fn history(&self, ctx: &Context<'_>) -> Result<List<PresaleOfferVersion>> {
        let versions = loader::load_or_default(ctx, self.0.id, offers::versions_of).await?;
        Ok(versions.into_iter().map(PresaleOfferVersion::from).collect())
    }

    /// The promised share of the latest estimate of the crop (same variety, season and region), rounded half up to four
    /// decimal places. More than 1 if too much is promised. Null without an estimate, and for readers who are not
    /// CLERK, OFFICIAL or ADMIN of the region.
    async fn promised_share(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        if !guard::scope(ctx).covers(&self.0.region_code) {
            return Ok(None);
        }
        let supply = loader::load_or_default(ctx, self.0.id, supplies).await?;
        let share = supply.estimate.and_then(|estimate| Rate::of(self.0.taken_g - supply.overdue, estimate));
        Ok(share.map(Decimal::from))
    }
}

/// What an offer said before a change.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct PresaleOfferVersion {
    /// Until when this held.
    replaced_at: DateTime,
    /// The total quota in kilograms, three decimal places.
    quota_kg: Decimal,
    /// The instant from which it would no longer have accepted pre-orders.
    closes_at: DateTime,
    /// Terms for buyers, which can have several lines. Null if there were none.
    terms: Option<String>,
    /// The pick-up place. Null if it was not set.
    pick_up_place: Option<String>,
    /// The first pick-up day. Null if it was not set.
    pick_up_from: Option<Date>,
    /// The last pick-up day. Null if there was none.
    pick_up_to: Option<Date>,
    /// Whether it could be shipped to buyers.
    ships: bool,
    /// The freight of a pre-order in yuan, two decimal places.
    freight_yuan: Decimal,
    #[graphql(skip)]
    account_id: Uuid,
}

#[ComplexObject]
impl PresaleOfferVersion {
    /// The account that changed it. Null unless the reader is ADMIN, OFFICIAL or CLERK.
    async fn replaced_by(&self, ctx: &Context<'_>) -> Result<Option<One<Account>>> {
        accounts::who(ctx, self.account_id).await
    }
}

impl From<presale_offer_version::Model> for PresaleOfferVersion {
    fn from(row: presale_offer_version::Model) -> Self {
        let presale_offer_version::Model {
            id: _,
            offer_id: _,
            quota_g,
            closes_at,
            terms,
            pick_up_place,
            pick_up_from,
            pick_up_to,
            ships,
            freight_fen,
            replaced_at,
            replaced_by,
        } = row;
        Self {
            replaced_at: replaced_at.into(),
            quota_kg: quota_g.into(),
            closes_at: closes_at.into(),
            terms,
            pick_up_place,
            pick_up_from: pick_up_from.map(Date::from),
            pick_up_to: pick_up_to.map(Date::from),
            ships,
            freight_yuan: freight_fen.into(),
            account_id: replaced_by,
        }
    }
}

/// The supply of these offers now: the quantity held by overdue pre-orders, and the estimate of the crop.
async fn supplies(loaders: &Loaders, offers: &[Uuid]) -> Result<HashMap<Uuid, offers::Supply>> {
    offers::supplies(loaders.reader(), offers, loaders.database().clock().now()).await
}

/// The offer that a row refers to.
pub(crate) async fn of(ctx: &Context<'_>, id: Uuid) -> Result<One<PresaleOffer>> {
    Ok(One::of(loader::row::<presale_offer::Entity>(ctx, id).await?))
}

/// The pre-orders of one status that hold quantity of an offer.
#[derive(SimpleObject)]
struct HeldKilograms {
    /// The status: PLACED, CONFIRMED or DELIVERED.
    status: PreorderStatus,
    /// The number of pre-orders.
    preorders: i32,
    /// The quantity they hold together, in kilograms, three decimal places.
    quantity_kg: Decimal,
}

/// How the available quantity of an offer is computed: the quota less the quantity held in each status.
#[derive(SimpleObject)]
#[graphql(complex)]
pub(crate) struct AvailabilityExplanation {
    /// The offer.
    offer: One<PresaleOffer>,
    /// The total quota in kilograms, three decimal places.
    quota_kg: Decimal,
    /// The available quantity in kilograms, three decimal places.
    available_kg: Decimal,
    /// The held quantities, one row per status that holds any. At most three.
    held: Vec<HeldKilograms>,
    #[graphql(skip)]
    freed: Vec<store::entity::presales::preorder::Model>,
}

impl From<offers::Availability> for AvailabilityExplanation {
    fn from(explained: offers::Availability) -> Self {
        let held = explained.held.into_iter().map(|(status, preorders, quantity)| HeldKilograms {
            status,
            preorders: i32::try_from(preorders).unwrap_or(i32::MAX),
            quantity_kg: quantity.into(),
        });
        Self {
            quota_kg: explained.offer.quota_g.into(),
            available_kg: explained.available.into(),
            held: held.collect(),
            offer: One::of(explained.offer),
            freed: explained.freed_next,
        }
    }
}

#[ComplexObject]
impl AvailabilityExplanation {
    /// The pre-orders whose hold runs out next, at their `holdUntil`, unless the deposit is paid. Soonest first, at
    /// most 100.
    async fn freed_next(&self, ctx: &Context<'_>) -> List<Preorder> {
        self.freed.iter().map(|row| Preorder::current(ctx, row.clone())).collect()
    }
}
