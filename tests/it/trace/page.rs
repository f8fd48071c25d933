//! The page that a package's code leads to.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use store::entity::plants::production_batch;
use types::{CertificateStatus, CodeKind};

use super::{Made, Part, Plant, Supply, code};
use crate::{
    app::{OTHER_VILLAGE, TestApp, VILLAGE},
    service::wire::{Answer, from, send},
};

async fn page(app: &TestApp, code: &str) -> Answer {
    send(
        app.router(),
        from("192.0.2.7", Request::get(format!("/trace/{code}"))).body(Body::empty()).expect("a request"),
    )
    .await
}

fn html(answer: &Answer) -> &str {
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    std::str::from_utf8(&answer.body).expect("text")
}

/// A lot of a grower with a display name, and a batch made from it and from something from outside.
async fn pear_and_pickles() -> (Plant, Made, Made) {
    let plant = Plant::new().await;
    let (grower, plot) = plant.grower("王秘密", OTHER_VILLAGE).await;
    plant.clerk.change("updateGrower", json!({"growerId": grower, "displayName": "果园<一号>"}), "__typename").await;
    let lot = plant.lot_of(plot, "2026-08-01").await;
    let parts =
        [plant.intake(Supply::Lot(lot.id), 1_000).await, plant.intake(Supply::Outside("万州老张"), 1_000).await];
    let batch = plant.batch(&parts.map(|intake| Part::Intake(intake, 100))).await;
    (plant, lot, batch)
}

#[tokio::test]
async fn the_page_says_what_it_is_and_where_it_comes_from() {
    let (plant, lot, batch) = pear_and_pickles().await;
    let answer = page(&plant.app, &batch.code.to_lowercase().replace('-', "")).await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, Some("public, max-age=60")));
    let text = html(&answer);
    for part in [
        "洗澡泡菜",
        &batch.code,
        &lot.code,
        "云安泡菜厂",
        "2026-08-20",
        "2026-08-01",
        "1000.000 千克",
        "重庆市云阳县云安镇大院坝社区居民委员会",
        "果园&lt;一号&gt;",
        "登记以外的供应商",
        "/trace/",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    for absent in ["<script", "演示", "更正", "王秘密", "万州老张", "13800001234", "承诺达标合格证"] {
        assert!(!text.contains(absent), "{absent} in {text}");
    }
    assert!(answer.header("set-cookie").is_none());
    let answer = page(&plant.app, &lot.code).await;
    assert!(html(&answer).contains("Hosui pear") && html(&answer).contains("采收日期"));
}

#[tokio::test]
async fn a_batch_that_was_recorded_anew_is_said_to_be() {
    let (plant, _, batch) = pear_and_pickles().await;
    plant.void::<production_batch::Entity>(batch.id).await;
    assert_eq!(page(&plant.app, &batch.code).await.status, StatusCode::NOT_FOUND);
    let row = production_batch::ActiveModel { replaces_id: Set(Some(batch.id)), ..plant.batch_row("pickles", VILLAGE) };
    let anew = plant.batch_from(row, &[]).await;
    let answer = page(&plant.app, &batch.code).await;
    let text = html(&answer);
    assert!(text.contains(&format!("编码 {} 的批次已更正", batch.code)) && text.contains(&anew.code), "{text}");
}

#[tokio::test]
async fn certificates_are_shown_and_a_withdrawn_one_says_so() {
    let (plant, lot, _) = pear_and_pickles().await;
    let valid = plant.certificate(Some(lot.id), None, CertificateStatus::Valid, "2026-08-02T00:00:00Z").await;
    let withdrawn = plant.certificate(Some(lot.id), None, CertificateStatus::Withdrawn, "2026-08-03T00:00:00Z").await;
    let answer = page(&plant.app, &lot.code).await;
    let text = html(&answer);
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"));
    assert!(place(&valid) < place("已撤回") && place("已撤回") < place(&withdrawn), "one that holds comes first");
    assert!(text.contains("果园一号") && !text.contains("陈秘密") && !text.contains("1381234"));
    // The certificate whose code was scanned comes first.
    let answer = page(&plant.app, &withdrawn).await;
    let text = html(&answer);
    let place = |part: &str| text.find(part).unwrap_or_else(|| panic!("{part} in {text}"));
    assert!(place("已撤回") < place("采收日期") && place("采收日期") < place(&valid));
    assert_eq!(text.matches(&withdrawn).count(), 1);
}

#[tokio::test]
async fn an_unknown_code_is_a_page_too() {
    let app = TestApp::new().await;
    for unknown in
        [&code(CodeKind::HarvestLot).0, &code(CodeKind::Certificate).0, "x", "%00", "%FF", "%E6%A2%A8", "P7K3-QZ9M"]
    {
        let answer = page(&app, unknown).await;
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (StatusCode::NOT_FOUND, Some("no-store")),
            "{unknown}"
        );
        assert!(html(&answer).contains("没有这个编码"), "{unknown}");
    }
    let posted =
        send(app.router(), from("192.0.2.7", Request::post("/trace/x")).body(Body::empty()).expect("a request")).await;
    assert_eq!((posted.status, posted.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, Some("GET,HEAD")));
    assert!(html(&posted).contains("expected GET<"));
}
