"""The paragraph for a data management plan, in three languages.

Only what is true of this study and this version is claimed. What the program cannot know stands in square brackets, to
be written by whoever answers for the study; the clauses are those that Norwegian institutions ask students for.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from guide.frozen import Value
from guide.model import DataLimits

Plan = Literal["nb", "nn", "en"]
PLANS: Mapping[Plan, str] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""The languages of the paragraph, each by its own name."""


class DataplanFacts(Value):
    """What is known of how this study's material is kept; None where nothing is known.

    ``folder`` is the study's; ``owner_alone``: nobody else may read its files; ``synchronised`` names the service whose
    folder it lies in, empty where none was found; ``disk_encrypted`` is what the system tells of the disk; ``backup``
    is the folder of the last backup; ``policy`` is the guide's ``on_withdrawal``.
    """

    version: str
    system: str
    folder: str
    owner_alone: bool | None = None
    synchronised: str | None = None
    disk_encrypted: bool | None = None
    limits: DataLimits = DataLimits()
    recorder: str = ""
    policy: str | None = None
    backup: str = ""
    observed: bool = False
    reflexive: bool = False
    locked: bool = False
    anonymous: bool = False


def dataplan(facts: DataplanFacts) -> str:
    """The paragraph in each language under a heading, as Markdown."""
    parts = [f"## {name}\n\n{paragraph(facts, language)}" for language, name in PLANS.items()]
    return "\n\n".join(parts)


def paragraph(facts: DataplanFacts, language: Plan) -> str:
    """The paragraph in one language; blank lines lie between its parts."""
    place = tuple(PLANS).index(language)

    def say(clause: str, **filled: str) -> str:
        return _CLAUSES[clause][place].format(**filled)

    def by(date: str | None, clause: str) -> str:
        return say(f"{clause}_open") if date is None else say(clause, date=_date_in(language, date))

    parts = (_keeping(facts, say), _protecting(facts, say), _ending(facts, say, by))
    return "\n\n".join(" ".join(part) for part in parts)


Say = Callable[..., str]


def _keeping(facts: DataplanFacts, say: Say) -> list[str]:
    """What is written where, and what is not in it."""
    kinds = [
        say("kinds_anonymous" if facts.anonymous else "kinds"),
        *([say("kind_observed")] if facts.observed else []),
    ]
    kinds += [say("kind_reflexive")] if facts.reflexive else []
    return [
        say("program", version=facts.version, system=facts.system),
        say("no_network") if not facts.synchronised else say("no_network_here"),
        say(
            "files",
            folder=facts.folder,
            kinds=say("and").join([", ".join(kinds[:-1]), kinds[-1]]) if kinds[1:] else kinds[0],
        ),
        say("codes_anonymous" if facts.anonymous else "codes"),
        say("third_persons"),
    ]


def _protecting(facts: DataplanFacts, say: Say) -> list[str]:
    """Who can read it, and where it lies."""
    alone = {True: "owner_alone", False: "others_read", None: "owner_unknown"}[facts.owner_alone]
    disk = {True: "disk_encrypted", False: "disk_plain", None: "disk_unknown"}[facts.disk_encrypted]
    colour = facts.limits.colour
    lies = {None: "sync_unknown", "": "sync_none"}.get(facts.synchronised, "sync_found")
    return [
        say(alone) + " " + say(f"{disk}_locked" if facts.locked else disk),
        say(lies, service=facts.synchronised or ""),
        say("class_unknown") if colour is None else say("class", colour=say(colour)),
        say("backup", folder=facts.backup) if facts.backup else say("backup_unknown"),
    ]


def _ending(facts: DataplanFacts, say: Say, by: Callable[[str | None, str], str]) -> list[str]:
    """What happens when somebody leaves, and when the project ends."""
    limits = facts.limits
    if facts.anonymous:
        return [say("withdrawal_anonymous"), by(limits.end, "end")]
    return [
        say("withdrawal_" + (facts.policy or "unknown")),
        say("recording", recorder=facts.recorder or say("recorder_unknown")) + by(limits.recording, "deleted"),
        by(limits.transcripts, "transcripts"),
        by(limits.key, "key"),
        by(limits.end, "end"),
    ]


def _date_in(language: Plan, date: str) -> str:
    year, month, day = date.split("-")
    return date if language == "en" else f"{day}.{month}.{year}"


_CLAUSES: Mapping[str, tuple[str, str, str]] = {
    "program": (
        (
            "Notater under intervjuet skrives i programmet intervjuguide {version} på [egen maskin / "
            "institusjonens maskin] med {system}."
        ),
        (
            "Notat under intervjuet blir skrivne i programmet intervjuguide {version} på [eiga maskin / maskina "
            "til institusjonen] med {system}."
        ),
        (
            "Notes during the interview are written in the program intervjuguide {version} on [an own computer / "
            "the institution's computer] with {system}."
        ),
    ),
    "no_network": (
        (
            "Programmet tar ikke opp lyd, åpner ingen nettforbindelse og bruker verken skytjeneste eller "
            "språkmodell; det har ingen databehandler."
        ),
        (
            "Programmet tek ikkje opp lyd, opnar inga nettilkopling og bruker verken skyteneste eller "
            "språkmodell; det har ingen databehandlar."
        ),
        (
            "The program records no sound, opens no network connection and uses neither a cloud service nor a "
            "language model; it has no data processor."
        ),
    ),
    "no_network_here": (
        "Programmet tar ikke opp lyd, åpner ingen nettforbindelse og bruker verken skytjeneste eller språkmodell.",
        "Programmet tek ikkje opp lyd, opnar inga nettilkopling og bruker verken skyteneste eller språkmodell.",
        (
            "The program records no sound, opens no network connection and uses neither a cloud service nor a "
            "language model."
        ),
    ),
    "files": (
        "Notatene lagres som tekstfiler i {folder}: {kinds}.",
        "Notata blir lagra som tekstfiler i {folder}: {kinds}.",
        "The notes are stored as text files in {folder}: {kinds}.",
    ),
    "kinds": (
        "deltakerkode, tidspunkter, hvilke spørsmål som er stilt og dekket, intervjuerens egne notater",
        "deltakarkode, tidspunkt, kva spørsmål som er stilte og dekte, notata til intervjuaren",
        "the participant's code, times, which questions were asked and covered, the interviewer's own notes",
    ),
    "kinds_anonymous": (
        "deltakerkode, sekunder fra intervjuets begynnelse, hvilke spørsmål som er stilt og dekket, intervjuerens notater",
        "deltakarkode, sekund frå byrjinga av intervjuet, kva spørsmål som er stilte og dekte, notata til intervjuaren",
        "the participant's code, seconds from the start, which questions were asked and covered, the interviewer's notes",
    ),
    "kind_observed": (
        "det en observatør noterte under prøveintervjuer",
        "det ein observatør noterte under prøveintervju",
        "what an observer noted during pilots",
    ),
    "kind_reflexive": (
        "refleksjonsnotater",
        "refleksjonsnotat",
        "reflexive notes",
    ),
    "codes": (
        "Programmet har ikke noe felt for navn; koblingsnøkkelen [finnes ikke / ligger …, skilt fra notatene].",
        "Programmet har ikkje noko felt for namn; koplingsnøkkelen [finst ikkje / ligg …, skild frå notata].",
        ("The program has no field for names; the linking key [does not exist / is kept at …, apart from the notes]."),
    ),
    "codes_anonymous": (
        (
            "Studien er satt opp uten opptak og uten koblingsnøkkel: programmet lagrer verken dato, klokkeslett eller "
            "maskin, har ikke noe felt for navn, og maskerer navn, steder og datoer mens de skrives; det fanger ikke "
            "alt, og notatene [leses gjennom samme dag]."
        ),
        (
            "Studien er sett opp utan opptak og utan koplingsnøkkel: programmet lagrar verken dato, klokkeslett eller "
            "maskin, har ikkje noko felt for namn, og maskerer namn, stader og datoar medan dei blir skrivne; det "
            "fangar ikkje alt, og notata [blir lesne gjennom same dag]."
        ),
        (
            "The study is set up without a recording and without a linking key: the program stores no date, time of "
            "day or machine, has no field for names, and masks names, places and dates while they are typed; it does "
            "not catch everything, and the notes [are read through the same day]."
        ),
    ),
    "withdrawal_anonymous": (
        "Uten nøkkel kan ingen i ettertid si hvilket intervju som er en deltakers [slik deltakerne får vite på forhånd].",
        "Utan nøkkel kan ingen i ettertid seie kva intervju som er ein deltakars [slik deltakarane får vite på førehand].",
        "Without a key nobody can say afterwards which interview is a participant's [as participants are told beforehand].",
    ),
    "third_persons": (
        (
            "Programmet leter på forespørsel gjennom notatene etter navn, steder, arbeidsplasser og andre "
            "opplysninger om tredjepersoner, som kan erstattes i klammer; det finner ikke alt, og notatene [leses"
            " gjennom før noe deles]."
        ),
        (
            "Programmet leiter på førespurnad gjennom notata etter namn, stader, arbeidsplassar og andre "
            "opplysningar om tredjepersonar, som kan bytast ut i klammer; det finn ikkje alt, og notata [blir "
            "lesne gjennom før noko blir delt]."
        ),
        (
            "On request the program looks through the notes for names, places, workplaces and other particulars "
            "of third persons, which can be replaced in brackets; it does not find everything, and the notes [are"
            " read through before anything is shared]."
        ),
    ),
    "owner_alone": (
        "Filene kan bare leses fra eierens brukerkonto.",
        "Filene kan berre lesast frå brukarkontoen til eigaren.",
        "The files can be read from the owner's user account alone.",
    ),
    "others_read": (
        "[Noen av filene kan leses av andre brukere av maskinen: `intervjuguide where` sier hvilke.]",
        "[Nokre av filene kan lesast av andre brukarar av maskina: `intervjuguide where` seier kva for nokre.]",
        "[Some of the files can be read by other users of the computer: `intervjuguide where` says which.]",
    ),
    "owner_unknown": (
        "[Hvem som kan lese filene på maskinen.]",
        "[Kven som kan lese filene på maskina.]",
        "[Who can read the files on the computer.]",
    ),
    "disk_encrypted": (
        "Programmet krypterer ikke filene; disken de ligger på, er kryptert.",
        "Programmet krypterer ikkje filene; disken dei ligg på, er kryptert.",
        "The program does not encrypt the files; the disk that they lie on is encrypted.",
    ),
    "disk_plain": (
        (
            "Programmet krypterer ikke filene, og systemet viser ingen kryptering av disken [som likevel er "
            "kryptert med … / ikke er kryptert]."
        ),
        (
            "Programmet krypterer ikkje filene, og systemet viser inga kryptering av disken [som likevel er "
            "kryptert med … / ikkje er kryptert]."
        ),
        (
            "The program does not encrypt the files, and the system shows no encryption of the disk [which is "
            "encrypted with … all the same / is not encrypted]."
        ),
    ),
    "disk_unknown": (
        "Programmet krypterer ikke filene; disken [er kryptert med … / er ikke kryptert].",
        "Programmet krypterer ikkje filene; disken [er kryptert med … / er ikkje kryptert].",
        "The program does not encrypt the files; the disk [is encrypted with … / is not encrypted].",
    ),
    "disk_encrypted_locked": (
        "Filene er låst med en passfrase (kryptert av programmet), og disken de ligger på, er kryptert.",
        "Filene er låste med ein passfrase (krypterte av programmet), og disken dei ligg på, er kryptert.",
        "The files are locked with a passphrase (encrypted by the program), and the disk that they lie on is encrypted.",
    ),
    "disk_plain_locked": (
        "Filene er låst med en passfrase (kryptert av programmet); systemet viser ingen kryptering av disken.",
        "Filene er låste med ein passfrase (krypterte av programmet); systemet viser inga kryptering av disken.",
        "The files are locked with a passphrase (encrypted by the program); the system shows no encryption of the disk.",
    ),
    "disk_unknown_locked": (
        "Filene er låst med en passfrase (kryptert av programmet); disken [er kryptert med … / er ikke kryptert].",
        "Filene er låste med ein passfrase (krypterte av programmet); disken [er kryptert med … / er ikkje kryptert].",
        "The files are locked with a passphrase (encrypted by the program); the disk [is encrypted with … / is not].",
    ),
    "sync_found": (
        "Mappa ligger der {service} synkroniserer den: [avtalen institusjonen har om tjenesten / flyttes].",
        "Mappa ligg der {service} synkroniserer ho: [avtalen institusjonen har om tenesta / blir flytta].",
        (
            "The folder lies where {service} synchronises it: [the institution's agreement on that service / to "
            "be moved]."
        ),
    ),
    "sync_none": (
        "Programmet finner ingen tjeneste som synkroniserer mappa [bekreft].",
        "Programmet finn inga teneste som synkroniserer mappa [stadfest].",
        "The program finds no service that synchronises the folder [confirm].",
    ),
    "sync_unknown": (
        "Mappa [synkroniseres ikke].",
        "Mappa [blir ikkje synkronisert].",
        "The folder [is not synchronised].",
    ),
    "class": (
        "Dataene er klassifisert som {colour} og [ligger i samsvar med … lagringsguide].",
        "Dataa er klassifiserte som {colour} og [ligg i samsvar med … sin lagringsguide].",
        "The data are classed as {colour} and [are stored as the storage guide of … asks].",
    ),
    "class_unknown": (
        "Dataene er klassifisert som [gule / røde] og [ligger i samsvar med … lagringsguide].",
        "Dataa er klassifiserte som [gule / raude] og [ligg i samsvar med … sin lagringsguide].",
        "The data are classed as [yellow / red] and [are stored as the storage guide of … asks].",
    ),
    "green": (
        "grønne",
        "grøne",
        "green",
    ),
    "yellow": (
        "gule",
        "gule",
        "yellow",
    ),
    "red": (
        "røde",
        "raude",
        "red",
    ),
    "black": (
        "svarte",
        "svarte",
        "black",
    ),
    "backup": (
        "Sikkerhetskopi tas til {folder} [hva det er, og om det er kryptert].",
        "Tryggingskopi blir teken til {folder} [kva det er, og om det er kryptert].",
        "Backups are made to {folder} [what that is, and whether it is encrypted].",
    ),
    "backup_unknown": (
        "Sikkerhetskopi: […].",
        "Tryggingskopi: […].",
        "Backup: […].",
    ),
    "withdrawal_anonymise": (
        (
            "Trekker en deltaker seg, anonymiseres alt under koden; det programmet ikke når (nøkkel, opptak, "
            "sikkerhetskopier, utskrifter), [slettes for hånd]."
        ),
        (
            "Trekkjer ein deltakar seg, blir alt under koden anonymisert; det programmet ikkje når (nøkkel, "
            "opptak, tryggingskopiar, utskrifter), [blir sletta for hand]."
        ),
        (
            "If a participant withdraws, everything under the code is made anonymous; what the program cannot "
            "reach (key, recording, backups, printouts) [is deleted by hand]."
        ),
    ),
    "withdrawal_delete": (
        (
            "Trekker en deltaker seg, slettes alt under koden; det programmet ikke når (nøkkel, opptak, "
            "sikkerhetskopier, utskrifter), [slettes for hånd]."
        ),
        (
            "Trekkjer ein deltakar seg, blir alt under koden sletta; det programmet ikkje når (nøkkel, opptak, "
            "tryggingskopiar, utskrifter), [blir sletta for hand]."
        ),
        (
            "If a participant withdraws, everything under the code is deleted; what the program cannot reach "
            "(key, recording, backups, printouts) [is deleted by hand]."
        ),
    ),
    "withdrawal_unknown": (
        (
            "Trekker en deltaker seg, [slettes / anonymiseres] alt under koden; det programmet ikke når (nøkkel, "
            "opptak, sikkerhetskopier, utskrifter), [slettes for hånd]."
        ),
        (
            "Trekkjer ein deltakar seg, blir alt under koden [sletta / anonymisert]; det programmet ikkje når "
            "(nøkkel, opptak, tryggingskopiar, utskrifter), [blir sletta for hand]."
        ),
        (
            "If a participant withdraws, everything under the code is [deleted / made anonymous]; what the "
            "program cannot reach (key, recording, backups, printouts) [is deleted by hand]."
        ),
    ),
    "recording": (
        "Lydopptak gjøres med {recorder}, transkriberes med [metode] og slettes ",
        "Lydopptak blir gjorde med {recorder}, transkriberte med [metode] og sletta ",
        "Sound is recorded with {recorder}, transcribed with [method] and deleted ",
    ),
    "recorder_unknown": (
        "[opptaker]",
        "[opptakar]",
        "[recorder]",
    ),
    "deleted": (
        "senest {date}.",
        "seinast {date}.",
        "by {date}.",
    ),
    "deleted_open": (
        "senest [dato].",
        "seinast [dato].",
        "by [date].",
    ),
    "transcripts": (
        "Transkripsjonene slettes eller anonymiseres senest {date}.",
        "Transkripsjonane blir sletta eller anonymiserte seinast {date}.",
        "Transcripts are deleted or made anonymous by {date}.",
    ),
    "transcripts_open": (
        "Transkripsjonene slettes eller anonymiseres senest [dato].",
        "Transkripsjonane blir sletta eller anonymiserte seinast [dato].",
        "Transcripts are deleted or made anonymous by [date].",
    ),
    "key": (
        "Koblingsnøkkelen slettes senest {date}.",
        "Koplingsnøkkelen blir sletta seinast {date}.",
        "The linking key is deleted by {date}.",
    ),
    "key_open": (
        "Koblingsnøkkelen slettes senest [dato / finnes ikke].",
        "Koplingsnøkkelen blir sletta seinast [dato / finst ikkje].",
        "The linking key is deleted by [date / does not exist].",
    ),
    "end": (
        "Prosjektet avsluttes {date}; notatene slettes eller anonymiseres da.",
        "Prosjektet blir avslutta {date}; notata blir sletta eller anonymiserte då.",
        "The project ends on {date}; notes are deleted or made anonymous then.",
    ),
    "end_open": (
        "Prosjektet avsluttes [dato]; notatene slettes eller anonymiseres da.",
        "Prosjektet blir avslutta [dato]; notata blir sletta eller anonymiserte då.",
        "The project ends on [date]; notes are deleted or made anonymous then.",
    ),
    "and": (
        " og ",
        " og ",
        " and ",
    ),
}
"""Each clause in bokmål, nynorsk and English. People fill the brackets."""
