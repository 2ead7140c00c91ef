//! Who said it: `JB: stage gaat goed`.
//!
//! The chair types the initials of whoever speaks before what they say. That helps while writing and is kept in the
//! note; what goes out tells what was said, not by whom. Only initials of people at the table are a mark: any other
//! beginning with a colon (`School:`, `PS:`) is text.

/// The text without the marks of speakers at the beginning of its paragraphs, given the full names of the people at the
/// table.
///
/// ```
/// use dakpan::domain::speaker::without_speakers;
///
/// let table = ["Jan de Boer".to_owned()];
/// assert_eq!(without_speakers("JB: stage gaat goed\nPS: klaar", &table), "stage gaat goed\nPS: klaar");
/// ```
pub fn without_speakers(text: &str, names: &[String]) -> String {
    let marks: Vec<String> = names.iter().flat_map(|name| initials(name)).collect();
    let lines = text.split('\n').map(|line| without_mark(line, &marks));
    lines.collect::<Vec<_>>().join("\n")
}

fn without_mark<'t>(line: &'t str, marks: &[String]) -> &'t str {
    let Some((head, said)) = line.split_once(':') else {
        return line;
    };
    let head: String = head.trim().chars().filter(|letter| *letter != '.').collect();
    if marks.contains(&head) { said.trim_start() } else { line }
}

/// The initials by which somebody may be marked: with and without what stands before the family name. *Jan de Boer* is
/// JB, JdB and JDB. One letter is no mark: it would as well begin a list.
fn initials(name: &str) -> Vec<String> {
    let words = || name.split([' ', '-']).filter_map(|word| word.chars().next());
    let as_written: String = words().collect();
    let forms = [
        as_written.to_uppercase(),
        words().filter(|letter| letter.is_uppercase()).collect(),
        as_written,
    ];
    forms.into_iter().filter(|form| form.chars().nth(1).is_some()).collect()
}
