//! The one error of the program. What the caller may read and what the log gets are different fields.

use std::sync::Arc;

use async_graphql::Enum;
use sea_orm::DbErr;

use crate::types::{Kilograms, Problem};

/// The code in `extensions.code` of every error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ErrorCode {
    /// Nobody is signed in, or the token is wrong or has expired.
    Unauthenticated,
    /// The account's role or region does not allow this.
    Forbidden,
    /// A value is not acceptable; `extensions.field` names the input field as a path, such as `input.areaMu`.
    InvalidInput,
    /// There is no such record, or none that the account may see.
    NotFound,
    /// The record's state does not allow this.
    Conflict,
    /// More than the offer or the stock still holds; `extensions.availableKg` says how much there is.
    QuotaExceeded,
    /// Too many requests; try again later.
    RateLimited,
    /// The request asks for more than one request may.
    TooComplex,
    /// Something went wrong in the server; the log has it under `extensions.requestId`.
    Internal,
}

impl ErrorCode {
    /// Every code there is.
    pub const ALL: [Self; 9] = [
        Self::Unauthenticated,
        Self::Forbidden,
        Self::InvalidInput,
        Self::NotFound,
        Self::Conflict,
        Self::QuotaExceeded,
        Self::RateLimited,
        Self::TooComplex,
        Self::Internal,
    ];

    /// The code as it stands on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::InvalidInput => "INVALID_INPUT",
            Self::NotFound => "NOT_FOUND",
            Self::Conflict => "CONFLICT",
            Self::QuotaExceeded => "QUOTA_EXCEEDED",
            Self::RateLimited => "RATE_LIMITED",
            Self::TooComplex => "TOO_COMPLEX",
            Self::Internal => "INTERNAL",
        }
    }
}

/// A refusal or a failure. It can be cloned because one failed load answers many fields.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}: {}", code.as_str(), message.en)]
pub struct Error {
    /// For programs.
    pub code: ErrorCode,
    /// For people, in both languages.
    pub message: Problem,
    /// The input field that INVALID_INPUT is about, as a path.
    pub field: Option<String>,
    /// How much there is, with QUOTA_EXCEEDED.
    pub available: Option<Kilograms>,
    /// What the log gets and the caller does not.
    #[source]
    pub cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// What every fallible function of the program returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    fn new(code: ErrorCode, message: Problem) -> Self {
        Self { code, message, field: None, available: None, cause: None }
    }

    /// Nobody is signed in.
    pub fn unauthenticated() -> Self {
        Self::new(ErrorCode::Unauthenticated, Problem::new("请先登录", "sign in first"))
    }

    /// User name and password do not belong together; which of the two is wrong is not said.
    pub fn wrong_credentials() -> Self {
        Self::new(ErrorCode::Unauthenticated, Problem::new("用户名或密码错误", "wrong user name or password"))
    }

    /// The account may not do this.
    pub fn forbidden(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(ErrorCode::Forbidden, Problem::new(zh, en))
    }

    /// The request is none that can be read.
    pub fn malformed_request() -> Self {
        let problem = Problem::new("应为 JSON 格式的 GraphQL 请求：{\"query\": …}", "expected a GraphQL request as JSON: {\"query\": …}");
        Self::new(ErrorCode::InvalidInput, problem)
    }

    /// The document or its variables are not of the schema; `field` is the argument, where it is known.
    pub fn not_of_the_schema(field: Option<String>, problem: Problem) -> Self {
        Self { field, ..Self::new(ErrorCode::InvalidInput, problem) }
    }

    /// A field's value is not acceptable.
    pub fn invalid(field: impl Into<String>, problem: Problem) -> Self {
        Self { field: Some(field.into()), ..Self::new(ErrorCode::InvalidInput, problem) }
    }

    /// The same error with the path of its field led on from the outside: `areaMu` within `input` is `input.areaMu`.
    #[must_use]
    pub fn within(self, outer: &str) -> Self {
        Self { field: self.field.map(|field| format!("{outer}.{field}")), ..self }
    }

    /// There is no such record that the account may see.
    pub fn not_found(zh: &str, en: &str) -> Self {
        Self::new(ErrorCode::NotFound, Problem::new(format!("未找到{zh}"), format!("no such {en}")))
    }

    /// The record's state does not allow this.
    pub fn conflict(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(ErrorCode::Conflict, Problem::new(zh, en))
    }

    /// More was asked for than there is.
    pub fn quota_exceeded(available: Kilograms) -> Self {
        Self {
            available: Some(available),
            ..Self::new(
                ErrorCode::QuotaExceeded,
                Problem::new(format!("库存不足：仅余 {available} 千克"), format!("not enough left: {available} kg available")),
            )
        }
    }

    /// More is asked of the server at once than it takes.
    pub fn rate_limited() -> Self {
        Self::new(ErrorCode::RateLimited, Problem::new("请求过多，请稍后再试", "too many requests; try again later"))
    }

    /// The request asks for more than one request may.
    pub fn too_complex(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(ErrorCode::TooComplex, Problem::new(zh, en))
    }

    /// A failure that the caller can do nothing about.
    pub fn internal(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self { cause: Some(Arc::new(cause)), ..Self::new(ErrorCode::Internal, Problem::new("服务器内部错误", "internal error")) }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        Self::internal(error)
    }
}
