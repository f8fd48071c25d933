//! Databases for tests: empty, migrated or with the demonstration, each a copy of one that is made once a run.

use std::sync::Arc;

use domain::{access::passwords::Passwords, installation};
use sea_orm::ConnectionTrait;
use store::{Database, clock::Clock};
use uuid::Uuid;

use super::{NOW, instant, options};

/// An empty SQLite file. On PostgreSQL, a copy of a database that is migrated once per run, because migrating takes
/// longer there than many of the tests.
pub async fn fresh_database() -> (String, Option<Arc<tempfile::TempDir>>) {
    match std::env::var("TEST_DATABASE_URL") {
        Err(_) => {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let url = format!("sqlite://{}", folder.path().join("lihua.db").display());
            (url, Some(Arc::new(folder)))
        }
        Ok(cluster) => (fresh_postgres(&cluster).await, None),
    }
}

/// A town without records, which has what Yun'an begins with: a copy of a database that is made once per run.
pub async fn empty_town() -> (String, Option<Arc<tempfile::TempDir>>) {
    static FILE: tokio::sync::OnceCell<Vec<u8>> = tokio::sync::OnceCell::const_new();
    static TEMPLATE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    let begin = async |url: &str| {
        let database = Database::connect(&options(url), Clock::System).await.expect("the database");
        database.migrate().await.expect("migrations");
        database.write_alone(async |txn| installation::fill(&txn).await).await.expect("a town");
        database
    };
    made_once(&FILE, &TEMPLATE, begin).await
}

/// A copy of a database that is made once per run: of its file, or of a template in the cluster.
async fn made_once(
    file: &tokio::sync::OnceCell<Vec<u8>>,
    template: &tokio::sync::OnceCell<String>,
    make: impl AsyncFn(&str) -> Database,
) -> (String, Option<Arc<tempfile::TempDir>>) {
    let Ok(cluster) = std::env::var("TEST_DATABASE_URL") else {
        return copy_sqlite(file.get_or_init(|| as_file(make)).await).await;
    };
    let template = template
        .get_or_init(|| async {
            let url = fresh_postgres(&cluster).await;
            make(&url).await.reader().close().await.expect("closed");
            url.rsplit_once('/').expect("a database's name").1.to_owned()
        })
        .await;
    (copy_postgres(&cluster, template).await, None)
}

/// Makes a new SQLite database and returns it as the bytes of one file.
async fn as_file(make: impl AsyncFnOnce(&str) -> Database) -> Vec<u8> {
    let (url, folder) = fresh_database().await;
    let copy = folder.as_ref().expect("a folder").path().join("copy.db");
    let database = make(&url).await;
    database.unguarded().execute_unprepared(&format!("VACUUM INTO '{}'", copy.display())).await.expect("a copy");
    std::fs::read(copy).expect("a file")
}

/// A SQLite database with these bytes.
async fn copy_sqlite(file: &[u8]) -> (String, Option<Arc<tempfile::TempDir>>) {
    let (url, folder) = fresh_database().await;
    std::fs::write(folder.as_ref().expect("a folder").path().join("lihua.db"), file).expect("a copy");
    (url, folder)
}

/// A database in the cluster without any table.
pub async fn empty_postgres(cluster: &str) -> String {
    let admin = sea_orm::Database::connect(cluster).await.expect("the cluster");
    let name = format!("empty_{}", Uuid::now_v7().simple());
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
    cluster.rsplit_once('/').map(|(base, _)| format!("{base}/{name}")).expect("a URL with a name")
}

/// The demonstration town at noon of 24 November 2026. It is loaded once per run, then copied.
pub async fn demo_database() -> (String, Option<Arc<tempfile::TempDir>>) {
    static FILE: tokio::sync::OnceCell<Vec<u8>> = tokio::sync::OnceCell::const_new();
    static TEMPLATE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    let load = async |url: &str| {
        let database = Database::connect(&options(url), Clock::fixed(instant(NOW))).await.expect("the database");
        database.migrate().await.expect("migrations");
        assert!(demo::load(&database, &Passwords::default(), |_, _| {}).await.expect("demonstration records"));
        database
    };
    made_once(&FILE, &TEMPLATE, load).await
}

/// A copy of a migrated database in the cluster. The first caller creates the template.
async fn fresh_postgres(cluster: &str) -> String {
    static TEMPLATE: tokio::sync::OnceCell<()> = tokio::sync::OnceCell::const_new();
    let run = std::process::id();
    let base = cluster.trim_end_matches('/').rsplit_once('/').map_or(cluster, |(base, _)| base).to_owned();
    let admin = sea_orm::Database::connect(sea_orm::ConnectOptions::new(cluster).sqlx_logging(false).to_owned())
        .await
        .expect("the cluster");
    TEMPLATE
        .get_or_init(|| async {
            admin.execute_unprepared(&format!("CREATE DATABASE template_{run}")).await.expect("a template database");
            let template = Database::connect(&options(&format!("{base}/template_{run}")), Clock::System)
                .await
                .expect("the template");
            template.migrate().await.expect("migrations");
            template.reader().close().await.expect("closed");
        })
        .await;
    admin.close().await.expect("closed");
    copy_postgres(cluster, &format!("template_{run}")).await
}

/// A copy of a database in the cluster to which nobody is connected.
async fn copy_postgres(cluster: &str, template: &str) -> String {
    let base = cluster.trim_end_matches('/').rsplit_once('/').map_or(cluster, |(base, _)| base);
    let admin = sea_orm::Database::connect(sea_orm::ConnectOptions::new(cluster).sqlx_logging(false).to_owned())
        .await
        .expect("the cluster");
    let name = format!("test_{}", Uuid::now_v7().simple());
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.expect("a database");
    admin.close().await.expect("closed");
    format!("{base}/{name}")
}
