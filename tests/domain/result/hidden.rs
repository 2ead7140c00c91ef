//! The public version: small counts are hidden, and nobody can compute them.

use std::collections::BTreeMap;

use dakpan::domain::result::{
    Divided, Group, Member, PublicTable, ResultSet, ResultTable, SMALLEST, divide, publish, publish_groups, tabulate,
};
use proptest::prelude::*;

use super::{any_member, set};

fn table(counts: &[u64]) -> ResultTable {
    ResultTable {
        counts: counts.to_vec(),
        unlisted: 0,
    }
}

/// The table of Drechtsteden: 9 is hidden beside the 1 and the 2, which together would be 3.
#[test]
fn the_table_of_drechtsteden_hides_a_third_count() {
    let set = set("uitstroomoverleg");
    let told = publish(&set, &table(&[180, 80, 9, 26, 15, 10, 1, 2, 17, 100]), SMALLEST);
    let expected = [180, 80, 0, 26, 15, 10, 0, 0, 17, 100].map(|count| (count > 0).then_some(count));
    assert_eq!(told.counts(), expected);
}

#[test]
fn one_small_count_takes_the_next_with_it() {
    let set = set("doorstroomtafel");
    let told = publish(&set, &table(&[40, 12, 3, 8, 7, 10]), SMALLEST);
    assert_eq!(told.counts(), [Some(40), Some(12), None, Some(8), None, Some(10)]);
    // Four and four are known to be four each by who knows that both are small.
    let told = publish(&set, &table(&[28, 10, 4, 4, 10, 0]), SMALLEST);
    assert_eq!(told.counts()[2..4], [None, None]);
    let told = publish(&set, &table(&[4, 1, 1, 1, 1, 0]), SMALLEST);
    assert_eq!(
        told,
        publish(&set, &table(&[3, 0, 1, 1, 1, 0]), SMALLEST),
        "a small group tells nothing at all"
    );
    assert_eq!(told.total(), None);
}

/// No more is hidden than has to be: a table of which little is told is of little use.
#[test]
fn what_gives_nothing_away_is_told() {
    let set = set("doorstroomtafel");
    for (counts, shown, why) in [
        ([30, 5, 6, 7, 5, 7], [1, 1, 1, 1, 1, 1], "five is told"),
        (
            [40, 4, 3, 16, 10, 7],
            [1, 0, 0, 1, 1, 1],
            "seven may be four and three, or three and four",
        ),
        (
            [40, 2, 3, 16, 12, 7],
            [1, 0, 0, 1, 1, 1],
            "five together may be anything from one to four",
        ),
        (
            [40, 1, 3, 16, 13, 7],
            [1, 0, 0, 1, 1, 0],
            "four together is small itself",
        ),
        (
            [36, 10, 4, 4, 10, 8],
            [1, 1, 0, 0, 1, 0],
            "eight of two small ones is four each",
        ),
        (
            [40, 10, 4, 4, 4, 18],
            [1, 0, 0, 0, 0, 1],
            "twelve of three small ones is four each",
        ),
        (
            [39, 10, 4, 4, 3, 18],
            [1, 1, 0, 0, 0, 1],
            "eleven of three tells of none which it is",
        ),
    ] {
        let told = publish(&set, &table(&counts), SMALLEST);
        let expected: Vec<Option<u64>> = counts
            .iter()
            .zip(shown)
            .map(|(n, told)| (told == 1).then_some(*n))
            .collect();
        assert_eq!(told.counts(), expected, "{why}");
        let cells: Vec<Option<u64>> = told.cells().iter().map(|cell| cell.told()).collect();
        assert_eq!(cells, expected);
        assert_eq!(told.total(), Some(counts[0]));
    }
}

/// Twenty of five small ones is four each, and there is no count left to hide beside them but the twenty itself.
#[test]
fn a_total_that_tells_all_of_its_parts_is_hidden() {
    let set = set("doorstroomtafel");
    let told = publish(&set, &table(&[20, 4, 4, 4, 4, 4]), SMALLEST);
    assert_eq!(told.counts(), [None; 6]);
    let told = publish(&set, &table(&[19, 4, 4, 4, 4, 3]), SMALLEST);
    assert_eq!(told.counts(), [Some(19), None, None, None, None, None]);
}

/// No sum by itself tells the third count of the second school. But the first two schools together have six in the first
/// row and six in the second, of which the first school has six: so the second school has the other six of its nine there,
/// and three are left for the third row. The ten of the first school in that row is hidden too, and nothing else.
#[test]
fn what_only_several_sums_together_give_away_is_hidden() {
    let set = set("doorstroomtafel");
    let schools = [
        [36, 3, 3, 10, 10, 10],
        [29, 3, 3, 3, 10, 10],
        [36, 10, 10, 3, 3, 10],
        [36, 10, 10, 3, 3, 10],
    ];
    let whole: Vec<u64> = (0..6)
        .map(|row| schools.iter().map(|counts| counts[row]).sum())
        .collect();
    let groups: Divided = (1..)
        .map(Group::School)
        .zip(schools.map(|counts| table(&counts)))
        .collect();
    let (told, parts) = publish_groups(&set, &table(&whole), &groups, SMALLEST);
    let mut shown = vec![told.counts()];
    shown.extend(parts.values().map(PublicTable::counts));
    let mut expected = vec![whole.iter().copied().map(Some).collect::<Vec<_>>()];
    expected.extend(schools.map(|counts| counts.map(|n| (n >= SMALLEST).then_some(n)).to_vec()));
    assert_eq!(
        determined(&set, &expected, true),
        [(2, 3)],
        "with nothing hidden but what is small"
    );
    expected[1][3] = None;
    assert_eq!(shown, expected);
    assert_eq!(determined(&set, &shown, true), []);
}

/// What a group hides is hidden in another group too, where the whole would give it away; nothing else is.
#[test]
fn groups_are_told_as_far_as_they_give_nothing_away() {
    let set = set("doorstroomtafel");
    let told = |one: [u64; 6], other: [u64; 6]| {
        let whole: Vec<u64> = one.iter().zip(other).map(|(a, b)| a + b).collect();
        let groups = Divided::from([(Group::School(1), table(&one)), (Group::School(2), table(&other))]);
        let (whole, parts) = publish_groups(&set, &table(&whole), &groups, SMALLEST);
        let parts = parts.into_iter().map(|(group, table)| (group, table.counts()));
        (whole.counts(), parts.collect::<Vec<_>>())
    };
    let shown = |counts: &[u64]| counts.iter().map(|n| (*n > 0).then_some(*n)).collect::<Vec<_>>();
    let (one, other) = ([30, 5, 6, 7, 5, 7], [30, 4, 7, 7, 5, 7]);
    assert_eq!(
        told(one, one),
        (
            shown(&[60, 10, 12, 14, 10, 14]),
            vec![(Group::School(1), shown(&one)), (Group::School(2), shown(&one))]
        )
    );
    // The four is hidden, and a five beside it; both follow from the whole and the other school, unless that hides too.
    assert_eq!(
        told(one, other),
        (
            shown(&[60, 9, 13, 14, 10, 14]),
            vec![
                (Group::School(1), shown(&[30, 0, 6, 7, 0, 7])),
                (Group::School(2), shown(&[30, 0, 7, 7, 0, 7]))
            ]
        )
    );
}

/// Everything that is known of a table: the counts that are shown, and that rows are sums of their parts.
struct Known<'a> {
    set: &'a ResultSet,
    shown: Vec<Vec<Option<u64>>>,
    sums: bool,
}

impl Known<'_> {
    /// Whether what is shown is also what is shown of another table, in which one hidden count differs.
    fn allows(&self, tables: &[Vec<i64>]) -> bool {
        let rows = self.set.rows().len();
        let same = tables.iter().zip(&self.shown).all(|(table, shown)| {
            table
                .iter()
                .zip(shown)
                .all(|(count, shown)| shown.is_none_or(|shown| i64::try_from(shown) == Ok(*count)))
        });
        let adds = tables.iter().all(|table| {
            (0..rows).all(|row| {
                let parts: Vec<usize> = self.set.parts(row).collect();
                parts.is_empty() || parts.iter().map(|part| table[*part]).sum::<i64>() == table[row]
            })
        });
        let groups = !self.sums
            || (0..rows).all(|row| tables[1..].iter().map(|table| table[row]).sum::<i64>() == tables[0][row]);
        same && adds && groups
    }
}

/// Rational elimination on the hidden counts: which of them the sums determine.
fn determined(set: &ResultSet, shown: &[Vec<Option<u64>>], sums: bool) -> Vec<(usize, usize)> {
    let rows = set.rows().len();
    let mut unknown: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (table, counts) in shown.iter().enumerate() {
        for (row, count) in counts.iter().enumerate().filter(|(_, count)| count.is_none()) {
            let _ = count;
            let at = unknown.len();
            unknown.insert((table, row), at);
        }
    }
    let mut system: Vec<Vec<f64>> = Vec::new();
    let mut add = |terms: &[((usize, usize), f64)]| {
        let mut line = vec![0.0; unknown.len()];
        for (cell, factor) in terms {
            if let Some(at) = unknown.get(cell) {
                line[*at] += factor;
            }
        }
        system.push(line);
    };
    for table in 0..shown.len() {
        for row in 0..rows {
            let parts: Vec<usize> = set.parts(row).collect();
            if !parts.is_empty() {
                let mut terms = vec![((table, row), -1.0)];
                terms.extend(parts.iter().map(|part| ((table, *part), 1.0)));
                add(&terms);
            }
        }
    }
    for row in (0..rows).filter(|_| sums) {
        let mut terms = vec![((0, row), -1.0)];
        terms.extend((1..shown.len()).map(|table| ((table, row), 1.0)));
        add(&terms);
    }
    let mut done = 0;
    for column in 0..unknown.len() {
        let Some(pivot) = (done..system.len()).find(|line| system[*line][column].abs() > 1e-9) else {
            continue;
        };
        system.swap(done, pivot);
        let by = system[done][column];
        system[done].iter_mut().for_each(|value| *value /= by);
        let kept = system[done].clone();
        for (at, line) in system.iter_mut().enumerate().filter(|(at, _)| *at != done) {
            let _ = at;
            let factor = line[column];
            line.iter_mut()
                .zip(&kept)
                .for_each(|(value, kept)| *value -= factor * kept);
        }
        done += 1;
    }
    let places: Vec<(usize, usize)> = unknown.into_keys().collect();
    let alone = system.iter().filter_map(|line| {
        let mut there = line.iter().enumerate().filter(|(_, value)| value.abs() > 1e-9);
        let first = there.next()?.0;
        there.next().is_none().then_some(places[first])
    });
    alone.collect()
}

fn counts(table: &PublicTable) -> Vec<Option<u64>> {
    table.counts()
}

fn signed(table: &ResultTable) -> Vec<i64> {
    table
        .counts
        .iter()
        .map(|count| i64::try_from(*count).unwrap())
        .collect()
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_small_is_shown_and_nothing_hidden_follows(
        members in prop::collection::vec(any_member(), 0..160),
        which in 0..2_usize,
        smallest in 2..=12_u64,
    ) {
        let sets = super::sets();
        let set = sets.iter().nth(which).unwrap();
        let table = tabulate(set, &members);
        let told = publish(set, &table, smallest);
        for (count, shown) in table.counts.iter().zip(told.counts()) {
            prop_assert!(shown.is_none_or(|shown| shown == *count && shown >= smallest));
        }
        let shown = vec![counts(&told)];
        let known = Known { set, shown: shown.clone(), sums: false };
        prop_assert!(known.allows(&[signed(&table)]));
        prop_assert_eq!(determined(set, &shown, false), []);
    }

    #[test]
    fn groups_give_nothing_away_either(
        members in prop::collection::vec((0..6_i64, any_member()), 1..220),
        smallest in 2..=12_u64,
    ) {
        let set = set("uitstroomoverleg");
        let whole = tabulate(&set, members.iter().map(|(_, member)| member));
        let groups: Divided = divide(&set, members.iter().map(|(at, member)| (Group::School(*at), member as &Member)));
        let (told, parts) = publish_groups(&set, &whole, &groups, smallest);
        prop_assert!(parts.keys().eq(groups.keys()), "every group is told of");
        let mut shown = vec![counts(&told)];
        shown.extend(parts.values().map(counts));
        let mut all = vec![signed(&whole)];
        all.extend(groups.values().map(signed));
        for (table, shown) in all.iter().zip(&shown) {
            for (count, shown) in table.iter().zip(shown) {
                prop_assert!(shown.is_none_or(|shown| shown >= smallest && i64::try_from(shown) == Ok(*count)));
            }
        }
        let known = Known { set: &set, shown: shown.clone(), sums: true };
        prop_assert!(known.allows(&all));
        prop_assert_eq!(determined(&set, &shown, true), []);
        // The undivided table was published as well: what it tells of the whole gives nothing of the groups away.
        let alone = publish(&set, &whole, smallest);
        shown[0] = shown[0].iter().zip(alone.counts()).map(|(here, there)| here.or(there)).collect();
        prop_assert_eq!(determined(&set, &shown, true), []);
    }
}
