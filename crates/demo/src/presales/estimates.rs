//! Estimates of the harvest: one of each crop before it ripens, and a second one of most crops.

use super::{
    super::{
        plan::{Plan, Stream, at, date},
        town::TOWN,
    },
    offers::shortfall_of,
};
use store::entity::presales::harvest_estimate;
use types::{Kilograms, RegionCode, Timestamp};

/// When a crop is estimated.
struct Crop {
    /// Code of the variety.
    variety: &'static str,
    /// Its size in a good year.
    tonnes: i64,
    /// Month and day of the first estimate.
    first: (u32, u32),
    /// Month and day of the second estimate.
    again: (u32, u32),
}

const CROPS: [Crop; 4] = [
    Crop { variety: "fengshui-pear", tonnes: 4_000, first: (5, 12), again: (6, 26) },
    Crop { variety: "yellow-peach", tonnes: 760, first: (5, 6), again: (6, 5) },
    Crop { variety: "sanhong-pomelo", tonnes: 2_100, first: (8, 4), again: (9, 19) },
    Crop { variety: "yunan-navel-orange", tonnes: 2_700, first: (9, 24), again: (11, 14) },
];

/// How many of a thousand crops are estimated again. Crops that fall short always are.
const AGAIN: i64 = 700;

/// The estimates recorded by yesterday.
pub(super) fn generate(plan: &Plan) -> Vec<harvest_estimate::Model> {
    let mut estimates = Vec::new();
    for season in plan.years() {
        for crop in &CROPS {
            let stream = &mut plan.stream_of_year(&format!("estimates of {}", crop.variety), season);
            let shortfall = shortfall_of(crop.variety, season);
            let (left, note) =
                shortfall.map_or((1_000, "成熟前复查"), |shortfall| (shortfall.left_permille, shortfall.note));
            let instants = [crop.first, crop.again].map(|(month, day)| at(date(season, month, day), 10 * 3600));
            let mut first = estimate(plan, stream, crop, season, (instants[0], 1_000, "挂果情况抽样"));
            let second = estimate(plan, stream, crop, season, (instants[1], left, note));
            let is_again = stream.happens(AGAIN) || shortfall.is_some();
            if is_again && instants[1] < plan.midnight() {
                first.replaced_at = Some(second.recorded_at);
                estimates.push(second);
            }
            if instants[0] < plan.midnight() {
                estimates.push(first);
            }
        }
    }
    estimates
}

fn estimate(
    plan: &Plan,
    stream: &mut Stream,
    crop: &Crop,
    season: i32,
    (instant, left_permille, note): (Timestamp, i64, &str),
) -> harvest_estimate::Model {
    harvest_estimate::Model {
        id: stream.id(instant),
        region_code: RegionCode::from(TOWN),
        variety_code: crop.variety.to_owned(),
        season,
        // A tonne is a million grams.
        quantity_g: Kilograms(crop.tonnes * left_permille * stream.between(960, 1_040)),
        note: Some(note.to_owned()),
        recorded_at: plan.stamp(instant),
        recorded_by: plan.clerk,
        replaced_at: None,
        void_reason: None,
        voided_by: None,
    }
}
