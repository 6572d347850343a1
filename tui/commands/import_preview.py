"""The preview of an imported document."""

from collections.abc import Collection, Iterator, Mapping
from textwrap import wrap

from guide.importing import Imported, SourceLine
from guide.importing.guide_draft import Doubt
from guide.model import Guide, Question, Section
from guide.write import Remarks
from tui.translator import Translator

WIDTH = 78
PLACES = ("title", "problem", "research_questions")
"""Parts of a guide about which something can be uncertain, besides single questions."""

NUMBERED = ("opening", "section")
"""Parts of which there are several, told apart by their place."""

_ELSEWHERE = frozenset({"condition", "served"})
"""Why words are in the guide without standing in a wording."""

_INDENT = "  "
_MOST_OF_LABEL = 3  # words


def outline(imported: Imported, file: str, _: Translator) -> str:
    """What was made of a document, what is uncertain, and every line that is left out, for a screen of 80 columns."""
    guide = imported.guide
    parts = [
        _top(guide, file, _),
        *(_section(section, imported, _) for section in guide.sections),
        _closing(imported, _),
        "\n".join(_counts(guide, _)),
        "\n".join(_unsure(imported, _)),
        "\n".join(_list_left_out(imported, _)),
    ]
    return "\n\n".join(part for part in parts if part)


def _top(guide: Guide, file: str, _: Translator) -> str:
    lines = [_("import_made_of", file=file), "", *_wrap(guide.title, "", "")]
    if guide.problem:
        lines += ["", _("import_problem"), *_wrap(guide.problem, _INDENT, _INDENT)]
    if guide.research_questions:
        lines += ["", _("import_research")]
        for target in guide.targets:
            part = guide.owner(target.id) != target.id
            lines += _hung(target.id, target.text, _INDENT * (2 if part else 1), 4)
    if guide.concepts:
        lines += ["", _("import_concepts")]
        for concept in guide.concepts:
            lines += _hung("·", ": ".join(filter(None, (concept.name, concept.short))), _INDENT, 2)
    if guide.opening:
        lines += ["", _("import_opening")]
        for point in guide.opening:
            gate = _(f"import_gate_{'_'.join(point.gate)}") if point.gate else ""
            lines += _hung("·", f"{point.text}  [{gate}]" if gate else point.text, _INDENT, 2)
    return "\n".join(lines)


def _section(section: Section, imported: Imported, _: Translator) -> str:
    lines = _wrap(_head(section, imported.guide, _), "", "")
    for question in section.questions:
        lines += _question(question, section.serves, imported, _)
    return "\n".join(lines)


def _head(section: Section, guide: Guide, _: Translator) -> str:
    """A section's title with what it serves; without a title, the research question's own label."""
    served = {target.id: target.short for target in guide.targets if target.id in section.serves}
    if section.title:
        return f"{section.title}  [{', '.join(served)}]" if served else section.title
    return ", ".join(f"{id}  {short}" for id, short in served.items()) or _("import_untitled")


def _closing(imported: Imported, _: Translator) -> str:
    guide = imported.guide
    lines = []
    if guide.closing:
        lines.append(_("import_closing"))
        for question in guide.closing:
            lines += _question(question, (), imported, _)
    if guide.after:
        lines += ["", _("import_after")] if lines else [_("import_after")]
        for point in guide.after:
            lines += _hung("·", point.text, _INDENT, 2)
    return "\n".join(lines)


def _question(question: Question, usual: tuple[str, ...], imported: Imported, _: Translator) -> Iterator[str]:
    facts = [
        _("import_optional") if question.optional else "",
        _("import_one_minute", minutes=f"{question.minutes:g}") if question.minutes else "",
        _("import_serves", ids=", ".join(question.serves)) if question.serves != usual else "",
        "?" if imported.doubts.get(f"question:{question.id}") else "",
    ]
    tail = " · ".join(fact for fact in facts if fact)
    yield from _hung(question.id, question.ask + (f"  [{tail}]" if tail else ""), _INDENT, 5)
    if question.aim:
        yield from _hung(_("import_note"), question.aim, _INDENT + " " * 5, 0)
    for probe in question.probes:
        lead = f"{_('import_if', condition=probe.condition)} " if probe.condition else ""
        yield from _hung("–", lead + probe.ask, _INDENT + " " * 5, 2)


def _counts(guide: Guide, _: Translator) -> Iterator[str]:
    asked = guide.questions
    yield from _wrap(
        _(
            "import_counts",
            research=len(guide.research_questions),
            questions=len(asked),
            optional=sum(question.optional for question in asked),
            probes=sum(len(question.probes) for question in asked),
        ),
        "",
        "",
    )
    if guide.minutes:
        yield _("import_planned", minutes=f"{guide.minutes:g}")


def _unsure(imported: Imported, _: Translator) -> Iterator[str]:
    if not imported.doubts:
        return
    yield _("import_unsure")
    places: dict[str, list[str]] = {}
    for place, doubts in imported.doubts.items():
        for doubt in doubts:
            places.setdefault(_describe_doubt(doubt, _), []).append(_describe_place(place, _))
    for said, where in places.items():
        named = ", ".join(dict.fromkeys(name for name in where if name))
        yield from _hung("?", f"{named}: {said}" if named else said, _INDENT, 2)


def _describe_place(place: str, _: Translator) -> str:
    kind, _colon, rest = place.partition(":")
    if kind in ("question", "rq", "probe"):
        return rest.replace(":", ".")
    if kind in NUMBERED:
        return _(f"about_{kind}", place=rest)
    return _(f"about_{kind}") if kind in PLACES else ""


def _describe_doubt(doubt: Doubt, _: Translator) -> str:
    return _(f"doubt_{doubt.code}", **doubt.facts)


def _list_left_out(imported: Imported, _: Translator) -> Iterator[str]:
    listed, labels = collect_left_out(imported)
    if not listed and not labels:
        yield _("import_nothing_left")
        return
    if listed:
        yield _("import_left_out")
        for line in listed:
            yield from _hung("·", _describe_left_out(line, _), _INDENT, 2)
    if labels:
        yield from _wrap(_("import_labels_left", count=labels), "", "")


def _describe_left_out(line: SourceLine, _: Translator) -> str:
    place = _(f"spot_{line.place.code}", **line.place.facts)
    return f"{place}: {line.text}  [{_(f'left_{line.reason}')}]"


def collect_left_out(imported: Imported) -> tuple[tuple[SourceLine, ...], int]:
    """The words that are not in the guide, and how many mere labels before lines there are besides."""
    kept = {_key(line) for line in imported.lines if line.became != "left_out"}
    out = [line for line in imported.lines if line.became == "left_out"]
    labels = [line for line in out if _goes_without_saying(line, kept)]
    listed = [line for line in out if line not in labels]
    if all(line.place.code == "line" for line in listed):
        listed.sort(key=lambda line: int(line.place.facts["number"]))
    return tuple(listed), len(labels)


def _key(line: SourceLine) -> tuple[object, ...]:
    return (line.place.code, *line.place.facts.items())


def _goes_without_saying(line: SourceLine, kept: Collection[tuple[object, ...]]) -> bool:
    """Whether words are a mere label of what is kept, or stand in the guide in another form."""
    if line.reason in _ELSEWHERE or not any(map(str.isalnum, line.text)):
        return True
    return line.reason == "structure" and _key(line) in kept and len(line.text.split()) <= _MOST_OF_LABEL


def remarks_of(imported: Imported, file: str, _: Translator) -> Remarks:
    """What is uncertain as comments above the places that it is about, and at the end what was left out."""
    on = {
        place: tuple(_describe_doubt(doubt, _) for doubt in doubts)
        for place, doubts in imported.doubts.items()
        if place != "head"
    }
    listed, _more = collect_left_out(imported)
    ending: Mapping[str, tuple[str, ...]] = (
        {"left_out": (_("import_head_left"), *(_describe_left_out(line, _) for line in listed))} if listed else {}
    )
    head = (
        _("import_head", file=file),
        *(_describe_doubt(doubt, _) for doubt in imported.doubts.get("head", ())),
    )
    return Remarks(head, {**on, **ending})


def _hung(mark: str, text: str, indent: str, width: int) -> list[str]:
    """Text behind a mark, its further lines below the text."""
    lead = f"{indent}{mark.ljust(width - 1)} " if width else f"{indent}{mark} "
    return _wrap(text, lead, " " * len(lead))


def _wrap(text: str, first: str, later: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False) or [first.rstrip()]
