//! The growers of a large town with their plots, and who sells what.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    super::{
        book::Book,
        goods::FRUIT,
        growers::{REGISTERED, name, row},
        plan::{Plan, Stream, at, date},
        plots::with_use,
        town::COMMUNITIES,
    },
    sales::first_day,
};
use domain::registers::plot_terms::area_entries;
use store::entity::registers::{grower, plot, plot_term};
use types::{GrowerKind, Mu, RegionCode, Timestamp};

/// The range of areas of a household's plots in hundredths of a mu, and the factors for the other kinds.
const AREA: (i64, i64) = (60, 400);
const TIMES: [(GrowerKind, i64); 4] =
    [(GrowerKind::Household, 1), (GrowerKind::FamilyFarm, 8), (GrowerKind::Cooperative, 25), (GrowerKind::Company, 50)];
/// The number of plots of a grower, as weights.
const PLOTS: [i64; 5] = [15, 25, 25, 20, 15];
/// The years in which the plots were planted. All bear fruit by the first sales.
const PLANTED: (i64, i64) = (2_000, 2_012);
/// Trees per mu.
const TREES: i64 = 52;

/// A grower with its plots.
pub(super) struct Holding {
    pub grower: grower::Model,
    pub plots: Vec<(plot::Model, plot_term::Model)>,
}

/// Creates a grower by its number, and enters its plots in the book.
pub(super) fn holding(plan: &Plan, number: usize, book: &mut Book) -> Holding {
    let stream = &mut plan.stream("growers of a large town", number);
    let (kind, _) = REGISTERED[stream.weighted(&REGISTERED.map(|(_, growers)| growers))];
    let community = stream.weighted(&COMMUNITIES.map(|community| community.growers));
    // One after the other, on the morning of the day of the first sales.
    let registered = at(first_day(plan), 6 * 3600).plus(1_000 * number as i64);
    let name = name(stream, kind, community, number);
    let grower = row(plan, stream, kind, COMMUNITIES[community].code, name, registered);
    let plots: Vec<_> =
        (0..=stream.weighted(&PLOTS)).map(|_| plot(plan, stream, &grower, community, registered)).collect();
    let areas = plots.iter().flat_map(|(_, term)| area_entries(None, term)).collect();
    book.enter(plan, registered, with_use(areas, &mut HashMap::new()));
    Holding { grower, plots }
}

fn plot(
    plan: &Plan,
    stream: &mut Stream,
    grower: &grower::Model,
    own: usize,
    registered: Timestamp,
) -> (plot::Model, plot_term::Model) {
    let community = if stream.happens(920) { own } else { (own + 1) % COMMUNITIES.len() };
    let variety = stream.weighted(&FRUIT.each_ref().map(|fruit| fruit.revenue));
    let times = TIMES.iter().find(|(kind, _)| *kind == grower.kind).map_or(1, |(_, times)| *times);
    let area = stream.between(AREA.0, AREA.1) * times;
    let planted_year = stream.between(PLANTED.0, PLANTED.1) as i32;
    let row = plot::Model {
        id: stream.id(registered),
        grower_id: grower.id,
        region_code: RegionCode::from(COMMUNITIES[community].code),
        variety_code: FRUIT[variety].variety.to_owned(),
        area_mu_hundredths: Mu(area),
        planted_year,
        tree_count: i32::try_from(area * TREES / 100).ok(),
        out_of_use_from: None,
        registered_at: plan.stamp(registered),
        counts_from: None,
    };
    let term = plot_term::Model {
        id: stream.id(registered),
        plot_id: row.id,
        position: 1,
        starts_on: date(planted_year, 1, 1),
        is_in_use: true,
        grower_id: grower.id,
        grower_kind: grower.kind,
        region_code: row.region_code.clone(),
        variety_code: row.variety_code.clone(),
        area_mu_hundredths: row.area_mu_hundredths,
        recorded_at: plan.stamp(registered),
        recorded_by: plan.clerk,
        voided_at: None,
        void_reason: None,
        voided_by: None,
    };
    (row, term)
}

/// The grower whose fruit from a plot is sold.
#[derive(Debug, Clone)]
pub(super) struct Seller {
    pub grower: Uuid,
    pub kind: GrowerKind,
    /// The region of the plot.
    pub region: RegionCode,
}

/// The sellers of each fruit.
#[derive(Debug, Default)]
pub(super) struct Sellers([Vec<Seller>; FRUIT.len()]);

impl Sellers {
    /// Adds a grower once for each of its plots.
    pub(super) fn add(&mut self, holding: &Holding) {
        for (plot, _) in &holding.plots {
            let fruit = FRUIT.iter().position(|fruit| fruit.variety == plot.variety_code).unwrap_or_default();
            self.0[fruit].push(Seller {
                grower: holding.grower.id,
                kind: holding.grower.kind,
                region: plot.region_code.clone(),
            });
        }
    }

    /// A random seller of a fruit.
    pub(super) fn pick(&self, stream: &mut Stream, fruit: usize) -> Option<&Seller> {
        (!self.0[fruit].is_empty()).then(|| stream.pick(&self.0[fruit]))
    }
}
