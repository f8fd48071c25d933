//! Rows of certificates.

pub mod certificate;
pub mod certificate_origin;
pub mod certificate_replacement;
pub mod removed_certificate;
