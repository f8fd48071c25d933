//! Accounts: who may sign in, as what, and with which password.

use argon2::{Argon2, Params, PasswordHasher};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use store::entity::access::account;

use crate::app::{Client, PASSWORD, Refusal, TestApp, VILLAGE, text};

fn sign_in(username: &str, password: &str) -> Value {
    json!({"username": username, "password": password})
}

async fn is_signed_in(client: &Client) -> bool {
    client.send("{ me { username } }", json!({})).await["data"]["me"] != Value::Null
}

async fn row(app: &TestApp, username: &str) -> account::Model {
    let query = account::Entity::find().filter(account::Column::Username.eq(username));
    query.one(app.database.reader()).await.expect("a statement").expect("an account")
}

#[tokio::test]
async fn a_disabled_account_is_out_and_its_records_keep_its_name() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let input = json!({"username": "liu", "password": PASSWORD, "role": "CLERK", "regionCode": VILLAGE});
    let id = text(&admin.change("createAccount", input, "account { id disabledAt }").await["account"]["id"]);
    let clerk = app.sign_in("liu").await;
    let sale = clerk.record_sale("2026-08-01", "10", "50").await;

    let disabled = admin.change("disableAccount", json!({"accountId": id}), "account { username disabledAt }").await;
    assert_eq!(disabled["account"], json!({"username": "liu", "disabledAt": "2026-11-24T04:00:00.000000Z"}));
    assert_eq!(clerk.refused("{ mySessions { id } }").await.brief(), ("UNAUTHENTICATED", None));
    assert_eq!(
        app.visitor().refused_change("signIn", sign_in("liu", PASSWORD)).await.brief(),
        ("UNAUTHENTICATED", None)
    );
    let recorded = admin.ask(&format!("{{ sale(id: \"{sale}\") {{ recordedBy {{ username }} }} }}")).await;
    assert_eq!(recorded["sale"]["recordedBy"]["username"], "liu");
    assert_eq!(admin.refused_change("disableAccount", json!({"accountId": id})).await.brief(), ("CONFLICT", None));

    admin.change("enableAccount", json!({"accountId": id}), "account { disabledAt }").await;
    assert!(!is_signed_in(&clerk).await, "an ended session stays ended");
    assert!(is_signed_in(&app.sign_in("liu").await).await);
    assert_eq!(admin.refused_change("enableAccount", json!({"accountId": id})).await.brief(), ("CONFLICT", None));
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let own = text(&admin.ask("{ me { id } }").await["me"]["id"]);
    assert_eq!(admin.refused_change("disableAccount", json!({"accountId": own})).await.brief(), ("CONFLICT", None));
    let second = app.admin().await;
    second.change("disableAccount", json!({"accountId": own}), "account { id }").await;
    let own = text(&second.ask("{ me { id } }").await["me"]["id"]);
    assert_eq!(second.refused_change("disableAccount", json!({"accountId": own})).await.brief(), ("CONFLICT", None));
}

#[tokio::test]
async fn of_two_administrators_who_disable_each_other_at_once_one_stays() {
    let app = TestApp::new().await;
    let (first, second) = (app.admin().await, app.admin().await);
    let id = async |client: &Client| text(&client.ask("{ me { id } }").await["me"]["id"]);
    let disable =
        |id: &str| format!("mutation {{ disableAccount(input: {{ accountId: \"{id}\" }}) {{ account {{ id }} }} }}");
    let (of_first, of_second) = (disable(&id(&first).await), disable(&id(&second).await));
    tokio::join!(first.send(&of_second, json!({})), second.send(&of_first, json!({})));
    let left = account::Entity::find()
        .filter(account::Column::DisabledAt.is_null())
        .all(app.database.reader())
        .await
        .expect("rows");
    assert_eq!(left.len(), 1);
}

#[tokio::test]
async fn changing_the_password_ends_every_session() {
    let app = TestApp::new().await;
    app.account_with_password("wang").await;
    let (here, elsewhere) = (app.sign_in("wang").await, app.sign_in("wang").await);
    let change = |current: &str, new: &str| json!({"currentPassword": current, "newPassword": new});
    let refused = here.refused_change("changePassword", change("not my password", "hosui pears")).await;
    assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.currentPassword")));
    for new in ["123456789", "basketball", "wangwangwang", &"x".repeat(129)] {
        let refused = here.refused_change("changePassword", change(PASSWORD, new)).await;
        assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.newPassword")));
    }
    assert!(is_signed_in(&here).await && is_signed_in(&elsewhere).await, "a refused change ends nothing");

    let changed = here.change("changePassword", change(PASSWORD, "hosui pears"), "account { username }").await;
    assert_eq!(changed["account"]["username"], "wang");
    assert!(!is_signed_in(&here).await && !is_signed_in(&elsewhere).await);
    assert_eq!(
        app.visitor().refused_change("signIn", sign_in("wang", PASSWORD)).await.brief(),
        ("UNAUTHENTICATED", None)
    );
    app.token("wang", "hosui pears").await;
    assert_eq!(
        app.visitor().refused_change("changePassword", change("a", "b")).await.brief(),
        ("UNAUTHENTICATED", None)
    );
}

#[tokio::test]
async fn an_administrator_resets_a_password() {
    let app = TestApp::new().await;
    let (admin, id) = (app.admin().await, app.account_with_password("wang").await);
    let session = app.sign_in("wang").await;
    let reset = |password: &str| json!({"accountId": id, "newPassword": password, "idempotencyKey": "reset"});
    admin.change("resetPassword", reset("hosui pears"), "account { id }").await;
    assert!(!is_signed_in(&session).await);
    let again = app.bearing(&app.token("wang", "hosui pears").await);
    admin.change("resetPassword", reset("hosui pears"), "account { id }").await;
    assert!(is_signed_in(&again).await, "a repeat resets nothing");
    assert_eq!(admin.refused_change("resetPassword", reset("other pears")).await.brief(), ("CONFLICT", None));
    for password in ["short", "basketball", "wangwangwang"] {
        let refused = admin.refused_change("resetPassword", json!({"accountId": id, "newPassword": password})).await;
        assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.newPassword")), "{password}");
    }
    let unknown = json!({"accountId": "00000000-0000-0000-0000-000000000000", "newPassword": "hosui pears"});
    assert_eq!(admin.refused_change("resetPassword", unknown).await.brief(), ("NOT_FOUND", Some("input.accountId")));
}

#[tokio::test]
async fn what_is_wrong_with_a_password_is_said() {
    let app = TestApp::new().await;
    let admin = app.admin().await;
    let create = |password: &str| json!({"username": "zhang.san", "password": password, "role": "BUYER"});
    for (password, why) in [
        ("nine char", "the password is too short or too long"),
        ("", "the password is too short or too long"),
        ("1234567890", "the password is too easy to guess"),
        ("QwertyUiop", "the password is too easy to guess"),
        ("zhang.sanzhang.san", "the password is the user name"),
    ] {
        let refused = admin.refused_change("createAccount", create(password)).await;
        assert_eq!(refused.brief(), ("INVALID_INPUT", Some("input.password")), "{password}");
        assert!(
            refused.message.contains(why) && refused.message.contains("a password has 10 to 128 characters"),
            "{}",
            refused.message
        );
    }
    admin.change("createAccount", create("梨花满山坡云安镇三月"), "account { id }").await;
    // Sign-in checks only that the password is right. A password that was set before the rule remains valid.
    assert_eq!(
        app.visitor().refused_change("signIn", sign_in("zhang.san", "1")).await.brief(),
        ("UNAUTHENTICATED", None)
    );
    app.token("zhang.san", "梨花满山坡云安镇三月").await;
}

#[tokio::test]
async fn only_administrators_manage_accounts() {
    let app = TestApp::new().await;
    let id = app.account_with_password("wang").await;
    for client in [app.clerk().await, app.official_of(VILLAGE).await, app.sign_in("wang").await] {
        for (field, input) in [
            ("disableAccount", json!({"accountId": id})),
            ("enableAccount", json!({"accountId": id})),
            ("resetPassword", json!({"accountId": id, "newPassword": "hosui pears"})),
        ] {
            assert_eq!(client.refused_change(field, input).await.brief(), ("FORBIDDEN", None), "{field}");
        }
        assert_eq!(client.refused("{ accounts { nodes { id } } }").await.brief(), ("FORBIDDEN", None));
    }
    let admin = app.admin().await;
    let listed = admin
        .ask("{ accounts(filter: { usernameContains: \"WAN\", role: BUYER, disabled: false }) { nodes { id } } }")
        .await;
    assert_eq!(listed["accounts"]["nodes"], json!([{"id": id}]));
    let listed = admin.ask("{ accounts(filter: { usernameContains: \"wan\", disabled: true }) { totalCount } }").await;
    assert_eq!(listed["accounts"]["totalCount"], 0);
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_answered_alike() {
    let app = TestApp::new().await;
    let id = app.account_with_password("wang").await;
    app.admin()
        .await
        .change("disableAccount", json!({"accountId": app.account_with_password("li").await}), "account { id }")
        .await;
    let mut refusals: Vec<Refusal> = Vec::new();
    for (username, password) in [
        ("wang", "not the password"),
        ("wang", ""),
        ("nobody", PASSWORD),
        ("Not A Name", PASSWORD),
        ("li", PASSWORD),
        (&id, PASSWORD),
    ] {
        refusals.push(app.visitor().refused_change("signIn", sign_in(username, password)).await);
    }
    assert_eq!(refusals[0].brief(), ("UNAUTHENTICATED", None));
    assert!(refusals.iter().all(|refusal| *refusal == refusals[0]), "{refusals:?}");
}

#[tokio::test]
async fn a_weak_hash_is_made_anew_at_the_next_sign_in() {
    let app = TestApp::new().await;
    app.account_with_password("wang").await;
    let weak = Argon2::from(Params::new(8192, 1, 1, None).expect("parameters"));
    let mut account = row(&app, "wang").await.into_active_model();
    account.password_hash = Set(weak.hash_password(PASSWORD.as_bytes()).expect("a hash").to_string());
    account.update(app.database.unguarded()).await.expect("an update");

    app.visitor().refused_change("signIn", sign_in("wang", "not the password")).await;
    assert!(row(&app, "wang").await.password_hash.contains("m=8192,t=1"));
    let session = app.sign_in("wang").await;
    let better = row(&app, "wang").await.password_hash;
    assert!(better.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{better}");
    assert!(is_signed_in(&app.sign_in("wang").await).await && is_signed_in(&session).await);
    assert_eq!(row(&app, "wang").await.password_hash, better, "a hash of today's is kept");
}

/// Runs the command line, and returns whether it succeeded and what it printed.
fn lihua(app: &TestApp, arguments: &[&str], password: &str) -> (bool, String) {
    use std::{io::Write, process};
    let mut command = process::Command::new(env!("CARGO_BIN_EXE_lihua"));
    command.args(arguments).env("DATABASE_URL", &app.url).env("LOG", "error").current_dir(std::env::temp_dir());
    command.stdin(process::Stdio::piped()).stdout(process::Stdio::piped()).stderr(process::Stdio::piped());
    let mut child = command.spawn().expect("the program");
    writeln!(child.stdin.take().expect("an input"), "{password}").expect("a password");
    let output = child.wait_with_output().expect("an end");
    let printed = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(printed).expect("text"))
}

#[tokio::test]
async fn the_command_line_manages_accounts() {
    let app = TestApp::new().await;
    let create = ["account", "create", "--username", "li", "--role", "clerk", "--region", VILLAGE];
    let (refused, printed) = lihua(&app, &create, "short");
    assert!(!refused && printed.contains("10 to 128"), "{printed}");
    let (created, printed) = lihua(&app, &create, PASSWORD);
    assert!(created, "{printed}");
    let session = app.sign_in("li").await;

    let (reset, printed) = lihua(&app, &["account", "reset-password", "--username", "li"], "hosui pears");
    assert!(reset, "{printed}");
    assert!(!is_signed_in(&session).await);
    let session = app.bearing(&app.token("li", "hosui pears").await);
    let (disabled, printed) = lihua(&app, &["account", "disable", "--username", "li"], "");
    assert!(disabled, "{printed}");
    assert!(!is_signed_in(&session).await);
    let (listed, printed) = lihua(&app, &["account", "list"], "");
    assert!(listed);
    // The only other line that is printed names the database.
    let accounts = printed.lines().filter(|line| !line.starts_with("数据库 Database: "));
    let columns: Vec<Vec<&str>> = accounts.map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(columns, [["li", "Clerk", VILLAGE, "disabled"]]);
    let (again, printed) = lihua(&app, &["account", "disable", "--username", "li"], "");
    assert!(!again && printed.contains("disabled already"), "{printed}");
    assert!(lihua(&app, &["account", "enable", "--username", "li"], "").0);
    assert!(!lihua(&app, &["account", "enable", "--username", "nobody"], "").0);

    let log = app.admin().await.ask("{ auditLog { nodes { action address account { id } } } }").await;
    let by_command =
        log["auditLog"]["nodes"].as_array().expect("entries").iter().filter(|entry| entry["account"].is_null());
    let actions: Vec<String> = by_command.map(|entry| text(&entry["action"])).collect();
    assert_eq!(actions, ["enableAccount", "disableAccount", "resetPassword", "createAccount"]);
    let (verified, printed) = lihua(&app, &["verify"], "");
    assert!(verified && printed.contains("6 not sealed yet"), "{printed}");
}
