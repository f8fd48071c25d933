//! Festivals: which editions a region counts, that they do not overlap, and that they can be taken back.

use serde_json::{Value, json};

use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE};

fn edition(region: &str, edition: i32, starts_on: &str, ends_on: &str) -> Value {
    json!({"regionCode": region, "edition": edition, "name": "梨花节", "startsOn": starts_on, "endsOn": ends_on})
}

fn void(region: &str, edition: i32) -> Value {
    json!({"regionCode": region, "edition": edition, "reason": "重复录入"})
}

async fn editions(reader: &Client, region: &str, year: i32) -> Value {
    let query = format!("{{ townReport(regionCode: \"{region}\", year: {year}) {{ festivalEditions }} }}");
    reader.ask(&query).await["townReport"]["festivalEditions"].take()
}

async fn listed(reader: &Client, more: &str) -> Value {
    let query = format!("{{ festivals(regionCode: \"{TOWN}\"{more}) {{ edition startsOn voidReason }} }}");
    reader.ask(&query).await["festivals"].take()
}

#[tokio::test]
async fn a_region_counts_its_own_and_a_county_those_of_its_towns() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    for input in [
        edition(TOWN, 1, "2024-03-20", "2024-04-02"),
        edition(TOWN, 2, "2025-03-20", "2025-04-02"),
        edition(TOWN, 3, "2026-12-31", "2027-01-05"),
        edition(OTHER_TOWN, 1, "2025-05-01", "2025-05-02"),
        edition(VILLAGE, 1, "2025-03-25", "2025-03-26"),
        edition("500235", 1, "2025-03-01", "2025-03-02"),
    ] {
        admin.change("addFestival", input, "__typename").await;
    }
    for (region, year, expected) in [
        (TOWN, 2024, 1),
        (TOWN, 2025, 2),
        (TOWN, 2026, 2),
        (OTHER_TOWN, 2025, 1),
        (VILLAGE, 2024, 0),
        (VILLAGE, 2025, 1),
        (OTHER_VILLAGE, 2025, 0),
        ("500235", 2025, 3),
        ("50", 2024, 1),
    ] {
        assert_eq!(editions(&admin, region, year).await, expected, "{region} {year}");
        let filter = format!(
            "key: \"festivalEditions\", regionCode: \"{region}\", from: \"{year}-01-01\", to: \"{year}-12-31\""
        );
        let entries = admin.ask(&format!("{{ figureEntries(filter: {{ {filter} }}) {{ totalCount }} }}")).await;
        assert_eq!(entries["figureEntries"]["totalCount"], expected, "{region} {year}");
    }
    // The third begins on the last day of the year.
    app.set_time("2026-12-30T16:00:00Z");
    assert_eq!(editions(&admin, TOWN, 2026).await, 3);
    app.verified().await;
}

#[tokio::test]
async fn editions_of_a_region_do_not_overlap() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    admin.change("addFestival", edition(TOWN, 1, "2025-03-20", "2025-04-02"), "__typename").await;
    for (input, field) in [
        (edition(TOWN, 2, "2025-04-02", "2025-04-05"), "input.startsOn"),
        (edition(TOWN, 2, "2025-03-25", "2025-03-26"), "input.startsOn"),
        (edition(TOWN, 2, "2025-03-01", "2025-03-20"), "input.endsOn"),
        (edition(TOWN, 2, "2025-03-01", "2025-04-20"), "input.endsOn"),
        (edition(TOWN, 1, "2025-03-20", "2025-04-02"), "input.edition"),
    ] {
        let refusal = admin.refused_change("addFestival", input.clone()).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{input}");
        assert!(refusal.message.contains("edition 1"), "{}", refusal.message);
    }
    admin.change("addFestival", edition(TOWN, 2, "2025-04-03", "2025-04-05"), "__typename").await;
    admin.change("addFestival", edition(OTHER_TOWN, 1, "2025-03-20", "2025-04-02"), "__typename").await;
    let wider = admin.refused_change("updateFestival", edition(TOWN, 1, "2025-03-20", "2025-04-03")).await;
    assert_eq!(wider.brief(), ("INVALID_INPUT", Some("input.endsOn")));
    admin.change("updateFestival", edition(TOWN, 1, "2025-03-21", "2025-04-01"), "__typename").await;
    let again = app.admin().await;
    let (one, other) = tokio::join!(
        admin.mutate("addFestival", edition(TOWN, 8, "2025-06-01", "2025-06-05"), "__typename"),
        again.mutate("addFestival", edition(TOWN, 9, "2025-06-05", "2025-06-06"), "__typename"),
    );
    let refused = [&one, &other].into_iter().filter(|answer| answer.get("errors").is_some()).count();
    assert_eq!(refused, 1, "of two at once, one is told: {one} {other}");
    app.verified().await;
}

#[tokio::test]
async fn an_edition_that_was_entered_by_mistake_is_taken_back() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    admin.change("addFestival", edition(TOWN, 1, "2025-03-20", "2025-04-02"), "__typename").await;
    let count = json!({"siteCode": "gate", "date": "2025-03-21", "visitors": 70});
    clerk.change("recordVisitors", count, "__typename").await;
    let before = clerk.report(2025, "asOf festivalEditions").await;
    let uplift = |more: &str| {
        format!("{{ festivalUplift(regionCode: \"{TOWN}\", edition: 1{more}) {{ from visitors {{ observed }} }} }}")
    };
    let at = format!(", asOf: {}", before["asOf"]);
    let of_before = clerk.ask(&uplift(&at)).await;
    app.set_time("2026-11-24T05:00:00Z");
    let voided = admin.change("voidFestival", void(TOWN, 1), "edition festival { voidReason voidedAt }").await;
    let expected =
        json!({"edition": 1, "festival": {"voidReason": "重复录入", "voidedAt": "2026-11-24T05:00:00.000000Z"}});
    assert_eq!(voided, expected);
    assert_eq!(editions(&clerk, TOWN, 2025).await, 0);
    assert_eq!(
        clerk.report_as_of(2025, before["asOf"].as_str().expect("an instant"), "asOf festivalEditions").await,
        before
    );
    assert_eq!(clerk.refused(&uplift("")).await.brief(), ("INVALID_INPUT", Some("edition")));
    assert_eq!(clerk.ask(&uplift(&at)).await, of_before, "as of before, it was held");
    for (input, expected) in [
        (void(TOWN, 1), ("CONFLICT", None)),
        (void(TOWN, 2), ("INVALID_INPUT", Some("input.edition"))),
        (json!({"regionCode": TOWN, "edition": 1, "reason": " "}), ("INVALID_INPUT", Some("input.reason"))),
        (void("500235999", 1), ("INVALID_INPUT", Some("input.regionCode"))),
    ] {
        assert_eq!(admin.refused_change("voidFestival", input.clone()).await.brief(), expected, "{input}");
    }
    let update = admin.refused_change("updateFestival", edition(TOWN, 1, "2025-03-20", "2025-04-02")).await;
    assert_eq!(update.brief(), ("INVALID_INPUT", Some("input.edition")));
    assert_eq!(clerk.refused_change("voidFestival", void(TOWN, 1)).await.code, "FORBIDDEN");
    // Its number and its days are free again.
    admin.change("addFestival", edition(TOWN, 1, "2025-03-21", "2025-03-25"), "__typename").await;
    assert_eq!(editions(&clerk, TOWN, 2025).await, 1);
    let again = json!({"edition": 1, "startsOn": "2025-03-21", "voidReason": null});
    assert_eq!(listed(&app.visitor(), "").await, json!([again]));
    let gone = json!({"edition": 1, "startsOn": "2025-03-20", "voidReason": "重复录入"});
    assert_eq!(listed(&app.visitor(), ", includeVoided: true").await, json!([again, gone]));
    assert_eq!(clerk.ask(&uplift(&at)).await, of_before);
    assert_eq!(clerk.ask(&uplift("")).await["festivalUplift"]["from"], "2025-03-21");
    admin.change("voidFestival", void(TOWN, 1), "__typename").await;
    app.verified().await;
}
