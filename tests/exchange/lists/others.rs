//! Lists of schools and of fixed contacts.

use dakpan::domain::codes::SchoolKind;
use dakpan::exchange::lists::{ListError, RefusalReason, read_contacts, read_schools};

const DUO: &[u8] = include_bytes!("../../../data/scholen-verzonnen.csv");

#[test]
fn the_published_columns_of_schools_are_read() {
    let list = read_schools(DUO, None, &|_| true).unwrap();
    let told: Vec<_> = list
        .rows
        .iter()
        .map(|one| (one.code.to_string(), one.kind, one.name.as_str(), one.place.as_str()))
        .collect();
    assert_eq!(
        told[..2],
        [
            ("00AB00".into(), SchoolKind::Pro, "De Brug", "DORDRECHT"),
            ("00AB01".into(), SchoolKind::Pro, "De Brug, locatie Zuid", "ZWIJNDRECHT"),
        ]
    );
    assert_eq!((list.refused.len(), list.other_kinds), (0, 2));
}

#[test]
fn schools_under_other_headings_and_with_faults() {
    let text = "Brin;Vestiging;Schoolnaam;Soort\n00CD;0;De Schakel;VSO\n00CD;0;Nog een;vso\n0CD;1;Fout;PrO\n00EF;;;Entree\n00GH;01GH02;Scheef;PrO\n";
    let list = read_schools(text.as_bytes(), None, &|_| true).unwrap();
    assert_eq!(list.rows.len(), 1);
    let faults: Vec<_> = list.refused.iter().map(|one| (one.row, one.reason)).collect();
    assert_eq!(
        faults,
        [
            (3, RefusalReason::SchoolTwice { first_row: 2 }),
            (4, RefusalReason::BadCode),
            (5, RefusalReason::MissingName),
            (6, RefusalReason::BadCode),
        ]
    );
    assert_eq!(
        read_schools(b"Brin;Schoolnaam;Telefoon\n00AB;De Brug;1\n", None, &|_| true).unwrap_err(),
        ListError::MissingHeadings {
            missing: vec!["ONDERWIJSSTRUCTUUR"],
            unknown: vec!["Telefoon".into()],
        }
    );
}

#[test]
fn contacts_are_read_with_their_rank() {
    let text = "school;rang;naam;partij;telefoon;e-mail\n\
                De Brug;1;Jan de Boer;Sociale dienst;078-1;j@voorbeeld.nl\n\
                De Brug;nul;Ria Kok;Sociale dienst;;\n\
                ;2;Ria;;;\n";
    let list = read_contacts(text.as_bytes(), None, &|_| true).unwrap();
    let one = &list.rows[0];
    assert_eq!(
        (
            one.rank,
            one.given.as_str(),
            one.family.as_str(),
            one.phone.as_str(),
            one.email.as_str()
        ),
        (1, "Jan", "de Boer", "078-1", "j@voorbeeld.nl")
    );
    let faults: Vec<_> = list
        .refused
        .iter()
        .map(|fault| (fault.row, fault.column.as_str(), fault.reason))
        .collect();
    assert_eq!(
        faults,
        [
            (3, "rang", RefusalReason::BadRank),
            (4, "school", RefusalReason::UnknownSchool),
            (4, "partij", RefusalReason::UnknownParty),
        ]
    );
}
