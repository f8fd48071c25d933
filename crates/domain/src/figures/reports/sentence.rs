//! The sentence that sums up a report in the town's own units, with the exact figures next to them.

use super::TownReport;
use types::{CompletenessKind, Day, Exact, HonourKind, Money, ReportPeriod, grouped, in_town_units};

/// The values in the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    year: i32,
    period: ReportPeriod,
    /// The day up to which the period is reported on, if it is not over.
    until: Option<Day>,
    area: Exact,
    visitors: Exact,
    produce: Exact,
    increase: Option<Money>,
    editions: i64,
    plants: i64,
    projects: i64,
    honours: Vec<(HonourKind, i64)>,
}

impl From<&TownReport> for Sentence {
    fn from(report: &TownReport) -> Self {
        Self {
            year: report.year,
            period: report.period,
            until: report.is_provisional().then(|| report.as_of.day()),
            area: Exact { value: report.planted_area.0, places: 2 },
            visitors: Exact { value: report.visitors, places: 0 },
            produce: yuan(report.sales_revenue + report.presale_revenue),
            increase: report.catering_increase,
            editions: report.festival_editions,
            plants: report.processing_plants,
            projects: report.processing_projects,
            honours: report.honours.clone(),
        }
    }
}

fn yuan(amount: Money) -> Exact {
    Exact { value: amount.0, places: 2 }
}

impl Sentence {
    /// In Chinese, for a region with this name. Where no month counts, the catering increase is left out. What is not
    /// recorded yet follows by its name and number.
    pub fn zh(&self, region: &str, missing: &[(CompletenessKind, i64)]) -> String {
        let Self { year, period, until, area, visitors, produce, increase, editions, plants, projects, honours } = self;
        let (when, _) = period.name(*year);
        let until = until.map_or_else(String::new, |day| format!("（截至{}）", day.format("%Y年%-m月%-d日")));
        let (area, visitors, produce) =
            (in_town_units(*area, "亩"), in_town_units(*visitors, "人次"), in_town_units(*produce, "元"));
        let catering = match increase {
            Some(amount) if amount.0 < 0 => {
                format!("，特色餐饮较基期减收{}", in_town_units(yuan(Money(-amount.0)), "元"))
            }
            Some(amount) => format!("，特色餐饮增收{}", in_town_units(yuan(*amount), "元")),
            None => String::new(),
        };
        let honours: String = honours.iter().map(|(kind, count)| format!("、{}{count}个", kind.name().0)).collect();
        format!(
            "{when}{until}，在{region}，特色水果种植{area}，吸纳游客{visitors}，带动农产品销售及预售{produce}{catering}；\
             期末累计举办梨花节{editions}届，有标准化加工厂{plants}个、农副产品加工项目{projects}个{honours}。{}",
            missing_zh(missing)
        )
    }

    /// In English, for a region with this name.
    pub fn en(&self, region: &str, missing: &[(CompletenessKind, i64)]) -> String {
        let Self { year, period, until, area, visitors, produce, increase, editions, plants, projects, honours } = self;
        let (_, when) = period.name(*year);
        let until = until.map_or_else(String::new, |day| format!(" (until {day})"));
        let catering = increase.map_or_else(String::new, |amount| {
            format!(
                ", took {} yuan {} in catering than in the baseline year",
                grouped(yuan(Money(amount.0.abs()))),
                if amount.0 < 0 { "less" } else { "more" }
            )
        });
        let honours: String = honours.iter().map(|(kind, count)| format!(", {count} × {}", kind.name().1)).collect();
        format!(
            "In {when}{until}, {region} grew fruit on {} mu, had {} person-times of visitors, sold and pre-sold produce for {} yuan{catering}; at the \
             period's end: festival editions held {editions}, processing plants {plants}, processing projects {projects}{honours}.{}",
            grouped(*area),
            grouped(*visitors),
            grouped(*produce),
            missing_en(missing),
        )
    }
}

/// What is not recorded yet, after the sentence. Empty if nothing is missing.
fn missing_zh(missing: &[(CompletenessKind, i64)]) -> String {
    let each: Vec<String> = missing.iter().map(|(kind, count)| format!("{}{count}", kind.name().0)).collect();
    if each.is_empty() { String::new() } else { format!("尚未填报：{}。", each.join("、")) }
}

fn missing_en(missing: &[(CompletenessKind, i64)]) -> String {
    let each: Vec<String> = missing.iter().map(|(kind, count)| format!("{} {count}", kind.name().1)).collect();
    if each.is_empty() { String::new() } else { format!(" Not recorded yet: {}.", each.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence() -> Sentence {
        Sentence {
            year: 2024,
            period: ReportPeriod::Year,
            until: None,
            area: Exact { value: 2_040_000, places: 2 },
            visitors: Exact { value: 46_200, places: 0 },
            produce: Exact { value: 1_065_997_388, places: 2 },
            increase: Some(Money(576_000_000)),
            editions: 10,
            plants: 4,
            projects: 3,
            honours: vec![(HonourKind::LandmarkDish, 1), (HonourKind::HeritageProject, 3)],
        }
    }

    #[test]
    fn the_town_writes_its_year() {
        assert_eq!(
            sentence().zh("云安镇", &[]),
            "2024年，在云安镇，特色水果种植2.04万亩（20,400.00亩），吸纳游客4.62万人次（46,200人次），\
             带动农产品销售及预售1,066.00万元（10,659,973.88元），特色餐饮增收576.00万元（5,760,000.00元）；\
             期末累计举办梨花节10届，有标准化加工厂4个、农副产品加工项目3个、重庆地标菜1个、县级非遗传承项目3个。"
        );
        assert_eq!(
            sentence().en("云安镇", &[]),
            "In 2024, 云安镇 grew fruit on 20,400.00 mu, had 46,200 person-times of visitors, sold and pre-sold produce for 10,659,973.88 yuan, \
             took 5,760,000.00 yuan more in catering than in the baseline year; at the period's end: festival editions held 10, processing plants \
             4, processing projects 3, 1 × landmark dish, 3 × heritage project."
        );
    }

    #[test]
    fn a_quarter_with_less_or_without_a_baseline() {
        let less = Sentence { period: ReportPeriod::Q1, increase: Some(Money(-50_000)), ..sentence() };
        assert!(
            less.zh("云安镇", &[]).starts_with("2024年第一季度，在云安镇，")
                && less.zh("云安镇", &[]).contains("，特色餐饮较基期减收500.00元；")
        );
        assert!(less.en("云安镇", &[]).contains("took 500.00 yuan less in catering"));
        let none = Sentence { increase: None, ..sentence() };
        assert!(!none.zh("云安镇", &[]).contains("餐饮") && !none.en("云安镇", &[]).contains("catering"));
    }

    #[test]
    fn a_running_year_says_until_when_and_what_is_missing() {
        let running = Sentence { until: Day::from_ymd_opt(2024, 11, 4), ..sentence() };
        let missing = [(CompletenessKind::VisitorDays, 12), (CompletenessKind::Submissions, 3)];
        let zh = running.zh("云安镇", &missing);
        assert!(zh.starts_with("2024年（截至2024年11月4日），在云安镇，"), "{zh}");
        assert!(zh.ends_with("。尚未填报：客流（景点·日）12、村（社区）上报3。"), "{zh}");
        let en = running.en("云安镇", &missing);
        assert!(en.starts_with("In 2024 (until 2024-11-04), 云安镇 grew"), "{en}");
        let rest = ". Not recorded yet: visitor counts (sites and days) 12, submissions of communities 3.";
        assert!(en.ends_with(rest), "{en}");
    }
}
