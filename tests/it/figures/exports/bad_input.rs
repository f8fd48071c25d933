//! Who may export, and which errors are reported.

use axum::http::Request;
use serde_json::json;

use super::{anonymous, name_of, path};
use crate::{
    app::{OTHER_TOWN, TOWN, TestApp, VILLAGE},
    figures::statistics::{SALES, STATISTICS, days},
    service::wire::{refusal, send},
};

#[tokio::test]
async fn a_file_is_for_those_whom_the_query_answers() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let year = days(TOWN, "2024-01-01", "2024-12-31");
    let grower = app.clerk().await.register_grower("王桂英", VILLAGE).await;
    let refused = [app.buyer().await, app.grower(&grower).await, app.plant_operator("pickles").await];
    let allowed = [app.admin().await, app.official_of("50").await, app.official_of(TOWN).await, app.clerk().await];
    for statistic in &STATISTICS {
        for extension in ["csv", "xlsx"] {
            let path = path(statistic, extension, &year, &["YEAR"], "");
            assert_eq!(anonymous(&app, &path).await.brief(), refusal(401, "UNAUTHENTICATED"), "{path}");
            for client in &refused {
                assert_eq!(app.file(client, &path).await.brief(), refusal(403, "FORBIDDEN"), "{path}");
            }
            for client in &allowed {
                assert_eq!(app.file(client, &path).await.status.as_u16(), 200, "{path}");
            }
            for elsewhere in [app.clerk_of(VILLAGE).await, app.official_of(OTHER_TOWN).await] {
                assert_eq!(app.file(&elsewhere, &path).await.brief(), refusal(403, "FORBIDDEN"), "{path}");
            }
        }
    }
    let path = path(SALES, "csv", &year, &[], "");
    let wrong = app.get(&[("authorization", "Bearer nonsense")], &path).await;
    assert_eq!((wrong.brief(), wrong.header("www-authenticate")), (refusal(401, "UNAUTHENTICATED"), Some("Bearer")));
    let token = format!("lihua_session={}", app.admin().await.token());
    assert_eq!(
        app.get(&[("cookie", &token)], &path).await.brief(),
        refusal(401, "UNAUTHENTICATED"),
        "a link elsewhere sends the cookie"
    );
    assert_eq!(app.get(&[("cookie", &token), ("x-lihua-console", "1")], &path).await.status.as_u16(), 200);
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    let whole = format!("regionCode={TOWN}&from=2024-01-01&to=2024-12-31");
    for (file, parameters, field) in [
        ("sales", "", "regionCode"),
        ("sales", "regionCode=500235136&to=2024-12-31", "from"),
        ("sales", "regionCode=500235136&from=2024-01-01", "to"),
        ("sales", "regionCode=500235999&from=2024-01-01&to=2024-12-31", "regionCode"),
        ("sales", "regionCode=%00&from=2024-01-01&to=2024-12-31", "regionCode"),
        ("sales", "regionCode=&from=2024-01-01&to=2024-12-31", "regionCode"),
        ("sales", "regionCode=500235136&from=2024-12-31&to=2024-01-01", "to"),
        ("sales", "regionCode=500235136&from=1826-01-01&to=2025-12-31", "from"),
        ("sales", "regionCode=500235136&from=1949-01-01&to=2148-12-31", "to"),
        ("sales", "regionCode=500235136&from=yesterday&to=2024-12-31", "from"),
        ("sales", "regionCode=500235136&from=2024-01-01&to=2024-02-30", "to"),
        ("sales", "WHOLE&from=2024-01-01", "from"),
        ("sales", "WHOLE&nothing=1", "nothing"),
        ("sales", "WHOLE&siteCode=gate", "siteCode"),
        ("visitors", "WHOLE&varietyCode=fengshui-pear", "varietyCode"),
        ("sales", "WHOLE&varietyCode=apple", "varietyCode"),
        ("sales", "WHOLE&varietyCode=", "varietyCode"),
        ("sales", "WHOLE&varietyCode=%00", "varietyCode"),
        ("sales", "WHOLE&productCode=apple", "productCode"),
        ("sales", "WHOLE&channel=online", "channel"),
        ("visitors", "WHOLE&siteCode=nowhere", "siteCode"),
        ("catering", "WHOLE&establishmentCode=nowhere", "establishmentCode"),
        ("plant-output", "WHOLE&plantCode=nowhere", "plantCode"),
        ("planted-area", "WHOLE&varietyCode=apple", "varietyCode"),
        ("sales", "WHOLE&groupBy=MONTH,SITE", "groupBy.1"),
        ("sales", "WHOLE&groupBy=MONTH,", "groupBy.1"),
        ("sales", "WHOLE&groupBy=month", "groupBy.0"),
        ("catering", "WHOLE&groupBy=DAY", "groupBy.0"),
        ("sales", "WHOLE&groupBy=MONTH,VARIETY,MONTH", "groupBy.2"),
        ("sales", "WHOLE&groupBy=MONTH&groupBy=VARIETY", "groupBy"),
        ("sales", "WHOLE&groupBy=WEEK,MONTH&compare=before", "groupBy"),
        ("sales", "WHOLE&compare=after", "compare.0"),
        ("sales", "WHOLE&compare=before,before", "compare.1"),
        ("sales", "WHOLE&asOf=yesterday", "asOf"),
        ("sales", "WHOLE&asOf=2026-11-25T00:00:00Z", "asOf"),
    ] {
        for extension in ["csv", "xlsx"] {
            let path = format!("/exports/{file}.{extension}?{}", parameters.replace("WHOLE", &whole));
            let answer = app.file(&clerk, &path).await;
            assert_eq!(answer.brief(), refusal(400, "INVALID_INPUT"), "{path}");
            assert_eq!(answer.json()["errors"][0]["extensions"]["field"], field, "{path}: {}", answer.message());
            assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"));
        }
    }
    let chinese = send(app.router(), app.request(&clerk, &format!("/exports/sales.csv?{whole}&x=1"))).await;
    assert!(
        chinese.message().starts_with("没有这个参数，可用：regionCode、from、to、varietyCode、"),
        "{}",
        chinese.message()
    );
}

#[tokio::test]
async fn other_addresses_and_methods_are_refused() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for file in [
        "sales",
        "sales.",
        "sales.pdf",
        "apples.csv",
        ".csv",
        "sales.csv.csv",
        "%FF.csv",
        "Sales.csv",
        "sales.csv/x",
        "",
    ] {
        let answer =
            app.file(&clerk, &format!("/exports/{file}?regionCode={TOWN}&from=2024-01-01&to=2024-12-31")).await;
        assert_eq!(answer.brief(), refusal(404, "NOT_FOUND"), "{file}");
    }
    let path = path(SALES, "csv", &days(TOWN, "2024-01-01", "2024-12-31"), &[], "");
    for method in ["POST", "PUT", "DELETE"] {
        let request = Request::builder().method(method).uri(&path).header("authorization", clerk.bearer());
        let answer = send(app.router(), request.body(axum::body::Body::empty()).expect("a request")).await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, Some("GET,HEAD")), "{method}");
    }
}

#[tokio::test]
async fn files_count_towards_the_rate_limit() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let limited = app.configured(&[("RATE_LIMIT_PER_MINUTE", "1")]);
    let path = path(SALES, "csv", &days(TOWN, "2024-01-01", "2024-12-31"), &[], "");
    assert_eq!(limited.file(&clerk, &path).await.status.as_u16(), 200);
    let refused = limited.file(&clerk, &path).await;
    assert_eq!((refused.brief(), refused.header("retry-after")), (refusal(429, "RATE_LIMITED"), Some("60")));
}

#[tokio::test]
async fn every_statistic_has_a_file() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    for statistic in &STATISTICS {
        let path = format!("/exports/{}.csv?regionCode={TOWN}&from=2024-01-01&to=2024-12-31", name_of(statistic));
        let answer = app.file(&official, &path).await;
        assert_eq!(super::lines(&answer).len(), 2, "{path}: {}", json!(String::from_utf8_lossy(&answer.body)));
    }
}
