//! Migration steps that a later version might have, applied to a filled town, and how an older server behaves
//! afterwards.

use migration::{MigrationName, MigrationTrait, Migrator, MigratorTrait, SchemaManager, Steps, change_checks};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, Statement};
use serde_json::json;
use store::{
    Database,
    clock::Clock,
    entity::{access::account, sales::sale},
};
use tokio::sync::oneshot;
use types::Timestamp;

use super::{catalogue, names};
use crate::app::{TestApp, VILLAGE, empty_postgres, options};

/// How many steps the present version has. Those here come after them.
const STEPS: usize = 15;

/// Allows another role.
struct AnotherRole;

impl MigrationName for AnotherRole {
    fn name(&self) -> &'static str {
        "9001_another_role"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for AnotherRole {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let known = "role IN ('ADMIN', 'OFFICIAL', 'CLERK', 'PLANT_OPERATOR', 'GROWER', 'BUYER', 'AUDITOR')";
        change_checks(manager, "account", &[("account_role_known", known)]).await
    }
}

/// A step of plain SQL, with its name.
struct Plain(&'static str, &'static str);

impl MigrationName for Plain {
    fn name(&self) -> &'static str {
        self.0
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Plain {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(self.1).await?;
        Ok(())
    }
}

/// Adds a column whose value for each grower is derived from existing data. Programs that do not know it write the
/// default.
const ANOTHER_COLUMN: Plain = Plain(
    "9002_another_column",
    "ALTER TABLE grower ADD COLUMN source TEXT NOT NULL DEFAULT 'COUNTER' \
         CONSTRAINT grower_source_known CHECK (source IN ('COUNTER', 'REGISTER')); \
     UPDATE grower SET source = 'REGISTER' WHERE kind = 'HOUSEHOLD'",
);

const ANOTHER_NAME: Plain = Plain("9003_another_name", "ALTER TABLE grower RENAME COLUMN display_name TO known_as");

/// Deletes something that records refer to.
const BROKEN: Plain = Plain("9002_broken", "DELETE FROM variety WHERE code = 'fengshui-pear'");

fn with(steps: Vec<Box<dyn MigrationTrait>>) -> Vec<Box<dyn MigrationTrait>> {
    Migrator::migrations().into_iter().chain(steps).collect()
}

/// A version that only expands the tables, so that the present one continues to work.
struct Expanded;

impl MigratorTrait for Expanded {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        with(vec![Box::new(AnotherRole), Box::new(ANOTHER_COLUMN)])
    }
}

impl Steps for Expanded {
    const NEEDED: usize = Migrator::NEEDED;
}

/// The version after it, which drops a column that the present version writes.
struct Contracted;

impl MigratorTrait for Contracted {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        with(vec![Box::new(AnotherRole), Box::new(ANOTHER_COLUMN), Box::new(ANOTHER_NAME)])
    }
}

impl Steps for Contracted {
    const NEEDED: usize = STEPS + 2;
}

struct Broken;

impl MigratorTrait for Broken {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        with(vec![Box::new(ANOTHER_COLUMN_FIRST), Box::new(BROKEN)])
    }
}

impl Steps for Broken {
    const NEEDED: usize = Migrator::NEEDED;
}

const ANOTHER_COLUMN_FIRST: Plain = Plain("9001_another_column", ANOTHER_COLUMN.1);

/// Another program on the same database.
async fn another(app: &TestApp) -> Database {
    Database::connect(&options(&app.url), app.clock.clone()).await.expect("the database")
}

async fn count(app: &TestApp, sql: &str) -> i64 {
    let row = app
        .database
        .reader()
        .query_one_raw(Statement::from_string(app.database.backend(), sql))
        .await
        .expect("an answer");
    row.expect("a row").try_get("", "number").expect("a number")
}

#[tokio::test]
async fn each_kind_of_step_leaves_a_filled_town_as_it_was() {
    let app = TestApp::demo().await;
    let (accounts, before) =
        (account::Entity::find().all(app.database.reader()).await.expect("accounts"), names(&app.database).await);
    let households = count(&app, "SELECT COUNT(*) AS number FROM grower WHERE kind = 'HOUSEHOLD'").await;
    assert!(households > 0);
    another(&app).await.migrate_to::<Expanded>().await.expect("expanded");
    let known = ("grower".to_owned(), "grower_source_known".to_owned());
    let expected = before.into_iter().chain([known]).collect();
    assert_eq!(names(&app.database).await, expected, "no index and no constraint is lost");
    assert_eq!(account::Entity::find().all(app.database.reader()).await.expect("accounts"), accounts);
    assert_eq!(count(&app, "SELECT COUNT(*) AS number FROM grower WHERE source = 'REGISTER'").await, households);
    app.verified().await;
    // The new role is accepted, an unknown one is not, and foreign keys are enforced again.
    let role = async |role: &str| {
        app.database
            .unguarded()
            .execute_unprepared(&format!("UPDATE account SET role = '{role}' WHERE username = 'admin'"))
            .await
    };
    role("KING").await.expect_err("an unknown role");
    role("AUDITOR").await.expect("the other role");
    role("ADMIN").await.expect("the role of before");
    let nobody = "UPDATE session SET account_id = id";
    app.sign_in_to_demo("admin").await;
    app.database.unguarded().execute_unprepared(nobody).await.expect_err("sessions refer to accounts");

    another(&app).await.migrate_to::<Contracted>().await.expect("contracted");
    assert!(
        count(&app, "SELECT COUNT(*) AS number FROM grower WHERE known_as IS NULL").await > 0,
        "the column has another name"
    );
    assert!(
        names(&app.database).await.contains(&("grower".to_owned(), "grower_display_name_length".to_owned())),
        "a constraint keeps its name"
    );
}

/// Renames a column that verification reads. A later step renames it back, because the present program knows only its
/// first name.
struct Renamed;

impl MigratorTrait for Renamed {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        with(vec![Box::new(Plain("9001_renamed", "ALTER TABLE site RENAME COLUMN name TO title"))])
    }
}

impl Steps for Renamed {
    const NEEDED: usize = STEPS + 1;
}

struct NamedAsBefore;

impl MigratorTrait for NamedAsBefore {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let again: Box<dyn MigrationTrait> =
            Box::new(Plain("9002_named_as_before", "ALTER TABLE site RENAME COLUMN title TO name"));
        Renamed::migrations().into_iter().chain([again]).collect()
    }
}

impl Steps for NamedAsBefore {
    const NEEDED: usize = Migrator::NEEDED;
}

#[tokio::test]
async fn verification_holds_after_a_column_was_renamed() {
    let app = TestApp::demo().await;
    let before = catalogue(&app.database).await;
    another(&app).await.migrate_to::<Renamed>().await.expect("renamed");
    assert!(count(&app, "SELECT COUNT(*) AS number FROM site WHERE length(title) > 0").await > 0);
    another(&app).await.migrate_to::<NamedAsBefore>().await.expect("renamed again");
    assert_eq!(catalogue(&app.database).await, before, "constraints and indexes follow the name");
    app.verified().await;
}

#[tokio::test]
async fn an_older_server_goes_on_over_expanded_tables() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    another(&app).await.migrate_to::<Expanded>().await.expect("expanded");
    let grower = clerk.register_grower("王桂英", VILLAGE).await;
    clerk.record_sale("2026-08-01", "10", "50").await;
    assert_eq!(clerk.ask(&format!("{{ grower(id: \"{grower}\") {{ name }} }}")).await["grower"]["name"], "王桂英");
    assert_eq!(
        count(&app, "SELECT COUNT(*) AS number FROM grower WHERE source = 'COUNTER'").await,
        1,
        "the newer one finds the default"
    );
    app.verified().await;
    // The older server may also be restarted. But commands that work on the database beside the servers must not be
    // older than the tables.
    another(&app).await.migrate().await.expect("an older server starts");
    let refused = another(&app).await.check_tables().await.expect_err("another version").to_string();
    assert!(refused.contains("newer than this program"), "{refused}");
    // The next version finds its first steps applied.
    another(&app).await.migrate_to::<Contracted>().await.expect("contracted");
}

#[tokio::test]
async fn an_older_server_writes_no_more_when_what_it_needs_is_gone() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-08-01", "10", "50").await;
    let report = clerk.report(2026, "asOf salesRevenueYuan").await;
    assert_eq!(report["salesRevenueYuan"], "50.00");
    another(&app).await.migrate_to::<Contracted>().await.expect("contracted");
    app.set_time("2026-11-24T05:00:00Z");
    let input = |number: u32| {
        json!({"soldOn": "2026-08-01", "channel": "MARKET", "regionCode": VILLAGE, "varietyCode": "fengshui-pear", "quantityKg": "1",
            "amountYuan": "1", "idempotencyKey": number.to_string()})
    };
    // Many at once, so that some would share a commit.
    let refusals =
        futures_util::future::join_all((0..40).map(|number| clerk.refused_change("recordSale", input(number)))).await;
    for refused in refusals {
        assert_eq!(refused.brief().0, "UNAVAILABLE");
        assert!(refused.message.contains("newer version") || refused.message.contains("新版本"), "{}", refused.message);
    }
    assert_eq!(sale::Entity::find().count(app.database.reader()).await.expect("a count"), 1);
    assert_eq!(
        clerk.report(2026, "asOf salesRevenueYuan").await,
        report,
        "what it can read is answered, as of the newest bound"
    );
    store::seal::seal(&app.database).await.expect_err("the audit log is the newer one's");
    let refused = another(&app).await.migrate().await.expect_err("it does not start again").to_string();
    assert!(refused.contains("newer than this program"), "{refused}");
}

#[tokio::test]
async fn migrating_waits_for_who_writes() {
    let app = TestApp::new().await;
    let (holds, held) = oneshot::channel();
    let (release, released) = oneshot::channel::<()>();
    let database = app.database.clone();
    let writing = tokio::spawn(async move {
        let work = async move |txn: std::sync::Arc<store::Txn<store::Program>>| {
            holds.send(()).expect("somebody waits");
            released.await.expect("released");
            txn.ruin("UPDATE installation SET is_demo = TRUE").await?;
            Ok(())
        };
        database.write(work).await
    });
    held.await.expect("it writes");
    let newer = another(&app).await;
    let mut migrating = std::pin::pin!(newer.migrate_to::<Contracted>());
    let early = tokio::time::timeout(std::time::Duration::from_millis(300), migrating.as_mut()).await;
    assert!(early.is_err(), "somebody writes to the tables of before");
    release.send(()).expect("it waits");
    writing.await.expect("no panic").expect("what began before is recorded");
    migrating.await.expect("contracted");
    assert_eq!(count(&app, "SELECT COUNT(*) AS number FROM installation WHERE is_demo").await, 1);
    let refused = app.database.write(async |_| Ok(())).await.expect_err("it comes after");
    assert_eq!(refused.code.as_str(), "UNAVAILABLE");
}

#[tokio::test]
async fn steps_that_fail_leave_everything_as_it_was() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await;
    clerk.record_sale("2026-08-01", "10", "50").await;
    let before = names(&app.database).await;
    let failed = another(&app).await.migrate_to::<Broken>().await.expect_err("a sale refers to what was taken away");
    assert!(failed.to_string().contains("stay as they were"), "{failed}");
    assert_eq!(names(&app.database).await, before);
    another(&app).await.check_tables().await.expect("tables of this version");
    clerk.record_sale("2026-08-02", "10", "50").await;
    app.verified().await;
}

#[tokio::test]
async fn a_database_in_memory_is_migrated_and_keeps_its_foreign_keys() {
    let database =
        Database::connect(&options("sqlite::memory:"), Clock::fixed(Timestamp(0))).await.expect("a database");
    database.migrate().await.expect("migrations");
    let nowhere = "INSERT INTO site VALUES ('gate', '大门', '99', TRUE, NULL)";
    database.unguarded().execute_unprepared(nowhere).await.expect_err("there is no such region");
}

#[tokio::test]
async fn tables_of_a_release_from_which_nothing_leads_on_are_left_alone() {
    let before = "CREATE TABLE seaql_migrations (version TEXT PRIMARY KEY, applied_at BIGINT NOT NULL); \
        INSERT INTO seaql_migrations VALUES ('0001_registers', 0), ('0002_accounts', 0)";
    let (url, _folder) = match std::env::var("TEST_DATABASE_URL") {
        Ok(cluster) => (empty_postgres(&cluster).await, None),
        Err(_) => crate::app::fresh_database().await,
    };
    let database = Database::connect(&options(&url), Clock::System).await.expect("the database");
    database.unguarded().execute_unprepared(before).await.expect("tables");
    let refused = database.migrate().await.expect_err("nothing leads on").to_string();
    assert!(refused.contains("before 0.2.0"), "{refused}");
    assert!(names(&database).await.iter().all(|(table, _)| table == "seaql_migrations"), "nothing is made");
}

#[test]
fn the_present_version_needs_its_own_steps() {
    assert!(Migrator::NEEDED <= Migrator::migrations().len());
    assert_eq!(STEPS, Migrator::migrations().len());
}
