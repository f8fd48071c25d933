//! How a town begins: `lihua init` and `lihua regions import`.

use std::{path::Path, process::Output};

use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};
use serde_json::{Value, json};
use store::{
    clock::Clock,
    entity::{
        access::audit_entry,
        registers::{region, variety},
    },
};

use super::{Server, migrate, program, run, said};
use crate::app::{NOW, TestApp, fresh_database, instant};

const HEAD: &str = "code,name,level,parent_code\n";
/// A village before its town, and the province last.
const ZHEJIANG: &str = "330122101201,天英村民委员会,VILLAGE,330122101\n330122101,分水镇,TOWNSHIP,330122\n\
                        330122,桐庐县,COUNTY,33\n33,浙江省,PROVINCE,\n";

/// A database as the program makes it, with a folder for files.
struct Place {
    folder: tempfile::TempDir,
    app: TestApp,
}

impl Place {
    async fn new() -> Self {
        let (url, keep) = fresh_database().await;
        let folder = tempfile::tempdir().expect("a folder");
        migrate(folder.path(), &url);
        Self { folder, app: TestApp::on(url, Clock::fixed(instant(NOW)), keep, &[]).await }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(program(self.folder.path(), &self.app.url, arguments), "")
    }

    /// Imports a file with this content.
    fn import(&self, content: &[u8]) -> Output {
        std::fs::write(self.folder.path().join("regions.csv"), content).expect("a file");
        self.run(&["regions", "import", "regions.csv"])
    }

    async fn regions(&self) -> Vec<(String, String)> {
        let rows = region::Entity::find().order_by_asc(region::Column::Code).all(self.app.database.reader()).await;
        rows.expect("regions").into_iter().map(|row| (row.code.0, row.name)).collect()
    }

    async fn audited(&self) -> Vec<audit_entry::Model> {
        let rows = audit_entry::Entity::find().order_by_asc(audit_entry::Column::At).all(self.app.database.reader());
        rows.await.expect("rows")
    }

    async fn varieties(&self) -> u64 {
        variety::Entity::find().count(self.app.database.reader()).await.expect("a number")
    }
}

#[tokio::test]
async fn a_town_of_the_built_in_register_begins_with_it_and_yunan_with_its_varieties() {
    let place = Place::new().await;
    let refused = place.run(&["init", "--town", "330122101"]);
    assert_eq!(refused.status.code(), Some(1));
    let message = said(&refused);
    assert!(message.contains("--town") && message.contains("lihua regions import FILE"), "{message}");
    assert_eq!((place.regions().await.len(), place.varieties().await), (0, 0));

    let another = place.run(&["init", "--town", "500235105"]);
    assert!(said(&another).contains("regions added: 524; varieties added: 0"), "{}", said(&another));
    assert_eq!(place.varieties().await, 0);
    let yunan = place.run(&["init", "--town", "500235136"]);
    assert!(said(&yunan).contains("regions added: 0; varieties added: 4"), "{}", said(&yunan));
    // What the town has changed since stays.
    let admin = place.app.admin().await;
    admin.change("renameRegion", json!({"code": "500235136", "name": "云安古镇"}), "__typename").await;
    let again = place.run(&["init", "--town", "500235136"]);
    assert!(
        again.status.success() && said(&again).contains("regions added: 0; varieties added: 0"),
        "{}",
        said(&again)
    );
    assert!(place.regions().await.contains(&("500235136".to_owned(), "云安古镇".to_owned())));
    let mut actions: Vec<String> = place.audited().await.into_iter().map(|row| row.action).collect();
    actions.sort();
    assert_eq!(actions, ["initTown", "initTown", "renameRegion"], "what changes nothing leaves no row");
    place.app.verified().await;
}

#[tokio::test]
async fn a_register_is_imported_in_any_order_and_again() {
    let place = Place::new().await;
    let first = place.import(format!("\u{feff}{HEAD}{ZHEJIANG}").replace('\n', "\r\n").as_bytes());
    assert!(said(&first).contains("regions added: 4; renamed: 0; unchanged: 0"), "{}", said(&first));
    let again = place.import(format!("{HEAD}{ZHEJIANG}").as_bytes());
    assert!(
        again.status.success() && said(&again).contains("regions added: 0; renamed: 0; unchanged: 4"),
        "{}",
        said(&again)
    );
    let renamed =
        format!("{HEAD}330122101201,天溪村民委员会,VILLAGE,330122101\n330122101202,天英村民委员会,VILLAGE,330122101\n");
    let renamed = place.import(renamed.as_bytes());
    assert!(said(&renamed).contains("regions added: 1; renamed: 1; unchanged: 0"), "{}", said(&renamed));
    let expected = [
        ("33", "浙江省"),
        ("330122", "桐庐县"),
        ("330122101", "分水镇"),
        ("330122101201", "天溪村民委员会"),
        ("330122101202", "天英村民委员会"),
    ];
    assert_eq!(place.regions().await, expected.map(|(code, name)| (code.to_owned(), name.to_owned())));
    let rows = place.audited().await;
    assert_eq!(rows.iter().map(|row| row.action.as_str()).collect::<Vec<_>>(), ["importRegions"; 2]);
    let last: Value = serde_json::from_str(&rows[1].changes).expect("changes");
    let names: Vec<&Value> =
        last["records"].as_array().expect("records").iter().map(|record| &record["fields"]["name"]).collect();
    assert!(names.contains(&&json!(["天英村民委员会", "天溪村民委员会"])), "{last}");
    place.app.verified().await;
}

#[tokio::test]
async fn a_file_with_a_bad_row_loads_nothing() {
    let place = Place::new().await;
    assert!(place.import(format!("{HEAD}{ZHEJIANG}").as_bytes()).status.success());
    let before = place.regions().await;
    let good = "330122102,瑶琳镇,TOWNSHIP,330122\n";
    for (rows, expected) in [
        ("3301,杭州市,COUNTY,33\n", "line 3, column code: expected 2, 6, 9 or 12 digits, got 3301"),
        ("330122103,百江镇,VILLAGE,330122\n", "line 3, column level: a code of 9 digits is a TOWNSHIP"),
        ("330122103,百江镇,TOWNSHIP,33\n", "line 3, column parent_code: expected 330122"),
        ("330123103,百江镇,TOWNSHIP,330123\n", "line 3, column parent_code: 330123 is neither in the file nor known"),
        ("330122102,瑶琳镇,TOWNSHIP,330122\n", "line 3, column code: line 2 has the same code"),
        ("330122103,瑶琳镇,TOWNSHIP,330122\n", "line 3, column name: region 330122102 beside it has this name"),
        ("330122103,分水镇,TOWNSHIP,330122\n", "line 3, column name: region 330122101 beside it has this name"),
        ("34,浙江省,PROVINCE,\n", "line 3, column name: region 33 beside it has this name"),
        ("330122103,,TOWNSHIP,330122\n", "line 3, column name: expected 1 to 100 characters"),
        ("330122103,百江镇\n", "line 3: expected 4 fields, got 2"),
    ] {
        let refused = place.import(format!("{HEAD}{good}{rows}").as_bytes());
        let message = said(&refused);
        assert_eq!(refused.status.code(), Some(1), "{rows}: {message}");
        assert!(message.contains("regions.csv: nothing was loaded") && message.contains(expected), "{rows}: {message}");
        assert_eq!(place.regions().await, before, "{rows}");
    }
    for (content, expected) in [
        (&b"code,name\n33,\xd5\xe3\xbd\xad\n"[..], "line 2: it is not UTF-8"),
        (b"code,name,level\n33,x,PROVINCE\n", "line 1, column parent_code: the column is missing"),
        (b"", "line 1, column code: the column is missing"),
        (HEAD.as_bytes(), "line 1: there is no region in it"),
        (&vec![b'x'; 16 * 1024 * 1024 + 1], "at most 16 MiB"),
    ] {
        let refused = place.import(content);
        assert!(!refused.status.success() && said(&refused).contains(expected), "{expected}: {}", said(&refused));
    }
    let absent = place.run(&["regions", "import", "nowhere.csv"]);
    assert!(!absent.status.success() && said(&absent).contains("nowhere.csv"), "{}", said(&absent));
    let swapped = "330122101,新镇,TOWNSHIP,330122\n330122102,分水镇,TOWNSHIP,330122\n";
    assert!(place.import(format!("{HEAD}{swapped}").as_bytes()).status.success(), "a name may go over to another");
    place.app.verified().await;
}

#[tokio::test]
async fn an_import_beside_a_server_shows_in_the_very_next_request() {
    let place = Place::new().await;
    let server = Server::start(place.folder.path(), &place.app.url);
    let ask = |code: &str| {
        let query = format!(
            "{{ regions(filter: {{ level: VILLAGE }}) {{ nodes {{ name parent {{ name }} }} }} region(code: \"{code}\") {{ name }} }}"
        );
        server.send(None, &query, json!({})).expect("an answer")
    };
    assert_eq!(ask("33")["data"]["region"], Value::Null);
    assert!(place.import(format!("{HEAD}{ZHEJIANG}").as_bytes()).status.success());
    let seen = ask("33");
    assert_eq!(seen["data"]["region"]["name"], "浙江省");
    assert_eq!(seen["data"]["regions"]["nodes"][0]["parent"]["name"], "分水镇");
    let renamed = format!("{HEAD}330122101,分水古镇,TOWNSHIP,330122\n");
    assert!(place.import(renamed.as_bytes()).status.success());
    assert_eq!(ask("33")["data"]["regions"]["nodes"][0]["parent"]["name"], "分水古镇");
}

#[tokio::test]
async fn the_countys_file_is_imported() {
    let place = Place::new().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("migration/data/regions.csv");
    let imported = place.run(&["regions", "import", file.to_str().expect("a path")]);
    assert!(said(&imported).contains("regions added: 524; renamed: 0; unchanged: 0"), "{}", said(&imported));
}
