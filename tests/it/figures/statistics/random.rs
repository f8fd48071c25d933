//! Random requests for random records: statistics equal the sum of the records, also as of an instant before thousands
//! of corrections.

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use super::{STATISTICS, Statistic, model::Records};
use crate::{
    app::{Client, NOW, TOWN, TestApp, VILLAGE, text},
    presales::preorders::claim,
};

/// One request: the statistic, the region and days, the grouping, and some of the filters.
#[derive(Debug, Clone)]
struct Asked {
    statistic: usize,
    region: usize,
    from: i64,
    days: i64,
    dimensions: Vec<prop::sample::Index>,
    filter: usize,
}

fn asked() -> impl Strategy<Value = Asked> {
    let days = prop_oneof![0..10_i64, 0..400_i64, 300..2600_i64];
    let dimensions = prop::collection::vec(any::<prop::sample::Index>(), 0..4);
    (0..5_usize, 0..4_usize, 0..2900_i64, days, dimensions, 0..4_usize).prop_map(
        |(statistic, region, from, days, dimensions, filter)| Asked {
            statistic,
            region,
            from,
            days,
            dimensions,
            filter,
        },
    )
}

impl Asked {
    fn question(&self) -> (&'static Statistic, Value, Vec<&'static str>) {
        let statistic = &STATISTICS[self.statistic];
        let region = ["50", "500235", TOWN, VILLAGE][self.region];
        let first: chrono::NaiveDate = "2018-12-30".parse().expect("a day");
        let last: chrono::NaiveDate = "2026-12-31".parse().expect("a day");
        let from = first + chrono::Duration::days(self.from);
        let to = (from + chrono::Duration::days(self.days)).min(last);
        let mut filter = json!({"regionCode": region, "from": from.to_string(), "to": to.to_string()});
        match (statistic.field, self.filter) {
            ("salesStatistics", 0) => filter["varietyCode"] = json!("fengshui-pear"),
            ("salesStatistics", 1) => filter["channel"] = json!("ONLINE"),
            ("plantedAreaStatistics", 0) => filter["varietyCode"] = json!("yunan-navel-orange"),
            _ => {}
        }
        let mut dimensions = Vec::new();
        for index in &self.dimensions {
            let dimension = *index.get(statistic.dimensions);
            if !dimensions.contains(&dimension) {
                dimensions.push(dimension);
            }
        }
        (statistic, filter, dimensions)
    }

    async fn check(&self, client: &Client, records: &Records, as_of: Option<&str>) {
        let (statistic, filter, dimensions) = self.question();
        let expected = records.rows(statistic, &filter, &dimensions);
        if expected.len() > 5000 {
            let refusal = statistic.refused(client, &filter, &dimensions, as_of, "").await;
            assert_eq!(refusal.brief(), ("TOO_COMPLEX", None), "{filter} by {dimensions:?}");
            return;
        }
        let rows = statistic.rows_with(client, &filter, &dimensions, as_of, "").await;
        assert_eq!(rows.len(), expected.len(), "{} {filter} by {dimensions:?} as of {as_of:?}", statistic.field);
        for (row, expected) in rows.iter().zip(&expected) {
            assert_eq!(row, expected, "{} {filter} by {dimensions:?} as of {as_of:?}", statistic.field);
        }
    }
}

/// Lets two plants of the town make something from time to time.
async fn produce(app: &TestApp, client: &Client) {
    let answer = client.ask("{ processingPlants { code products { code } } }").await;
    for plant in answer["processingPlants"]
        .as_array()
        .expect("plants")
        .iter()
        .filter(|plant| !plant["products"][0].is_null())
        .take(2)
    {
        let operator = app.plant_operator(&text(&plant["code"])).await;
        let mut batches = Vec::new();
        let intake = operator.take_in(json!({"plantCode": plant["code"], "receivedOn": "2023-11-01"})).await;
        for day in ["2023-12-31", "2024-01-01", "2024-12-29", "2024-12-30", "2025-01-01", "2026-07-01"] {
            let made = json!({"plantCode": plant["code"], "productCode": plant["products"][0]["code"], "producedOn": day, "outputKg": "7.5"});
            batches.push(operator.pickle(&intake, "8", made).await);
        }
        let voided = batches.last().expect("a batch");
        operator.change("voidProductionBatch", json!({"batchId": voided["id"], "reason": "误录"}), "__typename").await;
    }
}

/// An hour later, voids sales, replaces counts and takings, takes plots out of use, and confirms and cancels
/// pre-orders.
async fn correct(app: &TestApp) {
    app.set_time("2026-11-24T05:00:00Z");
    let clerk = app.clerk().await;
    let of_day = "2024-08-";
    let sales = clerk.ask("{ sales(first: 60, filter: {voided: false}) { nodes { id product { code } } } }").await;
    for sale in sales["sales"]["nodes"].as_array().expect("sales").iter().filter(|sale| sale["product"].is_null()) {
        clerk.change("voidSale", json!({"saleId": sale["id"], "reason": "误录"}), "__typename").await;
    }
    bring_back(&clerk).await;
    let sites = clerk.ask("{ sites { code } }").await;
    for site in sites["sites"].as_array().expect("sites") {
        for day in ["01", "15"] {
            let input = json!({"siteCode": site["code"], "date": format!("{of_day}{day}"), "visitors": 7});
            clerk.change("recordVisitors", input, "__typename").await;
        }
    }
    let kitchens = clerk.ask(&format!("{{ cateringEstablishments(regionCode: \"{TOWN}\") {{ code }} }}")).await;
    for kitchen in kitchens["cateringEstablishments"].as_array().expect("establishments").iter().take(5) {
        let input = json!({"establishmentCode": kitchen["code"], "year": 2023, "month": 5, "amountYuan": "1.01"});
        clerk.change("recordCateringTakings", input, "__typename").await;
    }
    let plots = clerk.ask("{ plots(first: 20, filter: {inUseOn: \"2026-11-24\"}) { nodes { id } } }").await;
    for plot in plots["plots"]["nodes"].as_array().expect("plots") {
        clerk.change("takePlotOutOfUse", json!({"plotId": plot["id"], "from": "2026-11-24"}), "__typename").await;
    }
    let offer = clerk.open_offer(json!({})).await;
    for cancelled in [true, false] {
        let placed = clerk.change("placePreorder", claim(&offer, "2.5"), "preorder { id }").await["preorder"].take();
        let payment = json!({"preorderId": placed["id"], "amountYuan": "20", "method": "CASH"});
        clerk.change("recordPreorderPayment", payment, "__typename").await;
        if cancelled {
            let input = json!({"preorderId": text(&placed["id"]), "onBehalfOf": "TOWN", "reason": "天气"});
            clerk.change("cancelPreorder", input, "__typename").await;
        }
    }
}

/// Parts of some sales of each year come back, some of them a year later; one return is voided.
async fn bring_back(clerk: &Client) {
    let mut last = None;
    for (year, after) in [(2021, 3), (2023, 400), (2025, 40), (2026, 0)] {
        let filter = format!("voided: false, soldFrom: \"{year}-01-01\", soldTo: \"{year}-09-30\"");
        let sales =
            clerk.ask(&format!("{{ sales(first: 30, filter: {{ {filter} }}) {{ nodes {{ id soldOn }} }} }}")).await;
        for sale in sales["sales"]["nodes"].as_array().expect("sales") {
            let sold_on: chrono::NaiveDate = text(&sale["soldOn"]).parse().expect("a day");
            let back = json!({
                "saleId": sale["id"], "quantityKg": "0.25", "amountYuan": "0.17", "returnedOn": (sold_on + chrono::Duration::days(after)).to_string(),
                "backToStock": false, "reason": "碰伤"
            });
            last = Some(clerk.change("recordSaleReturn", back, "return { id }").await["return"]["id"].take());
        }
    }
    let voided = json!({"returnId": last.expect("a return"), "reason": "误录"});
    clerk.change("voidSaleReturn", voided, "__typename").await;
}

#[test]
fn any_question_is_answered_as_by_adding_up_the_records() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (app, client, before, after) = runtime.block_on(async {
        let app = TestApp::demo().await;
        let client = app.official_of("50").await;
        produce(&app, &client).await;
        let before = Records::read(&app.database).await;
        // This request closes the bound of the instant, so answers as of it never include later records.
        STATISTICS[0].rows(&client, &super::days(TOWN, "2024-01-01", "2024-12-31"), &[]).await;
        correct(&app).await;
        let after = Records::read(&app.database).await;
        for statistic in &STATISTICS[..4] {
            assert!(before.days(statistic).len() > 4, "{} has records", statistic.field);
        }
        (app, client, before, after)
    });
    let config =
        ProptestConfig { cases: 60, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&asked(), |asked| {
            runtime.block_on(async {
                asked.check(&client, &after, None).await;
                asked.check(&client, &before, Some(NOW)).await;
            });
            Ok(())
        })
        .expect("every question agrees");
    runtime.block_on(app.verified());
}
