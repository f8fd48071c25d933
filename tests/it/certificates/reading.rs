//! Who sees which certificates, and how much of their issuers.

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::entity::certificates::certificate;
use types::{CertificateStatus, PrintedCode};
use uuid::Uuid;

use super::{harvest, pledge};
use crate::{
    access::audit,
    app::{OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text},
};

#[tokio::test]
async fn a_persons_name_and_number_are_for_few() {
    let (app, clerk, grower, lot) = harvest("FAMILY_FARM").await;
    app.reference_data().await;
    let code = clerk.certify(pledge(&lot)).await;
    let query = format!("{{ certificate(code: \"{code}\") {{ issuerName issuerContact }} }}");
    for (reader, name, contact, noted) in [
        (app.clerk_of(VILLAGE).await, "王桂英", "13800001234", 1),
        (app.grower(&grower).await, "王桂英", "13800001234", 1),
        (app.official_of(TOWN).await, "王桂英", "138****1234", 0),
        (app.admin().await, "王桂英", "138****1234", 0),
        (app.plant_operator("pickles").await, "杉树林社区居民委员会", "杉树林社区居民委员会", 0),
    ] {
        let before = audit::rows(&app).await.len();
        let seen = reader.ask(&query).await;
        assert_eq!(seen["certificate"], json!({"issuerName": name, "issuerContact": contact}));
        let rows = audit::rows(&app).await;
        let read: Vec<_> = rows[before..].iter().map(|row| (row.action.as_str(), row.record_kind.as_deref())).collect();
        assert_eq!(read, vec![("readPhones", Some("certificate")); noted], "reading a whole number is written down");
    }
    for stranger in
        [app.clerk_of(OTHER_VILLAGE).await, app.official_of(OTHER_TOWN).await, app.clerk_of(OTHER_TOWN).await]
    {
        assert_eq!(stranger.refused(&query).await.code, "NOT_FOUND");
        assert_eq!(stranger.certificates().await, 0);
    }
    assert_eq!(app.buyer().await.refused(&query).await.code, "FORBIDDEN");
    assert_eq!(app.visitor().refused(&query).await.code, "UNAUTHENTICATED");
    for (reader, number) in [(clerk, 1), (app.grower(&grower).await, 1), (app.plant_operator("pickles").await, 0)] {
        assert_eq!(reader.certificates().await, number);
    }
}

#[tokio::test]
async fn what_a_company_pledges_everybody_reads() {
    let (app, clerk, grower, lot) = harvest("COMPANY").await;
    app.reference_data().await;
    clerk.change("updateGrower", json!({"growerId": grower, "displayName": "云安梨园"}), "__typename").await;
    let code = clerk.certify(pledge(&lot)).await;
    for reader in [clerk, app.admin().await, app.plant_operator("pickles").await] {
        let seen = reader.certificate(&code).await;
        assert_eq!((&seen["issuerName"], &seen["issuerContact"]), (&json!("王桂英"), &json!("13800001234")));
    }
    assert!(audit::rows(&app).await.iter().all(|row| row.action != "readPhones"), "it is nobody's personal number");
}

#[tokio::test]
async fn a_display_name_is_what_others_read() {
    let (app, clerk, grower, lot) = harvest("HOUSEHOLD").await;
    app.reference_data().await;
    clerk.change("updateGrower", json!({"growerId": grower, "displayName": "梨园王家"}), "__typename").await;
    let code = clerk.certify(pledge(&lot)).await;
    clerk.change("withdrawCertificate", json!({"code": code, "reason": "误开"}), "__typename").await;
    let seen = app.plant_operator("pickles").await.certificate(&code).await;
    assert_eq!(
        (&seen["issuerName"], &seen["withdrawalReason"]),
        (&json!("梨园王家"), &json!("误开")),
        "whoever bought it needs to know why"
    );
    let own = app.grower(&grower).await.certificate(&code).await;
    assert_eq!((&own["issuerName"], &own["withdrawalReason"]), (&json!("王桂英"), &json!("误开")));
    for row in audit::rows(&app).await {
        for personal in ["王桂英", "梨园王家", "13800001234"] {
            assert!(!row.changes.contains(personal), "{row:?}");
        }
    }
}

#[tokio::test]
async fn lists_are_narrowed_by_region_status_day_and_lot() {
    let (app, clerk, grower, lot) = harvest("HOUSEHOLD").await;
    let plot = clerk.register_plot(&grower, OTHER_VILLAGE, "10", 2020).await;
    let other = clerk.record_harvest(&plot, "2026-08-01", "500").await;
    app.set_time("2026-11-24T15:59:59.999999Z");
    let first = clerk.certify(pledge(&lot)).await;
    app.set_time("2026-11-24T16:00:00Z");
    let second = clerk.certify(pledge(&other)).await;
    clerk.change("withdrawCertificate", json!({"code": first, "reason": "误开"}), "__typename").await;
    for (filter, expected) in [
        (String::new(), vec![&second, &first]),
        (format!("regionCode: \"{VILLAGE}\""), vec![&first]),
        (format!("regionCode: \"{TOWN}\""), vec![&second, &first]),
        ("status: WITHDRAWN".into(), vec![&first]),
        ("status: VALID".into(), vec![&second]),
        ("issuedTo: \"2026-11-24\"".into(), vec![&first]),
        ("issuedFrom: \"2026-11-25\"".into(), vec![&second]),
        // A day without a midnight, because the clocks were put forward.
        ("issuedFrom: \"1949-05-01\"".into(), vec![&second, &first]),
        ("issuedTo: \"1949-04-30\"".into(), vec![]),
        (format!("lotId: \"{lot}\""), vec![&first]),
    ] {
        let answer =
            clerk.ask(&format!("{{ certificates(filter: {{ {filter} }}) {{ totalCount nodes {{ code }} }} }}")).await;
        let codes: Vec<_> =
            answer["certificates"]["nodes"].as_array().expect("nodes").iter().map(|node| text(&node["code"])).collect();
        assert_eq!(codes.iter().collect::<Vec<_>>(), expected, "{filter}");
    }
    for (filter, brief) in [
        ("regionCode: \"1\"", ("INVALID_INPUT", Some("filter.regionCode"))),
        ("issuedFrom: \"2026-02-30\"", ("INVALID_INPUT", Some("filter.issuedFrom"))),
        ("issuedTo: \"x\"", ("INVALID_INPUT", Some("filter.issuedTo"))),
        ("lotId: \"0190a1b2-0000-7000-8000-000000000000\"", ("NOT_FOUND", Some("filter.lotId"))),
        ("batchId: \"none\"", ("NOT_FOUND", Some("filter.batchId"))),
    ] {
        let refusal = clerk.refused(&format!("{{ certificates(filter: {{ {filter} }}) {{ totalCount }} }}")).await;
        assert_eq!(refusal.brief(), brief, "{filter}");
    }
}

#[tokio::test]
async fn whoever_turns_out_to_be_a_person_is_no_longer_named_to_everybody() {
    let (app, clerk, grower, lot) = harvest("COMPANY").await;
    app.reference_data().await;
    let code = clerk.certify(pledge(&lot)).await;
    let (visitor, operator) = (app.visitor(), app.plant_operator("pickles").await);
    let query = format!("{{ trace(code: \"{code}\") {{ certificates {{ issuerName issuerContact }} }} }}");
    let named = json!([{"issuerName": "王桂英", "issuerContact": "13800001234"}]);
    assert_eq!(visitor.ask(&query).await["trace"]["certificates"], named);
    clerk
        .change(
            "updateGrower",
            json!({"growerId": grower, "kind": "HOUSEHOLD", "displayName": "梨园王家"}),
            "__typename",
        )
        .await;
    let chosen = json!([{"issuerName": "梨园王家", "issuerContact": "梨园王家"}]);
    assert_eq!(visitor.ask(&query).await["trace"]["certificates"], chosen);
    clerk.change("updateGrower", json!({"growerId": grower, "displayName": null}), "__typename").await;
    let community = json!([{"issuerName": "杉树林社区居民委员会", "issuerContact": "杉树林社区居民委员会"}]);
    assert_eq!(visitor.ask(&query).await["trace"]["certificates"], community);
    assert_eq!(operator.certificate(&code).await["issuerName"], "杉树林社区居民委员会");
    let own = app.grower(&grower).await.certificate(&code).await;
    assert_eq!(
        (&own["issuerName"], &own["issuerContact"]),
        (&json!("王桂英"), &json!("13800001234")),
        "what is pledged stays"
    );
    app.verified().await;
}

/// More certificates like the only valid one.
async fn more_certificates(app: &TestApp, numbers: std::ops::Range<usize>) {
    let valid = certificate::Entity::find()
        .filter(certificate::Column::Status.eq(CertificateStatus::Valid))
        .one(app.database.reader());
    let valid = valid.await.expect("an answer").expect("a certificate");
    let more = numbers.map(|number| certificate::Model {
        id: Uuid::now_v7(),
        code: PrintedCode(format!("C{number:07}")),
        status: CertificateStatus::Replaced,
        replaced_at: Some(valid.issued_at),
        ..valid.clone()
    });
    let more: Vec<_> = more.map(IntoActiveModel::into_active_model).collect();
    app.database.write_alone(async move |txn| txn.fill::<certificate::Entity>(more).await).await.expect("certificates");
}

#[tokio::test]
async fn twenty_thousand_certificates_show_another_name_and_no_more() {
    let (app, _, grower, lot) = harvest("COMPANY").await;
    let app = app.patient_server().await;
    let clerk = app.clerk().await;
    clerk.certify(pledge(&lot)).await;
    more_certificates(&app, 1..20_000).await;
    let shown = async |name: &str| {
        let query = certificate::Entity::find().filter(certificate::Column::PublicIssuerName.eq(name));
        query.count(app.database.reader()).await.expect("a count")
    };
    let rename = |name: &str| json!({"growerId": grower, "name": name});
    clerk.change("updateGrower", rename("云安强村公司"), "__typename").await;
    assert_eq!(shown("云安强村公司").await, 20_000);
    more_certificates(&app, 20_000..20_001).await;
    let refusal = clerk.refused_change("updateGrower", rename("另一家公司")).await;
    assert_eq!(refusal.code, "TOO_COMPLEX");
    assert!(
        refusal.message.starts_with("a change of a grower affects at most 20000 certificates"),
        "{}",
        refusal.message
    );
    assert_eq!((shown("云安强村公司").await, shown("另一家公司").await), (20_001, 0));
    // A change that leaves the shown name as it is moves no certificates.
    clerk.change("updateGrower", json!({"growerId": grower, "phone": "13900001234"}), "__typename").await;
}
