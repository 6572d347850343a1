"""What a careful reader expects of a document, as values read from ``expected/NAME.yaml``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import yaml

from guide.frozen import Value

EXPECTED = Path(__file__).parent / "expected"

Level = Literal["main", "probe", "closing"]

QUESTION_KEYS = frozenset(
    {
        "ask",
        "ask_or",
        "split",
        "probes",
        "keywords",
        "optional",
        "minutes",
        "note",
        "serves",
        "or_main",
        "or_probe",
        "if",
    }
)
SECTION_KEYS = frozenset({"title", "title_or", "serves", "questions", "minutes", "note"})
DOCUMENT_KEYS = frozenset(
    "title title_or language minutes minutes_or problem problem_or single research_questions opening sections closing "
    "after left_out maybe".split()
)


class Wanted(Value):
    """A question or a probe.

    ``asks`` are the wordings that are right, ``split`` the pieces that may stand alone instead, ``levels`` where it may
    stand, ``parent`` the place of a probe's question in ``Expectation.wanted``, ``condition`` when a probe applies.
    ``keywords`` are reminders that may become probes, things to listen for or a remark. ``serves`` is None when the
    document leaves it open.
    """

    asks: tuple[str, ...]
    levels: tuple[Level, ...]
    split: tuple[str, ...] = ()
    parent: int | None = None
    condition: str = ""
    section: int | None = None
    serves: tuple[str, ...] | None = None
    optional: bool = False
    keywords: tuple[str, ...] = ()
    note: str = ""


class WantedSection(Value):
    """A section; any title is right when ``titles`` is empty."""

    titles: tuple[str, ...]
    minutes: float | None = None


class WantedAim(Value):
    """A research question, with its id when the document gives one."""

    text: str
    id: str | None = None
    parts: tuple[str, ...] = ()


class Expectation(Value):
    """A document as a careful reader would take it."""

    name: str
    titles: tuple[str | None, ...]
    language: str
    minutes: tuple[float | None, ...]
    problems: tuple[str | None, ...]
    single: bool
    aims: tuple[WantedAim, ...]
    opening: tuple[str, ...]
    sections: tuple[WantedSection, ...]
    wanted: tuple[Wanted, ...]
    after: tuple[str, ...]
    left_out: tuple[str, ...]
    maybe: tuple[str, ...]


def expected(name: str) -> Expectation:
    """What is expected of the document whose stem is ``name``; a key nobody knows is an error."""
    with (EXPECTED / f"{name}.yaml").open(encoding="utf-8") as stream:
        read: Mapping[str, Any] = yaml.load(stream, Loader=yaml.CSafeLoader)
    _known(read, DOCUMENT_KEYS, name)
    wanted: list[Wanted] = []
    sections = []
    for place, section in enumerate(read.get("sections", ())):
        _known(section, SECTION_KEYS, name)
        sections.append(WantedSection(_either(section, "title"), section.get("minutes")))
        for entry in section["questions"]:
            _take(entry, wanted, "main", place, _texts(section.get("serves")))
    for entry in read.get("closing", ()):
        _take(entry, wanted, "closing", None, None)
    return Expectation(
        name=name,
        titles=_either(read, "title"),
        language=read["language"],
        minutes=(read.get("minutes"), *read.get("minutes_or", ())),
        problems=(read.get("problem"), *read.get("problem_or", ())),
        single=read.get("single", False),
        aims=tuple(
            WantedAim(aim["text"], aim.get("id"), tuple(aim.get("parts", ())))
            for aim in read.get("research_questions", ())
        ),
        opening=tuple(read.get("opening", ())),
        sections=tuple(sections),
        wanted=tuple(wanted),
        after=tuple(read.get("after", ())),
        left_out=tuple(read.get("left_out", ())),
        maybe=tuple(read.get("maybe", ())),
    )


def _take(
    entry: str | Mapping[str, Any],
    wanted: list[Wanted],
    level: Level,
    section: int | None,
    serves: tuple[str, ...] | None,
) -> None:
    fields: Mapping[str, Any] = {"ask": entry} if isinstance(entry, str) else entry
    _known(fields, QUESTION_KEYS, str(fields.get("ask")))
    place = len(wanted)
    wanted.append(_wanted(fields, level, section=section, serves=_texts(fields.get("serves", serves))))
    for probe in fields.get("probes", ()):
        of_probe: Mapping[str, Any] = {"ask": probe} if isinstance(probe, str) else probe
        _known(of_probe, QUESTION_KEYS, str(of_probe.get("ask")))
        wanted.append(_wanted(of_probe, "probe", parent=place))


def _wanted(fields: Mapping[str, Any], level: Level, **more: Any) -> Wanted:
    levels: list[Level] = [level]
    if fields.get("or_main"):
        levels.append("main")
    if fields.get("or_probe"):
        levels.append("probe")
    return Wanted(
        asks=(fields["ask"], *fields.get("ask_or", ())),
        levels=tuple(levels),
        split=tuple(fields.get("split", ())),
        condition=fields.get("if", ""),
        optional=fields.get("optional", False),
        keywords=tuple(fields.get("keywords", ())),
        note=fields.get("note", ""),
        **more,
    )


def _either(fields: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    own = (fields[key],) if fields.get(key) else ()
    return (*own, *fields.get(f"{key}_or", ()))


def _texts(found: Sequence[Any] | None) -> tuple[str, ...] | None:
    return None if found is None else tuple(str(each) for each in found)


def _known(fields: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    unknown = fields.keys() - keys
    if unknown:
        raise KeyError(f"{where}: {', '.join(sorted(unknown))}")
