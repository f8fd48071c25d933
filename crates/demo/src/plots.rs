//! Plots and their history: planted over the years, resurveyed, regrafted, handed over, taken out of use.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    apportion::apportion,
    book::Book,
    growers::{Grower, JOINT_COMPANY, SIGN_IN},
    plan::{FIRST_BOOK_YEAR, Plan, Stream, date},
    town::{COMMUNITIES, OLD_TOWN, PLANTED_AREA},
};
use domain::registers::plot_terms::{Step, area_entries, by_use, use_entries};
use store::{
    entity::registers::{plot, plot_term},
    ledger::Entry,
};
use types::{Day, GrowerKind, Mu, RegionCode, Timestamp};

/// A variety: code, share of the plots, trees per mu.
const VARIETIES: [(&str, i64, i64); 4] = [
    ("fengshui-pear", 430, 52),
    ("yunan-navel-orange", 290, 60),
    ("sanhong-pomelo", 170, 42),
    ("yellow-peach", 110, 56),
];

/// A planned plot, before areas are divided.
struct Draft {
    grower: usize,
    community: usize,
    variety: usize,
    planted_year: i32,
    registered: Timestamp,
    /// Its share of the town's area, as a weight.
    weight: i64,
    trees_are_counted: bool,
    change: Option<(Day, Change)>,
}

/// A change of a plot. There is at most one.
#[derive(Clone, Copy)]
enum Change {
    OutOfUse,
    /// The area before, in thousandths of the area after.
    SurveyedAgain(i64),
    Regrafted(usize),
    HandedOver(usize),
}

/// A plot as it is today, with what the records of its fruit need.
#[derive(Debug)]
pub(super) struct Plot {
    /// Its row.
    pub row: plot::Model,
    /// The grower who works it, as an index.
    pub grower: usize,
    /// Whether it has been unchanged since it was planted.
    pub is_unchanged: bool,
}

/// The plots and all their terms.
#[derive(Debug, Default)]
pub(super) struct Land {
    /// The plots.
    pub plots: Vec<Plot>,
    /// Their terms.
    pub terms: Vec<plot_term::Model>,
}

/// Creates all plots, with areas that add up to the published area. Enters their terms in the book in the order of
/// recording.
pub(super) fn generate(plan: &Plan, growers: &[Grower], book: &mut Book) -> Land {
    let drafts: Vec<Draft> = (0..growers.len()).flat_map(|grower| drafts_of(plan, growers, grower)).collect();
    let stays = |draft: &Draft| !matches!(draft.change, Some((_, Change::OutOfUse)));
    let weights: Vec<i64> = drafts.iter().map(|draft| if stays(draft) { draft.weight } else { 0 }).collect();
    let areas = apportion(PLANTED_AREA, &weights);
    let sum: i64 = weights.iter().sum();
    let mut land = Land::default();
    let mut recorded = Vec::new();
    for (index, (draft, area)) in drafts.into_iter().zip(areas).enumerate() {
        // Plots out of use by the end of 2024 come in addition, on the same scale.
        let area = if stays(&draft) { area } else { draft.weight * PLANTED_AREA / sum };
        recorded.extend(make(plan, growers, index, &draft, area, &mut land));
    }
    enter(plan, recorded, book, &land);
    land
}

fn drafts_of(plan: &Plan, growers: &[Grower], index: usize) -> Vec<Draft> {
    let grower = &growers[index];
    let stream = &mut plan.stream("plots", index);
    if index == SIGN_IN {
        let plots = [(4, 0, 486, 2012), (5, 1, 362, 2014)];
        return plots
            .map(|(community, variety, weight, year)| fixed(plan, index, community, variety, weight, year))
            .into();
    }
    if index == JOINT_COMPANY {
        let plots = (0..2 * OLD_TOWN).map(|number| {
            fixed(
                plan,
                index,
                number % OLD_TOWN,
                number / OLD_TOWN,
                stream.between(700, 1_100),
                2016 + (number % 3) as i32,
            )
        });
        return plots.collect();
    }
    // Weights are tenths of a mu.
    let (plots, least, most) = match grower.row.kind {
        GrowerKind::Household => (1 + stream.weighted(&[640, 270, 90]), 22, 105),
        GrowerKind::FamilyFarm => (2 + stream.weighted(&[500, 300, 200]), 200, 800),
        GrowerKind::Cooperative => (3 + stream.weighted(&[400, 300, 200, 100]), 700, 2_000),
        GrowerKind::Company => (4 + stream.weighted(&[300, 300, 200, 200]), 1_800, 4_200),
    };
    let total = stream.between(least, most);
    let shares: Vec<i64> = (0..plots).map(|_| stream.between(60, 140)).collect();
    let parts = apportion(total, &shares);
    parts.into_iter().map(|weight| draft(plan, stream, growers, index, weight)).collect()
}

fn fixed(plan: &Plan, grower: usize, community: usize, variety: usize, weight: i64, planted_year: i32) -> Draft {
    let registered = plan.opening();
    Draft { grower, community, variety, planted_year, registered, weight, trees_are_counted: true, change: None }
}

fn draft(plan: &Plan, stream: &mut Stream, growers: &[Grower], index: usize, weight: i64) -> Draft {
    let grower = &growers[index];
    let own = grower.community.unwrap_or_default();
    let community = if stream.happens(920) { own } else { (own + 1) % COMMUNITIES.len() };
    let variety = stream.weighted(&VARIETIES.map(|(_, share, _)| share));
    let planted_year = if grower.since > FIRST_BOOK_YEAR {
        grower.since
    } else if stream.happens(60) {
        stream.between(2021, 2024) as i32
    } else {
        stream.between(2003, 2020) as i32
    };
    let registered = if planted_year < FIRST_BOOK_YEAR {
        grower.registered
    } else {
        plan.evening(date(planted_year, 4, stream.between(1, 28).unsigned_abs() as u32), 0)
    };
    let change = change(stream, growers, index, variety, planted_year);
    Draft {
        grower: index,
        community,
        variety,
        planted_year,
        registered,
        weight,
        trees_are_counted: stream.happens(700),
        change,
    }
}

/// What happens to a plot, and when. Areas change until 2024; after that the town's area stays as published.
fn change(
    stream: &mut Stream,
    growers: &[Grower],
    index: usize,
    variety: usize,
    planted_year: i32,
) -> Option<(Day, Change)> {
    let kind = stream.weighted(&[7, 26, 18, 6, 943]);
    let first_year = i64::from(FIRST_BOOK_YEAR.max(planted_year + 1));
    let last_year = if kind < 2 { 2024 } else { 2026 };
    if kind > 3 || first_year > last_year {
        return None;
    }
    // From May, when the plots of a year are registered, to November.
    let year = stream.between(first_year, last_year) as i32;
    let day = date(year, stream.between(5, 11) as u32, stream.between(1, 30) as u32);
    let change = match kind {
        0 => Change::OutOfUse,
        1 => Change::SurveyedAgain(stream.between(940, 1_060)),
        2 => Change::Regrafted((variety + 1 + stream.weighted(&[3, 2, 1])) % VARIETIES.len()),
        _ => {
            let near = (index + 1..growers.len()).find(|other| growers[*other].since == FIRST_BOOK_YEAR);
            Change::HandedOver(near?)
        }
    };
    Some((day, change))
}

/// Creates the row and the terms of a plot. Returns when each term was recorded.
fn make(
    plan: &Plan,
    growers: &[Grower],
    index: usize,
    draft: &Draft,
    area: i64,
    land: &mut Land,
) -> Vec<(Timestamp, usize)> {
    let stream = &mut plan.stream("plot rows", index);
    let (code, _, trees) = VARIETIES[draft.variety];
    let before = match draft.change {
        Some((_, Change::SurveyedAgain(permille))) => area * permille / 1000,
        _ => area,
    };
    let id = stream.id(draft.registered);
    let first = plot_term::Model {
        id: stream.id(draft.registered),
        plot_id: id,
        position: 1,
        starts_on: date(draft.planted_year, 1, 1),
        is_in_use: true,
        grower_id: growers[draft.grower].row.id,
        grower_kind: growers[draft.grower].row.kind,
        region_code: RegionCode::from(COMMUNITIES[draft.community].code),
        variety_code: code.to_owned(),
        area_mu_hundredths: Mu(before),
        recorded_at: plan.stamp(draft.registered),
        recorded_by: plan.clerk,
        voided_at: None,
        void_reason: None,
        voided_by: None,
    };
    let mut terms = vec![(draft.registered, first)];
    let mut grower = draft.grower;
    if let Some((day, change)) = draft.change.filter(|(day, _)| *day <= plan.today) {
        let instant = plan.evening(day, index as i64);
        let (_, first) = &terms[0];
        let mut next = plot_term::Model {
            id: stream.id(instant),
            position: 2,
            starts_on: day,
            recorded_at: plan.stamp(instant),
            area_mu_hundredths: Mu(area),
            ..first.clone()
        };
        match change {
            Change::OutOfUse => next.is_in_use = false,
            Change::SurveyedAgain(_) => {}
            Change::Regrafted(variety) => next.variety_code = VARIETIES[variety].0.to_owned(),
            Change::HandedOver(other) => {
                grower = other;
                next.grower_id = growers[other].row.id;
                next.grower_kind = growers[other].row.kind;
            }
        }
        terms.push((instant, next));
    }
    let (_, last) = &terms[terms.len() - 1];
    let trees = i32::try_from((area * trees / 100).max(1)).unwrap_or(i32::MAX);
    let row = plot::Model {
        id,
        grower_id: last.grower_id,
        region_code: last.region_code.clone(),
        variety_code: last.variety_code.clone(),
        area_mu_hundredths: last.area_mu_hundredths,
        planted_year: draft.planted_year,
        tree_count: draft.trees_are_counted.then_some(trees),
        out_of_use_from: (!last.is_in_use).then_some(last.starts_on),
        registered_at: plan.stamp(draft.registered),
        counts_from: None,
    };
    land.plots.push(Plot { row, grower, is_unchanged: draft.change.is_none() });
    let first_position = land.terms.len();
    let (instants, terms): (Vec<_>, Vec<_>) = terms.into_iter().unzip();
    land.terms.extend(terms);
    instants.into_iter().zip(first_position..).collect()
}

/// Enters the terms in the order of recording, because what a term changes depends on what was recorded before it.
fn enter(plan: &Plan, mut recorded: Vec<(Timestamp, usize)>, book: &mut Book, land: &Land) {
    recorded.sort();
    let mut last: HashMap<_, usize> = HashMap::new();
    let mut steps = HashMap::new();
    for (instant, position) in recorded {
        let term = &land.terms[position];
        let previous = last.insert(term.plot_id, position).map(|position| &land.terms[position]);
        book.enter(plan, instant, with_use(area_entries(previous, term), &mut steps));
    }
}

/// Entries of area, followed by the changes that they cause in growers' use of varieties, given the steps entered
/// before.
pub(super) fn with_use(mut entries: Vec<Entry>, steps: &mut HashMap<(Uuid, String), Vec<Step>>) -> Vec<Entry> {
    let mut of_growers = Vec::new();
    for ((grower, variety), added) in by_use(&entries) {
        let known = steps.entry((grower, variety.clone())).or_default();
        of_growers.extend(use_entries(grower, &variety, known, &added));
        known.extend(added.into_iter().map(Step::of));
    }
    entries.extend(of_growers);
    entries
}
