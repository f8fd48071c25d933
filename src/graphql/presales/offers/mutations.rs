//! Opening and changing offers.

use async_graphql::{ComplexObject, Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    document::cost::list_size,
    guard::{self, database},
    input::{self, Change, Form},
    list::List,
    mutation::idempotent_write,
    objects::{
        offers::PresaleOffer,
        warnings::{self, RecordingWarning},
    },
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::{
    offers::{self, NewOffer, OfferPatch},
    preorders::Rules,
};
use store::{entity::presales::presale_offer, error::Result};
use types::{Money, Rate, RegionCode, Role};

/// A new offer.
#[derive(InputObject)]
struct OpenPresaleOfferInput {
    /// The variety of fruit.
    variety_code: ID,
    /// The region it is booked to, within the clerk's region.
    region_code: ID,
    /// The season of the crop: the year in which its harvest begins, from 1949 to the next year.
    season: i32,
    /// The total quota in kilograms, three decimal places. Greater than 0, at most 100,000,000.000.
    quota_kg: Decimal,
    /// Price per kilogram in yuan, two decimal places. Greater than 0, at most 1,000,000,000.00.
    unit_price_yuan: Decimal,
    /// The weight of one pack in kilograms, three decimal places, at most the quota. Orders are for whole packs.
    pack_kg: Option<Decimal>,
    /// The share of the amount that is due as a deposit, 0 to 1, at most four decimal places. With 0, pre-orders are
    /// confirmed at once.
    deposit_rate: Decimal,
    /// The instant from which it accepts pre-orders.
    opens_at: DateTime,
    /// The instant from which it no longer accepts pre-orders, later than `opensAt`.
    closes_at: DateTime,
    /// Terms for buyers, 1 to 2,000 characters, which can have several lines.
    terms: Option<String>,
    /// How long an unpaid pre-order holds its quantity, in minutes, 1 to 43,200. Default: 48 hours, unless the server
    /// is configured otherwise.
    hold_minutes: Option<i32>,
    /// The pick-up place, 1 to 200 characters.
    pick_up_place: Option<String>,
    /// The first pick-up day.
    pick_up_from: Option<Date>,
    /// The last pick-up day. After it, a pre-order that nobody collected can be marked as such.
    pick_up_to: Option<Date>,
    /// Whether it can be shipped to buyers. Default: true.
    ships: Option<bool>,
    /// The freight of a pre-order, paid by the buyer, in yuan, two decimal places, 0 or more. Default: 0.
    freight_yuan: Option<Decimal>,
    /// Until when a buyer may cancel a confirmed pre-order. Default: until delivery.
    cancel_until: Option<DateTime>,
    /// The share of the deposit that is kept if a buyer cancels a confirmed pre-order or does not collect it, 0 to 1.
    /// Default: 0.
    kept_rate: Option<Decimal>,
    /// Whether the amount follows the weight delivered. Default: false.
    charged_by_weight: Option<bool>,
    /// By what share the weight delivered may then lie above or below the weight ordered, 0 to 1, at most four decimal
    /// places. Only with `chargedByWeight`. Default: 0.
    weight_tolerance: Option<Decimal>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

impl OpenPresaleOfferInput {
    fn change(self, usual_hold: i64) -> Change<(RegionCode, i64), NewOffer> {
        let Self {
            variety_code,
            region_code,
            season,
            quota_kg,
            unit_price_yuan,
            pack_kg,
            deposit_rate,
            opens_at,
            closes_at,
            terms,
            hold_minutes,
            pick_up_place,
            pick_up_from,
            pick_up_to,
            ships,
            freight_yuan,
            cancel_until,
            kept_rate,
            charged_by_weight,
            weight_tolerance,
            idempotency_key,
        } = self;
        let mut form = Form::new();
        let target = (form.id("regionCode", region_code), usual_hold);
        let read_freight = |freight: Decimal| input::money_or_zero("freightYuan", &freight);
        form.change(idempotency_key, target, |form| {
            Ok(NewOffer {
                variety_code: form.id("varietyCode", variety_code),
                season: form.take("season", season),
                quota: form.read("quotaKg", quota_kg)?,
                unit_price: form.read("unitPriceYuan", unit_price_yuan)?,
                pack: form.read("packKg", pack_kg)?,
                deposit_rate: form.read("depositRate", deposit_rate)?,
                opens_at: form.read("opensAt", opens_at)?,
                closes_at: form.read("closesAt", closes_at)?,
                hold_minutes: form.take("holdMinutes", hold_minutes),
                terms: form.read("terms", terms)?,
                pick_up_place: form.read("pickUpPlace", pick_up_place)?,
                pick_up_from: form.read("pickUpFrom", pick_up_from)?,
                pick_up_to: form.read("pickUpTo", pick_up_to)?,
                ships: form.take("ships", ships.unwrap_or(true)),
                freight: form.take("freightYuan", freight_yuan.map_or(Ok(Money::ZERO), read_freight)?),
                cancel_until: form.read("cancelUntil", cancel_until)?,
                kept_rate: form.take("keptRate", kept_rate.map_or(Ok(Rate(0)), |rate| input::read("keptRate", rate))?),
                charged_by_weight: form
                    .take("chargedByWeight", charged_by_weight.filter(|is_charged| *is_charged))
                    .is_some(),
                weight_tolerance: form
                    .read::<Option<Rate>, _>("weightTolerance", weight_tolerance)?
                    .unwrap_or_default(),
            })
        })
    }
}

/// Changes to an offer. A field that is absent does not change.
#[derive(InputObject)]
struct ChangePresaleOfferInput {
    /// The offer.
    offer_id: ID,
    /// The total quota in kilograms, three decimal places. It can rise or fall, but not below the promised quantity.
    quota_kg: Option<Decimal>,
    /// The instant from which it no longer accepts pre-orders. A past instant earlier than before closes it at once. It
    /// can be later than before, as long as no shortfall of the offer was settled.
    closes_at: Option<DateTime>,
    /// The pick-up place, 1 to 200 characters, for all that are not delivered yet.
    pick_up_place: Option<String>,
    /// The first pick-up day, for all that are not delivered yet.
    pick_up_from: Option<Date>,
    /// The last pick-up day, for all that are not delivered yet.
    pick_up_to: Option<Date>,
    /// Whether it can be shipped to buyers. With false there is no freight. What was ordered to be shipped before
    /// stays so.
    ships: Option<bool>,
    /// The freight of pre-orders from now on, in yuan, two decimal places, 0 or more.
    freight_yuan: Option<Decimal>,
    /// Terms for buyers from now on, 1 to 2,000 characters, which can have several lines. Those who ordered before keep
    /// theirs.
    terms: Option<String>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

impl ChangePresaleOfferInput {
    fn change(self) -> Change<Uuid, OfferPatch> {
        let Self {
            offer_id,
            quota_kg,
            closes_at,
            pick_up_place,
            pick_up_from,
            pick_up_to,
            ships,
            freight_yuan,
            terms,
            idempotency_key,
        } = self;
        let mut form = Form::new();
        let offer = form.id("offerId", offer_id);
        let read_freight = |freight: Decimal| input::money_or_zero("freightYuan", &freight);
        form.change(idempotency_key, offer, |form| {
            Ok(OfferPatch {
                quota: form.read("quotaKg", quota_kg)?,
                closes_at: form.read("closesAt", closes_at)?,
                pick_up_place: form.read("pickUpPlace", pick_up_place)?,
                pick_up_from: form.read("pickUpFrom", pick_up_from)?,
                pick_up_to: form.read("pickUpTo", pick_up_to)?,
                ships: form.take("ships", ships),
                freight: form.take("freightYuan", freight_yuan.map(read_freight).transpose()?),
                terms: form.read("terms", terms)?,
            })
        })
    }
}

/// The result of opening an offer.
#[derive(SimpleObject)]
#[graphql(complex)]
struct OpenPresaleOfferPayload {
    /// The offer in its current state.
    offer: PresaleOffer,
    #[graphql(skip)]
    row: presale_offer::Model,
}

#[ComplexObject]
impl OpenPresaleOfferPayload {
    /// What looks like a mistake, at most one: a price far outside those of the variety's sales in the township during
    /// the two years before. None if there are fewer than 20.
    #[graphql(directive = list_size::apply(Some(1), None))]
    async fn warnings(&self, ctx: &Context<'_>) -> Result<Option<List<RecordingWarning>>> {
        let today = database(ctx).clock().today();
        let found = domain::warnings::of_offer(database(ctx).reader(), &self.row, today).await?;
        Ok(Some(warnings::all(found)))
    }
}

/// The result of changing an offer.
#[derive(SimpleObject)]
struct ChangePresaleOfferPayload {
    /// The offer in its current state.
    offer: PresaleOffer,
}

/// Mutations of offers.
#[derive(Debug, Default)]
pub(crate) struct OfferMutation;

#[Object]
impl OfferMutation {
    /// Opens an offer. For CLERK, in its region.
    async fn open_presale_offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer to open.")] input: OpenPresaleOfferInput,
    ) -> Option<Result<OpenPresaleOfferPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let change = input.change(ctx.data_unchecked::<Rules>().hold_microseconds);
            let offer = idempotent_write(ctx, actor, change, offers::to_open, offers::open).await?;
            Ok(OpenPresaleOfferPayload { offer: offer.clone().into(), row: offer })
        })
        .await
    }

    /// Changes an offer: its quota, its closing, its pick-up, shipping and terms. CONFLICT if the quota would be below
    /// the promised quantity, or if it would close later although a shortfall of it was settled. For CLERK, in its
    /// region.
    async fn change_presale_offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the offer.")] input: ChangePresaleOfferInput,
    ) -> Option<Result<ChangePresaleOfferPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let change = input.change();
            let offer = idempotent_write(ctx, actor, change, offers::to_change, offers::change).await?;
            Ok(ChangePresaleOfferPayload { offer: offer.into() })
        })
        .await
    }
}
