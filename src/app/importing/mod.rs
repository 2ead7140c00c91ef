//! Reading a school's list in, from the file on the disk to what it would do.
//!
//! The rule: nothing is written before it was shown, and what is shown is what is written. The screen and the command
//! go the same way; only who asks differs.

mod flow;
mod others;
mod path;
pub mod words;

pub(super) use flow::Writing;
pub use flow::{Import, ImportAsk, ImportNews, Opened, PreviewRow, Stage, Unread};
pub use others::{Done, ListKind, OtherChange, OtherList, OtherPlan};
pub use path::{Entry, begin_in, begun_anew, completed, is_list_file, split, with_separator};

use crate::domain::codes::ExitProfile;
use crate::domain::listed::ListedPupil;
use crate::domain::name::Name;
use crate::exchange::lists::{List, ListProfile, ListRow};

/// The rows of a list as the records know them, in their order.
pub fn listed(list: &List) -> Vec<ListedPupil> {
    list.rows.iter().map(pupil).collect()
}

fn pupil(row: &ListRow) -> ListedPupil {
    ListedPupil {
        number: row.number.clone(),
        name: Name {
            given: row.given.clone(),
            infix: row.infix.clone(),
            family: row.family.clone(),
        },
        birth: row.birth,
        class: row.class.clone(),
        residence: row.residence.clone(),
        profile: row.profile.map(|profile| match profile {
            ListProfile::FurtherEducation => ExitProfile::FurtherEducation,
            ListProfile::LabourMarket => ExitProfile::LabourMarket,
            ListProfile::DayActivity => ExitProfile::DayActivity,
            ListProfile::Unknown => ExitProfile::Unknown,
        }),
        leaving: row.leaving,
        placement: row.placement.clone(),
    }
}
