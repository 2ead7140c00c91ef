//! The words for whoever comes for the first time, in English.

use crate::domain::setup::SetupStep;
use crate::text::first::First;

pub(in crate::text) const FIRST: First = First {
    steps: "This is how your table is set up:",
    steps_private: "First F8 and then y: names are typed only where nobody looks on.",
    step: |step| match step {
        SetupStep::School => ("a school", ": new school"),
        SetupStep::Party => ("municipality, UWV and others", ": new party"),
        SetupStep::Person => ("who works there, with telephone", ": new professional"),
        SetupStep::Contact => ("two fixed contacts", ": change the school"),
        SetupStep::Pupil => ("pupils", "N, or a list: : import"),
        SetupStep::Meeting => ("plan a meeting", "P"),
    },
    shared_reach: "shared: only initials of this school, schools and professionals; F8 y searches everything",
    ask_chair: "Your name, for the journal (Enter: skip): ",
    list_columns: "Columns, in any order; capitals, spaces and dots do not count, the names are Dutch:
  required   leerlingnummer (or stamnummer), roepnaam (or voornaam), achternaam
  optional   tussenvoegsel, geboortedatum, klas, uitstroomprofiel (or leerroute),
             verwachte uitstroomdatum, stagebedrijf, woongemeente (or woonplaats)
Between the columns ; or a comma; text in UTF-8 or Windows-1252. A date as 31-07-2027,
2027-07-31 or 31/7/27. Other columns stay out of the file; a column of citizen service
numbers (BSN) is refused. Without --school: the school that the list itself names (column BRIN), or the only
one in the file.

Columns with --kind schools, as in the address files of DUO:
  required   brin, vestigingsnaam (or naam), onderwijsstructuur (or soort: VSO, PrO, Entree)
  optional   vestigingsnummer, plaatsnaam (or plaats)
Columns with --kind contacts; school and party are in the file already:
  required   school (BRIN or name), rang (1 to 9), naam, partij (or organisatie)
  optional   functie, telefoon, email",
    demo_passphrase: |passphrase| format!("demo made; the passphrase is {passphrase}"),
    demo_key: |key| format!("demo made; the key file is {key}"),
    demo_there: "this file is there already and was left as it was; choose another name for a new demo",
};
