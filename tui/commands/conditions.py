"""What an anonymous study cannot reach, and on what conditions.

The conditions under which no notification is needed.

The conditions are told, and never said to be met: that is the researcher's to answer for.
"""

from collections.abc import Iterator
from pathlib import Path

from interviews.data_management.whereabouts import look_at
from interviews.study.folder import Study
from interviews.third_persons.typed import READ
from tui.translator import N_, Translator

CONDITIONS = (
    N_("notes alone: no sound, no picture, no transcript, at any moment, by anybody. A voice is personal data"),
    N_("no names, and no background in the notes that together tells who somebody is: age, place, work, an event"),
    N_(
        "no key that links codes to names, wherever it is and whoever has it: what is coded with a key is not anonymous"
    ),
    N_("no list of names beside it: signed consents, e-mails with appointments, numbers in a phone, a calendar"),
    N_("nobody known by being few: in a small place or group a code is enough to be recognised"),
)
"""On what interviews need not be notified, after Sikt's handbook on projects without personal data."""

NOT_REACHED = (
    N_(
        "the times that the disk keeps of each file: when it was made and last changed. Copies and backups have them too"
    ),
    N_("earlier versions in cloud services, version control and snapshots, each with its time, and the account's name"),
    N_(
        "what the program did not catch: it finds most names, places and dates, not all. Read each interview the same day"
    ),
    N_("what you put back as typed, what you write in guide.yaml, and names that you give files and folders"),
    N_("the terminal's scroll-back and the shell's history, the calendar, the phone, and what is on paper"),
)
"""Where a date, a machine or a name may stand that no program of ours writes."""


def dated_logs(study: Study) -> tuple[str, ...]:
    """The interviews whose logs say when they were, or on which machine: begun before the study was anonymous."""
    found = ((one.file.code, one.interview) for one in study.load_interviews() if one.interview is not None)
    return tuple(
        code
        for code, interview in found
        if not interview.anonymous and (interview.started.wall or interview.started.boot)
    )


def anonymity_lines(folder: Path, _: Translator) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Paragraphs of a heading and its points, for a guide that says that the study stays anonymous."""
    yield (
        _(
            "The study is anonymous: no log has a time of day, a date or a machine, and names, places and dates are masked while they are typed. What the program cannot reach:"
        ),
        (*_language(folder, _), *_service(folder, _), *_dated(folder, _), *(_(one) for one in NOT_REACHED)),
    )
    yield (
        _(
            "When interviews need no notification to Sikt. These are the conditions; whether they are met, only you can answer for. In doubt ask Sikt or your institution, and notify. Information, consent and care are owed all the same (NESH):"
        ),
        tuple(_(one) for one in CONDITIONS),
    )


def _language(folder: Path, _: Translator) -> Iterator[str]:
    language = Study(folder).guide().language
    if language not in READ:
        yield _(
            "names in the language of this guide ({language}): only those on lists, most of them Norwegian and English, are caught",
            language=language,
        )


def _service(folder: Path, _: Translator) -> Iterator[str]:
    place = look_at(folder)
    for found in place.services:
        yield _("the folder seems to be synchronised by {service}: move it elsewhere", service=found.name)
    if place.versions is not None:
        yield _("the folder is under version control, which keeps times and names: move it elsewhere")


def _dated(folder: Path, _: Translator) -> Iterator[str]:
    dated = dated_logs(Study(folder))
    if dated:
        yield _(
            "{codes}: begun before the study was anonymous, and dated in the log. intervjuguide finish{in_study} leaves the month; nothing takes all of it",
            codes=" ".join(dated),
        )
