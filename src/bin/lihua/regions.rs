//! `lihua init` and `lihua regions`: what a new town begins with, and the official register of any county.

use std::{fs::File, io::Read, path::PathBuf};

use clap::Subcommand;
use domain::{
    installation,
    registers::official_register::{self, Fault, Loaded, MOST_BYTES},
};
use store::Database;
use types::{Act, RegionCode};

use super::Failure;

/// The commands on regions.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Load an official register of regions, all of it or nothing: add those that are new, and rename those whose name
    /// has changed.
    Import {
        /// CSV in UTF-8 with the columns code, name, level (PROVINCE, COUNTY, TOWNSHIP or VILLAGE) and parent_code.
        file: PathBuf,
    },
}

/// Gives a database what a town of the built-in register begins with.
pub(crate) async fn init(database: &Database, town: String) -> Result<(), Failure> {
    let act = Act::on_the_command_line("initTown");
    let town = RegionCode(town);
    let begun = database.write_as(act, async move |txn| installation::begin(&txn, &town).await);
    let (regions, varieties) = begun.await.map_err(|error| match error.field {
        Some(_) => format!("--town: {}", error.message.en).into(),
        None => Failure::from(error),
    })?;
    println!("regions added: {regions}; varieties added: {varieties}");
    Ok(())
}

/// Runs a command.
pub(crate) async fn run(database: &Database, command: Command) -> Result<(), Failure> {
    let Command::Import { file } = command;
    let name = file.display().to_string();
    let mut text = Vec::new();
    File::open(&file)
        .and_then(|opened| opened.take(MOST_BYTES + 1).read_to_end(&mut text))
        .map_err(|error| format!("{name}: {error}"))?;
    if text.len() as u64 > MOST_BYTES {
        return Err(format!("{name}: a register has at most {} MiB", MOST_BYTES / 1024 / 1024).into());
    }
    let register = official_register::read(&text).map_err(|faults| refused(&name, &faults))?;
    let act = Act::on_the_command_line("importRegions");
    let loaded = database.write_as(act, async move |txn| official_register::load(&txn, register).await).await?;
    let Loaded { added, renamed, unchanged } = loaded.map_err(|faults| refused(&name, &faults))?;
    println!("regions added: {added}; renamed: {renamed}; unchanged: {unchanged}");
    Ok(())
}

/// The refusal of a file, with a line for each fault.
fn refused(name: &str, faults: &[Fault]) -> Failure {
    let line = |Fault { line, column, problem }: &Fault| {
        let column = column.map_or_else(String::new, |column| format!(", column {column}"));
        format!("\n  line {line}{column}: {}", problem.en)
    };
    format!("{name}: nothing was loaded{}", faults.iter().map(line).collect::<String>()).into()
}
