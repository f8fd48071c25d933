//! Opening and changing offers.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;

use super::PresaleOffer;
use crate::graphql::{
    content::Content,
    guard::{allow, nullable},
    input,
    mutation::idempotent_write,
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
    /// The region it is booked on, in the clerk's.
    region_code: ID,
    /// The crop's season: the year in which its harvest begins, 1949 to the running one.
    season: i32,
    /// How much may be promised in all, in kilograms, three decimal places, greater than 0, at most 100,000,000.000.
    quota_kg: Decimal,
    /// Price of a kilogram in yuan, two decimal places, greater than 0, at most 1,000,000,000.00.
    unit_price_yuan: Decimal,
    /// Orders are whole packs of this weight in kilograms, three decimal places, at most the quota.
    pack_kg: Option<Decimal>,
    /// Share of the amount that is due at once, 0 to 1, at most four decimal places; at 0 pre-orders are confirmed at
    /// once.
    deposit_rate: Decimal,
    /// From when on it can be ordered from.
    opens_at: DateTime,
    /// From when on it no longer can, later than `opensAt`.
    closes_at: DateTime,
    /// What buyers should know, 1 to 2,000 characters, in several lines.
    terms: Option<String>,
    /// How many minutes a pre-order holds its kilograms before the deposit comes, 1 to 43,200; 48 hours unless said or
    /// the server is set otherwise.
    hold_minutes: Option<i32>,
    /// Where to pick up, 1 to 200 characters.
    pick_up_place: Option<String>,
    /// The first day for it.
    pick_up_from: Option<Date>,
    /// The last day for it; what nobody has collected by then may be marked so.
    pick_up_to: Option<Date>,
    /// Whether it is sent to buyers who want that; true unless said.
    ships: Option<bool>,
    /// What sending a pre-order costs its buyer, in yuan, two decimal places, 0 or more; nothing unless said.
    freight_yuan: Option<Decimal>,
    /// Until when a buyer may cancel what is confirmed; until it is delivered unless said.
    cancel_until: Option<DateTime>,
    /// The share of the deposit that is kept when a buyer cancels what is confirmed, or does not collect it, 0 to 1;
    /// nothing unless said.
    kept_rate: Option<Decimal>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
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
    /// How much may be promised in all, in kilograms, three decimal places; more or less than before, but not less than
    /// what is promised.
    quota_kg: Option<Decimal>,
    /// From when on it can no longer be ordered from, earlier than before; an instant that has gone by closes it at
    /// once.
    closes_at: Option<DateTime>,
    /// Idempotency key, 1 to 100 printable characters. A repeated request with the same key returns the same answer and
    /// records nothing.
    idempotency_key: Option<String>,
}

/// An offer that was opened.
#[derive(SimpleObject)]
struct OpenPresaleOfferPayload {
    /// The offer in its current state.
    offer: PresaleOffer,
}

/// An offer that was changed.
#[derive(SimpleObject)]
struct ChangePresaleOfferPayload {
    /// The offer in its current state.
    offer: PresaleOffer,
}

/// Mutations of offers.
#[derive(Debug, Default)]
pub struct OfferMutation;

#[Object]
impl OfferMutation {
    /// Opens an offer. For CLERK, in its region.
    async fn open_presale_offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The offer.")] input: OpenPresaleOfferInput,
    ) -> Option<Result<OpenPresaleOfferPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
            let hold_microseconds = ctx.data_unchecked::<Rules>().hold_microseconds;
            let (target, fields, key) = input.read();
            let offer = idempotent_write(
                ctx,
                actor,
                key,
                target,
                fields,
                content,
                move |txn, actor, target, fields| async move {
                    offers::open(&txn, &actor, hold_microseconds, target, fields).await
                },
            )
            .await?;
            Ok(OpenPresaleOfferPayload { offer: offer.into() })
        })
        .await
    }

    /// Changes an offer's quota, up or down, or closes it early. CONFLICT below what is promised. For CLERK, in its
    /// region.
    async fn change_presale_offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: ChangePresaleOfferInput,
    ) -> Option<Result<ChangePresaleOfferPayload>> {
        nullable(async {
            let actor = allow(ctx, &[Role::Clerk])?;
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
            let offer = idempotent_write(
                ctx,
                actor,
                idempotency_key,
                id,
                fields(),
                content,
                |txn, actor, id, fields| async move { offers::change(&txn, &actor, id, fields).await },
            )
            .await?;
            Ok(ChangePresaleOfferPayload { offer: offer.into() })
        })
        .await
    }
}
