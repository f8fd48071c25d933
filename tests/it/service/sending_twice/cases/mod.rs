//! Every mutation that takes a key, in an order in which each is accepted, with the canonical form of its input. Each
//! field of each input occurs in one of them. `$name` stands for the id of the record that an earlier mutation made,
//! `$nameKey` for the key of that mutation. `$version` is the instant at which the last pre-order changed, `#version` the
//! same in microseconds.

mod land;
mod presales;

use serde_json::{Value, json};

use crate::app::{PASSWORD, TOWN, VILLAGE};
use land::{divisions, harvest, land};
use presales::{endings, money, presales};

pub struct Case {
    /// Who sends it.
    pub who: &'static str,
    /// The mutation.
    pub field: &'static str,
    /// Its input, without the key.
    pub input: Value,
    /// The canonical form of the input.
    pub content: Value,
    /// The name by which later cases refer to the record that it makes.
    pub made: &'static str,
}

fn case(who: &'static str, field: &'static str, input: Value, content: Value, made: &'static str) -> Case {
    Case { who, field, input, content, made }
}

/// A case whose input is already canonical.
fn same(who: &'static str, field: &'static str, input: Value) -> Case {
    case(who, field, input.clone(), input, "")
}

pub fn cases() -> Vec<Case> {
    let parts = [
        registers(),
        tourism(),
        plants(),
        accounts(),
        land(),
        divisions(),
        harvest(),
        presales(),
        money(),
        endings(),
        production(),
        reports(),
    ];
    parts.into_iter().flatten().collect()
}

fn registers() -> Vec<Case> {
    let plum = |name: &str| json!({"code": "plum", "name": name, "nameEn": "plum", "harvestStartMonth": 6, "harvestEndMonth": 7});
    let retired = |day: Value| json!({"code": "plum", "name": "脆李", "nameEn": "plum", "harvestStartMonth": 6, "harvestEndMonth": 7, "retiredOn": day});
    vec![
        same("admin", "addRegion", json!({"code": "500235136999", "name": "新村"})),
        // Blanks around a name are removed.
        case(
            "admin",
            "renameRegion",
            json!({"code": "500235136999", "name": "  新社区 "}),
            json!({"code": "500235136999", "name": "新社区"}),
            "",
        ),
        same("admin", "addVariety", plum("李子")),
        same(
            "admin",
            "addVariety",
            json!({"code": "old", "name": "老梨", "nameEn": "old", "harvestStartMonth": 8, "harvestEndMonth": 9, "retiredOn": "2020-01-01"}),
        ),
        same("admin", "updateVariety", plum("脆李")),
        same("admin", "updateVariety", retired("2026-03-01".into())),
        // Null is written, because it takes the day away.
        same("admin", "updateVariety", retired(Value::Null)),
    ]
}

fn tourism() -> Vec<Case> {
    let of_month = |amount: Value| json!({"establishmentCode": "inn", "year": 2026, "month": 3, "amountYuan": amount});
    let takings =
        |sent: Value, amount: Value| case("clerk", "recordCateringTakings", of_month(sent), of_month(amount), "");
    let edition = |ends: &str| json!({"regionCode": TOWN, "edition": 3, "name": "梨花节", "startsOn": "2026-03-20", "endsOn": ends});
    vec![
        same(
            "admin",
            "addSite",
            json!({"code": "bridge", "name": "桥", "regionCode": VILLAGE, "countsTowardsTotal": true}),
        ),
        same(
            "admin",
            "updateSite",
            json!({"code": "bridge", "name": "石桥", "countsTowardsTotal": false, "countsFrom": "2026-03-01"}),
        ),
        same("admin", "updateSite", json!({"code": "bridge", "retiredOn": "2026-03-01"})),
        same("admin", "updateSite", json!({"code": "bridge", "retiredOn": null})),
        same("admin", "addFestival", edition("2026-04-05")),
        same("admin", "updateFestival", edition("2026-03-30")),
        same("admin", "voidFestival", json!({"regionCode": TOWN, "edition": 3, "reason": "重复录入"})),
        same("admin", "addCateringEstablishment", json!({"code": "inn", "name": "客栈", "regionCode": VILLAGE})),
        same("admin", "renameCateringEstablishment", json!({"code": "inn", "name": "老客栈"})),
        same(
            "admin",
            "updateCateringEstablishment",
            json!({"code": "inn", "name": "老客栈", "closedOn": "2026-11-01"}),
        ),
        // Here null reopens it, while an absent field changes nothing.
        same("admin", "updateCateringEstablishment", json!({"code": "inn", "name": "老客栈", "closedOn": null})),
        same("admin", "setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2020})),
        // Here null removes the year, and so does an absent field.
        case(
            "admin",
            "setCateringBaseline",
            json!({"regionCode": VILLAGE, "baselineYear": null}),
            json!({"regionCode": VILLAGE}),
            "",
        ),
        same("clerk", "recordVisitors", json!({"siteCode": "bridge", "date": "2026-03-21", "visitors": 100})),
        same("clerk", "recordVisitors", json!({"siteCode": "bridge", "date": "2026-03-21", "visitors": 120})),
        takings(json!("100.5"), json!(10_050)),
        takings(json!("120.00"), json!(12_000)),
        same("clerk", "voidVisitors", json!({"siteCode": "bridge", "date": "2026-03-21", "reason": "记错景点"})),
        takings(json!("0"), json!(0)),
        same(
            "clerk",
            "voidCateringTakings",
            json!({"establishmentCode": "inn", "year": 2026, "month": 3, "reason": "记错店"}),
        ),
        same(
            "admin",
            "addHonour",
            json!({"code": "dish", "kind": "LANDMARK_DISH", "name": "盐焗鸡", "regionCode": TOWN, "awardedOn": "2021-01-01"}),
        ),
        same("admin", "updateHonour", json!({"code": "dish", "name": "古盐焗鸡", "endedOn": "2022-01-01"})),
    ]
}

fn plants() -> Vec<Case> {
    vec![
        same(
            "admin",
            "addProcessingPlant",
            json!({"code": "ham", "name": "腊肉厂", "regionCode": VILLAGE, "openedOn": "2020-05-01"}),
        ),
        // In a patch, null removes a value and an absent field leaves it, so null is part of the canonical form.
        case(
            "admin",
            "updateProcessingPlant",
            json!({"code": "ham", "name": "云安腊肉厂", "closedOn": null, "stockFrom": "2026-06-01", "phone": "+86 138 0000-5555"}),
            json!({"code": "ham", "name": "云安腊肉厂", "closedOn": null, "stockFrom": "2026-06-01", "phone": "13800005555"}),
            "",
        ),
        same(
            "admin",
            "addProduct",
            json!({"code": "larou", "plantCode": "ham", "name": "腊肉", "isFreshProduce": false}),
        ),
        same("admin", "addProduct", json!({"code": "box", "plantCode": "ham", "name": "鲜李", "isFreshProduce": true})),
        same("admin", "renameProduct", json!({"code": "box", "name": "礼盒鲜李"})),
        same("admin", "updateProduct", json!({"code": "box", "name": "礼盒李", "retiredOn": "2026-03-01"})),
        same("admin", "updateProduct", json!({"code": "box", "retiredOn": null})),
        case(
            "admin",
            "setProductMaking",
            json!({
                "code": "larou", "needsIngredients": false, "usualYieldFrom": "0.5", "usualYieldTo": "1.00",
                "steps": [{"name": "烟熏", "days": 28}]
            }),
            json!({
                "code": "larou", "needsIngredients": false, "usualYieldFrom": 5000, "usualYieldTo": 10000,
                "steps": [{"name": "烟熏", "days": 28}]
            }),
            "",
        ),
        same(
            "admin",
            "addProcessingProject",
            json!({"code": "smoke", "name": "烟熏项目", "regionCode": VILLAGE, "plantCode": "ham", "beganOn": "2021-01-01"}),
        ),
        same("admin", "updateProcessingProject", json!({"code": "smoke", "name": "烟熏", "endedOn": "2022-01-01"})),
    ]
}

fn accounts() -> Vec<Case> {
    let new = |name: &str, role: &str, field: &str, value: &str, password: &str| json!({"username": name, "password": password, "role": role, field: value});
    let create = |name: &str, role: &str, field: &str, value: &str, made: &'static str| {
        let content = new(name, role, field, value, "$fingerprint");
        case("admin", "createAccount", new(name, role, field, value, PASSWORD), content, made)
    };
    vec![
        create("li", "CLERK", "regionCode", VILLAGE, "account"),
        create("wang", "PLANT_OPERATOR", "plantCode", "ham", ""),
        case(
            "admin",
            "resetPassword",
            json!({"accountId": "$account", "newPassword": PASSWORD}),
            json!({"accountId": "$account", "newPassword": "$fingerprint"}),
            "",
        ),
        same("admin", "disableAccount", json!({"accountId": "$account"})),
        same("admin", "enableAccount", json!({"accountId": "$account"})),
        case(
            "clerk",
            "registerGrower",
            json!({
                "name": "王桂英", "displayName": "王家果园", "kind": "HOUSEHOLD", "regionCode": VILLAGE, "phone": "+86 138-0000-1234"
            }),
            json!({"name": "王桂英", "displayName": "王家果园", "kind": "HOUSEHOLD", "regionCode": VILLAGE, "phone": "13800001234"}),
            "grower",
        ),
        create("zhao", "GROWER", "growerId", "$grower", ""),
    ]
}

impl Case {
    fn called(self, made: &'static str) -> Self {
        Self { made, ..self }
    }
}

fn production() -> Vec<Case> {
    let bought = json!({"plantCode": "ham", "material": "猪肉", "supplierName": "肉市场", "receivedOn": "2026-06-01"});
    let with = |input: &Value, more: Value| {
        let mut input = input.clone();
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        input
    };
    let plums = json!({
        "plantCode": "ham", "material": "鲜李", "lotId": "$lot", "growerId": "$grower", "certificateCode": "$pledgeCode",
        "receivedOn": "2026-06-01"
    });
    let paper = json!({"number": "渝 001", "issuerName": "肉联厂"});
    let made = |ingredients: Value, output: Value, loss: Value, by_product: Value, sent_at: Value| {
        json!({
            "plantCode": "ham", "productCode": "larou", "producedOn": "2026-07-01", "beganOn": "2026-06-01", "outputKg": output,
            "ingredients": ingredients, "byProducts": [{"name": "骨头", "quantityKg": by_product}], "lossKg": loss,
            "clientRecordedAt": sent_at
        })
    };
    let boxed = |ingredient: Value, output: Value| json!({"plantCode": "ham", "productCode": "box", "producedOn": "2026-07-02", "outputKg": output, "ingredients": [ingredient]});
    let of = |source: &str, value: &str, quantity: Value| json!({source: value, "quantityKg": quantity});
    // A batch without loss and by-products has a loss of 0 and an empty list.
    let boxed_content =
        |ingredient: Value, output: Value| with(&boxed(ingredient, output), json!({"byProducts": [], "lossKg": 0}));
    let goods = |quantity: Value, amount: Value| {
        json!({
            "soldOn": "2026-07-03", "channel": "ONLINE", "regionCode": VILLAGE, "productCode": "larou", "batchId": "$batch",
            "quantityKg": quantity, "amountYuan": amount
        })
    };
    vec![
        case(
            "plant",
            "recordIntake",
            with(&plums, json!({"quantityKg": "5"})),
            with(&plums, json!({"quantityKg": 5000})),
            "plums",
        ),
        case(
            "plant",
            "recordIntake",
            with(
                &bought,
                json!({"quantityKg": "9", "paperCertificate": paper, "clientRecordedAt": "2026-06-30T16:00:00Z"}),
            ),
            with(
                &bought,
                json!({"quantityKg": 9000, "paperCertificate": paper, "clientRecordedAt": 1_782_835_200_000_000_i64}),
            ),
            "meat",
        ),
        case(
            "plant",
            "recordIntake",
            with(&bought, json!({"quantityKg": "1"})),
            with(&bought, json!({"quantityKg": 1000})),
            "spare",
        ),
        case(
            "plant",
            "recordStockAdjustment",
            json!({"intakeId": "$spare", "changeKg": "0.5", "on": "2026-06-02", "reason": "COUNTED"}),
            json!({"intakeId": "$spare", "changeKg": 500, "on": "2026-06-02", "reason": "COUNTED"}),
            "counted",
        ),
        same("plant", "voidStockAdjustment", json!({"adjustmentId": "$counted", "reason": "错录"})),
        same("plant", "voidIntake", json!({"intakeId": "$spare", "reason": "错录"})),
        case(
            "plant",
            "recordProductionBatch",
            made(
                json!([of("intakeId", "$plums", json!("5")), of("intakeKey", "$meatKey", json!("9"))]),
                json!("10"),
                json!("0.5"),
                json!("2"),
                json!("2026-06-30T16:00:00Z"),
            ),
            made(
                json!([of("intakeId", "$plums", json!(5000)), of("intakeKey", "$meatKey", json!(9000))]),
                json!(10_000),
                json!(500),
                json!(2000),
                json!(1_782_835_200_000_000_i64),
            ),
            "batch",
        ),
        case(
            "plant",
            "recordProductionBatch",
            boxed(of("batchId", "$batch", json!("1")), json!("1")),
            boxed_content(of("batchId", "$batch", json!(1000)), json!(1000)),
            "second",
        ),
        // A batch sent with others is remembered under its key as if it had been sent alone.
        case(
            "plant",
            "recordProductionBatches",
            boxed(of("batchKey", "$batchKey", json!("1")), json!("1")),
            boxed_content(of("batchKey", "$batchKey", json!(1000)), json!(1000)),
            "third",
        ),
        same("plant", "voidProductionBatch", json!({"batchId": "$third", "reason": "错录"})),
        case(
            "plant",
            "recordProductionBatches",
            with(
                &made(
                    json!([of("batchId", "$second", json!("0.5"))]),
                    json!("1"),
                    json!("0"),
                    json!("0.1"),
                    json!(null),
                ),
                json!({"replacesBatchId": "$third", "productCode": "box", "beganOn": "2026-07-02", "producedOn": "2026-07-04"}),
            ),
            {
                let content =
                    made(json!([of("batchId", "$second", json!(500))]), json!(1000), json!(0), json!(100), json!(null));
                let mut content = with(
                    &content,
                    json!({"replacesBatchId": "$third", "productCode": "box", "beganOn": "2026-07-02", "producedOn": "2026-07-04"}),
                );
                content.as_object_mut().expect("an object").remove("clientRecordedAt");
                content
            },
            "fourth",
        ),
        case(
            "plant",
            "recordStockAdjustment",
            json!({"batchId": "$batch", "changeKg": "-0.5", "on": "2026-07-03", "reason": "GIVEN_AWAY"}),
            json!({"batchId": "$batch", "changeKg": -500, "on": "2026-07-03", "reason": "GIVEN_AWAY"}),
            "",
        ),
        case("clerk", "recordSale", goods(json!("1"), json!("60")), goods(json!(1000), json!(6000)), "sold"),
        case(
            "clerk",
            "voidSale",
            json!({"saleId": "$sold", "reason": "错录", "replacedBy": goods(json!("2"), json!("70"))}),
            json!({"saleId": "$sold", "reason": "错录", "replacedBy": goods(json!(2000), json!(7000))}),
            "",
        ),
        case(
            "plant",
            "issueCertificate",
            json!({"batchId": "$fourth", "quantityKg": "0.5", "basis": "SELF_TEST"}),
            json!({"batchId": "$fourth", "quantityKg": 500, "basis": "SELF_TEST"}),
            "",
        ),
    ]
}

fn reports() -> Vec<Case> {
    let whole_year = || {
        // Without a period, the period is the year.
        let (input, content) = (
            json!({"regionCode": VILLAGE, "year": 2026}),
            json!({"regionCode": VILLAGE, "year": 2026, "period": "YEAR"}),
        );
        case("clerk", "submitReport", input, content, "submission")
    };
    vec![
        whole_year(),
        same("official", "sendReportBack", json!({"submissionId": "$submission", "reason": "核对"})),
        whole_year(),
        same("official", "approveReport", json!({"submissionId": "$submission"})),
        case(
            "official",
            "publishReport",
            json!({"regionCode": TOWN, "year": 2026, "period": "Q1"}),
            json!({"regionCode": TOWN, "year": 2026, "period": "Q1"}),
            "edition",
        ),
        same("official", "withdrawReport", json!({"reportId": "$edition", "reason": "误发"})),
    ]
}
