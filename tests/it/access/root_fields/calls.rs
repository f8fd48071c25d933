//! A call of every root field.

use serde_json::{Value, json};

use crate::{
    app::{OTHER_TOWN, OTHER_VILLAGE, PASSWORD, TOWN, VILLAGE},
    presales::preorders::with,
};

const WHOLE: &str = "name displayName phone areaMu region { name } plots { nodes { id } }";

/// Every query, as its field and a document.
pub fn queries() -> Vec<(&'static str, String)> {
    let mut calls: Vec<(&'static str, String)> = [
        ("serviceInfo", "{ serviceInfo { demo } }"),
        ("node", "{ node(id: \"UmVnaW9uOjUwMDIzNTEzNg\") { __typename } }"),
        ("node", "{ node(id: \"$sale_here\") { __typename } }"),
        ("me", "{ me { role region { code } processingPlant { code } grower { name phone } } }"),
        ("mySessions", "{ mySessions { current } }"),
        ("accounts", "{ accounts(filter: { usernameContains: \"disabled\" }) { nodes { username role } } }"),
        ("auditLog", "{ auditLog(filter: { action: \"registerPlot\" }) { nodes { record region { code } account { role } } } }"),
        ("auditLog", "{ auditLog(first: 1, filter: { record: \"$lot_own\" }) { nodes { account { role grower { name phone } } } } }"),
        ("region", "{ region(code: \"500235136001\") { name parent { name } children { code } } }"),
        ("regions", "{ regions(first: 1) { nodes { name } } }"),
        ("varieties", "{ varieties { code } }"),
        ("sites", "{ sites { code } }"),
        ("festivals", "{ festivals { edition } }"),
        ("honours", "{ honours { code } }"),
        ("processingPlants", "{ processingPlants { code products { code } } }"),
        ("processingPlant", "{ processingPlant(code: \"far\") { code } }"),
        ("processingPlant", "{ processingPlant(code: \"pickles\") { stock { quantityKg } batches { totalCount } } }"),
        ("intakes", "{ intakes { nodes { id supplierName } } }"),
        ("productionBatches", "{ productionBatches { nodes { id recordedBy { role } } } }"),
        ("processingProjects", "{ processingProjects { code plant { code } } }"),
        ("growers", "{ growers { nodes { name phone } } }"),
        ("plots", "{ plots { nodes { id grower { name phone } } } }"),
        ("harvestLots", "{ harvestLots { nodes { id plot { grower { name phone } } } } }"),
        ("sales", "{ sales { nodes { id grower { name phone } } } }"),
        ("presaleOffers", "{ presaleOffers { nodes { id promisedShare } } }"),
        ("preorders", "{ preorders { nodes { id buyerPhone } } }"),
        ("preorderByCode", "{ preorderByCode(code: \"$claim_community\", buyerPhone: \"13900001111\") { id buyerName buyerPhone } }"),
        ("harvestEstimates", "{ harvestEstimates { nodes { quantityKg } } }"),
        ("visitorCounts", "{ visitorCounts(filter: { regionCode: \"500235136001\" }) { nodes { visitors } } }"),
        ("visitorCounts", "{ visitorCounts(filter: { regionCode: \"500235136\" }) { nodes { visitors } } }"),
        ("cateringTakings", "{ cateringTakings(filter: { regionCode: \"500235136001\" }) { nodes { amountYuan } } }"),
        ("harvestLots", "{ harvestLots { nodes { id certificate { issuerName issuerContact } } } }"),
        ("certificates", "{ certificates { nodes { code issuerName issuerContact } } }"),
        ("stockAdjustments", "{ stockAdjustments(filter: {}) { nodes { id recordedBy { role } } } }"),
        ("figureDefinitions", "{ figureDefinitions { version } }"),
        ("reportSubmissions", "{ reportSubmissions { nodes { id submittedBy { role } report { salesRevenueYuan } } } }"),
    ]
    .map(|(field, call)| (field, call.to_owned()))
    .into();
    for region in [VILLAGE, TOWN, OTHER_TOWN] {
        calls.push((
            "cateringEstablishments",
            format!("{{ cateringEstablishments(regionCode: \"{region}\") {{ code }} }}"),
        ));
        calls.push((
            "townReport",
            format!("{{ townReport(regionCode: \"{region}\", year: 2026) {{ salesRevenueYuan plantedAreaMu }} }}"),
        ));
        let years = format!("regionCode: \"{region}\", fromYear: 2026, toYear: 2026");
        let period = format!("regionCode: \"{region}\", year: 2026, period: Q3");
        calls
            .push(("publishingWarnings", format!("{{ publishingWarnings({period}) {{ region {{ code }} reason }} }}")));
        calls.push(("annualAverages", format!("{{ annualAverages({years}) {{ produceRevenueYuan }} }}")));
        calls.push((
            "festivalUplift",
            format!("{{ festivalUplift(regionCode: \"{region}\", edition: 1) {{ to salesYuan {{ observed }} }} }}"),
        ));
        let days = format!("regionCode: \"{region}\", from: \"2026-08-01\", to: \"2026-08-31\"");
        for (field, measure) in [
            ("salesStatistics", "salesYuan"),
            ("visitorStatistics", "visitors"),
            ("cateringStatistics", "takingsYuan"),
            ("plantOutputStatistics", "outputKg"),
            ("plantedAreaStatistics", "areaMu"),
        ] {
            calls.push((
                field,
                format!("{{ {field}(filter: {{ {days} }}, groupBy: [REGION]) {{ {measure} region {{ code }} }} }}"),
            ));
        }
        let entries = format!(
            "figureEntries(first: 1, filter: {{ key: \"salesYuan\", {days} }}) {{ nodes {{ record amountYuan }} }}"
        );
        calls.push(("figureEntries", format!("{{ {entries} }}")));
        let reports = "nodes { edition publishedByOffice publishedBy { role } report { salesRevenueYuan revenueByVariety { salesYuan } } }";
        calls.push(("publishedReports", format!("{{ publishedReports(regionCode: \"{region}\") {{ {reports} }} }}")));
        calls.push(("offersAtRisk", format!("{{ offersAtRisk(regionCode: \"{region}\") {{ nodes {{ id }} }} }}")));
        calls.push(("refundsDue", format!("{{ refundsDue(regionCode: \"{region}\") {{ nodes {{ id }} }} }}")));
        let days = "from: \"2026-11-24\", to: \"2026-11-24\"";
        calls.push((
            "paymentsByDay",
            format!("{{ paymentsByDay(regionCode: \"{region}\", {days}) {{ receivedYuan clerk {{ role }} }} }}"),
        ));
    }
    for name in ["here", "far"] {
        let whole = "issuerName issuerContact withdrawalReason collectedKg issuedBy { role } lot { id }";
        calls.push(("certificate", format!("{{ certificate(code: \"$certificate_{name}\") {{ {whole} }} }}")));
    }
    for region in [VILLAGE, TOWN, OTHER_TOWN] {
        let days = "from: \"2026-02-01\", to: \"2026-11-24\"";
        calls.push((
            "certificatesMissing",
            format!("{{ certificatesMissing(regionCode: \"{region}\", {days}) {{ totalCount }} }}"),
        ));
    }
    for name in ["community", "town", "abroad"] {
        calls.push(("presaleOffer", format!("{{ presaleOffer(id: \"$offer_{name}\") {{ availableKg }} }}")));
        let whole = "buyerName buyerPhone payments { recordedBy { role } } history { by { role } }";
        calls.push(("preorder", format!("{{ preorder(id: \"$preorder_{name}\") {{ {whole} }} }}")));
        calls.push((
            "explainAvailability",
            format!("{{ explainAvailability(offerId: \"$offer_{name}\") {{ availableKg }} }}"),
        ));
        calls.push(("shortfallRuns", format!("{{ shortfallRuns(offerId: \"$offer_{name}\") {{ totalCount }} }}")));
        let input = format!("{{ offerId: \"$offer_{name}\", availableKg: \"0\", policy: PRO_RATA }}");
        calls.push((
            "previewHarvestShortfall",
            format!("{{ previewHarvestShortfall(input: {input}) {{ preordersReduced }} }}"),
        ));
    }
    for name in ["here", "far"] {
        calls.push(("productionBatch", format!("{{ productionBatch(code: \"$printed_{name}\") {{ outputKg }} }}")));
    }
    for name in ["here", "there", "guest", "far"] {
        calls.push(("grower", format!("{{ grower(id: \"$grower_{name}\") {{ {WHOLE} }} }}")));
        calls.push(("plot", format!("{{ plot(id: \"$plot_{name}\") {{ areaMu grower {{ {WHOLE} }} }} }}")));
        calls.push((
            "harvestLot",
            format!("{{ harvestLot(code: \"$code_{name}\") {{ quantityKg plot {{ grower {{ {WHOLE} }} }} }} }}"),
        ));
    }
    for goods in ["$code_here", "$code_there", "$code_far", "$printed_here", "$printed_far"] {
        let what = "code productName growerNames origins { name } certificates { issuerName }";
        calls.push(("trace", format!("{{ trace(code: \"{goods}\") {{ {what} }} }}")));
        let what = "kind region { code } batch { id } sale { id } preorder { id buyerPhone }";
        calls.push(("recall", format!("{{ recall(code: \"{goods}\") {{ nodes {{ {what} }} }} }}")));
    }
    for name in ["here", "there", "guest", "far", "mixed"] {
        let nested = format!(
            "grower {{ {WHOLE} }} lot {{ id plot {{ id grower {{ name phone }} }} }} recordedBy {{ role grower {{ phone }} }}"
        );
        calls.push(("sale", format!("{{ sale(id: \"$sale_{name}\") {{ amountYuan {nested} }} }}")));
    }
    calls
}

/// Every mutation, with an invalid field or a record whose state does not allow the change.
pub fn mutations() -> Vec<(&'static str, Value)> {
    let long = "x".repeat(101);
    let never = "2026-13-01";
    let mut calls = vec![
        ("signIn", json!({"username": "nobody", "password": PASSWORD})),
        ("revokeSession", json!({"sessionId": "$session_other"})),
        ("changePassword", json!({"currentPassword": "none", "newPassword": "short"})),
        ("createAccount", json!({"username": "Not A Name", "password": PASSWORD, "role": "BUYER"})),
        ("disableAccount", json!({"accountId": "$account_disabled"})),
        ("enableAccount", json!({"accountId": "$account_working"})),
        ("resetPassword", json!({"accountId": "$account_working", "newPassword": "short"})),
        ("addRegion", json!({"code": "1", "name": "新村"})),
        ("renameRegion", json!({"code": VILLAGE, "name": long})),
        (
            "addVariety",
            json!({"code": "plum", "name": "李子", "nameEn": "plum", "harvestStartMonth": 0, "harvestEndMonth": 7}),
        ),
        (
            "updateVariety",
            json!({"code": "fengshui-pear", "name": "梨", "nameEn": "pear", "harvestStartMonth": 0, "harvestEndMonth": 7}),
        ),
        ("addSite", json!({"code": "bridge", "name": long, "regionCode": VILLAGE, "countsTowardsTotal": true})),
        ("updateSite", json!({"code": "gate", "name": long})),
        (
            "addFestival",
            json!({"regionCode": TOWN, "edition": 2, "name": long, "startsOn": "2026-03-20", "endsOn": "2026-03-20"}),
        ),
        (
            "updateFestival",
            json!({"regionCode": TOWN, "edition": 1, "name": long, "startsOn": "2026-03-20", "endsOn": "2026-03-20"}),
        ),
        ("voidFestival", json!({"regionCode": TOWN, "edition": 1, "reason": ""})),
        ("addCateringEstablishment", json!({"code": "inn", "name": long, "regionCode": VILLAGE})),
        ("renameCateringEstablishment", json!({"code": "kitchen", "name": long})),
        ("updateCateringEstablishment", json!({"code": "kitchen", "name": long})),
        ("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 1})),
        ("addProcessingPlant", json!({"code": "ham", "name": long, "regionCode": VILLAGE, "openedOn": "2020-05-01"})),
        ("updateProcessingPlant", json!({"code": "pickles", "name": long})),
        ("addProduct", json!({"code": "larou", "plantCode": "pickles", "name": long, "isFreshProduce": false})),
        ("renameProduct", json!({"code": "paocai", "name": long})),
        ("updateProduct", json!({"code": "paocai", "name": long})),
        ("setProductMaking", json!({"code": "paocai", "needsIngredients": true, "steps": [{"name": long, "days": 1}]})),
        (
            "addProcessingProject",
            json!({"code": "smoke", "name": long, "regionCode": VILLAGE, "beganOn": "2021-01-01"}),
        ),
        ("updateProcessingProject", json!({"code": "jars", "name": long})),
        (
            "addHonour",
            json!({"code": "snack", "kind": "FAMOUS_SNACK", "name": long, "regionCode": TOWN, "awardedOn": "2021-01-01"}),
        ),
        ("updateHonour", json!({"code": "dish", "name": long})),
        ("recordVisitors", json!({"siteCode": "gate", "date": never, "visitors": 1})),
        (
            "recordCateringTakings",
            json!({"establishmentCode": "kitchen", "year": 2026, "month": 1, "amountYuan": "-1"}),
        ),
        ("voidVisitors", json!({"siteCode": "gate", "date": never, "reason": "x"})),
        ("voidCateringTakings", json!({"establishmentCode": "kitchen", "year": 2026, "month": 1, "reason": ""})),
        ("voidHarvestEstimate", json!({"estimateId": "$lot_here", "reason": ""})),
    ];
    for region in [VILLAGE, OTHER_VILLAGE] {
        calls.push(("submitReport", json!({"regionCode": region, "year": 1948})));
    }
    for name in ["here", "far"] {
        let submission = format!("$submission_{name}");
        calls.push(("approveReport", json!({"submissionId": submission})));
        calls.push(("sendReportBack", json!({"submissionId": submission, "reason": ""})));
    }
    for region in [VILLAGE, TOWN] {
        let (variety, season) = ("fengshui-pear", 2026);
        let (opens_at, closes_at) = ("2026-11-20T00:00:00Z", "2026-11-30T00:00:00Z");
        calls.push((
            "openPresaleOffer",
            json!({
                "varietyCode": variety, "regionCode": region, "season": season, "quotaKg": "0", "unitPriceYuan": "1", "depositRate": "0",
                "opensAt": opens_at, "closesAt": closes_at
            }),
        ));
        calls.push((
            "recordHarvestEstimate",
            json!({"varietyCode": variety, "regionCode": region, "season": season, "quantityKg": "0"}),
        ));
    }
    for region in [VILLAGE, TOWN, OTHER_TOWN] {
        calls.push(("publishReport", json!({"regionCode": region, "year": 1948})));
    }
    calls.push(("withdrawReport", json!({"reportId": "$report_town", "reason": ""})));
    for name in ["community", "town", "abroad"] {
        let of = |kind: &str| json!(format!("${kind}_{name}"));
        let preorder = of("preorder");
        calls.push(("changePresaleOffer", json!({"offerId": of("offer"), "quotaKg": "0"})));
        calls.push((
            "placePreorder",
            json!({"offerId": of("offer"), "quantityKg": "0", "buyerName": "陈晓", "buyerPhone": "13900001111"}),
        ));
        calls.push(("cancelPreorder", json!({"preorderId": preorder, "reason": ""})));
        calls.push(("cancelPreorder", json!({"code": of("claim"), "buyerPhone": "13900001111", "reason": ""})));
        calls.push(("recordPreorderPayment", json!({"preorderId": preorder, "amountYuan": "0", "method": "CASH"})));
        calls.push(("reversePreorderPayment", json!({"paymentId": of("payment"), "reason": ""})));
        calls.push(("recordRefund", json!({"preorderId": preorder, "amountYuan": "0", "method": "CASH"})));
        calls.push(("deliverPreorder", json!({"preorderId": preorder, "deliveredOn": never})));
        calls.push(("markPreorderUncollected", json!({"preorderId": preorder, "reason": ""})));
        calls.push(("compensatePreorder", json!({"preorderId": preorder, "amountYuan": "0", "reason": "x"})));
        calls.push(("reverseCompensation", json!({"preorderId": preorder, "reason": ""})));
        calls.push(("changePreorder", json!({"preorderId": preorder, "reason": ""})));
        calls.push(("changePreorderDelivery", json!({"deliveryId": of("delivery"), "trackingNumber": ""})));
        calls.push(("reverseDelivery", json!({"deliveryId": of("delivery"), "reason": ""})));
        calls.push((
            "recordPreorderReturn",
            json!({"preorderId": preorder, "quantityKg": "0", "returnedOn": never, "backToStock": true, "reason": "x"}),
        ));
        calls.push(("reversePreorderReturn", json!({"returnId": of("return"), "reason": ""})));
        calls.push(("reverseRefund", json!({"refundId": of("refund"), "reason": ""})));
        calls.push((
            "settleHarvestShortfall",
            json!({"offerId": of("offer"), "availableKg": "-1", "policy": "PRO_RATA"}),
        ));
    }
    for (name, plant, product) in [("here", "pickles", "paocai"), ("far", "far", "ham")] {
        let of = |kind: &str| json!(format!("${kind}_{name}"));
        let batch = json!({"plantCode": plant, "productCode": product, "producedOn": never, "outputKg": "1", "ingredients": []});
        calls.push((
            "recordIntake",
            json!({"plantCode": plant, "material": "", "quantityKg": "1", "receivedOn": "2026-08-01"}),
        ));
        calls.push(("voidIntake", json!({"intakeId": of("intake"), "reason": ""})));
        calls.push(("recordProductionBatch", batch.clone()));
        calls.push(("recordProductionBatches", json!([batch])));
        calls.push(("voidProductionBatch", json!({"batchId": of("batch"), "reason": ""})));
        let spoiled = json!({"on": never, "changeKg": "-1", "reason": "SPOILED"});
        calls.push(("recordStockAdjustment", with(spoiled.clone(), json!({"batchId": of("batch")}))));
        calls.push(("recordStockAdjustment", with(spoiled.clone(), json!({"intakeId": of("intake")}))));
        calls.push(("recordStockAdjustment", with(spoiled, json!({"lotId": of("lot")}))));
        calls.push(("voidStockAdjustment", json!({"adjustmentId": of("loss"), "reason": ""})));
        calls.push(("voidStockAdjustment", json!({"adjustmentId": of("gift"), "reason": ""})));
    }
    for name in ["here", "far"] {
        let basis = "SELF_PLEDGE";
        calls.push((
            "issueCertificate",
            json!({"batchId": format!("$batch_{name}"), "basis": basis, "quantityKg": "0"}),
        ));
        calls.push(("withdrawCertificate", json!({"code": format!("$certificate_{name}"), "reason": ""})));
    }
    for region in [VILLAGE, OTHER_VILLAGE] {
        calls.push(("registerGrower", json!({"name": long, "kind": "HOUSEHOLD", "regionCode": region})));
    }
    for (region, product) in [(VILLAGE, Value::Null), (OTHER_VILLAGE, Value::Null), (VILLAGE, json!("paocai"))] {
        let variety = if product.is_null() { json!("fengshui-pear") } else { Value::Null };
        calls.push((
            "recordSale",
            json!({
                "soldOn": "2026-08-02", "channel": "MARKET", "regionCode": region, "varietyCode": variety, "productCode": product,
                "quantityKg": "0", "amountYuan": "1"
            }),
        ));
    }
    for name in ["here", "there", "guest", "far"] {
        let of = |kind: &str| json!(format!("${kind}_{name}"));
        calls.push(("updateGrower", json!({"growerId": of("grower"), "name": long})));
        calls.push(("mergeGrowers", json!({"fromId": of("grower"), "intoId": of("grower"), "reason": ""})));
        calls.push((
            "registerPlot",
            json!({
                "growerId": of("grower"), "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "areaMu": "0", "plantedYear": 2020
            }),
        ));
        calls.push(("changePlot", json!({"plotId": of("plot"), "from": never})));
        calls.push(("takePlotOutOfUse", json!({"plotId": of("plot"), "from": never})));
        calls.push(("putPlotBackInUse", json!({"plotId": of("plot"), "reason": ""})));
        calls.push(("correctPlot", json!({"plotId": of("plot"), "reason": ""})));
        calls.push(("dividePlot", json!({"plotId": of("plot"), "from": never, "parts": []})));
        calls.push(("joinPlots", json!({"plotIds": [of("plot")], "from": never})));
        calls.push(("recordHarvest", json!({"plotId": of("plot"), "harvestedOn": never, "quantityKg": "1"})));
        calls.push(("voidHarvest", json!({"lotId": of("lot"), "reason": ""})));
        calls.push(("voidSale", json!({"saleId": of("sale"), "reason": ""})));
        calls.push((
            "recordSaleReturn",
            json!({
                "saleId": of("sale"), "quantityKg": "0", "amountYuan": "1", "returnedOn": never, "backToStock": true, "reason": "x"
            }),
        ));
        calls.push(("voidSaleReturn", json!({"returnId": of("back"), "reason": ""})));
        calls.push(("issueCertificate", json!({"lotId": of("lot"), "basis": "SELF_PLEDGE", "quantityKg": "0"})));
    }
    calls
}

/// A mutation's document with its input as a literal.
pub fn document(field: &str, input: &Value) -> String {
    fn literal(value: &Value, is_enum: bool) -> String {
        match value {
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| {
                    format!(
                        "{name}: {}",
                        literal(
                            value,
                            ["kind", "role", "channel", "method", "policy", "basis"].contains(&name.as_str())
                                || value == "SPOILED"
                        )
                    )
                });
                format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
            }
            Value::Array(items) => {
                let items = items.iter().map(|item| literal(item, false));
                format!("[{}]", items.collect::<Vec<_>>().join(", "))
            }
            Value::String(text) if is_enum => text.clone(),
            other => other.to_string(),
        }
    }
    let (argument, selection) =
        if input.is_array() { ("inputs", "results { error { code field } }") } else { ("input", "__typename") };
    format!("mutation {{ {field}({argument}: {}) {{ {selection} }} }}", literal(input, false))
}
