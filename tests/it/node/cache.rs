//! One id, one object: everything under an id agrees with what a client has cached under it.

use serde_json::{Value, json};

use crate::app::{TOWN, TestApp, VILLAGE, text};

/// An object under the name that it had in a report has another id than the present object, so that neither is shown
/// with the other's name.
#[tokio::test]
async fn what_was_published_under_another_name_has_another_id() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    let operator = app.plant_operator("pickles").await;
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    clerk.register_plot(&grower, VILLAGE, "2", 2020).await;
    let intake = operator.take_in(json!({"plantCode": "pickles"})).await;
    operator.pickle(&intake, "10", json!({"plantCode": "pickles", "productCode": "paocai"})).await;
    let things = "region { __typename id name code } plantedAreaByVariety { variety { __typename id name code } }
        plantOutput { plant { __typename id name code } product { __typename id name code plant { __typename id name code } } }";
    let selection = format!("publishedReport {{ region {{ __typename id name code }} report {{ {things} }} }}");
    let published = official.change("publishReport", json!({"regionCode": TOWN, "year": 2026}), &selection).await["publishedReport"].take();
    for (field, input) in [
        (
            "updateVariety",
            json!({"code": "fengshui-pear", "name": "新梨", "nameEn": "new pear", "harvestStartMonth": 7, "harvestEndMonth": 8}),
        ),
        ("renameProduct", json!({"code": "paocai", "name": "新泡菜"})),
        ("updateProcessingPlant", json!({"code": "pickles", "name": "新厂"})),
        ("renameRegion", json!({"code": TOWN, "name": "新镇"})),
    ] {
        admin.change(field, input, "__typename").await;
    }
    let today = clerk.report(2026, things).await;
    let itself = |thing: &Value| json!({"__typename": thing["__typename"], "id": thing["id"], "name": thing["name"], "code": thing["code"]});
    let all = |report: &Value| -> Vec<Value> {
        let (output, variety) = (&report["plantOutput"][0], &report["plantedAreaByVariety"][0]["variety"]);
        [&report["region"], variety, &output["plant"], &output["product"], &output["product"]["plant"]]
            .map(itself)
            .into()
    };
    let (then, now) = (all(&published["report"]), all(&today));
    assert_eq!(published["region"], then[0]);
    assert_eq!(
        then.iter().map(|thing| text(&thing["name"])).collect::<Vec<_>>(),
        ["云安镇", "丰水梨", "云安泡菜厂", "洗澡泡菜", "云安泡菜厂"]
    );
    assert_eq!(
        now.iter().map(|thing| text(&thing["name"])).collect::<Vec<_>>(),
        ["新镇", "新梨", "新厂", "新泡菜", "新厂"]
    );
    let visitor = app.visitor();
    for (then, now) in then.iter().zip(&now) {
        assert_eq!((&then["code"], &then["__typename"]), (&now["code"], &now["__typename"]));
        assert_ne!(then["id"], now["id"]);
        for thing in [then, now] {
            let kind = text(&thing["__typename"]);
            let query = format!("{{ node(id: {}) {{ __typename id ... on {kind} {{ name code }} }} }}", thing["id"]);
            assert_eq!(visitor.ask(&query).await["node"], *thing);
        }
    }
    // There, the product's plant also has the name of that day.
    let query =
        format!("{{ node(id: {}) {{ ... on Product {{ plant {{ __typename id name code }} }} }} }}", then[3]["id"]);
    assert_eq!(visitor.ask(&query).await["node"]["plant"], then[4]);
}

/// A report has ids only for objects that it contains.
#[tokio::test]
async fn what_a_report_does_not_name_is_no_object_of_its() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let official = app.official_of(TOWN).await;
    let payload =
        official.change("publishReport", json!({"regionCode": TOWN, "year": 2026}), "publishedReport { id }").await;
    let report = text(&payload["publishedReport"]["id"]);
    for thing in [
        "Region:500235105",
        "Variety:fengshui-pear",
        "Product:paocai",
        "ProcessingPlant:pickles",
        "Site:gate",
        "Honour:dish",
    ] {
        let id = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, format!("{thing}@{report}"));
        let refusal = app.visitor().refused(&format!("{{ node(id: \"{id}\") {{ id }} }}")).await;
        assert_eq!(refusal.code, "NOT_FOUND", "{thing}");
    }
}

/// An entry of the baseline year is subtracted from a catering increase and added to the takings. These are two objects
/// for one record.
#[tokio::test]
async fn what_a_figure_takes_off_has_another_id_than_what_another_adds() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    admin.change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2025}), "__typename").await;
    for (year, amount) in [(2025, "100"), (2026, "300")] {
        let takings = json!({"establishmentCode": "kitchen", "year": year, "month": 3, "amountYuan": amount});
        clerk.change("recordCateringTakings", takings, "__typename").await;
    }
    let entries = async |key: &str, year: i32| {
        let filter = format!("key: \"{key}\", regionCode: \"{TOWN}\", from: \"{year}-01-01\", to: \"{year}-11-24\"");
        let query = format!(
            "{{ figureEntries(filter: {{ {filter} }}) {{ nodes {{ id day amountYuan record region {{ code }} }} }} }}"
        );
        official.ask(&query).await["figureEntries"]["nodes"].as_array().expect("entries").clone()
    };
    let (increase, before) = (entries("cateringIncreaseYuan", 2026).await, entries("cateringTakingsYuan", 2025).await);
    let (takings, amounts) = (entries("cateringTakingsYuan", 2026).await, |entries: &[Value]| -> Vec<String> {
        entries.iter().map(|entry| text(&entry["amountYuan"])).collect()
    });
    assert_eq!(
        (amounts(&increase), amounts(&before), amounts(&takings)),
        (vec!["-100.00".into(), "300.00".into()], vec!["100.00".into()], vec!["300.00".into()])
    );
    assert_eq!(increase[1], takings[0], "what is added is the same object in both");
    assert_eq!((&increase[0]["record"], &increase[0]["day"]), (&before[0]["record"], &before[0]["day"]));
    assert_ne!(increase[0]["id"], before[0]["id"]);
    for entry in increase.iter().chain(&before) {
        let query = format!(
            "{{ node(id: {}) {{ ... on FigureEntry {{ id day amountYuan record region {{ code }} }} }} }}",
            entry["id"]
        );
        assert_eq!(official.ask(&query).await["node"], *entry);
        for other in [clerk_far(&app).await, app.visitor(), app.buyer().await] {
            assert_eq!(other.refused(&query).await.code, "NOT_FOUND");
        }
    }
}

async fn clerk_far(app: &TestApp) -> crate::app::Client {
    app.clerk_of(crate::app::OTHER_TOWN).await
}
