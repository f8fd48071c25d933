//! The uplift of a festival.

use async_graphql::SimpleObject;

use super::festivals::Festival;
use crate::graphql::{
    list::List,
    scalar::{Date, DateTime, Decimal, int},
};
use domain::figures::uplift::{EarlierYear, Figures, Stretch, Uplift};
use store::error::{Error, Result};
use types::{Money, Ratio, UpliftBaseline};

/// The uplift of a festival edition: what its days brought, in its region and everything below it, next to a baseline.
/// It states by how much the days differ, not why: a warm spring or a new road also has an effect.
#[derive(SimpleObject)]
pub(crate) struct FestivalUplift {
    /// The edition in its current state.
    festival: Festival,
    /// The baseline that its days are compared with.
    baseline: UpliftBaseline,
    /// Whether the edition's last day is before the day of `asOf`. If not, only the days before it are compared, which
    /// are over, with as many days of each earlier year.
    is_over: bool,
    /// The first observed day.
    from: Date,
    /// The last observed day.
    to: Date,
    /// The first day of the months whose takings are compared. Takings are recorded by month, so all months that
    /// contain an observed day are counted in full, as far as they are over.
    takings_from: Date,
    /// The last day of these months.
    takings_to: Date,
    /// Visitors (游客) in person-times (人次) at the sites that count towards the total.
    visitors: CountUplift,
    /// Sales (销售) of fruit and of goods of plants, in yuan.
    sales_yuan: AmountUplift,
    /// Pre-sales (预售) in yuan: pre-orders confirmed on the days, less cancellations and shortfalls on them.
    presale_yuan: AmountUplift,
    /// Takings of catering establishments (餐饮营业额) in these months, in yuan. Before the first of the months is over
    /// there is no baseline.
    takings_yuan: AmountUplift,
    /// The days that the baseline is computed from: the same days of the year before, or of the three years before,
    /// newest first. One or three rows.
    earlier_years: List<EarlierDays>,
    /// The instant up to which records count. The same query with this instant always returns the same figures.
    as_of: DateTime,
}

/// A count, with its baseline.
#[derive(SimpleObject)]
struct CountUplift {
    /// The observed value, on the edition's days.
    observed: i32,
    /// The baseline value, on the same days of earlier years. An average is rounded half up. Null if no earlier year
    /// has records.
    baseline: Option<i32>,
    /// The observed value less the baseline. Null without a baseline.
    difference: Option<i32>,
    /// The observed value divided by the baseline, four decimal places, rounded half up. 1.0000 means no change. Null
    /// unless the baseline is greater than 0.
    ratio: Option<Decimal>,
}

/// An amount, with its baseline.
#[derive(SimpleObject)]
struct AmountUplift {
    /// The observed value, on the edition's days, in yuan, two decimal places.
    observed: Decimal,
    /// The baseline value, on the same days of earlier years. An average is rounded half up to the fen. Null if no
    /// earlier year has records.
    baseline: Option<Decimal>,
    /// The observed value less the baseline. Null without a baseline.
    difference: Option<Decimal>,
    /// The observed value divided by the baseline, four decimal places, rounded half up. 1.0000 means no change. Null
    /// unless the baseline is greater than 0.
    ratio: Option<Decimal>,
}

/// The same days of an earlier year, and what they brought.
#[derive(SimpleObject)]
struct EarlierDays {
    /// The first day. 28 February instead of 29 February.
    from: Date,
    /// The last day.
    to: Date,
    /// The first day of the months whose takings are compared.
    takings_from: Date,
    /// The last day of these months.
    takings_to: Date,
    /// Whether the calendar years of these days have any sale, pre-sale, visitor or catering record. Days without
    /// records are in no baseline: an average divides by the number of the others.
    has_records: bool,
    /// Visitors in person-times.
    visitors: i32,
    /// Sales in yuan, two decimal places.
    sales_yuan: Decimal,
    /// Pre-sales in yuan, two decimal places.
    presale_yuan: Decimal,
    /// Takings of the months, in yuan, two decimal places.
    takings_yuan: Decimal,
}

fn count(observed: i64, baseline: Option<i64>) -> Result<CountUplift> {
    Ok(CountUplift {
        observed: int(observed)?,
        baseline: baseline.map(int).transpose()?,
        difference: baseline.map(|baseline| int(observed - baseline)).transpose()?,
        ratio: ratio(observed, baseline),
    })
}

fn amount(observed: Money, baseline: Option<Money>) -> AmountUplift {
    AmountUplift {
        observed: observed.into(),
        baseline: baseline.map(Decimal::from),
        difference: baseline.map(|baseline| (observed - baseline).into()),
        ratio: ratio(observed.0, baseline.map(|baseline| baseline.0)),
    }
}

fn ratio(observed: i64, baseline: Option<i64>) -> Option<Decimal> {
    Ratio::between(observed, baseline?).map(Decimal::from)
}

impl TryFrom<Uplift> for FestivalUplift {
    type Error = Error;

    fn try_from(uplift: Uplift) -> Result<Self> {
        let usual = uplift.baseline_figures();
        let Uplift { festival, baseline, is_over, observed, is_month_over, earlier_years, as_of } = uplift;
        let Stretch { days, months, figures } = observed;
        Ok(Self {
            festival: festival.into(),
            baseline,
            is_over,
            from: days.from.into(),
            to: days.to.into(),
            takings_from: months.from.into(),
            takings_to: months.to.into(),
            visitors: count(figures.visitors, usual.map(|usual| usual.visitors))?,
            sales_yuan: amount(figures.sales, usual.map(|usual| usual.sales)),
            presale_yuan: amount(figures.presale, usual.map(|usual| usual.presale)),
            takings_yuan: amount(figures.takings, usual.filter(|_| is_month_over).map(|usual| usual.takings)),
            earlier_years: earlier_years.into_iter().map(EarlierDays::try_from).collect::<Result<_>>()?,
            as_of: as_of.into(),
        })
    }
}

impl TryFrom<EarlierYear> for EarlierDays {
    type Error = Error;

    fn try_from(year: EarlierYear) -> Result<Self> {
        let EarlierYear { stretch: Stretch { days, months, figures }, has_records } = year;
        let Figures { visitors, sales, presale, takings } = figures;
        Ok(Self {
            from: days.from.into(),
            to: days.to.into(),
            takings_from: months.from.into(),
            takings_to: months.to.into(),
            has_records,
            visitors: int(visitors)?,
            sales_yuan: sales.into(),
            presale_yuan: presale.into(),
            takings_yuan: takings.into(),
        })
    }
}
