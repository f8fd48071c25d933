//! Every mutation leaves one row.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use store::audit::Changes;

use super::{account_id, rows};
use crate::app::{PASSWORD, TOWN, TestApp, VILLAGE, text};

/// Every mutation once, in an order in which each is accepted, with the kind of record that its row must be about.
/// `$name` stands for the id that an earlier mutation returned under that name.
fn every_mutation() -> Vec<(&'static str, Value, &'static str)> {
    let (start, end) = ("2026-03-20", "2026-04-05");
    vec![
        ("addRegion", json!({"code": "500235136999", "name": "新村"}), "region:500235136999"),
        ("renameRegion", json!({"code": "500235136999", "name": "新社区"}), "region:500235136999"),
        (
            "addVariety",
            json!({"code": "plum", "name": "李子", "nameEn": "plum", "harvestStartMonth": 6, "harvestEndMonth": 7}),
            "variety:plum",
        ),
        (
            "updateVariety",
            json!({"code": "plum", "name": "脆李", "nameEn": "plum", "harvestStartMonth": 6, "harvestEndMonth": 7}),
            "variety:plum",
        ),
        (
            "addSite",
            json!({"code": "bridge", "name": "桥", "regionCode": VILLAGE, "countsTowardsTotal": true}),
            "site:bridge",
        ),
        ("updateSite", json!({"code": "bridge", "countsTowardsTotal": false}), "site:bridge"),
        (
            "addFestival",
            json!({"regionCode": TOWN, "edition": 3, "name": "梨花节", "startsOn": start, "endsOn": end}),
            "festival:",
        ),
        (
            "updateFestival",
            json!({"regionCode": TOWN, "edition": 3, "name": "梨花节", "startsOn": start, "endsOn": start}),
            "festival:",
        ),
        ("voidFestival", json!({"regionCode": TOWN, "edition": 3, "reason": "误录"}), "festival:"),
        (
            "addCateringEstablishment",
            json!({"code": "inn", "name": "客栈", "regionCode": VILLAGE}),
            "catering_establishment:inn",
        ),
        ("renameCateringEstablishment", json!({"code": "inn", "name": "老客栈"}), "catering_establishment:inn"),
        (
            "updateCateringEstablishment",
            json!({"code": "inn", "name": "老客栈", "closedOn": "2026-10-01"}),
            "catering_establishment:inn",
        ),
        ("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2020}), "catering_baseline:"),
        (
            "addProcessingPlant",
            json!({"code": "ham", "name": "腊肉厂", "regionCode": VILLAGE, "openedOn": "2020-05-01"}),
            "processing_plant:ham",
        ),
        ("updateProcessingPlant", json!({"code": "ham", "name": "云安腊肉厂"}), "processing_plant:ham"),
        (
            "addProduct",
            json!({"code": "larou", "plantCode": "ham", "name": "腊肉", "isFreshProduce": false}),
            "product:larou",
        ),
        ("renameProduct", json!({"code": "larou", "name": "云安腊肉"}), "product:larou"),
        ("updateProduct", json!({"code": "larou", "name": "腊肉"}), "product:larou"),
        (
            "setProductMaking",
            json!({"code": "larou", "needsIngredients": false, "steps": [{"name": "烟熏", "days": 28}]}),
            "product:larou",
        ),
        (
            "addProcessingProject",
            json!({"code": "smoke", "name": "烟熏项目", "regionCode": VILLAGE, "plantCode": "ham", "beganOn": "2021-01-01"}),
            "processing_project:smoke",
        ),
        ("updateProcessingProject", json!({"code": "smoke", "endedOn": "2022-01-01"}), "processing_project:smoke"),
        (
            "addHonour",
            json!({"code": "dish", "kind": "LANDMARK_DISH", "name": "盐焗鸡", "regionCode": TOWN, "awardedOn": "2021-01-01"}),
            "honour:dish",
        ),
        ("updateHonour", json!({"code": "dish", "endedOn": "2022-01-01"}), "honour:dish"),
        (
            "createAccount",
            json!({"username": "li", "password": PASSWORD, "role": "CLERK", "regionCode": VILLAGE}),
            "account:",
        ),
        ("resetPassword", json!({"accountId": "$account", "newPassword": "hosui pears"}), "account:$account"),
        ("disableAccount", json!({"accountId": "$account"}), "account:$account"),
        ("enableAccount", json!({"accountId": "$account"}), "account:$account"),
        (
            "registerGrower",
            json!({"name": "王桂英", "kind": "HOUSEHOLD", "regionCode": VILLAGE, "phone": "13800001234"}),
            "grower:",
        ),
        ("updateGrower", json!({"growerId": "$grower", "kind": "FAMILY_FARM"}), "grower:$grower"),
        (
            "registerPlot",
            json!({"growerId": "$grower", "regionCode": VILLAGE, "varietyCode": "plum", "areaMu": "2", "plantedYear": 2020}),
            "plot:",
        ),
        ("changePlot", json!({"plotId": "$plot", "from": "2026-01-01", "areaMu": "3"}), "plot:$plot"),
        ("recordHarvest", json!({"plotId": "$plot", "harvestedOn": "2026-06-10", "quantityKg": "100"}), "harvest_lot:"),
        (
            "recordStockAdjustment",
            json!({"lotId": "$lot", "changeKg": "-1", "on": "2026-06-11", "reason": "OWN_USE"}),
            "stock_adjustment:",
        ),
        (
            "voidStockAdjustment",
            json!({"adjustmentId": "$adjustment", "reason": "错录"}),
            "stock_adjustment:$adjustment",
        ),
        ("issueCertificate", json!({"lotId": "$lot", "basis": "SELF_PLEDGE"}), "certificate:"),
        ("withdrawCertificate", json!({"code": "$pledge", "reason": "误开"}), "certificate:"),
        ("voidHarvest", json!({"lotId": "$lot", "reason": "错录"}), "harvest_lot:$lot"),
        ("takePlotOutOfUse", json!({"plotId": "$plot", "from": "2026-11-01"}), "plot:$plot"),
        ("putPlotBackInUse", json!({"plotId": "$plot", "reason": "误停"}), "plot:$plot"),
        ("correctPlot", json!({"plotId": "$plot", "plantedYear": 2019, "reason": "看错证"}), "plot:$plot"),
        (
            "dividePlot",
            json!({"plotId": "$plot", "from": "2026-11-01", "parts": [{"areaMu": "1"}, {"areaMu": "2"}]}),
            "plot:",
        ),
        ("joinPlots", json!({"plotIds": ["$first", "$second"], "from": "2026-11-02"}), "plot:"),
        (
            "recordSale",
            json!({"soldOn": "2026-06-11", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "plum", "quantityKg": "1", "amountYuan": "9"}),
            "sale:",
        ),
        (
            "recordSaleReturn",
            json!({
                "saleId": "$sale", "quantityKg": "0.5", "amountYuan": "4", "returnedOn": "2026-06-12", "backToStock": false, "reason": "碰伤"
            }),
            "sale_return:",
        ),
        ("voidSaleReturn", json!({"returnId": "$back", "reason": "错录"}), "sale_return:$back"),
        ("voidSale", json!({"saleId": "$sale", "reason": "错录"}), "sale:$sale"),
        (
            "openPresaleOffer",
            json!({
                "varietyCode": "plum", "regionCode": TOWN, "season": 2026, "quotaKg": "100", "unitPriceYuan": "8", "depositRate": "0.5",
                "opensAt": "2026-11-20T00:00:00Z", "closesAt": "2026-11-30T00:00:00Z", "pickUpTo": "2026-11-20"
            }),
            "presale_offer:",
        ),
        ("changePresaleOffer", json!({"offerId": "$offer", "quotaKg": "200"}), "presale_offer:$offer"),
        (
            "placePreorder",
            json!({"offerId": "$offer", "quantityKg": "10", "buyerName": "陈晓", "buyerPhone": "13900001111"}),
            "preorder:",
        ),
        (
            "recordPreorderPayment",
            json!({"preorderId": "$preorder", "amountYuan": "80", "method": "CASH"}),
            "preorder:$preorder",
        ),
        ("reversePreorderPayment", json!({"paymentId": "$payment", "reason": "错录"}), "preorder:$preorder"),
        (
            "recordPreorderPayment",
            json!({"preorderId": "$preorder", "amountYuan": "80", "method": "CASH"}),
            "preorder:$preorder",
        ),
        (
            "changePreorder",
            json!({"preorderId": "$preorder", "buyerName": "陈小晓", "reason": "写错"}),
            "preorder:$preorder",
        ),
        ("deliverPreorder", json!({"preorderId": "$preorder", "deliveredOn": "2026-11-24"}), "preorder:$preorder"),
        ("changePreorderDelivery", json!({"deliveryId": "$delivery", "trackingNumber": "SF 1"}), "preorder:$preorder"),
        ("reverseDelivery", json!({"deliveryId": "$delivery", "reason": "错录"}), "preorder:$preorder"),
        ("deliverPreorder", json!({"preorderId": "$preorder", "deliveredOn": "2026-11-24"}), "preorder:$preorder"),
        (
            "recordPreorderReturn",
            json!({
                "preorderId": "$preorder", "quantityKg": "1", "returnedOn": "2026-11-24", "backToStock": false, "reason": "烂果"
            }),
            "preorder:$preorder",
        ),
        ("reversePreorderReturn", json!({"returnId": "$return", "reason": "错录"}), "preorder:$preorder"),
        (
            "compensatePreorder",
            json!({"preorderId": "$preorder", "amountYuan": "1", "reason": "烂果"}),
            "preorder:$preorder",
        ),
        ("recordRefund", json!({"preorderId": "$preorder", "amountYuan": "1", "method": "CASH"}), "preorder:$preorder"),
        ("reverseRefund", json!({"refundId": "$refund", "reason": "错录"}), "preorder:$preorder"),
        ("reverseCompensation", json!({"preorderId": "$preorder", "reason": "错录"}), "preorder:$preorder"),
        (
            "placePreorder",
            json!({"offerId": "$offer", "quantityKg": "1", "buyerName": "李雷", "buyerPhone": "13900002222"}),
            "preorder:",
        ),
        (
            "recordPreorderPayment",
            json!({"preorderId": "$preorder", "amountYuan": "8", "method": "CASH"}),
            "preorder:$preorder",
        ),
        ("markPreorderUncollected", json!({"preorderId": "$preorder", "reason": "未提货"}), "preorder:$preorder"),
        (
            "placePreorder",
            json!({"offerId": "$offer", "quantityKg": "1", "buyerName": "韩梅", "buyerPhone": "13900003333"}),
            "preorder:",
        ),
        (
            "cancelPreorder",
            json!({"preorderId": "$preorder", "onBehalfOf": "TOWN", "reason": "冻害"}),
            "preorder:$preorder",
        ),
        (
            "settleHarvestShortfall",
            json!({"offerId": "$offer", "availableKg": "0", "policy": "PRO_RATA"}),
            "shortfall_run:",
        ),
        (
            "recordHarvestEstimate",
            json!({"varietyCode": "plum", "regionCode": TOWN, "season": 2026, "quantityKg": "100"}),
            "harvest_estimate:",
        ),
        (
            "recordIntake",
            json!({"plantCode": "ham", "material": "猪肉", "supplierName": "肉市场", "quantityKg": "9", "receivedOn": "2026-06-01"}),
            "intake:",
        ),
        (
            "recordProductionBatch",
            json!({
                "plantCode": "ham", "productCode": "larou", "producedOn": "2026-07-01", "outputKg": "5",
                "ingredients": [{"intakeId": "$intake", "quantityKg": "9"}]
            }),
            "production_batch:",
        ),
        ("voidProductionBatch", json!({"batchId": "$batch", "reason": "错录"}), "production_batch:$batch"),
        ("voidIntake", json!({"intakeId": "$intake", "reason": "错录"}), "intake:$intake"),
        ("submitReport", json!({"regionCode": VILLAGE, "year": 2026}), "report_submission:"),
        ("sendReportBack", json!({"submissionId": "$submission", "reason": "核对"}), "report_submission:$submission"),
        ("submitReport", json!({"regionCode": VILLAGE, "year": 2026}), "report_submission:"),
        ("approveReport", json!({"submissionId": "$submission"}), "report_submission:$submission"),
        ("recordVisitors", json!({"siteCode": "bridge", "date": "2026-03-21", "visitors": 100}), "visitor_count:"),
        (
            "recordCateringTakings",
            json!({"establishmentCode": "inn", "year": 2026, "month": 3, "amountYuan": "100"}),
            "catering_takings:",
        ),
        ("voidVisitors", json!({"siteCode": "bridge", "date": "2026-03-21", "reason": "记错景点"}), "visitor_count:"),
        (
            "voidCateringTakings",
            json!({"establishmentCode": "inn", "year": 2026, "month": 3, "reason": "记错店"}),
            "catering_takings:",
        ),
        ("voidHarvestEstimate", json!({"estimateId": "$estimate", "reason": "记错品种"}), "harvest_estimate:$estimate"),
        ("publishReport", json!({"regionCode": TOWN, "year": 2026, "period": "Q1"}), "published_report:"),
        ("registerGrower", json!({"name": "王桂英", "kind": "HOUSEHOLD", "regionCode": VILLAGE}), "grower:"),
        ("mergeGrowers", json!({"fromId": "$grower", "intoId": "$first", "reason": "重复登记"}), "grower:$grower"),
        ("withdrawReport", json!({"reportId": "$report", "reason": "误发"}), "published_report:$report"),
    ]
}

#[tokio::test]
async fn every_mutation_leaves_one_row_and_a_repeat_none() {
    let app = TestApp::new().await;
    let (admin, clerk, official) = (app.admin().await, app.clerk().await, app.official_of(TOWN).await);
    let mut made = std::collections::HashMap::new();
    let mut called: BTreeSet<String> = BTreeSet::new();
    let mut operator = None;
    for (position, (field, input, about)) in every_mutation().into_iter().enumerate() {
        let key = format!("{field} {position}");
        let named = |text: String| {
            made.iter().fold(text, |text, (name, id): (&&str, &String)| text.replace(&format!("${name}"), id))
        };
        let mut input: Value = serde_json::from_str(&named(input.to_string())).expect("JSON");
        let about = named(about.to_owned());
        input["idempotencyKey"] = json!(key);
        let kinds_of_clerks = [
            "grower",
            "stock_adjustment",
            "plot",
            "harvest",
            "sale",
            "visitor_count",
            "catering_takings",
            "presale",
            "preorder",
            "shortfall",
            "certificate",
        ];
        let of_clerk = kinds_of_clerks.iter().any(|kind| about.starts_with(kind));
        let client = match () {
            () if ["approveReport", "sendReportBack"].contains(&field) => &official,
            () if field == "submitReport" => &clerk,
            () if of_clerk => &clerk,
            () if ["intake", "production_batch"].iter().any(|kind| about.starts_with(kind)) => {
                operator.insert(app.plant_operator("ham").await)
            }
            () if about.starts_with("published_report") => &official,
            () => &admin,
        };
        let earlier: BTreeSet<_> = rows(&app).await.into_iter().map(|row| row.id).collect();
        let before = earlier.len();
        client.change(field, input.clone(), "__typename").await;
        let all = rows(&app).await;
        assert_eq!(all.len(), before + 1, "{field} leaves one row");
        let row = all.into_iter().find(|row| !earlier.contains(&row.id)).expect("a row");
        assert_eq!(row.action, field);
        let record = format!("{}:{}", row.record_kind.clone().expect("a kind"), row.record_id.clone().expect("an id"));
        assert!(record.starts_with(&about), "{field} is about {record}");
        assert_eq!(row.account_id, Some(account_id(client).await));
        assert_eq!(row.address.as_deref(), Some("192.0.2.7"));
        assert_eq!(row.region_code.is_none(), record.starts_with("variety"), "{field}: {row:?}");
        let changes = Changes::parse(&row.changes).expect("changes");
        assert!(
            changes.records.iter().any(|change| format!("{}:{}", change.kind, change.id) == record),
            "{field}: {changes:?}"
        );
        // A grower that was registered twice is merged into the first one.
        if field == "registerGrower"
            && let Some(first) = made.get("grower").cloned()
        {
            made.insert("first", first);
        }
        // A certificate is identified by its code.
        if let Some(change) = changes.records.iter().find(|change| change.kind == "certificate") {
            made.extend(change.fields.get("code").map(|(_, code)| ("pledge", text(code))));
        }
        // Parts follow the plot that is divided.
        let plots = changes.records.iter().filter(|change| change.kind == "plot");
        made.extend(["first", "second"].into_iter().zip(plots.skip(1).map(|change| change.id.clone())));
        for (name, kind) in [
            ("account", "account"),
            ("grower", "grower"),
            ("plot", "plot"),
            ("lot", "harvest_lot"),
            ("sale", "sale"),
            ("back", "sale_return"),
            ("offer", "presale_offer"),
            ("preorder", "preorder"),
            ("payment", "preorder_payment"),
            ("delivery", "preorder_delivery"),
            ("return", "preorder_return"),
            ("refund", "preorder_refund"),
            ("intake", "intake"),
            ("batch", "production_batch"),
            ("submission", "report_submission"),
            ("estimate", "harvest_estimate"),
            ("adjustment", "stock_adjustment"),
            ("report", "published_report"),
        ] {
            if let Some(change) = changes.records.iter().find(|change| change.kind == kind) {
                made.insert(name, change.id.clone());
            }
        }

        client.change(field, input.clone(), "__typename").await;
        assert_eq!(rows(&app).await.len(), before + 1, "{field} again leaves none");
        for other in
            [json!({"code": "other"}), json!({"reason": "other"}), json!({"edition": 9}), json!({"visitors": 1})]
        {
            let (name, value) = other.as_object().and_then(|fields| fields.iter().next()).expect("a field");
            if input.get(name).is_some() {
                let refused = json!({name: value, "idempotencyKey": key});
                let mut fields = input.clone();
                fields.as_object_mut().expect("an object").extend(refused.as_object().expect("an object").clone());
                client.refused_change(field, fields).await;
            }
        }
        // A visitor may order, too.
        if field != "placePreorder" {
            let visitor = app.visitor().refused_change(field, input).await;
            assert_eq!(visitor.code, "UNAUTHENTICATED");
        }
        assert_eq!(rows(&app).await.len(), before + 1, "{field} refused leaves none");
        called.insert(field.to_owned());
    }
    // Mutations of one's own sign-in are covered by the other tests of the log.
    called.extend(["signIn", "signOut", "revokeSession", "changePassword"].map(str::to_owned));
    // It records each of its batches like `recordProductionBatch`.
    called.insert("recordProductionBatches".to_owned());
    let schema = admin.ask("{ __schema { mutationType { fields { name } } } }").await;
    let fields = schema["__schema"]["mutationType"]["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .map(|field| text(&field["name"]));
    assert_eq!(called, fields.collect(), "a mutation that is new needs a call here");
    app.verified().await;
}
