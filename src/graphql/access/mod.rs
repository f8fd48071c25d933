//! Access: passwords, sessions, accounts, the audit log.

pub(super) mod accounts;
pub(super) mod audit;
pub(super) mod sessions;
