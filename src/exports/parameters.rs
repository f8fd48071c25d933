//! The query parameters of an export: the fields of the statistic's filter, and what GraphQL expresses as arguments and
//! selection.

use std::collections::BTreeMap;

use crate::graphql;
use domain::figures::statistics::{Compared, Filter, Request, Subject};
use store::error::{Error, Result};
use types::{Day, DaySpan, Problem, RegionCode, Timestamp, day};

/// What an export is asked for. The region is looked up before the filter and the instant are read.
#[derive(Debug)]
pub(super) struct ExportRequest {
    /// The statistic.
    pub request: Request,
    /// The region, including all regions below it.
    pub region_code: RegionCode,
    from: String,
    to: String,
    /// The other parameters.
    given: BTreeMap<String, String>,
}

impl ExportRequest {
    /// Which entries count.
    pub(super) fn filter(&self) -> Result<Filter> {
        let given = |name: &str| self.given.get(name);
        let day_of =
            |name: &str, text: &str| -> Result<Day> { day(text).map_err(|problem| Error::invalid(name, problem)) };
        let span = DaySpan { from: day_of("from", &self.from)?, to: day_of("to", &self.to)? };
        let channel =
            given("channel").map(|name| graphql::channel(name).map_err(|problem| Error::invalid("channel", problem)));
        let code = |name: &str| given(name).cloned();
        Ok(Filter {
            span,
            variety_code: code("varietyCode"),
            product_code: code("productCode"),
            channel: channel.transpose()?,
            plant_code: code("plantCode"),
            site_code: code("siteCode"),
            establishment_code: code("establishmentCode"),
        })
    }

    /// The instant of the records. None for the present.
    pub(super) fn as_of(&self) -> Result<Option<Timestamp>> {
        let instant = |text: &String| Timestamp::parse(text).map_err(|problem| Error::invalid("asOf", problem));
        self.given.get("asOf").map(instant).transpose()
    }

    /// The parameters that restrict which entries count, as they were given.
    pub(super) fn only(&self) -> Vec<(String, String)> {
        let given = |name: &&str| Some(((*name).to_owned(), self.given.get(*name)?.clone()));
        filters(self.request.subject).iter().filter_map(given).collect()
    }
}

/// The parameters that restrict which entries of a subject count.
fn filters(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Sales => &["varietyCode", "productCode", "channel"],
        Subject::Visitors => &["siteCode"],
        Subject::Catering => &["establishmentCode"],
        Subject::PlantOutput => &["plantCode", "productCode"],
        Subject::PlantedArea => &["varietyCode"],
    }
}

/// Reads the query parameters of a URL. Returns INVALID_INPUT, naming the parameter, if one is unknown, missing or
/// given twice.
pub(super) fn read(subject: Subject, query: &str) -> Result<ExportRequest> {
    let mut given = BTreeMap::new();
    let known = [&["regionCode", "from", "to"], filters(subject), &["groupBy", "compare", "asOf"]].concat();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if !known.contains(&name.as_ref()) {
            let problem = Problem::new(
                format!("没有这个参数，可用：{}", known.join("、")),
                format!("no such parameter; there are {}", known.join(", ")),
            );
            return Err(Error::invalid(name, problem));
        }
        if given.insert(name.to_string(), value.into_owned()).is_some() {
            return Err(Error::invalid(name, Problem::new("参数重复", "the parameter is given twice")));
        }
    }
    let mut required = |name: &str| {
        let missing = || Error::invalid(name, Problem::new("缺少此参数", "the parameter is missing"));
        given.remove(name).ok_or_else(missing)
    };
    let (region_code, from, to) = (required("regionCode")?, required("from")?, required("to")?);
    let listed = |name: &str| {
        given.get(name).map(String::as_str).filter(|list| !list.is_empty()).into_iter().flat_map(|list| list.split(','))
    };
    let dimensions = listed("groupBy").enumerate().map(|(position, name)| {
        graphql::dimension(subject, name).map_err(|problem| Error::invalid(format!("groupBy.{position}"), problem))
    });
    let request =
        Request { subject, group_by: dimensions.collect::<Result<_>>()?, compared: compared(listed("compare"))? };
    Ok(ExportRequest { request, region_code: RegionCode(region_code), from, to, given })
}

fn compared<'a>(names: impl Iterator<Item = &'a str>) -> Result<Compared> {
    let mut compared = Compared::default();
    for (position, name) in names.enumerate() {
        let is_asked_for = match name {
            "before" => &mut compared.before,
            "yearBefore" => &mut compared.year_before,
            _ => {
                let problem = Problem::new("应为 before、yearBefore 之一", "expected one of before, yearBefore");
                return Err(Error::invalid(format!("compare.{position}"), problem));
            }
        };
        if std::mem::replace(is_asked_for, true) {
            return Err(Error::invalid(format!("compare.{position}"), Problem::new("重复", "it is listed twice")));
        }
    }
    Ok(compared)
}
