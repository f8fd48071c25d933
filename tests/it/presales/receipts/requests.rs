//! Requests for receipts: their limits, methods and headers, and what they show after a change of the offer.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::json;

use super::{FORM, PHONE, path, place};
use crate::{
    presales::preorders::town,
    service::wire::{from, send},
};

#[tokio::test]
async fn a_body_is_bounded() {
    let (app, clerk, offer) = town(json!({})).await;
    let path = path(&place(&clerk, &offer).await);
    let bounded = app.configured(&[("BODY_LIMIT_KIB", "1")]);
    let of_length = |length: usize| {
        let field = format!("buyerPhone={PHONE}&padding=");
        format!("{field}{}", "x".repeat(length - field.len()))
    };
    assert_eq!(bounded.send_body(&path, FORM, of_length(1024)).await.status, StatusCode::OK);
    let refused = bounded.send_body(&path, FORM, of_length(1025)).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(refused.html().contains("at most 1 KiB"));
}

#[tokio::test]
async fn tries_are_counted_with_those_of_the_api() {
    let (app, clerk, offer) = town(json!({})).await;
    let path = path(&place(&clerk, &offer).await);
    let limited = app.configured(&[("PREORDER_LIMIT_PER_MINUTE", "3")]);
    // Requesting the form does not count as an attempt.
    for _ in 0..5 {
        assert_eq!(
            send(limited.router(), from("192.0.2.7", Request::get(&path)).body(Body::empty()).expect("a request"))
                .await
                .status,
            200
        );
    }
    let by_code = format!("{{ preorderByCode(code: \"P000-000K\", buyerPhone: \"{PHONE}\") {{ id }} }}");
    assert_eq!(limited.visitor().refused(&by_code).await.code, "NOT_FOUND");
    assert_eq!(limited.send_form(&path, "13900001112").await.status, StatusCode::NOT_FOUND);
    assert_eq!(limited.send_form(&path, PHONE).await.status, StatusCode::OK);
    let refused = limited.send_form(&path, PHONE).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let seconds: u32 = refused.header("retry-after").expect("a wait").parse().expect("seconds");
    assert!((1..=20).contains(&seconds) && refused.html().contains("at most 3 a minute"));
    assert_eq!(limited.visitor().refused(&by_code).await.code, "RATE_LIMITED");
    let elsewhere = from("198.51.100.9", Request::post(&path).header("content-type", FORM));
    let answer =
        send(limited.router(), elsewhere.body(Body::from(format!("buyerPhone={PHONE}"))).expect("a request")).await;
    assert_eq!(answer.status, StatusCode::OK, "another address has a quota of its own");
}

#[tokio::test]
async fn requests_altogether_are_limited_too() {
    let (app, clerk, offer) = town(json!({})).await;
    let path = path(&place(&clerk, &offer).await);
    let limited = app.configured(&[("RATE_LIMIT_PER_MINUTE", "1")]);
    assert_eq!(limited.get(&[], &path).await.status, StatusCode::OK);
    let refused = limited.get(&[], &path).await;
    assert_eq!((refused.status, refused.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, Some("60")));
    assert!(refused.html().contains("at most 1 a minute"));
}

#[tokio::test]
async fn pages_run_nothing_and_are_kept_nowhere() {
    let (app, clerk, offer) = town(json!({})).await;
    let path = path(&place(&clerk, &offer).await);
    for answer in [app.get(&[], &path).await, app.send_form(&path, PHONE).await, app.send_form(&path, "1").await] {
        let policy = answer.header("content-security-policy").expect("a policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'sha256-")
                && !policy.contains("script")
                && !policy.contains("unsafe")
        );
        assert!(policy.contains("form-action 'self'") && policy.contains("frame-ancestors 'none'"));
        for (name, value) in [
            ("cache-control", "no-store"),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(answer.header(name), Some(value));
        }
        assert_eq!(answer.header("set-cookie"), None);
        let html = answer.html();
        assert!(
            !html.contains("<script") && !html.contains(" style=") && !html.contains("src="),
            "nothing that the policy forbids"
        );
        let style = html.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).expect("a style").0;
        let hash = base64(style);
        assert!(policy.contains(&format!("'sha256-{hash}'")), "the style is the one that the policy names");
    }
}

fn base64(style: &str) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    use sha2::{Digest, Sha256};
    BASE64_STANDARD.encode(Sha256::digest(style))
}

#[tokio::test]
async fn methods_are_those_of_a_form() {
    let (app, clerk, offer) = town(json!({})).await;
    let path = path(&place(&clerk, &offer).await);
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answer =
            send(app.router(), Request::builder().method(method).uri(&path).body(Body::empty()).expect("a request"))
                .await;
        assert_eq!(
            (answer.status, answer.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, Some("GET,HEAD,POST")),
            "{method}"
        );
        answer.html();
    }
    let head = send(app.router(), Request::head(&path).body(Body::empty()).expect("a request")).await;
    assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0));
    head.html();
}

#[tokio::test]
async fn the_receipt_prints_the_place_of_now_and_the_terms_of_then() {
    let (app, clerk, _) = town(json!({})).await;
    let offer = clerk.open_offer(json!({"terms": "定金不退", "pickUpPlace": "云安古镇"})).await;
    let placed = place(&clerk, &offer).await;
    app.set_time("2026-11-25T00:00:00Z");
    let input = json!({"offerId": offer, "pickUpPlace": "白水", "terms": "定金可退"});
    clerk.change("changePresaleOffer", input, "__typename").await;
    let answer = app.send_form(&path(&placed), PHONE).await;
    let page = answer.html();
    assert!(page.contains("白水") && page.contains("定金不退"), "{page}");
    assert!(!page.contains("云安古镇") && !page.contains("定金可退"), "{page}");
}
