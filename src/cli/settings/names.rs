//! Every name in a file of settings, once: Dutch first with its English alias beside it. Both work in every language.

use crate::app::keymap::Scope;
use crate::text::settings::Setting;

/// A name and its alias.
pub(super) type Names = &'static [&'static str];

/// The settings in the order of the example.
pub(super) const SETTINGS: &[(Setting, Names)] = &[
    (Setting::Language, &["taal", "language"]),
    (Setting::Theme, &["thema", "theme"]),
    (Setting::Ascii, &["ascii"]),
    (Setting::Mouse, &["muis", "mouse"]),
    (Setting::HandoverDays, &["overdrachtsdagen", "handover_days"]),
    (Setting::OutOfSightDays, &["buiten_beeld_dagen", "out_of_sight_days"]),
    (Setting::LowChances, &["kansen_laag", "low_chances"]),
    (Setting::SmallCounts, &["kleine_aantallen", "small_counts"]),
    (Setting::HolidayRegion, &["vakantieregio", "holiday_region"]),
    (Setting::Approach, &["aanpak", "approach"]),
    (Setting::WorkingNoteDays, &["werknotitie_dagen", "working_note_days"]),
    (Setting::LockAfter, &["op_slot_na_minuten", "lock_after_minutes"]),
    (Setting::LockInMeeting, &["op_slot_in_overleg", "lock_in_meeting"]),
    (Setting::Backups, &["reservekopieen", "backups"]),
    (Setting::Retention, &["bewaartermijn", "retention"]),
    (Setting::Keys, &["toetsen", "keys"]),
    (Setting::Snippets, &["afkorting", "snippet"]),
    (Setting::Templates, &["sjabloon", "template"]),
];

/// The places in which keys count. None is the code of an act, which may stand beside it.
pub(super) const PLACES: &[(Scope, Names)] = &[
    (Scope::Anywhere, &["overal", "everywhere"]),
    (Scope::Choose, &["kiezen", "choosing"]),
    (Scope::Write, &["schrijven", "writing"]),
    (Scope::Search, &["zoeken", "searching"]),
    (Scope::List, &["lijst", "in_list"]),
    (Scope::Attendance, &["aanwezigheid", "in_attendance"]),
    (Scope::OldActions, &["actielijst", "in_old_actions"]),
    (Scope::Form, &["formulier", "in_form"]),
];

/// When chances are low, in the order of [`LowChances`](crate::domain::practice::LowChances).
pub(super) const LOW_CHANCES: &[Names] = &[&["beide", "both"], &["een_van_beide", "either"]];

/// The regions, in the order of [`Region`](crate::domain::holidays::Region).
pub(super) const REGIONS: &[Names] = &[&["noord", "north"], &["midden", "middle"], &["zuid", "south"]];

/// The word of a snippet.
pub(super) const WORD: Names = &["woord", "word"];
/// The text of a snippet.
pub(super) const TEXT: Names = &["tekst", "text"];

/// The lane of a template.
pub(super) const LANE: Names = &["behandeling", "lane"];
/// The kind of school of a template.
pub(super) const SCHOOL: Names = &["school"];
/// The lanes, in the order of [`Lane`](crate::domain::codes::Lane).
pub(super) const LANES: &[Names] = &[&["hamerstuk", "agreed"], &["bespreken", "discuss"], &["complex"]];
/// The kinds of school, in the order of [`SchoolKind`](crate::domain::codes::SchoolKind).
pub(super) const SCHOOLS: &[Names] = &[&["vso"], &["pro"], &["entree"]];

/// A name in the language: Dutch, or the alias.
pub(super) fn in_language(names: Names, english: bool) -> &'static str {
    let alias = names.get(1).filter(|_| english);
    alias.or(names.first()).copied().unwrap_or_default()
}

/// The name that is nearest to what is written, when it is near enough to be meant.
pub(super) fn nearest<'n>(written: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    /// Below this two names only happen to share letters.
    const NEAR: f64 = 0.75;
    let written = written.to_lowercase();
    let scored = known.map(|name| (strsim::jaro_winkler(&written, name), name));
    let best = scored.max_by(|one, other| one.0.total_cmp(&other.0));
    best.filter(|(score, _)| *score >= NEAR)
        .map(|(_, name)| name.to_owned())
}
