//! The words for whoever comes for the first time, in Dutch.

use crate::domain::setup::SetupStep;
use crate::text::first::First;

pub(in crate::text) const FIRST: First = First {
    steps: "Zo komt uw tafel er te staan:",
    steps_private: "Eerst F8 en dan j: namen typt u alleen waar niemand meekijkt.",
    step: |step| match step {
        SetupStep::School => ("een school", ": nieuwe school"),
        SetupStep::Party => ("gemeente, UWV en anderen", ": nieuwe partij"),
        SetupStep::Person => ("wie er werken, met telefoon", ": nieuwe professional"),
        SetupStep::Contact => ("twee vaste contactpersonen", ": school wijzigen"),
        SetupStep::Pupil => ("leerlingen", "N, of een lijst: : importeer"),
        SetupStep::Meeting => ("een overleg plannen", "P"),
    },
    shared_reach: "gedeeld: alleen initialen van deze school, scholen en professionals; F8 j zoekt in alles",
    ask_chair: "Uw naam, voor het journaal (Enter: overslaan): ",
    list_columns: "Kolommen, in elke volgorde; hoofdletters, spaties en punten tellen niet:
  verplicht  leerlingnummer (of stamnummer), roepnaam (of voornaam), achternaam
  mogelijk   tussenvoegsel, geboortedatum, klas, uitstroomprofiel (of leerroute),
             verwachte uitstroomdatum, stagebedrijf, woongemeente (of woonplaats)
Tussen de kolommen ; of een komma; tekst in UTF-8 of Windows-1252. Een datum als 31-07-2027,
2027-07-31 of 31/7/27. Andere kolommen blijven buiten het bestand; een kolom met BSN's wordt
geweigerd. Zonder --school: de school die de lijst zelf noemt (kolom BRIN), of de enige in het bestand.

Kolommen met --soort scholen, als in de adresbestanden van DUO:
  verplicht  brin, vestigingsnaam (of naam), onderwijsstructuur (of soort: VSO, PrO, Entree)
  mogelijk   vestigingsnummer, plaatsnaam (of plaats)
Kolommen met --soort contacten; school en partij staan al in het bestand:
  verplicht  school (BRIN of naam), rang (1 tot en met 9), naam, partij (of organisatie)
  mogelijk   functie, telefoon, email",
    demo_passphrase: |passphrase| format!("demo gemaakt; het wachtwoord is {passphrase}"),
    demo_key: |key| format!("demo gemaakt; het sleutelbestand is {key}"),
    demo_there: "dit bestand is er al en bleef zoals het was; kies een andere naam voor een nieuwe demo",
};
