//! Access: accounts, sessions, who may do what, and the audit log.

mod accounts;
pub mod audit;
mod audit_chain;
pub mod root_fields;
mod sessions;
mod whole;
