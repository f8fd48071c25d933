//! An edition that was published by mistake is withdrawn, and stays on record.

use serde_json::{Value, json};

use super::{publish, published};
use crate::app::{OTHER_TOWN, TOWN, TestApp, VILLAGE, text};

#[tokio::test]
async fn an_edition_that_was_published_by_mistake_is_withdrawn_and_stays() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    app.clerk().await.record_sale("2024-08-01", "10", "50").await;
    let fields = "id edition hash withdrawnAt withdrawReason withdrawnBy { role } report { salesRevenueYuan }";
    let first = publish(&official, TOWN, 2024, "YEAR", fields).await;
    assert_eq!((&first["withdrawnAt"], &first["withdrawnBy"]), (&Value::Null, &Value::Null));
    app.set_time("2026-11-24T05:00:00Z");
    let withdraw = json!({"reportId": first["id"], "reason": "误发"});
    let county = app.official_of("500235").await;
    for (reader, input, expected) in [
        (app.official_of(OTHER_TOWN).await, withdraw.clone(), ("FORBIDDEN", None)),
        (app.official_of(VILLAGE).await, withdraw.clone(), ("FORBIDDEN", None)),
        (app.clerk().await, withdraw.clone(), ("FORBIDDEN", None)),
        (official.clone(), json!({"reportId": "x", "reason": "误发"}), ("NOT_FOUND", Some("input.reportId"))),
        (official.clone(), json!({"reportId": first["id"], "reason": " "}), ("INVALID_INPUT", Some("input.reason"))),
    ] {
        let refusal = reader.refused_change("withdrawReport", input.clone()).await;
        assert_eq!((refusal.code.as_str(), refusal.brief().1), (expected.0, expected.1), "{input}");
    }
    let withdrawn = county.change("withdrawReport", withdraw.clone(), &format!("publishedReport {{ {fields} }}")).await;
    let withdrawn = withdrawn["publishedReport"].clone();
    assert_eq!(withdrawn["withdrawReason"], "误发");
    assert_eq!(withdrawn["withdrawnAt"], "2026-11-24T05:00:00.000000Z");
    for same in ["id", "edition", "hash", "report"] {
        assert_eq!(withdrawn[same], first[same], "{same} stays");
    }
    assert_eq!(official.refused_change("withdrawReport", withdraw).await.brief(), ("CONFLICT", None));
    // The same figures are another edition now, and that one is found where the withdrawn ones are left out.
    let second = publish(&official, TOWN, 2024, "YEAR", fields).await;
    assert_eq!((&second["edition"], &second["report"]), (&json!(2), &first["report"]));
    assert_eq!(publish(&official, TOWN, 2024, "YEAR", "edition").await["edition"], 2, "it says the same");
    let editions = async |filter: &str| {
        let query = format!("{{ publishedReports(regionCode: \"{TOWN}\"{filter}) {{ nodes {{ edition }} }} }}");
        app.visitor().ask(&query).await["publishedReports"]["nodes"].take()
    };
    assert_eq!(editions("").await, json!([{"edition": 2}, {"edition": 1}]));
    assert_eq!(editions(", withdrawn: false").await, json!([{"edition": 2}]));
    assert_eq!(editions(", withdrawn: true, year: 2024").await, json!([{"edition": 1}]));
    let whole = published(&official, TOWN, "withdrawnBy { role } sealedText hash").await;
    assert_eq!(whole[1]["withdrawnBy"], Value::Null, "who withdrew it is of the county");
    let id = text(&first["id"]);
    let page = String::from_utf8(app.get(&[], &format!("/reports/{id}")).await.body).expect("text");
    assert!(page.contains("本版已撤回") && page.contains("误发"), "{page}");
    let csv = String::from_utf8(app.get(&[], &format!("/reports/{id}.csv")).await.body).expect("text");
    assert!(csv.contains("本版已撤回"), "{csv}");
    let front = String::from_utf8(app.get(&[("accept", "text/html")], "/").await.body).expect("text");
    assert_eq!(front.matches("已撤回").count(), 1, "{front}");
    app.verified().await;
}
