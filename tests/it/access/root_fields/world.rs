//! The town with its people, and the outcomes that they get.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text},
    presales::preorders::with,
};

/// A community of the other town: 五龙.
const FAR_VILLAGE: &str = "500235105002";

/// The town with its people, and the records that the calls refer to.
pub struct World {
    pub app: TestApp,
    pub actors: Vec<(&'static str, Client)>,
    /// Ids by the names that replace them in calls and in the snapshot.
    names: Vec<(String, String)>,
}

/// A grower with a plot, a lot, and a sale of that lot, of which some came back.
async fn holding(town_clerk: &Client, name: &str, registered: &str, land: &str) -> Vec<(String, String)> {
    let grower = town_clerk.register_grower(&format!("王{name}"), registered).await;
    let plot = town_clerk.register_plot(&grower, land, "2", 2020).await;
    let lot = town_clerk.record_harvest(&plot, "2026-08-01", "100").await;
    let input = json!({
        "soldOn": "2026-08-02", "channel": "MARKET", "regionCode": land, "varietyCode": "fengshui-pear", "lotId": lot,
        "quantityKg": "10", "amountYuan": "50"
    });
    let sale = town_clerk.change("recordSale", input, "sale { id lot { code } }").await["sale"].take();
    let back = json!({
        "saleId": sale["id"], "quantityKg": "1", "amountYuan": "5", "returnedOn": "2026-08-03", "backToStock": false, "reason": "碰伤"
    });
    let back = town_clerk.change("recordSaleReturn", back, "return { id }").await["return"]["id"].take();
    let ids = [
        ("back", text(&back)),
        ("grower", grower),
        ("plot", plot),
        ("lot", lot),
        ("sale", text(&sale["id"])),
        ("code", text(&sale["lot"]["code"])),
    ];
    ids.into_iter().map(|(kind, id)| (format!("${kind}_{name}"), id)).collect()
}

/// An offer of a region, with a pre-order by the buyer that is partly paid, and another one that was delivered, of which
/// some came back and was refunded.
async fn presale(app: &TestApp, clerk: &Client, buyer: &Client, name: &str, region: &str) -> Vec<(String, String)> {
    let offer = clerk.open_offer(json!({"regionCode": region})).await;
    let claim =
        json!({"offerId": offer, "quantityKg": "1", "buyerName": format!("陈{name}"), "buyerPhone": "13900001111"});
    let selection = "preorder { id code }";
    let placed = buyer.change("placePreorder", claim, selection).await["preorder"].take();
    let payment = json!({"preorderId": placed["id"], "amountYuan": "1", "method": "CASH"});
    clerk.change("recordPreorderPayment", payment, "__typename").await;
    let query = format!("{{ preorder(id: {}) {{ payments {{ id }} }} }}", placed["id"]);
    let payment = text(&clerk.ask(&query).await["preorder"]["payments"][0]["id"]);
    let claim = json!({"offerId": offer, "quantityKg": "2", "buyerName": "李雷", "buyerPhone": "13900002222"});
    let second = text(&clerk.change("placePreorder", claim, selection).await["preorder"]["id"]);
    let records = "preorder { deliveries { id } returns { id } refunds { id } }";
    for (field, input) in [
        ("recordPreorderPayment", json!({"amountYuan": "16", "method": "CASH"})),
        ("deliverPreorder", json!({"deliveredOn": "2026-11-24"})),
        (
            "recordPreorderReturn",
            json!({"quantityKg": "1", "returnedOn": "2026-11-24", "backToStock": false, "reason": "碰伤"}),
        ),
    ] {
        clerk.change(field, with(input, json!({"preorderId": &second})), "__typename").await;
    }
    let refund = json!({"preorderId": &second, "amountYuan": "8", "method": "CASH"});
    let refunded = clerk.change("recordRefund", refund, records).await["preorder"].take();
    let record = |kind: &str| text(&refunded[kind][0]["id"]);
    app.verified().await;
    let ids = [
        ("offer", offer),
        ("preorder", text(&placed["id"])),
        ("claim", text(&placed["code"])),
        ("payment", payment),
        ("second", second),
        ("delivery", record("deliveries")),
        ("return", record("returns")),
        ("refund", record("refunds")),
    ];
    ids.into_iter().map(|(kind, id)| (format!("${kind}_{name}"), id)).collect()
}

/// In each place, a gift of a lot, recorded by the clerk, and a loss of a batch, recorded by the plant.
async fn losses(
    names: &[(String, String)],
    of_plants: &[(String, String)],
    places: [(&str, &Client, &Client); 2],
) -> Vec<(String, String)> {
    let mut losses = Vec::new();
    for (place, clerk, operator) in places {
        for (name, who, field, of, reason) in
            [("gift", clerk, "lotId", "lot", "GIVEN_AWAY"), ("loss", operator, "batchId", "batch", "SPOILED")]
        {
            let of = format!("${of}_{place}");
            let id = &names.iter().chain(of_plants).find(|(known, _)| *known == of).expect("a name").1;
            let input = json!({field: id, "changeKg": "-1", "on": "2026-11-01", "reason": reason});
            let made = who.change("recordStockAdjustment", input, "adjustment { id }").await;
            losses.push((format!("${name}_{place}"), text(&made["adjustment"]["id"])));
        }
    }
    losses
}

impl World {
    pub async fn new() -> Self {
        let app = TestApp::new().await;
        app.reference_data().await;
        let admin = app.admin().await;
        for (field, input) in [
            (
                "addProcessingPlant",
                json!({"code": "far", "name": "龙角腊肉厂", "regionCode": OTHER_TOWN, "openedOn": "2020-05-01"}),
            ),
            ("addProduct", json!({"code": "ham", "plantCode": "far", "name": "腊肉", "isFreshProduce": false})),
            (
                "addFestival",
                json!({"regionCode": TOWN, "edition": 1, "name": "梨花节", "startsOn": "2026-03-20", "endsOn": "2026-04-05"}),
            ),
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
        // Registered there, with land here. The clerk here sees this grower, but not in full.
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
        // Recorded by a grower, whose account is visible to others through the lot.
        let grower_here = app.grower(&id("$grower_here")).await;
        let own = grower_here.record_harvest(&id("$plot_here"), "2026-08-05", "5").await;
        let (operator, far_operator) = (app.plant_operator("pickles").await, app.plant_operator("far").await);
        let mut of_plants = Vec::new();
        for (name, plant, product, operator) in
            [("here", "pickles", "paocai", &operator), ("far", "far", "ham", &far_operator)]
        {
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
        of_plants.extend(
            losses(&names, &of_plants, [("here", &town_clerk, &operator), ("far", &far_clerk, &far_operator)]).await,
        );
        let mut submissions = Vec::new();
        // Both submissions are decided, so that the calls cannot decide on them.
        for (name, clerk, region, town) in
            [("here", &town_clerk, VILLAGE, TOWN), ("far", &far_clerk, FAR_VILLAGE, OTHER_TOWN)]
        {
            let input = json!({"regionCode": region, "year": 2025});
            let submitted = text(&clerk.change("submitReport", input, "submission { id }").await["submission"]["id"]);
            app.official_of(town).await.change("approveReport", json!({"submissionId": submitted}), "__typename").await;
            submissions.push((format!("$submission_{name}"), submitted));
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
        let input = json!({"regionCode": TOWN, "year": 2026});
        let published = app.official_of(TOWN).await.change("publishReport", input, "publishedReport { id }").await;
        names.extend(presales);
        names.extend(of_plants);
        names.extend(submissions);
        names.extend([
            ("$sale_mixed".to_owned(), text(&mixed["sale"]["id"])),
            ("$account_disabled".to_owned(), account),
            ("$account_working".to_owned(), working),
            ("$session_other".to_owned(), session),
            ("$lot_own".to_owned(), own),
            ("$report_town".to_owned(), text(&published["publishedReport"]["id"])),
        ]);
        Self { app, actors, names }
    }

    /// The actor with this name.
    pub fn actor(&self, name: &str) -> &Client {
        &self.actors.iter().find(|(known, _)| *known == name).expect("an actor").1
    }

    /// The id for which a name stands.
    pub fn id(&self, name: &str) -> String {
        self.names.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name} is unknown")).1.clone()
    }

    /// A document with its names replaced by ids.
    pub fn named(&self, document: &str) -> String {
        self.names.iter().fold(document.to_owned(), |document, (name, id)| document.replace(name.as_str(), id))
    }

    /// What a caller gets: its data or its refusal, with ids replaced by names.
    pub async fn outcome(&self, client: &Client, document: &str) -> String {
        let document = self.named(document);
        let answer = client.send(&document, json!({})).await;
        let refusals: BTreeSet<String> = answer["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|error| {
                let extension = |name: &str| error["extensions"][name].as_str().unwrap_or_default().to_owned();
                let (code, field) = (extension("code"), extension("field"));
                // An item of a list is named by its position in the field.
                let name = field.rsplit('.').find(|part| part.parse::<usize>().is_err()).unwrap_or_default();
                let names_it = document.contains(&format!("{name}: "));
                assert!(code != "NOT_FOUND" || names_it, "{field} is no field that named the record: {document}");
                format!("{code} {field}").trim_end().to_owned()
            })
            .collect();
        let mut parts: Vec<String> = refusals.into_iter().collect();
        parts.extend(
            answer["data"]
                .as_object()
                .into_iter()
                .flatten()
                .filter(|(_, value)| !value.is_null())
                .map(|(_, value)| value.to_string()),
        );
        if parts.is_empty() {
            parts.push("null".to_owned());
        }
        self.names.iter().fold(parts.join(" "), |text, (name, id)| text.replace(id.as_str(), name))
    }
}
