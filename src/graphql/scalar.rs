//! The scalars of the contract. They accept any string. The string is parsed where the input is read, so that an error
//! can name the field.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};

use store::error::{Error, Result};
use types::{Day, Kilograms, Money, Mu, Rate, Ratio, Timestamp};

macro_rules! text_scalar {
    ($(#[$doc:meta])* $name:ident, $specification:tt) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) struct $name(pub(crate) String);

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        $(#[$doc])*
        #[Scalar(specified_by_url = $specification)]
        impl ScalarType for $name {
            fn parse(value: Value) -> InputValueResult<Self> {
                match value {
                    Value::String(text) => Ok(Self(text)),
                    other => Err(InputValueError::expected_type(other)),
                }
            }

            fn is_valid(value: &Value) -> bool {
                matches!(value, Value::String(_))
            }

            fn to_value(&self) -> Value {
                Value::String(self.0.clone())
            }
        }
    };
}

text_scalar!(
    /// An exact decimal number, sent and accepted as a string, such as "1234.50". Never a float. Money is in yuan with
    /// two decimal places, weight in kilograms with three, area in mu with two. A share is from 0 to 1 with at most
    /// four decimal places. A value with more decimal places than its unit allows is refused, not rounded.
    Decimal,
    "https://www.w3.org/TR/xmlschema-2/#decimal"
);
text_scalar!(
    /// A calendar day in the town's time zone (Asia/Shanghai), in ISO 8601, such as 2024-03-21.
    Date,
    "https://scalars.graphql.org/andimarek/local-date.html"
);
text_scalar!(
    /// An instant in RFC 3339, in UTC, with microseconds, such as 2024-03-21T08:00:00.123456Z. Input may have any
    /// offset. Input finer than a microsecond is refused.
    DateTime,
    "https://www.rfc-editor.org/rfc/rfc3339"
);

macro_rules! written_as {
    ($scalar:ident, $($value:ty),+) => {
        $(impl From<$value> for $scalar {
            fn from(value: $value) -> Self {
                Self(value.to_string())
            }
        })+
    };
}

written_as!(Decimal, Money, Kilograms, Mu, Rate, Ratio);
written_as!(Date, Day);
written_as!(DateTime, Timestamp);

/// A count as a GraphQL Int. CONFLICT if it is more than 2,147,483,647.
pub(super) fn int(count: i64) -> Result<i32> {
    i32::try_from(count).map_err(|_| {
        Error::conflict(
            format!("计数 {count} 超出接口整数的上限 2147483647"),
            format!("the count {count} is beyond GraphQL's Int, 2147483647"),
        )
    })
}
