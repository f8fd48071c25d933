//! How the plants make their products: how often, from what, and with what yield.

use std::ops::RangeInclusive;

use super::super::reference::{BOXED_PEARS, PICKLE_PLANT};

/// A product and how it is made.
#[derive(Debug)]
pub(in super::super) struct Recipe {
    /// Code of the product.
    pub product: &'static str,
    /// The plant that makes it.
    pub plant: &'static str,
    /// When batches are made, and how large they are.
    pub rhythm: Rhythm,
    /// How many days a batch takes. Some take up to three more.
    pub days: i64,
    /// The steps, with the minimum number of days of each.
    pub steps: &'static [(&'static str, i32)],
    /// The range of a batch's yield, in thousandths.
    pub yields: (i64, i64),
    /// The range of the usual yield, in ten-thousandths.
    pub usual_yield: (i64, i64),
    /// The materials, with their shares in thousandths. The first one makes up the rest.
    pub parts: &'static [(Material, i64)],
    /// Other products of the plant that go in, in thousandths.
    pub of_products: &'static [(&'static str, i64)],
    /// The by-product, and its largest share in thousandths.
    pub by_product: Option<(&'static str, i64)>,
}

/// When batches are made.
#[derive(Debug)]
pub(in super::super) enum Rhythm {
    /// All year round, so that there is always something to sell.
    Steady {
        /// Days from one batch to the next.
        every: i64,
        /// The smallest batch, in kilograms.
        least: i64,
        /// The minimum stock, in kilograms.
        reserve: i64,
    },
    /// On these days of each year: month, day, kilograms.
    Seasonal(&'static [(u32, u32, i64)]),
}

/// Raw material.
#[derive(Debug)]
pub(in super::super) struct Material {
    /// Its name.
    pub name: &'static str,
    /// Its season, and what replaces it outside these months. If the first month is later than the last one, the
    /// season runs past the end of the year.
    pub season: Option<(RangeInclusive<u32>, &'static str)>,
    /// Who supplies it.
    pub from: From,
    /// The smallest quantity bought at once, in kilograms; 0 if it is bought for a single batch.
    pub bulk: i64,
    /// For how many days it can be used.
    pub keeps: i64,
}

/// Who supplies a material.
#[derive(Debug)]
pub(in super::super) enum From {
    /// Somebody outside the register.
    Outside(&'static [&'static str]),
    /// A grower, from a lot of this variety.
    Growers(&'static str),
}

const fn fresh(name: &'static str, suppliers: &'static [&'static str]) -> Material {
    Material { name, season: None, from: From::Outside(suppliers), bulk: 0, keeps: 2 }
}

const fn in_season(name: &'static str, months: RangeInclusive<u32>, otherwise: &'static str) -> Material {
    Material { season: Some((months, otherwise)), ..fresh(name, &GREENGROCERS) }
}

const fn stored(name: &'static str, suppliers: &'static [&'static str], bulk: i64, keeps: i64) -> Material {
    Material { name, season: None, from: From::Outside(suppliers), bulk, keeps }
}

const GREENGROCERS: [&str; 4] = ["江岸农贸市场蔬菜行", "盐道蔬菜批发部", "高坪蔬菜专业合作社", "北坡菜农联户"];
const BUTCHERS: [&str; 3] = ["河口生猪屠宰场", "北坡养殖专业合作社", "老码头肉品配送中心"];
const SALT: Material = stored("井盐", &["古井盐业经营部"], 400, 400);
const CHILLI: Material = stored("泡辣椒", &GREENGROCERS, 100, 150);
const SPICES: Material = stored("香辛料", &["老街香料行", "山椒香料行"], 25, 240);

/// The pears in bath pickles while they are available: the material, its share in thousandths, and the months.
pub(super) const PEARS_IN_PICKLES: (Material, i64, RangeInclusive<u32>) =
    (Material { name: "等外鲜梨", season: None, from: From::Growers("fengshui-pear"), bulk: 0, keeps: 4 }, 90, 8..=9);

/// All recipes. Products that go into others come after those.
pub(in super::super) const RECIPES: [Recipe; 10] = [
    Recipe {
        product: "bath-pickles",
        plant: PICKLE_PLANT,
        rhythm: Rhythm::Steady { every: 14, least: 60, reserve: 60 },
        days: 1,
        steps: &[],
        yields: (760, 920),
        usual_yield: (7_000, 9_500),
        parts: &[(fresh("时令蔬菜", &GREENGROCERS), 0), (SALT, 40), (CHILLI, 30)],
        of_products: &[("pickled-radish", 100), ("pickled-ginger", 30)],
        by_product: Some(("菜叶菜根", 50)),
    },
    Recipe {
        product: "pickled-radish",
        plant: PICKLE_PLANT,
        rhythm: Rhythm::Steady { every: 21, least: 80, reserve: 70 },
        days: 12,
        steps: &[],
        yields: (780, 900),
        usual_yield: (7_000, 9_500),
        parts: &[(fresh("白萝卜", &GREENGROCERS), 0), (SALT, 50), (CHILLI, 35)],
        of_products: &[],
        by_product: Some(("萝卜缨", 60)),
    },
    Recipe {
        product: "pickled-ginger",
        plant: PICKLE_PLANT,
        rhythm: Rhythm::Steady { every: 21, least: 60, reserve: 50 },
        days: 10,
        steps: &[],
        yields: (800, 930),
        usual_yield: (7_500, 9_500),
        parts: &[(in_season("仔姜", 7..=10, "盐渍仔姜"), 0), (SALT, 60), (CHILLI, 20)],
        of_products: &[],
        by_product: Some(("姜皮姜梗", 40)),
    },
    Recipe {
        product: BOXED_PEARS.code,
        plant: PICKLE_PLANT,
        rhythm: Rhythm::Seasonal(&[(8, 6, 90), (8, 27, 110), (9, 16, 80)]),
        days: 0,
        steps: &[],
        yields: (930, 980),
        usual_yield: (8_500, 10_000),
        parts: &[(Material { name: "鲜梨", season: None, from: From::Growers("fengshui-pear"), bulk: 0, keeps: 4 }, 0)],
        of_products: &[],
        by_product: Some(("等外果", 20)),
    },
    Recipe {
        product: "pickled-cowpea",
        plant: "maoba-pickles",
        rhythm: Rhythm::Steady { every: 21, least: 80, reserve: 60 },
        days: 10,
        steps: &[("泡制", 10)],
        yields: (800, 920),
        usual_yield: (7_500, 9_500),
        parts: &[(in_season("豇豆", 6..=9, "盐渍豇豆坯"), 0), (SALT, 50), (CHILLI, 30)],
        of_products: &[],
        by_product: Some(("老豆荚", 30)),
    },
    Recipe {
        product: "pickled-mustard",
        plant: "maoba-pickles",
        rhythm: Rhythm::Steady { every: 21, least: 100, reserve: 80 },
        days: 18,
        steps: &[("晾晒", 3), ("泡制", 15)],
        yields: (720, 860),
        usual_yield: (6_800, 9_000),
        // From December to April.
        parts: &[(in_season("盐渍青菜", 5..=11, "青菜"), 0), (SALT, 55), (SPICES, 5)],
        of_products: &[],
        by_product: Some(("老叶菜根", 80)),
    },
    Recipe {
        product: "smoked-ribs",
        plant: "cuitian-cured-meat",
        rhythm: Rhythm::Steady { every: 28, least: 40, reserve: 25 },
        days: 25,
        steps: &[("盐腌", 5), ("烟熏", 20)],
        yields: (590, 660),
        usual_yield: (5_800, 6_800),
        parts: &[(fresh("猪排骨", &BUTCHERS), 0), (SALT, 35), (SPICES, 10)],
        of_products: &[],
        by_product: Some(("碎骨", 20)),
    },
    Recipe {
        product: "smoked-trotters",
        plant: "cuitian-cured-meat",
        rhythm: Rhythm::Steady { every: 28, least: 40, reserve: 25 },
        days: 25,
        steps: &[("盐腌", 5), ("烟熏", 20)],
        yields: (610, 680),
        usual_yield: (6_000, 7_000),
        parts: &[(fresh("猪蹄", &BUTCHERS), 0), (SALT, 35), (SPICES, 10)],
        of_products: &[],
        by_product: None,
    },
    Recipe {
        product: "cured-pork",
        plant: "tonggu-cured-meat",
        rhythm: Rhythm::Steady { every: 28, least: 40, reserve: 30 },
        days: 35,
        steps: &[("盐腌", 7), ("慢火烟熏", 28)],
        yields: (560, 640),
        usual_yield: (5_500, 6_500),
        parts: &[(fresh("猪五花肉", &BUTCHERS), 0), (SALT, 32), (SPICES, 8)],
        of_products: &[],
        by_product: Some(("边角肥肉", 30)),
    },
    Recipe {
        product: "cured-sausage",
        plant: "tonggu-cured-meat",
        rhythm: Rhythm::Steady { every: 28, least: 40, reserve: 25 },
        days: 15,
        steps: &[("腌制灌肠", 1), ("熏干", 14)],
        yields: (600, 680),
        usual_yield: (5_800, 7_000),
        parts: &[(fresh("猪腿肉", &BUTCHERS), 0), (SALT, 28), (SPICES, 30)],
        of_products: &[],
        by_product: None,
    },
];

impl Recipe {
    /// The recipe of a product.
    pub(crate) fn of(product: &str) -> Option<&'static Self> {
        RECIPES.iter().find(|recipe| recipe.product == product)
    }
}

impl Material {
    /// The largest quantity from one supplier, in grams. Larger quantities come from two suppliers. `None` for
    /// materials that are kept in store.
    pub(crate) fn most_at_once(&self) -> Option<i64> {
        match self.from {
            _ if self.bulk > 0 => None,
            From::Outside(_) => Some(260_000),
            From::Growers(_) => Some(40_000),
        }
    }

    /// The name of the material in a month.
    pub(crate) fn in_month(&self, month: u32) -> &'static str {
        match &self.season {
            Some((months, otherwise)) if !months.contains(&month) => otherwise,
            _ => self.name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::reference::PRODUCTS, *};

    #[test]
    fn every_product_has_a_recipe_that_adds_up() {
        assert_eq!(RECIPES.len(), PRODUCTS.len() + 1);
        for product in PRODUCTS.iter().chain([&BOXED_PEARS]) {
            let recipe = Recipe::of(product.code).expect("a recipe");
            assert_eq!(recipe.plant, product.plant);
            assert!(
                recipe.steps.iter().map(|(_, days)| i64::from(*days)).sum::<i64>() <= recipe.days,
                "{}",
                product.code
            );
            let (from, to) = recipe.yields;
            assert!(recipe.usual_yield.0 <= from * 10 && to * 10 <= recipe.usual_yield.1, "{}", product.code);
            assert!(to + recipe.by_product.map_or(0, |(_, permille)| permille) <= 1_000, "{}", product.code);
        }
    }

    #[test]
    fn what_goes_into_other_goods_comes_after_them() {
        let position = |product: &str| RECIPES.iter().position(|recipe| recipe.product == product);
        for recipe in &RECIPES {
            assert!(recipe.of_products.iter().all(|(other, _)| position(other) > position(recipe.product)));
        }
    }
}
