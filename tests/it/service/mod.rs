//! The service around the nouns: transport, execution of documents, limits, the database and the program itself.

mod bounds;
mod clients;
mod connections;
mod databases;
mod deferred;
mod execution;
mod filters;
mod graphiql;
mod group_commit;
mod health;
mod hostile;
mod http;
mod indexes;
mod limits;
mod paging;
pub mod program;
mod query_plans;
pub mod reader;
mod reference;
mod round_trips;
mod schema;
pub mod sending_twice;
mod shares;
pub mod sockets;
pub mod wire;
