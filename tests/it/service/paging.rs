//! Pages: bounded, ordered, and together the whole list.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use crate::app::{Client, TOWN, TestApp, VILLAGE, text};

async fn page(client: &Client, list: &str, arguments: &str) -> Value {
    let query = format!(
        "{{ {list}{arguments} {{ totalCount edges {{ cursor node {{ id }} }} nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"
    );
    client.ask(&query).await[list].take()
}

fn ids(page: &Value) -> Vec<String> {
    page["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect()
}

/// A town with 25 offers, each with a pre-order that was partly paid and cancelled.
async fn festival() -> (TestApp, Client) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for _ in 0..25 {
        let offer = clerk.open_offer(serde_json::json!({})).await;
        let placed = app.visitor().place(&offer, "1").await;
        clerk.pay(&placed, "1").await;
        let cancel = json!({"preorderId": placed["id"], "onBehalfOf": "TOWN", "reason": "冻害"});
        clerk.change("cancelPreorder", cancel, "__typename").await;
    }
    (app, clerk)
}

/// A grower with 25 plots, a lot of each, and 25 sales, several of them on the same day.
async fn town() -> (TestApp, Client, String) {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    for number in 0..25 {
        let plot = clerk.register_plot(&grower, VILLAGE, "1", 2020).await;
        clerk.record_harvest(&plot, &format!("2026-08-{:02}", 1 + number / 4), "5").await;
        clerk.record_sale(&format!("2026-08-{:02}", 1 + number / 4), "1", "1").await;
    }
    (app, clerk, grower)
}

#[tokio::test]
async fn pages_concatenate_to_the_whole_list() {
    let (_app, clerk, _) = town().await;
    for list in ["sales", "plots", "harvestLots"] {
        concatenate(&clerk, list, "").await;
    }
    let (_app, clerk) = festival().await;
    for (list, of) in [("presaleOffers", ""), ("preorders", ""), ("refundsDue", ", regionCode: \"500235136\"")] {
        concatenate(&clerk, list, of).await;
    }
}

/// Asserts that the pages of a list of 25, whatever their size, are together the whole list.
async fn concatenate(clerk: &Client, list: &str, of: &str) {
    let whole = page(clerk, list, &format!("(first: 100{of})")).await;
    assert_eq!((ids(&whole).len(), &whole["totalCount"]), (25, &json!(25)), "{list}");
    for size in [1, 7, 25] {
        let (mut joined, mut after) = (Vec::new(), None);
        loop {
            let after_argument = after.as_ref().map_or(String::new(), |cursor| format!(", after: \"{cursor}\""));
            let next = page(clerk, list, &format!("(first: {size}{after_argument}{of})")).await;
            joined.extend(ids(&next));
            assert_eq!(next["totalCount"], 25);
            assert_eq!(next["pageInfo"]["hasPreviousPage"], json!(after.is_some()));
            assert_eq!(next["pageInfo"]["startCursor"], next["edges"][0]["cursor"]);
            after = next["pageInfo"]["endCursor"].as_str().map(str::to_owned);
            if next["pageInfo"]["hasNextPage"] == json!(false) {
                break;
            }
        }
        assert_eq!(joined, ids(&whole), "{list} in pages of {size}");
    }
}

#[tokio::test]
async fn a_page_has_twenty_records_and_never_more_than_a_hundred() {
    let (_app, clerk, _) = town().await;
    assert_eq!(ids(&page(&clerk, "sales", "").await).len(), 20);
    let regions = |arguments: &'static str| {
        let clerk = clerk.clone();
        async move {
            clerk.ask(&format!("{{ regions{arguments} {{ nodes {{ code }} }} }}")).await["regions"]["nodes"]
                .as_array()
                .expect("nodes")
                .len()
        }
    };
    assert_eq!(regions("(first: 99)").await, 99);
    assert_eq!(regions("(first: 100)").await, 100);
    assert_eq!(regions("(first: 101)").await, 100);
    assert_eq!(regions("(first: 2147483647)").await, 100);
}

#[tokio::test]
async fn what_is_no_page_is_refused() {
    let (_app, clerk, grower) = town().await;
    let day_cursor = page(&clerk, "sales", "(first: 1)").await["pageInfo"]["endCursor"].clone();
    for (arguments, field) in [
        ("(first: 0)".to_owned(), "first"),
        ("(first: -1)".to_owned(), "first"),
        ("(after: \"\")".to_owned(), "after"),
        ("(after: \"梨\")".to_owned(), "after"),
        ("(after: \"AAAA\")".to_owned(), "after"),
        (format!("(after: {day_cursor})"), "after"),
    ] {
        let refusal = clerk.refused(&format!("{{ plots{arguments} {{ totalCount }} }}")).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{arguments}");
        let nested =
            clerk.refused(&format!("{{ grower(id: \"{grower}\") {{ plots{arguments} {{ totalCount }} }} }}")).await;
        assert_eq!(nested.brief(), ("INVALID_INPUT", Some(field)), "{arguments}");
    }
    let past_the_end = page(&clerk, "sales", "(first: 100)").await["pageInfo"]["endCursor"].clone();
    let empty = page(&clerk, "sales", &format!("(after: {past_the_end})")).await;
    let expected = json!({"hasNextPage": false, "hasPreviousPage": true, "startCursor": null, "endCursor": null});
    assert_eq!((ids(&empty).len(), &empty["pageInfo"]), (0, &expected));
}

#[tokio::test]
async fn nested_pages_are_pages_of_each_parent() {
    let (_app, clerk, grower) = town().await;
    let other = clerk.register_grower("李明", VILLAGE).await;
    clerk.register_plot(&other, VILLAGE, "1", 2020).await;
    clerk.register_grower("无地", VILLAGE).await;
    let query =
        "{ growers { nodes { id plots(first: 2) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } }";
    let answer = clerk.ask(query).await;
    let nodes = answer["growers"]["nodes"].as_array().expect("nodes");
    let sizes: Vec<_> = nodes
        .iter()
        .map(|node| {
            let plots = &node["plots"];
            (
                plots["nodes"].as_array().expect("plots").len(),
                plots["totalCount"].clone(),
                plots["pageInfo"]["hasNextPage"].clone(),
            )
        })
        .collect();
    assert_eq!(sizes, [(2, json!(25), json!(true)), (1, json!(1), json!(false)), (0, json!(0), json!(false))]);
    let cursor = &nodes[0]["plots"]["pageInfo"]["endCursor"];
    let rest = clerk
        .ask(&format!("{{ grower(id: \"{grower}\") {{ plots(first: 100, after: {cursor}) {{ nodes {{ id }} }} }} }}"))
        .await;
    assert_eq!(rest["grower"]["plots"]["nodes"].as_array().expect("plots").len(), 23);
}

#[tokio::test]
async fn a_page_costs_the_same_statements_however_many_records_it_has() {
    let (app, clerk, _) = town().await;
    let records = [
        (
            "sales(first: $n) { nodes { grower { name phone region { name } } region { name parent { name } } variety { name } recordedBy { username } lot { code } } }",
            9,
        ),
        ("harvestLots(first: $n) { nodes { plot { grower { name areaMu } region { name } variety { name } } } }", 8),
        (
            "growers(first: $n) { totalCount nodes { areaMu phone plots(first: 3) { totalCount nodes { variety { name } region { name } } } } }",
            12,
        ),
        ("plots(first: $n) { nodes { grower { name } variety { name } region { name } } }", 7),
    ];
    count(&app, &clerk, &records).await;
    let (app, clerk) = festival().await;
    let records = [
        ("presaleOffers(first: $n) { nodes { availableKg promisedShare variety { name } region { name } } }", 8),
        (
            "preorders(first: $n) { nodes { buyerPhone offer { availableKg region { name } } history { what by { username } } \
             payments { reference recordedBy { username } } lots { code } } }",
            18,
        ),
    ];
    count(&app, &clerk, &records).await;
}

/// Asserts that each query takes at most this many statements, and about as many for twenty records as for two.
async fn count(app: &TestApp, clerk: &Client, queries: &[(&str, usize)]) {
    // Reading full telephone numbers is logged, which takes statements, too.
    for (query, most) in queries {
        let mut counted = Vec::new();
        for size in ["2", "20"] {
            let query = format!("{{ {} }}", query.replace("$n", size));
            let statements = app.fewest_statements(clerk, async |clerk| {
                clerk.ask(&query).await;
            });
            counted.push(statements.await);
        }
        // One more statement per record would be eighteen more.
        assert!(counted[1] < counted[0] + 9, "{counted:?}: {query}");
        assert!(counted[0] > 0 && counted[0] <= *most, "{} statements, at most {most}: {query}", counted[0]);
    }
}

/// If a region's records were sorted for every page, the cost would grow with their number. An index returns them in
/// order.
#[tokio::test]
async fn pages_of_a_region_are_not_sorted() {
    let app = TestApp::new().await;
    if app.url.starts_with("postgres") {
        skip!("with few records PostgreSQL sorts rather than reads an index, whatever there is");
    }
    let statements = Arc::new(std::sync::Mutex::new(Vec::new()));
    let observed = app.observed({
        let statements = statements.clone();
        move |statement| statements.lock().expect("the statements").push(statement.clone())
    });
    for scope in ["500235136001", TOWN, "500235"] {
        let clerk = observed.again(&app.clerk_of(scope).await);
        statements.lock().expect("the statements").clear();
        clerk
            .ask(&format!("{{ sales(filter: {{ regionCode: \"{scope}\" }}) {{ nodes {{ id }} }} harvestLots {{ nodes {{ id }} }} }}"))
            .await;
        let pages: Vec<_> = std::mem::take(&mut *statements.lock().expect("the statements"));
        let pages: Vec<_> = pages
            .into_iter()
            .filter(|statement| {
                statement.sql.contains("ORDER BY \"sale\"") || statement.sql.contains("ORDER BY \"harvest_lot\"")
            })
            .collect();
        assert_eq!(pages.len(), 2);
        for page in pages {
            let plan = Statement { sql: format!("EXPLAIN QUERY PLAN {}", page.sql), ..page };
            let rows = app.database.unguarded().query_all_raw(plan).await.expect("a plan");
            let plan: Vec<String> = rows.iter().map(|row| row.try_get("", "detail").expect("a detail")).collect();
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{scope}: {plan:?}");
        }
    }
}
