//! What communities submit to their town, what the town decides, and what publishing warns of.

mod warnings;

use serde_json::{Value, json};

use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

const WHOLE: &str = "id region { code } year period status provisional isRestated submittedAt submittedBy { role } decidedAt decidedBy { role } reason \
    report { salesRevenueYuan asOf }";

async fn submit_as(clerk: &Client, input: Value, selection: &str) -> Value {
    clerk.change("submitReport", input, &format!("submission {{ {selection} }}")).await["submission"].take()
}

fn period(region: &str, period: &str) -> Value {
    json!({"regionCode": region, "year": 2026, "period": period})
}

/// Submits the first half of the year of the village and returns the submission's id.
async fn submit(clerk: &Client) -> String {
    text(&submit_as(clerk, period(VILLAGE, "H1"), "id").await["id"])
}

async fn approve(official: &Client, id: &str) {
    official.change("approveReport", json!({"submissionId": id}), "__typename").await;
}

async fn send_back(official: &Client, id: &str) {
    official.change("sendReportBack", json!({"submissionId": id, "reason": "请核对六月的销售"}), "__typename").await;
}

/// A submission as it is listed.
async fn listed(client: &Client, id: &str) -> Value {
    let answer = client.ask(&format!("{{ reportSubmissions {{ nodes {{ {WHOLE} }} }} }}")).await;
    let nodes = answer["reportSubmissions"]["nodes"].as_array().expect("submissions");
    nodes.iter().find(|node| node["id"] == id).expect("the submission").clone()
}

async fn sell(clerk: &Client, region: &str, sold_on: &str, amount: &str) -> String {
    let input = json!({
        "soldOn": sold_on, "channel": "MARKET", "regionCode": region, "varietyCode": "fengshui-pear", "quantityKg": "1", "amountYuan": amount
    });
    text(&clerk.change("recordSale", input, "sale { id }").await["sale"]["id"])
}

#[tokio::test]
async fn a_period_is_submitted_sent_back_submitted_again_and_approved() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk_of(VILLAGE).await, app.official_of(TOWN).await);
    sell(&clerk, VILLAGE, "2026-06-30", "50").await;
    sell(&clerk, VILLAGE, "2026-07-01", "700").await;
    let first = submit_as(&clerk, period(VILLAGE, "H1"), WHOLE).await;
    let id = text(&first["id"]);
    let (submitted_at, as_of) = (text(&first["submittedAt"]), text(&first["report"]["asOf"]));
    assert!(as_of < submitted_at, "its bound was closed before");
    let expected = json!({
        "id": id, "region": {"code": VILLAGE}, "year": 2026, "period": "H1", "status": "SUBMITTED", "provisional": false, "isRestated": false,
        "submittedAt": submitted_at, "submittedBy": {"role": "CLERK"}, "decidedAt": null, "decidedBy": null, "reason": null,
        "report": {"salesRevenueYuan": "50.00", "asOf": as_of}
    });
    assert_eq!(first, expected);

    app.set_time("2026-11-24T05:00:00Z");
    send_back(&official, &id).await;
    let back = listed(&clerk, &id).await;
    assert_eq!((&back["status"], &back["reason"]), (&json!("SENT_BACK"), &json!("请核对六月的销售")));
    assert_eq!(
        (&back["decidedAt"], &back["decidedBy"]["role"]),
        (&json!("2026-11-24T05:00:00.000000Z"), &json!("OFFICIAL"))
    );

    // A community may submit the same figures again.
    let again = submit(&clerk).await;
    assert_ne!(again, id);
    for decision in ["approveReport", "sendReportBack"] {
        let mut input = json!({"submissionId": id});
        if decision == "sendReportBack" {
            input["reason"] = json!("再核");
        }
        let refusal = official.refused_change(decision, input).await;
        assert_eq!(refusal.code, "CONFLICT", "it was decided already");
        assert!(refusal.message.contains("sent back"), "{}", refusal.message);
    }
    approve(&official, &again).await;
    assert_eq!(listed(&official, &again).await["status"], "APPROVED");
    let refusal = official.refused_change("approveReport", json!({"submissionId": again})).await;
    assert!(refusal.code == "CONFLICT" && refusal.message.contains("approved"), "{}", refusal.message);

    assert_eq!(submit(&clerk).await, again, "what was approved and has not changed is not submitted again");
    sell(&clerk, VILLAGE, "2026-01-01", "5").await;
    let third = submit_as(&clerk, period(VILLAGE, "H1"), WHOLE).await;
    assert_ne!(third["id"], json!(again));
    assert_eq!(third["report"]["salesRevenueYuan"], "55.00");
    app.verified().await;
}

#[tokio::test]
async fn while_one_waits_only_the_same_may_be_submitted() {
    let app = TestApp::new().await;
    let clerk = app.clerk_of(VILLAGE).await;
    let id = submit(&clerk).await;
    assert_eq!(submit(&app.clerk().await).await, id, "the town's clerk submits the same");
    let sale = sell(&clerk, VILLAGE, "2026-06-30", "50").await;
    let refusal = clerk.refused_change("submitReport", period(VILLAGE, "H1")).await;
    assert_eq!(refusal.code, "CONFLICT");
    assert!(refusal.message.contains(&id), "{}", refusal.message);
    // Another period, and that of another community, await decisions of their own.
    submit_as(&clerk, period(VILLAGE, "YEAR"), "id").await;
    submit_as(&app.clerk_of(OTHER_VILLAGE).await, period(OTHER_VILLAGE, "H1"), "id").await;
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    assert_eq!(submit(&clerk).await, id, "a correction has made it the same again");
    let answer = clerk.ask("{ reportSubmissions { totalCount } }").await;
    assert_eq!(answer["reportSubmissions"]["totalCount"], 2);
}

#[tokio::test]
async fn nothing_is_closed_and_later_records_show() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk_of(VILLAGE).await, app.official_of(TOWN).await);
    sell(&clerk, VILLAGE, "2026-03-01", "50").await;
    let id = submit(&clerk).await;
    let state = async || {
        let row = listed(&official, &id).await;
        (row["isRestated"].as_bool().expect("a truth"), text(&row["report"]["salesRevenueYuan"]))
    };
    let sale = sell(&clerk, VILLAGE, "2026-03-02", "1").await;
    assert_eq!(state().await, (true, "50.00".to_owned()));
    approve(&official, &id).await;
    assert_eq!(state().await, (true, "50.00".to_owned()), "what was submitted is what is approved");
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    assert_eq!(state().await, (false, "50.00".to_owned()));
    sell(&clerk, VILLAGE, "2026-07-01", "1").await;
    assert!(!state().await.0, "it lies in another period");
    let as_of = text(&listed(&official, &id).await["report"]["asOf"]);
    let query = format!(
        "{{ townReport(regionCode: \"{VILLAGE}\", year: 2026, period: H1, asOf: \"{as_of}\") {{ salesRevenueYuan asOf }} }}"
    );
    assert_eq!(official.ask(&query).await["townReport"], listed(&official, &id).await["report"]);
}

#[tokio::test]
async fn who_submits_and_who_decides() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk_of(VILLAGE).await;
    for other in [
        app.official_of(TOWN).await,
        app.official_of(VILLAGE).await,
        app.admin().await,
        app.buyer().await,
        app.clerk_of(OTHER_VILLAGE).await,
        app.clerk_of(OTHER_TOWN).await,
    ] {
        assert_eq!(other.refused_change("submitReport", period(VILLAGE, "H1")).await.code, "FORBIDDEN");
    }
    assert_eq!(app.visitor().refused_change("submitReport", period(VILLAGE, "H1")).await.code, "UNAUTHENTICATED");
    let id = submit(&clerk).await;
    for (decision, input) in [
        ("approveReport", json!({"submissionId": id})),
        ("sendReportBack", json!({"submissionId": id, "reason": "核对"})),
    ] {
        for other in [clerk.clone(), app.clerk().await, app.admin().await, app.official_of(VILLAGE).await] {
            assert_eq!(other.refused_change(decision, input.clone()).await.code, "FORBIDDEN");
        }
        for other in [app.official_of(OTHER_TOWN).await, app.official_of(OTHER_VILLAGE).await] {
            assert_eq!(other.refused_change(decision, input.clone()).await.code, "NOT_FOUND");
        }
        assert_eq!(app.visitor().refused_change(decision, input).await.code, "UNAUTHENTICATED");
    }
    let county = app.official_of("500235").await;
    for nothing in ["nothing", "00000000-0000-0000-0000-000000000000"] {
        assert_eq!(county.refused_change("approveReport", json!({"submissionId": nothing})).await.code, "NOT_FOUND");
    }
    for reason in [String::new(), " ".to_owned(), "长".repeat(501)] {
        let refusal = county.refused_change("sendReportBack", json!({"submissionId": id, "reason": reason})).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.reason")));
    }
    county.change("sendReportBack", json!({"submissionId": id, "reason": "长".repeat(500)}), "__typename").await;
    app.verified().await;
}

#[tokio::test]
async fn bad_input_is_named() {
    let app = TestApp::new().await;
    let clerk = app.clerk_of("500235").await;
    for (input, field) in [
        (json!({"regionCode": TOWN, "year": 2026}), "input.regionCode"),
        (json!({"regionCode": "500235136999", "year": 2026}), "input.regionCode"),
        (json!({"regionCode": "", "year": 2026}), "input.regionCode"),
        (json!({"regionCode": VILLAGE, "year": 1948}), "input.year"),
        (json!({"regionCode": VILLAGE, "year": 2027}), "input.year"),
        (json!({"regionCode": VILLAGE, "year": 2026, "period": "M12"}), "input.period"),
        (json!({"regionCode": VILLAGE, "year": 2026, "idempotencyKey": ""}), "input.idempotencyKey"),
    ] {
        assert_eq!(
            clerk.refused_change("submitReport", input.clone()).await.brief(),
            ("INVALID_INPUT", Some(field)),
            "{input}"
        );
    }
    let refusal = clerk.refused("{ reportSubmissions(filter: { regionCode: \"7\" }) { totalCount } }").await;
    assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("filter.regionCode")));
    for (arguments, field) in [
        ("regionCode: \"500235999\", year: 2026", "regionCode"),
        ("regionCode: \"500235136\", year: 2027", "year"),
        ("regionCode: \"500235136\", year: 2026, period: M12", "period"),
    ] {
        let refusal = clerk.refused(&format!("{{ publishingWarnings({arguments}) {{ reason }} }}")).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{arguments}");
    }
    let empty = clerk.ask("{ reportSubmissions { totalCount } }").await;
    assert_eq!(empty["reportSubmissions"]["totalCount"], 0, "nothing was half submitted");
}

#[tokio::test]
async fn a_retry_answers_the_same() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk_of(VILLAGE).await, app.official_of(TOWN).await);
    let with_key = |mut input: Value, key: &str| {
        input["idempotencyKey"] = json!(key);
        input
    };
    let submission = submit_as(&clerk, with_key(period(VILLAGE, "H1"), "a"), "id status").await;
    // Later records are not part of what was submitted.
    sell(&clerk, VILLAGE, "2026-06-30", "50").await;
    assert_eq!(submit_as(&clerk, with_key(period(VILLAGE, "H1"), "a"), "id status").await, submission);
    let other = clerk.refused_change("submitReport", with_key(period(VILLAGE, "H2"), "a")).await;
    assert_eq!(other.code, "CONFLICT");
    let decision = with_key(json!({"submissionId": submission["id"]}), "a");
    for _ in 0..2 {
        let approved = official.change("approveReport", decision.clone(), "submission { status decidedAt }").await;
        assert_eq!(approved["submission"]["status"], "APPROVED");
    }
    let later = submit_as(&clerk, with_key(period(VILLAGE, "H1"), "a"), "id status").await;
    assert_eq!(later, json!({"id": submission["id"], "status": "APPROVED"}), "as it stands now");
}

#[tokio::test]
async fn of_two_at_once_one_submission_is_made_and_one_decision_wins() {
    let app = TestApp::new().await;
    let second = app.second_server("2026-11-24T04:00:00Z").await;
    let (clerk, official) = (app.clerk_of(VILLAGE).await, app.official_of(TOWN).await);
    for round in 0..5 {
        sell(&clerk, VILLAGE, "2026-06-30", "50").await;
        let clerks = [clerk.clone(), second.again(&clerk), clerk.clone(), second.again(&clerk)];
        let sent: Vec<_> = clerks.into_iter().map(|clerk| tokio::spawn(async move { submit(&clerk).await })).collect();
        let mut ids = Vec::new();
        for answer in sent {
            ids.push(answer.await.expect("a submission"));
        }
        ids.dedup();
        assert_eq!(ids.len(), 1, "round {round}");
        let decisions = (0..6).map(|number| {
            let official = if number % 2 == 0 { official.clone() } else { second.again(&official) };
            let id = ids[0].clone();
            tokio::spawn(async move {
                match number % 3 {
                    0 => {
                        official
                            .mutate(
                                "sendReportBack",
                                json!({"submissionId": id, "reason": "核对"}),
                                "submission { status }",
                            )
                            .await
                    }
                    _ => official.mutate("approveReport", json!({"submissionId": id}), "submission { status }").await,
                }
            })
        });
        let mut won = Vec::new();
        for decision in decisions.collect::<Vec<_>>() {
            let answer = decision.await.expect("an answer");
            match answer.get("errors") {
                None => won.extend(
                    answer["data"]
                        .as_object()
                        .expect("data")
                        .values()
                        .map(|payload| payload["submission"]["status"].clone()),
                ),
                Some(errors) => assert_eq!(errors[0]["extensions"]["code"], "CONFLICT", "{answer:#}"),
            }
        }
        assert_eq!(won, [listed(&official, &ids[0]).await["status"].clone()], "round {round}");
    }
    app.verified().await;
}

#[tokio::test]
async fn a_period_that_was_not_over_is_submitted_again_when_it_is() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk_of(VILLAGE).await, app.official_of(TOWN).await);
    let november = period(VILLAGE, "M11");
    // The period ends at midnight in the town, when it is still the day before in UTC.
    app.set_time("2026-11-30T15:59:59Z");
    let first = submit_as(&clerk, november.clone(), "id provisional").await;
    assert_eq!(first["provisional"], true);
    approve(&official, &text(&first["id"])).await;
    assert_eq!(submit_as(&clerk, november.clone(), "id provisional").await, first);
    app.set_time("2026-11-30T16:00:00Z");
    let last = submit_as(&clerk, november, "id provisional").await;
    assert_ne!(last["id"], first["id"]);
    assert_eq!(last["provisional"], false);
    assert_eq!(listed(&clerk, &text(&first["id"])).await["provisional"], true);
}

#[tokio::test]
async fn everybody_lists_those_of_their_region() {
    let app = TestApp::new().await;
    let (clerk, official) = (app.clerk().await, app.official_of(TOWN).await);
    let first = submit(&clerk).await;
    app.set_time("2026-11-24T05:00:00Z");
    submit_as(&clerk, period(OTHER_VILLAGE, "H1"), "id").await;
    submit_as(&clerk, period(OTHER_VILLAGE, "Q1"), "id").await;
    submit_as(&clerk, json!({"regionCode": OTHER_VILLAGE, "year": 2025}), "id").await;
    submit_as(&app.clerk_of("500235").await, period("500235105002", "H1"), "id").await;
    approve(&official, &first).await;
    let count = async |client: &Client, filter: &str| {
        let answer = client
            .ask(&format!("{{ reportSubmissions(filter: {{ {filter} }}) {{ totalCount nodes {{ id }} }} }}"))
            .await;
        let list = &answer["reportSubmissions"];
        assert_eq!(list["totalCount"], list["nodes"].as_array().expect("nodes").len(), "{filter}");
        list["totalCount"].as_i64().expect("a number")
    };
    let county = app.official_of("500235").await;
    for (client, own) in [
        (&app.admin().await, 5),
        (&county, 5),
        (&official, 4),
        (&clerk, 4),
        (&app.clerk_of(VILLAGE).await, 1),
        (&app.official_of(OTHER_VILLAGE).await, 3),
        (&app.clerk_of(OTHER_TOWN).await, 1),
    ] {
        assert_eq!(count(client, "").await, own);
    }
    for (filter, expected) in [
        (format!("regionCode: \"{TOWN}\""), 4),
        (format!("regionCode: \"{VILLAGE}\""), 1),
        ("year: 2026".to_owned(), 4),
        ("year: 2025, period: YEAR".to_owned(), 1),
        ("period: H1".to_owned(), 3),
        ("status: APPROVED".to_owned(), 1),
        (format!("status: SUBMITTED, regionCode: \"{OTHER_VILLAGE}\", period: H1, year: 2026"), 1),
        ("status: SENT_BACK".to_owned(), 0),
    ] {
        assert_eq!(count(&county, &filter).await, expected, "{filter}");
    }
    assert_eq!(count(&official, &format!("regionCode: \"{OTHER_TOWN}\"")).await, 0, "not of its region");
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let page = county
            .ask(&format!(
                "{{ reportSubmissions(first: 2{after}) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"
            ))
            .await;
        let page = &page["reportSubmissions"];
        seen.extend(page["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = format!(", after: {}", page["pageInfo"]["endCursor"]);
    }
    assert_eq!((seen.len(), seen.last()), (5, Some(&first)), "newest first");
    assert_eq!(app.buyer().await.refused("{ reportSubmissions { totalCount } }").await.code, "FORBIDDEN");
    assert_eq!(app.visitor().refused("{ reportSubmissions { totalCount } }").await.code, "UNAUTHENTICATED");
}
