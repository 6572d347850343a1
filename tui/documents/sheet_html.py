"""The paper sheet as a page to print.

No script, nothing from anywhere.
"""

from importlib.resources import files

from tui.documents.sheet import AIM, COLUMNS, Group, Layout, SheetQuestion, Tick, words_of
from tui.documents.to_html import page_head
from tui.escape import in_text
from tui.translator import Translator

_BOX = '<span class="box" aria-hidden="true"></span>'


def html_of(layout: Layout) -> str:
    """The page, without a line break at its end."""
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
