//! Uitwisselen tussen twee laptops, in het Nederlands.

use crate::text::bundle::{BundleTrouble, BundleWords, MergeCount};

pub(in crate::text) const BUNDLE: BundleWords = BundleWords {
    key_is_for: "Geef deze sleutel aan wie een bundel voor u maakt (--voor). Hij is openbaar; openen kan alleen dit bestand.",
    nothing_new: "De bundel zegt niets nieuws: er is niets veranderd.",
    nothing_since: "Er is niets veranderd sinds de vorige bundel: er is niets geschreven. Met --alles krijgt u toch alles.",
    merged: "Samengevoegd. In het programma maakt Ctrl+Z dit in één keer ongedaan.",
    new_pupil: "nieuwe leerling",
    no_pupil: "algemeen",
    made: "nieuw",
    removed: "weg",
    no_conflicts: "Er is niets te kiezen.",
    how_to_settle: "Hier is wat nu in dit bestand staat, daar wat er elders naast is ingevuld. Kies met: dakpan samenvoegen --conflict NUMMER --houd hier, of --houd daar",
    settled: "Gekozen. In het programma maakt Ctrl+Z dit ongedaan.",
    nothing: "niets",
    other_removed: "weggehaald",
    how_to_read: "Wat mensen typten, staat er niet bij: dat laat dakpan samenvoegen --conflicten --met-namen zien.",
    with_names_only: "(wat er staat: met --met-namen)",
    by_nobody: "onbekend",
    new_pupils: |count| match count {
        1 => "1 nieuwe leerling".to_owned(),
        _ => format!("{count} nieuwe leerlingen"),
    },
    other_schools: |schools| {
        let before = "Let op: de vorige bundel voor deze ontvanger was van andere scholen";
        match schools {
            [] => format!("{before}: van alle, dus zonder --school."),
            some => format!("{before}: {}.", asked(some)),
        }
    },
    written: |number, schools, rows, file| {
        let schools = match schools {
            1 => "1 school".to_owned(),
            _ => format!("{schools} scholen"),
        };
        format!("Bundel {number} van {schools} met {rows} veranderingen geschreven: {file}")
    },
    from: |who, at, schools| format!("Van {who}, gemaakt op {at}. Scholen: {schools}"),
    counts,
    missing_before: |from, until| {
        let which = match from == until {
            true => format!("bundel {from}"),
            false => format!("bundel {from} tot en met {until}"),
        };
        format!("Let op: {which} is hier nog niet samengevoegd. Dat kan ook later.")
    },
    left_out: |count| format!("{count} veranderingen van gewiste jongeren zijn overgeslagen."),
    erased_there: |pupils| {
        format!("Aan de andere tafel gewist en hier nog niet: {pupils}. Wis hier met: dakpan wissen")
    },
    conflict: |number, pupil, what| format!("{number}  {pupil}  {what}"),
    changed: |what, before, after| format!("{what}: {before} → {after}"),
    typed: |letters, another| match (letters, another) {
        (1, false) => "tekst van 1 teken".to_owned(),
        (letters, false) => format!("tekst van {letters} tekens"),
        (1, true) => "andere tekst, ook van 1 teken".to_owned(),
        (letters, true) => format!("andere tekst, ook van {letters} tekens"),
    },
    here: |value, who, at| format!("    hier ({}): {value}", by(who, at)),
    other: |value, who, at| format!("    daar ({}): {value}", by(who, at)),
    trouble,
    record,
};

/// The options that ask for some schools.
fn asked(schools: &[&str]) -> String {
    let each: Vec<String> = schools.iter().map(|name| format!("--school '{name}'")).collect();
    each.join(" ")
}

fn by(who: &str, at: &str) -> String {
    match at {
        "" => who.to_owned(),
        at => format!("{who}, {at}"),
    }
}

fn counts(count: MergeCount) -> String {
    let mut text = format!(
        "{} nieuw, {} veranderd, {} weg",
        count.made, count.changed, count.removed
    );
    match count.conflicts {
        0 => {}
        1 => text.push_str(", 1 conflict om te kiezen"),
        several => text.push_str(&format!(", {several} conflicten om te kiezen")),
    }
    text
}

fn trouble(trouble: &BundleTrouble) -> String {
    match trouble {
        BundleTrouble::NoKey => {
            "Dit is geen sleutel van een ontvanger. Vraag de sleutel die 'dakpan bundel --sleutel' daar laat zien; hij begint met age1.".to_owned()
        }
        BundleTrouble::NoOwnKey => {
            "Dit bestand heeft nog geen sleutel. Maak er een met 'dakpan bundel --sleutel' en geef die aan de ander.".to_owned()
        }
        BundleTrouble::DamagedKey => "De sleutel in dit bestand is beschadigd. Zet een kopie terug.".to_owned(),
        BundleTrouble::ForSomebodyElse => {
            "De bundel is voor een ander bestand. Geef de ander de sleutel van dit bestand: 'dakpan bundel --sleutel'.".to_owned()
        }
        BundleTrouble::NotOpened => "Dit is geen bundel, of hij is beschadigd. Vraag hem opnieuw.".to_owned(),
        BundleTrouble::TooLarge => "De bundel is te groot. Vraag een bundel van minder scholen.".to_owned(),
        BundleTrouble::TooLargeToMake => {
            "De bundel zou groter worden dan de ander kan openen: er is niets geschreven. Maak met --school een bundel van minder scholen.".to_owned()
        }
        BundleTrouble::NotABundle => "Dit is geen bundel van dakpan. Vraag hem opnieuw.".to_owned(),
        BundleTrouble::OtherVersion(version) => {
            format!("De bundel heeft vorm {version}, die dit programma niet kent. Werk dakpan bij.")
        }
        BundleTrouble::WrongLine(line) => format!("Regel {line} van de bundel klopt niet. Vraag hem opnieuw."),
        BundleTrouble::WrongEnd => "De bundel is niet compleet. Vraag hem opnieuw.".to_owned(),
        BundleTrouble::OtherSchema(theirs, ours) => format!(
            "De bundel is van een andere versie van dakpan ({theirs}, dit is {ours}). Werk beide bij en maak hem opnieuw."
        ),
        BundleTrouble::OtherApproach => {
            "De bundel hoort bij een andere aanpak. Wat voor het ene doel is verteld, gaat niet naar het andere.".to_owned()
        }
        BundleTrouble::Clock => {
            "De bundel is van dagen na wat de klok hier zegt: deze klok loopt achter, of die van de ander liep voor. Zet eerst de klok van deze laptop goed en probeer het opnieuw.".to_owned()
        }
        BundleTrouble::OwnBundle => "Deze bundel komt uit dit bestand zelf. Kies die van de ander.".to_owned(),
        BundleTrouble::WrongRow(row) => format!("Verandering {row} van de bundel klopt niet. Vraag hem opnieuw."),
        BundleTrouble::Same(record) => format!(
            "Beide tafels hebben dezelfde {} zelf ingevoerd. Haal die op één van de twee weg en maak de bundel opnieuw, \
             of begin hier met een nieuw bestand.",
            self::record(record)
        ),
        BundleTrouble::PointsNowhere => {
            "De bundel verwijst naar iets dat er niet is. Vraag een bundel met --alles.".to_owned()
        }
        BundleTrouble::NoConflict(number) => {
            format!("Er is geen conflict {number}. Kijk met: dakpan samenvoegen --conflicten")
        }
        BundleTrouble::NotPossible => "Dat kan niet meer: er is sindsdien iets veranderd. Houd wat er staat.".to_owned(),
        BundleTrouble::OwnReceiver => {
            "Dit is de sleutel van dit bestand zelf: een bundel is voor een ander. Geef de sleutel die 'dakpan bundel --sleutel' op de andere laptop laat zien.".to_owned()
        }
        BundleTrouble::NoSchool => "Er is nog geen school. Zonder school is er niets te delen.".to_owned(),
    }
}

fn record(record: &str) -> &'static str {
    match record {
        "party" => "organisatie",
        "person" => "professional",
        "school" => "school",
        "fixed_contact" => "vaste contactpersoon",
        "pupil" => "leerling",
        "network_person" => "netwerk",
        "transition_chance" => "kans",
        "tile" => "dakpan",
        "instrument" => "instrument",
        "primary_result" => "resultaat",
        "aftercare" => "nazorg",
        "meeting" => "overleg",
        "block" => "blok",
        "agenda_item" => "agendapunt",
        "attendance" => "aanwezigheid",
        "correction" => "verbetering",
        "note" => "notitie",
        "decision" => "besluit",
        "action" => "actie",
        "lesson" => "leerpunt",
        "relapse" => "terugval",
        "queue_mark" => "wachtrij",
        "cohort" => "cohort",
        "cohort_member" => "lid van een cohort",
        "term_mark" => "termijn",
        "consent" => "toestemming",
        "conflict" => "conflict",
        "export" => "uitgave",
        _ => "",
    }
}
