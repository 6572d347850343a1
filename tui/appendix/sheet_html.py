"""The paper sheet as a page to print.

No script, nothing from anywhere.
"""

from importlib.resources import files

from tui.appendix.blocks import words_of
from tui.appendix.layout import AIM, COLUMNS, Layout
from tui.appendix.sheet import Group, SheetQuestion, Tick
from tui.report.element import Element, Node, el, render
from tui.translator import Translator

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_of(layout: Layout) -> str:
    """The page, without a line break at its end."""
    sheet, _ = layout.sheet, words_of(layout.sheet.language.partition("-")[0])
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", sheet.title),
        el("style", _style(layout)),
    )
    body = el(
        "body",
        el("h1", sheet.title),
        el("p", *_fields(sheet.time, _), class_="fields"),
        _points(_("paper_opening"), sheet.opening),
        _table(layout, _),
        _points(_("paper_after_interview"), sheet.after),
        *(el("p", el("b", f"{name}: "), said, class_="concept") for name, said in sheet.concepts),
        el("p", el("b", _("paper_follow_up")), class_="follow-up"),
        class_="one-page" if layout.pages == 1 else None,
    )
    return f"<!DOCTYPE html>\n{render(el('html', head, body, lang=sheet.language))}"


def _style(layout: Layout) -> str:
    sizes = {"size": f"{layout.size:g}pt", "aim": f"{AIM:g}pt"}
    sizes |= {"room": f"{layout.room:.2f}mm", "follow-up": f"{layout.follow_up:.2f}mm"}
    own = f":root {{ {' '.join(f'--{name}: {value};' for name, value in sizes.items())} }}\n"
    pages = "@page { @bottom-right { content: counter(page) '/' counter(pages); font: 8pt sans-serif; } }\n"
    css = files(__package__).joinpath("sheet.css").read_text(encoding="utf-8")
    return own + css + (pages if layout.pages > 1 else "")


def _fields(time: str, _: Translator) -> list[Element]:
    names = [_("paper_code"), _("paper_date"), _("paper_start"), _("paper_end")]
    fields = [el("span", f"{name} ", el("i", class_="line")) for name in names]
    recorder = el("span", _box(), _("paper_recorder"))
    return [*fields, recorder, *([el("span", _("paper_planned", time=time))] if time else [])]


def _points(title: str, points: tuple[Tick, ...]) -> Element | None:
    if not points:
        return None
    return el("div", el("h2", title), el("ul", *(el("li", *_tick(point)) for point in points)), class_="points")


def _table(layout: Layout, _: Translator) -> Element:
    *fixed, _last = COLUMNS.values()  # the last takes what is left beside the lines
    columns = (*(el("col", style=f"width: {wide:g}mm") for wide in fixed), el("col"))
    names = (_("paper_id"), _("paper_asked"), _("paper_covered"), _("paper_question"))
    heads = [el("th", name, scope="col") for name in (*names, _("paper_notes"))]
    caption = el("caption", _("appendix_optional")) if layout.sheet.optional else None
    bodies = (_group(group) for group in layout.sheet.groups)
    return el("table", caption, el("colgroup", *columns), el("thead", el("tr", *heads)), *bodies)


def _group(group: Group) -> Element:
    head = el("tr", el("th", group.title, colspan=str(len(COLUMNS)), scope="rowgroup"), class_="group")
    return el("tbody", head if group.title else None, *(_question(question) for question in group.questions))


def _question(question: SheetQuestion) -> Element:
    alone = question.alone
    cell = el(
        "td",
        el("p", question.ask, *_mark(question.mark)),
        el("p", el("em", question.aim), class_="aim") if question.aim else None,
        el("p", el("em", alone.lead), f" {alone.text}", class_="alone") if alone is not None else None,
        el("ul", *(el("li", *_tick(probe)) for probe in question.probes)) if question.probes else None,
        class_="question",
    )
    ticks = (el("td", _box(), class_="tick") for _ in ("asked", "covered"))
    return el("tr", el("th", question.id, scope="row"), *ticks, cell, el("td"))


def _tick(tick: Tick) -> list[Node]:
    lead: list[Node] = [el("em", tick.lead), " "] if tick.lead else []
    return [_box(), *lead, tick.text, *_mark(tick.mark)]


def _mark(mark: str) -> list[Node]:
    return [" ", el("em", mark, class_="mark")] if mark else []


def _box() -> Element:
    return el("span", class_="box", aria_hidden="true")
