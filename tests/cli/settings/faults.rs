//! Every mistake in the settings: its line, its setting and what to do, in both languages.

use super::Settled;

/// The fault of a file of settings, told in Dutch and in English.
#[track_caller]
fn faults(text: &str) -> (String, String) {
    let settled = Settled::with(text);
    let words = ["datum", "morgen"];
    let (dutch, english) = (
        settled.fault(&words),
        settled.fault(&["--lang", "en", "date", "morgen"]),
    );
    assert_ne!(dutch, english);
    (dutch, english)
}

#[test]
fn a_mistake_is_told_with_line_setting_and_what_to_do_in_both_languages() {
    for (text, dutch, english) in [
        (
            "taal = \"nl\"\ntema = \"licht\"",
            "regel 2, 'tema': dit bestaat niet. Bedoelt u 'thema'?",
            "line 2, 'tema'",
        ),
        (
            "zzz = 1",
            "regel 1, 'zzz': dit bestaat niet. Kijk in het voorbeeld",
            "Look at the example",
        ),
        (
            "\n\nthema = \"paars\"",
            "regel 3, 'thema': dit kan niet. Kies uit: standaard/standard, licht/light",
            "Choose from",
        ),
        (
            "thema = 3",
            "regel 1, 'thema': hier hoort een tekst",
            "a text between quotation marks",
        ),
        (
            "ascii = \"ja\"",
            "regel 1, 'ascii': hier hoort true (ja) of false (nee).",
            "true (yes)",
        ),
        (
            "overdrachtsdagen = 0",
            "regel 1, 'overdrachtsdagen': hier hoort een heel getal van 1 tot en met 365.",
            "from 1 up to",
        ),
        (
            "buiten_beeld_dagen = 90.5",
            "een heel getal van 7 tot en met 730",
            "from 7 up to and including 730",
        ),
        (
            "kleine_aantallen = 1",
            "regel 1, 'kleine_aantallen': hier hoort een heel getal van 2 tot en met 100.",
            "from 2 up to and including 100",
        ),
        (
            "small_counts = 0",
            "een heel getal van 2 tot en met 100",
            "from 2 up to",
        ),
        (
            "kansen_laag = \"soms\"",
            "Kies uit: beide/both, een_van_beide/either.",
            "Choose from",
        ),
        (
            "vakantieregio = \"west\"",
            "Kies uit: noord/north, midden/middle, zuid/south.",
            "Choose from",
        ),
        (
            "taal = \"nl\"\nlanguage = \"nl\"",
            "regel 2, 'language': dit staat ook in regel 1.",
            "stands in line 1",
        ),
        (
            "taal = \"nl\"\ntaal = \"nl\"",
            "regel 2, 'taal': dit staat er twee keer.",
            "twice",
        ),
        (
            "taal = \"nl\"\nthema = licht",
            "regel 2: dit is niet te lezen.",
            "line 2: this cannot be read.",
        ),
        ("[taal", "regel 1: dit is niet te lezen.", "quotation marks"),
        (
            "toetsen = \"S\"",
            "regel 1, 'toetsen': hier hoort een tabel.",
            "a table belongs here",
        ),
        (
            "[toetsen]\nlane = \"m\"\nlanes = \"M\"",
            "regel 3, 'lanes': dit bestaat niet. Bedoelt u 'lane'?",
            "'lane'?",
        ),
        (
            "[toetsen.overaal]\nblank = \"F9\"",
            "regel 1, 'overaal': dit bestaat niet. Bedoelt u 'overal'?",
            "'overal'?",
        ),
        (
            "[toetsen]\nlane = 1",
            "regel 2, 'lane': hier hoort een toets tussen aanhalingstekens",
            "a key between",
        ),
        (
            "[toetsen]\nlane = [\"m\", 1]",
            "regel 2, 'lane': hier hoort een toets tussen aanhalingstekens",
            "a key between",
        ),
        (
            "[toetsen]\nlane = \"PageDwn\"",
            "regel 2, 'lane': 'PageDwn' is geen toets.",
            "is no key",
        ),
        (
            "[toetsen.schrijven]\nlane = \"F6\"",
            "regel 2, 'lane': dit heeft hier geen toets.",
            "has no key here",
        ),
        (
            "[toetsen]\nmake_demo = \"F6\"",
            "regel 2, 'make_demo': dit heeft hier geen toets.",
            "has no key here",
        ),
        (
            "[toetsen]\nlane = \"~\"",
            "regel 2, 'lane': ~ wacht op veel toetsenborden op de volgende letter.",
            "waits for",
        ),
        (
            "[toetsen]\nlane = \"@\"",
            "regel 2, 'lane': @ zit op veel toetsenborden onder AltGr",
            "needs AltGr",
        ),
        (
            "[toetsen]\nlane = \"Alt+L\"",
            "regel 2, 'lane': Alt+L kan niet: Alt met een letter is Esc",
            "is Esc and then",
        ),
        (
            "[toetsen]\nlane = \"Ctrl+B\"",
            "regel 2, 'lane': Ctrl+B komt in een terminal niet aan",
            "does not arrive",
        ),
        (
            "[toetsen.schrijven]\nnext = \"n\"",
            "regel 2, 'next': n is hier een letter in de tekst.",
            "is a letter",
        ),
        (
            "[toetsen.schrijven]\nnext = \"Down\"",
            "regel 2, 'next': Down beweegt of wist",
            "moves or erases",
        ),
        (
            "[toetsen]\nlane = \"a\"",
            "regel 2, 'lane': a is hier al van 'actie'. Kies een andere toets.",
            "of 'action' here",
        ),
        (
            "[toetsen]\nadd_action = \"l\"",
            "regel 2, 'add_action': l is hier al van 'behandeling'.",
            "is the key of",
        ),
        (
            "[toetsen]\nlane = \"m\"\nzoom = \"m\"",
            "regel 3, 'zoom': m is hier al van 'behandeling'.",
            "is the key of",
        ),
        (
            "[toetsen]\nlane = \"F8\"",
            "regel 2, 'lane': F8 is hier al van",
            "is the key of",
        ),
        (
            "[toetsen]\nblank = \"F12\"",
            "regel 2, 'blank': F9 moet blijven. Zet F9 erbij in de lijst.",
            "F9 has to stay",
        ),
        (
            "[toetsen]\nresult = []",
            "regel 2, 'result': dit kan niet zonder toets.",
            "without a key",
        ),
        (
            "[toetsen]\nlane = \"m\"\n[toetsen.kiezen]\nlane = \"M\"",
            "regel 4, 'lane': dit staat ook in regel 2.",
            "line 2",
        ),
        (
            "[afkorting]\nwoord = \"a\"",
            "regel 1, 'afkorting': hier hoort een lijst van tabellen.",
            "double square",
        ),
        (
            "[[sjabloon]]\nbehandeling = \"lang\"\ntekst = \"x\"",
            "regel 2, 'behandeling': dit kan niet. Kies uit: hamerstuk/agreed, bespreken/discuss, complex.",
            "Choose from",
        ),
        (
            "[[sjabloon]]\nbehandeling = \"complex\"",
            "regel 1, 'sjabloon': hier ontbreekt 'tekst/text'.",
            "is missing here",
        ),
        (
            "[[sjabloon]]\nlane = \"complex\"\ntext = \"x\"\n[[sjabloon]]\nbehandeling = \"complex\"\ntekst = \"y\"",
            "regel 4, 'sjabloon': dit staat ook in regel 1.",
            "line 1",
        ),
        (
            "[[sjabloon]]\nlane = \"complex\"\nschol = \"pro\"\ntext = \"x\"",
            "regel 3, 'schol': dit bestaat niet. Bedoelt u 'school'?",
            "school",
        ),
        (
            "[[afkorting]]\nwoord = \"pb\"",
            "regel 1, 'afkorting': hier ontbreekt 'tekst/text'.",
            "is missing here",
        ),
        (
            "[[afkorting]]\nword = \"p b\"\ntekst = \"x\"",
            "regel 2, 'word': een afkorting is één woord",
            "one word",
        ),
        (
            "[[afkorting]]\nwoord = \"pb\"\ntekst = \" \"",
            "regel 3, 'tekst': de tekst is leeg of te lang.",
            "is empty",
        ),
        (
            "[[afkorting]]\nwoord = \"pb\"\nteks = \"x\"",
            "regel 3, 'teks': dit bestaat niet. Bedoelt u 'tekst'?",
            "'tekst'?",
        ),
        (
            "[[afkorting]]\nwoord = \"pb\"\ntekst = \"x\"\n[[snippet]]\nword = \"PB\"\ntext = \"y\"",
            "regel 4, 'snippet': dit staat ook in regel 1.",
            "line 1",
        ),
        (
            "[[afkorting]]\nwoord = \"pb\"\ntekst = \"x\"\n[[afkorting]]\nwoord = \"PB\"\ntekst = \"y\"",
            "regel 5, 'PB': dit staat ook in regel 2.",
            "line 2",
        ),
    ] {
        let (told, in_english) = faults(text);
        assert!(told.contains(dutch), "{text:?}: {told}");
        assert!(in_english.contains(english), "{text:?}: {in_english}");
    }
}

#[test]
fn of_two_mistakes_the_first_line_is_told() {
    let (told, _) = faults("muis = 1\nascii = 1\n");
    assert!(told.starts_with("regel 1, 'muis'"), "{told}");
}
