//! Opening and changing offers.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use crate::graphql::{
    content::Content,
    guard, input,
    mutation::old_write,
    objects::offers::PresaleOffer,
    scalar::{Date, DateTime, Decimal},
};
use domain::presales::{
    offers::{self, NewOffer, OfferPatch, Target},
    preorders::Rules,
};
use store::error::{Error, Result};
use types::{Money, Rate, RegionCode, Role, Terms};

/// A new offer.
#[derive(InputObject)]
struct OpenPresaleOfferInput {
    /// The variety of fruit.
    variety_code: ID,
    /// The region it is booked to, within the clerk's region.
    region_code: ID,
    /// The season of the crop: the year in which its harvest begins, from 1949 to the current year.
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
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

impl OpenPresaleOfferInput {
    fn read(self) -> (Target, Result<NewOffer>, Option<String>) {
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
            idempotency_key,
        } = self;
        let target = Target { region_code: RegionCode(region_code.0), variety_code: variety_code.0 };
        let fields = || {
            let read_terms = |text: String| Terms::parse(&text).map_err(|problem| Error::invalid("terms", problem));
            Ok(NewOffer {
                season,
                quota: input::kilograms("quotaKg", &quota_kg)?,
                unit_price: input::money("unitPriceYuan", &unit_price_yuan)?,
                pack: pack_kg.map(|pack| input::kilograms("packKg", &pack)).transpose()?,
                deposit_rate: input::rate("depositRate", &deposit_rate)?,
                opens_at: input::instant("opensAt", &opens_at)?,
                closes_at: input::instant("closesAt", &closes_at)?,
                hold_minutes,
                terms: terms.map(read_terms).transpose()?,
                pick_up_place: pick_up_place.map(|place| input::address("pickUpPlace", &place)).transpose()?,
                pick_up_from: pick_up_from.map(|day| input::day("pickUpFrom", &day)).transpose()?,
                pick_up_to: pick_up_to.map(|day| input::day("pickUpTo", &day)).transpose()?,
                ships: ships.unwrap_or(true),
                freight: freight_yuan
                    .map_or(Ok(Money::ZERO), |freight| input::money_or_none("freightYuan", &freight))?,
                cancel_until: cancel_until.map(|instant| input::instant("cancelUntil", &instant)).transpose()?,
                kept_rate: kept_rate.map_or(Ok(Rate(0)), |rate| input::rate("keptRate", &rate))?,
            })
        };
        (target, fields(), idempotency_key)
    }
}

fn content(target: &Target, fields: &NewOffer) -> Content {
    let Target { region_code, variety_code } = target;
    let NewOffer {
        season,
        quota,
        unit_price,
        pack,
        deposit_rate,
        opens_at,
        closes_at,
        hold_minutes,
        terms,
        pick_up_place,
        pick_up_from,
        pick_up_to,
        ships,
        freight,
        cancel_until,
        kept_rate,
    } = fields;
    Content::new()
        .with("varietyCode", variety_code)
        .with("regionCode", region_code)
        .with("season", season)
        .with("quotaKg", quota)
        .with("unitPriceYuan", unit_price)
        .maybe("packKg", pack)
        .with("depositRate", deposit_rate)
        .with("opensAt", opens_at)
        .with("closesAt", closes_at)
        .maybe("terms", terms)
        .maybe("holdMinutes", hold_minutes)
        .maybe("pickUpPlace", pick_up_place)
        .maybe("pickUpFrom", pick_up_from)
        .maybe("pickUpTo", pick_up_to)
        .with("ships", *ships)
        .with("freightYuan", freight)
        .maybe("cancelUntil", cancel_until)
        .with("keptRate", kept_rate)
}

/// Changes to an offer. A field that is absent does not change.
#[derive(InputObject)]
struct ChangePresaleOfferInput {
    /// The offer.
    offer_id: ID,
    /// The total quota in kilograms, three decimal places. It can rise or fall, but not below the promised quantity.
    quota_kg: Option<Decimal>,
    /// The instant from which it no longer accepts pre-orders, earlier than before. A past instant closes it at once.
    closes_at: Option<DateTime>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key records nothing and returns
    /// the same record. CONFLICT if the key was used with other content.
    idempotency_key: Option<String>,
}

/// The result of opening an offer.
#[derive(SimpleObject)]
struct OpenPresaleOfferPayload {
    /// The offer in its current state.
    offer: PresaleOffer,
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
            let hold_microseconds = ctx.data_unchecked::<Rules>().hold_microseconds;
            let (target, fields, key) = input.read();
            let offer =
                old_write(ctx, actor, key, target, fields, content, move |txn, actor, target, fields| async move {
                    offers::open(&txn, &actor, hold_microseconds, target, fields).await
                })
                .await?;
            Ok(OpenPresaleOfferPayload { offer: offer.into() })
        })
        .await
    }

    /// Raises or lowers the quota of an offer, or closes it early. CONFLICT if the quota would be below the promised
    /// quantity. For CLERK, in its region.
    async fn change_presale_offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes to the offer.")] input: ChangePresaleOfferInput,
    ) -> Option<Result<ChangePresaleOfferPayload>> {
        guard::answer(ctx, &[Role::Clerk], |actor| async move {
            let ChangePresaleOfferInput { offer_id, quota_kg, closes_at, idempotency_key } = input;
            let fields = || {
                Ok(OfferPatch {
                    quota: quota_kg.map(|quota| input::kilograms("quotaKg", &quota)).transpose()?,
                    closes_at: closes_at.map(|instant| input::instant("closesAt", &instant)).transpose()?,
                })
            };
            let id = input::record_id(&offer_id);
            let content = |id: &Uuid, OfferPatch { quota, closes_at }: &OfferPatch| {
                Content::new().with("offerId", id).maybe("quotaKg", quota).maybe("closesAt", closes_at)
            };
            let offer =
                old_write(ctx, actor, idempotency_key, id, fields(), content, |txn, actor, id, fields| async move {
                    offers::change(&txn, &actor, id, fields).await
                })
                .await?;
            Ok(ChangePresaleOfferPayload { offer: offer.into() })
        })
        .await
    }
}
