//! The public part of a published report: no amount that has few sellers, and nothing from which it could be derived.

use serde_json::{Value, json};

use super::{publish, published, sell};
use crate::app::{Client, OTHER_VILLAGE, TOWN, TestApp, VILLAGE};

const SEEN: &str = "sealedText restatements { field row part published present } report { salesRevenueYuan \
    revenueByVariety { variety { code } salesYuan salesKg presaleYuan presaleKg } \
    revenueByProduct { product { code } salesYuan salesKg } revenueByChannel { channel salesYuan } }";

/// Sales of pears by four growers, of oranges by one, of pomelos by three through another channel, and one sale by the
/// plant.
pub(super) async fn town(app: &TestApp) -> (Client, Vec<String>) {
    app.reference_data().await;
    let clerk = app.clerk().await;
    let mut growers = Vec::new();
    for name in ["王一", "王二", "王三", "王四"] {
        growers.push(clerk.register_grower(name, VILLAGE).await);
    }
    for grower in &growers {
        sell(&clerk, grower, "fengshui-pear", "MARKET", "2024-08-01", "100").await;
        sell(&clerk, grower, "fengshui-pear", "MARKET", "2024-08-02", "10").await;
    }
    for grower in &growers[..3] {
        sell(&clerk, grower, "sanhong-pomelo", "ONLINE", "2024-10-01", "50").await;
    }
    sell(&clerk, &growers[0], "yunan-navel-orange", "MARKET", "2024-12-01", "7").await;
    let goods = json!({
        "soldOn": "2024-08-01", "channel": "FARM_GATE", "regionCode": VILLAGE, "productCode": "paocai", "quantityKg": "1", "amountYuan": "9"
    });
    clerk.change("recordSale", goods, "__typename").await;
    (clerk, growers)
}

/// The amounts of sales that a reader sees, by row.
fn sales(report: &Value) -> Vec<(String, Option<String>)> {
    let report = &report["report"];
    let mut seen = Vec::new();
    for (field, of) in
        [("revenueByVariety", "variety"), ("revenueByProduct", "product"), ("revenueByChannel", "channel")]
    {
        for row in report[field].as_array().expect("rows") {
            let name = row[of]["code"].as_str().or(row[of].as_str()).expect("a name");
            seen.push((name.to_owned(), row["salesYuan"].as_str().map(str::to_owned)));
            if row["salesYuan"].is_null() {
                assert!(["salesKg", "presaleYuan", "presaleKg"].iter().all(|amount| row[*amount].is_null()), "{row}");
            }
        }
    }
    seen
}

fn shown(rows: &[(&str, Option<&str>)]) -> Vec<(String, Option<String>)> {
    rows.iter().map(|(name, amount)| ((*name).to_owned(), amount.map(str::to_owned))).collect()
}

#[tokio::test]
async fn few_sellers_are_hidden_from_everybody_but_the_regions_offices() {
    let app = TestApp::new().await;
    let (clerk, growers) = town(&app).await;
    let official = app.official_of(TOWN).await;
    publish(&official, TOWN, 2024, "YEAR", "id").await;
    let whole = shown(&[
        ("fengshui-pear", Some("440.00")),
        ("sanhong-pomelo", Some("150.00")),
        ("yunan-navel-orange", Some("7.00")),
        ("paocai", Some("9.00")),
        ("FARM_GATE", Some("9.00")),
        ("MARKET", Some("447.00")),
        ("ONLINE", Some("150.00")),
    ]);
    // The oranges of one grower and the products of one plant are both hidden, so that neither can be derived. Among
    // the channels, the next smallest is hidden together with the plant's.
    let hidden = shown(&[
        ("fengshui-pear", Some("440.00")),
        ("sanhong-pomelo", Some("150.00")),
        ("yunan-navel-orange", None),
        ("paocai", None),
        ("FARM_GATE", None),
        ("MARKET", Some("447.00")),
        ("ONLINE", None),
    ]);
    for reader in [clerk.clone(), app.official_of("500235").await, official.clone(), app.admin().await] {
        assert_eq!(sales(&published(&reader, TOWN, SEEN).await[0]), whole);
    }
    let outside = [
        app.visitor(),
        app.buyer().await,
        app.grower(&growers[0]).await,
        app.plant_operator("pickles").await,
        app.clerk_of(VILLAGE).await,
        app.clerk_of(OTHER_VILLAGE).await,
    ];
    for reader in &outside {
        let seen = &published(reader, TOWN, SEEN).await[0];
        assert_eq!((sales(seen), &seen["sealedText"]), (hidden.clone(), &Value::Null));
        assert_eq!(seen["report"]["salesRevenueYuan"], "606.00", "totals are for everybody");
    }
    // With 4, the pomelos of three growers are hidden, too. With 1, nothing is hidden.
    let four = app.configured(&[("SMALL_CELL_SELLERS", "4")]);
    let seen = sales(&published(&four.visitor(), TOWN, SEEN).await[0]);
    assert_eq!(
        seen.iter().filter(|(_, amount)| amount.is_none()).map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["sanhong-pomelo", "yunan-navel-orange", "paocai", "FARM_GATE", "ONLINE"]
    );
    let one = app.configured(&[("SMALL_CELL_SELLERS", "1")]);
    assert_eq!(sales(&published(&one.visitor(), TOWN, SEEN).await[0]), whole);
    app.verified().await;
}

#[tokio::test]
async fn restatements_tell_nothing_that_is_hidden() {
    let app = TestApp::new().await;
    let (clerk, growers) = town(&app).await;
    let official = app.official_of(TOWN).await;
    publish(&official, TOWN, 2024, "YEAR", "id").await;
    // Sales in a row that was shown, in one that was hidden, and in one that did not exist.
    sell(&clerk, &growers[3], "fengshui-pear", "MARKET", "2024-08-03", "1").await;
    sell(&clerk, &growers[1], "yunan-navel-orange", "ONLINE", "2024-12-03", "2").await;
    sell(&clerk, &growers[1], "yellow-peach", "WHOLESALE", "2024-07-03", "4").await;
    let rows = |restated: &Value| -> Vec<Value> {
        let restatements = restated["restatements"].as_array().expect("restatements").clone();
        restatements
            .into_iter()
            .filter(|restatement| restatement["part"] == "salesYuan" && restatement["field"] != "revenueByMonth")
            .collect()
    };
    let of = |field: &str, row: &str, published: Value, present: Value| json!({"field": field, "row": row, "part": "salesYuan", "published": published, "present": present});
    assert_eq!(
        rows(&published(&official, TOWN, SEEN).await[0]),
        [
            of("revenueByVariety", "fengshui-pear", json!("440.00"), json!("441.00")),
            of("revenueByVariety", "yellow-peach", Value::Null, json!("4.00")),
            of("revenueByVariety", "yunan-navel-orange", json!("7.00"), json!("9.00")),
            of("revenueByChannel", "MARKET", json!("447.00"), json!("448.00")),
            of("revenueByChannel", "ONLINE", json!("150.00"), json!("152.00")),
            of("revenueByChannel", "WHOLESALE", Value::Null, json!("4.00")),
        ]
    );
    assert_eq!(
        rows(&published(&app.visitor(), TOWN, SEEN).await[0]),
        [
            of("revenueByVariety", "fengshui-pear", json!("440.00"), Value::Null),
            of("revenueByChannel", "MARKET", json!("447.00"), Value::Null),
        ]
    );
}

#[tokio::test]
async fn voided_sales_and_unnamed_sellers_make_no_crowd() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let official = app.official_of(TOWN).await;
    let mut growers = Vec::new();
    for name in ["王一", "王二", "王三"] {
        growers.push(clerk.register_grower(name, VILLAGE).await);
    }
    for grower in &growers {
        sell(&clerk, grower, "fengshui-pear", "MARKET", "2024-08-01", "10").await;
        sell(&clerk, grower, "yellow-peach", "ONLINE", "2024-07-01", "10").await;
    }
    let voided = sell(&clerk, &growers[2], "sanhong-pomelo", "WHOLESALE", "2024-10-01", "10").await;
    for grower in &growers[..2] {
        sell(&clerk, grower, "sanhong-pomelo", "WHOLESALE", "2024-10-01", "20").await;
    }
    clerk.change("voidSale", json!({"saleId": voided, "reason": "误录"}), "__typename").await;
    let unnamed = json!({
        "soldOn": "2024-10-02", "channel": "WHOLESALE", "regionCode": VILLAGE, "varietyCode": "sanhong-pomelo", "quantityKg": "1", "amountYuan": "1"
    });
    clerk.change("recordSale", unnamed, "__typename").await;
    publish(&official, TOWN, 2024, "YEAR", "id").await;
    // Voiding sales later does not lower the number of sellers behind the published amounts.
    let later = clerk.ask("{ sales(first: 100) { nodes { id } } }").await;
    for sale in later["sales"]["nodes"].as_array().expect("sales").iter().take(2) {
        clerk.mutate("voidSale", json!({"saleId": sale["id"], "reason": "误录"}), "__typename").await;
    }
    let seen = sales(&published(&app.visitor(), TOWN, SEEN).await[0]);
    assert_eq!(
        seen,
        shown(&[
            ("fengshui-pear", None),
            ("sanhong-pomelo", None),
            ("yellow-peach", Some("30.00")),
            ("MARKET", None),
            ("ONLINE", Some("30.00")),
            ("WHOLESALE", None),
        ])
    );
}

/// In a year in which peaches only came back, those are of the growers who had sold them.
#[tokio::test]
async fn what_came_back_of_one_seller_is_hidden() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let official = app.official_of(TOWN).await;
    let mut growers = Vec::new();
    for name in ["王一", "王二", "王三"] {
        growers.push(clerk.register_grower(name, VILLAGE).await);
    }
    let sold = sell(&clerk, &growers[0], "yellow-peach", "MARKET", "2024-07-01", "50").await;
    for grower in &growers {
        for (variety, day) in [("fengshui-pear", "2025-08-01"), ("sanhong-pomelo", "2025-10-01")] {
            sell(&clerk, grower, variety, "MARKET", day, "10").await;
        }
    }
    let back = json!({
        "saleId": sold, "quantityKg": "0.1", "amountYuan": "4", "returnedOn": "2025-01-02", "backToStock": false, "reason": "烂果"
    });
    clerk.change("recordSaleReturn", back, "__typename").await;
    publish(&official, TOWN, 2025, "YEAR", "id").await;
    let rows = |peach: Option<&'static str>, pear: Option<&'static str>| {
        shown(&[
            ("fengshui-pear", pear),
            ("sanhong-pomelo", Some("30.00")),
            ("yellow-peach", peach),
            ("MARKET", Some("56.00")),
        ])
    };
    let seen = sales(&published(&app.visitor(), TOWN, SEEN).await[0]);
    assert_eq!(seen, rows(None, None), "and another one with it, or the total would tell");
    let whole = sales(&published(&official, TOWN, SEEN).await[0]);
    assert_eq!(whole, rows(Some("-4.00"), Some("30.00")));
}
