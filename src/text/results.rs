//! Result tables: what stands around the rows, whose own words are data.

use super::catalog::theme;
use crate::domain::Day;
use crate::domain::result::{Division, SetFault};

theme! {
    /// What result tables say.
    ResultWords {
        words {
            /// Title.
            title,
            /// Heading over the rows.
            row,
            /// Heading over the numbers, and over the number of members of a cohort.
            count,
            /// Mark beside a row that is computed.
            computed,
            /// Told in place of a count that is hidden.
            hidden,
            /// Title: cohorts.
            cohorts,
            /// There is no cohort yet.
            no_cohorts,
            /// Heading: cohort.
            cohort,
            /// Heading: the rows in which a cohort counts.
            set,
            /// Where a group is not known: a municipality that was not recorded.
            unknown,
            /// The group of whom nobody holds.
            nobody,
            /// The group of those without a result.
            no_result,
            /// Title: persons and instruments.
            instruments,
            /// Row: persons with at least one instrument.
            with_instrument,
            /// Heading: instrument.
            instrument,
            /// Heading: persons.
            persons,
            /// Heading: times.
            times,
            /// Heading: running on the date.
            running,
            /// Title: how long placements last.
            durability,
            /// Heading: form of contract.
            contract,
            /// A form of contract that was not recorded.
            no_contract,
            /// Heading: placements.
            placements,
            /// Title: relapse, gaps and terms.
            course,
            /// Heading: what is counted.
            what,
            /// Row: persons who relapsed.
            relapsed,
            /// Row: relapses.
            relapses,
            /// Row: gap days up to the date.
            gap_days,
            /// Row: persons with a gap.
            with_gap,
            /// Row: cold handovers.
            cold,
            /// Row: terms met.
            met,
            /// Row: terms missed.
            missed,
            /// Row: terms still open.
            open,
            /// Title: actions by party.
            actions,
            /// Title and heading: month by month.
            months,
            /// Heading: month.
            month,
            /// Heading: who came.
            came,
            /// Heading: who left.
            left,
            /// Below a table: how it is counted.
            counted_once,
            /// Below the placements: what the pairs of numbers mean.
            measured,
            /// Where an action has no owner.
            no_owner,
            /// The placements of all forms of contract.
            all_forms,
            /// Below the rows: where the cursor goes after the last one.
            goes_on,
            /// Below a table: the reference date has still to come.
            to_come,
            /// In the name of a file: results.
            file,
            /// In the name of a file: the version that anybody may read.
            file_public,
        }
        phrases {
            /// Under the title: the reference date.
            on(day: Day) -> String,
            /// Above the public version: which counts are hidden, and what that does not guard against.
            small_hidden(smallest: u64) -> String,
            /// So many are in a computed row although a result is recorded.
            unlisted(count: u64) -> String,
            /// Below a table: of this cohort nothing was recorded before that day.
            before(cohort: &str, began: Day) -> String,
            /// So many pupils of a school come into the cohort.
            joining(pupils: usize, school: &str) -> String,
            /// By what it is divided.
            by(division: Division) -> &'static str,
            /// Heading: still placed after so many months.
            after(months: u32) -> String,
            /// So many of so many.
            of(count: u64, whole: u64) -> String,
            /// A month: `jun 2016`.
            month_of(first: Day) -> String,
            /// The same without its year: `jun`.
            short_month(first: Day) -> String,
            /// Of a cohort how many had an instrument, and how many instruments that were.
            used(name: &str, persons: u64, times: u64) -> String,
            /// Who was still placed after a year, by form of contract.
            lasted(forms: &str) -> String,
            /// How many relapsed, and how many days nobody held.
            fell(persons: u64, days: u64) -> String,
            /// So many groups that there is no room for.
            more(count: usize) -> String,
            /// What is wrong with a set, and what to do.
            wrong(fault: &SetFault) -> String,
        }
    }
}
