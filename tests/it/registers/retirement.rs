//! Varieties, sites, products and plants that are no longer in use from a day on: nothing more of them is recorded, and
//! what was recorded stays.

use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use store::entity::tourism::site_retirement;

use crate::{
    app::{Client, TOWN, TestApp, VILLAGE, text},
    plants::production_batches::{pickles, pickles_sold, plant},
    presales::preorders::with,
};

const PEAR: &str = "fengshui-pear";

/// The pear with its names and months, retired from a day on.
fn pear(retired_on: impl Into<Value>) -> Value {
    json!({
        "code": PEAR, "name": "丰水梨", "nameEn": "Hosui pear", "harvestStartMonth": 7, "harvestEndMonth": 9,
        "retiredOn": retired_on.into()
    })
}

/// A sale of pears without a lot.
fn sold(on: &str) -> Value {
    json!({
        "soldOn": on, "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": PEAR, "quantityKg": "10", "amountYuan": "50"
    })
}

fn estimate(season: i32) -> Value {
    json!({"regionCode": TOWN, "varietyCode": PEAR, "season": season, "quantityKg": "400"})
}

/// The codes of a list.
async fn codes(client: &Client, list: &str) -> Vec<String> {
    let field = list.split('(').next().expect("a field");
    let answer = client.ask(&format!("{{ {list} {{ code }} }}")).await;
    answer[field].as_array().expect("a list").iter().map(|row| text(&row["code"])).collect()
}

#[tokio::test]
async fn a_variety_is_retired_once_nothing_grows_it_and_stays_in_what_was_recorded() {
    let app = TestApp::new().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let grower = clerk.register_grower("王家果园", VILLAGE).await;
    let gone = clerk.register_plot(&grower, VILLAGE, "5", 2012).await;
    let regrafted = clerk.register_plot(&grower, VILLAGE, "3", 2012).await;
    let lot = clerk.record_harvest(&gone, "2026-08-20", "300").await;
    let offer = clerk.open_offer(json!({"season": 2027})).await;
    let area = clerk.report(2025, "plantedAreaMu plantedAreaByVariety { variety { code } areaMu }").await;

    let refusal = admin.refused_change("updateVariety", pear("2026-11-01")).await;
    assert_eq!(refusal.brief(), ("CONFLICT", None));
    assert!(refusal.message.contains(&gone) && refusal.message.contains(&regrafted), "{}", refusal.message);
    clerk.change("takePlotOutOfUse", json!({"plotId": gone, "from": "2026-11-01"}), "__typename").await;
    let peach = json!({"plotId": regrafted, "varietyCode": "yellow-peach", "from": "2026-11-15"});
    clerk.change("changePlot", peach, "__typename").await;
    let refusal = admin.refused_change("updateVariety", pear("2026-11-01")).await;
    assert!(refusal.code == "CONFLICT" && refusal.message.contains(&offer), "{refusal:?}");
    let closed = json!({"offerId": offer, "closesAt": "2026-11-24T04:00:00Z"});
    clerk.change("changePresaleOffer", closed, "__typename").await;
    let refusal = admin.refused_change("updateVariety", pear("2026-11-25")).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.retiredOn")));
    let retired = admin.change("updateVariety", pear("2026-11-01"), "variety { retiredOn }").await;
    assert_eq!(retired["variety"]["retiredOn"], "2026-11-01");

    let plot =
        json!({"growerId": grower, "regionCode": VILLAGE, "varietyCode": PEAR, "areaMu": "1", "plantedYear": 2020});
    let offered = |season: i32| {
        json!({
            "varietyCode": PEAR, "regionCode": TOWN, "season": season, "quotaKg": "100", "unitPriceYuan": "8",
            "depositRate": "0.30", "opensAt": "2026-11-20T00:00:00Z", "closesAt": "2026-11-30T00:00:00Z"
        })
    };
    for (mutation, input, field) in [
        ("recordSale", sold("2026-11-01"), "input.varietyCode"),
        ("registerPlot", plot, "input.varietyCode"),
        ("changePlot", json!({"plotId": regrafted, "varietyCode": PEAR, "from": "2026-11-16"}), "input.varietyCode"),
        ("recordHarvest", json!({"plotId": regrafted, "harvestedOn": "2026-11-02", "quantityKg": "1"}), "input.plotId"),
        ("recordHarvestEstimate", estimate(2027), "input.varietyCode"),
        ("openPresaleOffer", offered(2027), "input.varietyCode"),
    ] {
        let refusal = clerk.refused_change(mutation, input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{mutation}");
        assert!(refusal.message.contains("2026-11-01"), "{mutation}: {}", refusal.message);
    }
    // What is in stock is still sold, and what happened before is still entered.
    clerk.change("recordSale", with(sold("2026-11-20"), json!({"lotId": lot})), "__typename").await;
    for (mutation, input) in [
        ("recordSale", sold("2026-10-31")),
        ("recordHarvest", json!({"plotId": regrafted, "harvestedOn": "2026-09-02", "quantityKg": "1"})),
        ("recordHarvestEstimate", estimate(2026)),
        ("openPresaleOffer", offered(2026)),
    ] {
        clerk.change(mutation, input, "__typename").await;
    }
    assert_eq!(
        clerk.report(2025, "plantedAreaMu plantedAreaByVariety { variety { code } areaMu }").await,
        area,
        "figures are what they were"
    );
    let visitor = app.visitor();
    assert!(codes(&visitor, "varieties").await.contains(&PEAR.to_owned()));
    assert!(codes(&visitor, "varieties(inUseOn: \"2026-10-31\")").await.contains(&PEAR.to_owned()));
    assert!(!codes(&visitor, "varieties(inUseOn: \"2026-11-01\")").await.contains(&PEAR.to_owned()));

    let mut unchanged = pear(Value::Null);
    unchanged.as_object_mut().expect("fields").remove("retiredOn");
    let same = admin.change("updateVariety", unchanged, "variety { retiredOn }").await;
    assert_eq!(same["variety"]["retiredOn"], "2026-11-01", "what is absent does not change");
    let back = admin.change("updateVariety", pear(Value::Null), "variety { retiredOn }").await;
    assert_eq!(back["variety"]["retiredOn"], Value::Null);
    clerk.change("recordSale", sold("2026-11-01"), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn a_plot_is_registered_or_its_variety_retired_and_never_both_at_once() {
    let app = TestApp::new().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let grower = clerk.register_grower("王家果园", VILLAGE).await;
    for round in 0..5 {
        let plot =
            json!({"growerId": grower, "regionCode": VILLAGE, "varietyCode": PEAR, "areaMu": "1", "plantedYear": 2020});
        let (registered, retired) = tokio::join!(
            clerk.mutate("registerPlot", plot, "plot { id }"),
            admin.mutate("updateVariety", pear("2026-11-24"), "__typename")
        );
        let refused = [&registered, &retired].into_iter().filter(|answer| answer.get("errors").is_some()).count();
        assert_eq!(refused, 1, "round {round}: {registered:#} {retired:#}");
        if registered.get("errors").is_none() {
            let id = &registered["data"]["registerPlot"]["plot"]["id"];
            clerk.change("takePlotOutOfUse", json!({"plotId": id, "from": "2026-11-24"}), "__typename").await;
        } else {
            admin.change("updateVariety", pear(Value::Null), "__typename").await;
        }
    }
    app.verified().await;
}

#[tokio::test]
async fn a_site_is_retired_and_its_visitors_stay() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let count = |date: &str, visitors: i32| json!({"siteCode": "gate", "date": date, "visitors": visitors});
    for (date, visitors) in [("2026-11-20", 100), ("2026-11-22", 30)] {
        clerk.change("recordVisitors", count(date, visitors), "__typename").await;
    }
    let before = clerk.report(2026, "asOf visitors").await;
    app.set_time("2026-11-24T05:00:00Z");
    let retire = |day: Value| json!({"code": "gate", "retiredOn": day});
    let refusal = admin.refused_change("updateSite", retire("2026-11-25".into())).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.retiredOn")));
    let site = admin.change("updateSite", retire("2026-11-21".into()), "site { retiredOn countsTowardsTotal }").await;
    assert_eq!(site["site"], json!({"retiredOn": "2026-11-21", "countsTowardsTotal": true}));
    assert_eq!(clerk.report(2026, "visitors").await["visitors"], 130, "what was recorded stays, also of a later day");
    let refusal = clerk.refused_change("recordVisitors", count("2026-11-21", 5)).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.siteCode")));
    assert!(refusal.message.contains("2026-11-21"), "{}", refusal.message);
    // An earlier day is corrected, and a later one is taken back.
    clerk.change("recordVisitors", count("2026-11-20", 90), "__typename").await;
    let void = json!({"siteCode": "gate", "date": "2026-11-22", "reason": "记错景点"});
    clerk.change("voidVisitors", void, "__typename").await;
    assert_eq!(clerk.report(2026, "visitors").await["visitors"], 90);
    let as_of = before["asOf"].as_str().expect("an instant");
    assert_eq!(clerk.report_as_of(2026, as_of, "asOf visitors").await, before);
    let visitor = app.visitor();
    assert_eq!(codes(&visitor, "sites(inUseOn: \"2026-11-20\")").await, ["gate", "pavilion"]);
    assert_eq!(codes(&visitor, "sites(inUseOn: \"2026-11-21\")").await, ["pavilion"]);
    assert_eq!(
        codes(&visitor, &format!("sites(regionCode: \"{VILLAGE}\", inUseOn: \"2026-11-24\")")).await,
        ["pavilion"]
    );

    for day in ["2026-11-21".into(), Value::Null] {
        admin.change("updateSite", retire(day), "__typename").await;
    }
    clerk.change("recordVisitors", count("2026-11-21", 5), "__typename").await;
    let said = site_retirement::Entity::find().count(app.database.reader()).await.expect("rows");
    assert_eq!(said, 2, "what says nothing new is not kept");
    app.verified().await;
}

#[tokio::test]
async fn a_product_is_retired_and_sold_from_stock_alone() {
    let (app, clerk, operator) = plant().await;
    let admin = app.admin().await;
    let batch = json!({"needsIngredients": false, "code": "paocai", "steps": []});
    admin.change("setProductMaking", batch, "__typename").await;
    operator.change("recordProductionBatch", pickles(json!({})), "__typename").await;
    let retire = |code: &str, day: Value| json!({"code": code, "retiredOn": day});
    let retired =
        admin.change("updateProduct", retire("paocai", "2026-09-01".into()), "product { name retiredOn }").await;
    assert_eq!(retired["product"], json!({"name": "洗澡泡菜", "retiredOn": "2026-09-01"}));
    let refusal = operator.refused_change("recordProductionBatch", pickles(json!({"producedOn": "2026-09-01"}))).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.productCode")));
    operator.change("recordProductionBatch", pickles(json!({"producedOn": "2026-08-31"})), "__typename").await;
    clerk.change("recordSale", pickles_sold(json!({"soldOn": "2026-10-01", "quantityKg": "150"})), "__typename").await;
    let more = pickles_sold(json!({"soldOn": "2026-10-02", "quantityKg": "11"}));
    assert_eq!(clerk.refused_change("recordSale", more).await.code, "QUOTA_EXCEEDED", "there are 10 kg left");
    assert!(codes_of_products(&app, "").await.contains(&"paocai".to_owned()));
    assert!(codes_of_products(&app, "(inUseOn: \"2026-08-31\")").await.contains(&"paocai".to_owned()));
    assert!(codes_of_products(&app, "(inUseOn: \"2026-09-01\")").await.is_empty());

    // A plant without stock sells what it makes.
    let bacon = json!({"code": "bacon", "name": "腊肉厂", "regionCode": VILLAGE, "openedOn": "2020-05-01"});
    admin.change("addProcessingPlant", bacon, "__typename").await;
    let product = json!({"code": "larou", "plantCode": "bacon", "name": "腊肉", "isFreshProduce": false});
    admin.change("addProduct", product, "__typename").await;
    admin.change("updateProduct", retire("larou", "2026-09-01".into()), "__typename").await;
    let sale = |on: &str| pickles_sold(json!({"soldOn": on, "productCode": "larou"}));
    assert_eq!(
        clerk.refused_change("recordSale", sale("2026-09-01")).await.brief(),
        ("INVALID_INPUT", Some("input.productCode"))
    );
    clerk.change("recordSale", sale("2026-08-31"), "__typename").await;
    let back = json!({"code": "larou", "name": "云安腊肉", "retiredOn": null});
    let back = admin.change("updateProduct", back, "product { name retiredOn }").await;
    assert_eq!(back["product"], json!({"name": "云安腊肉", "retiredOn": null}));
    clerk.change("recordSale", sale("2026-09-01"), "__typename").await;
    app.verified().await;
}

async fn codes_of_products(app: &TestApp, arguments: &str) -> Vec<String> {
    let answer = app
        .visitor()
        .ask(&format!("{{ processingPlant(code: \"pickles\") {{ products{arguments} {{ code }} }} }}"))
        .await;
    answer["processingPlant"]["products"].as_array().expect("products").iter().map(|row| text(&row["code"])).collect()
}

#[tokio::test]
async fn a_closed_plant_takes_in_nothing_makes_nothing_and_gets_nothing_new() {
    let (app, _, operator) = plant().await;
    let admin = app.admin().await;
    let closed = json!({"code": "pickles", "closedOn": "2026-11-01"});
    admin.change("updateProcessingPlant", closed, "__typename").await;
    let cabbage = json!({
        "plantCode": "pickles", "material": "青菜", "supplierName": "菜市场", "quantityKg": "100", "receivedOn": "2026-11-01"
    });
    let refusal = operator.refused_change("recordIntake", cabbage).await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.receivedOn")));
    let product = json!({"code": "larou", "plantCode": "pickles", "name": "腊肉", "isFreshProduce": false});
    let project = |began: &str| json!({"code": "line", "name": "生产线", "regionCode": VILLAGE, "plantCode": "pickles", "beganOn": began});
    for (mutation, input) in [("addProduct", product), ("addProcessingProject", project("2026-11-01"))] {
        let refusal = admin.refused_change(mutation, input).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.plantCode")), "{mutation}");
    }
    admin.change("addProcessingProject", project("2026-10-31"), "__typename").await;
    admin.change("updateProcessingProject", json!({"code": "line", "endedOn": "2026-11-10"}), "__typename").await;
    let visitor = app.visitor();
    for (list, days) in [
        ("processingPlants", [("2020-04-30", 0), ("2020-05-01", 1), ("2026-10-31", 1), ("2026-11-01", 0)]),
        ("processingProjects", [("2026-10-30", 0), ("2026-10-31", 1), ("2026-11-09", 1), ("2026-11-10", 0)]),
    ] {
        for (day, expected) in days {
            let found = codes(&visitor, &format!("{list}(inUseOn: \"{day}\")")).await;
            assert_eq!(found.len(), expected, "{list} on {day}");
        }
        assert_eq!(codes(&visitor, list).await.len(), 1);
    }
    app.verified().await;
}
