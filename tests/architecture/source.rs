//! One source file as a flat row of tokens, so that a rule can be stated in a few lines.
//!
//! The compiler's own token rules do the reading (`proc-macro2`): a comment, a raw string or a lifetime can not be
//! mistaken for something else. What no rule judges is taken out here, once, for all of them: comments, the words in
//! attributes (documentation, `#[error("…")]`), everything under `#[cfg(test)]`, and the messages of assertions,
//! which speak to whoever builds the program and never to the chair.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};

/// What a token is, as far as the rules care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A name or keyword.
    Ident(String),
    /// One character of punctuation; `::` is two of them.
    Punct(char),
    /// The opening bracket of a group.
    Open(char),
    /// The closing bracket of a group; kept because `fn f()` and `f(x)` differ by it.
    Close(char),
    /// The value of a string literal, escapes resolved.
    Text(String),
    /// A literal that no rule reads: a number, a character, a string in an attribute.
    Other,
}

/// A token, where it stands, and in which inline modules of its file.
#[derive(Debug, Clone)]
pub struct Token {
    pub kind: Kind,
    /// Counted from 1, as editors do.
    pub line: usize,
    /// How many `mod name { … }` of this file are around it; needed to resolve `super`.
    pub depth: usize,
}

impl Token {
    pub fn is_punct(&self, wanted: char) -> bool {
        self.kind == Kind::Punct(wanted)
    }

    pub fn ident(&self) -> Option<&str> {
        match &self.kind {
            Kind::Ident(name) => Some(name),
            _ => None,
        }
    }
}

/// A file under `src/`, read for the rules.
pub struct Source {
    /// From the project's top, with `/`: `src/app/update/note.rs`.
    pub path: String,
    pub lines: usize,
    pub tokens: Vec<Token>,
}

impl Source {
    /// Reads a file's text. The error says where the text stops being Rust.
    pub fn parse(path: &str, text: &str) -> Result<Source, String> {
        let stream: TokenStream = text.parse().map_err(|error: proc_macro2::LexError| {
            let at = error.span().start();
            format!("{path}:{}: not readable as Rust: {error}", at.line)
        })?;
        let mut tokens = Vec::new();
        flatten(stream, Judged::All, 0, &mut tokens);
        Ok(Source {
            path: path.to_owned(),
            lines: text.lines().count(),
            tokens,
        })
    }

    /// The modules that lead to this file from the crate's root: `["app", "update", "note"]`.
    /// Empty for `src/lib.rs` and `src/main.rs`.
    pub fn module(&self) -> Vec<&str> {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let mut parts: Vec<&str> = inside.trim_end_matches(".rs").split('/').collect();
        match parts.last() {
            Some(&"mod") => {
                parts.pop();
            }
            Some(&("lib" | "main")) if parts.len() == 1 => parts.clear(),
            _ => {}
        }
        parts
    }

    /// The room a file stands in: the first folder or file under `src/`, `lib` and `main` included.
    pub fn room(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }
}

/// Whether the strings of a stretch of tokens are judged.
#[derive(Clone, Copy, PartialEq)]
enum Judged {
    All,
    NamesOnly,
}

const ASSERTIONS: [&str; 7] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "unreachable",
];

fn flatten(stream: TokenStream, judged: Judged, depth: usize, out: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    // The last three kinds pushed on this level tell an attribute, an assertion or an inline module.
    let mut before: [Option<Kind>; 3] = [None, None, None];
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        let kind = match tree {
            TokenTree::Group(group) => {
                let attribute = is_attribute(&before);
                if attribute && is_cfg_test(&group) {
                    skip_item(&mut trees);
                    continue;
                }
                let inner = if attribute || is_assertion(&before) {
                    Judged::NamesOnly
                } else {
                    judged
                };
                let deeper = usize::from(is_inline_module(&before, &group));
                let (open, close) = brackets(group.delimiter());
                out.push(Token {
                    kind: Kind::Open(open),
                    line,
                    depth,
                });
                flatten(group.stream(), inner, depth + deeper, out);
                out.push(Token {
                    kind: Kind::Close(close),
                    line: group.span_close().start().line,
                    depth,
                });
                before = [None, None, None];
                continue;
            }
            TokenTree::Ident(ident) => Kind::Ident(ident.to_string().trim_start_matches("r#").to_owned()),
            TokenTree::Punct(punct) => Kind::Punct(punct.as_char()),
            TokenTree::Literal(literal) => match text_of(&literal) {
                Some(text) if judged == Judged::All => Kind::Text(text),
                _ => Kind::Other,
            },
        };
        before.rotate_left(1);
        before[2] = Some(kind.clone());
        out.push(Token { kind, line, depth });
    }
}

fn is_attribute(before: &[Option<Kind>; 3]) -> bool {
    let hash = Some(Kind::Punct('#'));
    before[2] == hash || (before[2] == Some(Kind::Punct('!')) && before[1] == hash)
}

fn is_assertion(before: &[Option<Kind>; 3]) -> bool {
    match before {
        [_, Some(Kind::Ident(name)), Some(Kind::Punct('!'))] => ASSERTIONS.contains(&name.as_str()),
        _ => false,
    }
}

fn is_inline_module(before: &[Option<Kind>; 3], group: &Group) -> bool {
    group.delimiter() == Delimiter::Brace
        && matches!(before, [_, Some(Kind::Ident(word)), Some(Kind::Ident(_))] if word == "mod")
}

fn is_cfg_test(group: &Group) -> bool {
    let words: String = group.stream().to_string().split_whitespace().collect();
    words == "cfg(test)"
}

/// Passes over what an attribute stands before: up to its braces, or to the `;` of an item without them.
fn skip_item(trees: &mut impl Iterator<Item = TokenTree>) {
    for tree in trees {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            TokenTree::Punct(punct) if punct.as_char() == ';' => return,
            _ => {}
        }
    }
}

fn brackets(delimiter: Delimiter) -> (char, char) {
    match delimiter {
        Delimiter::Parenthesis => ('(', ')'),
        Delimiter::Brace => ('{', '}'),
        Delimiter::Bracket => ('[', ']'),
        Delimiter::None => (' ', ' '),
    }
}

/// The value of a string literal of any kind (`"…"`, `r#"…"#`, `b"…"`, `c"…"`); nothing for other literals.
pub fn text_of(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    let body = written.trim_start_matches(['b', 'c']);
    if let Some(raw) = body.strip_prefix('r') {
        let raw = raw.trim_start_matches('#');
        let raw = raw.trim_end_matches('#');
        return Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    Some(unescape(body.strip_prefix('"')?.strip_suffix('"')?))
}

fn unescape(body: &str) -> String {
    let mut out = String::new();
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('0') => out.push('\0'),
            Some('x') => {
                let code: String = chars.by_ref().take(2).collect();
                out.extend(code_point(&code));
            }
            Some('u') => {
                let code: String = chars.by_ref().take_while(|&c| c != '}').filter(|&c| c != '{').collect();
                out.extend(code_point(&code));
            }
            // A line that goes on: the break and the margin of the next line are not part of the value.
            Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

fn code_point(hex: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(&hex.replace('_', ""), 16).ok()?)
}
