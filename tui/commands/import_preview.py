"""The preview of an imported document, and its corrections."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from guide.frozen import Value
from guide.importing import Imported, SourceLine
from guide.importing.guide_draft import Doubt
from guide.importing.structure.corrections import labels_of, unheeded
from guide.importing.structure.document_lines import LABELS
from guide.importing.structure.plausibility import is_missed
from guide.model import Guide, Question
from guide.model import Section as GuideSection
from guide.write import Remarks
from tui.console import ask, print_out, say_folded
from tui.documents.model import Block, Document, Outline, OutlineItem, Paragraph, Section
from tui.signs import PROMPT
from tui.translator import N_, NP_, Translator

_GATES = {
    "start": N_("before the first question"),
    "recording": NP_("guide", "before recording"),
    "start_recording": NP_("guide", "before the first question and recording"),
}


_LEFT_OUT = {
    "structure": N_("a lead; the form of the guide says the same"),
    "about": N_("about the study or the document"),
    "form": N_("a field to fill in"),
    "contents": N_("table of contents"),
    "page_number": N_("page number"),
    "running_header": N_("running header"),
    "page_header": N_("header or footer"),
    "footnote": N_("footnote"),
    "text_box": N_("text box"),
    "comment": N_("a comment in the document"),
    "deleted": N_("deleted with tracked changes"),
    "struck": N_("struck out"),
    "hidden": N_("hidden text"),
    "picture": N_("the description of a picture"),
    "placeholder": N_("a placeholder, no text yet"),
    "prose": N_("neither a question nor something to say"),
    "table": N_("a table without questions"),
    "heading": N_("a heading without questions of its own"),
    "code": N_("code, or facts about the file"),
    "appendix": N_("the appendix's number"),
    "minutes": N_("stands as minutes in the guide"),
    "mark": N_("a mark beside the question"),
    "topic": N_("stands as the question's label"),
    "condition": N_("stands as a condition (if:) in the guide"),
    "condition_unused": N_("a condition with nothing to ask below it"),
    "served": N_("stands as serves: in the guide"),
    "letter": N_("part of the e-mail, not of the guide"),
    "kind": N_("only says that this is an interview guide"),
    "source": N_("the source that the guide builds on"),
    "corrected": N_("left out by you"),
    "answer": N_("an answer option, as you said"),
    "column": N_("a column header, as you said"),
}


_ABOUT = {
    "title": N_("the title"),
    "problem": N_("the problem statement"),
    "research_questions": N_("the research questions"),
    "opening": N_("opening point {place}"),
    "after": N_("point {place} after the interview"),
    "section": N_("section {place}"),
}


_SPOTS = {
    "paragraph": N_("paragraph {number}"),
    "line": N_("line {number}"),
    "table_row": N_("table {table}, row {row}"),
    "page_edge": N_("header or footer"),
    "comment": N_("comment"),
    "page_line": N_("page {page}, line {line}"),
}


_DOUBTS = {
    "title_from_name": N_("the document has no clear title; this is the file's name"),
    "minutes_from": N_("the planned time is taken from “{text}”"),
    "language": N_("the language was not recognised as Norwegian or English"),
    "few_questions": N_(
        "little of the document is questions ({share} per cent); is this the whole guide, and only the guide?"
    ),
    "target_no_question": N_("does not stand as a question in the document"),
    "target_near": N_("stands slightly differently elsewhere: “{text}”"),
    "unserved": N_("the document does not say which questions serve which research question; fill in serves:"),
    "no_question": N_("is perhaps a keyword: it is not written as a question"),
    "topic_as_label": N_("“{text}” before the question has become its label on the screen (short)"),
    "inner_probes": N_("may hold probes; under probes: each can be ticked by itself"),
    "optional_brackets": N_("stands in brackets in the document, and so is optional here"),
    "closing_optional": N_("is marked as optional, but the closing has no optional questions"),
    "closing_by_words": N_("is taken for the closing by its wording; the document does not say so"),
    "afterthought": N_("“{text}” is taken for a probe here; it stood level with the questions"),
    "no_research": N_(
        "no research question was found; write them under research_questions:, and what each section serves in serves:"
    ),
    "may_gate": N_("concerns consent or recording; with gate: recording it is asked for before the recorder starts"),
    "numbering": N_("the document's own numbers could not be kept for every question: “{own}” is {given} here"),
    "minutes_sum": N_(
        "the parts' own times add up to {minutes} minutes; write minutes: {minutes} if that is the whole interview"
    ),
    "several_in_probe": N_("may be several probes in one; on a line each they can be ticked by themselves"),
    "slot": N_("has a place to be filled in: “{text}”"),
    "answered": N_(
        "{count} of the questions have their answer right after them in the document; is this an interview guide?"
    ),
    "questionnaire": N_(
        "{count} lines have boxes or a scale to tick, as in a questionnaire; is this an interview guide?"
    ),
    "numbered_below": N_("what is numbered below may be questions of their own, and not about this one"),
    "may_be_probe": N_("begins as if it asked on about the question above it; is it a probe there?"),
    "under_about": N_("has a heading as of words about the study; are these questions for the informant?"),
    "odd_question": N_("is unlike the other questions; is it one, and is it whole?"),
    "asked_as_note": N_("“{text}” is kept as a note here, though it speaks to the informant"),
    "asks_here": N_("asks something; is it a question for the interview?"),
    "no_title": N_("stands under no heading, unlike other questions; is one missing?"),
    "may_be_lead": N_("stands under “{text}”; is that a heading, or words that lead into what is asked?"),
    "closing_inherited": N_("is taken for the closing by a heading further up"),
    "letters": N_(
        "letters may be wrong, as in “{text}”: save the document again with the encoding UTF-8, and import it again"
    ),
    "asked_left_out": N_("lines that ask something and are not in the guide, marked with ? under “Left out”: {count}"),
}


WIDTH = 78
PLACES = ("title", "problem", "research_questions")
"""Parts of a guide about which something can be uncertain, besides single questions."""

NUMBERED = ("opening", "section", "after")
"""Parts of which there are several, told apart by their place."""

_ELSEWHERE = frozenset({"condition", "served"})
"""Why words are in the guide without standing in a wording."""

_MOST_OF_LABEL = 3  # words


def preview_of(imported: Imported, file: str, _: Translator) -> Document:
    """What was made of a document, what is uncertain, and every line that is left out."""
    guide = imported.guide
    blocks = (
        Section(guide.title, ()),
        *_top(guide, _),
        *(
            Section(_head(section, guide, _), (_questions(section.questions, section.serves, imported, _),))
            for section in guide.sections
        ),
        *([Section(_("Closing"), (_questions(guide.closing, (), imported, _),))] if guide.closing else []),
        *([Section(_("After the interview"), (_points(point.text for point in guide.after),))] if guide.after else []),
        *_counts(guide, _),
        *_unsure(imported, _),
        *_list_left_out(imported, _),
    )
    title = _("{file}, as the program has read it", file=file)
    return Document(title, _.language, _.language, blocks, ())


def _points(texts: Iterable[str], sign: str = "·") -> Outline:
    return Outline(tuple(OutlineItem(sign, text) for text in texts))


def _top(guide: Guide, _: Translator) -> Iterator[Section]:
    if guide.problem:
        yield Section(_("Problem statement"), (_points([guide.problem], ""),))
    if guide.research_questions:
        items = (
            OutlineItem(one.id, one.text, tuple(OutlineItem(part.id, part.text) for part in one.parts))
            for one in guide.research_questions
        )
        yield Section(_("Research questions"), (Outline(tuple(items), (3, 3)),))
    if guide.concepts:
        told = (": ".join(filter(None, (concept.name, concept.short))) for concept in guide.concepts)
        yield Section(_("Concepts"), (_points(told),))
    if guide.opening:
        gates = (f"  [{_(_GATES['_'.join(point.gate)])}]" if point.gate else "" for point in guide.opening)
        points = (f"{point.text}{gate}" for point, gate in zip(guide.opening, gates, strict=True))
        yield Section(_("Opening"), (_points(points),))


def _head(section: GuideSection, guide: Guide, _: Translator) -> str:
    """A section's title with what it serves; without a title, the research question's own label."""
    served = {target.id: target.short for target in guide.targets if target.id in section.serves}
    if section.title:
        return f"{section.title}  [{', '.join(served)}]" if served else section.title
    return ", ".join(f"{id}  {short}" for id, short in served.items()) or _("(without a title)")


def _questions(questions: Iterable[Question], usual: tuple[str, ...], imported: Imported, _: Translator) -> Outline:
    """Questions behind their ids, each with its note and its probes below."""
    return Outline(tuple(_question(question, usual, imported, _) for question in questions), (4,))


def _question(question: Question, usual: tuple[str, ...], imported: Imported, _: Translator) -> OutlineItem:
    facts = [
        _("optional") if question.optional else "",
        _("{minutes} min.", minutes=f"{question.minutes:g}") if question.minutes else "",
        _("serves {ids}", ids=", ".join(question.serves)) if question.serves != usual else "",
        "?" if imported.doubts.get(f"question:{question.id}") else "",
    ]
    tail = " · ".join(fact for fact in facts if fact)
    below = [OutlineItem(_("note:"), question.aim)] if question.aim else []
    for probe in question.probes:
        lead = f"{_('if {condition}:', condition=probe.condition)} " if probe.condition else ""
        below.append(OutlineItem("–", lead + probe.ask))
    return OutlineItem(question.id, question.ask + (f"  [{tail}]" if tail else ""), tuple(below))


def _counts(guide: Guide, _: Translator) -> Iterator[Paragraph]:
    asked = guide.questions
    yield Paragraph(
        _(
            "Research questions: {research} · questions: {questions} (optional: {optional}) · probes: {probes}",
            research=len(guide.research_questions),
            questions=len(asked),
            optional=sum(question.optional for question in asked),
            probes=sum(len(question.probes) for question in asked),
        )
    )
    if guide.minutes:
        yield Paragraph(_("Planned time: {minutes} minutes", minutes=f"{guide.minutes:g}"))


def _unsure(imported: Imported, _: Translator) -> Iterator[Section]:
    if not imported.doubts:
        return
    places: dict[str, list[str]] = {}
    for place, doubts in imported.doubts.items():
        for doubt in doubts:
            places.setdefault(_describe_doubt(doubt, _), []).append(_describe_place(place, _))
    named = {said: ", ".join(dict.fromkeys(name for name in where if name)) for said, where in places.items()}
    told = (f"{where}: {said}" if where else said for said, where in named.items())
    yield Section(_("Uncertain (becomes remarks in guide.yaml)"), (_points(told, "?"),))


def _describe_place(place: str, _: Translator) -> str:
    kind, _colon, rest = place.partition(":")
    if kind in ("question", "rq", "probe"):
        return rest.replace(":", ".")
    return _(_ABOUT[kind], place=rest) if kind in (*PLACES, *NUMBERED) else ""


def _describe_doubt(doubt: Doubt, _: Translator) -> str:
    return _(_DOUBTS[doubt.code], **doubt.facts)


def _list_left_out(imported: Imported, _: Translator) -> Iterator[Block]:
    listed, labels = collect_left_out(imported)
    if not listed and not labels:
        yield Paragraph(_("Everything in the document is in the guide."))
    if listed:
        numbers = None if _own_numbers(imported) else line_numbers(imported)
        told = (_describe_left_out(line, _, numbers[line.number] if numbers else None) for line in listed)
        yield Section(_("Left out"), (_points(told),))
    if labels:
        yield Paragraph(
            _(
                "Besides, numbers, marks and lead words that the guide's form stands for ({count} places).",
                count=labels,
            )
        )


def _describe_left_out(line: SourceLine, _: Translator, number: int | None = None) -> str:
    """A line with its place, before it what it is called in the list of corrections where that is another number."""
    place = _(_SPOTS[line.place.code], **line.place.facts)
    if number is not None:
        place = f"{number} · {place}"
    alarm = "? " if is_missed(line.text, line.reason) else ""
    return f"{alarm}{place}: {line.text}  [{_(_LEFT_OUT[line.reason or ''])}]"


def collect_left_out(imported: Imported) -> tuple[tuple[SourceLine, ...], int]:
    """The words that are not in the guide, and how many mere labels before lines there are besides."""
    kept = {line.number for line in imported.lines if line.became != "left_out"}
    out = [line for line in imported.lines if line.became == "left_out"]
    listed = [line for line in out if not _goes_without_saying(line, kept)]
    if all(line.place.code == "line" for line in listed):
        listed.sort(key=lambda line: int(line.place.facts["number"]))
    return tuple(listed), len(out) - len(listed)


def _goes_without_saying(line: SourceLine, kept: Collection[int]) -> bool:
    """Whether words are a mere label of what is kept, or stand in the guide in another form."""
    if line.reason in _ELSEWHERE or not any(map(str.isalnum, line.text)):
        return True
    if line.reason != "structure":
        return False
    own = line.number in kept and len(line.text.split()) <= _MOST_OF_LABEL
    return own or (line.place.code == "table_row" and not any(map(str.isalpha, line.text)))


def remarks_of(imported: Imported, file: str, _: Translator) -> Remarks:
    """What is uncertain as comments above the places that it is about, and at the end what was left out."""
    on = {
        place: tuple(_describe_doubt(doubt, _) for doubt in doubts)
        for place, doubts in imported.doubts.items()
        if place != "head"
    }
    listed, _more = collect_left_out(imported)
    ending: Mapping[str, tuple[str, ...]] = (
        {"left_out": (_("In the document, but not in the guide:"), *(_describe_left_out(line, _) for line in listed))}
        if listed
        else {}
    )
    head = (
        _("Made of {file}. Lines that begin with # are remarks and can be deleted.", file=file),
        *(_describe_doubt(doubt, _) for doubt in imported.doubts.get("head", ())),
    )
    return Remarks(head, {**on, **ending})


_LABEL_NAMES: Mapping[str, str] = {
    "t": N_("title"),
    "p": N_("problem statement"),
    "r": N_("research question"),
    "h": N_("heading"),
    "q": N_("question"),
    "s": N_("probe"),
    "i": N_("condition"),
    "n": N_("note"),
    "c": N_("closing"),
    "o": N_("opening"),
    "a": N_("answer option"),
    "k": N_("column header"),
    "x": N_("left out"),
}
"""What each of ``LABELS`` stands for."""

_CORRECTION = re.compile(rf"(?P<number>\d{{1,4}})\s*(?P<label>[{LABELS}])(?P<alone>!?)")


def line_numbers(imported: Imported) -> dict[int, int]:
    """What each line of the document is called in the list of corrections: as where it is left out, if that will do."""
    return _own_numbers(imported) or {line.number: line.number + 1 for line in imported.lines}


def _own_numbers(imported: Imported) -> dict[int, int] | None:
    """The numbers that a document's lines have in it; None where a table's rows, a PDF's lines or others have none."""
    places = {line.number: line.place for line in imported.lines}
    own = {number: int(place.facts["number"]) for number, place in places.items() if place.code in _COUNTED}
    return own if len(own) == len(places) == len(set(own.values())) else None


_COUNTED = frozenset({"line", "paragraph"})
"""Kinds of places with one number."""


def lines_with_labels(imported: Imported, _: Translator) -> str:
    """Every line of the document with its number and its label; what is uncertain has a question mark."""
    labels, numbers = labels_of(imported.lines), line_numbers(imported)
    words: dict[int, tuple[bool, str]] = {}
    doubted = set()
    for line in imported.lines:
        kept, text = words.get(line.number, (False, ""))
        own = line.became != "left_out"
        if (own, len(line.text)) > (kept, len(text)):
            words[line.number] = (own, line.text)
        if imported.doubts.get(line.became) or (not own and is_missed(line.text, line.reason)):
            doubted.add(line.number)
    shown = []
    for number, (_kept, text) in words.items():
        lead = f"{numbers[number]:>4} {labels[number]}{'?' if number in doubted else ' '} "
        shown.append(f"{lead}{text}" if len(lead + text) <= WIDTH else f"{lead}{text[: WIDTH - len(lead) - 1]}…")
    return "\n".join(shown)


def say_unheeded(imported: Imported, told: Mapping[int, str], _: Translator) -> str:
    """Which labels did not hold, and what these lines are after all; "" where all did."""
    numbers, labels = line_numbers(imported), labels_of(imported.lines)
    said = []
    for number, line in unheeded(imported.lines, told).items():
        kept = _LEFT_OUT[line.reason] if line.became == "left_out" and line.reason else _LABEL_NAMES[labels[number]]
        correction = f"{numbers[number]}{told[number]}"
        said.append(_("{correction} is taken back; the line stays: {kept}.", correction=correction, kept=_(kept)))
    return " ".join(said)


class LabelsGiven(Value):
    """What somebody corrected in one go: labels by their lines' numbers, and the lines that nothing is to follow."""

    told: Mapping[int, str]
    alone: frozenset[int] = frozenset()


def say_followers(before: Imported, after: Imported, given: LabelsGiven, _: Translator) -> str:
    """Which other lines are something else after a correction, each with its key; "" for none."""
    numbers, old = line_numbers(after), labels_of(before.lines)
    changed = [
        f"{numbers[number]}{label}"
        for number, label in labels_of(after.lines).items()
        if number not in given.told and old.get(number, label) != label
    ]
    if not changed:
        return ""
    corrections = " ".join(f"{numbers[number]}{label}" for number, label in given.told.items())
    if given.alone.issuperset(given.told):
        return _("{corrections}; it also made {lines}.", corrections=corrections, lines=" ".join(changed))
    return _(
        "{corrections}; also {lines}. With ! behind it a correction is its line's alone.",
        corrections=corrections,
        lines=" ".join(changed),
    )


def explain_labels(imported: Imported, _: Translator) -> None:
    """Show every line with its label, the keys, and how lines are corrected."""
    keys = " · ".join(f"{label} {_(name)}" for label, name in _LABEL_NAMES.items())
    print_out(f"{lines_with_labels(imported, _)}\n")
    say_folded(keys)
    say_folded(
        _(
            "12q makes line 12 a question, and what looks alike further down follows; 12q! is that line alone."
            " Several stand on one line: 12q 15x 18s!"
        )
    )


def ask_for_labels(imported: Imported, _: Translator) -> LabelsGiven | None:
    """The labels that somebody gives; None where there is nothing more to correct."""
    while True:
        said = ask(_("Line and key, as 12q or 12q 15x. Enter: done") + f" {PROMPT} ")
        if not said:
            return None
        given = read_labels(said, imported, _)
        if isinstance(given, LabelsGiven):
            return given
        print_out(given)


def corrects_lines(said: str) -> bool:
    """Whether what somebody typed begins as a correction does: "28r"."""
    return _CORRECTION.match(said.casefold()) is not None


def read_labels(said: str, imported: Imported, _: Translator) -> LabelsGiven | str:
    """The labels in what somebody typed, or what is wrong with it."""
    numbers = {shown: number for number, shown in line_numbers(imported).items()}
    told: dict[int, str] = {}
    alone = set()
    for one in re.findall(rf"\d+\s*[{LABELS}]!?|\S+", said.casefold()):
        found = _CORRECTION.fullmatch(one)
        if found is None:
            return _("A line's number and one of the keys, as 12q or 12q 15x.")
        number = numbers.get(int(found["number"]))
        if number is None:
            return _("There is no line {number}.", number=int(found["number"]))
        if told.setdefault(number, found["label"]) != found["label"]:
            return _("Line {number} is given several keys; give it one.", number=int(found["number"]))
        if found["alone"]:
            alone.add(number)
    return LabelsGiven(told, frozenset(alone))
