//! Which edition a publication gets, and who may publish and read.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{WHOLE, publish, published, rows};
use crate::app::{OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE};

#[tokio::test]
async fn the_same_figures_are_the_same_edition_and_others_the_next() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let sale = clerk.record_sale("2024-08-01", "10", "50").await;
    let selection = format!(
        "id edition provisional hash publishedAt publishedByOffice publishedBy {{ username }} restatedFields report {{ {WHOLE} }}"
    );
    let first = publish(&official, TOWN, 2024, "YEAR", &selection).await;
    assert_eq!(
        (&first["edition"], &first["provisional"], &first["restatedFields"]),
        (&json!(1), &json!(false), &Value::Null)
    );
    assert_eq!(
        (&first["publishedByOffice"], &first["report"]["salesRevenueYuan"]),
        (&json!("云阳县云安镇"), &json!("50.00"))
    );

    app.set_time("2026-11-25T00:00:00Z");
    assert_eq!(
        publish(&official, TOWN, 2024, "YEAR", &selection).await,
        first,
        "nothing else is to be said a day later"
    );
    clerk.record_sale("2023-08-01", "1", "7").await;
    assert_eq!(publish(&official, TOWN, 2024, "YEAR", &selection).await, first, "another year is another report's");
    let stored = rows(&app).await;

    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    clerk.record_sale("2024-08-01", "10", "51").await;
    let second = publish(&app.official_of(TOWN).await, TOWN, 2024, "YEAR", &selection).await;
    assert_eq!((&second["edition"], &second["report"]["salesRevenueYuan"]), (&json!(2), &json!("51.00")));
    assert_ne!(second["hash"], first["hash"]);
    assert_eq!(rows(&app).await[..1], stored, "byte for byte");
    let listed = published(&official, TOWN, &selection).await;
    assert_eq!((listed.len(), &listed[0]), (2, &second));
    let unrestated = |report: &Value| {
        let mut report = report.clone();
        report["restatedFields"].take();
        report
    };
    assert_eq!(unrestated(&listed[1]), unrestated(&first));

    // An old edition that is right again is published again.
    let voided = clerk.ask("{ sales(filter: { soldFrom: \"2024-01-01\", voided: false }) { nodes { id } } }").await;
    clerk
        .change("voidSale", json!({"saleId": voided["sales"]["nodes"][0]["id"], "reason": "误录"}), "__typename")
        .await;
    clerk.record_sale("2024-08-01", "10", "50").await;
    assert_eq!(publish(&official, TOWN, 2024, "YEAR", "edition").await["edition"], 3);
    app.verified().await;
}

#[tokio::test]
async fn what_has_not_ended_is_provisional_until_it_has() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    clerk.record_sale("2026-08-01", "1", "5").await;
    let selection = "edition provisional report { salesRevenueYuan }";
    let edition = |edition: i32, provisional: bool| json!({"edition": edition, "provisional": provisional, "report": {"salesRevenueYuan": "5.00"}});
    assert_eq!(publish(&official, TOWN, 2026, "YEAR", selection).await, edition(1, true));
    assert_eq!(publish(&official, TOWN, 2026, "Q3", selection).await, edition(1, false));
    // A minute before midnight in Asia/Shanghai on the last day, and midnight.
    app.set_time("2026-12-31T15:59:00Z");
    assert_eq!(publish(&official, TOWN, 2026, "YEAR", selection).await, edition(1, true));
    app.set_time("2026-12-31T16:00:00Z");
    assert_eq!(
        publish(&official, TOWN, 2026, "YEAR", selection).await,
        edition(2, false),
        "the same figures, but the year has ended"
    );
    assert_eq!(publish(&official, TOWN, 2026, "YEAR", selection).await, edition(2, false));
    app.verified().await;
}

#[tokio::test]
async fn what_cannot_be_published_is_refused_by_field() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let input = |region: &str, year: i32, period: &str| json!({"regionCode": region, "year": year, "period": period});
    for (input, field) in [
        (input("500235999", 2024, "YEAR"), "input.regionCode"),
        (input("", 2024, "YEAR"), "input.regionCode"),
        (input(TOWN, 1948, "YEAR"), "input.year"),
        (input(TOWN, 2027, "YEAR"), "input.year"),
        (input(TOWN, i32::MAX, "M01"), "input.year"),
        (input(TOWN, i32::MIN, "M01"), "input.year"),
        (input(TOWN, 2026, "M12"), "input.period"),
        (json!({"regionCode": TOWN, "year": 2024, "idempotencyKey": ""}), "input.idempotencyKey"),
    ] {
        assert_eq!(official.refused_change("publishReport", input).await.brief(), ("INVALID_INPUT", Some(field)));
    }
    for region in [OTHER_TOWN, "500235"] {
        assert_eq!(official.refused_change("publishReport", input(region, 1, "YEAR")).await.code, "FORBIDDEN");
    }
    for client in [app.admin().await, app.clerk().await, app.buyer().await] {
        assert_eq!(client.refused_change("publishReport", input(TOWN, 2024, "YEAR")).await.code, "FORBIDDEN");
    }
    assert_eq!(app.visitor().refused_change("publishReport", input(TOWN, 2024, "YEAR")).await.code, "UNAUTHENTICATED");
    assert_eq!(rows(&app).await, []);
    // December begins at midnight in the town, when it is still the afternoon of the day before in UTC.
    app.set_time("2026-11-30T15:59:59Z");
    assert_eq!(
        official.refused_change("publishReport", input(TOWN, 2026, "M12")).await.brief(),
        ("INVALID_INPUT", Some("input.period"))
    );
    app.set_time("2026-11-30T16:00:00Z");
    publish(&official, TOWN, 2026, "M12", "id").await;
    assert_eq!(
        app.visitor().refused("{ publishedReports(regionCode: \"1\") { totalCount } }").await.brief(),
        ("INVALID_INPUT", Some("regionCode"))
    );
}

#[tokio::test]
async fn a_year_without_any_record_is_published_like_any_other() {
    let app = TestApp::new().await;
    let official = app.official_of("500235").await;
    for (region, year) in [(TOWN, 1949), (VILLAGE, 2024), ("500235", 2026)] {
        let report =
            publish(&official, region, year, "YEAR", &format!("restatements {{ field }} report {{ {WHOLE} }}")).await;
        assert_eq!((&report["restatements"], &report["report"]["produceRevenueYuan"]), (&Value::Null, &json!("0.00")));
        assert_eq!(report["report"]["visitorsByMonth"].as_array().map(Vec::len), Some(12));
    }
    app.verified().await;
}

#[tokio::test]
async fn a_retry_under_one_key_answers_with_the_edition_of_its_first_time() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let input = |key: &str, year: i32| json!({"regionCode": TOWN, "year": year, "idempotencyKey": key});
    let first = official.change("publishReport", input("k1", 2024), "publishedReport { id edition }").await;
    clerk.record_sale("2024-08-01", "1", "5").await;
    assert_eq!(official.change("publishReport", input("k1", 2024), "publishedReport { id edition }").await, first);
    assert_eq!(official.refused_change("publishReport", input("k1", 2023)).await.code, "CONFLICT");
    assert_eq!(rows(&app).await.len(), 1, "a refused one publishes nothing");
    let second = official.change("publishReport", input("k2", 2024), "publishedReport { edition }").await;
    assert_eq!(second["publishedReport"]["edition"], 2);
}

#[tokio::test]
async fn they_are_listed_newest_first() {
    let app = TestApp::new().await;
    let official = app.official_of(TOWN).await;
    let mut expected = Vec::new();
    for (hour, (year, period)) in
        [(2023, "YEAR"), (2024, "H1"), (2024, "YEAR"), (2023, "Q1"), (2024, "M02")].into_iter().enumerate()
    {
        app.set_time(&format!("2026-11-24T{:02}:00:00Z", 5 + hour));
        publish(&official, TOWN, year, period, "id").await;
        expected.insert(0, json!({"year": year, "period": period}));
    }
    publish(&official, VILLAGE, 2024, "YEAR", "id").await;
    let visitor = app.visitor();
    let (mut pages, mut after) = (Vec::new(), Value::Null);
    loop {
        let query = "query($after: String) { publishedReports(regionCode: \"500235136\", first: 2, after: $after) { \
                     totalCount pageInfo { hasNextPage endCursor } nodes { year period } } }";
        let page = visitor.send(query, json!({"after": after})).await["data"]["publishedReports"].take();
        assert_eq!(page["totalCount"], 5);
        pages.extend(page["nodes"].as_array().expect("nodes").iter().cloned());
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
    assert_eq!(pages, expected);
    for (filter, count) in [("year: 2024", 3), ("year: 2022", 0), ("year: 2024, period: YEAR", 1), ("period: Q1", 1)] {
        let answer =
            visitor.ask(&format!("{{ publishedReports(regionCode: \"{TOWN}\", {filter}) {{ totalCount }} }}")).await;
        assert_eq!(answer["publishedReports"]["totalCount"], count, "{filter}");
    }
}

#[tokio::test]
async fn the_hash_is_that_of_a_text_for_those_who_may_read_it() {
    let app = TestApp::new().await;
    let official = app.official_of("500235").await;
    app.clerk().await.record_sale("2024-08-01", "1", "5").await;
    let report = publish(&official, TOWN, 2024, "YEAR", "hash sealedText definitions { key version }").await;
    let text = report["sealedText"].as_str().expect("a text");
    assert_eq!(report["hash"], hex::encode(Sha256::digest(text)));
    assert!(
        text.starts_with("lihua published-report-1\nsalt ") && text.contains("\nyear 2024\nperiod YEAR\nedition 1\n"),
        "{text}"
    );
    let lines: Vec<&str> = text.lines().collect();
    let figures: Value = serde_json::from_str(lines[12].strip_prefix("figures ").expect("figures")).expect("JSON");
    assert_eq!((lines.len(), &figures["figures"]["salesRevenueFen"]), (13, &json!(500)));
    let definitions = report["definitions"].as_array().expect("definitions");
    assert!(
        definitions.contains(&json!({"key": "salesRevenueYuan", "version": 2})) && definitions.len() == 19,
        "{definitions:?}"
    );

    let selection = "hash sealedText publishedByOffice publishedBy { role }";
    for (reader, reads, knows) in [
        (app.visitor(), false, false),
        (app.buyer().await, false, false),
        (app.clerk_of(OTHER_VILLAGE).await, false, false),
        (app.clerk().await, true, false),
        (app.official_of(TOWN).await, true, false),
        (app.official_of("500235").await, true, true),
        (app.admin().await, true, true),
    ] {
        let seen = published(&reader, TOWN, selection).await[0].clone();
        assert_eq!((&seen["hash"], &seen["publishedByOffice"]), (&report["hash"], &json!("云阳县")));
        assert_eq!((!seen["sealedText"].is_null(), !seen["publishedBy"].is_null()), (reads, knows), "{seen}");
    }
}
