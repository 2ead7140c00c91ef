use dakpan::domain::fold::{fold, words};

#[test]
fn letters_fold_to_those_of_a_dutch_keyboard() {
    for (text, folded) in [
        ("Yıldız", "yildiz"),
        ("İSTANBUL", "istanbul"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Đorđe Ćosić", "dorde cosic"),
        ("Strauß STRAUẞ", "strauss strauss"),
        ("Æbelø", "aebelo"),
        ("Ĳssel ĳs", "ijssel ijs"),
        ("Œuvre", "oeuvre"),
        ("e\u{301}e\u{308}n", "een"),
        ("Jan-Peter O'Neill 00123", "jan-peter o'neill 00123"),
        ("李小龙", "李小龙"),
        ("", ""),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn words_are_runs_of_letters_and_digits() {
    assert_eq!(
        words("  D'Angelo, Anne-Marie (00123)."),
        ["d", "angelo", "anne", "marie", "00123"]
    );
    assert_eq!(words("... '"), Vec::<String>::new());
}

#[test]
fn folding_twice_changes_nothing() {
    for text in ["Yıldız", "Ĳssel", "ﬁets", "ǅ", "Ǆ", "ΐ", "ẞ", "İ"] {
        assert_eq!(fold(&fold(text)), fold(text), "{text}");
    }
}
