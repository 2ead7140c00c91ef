//! Every spelling of every word that a phrase may hold: each stands in a phrase of which the day is known.

use dakpan::domain::dates::{date_at_end, date_within, ends_in_unread_date, read_date};

use super::{day, on};

/// A phrase with a place for a word, the words that fit there, and the day the phrase then is, seen from Wednesday
/// 3 June 2026.
const SPELLINGS: &[(&str, &str, &str)] = &[
    ("*", "vandaag today", "2026-06-03"),
    ("*", "morgen tomorrow", "2026-06-04"),
    ("*", "overmorgen", "2026-06-05"),
    ("*", "ma maandag mon monday", "2026-06-08"),
    ("*", "di dinsdag tue tues tuesday", "2026-06-09"),
    ("*", "wo woensdag wed weds wednesday", "2026-06-10"),
    ("*", "do donderdag thu thur thurs thursday", "2026-06-04"),
    ("*", "vr vrijdag fri friday", "2026-06-05"),
    ("*", "za zaterdag sat saturday", "2026-06-06"),
    ("*", "zo zondag sun sunday", "2026-06-07"),
    ("12 *", "jan januari january", "2027-01-12"),
    ("12 *", "feb febr februari february", "2027-02-12"),
    ("12 *", "mrt maart mar march", "2027-03-12"),
    ("12 *", "apr april", "2027-04-12"),
    ("12 *", "mei may", "2027-05-12"),
    ("12 *", "jun juni june", "2026-06-12"),
    ("12 *", "jul juli july", "2026-07-12"),
    ("12 *", "aug augustus august", "2026-08-12"),
    ("12 *", "sep sept september", "2026-09-12"),
    ("12 *", "okt oktober oct october", "2026-10-12"),
    ("12 *", "nov november", "2026-11-12"),
    ("12 *", "dec december", "2026-12-12"),
    ("* 12", "june jun", "2026-06-12"),
    ("* juni", "begin beginning", "2027-06-01"),
    ("* juni", "half halverwege medio midden mid middle", "2026-06-15"),
    ("* juni", "eind einde end", "2026-06-30"),
    ("over * dagen", "een one a an", "2026-06-04"),
    ("over * dagen", "twee two", "2026-06-05"),
    ("over * dagen", "drie three", "2026-06-06"),
    ("over * dagen", "vier four", "2026-06-07"),
    ("over * dagen", "vijf five", "2026-06-08"),
    ("over * dagen", "zes six", "2026-06-09"),
    ("over * dagen", "zeven seven", "2026-06-10"),
    ("over * dagen", "acht eight", "2026-06-11"),
    ("over * dagen", "negen nine", "2026-06-12"),
    ("over * dagen", "tien ten", "2026-06-13"),
    ("over * dagen", "elf eleven", "2026-06-14"),
    ("over * dagen", "twaalf twelve", "2026-06-15"),
    ("over * dagen", "veertien fourteen", "2026-06-17"),
    ("over 2 *", "dag dagen dgn day days", "2026-06-05"),
    ("over 2 *", "week wk weken wkn wks weeks", "2026-06-17"),
    ("over 2 *", "maand maanden mnd month months", "2026-08-03"),
    ("over 2 *", "jaar jaren jr year years", "2028-06-03"),
    ("+2*", "d dag", "2026-06-05"),
    ("+2*", "w wk week", "2026-06-17"),
    ("+2*", "m mnd maanden", "2026-08-03"),
    ("+2*", "j y jaar", "2028-06-03"),
    ("* 2 weken", "over in binnen within", "2026-06-17"),
    ("2 weken * nu", "vanaf sinds from since", "2026-06-17"),
    ("2 weken vanaf *", "nu now vandaag", "2026-06-17"),
    ("* week", "volgende next", "2026-06-10"),
    (
        "* overleg",
        "volgend volgende komend komende next aanstaande",
        "2026-07-01",
    ),
    (
        "volgende *",
        "overleg uitstroomoverleg doorstroomtafel tafel bijeenkomst keer meeting time",
        "2026-07-01",
    ),
    (
        "* vrijdag",
        "komende aanstaande aankomende eerstvolgende komend eerstvolgend a.s. coming deze this",
        "2026-06-05",
    ),
    ("vr in * 26", "week wk weeknummer weeknr", "2026-06-26"),
    ("week * 26", "number nummer nr", "2026-06-22"),
    ("* 12 juni", "de het the", "2026-06-12"),
    ("12e * juni", "van of", "2026-06-12"),
    (
        "* 12 juni",
        "voor op bij tegen per rond omstreeks before by on at around",
        "2026-06-12",
    ),
    ("* 12 juni", "tot t/m until till uiterlijk", "2026-06-12"),
    ("tot * met 12 juni", "en and", "2026-06-12"),
    ("12 juni *", "uiterlijk", "2026-06-12"),
    ("12 juni at the *", "latest", "2026-06-12"),
    ("* later dan 12 juni", "niet no not", "2026-06-12"),
    ("niet later * 12 juni", "dan than", "2026-06-12"),
    ("voor de *", "kerst kerstmis christmas", "2026-12-24"),
    ("* de kerst", "voor before", "2026-12-24"),
    ("voor *", "jaarwisseling oudjaar oudejaarsdag", "2026-12-31"),
    ("oud * nieuw", "en and &", "2026-12-31"),
    ("*", "nieuwjaar nieuwjaarsdag", "2027-01-01"),
    ("* de zomervakantie", "na after", "2026-08-31"),
    ("na de * vakantie", "zomer summer", "2026-08-31"),
    (
        "after the summer *",
        "holiday holidays vacation break vakantie",
        "2026-08-31",
    ),
    ("12* juni", "e de ste st nd rd th", "2026-06-12"),
];

#[test]
fn every_spelling_is_understood() {
    let mut context = on("2026-06-03");
    context.next_meeting = Some(day("2026-07-01"));
    context.summer_end = Some(day("2026-08-31"));
    for (place, words, iso) in SPELLINGS {
        for word in words.split(' ') {
            let phrase = place.replace('*', word);
            assert_eq!(read_date(&phrase, &context), Some(day(iso)), "{phrase:?}");
        }
    }
}

/// Words before a day that make it another one, or no single one.
#[test]
fn every_word_that_bends_a_day_is_known() {
    let context = on("2026-06-03");
    let words = "vorige vorig afgelopen jongstleden jl last past previous laatste elke elk iedere ieder every each \
                 eerste tweede derde vierde first m.i.v. ergens about vanaf sinds from since na after over niet not no \
                 geen van of to met";
    for word in words.split_whitespace() {
        let line = format!("Els belt {word} 12-6");
        assert_eq!(date_at_end(&line, &context), None, "{line:?}");
        assert!(ends_in_unread_date(&line, &context), "{line:?}");
    }
    for joiner in ["en", "and", "or", "&", "-", "–", "—", "/", "of", "to", "tot"] {
        let line = format!("Els belt ma {joiner} di");
        assert_eq!(date_at_end(&line, &context), None, "{line:?}");
    }
    let minds = "denk denkt denken herinner herinnert herinneren twijfelt twijfelen houdt houden hecht hechten";
    for verb in minds.split_whitespace() {
        let line = format!("Els {verb} aan vrijdag");
        assert_eq!(date_at_end(&line, &context), None, "{line:?}");
        // However much stands in between.
        let far = format!("{verb} na een lang gesprek met ouders en school en gemeente op het kantoor ook aan vrijdag");
        assert_eq!(date_at_end(&far, &context), None, "{far:?}");
    }
}

/// A line can be as long as a page: of its end two dozen words are looked at, of a sentence sixty, and of a word forty
/// bytes.
#[test]
fn no_more_of_a_line_is_looked_at_than_a_sentence_has() {
    let context = on("2026-06-03");
    let due = |line: &str| date_at_end(line, &context).map(|(_, day)| day);
    let reminded = |words: usize| due(&format!("denkt {}aan vrijdag", "x ".repeat(words)));
    assert_eq!(reminded(21), None, "the verb is the twenty-fourth word from the end");
    assert_eq!(reminded(22), Some(day("2026-06-05")));
    // A day in the middle is looked for in sixty words; nobody says more of them in one sentence.
    let said = |words: usize| date_within(&format!("{}belt dinsdag met ouders", "x ".repeat(words - 4)), &context);
    assert_eq!(said(60), Some(day("2026-06-09")));
    assert_eq!(said(61), None);
    // Marks on letters do not count, up to where a word is longer than any that means something.
    let marked = |marks: usize| due(&format!("bel vr{}", "\u{301}".repeat(marks)));
    assert_eq!(marked(19), Some(day("2026-06-05")));
    assert_eq!(marked(20), None);
}
