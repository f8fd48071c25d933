//! The mutations of pre-sales.

use serde_json::{Value, json};

use super::{Case, case, same};
use crate::{app::TOWN, presales::preorders::with};

pub fn presales() -> Vec<Case> {
    let order = |quantity: Value, phone: &str| {
        json!({
            "offerId": "$offer", "quantityKg": quantity, "buyerName": "陈晓", "buyerPhone": phone, "fulfilment": "SHIP",
            "deliveryAddress": "重庆市渝中区 1 号"
        })
    };
    vec![
        case(
            "clerk",
            "openPresaleOffer",
            json!({
                "varietyCode": "plum", "regionCode": TOWN, "season": 2026, "quotaKg": "100", "unitPriceYuan": "8", "packKg": "0.5",
                "depositRate": "0.5", "opensAt": "2026-11-20T08:00:00+08:00", "closesAt": "2026-11-30T00:00:00Z", "terms": "坏果包赔\r\n不退定金",
                "holdMinutes": 90, "pickUpPlace": "云安镇政府", "pickUpFrom": "2026-11-19", "pickUpTo": "2026-11-20", "freightYuan": "12",
                "chargedByWeight": true, "weightTolerance": "0.02", "cancelUntil": "2026-11-28T00:00:00Z", "keptRate": "0.25"
            }),
            json!({
                "varietyCode": "plum", "regionCode": TOWN, "season": 2026, "quotaKg": 100_000, "unitPriceYuan": 800, "packKg": 500,
                "depositRate": 5000, "opensAt": 1_795_132_800_000_000_i64, "closesAt": 1_795_996_800_000_000_i64,
                "terms": "坏果包赔\n不退定金", "holdMinutes": 90, "pickUpPlace": "云安镇政府", "pickUpFrom": "2026-11-19",
                "pickUpTo": "2026-11-20", "ships": true, "freightYuan": 1200, "chargedByWeight": true, "weightTolerance": 200, "cancelUntil": 1_795_824_000_000_000_i64, "keptRate": 2500
            }),
            "offer",
        ),
        case(
            "clerk",
            "changePresaleOffer",
            json!({"offerId": "$offer", "quotaKg": "200", "closesAt": "2026-11-29T00:00:00Z"}),
            json!({"offerId": "$offer", "quotaKg": 200_000, "closesAt": 1_795_910_400_000_000_i64}),
            "",
        ),
        case(
            "clerk",
            "changePresaleOffer",
            json!({
                "offerId": "$offer", "pickUpPlace": "云安古镇", "pickUpFrom": "2026-11-19", "pickUpTo": "2026-11-21", "ships": true,
                "freightYuan": "12.0", "terms": "坏果包赔"
            }),
            json!({
                "offerId": "$offer", "pickUpPlace": "云安古镇", "pickUpFrom": "2026-11-19", "pickUpTo": "2026-11-21", "ships": true,
                "freightYuan": 1200, "terms": "坏果包赔"
            }),
            "",
        ),
        case(
            "visitor",
            "placePreorder",
            order(json!("10"), "139 0000 1111"),
            order(json!(10_000), "13900001111"),
            "shipped",
        ),
        case(
            "clerk",
            "placePreorder",
            with(order(json!("10"), "139 0000 1111"), json!({"placedAt": "2026-11-23T00:00:00Z"})),
            with(order(json!(10_000), "13900001111"), json!({"placedAt": 1_795_392_000_000_000_i64})),
            "",
        ),
    ]
}

pub fn money() -> Vec<Case> {
    let paid = |amount: Value, paid_at: Value| {
        json!({
            "preorderId": "$shipped", "amountYuan": amount, "method": "WECHAT", "reference": "4200001", "paidAt": paid_at,
            "keepForRefund": false
        })
    };
    let of_transfer = |paid: Value, transfer: Value| with(paid, json!({"transferYuan": transfer}));
    let delivered = |quantity: Value| {
        json!({
            "preorderId": "$shipped", "lots": [{"lotId": "$lot", "quantityKg": quantity}], "deliveredOn": "2026-11-24",
            "trackingNumber": "SF 123"
        })
    };
    let refund =
        |amount: Value| json!({"preorderId": "$shipped", "amountYuan": amount, "method": "BANK", "reference": "R1"});
    vec![
        case(
            "clerk",
            "recordPreorderPayment",
            of_transfer(paid(json!("80"), json!("2026-11-24T12:00:00+08:00")), json!("85")),
            of_transfer(paid(json!(8000), json!(1_795_492_800_000_000_i64)), json!(8500)),
            "",
        ),
        case(
            "clerk",
            "changePreorder",
            json!({
                "preorderId": "$shipped", "quantityKg": "10.0", "buyerName": "陈小晓", "buyerPhone": "139 0000 1111", "fulfilment": "SHIP",
                "deliveryAddress": "重庆市渝中区 2 号", "reason": "改地址", "ifUnchangedSince": "$version"
            }),
            json!({
                "preorderId": "$shipped", "quantityKg": 10_000, "buyerName": "陈小晓", "buyerPhone": "13900001111", "fulfilment": "SHIP",
                "deliveryAddress": "重庆市渝中区 2 号", "reason": "改地址", "ifUnchangedSince": "#version"
            }),
            "",
        ),
        same("clerk", "reversePreorderPayment", json!({"paymentId": "$payment", "reason": "错录"})),
        // The canonical form contains the default of an absent field.
        case(
            "clerk",
            "recordPreorderPayment",
            json!({"preorderId": "$shipped", "amountYuan": "92", "method": "CASH"}),
            json!({"preorderId": "$shipped", "amountYuan": 9200, "method": "CASH", "keepForRefund": false}),
            "",
        ),
        case("clerk", "deliverPreorder", delivered(json!("10")), delivered(json!(10_000)), ""),
        same("clerk", "changePreorderDelivery", json!({"deliveryId": "$delivery", "trackingNumber": "SF 124"})),
        same("clerk", "reverseDelivery", json!({"deliveryId": "$delivery", "reason": "错录"})),
        case(
            "clerk",
            "deliverPreorder",
            with(delivered(json!("9")), json!({"quantityKg": "9.0", "completes": true, "reason": "烂果"})),
            with(delivered(json!(9_000)), json!({"quantityKg": 9_000, "completes": true, "reason": "烂果"})),
            "",
        ),
        case(
            "clerk",
            "recordPreorderReturn",
            json!({"preorderId": "$shipped", "quantityKg": "1.0", "returnedOn": "2026-11-24", "backToStock": true, "reason": "拒收"}),
            json!({"preorderId": "$shipped", "quantityKg": 1_000, "returnedOn": "2026-11-24", "backToStock": true, "reason": "拒收"}),
            "",
        ),
        same("clerk", "reversePreorderReturn", json!({"returnId": "$return", "reason": "错录"})),
        case(
            "clerk",
            "compensatePreorder",
            json!({"preorderId": "$shipped", "amountYuan": "1", "reason": "烂果"}),
            json!({"preorderId": "$shipped", "amountYuan": 100, "reason": "烂果"}),
            "",
        ),
        case("clerk", "recordRefund", refund(json!("0.5")), refund(json!(50)), ""),
        same("clerk", "reverseRefund", json!({"refundId": "$refund", "reason": "错录"})),
        same("clerk", "reverseCompensation", json!({"preorderId": "$shipped", "reason": "错录"})),
    ]
}

pub fn endings() -> Vec<Case> {
    let order = |who: &'static str, name: &str, phone: &str, made: &'static str| {
        let order = |quantity: Value| json!({"offerId": "$offer", "quantityKg": quantity, "buyerName": name, "buyerPhone": phone});
        case(who, "placePreorder", order(json!("1")), order(json!(1000)), made)
    };
    vec![
        order("visitor", "李雷", "13900002222", "left"),
        case(
            "clerk",
            "recordPreorderPayment",
            json!({"preorderId": "$left", "amountYuan": "8", "method": "CASH"}),
            json!({"preorderId": "$left", "amountYuan": 800, "method": "CASH", "keepForRefund": false}),
            "",
        ),
        same("clerk", "markPreorderUncollected", json!({"preorderId": "$left", "reason": "未提货"})),
        order("visitor", "韩梅", "13900003333", "withdrawn"),
        case(
            "visitor",
            "cancelPreorder",
            json!({"code": "$withdrawnCode", "buyerPhone": "139-0000-3333", "reason": "改期"}),
            json!({"code": "$withdrawnCode", "buyerPhone": "13900003333", "reason": "改期"}),
            "",
        ),
        order("clerk", "赵四", "13900004444", "frozen"),
        same("clerk", "cancelPreorder", json!({"preorderId": "$frozen", "onBehalfOf": "TOWN", "reason": "冻害"})),
        case(
            "clerk",
            "settleHarvestShortfall",
            json!({"offerId": "$offer", "availableKg": "0.000", "policy": "PRO_RATA"}),
            json!({"offerId": "$offer", "availableKg": 0, "policy": "PRO_RATA"}),
            "",
        ),
    ]
}
