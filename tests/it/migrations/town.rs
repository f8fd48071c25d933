//! A small town in which every table has a row.

use domain::certificates;
use serde_json::{Value, json};
use store::seal;

use crate::{
    app::{Client, NOW, PASSWORD, TOWN, TestApp, VILLAGE, text},
    certificates::pledge,
    figures::published_reports::publish,
    presales::preorders::{claim, with},
};

/// Fills an empty town through the API.
pub async fn settle(app: &TestApp) {
    app.set_time("2025-12-01T04:00:00Z");
    let people = People::register(app).await;
    let plot = people.registers(app).await;
    let autumn = people.last_year(&plot).await;
    app.set_time(NOW);
    // The earlier sign-ins have expired by now.
    let people = People::sign_in(app).await;
    let removed = certificates::remove(&app.database, 6).await.expect("removed");
    assert_eq!(removed, 1, "a certificate whose time is over");
    let lot = people.clerk.record_harvest(&plot, "2026-08-20", "500").await;
    people.certificates_and_goods(&autumn, &lot).await;
    people.offers(&lot).await;
    people.reports().await;
    seal::seal(&app.database).await.expect("a sealed log");
}

struct People {
    admin: Client,
    clerk: Client,
    village_clerk: Client,
    official: Client,
    operator: Client,
}

impl People {
    async fn register(app: &TestApp) -> Self {
        app.reference_data().await;
        let admin = app.admin().await;
        for (username, role, place) in [
            ("town-clerk", "CLERK", json!({"regionCode": TOWN})),
            ("village-clerk", "CLERK", json!({"regionCode": VILLAGE})),
            ("town-official", "OFFICIAL", json!({"regionCode": TOWN})),
            ("operator", "PLANT_OPERATOR", json!({"plantCode": "pickles"})),
        ] {
            let account = with(json!({"username": username, "password": PASSWORD, "role": role}), place);
            admin.change("createAccount", account, "__typename").await;
        }
        Self::sign_in(app).await
    }

    async fn sign_in(app: &TestApp) -> Self {
        Self {
            admin: app.admin().await,
            clerk: app.sign_in("town-clerk").await,
            village_clerk: app.sign_in("village-clerk").await,
            official: app.sign_in("town-official").await,
            operator: app.sign_in("operator").await,
        }
    }

    /// Adds reference data, a grower and a plot, and returns the plot's id.
    async fn registers(&self, app: &TestApp) -> String {
        for (field, input) in [
            (
                "addHonour",
                json!({"code": "soup", "kind": "LANDMARK_DISH", "name": "羊肉汤", "regionCode": TOWN, "awardedOn": "2025-06-01"}),
            ),
            (
                "addProcessingProject",
                json!({"code": "line", "name": "泡菜生产线", "regionCode": TOWN, "beganOn": "2025-03-01"}),
            ),
            (
                "addFestival",
                json!({"regionCode": TOWN, "edition": 17, "name": "云安梨花节", "startsOn": "2025-03-20", "endsOn": "2025-04-02"}),
            ),
            ("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": 2024})),
            ("updateSite", json!({"code": "pavilion", "countsTowardsTotal": true, "countsFrom": "2025-11-01"})),
            ("updateSite", json!({"code": "pavilion", "retiredOn": "2025-11-20"})),
            ("updateProcessingPlant", json!({"code": "pickles", "stockFrom": "2025-11-01", "phone": "023-55551234"})),
            (
                "setProductMaking",
                json!({"code": "paocai", "needsIngredients": true, "usualYieldFrom": "0.5", "usualYieldTo": "0.9",
                    "steps": [{"name": "腌制", "days": 7}]}),
            ),
        ] {
            self.admin.change(field, input, "__typename").await;
        }
        let grower = self.clerk.register("云安果业", "COMPANY").await;
        app.grower(&grower).await;
        let plot = self.clerk.register_plot(&grower, VILLAGE, "10", 2015).await;
        self.clerk
            .change("changePlot", json!({"plotId": plot, "areaMu": "12.5", "from": "2025-06-01"}), "__typename")
            .await;
        let divided = self.clerk.register_plot(&grower, VILLAGE, "3", 2018).await;
        let parts = json!([{"areaMu": "1", "treeCount": 40}, {"areaMu": "2"}]);
        let division = json!({"plotId": divided, "from": "2025-07-01", "parts": parts});
        let parts = self.clerk.change("dividePlot", division, "plots { id }").await["plots"].take();
        for part in parts.as_array().expect("plots") {
            let cleared = json!({"plotId": part["id"], "from": "2025-12-01"});
            self.clerk.change("takePlotOutOfUse", cleared, "__typename").await;
        }
        plot
    }

    /// Adds the records of 2025 and returns the id of the autumn's lot.
    async fn last_year(&self, plot: &str) -> String {
        let lot = self.clerk.record_harvest(plot, "2025-09-10", "800").await;
        self.clerk.certify(with(pledge(&lot), json!({"quantityKg": "10"}))).await;
        let sale = json!({
            "soldOn": "2025-09-15", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": lot,
            "quantityKg": "100.5", "amountYuan": "603.00", "idempotencyKey": "autumn"
        });
        self.clerk.change("recordSale", sale.clone(), "__typename").await;
        let mistaken = with(sale, json!({"quantityKg": "1", "amountYuan": "6", "idempotencyKey": "mistaken"}));
        let mistaken = self.clerk.change("recordSale", mistaken, "sale { id }").await["sale"]["id"].take();
        self.clerk.change("voidSale", json!({"saleId": mistaken, "reason": "误录"}), "__typename").await;
        for visitors in [300, 320] {
            let count = json!({"siteCode": "gate", "date": "2025-10-01", "visitors": visitors});
            self.clerk.change("recordVisitors", count, "__typename").await;
        }
        for (year, amount) in [(2024, "1000"), (2025, "1500.50")] {
            let takings = json!({"establishmentCode": "kitchen", "year": year, "month": 10, "amountYuan": amount});
            self.clerk.change("recordCateringTakings", takings, "__typename").await;
        }
        lot
    }

    /// Issues certificates for a lot, and records what the plant took in with one of them, made and sold.
    async fn certificates_and_goods(&self, autumn: &str, lot: &str) {
        let first = self.clerk.certify(with(pledge(lot), json!({"quantityKg": "100"}))).await;
        let second = self.clerk.certify(with(pledge(lot), json!({"quantityKg": "100", "replaces": [first]}))).await;
        let withdrawn = self.clerk.certify(with(pledge(autumn), json!({"quantityKg": "5"}))).await;
        self.clerk.change("withdrawCertificate", json!({"code": withdrawn, "reason": "误开"}), "__typename").await;
        let pears = self
            .operator
            .buy_in(json!({"certificateCode": second, "quantityKg": "50", "receivedOn": "2026-11-24"}))
            .await;
        let cabbage = self.operator.take_in(json!({})).await;
        let wilted =
            json!({"intakeId": cabbage, "changeKg": "-4.5", "on": "2026-08-02", "reason": "SPOILED", "note": "腐烂"});
        self.operator.change("recordStockAdjustment", wilted, "__typename").await;
        let made = json!({
            "beganOn": "2026-08-02", "outputKg": "60", "byProducts": [{"name": "菜叶", "quantityKg": "5"}], "idempotencyKey": "jar"
        });
        let batch = self.operator.pickle(&cabbage, "80", made).await;
        let mixed = json!({
            "plantCode": "pickles", "productCode": "paocai", "producedOn": "2026-11-24", "beganOn": "2026-11-24", "outputKg": "30",
            "ingredients": [{"batchId": batch["id"], "quantityKg": "20"}, {"intakeId": pears, "quantityKg": "20"}]
        });
        self.admin
            .change("setProductMaking", json!({"code": "paocai", "needsIngredients": true, "steps": []}), "__typename")
            .await;
        self.operator.change("recordProductionBatch", mixed, "__typename").await;
        let steps = json!({"code": "paocai", "needsIngredients": true, "steps": [{"name": "腌制", "days": 7}]});
        self.admin.change("setProductMaking", steps, "__typename").await;
        let sold = json!({
            "soldOn": "2026-11-24", "channel": "ONLINE", "regionCode": VILLAGE, "productCode": "paocai", "batchId": batch["id"],
            "quantityKg": "10", "amountYuan": "250"
        });
        let sold = self.clerk.change("recordSale", sold, "sale { id }").await["sale"]["id"].take();
        let back = json!({
            "saleId": sold, "quantityKg": "1", "amountYuan": "25", "returnedOn": "2026-11-24", "backToStock": true, "reason": "误记"
        });
        let back = self.clerk.change("recordSaleReturn", back, "return { id }").await["return"]["id"].take();
        self.clerk.change("voidSaleReturn", json!({"returnId": back, "reason": "录错了"}), "__typename").await;
    }

    /// Opens an offer whose harvest falls short, and another one whose pre-orders are delivered and cancelled.
    async fn offers(&self, lot: &str) {
        let estimate = json!({"regionCode": TOWN, "varietyCode": "fengshui-pear", "season": 2026, "quantityKg": "400", "note": "霜冻"});
        self.clerk.change("recordHarvestEstimate", estimate, "__typename").await;
        let short = self.clerk.open_offer(json!({"quotaKg": "60"})).await;
        for kilograms in ["30", "20"] {
            let placed = self.clerk.place(&short, kilograms).await;
            self.clerk.pay(&placed, "72").await;
        }
        let settlement = json!({"offerId": short, "availableKg": "25", "policy": "PRO_RATA"});
        self.clerk.change("settleHarvestShortfall", settlement, "__typename").await;
        let offer = self.clerk.open_offer(json!({"pickUpPlace": "镇政府"})).await;
        let claim = with(claim(&offer, "10"), json!({"idempotencyKey": "claim"}));
        let delivered = self.clerk.change("placePreorder", claim, "preorder { id }").await["preorder"].take();
        self.clerk.pay(&delivered, "80").await;
        let lots = json!({"preorderId": delivered["id"], "deliveredOn": "2026-11-24", "lots": [{"lotId": lot, "quantityKg": "10"}]});
        self.clerk.change("deliverPreorder", lots, "__typename").await;
        let returned = json!({
            "preorderId": delivered["id"], "quantityKg": "2", "returnedOn": "2026-11-24", "backToStock": true, "reason": "误记"
        });
        let returned = self.clerk.change("recordPreorderReturn", returned, "preorder { returns { id } }").await;
        let undo = json!({"returnId": returned["preorder"]["returns"][0]["id"], "reason": "录错订单"});
        self.clerk.change("reversePreorderReturn", undo, "__typename").await;
        self.clerk.change("changePresaleOffer", json!({"offerId": offer, "terms": "到付"}), "__typename").await;
        let cancelled = self.clerk.place(&offer, "5").await;
        self.clerk.pay(&cancelled, "12").await;
        let cancel = json!({"preorderId": cancelled["id"], "onBehalfOf": "TOWN", "reason": "冻害"});
        self.clerk.change("cancelPreorder", cancel, "__typename").await;
        let refund = json!({"preorderId": cancelled["id"], "amountYuan": "12", "method": "BANK", "reference": "out-1"});
        self.clerk.change("recordRefund", refund, "__typename").await;
        self.clerk.place(&offer, "3").await;
    }

    async fn reports(&self) {
        let half: Value = json!({"regionCode": VILLAGE, "year": 2025, "period": "H2"});
        let submitted = self.village_clerk.change("submitReport", half, "submission { id }").await;
        let approve = json!({"submissionId": text(&submitted["submission"]["id"])});
        self.official.change("approveReport", approve, "__typename").await;
        publish(&self.official, TOWN, 2025, "YEAR", "id").await;
    }
}
