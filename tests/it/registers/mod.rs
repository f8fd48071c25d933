//! The registers: growers, plots, and the reference data that everything refers to.

mod growers;
mod merging;
mod new_town;
mod plot_corrections;
mod plot_divisions;
mod plots;
mod reference_data;
mod retirement;
mod texts;
mod whole;
