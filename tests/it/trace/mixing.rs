//! Batches that were mixed, and mixed again.

use serde_json::json;
use store::entity::{
    plants::{intake, production_batch},
    sales::sale,
};

use super::{Made, Part, Plant, Supply, names};
use crate::app::{OTHER_VILLAGE, TOWN, VILLAGE, text};

fn codes(trace: &serde_json::Value) -> Vec<String> {
    trace["lots"].as_array().expect("lots").iter().map(|lot| text(&lot["code"])).collect()
}

fn sorted(lots: &[&Made]) -> Vec<String> {
    let mut codes: Vec<_> = lots.iter().map(|lot| lot.code.clone()).collect();
    codes.sort();
    codes
}

fn batch(made: &Made, kilograms: &str) -> (String, String, String) {
    ("BATCH".to_owned(), made.code.clone(), kilograms.to_owned())
}

/// Batches as a recall lists them.
fn batches(mut made: Vec<(&Made, &str)>) -> Vec<(String, String, String)> {
    made.sort_by_key(|(made, _)| made.id);
    made.into_iter().map(|(made, kilograms)| batch(made, kilograms)).collect()
}

#[tokio::test]
async fn a_diamond_counts_each_lot_once() {
    let plant = Plant::new().await;
    let pear = plant.lot("王一", VILLAGE).await;
    let other = plant.lot("王二", OTHER_VILLAGE).await;
    let [a, b] =
        [plant.intake(Supply::Lot(pear.id), 100_000).await, plant.intake(Supply::Lot(other.id), 100_000).await];
    let base = plant.batch(&[Part::Intake(a, 60_000), Part::Intake(b, 1_000)]).await;
    let left = plant.batch(&[Part::Batch(base.id, 10_000)]).await;
    let right = plant.batch(&[Part::Batch(base.id, 20_000), Part::Intake(a, 5_000)]).await;
    let top = plant.batch(&[Part::Batch(left.id, 1_000), Part::Batch(right.id, 2_000)]).await;
    for made in [&base, &left, &right, &top] {
        let trace = plant.trace(&made.code).await;
        assert_eq!((codes(&trace), &trace["lotCount"]), (sorted(&[&pear, &other]), &json!(2)));
    }
    let below = vec![(&left, "10.000"), (&right, "20.000"), (&top, "3.000")];
    assert_eq!(plant.recall(&base.code).await, batches(below.clone()));
    let of_pear = vec![(&base, "60.000"), (&left, "10.000"), (&right, "25.000"), (&top, "3.000")];
    assert_eq!(plant.recall(&pear.code).await, batches(of_pear));
    let of_other = [vec![(&base, "1.000")], below].concat();
    assert_eq!(plant.recall(&other.code).await, batches(of_other));
    assert_eq!(plant.recall(&top.code).await, []);
}

#[tokio::test]
async fn sales_and_deliveries_are_found_wherever_they_drew_from() {
    let plant = Plant::new().await;
    let (_, plot) = plant.grower("王一", VILLAGE).await;
    let (lot, untouched) = (plant.lot_of(plot, "2026-08-01").await, plant.lot_of(plot, "2026-08-02").await);
    let intake = plant.intake(Supply::Lot(lot.id), 100_000).await;
    let first = plant.batch(&[Part::Intake(intake, 50_000)]).await;
    let second = plant.batch(&[Part::Batch(first.id, 20_000)]).await;
    let clean = plant.batch(&[]).await;
    let mixed = plant.sale(&[(first.id, 1_000), (second.id, 500), (clean.id, 9_000)], TOWN).await;
    plant.sale(&[(clean.id, 1_000)], VILLAGE).await;
    let of_fruit = plant.sale_of_lot(lot.id, "3").await;
    plant.sale_of_lot(untouched.id, "4").await;
    let offer = plant.clerk.open_offer(json!({})).await;
    let delivered = plant.delivery(&offer, lot.id, "2").await;
    plant.delivery(&offer, untouched.id, "1").await;
    let voided = plant.sale(&[(second.id, 700)], VILLAGE).await;
    plant.void::<sale::Entity>(voided).await;
    let voided = plant.sale_of_lot(lot.id, "5").await;
    plant.clerk.change("voidSale", json!({"saleId": voided, "reason": "误录"}), "__typename").await;

    let item = |kind: &str, id: uuid::Uuid, kilograms: &str| (kind.to_owned(), id.to_string(), kilograms.to_owned());
    let mut expected = batches(vec![(&first, "50.000"), (&second, "20.000")]);
    let mut sales = vec![item("SALE", mixed, "1.500"), item("SALE", of_fruit, "3.000")];
    sales.sort_by(|one, other| one.1.cmp(&other.1));
    expected.extend(sales);
    expected.push(item("PREORDER", delivered, "2.000"));
    assert_eq!(plant.recall(&lot.code).await, expected);
    assert_eq!(plant.recall(&first.code).await, [batch(&second, "20.000"), item("SALE", mixed, "1.500")]);
    assert_eq!(plant.recall(&second.code).await, [item("SALE", mixed, "0.500")]);
}

#[tokio::test]
async fn what_is_voided_does_not_count() {
    let plant = Plant::new().await;
    let lot = plant.lot("王一", VILLAGE).await;
    let [kept, gone] =
        [plant.intake(Supply::Lot(lot.id), 100_000).await, plant.intake(Supply::Lot(lot.id), 100_000).await];
    let base = plant.batch(&[Part::Intake(kept, 1_000), Part::Intake(gone, 2_000)]).await;
    let voided = plant.batch(&[Part::Batch(base.id, 100)]).await;
    let beyond = plant.batch(&[Part::Batch(voided.id, 10)]).await;
    plant.void::<production_batch::Entity>(voided.id).await;
    plant.void::<intake::Entity>(gone).await;
    assert_eq!(plant.recall(&lot.code).await, [batch(&base, "1.000")]);
    assert_eq!(plant.recall(&base.code).await, []);
    assert_eq!(plant.trace(&beyond.code).await["lotCount"], 0);
    plant.void::<intake::Entity>(kept).await;
    assert_eq!(plant.recall(&lot.code).await, []);
    assert_eq!(plant.trace(&base.code).await["lotCount"], 0);
}

/// Only SQL can create a cycle. The search includes everything once, and ends.
#[tokio::test]
async fn a_circle_ends() {
    let plant = Plant::new().await;
    let lot = plant.lot("王一", VILLAGE).await;
    let intake = plant.intake(Supply::Lot(lot.id), 100_000).await;
    let first = plant.batch(&[Part::Intake(intake, 1_000)]).await;
    let second = plant.batch(&[Part::Batch(first.id, 100)]).await;
    let third = plant.batch(&[Part::Batch(second.id, 10)]).await;
    // After the ingredients that it has already.
    let circle = super::ingredients(first.id, &[Part::Batch(second.id, 1), Part::Batch(third.id, 1)]).split_off(1);
    plant.insert_all(circle).await;
    for made in [&first, &second, &third] {
        assert_eq!(plant.trace(&made.code).await["lotCount"], 1);
    }
    assert_eq!(plant.recall(&lot.code).await, batches(vec![(&first, "1.001"), (&second, "0.100"), (&third, "0.010")]));
    assert_eq!(plant.recall(&first.code).await, batches(vec![(&second, "0.100"), (&third, "0.010")]));
}

#[tokio::test]
async fn growers_without_a_lot_are_distinguished_from_outsiders() {
    let plant = Plant::new().await;
    let (with_lot, plot) = plant.grower("王一", VILLAGE).await;
    let (without, _) = plant.grower("王二", OTHER_VILLAGE).await;
    plant.clerk.change("updateGrower", json!({"growerId": with_lot, "displayName": "一号果园"}), "__typename").await;
    let company = json!({"name": "云安强村公司", "kind": "COMPANY", "regionCode": OTHER_VILLAGE});
    let company = text(&plant.clerk.change("registerGrower", company, "grower { id }").await["grower"]["id"]);
    let lot = plant.lot_of(plot, "2026-08-01").await;
    let parts = [
        plant.intake(Supply::Lot(lot.id), 1_000).await,
        plant.intake(Supply::Grower(&without), 1_000).await,
        plant.intake(Supply::Grower(&company), 1_000).await,
    ];
    let batch = plant.batch(&parts.map(|intake| Part::Intake(intake, 100))).await;
    let trace = plant.trace(&batch.code).await;
    assert_eq!(trace["growerNames"], json!(["一号果园", "云安强村公司"]));
    assert_eq!(names(&trace["origins"]).len(), 2);
    assert_eq!((&trace["lotCount"], &trace["hasOutsideSuppliers"]), (&json!(1), &json!(false)));

    let outside = plant.intake(Supply::Outside("万州老张"), 1_000).await;
    let salt = plant.batch(&[Part::Intake(outside, 100)]).await;
    let trace = plant.trace(&salt.code).await;
    assert_eq!(
        (&trace["origins"], &trace["growerNames"], &trace["hasOutsideSuppliers"]),
        (&json!([]), &json!([]), &json!(true))
    );
    assert_eq!((&trace["harvestedFrom"], &trace["harvestedTo"]), (&json!(null), &json!(null)));
    let both = plant.batch(&[Part::Batch(salt.id, 1), Part::Batch(batch.id, 1)]).await;
    assert_eq!(plant.trace(&both.code).await["hasOutsideSuppliers"], true);
}
