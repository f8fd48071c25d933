//! A client that sends requests, with the queries and changes that tests use most.

use std::net::SocketAddr;

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::{ADDRESS, TOWN, VILLAGE};

/// A client that sends requests.
#[derive(Clone)]
pub struct Client {
    pub(super) router: Router,
    pub(super) token: Option<String>,
}

/// A refusal as a client reads it.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    pub code: String,
    pub field: Option<String>,
    pub message: String,
    pub available_kg: Option<String>,
}

impl Client {
    /// The token that the client sends.
    pub fn token(&self) -> &str {
        self.token.as_deref().expect("a token")
    }

    /// The value of the Authorization header.
    pub fn bearer(&self) -> String {
        format!("Bearer {}", self.token.as_deref().expect("a signed-in client"))
    }

    /// Sends a request and returns the whole answer.
    pub async fn send(&self, query: &str, variables: Value) -> Value {
        let peer = ConnectInfo(SocketAddr::from((ADDRESS, 50_000)));
        let mut request = Request::post("/graphql")
            .extension(peer)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT_LANGUAGE, "en");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let body = json!({"query": query, "variables": variables}).to_string();
        let response =
            self.router.clone().oneshot(request.body(Body::from(body)).expect("a request")).await.expect("an answer");
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        serde_json::from_slice(&bytes).expect("JSON")
    }

    /// The data of a query that must not be refused.
    pub async fn ask(&self, query: &str) -> Value {
        let mut answer = self.send(query, json!({})).await;
        assert!(answer.get("errors").is_none(), "{query}: {answer:#}");
        answer["data"].take()
    }

    /// The first refusal of a query.
    pub async fn refused(&self, query: &str) -> Refusal {
        refusal(query, &self.send(query, json!({})).await)
    }

    /// Sends a mutation with its input as a variable and returns its payload. The mutation must not be refused.
    /// `selection` is the selection on the payload.
    pub async fn change(&self, field: &str, input: Value, selection: &str) -> Value {
        let mut answer = self.mutate(field, input.clone(), selection).await;
        assert!(answer.get("errors").is_none(), "{field} {input}: {answer:#}");
        answer["data"][field].take()
    }

    /// The refusal of a mutation, which must change nothing.
    pub async fn refused_change(&self, field: &str, input: Value) -> Refusal {
        let answer = self.mutate(field, input.clone(), "__typename").await;
        assert_eq!(answer["data"][field], Value::Null, "{field} {input}: {answer:#}");
        refusal(&format!("{field} {input}"), &answer)
    }

    /// Sends a mutation with its input as a variable and returns the whole answer.
    pub async fn mutate(&self, field: &str, input: Value, selection: &str) -> Value {
        let input_type = match field {
            "addVariety" | "updateVariety" => "VarietyInput".to_owned(),
            "addFestival" | "updateFestival" => "FestivalInput".to_owned(),
            _ => format!("{}{}Input", field[..1].to_uppercase(), &field[1..]),
        };
        let query = format!("mutation($input: {input_type}!) {{ {field}(input: $input) {{ {selection} }} }}");
        self.send(&query, json!({"input": input})).await
    }

    /// Registers a household in a region and returns its id.
    pub async fn register_grower(&self, name: &str, region: &str) -> String {
        let input = json!({"name": name, "kind": "HOUSEHOLD", "regionCode": region, "phone": "13800001234"});
        text(&self.change("registerGrower", input, "grower { id }").await["grower"]["id"])
    }

    /// Registers a plot of Hosui pears and returns its id.
    pub async fn register_plot(&self, grower_id: &str, region: &str, area_mu: &str, planted_year: i32) -> String {
        let input = json!({
            "growerId": grower_id, "regionCode": region, "varietyCode": "fengshui-pear", "areaMu": area_mu, "plantedYear": planted_year
        });
        text(&self.change("registerPlot", input, "plot { id }").await["plot"]["id"])
    }

    /// Records a lot of a plot and returns its id.
    pub async fn record_harvest(&self, plot_id: &str, harvested_on: &str, quantity_kg: &str) -> String {
        let input = json!({"plotId": plot_id, "harvestedOn": harvested_on, "quantityKg": quantity_kg});
        text(&self.change("recordHarvest", input, "lot { id }").await["lot"]["id"])
    }

    /// Records a sale of Hosui pears at the market of the village and returns its id.
    pub async fn record_sale(&self, sold_on: &str, quantity_kg: &str, amount_yuan: &str) -> String {
        let input = json!({
            "soldOn": sold_on, "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear",
            "quantityKg": quantity_kg, "amountYuan": amount_yuan
        });
        text(&self.change("recordSale", input, "sale { id }").await["sale"]["id"])
    }

    /// The report of the town for a year.
    pub async fn report(&self, year: i32, selection: &str) -> Value {
        let mut data =
            self.ask(&format!("{{ townReport(regionCode: \"{TOWN}\", year: {year}) {{ {selection} }} }}")).await;
        data["townReport"].take()
    }

    /// The same as of an instant.
    pub async fn report_as_of(&self, year: i32, as_of: &str, selection: &str) -> Value {
        let query =
            format!("{{ townReport(regionCode: \"{TOWN}\", year: {year}, asOf: \"{as_of}\") {{ {selection} }} }}");
        self.ask(&query).await["townReport"].take()
    }
}

/// The text of a JSON string.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a string, not {value}")).to_owned()
}

pub fn refusal(what: &str, answer: &Value) -> Refusal {
    let error = answer["errors"].get(0).unwrap_or_else(|| panic!("{what} was not refused: {answer:#}"));
    let extension = |name: &str| error["extensions"][name].as_str().map(str::to_owned);
    let code = extension("code").unwrap_or_else(|| panic!("{what}: no code in {answer:#}"));
    assert_ne!(code, "INTERNAL", "{what}: {answer:#}");
    assert!(code != "NOT_FOUND" || extension("field").is_some(), "{what}: which field names it? {answer:#}");
    Refusal {
        code,
        field: extension("field"),
        message: text(&error["message"]),
        available_kg: extension("availableKg"),
    }
}

impl Refusal {
    /// The code and field, to compare with expected ones.
    pub fn brief(&self) -> (&str, Option<&str>) {
        (&self.code, self.field.as_deref())
    }
}
