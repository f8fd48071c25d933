//! Catering: farm kitchens and restaurants with their monthly takings, and the baseline year.

use super::{
    apportion::apportion,
    book::Book,
    plan::{Plan, Stream, date},
    town::{BASELINE_YEAR, CATERING_BASELINE_YUAN, Figures, TOWN},
};
use domain::tourism::catering_takings::entry;
use store::entity::tourism::{catering_baseline, catering_days, catering_establishment, catering_takings};
use types::{Day, Money, RegionCode, Timestamp};

/// An establishment: code, name, region, first year of its takings, and its share of them as a weight.
const ESTABLISHMENTS: [(&str, &str, &str, i32, i64); 18] = [
    ("salt-town-inn", "盐乡人家", "500235136003", 2021, 120),
    ("archery-tower-kitchen", "箭楼老灶", "500235136003", 2021, 95),
    ("old-stage-teahouse", "演易台茶餐馆", "500235136004", 2021, 70),
    ("yard-tofu-house", "大院坝豆花馆", "500235136002", 2021, 80),
    ("fir-grove-noodles", "杉树林面庄", "500235136001", 2021, 60),
    ("tang-river-fish", "汤溪河鲜鱼庄", "500235136001", 2021, 110),
    ("baishui-pear-garden", "白水梨园农家乐", "500235136005", 2021, 140),
    ("baishui-terrace-kitchen", "白水坪农家菜", "500235136005", 2021, 90),
    ("maoba-blossom-court", "毛坝花间小院", "500235136201", 2021, 115),
    ("tonggu-farmhouse", "铜鼓农家院", "500235136202", 2021, 95),
    ("maoba-river-view", "毛坝望江楼", "500235136201", 2022, 130),
    ("tonggu-cured-meat-table", "铜鼓腊味馆", "500235136202", 2022, 110),
    ("baishui-tea-terrace", "白水花下茶舍", "500235136005", 2022, 85),
    ("sanwan-goat-house", "三湾羊肉馆", "500235136203", 2022, 90),
    ("dahua-kitchen", "大华柴火鸡", "500235136204", 2023, 95),
    ("cuitian-farm-table", "翠田田园餐厅", "500235136206", 2023, 80),
    ("xinjian-kitchen", "新建村集体食堂", "500235136205", 2024, 70),
    ("old-town-hotpot", "古镇盐帮火锅", "500235136004", 2024, 125),
];

/// The distribution of a year's takings over the months, as weights.
const MONTHS: [i64; 12] = [80, 105, 170, 110, 95, 75, 100, 115, 105, 115, 85, 70];

/// How many of a thousand records are corrected nine days later.
const CORRECTED: i64 = 25;

/// Rows of catering.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub establishments: Vec<catering_establishment::Model>,
    pub days: Vec<catering_days::Model>,
    pub takings: Vec<catering_takings::Model>,
    pub baselines: Vec<catering_baseline::Model>,
}

/// The takings of all months that have ended and were reported by today.
pub(super) fn generate(plan: &Plan, book: &mut Book) -> Records {
    let mut records = Records::default();
    let mut stream = plan.stream("catering establishments", 0);
    for (code, name, region, ..) in ESTABLISHMENTS {
        let (code, region_code) = (code.to_owned(), RegionCode::from(region));
        records.days.push(catering_days::Model {
            id: stream.id(plan.opening()),
            establishment_code: code.clone(),
            region_code: region_code.clone(),
            closed_on: None,
            recorded_at: plan.stamp(plan.opening()),
        });
        let name = name.to_owned();
        records.establishments.push(catering_establishment::Model { code, name, region_code, closed_on: None });
    }
    let instant = plan.evening(date(BASELINE_YEAR + 1, 1, 10), 0);
    records.baselines.push(catering_baseline::Model {
        id: plan.stream("catering baseline", 0).id(instant),
        region_code: RegionCode::from(TOWN),
        baseline_year: Some(BASELINE_YEAR),
        recorded_at: plan.stamp(instant),
        recorded_by: plan.clerk,
    });
    for year in plan.years() {
        let mut stream = plan.stream_of_year("catering", year);
        let mut cells = Vec::new();
        let mut weights = Vec::new();
        for month in 1..=12 {
            for (number, (.., first_year, share)) in ESTABLISHMENTS.iter().enumerate() {
                if *first_year <= year {
                    cells.push((month, number));
                    weights.push(share * MONTHS[month as usize - 1] * stream.between(88, 112));
                }
            }
        }
        let takings = apportion(CATERING_BASELINE_YUAN + Figures::of(year).catering_increase_yuan, &weights);
        for ((month, number), yuan) in cells.into_iter().zip(takings) {
            record(plan, &mut stream, book, (year, month), number, yuan, &mut records.takings);
        }
    }
    records
}

/// Records the takings of a month on the third day of the next month.
fn record(
    plan: &Plan,
    stream: &mut Stream,
    book: &mut Book,
    (year, month): (i32, u32),
    number: usize,
    yuan: i64,
    takings: &mut Vec<catering_takings::Model>,
) {
    let (code, _, region, ..) = ESTABLISHMENTS[number];
    let day = |day: u32| -> Day { if month == 12 { date(year + 1, 1, day) } else { date(year, month + 1, day) } };
    let make = |stream: &mut Stream, instant: Timestamp, yuan: i64| catering_takings::Model {
        id: stream.id(instant),
        establishment_code: code.to_owned(),
        region_code: RegionCode::from(region),
        year,
        month: month as i32,
        amount_fen: Money(yuan * 100),
        recorded_at: plan.stamp(instant),
        recorded_by: plan.clerk,
        replaced_at: None,
        void_reason: None,
        voided_by: None,
    };
    let (instant, corrected) = (plan.evening(day(3), number as i64), plan.evening(day(12), number as i64));
    let is_wrong = stream.happens(CORRECTED);
    let mut first = make(stream, instant, if is_wrong { yuan - yuan / 8 } else { yuan });
    let second = is_wrong.then(|| make(stream, corrected, yuan));
    if day(3) > plan.today {
        return;
    }
    book.enter(plan, instant, entry(&first).into_iter().collect());
    if let Some(second) = second.filter(|_| day(12) <= plan.today) {
        first.replaced_at = Some(second.recorded_at);
        let taken_back = entry(&first).map(|entry| entry.taken_back());
        book.enter(plan, corrected, taken_back.into_iter().chain(entry(&second)).collect());
        takings.push(second);
    }
    takings.push(first);
}
