//! The plan for computing rows: one question to the ledger for each span, whose answers are grouped under the keys of
//! the rows.

use std::collections::BTreeMap;

use sea_orm::ActiveEnum;

use super::{Compared, Counted, Dimension, Earlier, Row, Subject, answer::Key};
use store::{
    Reader,
    error::{Error, Result},
    ledger::{Amounts, By, Place, Question, Sum, sums},
};
use types::{Day, DaySpan, EntryKind, FIRST_YEAR, Length, Period, RegionCode, Timestamp};

/// The most rows in an answer.
pub const MOST_ROWS: usize = 5000;

pub(super) fn too_many_rows(most: usize) -> Error {
    Error::too_complex(
        format!("统计结果超过 {most} 行：请缩短时间范围或减少维度"),
        format!("more than {most} rows: ask for fewer days or dimensions"),
    )
}

/// The same error, where fewer days would not help.
pub(super) fn too_many_rows_at_once(most: usize) -> Error {
    Error::too_complex(
        format!("单个周期（未按周期分组时为全部结果）超过 {most} 行：请减少维度，或按更短的周期分组"),
        format!(
            "more than {most} rows in a single period, or in all where there are none: ask for fewer dimensions or shorter periods"
        ),
    )
}

/// The plan for computing rows.
#[derive(Clone)]
pub(super) struct Plan {
    pub(super) subject: Subject,
    pub(super) region: RegionCode,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) only: Vec<(By, String)>,
    /// The most rows allowed.
    pub(super) most: usize,
}

type Rows = BTreeMap<Key, (Option<Day>, Counted)>;

/// Sums of entries: the first day of their period, their other facets, their kind and the sums.
type Parts = Vec<(Option<Day>, Vec<String>, EntryKind, Amounts)>;

impl Plan {
    /// The rows of a span with the requested comparisons, as of an instant for which the bound is closed.
    pub(super) async fn answer(
        &self,
        snapshot: &Reader,
        span: DaySpan,
        compared: Compared,
        as_of: Timestamp,
    ) -> Result<Vec<Row>> {
        let grouping = self.grouping();
        let rows = self.fill(self.empty_rows(span)?, snapshot, span, as_of).await?;
        let (mut before, mut year_before) = (None, None);
        if compared.before {
            let earlier = span.before(grouping);
            before = Some((earlier, self.fill(Rows::new(), snapshot, earlier, as_of).await?));
        }
        if compared.year_before {
            let earlier = span.a_year_before(grouping);
            year_before = Some((earlier, self.fill(Rows::new(), snapshot, earlier, as_of).await?));
        }
        let rows = rows.into_iter().map(|(key, (day, counted))| {
            let period = grouping.zip(day).map(|(length, day)| Period::of(length, day));
            let compare = |earlier: &Option<(DaySpan, Rows)>, its_period: Option<Period>, seasons: i32| {
                earlier.as_ref().map(|(span, rows)| {
                    let key = self.earlier_key(&key, its_period, seasons);
                    let counted = rows.get(&key).map(|(_, counted)| counted.clone()).unwrap_or_default();
                    Earlier { span: its_period.map_or(*span, |period| span.within(period)), counted }
                })
            };
            let before = compare(&before, period.map(Period::before), 0);
            let year_before = compare(&year_before, period.map(Period::a_year_before), 1);
            Row { before, year_before, key, counted }
        });
        Ok(rows.collect())
    }

    /// The shortest of the period dimensions.
    fn grouping(&self) -> Option<Length> {
        self.dimensions.iter().filter_map(|dimension| dimension.length()).min()
    }

    fn key(&self, day: Option<Day>, facets: &[String]) -> Key {
        let mut facets = facets.iter();
        let values = self.dimensions.iter().map(|dimension| {
            let text = match dimension.length().zip(day) {
                Some((length, day)) => Period::of(length, day).to_string(),
                None => facets.next().cloned().unwrap_or_default(),
            };
            (*dimension, text)
        });
        Key(values.collect())
    }

    /// The key of the row to compare with: for another period, and `seasons` seasons earlier.
    fn earlier_key(&self, key: &Key, period: Option<Period>, seasons: i32) -> Key {
        let facets: Vec<String> = key
            .0
            .iter()
            .filter(|(dimension, _)| dimension.length().is_none())
            .map(|(dimension, text)| match (dimension, text.parse::<i32>()) {
                (Dimension::Season, Ok(season)) => (season - seasons).to_string(),
                _ => text.clone(),
            })
            .collect();
        self.key(period.map(Period::first), &facets)
    }

    /// Whether all dimensions are periods.
    pub(super) fn has_periods_alone(&self) -> bool {
        self.dimensions.iter().all(|dimension| dimension.length().is_some())
    }

    /// An empty row for each period if all dimensions are periods. TOO_COMPLEX if there are too many.
    pub(super) fn empty_rows(&self, span: DaySpan) -> Result<Rows> {
        let mut rows = Rows::new();
        if self.has_periods_alone() {
            for day in self.periods(span) {
                rows.insert(self.key(day, &[]), (day, Counted::default()));
                if rows.len() > self.most {
                    return Err(too_many_rows(self.most));
                }
            }
        }
        Ok(rows)
    }

    /// The first day of each period of the span, in order. A single None without period dimensions.
    pub(super) fn periods(&self, span: DaySpan) -> Vec<Option<Day>> {
        let lengths: Vec<Length> = self.dimensions.iter().filter_map(|dimension| dimension.length()).collect();
        if lengths.is_empty() {
            return vec![None];
        }
        let begins =
            |day: Day| day == span.from || lengths.iter().any(|length| Period::of(*length, day).first() == day);
        span.days().filter(|day| begins(*day)).map(Some).collect()
    }

    /// Adds the sums of the entries of a span, with a new row for each new key.
    async fn fill(&self, mut rows: Rows, snapshot: &Reader, span: DaySpan, as_of: Timestamp) -> Result<Rows> {
        if self.subject.is_state() {
            rows = self.fill_states(rows, snapshot, span, as_of).await?;
        } else {
            for (day, facets, kind, amounts) in self.parts(snapshot, span, self.grouping(), as_of).await? {
                rows.entry(self.key(day, &facets)).or_insert((day, Counted::default())).1.add(kind, amounts);
            }
            // A row that sums to zero is left out, for example a pre-order confirmed and cancelled within the days.
            rows.retain(|_, (_, counted)| self.has_periods_alone() || !counted.is_nothing());
        }
        if rows.len() > self.most { Err(too_many_rows(self.most)) } else { Ok(rows) }
    }

    /// The state at the end of each period: the sum of everything before the span's first day, plus the changes
    /// since.
    async fn fill_states(&self, mut rows: Rows, snapshot: &Reader, span: DaySpan, as_of: Timestamp) -> Result<Rows> {
        let until = DaySpan {
            from: Day::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or_default(),
            to: span.from.pred_opt().unwrap_or_default(),
        };
        let mut changes = self.parts(snapshot, until, None, as_of).await?;
        changes.extend(self.parts(snapshot, span, self.grouping(), as_of).await?);
        changes.sort_by_key(|(day, ..)| *day);
        let mut changes = changes.into_iter().peekable();
        let mut states: BTreeMap<Vec<String>, Counted> = BTreeMap::new();
        let periods = self.periods(span);
        for (position, period) in periods.iter().enumerate() {
            let next = periods.get(position + 1).copied().flatten();
            while let Some((_, facets, kind, amounts)) = changes.next_if(|(day, ..)| next.is_none() || *day < next) {
                states.entry(facets).or_default().add(kind, amounts);
            }
            for (facets, counted) in states.iter().filter(|(_, counted)| !counted.is_nothing()) {
                rows.insert(self.key(*period, facets), (*period, counted.clone()));
            }
            if rows.len() > self.most {
                return Err(too_many_rows(self.most));
            }
        }
        Ok(rows)
    }

    /// The sums of the entries of a span, by periods of a length and by the other dimensions.
    async fn parts(&self, snapshot: &Reader, span: DaySpan, length: Option<Length>, as_of: Timestamp) -> Result<Parts> {
        let period = length.map(|length| match length {
            // The databases cannot group by weeks. Their days are added up here.
            Length::Day | Length::Week => By::Day,
            Length::Month => By::Month,
            Length::Year => By::Year,
        });
        let facets = self.dimensions.iter().filter_map(|dimension| dimension.facet(&self.region));
        let by: Vec<By> = [By::Kind].into_iter().chain(period).chain(facets).collect();
        let kinds = self.subject.kinds();
        // The most sums that one row adds up: one for each kind, times seven days for a week.
        let of_a_row = kinds.len() * if length == Some(Length::Week) { 7 } else { 1 };
        let most = self.most * of_a_row + 1;
        let question = Question {
            kinds,
            place: Place::Subtree(self.region.clone()),
            from: span.from,
            to: span.to,
            only: &self.only,
            by: &by,
            as_of,
            most: Some(most as u64),
        };
        let sums = sums(snapshot, &question).await?;
        if sums.len() == most {
            return Err(too_many_rows(self.most));
        }
        sums.into_iter().map(|sum| part(sum, period.is_some(), span.from)).collect()
    }
}

/// Splits a sum into the first day of its period, its other facets and its kind. A period that began before the
/// span's first day begins on that day.
fn part(sum: Sum, has_period: bool, first: Day) -> Result<(Option<Day>, Vec<String>, EntryKind, Amounts)> {
    let mut facets = sum.facets;
    let others = facets.split_off(if has_period { 2 } else { 1 });
    let mut period = None;
    if has_period {
        let text = facets.pop().unwrap_or_default();
        let written_out = format!("{text}{}", &"0000-01-01"[text.len()..]);
        period = Some(written_out.parse::<Day>().map_err(Error::internal)?.max(first));
    }
    let kind = EntryKind::try_from_value(&facets.pop().unwrap_or_default())?;
    Ok((period, others, kind, sum.amounts))
}
