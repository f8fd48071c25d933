//! The one error type of the program. What the caller may read and what goes into the log are different fields.

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use types::{Kilograms, Problem};

/// The code of an error, in `extensions.code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "graphql", derive(async_graphql::Enum))]
pub enum ErrorCode {
    /// The caller is not signed in, or the token is wrong or has expired.
    Unauthenticated,
    /// The account's role or region does not allow this.
    Forbidden,
    /// A value is not acceptable. `extensions.field` is the path of the input field, such as `input.areaMu`.
    InvalidInput,
    /// The record does not exist, or the account may not see it. `extensions.field` is the path of the argument or
    /// input field that names it.
    NotFound,
    /// The record's state does not allow this.
    Conflict,
    /// The quantity exceeds what is available of the offer or the stock. `extensions.availableKg` is the available
    /// quantity.
    QuotaExceeded,
    /// Too many requests. Try again later.
    RateLimited,
    /// The request asks for more than a single request may.
    TooComplex,
    /// The database cannot be reached or written. As far as the server knows, nothing was recorded. Try again with the
    /// same idempotency key.
    Unavailable,
    /// The server failed. Its log has the cause under `extensions.requestId`.
    Internal,
}

impl ErrorCode {
    /// Every code there is.
    pub const ALL: [Self; 10] = [
        Self::Unauthenticated,
        Self::Forbidden,
        Self::InvalidInput,
        Self::NotFound,
        Self::Conflict,
        Self::QuotaExceeded,
        Self::RateLimited,
        Self::TooComplex,
        Self::Unavailable,
        Self::Internal,
    ];

    /// The code as sent to clients.
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
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// A refusal or a failure. It is cloneable because one failed load answers many fields.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}: {}", code.as_str(), message.en)]
pub struct Error {
    /// For programs.
    pub code: ErrorCode,
    /// For people, in both languages.
    pub message: Problem,
    /// The path of the input field that INVALID_INPUT is about, or that names the record that was NOT_FOUND.
    pub field: Option<String>,
    /// How much is available, with QUOTA_EXCEEDED.
    pub available: Option<Kilograms>,
    /// How long to wait before retrying: with RATE_LIMITED, and with UNAVAILABLE.
    pub retry_after_seconds: Option<u32>,
    /// For the log. The caller does not see it.
    #[source]
    pub cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// The result of every fallible function of the program.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    fn new(code: ErrorCode, message: Problem) -> Self {
        Self { code, message, field: None, available: None, retry_after_seconds: None, cause: None }
    }

    /// Nobody is signed in.
    pub fn unauthenticated() -> Self {
        Self::new(ErrorCode::Unauthenticated, Problem::new("请先登录", "sign in first"))
    }

    /// The request's token belongs to no session: it is wrong, or the session has ended. The message does not say
    /// which.
    pub fn wrong_token() -> Self {
        let problem = Problem::new(
            "登录令牌无效或已过期，请重新登录",
            "the token is wrong, or its session has ended or expired; sign in again",
        );
        Self::new(ErrorCode::Unauthenticated, problem)
    }

    /// User name and password do not match. The message does not say which of the two is wrong.
    pub fn wrong_credentials() -> Self {
        Self::new(ErrorCode::Unauthenticated, Problem::new("用户名或密码错误", "wrong user name or password"))
    }

    /// The account may not do this.
    pub fn forbidden(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(ErrorCode::Forbidden, Problem::new(zh, en))
    }

    /// The request cannot be parsed or answered.
    pub fn malformed_request(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(ErrorCode::InvalidInput, Problem::new(zh, en))
    }

    /// The document or its variables do not match the schema. `field` is the argument, if it is known.
    pub fn not_of_the_schema(field: Option<String>, problem: Problem) -> Self {
        Self { field, ..Self::new(ErrorCode::InvalidInput, problem) }
    }

    /// A field's value is not acceptable.
    pub fn invalid(field: impl Into<String>, problem: Problem) -> Self {
        Self { field: Some(field.into()), ..Self::new(ErrorCode::InvalidInput, problem) }
    }

    /// The same error with the path of its field prefixed: `areaMu` within `input` is `input.areaMu`.
    #[must_use]
    pub fn within(self, outer: &str) -> Self {
        Self { field: self.field.map(|field| format!("{outer}.{field}")), ..self }
    }

    /// The same error, about a field of the input.
    #[must_use]
    pub fn about(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..self }
    }

    /// There is no such record that the account may see. `field` is the argument or input field that names it.
    pub fn not_found(field: impl Into<String>, zh: &str, en: &str) -> Self {
        Self { field: Some(field.into()), ..Self::nothing_here(zh, en) }
    }

    /// There is nothing at an address.
    pub fn nothing_here(zh: &str, en: &str) -> Self {
        Self::new(ErrorCode::NotFound, Problem::new(format!("未找到{zh}"), format!("no such {en}")))
    }

    /// The record's state does not allow this.
    pub fn conflict(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(ErrorCode::Conflict, Problem::new(zh, en))
    }

    /// The request asked for more than there is.
    pub fn quota_exceeded(available: Kilograms) -> Self {
        Self {
            available: Some(available),
            ..Self::new(
                ErrorCode::QuotaExceeded,
                Problem::new(
                    format!("库存不足：仅余 {available} 千克"),
                    format!("not enough left: {available} kg available"),
                ),
            )
        }
    }

    /// The request asks for more than one request may.
    pub fn too_complex(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(ErrorCode::TooComplex, Problem::new(zh, en))
    }

    /// Others kept the database busy for so long that waiting ended.
    pub fn busy(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        let problem = Problem::new("服务器繁忙，请稍后重试", "the server is busy; try again later");
        Self {
            cause: Some(Arc::new(cause)),
            retry_after_seconds: Some(1),
            ..Self::new(ErrorCode::RateLimited, problem)
        }
    }

    /// The query took longer than allowed and was stopped.
    pub fn took_too_long(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        let problem = Problem::new(
            "查询用时过长，已中止；请缩小范围（更小的区划、更短的时间）后重试",
            "the query took too long and was stopped; ask for less: a smaller region or a shorter period",
        );
        Self { cause: Some(Arc::new(cause)), ..Self::new(ErrorCode::TooComplex, problem) }
    }

    /// The database cannot be reached, or takes no writes. The message says which.
    pub fn unavailable(
        zh: impl Into<String>,
        en: impl Into<String>,
        cause: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        Self {
            cause: Some(Arc::new(cause)),
            retry_after_seconds: Some(5),
            ..Self::new(ErrorCode::Unavailable, Problem::new(zh, en))
        }
    }

    /// More requests within a minute than allowed.
    pub fn rate_limited(per_minute: NonZeroU32, wait: Duration) -> Self {
        let seconds = u32::try_from(wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).unwrap_or(u32::MAX);
        let problem = Problem::new(
            format!("请求过于频繁：每分钟最多 {per_minute} 次，请在 {seconds} 秒后重试"),
            format!("too many requests: at most {per_minute} a minute; try again in {seconds} s"),
        );
        Self { retry_after_seconds: Some(seconds), ..Self::new(ErrorCode::RateLimited, problem) }
    }

    /// More connections are open than allowed.
    pub fn too_many_connections(limit: usize) -> Self {
        let problem = Problem::new(
            format!("连接过多：最多 {limit} 个，请稍后重试"),
            format!("too many connections: at most {limit}; try again in a second"),
        );
        Self { retry_after_seconds: Some(1), ..Self::new(ErrorCode::RateLimited, problem) }
    }

    /// More connections are open from one address than allowed.
    pub fn too_many_from_an_address(limit: usize) -> Self {
        let problem = Problem::new(
            format!("来自此地址的连接过多：最多 {limit} 个，请稍后重试"),
            format!("too many connections from this address: at most {limit}; try again in a second"),
        );
        Self { retry_after_seconds: Some(1), ..Self::new(ErrorCode::RateLimited, problem) }
    }

    /// More things are watched at once than allowed.
    pub fn too_much_watched(limit: usize) -> Self {
        let problem = Problem::new(
            format!("正在关注的内容过多：最多同时 {limit} 项，请稍后重试"),
            format!("too many subscriptions: at most {limit} different ones at once; try again later"),
        );
        Self { retry_after_seconds: Some(10), ..Self::new(ErrorCode::RateLimited, problem) }
    }

    /// As many exports as allowed are already running.
    pub fn too_many_exports(limit: usize) -> Self {
        let problem = Problem::new(
            format!("正在导出的文件过多：最多同时 {limit} 个，请稍后重试"),
            format!("too many exports: at most {limit} at once; try again later"),
        );
        Self { retry_after_seconds: Some(10), ..Self::new(ErrorCode::RateLimited, problem) }
    }

    /// Logs what the caller is not told, under the request's id. Refusals are not logged, because the caller is told
    /// all there is. Nor is an unavailable database, which `Health` logs once.
    pub fn log(&self, request_id: &str) {
        let cause = self.cause.as_deref().map(chain);
        match self.code {
            ErrorCode::Internal => tracing::error!(request_id, cause, "request failed"),
            ErrorCode::RateLimited if cause.is_some() => {
                tracing::warn!(request_id, cause, "the server was too busy for a request")
            }
            _ => {}
        }
    }

    /// The folder for temporary files is full.
    pub fn no_room(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        let problem = Problem::new(
            "服务器的临时文件夹已满或无法写入，无法生成文件",
            "the server's folder for temporary files is full or cannot be written",
        );
        Self { cause: Some(Arc::new(cause)), ..Self::new(ErrorCode::Internal, problem) }
    }

    /// A failure that the caller can do nothing about.
    pub fn internal(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self {
            cause: Some(Arc::new(cause)),
            ..Self::new(ErrorCode::Internal, Problem::new("服务器内部错误", "internal error"))
        }
    }
}

fn chain(error: &(dyn std::error::Error + Send + Sync)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

#[cfg(feature = "graphql")]
impl From<Error> for async_graphql::Error {
    fn from(error: Error) -> Self {
        Self { message: error.message.zh.clone(), source: Some(Arc::new(error)), extensions: None }
    }
}
