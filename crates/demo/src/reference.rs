//! Reference data: sites on the route, festivals, plants with products and projects, honours.

use uuid::Uuid;

use super::{
    book::Book,
    names::phone,
    plan::{Plan, Stream, date},
    production::{self, recipes::Recipe},
    town::{EDITIONS, FIRST_EDITION_YEAR, TOWN, edition},
};
use domain::{
    plants::processing_plants::{plant_entries, project_entries},
    tourism::{festivals, honours, sites},
};
use store::entity::{
    plants::{processing_plant, processing_project, product},
    registers::undertaking_days,
    tourism::{festival, festival_days, honour, site, site_counting},
};
use types::{Day, HonourKind, Ratio, RegionCode, SourceKind, Timestamp};

/// A site: code, name, region, whether it counts towards the total, and its share of a day's visitors. For a site
/// that counts, the share is a weight among all that count. For a site on the way, it is in thousandths of those
/// visitors.
pub(super) const SITES: [(&str, &str, &str, bool, i64); 7] = [
    ("yunan-old-town", "云安古镇游客中心", "500235136003", true, 400),
    ("baishui-orchard", "白水梨园", "500235136005", true, 280),
    ("maoba-blossom-valley", "毛坝梨花谷", "500235136201", true, 190),
    ("tonggu-orchard", "铜鼓桃李园", "500235136202", true, 130),
    ("salt-well", "白兔古盐井", "500235136001", false, 520),
    ("baishui-terrace", "白水观景台", "500235136005", false, 430),
    ("maoba-pavilion", "毛坝望江亭", "500235136201", false, 240),
];

/// A plant, project or honour, from a given day.
struct Undertaking {
    code: &'static str,
    name: &'static str,
    region: &'static str,
    from: (i32, u32, u32),
}

const fn from(
    code: &'static str,
    name: &'static str,
    region: &'static str,
    year: i32,
    month: u32,
    day: u32,
) -> Undertaking {
    Undertaking { code, name, region, from: (year, month, day) }
}

impl Undertaking {
    /// Its first day.
    fn first_day(&self) -> Day {
        let (year, month, day) = self.from;
        date(year, month, day)
    }
}

/// The four plants.
const PLANTS: [Undertaking; 4] = [
    from(PICKLE_PLANT, "云安镇泡菜加工厂", TOWN, 2018, 5, 8),
    from("maoba-pickles", "毛坝村泡菜加工厂", "500235136201", 2020, 9, 16),
    from("cuitian-cured-meat", "翠田村腊味加工厂", "500235136206", 2022, 11, 12),
    from("tonggu-cured-meat", "铜鼓村腊肉加工厂", "500235136202", 2023, 10, 20),
];

/// The plant of the sign-in `plant`.
pub(super) const PICKLE_PLANT: &str = "yunan-pickles";

/// A product of a plant.
#[derive(Debug)]
pub(super) struct Product {
    /// Its code. Bath pickles, the first of the pickle plant's products by code, are made in a day.
    pub code: &'static str,
    /// The plant that makes it.
    pub plant: &'static str,
    /// Name.
    pub name: &'static str,
    /// Price at the plant's gate, in fen per kilogram.
    pub price: i64,
    /// Whether it contains meat, and so sells mostly in winter.
    pub is_meat: bool,
}

const fn pickles(code: &'static str, plant: &'static str, name: &'static str, price: i64) -> Product {
    Product { code, plant, name, price, is_meat: false }
}

const fn meat(code: &'static str, plant: &'static str, name: &'static str, price: i64) -> Product {
    Product { code, plant, name, price, is_meat: true }
}

/// What the plants make and sell.
pub(super) const PRODUCTS: [Product; 9] = [
    pickles("bath-pickles", PICKLE_PLANT, "洗澡泡菜", 1_600),
    pickles("pickled-ginger", PICKLE_PLANT, "泡仔姜", 2_400),
    pickles("pickled-radish", PICKLE_PLANT, "泡萝卜", 1_400),
    pickles("pickled-cowpea", "maoba-pickles", "泡豇豆", 1_800),
    pickles("pickled-mustard", "maoba-pickles", "泡青菜", 1_200),
    meat("smoked-ribs", "cuitian-cured-meat", "腊排骨", 7_800),
    meat("smoked-trotters", "cuitian-cured-meat", "腊猪蹄", 6_600),
    meat("cured-pork", "tonggu-cured-meat", "铜鼓腊肉", 7_200),
    meat("cured-sausage", "tonggu-cured-meat", "麻辣香肠", 7_600),
];

/// Fresh fruit that the pickle plant packs on request. No sales of it are recorded, and what is left over goes into
/// pickles.
pub(super) const BOXED_PEARS: Product = pickles("boxed-pears", PICKLE_PLANT, "礼盒装鲜梨", 1_200);

/// The three projects, each with its plant.
const PROJECTS: [(Undertaking, &str); 3] = [
    (from("yunan-pickle-line", "云安泡菜标准化生产项目", TOWN, 2018, 6, 1), PICKLE_PLANT),
    (from("maoba-vegetable-base", "毛坝蔬菜腌制加工项目", "500235136201", 2021, 3, 10), "maoba-pickles"),
    (from("tonggu-cured-meat-line", "铜鼓腊肉集中熏制项目", "500235136202", 2023, 11, 1), "tonggu-cured-meat"),
];

/// The five honours.
const HONOURS: [(HonourKind, Undertaking); 5] = [
    (HonourKind::LandmarkDish, from("salt-baked-chicken", "云安古盐焗鸡", TOWN, 2022, 9, 28)),
    (HonourKind::FamousSnack, from("pear-blossom-cake", "云安梨花糕", "500235136003", 2023, 5, 18)),
    (HonourKind::HeritageProject, from("well-salt-making", "云安井盐制作技艺", TOWN, 2016, 6, 11)),
    (HonourKind::HeritageProject, from("pickle-making", "云安泡菜制作技艺", TOWN, 2020, 6, 13)),
    (HonourKind::HeritageProject, from("tonggu-curing", "铜鼓腊肉熏制技艺", "500235136202", 2024, 6, 8)),
];

/// Rows of the reference data.
#[derive(Debug, Default)]
pub(super) struct Reference {
    pub sites: Vec<site::Model>,
    pub countings: Vec<site_counting::Model>,
    pub festivals: Vec<festival::Model>,
    pub festival_days: Vec<festival_days::Model>,
    pub plants: Vec<processing_plant::Model>,
    pub products: Vec<product::Model>,
    pub projects: Vec<processing_project::Model>,
    pub honours: Vec<honour::Model>,
    pub undertaking_days: Vec<undertaking_days::Model>,
}

impl Reference {
    /// Records that a plant, project or honour counts from a given day.
    fn days_of(&mut self, plan: &Plan, instant: Timestamp, source_kind: SourceKind, id: Uuid, starts_on: Day) {
        let recorded_at = plan.stamp(instant);
        self.undertaking_days.push(undertaking_days::Model {
            id,
            source_kind,
            source_id: id,
            starts_on,
            ends_on: None,
            recorded_at,
        });
    }
}

/// The day on which a plant opened.
pub(super) fn opened_on(plant: &str) -> Option<Day> {
    PLANTS.iter().find(|known| known.code == plant).map(Undertaking::first_day)
}

/// Creates the reference data and enters it in the book. What existed before the books were opened is entered at
/// their opening, the rest on the evening of its day.
pub(super) fn generate(plan: &Plan, book: &mut Book) -> Reference {
    let mut reference = Reference::default();
    let stream = &mut plan.stream("reference", 0);
    sites(plan, stream, &mut reference);
    festivals(plan, stream, book, &mut reference);
    plants(plan, stream, book, &mut reference);
    for (kind, honour) in &HONOURS {
        let awarded_on = honour.first_day();
        let instant = plan.evening(awarded_on, 0);
        let honour = honour::Model {
            code: honour.code.to_owned(),
            id: stream.id(instant),
            kind: *kind,
            name: honour.name.to_owned(),
            region_code: RegionCode::from(honour.region),
            awarded_on,
            ended_on: None,
        };
        book.enter(plan, instant, honours::entries(&honour));
        reference.days_of(plan, instant, SourceKind::Honour, honour.id, awarded_on);
        reference.honours.push(honour);
    }
    reference
}

fn sites(plan: &Plan, stream: &mut Stream, reference: &mut Reference) {
    for (code, name, region, counts_towards_total, _) in SITES {
        reference.sites.push(site::Model {
            code: code.to_owned(),
            name: name.to_owned(),
            region_code: RegionCode::from(region),
            counts_towards_total,
            retired_on: None,
        });
        reference.countings.push(site_counting::Model {
            id: stream.id(plan.opening()),
            site_code: code.to_owned(),
            starts_on: sites::first_day(),
            counts_towards_total,
            recorded_at: plan.stamp(plan.opening()),
            recorded_by: plan.clerk,
        });
    }
}

fn festivals(plan: &Plan, stream: &mut Stream, book: &mut Book, reference: &mut Reference) {
    const NUMERALS: [&str; EDITIONS.len()] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    for ((numeral, number), year) in NUMERALS.iter().zip(1..).zip(FIRST_EDITION_YEAR..) {
        let Some((starts_on, ends_on)) = edition(year) else { continue };
        let instant = plan.evening(starts_on, 0);
        let festival = festival::Model {
            id: stream.id(instant),
            region_code: RegionCode::from(TOWN),
            edition: number,
            name: format!("第{numeral}届云安梨花节"),
            starts_on,
            ends_on,
            voided_at: None,
            void_reason: None,
            voided_by: None,
        };
        book.enter(plan, instant, vec![festivals::entry(&festival)]);
        reference.festival_days.push(festival_days::Model {
            id: festival.id,
            festival_id: festival.id,
            starts_on,
            ends_on,
            recorded_at: plan.stamp(instant),
        });
        reference.festivals.push(festival);
    }
}

fn plants(plan: &Plan, stream: &mut Stream, book: &mut Book, reference: &mut Reference) {
    for (number, plant) in PLANTS.iter().enumerate() {
        let opened_on = plant.first_day();
        let instant = plan.evening(opened_on, 0);
        let plant = processing_plant::Model {
            code: plant.code.to_owned(),
            id: stream.id(instant),
            name: plant.name.to_owned(),
            region_code: RegionCode::from(plant.region),
            opened_on,
            closed_on: None,
            stock_from: Some(production::stock_from()),
            phone: Some(phone(&mut plan.stream("telephones of plants", number))),
        };
        book.enter(plan, instant, plant_entries(&plant));
        reference.days_of(plan, instant, SourceKind::ProcessingPlant, plant.id, opened_on);
        reference.plants.push(plant);
    }
    for Product { code, plant, name, .. } in PRODUCTS.iter().chain([&BOXED_PEARS]) {
        let usual_yield = Recipe::of(code).map(|recipe| recipe.usual_yield);
        reference.products.push(product::Model {
            code: (*code).to_owned(),
            plant_code: (*plant).to_owned(),
            name: (*name).to_owned(),
            is_fresh_produce: *code == BOXED_PEARS.code,
            needs_ingredients: true,
            usual_yield_from: usual_yield.map(|(from, _)| Ratio(from)),
            usual_yield_to: usual_yield.map(|(_, to)| Ratio(to)),
            retired_on: None,
        });
    }
    for (project, plant) in &PROJECTS {
        let began_on = project.first_day();
        let instant = plan.evening(began_on, 0);
        let project = processing_project::Model {
            code: project.code.to_owned(),
            id: stream.id(instant),
            name: project.name.to_owned(),
            region_code: RegionCode::from(project.region),
            plant_code: Some((*plant).to_owned()),
            began_on,
            ended_on: None,
        };
        book.enter(plan, instant, project_entries(&project));
        reference.days_of(plan, instant, SourceKind::ProcessingProject, project.id, began_on);
        reference.projects.push(project);
    }
}
