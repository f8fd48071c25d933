//! The audit log: every change leaves one row, and personal values appear in it only as hashes.

mod mutations;
mod texts;

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, sea_query::Expr};
use serde_json::{Value, json};
use store::{
    audit::{Changes, fingerprint},
    entity::{
        access::audit_entry,
        registers::{grower, variety},
    },
};
use types::Act;
use uuid::Uuid;

use crate::app::{Client, OTHER_TOWN, OTHER_VILLAGE, PASSWORD, TOWN, TestApp, VILLAGE, eventually, text};

/// All rows, oldest first.
pub async fn rows(app: &TestApp) -> Vec<audit_entry::Model> {
    let query = audit_entry::Entity::find().order_by_asc(audit_entry::Column::At).order_by_asc(audit_entry::Column::Id);
    query.all(app.database.reader()).await.expect("rows")
}

async fn rows_of(app: &TestApp, action: &str) -> Vec<audit_entry::Model> {
    rows(app).await.into_iter().filter(|row| row.action == action).collect()
}

async fn account_id(client: &Client) -> Uuid {
    Uuid::parse_str(&text(&client.ask("{ me { id } }").await["me"]["id"])).expect("an id")
}

#[tokio::test]
async fn signing_in_and_out_is_written_down() {
    let app = TestApp::new().await;
    let id = app.account_with_password("wang").await;
    let client = app.sign_in("wang").await;
    let other = app.sign_in("wang").await;
    let signed_in = rows_of(&app, "signIn").await;
    assert_eq!(signed_in.len(), 2);
    assert_eq!(signed_in[0].account_id, Some(Uuid::parse_str(&id).expect("an id")));
    let session = text(&client.ask("{ mySessions { id current } }").await["mySessions"][0]["id"]);
    client.change("revokeSession", json!({"sessionId": session}), "revoked").await;
    let left = if client.send("{ me { id } }", json!({})).await["data"]["me"].is_null() { other } else { client };
    left.ask("mutation { signOut { signedOut } }").await;
    let last = app.sign_in("wang").await;
    last.change("changePassword", json!({"currentPassword": PASSWORD, "newPassword": "hosui pears"}), "account { id }")
        .await;
    let actions: Vec<String> = rows(&app).await.into_iter().skip(3).map(|row| row.action).collect();
    assert_eq!(actions.iter().filter(|action| *action == "revokeSession").count(), 1);
    assert_eq!(actions.iter().filter(|action| *action == "signOut").count(), 1);
    assert_eq!(rows_of(&app, "changePassword").await[0].record_id.as_ref(), Some(&id));
    for row in rows(&app).await {
        for secret in ["argon2", PASSWORD, "hosui pears"] {
            assert!(!format!("{row:?}").contains(secret), "{row:?}");
        }
        for change in Changes::parse(&row.changes).expect("changes").records {
            for secret in ["password_hash", "token_hash"] {
                let shown = change.fields.get(secret);
                assert!(shown.is_none_or(|(before, after)| {
                    [before, after].iter().all(|value| value.is_null() || *value == "***")
                }));
            }
        }
    }
}

#[tokio::test]
async fn refused_sign_ins_of_an_account_are_written_down_once_a_minute() {
    let app = TestApp::new().await;
    let id = app.account_with_password("wang").await;
    let wrong = json!({"username": "wang", "password": "not the password"});
    for _ in 0..3 {
        app.visitor().refused_change("signIn", wrong.clone()).await;
    }
    eventually("a refusal", async || rows_of(&app, "signInRefused").await.len() == 1).await;
    app.visitor().refused_change("signIn", json!({"username": "nobody", "password": "not the password"})).await;
    app.set_time("2026-11-24T04:01:00Z");
    app.visitor().refused_change("signIn", wrong).await;
    eventually("another", async || rows_of(&app, "signInRefused").await.len() == 2).await;
    let refused = rows_of(&app, "signInRefused").await;
    assert!(refused.iter().all(|row| row.account_id.is_none() && row.record_id.as_ref() == Some(&id)));
    assert_eq!(refused[0].address.as_deref(), Some("192.0.2.7"));
}

#[tokio::test]
async fn a_personal_value_can_be_proven_but_not_read() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let input = json!({"name": "王桂英", "displayName": "梨园王家", "kind": "HOUSEHOLD", "regionCode": VILLAGE, "phone": "13800001234"});
    let id = text(&clerk.change("registerGrower", input, "grower { id }").await["grower"]["id"]);
    clerk
        .change("updateGrower", json!({"growerId": id, "phone": "13911112222", "name": "王桂花"}), "grower { id }")
        .await;
    for row in rows(&app).await {
        // Ids and fingerprints are random, and contain any four digits now and then.
        let is_random = |text: &&str| text.starts_with("sha256:") || Uuid::parse_str(text).is_ok();
        let texts: Vec<&str> = row.changes.split('"').filter(|text| !is_random(text)).collect();
        for personal in ["13800001234", "13911112222", "王桂", "梨园王家", "1234"] {
            assert!(!texts.concat().contains(personal), "{personal} in {}", row.changes);
        }
    }
    let key = Uuid::parse_str(&id).expect("an id");
    let grower =
        grower::Entity::find_by_id(key).one(app.database.reader()).await.expect("a statement").expect("a grower");
    let changes = Changes::parse(&rows_of(&app, "updateGrower").await[0].changes).expect("changes");
    let (before, after) = &changes.records[0].fields["phone"];
    assert_eq!(*before, fingerprint(&grower.audit_salt, "phone", "13800001234"));
    assert_eq!(*after, fingerprint(&grower.audit_salt, "phone", "13911112222"));
    assert_ne!(*before, fingerprint("another salt", "phone", "13800001234"));
    assert!(!rows(&app).await.iter().any(|row| row.changes.contains(&grower.audit_salt)));
}

#[tokio::test]
async fn reading_whole_telephone_numbers_leaves_one_row() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let mut ids = BTreeSet::new();
    for number in 0..50 {
        ids.insert(clerk.register_grower(&format!("种植户{number}"), VILLAGE).await);
    }
    let phones = "{ growers(first: 50) { nodes { id phone } } }";
    let read = clerk.ask(phones).await;
    assert!(
        read["growers"]["nodes"].as_array().expect("growers").iter().all(|grower| grower["phone"] == "13800001234")
    );
    let noted = rows_of(&app, "readPhones").await;
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].record_kind.as_deref(), Some("grower"));
    assert_eq!(noted[0].record_id.as_deref().expect("ids").split(',').map(str::to_owned).collect::<BTreeSet<_>>(), ids);
    assert_eq!(noted[0].account_id, Some(account_id(&clerk).await));
    assert_eq!(noted[0].region_code.as_ref().map(|code| code.0.as_str()), Some(TOWN));

    let masked = app.official_of(TOWN).await.ask(phones).await;
    assert_eq!(masked["growers"]["nodes"][0]["phone"], "138****1234");
    app.admin().await.ask(phones).await;
    clerk.ask("{ growers(first: 50) { nodes { id name } } }").await;
    assert_eq!(rows_of(&app, "readPhones").await.len(), 1, "what is masked or not asked for leaves none");

    let one = ids.first().expect("an id");
    app.grower(one).await.ask("{ me { grower { phone } } }").await;
    assert_eq!(rows_of(&app, "readPhones").await.len(), 2, "one row for a grower that reads its own");
    let filter =
        format!("{{ auditLog(filter: {{ record: \"grower:{one}\", action: \"readPhones\" }}) {{ totalCount }} }}");
    assert_eq!(app.admin().await.ask(&filter).await["auditLog"]["totalCount"], 2);
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_read() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.register_grower("王桂英", VILLAGE).await;
    app.database.unguarded().execute_unprepared("ALTER TABLE audit_entry RENAME TO lost").await.expect("a statement");
    let answer = clerk.send("{ growers { nodes { name phone } } }", json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL", "{answer}");
    assert_eq!(answer["data"], Value::Null);
    assert!(!answer.to_string().contains("13800001234"));
    clerk.ask("{ growers { nodes { name } } }").await;
}

#[tokio::test]
async fn a_change_that_notes_nothing_is_taken_back() {
    let app = TestApp::new().await;
    let act = Act::on_the_command_line("forget");
    let forgotten = app.database.write_as(act, async |txn| {
        txn.ruin("INSERT INTO variety VALUES ('plum', '李子', 'plum', 6, 7)").await?;
        Ok(())
    });
    let error = forgotten.await.expect_err("a refusal");
    assert_eq!(error.code, store::error::ErrorCode::Internal);
    assert!(!app.visitor().ask("{ varieties { code } }").await.to_string().contains("plum"));
    assert!(rows(&app).await.is_empty());
}

/// crates/store/src/txn.rs shows that the other ways do not compile. This one asks for the changed rows, which any
/// connection allows.
#[tokio::test]
async fn a_write_transaction_is_a_connection_that_only_reads() {
    let app = TestApp::new().await;
    app.admin()
        .await
        .change(
            "addVariety",
            json!({"code": "plum", "name": "李子", "nameEn": "plum", "harvestStartMonth": 6, "harvestEndMonth": 7}),
            "__typename",
        )
        .await;
    let act = Act::on_the_command_line("sneak");
    let sneaked = app.database.write_as(act, async |txn| {
        let renamed = variety::Entity::update_many()
            .col_expr(variety::Column::Name, Expr::value("梨"))
            .exec_with_returning(txn.reader())
            .await;
        assert!(renamed.expect_err("a refusal").to_string().contains("this connection only reads"));
        assert_eq!(variety::Entity::find().filter(variety::Column::Code.eq("plum")).count(txn.reader()).await?, 1);
        txn.is_unchanged();
        Ok(())
    });
    sneaked.await.expect("the count");
    assert!(app.visitor().ask("{ varieties { name } }").await.to_string().contains("李子"));
}

/// A grower's older certificates show its present name to everybody. The log records that change of theirs, too.
#[tokio::test]
async fn what_a_change_draws_along_is_noted() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let input = json!({"name": "云安果业", "kind": "COMPANY", "regionCode": VILLAGE, "phone": "13800001234"});
    let grower = text(&clerk.change("registerGrower", input, "grower { id }").await["grower"]["id"]);
    let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
    let lot = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    clerk.change("issueCertificate", json!({"lotId": lot, "basis": "SELF_PLEDGE"}), "__typename").await;
    for (name, certificates) in [("梨花", 1), ("梨花", 0)] {
        clerk.change("updateGrower", json!({"growerId": grower, "displayName": name}), "__typename").await;
        let row = rows_of(&app, "updateGrower").await.pop().expect("a row");
        let changes = Changes::parse(&row.changes).expect("changes");
        let of_certificates: Vec<_> = changes.records.iter().filter(|record| record.kind == "certificate").collect();
        assert_eq!(of_certificates.len(), certificates, "{changes:?}");
        assert!(of_certificates.iter().all(|record| record.fields.keys().eq(["public_issuer_name"])), "{changes:?}");
        assert!(!row.changes.contains("梨花"), "as a hash");
    }
}

#[tokio::test]
async fn a_change_of_many_records_is_one_row_of_bounded_size() {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    for day in 1..=30 {
        for month in [3, 4] {
            let input = json!({"siteCode": "gate", "date": format!("2026-{month:02}-{day:02}"), "visitors": 10});
            clerk.change("recordVisitors", input, "visitors").await;
        }
    }
    let input = json!({"code": "gate", "countsTowardsTotal": false, "countsFrom": "2026-01-01"});
    admin.change("updateSite", input, "site { code }").await;
    let row = rows_of(&app, "updateSite").await.pop().expect("a row");
    assert_eq!(row.record_id.as_deref(), Some("gate"));
    let changes = Changes::parse(&row.changes).expect("changes");
    assert_eq!(
        (changes.records.len(), changes.more),
        (100, 22),
        "a decision, sixty counts replaced and made anew, and the site"
    );
    app.verified().await;
}

#[tokio::test]
async fn the_log_is_read_by_those_it_concerns() {
    let app = TestApp::new().await;
    let (admin, here, there) = (app.admin().await, app.clerk_of(VILLAGE).await, app.clerk_of(OTHER_TOWN).await);
    let grower = here.register_grower("王桂英", VILLAGE).await;
    app.set_time("2026-11-24T05:00:00Z");
    there.register_grower("李大山", OTHER_TOWN).await;
    app.set_time("2026-11-24T06:00:00Z");
    here.change("updateGrower", json!({"growerId": grower, "kind": "COMPANY"}), "grower { id }").await;

    let seen = async |client: &Client, arguments: &str| {
        let query = format!(
            "{{ auditLog{arguments} {{ nodes {{ action at record region {{ code }} account {{ username }} }} }} }}"
        );
        client.ask(&query).await["auditLog"]["nodes"].as_array().expect("entries").clone()
    };
    let actions = |nodes: &[Value]| nodes.iter().map(|node| text(&node["action"])).collect::<Vec<_>>();
    let all = seen(&admin, "").await;
    assert_eq!(actions(&all), ["updateGrower", "registerGrower", "registerGrower"], "newest first");
    assert_eq!(all[1]["region"]["code"], OTHER_TOWN);
    assert_eq!(seen(&app.official_of(TOWN).await, "").await, [all[0].clone(), all[2].clone()]);
    assert_eq!(seen(&app.official_of("500235").await, "").await.len(), 3);
    assert!(seen(&app.official_of(OTHER_VILLAGE).await, "").await.is_empty());
    for client in [here.clone(), app.grower(&grower).await, app.buyer().await] {
        assert_eq!(client.refused("{ auditLog { totalCount } }").await.brief(), ("FORBIDDEN", None));
    }
    assert_eq!(app.visitor().refused("{ auditLog { totalCount } }").await.brief(), ("UNAUTHENTICATED", None));

    let username = text(&all[0]["account"]["username"]);
    for (filter, expected) in [
        (format!("username: \"{username}\""), 2),
        ("username: \"nobody\"".to_owned(), 0),
        ("action: \"registerGrower\"".to_owned(), 2),
        (format!("record: \"grower:{grower}\""), 2),
        (format!("record: \"{grower}\""), 2),
        (format!("record: \"plot:{grower}\""), 0),
        ("from: \"2026-11-24T05:00:00Z\"".to_owned(), 2),
        ("to: \"2026-11-24T05:00:00Z\"".to_owned(), 2),
        ("from: \"2026-11-24T05:00:00.000001Z\", to: \"2026-11-24T05:59:59Z\"".to_owned(), 0),
    ] {
        assert_eq!(seen(&admin, &format!("(filter: {{ {filter} }})")).await.len(), expected, "{filter}");
    }
    let refused = admin.refused("{ auditLog(filter: { from: \"yesterday\" }) { totalCount } }").await;
    assert_eq!(refused.brief(), ("INVALID_INPUT", Some("filter.from")));

    let mut paged = Vec::new();
    let mut after = String::new();
    loop {
        let query =
            format!("{{ auditLog(first: 1{after}) {{ nodes {{ action }} pageInfo {{ hasNextPage endCursor }} }} }}");
        let page = admin.ask(&query).await["auditLog"].take();
        paged.push(text(&page["nodes"][0]["action"]));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = format!(", after: {}", page["pageInfo"]["endCursor"]);
    }
    assert_eq!(paged, actions(&all));
}

#[tokio::test]
async fn fields_are_shown_before_and_after() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    let sale = clerk.record_sale("2026-08-01", "10", "50").await;
    clerk.change("voidSale", json!({"saleId": sale, "reason": "重复录入"}), "sale { id }").await;
    let query =
        "{ auditLog(filter: { action: \"voidSale\" }) { nodes { record changes { record field before after } } } }";
    let entry = app.admin().await.ask(query).await["auditLog"]["nodes"][0].take();
    assert_eq!(entry["record"], format!("sale:{sale}"));
    let changes = entry["changes"].as_array().expect("changes");
    let fields: Vec<String> = changes.iter().map(|change| text(&change["field"])).collect();
    assert_eq!(fields, ["void_reason", "voided_at", "voided_by"]);
    assert_eq!((&changes[0]["before"], &changes[0]["after"]), (&Value::Null, &json!("重复录入")));
    let at =
        audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("voidSale")).one(app.database.reader()).await;
    assert_eq!(changes[1]["after"], json!(at.expect("a statement").expect("a row").at.0.to_string()));
}
