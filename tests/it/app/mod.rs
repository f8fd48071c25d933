//! The test harness: a town on a database of its own, behind the real router. Time stands still until a test sets it.
//!
//! Without `TEST_DATABASE_URL` the database is a SQLite file in a temporary folder. With it, every test gets a
//! PostgreSQL database of its own in that cluster, which `make test` starts and deletes.

mod client;
mod databases;
mod forms;
mod whole;

use std::{
    io::Write,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::Router;
use domain::{access::accounts, verify};
use lihua::config::Config;
use sea_orm::{ActiveValue::Set, Statement};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Database, Options, clock::Clock, entity::access::session};
use types::{RegionCode, Role, Timestamp};
use uuid::Uuid;

use databases::demo_database;

pub use client::{Client, Refusal, refusal, text};
pub use databases::{empty_postgres, empty_town, fresh_database};
pub use forms::{Form, words};
pub use whole::Answers;

/// The town of Yun'an.
pub const TOWN: &str = "500235136";
/// A community of the town: 杉树林.
pub const VILLAGE: &str = "500235136001";
/// Another community of the town: 大院坝.
pub const OTHER_VILLAGE: &str = "500235136002";
/// Another town of the county: 龙角镇.
pub const OTHER_TOWN: &str = "500235105";

/// Noon of 24 November 2026 in the town.
pub const NOW: &str = "2026-11-24T04:00:00Z";

/// The address that requests come from.
pub const ADDRESS: [u8; 4] = [192, 0, 2, 7];

/// The password of accounts that have one.
pub const PASSWORD: &str = "pear blossom 2026";

/// A town on a database of its own.
pub struct TestApp {
    pub database: Database,
    pub clock: Clock,
    /// The URL of the database, for a second server on it.
    pub url: String,
    router: Router,
    _folder: Option<Arc<tempfile::TempDir>>,
}

pub fn instant(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

/// Whether the tests run on PostgreSQL.
pub fn on_postgres() -> bool {
    std::env::var("TEST_DATABASE_URL").is_ok()
}

/// Tells that a test was skipped. The line is written past the harness, which keeps back what passing tests print.
pub fn skipped(module: &str, why: &str) {
    let thread = std::thread::current();
    let test = thread.name().filter(|name| name.contains("::")).unwrap_or(module);
    writeln!(std::io::stderr(), "skipped: {test}: {why}").expect("standard error");
}

/// The options with which tests connect to a database.
pub fn options(url: &str) -> Options {
    Options { url: url.to_owned(), wait: Duration::from_secs(20), connections: 6, ..config(&[]).database }
}

/// The default settings, except those given. Rates are not limited unless a test sets a limit: while time stands still,
/// no quota would be refilled.
pub fn config(settings: &[(&str, &str)]) -> Config {
    let unlimited = [
        ("RATE_LIMIT_PER_MINUTE", "100000000"),
        ("SIGN_IN_LIMIT_PER_MINUTE", "10000000"),
        ("PREORDER_LIMIT_PER_MINUTE", "10000000"),
    ];
    let set = |variable: &str| {
        settings.iter().chain(&unlimited).find(|(name, _)| *name == variable).map(|(_, value)| (*value).to_owned())
    };
    Config::from(set).expect("settings")
}

impl TestApp {
    /// An empty town at noon of 24 November 2026.
    pub async fn new() -> Self {
        Self::with_settings(&[]).await
    }

    /// The same with other settings.
    pub async fn with_settings(settings: &[(&str, &str)]) -> Self {
        let (url, folder) = empty_town().await;
        let clock = Clock::fixed(instant(NOW));
        Self::on(url, clock, folder, settings).await
    }

    /// The demonstration town at the same time.
    pub async fn demo() -> Self {
        let (url, folder) = demo_database().await;
        Self::on(url, Clock::fixed(instant(NOW)), folder, &[]).await
    }

    /// Another server on the same database, with a clock of its own.
    pub async fn second_server(&self, now: &str) -> Self {
        Self::on(self.url.clone(), Clock::fixed(instant(now)), None, &[]).await
    }

    /// The same town behind a server with very long time limits, for tests with so many records that this machine would
    /// exceed the usual limits.
    pub async fn patient_server(self) -> Self {
        let long = Duration::from_secs(3600);
        let patient = Options { write_time: long, read_time: long, wait: long, ..options(&self.url) };
        let database = Database::connect(&patient, self.clock.clone()).await.expect("the database");
        Self::serving(
            database,
            self.url.clone(),
            self.clock.clone(),
            self._folder.clone(),
            &[("REQUEST_SECONDS", "3600")],
        )
    }

    /// Another server on the same database that waits less long for others.
    pub async fn impatient_server(&self, wait: Duration) -> Self {
        let database =
            Database::connect(&Options { wait, ..options(&self.url) }, self.clock.clone()).await.expect("the database");
        Self::serving(database, self.url.clone(), self.clock.clone(), None, &[])
    }

    /// The same town with another `Database`.
    pub fn over(&self, database: Database) -> Self {
        Self::serving(database, self.url.clone(), self.clock.clone(), self._folder.clone(), &[])
    }

    /// A server on an existing database, which is migrated first.
    pub async fn on(
        url: String,
        clock: Clock,
        folder: Option<Arc<tempfile::TempDir>>,
        settings: &[(&str, &str)],
    ) -> Self {
        let database = Database::connect(&options(&url), clock.clone()).await.expect("the database");
        database.migrate().await.expect("migrations");
        Self::serving(database, url, clock, folder, settings)
    }

    fn serving(
        database: Database,
        url: String,
        clock: Clock,
        folder: Option<Arc<tempfile::TempDir>>,
        settings: &[(&str, &str)],
    ) -> Self {
        let router = lihua::http::router(database.clone(), &config(settings)).expect("a router");
        Self { database, clock, url, router, _folder: folder }
    }

    /// The same town behind another router, with a callback for each statement.
    pub fn observed(&self, callback: impl Fn(&Statement) + Clone + Send + Sync + 'static) -> Self {
        self.configured_and_observed(&[], callback)
    }

    /// The same with other settings.
    pub fn configured_and_observed(
        &self,
        settings: &[(&str, &str)],
        callback: impl Fn(&Statement) + Clone + Send + Sync + 'static,
    ) -> Self {
        let mut database = self.database.clone();
        database.on_statement(move |info| callback(info.statement));
        let router = lihua::http::router(database.clone(), &config(settings)).expect("a router");
        Self { database, clock: self.clock.clone(), url: self.url.clone(), router, _folder: None }
    }

    /// The fewest statements that an action takes in ten attempts. Loads are batched over a short time, so a busy
    /// machine may need more batches, but never fewer than necessary.
    pub async fn fewest_statements(&self, client: &Client, something: impl AsyncFn(&Client)) -> usize {
        let statements = Arc::new(AtomicUsize::new(0));
        let counter = statements.clone();
        let observed = self.observed(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        let client = observed.again(client);
        let mut fewest = usize::MAX;
        for _ in 0..10 {
            statements.store(0, Ordering::SeqCst);
            something(&client).await;
            fewest = fewest.min(statements.load(Ordering::SeqCst));
        }
        fewest
    }

    /// The same town behind another router with other settings.
    pub fn configured(&self, settings: &[(&str, &str)]) -> Self {
        let router = lihua::http::router(self.database.clone(), &config(settings)).expect("a router");
        Self {
            database: self.database.clone(),
            clock: self.clock.clone(),
            url: self.url.clone(),
            router,
            _folder: self._folder.clone(),
        }
    }

    /// The router, for requests that do not come from a `Client`.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    pub fn set_time(&self, now: &str) {
        self.clock.set(instant(now));
    }

    /// A client without a token.
    pub fn visitor(&self) -> Client {
        Client { router: self.router.clone(), token: None }
    }

    /// The same person at this town's router, for `observed` and `second_server`.
    pub fn again(&self, client: &Client) -> Client {
        Client { router: self.router.clone(), token: client.token.clone() }
    }

    /// Signs in to a demonstration account.
    pub async fn sign_in_to_demo(&self, username: &str) -> Client {
        self.bearing(&self.token(username, demo::PASSWORD).await)
    }

    /// A client with a token.
    pub fn bearing(&self, token: &str) -> Client {
        Client { router: self.router.clone(), token: Some(token.to_owned()) }
    }

    /// Creates a buyer's account with a password and returns its id.
    pub async fn account_with_password(&self, username: &str) -> String {
        let input = json!({"username": username, "password": PASSWORD, "role": "BUYER"});
        text(&self.admin().await.change("createAccount", input, "account { id }").await["account"]["id"])
    }

    /// Signs in to an account with its first password.
    pub async fn sign_in(&self, username: &str) -> Client {
        self.bearing(&self.token(username, PASSWORD).await)
    }

    /// The token of a sign-in that must not be refused.
    pub async fn token(&self, username: &str, password: &str) -> String {
        text(
            &self.visitor().change("signIn", json!({"username": username, "password": password}), "token").await["token"],
        )
    }

    pub async fn admin(&self) -> Client {
        self.account(Role::Admin, None, None, None).await
    }

    /// The town's clerk.
    pub async fn clerk(&self) -> Client {
        self.clerk_of(TOWN).await
    }

    pub async fn clerk_of(&self, region: &str) -> Client {
        self.account(Role::Clerk, Some(region), None, None).await
    }

    pub async fn official_of(&self, region: &str) -> Client {
        self.account(Role::Official, Some(region), None, None).await
    }

    pub async fn plant_operator(&self, plant: &str) -> Client {
        self.account(Role::PlantOperator, None, Some(plant), None).await
    }

    pub async fn grower(&self, grower_id: &str) -> Client {
        self.account(Role::Grower, None, None, Some(grower_id)).await
    }

    pub async fn buyer(&self) -> Client {
        self.account(Role::Buyer, None, None, None).await
    }

    /// Creates an account that is already signed in, which avoids the cost of hashing a password.
    async fn account(&self, role: Role, region: Option<&str>, plant: Option<&str>, grower: Option<&str>) -> Client {
        static NUMBER: OnceLock<std::sync::atomic::AtomicU32> = OnceLock::new();
        let number = NUMBER.get_or_init(Default::default).fetch_add(1, Ordering::Relaxed);
        let fields = accounts::NewAccount {
            username: format!("{}-{number}", format!("{role:?}").to_lowercase()),
            role,
            region_code: region.map(RegionCode::from),
            plant_code: plant.map(str::to_owned),
            password_hash: "none".to_owned(),
        };
        let grower = grower.map(|id| Uuid::parse_str(id).expect("an id"));
        let token = Uuid::now_v7().to_string();
        let token_hash = hex::encode(Sha256::digest(token.as_bytes()));
        self.database
            .write_unnoted(async move |txn| {
                let grower = accounts::to_create(&txn, &(), grower).await?;
                let account = accounts::create(&txn, &(), grower, fields).await?;
                let row = session::ActiveModel {
                    id: Set(Uuid::now_v7()),
                    token_hash: Set(token_hash),
                    account_id: Set(account.id),
                    created_at: Set(txn.recorded_at()),
                    expires_at: Set(txn.recorded_at().plus(1_000_000_000_000_000)),
                    last_used_at: Set(txn.recorded_at().plus(1_000_000_000_000_000)),
                };
                Ok(txn.add::<session::Entity>([row]).await?)
            })
            .await
            .expect("an account");
        Client { router: self.router.clone(), token: Some(token) }
    }

    /// Asserts that records, entries and totals agree.
    pub async fn verified(&self) {
        let findings = verify::verify(&self.database, |_, _| {}).await.expect("a verification");
        assert_eq!(findings.named, Vec::<String>::new());
    }

    /// Reference data that most tests need: in the village, a site that counts (`gate`), a site that does not
    /// (`pavilion`) and an establishment (`kitchen`); in the town, a plant (`pickles`) with a product (`paocai`).
    pub async fn reference_data(&self) {
        let admin = self.admin().await;
        for (field, input) in [
            ("addSite", json!({"code": "gate", "name": "梨园大门", "regionCode": VILLAGE, "countsTowardsTotal": true})),
            (
                "addSite",
                json!({"code": "pavilion", "name": "观花亭", "regionCode": VILLAGE, "countsTowardsTotal": false}),
            ),
            ("addCateringEstablishment", json!({"code": "kitchen", "name": "梨花农家乐", "regionCode": VILLAGE})),
            (
                "addProcessingPlant",
                json!({"code": "pickles", "name": "云安泡菜厂", "regionCode": VILLAGE, "openedOn": "2020-05-01"}),
            ),
            (
                "addProduct",
                json!({"code": "paocai", "plantCode": "pickles", "name": "洗澡泡菜", "isFreshProduce": false}),
            ),
        ] {
            admin.change(field, input, "__typename").await;
        }
    }
}

/// Waits for something that happens after an answer. The deadline only detects that it never happens.
pub async fn eventually(what: &str, mut has_happened: impl AsyncFnMut() -> bool) {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    while !has_happened().await {
        assert!(tokio::time::Instant::now() < deadline, "{what} never happened");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Causes something again and again until it is heard of, and returns what was heard. A subscription begins a moment
/// after its request, so the first causes may be missed.
pub async fn until_heard<T>(what: &str, mut cause: impl AsyncFnMut(), mut hear: impl AsyncFnMut() -> T) -> T {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(30);
    loop {
        cause().await;
        if let Ok(heard) = tokio::time::timeout(Duration::from_millis(1500), hear()).await {
            return heard;
        }
        assert!(tokio::time::Instant::now() < deadline, "{what} was never heard of");
    }
}
