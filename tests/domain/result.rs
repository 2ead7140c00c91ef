//! Result tables: that they add up whoever is counted, that rows which could not are refused, that the public version
//! cannot be computed back, and how long work lasts.

mod hidden;
mod lasting;

use dakpan::domain::codes::PrimaryResult;
use dakpan::domain::result::{Group, Member, ResultSet, ResultSets, SetFault, divide, tabulate};
use proptest::prelude::*;

pub fn sets() -> ResultSets {
    ResultSets::built_in().unwrap()
}

pub fn set(id: &str) -> ResultSet {
    let sets = sets();
    let found = sets.get(id).unwrap().clone();
    assert_eq!(found.id(), id);
    found
}

fn member(support: Option<bool>, result: Option<PrimaryResult>, broken_off: bool) -> Member {
    Member {
        support_needed: support,
        result,
        broken_off,
    }
}

/// Key and count, row by row.
fn rows(set: &ResultSet, members: &[Member]) -> Vec<(String, u64)> {
    let keys = set.rows().iter().map(|row| row.key.clone());
    keys.zip(tabulate(set, members).counts).collect()
}

fn count(rows: &[(String, u64)], key: &str) -> u64 {
    rows.iter().find(|(name, _)| name == key).unwrap().1
}

pub fn any_member() -> impl Strategy<Value = Member> {
    let support = prop_oneof![Just(None), Just(Some(true)), Just(Some(false))];
    let result = prop::option::of(prop::sample::select(PrimaryResult::ALL));
    (support, result, any::<bool>()).prop_map(|(support, result, broken_off)| member(support, result, broken_off))
}

#[test]
fn each_member_counts_in_the_row_that_fits() {
    use PrimaryResult as R;
    let sdd = set("uitstroomoverleg");
    let members = [
        member(Some(true), Some(R::PaidWork), false),
        member(Some(true), Some(R::PaidWork), true),
        member(Some(true), None, false),
        member(Some(true), Some(R::ShelteredWork), false),
        member(Some(false), Some(R::PaidWork), false),
        member(None, None, false),
    ];
    let table = rows(&sdd, &members);
    assert_eq!((count(&table, "discussed"), count(&table, "support_needed")), (6, 4));
    assert_eq!((count(&table, "elsewhere"), count(&table, "paid_work")), (2, 2));
    assert_eq!(count(&table, "in_discussion"), 2, "no result, and one that has no row");
    assert_eq!(tabulate(&sdd, &members).unlisted, 1, "sheltered work has no row here");

    let sow = set("doorstroomtafel");
    let members = [
        member(None, Some(R::InDiscussion), true),
        member(None, Some(R::InDiscussion), false),
        member(None, Some(R::PaidWork), true),
        member(None, Some(R::DayActivity), false),
        member(None, Some(R::ShelteredWork), false),
    ];
    let table = rows(&sow, &members);
    assert_eq!((count(&table, "contract_broken_off"), count(&table, "rest")), (1, 1));
    assert_eq!(
        tabulate(&sow, &members).unlisted,
        0,
        "still being talked about is no result"
    );
    let exempt = member(None, Some(R::WorkDutyExemption), false);
    assert_eq!(
        tabulate(&sow, &[exempt, exempt]).unlisted,
        2,
        "an exemption has no row there"
    );
    assert_eq!(tabulate(&sow, &[member(None, None, false)]).unlisted, 0);
    assert_eq!(
        (count(&table, "regular_employer"), count(&table, "indication_requested")),
        (1, 2)
    );
}

/// The row a member ends in, found in another way than the program's: every row on the way down, by its condition.
fn leaf(set: &ResultSet, member: &Member) -> usize {
    let mut at = 0;
    loop {
        let parts: Vec<usize> = set.parts(at).collect();
        let fitting = parts.iter().find(|part| {
            let when = set.rows()[**part].when.as_ref();
            when.is_some_and(|when| when.fits(member))
        });
        let rest = parts.iter().find(|part| set.rows()[**part].when.is_none());
        match fitting.or(rest) {
            Some(part) => at = *part,
            None => return at,
        }
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    /// Whoever is counted: every row is the sum of its parts, and every member is in exactly one of the last rows.
    #[test]
    fn a_table_always_adds_up(members in prop::collection::vec(any_member(), 0..300), which in 0..2_usize) {
        let sets = sets();
        let set = sets.iter().nth(which).unwrap();
        let table = tabulate(set, &members);
        prop_assert_eq!(table.total(), members.len() as u64);
        let mut in_leaves = 0;
        for row in 0..set.rows().len() {
            let parts: Vec<usize> = set.parts(row).collect();
            let sum: u64 = parts.iter().map(|part| table.counts[*part]).sum();
            if parts.is_empty() {
                in_leaves += table.counts[row];
                let found = members.iter().filter(|member| leaf(set, member) == row).count();
                prop_assert_eq!(table.counts[row], found as u64, "{}", &set.rows()[row].key);
            } else {
                prop_assert_eq!(table.counts[row], sum);
            }
        }
        prop_assert_eq!(in_leaves, members.len() as u64);
    }

    /// However members are divided, the groups add up to the whole, row by row.
    #[test]
    fn groups_add_up_to_the_whole(members in prop::collection::vec((0..7_i64, any_member()), 0..200)) {
        let set = set("uitstroomoverleg");
        let whole = tabulate(&set, members.iter().map(|(_, member)| member));
        let groups = divide(&set, members.iter().map(|(school, member)| (Group::School(*school), member)));
        for row in 0..set.rows().len() {
            let sum: u64 = groups.values().map(|table| table.counts[row]).sum();
            prop_assert_eq!(whole.counts[row], sum);
        }
        prop_assert_eq!(whole.unlisted, groups.values().map(|table| table.unlisted).sum::<u64>());
    }
}

#[test]
fn the_programs_own_sets_are_those_of_the_two_regions() {
    let sets = sets();
    let keys = |id: &str| {
        sets.get(id)
            .unwrap()
            .rows()
            .iter()
            .map(|row| row.key.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        keys("uitstroomoverleg"),
        "discussed support_needed participation_placement wage_value_assessment paid_work other_instrument \
         day_activity work_duty_exemption in_discussion elsewhere"
    );
    assert_eq!(
        keys("doorstroomtafel"),
        "participants regular_employer indication_requested contract_broken_off extra_training rest"
    );
    let computed: Vec<&str> = sets
        .iter()
        .flat_map(|set| set.rows())
        .filter(|row| row.is_computed())
        .map(|row| row.key.as_str())
        .collect();
    assert_eq!(computed, ["in_discussion", "elsewhere", "rest"]);
    assert!(set("doorstroomtafel").asks_for_contracts() && !set("uitstroomoverleg").asks_for_contracts());
}

/// A set with one part and its remainder.
const SOUND: &str = r#"
[[result_set]]
id = "eigen"
nl = "Eigen"
en = "Own"
[[result_set.row]]
key = "all"
nl = "allen"
en = "all"
[[result_set.row]]
key = "work"
of = "all"
results = ["paid_work"]
nl = "werk"
en = "work"
[[result_set.row]]
key = "rest"
of = "all"
remainder = true
nl = "rest"
en = "rest"
"#;

#[test]
fn rows_that_could_not_add_up_are_refused_with_their_line() {
    assert_eq!(ResultSets::parse(SOUND).unwrap().iter().count(), 1);
    type Expected = fn(&SetFault) -> bool;
    let cases: &[(&str, &str, usize, Expected)] = &[
        ("remainder = true", "results = [\"in_discussion\"]", 7, |f| {
            matches!(f, SetFault::NoRemainder(_))
        }),
        ("results = [\"paid_work\"]", "remainder = true", 7, |f| {
            matches!(f, SetFault::NoRemainder(_))
        }),
        ("results = [\"paid_work\"]", "", 11, |f| {
            matches!(f, SetFault::NoCondition(_))
        }),
        ("paid_work", "betaald", 13, |f| matches!(f, SetFault::UnknownResult(_))),
        ("of = \"all\"\nresults", "of = \"none\"\nresults", 12, |f| {
            matches!(f, SetFault::NoSuchRow(_))
        }),
        ("of = \"all\"\nresults", "results", 11, |f| {
            matches!(f, SetFault::NotOneWhole(_))
        }),
        ("key = \"rest\"", "key = \"work\"", 17, |f| {
            matches!(f, SetFault::Twice(_))
        }),
        ("key = \"work\"", "key = \"Work\"", 11, |f| {
            matches!(f, SetFault::BadText(_))
        }),
        ("nl = \"werk\"", "nl = \"\"", 14, |f| matches!(f, SetFault::BadText(_))),
        ("nl = \"werk\"", "nl = \"werk\"\nhoe = 1", 15, |f| {
            matches!(f, SetFault::Syntax(_))
        }),
        ("nl = \"werk\"", "nl = ", 14, |f| matches!(f, SetFault::Syntax(_))),
    ];
    for (old, new, line, expected) in cases {
        assert!(SOUND.contains(old), "{old}");
        let error = ResultSets::parse(&SOUND.replacen(old, new, 1)).unwrap_err();
        assert!(expected(&error.fault), "{old} → {new}: {error:?}");
        assert_eq!(error.line, *line, "{old} → {new}: {error:?}");
    }
    let twice = ResultSets::parse(&format!("{SOUND}{SOUND}")).unwrap_err();
    assert_eq!(twice.line, 3 + SOUND.lines().count());
    assert!(matches!(twice.fault, SetFault::Twice(id) if id == "eigen"));
    let empty = "[[result_set]]\nid = \"leeg\"\nnl = \"a\"\nen = \"b\"\n";
    assert!(matches!(
        ResultSets::parse(empty).unwrap_err().fault,
        SetFault::Empty(_)
    ));
}

/// A whole asks nothing and is no remainder; a part either says who counts in it or is what is left.
#[test]
fn each_row_says_who_counts_in_it_once() {
    let fault = |old: &str, new: &str| {
        assert!(SOUND.contains(old), "{old}");
        ResultSets::parse(&SOUND.replacen(old, new, 1)).unwrap_err().fault
    };
    let no_condition = |key: &str| SetFault::NoCondition(key.to_owned());
    assert_eq!(
        fault("nl = \"allen\"", "support = true\nnl = \"allen\""),
        no_condition("all")
    );
    assert_eq!(
        fault("nl = \"allen\"", "remainder = true\nnl = \"allen\""),
        no_condition("all")
    );
    let both = "remainder = true\nresults = [\"paid_work\"]";
    assert_eq!(fault("results = [\"paid_work\"]", both), no_condition("work"));
    // Support and a contract say who counts as well as results do.
    for condition in ["support = false", "contract = \"broken_off\""] {
        let text = SOUND.replacen("results = [\"paid_work\"]", condition, 1);
        assert!(ResultSets::parse(&text).is_ok(), "{condition}");
    }
    assert_eq!(
        fault("key = \"all\"", "key = \"all\"\nof = \"all\""),
        SetFault::NoSuchRow("all".to_owned())
    );
}

#[test]
fn keys_and_names_are_short_and_plain() {
    let parsed = |old: &str, new: &str| {
        assert!(SOUND.contains(old), "{old}");
        ResultSets::parse(&SOUND.replace(old, new))
    };
    let long = |letters| "a".repeat(letters);
    for key in [long(40).as_str(), "work_2", "2"] {
        assert!(parsed("key = \"work\"", &format!("key = \"{key}\"")).is_ok(), "{key}");
    }
    for key in [long(41).as_str(), "", "wérk", "paid-work", "paid work"] {
        let fault = parsed("key = \"work\"", &format!("key = \"{key}\"")).unwrap_err().fault;
        assert_eq!(fault, SetFault::BadText(key.to_owned()));
    }
    for name in [long(120).as_str(), "Eigen werk", &"é".repeat(120)] {
        let set = parsed("en = \"Own\"", &format!("en = \"{name}\"")).unwrap();
        assert_eq!(
            set.get("eigen").unwrap().names(),
            &["Eigen".to_owned(), name.to_owned()]
        );
    }
    for name in [long(121).as_str(), "", " Own", "Own ", "Ow\tn"] {
        let written = name.replace('\t', "\\t");
        let fault = parsed("en = \"Own\"", &format!("en = \"{written}\""))
            .unwrap_err()
            .fault;
        assert_eq!(fault, SetFault::BadText(name.to_owned()));
    }
    let named = parsed("en = \"Own\"", "en = \"Own\"\nsource = \"Drechtsteden\"").unwrap();
    assert_eq!(named.get("").unwrap().source(), "Drechtsteden");
}

/// A part that is written further down comes below its own row: below another it would be read as a part of that.
#[test]
fn the_parts_of_a_row_come_right_below_it_however_they_are_written() {
    let row = |key: &str, rest: &str| {
        format!("[[result_set.row]]\nkey = \"{key}\"\nnl = \"{key}\"\nen = \"{key}\"\n{rest}\n")
    };
    let text = [
        "[[result_set]]\nid = \"eigen\"\nnl = \"Eigen\"\nen = \"Own\"\n".to_owned(),
        row("all", ""),
        row("needed", "of = \"all\"\nsupport = true"),
        row("other", "of = \"all\"\nremainder = true"),
        row("work", "of = \"needed\"\nresults = [\"paid_work\"]"),
        row("school", "of = \"other\"\nresults = [\"further_education\"]"),
        row("talking", "of = \"needed\"\nremainder = true"),
        row("unknown", "of = \"other\"\nremainder = true"),
    ]
    .concat();
    let sets = ResultSets::parse(&text).unwrap();
    let set = sets.get("eigen").unwrap();
    let drawn: Vec<(&str, usize, Option<usize>)> = set
        .rows()
        .iter()
        .enumerate()
        .map(|(at, row)| (row.key.as_str(), set.depth(at), row.of))
        .collect();
    assert_eq!(
        drawn,
        [
            ("all", 0, None),
            ("needed", 1, Some(0)),
            ("work", 2, Some(1)),
            ("talking", 2, Some(1)),
            ("other", 1, Some(0)),
            ("school", 2, Some(4)),
            ("unknown", 2, Some(4)),
        ]
    );
    let paid = member(Some(true), Some(PrimaryResult::PaidWork), false);
    assert_eq!(tabulate(set, &[paid]).counts, [1, 1, 1, 0, 0, 0, 0]);
}

#[test]
fn an_approachs_own_sets_go_first() {
    let own = ResultSets::parse(SOUND).unwrap();
    let both = sets().with_own(own);
    assert_eq!(both.get("").unwrap().id(), "eigen");
    assert_eq!(both.get("doorstroomtafel").unwrap().id(), "doorstroomtafel");
    let other = SOUND.replace("\"eigen\"", "\"doorstroomtafel\"");
    let replaced = sets().with_own(ResultSets::parse(&other).unwrap());
    assert_eq!(replaced.get("doorstroomtafel").unwrap().rows().len(), 3);
    assert_eq!(replaced.iter().count(), 2);
}
