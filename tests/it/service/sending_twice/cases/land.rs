//! The mutations of land and harvest.

use serde_json::{Value, json};

use super::{Case, case, same};
use crate::app::{OTHER_VILLAGE, TOWN, VILLAGE};

pub fn land() -> Vec<Case> {
    vec![
        same(
            "clerk",
            "updateGrower",
            json!({
                "growerId": "$grower", "name": "王英", "displayName": null, "kind": "FAMILY_FARM", "regionCode": OTHER_VILLAGE,
                "phone": "13800005678"
            }),
        ),
        case(
            "clerk",
            "registerGrower",
            json!({"name": "王英", "kind": "HOUSEHOLD", "regionCode": VILLAGE}),
            json!({"name": "王英", "kind": "HOUSEHOLD", "regionCode": VILLAGE}),
            "twin",
        ),
        same("clerk", "mergeGrowers", json!({"fromId": "$twin", "intoId": "$grower", "reason": "重复登记"})),
        case(
            "clerk",
            "registerPlot",
            json!({
                "growerId": "$grower", "regionCode": VILLAGE, "varietyCode": "plum", "areaMu": "2", "plantedYear": 2020, "treeCount": 80
            }),
            json!({
                "growerId": "$grower", "regionCode": VILLAGE, "varietyCode": "plum", "areaMu": 200, "plantedYear": 2020, "treeCount": 80
            }),
            "plot",
        ),
        case(
            "clerk",
            "changePlot",
            json!({
                "plotId": "$plot", "from": "2026-01-01", "growerId": "$grower", "varietyCode": "plum", "areaMu": "3.5", "treeCount": 90
            }),
            json!({"plotId": "$plot", "from": "2026-01-01", "growerId": "$grower", "varietyCode": "plum", "areaMu": 350, "treeCount": 90}),
            "",
        ),
    ]
}

pub fn divisions() -> Vec<Case> {
    let strip = |area: Value| {
        json!({
            "growerId": "$grower", "regionCode": VILLAGE, "varietyCode": "plum", "areaMu": area, "plantedYear": 2020,
            "countsFrom": "2026-01-01"
        })
    };
    let parts = |first: Value, second: Value| {
        json!({
            "plotId": "$joined", "from": "2026-03-01",
            "parts": [{"areaMu": first, "growerId": "$grower", "varietyCode": "plum", "treeCount": 30}, {"areaMu": second}]
        })
    };
    vec![
        case("clerk", "registerPlot", strip(json!("1")), strip(json!(100)), "strip"),
        case("clerk", "registerPlot", strip(json!("2")), strip(json!(200)), "other"),
        same("clerk", "joinPlots", json!({"plotIds": ["$strip", "$other"], "from": "2026-02-01"})).called("joined"),
        case("clerk", "dividePlot", parts(json!("1.5"), json!("1.50")), parts(json!(150), json!(150)), "part"),
        same(
            "clerk",
            "correctPlot",
            json!({"plotId": "$part", "plantedYear": 2019, "regionCode": OTHER_VILLAGE, "reason": "看错证"}),
        ),
        same("clerk", "takePlotOutOfUse", json!({"plotId": "$part", "from": "2026-06-01"})),
        same("clerk", "putPlotBackInUse", json!({"plotId": "$part", "reason": "误停"})),
    ]
}

pub fn harvest() -> Vec<Case> {
    let picked = |quantity: Value| json!({"plotId": "$plot", "harvestedOn": "2026-06-01", "quantityKg": quantity});
    let with_season = |mut picked: Value| {
        picked["season"] = json!(2025);
        picked
    };
    let of_lot = |quantity: Value| {
        json!({
            "soldOn": "2026-06-11", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "plum", "growerId": "$grower", "lotId": "$lot",
            "quantityKg": quantity, "amountYuan": if quantity.is_string() { json!("9.0") } else { json!(900) }
        })
    };
    vec![
        case("clerk", "recordHarvest", picked(json!("100")), picked(json!(100_000)), "lot"),
        case("clerk", "recordHarvest", with_season(picked(json!("1.5"))), with_season(picked(json!(1500))), "spare"),
        same("clerk", "voidHarvest", json!({"lotId": "$spare", "reason": "错录"})),
        case(
            "clerk",
            "issueCertificate",
            json!({"lotId": "$lot", "quantityKg": "20", "basis": "SELF_PLEDGE"}),
            json!({"lotId": "$lot", "quantityKg": 20_000, "basis": "SELF_PLEDGE"}),
            "first",
        ),
        case(
            "clerk",
            "issueCertificate",
            json!({"lotId": "$lot", "quantityKg": "10", "basis": "SELF_PLEDGE", "replaces": ["$firstCode"]}),
            json!({"lotId": "$lot", "quantityKg": 10_000, "basis": "SELF_PLEDGE", "replaces": ["$firstCode"]}),
            "pledge",
        ),
        // Without a quantity, all that may be certified is requested. An empty list of replaced certificates differs
        // from an absent one.
        same("clerk", "issueCertificate", json!({"lotId": "$lot", "basis": "SELF_PLEDGE", "replaces": []}))
            .called("rest"),
        same("clerk", "withdrawCertificate", json!({"code": "$restCode", "reason": "误开"})),
        case("clerk", "recordSale", of_lot(json!("1")), of_lot(json!(1000)), "sale"),
        case(
            "clerk",
            "recordSaleReturn",
            json!({
                "saleId": "$sale", "quantityKg": "0.50", "amountYuan": "4.5", "returnedOn": "2026-06-12", "backToStock": true, "reason": "碰伤"
            }),
            json!({
                "saleId": "$sale", "quantityKg": 500, "amountYuan": 450, "returnedOn": "2026-06-12", "backToStock": true, "reason": "碰伤"
            }),
            "back",
        ),
        same("clerk", "voidSaleReturn", json!({"returnId": "$back", "reason": "错录"})),
        case(
            "clerk",
            "voidSale",
            json!({"saleId": "$sale", "reason": "错录", "replacedBy": of_lot(json!("2"))}),
            json!({"saleId": "$sale", "reason": "错录", "replacedBy": of_lot(json!(2000))}),
            "",
        ),
        case(
            "clerk",
            "recordStockAdjustment",
            json!({"lotId": "$lot", "changeKg": "-1.5", "on": "2026-06-12", "reason": "SPOILED", "note": "雨淋"}),
            json!({"lotId": "$lot", "changeKg": -1500, "on": "2026-06-12", "reason": "SPOILED", "note": "雨淋"}),
            "adjustment",
        ),
        same("clerk", "voidStockAdjustment", json!({"adjustmentId": "$adjustment", "reason": "错录"})),
        same("clerk", "takePlotOutOfUse", json!({"plotId": "$plot", "from": "2026-11-01"})),
        case(
            "clerk",
            "recordHarvestEstimate",
            json!({"varietyCode": "plum", "regionCode": TOWN, "season": 2026, "quantityKg": "100", "note": "春旱"}),
            json!({"varietyCode": "plum", "regionCode": TOWN, "season": 2026, "quantityKg": 100_000, "note": "春旱"}),
            "estimate",
        ),
        same("clerk", "voidHarvestEstimate", json!({"estimateId": "$estimate", "reason": "记错品种"})),
    ]
}
