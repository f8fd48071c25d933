//! The requests that are measured.

use std::net::SocketAddr;

use serde_json::Value;
use types::Timestamp;

use crate::load;

/// The names of the requests whose cost must not grow with the town.
pub(crate) const REPORT: &str = "report of a year, added up";
pub(crate) const PAGE: &str = "page of 50 sales with grower, region and variety";
const PAGE_BY_VARIETY: &str = "page of 50 sales by variety";
const GROWER: &str = "one grower with its plots";

/// A request that is measured.
pub(crate) struct Work {
    /// Its name in the tables.
    pub name: &'static str,
    /// The sender's token; `None` for a visitor.
    pub token: Option<String>,
    /// The query that is sent. Its variable `phone`, if it has one, is a telephone number that was not used yet.
    pub query: String,
    /// Whether it records something.
    pub writes: bool,
}

/// The requests that are measured on a town.
pub(crate) fn works(town: &Town) -> Vec<Work> {
    let Town { token, grower, region, offer, earlier } = town;
    let report = |as_of: &str| {
        format!(
            "{{ townReport(regionCode: \"{TOWN}\", year: 2025{as_of}) {{ asOf visitors plantedAreaMu salesRevenueYuan presaleRevenueYuan \
             produceRevenueYuan cateringTakingsYuan cateringIncreaseYuan processingPlants processingProjects festivalEditions \
             plantedAreaByVariety {{ growers }} revenueByMonth {{ month }} revenueByChannel {{ channel }} honours {{ count }} }} }}"
        )
    };
    let read = |name, query| Work { name, token: Some(token.clone()), query, writes: false };
    let write = |name, query| Work { name, token: Some(token.clone()), query, writes: true };
    let sales = |filter: &str| {
        format!(
            "{{ sales(first: 50{filter}) {{ nodes {{ id soldOn quantityKg amountYuan channel grower {{ id name }} \
             region {{ code name }} variety {{ name }} }} pageInfo {{ hasNextPage endCursor }} }} }}"
        )
    };
    vec![
        read("nothing but the token: `__typename`", "{ __typename }".to_owned()),
        read(
            GROWER,
            format!(
                "{{ grower(id: \"{grower}\") {{ id name kind areaMu plots(first: 20) {{ nodes {{ id areaMu plantedYear variety {{ name }} }} }} }} }}"
            ),
        ),
        read(PAGE, sales("")),
        read(PAGE_BY_VARIETY, sales(", filter: {varietyCode: \"fengshui-pear\"}")),
        read("report of a year, nothing recorded since", report("")),
        read(REPORT, report(&format!(", asOf: \"{earlier}\""))),
        write(
            "recording a sale",
            format!(
                "mutation {{ recordSale(input: {{soldOn: \"2026-08-01\", channel: MARKET, regionCode: \"{region}\", \
                 varietyCode: \"fengshui-pear\", quantityKg: \"1\", amountYuan: \"5\"}}) {{ sale {{ id recordedAt }} }} }}"
            ),
        ),
        Work {
            name: "placing a pre-order, as a visitor",
            token: None,
            query: format!(
                "mutation($phone: String!) {{ placePreorder(input: {{offerId: \"{offer}\", quantityKg: \"1\", \
                 buyerName: \"陈晓\", buyerPhone: $phone}}) {{ preorder {{ id code holdUntil }} }} }}"
            ),
            writes: true,
        },
    ]
}

/// The town's official code.
const TOWN: &str = "500235136";

/// What the requests about a town refer to.
pub(crate) struct Town {
    token: String,
    grower: String,
    region: String,
    /// An offer that is open and never runs out.
    offer: String,
    /// An instant before that of the report in the server's memory, so that the report is computed each time.
    earlier: Timestamp,
}

impl Town {
    /// Signs in to the server of a town, and opens the offer.
    pub(crate) fn new(address: SocketAddr) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("a text, not {value}")).to_owned();
        let password = demo::PASSWORD;
        let sign_in =
            format!("mutation {{ signIn(input: {{username: \"clerk\", password: \"{password}\"}}) {{ token }} }}");
        let token = text(&load::ask(address, None, &sign_in)["signIn"]["token"]);
        let growers = load::ask(address, Some(&token), "{ growers(first: 1) { nodes { id region { code } } } }");
        let grower = &growers["growers"]["nodes"][0];
        let open = format!(
            "mutation {{ openPresaleOffer(input: {{varietyCode: \"fengshui-pear\", regionCode: \"{TOWN}\", season: 2026, \
             quotaKg: \"100000000\", unitPriceYuan: \"8\", depositRate: \"0.30\", opensAt: \"2026-01-01T00:00:00Z\", \
             closesAt: \"2100-01-01T00:00:00Z\"}}) {{ offer {{ id }} }} }}"
        );
        let offer = text(&load::ask(address, Some(&token), &open)["openPresaleOffer"]["offer"]["id"]);
        let report = load::ask(
            address,
            Some(&token),
            &format!("{{ townReport(regionCode: \"{TOWN}\", year: 2025) {{ asOf }} }}"),
        );
        let kept = Timestamp::parse(&text(&report["townReport"]["asOf"])).expect("an instant");
        Self {
            token,
            grower: text(&grower["id"]),
            region: text(&grower["region"]["code"]),
            offer,
            earlier: kept.plus(-1),
        }
    }
}
