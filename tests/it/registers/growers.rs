//! Growers: who sees them, and which of their fields.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use domain::registers::plot_terms;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;
use store::{
    entity::registers::{plot, plot_term},
    ledger,
};
use uuid::Uuid;

use crate::app::{OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

fn grower(id: &str, selection: &str) -> String {
    format!("{{ grower(id: \"{id}\") {{ {selection} }} }}")
}

#[tokio::test]
async fn telephone_numbers_are_whole_for_few() {
    let app = TestApp::new().await;
    let id = app.clerk_of(VILLAGE).await.register_grower("王桂英", VILLAGE).await;
    app.clerk_of(OTHER_VILLAGE).await.refused(&grower(&id, "phone")).await;
    for (reader, phone) in [
        (app.clerk_of(VILLAGE).await, "13800001234"),
        (app.clerk().await, "13800001234"),
        (app.grower(&id).await, "13800001234"),
        (app.official_of(TOWN).await, "138****1234"),
        (app.admin().await, "138****1234"),
    ] {
        let answer = reader.ask(&grower(&id, "name phone")).await;
        assert_eq!(answer["grower"], json!({"name": "王桂英", "phone": phone}));
    }
}

#[tokio::test]
async fn a_grower_is_seen_where_it_is_registered_and_where_it_has_a_plot_in_use() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let neighbour = app.clerk_of(OTHER_VILLAGE).await;
    let id = clerk.register_grower("王桂英", VILLAGE).await;
    assert_eq!(neighbour.refused(&grower(&id, "name")).await.code, "NOT_FOUND");

    let plot = clerk.register_plot(&id, OTHER_VILLAGE, "3.50", 2020).await;
    clerk.register_plot(&id, VILLAGE, "2.00", 2020).await;
    let seen = neighbour.ask(&grower(&id, "name phone areaMu plots { totalCount nodes { id } }")).await;
    let expected = json!({
        "name": "王桂英", "phone": "138****1234", "areaMu": "3.50", "plots": {"totalCount": 1, "nodes": [{"id": plot}]}
    });
    assert_eq!(seen["grower"], expected, "the neighbour's clerk sees the plot that lies there, and no other");
    assert_eq!(neighbour.ask("{ growers { nodes { id } } }").await["growers"]["nodes"], json!([{"id": id}]));
    assert_eq!(clerk.ask(&grower(&id, "areaMu")).await["grower"]["areaMu"], "5.50");

    clerk.change("takePlotOutOfUse", json!({"plotId": plot, "from": "2026-11-24"}), "__typename").await;
    assert_eq!(neighbour.refused(&grower(&id, "name")).await.code, "NOT_FOUND");
}

#[tokio::test]
async fn who_has_no_name_for_the_public_goes_by_its_community() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (kind, display_name, shown) in [
        ("HOUSEHOLD", None, "杉树林社区居民委员会"),
        ("FAMILY_FARM", Some("梨花农场"), "梨花农场"),
        ("FAMILY_FARM", None, "杉树林社区居民委员会"),
        ("COOPERATIVE", None, "全名"),
        ("COMPANY", None, "全名"),
    ] {
        let input = json!({"name": "全名", "displayName": display_name, "kind": kind, "regionCode": VILLAGE});
        let made = clerk.change("registerGrower", input, "grower { displayName }").await;
        assert_eq!(made["grower"]["displayName"], shown, "{kind}");
    }
}

#[tokio::test]
async fn a_clerk_registers_and_corrects_in_its_region_alone() {
    let app = TestApp::new().await;
    let clerk = app.clerk_of(VILLAGE).await;
    let new = |region: &str| json!({"name": "李明", "kind": "HOUSEHOLD", "regionCode": region});
    for region in [OTHER_VILLAGE, TOWN, OTHER_TOWN, "50"] {
        assert_eq!(clerk.refused_change("registerGrower", new(region)).await.code, "FORBIDDEN", "{region}");
    }
    for region in ["500235136999", "", "梨", "50' OR 1=1", "5002351360010"] {
        let refusal = clerk.refused_change("registerGrower", new(region)).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.regionCode")), "{region}");
    }
    let id = clerk.register_grower("李明", VILLAGE).await;
    let patch = json!({"growerId": id, "name": "李小明", "displayName": "小明果园", "phone": null});
    let made = clerk.change("updateGrower", patch, "grower { name displayName phone kind }").await;
    assert_eq!(
        made["grower"],
        json!({"name": "李小明", "displayName": "小明果园", "phone": null, "kind": "HOUSEHOLD"})
    );
    let same = clerk.change("updateGrower", json!({"growerId": id}), "grower { name displayName }").await;
    assert_eq!(same["grower"], json!({"name": "李小明", "displayName": "小明果园"}), "what is absent stays");
    let taken_away =
        clerk.change("updateGrower", json!({"growerId": id, "displayName": null}), "grower { displayName }").await;
    assert_eq!(taken_away["grower"]["displayName"], "杉树林社区居民委员会");

    let elsewhere = app.clerk_of(OTHER_VILLAGE).await;
    let refusal = elsewhere.refused_change("updateGrower", json!({"growerId": id, "name": "别人"})).await;
    assert_eq!(refusal.code, "NOT_FOUND");
    let refusal = clerk.refused_change("updateGrower", json!({"growerId": id, "regionCode": OTHER_VILLAGE})).await;
    assert_eq!(refusal.code, "FORBIDDEN", "it stays within the clerk's region");
    for reader in [app.official_of(TOWN).await, app.admin().await, app.grower(&id).await, app.buyer().await] {
        assert_eq!(reader.refused_change("registerGrower", new(VILLAGE)).await.code, "FORBIDDEN");
    }
    assert_eq!(app.visitor().refused_change("registerGrower", new(VILLAGE)).await.code, "UNAUTHENTICATED");
}

#[tokio::test]
async fn another_kind_holds_from_today_on() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let id = clerk.register_grower("王桂英", VILLAGE).await;
    clerk.register_plot(&id, VILLAGE, "3.50", 2020).await;
    clerk.change("updateGrower", json!({"growerId": id, "kind": "FAMILY_FARM"}), "__typename").await;
    let report = clerk.report(2026, "plantedAreaMu plantedAreaByVariety { areaMu growers }").await;
    let expected = json!({"plantedAreaMu": "3.50", "plantedAreaByVariety": [{"areaMu": "3.50", "growers": 1}]});
    assert_eq!(report, expected, "the area moves to another kind, and stays the same");
    app.verified().await;
}

#[tokio::test]
async fn lists_are_narrowed_by_region_kind_name_and_variety() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let first = clerk.register_grower("王 100% 甲", VILLAGE).await;
    let second = clerk.register_grower("Wang_Yi", OTHER_VILLAGE).await;
    clerk.register_plot(&first, OTHER_VILLAGE, "1", 2020).await;
    let wide = clerk.register_grower("ＡＢ École ΣΑΣ", VILLAGE).await;
    let found = clerk.ask("{ growers(filter: { nameContains: \"ＡＢ École ΣΑΣ\" }) { nodes { id } } }").await;
    assert_eq!(found["growers"]["nodes"], json!([{"id": wide}]), "every name finds itself");
    clerk.change("updateGrower", json!({"growerId": wide, "name": "甲"}), "__typename").await;
    for (filter, expected) in [
        (String::new(), vec![&first, &second, &wide]),
        (format!("regionCode: \"{VILLAGE}\""), vec![&first, &wide]),
        (format!("regionCode: \"{OTHER_VILLAGE}\""), vec![&first, &second]),
        ("kind: COMPANY".into(), vec![]),
        ("nameContains: \"100%\"".into(), vec![&first]),
        ("nameContains: \"%\"".into(), vec![&first]),
        ("nameContains: \"_\"".into(), vec![&second]),
        ("nameContains: \"wANG\"".into(), vec![&second]),
        ("varietyCode: \"fengshui-pear\"".into(), vec![&first]),
        ("varietyCode: \"yellow-peach\"".into(), vec![]),
        ("phone: \"+86 138 0000 1234\", nameContains: \"甲\"".into(), vec![&first, &wide]),
        ("phone: \"13800009999\"".into(), vec![]),
    ] {
        let answer = clerk.ask(&format!("{{ growers(filter: {{ {filter} }}) {{ totalCount nodes {{ id }} }} }}")).await;
        let ids: Vec<_> =
            answer["growers"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect();
        assert_eq!(ids.iter().collect::<Vec<_>>(), expected, "{filter}");
        assert_eq!(answer["growers"]["totalCount"], expected.len(), "{filter}");
    }
    for (filter, field) in [
        ("regionCode: \"1\"", "filter.regionCode"),
        ("varietyCode: \"apple\"", "filter.varietyCode"),
        ("nameContains: \"\"", "filter.nameContains"),
        ("phone: \"110\"", "filter.phone"),
        ("nameContains: \"a\\u0000\"", "filter.nameContains"),
    ] {
        let refusal = clerk.refused(&format!("{{ growers(filter: {{ {filter} }}) {{ totalCount }} }}")).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)));
    }
}

/// This many more plots like the only one that exists.
async fn more_plots(app: &TestApp, number: usize) {
    let reader = app.database.reader();
    let plot = plot::Entity::find().one(reader).await.expect("an answer").expect("a plot");
    let term = plot_term::Entity::find().one(reader).await.expect("an answer").expect("a term");
    let plots: Vec<_> = (0..number).map(|_| plot::Model { id: Uuid::now_v7(), ..plot.clone() }).collect();
    let terms: Vec<_> =
        plots.iter().map(|plot| plot_term::Model { id: Uuid::now_v7(), plot_id: plot.id, ..term.clone() }).collect();
    let filled = app.database.write_alone(async move |txn| {
        let entries = terms.iter().flat_map(|term| plot_terms::area_entries(None, term)).collect();
        txn.fill::<plot::Entity>(plots.into_iter().map(IntoActiveModel::into_active_model)).await?;
        txn.fill::<plot_term::Entity>(terms.into_iter().map(IntoActiveModel::into_active_model)).await?;
        // No entry counts the grower again, who already grows these pears.
        ledger::record(&txn, entries).await
    });
    filled.await.expect("plots");
}

#[tokio::test]
async fn another_kind_moves_thousands_of_plots_with_few_statements() {
    let app = TestApp::new().await.patient_server().await;
    let clerk = app.clerk().await;
    let id = clerk.register_grower("王桂英", VILLAGE).await;
    clerk.register_plot(&id, VILLAGE, "0.5", 2020).await;
    more_plots(&app, 2_999).await;
    app.verified().await;
    let statements = Arc::new(AtomicUsize::new(0));
    let counter = statements.clone();
    let observed = app.configured_and_observed(&[("REQUEST_SECONDS", "3600")], move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    });
    observed
        .again(&clerk)
        .change("updateGrower", json!({"growerId": id, "kind": "FAMILY_FARM"}), "grower { kind }")
        .await;
    let statements = statements.load(Ordering::SeqCst);
    assert!(statements < 50, "{statements} statements");
    let statistics = "{ plantedAreaStatistics(filter: {regionCode: \"500235136\", from: \"2026-01-01\", to: \"2026-12-31\"}, \
                      groupBy: [GROWER_KIND]) { growerKind areaMu } }";
    assert_eq!(
        clerk.ask(statistics).await["plantedAreaStatistics"],
        json!([{"growerKind": "FAMILY_FARM", "areaMu": "1500.00"}])
    );
    app.verified().await;
    more_plots(&app, 7_001).await;
    let refusal = clerk.refused_change("updateGrower", json!({"growerId": id, "kind": "HOUSEHOLD"})).await;
    assert_eq!(
        (refusal.code.as_str(), refusal.message.as_str()),
        ("TOO_COMPLEX", "a change of a grower affects at most 10000 plots")
    );
    let other = clerk.register_grower("王桂英", VILLAGE).await;
    let merge = json!({"fromId": id, "intoId": other, "reason": "重复登记"});
    assert_eq!(clerk.refused_change("mergeGrowers", merge).await.code, "TOO_COMPLEX");
}
