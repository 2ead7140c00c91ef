//! From characters to words: which pieces of a line have a meaning in a date phrase.
//!
//! This is what people type, in two languages and several spellings, not what the program says; sentences on
//! screen live elsewhere. A piece without a meaning here is [`Word::Other`] and ends every phrase.

use super::calendar::{self, Part, Unit};
use chrono::Weekday;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// More words than any phrase of the grammar has.
pub(super) const LONGEST_PHRASE: usize = 12;
/// Words kept of a line: the longest phrase, and as much before it again for what may govern it.
const KEPT: usize = 2 * LONGEST_PHRASE;
/// More words than a sentence has in which a day is looked for.
const LONGEST_SENTENCE: usize = 60;
/// No word of a phrase is longer, in bytes; a longer piece need not be looked at.
const LONGEST_WORD: usize = 40;

/// One word of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Byte offset in the line at which the word starts.
    pub(super) start: usize,
    pub(super) word: Word,
    /// Whether the word also closes ordinary sentences: *zo*, "so".
    pub(super) filler: bool,
    /// Whether the word is what a mother is called as well: *ma*.
    pub(super) mother: bool,
    /// Whether the word is the English *next*.
    pub(super) english_next: bool,
    /// Whether the word is a weekday written in full: *ma* and *do* are words of their own.
    pub(super) in_full: bool,
    /// Whether the word is *op*, which may belong to the verb before it.
    pub(super) op: bool,
}

/// What a word means in a date phrase. Variants are named after the role; the spellings are in [`vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    DaysAhead(u32),
    Weekday(Weekday),
    /// `english` when the name may stand before its day: june 12.
    Month {
        number: u32,
        english: bool,
    },
    Part(Part),
    /// A part and its month in one word: mid-june.
    PartOfMonth(Part, u32),
    /// `digits` is 0 for a number written as a word.
    Number {
        value: u32,
        digits: usize,
    },
    Ordinal(u32),
    Year(i32),
    /// A date in one word, not yet known to exist.
    Date {
        day: u32,
        month: u32,
        year: Option<i32>,
    },
    /// A week in one word: wk26, 2027-w26.
    NumberedWeek {
        week: u32,
        year: Option<i32>,
    },
    /// An amount in one word: +2w.
    Ahead {
        count: u32,
        unit: Unit,
    },
    Unit(Unit),
    /// *week*: a unit, and what a week number follows.
    Week,
    Next,
    /// *next* before a weekday: English only, as the Dutch *volgende* says two things there.
    NextWeekday,
    /// A day that has a name of its own: Christmas, New Year's Day.
    Feast {
        day: u32,
        month: u32,
    },
    /// *oud* and *nieuw*, which together are the last day of the year.
    Old,
    New,
    Coming,
    This,
    /// Words before a day that make it another day, or no single one: last, every, first, not before.
    Bends,
    Over,
    In,
    The,
    Van,
    /// *of*: "or" in Dutch, *van* in English.
    Of,
    And,
    Dash,
    To,
    Lead,
    /// *voor*, which says how to hold to a day as [`Word::Lead`] does, and before a feast means the days before it.
    Before,
    Until,
    Latest,
    After,
    /// *aan*, the end of a separable verb: *vraagt de meting aan*.
    Aan,
    /// A verb that is about a day when *aan* follows: *denkt aan vrijdag*.
    Minds,
    /// *contact*, which one takes *op*.
    Contact,
    Since,
    Not,
    Later,
    Than,
    With,
    Now,
    NumberLabel,
    Meeting,
    SummerHoliday,
    Summer,
    Holiday,
    /// *break*, which by itself is over after a quarter of an hour.
    Break,
    Other,
}

/// The last words of a line, in the order of the line.
pub(super) fn last_tokens(line: &str) -> Vec<Token> {
    tokens(line, KEPT)
}

/// Every word of a line; none when it has more than somebody says in one sentence.
pub(super) fn every_token(line: &str) -> Vec<Token> {
    let found = tokens(line, LONGEST_SENTENCE + 1);
    if found.len() > LONGEST_SENTENCE {
        Vec::new()
    } else {
        found
    }
}

fn tokens(line: &str, most: usize) -> Vec<Token> {
    let mut rest = line;
    let mut tokens = Vec::with_capacity(KEPT);
    while tokens.len() < most {
        let trimmed = rest.trim_end();
        let blank = trimmed
            .char_indices()
            .rev()
            .find(|(_, character)| character.is_whitespace());
        let start = blank.map_or(0, |(index, character)| index + character.len_utf8());
        let (Some(before), Some(piece)) = (trimmed.get(..start), trimmed.get(start..)) else {
            break;
        };
        if piece.is_empty() {
            break;
        }
        let folded = fold(piece);
        tokens.push(Token {
            start,
            word: meaning(&folded),
            filler: folded == "zo",
            mother: folded == "ma",
            english_next: folded == "next",
            in_full: folded.ends_with("dag") || folded.ends_with("day"),
            op: folded == "op",
        });
        rest = before;
    }
    tokens.reverse();
    for at in 1..tokens.len() {
        let weekday = matches!(tokens.get(at).map(|token| token.word), Some(Word::Weekday(_)));
        if let Some(before) = tokens.get_mut(at - 1).filter(|token| weekday && token.english_next) {
            before.word = Word::NextWeekday;
        }
    }
    tokens
}

/// Lower case, without accents and without what closes a clause.
fn fold(piece: &str) -> String {
    let piece = piece.trim_end_matches(['.', ',', ';', '!']);
    if piece.len() > LONGEST_WORD {
        return String::new();
    }
    piece
        .nfd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect()
}

fn meaning(folded: &str) -> Word {
    let known = vocabulary(folded).or_else(|| weekday(folded).map(Word::Weekday));
    let known = known.or_else(|| month(folded).map(|(number, english)| Word::Month { number, english }));
    let known = known.or_else(|| part(folded).map(Word::Part));
    let known = known
        .or_else(|| number_word(folded))
        .or_else(|| unit(folded).map(Word::Unit));
    known.or_else(|| shape(folded)).unwrap_or(Word::Other)
}

fn vocabulary(word: &str) -> Option<Word> {
    Some(match word {
        "vandaag" | "today" => Word::DaysAhead(0),
        "morgen" | "tomorrow" => Word::DaysAhead(1),
        "overmorgen" => Word::DaysAhead(2),
        "week" | "wk" | "weeknummer" | "weeknr" => Word::Week,
        "number" | "nummer" | "nr" => Word::NumberLabel,
        "volgende" | "volgend" | "next" => Word::Next,
        "komende" | "komend" | "aanstaande" | "aankomende" | "eerstvolgende" | "eerstvolgend" | "a.s" | "coming" => {
            Word::Coming
        }
        "deze" | "dit" | "this" => Word::This,
        "vorige" | "vorig" | "afgelopen" | "jongstleden" | "jl" | "last" | "past" | "previous" | "laatste" => {
            Word::Bends
        }
        "elke" | "elk" | "iedere" | "ieder" | "every" | "each" | "eerste" | "tweede" | "derde" | "vierde" | "first" => {
            Word::Bends
        }
        "m.i.v" | "ergens" | "about" => Word::Bends,
        "aan" => Word::Aan,
        "contact" => Word::Contact,
        "denk" | "denkt" | "denken" | "herinner" | "herinnert" | "herinneren" => Word::Minds,
        "twijfelt" | "twijfelen" | "houdt" | "houden" | "hecht" | "hechten" => Word::Minds,
        "over" => Word::Over,
        "in" | "binnen" | "within" => Word::In,
        "de" | "het" | "the" => Word::The,
        "van" => Word::Van,
        "of" => Word::Of,
        "en" | "and" | "or" | "&" => Word::And,
        "-" | "–" | "—" | "/" => Word::Dash,
        "to" => Word::To,
        "voor" | "before" => Word::Before,
        "op" | "bij" | "tegen" | "per" | "rond" | "omstreeks" => Word::Lead,
        "by" | "on" | "at" | "around" => Word::Lead,
        "tot" | "t/m" | "until" | "till" => Word::Until,
        "uiterlijk" | "latest" => Word::Latest,
        "na" | "after" => Word::After,
        "vanaf" | "sinds" | "from" | "since" => Word::Since,
        "niet" | "not" | "no" | "geen" => Word::Not,
        "later" => Word::Later,
        "dan" | "than" => Word::Than,
        "met" => Word::With,
        "nu" | "now" => Word::Now,
        "overleg" | "uitstroomoverleg" | "doorstroomtafel" | "tafel" | "bijeenkomst" | "keer" | "meeting" | "time" => {
            Word::Meeting
        }
        "kerst" | "kerstmis" | "christmas" => Word::Feast { day: 25, month: 12 },
        "jaarwisseling" | "oudjaar" | "oudejaarsdag" => Word::Feast { day: 31, month: 12 },
        "nieuwjaar" | "nieuwjaarsdag" => Word::Feast { day: 1, month: 1 },
        "oud" => Word::Old,
        "nieuw" => Word::New,
        "zomervakantie" => Word::SummerHoliday,
        "summer" | "zomer" => Word::Summer,
        "holiday" | "holidays" | "vacation" | "vakantie" => Word::Holiday,
        "break" => Word::Break,
        _ => return None,
    })
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "ma" | "maandag" | "mon" | "monday" => Weekday::Mon,
        "di" | "dinsdag" | "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wo" | "woensdag" | "wed" | "weds" | "wednesday" => Weekday::Wed,
        "do" | "donderdag" | "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "vr" | "vrijdag" | "fri" | "friday" => Weekday::Fri,
        "za" | "zaterdag" | "sat" | "saturday" => Weekday::Sat,
        "zo" | "zondag" | "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

/// The number of a month, and whether its name may stand before the day as in English.
///
/// *Jan* is a name at every Dutch table, so "Jan 12" is not 12 January; *12 jan* is.
fn month(word: &str) -> Option<(u32, bool)> {
    Some(match word {
        "jan" | "januari" => (1, false),
        "january" => (1, true),
        "febr" | "februari" => (2, false),
        "feb" | "february" => (2, true),
        "mrt" | "maart" => (3, false),
        "mar" | "march" => (3, true),
        "apr" | "april" => (4, true),
        "mei" => (5, false),
        "may" => (5, true),
        "juni" => (6, false),
        "jun" | "june" => (6, true),
        "juli" => (7, false),
        "jul" | "july" => (7, true),
        "augustus" => (8, false),
        "aug" | "august" => (8, true),
        "sep" | "sept" | "september" => (9, true),
        "okt" | "oktober" => (10, false),
        "oct" | "october" => (10, true),
        "nov" | "november" => (11, true),
        "dec" | "december" => (12, true),
        _ => return None,
    })
}

fn part(word: &str) -> Option<Part> {
    Some(match word {
        "begin" | "beginning" => Part::Begin,
        "half" | "halverwege" | "medio" | "midden" | "mid" | "middle" => Part::Half,
        "eind" | "einde" | "end" => Part::End,
        _ => return None,
    })
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "dag" | "dagen" | "dgn" | "day" | "days" => Unit::Day,
        "week" | "wk" | "weken" | "wkn" | "wks" | "weeks" => Unit::Week,
        "maand" | "maanden" | "mnd" | "month" | "months" => Unit::Month,
        "jaar" | "jaren" | "jr" | "year" | "years" => Unit::Year,
        _ => return None,
    })
}

fn number_word(word: &str) -> Option<Word> {
    let value = match word {
        "een" | "one" | "a" | "an" => 1,
        "twee" | "two" => 2,
        "drie" | "three" => 3,
        "vier" | "four" => 4,
        "vijf" | "five" => 5,
        "zes" | "six" => 6,
        "zeven" | "seven" => 7,
        "acht" | "eight" => 8,
        "negen" | "nine" => 9,
        "tien" | "ten" => 10,
        "elf" | "eleven" => 11,
        "twaalf" | "twelve" => 12,
        "veertien" | "fourteen" => 14,
        _ => return None,
    };
    Some(Word::Number { value, digits: 0 })
}

/// Words told by their form rather than by a list: numbers, dates, week numbers, amounts.
fn shape(word: &str) -> Option<Word> {
    if let Some(amount) = word.strip_prefix('+') {
        return amount_ahead(amount);
    }
    if let Some(short) = word.strip_prefix(['\'', '’']) {
        return year_of(short).filter(|_| short.len() == 2).map(Word::Year);
    }
    if let Some(separator) = ['-', '/', '.'].into_iter().find(|separator| word.contains(*separator)) {
        let parts: Vec<&str> = word.splitn(4, separator).collect();
        return separated(&parts, separator);
    }
    let letters_at = word
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(word.len());
    match word.split_at_checked(letters_at)? {
        ("", letters) => glued_week(letters, None),
        (digits, "") => Some(Word::Number {
            value: number(digits, 4)?,
            digits: digits.len(),
        }),
        (digits, "e" | "de" | "ste" | "st" | "nd" | "rd" | "th") => Some(Word::Ordinal(number(digits, 2)?)),
        (digits, letters) => Some(Word::Date {
            day: number(digits, 2)?,
            month: month_of(letters)?,
            year: None,
        }),
    }
}

/// Dates and parts of months with their separator taken out. Two numbers with a point between them are as well a
/// time or a fraction, so a date with points needs its year.
fn separated(parts: &[&str], separator: char) -> Option<Word> {
    match *parts {
        [day, month] if separator != '.' => {
            let date = || {
                Some(Word::Date {
                    day: number(day, 2)?,
                    month: month_of(month)?,
                    year: None,
                })
            };
            date()
                .or_else(|| week_of_year(day, month))
                .or_else(|| Some(Word::PartOfMonth(part(day)?, self::month(month)?.0)))
        }
        [year, month, day] if year.len() == 4 && separator != '.' => Some(Word::Date {
            day: number(day, 2)?,
            month: month_of(month)?,
            year: Some(year_of(year)?),
        }),
        [day, month, year] => Some(Word::Date {
            day: number(day, 2)?,
            month: month_of(month)?,
            year: Some(year_of(year)?),
        }),
        _ => None,
    }
}

fn week_of_year(year: &str, week: &str) -> Option<Word> {
    let year = year_of(year).filter(|_| year.len() == 4)?;
    glued_week(week, Some(year))
}

fn glued_week(word: &str, year: Option<i32>) -> Option<Word> {
    let digits = ["week", "wk", "w"]
        .into_iter()
        .find_map(|label| word.strip_prefix(label))?;
    Some(Word::NumberedWeek {
        week: number(digits, 2)?,
        year,
    })
}

fn amount_ahead(amount: &str) -> Option<Word> {
    let letters_at = amount.find(|character: char| !character.is_ascii_digit())?;
    let (digits, letters) = amount.split_at_checked(letters_at)?;
    let unit = match letters {
        "d" => Unit::Day,
        "w" => Unit::Week,
        "m" => Unit::Month,
        "j" | "y" => Unit::Year,
        _ => unit(letters)?,
    };
    Some(Word::Ahead {
        count: number(digits, 4)?,
        unit,
    })
}

fn month_of(word: &str) -> Option<u32> {
    month(word).map(|(number, _)| number).or_else(|| number(word, 2))
}

fn year_of(digits: &str) -> Option<i32> {
    calendar::year(number(digits, 4)?, digits.len())
}

/// A number of at most so many digits, and of nothing else.
fn number(digits: &str, longest: usize) -> Option<u32> {
    let plain = (1..=longest).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}
