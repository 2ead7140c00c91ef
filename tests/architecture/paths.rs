//! The paths a file names, with `use` trees written out: `use crate::{a::B, c}` names `crate::a::B` and `crate::c`.
//! A room edge, the wall clock and a foreign crate are all paths, so one reading serves all those rules.

use super::source::{Kind, Source, Token};

/// A path as the file means it: `super` and `self` resolved, so that it begins with `crate` or with a crate's name
/// (or, for a name brought in by `use`, with that name).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    pub line: usize,
    pub segments: Vec<String>,
    /// Whether `as NAME` follows, which would hide what is used from every rule that reads names.
    pub renamed: bool,
}

impl Path {
    pub fn written(&self) -> String {
        self.segments.join("::")
    }

    /// Whether these two names follow each other anywhere in the path.
    pub fn has_pair(&self, first: &str, second: &str) -> bool {
        self.segments
            .windows(2)
            .any(|pair| pair[0] == first && pair[1] == second)
    }

    fn starts_at_root(&self) -> bool {
        self.segments.first().is_some_and(|first| first == "crate")
    }
}

/// Keywords after which a path with a leading `::` may stand; a path itself never begins with one.
const KEYWORDS: [&str; 20] = [
    "as", "break", "const", "dyn", "else", "extern", "for", "if", "impl", "in", "let", "match", "move", "mut", "ref",
    "return", "unsafe", "use", "where", "while",
];

/// Every path of the file, single names included, in the order they stand.
pub fn paths(source: &Source) -> Vec<Path> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.tokens.len() {
        let begins = source.tokens[at].ident().is_some_and(|name| !KEYWORDS.contains(&name));
        if begins && !follows_a_dot(&source.tokens, at) {
            let depth = source.tokens[at].depth;
            let mut tree = Vec::new();
            at = read_tree(&source.tokens, at, &[], &mut tree);
            found.extend(tree.into_iter().map(|path| resolved(path, source, depth)));
        } else {
            at += 1;
        }
    }
    found
}

fn follows_a_dot(tokens: &[Token], at: usize) -> bool {
    // `a.b` is a field or method, `a..b` is a range whose end may well be a path.
    at > 0 && tokens[at - 1].is_punct('.') && !(at > 1 && tokens[at - 2].is_punct('.'))
}

/// Reads one path or `use` tree that begins at `at`; returns where reading goes on.
fn read_tree(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<Path>) -> usize {
    let line = tokens[at].line;
    let mut segments = prefix.to_vec();
    loop {
        match tokens.get(at).map(|token| &token.kind) {
            Some(Kind::Ident(name)) => segments.push(name.clone()),
            Some(Kind::Punct('*')) => segments.push("*".to_owned()),
            Some(Kind::Open('{')) => return read_group(tokens, at + 1, &segments, found),
            // `Vec::<u8>::new`: the generics end what a rule can read.
            _ => break,
        }
        at += 1;
        if !goes_on(tokens, at) {
            break;
        }
        at += 2;
    }
    let renamed = tokens.get(at).and_then(Token::ident) == Some("as");
    found.push(Path {
        line,
        segments,
        renamed,
    });
    at
}

fn goes_on(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_punct(':'))
        && tokens.get(at + 1).is_some_and(|token| token.is_punct(':'))
}

/// Reads the branches of `prefix::{ … }`, up to and with the closing brace.
fn read_group(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<Path>) -> usize {
    while at < tokens.len() {
        match &tokens[at].kind {
            Kind::Close('}') => return at + 1,
            Kind::Ident(word) if word == "as" => at += 2,
            Kind::Ident(_) | Kind::Punct('*') | Kind::Open('{') => at = read_tree(tokens, at, prefix, found),
            _ => at += 1,
        }
    }
    at
}

/// Turns `super::…` and `self::…` into `crate::…`.
fn resolved(mut path: Path, source: &Source, depth: usize) -> Path {
    let first = path.segments.first().map(String::as_str);
    if !matches!(first, Some("super" | "self")) || path.segments.len() < 2 {
        return path;
    }
    // An inline module's own name is of no use to any rule; only how deep it lies is.
    let mut base: Vec<String> = source.module().into_iter().map(str::to_owned).collect();
    base.extend((0..depth).map(|_| "inline".to_owned()));
    let mut rest = path.segments.into_iter().peekable();
    rest.next_if(|word| word == "self");
    while rest.next_if(|word| word == "super").is_some() {
        base.pop();
    }
    path.segments = std::iter::once("crate".to_owned()).chain(base).chain(rest).collect();
    path
}

/// The part of a path behind the crate's root, when the path begins there: written `crate::…` inside the library,
/// `dakpan::…` outside it.
pub fn behind_root(path: &Path) -> Option<&[String]> {
    let library = path.segments.first().is_some_and(|first| first == "dakpan") && path.segments.len() > 1;
    (path.starts_at_root() || library).then(|| &path.segments[1..])
}
