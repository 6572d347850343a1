"""The guide on paper: what the sheet holds, and where.

What an interviewer needs when the computer fails. Everything to say and ask stands there in full, in the guide's order,
with the ids that the program uses, so that what was ticked on paper can be entered afterwards.

One page of A4 is what fits on a table; Arial's widths tell near enough how much room a text takes. So stand-alone
wordings go first where room is short, then the type gets smaller, never below what is read at arm's length; a guide
that is longer still goes over several pages.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby, takewhile
from math import ceil
from typing import Literal

from guide.frozen import Value
from guide.model import Guide, Point, Question
from tui.documents.to_html import page_head
from tui.escape import in_text
from tui.translator import N_, Translator, language_of

GATES = {
    "start": N_("(before the first question)"),
    "recording": N_("(before recording)"),
    "start_recording": N_("(before the first question and recording)"),
}


_TAGS = {"nn": "nn-NO", "en": "en-GB", "sv": "sv-SE", "da": "da-DK", "de": "de-DE"}


def words_of(language: str) -> Translator:
    """The words for a guide in this language."""
    return Translator(language_of(language))


def tag_of(language: str) -> str:
    """The language's name for spelling and hyphenation: nb-NO, nn-NO or en-GB."""
    return _TAGS.get(language, "nb-NO")


def number(value: float, _: Translator) -> str:
    """A number as it is written in the language, exactly: 60, 4.5 in English, 4,5 in Norwegian."""
    return _.decimal(str(int(value)) if value.is_integer() else repr(value))


class Run(Value):
    """Questions that follow each other, under their section's title: it is the author's, and always stands.

    ``targets`` is the common beginning of what each serves.
    """

    title: str
    targets: tuple[str, ...]
    questions: tuple[Question, ...]


def runs_of(guide: Guide) -> Iterator[Run]:
    """The rows in the guide's order, the closing left out: a new one where section or first target changes."""
    for section in guide.sections:
        runs = [tuple(run) for _, run in groupby(section.questions, key=lambda question: question.serves[:1])]
        for run in runs:
            yield Run(section.title, _common_beginning(run), run)


def _common_beginning(run: tuple[Question, ...]) -> tuple[str, ...]:
    """The longest beginning that what these questions serve has in common."""
    places = zip(*(question.serves for question in run), strict=False)
    return tuple(place[0] for place in takewhile(lambda place: len(set(place)) == 1, places))


Alone = Literal["in full", "by id"]


class Tick(Value):
    """Something to tick; ``lead`` says in italics when it applies, ``mark`` what else to know about it."""

    text: str
    lead: str = ""
    mark: str = ""


class SheetQuestion(Value):
    """A question: ``mark`` stands after it in italics, ``alone`` is how it sounds before what it leans on.

    ``aim`` is the author's note to the interviewer, not to be read aloud; empty when there is none.
    """

    id: str
    ask: str
    mark: str
    aim: str
    alone: Tick | None
    probes: tuple[Tick, ...]


class Group(Value):
    """Questions asked for the same thing, under a line that says which; one without ``title`` has no such line."""

    title: str
    questions: tuple[SheetQuestion, ...]


class Sheet(Value):
    """All that stands on the sheet, before it is laid out."""

    title: str
    language: str
    time: str
    opening: tuple[Tick, ...]
    groups: tuple[Group, ...]
    after: tuple[Tick, ...]
    concepts: tuple[tuple[str, str], ...]
    optional: bool

    @property
    def questions(self) -> tuple[SheetQuestion, ...]:
        """Every question in order."""
        return tuple(question for group in self.groups for question in group.questions)


def sheet_of(guide: Guide, alone: Alone = "in full") -> Sheet:
    """The sheet, in the guide's language; ``alone`` tells leaning questions' stand-alone wordings, or only on what
    they lean.
    """
    _ = words_of(guide.language)
    minutes = "" if guide.minutes is None else _("{minutes} min", minutes=number(guide.minutes, _))
    return Sheet(
        title=guide.title,
        language=tag_of(guide.language),
        time=minutes,
        opening=tuple(_point(point, _) for point in guide.opening),
        groups=tuple(_groups(guide, alone, _)),
        after=tuple(_point(point, _) for point in guide.after),
        concepts=tuple((concept.name, concept.forms[0][1]) for concept in guide.concepts if concept.forms),
        optional=any(question.optional for question in guide.questions),
    )


def _point(point: Point, _: Translator) -> Tick:
    return Tick(point.text, mark=_(GATES["_".join(point.gate)]) if point.gate else "")


def _groups(guide: Guide, alone: Alone, _: Translator) -> Iterator[Group]:
    for section in guide.sections:
        runs = tuple(runs_of(guide.but(sections=(section,))))
        planned = "" if section.minutes is None else _("{minutes} min", minutes=number(section.minutes, _))
        if len(runs) > 1 and section.title:  # a theme stands whole, and each question says what it serves
            yield Group(
                _join(section.title, planned),
                tuple(_sheet_question(question, None, alone, _) for question in section.questions),
            )
            continue
        for run in runs:
            asked = tuple(_sheet_question(question, len(run.targets), alone, _) for question in run.questions)
            yield Group(_join(_title(guide, run), planned if run is runs[0] else ""), asked)
    if guide.closing:
        yield Group(_("Closing"), tuple(_sheet_question(question, 0, alone, _) for question in guide.closing))


def _join(*pieces: str) -> str:
    return " · ".join(piece for piece in pieces if piece)


def _title(guide: Guide, run: Run) -> str:
    labels = {target.id: target.short for target in guide.targets}
    served = ", ".join(run.targets)
    label = run.title or (labels.get(run.targets[0], "") if run.targets else "")
    return _join(served, label)


def _sheet_question(question: Question, shown: int | None, alone: Alone, _: Translator) -> SheetQuestion:
    """A question; ``shown`` is how many of what it serves stand above it, None where its group says nothing of that."""
    leans = ", ".join(question.leans_on)
    told = question.alone is not None and alone == "in full"
    rest = ", ".join(question.serves[shown or 0 :])
    marks = [rest if shown is None else _("also {ids}", ids=rest)] if rest else []
    marks += [_("after {ids}", ids=leans)] if leans and not told else []
    marks += [_("{minutes} min", minutes=number(question.minutes, _))] if question.minutes is not None else []
    lead = _("Before {ids}:", ids=leans) if leans else _("Alone:")
    probes = (
        Tick(probe.ask, "" if probe.condition is None else _("If {condition}:", condition=probe.condition))
        for probe in question.probes
    )
    return SheetQuestion(
        id=question.id,
        ask=f"({question.ask})" if question.optional else question.ask,
        mark=f"({'; '.join(marks)})" if marks else "",
        aim=question.aim or "",
        alone=Tick(question.alone or "", lead) if told else None,
        probes=tuple(probes),
    )


POINT = 25.4 / 72
"""Millimetres in a point."""

_EMS = (
    ("ijl'’‘", 0.222),
    (" ft.,:;!/\\[]I|·", 0.278),
    ("r()-`“”„*", 0.36),
    ("ckvxyzsJ", 0.5),
    ("FTZø", 0.611),
    ("ABEKPSVXYÅÄ&", 0.667),
    ("wCDHNRU", 0.722),
    ("GOQØÖ", 0.778),
    ("mM", 0.833),
    ("æ%", 0.889),
    ("WÆ—…@", 1.0),
)
_OTHER, _OF_OTHER_ALPHABETS = 0.556, 1.0
_LAST_LATIN = "\u024f"


def width(text: str, size: float) -> float:
    """The width of a text on one line, in millimetres; ``size`` is in points."""
    return sum(map(_ems, text)) * size * POINT


def lines(text: str, room: float, size: float) -> int:
    """The lines that a text takes in a column of ``room`` millimetres, broken between words."""
    return sum(_lines(line, room, size) for line in text.splitlines() or [""])


def _lines(text: str, room: float, size: float) -> int:
    count, used, blank = 1, 0.0, width(" ", size)
    for word in text.split():
        wide = width(word, size)
        if used and used + blank + wide > room:
            count, used = count + 1, 0.0
        over, wide = divmod(wide, room) if wide > room else (0.0, wide)
        count += int(over)
        used += wide + (blank if used else 0.0)
    return count


def _ems(sign: str) -> float:
    """The width of a sign against the size of type."""
    usual = _OTHER if sign <= _LAST_LATIN or "\u2010" <= sign <= "\u203a" else _OF_OTHER_ALPHABETS
    return next((ems for signs, ems in _EMS if sign in signs), usual)


PAGE = 277.0
"""Millimetres from margin to margin on an upright A4 with margins of 10."""

WIDE = 190.0
COLUMNS = {"id": 10.0, "asked": 10.5, "covered": 13.5, "question": 121.0, "notes": 35.0}
"""The widths of the columns, in millimetres; together as wide as the page, each wide enough for its head."""

AIM = 8.5
"""Points of what is noted for the interviewer: small, but not below what is read at arm's length."""

LEADING = 1.22
"""The height of a line against the size of its type."""

_SIZES = (10.0, 9.5, 9.0, 8.5)
_SIZE_OF_LONG = 9.5
_PADDING = 1.3  # above and below a row, in millimetres
_HEAD, _TABLE_HEAD, _BETWEEN = 13.0, 5.0, 2.0
_LABEL = 18.0
_BOXED = 1.1  # lines with boxes are a little higher
_SPARE = 6.0  # printers and fonts differ a little
_LEAST_FOLLOW_UP = 10.0
_GOOD_ROOM, _MOST_ROOM = 1.5, 9.0
_LOST_TO_BREAKS = 18.0  # on each page of several: the head again, and a row that went over to the next


class Layout(Value):
    """A sheet with its sizes: type in points, ``room`` beneath each question and ``follow_up`` in millimetres.

    ``pages`` is 1, or about how many a long guide takes.
    """

    sheet: Sheet
    size: float
    room: float
    follow_up: float
    pages: int


def fit_on_page(guide: Guide) -> Layout:
    """The sheet as it fits on one page, or over several where it cannot.

    Room to write in counts for more than stand-alone wordings, and these for more than large type.
    """
    full, brief = sheet_of(guide), sheet_of(guide, "by id")
    tried = [(full, size) for size in _SIZES] + [(brief, size) for size in _SIZES]
    for least in (_GOOD_ROOM, 0.0):
        for sheet, size in tried:
            left = PAGE - _SPARE - height(sheet, size) - _LEAST_FOLLOW_UP
            count = len(sheet.questions)
            if left >= least * count:
                room = min(_MOST_ROOM, max(least, left / (count + 2)))
                return Layout(sheet, size, room, _LEAST_FOLLOW_UP + left - room * count, 1)
    return _long(full)


def _long(sheet: Sheet) -> Layout:
    """Over as few pages as give room to write in, and room for what else there is on these."""
    count, each = len(sheet.questions), PAGE - _LOST_TO_BREAKS
    taken = height(sheet, _SIZE_OF_LONG) + _LEAST_FOLLOW_UP
    pages = max(2, ceil((taken + _GOOD_ROOM * count) / each))
    room = min(_MOST_ROOM, (pages * each - taken) / count) if count else 0.0
    return Layout(sheet, _SIZE_OF_LONG, room, _LEAST_FOLLOW_UP, pages)


def height(sheet: Sheet, size: float) -> float:
    """The millimetres that a sheet takes at this size of type, without room for what is heard."""
    line = size * POINT * LEADING
    rows = sum(question_height(question, size) for question in sheet.questions)
    heads = sum(line + _PADDING for group in sheet.groups if group.title)
    points = sum(_ticks_height(points, size) for points in (sheet.opening, sheet.after) if points)
    concepts = sum(lines(f"{name}: {said}", WIDE, size) for name, said in sheet.concepts) * line
    return _HEAD + _TABLE_HEAD + rows + heads + points + concepts + 4 * _BETWEEN


def question_height(question: SheetQuestion, size: float) -> float:
    """The millimetres that a question takes with its note and its probes, which follow each other on a line."""
    line = size * POINT * LEADING
    count = lines(f"{question.ask} {question.mark}", COLUMNS["question"] - 3, size)
    if question.alone is not None:
        count += lines(f"{question.alone.lead} {question.alone.text}", COLUMNS["question"] - 3, size)
    if question.probes:
        count += _run_on(question.probes, COLUMNS["question"] - 3, size)
    noted = lines(question.aim, COLUMNS["question"] - 3, AIM) * AIM * POINT * LEADING if question.aim else 0.0
    return count * line + noted + _PADDING


def _ticks_height(points: Iterable[Tick], size: float) -> float:
    return _run_on(points, WIDE - _LABEL, size) * size * POINT * LEADING * _BOXED + _BETWEEN


def _run_on(ticks: Iterable[Tick], room: float, size: float) -> int:
    """The lines of things to tick that follow each other, each whole where it can be."""
    count, used, box = 1, 0.0, 2.2 * size * POINT
    for tick in ticks:
        wide = box + width(f"{tick.lead} {tick.text} {tick.mark}".strip(), size)
        if used and used + wide > room:
            count, used = count + 1, 0.0
        more = lines(f"{tick.lead} {tick.text} {tick.mark}", room - box, size) - 1 if wide > room else 0
        count += more
        used = room if more else used + wide
    return count


_BOX = '<span class="box" aria-hidden="true"></span>'


def sheet_html_of(layout: Layout) -> str:
    """The sheet as a page to print, without a line break at its end: no script, nothing from anywhere."""
    sheet, _ = layout.sheet, words_of(layout.sheet.language.partition("-")[0])
    concepts = (f'<p class="concept"><b>{in_text(name)}: </b>{in_text(said)}</p>' for name, said in sheet.concepts)
    whole = ' class="one-page"' if layout.pages == 1 else ""
    return (
        f"<!DOCTYPE html>\n{page_head(sheet.title, sheet.language, _style(layout))}"
        f"<body{whole}><h1>{in_text(sheet.title)}</h1>"
        f'<p class="fields">{_fields(sheet.time, _)}</p>'
        f"{_points(_('Opening'), sheet.opening)}{_table(layout, _)}"
        f"{_points(_('After'), sheet.after)}{''.join(concepts)}"
        f'<p class="follow-up"><b>{in_text(_("To follow up"))}</b></p></body></html>'
    )


def _style(layout: Layout) -> str:
    sizes = {"size": f"{layout.size:g}pt", "aim": f"{AIM:g}pt"}
    sizes |= {"room": f"{layout.room:.2f}mm", "follow-up": f"{layout.follow_up:.2f}mm"}
    own = f":root {{ {' '.join(f'--{name}: {value};' for name, value in sizes.items())} }}\n"
    pages = "@page { @bottom-right { content: counter(page) '/' counter(pages); font: 8pt sans-serif; } }\n"
    css = files(__package__).joinpath("sheet.css").read_text(encoding="utf-8")
    return own + css + (pages if layout.pages > 1 else "")


def _fields(time: str, _: Translator) -> str:
    names = (_("Code"), _("Date"), _("Start"), _("End"))
    fields = "".join(f'<span>{in_text(name)} <i class="line"></i></span>' for name in names)
    planned = f"<span>{in_text(_('planned: {time}', time=time))}</span>" if time else ""
    return f"{fields}<span>{_BOX}{in_text(_('recorder running'))}</span>{planned}"


def _points(title: str, points: tuple[Tick, ...]) -> str:
    return f'<div class="points"><h2>{in_text(title)}</h2>{_ticks(points)}</div>' if points else ""


def _table(layout: Layout, _: Translator) -> str:
    *fixed, _last = COLUMNS.values()  # the last takes what is left beside the lines
    columns = "".join(f'<col style="width: {wide:g}mm"/>' for wide in fixed)
    names = (_("Id"), _("asked"), _("covered"), _("Question"), _("Time, notes"))
    heads = "".join(f'<th scope="col">{in_text(name)}</th>' for name in names)
    caption = (
        f"<caption>{in_text(_('Questions in parentheses are optional.'))}</caption>" if layout.sheet.optional else ""
    )
    bodies = "".join(map(_group, layout.sheet.groups))
    return f"<table>{caption}<colgroup>{columns}<col/></colgroup><thead><tr>{heads}</tr></thead>{bodies}</table>"


def _group(group: Group) -> str:
    head = f'<tr class="group"><th colspan="{len(COLUMNS)}" scope="rowgroup">{in_text(group.title)}</th></tr>'
    return f"<tbody>{head if group.title else ''}{''.join(map(_question, group.questions))}</tbody>"


def _question(question: SheetQuestion) -> str:
    alone = question.alone
    told = f"<p>{in_text(question.ask)}{_mark(question.mark)}</p>"
    told += f'<p class="aim"><em>{in_text(question.aim)}</em></p>' if question.aim else ""
    told += f'<p class="alone"><em>{in_text(alone.lead)}</em> {in_text(alone.text)}</p>' if alone is not None else ""
    told += _ticks(question.probes) if question.probes else ""
    ticks = f'<td class="tick">{_BOX}</td>' * 2
    return f'<tr><th scope="row">{in_text(question.id)}</th>{ticks}<td class="question">{told}</td><td></td></tr>'


def _ticks(ticks: tuple[Tick, ...]) -> str:
    return f"<ul>{''.join(f'<li>{_tick(tick)}</li>' for tick in ticks)}</ul>"


def _tick(tick: Tick) -> str:
    lead = f"<em>{in_text(tick.lead)}</em> " if tick.lead else ""
    return f"{_BOX}{lead}{in_text(tick.text)}{_mark(tick.mark)}"


def _mark(mark: str) -> str:
    return f' <em class="mark">{in_text(mark)}</em>' if mark else ""
