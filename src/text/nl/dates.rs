//! How days and keys are written in Dutch.

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
        chrono::Weekday::Mon => "ma",
        chrono::Weekday::Tue => "di",
        chrono::Weekday::Wed => "wo",
        chrono::Weekday::Thu => "do",
        chrono::Weekday::Fri => "vr",
        chrono::Weekday::Sat => "za",
        chrono::Weekday::Sun => "zo",
    }
}

fn month_in_full(month: u32) -> &'static str {
    match month {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        12 => "december",
        _ => "",
    }
}

fn month(month: u32) -> &'static str {
    match month {
        1 => "jan",
        2 => "feb",
        3 => "mrt",
        4 => "apr",
        5 => "mei",
        6 => "jun",
        7 => "jul",
        8 => "aug",
        9 => "sep",
        10 => "okt",
        11 => "nov",
        12 => "dec",
        _ => "",
    }
}

fn quarter(quarter: u32) -> String {
    format!("kw{quarter}")
}

fn day(day: Day) -> String {
    format!("{} {}", weekday(day), day_year(day))
}

fn day_short(day: Day) -> String {
    format!("{} {:02}-{:02}", weekday(day), day.day(), day.month())
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
        KeyName::Space => "spatie",
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
