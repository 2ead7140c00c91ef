//! Date phrases: how people at the table say a day, read as that day.
//!
//! The chair types while others talk, and nobody at a table says "2026-06-15": they say *half juni*, *volgende
//! week di*, *na de zomervakantie*. No library reads Dutch phrases, so the grammar is written here, in full, as a
//! pure function of the phrase and of [`DateContext`].
//!
//! The rule of this module: **a phrase is understood, or it is not; it is never guessed.** Where two readers would
//! name different days (*volgende vrijdag*, *eind volgende week*, *10.10*), the answer is `None`, which is drawn as
//! the mark "datum?".
//!
//! # Grammar
//!
//! Words are separated by blanks. Capitals, accents and a closing `.` `,` `;` or `!` do not count, so *Vóór* is
//! *voor* and *sept.* is *sept*. `a | b` is a choice, `[a]` may be left out. Dutch and English may be mixed.
//!
//! ```text
//! phrase   = [lead] day [ "at the latest" | "uiterlijk" ]
//! lead     = until | [uiterlijk] (vóór | op | bij | tegen | per | rond | omstreeks | before | by | on | at …)
//!          | [until] uiterlijk | uiterlijk until | niet later dan | no later than
//! until    = tot | t/m | tot en met | until | till
//!
//! day      = near | amount | weekday | date | part | week | feast | event
//!
//! near     = vandaag | morgen | overmorgen | today | tomorrow | [the] day after tomorrow
//! amount   = [near] (over | in | binnen | within) COUNT unit            today, or the near day, plus so much
//!          | COUNT unit (vanaf | from) (nu | vandaag | now | today)
//!          | +COUNT unit                                                written as one word: +2w +10d +3m +1j
//!          | (over | in) [een] half jaar | half a year                  six months
//!          | (volgende | volgend | next) (week | maand | jaar …)        the same as "over 1 unit"
//! unit     = dag(en) d | week weken wk w | maand(en) mnd m | jaar jr j  and in English
//! COUNT    = digits | een … twaalf, veertien | a, one … twelve, fourteen
//!
//! weekday  = [coming] WEEKDAY | WEEKDAY (a.s. | aanstaande)             the first one after today
//!          | (volgende | next) week [op | voor] WEEKDAY | WEEKDAY (volgende | next) week
//!          | WEEKDAY over COUNT weeks | over COUNT weeks [op | voor] WEEKDAY   of the ISO week so many after this
//!          | next WEEKDAY                                               English only: that day of the next ISO week
//!          | (deze | this) [week [op | voor]] WEEKDAY | WEEKDAY (deze | this) week
//! coming   = komende | aanstaande | aankomende | eerstvolgende | a.s. | [this] coming
//!
//! date     = [[coming] WEEKDAY] [de | the] numeric [year]               12-6  12/6/26  12.6.2026  12-jun-2026
//!          | [[coming] WEEKDAY] [de | the] NUMBER [van | of] MONTH [year]   12 juni  12e van juni  12 juni '26
//!          | [[coming] WEEKDAY] MONTH NUMBER [year]                     English names of months only: june 12
//!          | YYYY-MM-DD
//! year     = YYYY | YY | 'YY | (dit | this | volgend | next) jaar (year) | a.s. for the next to come
//!
//! part     = [the] (begin | half | end) [van | of] (MONTH [year] | (de | deze | [the] volgende) maand)
//!          | [the] (begin | end) [van | of] (YYYY | 'YY | (het | dit | volgend) jaar)
//!          | [the] begin [van | of] volgende week                       and in English
//!          | [the] end [van | of] (de | deze) week                      its Friday; in a weekend, the next
//! begin    = begin | beginning                                          the 1st; of a week, its Monday
//! half     = half | halverwege | medio | midden | mid | middle          the 15th
//! end      = eind | einde | end                                         the last day
//!
//! week     = [WEEKDAY [in | van] | in] numbered | numbered [op | voor] WEEKDAY    its Monday, unless a weekday is given
//! numbered = (week | wk | weeknummer | week number) NUMBER [[van | of] year] | YYYY-Wnn
//!
//! feast    = [de | the] (kerst | kerstmis | christmas)                  25 December
//!          | [de] (jaarwisseling | oudjaar | oudejaarsdag | oud en nieuw)   31 December
//!          | nieuwjaar | nieuwjaarsdag                                  1 January
//!
//! event    = [het | the] (volgend | volgende | komend | next) (overleg | keer | tafel | meeting …)
//!          | (na | after) [de | the] (vakantie | holiday | holidays | vacation)   while the summer's is the next
//!          | (na | after | [uiterlijk] voor | before) [de | the] (zomervakantie | summer (holiday | holidays | vacation | break))
//! ```
//!
//! # Rules
//!
//! - A date, part or week number without a year is the next one to come, never today: on 12 June, *12-6* is next
//!   year's. A weekday is the first one after today.
//! - *Vóór 1 juli* is 1 July: the word before a day says how to hold to it, not which day it is.
//! - A week number is the Monday of that ISO 8601 week. Week 53 and 29 February are the next that exist.
//! - Adding months or years ends on the last day of a month that is too short.
//! - *Voor de kerst*, *met kerst*, *voor nieuwjaar* and *voor de zomervakantie* are the last working day before, because on the day
//!   itself nobody is there; *voor oud en nieuw* is the last working day of the year. *Na de kerst* names no day.
//! - *Na de vakantie* is *na de zomervakantie* from June on: the days of the other school holidays are not known.
//! - As the day by which something is done, an *eind* in a weekend or on a public holiday is the working day before,
//!   and a *begin* the one after; as the day on which something ends or begins they stay what they are.
//! - An impossible date is not understood, nor a weekday that does not fit its date.
//! - A year of two digits is in this century; years run from 1900 up to and including 2199.

mod calendar;
mod ending;
mod past;
mod phrase;
mod within;
mod words;

use chrono::NaiveDate;
use phrase::Year;
use words::{Token, Word};

/// The days a phrase may be read against; the caller knows them, since this room has no clock and no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateContext {
    /// The day on which the phrase is said.
    pub today: NaiveDate,
    /// The day of the planned meeting after this one, for *volgend overleg*; without it the phrase is not
    /// understood.
    pub next_meeting: Option<NaiveDate>,
    /// The first school day after the coming summer holiday, for *na de zomervakantie* and *na de vakantie*: it differs by region and
    /// stands in the settings. Without it the phrase is not understood.
    pub summer_end: Option<NaiveDate>,
}

/// Reads a whole phrase as one day, by the grammar of this module.
///
/// `None` means "datum?": the phrase is not one the table would agree on. The day is never before today unless
/// the phrase names its year.
///
/// ```
/// use chrono::NaiveDate;
/// use dakpan::domain::dates::{DateContext, read_date};
///
/// let today = NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
/// let context = DateContext { today, next_meeting: None, summer_end: None };
/// assert_eq!(read_date("half juni", &context), NaiveDate::from_ymd_opt(2026, 6, 15));
/// assert_eq!(read_date("di 12-6", &context), None); // 12 June 2026 is a Friday
/// ```
pub fn read_date(phrase: &str, context: &DateContext) -> Option<NaiveDate> {
    phrase::read(&every_word(phrase)?, context)
}

/// Reads a whole phrase as the day by which something is done: as [`read_date`] does, but *eind januari* on a Sunday is
/// the working day before, and *begin volgend jaar* on New Year's Day the one after. A contract ends on its last day,
/// whatever day that is; people do things when they are at work.
///
/// ```
/// use chrono::NaiveDate;
/// use dakpan::domain::dates::{DateContext, read_date, read_due};
///
/// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
/// let context = DateContext { today, next_meeting: None, summer_end: None };
/// assert_eq!(read_due("eind jan", &context), NaiveDate::from_ymd_opt(2027, 1, 29));
/// assert_eq!(read_date("eind jan", &context), NaiveDate::from_ymd_opt(2027, 1, 31));
/// ```
pub fn read_due(phrase: &str, context: &DateContext) -> Option<NaiveDate> {
    phrase::read_due(&every_word(phrase)?, context)
}

/// Finds the longest date phrase at the end of a line: the byte offset at which it starts, and its day as [`read_due`]
/// reads it.
///
/// In an action line the date at the end counts first; see [`date_within`] for one in the middle. A phrase whose
/// meaning hangs on the words before it is left alone rather than read in part: *na vrijdag*, *di 12-6* on a Friday's
/// date, *ma of di*, *vanaf 1 juli* and *volgende vrijdag* give `None`. So does a lone *zo*, which closes a sentence
/// more often than it names Sunday.
///
/// ```
/// use chrono::NaiveDate;
/// use dakpan::domain::dates::{DateContext, date_at_end};
///
/// let today = NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
/// let context = DateContext { today, next_meeting: None, summer_end: None };
/// let found = date_at_end("Els mailt asiel uiterlijk vrijdag", &context);
/// assert_eq!(found, Some((16, NaiveDate::from_ymd_opt(2026, 6, 5).unwrap())));
/// ```
pub fn date_at_end(line: &str, context: &DateContext) -> Option<(usize, NaiveDate)> {
    let (tokens, words) = last_words(line);
    let (position, day) = ending::day(&words, context)?;
    let token = tokens.get(position)?;
    let before = position.checked_sub(1).and_then(|at| words.get(at));
    let alone = position + 1 == tokens.len();
    // *Vertelt het aan ma* names a mother.
    if alone && (token.filler || (token.mother && before == Some(&Word::Aan))) {
        return None;
    }
    // *Neemt contact op vr 12-6*: the *op* is half of the verb and stays in the text.
    let taken = token.op && before == Some(&Word::Contact);
    let first = if taken { tokens.get(position + 1)? } else { token };
    Some((first.start, day))
}

/// The one day that stands in the middle of a line in words that can mean nothing else: *belt **dinsdag** met de
/// ouders*, *of hij **volgende week dinsdag** al kan beginnen*. Asked only where no day stands at the end.
///
/// A weekday in full or with its date, *morgen*, *volgende week …*, *12 maart*, *half juni* and *voor de kerst* are
/// read; *ma*, *do*, *zo*, *mei* and *12-3* are not, and where two days stand, or words that make it another day, none.
///
/// ```
/// use chrono::NaiveDate;
/// use dakpan::domain::dates::{DateContext, date_within};
///
/// let today = NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
/// let context = DateContext { today, next_meeting: None, summer_end: None };
/// let day = NaiveDate::from_ymd_opt(2026, 6, 9);
/// assert_eq!(date_within("Els belt dinsdag met de ouders", &context), day);
/// assert_eq!(date_within("Els belt dinsdag of woensdag met de ouders", &context), None);
/// ```
pub fn date_within(line: &str, context: &DateContext) -> Option<NaiveDate> {
    let tokens = words::every_token(line);
    let words: Vec<Word> = tokens.iter().map(|token| token.word).collect();
    within::day(&tokens, &words, context)
}

/// Whether a line ends in something that looks like a date and is not understood, so that it can be marked
/// "datum?" instead of passing for plain text: an impossible day, a weekday that does not fit, *volgend overleg*
/// while no meeting is planned.
pub fn ends_in_unread_date(line: &str, context: &DateContext) -> bool {
    let (tokens, words) = last_words(line);
    let only_a_filler = tokens.last().is_some_and(|token| token.filler);
    !only_a_filler && ending::resembles_a_date(&words) && date_at_end(line, context).is_none()
}

/// The day at the end of a line that no calendar has, as it was typed: *31 juni*, *29-2-2027*. Without a year a day
/// is impossible when no year has it.
///
/// ```
/// use dakpan::domain::dates::impossible_at_end;
///
/// assert_eq!(impossible_at_end("Els belt uiterlijk 31 juni."), Some("31 juni"));
/// assert_eq!(impossible_at_end("Els belt 30 juni"), None);
/// ```
pub fn impossible_at_end(line: &str) -> Option<&str> {
    let (tokens, words) = last_words(line);
    let at = (0..words.len()).find(|at| words.get(*at..).is_some_and(phrase::is_impossible))?;
    let phrase = line.get(tokens.get(at)?.start..)?;
    Some(phrase.trim_end().trim_end_matches(['.', ',', ';', '!']))
}

/// The day in the middle of a line that no calendar has, as it was typed. See [`impossible_at_end`].
///
/// ```
/// use dakpan::domain::dates::impossible_within;
///
/// assert_eq!(impossible_within("Els regelt 31 juni het contract"), Some("31 juni"));
/// assert_eq!(impossible_within("Els regelt 30 juni het contract"), None);
/// ```
pub fn impossible_within(line: &str) -> Option<&str> {
    let tokens = words::every_token(line);
    let words: Vec<Word> = tokens.iter().map(|token| token.word).collect();
    let (at, end) = within::impossible(&words)?;
    let end = tokens.get(end).map_or(line.len(), |token| token.start);
    let phrase = line.get(tokens.get(at)?.start..end)?;
    Some(phrase.trim_end().trim_end_matches(['.', ',', ';', '!', ':']))
}

/// Reads a full date as lists and forms hold it, year included: 31-07-2027, 2027-07-31, 31/7/27, 31.7.2027,
/// 31-jul-2027, 31 juli 2027. Anything else, and any day that does not exist, is `None`.
///
/// Day and month stand in the Dutch order; a year of two digits is in this century, as it is for every pupil.
pub fn read_plain_date(text: &str) -> Option<NaiveDate> {
    let words = every_word(text)?;
    let (day, month, year) = phrase::day_month_year(&words)?;
    match year {
        Year::Written(year) => NaiveDate::from_ymd_opt(year, month, day),
        Year::NextToCome | Year::This | Year::Next => None,
    }
}

/// Reads a phrase about something that was, as the fields hold that say when somebody was informed or what was decided:
/// without a year it is the last such day up to and including today. *Gisteren*, *eergisteren*, *2 weken geleden*, a
/// weekday for the last one before today, and every full date are understood; what is still to come is not.
///
/// ```
/// use chrono::NaiveDate;
/// use dakpan::domain::dates::read_past_date;
///
/// let today = NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
/// assert_eq!(read_past_date("22-11", today), NaiveDate::from_ymd_opt(2025, 11, 22));
/// assert_eq!(read_past_date("eergisteren", today), NaiveDate::from_ymd_opt(2026, 6, 1));
/// assert_eq!(read_past_date("morgen", today), None);
/// ```
pub fn read_past_date(phrase: &str, today: NaiveDate) -> Option<NaiveDate> {
    past::read(phrase, today)
}

/// Reads a length in one word, `+2m`, as the last day of a period that begins on `from` and lasts so long. All days of a
/// period are inclusive, so two months from 1 September end on 31 October; where the month is too short for the day
/// itself, on its last day. Anything but `+COUNT unit` is `None`.
///
/// ```
/// use chrono::NaiveDate;
/// use dakpan::domain::dates::read_length;
///
/// let from = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
/// assert_eq!(read_length("+2m", from), NaiveDate::from_ymd_opt(2026, 10, 31));
/// assert_eq!(read_length("2 maanden", from), None);
/// ```
pub fn read_length(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    phrase::last_day(&every_word(text)?, from)
}

/// Reads a length in one word, `+9m`, as the day that much after another, for a day that is no end of a period: when to
/// look again. Anything but `+COUNT unit` is `None`.
pub fn read_later(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    phrase::later(&every_word(text)?, from)
}

/// The words of a whole phrase; `None` when there are more of them than the longest phrase has.
fn every_word(phrase: &str) -> Option<Vec<Word>> {
    let within = phrase.split_whitespace().nth(words::LONGEST_PHRASE).is_none();
    within.then(|| last_words(phrase).1)
}

/// The last words of a line with their places, enough for the longest phrase and for what may govern it.
fn last_words(line: &str) -> (Vec<Token>, Vec<Word>) {
    let tokens = words::last_tokens(line);
    let words = tokens.iter().map(|token| token.word).collect();
    (tokens, words)
}
