//! String types that are validated when they are created.

/// An invalid value in the data file, explained for the person who edits it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid(pub &'static str);

impl std::fmt::Display for Invalid {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.0)
    }
}

impl std::error::Error for Invalid {}

/// Defines a string type whose values have all passed `$check`.
///
/// Deserialization runs the check; the JSON Schema of the type has the equivalent regular expression
/// `$pattern`.
macro_rules! checked_string {
    ($(#[$doc:meta])* $name:ident, $check:path, $pattern:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        #[cfg_attr(feature = "export", derive(serde::Serialize))]
        #[serde(try_from = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks and wraps a text.
            ///
            /// # Errors
            /// If the text is invalid.
            pub fn new(text: &str) -> Result<Self, $crate::model::checked_string::Invalid> {
                $check(text).map(|()| Self(text.into()))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::model::checked_string::Invalid;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                $check(&text).map(|()| Self(text.into()))
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}
pub(crate) use checked_string;
