//! The official register of regions as a file: read as a whole, checked, and loaded, all of it or nothing.

use std::collections::{HashMap, HashSet};

use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::LockType};

use super::regions;
use store::{Reader, Txn, entity::registers::region, error::Result, load};
use types::{Name, Problem, RegionCode, RegionLevel};

/// The largest file: a province of a hundred thousand villages has some six million bytes.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// The most regions of a file.
const MOST_ROWS: usize = 100_000;
/// After this many faults the rest of a file is not looked at.
const MOST_FAULTS: usize = 20;
/// How many regions one statement asks for.
const AT_ONCE: usize = 1_000;

/// The columns, in any order. Others are left aside.
const COLUMNS: [&str; 4] = ["code", "name", "level", "parent_code"];
const CODE: &str = COLUMNS[0];
const NAME: &str = COLUMNS[1];
const LEVEL: &str = COLUMNS[2];
const PARENT: &str = COLUMNS[3];

/// What is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u64,
    /// The column, if it is about one.
    pub column: Option<&'static str>,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Fault {
    fn new(line: u64, column: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { line, column: Some(column), problem: Problem::new(zh, en) }
    }

    fn of_line(line: u64, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { line, column: None, problem: Problem::new(zh, en) }
    }
}

/// A region of a file, with the line that it stands in.
#[derive(Debug, Clone)]
struct Row {
    line: u64,
    region: region::Model,
}

/// A register that was read. Each of its regions is well-formed, and none is in it twice.
#[derive(Debug, Clone)]
pub struct Register {
    /// By code, so that a region comes after the one that it lies in.
    rows: Vec<Row>,
}

impl Register {
    /// Its regions by code.
    pub fn into_regions(self) -> impl Iterator<Item = region::Model> {
        self.rows.into_iter().map(|row| row.region)
    }
}

/// How many regions a register brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loaded {
    /// Those that were not there.
    pub added: usize,
    /// Those that had another name.
    pub renamed: usize,
    /// Those that were there already.
    pub unchanged: usize,
}

/// Reads a register: CSV in UTF-8, with or without a byte order mark, with the columns code, name, level and
/// parent_code. The faults otherwise, those of the first lines.
pub fn read(file: &[u8]) -> std::result::Result<Register, Vec<Fault>> {
    let text = std::str::from_utf8(file).map_err(|error| {
        let before = file.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() as u64;
        vec![Fault::of_line(
            before + 1,
            "不是 UTF-8 编码，请另存为“CSV UTF-8”",
            "it is not UTF-8; save it as CSV in UTF-8",
        )]
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let places = places(&mut lines)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut lines_of: HashMap<RegionCode, u64> = HashMap::new();
    let mut faults = Vec::new();
    for record in lines.records() {
        if faults.len() >= MOST_FAULTS {
            break;
        }
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.push(malformed(text, &error));
                continue;
            }
        };
        let line = record.position().map_or(0, |position| line_of(text, position));
        if rows.len() == MOST_ROWS {
            faults.push(Fault::of_line(
                line,
                format!("最多 {MOST_ROWS} 个区划"),
                format!("a file has at most {MOST_ROWS} regions"),
            ));
            break;
        }
        match row(line, places.map(|place| record.get(place).unwrap_or_default())) {
            Ok(row) => match lines_of.insert(row.region.code.clone(), line) {
                None => rows.push(row),
                Some(before) => faults.push(Fault::new(
                    line,
                    CODE,
                    format!("与第 {before} 行重复"),
                    format!("line {before} has the same code"),
                )),
            },
            Err(mut found) => faults.append(&mut found),
        }
    }
    if rows.is_empty() && faults.is_empty() {
        faults.push(Fault::of_line(1, "没有任何区划", "there is no region in it"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    rows.sort_unstable_by(|one, other| one.region.code.cmp(&other.region.code));
    Ok(Register { rows })
}

/// The places of the columns.
fn places<R: std::io::Read>(lines: &mut csv::Reader<R>) -> std::result::Result<[usize; 4], Vec<Fault>> {
    let head = lines.headers().map_err(|error| vec![malformed("", &error)])?;
    let place = |column: &str| head.iter().position(|name| name.eq_ignore_ascii_case(column));
    let missing = COLUMNS.into_iter().filter(|column| place(column).is_none());
    let missing: Vec<Fault> =
        missing.map(|column| Fault::new(1, column, "缺少该列", "the column is missing")).collect();
    if missing.is_empty() { Ok(COLUMNS.map(|column| place(column).unwrap_or_default())) } else { Err(missing) }
}

/// The line of a record. The reader counts empty lines before a record to it.
fn line_of(text: &str, position: &csv::Position) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let before =
        text.as_bytes().get(start..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + before.filter(|byte| **byte == b'\n').count() as u64
}

fn malformed(text: &str, error: &csv::Error) -> Fault {
    let line = error.position().map_or(0, |position| line_of(text, position));
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => Fault::of_line(
            line,
            format!("应有 {expected_len} 列，现有 {len} 列"),
            format!("expected {expected_len} fields, got {len}"),
        ),
        _ => Fault::of_line(line, "无法读取", "it cannot be read"),
    }
}

/// A row of the file, or everything that is wrong with it.
fn row(line: u64, [code, name, level, parent_code]: [&str; 4]) -> std::result::Result<Row, Vec<Fault>> {
    let mut faults = Vec::new();
    let code = RegionCode::from(code);
    let name = Name::parse(name).map_err(|problem| faults.push(Fault { line, column: Some(NAME), problem }));
    let Some(known) = code.level() else {
        let problem = "应为 2、6、9 或 12 位数字";
        faults.push(Fault::new(line, CODE, problem, format!("expected 2, 6, 9 or 12 digits, got {code:.40}")));
        return Err(faults);
    };
    if level != known.to_value() {
        let (digits, known) = (code.0.len(), known.to_value());
        faults.push(Fault::new(
            line,
            LEVEL,
            format!("{digits} 位编码应为 {known}"),
            format!("a code of {digits} digits is a {known}"),
        ));
    }
    let parent = code.parent();
    let expected = parent.as_ref().map_or("", |parent| parent.0.as_str());
    if parent_code != expected {
        let (zh, en) = match &parent {
            Some(parent) => (format!("应为 {parent}"), format!("expected {parent}, with which the code begins")),
            None => ("省级应为空".to_owned(), "a province has none".to_owned()),
        };
        faults.push(Fault::new(line, PARENT, zh, en));
    }
    match name {
        Ok(name) if faults.is_empty() => {
            let name_folded = name.folded();
            let region = region::Model { code, name: name.0, name_folded, level: known, parent_code: parent };
            Ok(Row { line, region })
        }
        _ => Err(faults),
    }
}

/// Adds the regions that are new, and renames those whose name has changed. Regions that the file does not have stay.
/// With faults nothing is changed.
pub async fn load(txn: &Txn, register: Register) -> Result<std::result::Result<Loaded, Vec<Fault>>> {
    let before = before(txn, &register).await?;
    let changed: Vec<&Row> = register
        .rows
        .iter()
        .filter(|row| before.get(&row.region.code).is_none_or(|before| before.name != row.region.name))
        .collect();
    let mut faults = without_parent(txn, &register).await?;
    faults.extend(beside_a_namesake(txn, &register, &changed).await?);
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.line);
        faults.truncate(MOST_FAULTS);
        txn.is_unchanged();
        return Ok(Err(faults));
    }
    let (renamed, added): (Vec<&Row>, Vec<&Row>) =
        changed.into_iter().partition(|row| before.contains_key(&row.region.code));
    let loaded = Loaded {
        added: added.len(),
        renamed: renamed.len(),
        unchanged: register.rows.len() - added.len() - renamed.len(),
    };
    if loaded.added + loaded.renamed == 0 {
        txn.is_unchanged();
        return Ok(Ok(loaded));
    }
    txn.insert_all::<region::Entity>(added.into_iter().map(|row| row.region.clone()).collect()).await?;
    let renamed: Vec<_> = renamed
        .into_iter()
        .filter_map(|row| Some((before.get(&row.region.code)?.clone(), row.region.clone())))
        .collect();
    txn.update_all::<region::Entity>(&[region::Column::Name, region::Column::NameFolded], &renamed).await?;
    Ok(Ok(loaded))
}

/// The regions of the file that are there already, locked.
async fn before(txn: &Txn, register: &Register) -> Result<HashMap<RegionCode, region::Model>> {
    let mut before = HashMap::new();
    for rows in register.rows.chunks(AT_ONCE) {
        let codes = rows.iter().map(|row| row.region.code.clone());
        let query = region::Entity::find().filter(region::Column::Code.is_in(codes));
        let query = query.order_by_asc(region::Column::Code).lock(LockType::NoKeyUpdate);
        before.extend(query.all(txn.reader()).await?.into_iter().map(|row| (row.code.clone(), row)));
    }
    Ok(before)
}

/// The rows whose region above is neither in the file nor in the database.
async fn without_parent(reader: &Reader, register: &Register) -> Result<Vec<Fault>> {
    let in_file: HashSet<&RegionCode> = register.rows.iter().map(|row| &row.region.code).collect();
    let outside: HashSet<RegionCode> = register
        .rows
        .iter()
        .filter_map(|row| row.region.parent_code.as_ref())
        .filter(|parent| !in_file.contains(parent))
        .cloned()
        .collect();
    let outside: Vec<RegionCode> = outside.into_iter().collect();
    let mut there = HashMap::new();
    for codes in outside.chunks(AT_ONCE) {
        there.extend(load::by_key::<region::Entity>(reader, codes).await?);
    }
    let missing = |row: &Row| {
        let parent = row.region.parent_code.as_ref()?;
        let is_known = in_file.contains(parent) || there.contains_key(parent);
        let (zh, en) =
            (format!("区划 {parent} 既不在文件中也未登记"), format!("{parent} is neither in the file nor known"));
        (!is_known).then(|| Fault::new(row.line, PARENT, zh, en))
    };
    Ok(register.rows.iter().filter_map(missing).collect())
}

/// The new or renamed rows that would have the name of another region directly below the same one. The law forbids it,
/// and nobody could tell them apart.
async fn beside_a_namesake(reader: &Reader, register: &Register, changed: &[&Row]) -> Result<Vec<Fault>> {
    let parents: HashSet<Option<RegionCode>> = changed.iter().map(|row| row.region.parent_code.clone()).collect();
    let mut names: HashMap<RegionCode, (Option<RegionCode>, String)> = HashMap::new();
    let below: Vec<RegionCode> = parents.iter().flatten().cloned().collect();
    let mut there = Vec::new();
    for parents in below.chunks(AT_ONCE) {
        there.extend(regions::children(reader, parents).await?.into_values().flatten());
    }
    if parents.contains(&None) {
        let provinces = region::Entity::find().filter(region::Column::Level.eq(RegionLevel::Province));
        there.extend(provinces.all(reader).await?);
    }
    let in_file = register.rows.iter().map(|row| &row.region).filter(|row| parents.contains(&row.parent_code));
    for region in there.iter().chain(in_file) {
        names.insert(region.code.clone(), (region.parent_code.clone(), region.name.clone()));
    }
    let mut codes: HashMap<(&Option<RegionCode>, &str), Vec<&RegionCode>> = HashMap::new();
    for (code, (parent, name)) in &names {
        codes.entry((parent, name.as_str())).or_default().push(code);
    }
    let fault = |row: &&Row| {
        let region = &row.region;
        let other = codes
            .get(&(&region.parent_code, region.name.as_str()))?
            .iter()
            .filter(|code| ***code != region.code)
            .min()?;
        Some(Fault::new(
            row.line,
            NAME,
            format!("与区划 {other} 同名"),
            format!("region {other} beside it has this name"),
        ))
    };
    Ok(changed.iter().filter_map(fault).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "code,name,level,parent_code\n";

    fn faults(file: &str) -> Vec<(u64, Option<&'static str>)> {
        read(file.as_bytes()).expect_err("faults").iter().map(|fault| (fault.line, fault.column)).collect()
    }

    #[test]
    fn rows_are_read_in_any_order_and_kept_by_code() {
        let file = "\u{feff}name,code,parent_code,level,note\r\n 天竺村 ,330122101201,330122101,VILLAGE,x\r\n\r\n桐庐县,330122,33,COUNTY,\r\n";
        let codes: Vec<_> = read(file.as_bytes()).expect("a register").into_regions().map(|row| row.code.0).collect();
        assert_eq!(codes, ["330122", "330122101201"]);
    }

    #[test]
    fn each_kind_of_bad_row_is_named_by_line_and_column() {
        for (rows, expected) in [
            ("3301,杭州市,COUNTY,33\n", vec![(2, Some("code"))]),
            ("5.00235E+11,某村,VILLAGE,500235136\n", vec![(2, Some("code"))]),
            ("33012x,某县,COUNTY,33\n", vec![(2, Some("code"))]),
            ("33,浙江省,COUNTY,\n", vec![(2, Some("level"))]),
            ("33,浙江省,province,\n", vec![(2, Some("level"))]),
            ("33,浙江省,PROVINCE,0\n", vec![(2, Some("parent_code"))]),
            ("330122,桐庐县,COUNTY,\n", vec![(2, Some("parent_code"))]),
            ("330122,桐庐县,COUNTY,34\n", vec![(2, Some("parent_code"))]),
            ("33,,PROVINCE,\n", vec![(2, Some("name"))]),
            ("33,浙江省,PROVINCE,\n33,浙江省,PROVINCE,\n", vec![(3, Some("code"))]),
            ("33,浙江省,PROVINCE,\n33,浙江,PROVINCE,\n", vec![(3, Some("code"))]),
            ("33,浙江省,PROVINCE\n", vec![(2, None)]),
            ("", vec![(1, None)]),
            (
                "1,,X,\n\n33,浙江省,TOWNSHIP,5\n",
                vec![(2, Some("name")), (2, Some("code")), (4, Some("level")), (4, Some("parent_code"))],
            ),
        ] {
            assert_eq!(faults(&format!("{HEAD}{rows}")), expected, "{rows}");
        }
        assert_eq!(faults("code;name\n"), COLUMNS.map(|column| (1, Some(column))));
        assert_eq!(faults(""), COLUMNS.map(|column| (1, Some(column))));
    }

    #[test]
    fn another_encoding_and_too_much_are_refused() {
        let mut file = format!("{HEAD}33,").into_bytes();
        file.extend([0xd5, 0xe3, 0xbd, 0xad]);
        let faults = read(&file).expect_err("faults");
        assert_eq!((faults.len(), faults[0].line, faults[0].column), (1, 2, None));
        let bad = "1,甲,PROVINCE,\n".repeat(MOST_FAULTS * 2);
        assert_eq!(read(format!("{HEAD}{bad}").as_bytes()).expect_err("faults").len(), MOST_FAULTS);
        let many: String = (0..=MOST_ROWS)
            .map(|number| format!("33{number:010},村{number},VILLAGE,33{:07}\n", number / 1000))
            .collect();
        let faults = read(format!("{HEAD}{many}").as_bytes()).expect_err("faults");
        assert_eq!((faults.len(), faults[0].line), (1, MOST_ROWS as u64 + 2));
    }
}
