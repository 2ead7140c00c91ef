//! What a string literal is: words for a reader, SQL, a colour.

/// Words that make a literal in the store SQL, also where it holds only a part of a statement.
const SQL_KEYWORDS: &str = "DESC SELECT FROM WHERE INSERT INTO VALUES UPDATE SET DELETE CREATE DROP ALTER \
    TABLE TRIGGER INDEX PRAGMA ATTACH DETACH BEGIN COMMIT ROLLBACK SAVEPOINT RELEASE VACUUM WITH UNION JOIN \
    ORDER GROUP HAVING LIMIT AND OR ON CASE WHEN NOT NULL AS END";

/// How many words for a reader a literal holds: parts between white space that are letters only, two at least,
/// sentence marks around them aside. Placeholders (`{name}`) and markup (`<w:p …>`) hold none.
pub fn count(text: &str) -> usize {
    without(&without(text, '{', '}'), '<', '>')
        .split_whitespace()
        .filter(|part| is_word(part))
        .count()
}

fn is_word(part: &str) -> bool {
    // A mark belongs to a sentence on its own side only: `Insert(` and `.column` are code.
    let bare = part
        .trim_start_matches(['(', '"', '\'', '«', '»', '“', '‘', '·'])
        .trim_end_matches([
            '.', ',', ':', ';', '!', '?', '…', ')', '"', '\'', '«', '»', '”', '’', '·',
        ]);
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && bare.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-')) && !bare.starts_with('-')
}

/// The text with everything from `open` to the matching `close` replaced by a space.
fn without(text: &str, open: char, close: char) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars() {
        if c == open {
            depth += 1;
            out.push(' ');
        } else if c == close {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            out.push(c);
        }
    }
    out
}

/// Whether the literal holds an SQL keyword in capitals.
pub fn has_sql_keyword(text: &str) -> bool {
    words(text).any(|word| words(SQL_KEYWORDS).any(|keyword| keyword == word))
}

/// Whether the literal is an SQL statement or the greater part of one. Among sentences only capitals count: "Select a
/// pupil from the queue" is English.
pub fn is_sql(text: &str, among_sentences: bool) -> bool {
    let bare = without(text, '{', '}');
    let folded = if among_sentences { bare } else { bare.to_uppercase() };
    let words: Vec<&str> = words(&folded).collect();
    let has_both = |first: &str, then: &str| {
        words
            .iter()
            .position(|word| *word == first)
            .is_some_and(|at| words[at..].contains(&then))
    };
    let pair = |first: &str, seconds: &[&str]| {
        words
            .windows(2)
            .any(|pair| pair[0] == first && seconds.contains(&pair[1]))
    };
    let things = ["TABLE", "INDEX", "TRIGGER", "VIEW", "VIRTUAL", "TEMP", "UNIQUE"];
    has_both("SELECT", "FROM")
        || has_both("UPDATE", "SET")
        || pair("INSERT", &["INTO", "OR"])
        || pair("DELETE", &["FROM"])
        || ["CREATE", "DROP", "ALTER"].iter().any(|verb| pair(verb, &things))
        || pair("ORDER", &["BY"])
        || pair("GROUP", &["BY"])
        || pair("BEGIN", &["IMMEDIATE", "EXCLUSIVE", "TRANSACTION"])
        || pair("VACUUM", &["INTO"])
        || text.trim() == "VACUUM"
        || ["PRAGMA ", "ATTACH ", "DETACH ", "SAVEPOINT "]
            .iter()
            .any(|verb| folded.trim_start().starts_with(verb))
}

/// Whether SQL asks the machine for the time, which would slip past the clock that main hands down.
pub fn sql_reads_the_clock(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "current_timestamp",
        "current_date",
        "current_time",
        "'now'",
        "unixepoch()",
        "datetime()",
        "julianday()",
    ]
    .iter()
    .any(|call| text.contains(call))
}

/// Whether the whole literal is a colour as web pages write it: `#1a2b3c`.
pub fn is_hex_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|code| matches!(code.len(), 3 | 6 | 8) && code.chars().all(|c| c.is_ascii_hexdigit()))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}
