"""Lines of ``study.jsonl``.

What the researcher said of the study, and what the program is to remember.
"""

from typing import ClassVar, Literal, get_args

from guide.frozen import Value

Scale = Literal["aim", "specificity", "theory", "dialogue", "analysis"]
SCALES: tuple[Scale, ...] = get_args(Scale)
"""What information power is made of (Malterud, Siersma & Guassora 2016)."""


Policy = Literal["anonymise", "delete"]
"""What was promised to somebody who withdraws."""


class StudyFact(Value, kw_only=True):
    """A fact in the researcher's own words. ``interview`` is a log's name such as I1 or I1-2, none for the study."""

    type: ClassVar[str] = "fact"
    seq: int = 0
    date: str
    key: str
    value: str = ""
    interview: str | None = None


class PowerRating(Value, kw_only=True):
    """Where the study stood on one scale of information power, on a date; ``value`` is 1 to 5, or left out."""

    type: ClassVar[str] = "information_power"
    seq: int = 0
    date: str
    scale: Scale
    value: int | None = None
    text: str = ""


class Reflection(Value, kw_only=True):
    """A reflexive note that belongs to no interview, in the researcher's own words; empty where they were left out."""

    type: ClassVar[str] = "reflection"
    seq: int = 0
    date: str
    text: str = ""


class Reworded(Value, kw_only=True):
    """Other words of a reflexive note, a fact or a rating of this file, whose seq is ``note``; the last ones count.

    ``interview`` is that of the fact, none where there is none.
    """

    type: ClassVar[str] = "reworded"
    seq: int = 0
    date: str
    note: int
    interview: str | None = None
    text: str = ""


class Seen(Value, kw_only=True):
    """A notice that was shown, so that it is not shown again; ``told`` names what it was about, as ``I1:A2``."""

    type: ClassVar[str] = "notice_seen"
    seq: int = 0
    date: str
    what: str
    told: str = ""


class CodeUsed(Value, kw_only=True):
    """A log of this name, such as I1 or I1-2, was begun; nothing else is kept of it, not even when."""

    type: ClassVar[str] = "code_used"
    seq: int = 0
    code: str


class LimitMet(Value, kw_only=True):
    """What the guide's ``data`` sets a date for under this key was done; ``met`` is false where that is taken back.

    Its ``date`` has the time too, since an interview may be held later that day.
    """

    type: ClassVar[str] = "limit_met"
    seq: int = 0
    date: str
    limit: str
    met: bool = True


class CodesGiven(Value, kw_only=True):
    """Codes of these letters were given up to this number: none of them is given again, whether or not it is here."""

    type: ClassVar[str] = "codes_given"
    seq: int = 0
    letters: str
    to: int


class CodeStays(Value, kw_only=True):
    """A code is of nobody who left, though it was given: the researcher says so, until somebody leaves again."""

    type: ClassVar[str] = "code_stays"
    seq: int = 0
    code: str


class CodeLeft(Value, kw_only=True):
    """A code whose interviews were given another, ``now``: nobody gets it but they again, and a log of it is a doubt.

    ``now`` is left out once who has it has left the study.
    """

    type: ClassVar[str] = "code_left"
    seq: int = 0
    code: str
    now: str | None = None


class Withdrawn(Value, kw_only=True):
    """A participant left the study; nothing says who. ``text`` is the receipt, in the study's language.

    ``interviews`` and ``pilots`` count what was held with them and is no longer counted. ``again``: this was
    somebody who had left before, and whose log came back; they are counted once.
    """

    type: ClassVar[str] = "withdrawn"
    seq: int = 0
    date: str
    how: Policy
    interviews: int
    pilots: int
    text: str = ""
    again: bool = False


class Exported(Value, kw_only=True):
    """A file was written that leaves the study; ``path`` begins at the study's folder where the file lies in it.

    ``sha256`` is its digest, ``format`` what it is, ``options`` how it was asked for, and ``interviews`` names the logs
    of which it holds something. ``mark`` is only there of a file outside: this user's program alone can make it,
    so that a study that comes from elsewhere can have no file there deleted. In a study that stays anonymous ``~``
    stands for the user's home, and for their name where a stick's path has it.
    """

    type: ClassVar[str] = "exported"
    seq: int = 0
    date: str
    path: str
    sha256: str
    format: str
    options: tuple[str, ...] = ()
    interviews: tuple[str, ...] = ()
    mark: str = ""


class BackedUp(Value, kw_only=True):
    """A copy of the study was made in this folder and read back; ``interviews`` names the logs that are in it."""

    type: ClassVar[str] = "backed_up"
    seq: int = 0
    date: str
    folder: str
    interviews: tuple[str, ...] = ()


Where = Literal["interview", "observation", "study", "transcript"]
"""Which file a stretch of words stands in: an interview's log, the observer's log of it, ``study.jsonl``, or the
transcript that is kept, where ``note`` is the turn's number from 0."""


class FoundFine(Value, kw_only=True):
    """Somebody looked at words that the scan had found, and they tell of nobody.

    ``interview`` is the log's name such as I3, ``note`` the seq of the event or fact, ``start`` and ``end`` are the
    words' place in its text; ``check`` is of the whole text, so that another text is looked at anew, and too short to
    tell anything of it. The words themselves stand nowhere.
    """

    type: ClassVar[str] = "found_fine"
    seq: int = 0
    date: str
    interview: str = ""
    where: Where = "interview"
    note: int
    start: int
    end: int
    check: str


class NoPerson(Value, kw_only=True):
    """A term that is no person, wherever it stands, such as the name of a method; ``taken_back`` where it is one."""

    type: ClassVar[str] = "no_person"
    seq: int = 0
    date: str
    term: str
    taken_back: bool = False


Entry = (
    StudyFact
    | PowerRating
    | Reflection
    | Reworded
    | Seen
    | CodeUsed
    | LimitMet
    | Exported
    | BackedUp
    | FoundFine
    | NoPerson
    | CodesGiven
    | CodeStays
    | CodeLeft
    | Withdrawn
)
