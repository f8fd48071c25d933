//! Land in the notebook: plots that are divided, joined, corrected, taken out of use and put back.

use std::collections::BTreeSet;

use serde_json::json;

use super::{DAYS, Notebook, Step, VILLAGES, accepted, decimal};
use crate::app::{Client, text};

/// A plot as it is known from a minute on: the village, the day from which it counts, and the first day on which it no
/// longer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) minute: i64,
    pub(super) village: usize,
    pub(super) from: String,
    pub(super) until: Option<String>,
}

#[derive(Debug)]
pub(super) struct NotedPlot {
    pub(super) id: String,
    pub(super) grower: usize,
    pub(super) area: i64,
    /// Whether it counts from 1 January of its planted year.
    pub(super) counts_from_year: bool,
    pub(super) known: Vec<Known>,
}

impl NotedPlot {
    pub(super) fn now(&self) -> Known {
        self.known.last().expect("it was registered").clone()
    }

    /// The village in which it counted on a day, as known at the end of a minute.
    pub(super) fn counts_in(&self, day: &str, minute: i64) -> Option<usize> {
        let known = self.known.iter().rfind(|known| known.minute <= minute)?;
        let counts = known.from.as_str() <= day && known.until.as_ref().is_none_or(|until| until.as_str() > day);
        counts.then_some(known.village)
    }
}

impl Notebook {
    /// A change of land counts if it is accepted. Whether it may be refused is tested elsewhere; that nothing counts
    /// twice, `lihua verify` sees.
    pub(super) async fn write_land(&mut self, step: Step, minute: i64, clerk: &Client) {
        match step {
            Step::Retire { of, day } => {
                let Some(plot) = self.plots.get_mut(of) else { return };
                let input = json!({"plotId": plot.id, "from": DAYS[day]});
                if accepted(clerk, "takePlotOutOfUse", input, "__typename").await.is_some() {
                    plot.known.push(Known { minute, until: Some(DAYS[day].to_owned()), ..plot.now() });
                }
            }
            Step::PutBack { of } => {
                let Some(plot) = self.plots.get_mut(of) else { return };
                let input = json!({"plotId": plot.id, "reason": "误停"});
                if accepted(clerk, "putPlotBackInUse", input, "__typename").await.is_some() {
                    plot.known.push(Known { minute, until: None, ..plot.now() });
                }
            }
            Step::Divide { of, day, percent } => {
                let Some(plot) = self.plots.get(of).filter(|plot| plot.area > 1) else { return };
                let first = (plot.area * percent / 100).max(1);
                let areas = [first, plot.area - first];
                let parts = areas.map(|area| json!({"areaMu": decimal(area, 2)}));
                let input = json!({"plotId": plot.id, "from": DAYS[day], "parts": parts});
                if let Some(made) = accepted(clerk, "dividePlot", input, "plots { id }").await {
                    let ids = areas.iter().enumerate().map(|(part, area)| (text(&made["plots"][part]["id"]), *area));
                    self.replace(&[of], DAYS[day], minute, ids.collect());
                }
            }
            Step::Join { of, with, day } => {
                let (Some(plot), Some(other)) = (self.plots.get(of), self.plots.get(with)) else { return };
                let input = json!({"plotIds": [plot.id, other.id], "from": DAYS[day]});
                let area = plot.area + other.area;
                if let Some(made) = accepted(clerk, "joinPlots", input, "plot { id }").await {
                    self.replace(&[of, with], DAYS[day], minute, vec![(text(&made["plot"]["id"]), area)]);
                }
            }
            Step::Correct { of, year, village } => {
                let Some(plot) = self.plots.get_mut(of) else { return };
                let region = village.map(|village| VILLAGES[village]);
                let input = json!({"plotId": plot.id, "plantedYear": year, "regionCode": region, "reason": "看错证"});
                if accepted(clerk, "correctPlot", input, "__typename").await.is_some() {
                    let mut known = Known { minute, ..plot.now() };
                    known.village = village.unwrap_or(known.village);
                    if let Some(year) = year.filter(|_| plot.counts_from_year) {
                        known.from = format!("{year}-01-01");
                    }
                    plot.known.push(known);
                }
            }
            other => panic!("{other:?} is no change of land"),
        }
    }

    /// Others, with their areas, take the place of plots from a day on.
    fn replace(&mut self, plots: &[usize], day: &str, minute: i64, others: Vec<(String, i64)>) {
        for of in plots {
            let plot = &mut self.plots[*of];
            plot.known.push(Known { minute, until: Some(day.to_owned()), ..plot.now() });
        }
        let (grower, village) = (self.plots[plots[0]].grower, self.plots[plots[0]].now().village);
        for (id, area) in others {
            let known = vec![Known { minute, village, from: day.to_owned(), until: None }];
            self.plots.push(NotedPlot { id, grower, area, counts_from_year: false, known });
        }
    }

    /// The planted area of some villages at the end of a year, and the number of their growers, as known at the end of
    /// a minute.
    pub(super) fn land(&self, year: i32, minute: i64, villages: &[usize]) -> (i64, usize) {
        let last_day = format!("{year}-12-31").min("2026-11-24".to_owned());
        let is_there =
            |plot: &&NotedPlot| plot.counts_in(&last_day, minute).is_some_and(|village| villages.contains(&village));
        let growers: BTreeSet<usize> = self.plots.iter().filter(is_there).map(|plot| plot.grower).collect();
        (self.plots.iter().filter(is_there).map(|plot| plot.area).sum(), growers.len())
    }
}
