//! A shortfall with very many pre-orders: exact, complete, and with a few statements per thousand.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use domain::presales::preorders;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, sea_query::Expr,
};
use serde_json::{Value, json};
use store::{
    entity::presales::{preorder, preorder_event, preorder_payment, preorder_transfer, presale_offer},
    ledger,
};
use types::{Kilograms, PreorderEventKind, PreorderStatus, PrintedCode, price};
use uuid::Uuid;

use super::town;
use crate::app::{Client, TestApp};

/// How many are confirmed. One per cent of that number await their deposits.
const CONFIRMED: usize = 20_000;

/// All rows of a pre-order.
#[derive(Clone)]
struct Whole {
    row: preorder::Model,
    events: Vec<preorder_event::Model>,
    payments: Vec<preorder_payment::Model>,
}

impl Whole {
    async fn of(app: &TestApp, placed: &Value) -> Self {
        let (reader, id) =
            (app.database.reader(), Uuid::parse_str(placed["id"].as_str().expect("an id")).expect("an id"));
        let events = preorder_event::Entity::find().filter(preorder_event::Column::PreorderId.eq(id)).all(reader);
        let payments = preorder_payment::Entity::find().filter(preorder_payment::Column::PreorderId.eq(id)).all(reader);
        let row = preorder::Entity::find_by_id(id).one(reader).await.expect("an answer").expect("a pre-order");
        Self { row, events: events.await.expect("events"), payments: payments.await.expect("payments") }
    }

    /// The same for another buyer and quantity, confirmed `number` microseconds later.
    fn again(&self, number: usize, quantity: Kilograms, offer: &presale_offer::Model) -> Self {
        let Self { mut row, mut events, mut payments } = self.clone();
        row.id = Uuid::now_v7();
        row.code = PrintedCode(format!("P{number:07}"));
        row.buyer_phone = format!("137{number:08}");
        row.confirmed_at = row.confirmed_at.map(|instant| instant.plus(i64::try_from(number).expect("a number")));
        let amount = price(quantity, offer.unit_price_fen).expect("an amount");
        (row.quantity_g, row.fulfillable_g, row.amount_fen) = (quantity, quantity, amount);
        for event in &mut events {
            (event.id, event.preorder_id) = (Uuid::now_v7(), row.id);
            if event.kind == PreorderEventKind::Confirmed {
                (event.presale_fen, event.presale_g) = (amount, quantity);
            }
        }
        for payment in &mut payments {
            let id = Uuid::now_v7();
            (payment.id, payment.preorder_id, payment.reference) = (id, row.id, format!("transfer {number}"));
            payment.transfer_id = Some(id);
        }
        Self { row, events, payments }
    }
}

/// The transfer that a payment uses whole.
fn transfer(payment: &preorder_payment::Model) -> preorder_transfer::Model {
    preorder_transfer::Model {
        id: payment.id,
        method: payment.method,
        reference: payment.reference.clone(),
        counted_within: String::new(),
        amount_fen: payment.amount_fen,
        used_fen: payment.amount_fen,
    }
}

fn rows<M: IntoActiveModel<A>, A: sea_orm::ActiveModelTrait>(models: impl IntoIterator<Item = M>) -> Vec<A> {
    models.into_iter().map(IntoActiveModel::into_active_model).collect()
}

/// Adds twenty thousand confirmed pre-orders of 1 kg and a few grams, and two hundred that await their deposits.
async fn many(app: &TestApp, clerk: &Client, offer_id: &str) {
    let confirmed = app.visitor().place(offer_id, "1").await;
    clerk.pay(&confirmed, "2.40").await;
    let waiting = app.visitor().place(offer_id, "1").await;
    let (confirmed, waiting) = (Whole::of(app, &confirmed).await, Whole::of(app, &waiting).await);
    let offer = presale_offer::Entity::find_by_id(confirmed.row.offer_id).one(app.database.reader()).await;
    let offer = offer.expect("an answer").expect("an offer");
    let whole: Vec<Whole> = (1..CONFIRMED)
        .map(|number| confirmed.again(number, Kilograms(1000 + i64::try_from(number % 7).expect("a number")), &offer))
        .chain(
            (CONFIRMED + 1..CONFIRMED + CONFIRMED / 100).map(|number| waiting.again(number, Kilograms(1000), &offer)),
        )
        .collect();
    let filled = app.database.write_alone(async move |txn| {
        txn.fill::<preorder::Entity>(rows(whole.iter().map(|one| one.row.clone()))).await?;
        txn.fill::<preorder_event::Entity>(rows(whole.iter().flat_map(|one| one.events.clone()))).await?;
        let payments = whole.iter().flat_map(|one| &one.payments);
        txn.fill::<preorder_transfer::Entity>(rows(payments.map(transfer))).await?;
        txn.fill::<preorder_payment::Entity>(rows(whole.iter().flat_map(|one| one.payments.clone()))).await?;
        let more: Kilograms = whole.iter().map(|one| one.row.fulfillable_g).sum();
        let taken = Condition::all().add(presale_offer::Column::Id.eq(offer.id));
        txn.keep::<presale_offer::Entity>(Expr::value(offer.taken_g + more), taken).await?;
        let events = whole.iter().flat_map(|one| &one.events);
        ledger::record(&txn, events.filter_map(|event| preorders::entry(&offer, event)).collect()).await
    });
    filled.await.expect("pre-orders");
}

async fn with_status(app: &TestApp, status: PreorderStatus) -> u64 {
    preorder::Entity::find()
        .filter(preorder::Column::Status.eq(status))
        .count(app.database.reader())
        .await
        .expect("a count")
}

/// The confirmed pre-orders, in the order of their confirmation.
async fn kept(app: &TestApp) -> Vec<preorder::Model> {
    let confirmed = preorder::Entity::find().filter(preorder::Column::Status.eq(PreorderStatus::Confirmed));
    let confirmed = confirmed.order_by_asc(preorder::Column::ConfirmedAt).order_by_asc(preorder::Column::Id);
    confirmed.all(app.database.reader()).await.expect("rows")
}

#[tokio::test]
async fn twenty_thousand_are_settled_exactly_with_few_statements() {
    let (app, _, offer) = town(json!({"quotaKg": "100000"})).await;
    let app = app.patient_server().await;
    let clerk = app.clerk().await;
    many(&app, &clerk, &offer).await;
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let patient = [("REQUEST_SECONDS", "3600")];
    let observed = app.configured_and_observed(&patient, move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    let settle = async |available: &str, policy: &str| {
        statements.store(0, Ordering::SeqCst);
        let input = json!({"offerId": offer, "availableKg": available, "policy": policy});
        let selection = "preordersReduced run { shares { totalCount nodes { promisedKg fulfillableKg } } } offer { quotaKg availableKg }";
        let settled = observed.again(&clerk).change("settleHarvestShortfall", input, selection).await;
        // Per thousand pre-orders, one statement each updates them and adds their history, their entries and their
        // shares. A batch of five thousand takes some twenty more.
        let (statements, batches) = (statements.load(Ordering::SeqCst), CONFIRMED / 5000 + 1);
        assert!(statements < 4 * CONFIRMED / 1000 + 20 * batches + 60, "{policy}: {statements} statements");
        assert_eq!(settled["run"]["shares"]["totalCount"], CONFIRMED);
        assert_eq!(settled["offer"], json!({"quotaKg": available, "availableKg": "0.000"}), "the sum is what there is");
        settled["preordersReduced"].clone()
    };
    assert_eq!(settle("15000.001", "PRO_RATA").await, CONFIRMED);
    let kept_pro_rata = kept(&app).await;
    assert_eq!(kept_pro_rata.len(), CONFIRMED);
    assert_eq!(with_status(&app, PreorderStatus::Cancelled).await, CONFIRMED as u64 / 100);
    // 8.00 yuan per kilogram, each amount rounded by itself.
    let amount: types::Money = kept_pro_rata.iter().map(|row| row.amount_fen).sum();
    assert_eq!(clerk.presale().await, amount.to_string());

    let reduced = settle("7500.001", "FIRST_COME").await;
    let kept_first_come = kept(&app).await;
    let (edge, whole) = kept_first_come.split_last().expect("some");
    assert!(
        whole
            .iter()
            .zip(&kept_pro_rata)
            .all(|(after, before)| (after.id, after.fulfillable_g) == (before.id, before.fulfillable_g))
    );
    assert!(edge.id == kept_pro_rata[whole.len()].id && edge.fulfillable_g <= kept_pro_rata[whole.len()].fulfillable_g);
    let is_whole = edge.fulfillable_g == kept_pro_rata[whole.len()].fulfillable_g;
    assert_eq!(reduced, CONFIRMED - whole.len() - usize::from(is_whole));
    assert_eq!(kept_first_come.iter().map(|row| row.fulfillable_g).sum::<Kilograms>(), Kilograms(7_500_001));
    app.verified().await;
}

#[tokio::test]
async fn more_than_are_settled_at_once_are_refused() {
    let (app, clerk, offer) = town(json!({})).await;
    for _ in 0..3 {
        let placed = app.visitor().place(&offer, "1").await;
        clerk.pay(&placed, "2.40").await;
    }
    let input = json!({"offerId": offer, "availableKg": "2", "policy": "PRO_RATA"});
    let few = app.configured(&[("PREORDERS_SETTLED", "2")]);
    let refusal = few.again(&clerk).refused_change("settleHarvestShortfall", input.clone()).await;
    assert_eq!(
        (refusal.code.as_str(), refusal.message.as_str()),
        ("TOO_COMPLEX", "at most 2 pre-orders are settled at once")
    );
    let preview =
        "query($input: SettleHarvestShortfallInput!) { previewHarvestShortfall(input: $input) { preordersReduced } }";
    let answer = few.again(&clerk).send(preview, json!({"input": input})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "TOO_COMPLEX", "{answer}");
    let enough = app.configured(&[("PREORDERS_SETTLED", "3")]);
    assert_eq!(
        enough.again(&clerk).change("settleHarvestShortfall", input, "preordersReduced").await["preordersReduced"],
        3
    );
}
