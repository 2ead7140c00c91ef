//! Names in free text: which words are one, and what becomes of them.

use dakpan::domain::mask::Mask;
use dakpan::domain::name::Name;

fn mask(names: &[(&str, &str, &str)]) -> Mask {
    let mut mask = Mask::default();
    for (given, infix, family) in names {
        let name = Name {
            given: (*given).into(),
            infix: (*infix).into(),
            family: (*family).into(),
        };
        mask.add(&name, &name.initials().to_string());
    }
    mask
}

#[test]
fn a_name_is_replaced_in_every_spelling_of_it_and_nothing_else_is() {
    let mask = mask(&[
        ("Samira", "", "Kaya"),
        ("Tess", "van der", "Velde"),
        ("Işıl", "", "Yıldız-Demir"),
        ("Mei", "", "Li"),
        ("محمد", "", "العربي"),
    ]);
    for (text, expected) in [
        ("Samira belt", "S.K. belt"),
        ("Samira Kaya belt", "S.K. belt"),
        ("KAYA, Samira", "S.K., S.K."),
        ("Samira's moeder, Samíra", "S.K.'s moeder, S.K."),
        ("Tess van der Velde en Samira", "T.V. en S.K."),
        ("Tess belt Velde", "T.V. belt T.V."),
        ("van der Valk", "van der Valk"),
        ("Isil Yildiz-Demir", "I.Y."),
        ("in mei praat Mei", "in mei praat M.L."),
        ("Samirah en Kayak", "Samirah en Kayak"),
        ("(Samira)", "(S.K.)"),
        ("محمد belt", "م.ا. belt"),
        ("", ""),
    ] {
        assert_eq!(mask.apply(text), expected, "{text}");
    }
}

#[test]
fn where_two_pupils_share_a_name_the_first_counts_and_an_empty_mask_changes_nothing() {
    let mask = mask(&[("Jan", "", "Bos"), ("Jan", "", "Vis")]);
    assert_eq!(mask.apply("Jan Vis"), "J.B. J.V.");
    assert_eq!(Mask::default().apply("Jan Vis\nregel"), "Jan Vis\nregel");
}
