//! The front page: what people read, and what programs get.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use crate::{
    app::{TOWN, TestApp, VILLAGE, on_postgres, text},
    figures::published_reports::publish,
    presales::preorders::{claim, town},
    service::wire::{Answer, refusal, send},
};

/// The Accept header of browsers.
const BROWSER: (&str, &str) = ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

async fn page(app: &TestApp) -> String {
    let answer = app.get(&[BROWSER], "/").await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, Some("text/html; charset=utf-8")));
    String::from_utf8(answer.body).expect("text")
}

/// The values of a fact on the page, for each offer in order.
fn facts<'a>(page: &'a str, label: &str) -> Vec<&'a str> {
    let label = format!("<span lang=\"en\">{label}</span></dt><dd>");
    page.split(&label).skip(1).map(|rest| rest.split_once("</dd>").expect("its end").0).collect()
}

#[tokio::test]
async fn an_empty_town_says_so() {
    let app = TestApp::new().await;
    let page = page(&app).await;
    for part in [
        "尚未发布",
        "目前没有开放的预售",
        "action=\"preorders\"",
        "action=\"trace\"",
        "href=\"graphiql\"",
        "href=\"schema.graphql\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("演示") && !page.contains("仅列最新"), "{page}");
    let hidden = app.configured(&[("INTROSPECTION", "false")]).get(&[BROWSER], "/").await;
    assert!(
        !String::from_utf8(hidden.body).expect("text").contains("schema.graphql"),
        "what is not there is not named"
    );
}

#[tokio::test]
async fn everybody_sees_what_was_published() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let id = text(&publish(&official, TOWN, 2024, "YEAR", "id").await["id"]);
    app.set_time("2026-11-24T04:01:00Z");
    let running = text(&publish(&app.official_of(VILLAGE).await, VILLAGE, 2026, "Q4", "id").await["id"]);
    let page = page(&app).await;
    let place = |part: &str| page.find(part).unwrap_or_else(|| panic!("{part} in {page}"));
    assert!(page.contains(&format!("<a href=\"reports/{id}\">云安镇2024年统计报告</a>")), "{page}");
    assert!(
        place(&running) < place("暂定") && place("暂定") < place(&id),
        "the newest first, and what is provisional says so"
    );
    assert!(page.contains("第 1 版，云阳县云安镇 <span class=\"day\">2026-11-24 12:00</span>"), "{page}");
    assert_eq!(app.get(&[BROWSER], &format!("/reports/{id}")).await.status, StatusCode::OK, "the link leads there");
}

#[tokio::test]
async fn everybody_sees_what_can_be_ordered_now() {
    let (app, clerk, id) = town(json!({})).await;
    clerk.open_offer(json!({"varietyCode": "yellow-peach", "unitPriceYuan": "9.90", "depositRate": "0", "opensAt": "2026-11-21T00:00:00Z", "packKg": "2.5"})).await;
    clerk.open_offer(json!({"opensAt": "2026-11-24T04:00:01Z", "unitPriceYuan": "77"})).await;
    clerk.open_offer(json!({"closesAt": "2026-11-24T04:00:00Z", "unitPriceYuan": "77"})).await;
    clerk.place(&id, "10.5").await;
    let shown = page(&app).await;
    assert_eq!(facts(&shown, "left"), ["100.000 千克 kg", "89.500 千克 kg"]);
    assert_eq!(facts(&shown, "price"), ["9.90 元/千克 yuan/kg", "8.00 元/千克 yuan/kg"]);
    assert_eq!(facts(&shown, "deposit"), ["无 none", "30%"]);
    assert_eq!(facts(&shown, "in packs of"), ["2.500 千克 kg"]);
    assert_eq!(facts(&shown, "until"), ["2026-11-30 08:00", "2026-11-30 08:00"]);
    assert!(shown.contains("黄桃 <span lang=\"en\">") && shown.contains("丰水梨 <span lang=\"en\">Hosui pear</span>"));
    assert!(
        !shown.contains("77.00") && !shown.contains("陈晓") && !shown.contains("139"),
        "neither other offers nor buyers: {shown}"
    );
    // An expired hold reserves nothing, although nobody has released it.
    app.set_time("2026-11-27T00:00:00Z");
    assert_eq!(facts(&page(&app).await, "left")[1..], ["100.000 千克 kg", "100.000 千克 kg"]);
}

#[tokio::test]
async fn the_lists_are_bounded_and_cost_the_same_statements() {
    let (app, clerk, _) = town(json!({})).await;
    let official = app.official_of(TOWN).await;
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let observed = app.observed(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    publish(&official, TOWN, 2006, "YEAR", "id").await;
    statements.store(0, Ordering::SeqCst);
    page(&observed).await;
    let of_one = statements.swap(0, Ordering::SeqCst);
    for year in 2007..=2025 {
        clerk.open_offer(json!({})).await;
        publish(&official, TOWN, year, "YEAR", "id").await;
    }
    statements.store(0, Ordering::SeqCst);
    let twenty = page(&observed).await;
    assert_eq!(statements.load(Ordering::SeqCst), of_one);
    assert_eq!((twenty.matches("href=\"reports/").count(), facts(&twenty, "left").len()), (20, 20));
    assert!(!twenty.contains("仅列最新"));
    clerk.open_offer(json!({})).await;
    publish(&official, TOWN, 2026, "H1", "id").await;
    let more = page(&app).await;
    assert_eq!((more.matches("href=\"reports/").count(), facts(&more, "left").len()), (20, 20));
    assert!(
        more.contains("<code>publishedReports</code>") && more.contains("<code>presaleOffers</code>"),
        "where the rest is: {more}"
    );
}

#[tokio::test]
async fn the_newest_reports_are_found_by_an_index() {
    if on_postgres() {
        skip!("SQLite's query plan shows it");
    }
    let app = TestApp::new().await;
    let log = Arc::new(Mutex::new(Vec::new()));
    let logged = log.clone();
    page(&app.observed(move |statement| logged.lock().expect("a lock").push(statement.clone()))).await;
    let statements = std::mem::take(&mut *log.lock().expect("a lock"));
    let Statement { sql, values, db_backend } =
        statements.into_iter().find(|statement| statement.sql.contains("\"published_report\"")).expect("a question");
    let explained = Statement { sql: format!("EXPLAIN QUERY PLAN {sql}"), values, db_backend };
    let steps = app.database.unguarded().query_all_raw(explained).await.expect("a plan");
    let steps: Vec<String> = steps.iter().map(|step| step.try_get("", "detail").expect("a step")).collect();
    assert_eq!(steps, ["SCAN published_report USING INDEX published_report_newest"], "and not sorted");
}

#[tokio::test]
async fn a_form_leads_to_the_page_of_its_code() {
    let (app, clerk, offer) = town(json!({})).await;
    let preorder = clerk.change("placePreorder", claim(&offer, "1"), "preorder { code }").await;
    let code = text(&preorder["preorder"]["code"]);
    for (asked, led_to) in [
        (format!("/preorders?code=+{code}+"), format!("preorders/{code}")),
        ("/trace?code=b37q%20ta33".to_owned(), "trace/b37q%20ta33".to_owned()),
        ("/trace?code=%2F%2Fevil.example%2F%0D%0Ax".to_owned(), "trace/%2F%2Fevil%2Eexample%2F%0D%0Ax".to_owned()),
        ("/trace?code=梨".replace('梨', "%E6%A2%A8"), "trace/%E6%A2%A8".to_owned()),
        ("/trace?code=+".to_owned(), ".".to_owned()),
        ("/preorders".to_owned(), ".".to_owned()),
        ("/preorders?buyerPhone=13900001111".to_owned(), ".".to_owned()),
    ] {
        let answer = app.get(&[BROWSER], &asked).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (StatusCode::SEE_OTHER, Some(led_to.as_str())),
            "{asked}"
        );
    }
    let form = app.get(&[BROWSER], &format!("/preorders/{code}")).await;
    assert!(
        String::from_utf8(form.body).expect("text").contains("name=\"buyerPhone\""),
        "there the telephone number is asked for"
    );
}

#[tokio::test]
async fn programs_get_the_links_as_json() {
    let app = TestApp::new().await.configured(&[("PUBLIC_URL", "https://lihua.example.org/town")]);
    for headers in [&[][..], &[("accept", "*/*")], &[("accept", "application/json, text/html;q=0.9")]] {
        let answer = app.get(headers, "/").await;
        assert_eq!(
            (answer.status, answer.header("content-type"), answer.header("vary")),
            (StatusCode::OK, Some("application/json"), Some("accept"))
        );
        let links = json!({
            "name": "lihua", "version": env!("CARGO_PKG_VERSION"),
            "graphql": "https://lihua.example.org/town/graphql", "schema": "https://lihua.example.org/town/schema.graphql",
            "graphiql": "https://lihua.example.org/town/graphiql", "health": "https://lihua.example.org/town/health"
        });
        assert_eq!(answer.json(), links, "{headers:?}");
    }
    assert_eq!(app.configured(&[("INTROSPECTION", "false")]).get(&[], "/").await.json()["schema"], json!(null));
    let posted = send(app.router(), Request::post("/").body(Body::empty()).expect("a request")).await;
    assert_eq!(posted.brief(), refusal(405, "INVALID_INPUT"));
}

#[tokio::test]
async fn it_is_a_page_like_the_others() {
    let app = TestApp::new().await;
    let answer: Answer = app.get(&[BROWSER], "/").await;
    let policy = answer.header("content-security-policy").expect("a policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'sha256-")
            && !policy.contains("script")
            && !policy.contains("unsafe")
    );
    for (name, value) in [
        ("cache-control", "no-store"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("vary", "accept"),
    ] {
        assert_eq!(answer.header(name), Some(value));
    }
    let html = String::from_utf8(answer.body).expect("text");
    assert!(
        !html.contains("<script") && !html.contains(" style=") && !html.contains("src=") && !html.contains("//"),
        "{html}"
    );
}

#[tokio::test]
async fn a_demonstration_is_labelled() {
    let app = TestApp::demo().await;
    let page = page(&app).await;
    assert!(page.contains("演示数据") && !facts(&page, "left").is_empty(), "{page}");
}
