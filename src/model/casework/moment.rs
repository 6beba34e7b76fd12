//! [`Moment`]: when the reader did something.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A second, counted from 1970 in UTC. Written as RFC 3339 ("2026-11-22T01:05:00Z"). It only informs: no order rests on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = DateTime::<Utc>::from_timestamp(self.0, 0).unwrap_or_default();
        f.write_str(&time.to_rfc3339_opts(SecondsFormat::Secs, true))
    }
}

impl FromStr for Moment {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        DateTime::parse_from_rfc3339(text).map(|time| Self(time.timestamp()))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    fn check(seconds: i64, text: &str) {
        assert_eq!(Moment(seconds).to_string(), text);
        assert_eq!(text.parse(), Ok(Moment(seconds)));
    }

    #[test]
    fn it_is_written_for_people_and_read_back() {
        check(0, "1970-01-01T00:00:00Z");
        check(1_500_000_000, "2017-07-14T02:40:00Z");
        check(-1, "1969-12-31T23:59:59Z");
        assert_eq!("2017-07-14T04:40:00+02:00".parse(), Ok(Moment(1_500_000_000)));
    }
}
