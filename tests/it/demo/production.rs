//! The plants of the demonstration make what they sell, on whatever day it is loaded.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Duration, NaiveDate};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;
use store::entity::{
    harvest::harvest_lot,
    plants::{
        batch_by_product, batch_ingredient, batch_step, intake, processing_plant, product, product_step,
        production_batch,
    },
    sales::{sale, sale_batch},
};
use types::{Kilograms, Ratio};
use uuid::Uuid;

use super::{FIRST_OF_A_YEAR, LAST_OF_A_YEAR, certificates, loaded_at};
use crate::app::{NOW, TOWN, TestApp, instant, text};

/// All records of plants in the demonstration.
pub struct Production {
    plants: Vec<processing_plant::Model>,
    products: BTreeMap<String, product::Model>,
    pub intakes: BTreeMap<Uuid, intake::Model>,
    pub batches: BTreeMap<Uuid, production_batch::Model>,
    ingredients: Vec<batch_ingredient::Model>,
    by_products: Vec<batch_by_product::Model>,
    steps: Vec<batch_step::Model>,
    sales: BTreeMap<Uuid, sale::Model>,
    draws: Vec<sale_batch::Model>,
    pub lots: BTreeMap<Uuid, harvest_lot::Model>,
}

impl Production {
    async fn of(app: &TestApp) -> Self {
        let reader = app.database.reader();
        let products = product::Entity::find().all(reader).await.expect("products");
        let intakes = intake::Entity::find().all(reader).await.expect("intakes");
        let batches = production_batch::Entity::find().all(reader).await.expect("batches");
        let sales = sale::Entity::find().all(reader).await.expect("sales");
        let lots = harvest_lot::Entity::find().all(reader).await.expect("lots");
        Self {
            plants: processing_plant::Entity::find().all(reader).await.expect("plants"),
            products: products.into_iter().map(|row| (row.code.clone(), row)).collect(),
            intakes: intakes.into_iter().map(|row| (row.id, row)).collect(),
            batches: batches.into_iter().map(|row| (row.id, row)).collect(),
            ingredients: batch_ingredient::Entity::find()
                .order_by_asc(batch_ingredient::Column::Id)
                .all(reader)
                .await
                .expect("ingredients"),
            by_products: batch_by_product::Entity::find()
                .order_by_asc(batch_by_product::Column::Id)
                .all(reader)
                .await
                .expect("by-products"),
            steps: batch_step::Entity::find().order_by_asc(batch_step::Column::Id).all(reader).await.expect("steps"),
            sales: sales.into_iter().filter(|row| row.product_code.is_some()).map(|row| (row.id, row)).collect(),
            draws: sale_batch::Entity::find().order_by_asc(sale_batch::Column::Id).all(reader).await.expect("draws"),
            lots: lots.into_iter().map(|row| (row.id, row)).collect(),
        }
    }
}

fn stock_from() -> NaiveDate {
    "2024-01-01".parse().expect("a day")
}

/// What must be true on every day.
async fn check(app: &TestApp, now: &str) {
    let production = Production::of(app).await;
    let today = instant(now).day();
    all_that_was_sold_was_there(&production, today);
    batches_are_made_of_what_came_before(&production, today);
    mistakes_stay_on_record(&production, today.year());
    app.verified().await;
    every_product_can_be_sold(app).await;
    every_plant_has_output(app, today.year()).await;
    certificates::go_with_fruit(app, &production, today).await;
}

/// Every sale of goods since 2024 drew its full quantity from batches that were finished by its day, oldest first.
fn all_that_was_sold_was_there(production: &Production, today: NaiveDate) {
    assert!(production.plants.iter().all(|plant| plant.stock_from == Some(stock_from())));
    let mut drawn: BTreeMap<Uuid, Kilograms> = BTreeMap::new();
    let mut newest: BTreeMap<&str, (NaiveDate, Uuid)> = BTreeMap::new();
    for draw in &production.draws {
        let (sale, batch) = (&production.sales[&draw.sale_id], &production.batches[&draw.batch_id]);
        assert_eq!(sale.product_code.as_ref(), Some(&batch.product_code));
        assert!(batch.produced_on <= sale.sold_on && batch.voided_at.is_none(), "{sale:?} {batch:?}");
        assert!(batch.recorded_at <= sale.recorded_at, "{sale:?} {batch:?}");
        let sum = drawn.entry(sale.id).or_default();
        *sum = *sum + draw.quantity_g;
        if sale.voided_at.is_none() && sale.sold_on < today {
            let used = newest.entry(&batch.product_code).or_insert((batch.produced_on, batch.id));
            *used = (*used).max((batch.produced_on, batch.id));
        }
    }
    for sale in production.sales.values() {
        let expected = if sale.sold_on < stock_from() { None } else { Some(sale.quantity_g) };
        assert_eq!(drawn.get(&sale.id).copied(), expected, "{sale:?}");
    }
    for batch in production.batches.values().filter(|batch| batch.voided_at.is_none()) {
        let is_older =
            newest.get(batch.product_code.as_str()).is_some_and(|newest| (batch.produced_on, batch.id) < *newest);
        // An older batch may be left with some stock if a voided sale returned it after later sales had drawn from
        // newer batches.
        assert!(!is_older || batch.available_g < batch.output_g, "{batch:?}");
    }
}

fn batches_are_made_of_what_came_before(production: &Production, today: NaiveDate) {
    let mut used_by: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
    let mut made_of: BTreeMap<Uuid, Vec<NaiveDate>> = BTreeMap::new();
    for one in &production.ingredients {
        let batch = &production.batches[&one.batch_id];
        let (plant, day) = match (one.intake_id, one.source_batch_id) {
            (Some(intake), None) => (&production.intakes[&intake].plant_code, production.intakes[&intake].received_on),
            (None, Some(source)) => (&production.batches[&source].plant_code, production.batches[&source].produced_on),
            _ => panic!("{one:?}"),
        };
        assert_eq!(plant, &batch.plant_code);
        assert!(day <= batch.produced_on, "{one:?} {batch:?}");
        made_of.entry(batch.id).or_default().push(day);
        used_by.entry(one.intake_id.or(one.source_batch_id).unwrap_or_default()).or_default().insert(batch.id);
    }
    let steps = production.steps.iter().fold(BTreeMap::<Uuid, i64>::new(), |mut days, step| {
        *days.entry(step.batch_id).or_default() += i64::from(step.days);
        days
    });
    let mut unusual = 0;
    for batch in production.batches.values() {
        assert!((stock_from()..=today).contains(&batch.produced_on), "{batch:?}");
        assert!(made_of[&batch.id].len() > 1 || batch.product_code == "boxed-pears", "{batch:?}");
        assert!(made_of[&batch.id].iter().min().is_some_and(|oldest| *oldest <= batch.began_on), "{batch:?}");
        let days = steps.get(&batch.id).copied().unwrap_or_default();
        assert!(batch.produced_on - batch.began_on >= Duration::days(days), "{batch:?}");
        let product = &production.products[&batch.product_code];
        let usual = product.usual_yield_from.expect("a band")..=product.usual_yield_to.expect("a band");
        let is_unusual = !usual.contains(&Ratio::of(batch.output_g, batch.input_g).expect("ingredients"));
        unusual += usize::from(is_unusual && batch.voided_at.is_none());
        if batch.voided_at.is_none() {
            let by_products =
                production.by_products.iter().filter(|row| row.batch_id == batch.id).map(|row| row.quantity_g).sum();
            assert_eq!(batch.input_g, batch.output_g + by_products + batch.loss_g, "{batch:?}");
        }
    }
    assert!((1..=3).contains(&unusual), "{unusual}");
    assert!(production.intakes.values().all(|intake| intake.received_on <= today));
    assert!(used_by.iter().any(|(source, batches)| production.intakes.contains_key(source) && batches.len() > 5));
    assert!(used_by.keys().filter(|source| production.batches.contains_key(source)).count() > 5);
    assert!(production.intakes.values().any(|intake| intake.available_g.0 > 0));
    assert!(production.intakes.values().filter(|intake| intake.available_g.0 == 0).count() > 100);
    for intake in production.intakes.values() {
        let lot = intake.lot_id.map(|lot| &production.lots[&lot]);
        assert_eq!(lot.map(|lot| lot.grower_id), intake.grower_id);
        assert!(
            lot.is_none_or(|lot| lot.harvested_on <= intake.received_on && lot.recorded_at <= intake.recorded_at),
            "{intake:?} {lot:?}"
        );
    }
    assert!(production.intakes.values().filter(|intake| intake.lot_id.is_some()).count() > 5);
}

/// In each past year, an intake and a batch were entered wrongly, and the batch was entered again.
fn mistakes_stay_on_record(production: &Production, this_year: i32) {
    for year in 2024..this_year {
        let voided =
            production.intakes.values().filter(|row| row.received_on.year() == year && row.voided_at.is_some());
        assert_eq!(voided.count(), 1, "{year}");
        let voided =
            production.batches.values().filter(|row| row.produced_on.year() == year && row.voided_at.is_some());
        let voided: Vec<_> = voided.map(|row| row.id).collect();
        assert_eq!(voided.len(), 1, "{year}");
        assert!(production.batches.values().any(|row| row.replaces_id == Some(voided[0])), "{year}");
    }
}

async fn every_product_can_be_sold(app: &TestApp) {
    let official = app.sign_in_to_demo("official").await;
    let query = "{ processingPlants { code products { code } stock { product { code } quantityKg } } }";
    let plants = official.ask(query).await["processingPlants"].take();
    let mut products = 0;
    for plant in plants.as_array().expect("plants") {
        let stock = plant["stock"].as_array().expect("its stock");
        assert_eq!(stock.len(), plant["products"].as_array().map_or(0, Vec::len), "{plant}");
        for row in stock {
            assert!(Kilograms::parse(&text(&row["quantityKg"])).expect("a weight") >= Kilograms(5_000), "{plant}");
            products += 1;
        }
    }
    assert_eq!(products, 10);
    let operator = app.sign_in_to_demo("plant").await;
    let own = operator.ask("{ me { processingPlant { code stock { product { code } quantityKg } } } }").await;
    let of_official = plants.as_array().and_then(|plants| plants.iter().find(|plant| plant["code"] == "yunan-pickles"));
    assert_eq!(own["me"]["processingPlant"]["stock"], of_official.expect("the plant")["stock"]);
}

async fn every_plant_has_output(app: &TestApp, this_year: i32) {
    let official = app.sign_in_to_demo("official").await;
    for year in 2024..this_year {
        let report = official.report(year, "plantOutput { plant { code } product { code } outputKg }").await;
        let rows = report["plantOutput"].as_array().expect("rows");
        assert_eq!(rows.iter().map(|row| text(&row["plant"]["code"])).collect::<BTreeSet<_>>().len(), 4, "{year}");
        assert_eq!(rows.len(), 10, "{year}");
        for row in rows {
            let output = Kilograms::parse(&text(&row["outputKg"])).expect("a weight");
            assert!((Kilograms(100_000)..Kilograms(20_000_000)).contains(&output), "{year}: {row}");
        }
    }
    assert_eq!(official.report(2023, "plantOutput { outputKg }").await["plantOutput"], json!([]));
}

#[tokio::test]
async fn on_the_first_day_of_a_year() {
    check(&loaded_at(FIRST_OF_A_YEAR).await, FIRST_OF_A_YEAR).await;
}

#[tokio::test]
async fn on_an_ordinary_day() {
    let app = TestApp::demo().await;
    check(&app, NOW).await;
}

#[tokio::test]
async fn in_the_season_of_pears() {
    let now = "2025-09-02T02:30:00Z";
    check(&loaded_at(now).await, now).await;
}

#[tokio::test]
async fn soon_after_certificates_began() {
    let now = "2026-02-20T02:30:00Z";
    check(&loaded_at(now).await, now).await;
}

#[tokio::test]
async fn on_the_last_day_of_a_year() {
    check(&loaded_at(LAST_OF_A_YEAR).await, LAST_OF_A_YEAR).await;
}

#[tokio::test]
async fn cured_meat_takes_its_time() {
    let app = TestApp::demo().await;
    let steps = product_step::Entity::find()
        .order_by_asc(product_step::Column::Position)
        .all(app.database.reader())
        .await
        .expect("steps");
    let of_pork: Vec<_> = steps
        .iter()
        .filter(|step| step.product_code == "cured-pork")
        .map(|step| (step.name.as_str(), step.days))
        .collect();
    assert_eq!(of_pork, [("盐腌", 7), ("慢火烟熏", 28)]);
    let production = Production::of(&app).await;
    let pork: Vec<_> = production.batches.values().filter(|batch| batch.product_code == "cured-pork").collect();
    assert!(pork.len() > 20, "{}", pork.len());
    for batch in pork {
        assert!(batch.produced_on - batch.began_on >= Duration::days(35), "{batch:?}");
        assert_eq!(production.steps.iter().filter(|step| step.batch_id == batch.id).count(), 2);
    }
}

/// The operator takes in vegetables and makes pickles of them. The clerk sells from the oldest batch, and then from the
/// new one.
#[tokio::test]
async fn a_visitor_goes_on_where_the_records_end() {
    let app = TestApp::demo().await;
    let (operator, clerk) = (app.sign_in_to_demo("plant").await, app.sign_in_to_demo("clerk").await);
    let input = json!({
        "plantCode": "yunan-pickles", "material": "时令蔬菜", "supplierName": "菜市场", "quantityKg": "120", "receivedOn": "2026-11-24"
    });
    let intake = operator.change("recordIntake", input, "intake { id }").await["intake"]["id"].take();
    let input = json!({
        "plantCode": "yunan-pickles", "productCode": "bath-pickles", "producedOn": "2026-11-24", "outputKg": "100",
        "ingredients": [{"intakeId": intake, "quantityKg": "118"}]
    });
    let batch = operator.change("recordProductionBatch", input, "batch { code yieldWarning }").await["batch"].take();
    let before = Production::of(&app).await;
    let of_product = |batch: &&production_batch::Model| batch.product_code == "bath-pickles" && batch.available_g.0 > 0;
    let oldest =
        before.batches.values().filter(of_product).min_by_key(|batch| (batch.produced_on, batch.id)).expect("a batch");
    assert_ne!(json!(oldest.code.0), batch["code"]);
    let sale = |batch: Option<&str>| {
        json!({
            "soldOn": "2026-11-24", "channel": "MARKET", "regionCode": TOWN, "productCode": "bath-pickles", "quantityKg": "2.5",
            "amountYuan": "42.5", "batchId": batch
        })
    };
    clerk.change("recordSale", sale(None), "sale { id }").await;
    let after = Production::of(&app).await;
    assert_eq!(after.batches[&oldest.id].available_g, oldest.available_g - Kilograms(2_500));
    let query = format!("{{ productionBatch(code: {}) {{ id availableKg }} }}", batch["code"]);
    let id = text(&operator.ask(&query).await["productionBatch"]["id"]);
    clerk.change("recordSale", sale(Some(&id)), "sale { id }").await;
    assert_eq!(operator.ask(&query).await["productionBatch"]["availableKg"], "97.500");
    app.verified().await;
}

/// Records before a day are the same when the town is loaded later.
async fn the_past_is_the_same(earlier: &TestApp, later: &TestApp, then: NaiveDate) {
    let (before, after) = (Production::of(earlier).await, Production::of(later).await);
    // Only the remaining quantities change.
    let came = |production: &Production| -> Vec<intake::Model> {
        let rows = production.intakes.values().filter(|row| row.received_on < then);
        rows.map(|row| intake::Model { available_g: Kilograms::ZERO, ..row.clone() }).collect()
    };
    assert_eq!(came(&before), came(&after));
    let made = |production: &Production| -> BTreeMap<Uuid, production_batch::Model> {
        let rows = production.batches.values().filter(|row| row.produced_on < then);
        rows.map(|row| (row.id, production_batch::Model { available_g: Kilograms::ZERO, ..row.clone() })).collect()
    };
    let batches = made(&before);
    assert_eq!(batches, made(&after));
    let of_batches = |production: &Production| -> (Vec<_>, Vec<_>, Vec<_>) {
        (
            production.ingredients.iter().filter(|row| batches.contains_key(&row.batch_id)).cloned().collect(),
            production.by_products.iter().filter(|row| batches.contains_key(&row.batch_id)).cloned().collect(),
            production.steps.iter().filter(|row| batches.contains_key(&row.batch_id)).cloned().collect(),
        )
    };
    assert_eq!(of_batches(&before), of_batches(&after));
    let drawn = |production: &Production| -> Vec<_> {
        production.draws.iter().filter(|draw| production.sales[&draw.sale_id].sold_on < then).cloned().collect()
    };
    assert_eq!(drawn(&before), drawn(&after));
    let used = after
        .batches
        .iter()
        .filter(|(id, row)| before.batches.get(id).is_some_and(|before| before.available_g > row.available_g));
    assert!(used.count() > 5);
    for (id, lot) in before.lots.iter().filter(|(_, lot)| lot.harvested_on < then) {
        assert_eq!((&lot.code, lot.quantity_g), (&after.lots[id].code, after.lots[id].quantity_g));
    }
}

#[tokio::test]
async fn the_past_of_a_plant_does_not_move() {
    let later = TestApp::demo().await;
    for then in ["2024-12-31T16:30:00Z", "2025-12-15T04:00:00Z", "2026-08-28T04:00:00Z"] {
        the_past_is_the_same(&loaded_at(then).await, &later, instant(then).day()).await;
    }
}
