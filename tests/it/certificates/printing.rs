//! The page that prints a certificate: its content, and who sees what.

use axum::http::StatusCode;
use serde_json::json;

use super::{harvest, pledge};
use crate::{
    access::audit,
    app::{Client, OTHER_TOWN, TOWN, TestApp, VILLAGE},
    service::wire::Answer,
};

fn html(answer: &Answer) -> &str {
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    std::str::from_utf8(&answer.body).expect("text")
}

async fn page_for(app: &TestApp, client: &Client, path: &str) -> Answer {
    app.get(&[("authorization", &client.bearer())], path).await
}

#[tokio::test]
async fn both_layouts_show_what_the_law_asks_for() {
    let (app, clerk, _, lot) = harvest("COMPANY").await;
    let code = clerk.certify(pledge(&lot)).await;
    for (size, paper) in [("", "size: A4"), ("?size=a4", "size: A4"), ("?size=label", "size: 60mm 40mm")] {
        let page = app.get(&[], &format!("/certificates/{}{size}", code.to_lowercase())).await;
        assert_eq!(page.status, StatusCode::OK);
        let html = html(&page);
        for shown in [
            "承诺达标合格证",
            "丰水梨",
            "500.000",
            "重庆市云阳县云安镇杉树林社区居民委员会",
            "王桂英",
            "13800001234",
            "自我承诺",
            "2026-11-24",
            &code,
            "残留不超标",
            "<svg ",
            &format!("/trace/{code}"),
            paper,
        ] {
            assert!(html.contains(shown), "{size}: {shown} in {html}");
        }
        assert!(!html.contains("<script") && !html.contains("已撤回"), "{html}");
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    }
    clerk.change("withdrawCertificate", json!({"code": code, "reason": "农残超标"}), "__typename").await;
    for size in ["a4", "label"] {
        let page = app.get(&[], &format!("/certificates/{code}?size={size}")).await;
        assert!(html(&page).contains("已撤回") && !html(&page).contains("农残超标"));
    }
}

#[tokio::test]
async fn a_person_stands_on_it_in_full_for_few() {
    let (app, clerk, grower, lot) = harvest("HOUSEHOLD").await;
    let code = clerk.certify(pledge(&lot)).await;
    let path = format!("/certificates/{code}?size=label");
    let (own, public) = (
        ["王桂英", "13800001234"],
        ["<dt>承诺主体</dt><dd>杉树林社区居民委员会", "<dt>联系方式</dt><dd>杉树林社区居民委员会"],
    );
    for (reader, shown, noted) in [
        (app.clerk_of(VILLAGE).await, own, 1),
        (app.grower(&grower).await, own, 1),
        (app.official_of(TOWN).await, ["王桂英", "138****1234"], 0),
        (app.clerk_of(OTHER_TOWN).await, public, 0),
        (app.buyer().await, public, 0),
    ] {
        let before = audit::rows(&app).await.len();
        let page = page_for(&app, &reader, &path).await;
        assert!(shown.iter().all(|text| html(&page).contains(text)), "{shown:?} in {}", html(&page));
        let rows = audit::rows(&app).await;
        let read: Vec<_> = rows[before..].iter().map(|row| (row.action.as_str(), row.record_kind.as_deref())).collect();
        assert_eq!(read, vec![("readPhones", Some("certificate")); noted]);
    }
    let page = app.get(&[], &path).await;
    assert!(
        public.iter().all(|text| html(&page).contains(text))
            && !html(&page).contains("王桂英")
            && !html(&page).contains("1234"),
        "{}",
        html(&page)
    );
}

#[tokio::test]
async fn what_cannot_be_printed_is_a_page_too() {
    let (app, clerk, _, lot) = harvest("COMPANY").await;
    let code = clerk.certify(pledge(&lot)).await;
    for (path, status) in [
        ("/certificates/C7K3-QZ9M-2XAB".to_owned(), StatusCode::NOT_FOUND),
        ("/certificates/%FF".to_owned(), StatusCode::NOT_FOUND),
        (format!("/certificates/{code}?size=a5"), StatusCode::BAD_REQUEST),
        (format!("/certificates/{code}?size=a4&size=label"), StatusCode::BAD_REQUEST),
    ] {
        let page = app.get(&[], &path).await;
        assert_eq!((page.status, html(&page).contains("无法显示")), (status, true), "{path}");
    }
    let page = app.get(&[("authorization", "Bearer none")], &format!("/certificates/{code}")).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{}", html(&page));
}

#[tokio::test]
async fn the_code_on_goods_that_were_voided_says_that_it_was_withdrawn() {
    let (app, clerk, _, lot) = harvest("COMPANY").await;
    let code = clerk.certify(pledge(&lot)).await;
    clerk.change("withdrawCertificate", json!({"code": code, "reason": "误录"}), "__typename").await;
    clerk.change("voidHarvest", json!({"lotId": lot, "reason": "误录"}), "__typename").await;
    let page = app.get(&[], &format!("/trace/{code}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        html(&page).contains("已撤回") && html(&page).contains(&code) && html(&page).contains("已作废"),
        "{}",
        html(&page)
    );
    assert_eq!(app.visitor().ask(&format!("{{ trace(code: \"{code}\") {{ code }} }}")).await["trace"], json!(null));
}
