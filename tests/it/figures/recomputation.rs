//! Random sequences of records, voids and replacements: as of any instant, the report equals a naive recomputation from
//! the records.

use std::collections::BTreeMap;

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::{Value, json};

use crate::app::{Client, OTHER_VILLAGE, TOWN, TestApp, VILLAGE, text};

const DAYS: [&str; 5] = ["2024-12-31", "2025-01-01", "2025-08-15", "2025-12-31", "2026-01-01"];
const VARIETIES: [&str; 2] = ["fengshui-pear", "yunan-navel-orange"];
const VILLAGES: [&str; 2] = [VILLAGE, OTHER_VILLAGE];
const SITES: [&str; 2] = ["gate", "pavilion"];

#[derive(Debug, Clone)]
enum Step {
    Sell { day: usize, variety: usize, village: usize, grams: i64, fen: i64 },
    Void { of: usize },
    Count { site: usize, day: usize, visitors: i32 },
    Take { year: i32, month: i32, fen: i64 },
    Baseline { year: Option<i32> },
    Plant { village: usize, year: i32, area: i64 },
    Retire { of: usize, day: usize },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..5_usize, 0..2_usize, 0..2_usize, 1..5_000_000_i64, 1..9_000_000_i64)
            .prop_map(|(day, variety, village, grams, fen)| Step::Sell { day, variety, village, grams, fen }),
        2 => (0..8_usize).prop_map(|of| Step::Void { of }),
        3 => (0..2_usize, 0..5_usize, 0..500_i32).prop_map(|(site, day, visitors)| Step::Count { site, day, visitors }),
        2 => (2024..=2026_i32, 1..=2_i32, 1..900_000_i64).prop_map(|(year, month, fen)| Step::Take { year, month, fen }),
        1 => prop_oneof![Just(None), (2024..=2026_i32).prop_map(Some)].prop_map(|year| Step::Baseline { year }),
        2 => (0..2_usize, 2023..=2026_i32, 1..9_000_i64).prop_map(|(village, year, area)| Step::Plant { village, year, area }),
        1 => (0..4_usize, 0..5_usize).prop_map(|(of, day)| Step::Retire { of, day }),
    ]
}

/// Village, planted year, area, the minute of registration, and the day and minute in which it was taken out of use.
type NotedPlot = (usize, i32, i64, i64, Option<(usize, i64)>);

/// The model: every record with the minutes in which it was made and voided.
#[derive(Debug, Default)]
struct Notebook {
    sales: Vec<(usize, usize, i64, i64, i64, Option<i64>)>,
    sale_ids: Vec<String>,
    counts: Vec<(usize, usize, i32, i64)>,
    takings: Vec<(i32, i32, i64, i64)>,
    baselines: Vec<(Option<i32>, i64)>,
    plots: Vec<NotedPlot>,
    plot_ids: Vec<String>,
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
                let Some((sale, id)) =
                    self.sales.get_mut(of).zip(self.sale_ids.get(of)).filter(|(sale, _)| sale.5.is_none())
                else {
                    return;
                };
                sale.5 = Some(minute);
                clerk.change("voidSale", json!({"saleId": id, "reason": "误录"}), "__typename").await;
            }
            Step::Count { site, day, visitors } => {
                let input = json!({"siteCode": SITES[site], "date": DAYS[day], "visitors": visitors});
                clerk.change("recordVisitors", input, "__typename").await;
                self.counts.push((site, day, visitors, minute));
            }
            Step::Take { year, month, fen } => {
                let input = json!({"establishmentCode": "kitchen", "year": year, "month": month, "amountYuan": decimal(fen, 2)});
                clerk.change("recordCateringTakings", input, "__typename").await;
                self.takings.push((year, month, fen, minute));
            }
            Step::Baseline { year } => {
                admin
                    .change("setCateringBaseline", json!({"regionCode": TOWN, "baselineYear": year}), "__typename")
                    .await;
                self.baselines.push((year, minute));
            }
            Step::Plant { village, year, area } => {
                let id = clerk.register_plot(&growers[village], VILLAGES[village], &decimal(area, 2), year).await;
                self.plot_ids.push(id);
                self.plots.push((village, year, area, minute, None));
            }
            Step::Retire { of, day } => {
                let Some((plot, id)) = self.plots.get_mut(of).zip(self.plot_ids.get(of)) else { return };
                if plot.4.is_some() || year_of(day) < plot.1 {
                    return;
                }
                plot.4 = Some((day, minute));
                clerk.change("takePlotOutOfUse", json!({"plotId": id, "from": DAYS[day]}), "__typename").await;
            }
        }
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
        let takings = |wanted: i32| -> i64 {
            let mut months: BTreeMap<i32, i64> = BTreeMap::new();
            for (year, month, fen, made) in &self.takings {
                if *made <= minute && *year == wanted {
                    months.insert(*month, *fen);
                }
            }
            months.values().sum()
        };
        let baseline = self.baselines.iter().rfind(|(_, made)| *made <= minute).and_then(|(year, _)| *year);
        let last_day = format!("{year}-12-31").min("2026-11-24".to_owned());
        let (mut area, mut growers) = (0, std::collections::BTreeSet::new());
        for (village, planted, hundredths, made, retired) in &self.plots {
            let is_gone = retired.is_some_and(|(day, at)| at <= minute && DAYS[day] <= last_day.as_str());
            if *made <= minute && *planted <= year && !is_gone {
                area += hundredths;
                growers.insert(village);
            }
        }
        let sales: i64 = by_variety.values().map(|(fen, _)| fen).sum();
        let rows: Vec<_> = by_variety
            .iter()
            .map(|(variety, (fen, grams))| json!({"variety": {"code": VARIETIES[*variety]}, "salesYuan": decimal(*fen, 2), "salesKg": decimal(*grams, 3)}))
            .collect();
        json!({
            "salesRevenueYuan": decimal(sales, 2), "revenueByVariety": rows, "visitors": visitors,
            "cateringTakingsYuan": decimal(takings(year), 2),
            "cateringIncreaseYuan": baseline.map(|baseline| decimal(takings(year) - takings(baseline), 2)),
            "plantedAreaMu": decimal(area, 2),
            "plantedAreaByVariety": if area == 0 { json!([]) } else { json!([{"growers": growers.len()}]) }
        })
    }
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
