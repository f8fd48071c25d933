//! Rows of access control: accounts, sessions, the audit log and its seals.

pub mod account;
pub mod audit_entry;
pub mod audit_seal;
pub mod session;
