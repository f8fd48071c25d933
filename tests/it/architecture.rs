//! The rules of docs/ARCHITECTURE.md about dependencies. Cargo enforces the layers, each of which is a crate. These
//! tests check what Cargo cannot, in the manifests and in the source text.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The nouns of the domain. Each uses only those before it, so that there are no cycles.
const NOUNS: &[&str] = &[
    "voiding",
    "registers::regions",
    "registers::official_register",
    "installation",
    "registers::varieties",
    "registers::undertakings",
    "registers::growers",
    "registers::plot_terms",
    "registers::plots",
    "registers::plot_handovers",
    "registers::plot_divisions",
    "registers::plot_corrections",
    "tourism::visitor_counts",
    "tourism::sites",
    "tourism::visitors",
    "tourism::festivals",
    "tourism::catering",
    "tourism::catering_takings",
    "tourism::honours",
    "harvest::holdings",
    "harvest::pledges",
    "harvest::harvest_lots",
    "plants::processing_plants",
    "plants::products",
    "plants::intakes",
    "plants::production_batches",
    "stock_adjustments",
    "access::passwords",
    "access::sessions",
    "access::watched_sessions",
    "access::accounts",
    "access::audit",
    "sales",
    "presales::offers",
    "presales::preorders",
    "presales::estimates",
    "presales::shortfalls",
    "warnings",
    "certificates",
    "grower_corrections",
    "trace",
    "trace::recall",
    "figures::definitions",
    "figures::reports",
    "figures::completeness",
    "figures::entries",
    "figures::statistics",
    "figures::uplift",
    "figures::published_reports",
    "figures::report_submissions",
    "verify",
    "node",
    "front_page",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The Rust files below a folder of the project, with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = read(&path);
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no source");
    found
}

/// A text without its comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The files of a folder that contain one of these texts outside comments.
fn offenders(folder: &str, absent: &[&str]) -> Vec<String> {
    let mut offenders = Vec::new();
    for (path, text) in sources(folder) {
        for (number, line) in code(&text).lines().enumerate() {
            for word in absent.iter().filter(|word| line.contains(**word)) {
                offenders.push(format!("{}:{}: {word}", path.display(), number + 1));
            }
        }
    }
    offenders
}

fn absent(folder: &str, words: &[&str]) {
    assert_eq!(offenders(folder, words), Vec::<String>::new(), "{folder} names what it must not");
}

/// The crates of this workspace among the dependencies of a manifest, not counting dev-dependencies.
fn uses(manifest: &str) -> BTreeSet<String> {
    let floors = ["types", "store", "domain", "demo", "migration", "lihua"];
    let text = read(&root().join(manifest));
    let (_, dependencies) = text.split_once("\n[dependencies]\n").expect("dependencies");
    let dependencies = dependencies.split("\n[").next().unwrap_or_default();
    let names = dependencies.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| floors.contains(name)).map(str::to_owned).collect()
}

#[test]
fn floors_use_only_those_below() {
    let floors: [(&str, &[&str]); 5] = [
        ("crates/types/Cargo.toml", &[]),
        ("crates/store/Cargo.toml", &["migration", "types"]),
        ("crates/domain/Cargo.toml", &["store", "types"]),
        ("crates/demo/Cargo.toml", &["domain", "store", "types"]),
        ("Cargo.toml", &["demo", "domain", "store", "types"]),
    ];
    for (manifest, below) in floors {
        assert_eq!(uses(manifest), below.iter().map(|&name| name.to_owned()).collect(), "{manifest}");
    }
}

#[test]
fn the_domain_can_name_neither_graphql_nor_http() {
    for manifest in ["crates/domain/Cargo.toml", "crates/demo/Cargo.toml"] {
        let text = read(&root().join(manifest));
        for word in ["async-graphql", "axum", "hyper", "tower", "graphql"] {
            assert!(
                !text.contains(&format!("\n{word}")) && !text.contains(&format!("\"{word}\"")),
                "{manifest}: {word}"
            );
        }
    }
}

/// The paths in `use` declarations and other code, each as its segments.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find("use ") {
        let begins_item = rest[..start].ends_with(['\n', ' ']) || start == 0;
        let Some(end) = rest[start..].find(';') else { break };
        if begins_item {
            expand(&[], &rest[start + 4..start + end], &mut found);
        }
        rest = &rest[start + 4..];
    }
    for word in code.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':')) {
        if word.starts_with("crate::") || word.starts_with("super::") {
            found.push(word.split("::").map(str::to_owned).collect());
        }
    }
    found
}

/// The paths of a `use` tree such as `a::{b, c::{d, e}}`.
fn expand(outer: &[String], tree: &str, found: &mut Vec<Vec<String>>) {
    let mut depth = 0;
    let branches = tree.split(|letter| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        letter == ',' && depth == 0
    });
    for branch in branches.map(str::trim).filter(|branch| !branch.is_empty()) {
        let (path, inner) = branch.split_once('{').map_or((branch, None), |(path, inner)| (path, Some(inner)));
        let segments = path.split("::").map(str::trim).filter(|segment| !segment.is_empty()).map(str::to_owned);
        let segments: Vec<String> = outer.iter().cloned().chain(segments).collect();
        match inner {
            Some(inner) => expand(&segments, inner.trim_end().trim_end_matches('}'), found),
            None => found.push(segments),
        }
    }
}

/// The position among these nouns of the one to which a module belongs. `None` for modules that all nouns share.
fn place(nouns: &[&str], module: &[String]) -> Option<usize> {
    let noun = |length: usize| module.get(..length).map(|segments| segments.join("::"));
    [2, 1].into_iter().filter_map(noun).find_map(|noun| nouns.iter().position(|known| *known == noun))
}

/// A module below a root, with its code.
struct Module {
    path: Vec<String>,
    code: String,
}

impl Module {
    /// The modules below a folder, each named by its path below the folder.
    fn below(folder: &str) -> Vec<Self> {
        let module = |(path, text): (PathBuf, String)| {
            let file = path.strip_prefix(root().join(folder)).expect("a file of the folder").with_extension("");
            let mut path: Vec<String> = file.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            path.retain(|part| part != "mod" && part != "lib");
            Self { path, code: code(&text) }
        };
        sources(folder).into_iter().map(module).collect()
    }

    /// The modules and items below the root that it names, by their paths. The root itself has this path in its crate.
    fn names(&self, root: &[&str]) -> Vec<Vec<String>> {
        let root: Vec<String> = root.iter().map(|&part| part.to_owned()).collect();
        let here: Vec<String> = root.iter().chain(&self.path).cloned().collect();
        let absolute = |path: Vec<String>| {
            let steps_up = path.iter().take_while(|segment| *segment == "super").count();
            let (base, named) = match path.first().map(String::as_str) {
                Some("crate") => (&here[..0], &path[1..]),
                Some("super") => (&here[..here.len().saturating_sub(steps_up)], &path[steps_up..]),
                _ => return None,
            };
            let named: Vec<String> = base.iter().chain(named).cloned().collect();
            named.strip_prefix(root.as_slice()).map(<[String]>::to_vec)
        };
        paths(&self.code).into_iter().filter_map(absolute).collect()
    }

    /// The nouns after its own that it names.
    fn later(&self, root: &[&str], nouns: &[&str]) -> Option<Vec<String>> {
        let here = place(nouns, &self.path)?;
        let there = self.names(root).into_iter().filter_map(|named| place(nouns, &named)).filter(|there| *there > here);
        Some(there.map(|there| format!("{} uses {}", nouns[here], nouns[there])).collect())
    }

    fn declares_only(&self) -> bool {
        self.code.lines().all(|line| line.is_empty() || line.contains("mod ") && line.ends_with(';'))
    }
}

#[test]
fn nouns_use_only_those_before_them() {
    let mut wrong = BTreeSet::new();
    for module in Module::below("crates/domain/src") {
        match module.later(&[], NOUNS) {
            Some(later) => wrong.extend(later),
            None => assert!(
                module.path.is_empty() || module.declares_only(),
                "{}: add its noun to the order of nouns",
                module.path.join("::")
            ),
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn operations_use_only_objects_and_those_before_them() {
    let (folder, root_path) = ("src/graphql", ["graphql"]);
    let has_file = |noun: &&&str| {
        let file = root().join(folder).join(noun.replace("::", "/"));
        file.with_extension("rs").exists() || file.join("mod.rs").exists()
    };
    let nouns: Vec<&str> = NOUNS.iter().filter(has_file).copied().collect();
    let rooms: BTreeSet<&str> = nouns.iter().filter_map(|noun| noun.split_once("::")).map(|(room, _)| room).collect();
    let mut wrong = BTreeSet::new();
    for module in Module::below(folder) {
        let place_of_file = module.path.first().map(String::as_str);
        if place_of_file == Some("objects") {
            let operations = module.names(&root_path).into_iter().filter(|named| place(&nouns, named).is_some());
            wrong.extend(operations.map(|named| format!("{} uses {}", module.path.join("::"), named.join("::"))));
        } else if let Some(later) = module.later(&root_path, &nouns) {
            wrong.extend(later);
        } else if place_of_file.is_some_and(|room| rooms.contains(room)) {
            assert!(module.declares_only(), "{}: add its noun to the order of nouns", module.path.join("::"));
        }
    }
    assert_eq!(wrong, BTreeSet::new());
}

#[test]
fn the_order_is_seen_to_be_broken() {
    let text = code(
        "use crate::{harvest::holdings, registers::{growers, plots::{self, Filter}}};\nlet x = super::trace::recall::of(y); // crate::verify",
    );
    let named: BTreeSet<String> = paths(&text).iter().map(|path| path.join("::")).collect();
    let expected = [
        "crate::harvest::holdings",
        "crate::registers::growers",
        "crate::registers::plots::self",
        "super::trace::recall::of",
    ];
    for path in expected {
        assert!(named.contains(path), "{path} in {named:?}");
    }
    assert!(!named.iter().any(|path| path.contains("verify")), "{named:?}");
}

#[test]
fn graphql_names_no_query_and_no_active_model() {
    absent(
        "src/graphql",
        &[
            "crate::http",
            "axum",
            "ActiveModel",
            "Entity::find",
            "ColumnTrait",
            "QueryFilter",
            "QuerySelect",
            "ConnectionTrait",
            "Statement",
        ],
    );
}

#[test]
fn http_names_no_entity() {
    for folder in ["src/http", "src/pages", "src/exports"] {
        absent(folder, &["store::entity", "entity::", "ActiveModel", "Entity::"]);
    }
}

/// Prevents text that people wrote from running as a script: only the pages write HTML, and they leave unescaped only
/// text of their own.
#[test]
fn pages_escape_what_people_wrote() {
    for folder in ["crates", "src/graphql", "src/exports"] {
        absent(folder, &["maud"]);
    }
    let own = ["PreEscaped(sheet.style)", "PreEscaped(svg)"];
    for folder in ["src/http", "src/pages"] {
        let unescaped = offenders(folder, &["PreEscaped("]);
        for (path, text) in sources(folder) {
            let written = own.iter().map(|own| text.matches(own).count()).sum::<usize>();
            assert_eq!(text.matches("PreEscaped(").count(), written, "{}: {unescaped:?}", path.display());
        }
    }
}

#[test]
fn only_the_store_speaks_a_dialect() {
    for folder in ["crates/types", "crates/store/src/entity", "crates/domain", "crates/demo", "src"] {
        absent(folder, &["DbBackend", "execute_raw", "query_all_raw", "query_one_raw", "Statement::from"]);
    }
}

/// Constraints by themselves decide whether something exists already. Errors of the database itself are recognised in
/// one file.
#[test]
fn no_error_is_recognised_by_a_database_code() {
    let codes = ["SqlxError(sqlx::Error::Database", ".code()", "23505", "2067"];
    for folder in ["crates/domain", "src"] {
        absent(folder, &codes);
    }
    let elsewhere: Vec<String> =
        offenders("crates/store", &codes).into_iter().filter(|place| !place.contains("failure.rs")).collect();
    assert_eq!(elsewhere, Vec::<String>::new());
}

#[test]
fn files_stay_readable() {
    let mut long = Vec::new();
    for folder in ["src", "crates", "migration/src", "tests/it", "benches"] {
        let lines = sources(folder).into_iter().map(|(path, text)| (path, text.lines().count()));
        long.extend(
            lines
                .filter(|(_, lines)| *lines > 400)
                .map(|(path, lines)| format!("{} has {lines} lines", path.display())),
        );
    }
    assert_eq!(long, Vec::<String>::new());
}
