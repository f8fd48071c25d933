//! Access: passwords, sessions, accounts, the audit log.

pub mod accounts;
pub mod audit;
pub mod sessions;
