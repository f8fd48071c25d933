//! Regions: the official register, and the rules for who may act where.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder,
    sea_query::{BinOper, Expr, ExprTrait, Func, LikeExpr},
};

use crate::{code_taken, unknown, unless_taken};
use store::{
    Reader, Txn,
    entity::registers::region,
    error::{Error, Result},
    load,
    page::{Page, PageRequest, filter_some, page},
};
use types::{Actor, Folded, Name, Problem, RegionCode, RegionLevel, Scope};

/// Filter for a list of regions.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only regions directly below this one.
    pub parent_code: Option<RegionCode>,
    /// Only regions of this level.
    pub level: Option<RegionLevel>,
    /// Only regions whose name contains this text.
    pub name_contains: Option<Folded>,
}

/// The region with this code, if it exists.
pub async fn find(connection: &Reader, code: &RegionCode) -> Result<Option<region::Model>> {
    if code.level().is_none() {
        return Ok(None);
    }
    Ok(region::Entity::find_by_id(code.clone()).one(connection).await?)
}

/// The region with this code. INVALID_INPUT on the field that names it if it does not exist.
pub async fn get(connection: &Reader, code: &RegionCode, field: &str) -> Result<region::Model> {
    find(connection, code).await?.ok_or_else(|| unknown(field, "区划", "region"))
}

/// The region with this code. FORBIDDEN outside the scope. INVALID_INPUT on the field that names it if it does not
/// exist.
pub async fn get_within(connection: &Reader, scope: &Scope, code: &RegionCode, field: &str) -> Result<region::Model> {
    let region = get(connection, code, field).await?;
    require(scope, &region.code)?;
    Ok(region)
}

/// A region that a change names.
#[derive(Debug)]
pub struct Named {
    region: Option<region::Model>,
}

impl Named {
    /// The region with this code, if it exists. FORBIDDEN outside the actor's region.
    pub async fn find(connection: &Reader, actor: &Actor, code: &RegionCode) -> Result<Self> {
        let region = find(connection, code).await?;
        if let Some(region) = &region {
            require(&actor.scope(), &region.code)?;
        }
        Ok(Self { region })
    }

    /// The region. INVALID_INPUT on the field `regionCode` if it does not exist.
    pub fn get(self) -> Result<region::Model> {
        self.region.ok_or_else(|| unknown("regionCode", "区划", "region"))
    }
}

/// FORBIDDEN unless the scope covers the whole region.
pub fn require(scope: &Scope, region: &RegionCode) -> Result<()> {
    if scope.covers(region) {
        return Ok(());
    }
    Err(Error::forbidden(
        format!("您的账号不负责区划 {region}"),
        format!("your account does not extend to region {region}"),
    ))
}

/// The full name of a region, with those above it, the largest first: 重庆市云阳县云安镇.
pub async fn full_name(connection: &Reader, code: &RegionCode) -> Result<String> {
    Ok(full_names(connection, &BTreeSet::from([code.clone()])).await?.concat())
}

/// The full names of several regions, in their order.
pub async fn full_names(connection: &Reader, codes: &BTreeSet<RegionCode>) -> Result<Vec<String>> {
    let with_those_above: BTreeSet<RegionCode> = codes.iter().flat_map(RegionCode::with_ancestors).collect();
    let regions = region::Entity::find().filter(region::Column::Code.is_in(with_those_above)).all(connection).await?;
    let names: HashMap<RegionCode, String> = regions.into_iter().map(|region| (region.code, region.name)).collect();
    let full_name = |code: &RegionCode| {
        let mut parts: Vec<&str> =
            code.with_ancestors().filter_map(|part| names.get(&part)).map(String::as_str).collect();
        parts.reverse();
        parts.concat()
    };
    Ok(codes.iter().map(full_name).collect())
}

/// The name of a region within its province: 云阳县云安镇. A province is called by its own name.
pub async fn name_in_province(connection: &Reader, code: &RegionCode) -> Result<String> {
    let is_named = |part: &RegionCode| part == code || part.level() != Some(RegionLevel::Province);
    let mut parts: Vec<RegionCode> = code.with_ancestors().filter(is_named).collect();
    parts.reverse();
    let regions = load::by_key::<region::Entity>(connection, &parts).await?;
    Ok(parts.iter().filter_map(|part| regions.get(part)).map(|region| region.name.as_str()).collect())
}

/// A page of regions, ordered by code.
pub async fn list(connection: &Reader, filter: Filter, request: &PageRequest) -> Result<Page<region::Model>> {
    let Filter { parent_code, level, name_contains } = filter;
    if let Some(code) = &parent_code {
        get(connection, code, "filter.parentCode").await?;
    }
    let query = filter_some(region::Entity::find(), parent_code, |code| region::Column::ParentCode.eq(code));
    let query = filter_some(query, level, |level| region::Column::Level.eq(level));
    let query = filter_some(query, name_contains, |text| contains(region::Column::NameFolded, &text));
    page(connection, query, &[region::Column::Code], Order::Asc, request).await
}

/// TOO_COMPLEX if a filter without an index would search a list wider than one region of a level. `filters` are the
/// filters that need such a region, each with whether it is given.
pub fn require_reach(
    scope: &Scope,
    region: Option<&RegionCode>,
    level: RegionLevel,
    filters: &[(&str, bool)],
) -> Result<()> {
    let is_wider = region.map_or_else(
        || scope.is_wider_than(level),
        |region| scope.is_wider_than(level) && region.level() < Some(level),
    );
    match filters.iter().find(|(_, is_given)| *is_given) {
        Some((filter, _)) if is_wider => {
            let (zh, en) = if level == RegionLevel::County { ("区县", "a county") } else { ("乡镇", "a township") };
            Err(Error::too_complex(
                format!("按 {filter} 筛选时，filter.regionCode 须指定{zh}或更小的区划"),
                format!("{filter} needs {en} or a smaller region as filter.regionCode"),
            ))
        }
        _ => Ok(()),
    }
}

/// TOO_COMPLEX for a region above a township, in which a long list needs another filter.
pub(crate) fn require_township(region: &region::Model, filter: &str) -> Result<()> {
    if region.level >= RegionLevel::Township {
        return Ok(());
    }
    Err(Error::too_complex(format!("乡镇以上的区划须指定 {filter}"), format!("above a township, give {filter}")))
}

/// The regions directly below each of these, ordered by code.
pub async fn children(connection: &Reader, parents: &[RegionCode]) -> Result<HashMap<RegionCode, Vec<region::Model>>> {
    let below = region::Entity::find().filter(region::Column::ParentCode.is_in(parents.iter().cloned()));
    let mut children: HashMap<RegionCode, Vec<region::Model>> = HashMap::new();
    for region in below.order_by_asc(region::Column::Code).all(connection).await? {
        if let Some(parent) = region.parent_code.clone() {
            children.entry(parent).or_default().push(region);
        }
    }
    Ok(children)
}

/// The condition that a column of folded names contains a text.
pub fn contains(column: impl ColumnTrait, text: &Folded) -> sea_orm::sea_query::SimpleExpr {
    column.like(LikeExpr::new(format!("%{}%", escaped(&text.0))).escape('\\'))
}

/// The condition that a column of texts that are not folded contains a text, regardless of case.
pub fn contains_regardless_of_case(column: impl ColumnTrait, text: &str) -> sea_orm::sea_query::SimpleExpr {
    // The database lowers both sides. SQLite lowers Latin letters only, so a text lowered here would no longer match
    // itself.
    let pattern = Expr::expr(Func::lower(Expr::value(format!("%{}%", escaped(text)))))
        .binary(BinOper::Escape, Expr::Constant('\\'.into()));
    Expr::expr(Func::lower(Expr::col(column.as_column_ref()))).binary(BinOper::Like, pattern)
}

/// A text in which each character that a pattern understands stands for itself.
fn escaped(text: &str) -> String {
    let is_special = |character| matches!(character, '%' | '_' | '\\');
    text.chars().flat_map(|character| is_special(character).then_some('\\').into_iter().chain([character])).collect()
}

/// A region newly added to the official register.
#[derive(Debug, Clone)]
pub struct NewRegion {
    /// Its official code.
    pub code: RegionCode,
    /// Its official name.
    pub name: Name,
}

/// Adds a region below the one whose code its own code starts with, or a province.
pub async fn add(txn: &Txn, _: &Actor, (): (), fields: NewRegion) -> Result<region::Model> {
    let NewRegion { code, name } = fields;
    let problem = || {
        Error::invalid(
            "code",
            Problem::new(
                "应为 2 位数字，或以已有上级区划的编码开头的 6、9 或 12 位数字",
                "expected 2 digits, or 6, 9 or 12 digits that begin with the code of a known region",
            ),
        )
    };
    let level = code.level().ok_or_else(problem)?;
    let parent = code.parent();
    if let Some(parent) = &parent {
        find(txn, parent).await?.ok_or_else(problem)?;
    }
    let row = region::ActiveModel {
        code: Set(code.clone()),
        name_folded: Set(name.folded()),
        name: Set(name.0),
        level: Set(level),
        parent_code: Set(parent),
    };
    unless_taken(txn.insert(row).await, || code_taken(&code.0))
}

/// The region to rename.
pub async fn to_rename(txn: &Txn, _: &Actor, code: RegionCode) -> Result<region::Model> {
    get(txn, &code, "code").await
}

/// Changes the name of a region.
pub async fn rename(txn: &Txn, _: &Actor, region: region::Model, name: Name) -> Result<region::Model> {
    let mut row = region.clone().into_active_model();
    row.name_folded = Set(name.folded());
    row.name = Set(name.0);
    Ok(txn.update(region, row).await?)
}
