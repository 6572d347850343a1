"""The paragraph for a data management plan, in three languages.

Only what is true of this study and this version is claimed. What the program cannot know stands in square brackets, to
be written by whoever answers for the study; the clauses are those that Norwegian institutions ask students for.
"""

from collections.abc import Mapping
from typing import Literal

from guide.frozen import Value
from guide.model import DataLimits
from tui.documents.model import Document, Paragraph, Section
from tui.translator import N_, NP_, Translator

Plan = Literal["nb", "nn", "en"]
PLANS: Mapping[Plan, str] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""The languages of the paragraph, each by its own name."""

_COLOURS = {
    "green": NP_("data", "green"),
    "yellow": NP_("data", "yellow"),
    "red": NP_("data", "red"),
    "black": NP_("data", "black"),
}
_READERS = {
    True: N_("The files can be read from the owner's user account alone."),
    False: N_("[Some of the files can be read by other users of the computer: the command `where` says which.]"),
    None: N_("[Who can read the files on the computer.]"),
}
_DISK = {
    True: N_("The program does not encrypt the files; the disk that they lie on is encrypted."),
    False: N_(
        "The program does not encrypt the files, and the system shows no encryption of the disk [which is encrypted with … all the same / is not encrypted]."
    ),
    None: N_("The program does not encrypt the files; the disk [is encrypted with … / is not encrypted]."),
}
_DISK_OF_LOCKED = {
    True: N_(
        "The files are locked with a passphrase (encrypted by the program), and the disk that they lie on is encrypted."
    ),
    False: N_(
        "The files are locked with a passphrase (encrypted by the program); the system shows no encryption of the disk."
    ),
    None: N_(
        "The files are locked with a passphrase (encrypted by the program); the disk [is encrypted with … / is not]."
    ),
}
_WITHDRAWAL = {
    "anonymise": N_(
        "If a participant withdraws, everything under the code is made anonymous; what the program cannot reach (key, recording, backups, printouts) [is deleted by hand]."
    ),
    "delete": N_(
        "If a participant withdraws, everything under the code is deleted; what the program cannot reach (key, recording, backups, printouts) [is deleted by hand]."
    ),
    None: N_(
        "If a participant withdraws, everything under the code is [deleted / made anonymous]; what the program cannot reach (key, recording, backups, printouts) [is deleted by hand]."
    ),
}


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


def dataplan(facts: DataplanFacts, _: Translator) -> Document:
    """The paragraph in each language under a heading."""
    lead = Paragraph(_("Only what is true of this study and this version. Fill in what stands in [brackets]."), "form")
    sections = tuple(
        Section(name, tuple(Paragraph(part, "form") for part in paragraph(facts, language).split("\n\n")))
        for language, name in PLANS.items()
    )
    return Document(_("For the data management plan"), _.language, _.language, (lead,), sections)


def paragraph(facts: DataplanFacts, language: Plan) -> str:
    """The paragraph in one language; blank lines lie between its parts."""
    _ = Translator(language)
    return "\n\n".join(" ".join(part) for part in (_keeping(facts, _), _protecting(facts, _), _ending(facts, _)))


def _keeping(facts: DataplanFacts, _: Translator) -> tuple[str, ...]:
    """What is written where, and what is not in it."""
    return (
        _(
            "Notes during the interview are written in the program intervjuguide {version} on [an own computer / the institution's computer] with {system}.",
            version=facts.version,
            system=facts.system,
        ),
        _(
            N_(
                "The program records no sound, opens no network connection and uses neither a cloud service nor a language model."
            )
            if facts.synchronised
            else N_(
                "The program records no sound, opens no network connection and uses neither a cloud service nor a language model; it has no data processor."
            )
        ),
        _("The notes are stored as text files in {folder}: {kinds}.", folder=facts.folder, kinds=_kinds(facts, _)),
        _(
            N_(
                "The study is set up without a recording and without a linking key: the program stores no date, time of day or machine, has no field for names, and masks names, places and dates while they are typed; it does not catch everything, and the notes [are read through the same day]."
            )
            if facts.anonymous
            else N_(
                "The program has no field for names; the linking key [does not exist / is kept at …, apart from the notes]."
            )
        ),
        _(
            "On request the program looks through the notes for names, places, workplaces and other particulars of third persons, which can be replaced in brackets; it does not find everything, and the notes [are read through before anything is shared]."
        ),
    )


def _kinds(facts: DataplanFacts, _: Translator) -> str:
    kinds = [
        _(
            N_(
                "the participant's code, seconds from the start, which questions were asked and covered, the interviewer's notes"
            )
            if facts.anonymous
            else N_(
                "the participant's code, times, which questions were asked and covered, the interviewer's own notes"
            )
        )
    ]
    kinds += [_("what an observer noted during pilots")] if facts.observed else []
    kinds += [_("reflexive notes")] if facts.reflexive else []
    *first, last = kinds
    return _("{kinds} and {last}", kinds=", ".join(first), last=last) if first else last


def _protecting(facts: DataplanFacts, _: Translator) -> tuple[str, ...]:
    """Who can read it, and where it lies."""
    service = {
        None: N_("The folder [is not synchronised]."),
        "": N_("The program finds no service that synchronises the folder [confirm]."),
    }.get(
        facts.synchronised,
        N_(
            "The folder lies where {service} synchronises it: [the institution's agreement on that service / to be moved]."
        ),
    )
    colour = facts.limits.colour
    return (
        _(_READERS[facts.owner_alone]),
        _((_DISK_OF_LOCKED if facts.locked else _DISK)[facts.disk_encrypted]),
        _(service, service=facts.synchronised),
        _("The data are classed as [yellow / red] and [are stored as the storage guide of … asks].")
        if colour is None
        else _(
            "The data are classed as {colour} and [are stored as the storage guide of … asks].",
            colour=_(_COLOURS[colour]),
        ),
        _("Backups are made to {folder} [what that is, and whether it is encrypted].", folder=facts.backup)
        if facts.backup
        else _("Backup: […]."),
    )


def _ending(facts: DataplanFacts, _: Translator) -> tuple[str, ...]:
    """What happens when somebody leaves, and when the project ends."""
    limits = facts.limits

    def by(date: str | None) -> str:
        return _("[date]") if date is None else _.date(date)

    end = _("The project ends on {date}; notes are deleted or made anonymous then.", date=by(limits.end))
    if facts.anonymous:
        return (
            _(
                "Without a key nobody can say afterwards which interview is a participant's [as participants are told beforehand]."
            ),
            end,
        )
    return (
        _(_WITHDRAWAL[facts.policy]),
        _(
            "Sound is recorded with {recorder}, transcribed with [method] and deleted by {date}.",
            recorder=facts.recorder or _("[recorder]"),
            date=by(limits.recording),
        ),
        _("Transcripts are deleted or made anonymous by {date}.", date=by(limits.transcripts)),
        _(
            "The linking key is deleted by {date}.",
            date=_("[date / does not exist]") if limits.key is None else by(limits.key),
        ),
        end,
    )
