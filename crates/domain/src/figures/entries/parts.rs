//! The parts of a figure's entries: those of one kind and region over some days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use sea_orm::{ColumnTrait, Condition};

use super::Wanted;
use crate::{
    figures::{
        definitions::{Entries, Figure},
        reports::Comparison,
    },
    tourism::festivals,
};
use store::{
    Reader,
    entity::figures::ledger_entry,
    error::Result,
    ledger::{Place, booked_on},
};
use types::{Day, DaySpan, EntryKind, FIRST_YEAR, RegionCode, Timestamp, last_day_of_month};

/// The entries of one kind that are booked on one region.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) kind: EntryKind,
    pub(super) region: RegionCode,
    pub(super) span: DaySpan,
    /// Whether the figure subtracts them.
    is_taken_off: bool,
    /// Whose of them count. Everybody's, unless said.
    whose: Option<Whose>,
}

/// Whose entries count in the catering increase.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Whose {
    /// Those of every establishment, all in one way.
    Everybody(Counting),
    /// Those of some establishments, each in its way.
    Some(BTreeMap<String, Counting>),
}

/// How entries count now, next to how they counted at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counting {
    /// They counted, and still do. What was recorded since makes the difference.
    Still,
    /// They did not count. All of them make the difference.
    Anew,
    /// They count no more. What had been recorded by then is given back.
    NoMore,
}

impl Counting {
    /// How something counts. None if it counts neither now nor then.
    fn of(counts: bool, did_count: bool) -> Option<Self> {
        match (counts, did_count) {
            (true, true) => Some(Self::Still),
            (true, false) => Some(Self::Anew),
            (false, true) => Some(Self::NoMore),
            (false, false) => None,
        }
    }

    /// The entries that make the difference since an instant, of those that counted all the time: `since`.
    fn condition(self, since: Option<&(Timestamp, Condition)>) -> Condition {
        let every = Condition::all();
        match (self, since) {
            (Self::Still, Some((_, since))) => every.add(since.clone()),
            (Self::NoMore, Some((instant, _))) => every.add(ledger_entry::Column::RecordedAt.lte(*instant)),
            (Self::Still | Self::Anew | Self::NoMore, _) => every,
        }
    }
}

impl Part {
    fn whole(kind: EntryKind, region: RegionCode, span: DaySpan) -> Self {
        Self { kind, region, span, is_taken_off: false, whose: None }
    }

    /// Whether the figure subtracts an entry of the part.
    pub(super) fn takes_off(&self, row: &ledger_entry::Model) -> bool {
        let counting = match &self.whose {
            None => None,
            Some(Whose::Everybody(counting)) => Some(counting),
            Some(Whose::Some(each)) => {
                row.establishment_code.as_ref().and_then(|establishment| each.get(establishment))
            }
        };
        self.is_taken_off != (counting == Some(&Counting::NoMore))
    }

    /// Whether entries that were recorded long ago have come to count, or count no more.
    pub(super) fn has_moved(&self) -> bool {
        match &self.whose {
            None => false,
            Some(Whose::Everybody(counting)) => *counting != Counting::Still,
            Some(Whose::Some(each)) => each.values().any(|counting| *counting != Counting::Still),
        }
    }

    /// The entries of the part that count or, since an instant, those that make the difference.
    pub(super) fn share(&self, since: Option<(Timestamp, Condition)>) -> Condition {
        let since = since.as_ref();
        match &self.whose {
            None => Counting::Still.condition(since),
            Some(Whose::Everybody(counting)) => counting.condition(since),
            Some(Whose::Some(each)) => {
                let of = |way: Counting| {
                    let whose: Vec<&str> =
                        each.iter().filter(|(_, of)| **of == way).map(|(one, _)| one.as_str()).collect();
                    (!whose.is_empty())
                        .then(|| way.condition(since).add(ledger_entry::Column::EstablishmentCode.is_in(whose)))
                };
                let ways = [Counting::Still, Counting::Anew, Counting::NoMore].into_iter().filter_map(of);
                ways.fold(Condition::any(), Condition::add)
            }
        }
    }

    /// Restricts a part to the months recorded for its kind and region. Consecutive months form one part.
    pub(super) fn cut(self, months: &BTreeSet<(EntryKind, RegionCode, Day)>) -> Vec<Self> {
        let key = |month: Day| (self.kind, self.region.clone(), month);
        let first = self.span.from.with_day(1).unwrap_or(self.span.from);
        let mut parts: Vec<Self> = Vec::new();
        for (_, _, month) in months.range(key(first)..=key(self.span.to)) {
            let span = DaySpan { from: self.span.from.max(*month), to: self.span.to.min(last_day_of_month(*month)) };
            match parts.last_mut() {
                Some(last) if last.span.to.succ_opt() == Some(span.from) => last.span.to = span.to,
                _ => parts.push(Self { span, ..self.clone() }),
            }
        }
        parts
    }
}

/// The parts of a figure's entries, in order.
pub(super) async fn parts(snapshot: &Reader, wanted: &Wanted, region: &RegionCode, span: DaySpan) -> Result<Vec<Part>> {
    let figure = wanted.figure;
    let first = Day::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default();
    let since_ever = DaySpan { from: first, to: span.to.min(wanted.as_of.day()) };
    match figure.entries {
        Entries::OfItsDays | Entries::OfFruit | Entries::OfProducts => whole(snapshot, figure, region, span).await,
        Entries::UpToItsEnd | Entries::UpToItsEndOnTheRegion => whole(snapshot, figure, region, since_ever).await,
        Entries::OfEditions => {
            let mut parts = whole(snapshot, figure, region, since_ever).await?;
            parts.retain(|part| festivals::is_counted_in(&part.region, region));
            Ok(parts)
        }
        Entries::OverTheBaseline => {
            let now = Comparison::load(snapshot, region, span, wanted.as_of).await?;
            let then = match wanted.recorded_after {
                Some(instant) => Some(Comparison::load(snapshot, region, span, instant.min(wanted.as_of)).await?),
                None => None,
            };
            let mut parts = Vec::new();
            for part in whole(snapshot, figure, region, span).await? {
                let is_compared = |comparison: &Comparison| {
                    comparison.baseline_of(&part.region).is_some_and(|year| year != span.from.year())
                };
                let did_count = then.as_ref().map_or(is_compared(&now), is_compared);
                if let Some(counting) = Counting::of(is_compared(&now), did_count) {
                    parts.push(Part { whose: Some(Whose::Everybody(counting)), ..part });
                }
            }
            parts.extend(of_baselines(span, &now, then.as_ref()));
            parts.sort_by(|one, other| (&one.region, one.span.from).cmp(&(&other.region, other.span.from)));
            Ok(parts)
        }
    }
}

async fn whole(snapshot: &Reader, figure: &Figure, region: &RegionCode, span: DaySpan) -> Result<Vec<Part>> {
    let place: Place = figure.place(region);
    let booked = booked_on(snapshot, figure.kinds, &place, span.from, span.to).await?;
    Ok(booked.into_iter().map(|(kind, region)| Part::whole(kind, region, span)).collect())
}

/// The months of baseline years that are taken off, each for the establishments whose month counts. Consecutive months
/// of the same establishments form one part.
fn of_baselines(span: DaySpan, now: &Comparison, then: Option<&Comparison>) -> Vec<Part> {
    let taken_off = |comparison: &Comparison| -> BTreeSet<(RegionCode, Day, String)> {
        let pairs = comparison.pairs(span).filter(|pair| pair.baseline != pair.month);
        pairs.map(|pair| (pair.region.clone(), pair.baseline, pair.establishment.clone())).collect()
    };
    let now = taken_off(now);
    let then = then.map_or_else(|| now.clone(), taken_off);
    let mut months: BTreeMap<(RegionCode, Day), BTreeMap<String, Counting>> = BTreeMap::new();
    for one in now.union(&then) {
        let counting = Counting::of(now.contains(one), then.contains(one));
        let (region, month, establishment) = one.clone();
        months.entry((region, month)).or_default().extend(counting.map(|counting| (establishment, counting)));
    }
    let mut parts: Vec<Part> = Vec::new();
    for ((region, from), each) in months {
        let (span, whose) = (DaySpan { from, to: last_day_of_month(from) }, Some(Whose::Some(each)));
        match parts.last_mut() {
            Some(last)
                if last.region == region && last.whose == whose && last.span.to.succ_opt() == Some(span.from) =>
            {
                last.span.to = span.to;
            }
            _ => parts.push(Part { is_taken_off: true, whose, ..Part::whole(EntryKind::Catering, region, span) }),
        }
    }
    parts
}
