//! The definitions of all figures: name, what is counted, by which date, and net of what. docs/FIGURES.md has the
//! same table.

use types::EntryKind;

/// A figure. A change to what it counts must raise its version.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Its key: the name of the field of a report or statistic that shows it.
    pub key: &'static str,
    /// Version of the definition, from 1 on.
    pub version: i32,
    /// Its unit.
    pub unit: &'static str,
    /// The Chinese name under which the town publishes it.
    pub name_zh: &'static str,
    /// Its English name.
    pub name_en: &'static str,
    /// What is counted, by which date and net of what, in Chinese.
    pub definition_zh: &'static str,
    /// The same in English.
    pub definition_en: &'static str,
    /// The kinds of entries that it sums.
    pub(crate) kinds: &'static [EntryKind],
    /// Which entries of these kinds it sums.
    pub(crate) entries: Entries,
}

/// Which entries of its kinds a figure sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entries {
    /// Entries of its days.
    OfItsDays,
    /// Entries of its days with a variety.
    OfFruit,
    /// Entries of its days with a product.
    OfProducts,
    /// All entries up to its last day.
    UpToItsEnd,
    /// All entries up to its last day that are booked on the region itself.
    UpToItsEndOnTheRegion,
    /// All entries up to its last day of the editions that the region counts.
    OfEditions,
    /// Entries of its days, less those of the same months of the baseline year, as far as the months count.
    OverTheBaseline,
}

const SALES: &[EntryKind] = &[EntryKind::Sale];
const PRESALES: &[EntryKind] = &[EntryKind::Presale];
const PRODUCE: &[EntryKind] = &[EntryKind::Presale, EntryKind::Sale];
const AREA: &[EntryKind] = &[EntryKind::Area];
const VISITORS: &[EntryKind] = &[EntryKind::Visitors];
const OUTPUT: &[EntryKind] = &[EntryKind::Output];
const CATERING: &[EntryKind] = &[EntryKind::Catering];

pub(crate) const MU: &str = "亩 mu";
pub(crate) const YUAN: &str = "元 yuan";
pub(crate) const KILOGRAMS: &str = "千克 kg";
const PERSON_TIMES: &str = "人次 person-times";

const AREA_ZH: &str = "期末在用地块的面积，按土地所在地计。地块自种植年份1月1日或登记的起算日起计入，停用之日起不再计入；面积、品种、种植户的变更和地块的分割、合并自该日起生效。\
                       当年以截止时间当日代替年末。";
const AREA_EN: &str = "Area of the plots in use at the period's end, where the land lies. A plot counts from 1 January of its planted year, or \
                       from the day that its registration names, until the day it is taken out of use; that day no longer counts. A change \
                       of area, variety or grower, and the dividing or joining of plots, holds from its own day on. In the running year the day of asOf takes the place of the year's end.";
const SALES_ZH: &str =
    "水果和加工厂产品的销售，按销售业务日计，扣除退货（按退回之日计）；作废的销售和退货从原业务日更正。";
const SALES_EN: &str = "Sales of fruit and of plants' goods, by business day of the sale, less what came back of them, by the day it came \
                        back; voided sales and returns leave the day they were booked on.";
const PRESALES_ZH: &str = "预售订单在定金到账之日（以付款时间为准，不论何时登记）计全部金额；已确认订单取消的，在取消之日全额扣除；歉收、变更、少交或按重量多交、补偿、退货增减的，在该日计其差额。下单、足量交付和收付款不计入；登记错误的更正计入被更正之日。";
const PRESALES_EN: &str = "The whole amount of each pre-order on the day of the payment that reached its deposit, however late it is \
                           entered, less the whole amount on the day a confirmed one is cancelled. What a shortfall, a change, a delivery of less or, by weight, of more, \
                           a compensation or a return adds or takes off, on the day of that. Placing, delivering what was ordered, and money in or out count nothing. \
                           A correction of a wrong entry counts on the day that it corrects.";
const PRODUCE_ZH: &str = "销售与预售之和，各按其日期计；已交付的预售订单只计一次。";
const PRODUCE_EN: &str = "Sales and pre-sales, each by its own date; a delivered pre-order counts once.";
const VISITORS_ZH: &str = "计入总数的景点的游客人次，按统计日计；同一景点同一日再次填报以后者为准；途经景点不计。";
const VISITORS_EN: &str = "Person-times at the sites that count towards the total, by the day of the count; a second count of a site and day \
                           replaces the first; a site on the way does not count.";
const OUTPUT_ZH: &str =
    "各加工厂各产品的产量，按批次完成之日计；作废的批次从该日扣除。投入其他批次的产品在两个批次中都计入。";
const OUTPUT_EN: &str = "What each plant made of each product, by the day on which the batch was finished, without voided batches, which leave \
                         that day. Goods that go into other batches count in each.";
const TAKINGS_ZH: &str = "餐饮经营户的月营业额，记在当月1日；同一经营户同一月再次填报以后者为准。";
const TAKINGS_EN: &str = "Takings of establishments by month, booked on its first day; a second record of an establishment and month replaces \
                          the first.";

/// Declares figures as the rows of a table.
macro_rules! figures {
    ($($key:literal, $version:literal, $unit:expr, $name_zh:literal, $name_en:literal, $zh:expr, $en:expr, $kinds:expr, $entries:ident;)+) => {
        &[$(Figure {
            key: $key,
            version: $version,
            unit: $unit,
            name_zh: $name_zh,
            name_en: $name_en,
            definition_zh: $zh,
            definition_en: $en,
            kinds: $kinds,
            entries: Entries::$entries,
        }),+]
    };
}

/// Every figure, in the order of a report, followed by those that only statistics show.
pub const FIGURES: &[Figure] = figures! {
    "plantedAreaMu", 1, MU, "种植面积", "planted area", AREA_ZH, AREA_EN, AREA, UpToItsEnd;
    "plantedAreaByVariety", 1, MU, "分品种种植面积", "planted area by variety",
        "种植面积（plantedAreaMu）按品种分列。", "Planted area (plantedAreaMu), one row for each variety.", AREA, UpToItsEnd;
    "growers", 1, "户 growers", "种植户数", "growers",
        "在区划内有该品种在用地块的种植户，每户在每一级区划只计一次：在两个村都有地的，各村计一户，全镇也计一户。各品种分别计数。",
        "Distinct growers with a plot of the variety in use in the region: whoever has plots in two villages is one in each, and one in the \
         town. Each variety counts its own.",
        &[EntryKind::Growers], UpToItsEndOnTheRegion;
    "visitors", 1, PERSON_TIMES, "游客", "visitors", VISITORS_ZH, VISITORS_EN, VISITORS, OfItsDays;
    "visitorsByMonth", 1, PERSON_TIMES, "分月游客", "visitors by month",
        "游客（visitors）按月分列。", "Visitors (visitors), one row for each month.", VISITORS, OfItsDays;
    "salesRevenueYuan", 2, YUAN, "销售额", "sales revenue", SALES_ZH, SALES_EN, SALES, OfItsDays;
    "presaleRevenueYuan", 3, YUAN, "预售额", "pre-sale revenue", PRESALES_ZH, PRESALES_EN, PRESALES, OfItsDays;
    "produceRevenueYuan", 2, YUAN, "农产品销售及预售", "produce revenue", PRODUCE_ZH, PRODUCE_EN, PRODUCE, OfItsDays;
    "revenueByVariety", 2, "元、千克 yuan, kg", "分品种销售及预售", "revenue by variety",
        "鲜果的销售与预售按品种分列，不含加工厂产品。退货在退回之日扣除。",
        "Sales and pre-sales of fruit, one row for each variety, without plants' goods, less what came back, on the day of that.",
        PRODUCE, OfFruit;
    "revenueByProduct", 2, "元、千克 yuan, kg", "分产品销售", "revenue by product",
        "加工厂产品的销售按产品分列。退货在退回之日扣除。",
        "Sales of plants' goods, one row for each product, less what came back, on the day of that.", SALES, OfProducts;
    "revenueByChannel", 2, YUAN, "分渠道销售", "revenue by channel",
        "销售（salesRevenueYuan）按渠道分列；预售没有渠道。",
        "Sales (salesRevenueYuan), one row for each channel; pre-sales have none.", SALES, OfItsDays;
    "revenueByMonth", 2, YUAN, "分月销售及预售", "revenue by month",
        "销售与预售按月分列。", "Sales and pre-sales, one row for each month.", PRODUCE, OfItsDays;
    "plantOutput", 1, KILOGRAMS, "加工产量", "plant output", OUTPUT_ZH, OUTPUT_EN, OUTPUT, OfItsDays;
    "cateringTakingsYuan", 1, YUAN, "餐饮营业额", "catering takings", TAKINGS_ZH, TAKINGS_EN, CATERING, OfItsDays;
    "cateringIncreaseYuan", 2, YUAN, "特色餐饮增收", "catering increase",
        "有基期年的餐饮经营户逐户逐月与基期年同月营业额之差。某户某月自填报之时起计入（0.00也算已填报），停业后的月份在月末后按0计入；未填报的月份两边都不计。基期年该月没有营业额的，按0比较。以经营户所在区划或其上级中最近一级设定的基期年为准；没有任何月份计入时为空，基期年本身为0.00。",
        "Takings less those of the same month of the baseline year, establishment by establishment and month by month, over the establishments that \
         have a baseline year. A month of an establishment counts once its takings are recorded (0.00 is a record), or as 0 once it is over if the \
         establishment had closed before it; a month that is not recorded counts on neither side. Where the baseline year has no takings of a month, \
         it is compared with 0. The baseline year set nearest, at or above the establishment's region, counts. Null where no month counts; 0.00 in \
         the baseline year.",
        CATERING, OverTheBaseline;
    "festivalEditions", 2, "届 editions", "梨花节届数", "festival editions",
        "本区划自身举办的（县及以上为所辖各镇举办的）、首日不晚于期末（或截止时间当日）的届次；作废的届次不计。",
        "Editions held by the region itself (from a county on: by the towns in it) whose first day is not after the period's end, or the day of asOf; \
         without voided ones.",
        &[EntryKind::Festival], OfEditions;
    "processingPlants", 1, "个 plants", "标准化加工厂", "processing plants",
        "期末已开办且未关闭的加工厂；关闭之日起不再计入。", "Plants begun by the period's end and not closed; the day of closing no longer counts.",
        &[EntryKind::Plant], UpToItsEnd;
    "processingProjects", 1, "个 projects", "农副产品加工项目", "processing projects",
        "期末已开始且未结束的加工项目；结束之日起不再计入。",
        "Projects begun by the period's end and not ended; the day on which one ends no longer counts.",
        &[EntryKind::Project], UpToItsEnd;
    "honours", 1, "个 honours", "重庆地标菜、云阳名小吃、县级非遗传承项目", "honours",
        "期末已获得且仍保有的荣誉，按授予之日计，分三类。",
        "Honours awarded by the period's end and still held, by the day of the award, one row for each of three kinds.",
        &[EntryKind::LandmarkDish, EntryKind::FamousSnack, EntryKind::HeritageProject], UpToItsEnd;
    "salesYuan", 2, YUAN, "销售额", "sales", SALES_ZH, SALES_EN, SALES, OfItsDays;
    "presaleYuan", 3, YUAN, "预售额", "pre-sales", PRESALES_ZH, PRESALES_EN, PRESALES, OfItsDays;
    "salesKg", 2, KILOGRAMS, "销售量", "weight sold", SALES_ZH, SALES_EN, SALES, OfItsDays;
    "presaleKg", 3, KILOGRAMS, "预售量", "weight pre-sold",
        "预售订单在定金到账之日计所承诺的千克数；取消、歉收、变更、少交或按重量多交、退货的增减按发生之日计。",
        "The kilograms promised by each pre-order on the day of the payment that reached its deposit; what a cancellation, a shortfall, a change, a delivery of less or, by weight, of more, or a return adds or takes off, on the day of that.",
        PRESALES, OfItsDays;
    "salesCount", 1, "笔 sales", "销售笔数", "number of sales",
        "未作废的销售笔数，按销售业务日计；退货不减。",
        "Sales not voided, by business day of the sale. A sale of which something came back counts as one.", SALES, OfItsDays;
    "preorderCount", 2, "单 pre-orders", "预售订单数", "number of pre-orders",
        "已确认且未取消的预售订单：定金到账之日加一，取消之日减一。",
        "Pre-orders confirmed and not cancelled: one more on the day of the payment that reached the deposit, one less on the day it is cancelled.", PRESALES, OfItsDays;
    "takingsYuan", 1, YUAN, "餐饮营业额", "catering takings", TAKINGS_ZH, TAKINGS_EN, CATERING, OfItsDays;
    "outputKg", 1, KILOGRAMS, "加工产量", "plant output", OUTPUT_ZH, OUTPUT_EN, OUTPUT, OfItsDays;
    "areaMu", 1, MU, "种植面积", "planted area", AREA_ZH, AREA_EN, AREA, UpToItsEnd;
    "plots", 1, "块 plots", "地块数", "plots",
        "期末在用的地块数，口径同种植面积。", "Plots in use at the period's end, by the rule of the planted area.", AREA, UpToItsEnd;
};

/// The figure with this key.
pub(crate) fn find(key: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.key == key)
}

/// The position of the figure with this key among all figures.
pub(crate) fn position(key: &str) -> Option<usize> {
    FIGURES.iter().position(|figure| figure.key == key)
}

/// The first figure that only statistics show.
const FIRST_OF_STATISTICS: &str = "salesYuan";

/// The figures that reports show.
pub(crate) fn of_reports() -> impl Iterator<Item = &'static Figure> {
    FIGURES.iter().take_while(|figure| figure.key != FIRST_OF_STATISTICS)
}

/// The table of all figures as in docs/FIGURES.md.
pub fn table() -> String {
    let mut table =
        "| key | version | unit | name | what is counted, by which date, net of what |\n|---|---|---|---|---|\n"
            .to_owned();
    for Figure { key, version, unit, name_zh, name_en, definition_zh, definition_en, .. } in FIGURES {
        table.push_str(&format!(
            "| `{key}` | {version} | {unit} | {name_zh}<br>{name_en} | {definition_zh}<br>{definition_en} |\n"
        ));
    }
    table
}
