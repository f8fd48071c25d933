//! The uplift of a festival: the figures of its days, compared with those of the same days in earlier years.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::{
    app::{Client, OTHER_TOWN, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text},
    figures::statistics::{STATISTICS, Statistic, days, model::Records},
};

const WHOLE: &str = "baseline isOver from to takingsFrom takingsTo visitors { observed baseline difference ratio } \
    salesYuan { observed baseline difference ratio } presaleYuan { observed baseline difference ratio } \
    takingsYuan { observed baseline difference ratio } \
    earlierYears { from to takingsFrom takingsTo hasRecords visitors salesYuan presaleYuan takingsYuan } asOf";

fn query(edition: i32, more: &str, selection: &str) -> String {
    format!("{{ festivalUplift(regionCode: \"{TOWN}\", edition: {edition}{more}) {{ {selection} }} }}")
}

async fn uplift(client: &Client, edition: i32, more: &str, selection: &str) -> Value {
    client.ask(&query(edition, more, selection)).await["festivalUplift"].take()
}

const THREE_YEARS: &str = ", baseline: MEAN_OF_THREE_YEARS";

/// Stores an edition of the town's festival.
async fn store_festival(app: &TestApp, field: &str, edition: i32, starts_on: &str, ends_on: &str) {
    let input =
        json!({"regionCode": TOWN, "edition": edition, "name": "梨花节", "startsOn": starts_on, "endsOn": ends_on});
    app.admin().await.change(field, input, "__typename").await;
}

async fn count(clerk: &Client, site: &str, date: &str, visitors: i32) {
    clerk.change("recordVisitors", json!({"siteCode": site, "date": date, "visitors": visitors}), "__typename").await;
}

async fn take(clerk: &Client, year: i32, month: i32, amount: &str) {
    let input = json!({"establishmentCode": "kitchen", "year": year, "month": month, "amountYuan": amount});
    clerk.change("recordCateringTakings", input, "__typename").await;
}

async fn town() -> (TestApp, Client) {
    let app = TestApp::new().await;
    app.reference_data().await;
    let clerk = app.clerk().await;
    (app, clerk)
}

/// The sum of the records of some days, added up one by one.
fn added_up(records: &Records, statistic: &Statistic, from: NaiveDate, to: NaiveDate, measure: &str) -> i128 {
    let rows = records.rows(statistic, &days(TOWN, &from.to_string(), &to.to_string()), &[]);
    let value = &rows[0][measure];
    value.as_i64().map_or_else(|| text(value).replace('.', "").parse().expect("a number"), i128::from)
}

fn half_up(number: i128, divisor: i128) -> i128 {
    (2 * number.abs() + divisor) / (2 * divisor) * number.signum()
}

#[tokio::test]
async fn every_figure_is_what_adding_up_the_records_gives() {
    let app = TestApp::demo().await;
    let official = app.official_of(TOWN).await;
    let records = Records::read(&app.database).await;
    let [sales, visitors, takings, ..] = &STATISTICS;
    let mut compared = 0;
    for (edition, more) in (1..=10).flat_map(|edition| [(edition, ""), (edition, THREE_YEARS)]) {
        let answer = uplift(&official, edition, more, WHOLE).await;
        let day = |row: &Value, field: &str| text(&row[field]).parse::<NaiveDate>().expect("a day");
        let of = |row: &Value, figure: &str| match figure {
            "visitors" => added_up(&records, visitors, day(row, "from"), day(row, "to"), "visitors"),
            "takingsYuan" => added_up(&records, takings, day(row, "takingsFrom"), day(row, "takingsTo"), "takingsYuan"),
            sold => added_up(&records, sales, day(row, "from"), day(row, "to"), sold),
        };
        let number = |value: &Value| {
            value.as_i64().map_or_else(|| text(value).replace('.', "").parse().expect("a number"), i128::from)
        };
        let years = answer["earlierYears"].as_array().expect("years");
        assert_eq!((years.len(), &answer["isOver"]), (if more.is_empty() { 1 } else { 3 }, &json!(true)));
        for figure in ["visitors", "salesYuan", "presaleYuan", "takingsYuan"] {
            let shown = &answer[figure];
            let observed = of(&answer, figure);
            assert_eq!(number(&shown["observed"]), observed, "{figure} of {edition}");
            let known: Vec<i128> =
                years.iter().filter(|year| year["hasRecords"] == true).map(|year| of(year, figure)).collect();
            for year in years {
                assert_eq!(number(&year[figure]), of(year, figure), "{figure} before {edition}");
            }
            if known.is_empty() {
                assert_eq!(
                    (&shown["baseline"], &shown["difference"], &shown["ratio"]),
                    (&Value::Null, &Value::Null, &Value::Null)
                );
                continue;
            }
            let baseline = half_up(known.iter().sum(), known.len() as i128);
            assert_eq!(number(&shown["baseline"]), baseline, "{figure} of {edition}");
            assert_eq!(number(&shown["difference"]), observed - baseline, "{figure} of {edition}");
            let ratio = (baseline > 0).then(|| half_up(observed * 10_000, baseline));
            assert_eq!(shown["ratio"].as_str().map(|_| number(&shown["ratio"])), ratio, "{figure} of {edition}");
            compared += known.len();
        }
    }
    // The editions of 2022 to 2024 have records of one earlier year each if one is requested, and of one, two and three
    // if three are.
    assert_eq!(compared, 4 * (3 + 6));
}

#[tokio::test]
async fn days_on_the_edge_and_records_beside_them() {
    let (app, clerk) = town().await;
    store_festival(&app, "addFestival", 1, "2026-03-20", "2026-04-02").await;
    for (day, amount) in [("2026-03-19", "1"), ("2026-03-20", "20"), ("2026-04-02", "300"), ("2026-04-03", "4000")] {
        clerk.record_sale(day, "1", amount).await;
        clerk.record_sale(&day.replace("2026", "2025"), "1", &format!("{amount}.50")).await;
    }
    count(&clerk, "gate", "2026-03-25", 300).await;
    count(&clerk, "pavilion", "2026-03-25", 7000).await;
    count(&clerk, "gate", "2025-04-01", 200).await;
    count(&clerk, "gate", "2025-04-01", 240).await;
    for (month, amount) in [(2, "1000"), (3, "200"), (4, "30"), (5, "4000")] {
        take(&clerk, 2026, month, amount).await;
    }
    let voided = clerk.record_sale("2026-03-21", "1", "99999").await;
    clerk.change("voidSale", json!({"saleId": voided, "reason": "误录"}), "__typename").await;
    let mut answer = uplift(&clerk, 1, "", &format!("festival {{ edition name }} {WHOLE}")).await;
    answer.as_object_mut().expect("an object").remove("asOf");
    let expected = json!({
        "festival": {"edition": 1, "name": "梨花节"}, "baseline": "SAME_DAYS_LAST_YEAR", "isOver": true,
        "from": "2026-03-20", "to": "2026-04-02", "takingsFrom": "2026-03-01", "takingsTo": "2026-04-30",
        "visitors": {"observed": 300, "baseline": 240, "difference": 60, "ratio": "1.2500"},
        "salesYuan": {"observed": "320.00", "baseline": "321.00", "difference": "-1.00", "ratio": "0.9969"},
        "presaleYuan": {"observed": "0.00", "baseline": "0.00", "difference": "0.00", "ratio": null},
        "takingsYuan": {"observed": "230.00", "baseline": "0.00", "difference": "230.00", "ratio": null},
        "earlierYears": [{
            "from": "2025-03-20", "to": "2025-04-02", "takingsFrom": "2025-03-01", "takingsTo": "2025-04-30", "hasRecords": true,
            "visitors": 240, "salesYuan": "321.00", "presaleYuan": "0.00", "takingsYuan": "0.00"
        }]
    });
    assert_eq!(answer, expected);
    app.verified().await;
}

#[tokio::test]
async fn a_year_without_records_does_not_divide() {
    let (app, clerk) = town().await;
    store_festival(&app, "addFestival", 1, "2026-03-20", "2026-03-25").await;
    let selection = "visitors { observed baseline difference ratio } earlierYears { from hasRecords }";
    let without = json!({"observed": 0, "baseline": null, "difference": null, "ratio": null});
    for (more, rows) in [("", 1), (THREE_YEARS, 3)] {
        let answer = uplift(&clerk, 1, more, selection).await;
        assert_eq!(answer["visitors"], without, "an empty town has no baseline");
        assert_eq!(answer["earlierYears"].as_array().expect("years").len(), rows);
    }
    count(&clerk, "gate", "2026-03-21", 300).await;
    count(&clerk, "gate", "2025-03-21", 100).await;
    count(&clerk, "gate", "2023-03-21", 101).await;
    let voided = clerk.record_sale("2024-03-21", "1", "5").await;
    clerk.change("voidSale", json!({"saleId": voided, "reason": "误录"}), "__typename").await;
    let answer = uplift(&clerk, 1, THREE_YEARS, selection).await;
    // 201 / 2 = 100.5, and 300 / 101 = 2.97029….
    assert_eq!(answer["visitors"], json!({"observed": 300, "baseline": 101, "difference": 199, "ratio": "2.9703"}));
    let years = json!([
        {"from": "2025-03-20", "hasRecords": true}, {"from": "2024-03-20", "hasRecords": false}, {"from": "2023-03-20", "hasRecords": true}
    ]);
    assert_eq!(answer["earlierYears"], years, "a voided sale does not make a year count");
    // Visitors at a site that does not count still make a year one with records.
    count(&clerk, "pavilion", "2024-12-31", 9).await;
    let answer = uplift(&clerk, 1, THREE_YEARS, selection).await;
    assert_eq!(answer["visitors"]["baseline"], 67);
    assert_eq!(answer["earlierYears"][1], json!({"from": "2024-03-20", "hasRecords": true}));
}

#[tokio::test]
async fn days_of_leap_years_and_around_new_year() {
    let (app, clerk) = town().await;
    let spans = [
        (1, ("2024-02-29", "2024-02-29"), ("2023-02-28", "2023-02-28"), ("2023-02-01", "2023-02-28")),
        (2, ("2024-02-20", "2024-03-05"), ("2023-02-20", "2023-03-05"), ("2023-02-01", "2023-03-31")),
        (3, ("2025-02-20", "2025-02-28"), ("2024-02-20", "2024-02-28"), ("2024-02-01", "2024-02-29")),
        (4, ("2025-12-30", "2026-01-02"), ("2024-12-30", "2025-01-02"), ("2024-12-01", "2025-01-31")),
        (5, ("1949-03-01", "1949-03-02"), ("1948-03-01", "1948-03-02"), ("1948-03-01", "1948-03-31")),
        (6, ("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31"), ("2023-01-01", "2023-12-31")),
    ];
    // Only 2025 has a record. Of the days around the previous New Year, some are in that year.
    clerk.record_sale("2025-06-01", "1", "1").await;
    let admin = app.admin().await;
    for (edition, (from, to), (earlier_from, earlier_to), (takings_from, takings_to)) in spans {
        store_festival(&app, "addFestival", edition, from, to).await;
        let answer =
            uplift(&clerk, edition, "", "from to earlierYears { from to takingsFrom takingsTo hasRecords }").await;
        let expected = json!({"from": from, "to": to, "earlierYears": [{
            "from": earlier_from, "to": earlier_to, "takingsFrom": takings_from, "takingsTo": takings_to, "hasRecords": edition == 4
        }]});
        assert_eq!(answer, expected, "{edition}");
        let void = json!({"regionCode": TOWN, "edition": edition, "reason": "another one is on some of its days"});
        admin.change("voidFestival", void, "__typename").await;
    }
}

#[tokio::test]
async fn an_edition_that_is_on_is_compared_as_far_as_it_has_come() {
    let (app, clerk) = town().await;
    store_festival(&app, "addFestival", 1, "2026-11-25", "2026-11-27").await;
    for (day, visitors) in [("2025-11-25", 10), ("2025-11-26", 20), ("2025-11-27", 30)] {
        count(&clerk, "gate", day, visitors).await;
    }
    let selection = "isOver from to visitors { observed baseline } earlierYears { to visitors }";
    // A day is over at midnight in the town, when it is still the same day in UTC. Before the first one is over, there is
    // nothing to compare.
    for now in ["2026-11-24T04:00:00Z", "2026-11-25T15:59:59Z"] {
        app.set_time(now);
        assert_eq!(uplift(&clerk, 1, "", selection).await, Value::Null, "{now}");
    }
    for (now, day, to, is_over, observed, baseline) in [
        ("2026-11-25T16:00:00Z", "2026-11-25", "2026-11-25", false, 100, 10),
        ("2026-11-26T15:59:59Z", "2026-11-26", "2026-11-25", false, 100, 10),
        ("2026-11-26T16:00:00Z", "2026-11-27", "2026-11-26", false, 200, 30),
        ("2026-11-27T15:59:59Z", "2026-11-27", "2026-11-26", false, 200, 30),
        ("2026-11-27T16:00:00Z", "2026-11-27", "2026-11-27", true, 300, 60),
    ] {
        app.set_time(now);
        count(&clerk, "gate", day, 100).await;
        let answer = uplift(&clerk, 1, "", selection).await;
        let earlier = json!([{"to": to.replace("2026", "2025"), "visitors": baseline}]);
        let expected = json!({
            "isOver": is_over, "from": "2026-11-25", "to": to, "visitors": {"observed": observed, "baseline": baseline}, "earlierYears": earlier
        });
        assert_eq!(answer, expected, "{now}");
    }
}

#[tokio::test]
async fn takings_are_compared_by_the_months_that_are_over() {
    let (app, clerk) = town().await;
    store_festival(&app, "addFestival", 1, "2026-11-20", "2026-12-02").await;
    for (year, month, amount) in [(2025, 11, "100"), (2025, 12, "40"), (2026, 11, "30")] {
        take(&clerk, year, month, amount).await;
    }
    let takings = async || {
        uplift(&clerk, 1, "", "takingsFrom takingsTo takingsYuan { observed baseline difference ratio }").await
    };
    let expected = |to: &str, observed: &str, baseline: Value, difference: Value, ratio: Value| {
        json!({
            "takingsFrom": "2026-11-01", "takingsTo": to,
            "takingsYuan": {"observed": observed, "baseline": baseline, "difference": difference, "ratio": ratio}
        })
    };
    let none = Value::Null;
    assert_eq!(takings().await, expected("2026-11-30", "30.00", none.clone(), none.clone(), none));
    app.set_time("2026-12-10T04:00:00Z");
    take(&clerk, 2026, 11, "120").await;
    take(&clerk, 2026, 12, "5").await;
    let of_november = expected("2026-11-30", "120.00", json!("100.00"), json!("20.00"), json!("1.2000"));
    assert_eq!(takings().await, of_november, "December is not over");
    app.set_time("2026-12-31T16:00:00Z");
    take(&clerk, 2026, 12, "50").await;
    let of_both = expected("2026-12-31", "170.00", json!("140.00"), json!("30.00"), json!("1.2143"));
    assert_eq!(takings().await, of_both);
}

#[tokio::test]
async fn as_of_an_instant_it_is_the_same_for_ever() {
    let (app, clerk) = town().await;
    store_festival(&app, "addFestival", 1, "2026-03-20", "2026-03-25").await;
    count(&clerk, "gate", "2026-03-21", 300).await;
    count(&clerk, "gate", "2026-03-26", 50).await;
    count(&clerk, "gate", "2025-03-21", 100).await;
    let before = uplift(&clerk, 1, THREE_YEARS, WHOLE).await;
    let as_of = text(&before["asOf"]);
    // In the same second, so that the bound closed for the first answer could be reused if nothing had been recorded
    // since.
    store_festival(&app, "updateFestival", 1, "2026-03-20", "2026-03-26").await;
    let corrected = uplift(&clerk, 1, "", "to visitors { observed baseline }").await;
    assert_eq!(corrected, json!({"to": "2026-03-26", "visitors": {"observed": 350, "baseline": 100}}));
    app.set_time("2026-11-24T05:00:00Z");
    store_festival(&app, "updateFestival", 1, "2026-03-21", "2026-03-21").await;
    store_festival(&app, "addFestival", 2, "2026-05-01", "2026-05-01").await;
    count(&clerk, "gate", "2026-03-21", 1).await;
    count(&clerk, "gate", "2025-03-21", 1).await;
    count(&clerk, "gate", "2024-03-21", 1).await;
    let at = format!(", asOf: \"{as_of}\"");
    assert_eq!(uplift(&clerk, 1, &format!("{THREE_YEARS}{at}"), WHOLE).await, before);
    assert_eq!(
        uplift(&clerk, 1, "", "from visitors { observed baseline }").await["visitors"],
        json!({"observed": 1, "baseline": 1})
    );
    let unknown = clerk.refused(&query(2, &at, "to")).await;
    assert_eq!(unknown.brief(), ("INVALID_INPUT", Some("edition")), "it was not announced then");
    let future = clerk.refused(&query(1, ", asOf: \"2026-11-24T05:00:01Z\"", "to")).await;
    assert_eq!(future.brief(), ("INVALID_INPUT", Some("asOf")));
    app.verified().await;
}

#[tokio::test]
async fn who_may_read_it_and_what_is_no_edition() {
    let (app, clerk) = town().await;
    store_festival(&app, "addFestival", 1, "2026-03-20", "2026-03-25").await;
    for reader in [app.admin().await, app.official_of(TOWN).await, app.official_of("500235").await, clerk.clone()] {
        uplift(&reader, 1, "", "to").await;
    }
    for reader in [app.clerk_of(VILLAGE).await, app.official_of(OTHER_TOWN).await, app.buyer().await] {
        assert_eq!(reader.refused(&query(1, "", "to")).await.code, "FORBIDDEN");
    }
    assert_eq!(app.visitor().refused(&query(1, "", "to")).await.code, "UNAUTHENTICATED");
    for edition in [0, 2, -1, i32::MAX] {
        assert_eq!(
            clerk.refused(&query(edition, "", "to")).await.brief(),
            ("INVALID_INPUT", Some("edition")),
            "{edition}"
        );
    }
    let of = |region: &str| query(1, "", "to").replace(TOWN, region);
    assert_eq!(
        clerk.refused(&of(OTHER_VILLAGE)).await.brief(),
        ("INVALID_INPUT", Some("edition")),
        "it is the town's festival"
    );
    assert_eq!(clerk.refused(&of("500235999")).await.brief(), ("INVALID_INPUT", Some("regionCode")));
}

#[tokio::test]
async fn a_community_has_a_festival_of_its_own() {
    let (app, clerk) = town().await;
    let input = json!({"regionCode": VILLAGE, "edition": 1, "name": "采摘节", "startsOn": "2026-07-01", "endsOn": "2026-07-03"});
    app.admin().await.change("addFestival", input, "__typename").await;
    clerk.record_sale("2026-07-02", "1", "10").await;
    let elsewhere = json!({
        "soldOn": "2026-07-02", "channel": "MARKET", "regionCode": OTHER_VILLAGE, "varietyCode": "fengshui-pear", "quantityKg": "1", "amountYuan": "5"
    });
    clerk.change("recordSale", elsewhere, "__typename").await;
    let own = app.clerk_of(VILLAGE).await;
    let answer = own.ask(&query(1, "", "salesYuan { observed }").replace(TOWN, VILLAGE)).await;
    assert_eq!(answer["festivalUplift"]["salesYuan"]["observed"], "10.00", "what its neighbour sold is not its own");
}
