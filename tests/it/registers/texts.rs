//! Names and telephone numbers as people type and paste them: how they are stored, refused and found again.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::{
    app::{Client, TestApp, VILLAGE, text},
    presales::preorders::{claim, town, with},
};

/// The telephone numbers of the same person or firm, as they are pasted, and as they are stored.
const NUMBERS: [(&[&str], &str); 4] = [
    (
        &[
            "\u{202d}13900007777\u{202c}",
            "+86\u{a0}139 0000 7777",
            "１３９００００７７７７",
            "8613900007777",
            "0086 139 0000 7777",
            "（+86）139-0000-7777",
            "13900007777",
        ],
        "13900007777",
    ),
    (&["（023）55120000", "+86 23 5512 0000", "023—55120000"], "02355120000"),
    (&["023-55120000-801", "(023)55120000 转 801", "02355120000801"], "02355120000801"),
    (&["400-810-0080", "４００ ８１０ ００８０", "+86 400 810 0080"], "4008100080"),
];

async fn growers(client: &Client, filter: &str) -> Vec<String> {
    let list = client.ask(&format!("{{ growers(filter: {{ {filter} }}) {{ nodes {{ id }} }} }}")).await;
    list["growers"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["id"])).collect()
}

fn named(name: &str) -> Value {
    json!({"name": name, "kind": "HOUSEHOLD", "regionCode": VILLAGE})
}

#[tokio::test]
async fn a_grower_is_found_however_its_name_is_typed() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (number, names) in [
        vec!["古丽米热·艾比布力", "古丽米热•艾比布力", "古丽米热・艾比布力", "古丽米热．艾比布力", "古丽米热艾比布力"],
        vec!["金晓", "\u{2fa6}晓", "\u{f90a}晓", "金\u{fe00}晓"],
        vec!["ＡＢ１２ École", "ab12 ÉCOLE", "ＡＢ１２Ｅ\u{301}cole", "AB12\u{3000}école"],
        vec!["100%_甲", "１００％＿甲"],
    ]
    .into_iter()
    .enumerate()
    {
        let mut ids = Vec::new();
        for name in &names {
            ids.push(text(&clerk.change("registerGrower", named(name), "grower { id }").await["grower"]["id"]));
        }
        for name in &names {
            assert_eq!(growers(&clerk, &format!("nameContains: \"{name}\"")).await, ids, "{number}: {name}");
        }
    }
    assert_eq!(growers(&clerk, "nameContains: \"热·艾\"").await.len(), 5, "a part is found, too");
    assert_eq!(growers(&clerk, "nameContains: \"%\"").await.len(), 2, "what a pattern understands stands for itself");
    for nothing in ["·", "．．", "\u{3164}", "\u{301}", "\\u202d"] {
        let refusal =
            clerk.refused(&format!("{{ growers(filter: {{nameContains: \"{nothing}\"}}) {{ totalCount }} }}")).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("filter.nameContains")), "{nothing:?}");
    }
    app.verified().await;
}

#[tokio::test]
async fn names_are_stored_composed_and_show_something() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    for (name, stored) in [
        ("\u{f90a}晓", "金晓"),
        ("\u{2fa6}晓", "\u{2fa6}晓"),
        ("葛\u{e0100}城", "葛城"),
        ("梨花\u{fe0f}", "梨花"),
        ("Cafe\u{301} Ｌ", "Café Ｌ"),
        ("古丽米热•艾比布力", "古丽米热•艾比布力"),
    ] {
        let made = clerk
            .change("registerGrower", with(named(name), json!({"displayName": name})), "grower { name displayName }")
            .await;
        assert_eq!(made["grower"], json!({"name": stored, "displayName": stored}), "{name:?}");
    }
    for name in [
        "\u{301}\u{308}",
        "\u{3164}",
        "\u{2800}\u{2800}",
        "\u{fe0f}",
        "\u{e0100}\u{e0101}",
        "王\u{200b}",
        "王\n英",
        "\u{202d}王\u{202c}",
    ] {
        let refusal = clerk.refused_change("registerGrower", named(name)).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.name")), "{name:?}");
        let refusal = clerk.refused_change("registerGrower", with(named("王"), json!({"displayName": name}))).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.displayName")), "{name:?}");
    }
}

#[tokio::test]
async fn another_name_is_found_and_the_one_before_is_not() {
    let (app, clerk, offer) = town(json!({})).await;
    let grower = clerk.register_grower("王·英", VILLAGE).await;
    clerk.change("updateGrower", json!({"growerId": grower, "name": "Ｗang"}), "__typename").await;
    assert_eq!(growers(&clerk, "nameContains: \"王英\"").await, Vec::<String>::new());
    assert_eq!(growers(&clerk, "nameContains: \"wang\"").await, [grower]);

    let order = clerk.place(&offer, "1").await;
    let changed = json!({"preorderId": order["id"], "buyerName": "陈・晓", "reason": "写错"});
    clerk.change("changePreorder", changed, "__typename").await;
    for (name, number) in [("陈晓", 1), ("陈•晓", 1), ("陈小", 0)] {
        let query = format!("{{ preorders(filter: {{ buyerNameContains: \"{name}\" }}) {{ totalCount }} }}");
        assert_eq!(clerk.ask(&query).await["preorders"]["totalCount"], number, "{name}");
    }

    let admin = app.admin().await;
    admin.change("addRegion", json!({"code": "500235136990", "name": "Ｂ·新村"}), "__typename").await;
    admin.change("renameRegion", json!({"code": VILLAGE, "name": "杉树林・社区"}), "__typename").await;
    for (name, code) in [("b新", "500235136990"), ("杉树林社区", VILLAGE), ("云安镇", "500235136")] {
        let query = format!("{{ regions(filter: {{ nameContains: \"{name}\" }}) {{ nodes {{ code }} }} }}");
        assert_eq!(app.visitor().ask(&query).await["regions"]["nodes"], json!([{"code": code}]), "{name}");
    }
    app.verified().await;
    for (table, column, name) in [
        ("grower", "name_folded", "wang"),
        ("region", "name_folded", "新村"),
        ("preorder", "buyer_name_folded", "陈晓"),
    ] {
        let damage = format!("UPDATE {table} SET {column} = {column} || '?' WHERE {column} LIKE '%{name}%'");
        app.database.unguarded().execute_unprepared(&damage).await.expect("damage");
    }
    let named = domain::verify::verify(&app.database, |_, _| {}).await.expect("a verification").named;
    for record in ["grower ", "region ", "pre-order "] {
        assert!(named.iter().any(|line| line.starts_with(record) && line.contains("searched")), "{record}: {named:?}");
    }
}

#[tokio::test]
async fn telephone_numbers_are_read_as_they_are_pasted() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (clerk, admin) = (app.clerk().await, app.admin().await);
    for (pasted, stored) in NUMBERS {
        let mut ids = Vec::new();
        for number in pasted {
            let made = clerk
                .change("registerGrower", with(named("王"), json!({"phone": number})), "grower { id phone }")
                .await;
            assert_eq!(made["grower"]["phone"], stored, "{number:?}");
            ids.push(text(&made["grower"]["id"]));
            let plant = json!({"code": "pickles", "phone": number});
            let plant = admin.change("updateProcessingPlant", plant, "plant { phone }").await;
            assert_eq!(plant["plant"]["phone"], stored, "{number:?}");
        }
        for number in pasted {
            assert_eq!(growers(&clerk, &format!("phone: \"{number}\"")).await, ids, "{number:?}");
        }
    }
    for number in [
        "110",
        "55120000",
        "13900007777-801",
        "+1 202 555 0100",
        "023-55120000-8010001",
        "139a00007777",
        "139\u{0}00007777",
    ] {
        let refusal = clerk.refused_change("registerGrower", with(named("王"), json!({"phone": number}))).await;
        assert_eq!(refusal.brief(), ("INVALID_INPUT", Some("input.phone")), "{number:?}");
    }
    app.verified().await;
}

#[tokio::test]
async fn a_buyer_has_one_number_however_it_is_pasted() {
    let (app, clerk, offer) = town(json!({"quotaKg": "1000", "ships": true})).await;
    let visitor = app.visitor();
    for (pasted, stored) in NUMBERS {
        let order =
            |number: &str, key: Value| with(claim(&offer, "1"), json!({"buyerPhone": number, "idempotencyKey": key}));
        let mut placed = Vec::new();
        for number in &pasted[..3] {
            let made =
                visitor.change("placePreorder", order(number, json!("same")), "preorder { code buyerPhone }").await;
            placed.push(made["preorder"].clone());
        }
        assert!(placed.iter().all(|order| *order == placed[0]), "the key belongs to the number: {placed:?}");
        assert_eq!(placed[0]["buyerPhone"], stored);
        for number in pasted {
            let query =
                format!("{{ preorderByCode(code: {}, buyerPhone: \"{number}\") {{ status }} }}", placed[0]["code"]);
            assert_eq!(visitor.ask(&query).await["preorderByCode"]["status"], "PLACED", "{number:?}");
            let query = format!("{{ preorders(filter: {{buyerPhone: \"{number}\"}}) {{ totalCount }} }}");
            assert_eq!(clerk.ask(&query).await["preorders"]["totalCount"], 1, "{number:?}");
        }
        for number in &pasted[..2] {
            visitor.change("placePreorder", order(number, Value::Null), "__typename").await;
        }
        let refusal = visitor.refused_change("placePreorder", order(pasted[2], Value::Null)).await;
        assert_eq!(refusal.code, "CONFLICT", "three of one number await their deposit");
        let cancelled = json!({"code": placed[0]["code"], "buyerPhone": pasted[1], "reason": "不要了\n谢谢"});
        visitor.change("cancelPreorder", cancelled, "__typename").await;
    }
    let shipped = json!({"fulfilment": "SHIP", "deliveryAddress": " 重庆市云阳县\r\n云安镇\n杉树林 1 号\u{2028}"});
    let made = visitor.change("placePreorder", with(claim(&offer, "1"), shipped), "preorder { deliveryAddress }").await;
    assert_eq!(made["preorder"]["deliveryAddress"], "重庆市云阳县 云安镇 杉树林 1 号");
    app.verified().await;
}
