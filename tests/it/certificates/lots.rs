//! Certificates for lots: their content, and how much they may cover.

use domain::verify;
use proptest::{prelude::*, test_runner::TestRunner};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::{WHOLE, harvest, pledge};
use crate::app::{Client, OTHER_VILLAGE, TestApp, VILLAGE, text};

/// Sells part of a lot and returns the sale's id.
async fn sell(clerk: &Client, lot: &str, quantity_kg: &str) -> String {
    let input = json!({
        "soldOn": "2026-08-02", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "lotId": lot,
        "quantityKg": quantity_kg, "amountYuan": "1"
    });
    text(&clerk.change("recordSale", input, "sale { id }").await["sale"]["id"])
}

async fn left_to_certify(clerk: &Client, lot: &str) -> Option<String> {
    let mut input = pledge(lot);
    input["quantityKg"] = json!("100000000");
    clerk.refused_change("issueCertificate", input).await.available_kg
}

#[tokio::test]
async fn it_says_what_the_law_asks_for() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let mut input = pledge(&lot);
    input["idempotencyKey"] = json!("once");
    let issued = clerk.change("issueCertificate", input.clone(), WHOLE).await["certificate"].take();
    let code = text(&issued["code"]);
    assert!(code.starts_with('C') && code.len() == 14, "{code}");
    let expected = json!({
        "code": code, "status": "VALID", "productName": "丰水梨", "quantityKg": "500.000", "origins": [{"name": "杉树林社区居民委员会"}],
        "issuerName": "王桂英", "issuerContact": "13800001234", "basis": "SELF_PLEDGE", "issuedAt": "2026-11-24T04:00:00.000000Z",
        "replaces": [], "replacedAt": null, "withdrawnAt": null, "withdrawalReason": null, "lot": {"id": lot}
    });
    assert_eq!(issued, expected);
    assert_eq!(clerk.change("issueCertificate", input, WHOLE).await["certificate"], expected, "sent again, the same");
    assert_eq!(clerk.certificates().await, 1);
    for typed in [code.to_lowercase(), code.replace('-', "")] {
        assert_eq!(clerk.certificate(&typed).await, expected);
    }
    let of_lot = clerk.ask("{ harvestLots { nodes { certificate { code } } } }").await;
    assert_eq!(of_lot["harvestLots"]["nodes"], json!([{"certificate": {"code": code}}]));
    app.verified().await;
}

#[tokio::test]
async fn what_it_says_is_as_it_was_when_it_was_issued() {
    let (_app, clerk, grower, lot) = harvest("COMPANY").await;
    let code = clerk.certify(pledge(&lot)).await;
    let before = clerk.certificate(&code).await;
    let patch = json!({"growerId": grower, "name": "另一家公司", "phone": null, "kind": "HOUSEHOLD", "regionCode": OTHER_VILLAGE});
    clerk.change("updateGrower", patch, "__typename").await;
    assert_eq!(clerk.certificate(&code).await, before);
}

#[tokio::test]
async fn who_has_no_telephone_is_reached_by_address() {
    let (_app, clerk, grower, lot) = harvest("HOUSEHOLD").await;
    clerk.change("updateGrower", json!({"growerId": grower, "phone": null}), "__typename").await;
    let code = clerk.certify(pledge(&lot)).await;
    assert_eq!(clerk.certificate(&code).await["issuerContact"], "重庆市云阳县云安镇杉树林社区居民委员会");
}

#[tokio::test]
async fn no_more_is_certified_than_there_is() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let part = |quantity: &str| {
        let mut input = pledge(&lot);
        input["quantityKg"] = json!(quantity);
        input
    };
    let first = clerk.certify(part("300")).await;
    assert_eq!(left_to_certify(&clerk, &lot).await.as_deref(), Some("200.000"));
    let sale = sell(&clerk, &lot, "350").await;
    assert_eq!(left_to_certify(&clerk, &lot).await.as_deref(), Some("150.000"), "what is left of the lot");
    clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
    clerk.certify(part("200")).await;
    let refusal = clerk.refused_change("issueCertificate", pledge(&lot)).await;
    assert_eq!(refusal.code, "CONFLICT");
    assert!(refusal.message.contains("500.000 kg") && refusal.message.contains("`replaces`"), "{}", refusal.message);

    let mut anew = part("100");
    anew["replaces"] = json!([first]);
    let second = clerk.change("issueCertificate", anew, WHOLE).await["certificate"].take();
    assert_eq!(second["replaces"], json!([first]));
    let replaced = clerk.certificate(&first).await;
    assert_eq!((&replaced["status"], &replaced["replacedAt"]), (&json!("REPLACED"), &second["issuedAt"]));
    assert_eq!(left_to_certify(&clerk, &lot).await.as_deref(), Some("200.000"), "what was replaced no longer counts");

    let withdraw = json!({"code": second["code"], "reason": "农残超标"});
    let withdrawn = clerk.change("withdrawCertificate", withdraw.clone(), WHOLE).await["certificate"].take();
    assert_eq!(
        (&withdrawn["status"], &withdrawn["withdrawalReason"], &withdrawn["withdrawnAt"]),
        (&json!("WITHDRAWN"), &json!("农残超标"), &second["issuedAt"])
    );
    assert_eq!(clerk.refused_change("withdrawCertificate", withdraw).await.code, "CONFLICT");
    assert_eq!(left_to_certify(&clerk, &lot).await.as_deref(), Some("300.000"), "nor what was withdrawn");

    sell(&clerk, &lot, "500").await;
    let refusal = clerk.refused_change("issueCertificate", pledge(&lot)).await;
    assert_eq!((refusal.code.as_str(), refusal.message.as_str()), ("CONFLICT", "nothing is left of the lot or batch"));
    app.verified().await;
}

#[tokio::test]
async fn a_lot_shows_the_last_certificate_that_holds() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let shown = async || {
        clerk.ask("{ harvestLots { nodes { certificate { code } } } }").await["harvestLots"]["nodes"][0]["certificate"]
            .take()
    };
    assert_eq!(shown().await, Value::Null);
    let mut codes = Vec::new();
    for (position, quantity) in ["100", "200"].into_iter().enumerate() {
        app.set_time(&format!("2026-11-24T05:00:0{position}Z"));
        let mut input = pledge(&lot);
        input["quantityKg"] = json!(quantity);
        codes.push(clerk.certify(input).await);
    }
    assert_eq!(shown().await["code"], json!(codes[1]));
    clerk.change("withdrawCertificate", json!({"code": codes[1], "reason": "误开"}), "__typename").await;
    assert_eq!(shown().await["code"], json!(codes[0]));
    clerk.change("withdrawCertificate", json!({"code": codes[0], "reason": "误开"}), "__typename").await;
    assert_eq!(shown().await, Value::Null);
}

#[tokio::test]
async fn of_many_at_once_no_more_is_certified_than_there_is() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let other = app.second_server(crate::app::NOW).await;
    let issuing: Vec<_> = (0..12)
        .map(|number| {
            let clerk = if number % 2 == 0 { clerk.clone() } else { other.again(&clerk) };
            let mut input = pledge(&lot);
            input["quantityKg"] = json!("90");
            tokio::spawn(async move { clerk.mutate("issueCertificate", input, "__typename").await })
        })
        .collect();
    let mut issued = 0;
    for one in issuing {
        let answer = one.await.expect("an answer");
        match answer.get("errors") {
            None => issued += 1,
            Some(errors) => assert_eq!(errors[0]["extensions"]["availableKg"], "50.000", "{answer:#}"),
        }
    }
    assert_eq!((issued, clerk.certificates().await), (5, 5));
    assert_eq!(left_to_certify(&clerk, &lot).await.as_deref(), Some("50.000"));
}

#[derive(Debug, Clone)]
enum Step {
    Issue { grams: Option<i64>, replacing: Vec<usize> },
    Withdraw { of: usize },
    Sell { grams: i64 },
    Void { of: usize },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (proptest::option::of(1..9_000_i64), proptest::collection::vec(0..6_usize, 0..3))
            .prop_map(|(grams, replacing)| Step::Issue { grams, replacing }),
        1 => (0..6_usize).prop_map(|of| Step::Withdraw { of }),
        2 => (1..6_000_i64).prop_map(|grams| Step::Sell { grams }),
        1 => (0..6_usize).prop_map(|of| Step::Void { of }),
    ]
}

fn kilograms(grams: i64) -> String {
    format!("{}.{:03}", grams / 1000, grams % 1000)
}

/// A model of a lot of ten kilograms: certificates with grams and status, and sales with grams while they are valid.
#[derive(Debug, Default)]
struct Notebook {
    certificates: Vec<(String, i64, &'static str)>,
    sales: Vec<(String, i64)>,
}

const PICKED: i64 = 10_000;

impl Notebook {
    fn left(&self) -> i64 {
        PICKED - self.sales.iter().map(|(_, grams)| grams).sum::<i64>()
    }

    async fn take(&mut self, clerk: &Client, lot: &str, step: Step) {
        match step {
            Step::Issue { grams, mut replacing } => {
                replacing.retain(|of| *of < self.certificates.len());
                let mut input = pledge(lot);
                input["quantityKg"] = grams.map_or(Value::Null, |grams| json!(kilograms(grams)));
                input["replaces"] = replacing.iter().map(|of| self.certificates[*of].0.clone()).collect();
                let valid = self
                    .certificates
                    .iter()
                    .enumerate()
                    .filter(|(at, one)| one.2 == "VALID" && !replacing.contains(at));
                let free = self.left().min(PICKED - valid.map(|(_, one)| one.1).sum::<i64>());
                let twice = (1..replacing.len()).any(|at| replacing[..at].contains(&replacing[at]));
                let is_bad = twice || replacing.iter().any(|of| self.certificates[*of].2 == "WITHDRAWN");
                let answer = clerk.mutate("issueCertificate", input, "certificate { code quantityKg }").await;
                let code = answer["errors"][0]["extensions"]["code"].as_str();
                match (is_bad, free, grams) {
                    (true, ..) => assert_eq!(code, Some("INVALID_INPUT"), "{answer:#}"),
                    (_, 0, _) => assert_eq!(code, Some("CONFLICT"), "{answer:#}"),
                    (_, free, Some(grams)) if grams > free => {
                        assert_eq!(
                            answer["errors"][0]["extensions"]["availableKg"],
                            json!(kilograms(free)),
                            "{answer:#}"
                        );
                    }
                    (_, free, grams) => {
                        let made = &answer["data"]["issueCertificate"]["certificate"];
                        let grams = grams.unwrap_or(free);
                        assert_eq!(made["quantityKg"], json!(kilograms(grams)), "{answer:#}");
                        for of in replacing {
                            self.certificates[of].2 = "REPLACED";
                        }
                        self.certificates.push((text(&made["code"]), grams, "VALID"));
                    }
                }
            }
            Step::Withdraw { of } => {
                let Some(one) = self.certificates.get_mut(of) else { return };
                let answer =
                    clerk.mutate("withdrawCertificate", json!({"code": one.0, "reason": "误开"}), "__typename").await;
                assert_eq!(answer.get("errors").is_some(), one.2 == "WITHDRAWN", "{answer:#}");
                one.2 = "WITHDRAWN";
            }
            Step::Sell { grams } if grams <= self.left() => {
                self.sales.push((sell(clerk, lot, &kilograms(grams)).await, grams))
            }
            Step::Sell { .. } => {}
            Step::Void { of } => {
                let Some((sale, grams)) = self.sales.get_mut(of).filter(|(_, grams)| *grams > 0) else { return };
                clerk.change("voidSale", json!({"saleId": sale, "reason": "误录"}), "__typename").await;
                *grams = 0;
            }
        }
    }
}

#[test]
fn certificates_that_hold_never_exceed_what_was_picked() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let (app, clerk, plot) = runtime.block_on(async {
        let app = TestApp::new().await;
        let clerk = app.clerk().await;
        let grower = clerk.register("王桂英", "HOUSEHOLD").await;
        let plot = clerk.register_plot(&grower, VILLAGE, "10", 2020).await;
        (app, clerk, plot)
    });
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() });
    let run = runner.run(&proptest::collection::vec(step(), 1..16), |steps| {
        runtime.block_on(async {
            let lot = clerk.record_harvest(&plot, "2026-08-01", &kilograms(PICKED)).await;
            let mut notebook = Notebook::default();
            for step in steps {
                notebook.take(&clerk, &lot, step).await;
                let listed =
                    format!("{{ certificates(first: 100, filter: {{ lotId: \"{lot}\", status: VALID }}) {{ nodes {{ quantityKg }} }} }}");
                let valid = clerk.ask(&listed).await["certificates"]["nodes"].take();
                let grams = valid.as_array().expect("nodes").iter().map(|one| text(&one["quantityKg"]).replace('.', "").parse::<i64>());
                let sum: i64 = grams.map(|grams| grams.expect("grams")).sum();
                assert!(sum <= PICKED, "{sum} g of {PICKED} g");
            }
        });
        Ok(())
    });
    run.unwrap_or_else(|failure| panic!("{failure}"));
    runtime.block_on(app.verified());
}

#[tokio::test]
async fn verification_names_certificates_that_disagree() {
    let (app, clerk, _, lot) = harvest("HOUSEHOLD").await;
    let code = clerk.certify(pledge(&lot)).await;
    let mut anew = pledge(&lot);
    anew["replaces"] = json!([code]);
    clerk.certify(anew).await;
    app.verified().await;
    for (broken, mended, message) in [
        (
            "UPDATE certificate SET quantity_g = 500001 WHERE status = 'VALID'",
            "UPDATE certificate SET quantity_g = 500000",
            "pledge for 500.001 kg",
        ),
        (
            "UPDATE certificate SET status = 'VALID', quantity_g = 1",
            "UPDATE certificate SET status = 'REPLACED' WHERE replaced_at IS NOT NULL",
            "another was issued instead",
        ),
    ] {
        app.database.unguarded().execute_unprepared(broken).await.expect("broken");
        let findings = verify::verify(&app.database, |_, _| {}).await.expect("a verification");
        assert!(findings.named.len() == 1 && findings.named[0].contains(message), "{:?}", findings.named);
        app.database.unguarded().execute_unprepared(mended).await.expect("mended");
    }
}
