//! Random sequences of records, voids and replacements: as of any instant, the report equals a naive recomputation from
//! the records.

mod land;

use std::collections::BTreeMap;

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use self::land::{Known, NotedPlot};
use crate::app::{Client, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

const DAYS: [&str; 5] = ["2024-12-31", "2025-01-01", "2025-08-15", "2025-12-31", "2026-01-01"];
const VARIETIES: [&str; 2] = ["fengshui-pear", "yunan-navel-orange"];
const VILLAGES: [&str; 2] = [VILLAGE, OTHER_VILLAGE];
const SITES: [&str; 2] = ["gate", "pavilion"];
/// On which days the kitchen closes, each with the first month without any business.
const CLOSINGS: [(&str, (i32, i32)); 3] =
    [("2025-01-01", (2025, 1)), ("2025-01-20", (2025, 2)), ("2026-01-02", (2026, 2))];

#[derive(Debug, Clone)]
enum Step {
    Sell { day: usize, variety: usize, village: usize, grams: i64, fen: i64 },
    Void { of: usize },
    Return { of: usize, day: usize, percent: i64 },
    VoidReturn { of: usize },
    Count { site: usize, day: usize, visitors: i32 },
    Take { year: i32, month: i32, fen: i64 },
    VoidTakings { year: i32, month: i32 },
    Close { closing: Option<usize> },
    Baseline { year: Option<i32> },
    Plant { village: usize, year: i32, area: i64 },
    Retire { of: usize, day: usize },
    PutBack { of: usize },
    Divide { of: usize, day: usize, percent: i64 },
    Join { of: usize, with: usize, day: usize },
    Correct { of: usize, year: Option<i32>, village: Option<usize> },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..5_usize, 0..2_usize, 0..2_usize, 1..5_000_000_i64, 1..9_000_000_i64)
            .prop_map(|(day, variety, village, grams, fen)| Step::Sell { day, variety, village, grams, fen }),
        2 => (0..8_usize).prop_map(|of| Step::Void { of }),
        3 => (0..8_usize, 0..5_usize, 1..60_i64).prop_map(|(of, day, percent)| Step::Return { of, day, percent }),
        1 => (0..4_usize).prop_map(|of| Step::VoidReturn { of }),
        3 => (0..2_usize, 0..5_usize, 0..500_i32).prop_map(|(site, day, visitors)| Step::Count { site, day, visitors }),
        4 => (2024..=2026_i32, 1..=2_i32, 0..900_000_i64).prop_map(|(year, month, fen)| Step::Take { year, month, fen }),
        1 => (2024..=2026_i32, 1..=2_i32).prop_map(|(year, month)| Step::VoidTakings { year, month }),
        1 => prop_oneof![Just(None), (0..3_usize).prop_map(Some)].prop_map(|closing| Step::Close { closing }),
        1 => prop_oneof![Just(None), (2024..=2026_i32).prop_map(Some)].prop_map(|year| Step::Baseline { year }),
        2 => (0..2_usize, 2023..=2026_i32, 1..9_000_i64).prop_map(|(village, year, area)| Step::Plant { village, year, area }),
        2 => (0..6_usize, 0..5_usize).prop_map(|(of, day)| Step::Retire { of, day }),
        2 => (0..6_usize).prop_map(|of| Step::PutBack { of }),
        2 => (0..6_usize, 0..5_usize, 1..100_i64).prop_map(|(of, day, percent)| Step::Divide { of, day, percent }),
        1 => (0..6_usize, 0..6_usize, 0..5_usize).prop_map(|(of, with, day)| Step::Join { of, with, day }),
        2 => (0..6_usize, prop::option::of(2022..=2026_i32), prop::option::of(0..2_usize))
            .prop_map(|(of, year, village)| Step::Correct { of, year, village }),
    ]
}

/// The sale, day, grams, fen, and the minutes in which a return was made and voided.
type NotedReturn = (usize, usize, i64, i64, i64, Option<i64>);

/// The model: every record with the minutes in which it was made and voided.
#[derive(Debug, Default)]
struct Notebook {
    sales: Vec<(usize, usize, i64, i64, i64, Option<i64>)>,
    sale_ids: Vec<String>,
    returns: Vec<NotedReturn>,
    return_ids: Vec<String>,
    counts: Vec<(usize, usize, i32, i64)>,
    /// Year, month, the amount or None where the record was voided, and the minute.
    takings: Vec<(i32, i32, Option<i64>, i64)>,
    closings: Vec<(Option<usize>, i64)>,
    baselines: Vec<(Option<i32>, i64)>,
    plots: Vec<NotedPlot>,
}

fn decimal(whole: i64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    let sign = if whole < 0 { "-" } else { "" };
    format!("{sign}{}.{:0width$}", whole.abs() / unit, whole.abs() % unit, width = places as usize)
}

fn year_of(day: usize) -> i32 {
    DAYS[day][..4].parse().expect("a year")
}

impl Notebook {
    async fn write(&mut self, step: Step, minute: i64, clerk: &Client, admin: &Client, growers: &[String]) {
        match step {
            Step::Sell { day, variety, village, grams, fen } => {
                let input = json!({
                    "soldOn": DAYS[day], "channel": "MARKET", "regionCode": VILLAGES[village], "varietyCode": VARIETIES[variety],
                    "quantityKg": decimal(grams, 3), "amountYuan": decimal(fen, 2)
                });
                self.sale_ids.push(text(&clerk.change("recordSale", input, "sale { id }").await["sale"]["id"]));
                self.sales.push((day, variety, grams, fen, minute, None));
            }
            Step::Void { of } => {
                let is_back = self.returns.iter().any(|returned| returned.0 == of && returned.5.is_none());
                let Some((sale, id)) =
                    self.sales.get_mut(of).zip(self.sale_ids.get(of)).filter(|(sale, _)| sale.5.is_none() && !is_back)
                else {
                    return;
                };
                sale.5 = Some(minute);
                clerk.change("voidSale", json!({"saleId": id, "reason": "误录"}), "__typename").await;
            }
            Step::Return { of, day, percent } => self.bring_back(of, day, percent, minute, clerk).await,
            Step::VoidReturn { of } => {
                let Some((returned, id)) = self.returns.get_mut(of).zip(self.return_ids.get(of)) else { return };
                if returned.5.is_none() {
                    returned.5 = Some(minute);
                    clerk.change("voidSaleReturn", json!({"returnId": id, "reason": "误录"}), "__typename").await;
                }
            }
            Step::Count { site, day, visitors } => {
                let input = json!({"siteCode": SITES[site], "date": DAYS[day], "visitors": visitors});
                clerk.change("recordVisitors", input, "__typename").await;
                self.counts.push((site, day, visitors, minute));
            }
            Step::Take { year, month, fen } => {
                if self.closed_from(minute).is_some_and(|first| (year, month) >= first) {
                    return;
                }
                let input = json!({"establishmentCode": "kitchen", "year": year, "month": month, "amountYuan": decimal(fen, 2)});
                clerk.change("recordCateringTakings", input, "__typename").await;
                self.takings.push((year, month, Some(fen), minute));
            }
            Step::VoidTakings { year, month } => {
                if !self.takings_at(minute).contains_key(&(year, month)) {
                    return;
                }
                let input = json!({"establishmentCode": "kitchen", "year": year, "month": month, "reason": "记错店"});
                clerk.change("voidCateringTakings", input, "__typename").await;
                self.takings.push((year, month, None, minute));
            }
            Step::Close { closing } => {
                let first = closing.map(|closing| CLOSINGS[closing].1);
                if first.is_some_and(|first| self.takings_at(minute).range(first..).next().is_some()) {
                    return;
                }
                let day = closing.map(|closing| CLOSINGS[closing].0);
                let input = json!({"code": "kitchen", "name": "梨花农家乐", "closedOn": day});
                admin.change("updateCateringEstablishment", input, "__typename").await;
                self.closings.push((closing, minute));
            }
            Step::Baseline { year } => {
                admin
                    .change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": year}), "__typename")
                    .await;
                self.baselines.push((year, minute));
            }
            Step::Plant { village, year, area } => {
                let id = clerk.register_plot(&growers[village], VILLAGES[village], &decimal(area, 2), year).await;
                let known = Known { minute, village, from: format!("{year}-01-01"), until: None };
                self.plots.push(NotedPlot { id, grower: village, area, counts_from_year: true, known: vec![known] });
            }
            land => self.write_land(land, minute, clerk).await,
        }
    }

    /// The takings in force at the end of a minute, by year and month.
    fn takings_at(&self, minute: i64) -> BTreeMap<(i32, i32), i64> {
        let mut months = BTreeMap::new();
        for (year, month, fen, made) in &self.takings {
            if *made <= minute {
                match fen {
                    Some(fen) => months.insert((*year, *month), *fen),
                    None => months.remove(&(*year, *month)),
                };
            }
        }
        months
    }

    /// The first month in which the kitchen did no business, as known at the end of a minute.
    fn closed_from(&self, minute: i64) -> Option<(i32, i32)> {
        let (closing, _) = self.closings.iter().rfind(|(_, made)| *made <= minute)?;
        closing.map(|closing| CLOSINGS[closing].1)
    }

    /// What the kitchen took more than in the baseline year, over the months that count. October 2026 is the last that
    /// is over.
    fn increase(&self, year: i32, minute: i64) -> Option<i64> {
        let baseline = self.baselines.iter().rfind(|(_, made)| *made <= minute).and_then(|(year, _)| *year)?;
        let takings = self.takings_at(minute);
        let closed = self.closed_from(minute);
        let taken = |year: i32, month: i32| takings.get(&(year, month)).copied().unwrap_or_default();
        let counts = |month: &i32| {
            let is_closed = closed.is_some_and(|first| (year, *month) >= first) && (year, *month) <= (2026, 10);
            takings.contains_key(&(year, *month)) || is_closed
        };
        (1..=12).filter(counts).map(|month| taken(year, month) - taken(baseline, month)).reduce(|sum, more| sum + more)
    }

    /// A part of a sale comes back, unless too much of it did before or the day is before the sale.
    async fn bring_back(&mut self, of: usize, day: usize, percent: i64, minute: i64, clerk: &Client) {
        let Some((sold, _, grams, fen, _, None)) = self.sales.get(of) else { return };
        let (part, money) = (grams * percent / 100, fen * percent / 100);
        let before = self.returns.iter().filter(|returned| returned.0 == of && returned.5.is_none());
        let gone = before.fold((0, 0), |sum, returned| (sum.0 + returned.2, sum.1 + returned.3));
        if day < *sold || part == 0 || money == 0 || gone.0 + part > *grams || gone.1 + money > *fen {
            return;
        }
        let input = json!({
            "saleId": self.sale_ids[of], "quantityKg": decimal(part, 3), "amountYuan": decimal(money, 2), "returnedOn": DAYS[day],
            "backToStock": false, "reason": "碰伤"
        });
        self.return_ids.push(text(&clerk.change("recordSaleReturn", input, "return { id }").await["return"]["id"]));
        self.returns.push((of, day, part, money, minute, None));
    }

    /// The report of a year from the model as it was at the end of a minute, added up record by record.
    fn report(&self, year: i32, minute: i64) -> Value {
        let mut by_variety: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
        for (day, variety, grams, fen, made, voided) in &self.sales {
            if *made <= minute && voided.is_none_or(|voided| voided > minute) && year_of(*day) == year {
                let sum = by_variety.entry(*variety).or_default();
                *sum = (sum.0 + fen, sum.1 + grams);
            }
        }
        for (of, day, grams, fen, made, voided) in &self.returns {
            if *made <= minute && voided.is_none_or(|voided| voided > minute) && year_of(*day) == year {
                let sum = by_variety.entry(self.sales[*of].1).or_default();
                *sum = (sum.0 - fen, sum.1 - grams);
            }
        }
        let mut counts: BTreeMap<(usize, usize), i32> = BTreeMap::new();
        for (site, day, visitors, made) in &self.counts {
            if *made <= minute {
                counts.insert((*site, *day), *visitors);
            }
        }
        let visitors: i32 = counts
            .iter()
            .filter(|((site, day), _)| *site == 0 && year_of(*day) == year)
            .map(|(_, visitors)| visitors)
            .sum();
        let takings: i64 = self.takings_at(minute).iter().filter(|((of, _), _)| *of == year).map(|(_, fen)| fen).sum();
        let (area, growers) = self.land(year, minute, &[0, 1]);
        let sales: i64 = by_variety.values().map(|(fen, _)| fen).sum();
        let rows: Vec<_> = by_variety
            .iter()
            .map(|(variety, (fen, grams))| json!({"variety": {"code": VARIETIES[*variety]}, "salesYuan": decimal(*fen, 2), "salesKg": decimal(*grams, 3)}))
            .collect();
        json!({
            "salesRevenueYuan": decimal(sales, 2), "revenueByVariety": rows, "visitors": visitors,
            "cateringTakingsYuan": decimal(takings, 2),
            "cateringIncreaseYuan": self.increase(year, minute).map(|fen| decimal(fen, 2)),
            "plantedAreaMu": decimal(area, 2),
            "plantedAreaByVariety": if area == 0 { json!([]) } else { json!([{"growers": growers}]) }
        })
    }
}

/// The payload of a mutation. None if it was refused for what it says or for what is recorded.
async fn accepted(clerk: &Client, field: &str, input: Value, selection: &str) -> Option<Value> {
    let mut answer = clerk.mutate(field, input.clone(), selection).await;
    if let Some(errors) = answer.get("errors") {
        let code = errors[0]["extensions"]["code"].as_str().unwrap_or_default();
        assert!(["CONFLICT", "INVALID_INPUT"].contains(&code), "{field} {input}: {answer:#}");
        return None;
    }
    Some(answer["data"][field].take())
}

const SELECTION: &str = "salesRevenueYuan revenueByVariety { variety { code } salesYuan salesKg } visitors cateringTakingsYuan \
                         cateringIncreaseYuan plantedAreaMu plantedAreaByVariety { growers }";

fn time_of(minute: i64) -> String {
    format!("2026-11-24T{:02}:{:02}:00Z", 4 + minute / 60, minute % 60)
}

async fn any_sequence(steps: Vec<Step>) {
    let app = TestApp::new().await;
    app.reference_data().await;
    let (admin, clerk) = (app.admin().await, app.clerk().await);
    let growers = [clerk.register_grower("王桂英", VILLAGE).await, clerk.register_grower("李明", OTHER_VILLAGE).await];
    let mut notebook = Notebook::default();
    let minutes = i64::try_from(steps.len()).expect("few steps");
    for (minute, step) in (1..).zip(steps) {
        app.set_time(&time_of(minute));
        notebook.write(step, minute, &clerk, &admin, &growers).await;
        // Some instants are requested while recording continues, which closes the bound there. Others are requested at
        // the end.
        if minute % 7 == 0 {
            assert_eq!(clerk.report(2025, SELECTION).await, notebook.report(2025, minute), "at minute {minute}");
        }
    }
    app.set_time(&time_of(minutes + 1));
    for minute in 0..=minutes {
        for year in 2024..=2026 {
            let report = clerk.report_as_of(year, &time_of(minute), SELECTION).await;
            assert_eq!(report, notebook.report(year, minute), "{year} as of minute {minute}: {notebook:#?}");
        }
    }
    for (number, village) in VILLAGES.iter().enumerate() {
        let land = "plantedAreaMu plantedAreaByVariety { growers }";
        let query = format!("{{ townReport(regionCode: \"{village}\", year: 2025) {{ {land} }} }}");
        let report = clerk.ask(&query).await["townReport"].take();
        let (area, growers) = notebook.land(2025, minutes, &[number]);
        let rows = if area == 0 { json!([]) } else { json!([{"growers": growers}]) };
        assert_eq!(report, json!({"plantedAreaMu": decimal(area, 2), "plantedAreaByVariety": rows}), "{notebook:#?}");
    }
    app.verified().await;
}

#[test]
fn any_sequence_of_records_gives_what_a_notebook_gives() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let config =
        ProptestConfig { cases: 12, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() };
    let sequences = prop::collection::vec(step(), 1..24);
    TestRunner::new(config)
        .run(&sequences, |steps| {
            runtime.block_on(any_sequence(steps));
            Ok(())
        })
        .expect("every sequence agrees");
}
