//! What a pupil is called where: in full, in a list, at hand on a shared screen and elsewhere on it.

use dakpan::domain::name::Name;

fn name(given: &str, infix: &str, family: &str) -> Name {
    Name {
        given: given.into(),
        infix: infix.into(),
        family: family.into(),
    }
}

#[test]
fn a_name_is_told_in_full_in_a_list_and_on_a_shared_screen() {
    for (of, full, sorted, initials, short) in [
        (
            name("Samira", "", "Kaya"),
            "Samira Kaya",
            "Kaya, Samira",
            "S.K.",
            "Samira K.",
        ),
        (
            name("Tess", "van der", "Velde"),
            "Tess van der Velde",
            "Velde, Tess van der",
            "T.V.",
            "Tess V.",
        ),
        (
            name("Ilse", "", "'t Hart"),
            "Ilse 't Hart",
            "'t Hart, Ilse",
            "I.T.",
            "Ilse T.",
        ),
        (
            name("émile", "", "özdemir"),
            "émile özdemir",
            "özdemir, émile",
            "É.Ö.",
            "émile Ö.",
        ),
        (name("Mei", "", ""), "Mei", ", Mei", "M.", "Mei"),
        (name("", "", "Kaya"), "Kaya", "Kaya, ", "K.", " K."),
    ] {
        assert_eq!(of.full(), full);
        assert_eq!(of.sorted(), sorted);
        assert_eq!(of.initials().to_string(), initials);
        assert_eq!(of.short().to_string(), short);
    }
}
