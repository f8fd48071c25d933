//! Access: passwords, sessions, accounts, the audit log.

pub mod accounts;
pub mod audit;
pub mod passwords;
pub mod sessions;
pub mod watched_sessions;
