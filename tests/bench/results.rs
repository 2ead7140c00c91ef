//! Result tables: the counting by itself, hiding small counts, and both with everything read from the file.

use std::hint::black_box;

use dakpan::app::results::table;
use dakpan::domain::codes::PrimaryResult;
use dakpan::domain::result::{Group, Member, ResultSets, SMALLEST, divide, publish_groups, tabulate};
use dakpan::store::Scope;
use divan::Bencher;

use crate::tables::{SIZES, open, today};

/// So many members, of every kind in turn.
fn members(count: usize) -> Vec<Member> {
    let one = |n: usize| Member {
        support_needed: [Some(true), Some(false), None, Some(true)][n % 4],
        result: PrimaryResult::ALL.get(n % 11).copied(),
        broken_off: n.is_multiple_of(13),
    };
    (0..count).map(one).collect()
}

/// The table of members that are in memory.
#[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 10, sample_size = 1)]
fn result_table(bencher: Bencher<'_, '_>, count: usize) {
    let (members, sets) = (members(count), ResultSets::built_in().unwrap());
    let set = sets.get("uitstroomoverleg").unwrap();
    bencher.bench_local(|| tabulate(set, black_box(&members)));
}

/// The public version of a table divided by so many schools.
#[divan::bench(args = [10, 100, 300], sample_count = 3, sample_size = 1)]
fn public_table_by_school(bencher: Bencher<'_, '_>, schools: usize) {
    let (members, sets) = (members(schools * 60), ResultSets::built_in().unwrap());
    let set = sets.get("uitstroomoverleg").unwrap();
    let of = |n: usize| Group::School(i64::try_from(n % schools).unwrap());
    let groups = divide(set, members.iter().enumerate().map(|(n, member)| (of(n), member)));
    let whole = tabulate(set, &members);
    bencher.bench_local(|| publish_groups(set, &whole, black_box(&groups), SMALLEST));
}

/// The table of everybody in the file.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn result_table_from_file(bencher: Bencher<'_, '_>, pupils: usize) {
    let (store, sets) = (open(pupils), ResultSets::built_in().unwrap());
    let set = sets.get("uitstroomoverleg").unwrap();
    bencher.bench_local(|| table(&store, Scope::All, set, today()).unwrap());
}

/// The same with rows that ask whether a contract was broken off.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn result_table_with_contracts(bencher: Bencher<'_, '_>, pupils: usize) {
    let (store, sets) = (open(pupils), ResultSets::built_in().unwrap());
    let set = sets.get("doorstroomtafel").unwrap();
    bencher.bench_local(|| table(&store, Scope::All, set, today()).unwrap());
}
