//! Who may what: every root field is called as a visitor and as each role, also with another region's, another plant's and another
//! grower's records, by id and nested through other objects. What each gets is compared with a reviewed snapshot.
//!
//! docs/API.md has the same as a table of roles, which is compared too.
//!
//! A mutation is called with a field that is wrong, which is looked at behind the role and the record: INVALID_INPUT (or CONFLICT, where
//! a record's state comes last) says that the caller may, and nothing changes.

use std::{collections::BTreeSet, fmt::Write};

use serde_json::{Value, json};

use crate::{
    app::{Client, OTHER_TOWN, OTHER_VILLAGE, PASSWORD, TOWN, TestApp, VILLAGE, text},
    audit,
};

/// The town with its people, and the records that calls name.
struct World {
    app: TestApp,
    actors: Vec<(&'static str, Client)>,
    /// Ids by the name that stands for them in calls and in the snapshot.
    names: Vec<(String, String)>,
}

/// A grower with a plot, a lot and a sale of it.
async fn holding(town_clerk: &Client, name: &str, registered: &str, land: &str) -> Vec<(String, String)> {
    let grower = town_clerk.register_grower(&format!("王{name}"), registered).await;
    let plot = town_clerk.register_plot(&grower, land, "2", 2020).await;
    let lot = town_clerk.record_harvest(&plot, "2026-08-01", "100").await;
    let input = json!({
        "soldOn": "2026-08-02", "channel": "MARKET", "regionCode": land, "varietyCode": "fengshui-pear", "lotId": lot,
        "quantityKg": "10", "amountYuan": "50"
    });
    let sale = town_clerk.change("recordSale", input, "sale { id lot { code } }").await["sale"].take();
    let ids = [("grower", grower), ("plot", plot), ("lot", lot), ("sale", text(&sale["id"])), ("code", text(&sale["lot"]["code"]))];
    ids.into_iter().map(|(kind, id)| (format!("${kind}_{name}"), id)).collect()
}

/// An offer booked on a region, with a pre-order of somebody's that is partly paid.
async fn presale(app: &TestApp, clerk: &Client, buyer: &Client, name: &str, region: &str) -> Vec<(String, String)> {
    let offer = clerk.open_offer(json!({"regionCode": region})).await;
    let claim = json!({"offerId": offer, "quantityKg": "1", "buyerName": format!("陈{name}"), "buyerPhone": "13900001111"});
    let selection = "preorder { id code }";
    let placed = buyer.change("placePreorder", claim, selection).await["preorder"].take();
    let payment = json!({"preorderId": placed["id"], "amountYuan": "1", "method": "CASH"});
    clerk.change("recordPreorderPayment", payment, "__typename").await;
    let query = format!("{{ preorder(id: {}) {{ payments {{ id }} }} }}", placed["id"]);
    let payment = text(&clerk.ask(&query).await["preorder"]["payments"][0]["id"]);
    app.verified().await;
    let ids = [("offer", offer), ("preorder", text(&placed["id"])), ("claim", text(&placed["code"])), ("payment", payment)];
    ids.into_iter().map(|(kind, id)| (format!("${kind}_{name}"), id)).collect()
}

impl World {
    async fn new() -> Self {
        let app = TestApp::new().await;
        app.reference_data().await;
        let admin = app.admin().await;
        for (field, input) in [
            ("addProcessingPlant", json!({"code": "far", "name": "龙角腊肉厂", "regionCode": OTHER_TOWN, "openedOn": "2020-05-01"})),
            ("addProduct", json!({"code": "ham", "plantCode": "far", "name": "腊肉", "isFreshProduce": false})),
            ("addFestival", json!({"regionCode": TOWN, "edition": 1, "name": "梨花节", "startsOn": "2026-03-20", "endsOn": "2026-04-05"})),
            (
                "addHonour",
                json!({"code": "dish", "kind": "LANDMARK_DISH", "name": "盐焗鸡", "regionCode": TOWN, "awardedOn": "2021-01-01"}),
            ),
            (
                "addProcessingProject",
                json!({"code": "jars", "name": "泡菜项目", "regionCode": VILLAGE, "plantCode": "pickles", "beganOn": "2021-01-01"}),
            ),
        ] {
            admin.change(field, input, "__typename").await;
        }
        let town_clerk = app.clerk().await;
        let far_clerk = app.clerk_of(OTHER_TOWN).await;
        let mut names = holding(&town_clerk, "here", VILLAGE, VILLAGE).await;
        names.extend(holding(&town_clerk, "there", OTHER_VILLAGE, OTHER_VILLAGE).await);
        // Registered there, with land here: seen here, but not by its clerk in full.
        names.extend(holding(&town_clerk, "guest", OTHER_VILLAGE, VILLAGE).await);
        names.extend(holding(&far_clerk, "far", OTHER_TOWN, OTHER_TOWN).await);
        let id = |name: &str| names.iter().find(|(known, _)| known == name).expect("a name").1.clone();
        // Sold here, picked there.
        let input = json!({
            "soldOn": "2026-08-03", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": id("$lot_there"),
            "quantityKg": "10", "amountYuan": "50"
        });
        let mixed = town_clerk.change("recordSale", input, "sale { id }").await;
        let account = app.account_with_password("disabled").await;
        admin.change("disableAccount", json!({"accountId": account}), "account { id }").await;
        let working = app.account_with_password("working").await;
        let session = text(&app.sign_in("working").await.ask("{ mySessions { id } }").await["mySessions"][0]["id"]);
        // Recorded by a grower, whose account others come upon.
        let grower_here = app.grower(&id("$grower_here")).await;
        let own = grower_here.record_harvest(&id("$plot_here"), "2026-08-05", "5").await;
        let (operator, far_operator) = (app.plant_operator("pickles").await, app.plant_operator("far").await);
        let mut of_plants = Vec::new();
        for (name, plant, product, operator) in [("here", "pickles", "paocai", &operator), ("far", "far", "ham", &far_operator)] {
            let intake = operator.take_in(json!({"plantCode": plant})).await;
            let made = operator.pickle(&intake, "10", json!({"plantCode": plant, "productCode": product})).await;
            of_plants.extend([
                (format!("$intake_{name}"), intake),
                (format!("$batch_{name}"), text(&made["id"])),
                (format!("$printed_{name}"), text(&made["code"])),
            ]);
        }
        for (name, clerk) in [("here", &town_clerk), ("far", &far_clerk)] {
            let input = json!({"lotId": id(&format!("$lot_{name}")), "basis": "SELF_PLEDGE", "quantityKg": "1"});
            let issued = clerk.change("issueCertificate", input, "certificate { code }").await;
            of_plants.push((format!("$certificate_{name}"), text(&issued["certificate"]["code"])));
        }
        let buyer = app.buyer().await;
        let mut presales = presale(&app, &town_clerk, &app.visitor(), "community", VILLAGE).await;
        presales.extend(presale(&app, &town_clerk, &buyer, "town", TOWN).await);
        presales.extend(presale(&app, &far_clerk, &app.visitor(), "abroad", OTHER_TOWN).await);
        let actors = vec![
            ("visitor", app.visitor()),
            ("buyer", buyer),
            ("grower here", grower_here),
            ("grower there", app.grower(&id("$grower_there")).await),
            ("grower guest", app.grower(&id("$grower_guest")).await),
            ("operator", operator),
            ("operator far", far_operator),
            ("clerk here", app.clerk_of(VILLAGE).await),
            ("clerk there", app.clerk_of(OTHER_VILLAGE).await),
            ("clerk of the town", town_clerk),
            ("clerk far", far_clerk),
            ("official here", app.official_of(VILLAGE).await),
            ("official of the town", app.official_of(TOWN).await),
            ("official far", app.official_of(OTHER_TOWN).await),
            ("official of the county", app.official_of("500235").await),
            ("admin", admin),
        ];
        names.extend(presales);
        names.extend(of_plants);
        names.extend([
            ("$sale_mixed".to_owned(), text(&mixed["sale"]["id"])),
            ("$account_disabled".to_owned(), account),
            ("$account_working".to_owned(), working),
            ("$session_other".to_owned(), session),
            ("$lot_own".to_owned(), own),
        ]);
        Self { app, actors, names }
    }

    /// What a caller gets: its data or its refusal, with names for ids.
    async fn outcome(&self, client: &Client, document: &str) -> String {
        let document = self.names.iter().fold(document.to_owned(), |document, (name, id)| document.replace(name.as_str(), id));
        let answer = client.send(&document, json!({})).await;
        let refusals: BTreeSet<String> = answer["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|error| {
                let extension = |name: &str| error["extensions"][name].as_str().unwrap_or_default().to_owned();
                format!("{} {}", extension("code"), extension("field")).trim_end().to_owned()
            })
            .collect();
        let mut parts: Vec<String> = refusals.into_iter().collect();
        parts.extend(
            answer["data"].as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()).map(|(_, value)| value.to_string()),
        );
        if parts.is_empty() {
            parts.push("null".to_owned());
        }
        self.names.iter().fold(parts.join(" "), |text, (name, id)| text.replace(id.as_str(), name))
    }
}

const WHOLE: &str = "name displayName phone areaMu region { name } plots { nodes { id } }";

/// Every query, by the field and what is asked of it.
fn queries() -> Vec<(&'static str, String)> {
    let mut calls: Vec<(&'static str, String)> = [
        ("serviceInfo", "{ serviceInfo { demo } }"),
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
        ("harvestLots", "{ harvestLots { nodes { id certificate { issuerName issuerContact } } } }"),
        ("certificates", "{ certificates { nodes { code issuerName issuerContact } } }"),
        ("figureDefinitions", "{ figureDefinitions { version } }"),
    ]
    .map(|(field, call)| (field, call.to_owned()))
    .into();
    for region in [VILLAGE, TOWN, OTHER_TOWN] {
        calls.push(("cateringEstablishments", format!("{{ cateringEstablishments(regionCode: \"{region}\") {{ code }} }}")));
        calls.push(("townReport", format!("{{ townReport(regionCode: \"{region}\", year: 2026) {{ salesRevenueYuan plantedAreaMu }} }}")));
        let years = format!("regionCode: \"{region}\", fromYear: 2026, toYear: 2026");
        calls.push(("annualAverages", format!("{{ annualAverages({years}) {{ produceRevenueYuan }} }}")));
        let days = format!("regionCode: \"{region}\", from: \"2026-08-01\", to: \"2026-08-31\"");
        for (field, measure) in [
            ("salesStatistics", "salesYuan"),
            ("visitorStatistics", "visitors"),
            ("cateringStatistics", "takingsYuan"),
            ("plantOutputStatistics", "outputKg"),
            ("plantedAreaStatistics", "areaMu"),
        ] {
            calls.push((field, format!("{{ {field}(filter: {{ {days} }}, groupBy: [REGION]) {{ {measure} region {{ code }} }} }}")));
        }
        let entries = format!("figureEntries(first: 1, filter: {{ key: \"salesYuan\", {days} }}) {{ nodes {{ record amountYuan }} }}");
        calls.push(("figureEntries", format!("{{ {entries} }}")));
        calls.push(("offersAtRisk", format!("{{ offersAtRisk(regionCode: \"{region}\") {{ nodes {{ id }} }} }}")));
        calls.push(("refundsDue", format!("{{ refundsDue(regionCode: \"{region}\") {{ nodes {{ id }} }} }}")));
        let days = "from: \"2026-11-24\", to: \"2026-11-24\"";
        calls.push(("paymentsByDay", format!("{{ paymentsByDay(regionCode: \"{region}\", {days}) {{ receivedYuan clerk {{ role }} }} }}")));
    }
    for name in ["here", "far"] {
        let whole = "issuerName issuerContact withdrawalReason collectedKg issuedBy { role } lot { id }";
        calls.push(("certificate", format!("{{ certificate(code: \"$certificate_{name}\") {{ {whole} }} }}")));
    }
    for region in [VILLAGE, TOWN, OTHER_TOWN] {
        let days = "from: \"2026-02-01\", to: \"2026-11-24\"";
        calls.push(("certificatesMissing", format!("{{ certificatesMissing(regionCode: \"{region}\", {days}) {{ totalCount }} }}")));
    }
    for name in ["community", "town", "abroad"] {
        calls.push(("presaleOffer", format!("{{ presaleOffer(id: \"$offer_{name}\") {{ availableKg }} }}")));
        let whole = "buyerName buyerPhone payments { recordedBy { role } } history { by { role } }";
        calls.push(("preorder", format!("{{ preorder(id: \"$preorder_{name}\") {{ {whole} }} }}")));
        calls.push(("explainAvailability", format!("{{ explainAvailability(offerId: \"$offer_{name}\") {{ availableKg }} }}")));
        calls.push(("shortfallRuns", format!("{{ shortfallRuns(offerId: \"$offer_{name}\") {{ totalCount }} }}")));
        let input = format!("{{ offerId: \"$offer_{name}\", availableKg: \"0\", policy: PRO_RATA }}");
        calls.push(("previewHarvestShortfall", format!("{{ previewHarvestShortfall(input: {input}) {{ preordersReduced }} }}")));
    }
    for name in ["here", "far"] {
        calls.push(("productionBatch", format!("{{ productionBatch(code: \"$printed_{name}\") {{ outputKg }} }}")));
    }
    for name in ["here", "there", "guest", "far"] {
        calls.push(("grower", format!("{{ grower(id: \"$grower_{name}\") {{ {WHOLE} }} }}")));
        calls.push(("plot", format!("{{ plot(id: \"$plot_{name}\") {{ areaMu grower {{ {WHOLE} }} }} }}")));
        calls.push(("harvestLot", format!("{{ harvestLot(code: \"$code_{name}\") {{ quantityKg plot {{ grower {{ {WHOLE} }} }} }} }}")));
    }
    for goods in ["$code_here", "$code_there", "$code_far", "$printed_here", "$printed_far"] {
        let what = "code productName growerNames origins { name } certificates { issuerName }";
        calls.push(("trace", format!("{{ trace(code: \"{goods}\") {{ {what} }} }}")));
        let what = "kind region { code } batch { id } sale { id } preorder { id buyerPhone }";
        calls.push(("recall", format!("{{ recall(code: \"{goods}\") {{ nodes {{ {what} }} }} }}")));
    }
    for name in ["here", "there", "guest", "far", "mixed"] {
        let nested =
            format!("grower {{ {WHOLE} }} lot {{ id plot {{ id grower {{ name phone }} }} }} recordedBy {{ role grower {{ phone }} }}");
        calls.push(("sale", format!("{{ sale(id: \"$sale_{name}\") {{ amountYuan {nested} }} }}")));
    }
    calls
}

/// Every mutation, with a field that is wrong or a state that does not allow it.
fn mutations() -> Vec<(&'static str, Value)> {
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
        ("addVariety", json!({"code": "plum", "name": "李子", "nameEn": "plum", "harvestStartMonth": 0, "harvestEndMonth": 7})),
        ("updateVariety", json!({"code": "fengshui-pear", "name": "梨", "nameEn": "pear", "harvestStartMonth": 0, "harvestEndMonth": 7})),
        ("addSite", json!({"code": "bridge", "name": long, "regionCode": VILLAGE, "countsTowardsTotal": true})),
        ("updateSite", json!({"code": "gate", "name": long})),
        ("addFestival", json!({"regionCode": TOWN, "edition": 2, "name": long, "startsOn": "2026-03-20", "endsOn": "2026-03-20"})),
        ("updateFestival", json!({"regionCode": TOWN, "edition": 1, "name": long, "startsOn": "2026-03-20", "endsOn": "2026-03-20"})),
        ("addCateringEstablishment", json!({"code": "inn", "name": long, "regionCode": VILLAGE})),
        ("renameCateringEstablishment", json!({"code": "kitchen", "name": long})),
        ("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 1})),
        ("addProcessingPlant", json!({"code": "ham", "name": long, "regionCode": VILLAGE, "openedOn": "2020-05-01"})),
        ("updateProcessingPlant", json!({"code": "pickles", "name": long})),
        ("addProduct", json!({"code": "larou", "plantCode": "pickles", "name": long, "isFreshProduce": false})),
        ("renameProduct", json!({"code": "paocai", "name": long})),
        ("setProductMaking", json!({"code": "paocai", "needsIngredients": true, "steps": [{"name": long, "days": 1}]})),
        ("addProcessingProject", json!({"code": "smoke", "name": long, "regionCode": VILLAGE, "beganOn": "2021-01-01"})),
        ("updateProcessingProject", json!({"code": "jars", "name": long})),
        ("addHonour", json!({"code": "snack", "kind": "FAMOUS_SNACK", "name": long, "regionCode": TOWN, "awardedOn": "2021-01-01"})),
        ("updateHonour", json!({"code": "dish", "name": long})),
        ("recordVisitors", json!({"siteCode": "gate", "date": never, "visitors": 1})),
        ("recordCateringTakings", json!({"establishmentCode": "kitchen", "year": 2026, "month": 1, "amountYuan": "0"})),
    ];
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
        calls.push(("recordHarvestEstimate", json!({"varietyCode": variety, "regionCode": region, "season": season, "quantityKg": "0"})));
    }
    for name in ["community", "town", "abroad"] {
        let of = |kind: &str| json!(format!("${kind}_{name}"));
        let preorder = of("preorder");
        calls.push(("changePresaleOffer", json!({"offerId": of("offer"), "quotaKg": "0"})));
        calls.push(("placePreorder", json!({"offerId": of("offer"), "quantityKg": "0", "buyerName": "陈晓", "buyerPhone": "13900001111"})));
        calls.push(("cancelPreorder", json!({"preorderId": preorder, "reason": ""})));
        calls.push(("cancelPreorder", json!({"code": of("claim"), "buyerPhone": "13900001111", "reason": ""})));
        calls.push(("recordPreorderPayment", json!({"preorderId": preorder, "amountYuan": "0", "method": "CASH"})));
        calls.push(("reversePreorderPayment", json!({"paymentId": of("payment"), "reason": ""})));
        calls.push(("recordRefund", json!({"preorderId": preorder, "amountYuan": "0", "method": "CASH"})));
        calls.push(("deliverPreorder", json!({"preorderId": preorder, "deliveredOn": never})));
        calls.push(("markPreorderUncollected", json!({"preorderId": preorder, "reason": ""})));
        calls.push(("compensatePreorder", json!({"preorderId": preorder, "amountYuan": "0", "reason": "x"})));
        calls.push(("settleHarvestShortfall", json!({"offerId": of("offer"), "availableKg": "-1", "policy": "PRO_RATA"})));
    }
    for (name, plant, product) in [("here", "pickles", "paocai"), ("far", "far", "ham")] {
        let of = |kind: &str| json!(format!("${kind}_{name}"));
        let batch = json!({"plantCode": plant, "productCode": product, "producedOn": never, "outputKg": "1", "ingredients": []});
        calls.push(("recordIntake", json!({"plantCode": plant, "material": "", "quantityKg": "1", "receivedOn": "2026-08-01"})));
        calls.push(("voidIntake", json!({"intakeId": of("intake"), "reason": ""})));
        calls.push(("recordProductionBatch", batch.clone()));
        calls.push(("recordProductionBatches", json!([batch])));
        calls.push(("voidProductionBatch", json!({"batchId": of("batch"), "reason": ""})));
    }
    for name in ["here", "far"] {
        let basis = "SELF_PLEDGE";
        calls.push(("issueCertificate", json!({"batchId": format!("$batch_{name}"), "basis": basis, "quantityKg": "0"})));
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
        calls.push((
            "registerPlot",
            json!({
                "growerId": of("grower"), "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "areaMu": "0", "plantedYear": 2020
            }),
        ));
        calls.push(("changePlot", json!({"plotId": of("plot"), "from": never})));
        calls.push(("takePlotOutOfUse", json!({"plotId": of("plot"), "from": never})));
        calls.push(("recordHarvest", json!({"plotId": of("plot"), "harvestedOn": never, "quantityKg": "1"})));
        calls.push(("voidHarvest", json!({"lotId": of("lot"), "reason": ""})));
        calls.push(("voidSale", json!({"saleId": of("sale"), "reason": ""})));
        calls.push(("issueCertificate", json!({"lotId": of("lot"), "basis": "SELF_PLEDGE", "quantityKg": "0"})));
    }
    calls
}

/// A mutation's document with its input written out.
fn document(field: &str, input: &Value) -> String {
    fn literal(value: &Value, is_enum: bool) -> String {
        match value {
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| {
                    format!("{name}: {}", literal(value, ["kind", "role", "channel", "method", "policy", "basis"].contains(&name.as_str())))
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
    let (argument, selection) = if input.is_array() { ("inputs", "results { error { code field } }") } else { ("input", "__typename") };
    format!("mutation {{ {field}({argument}: {}) {{ {selection} }} }}", literal(input, false))
}

async fn root_fields(client: &Client, root: &str) -> BTreeSet<String> {
    let schema = client.ask(&format!("{{ __schema {{ {root} {{ fields {{ name }} }} }} }}")).await;
    schema["__schema"][root]["fields"].as_array().expect("fields").iter().map(|field| text(&field["name"])).collect()
}

#[tokio::test]
async fn everybody_gets_what_the_snapshot_says() {
    let world = World::new().await;
    let changes: Vec<(&str, Value)> = mutations();
    for (root, called) in [
        ("queryType", queries().iter().map(|(field, _)| (*field).to_owned()).collect::<BTreeSet<_>>()),
        ("mutationType", changes.iter().map(|(field, _)| *field).chain(["signOut"]).map(str::to_owned).collect()),
    ] {
        assert_eq!(called, root_fields(&world.app.visitor(), root).await, "a root field that is new needs a call here");
    }
    let calls: Vec<(&str, String)> = queries()
        .into_iter()
        .chain(changes.iter().map(|(field, input)| (*field, document(field, input))))
        // Comes last, because it ends the session that the other calls are made with.
        .chain([("signOut", "mutation { signOut { signedOut } }".to_owned())])
        .collect();
    let mut allowed = BTreeSet::new();
    let records_before = changes_written(&world.app).await;
    let mut snapshot = String::new();
    for (field, call) in calls {
        let call = call.replace(&"x".repeat(101), "x…");
        writeln!(snapshot, "{call}").expect("text");
        let mut outcomes: Vec<(String, Vec<&str>)> = Vec::new();
        for (actor, client) in &world.actors {
            let outcome = world.outcome(client, &call.replace("x…", &"x".repeat(101))).await;
            if !["UNAUTHENTICATED", "FORBIDDEN"].contains(&outcome.as_str()) || field == "signIn" {
                let role = actor.split(' ').next().unwrap_or_default();
                allowed.insert((field.to_owned(), role.to_owned()));
            }
            match outcomes.iter_mut().find(|(known, _)| *known == outcome) {
                Some((_, actors)) => actors.push(actor),
                None => outcomes.push((outcome, vec![actor])),
            }
        }
        // Whoever is not named belongs to the largest group, which comes last.
        outcomes.sort_by_key(|(_, actors)| (actors.len() * 2 > world.actors.len()).then_some(actors.len()));
        let all = world.actors.len();
        for (outcome, actors) in outcomes {
            let who = match actors.len() {
                number if number == all => "everybody".to_owned(),
                number if number * 2 > all => "everybody else".to_owned(),
                _ => actors.join(", "),
            };
            writeln!(snapshot, "    {who}: {outcome}").expect("text");
        }
    }
    insta::assert_snapshot!("access", snapshot);
    assert_eq!(table_of_roles(), allowed, "docs/API.md says otherwise");
    let written = changes_written(&world.app).await;
    assert_eq!(written, records_before, "a refused mutation leaves nothing");
}

/// Who may call what at all, by the table in docs/API.md.
fn table_of_roles() -> BTreeSet<(String, String)> {
    const ROLES: [&str; 7] = ["visitor", "buyer", "grower", "operator", "clerk", "official", "admin"];
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/API.md")).expect("docs/API.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    rows.flat_map(|(field, cells)| {
        let cells: Vec<&str> = cells.trim_end_matches(" |").split(" | ").collect();
        assert_eq!(cells.len(), ROLES.len(), "{field}");
        let allowed = ROLES.into_iter().zip(cells).filter(|(_, cell)| *cell != "–").map(|(role, _)| role.to_owned());
        allowed.map(|role| (field.to_owned(), role)).collect::<Vec<_>>()
    })
    .collect()
}

/// How many changes stand in the audit log, without what concerns one's own sign-in.
async fn changes_written(app: &TestApp) -> usize {
    audit::rows(app).await.iter().filter(|row| !["readPhones", "signOut"].contains(&row.action.as_str())).count()
}
