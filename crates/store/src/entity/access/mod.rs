//! Rows. Access: passwords, sessions, accounts, the audit log.

pub mod account;
pub mod audit_entry;
pub mod audit_seal;
pub mod session;
