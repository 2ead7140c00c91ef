//! How days and keys are written in English.

use chrono::Datelike;

use crate::domain::Day;
use crate::text::{Dates, KeyName, Keys};

pub(in crate::text) const DATES: Dates = Dates {
    day,
    day_short,
    day_month,
    day_year,
    month,
    quarter,
};

pub(in crate::text) const KEYS: Keys = Keys { name };

pub(super) fn weekday(day: Day) -> &'static str {
    match day.weekday() {
        chrono::Weekday::Mon => "Mon",
        chrono::Weekday::Tue => "Tue",
        chrono::Weekday::Wed => "Wed",
        chrono::Weekday::Thu => "Thu",
        chrono::Weekday::Fri => "Fri",
        chrono::Weekday::Sat => "Sat",
        chrono::Weekday::Sun => "Sun",
    }
}

fn month_in_full(month: u32) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        12 => "December",
        _ => "",
    }
}

fn month(month: u32) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        12 => "Dec",
        _ => "",
    }
}

fn quarter(quarter: u32) -> String {
    format!("Q{quarter}")
}

fn day(day: Day) -> String {
    format!("{} {}", weekday(day), day_year(day))
}

fn day_short(day: Day) -> String {
    format!("{} {} {}", weekday(day), day.day(), month(day.month()))
}

fn day_month(day: Day) -> String {
    format!("{} {}", day.day(), month_in_full(day.month()))
}

fn day_year(day: Day) -> String {
    format!("{} {} {}", day.day(), month(day.month()), day.year())
}

fn name(key: KeyName) -> &'static str {
    match key {
        KeyName::Enter => "Enter",
        KeyName::Esc => "Esc",
        KeyName::Tab => "Tab",
        KeyName::Space => "Space",
        KeyName::Backspace => "Backspace",
        KeyName::Delete => "Delete",
        KeyName::Insert => "Insert",
        KeyName::Up => "↑",
        KeyName::Down => "↓",
        KeyName::Left => "←",
        KeyName::Right => "→",
        KeyName::Home => "Home",
        KeyName::End => "End",
        KeyName::PageUp => "PgUp",
        KeyName::PageDown => "PgDn",
        KeyName::Ctrl => "Ctrl",
        KeyName::Alt => "Alt",
        KeyName::Shift => "Shift",
    }
}
