//! Reference data: regions, varieties, sites, festivals, plants with products and projects, honours. Administrators
//! maintain it; everybody reads it.

use serde_json::{Value, json};

use crate::app::{TOWN, TestApp, VILLAGE};

const COUNTS: &str = "festivalEditions processingPlants processingProjects honours { kind count }";

fn counts(editions: i32, plants: i32, projects: i32, honours: [i32; 3]) -> Value {
    json!({
        "festivalEditions": editions, "processingPlants": plants, "processingProjects": projects,
        "honours": [
            {"kind": "LANDMARK_DISH", "count": honours[0]}, {"kind": "FAMOUS_SNACK", "count": honours[1]},
            {"kind": "HERITAGE_PROJECT", "count": honours[2]}
        ]
    })
}

#[tokio::test]
async fn the_official_register_of_regions_is_there() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for (level, expected) in [("PROVINCE", 1), ("COUNTY", 1), ("TOWNSHIP", 42), ("VILLAGE", 480)] {
        let answer = visitor.ask(&format!("{{ regions(filter: {{ level: {level} }}) {{ totalCount }} }}")).await;
        assert_eq!(answer["regions"]["totalCount"], expected, "{level}");
    }
    let town = visitor
        .ask(&format!(
            "{{ region(code: \"{TOWN}\") {{ name level parent {{ name parent {{ code parent {{ code }} }} }} children {{ code }} }} }}"
        ))
        .await;
    let town = &town["region"];
    assert_eq!(
        (&town["name"], &town["level"], &town["parent"]["name"]),
        (&json!("云安镇"), &json!("TOWNSHIP"), &json!("云阳县"))
    );
    assert_eq!(town["parent"]["parent"], json!({"code": "50", "parent": null}));
    assert_eq!(town["children"].as_array().expect("children").len(), 11);
    for none in ["500235999", "", "梨"] {
        assert_eq!(visitor.refused(&format!("{{ region(code: \"{none}\") {{ code }} }}")).await.code, "NOT_FOUND");
    }
    assert_eq!(visitor.refused("{ region(code: \"50\\u0000\") { code } }").await.code, "INVALID_INPUT");
}

#[tokio::test]
async fn what_lasts_counts_from_its_first_day_until_it_ends() {
    let app = TestApp::new().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    for (field, input) in [
        (
            "addFestival",
            json!({"edition": 9, "name": "第九届云安梨花节", "regionCode": TOWN, "startsOn": "2023-03-15", "endsOn": "2023-03-28"}),
        ),
        (
            "addFestival",
            json!({"edition": 10, "name": "第十届云安梨花节", "regionCode": TOWN, "startsOn": "2024-12-31", "endsOn": "2025-01-05"}),
        ),
        (
            "addFestival",
            json!({"edition": 11, "name": "预告", "regionCode": TOWN, "startsOn": "2027-03-15", "endsOn": "2027-03-28"}),
        ),
        (
            "addProcessingPlant",
            json!({"code": "pickles", "name": "泡菜厂", "regionCode": VILLAGE, "openedOn": "2023-05-01"}),
        ),
        (
            "addProcessingPlant",
            json!({"code": "bacon", "name": "腊肉厂", "regionCode": VILLAGE, "openedOn": "2024-12-31"}),
        ),
        ("addProcessingProject", json!({"code": "cold", "name": "冷链", "regionCode": TOWN, "beganOn": "2024-01-01"})),
        (
            "addHonour",
            json!({"code": "dish", "kind": "LANDMARK_DISH", "name": "云安盐焗", "regionCode": TOWN, "awardedOn": "2023-01-01"}),
        ),
        (
            "addHonour",
            json!({"code": "salt", "kind": "HERITAGE_PROJECT", "name": "制盐技艺", "regionCode": TOWN, "awardedOn": "2024-06-01"}),
        ),
    ] {
        admin.change(field, input, "__typename").await;
    }
    for (field, input) in [
        ("updateProcessingPlant", json!({"code": "pickles", "closedOn": "2024-12-31"})),
        ("updateHonour", json!({"code": "dish", "endedOn": "2026-11-24"})),
    ] {
        admin.change(field, input, "__typename").await;
    }
    assert_eq!(clerk.report(2022, COUNTS).await, counts(0, 0, 0, [0, 0, 0]));
    assert_eq!(clerk.report(2023, COUNTS).await, counts(1, 1, 0, [1, 0, 0]));
    assert_eq!(
        clerk.report(2024, COUNTS).await,
        counts(2, 1, 1, [1, 0, 1]),
        "one plant closed, another opened on the last day"
    );
    assert_eq!(clerk.report(2026, COUNTS).await, counts(2, 1, 1, [0, 0, 1]), "what is announced does not count yet");
    let query = format!("{{ townReport(regionCode: \"{VILLAGE}\", year: 2024) {{ {COUNTS} }} }}");
    assert_eq!(
        clerk.ask(&query).await["townReport"],
        counts(0, 1, 0, [0, 0, 0]),
        "what is booked on the town is not its village's"
    );

    let before = clerk.report(2024, "asOf").await["asOf"].as_str().expect("an instant").to_owned();
    app.set_time("2026-11-24T05:00:00Z");
    for (field, input) in [
        ("updateProcessingPlant", json!({"code": "pickles", "closedOn": null})),
        ("updateProcessingProject", json!({"code": "cold", "endedOn": "2024-07-01"})),
        (
            "updateFestival",
            json!({"edition": 10, "name": "第十届云安梨花节", "regionCode": TOWN, "startsOn": "2025-01-01", "endsOn": "2025-01-05"}),
        ),
    ] {
        admin.change(field, input, "__typename").await;
    }
    assert_eq!(clerk.report(2024, COUNTS).await, counts(1, 2, 0, [1, 0, 1]));
    assert_eq!(clerk.report_as_of(2024, &before, COUNTS).await, counts(2, 1, 1, [1, 0, 1]));
    app.verified().await;
}

#[tokio::test]
async fn administrators_keep_it_and_nobody_else() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let admin = app.admin().await;
    let changes = [
        ("addRegion", json!({"code": "500235136207", "name": "新村村民委员会"})),
        ("renameRegion", json!({"code": "500235136207", "name": "更名村村民委员会"})),
        (
            "addVariety",
            json!({"code": "plum", "name": "青脆李", "nameEn": "Plum", "harvestStartMonth": 6, "harvestEndMonth": 8}),
        ),
        (
            "updateVariety",
            json!({"code": "plum", "name": "云安青脆李", "nameEn": "Plum", "harvestStartMonth": 7, "harvestEndMonth": 8}),
        ),
        ("addSite", json!({"code": "bridge", "name": "古桥", "regionCode": TOWN, "countsTowardsTotal": false})),
        ("updateSite", json!({"code": "bridge", "name": "老桥"})),
        ("addProduct", json!({"code": "larou", "plantCode": "pickles", "name": "腊肉", "isFreshProduce": false})),
        ("renameProduct", json!({"code": "larou", "name": "云安腊肉"})),
        ("renameCateringEstablishment", json!({"code": "kitchen", "name": "新厨房"})),
        ("updateCateringEstablishment", json!({"code": "kitchen", "name": "厨房", "closedOn": "2026-10-01"})),
        (
            "addFestival",
            json!({"edition": 1, "name": "首届", "regionCode": TOWN, "startsOn": "2015-03-15", "endsOn": "2015-03-28"}),
        ),
    ];
    for outsider in
        [app.clerk().await, app.official_of(TOWN).await, app.plant_operator("pickles").await, app.buyer().await]
    {
        for (field, input) in &changes {
            assert_eq!(outsider.refused_change(field, input.clone()).await.code, "FORBIDDEN", "{field}");
        }
    }
    for (field, input) in changes {
        admin.change(field, input, "__typename").await;
    }
    let seen = app
        .visitor()
        .ask("{ varieties { code name harvestStartMonth } sites { code name } processingPlants { code products { code name } } festivals { edition } }")
        .await;
    assert_eq!(seen["varieties"].as_array().expect("varieties").len(), 5);
    assert!(seen["varieties"].to_string().contains("云安青脆李"));
    assert_eq!(seen["processingPlants"][0]["products"][0], json!({"code": "larou", "name": "云安腊肉"}));
    assert_eq!(seen["festivals"], json!([{"edition": 1}]));
}

#[tokio::test]
async fn bad_reference_data_is_refused_on_its_field() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let admin = app.admin().await;
    let long = "x".repeat(300);
    for (mutation, input, field) in [
        ("addRegion", json!({"code": "500235136001", "name": "重复"}), "input.code"),
        ("addRegion", json!({"code": "50", "name": "另一省"}), "input.code"),
        ("addRegion", json!({"code": "5101", "name": "某市"}), "input.code"),
        ("addRegion", json!({"code": "500999001", "name": "无上级"}), "input.code"),
        (
            "addVariety",
            json!({"code": "fengshui-pear", "name": "某", "nameEn": "x", "harvestStartMonth": 1, "harvestEndMonth": 2}),
            "input.code",
        ),
        (
            "addVariety",
            json!({"code": "p", "name": "丰水梨", "nameEn": "x", "harvestStartMonth": 1, "harvestEndMonth": 2}),
            "input.name",
        ),
        (
            "addVariety",
            json!({"code": "p", "name": "某", "nameEn": "x", "harvestStartMonth": 0, "harvestEndMonth": 2}),
            "input.harvestStartMonth",
        ),
        (
            "addVariety",
            json!({"code": "P!", "name": "某", "nameEn": "x", "harvestStartMonth": 1, "harvestEndMonth": 2}),
            "input.code",
        ),
        (
            "addSite",
            json!({"code": "gate", "name": "又一门", "regionCode": TOWN, "countsTowardsTotal": true}),
            "input.code",
        ),
        ("addSite", json!({"code": "s", "name": "", "regionCode": TOWN, "countsTowardsTotal": true}), "input.name"),
        ("addSite", json!({"code": "s", "name": long, "regionCode": TOWN, "countsTowardsTotal": true}), "input.name"),
        (
            "addSite",
            json!({"code": "s", "name": "a\u{7}b", "regionCode": TOWN, "countsTowardsTotal": true}),
            "input.name",
        ),
        (
            "addSite",
            json!({"code": "s", "name": "某", "regionCode": "9", "countsTowardsTotal": true}),
            "input.regionCode",
        ),
        ("updateSite", json!({"code": "moon", "name": "某"}), "input.code"),
        (
            "addProcessingPlant",
            json!({"code": "q", "name": "某", "regionCode": TOWN, "openedOn": "2026-11-25"}),
            "input.openedOn",
        ),
        ("updateProcessingPlant", json!({"code": "pickles", "closedOn": "2020-05-01"}), "input.closedOn"),
        ("updateProcessingPlant", json!({"code": "pickles", "closedOn": "2026-11-25"}), "input.closedOn"),
        (
            "addProduct",
            json!({"code": "x", "plantCode": "moon", "name": "某", "isFreshProduce": false}),
            "input.plantCode",
        ),
        (
            "addFestival",
            json!({"edition": 0, "name": "某", "regionCode": TOWN, "startsOn": "2024-03-15", "endsOn": "2024-03-16"}),
            "input.edition",
        ),
        (
            "addFestival",
            json!({"edition": 1, "name": "某", "regionCode": TOWN, "startsOn": "2024-03-15", "endsOn": "2024-03-14"}),
            "input.endsOn",
        ),
        (
            "addFestival",
            json!({"edition": 1, "name": "某", "regionCode": TOWN, "startsOn": "2034-03-15", "endsOn": "2034-03-16"}),
            "input.startsOn",
        ),
        (
            "updateFestival",
            json!({"edition": 7, "name": "某", "regionCode": TOWN, "startsOn": "2024-03-15", "endsOn": "2024-03-16"}),
            "input.edition",
        ),
    ] {
        let refusal = admin.refused_change(mutation, input.clone()).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some(field)), "{mutation} {input}");
    }
}

#[tokio::test]
async fn of_two_that_add_the_same_code_at_once_one_is_told() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let admin = app.admin().await;
    for (mutation, input, field) in [
        (
            "addSite",
            json!({"code": "same", "name": "某", "regionCode": TOWN, "countsTowardsTotal": true}),
            "input.code",
        ),
        ("addCateringEstablishment", json!({"code": "same", "name": "某", "regionCode": TOWN}), "input.code"),
        (
            "addProcessingPlant",
            json!({"code": "same", "name": "某", "regionCode": TOWN, "openedOn": "2020-01-01"}),
            "input.code",
        ),
        (
            "addProduct",
            json!({"code": "same", "plantCode": "pickles", "name": "某", "isFreshProduce": false}),
            "input.code",
        ),
        (
            "addProcessingProject",
            json!({"code": "same", "name": "某", "regionCode": TOWN, "beganOn": "2020-01-01"}),
            "input.code",
        ),
        (
            "addHonour",
            json!({"code": "same", "kind": "FAMOUS_SNACK", "name": "某", "regionCode": TOWN, "awardedOn": "2020-01-01"}),
            "input.code",
        ),
        (
            "addFestival",
            json!({"edition": 1, "name": "某", "regionCode": TOWN, "startsOn": "2024-03-15", "endsOn": "2024-03-16"}),
            "input.edition",
        ),
        (
            "addVariety",
            json!({"code": "same", "name": "某", "nameEn": "x", "harvestStartMonth": 1, "harvestEndMonth": 2}),
            "",
        ),
        ("addRegion", json!({"code": "500235136207", "name": "某"}), "input.code"),
    ] {
        let requests: Vec<_> = (0..6)
            .map(|_| {
                let (admin, input) = (admin.clone(), input.clone());
                tokio::spawn(async move { admin.mutate(mutation, input, "__typename").await })
            })
            .collect();
        let mut added = 0;
        for request in requests {
            let answer = request.await.expect("an answer");
            match answer.get("errors") {
                None => added += 1,
                Some(errors) => {
                    let extensions = &errors[0]["extensions"];
                    assert_eq!(extensions["code"], "INVALID_INPUT", "{mutation}: {answer:#}");
                    // For a variety, both the code and the name exist already.
                    assert!(field.is_empty() || extensions["field"] == field, "{mutation}: {answer:#}");
                }
            }
        }
        assert_eq!(added, 1, "{mutation}");
    }
    app.verified().await;
}
