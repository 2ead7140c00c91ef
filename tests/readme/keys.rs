//! The keys in README.md, made from the one table of keys, so that nobody writes them down a second time.

use dakpan::app::keymap::{
    BINDINGS, Binding, CHANCE_LETTERS, INSTRUMENT_LETTER, RESULT_LETTERS, ROUTE_LETTERS, Scope, TILE_LETTERS, Then,
    key_text,
};
use dakpan::app::message::Key;
use dakpan::domain::intent::Intent;
use dakpan::text::{Catalog, Lang};

/// What stands above the keys in README.md, and below them.
const BEGIN: &str = "<!-- keys: written by `cargo run --example pictures` -->\n";
const END: &str = "<!-- end of keys -->\n";

/// README with its keys as they are today; none when the marks are missing.
pub fn renewed(readme: &str) -> Option<String> {
    let (before, rest) = readme.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{}{END}{after}", section()))
}

/// Every scope with its name, in the order in which a newcomer meets them.
const SCOPES: &[(Scope, &str)] = &[
    (Scope::Choose, "KIES · choosing"),
    (
        Scope::Part,
        "Dakpan of instrument onder de cursor · tile or instrument under the cursor",
    ),
    (Scope::Write, "SCHRIJF · writing a note"),
    (Scope::Anywhere, "Overal · anywhere"),
    (
        Scope::Search,
        "Zoeken, hulp, opdrachten, contact · find, help, palette, contacts",
    ),
    (Scope::List, "Teruglezen, hamerstukken · read-back, agreeing in one go"),
    (Scope::Attendance, "Aanwezigheid · attendance"),
    (Scope::OldActions, "Oude acties · old actions"),
    (Scope::Terms, "Termijnen · terms"),
    (Scope::History, "Traject als lijst · trajectory as a list"),
    (Scope::Card, "Kaart van een werkgever · card of an employer"),
    (
        Scope::Pupils,
        "Wachtrij, namen, dekking, zomerlijst · queue, names, coverage, summer list",
    ),
    (Scope::Results, "Resultaten · results"),
    (Scope::Form, "Formulier · form"),
];

fn section() -> String {
    let mut text = String::new();
    for (scope, name) in SCOPES {
        text.push_str(&format!(
            "\n**{name}**\n\n| toets · key | doet | does |\n|---|---|---|\n"
        ));
        for binding in BINDINGS.iter().filter(|binding| binding.scope == *scope) {
            text.push_str(&row(binding));
        }
        if *scope == Scope::Choose {
            text.push_str(&letters());
        }
    }
    text.push('\n');
    text
}

fn row(binding: &Binding) -> String {
    let (nl, en) = (Catalog::of(Lang::Nl), Catalog::of(Lang::En));
    let (dutch, english) = (keys(binding, nl), keys(binding, en));
    let keys = if dutch == english {
        dutch
    } else {
        format!("{dutch} · {english}")
    };
    let (does, what) = match (binding.scope, binding.intent) {
        // In a list the walk's keys go further than one row.
        (Scope::Search | Scope::List | Scope::Card | Scope::History | Scope::Pupils, Intent::Next) => {
            ("Tien regels verder", "Ten rows on")
        }
        (Scope::Search | Scope::List | Scope::Card | Scope::History | Scope::Pupils, Intent::Previous) => {
            ("Tien regels terug", "Ten rows back")
        }
        (Scope::Results, Intent::Left) => ("Het vorige cohort", "The cohort before"),
        (Scope::Results, Intent::Right) => ("Het volgende cohort", "The next cohort"),
        (_, intent) => (nl.line(intent), en.line(intent)),
    };
    format!("| {keys} | {does} | {what} |\n")
}

/// The keys of a line, each with what must follow; the palette for what has no key.
fn keys(binding: &Binding, catalog: &Catalog) -> String {
    let write = |key: &Key| {
        let key = key_text(*key, catalog);
        match binding.then {
            Then::Now => format!("`{key}`"),
            Then::Same => format!("`{key}` `{key}`"),
            Then::Yes => format!("`{key}` `{}`", catalog.lang.yes_letter()),
            Then::Letter => format!("`{key}` …"),
        }
    };
    let keys: Vec<String> = binding.keys.iter().map(write).collect();
    if keys.is_empty() {
        "`:`".to_owned()
    } else {
        keys.join(", ")
    }
}

/// The letters that follow `u`, `r`, `k` and `n`.
fn letters() -> String {
    let list = |words: &dyn Fn(&Catalog) -> Vec<(char, &'static str)>| {
        let pairs = words(Catalog::of(Lang::Nl))
            .into_iter()
            .zip(words(Catalog::of(Lang::En)));
        let each = pairs.map(|((letter, nl), (_, en))| match nl == en {
            true => format!("`{letter}` {nl}"),
            false => format!("`{letter}` {nl} · {en}"),
        });
        each.collect::<Vec<_>>().join(", ")
    };
    let results = list(&|words| {
        RESULT_LETTERS
            .iter()
            .map(|(l, r)| (*l, words.codes.result(*r)))
            .collect()
    });
    let routes = list(&|words| ROUTE_LETTERS.iter().map(|(l, r)| (*l, words.codes.route(*r))).collect());
    let chances = list(&|words| {
        CHANCE_LETTERS
            .iter()
            .map(|(l, c)| (*l, words.codes.level(*c)))
            .collect()
    });
    let tiles = list(&|words| {
        let kinds = TILE_LETTERS.iter().map(|(l, kind)| (*l, words.codes.tile(*kind)));
        let instrument = (INSTRUMENT_LETTER, words.hint(Intent::AddInstrument));
        kinds.chain([instrument]).collect()
    });
    format!(
        "\n`:` asks for a command by its name, and is the way to those without a key.\n\n\
         - After `u`: {results}.\n- After `r`: {routes}.\n\
         - After `k`, twice, for further education and for lasting work: {chances}.\n\
         - After `n`: {tiles}.\n"
    )
}
