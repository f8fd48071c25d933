//! The uplift of a festival.

use async_graphql::{Context, ID, Object, SimpleObject};

use super::reports::int;
use crate::graphql::{
    document::cost::list_size,
    guard::{self, allow, database, nullable},
    input,
    scalar::{Date, DateTime, Decimal},
    tourism::festivals::Festival,
};
use domain::figures::uplift::{self, EarlierYear, Figures, Stretch, Uplift};
use store::error::{Error, Result};
use types::{Money, Ratio, RegionCode, UpliftBaseline};

/// What the days of a festival's edition brought, in its region and all below it, and beside that their baseline. It
/// says by how much days differ, and not why: a warm spring or a new road is in it, too.
#[derive(SimpleObject)]
struct FestivalUplift {
    /// The edition, as it is now.
    festival: Festival,
    /// What its days are compared with.
    baseline: UpliftBaseline,
    /// Whether the edition's last day lies before that of `asOf`. While it does not, the days are those until then, and
    /// as many of each earlier year.
    is_over: bool,
    /// The first day observed.
    from: Date,
    /// The last day observed.
    to: Date,
    /// The first day of the months whose takings are compared: takings are recorded by month, so that those of all
    /// months in which the days lie are taken whole.
    takings_from: Date,
    /// The last day of these months.
    takings_to: Date,
    /// Visitors (游客) in person-times (人次) at the sites that count.
    visitors: CountUplift,
    /// Sales (销售) of fruit and of plants' goods in yuan.
    sales_yuan: AmountUplift,
    /// Pre-sales (预售) in yuan: pre-orders confirmed on the days, less what was cancelled or fell short on them.
    presale_yuan: AmountUplift,
    /// Takings of catering establishments (餐饮营业额) of the months, in yuan.
    takings_yuan: AmountUplift,
    /// What the baseline is made of: the same days of the year before, or of the three years before, the newest first.
    /// One or three rows.
    earlier_years: Vec<EarlierDays>,
    /// The instant up to which records are counted. Asked again with it, the figures are the same for ever.
    as_of: DateTime,
}

/// A count, beside its baseline.
#[derive(SimpleObject)]
struct CountUplift {
    /// What the edition's days brought.
    observed: i32,
    /// What the same days had brought before; a mean is rounded half up. Null where no earlier year has records.
    baseline: Option<i32>,
    /// Observed less baseline. Null without a baseline.
    difference: Option<i32>,
    /// Observed divided by the baseline, four decimal places, rounded half up: 1.0000 is as much as before. Null unless
    /// the baseline is more than nothing.
    ratio: Option<Decimal>,
}

/// An amount, beside its baseline.
#[derive(SimpleObject)]
struct AmountUplift {
    /// What the edition's days brought, in yuan, two decimal places.
    observed: Decimal,
    /// What the same days had brought before; a mean is rounded half up to the fen. Null where no earlier year has
    /// records.
    baseline: Option<Decimal>,
    /// Observed less baseline. Null without a baseline.
    difference: Option<Decimal>,
    /// Observed divided by the baseline, four decimal places, rounded half up: 1.0000 is as much as before. Null unless
    /// the baseline is more than nothing.
    ratio: Option<Decimal>,
}

/// The same days of an earlier year, and what they brought.
#[derive(SimpleObject)]
struct EarlierDays {
    /// The first day. 29 February has 28 February.
    from: Date,
    /// The last day.
    to: Date,
    /// The first day of the months whose takings are compared.
    takings_from: Date,
    /// The last day of these months.
    takings_to: Date,
    /// Whether the calendar years in which the days lie have any sale, pre-sale, visitor or catering record. Days of
    /// which nothing is recorded are in no baseline: a mean is divided by the number of the others.
    has_records: bool,
    /// Visitors in person-times.
    visitors: i32,
    /// Sales in yuan, two decimal places.
    sales_yuan: Decimal,
    /// Pre-sales in yuan, two decimal places.
    presale_yuan: Decimal,
    /// Takings of the months in yuan, two decimal places.
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
        let Uplift { festival, baseline, is_over, observed: Stretch { days, months, figures }, earlier_years, as_of } =
            uplift;
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
            takings_yuan: amount(figures.takings, usual.map(|usual| usual.takings)),
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

/// Queries about the uplift of festivals.
#[derive(Debug, Default)]
pub struct UpliftQuery;

#[Object]
impl UpliftQuery {
    /// What an edition of a region's festival brought beyond its baseline: visitors, sales, pre-sales and catering
    /// takings. CONFLICT for an edition that has not begun. For ADMIN, and for OFFICIAL and CLERK of the region.
    #[graphql(directive = list_size::apply(Some(3), None))]
    async fn festival_uplift(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Official code of the region whose festival it is; all below it is taken in.")]
        region_code: ID,
        #[graphql(desc = "Number of the edition.")] edition: i32,
        #[graphql(default, desc = "What the edition's days are compared with.")] baseline: UpliftBaseline,
        #[graphql(desc = "The records as of this instant, which must not be in the future. Default: now.")]
        as_of: Option<DateTime>,
    ) -> Option<Result<FestivalUplift>> {
        nullable(async {
            let actor = allow(ctx, guard::READERS)?;
            let as_of = as_of.map(|instant| input::instant("asOf", &instant)).transpose();
            let region = RegionCode(region_code.0);
            let uplift =
                uplift::festival_uplift(database(ctx), &actor.scope(), &region, edition, baseline, as_of).await?;
            uplift.try_into()
        })
        .await
    }
}
