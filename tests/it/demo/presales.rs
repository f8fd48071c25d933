//! The pre-sales of the demonstration are in every state and have taken every step, on whatever day it is loaded.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use sea_orm::{ColumnTrait, EntityTrait, Iterable, QueryFilter, QueryOrder};
use serde_json::json;
use store::entity::{
    access::account,
    harvest::harvest_lot,
    presales::{
        harvest_estimate, preorder, preorder_delivery, preorder_delivery_lot, preorder_event, preorder_payment,
        preorder_refund, presale_offer, shortfall_run, shortfall_share,
    },
    registers::variety,
};
use types::{
    CancellationCause, Fulfilment, Kilograms, Money, PreorderEventKind, PreorderStatus, Timestamp, season_of_picking,
};

use super::{FIRST_OF_A_YEAR, LAST_OF_A_YEAR, averages, fen, loaded_at, total};
use crate::app::{NOW, TestApp, instant};

/// The produce revenue of the years 2021 to 2026, in yuan, accurate to a few yuan.
const PRODUCE_REVENUE: [i64; 6] = [9_460_000, 10_120_000, 10_380_000, 10_660_000, 10_750_000, 10_840_000];

/// All pre-sale records of the demonstration.
struct Presales {
    offers: BTreeMap<uuid::Uuid, presale_offer::Model>,
    preorders: BTreeMap<uuid::Uuid, preorder::Model>,
    events: Vec<preorder_event::Model>,
    payments: Vec<preorder_payment::Model>,
    refunds: Vec<preorder_refund::Model>,
    deliveries: BTreeMap<uuid::Uuid, preorder_delivery::Model>,
    draws: Vec<preorder_delivery_lot::Model>,
    runs: Vec<shortfall_run::Model>,
    shares: Vec<shortfall_share::Model>,
    estimates: Vec<harvest_estimate::Model>,
}

impl Presales {
    async fn of(app: &TestApp) -> Self {
        let reader = app.database.reader();
        let offers = presale_offer::Entity::find().all(reader).await.expect("offers");
        let preorders = preorder::Entity::find().all(reader).await.expect("pre-orders");
        let deliveries = preorder_delivery::Entity::find().all(reader).await.expect("deliveries");
        Self {
            offers: offers.into_iter().map(|offer| (offer.id, offer)).collect(),
            preorders: preorders.into_iter().map(|row| (row.id, row)).collect(),
            events: preorder_event::Entity::find()
                .order_by_asc(preorder_event::Column::Id)
                .all(reader)
                .await
                .expect("events"),
            payments: preorder_payment::Entity::find()
                .order_by_asc(preorder_payment::Column::Id)
                .all(reader)
                .await
                .expect("payments"),
            refunds: preorder_refund::Entity::find()
                .order_by_asc(preorder_refund::Column::Id)
                .all(reader)
                .await
                .expect("refunds"),
            deliveries: deliveries.into_iter().map(|row| (row.id, row)).collect(),
            draws: preorder_delivery_lot::Entity::find()
                .order_by_asc(preorder_delivery_lot::Column::Id)
                .all(reader)
                .await
                .expect("draws"),
            runs: shortfall_run::Entity::find().all(reader).await.expect("runs"),
            shares: shortfall_share::Entity::find()
                .order_by_asc(shortfall_share::Column::Id)
                .all(reader)
                .await
                .expect("shares"),
            estimates: harvest_estimate::Entity::find()
                .order_by_asc(harvest_estimate::Column::Id)
                .all(reader)
                .await
                .expect("estimates"),
        }
    }
}

/// What must be true on every day.
async fn check(app: &TestApp, now: &str) {
    let presales = Presales::of(app).await;
    every_state_occurs(&presales, instant(now));
    nothing_lies_ahead(&presales, instant(now));
    the_figures_are_those_published(app, instant(now)).await;
    somebody_orders(app).await;
    app.verified().await;
}

fn every_state_occurs(presales: &Presales, now: Timestamp) {
    fn all<T: Ord + Iterable + std::fmt::Debug>(found: impl Iterator<Item = T>) {
        assert_eq!(found.collect::<BTreeSet<_>>(), T::iter().collect());
    }
    let shown: Vec<preorder::Model> = presales.preorders.values().cloned().map(|row| row.at(now)).collect();
    all(shown.iter().map(|row| row.status));
    all(shown.iter().filter_map(|row| row.cancellation_cause));
    all(shown.iter().map(|row| row.fulfilment));
    all(presales.events.iter().map(|event| event.kind));
    all(presales.payments.iter().map(|payment| payment.method));
    all(presales.refunds.iter().map(|refund| refund.method));
    all(presales.runs.iter().map(|run| run.policy));
    // An expiry is stored when the next pre-order is placed. Until then it is computed.
    let overdue =
        presales.preorders.values().filter(|row| row.status == PreorderStatus::Placed && row.hold_until <= now);
    assert!(overdue.count() > 0);
    assert!(presales.preorders.values().any(|row| row.status == PreorderStatus::Expired));
    // A hold may last longer than its offer, but at least one pre-order awaits its deposit in an open offer.
    let mut placed = shown.iter().filter(|row| row.status == PreorderStatus::Placed);
    assert!(placed.any(|row| presales.offers[&row.offer_id].is_open_at(now)));
    let cases = [
        shown.iter().any(|row| row.cancellation_cause == Some(CancellationCause::Buyer) && row.kept_fen > Money::ZERO),
        shown.iter().any(|row| row.balance().due() > Money::ZERO)
            && shown.iter().any(|row| row.refunded_fen > Money::ZERO),
        shown.iter().any(|row| row.compensated_fen > Money::ZERO && row.refunded_fen > Money::ZERO),
        shown.iter().any(|row| row.deposit_fen == Money::ZERO && row.confirmed_at == Some(row.placed_at)),
        shown.iter().any(|row| {
            row.fulfilment == Fulfilment::Ship && row.tracking_number.is_some() && row.freight_fen > Money::ZERO
        }),
        presales.shares.iter().any(|share| share.fulfillable_g == Kilograms::ZERO),
        presales.payments.iter().any(|payment| payment.reversed_at.is_some()),
        presales.payments.iter().any(|payment| payment.paid_at.plus(3_600_000_000) < payment.recorded_at),
        presales.estimates.iter().any(|estimate| estimate.replaced_at.is_some()),
        // Entered late, paid by one transfer with something else, delivered by weight, in parts and with less.
        presales
            .preorders
            .values()
            .any(|row| row.recorded_at.day() == row.placed_at.day() && row.recorded_at > row.placed_at),
        presales.payments.iter().any(|payment| payment.transfer_fen > payment.amount_fen),
        presales.deliveries.values().any(|delivery| delivery.changed_g > Kilograms::ZERO),
        presales.deliveries.values().any(|delivery| delivery.changed_g < Kilograms::ZERO),
        presales
            .deliveries
            .values()
            .any(|delivery| delivery.quantity_g < presales.preorders[&delivery.preorder_id].delivered_g),
        shown.iter().any(|row| row.returned_g > Kilograms::ZERO && row.refunded_fen > Money::ZERO),
    ];
    assert_eq!(cases.iter().position(|occurs| !occurs), None, "the case at this position does not occur");
}

fn nothing_lies_ahead(presales: &Presales, now: Timestamp) {
    let today = now.day();
    for offer in presales.offers.values() {
        assert!(offer.recorded_at <= now && offer.season <= today.year(), "{offer:?}");
        assert!(offer.taken_g <= offer.quota_g, "{offer:?}");
    }
    for row in presales.preorders.values() {
        let instants = [Some(row.placed_at), Some(row.changed_at), row.confirmed_at, row.cancelled_at];
        assert!(instants.iter().flatten().all(|at| at.day() < today), "{row:?}");
        assert!(row.delivered_on.is_none_or(|day| day < today && day >= row.placed_at.day()), "{row:?}");
        assert!(row.buyer_phone.len() == 11 && row.buyer_phone.starts_with("154"), "{row:?}");
    }
    assert!(presales.events.iter().all(|event| event.at <= now && event.day < today));
    assert!(
        presales.payments.iter().all(|payment| payment.recorded_at <= now && payment.paid_at <= payment.recorded_at)
    );
    assert!(presales.refunds.iter().all(|refund| refund.recorded_at <= now && refund.day < today));
    assert!(presales.runs.iter().all(|run| run.recorded_at <= now));
    assert!(presales.estimates.iter().all(|estimate| estimate.recorded_at <= now && estimate.season <= today.year()));
}

async fn the_figures_are_those_published(app: &TestApp, now: Timestamp) {
    let official = app.sign_in_to_demo("official").await;
    for (year, yuan) in (2021..now.day().year()).zip(PRODUCE_REVENUE) {
        let report = official.report(year, "salesRevenueYuan presaleRevenueYuan produceRevenueYuan").await;
        let [sold, presold, produce] =
            ["salesRevenueYuan", "presaleRevenueYuan", "produceRevenueYuan"].map(|name| fen(&report[name]));
        assert_eq!(sold + presold, produce);
        assert!((produce - yuan * 100).abs() < 50_000, "{year}: {report}");
        assert!((20_000_000..=50_000_000).contains(&presold), "{year}: {report}");
    }
    let means = averages(&official, 2022, 2024).await;
    assert_eq!(means["visitors"], 45_000);
    assert!(fen(&means["produceRevenueYuan"]) > 1_000_000_000, "{means}");
}

/// A visitor finds an open offer and orders from it. Buyer and clerk see the pre-order.
async fn somebody_orders(app: &TestApp) {
    let visitor = app.visitor();
    let query = "{ presaleOffers(filter: {openNow: true}) { nodes { id availableKg packKg variety { name } terms } } }";
    let offers = visitor.ask(query).await["presaleOffers"]["nodes"].take();
    let offer = &offers[0];
    assert!(offer["availableKg"] != "0.000" && !offer["terms"].is_null(), "{offers}");
    let input = json!({
        "offerId": offer["id"], "quantityKg": if offer["packKg"].is_null() { "12.5" } else { "10" }, "buyerName": "谭晓",
        "buyerPhone": "15400000001"
    });
    let placed = visitor.change("placePreorder", input, "preorder { code status amountYuan }").await;
    assert!(fen(&placed["preorder"]["amountYuan"]) > 0, "{placed}");
    let clerk = app.sign_in_to_demo("clerk").await;
    for status in ["PLACED", "CONFIRMED", "DELIVERED", "CANCELLED", "EXPIRED"] {
        assert!(total(&clerk, &format!("preorders(filter: {{status: {status}}})")).await > 0, "{status}");
    }
    assert!(total(&app.sign_in_to_demo("buyer").await, "preorders").await > 20);
}

#[tokio::test]
async fn on_the_first_day_of_a_year() {
    check(&loaded_at(FIRST_OF_A_YEAR).await, FIRST_OF_A_YEAR).await;
}

#[tokio::test]
async fn in_winter() {
    let now = "2026-02-11T02:30:00Z";
    check(&loaded_at(now).await, now).await;
}

#[tokio::test]
async fn at_blossom_time() {
    let now = "2025-03-17T01:00:00Z";
    check(&loaded_at(now).await, now).await;
}

#[tokio::test]
async fn in_summer() {
    let now = "2025-07-11T12:00:00Z";
    check(&loaded_at(now).await, now).await;
}

#[tokio::test]
async fn in_autumn() {
    let now = "2026-09-20T15:59:59Z";
    check(&loaded_at(now).await, now).await;
}

#[tokio::test]
async fn on_the_last_day_of_a_year() {
    check(&loaded_at(LAST_OF_A_YEAR).await, LAST_OF_A_YEAR).await;
}

#[tokio::test]
async fn each_year_has_its_share_of_every_state() {
    let app = TestApp::demo().await;
    check(&app, NOW).await;
    let presales = Presales::of(&app).await;
    for year in 2021..=2025 {
        let of_year: Vec<_> = presales.preorders.values().filter(|row| row.placed_at.day().year() == year).collect();
        assert!((150..=400).contains(&of_year.len()), "{year}: {}", of_year.len());
        for status in [PreorderStatus::Delivered, PreorderStatus::Cancelled, PreorderStatus::Expired] {
            assert!(of_year.iter().filter(|row| row.status == status).count() >= 10, "{year}: {status:?}");
        }
        let offers: BTreeSet<_> =
            presales.offers.values().filter(|offer| offer.season == year).map(|offer| &offer.variety_code).collect();
        assert_eq!(offers.len(), 4, "{year}");
        let estimates =
            presales.estimates.iter().filter(|estimate| estimate.season == year && estimate.replaced_at.is_none());
        assert_eq!(estimates.count(), 4, "{year}");
    }
    let buyer = account::Entity::find().filter(account::Column::Username.eq("buyer")).one(app.database.reader()).await;
    let buyer = buyer.expect("an answer").expect("the buyer").id;
    assert!(presales.preorders.values().all(|row| row.buyer_account_id.is_none_or(|account| account == buyer)));
}

/// At each placing, the quantity held by the offer's pre-orders, computed from their history, is within the quota of
/// that time.
#[tokio::test]
async fn no_quota_was_ever_exceeded() {
    let presales = Presales::of(&TestApp::demo().await).await;
    let quota_before: BTreeMap<_, _> = presales.runs.iter().map(|run| (run.offer_id, run.quota_before_g)).collect();
    // How much a pre-order holds from an instant on.
    let mut steps: BTreeMap<_, BTreeMap<(Timestamp, uuid::Uuid, PreorderEventKind), Kilograms>> = BTreeMap::new();
    for event in &presales.events {
        let row = &presales.preorders[&event.preorder_id];
        let holds = match event.kind {
            PreorderEventKind::Placed => row.quantity_g,
            PreorderEventKind::FellShort => event.quantity_g.unwrap_or_default(),
            PreorderEventKind::Confirmed => event.quantity_g.unwrap_or_default(),
            PreorderEventKind::Expired | PreorderEventKind::Cancelled | PreorderEventKind::Uncollected => {
                Kilograms::ZERO
            }
            _ => continue,
        };
        steps.entry(row.offer_id).or_default().insert((event.at, event.preorder_id, event.kind), holds);
    }
    for row in presales.preorders.values().filter(|row| row.confirmed_at.is_none() && row.cancelled_at.is_none()) {
        steps
            .entry(row.offer_id)
            .or_default()
            .insert((row.hold_until, row.id, PreorderEventKind::Expired), Kilograms::ZERO);
    }
    for (offer, steps) in steps {
        let quota = quota_before.get(&offer).copied().unwrap_or(presales.offers[&offer].quota_g);
        let mut held = BTreeMap::new();
        for ((_, preorder, _), kilograms) in steps {
            held.insert(preorder, kilograms);
            assert!(held.values().copied().sum::<Kilograms>() <= quota, "offer {offer}");
        }
    }
}

#[tokio::test]
async fn lots_gave_what_was_delivered_from_them() {
    let app = TestApp::demo().await;
    let presales = Presales::of(&app).await;
    let reader = app.database.reader();
    let lots = harvest_lot::Entity::find().all(reader).await.expect("lots");
    let lots: BTreeMap<_, _> = lots.into_iter().map(|lot| (lot.id, lot)).collect();
    let varieties = variety::Entity::find().all(reader).await.expect("varieties");
    let months: BTreeMap<_, _> = varieties
        .into_iter()
        .map(|variety| (variety.code, (variety.harvest_start_month, variety.harvest_end_month)))
        .collect();
    for lot in lots.values() {
        let (first, last) = months[&lot.variety_code];
        assert_eq!(lot.season, season_of_picking(lot.harvested_on, first, last), "{lot:?}");
    }
    let mut drawn: BTreeMap<_, Vec<Kilograms>> = BTreeMap::new();
    for draw in &presales.draws {
        let (row, lot) = (&presales.deliveries[&draw.delivery_id], &lots[&draw.lot_id]);
        let offer = &presales.offers[&presales.preorders[&row.preorder_id].offer_id];
        assert_eq!((&lot.variety_code, lot.season), (&offer.variety_code, offer.season));
        assert!(row.delivered_on >= lot.harvested_on, "{row:?} {lot:?}");
        drawn.entry(row.id).or_default().push(draw.quantity_g);
    }
    let (from_lots, without): (Vec<_>, Vec<_>) =
        presales.deliveries.values().partition(|row| drawn.contains_key(&row.id));
    assert!(from_lots.len() > 500 && without.len() > 500, "{} {}", from_lots.len(), without.len());
    for row in from_lots {
        assert_eq!(drawn[&row.id].iter().copied().sum::<Kilograms>(), row.quantity_g);
    }
    assert!(drawn.values().any(|parts| parts.len() == 2));
}

/// Events before a day are the same when the town is loaded later.
#[tokio::test]
async fn the_past_of_a_pre_order_does_not_move() {
    let then = "2026-06-20T04:00:00Z";
    let (earlier, later) = (loaded_at(then).await, TestApp::demo().await);
    let (before, after) = (Presales::of(&earlier).await, Presales::of(&later).await);
    let then = instant(then);
    let midnight = Timestamp::noon_of(then.day()).plus(-12 * 3_600_000_000);
    let past = after.events.iter().filter(|event| event.at < midnight);
    // An expiry has its own instant, which may be earlier than the action that stored it.
    let known = |event: &&preorder_event::Model| event.kind != PreorderEventKind::Expired;
    assert_eq!(before.events.iter().filter(known).collect::<Vec<_>>(), past.filter(known).collect::<Vec<_>>());
    let entered = after.payments.iter().filter(|payment| payment.recorded_at < midnight);
    assert_eq!(before.payments.iter().collect::<Vec<_>>(), entered.collect::<Vec<_>>());
    let entered = after.refunds.iter().filter(|refund| refund.recorded_at < midnight);
    assert_eq!(before.refunds.iter().collect::<Vec<_>>(), entered.collect::<Vec<_>>());
    let handed_over = after.draws.iter().filter(|draw| after.deliveries[&draw.delivery_id].delivered_on < then.day());
    assert_eq!(before.draws.iter().collect::<Vec<_>>(), handed_over.collect::<Vec<_>>());
    assert_eq!(before.shares, after.shares);
    let mut delivered_since = 0;
    for (id, row) in &before.preorders {
        let since = &after.preorders[id];
        let agreed = |row: &preorder::Model| {
            (row.code.clone(), row.buyer_phone.clone(), row.quantity_g, row.deposit_fen, row.placed_at)
        };
        assert_eq!(agreed(row), agreed(since));
        if since.changed_at == row.changed_at && row.hold_until < then {
            assert_eq!(row.clone().at(then), since.clone().at(then));
        }
        if (row.status, since.status) == (PreorderStatus::Confirmed, PreorderStatus::Delivered) {
            if row.fulfillable_g == since.fulfillable_g {
                assert_eq!(row.amount_fen, since.amount_fen + since.compensated_fen);
            }
            delivered_since += 1;
        }
    }
    assert_eq!(before.preorders.len(), after.preorders.values().filter(|row| row.placed_at < midnight).count());
    assert!(delivered_since > 50, "{delivered_since}");
}
