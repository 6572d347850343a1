"""The method chapter's facts as Markdown.

A paragraph in both languages, COREQ, SRQR, information power.
"""

from collections.abc import Iterable, Mapping, Sequence

from interviews.method.facts import Fact, NotComputed, Power, Revised, Versions
from interviews.study.facts import SCALES
from tui.method.sentences import evidence, plain, sentences
from tui.translator import Language, Translator

COREQ: Mapping[int, tuple[str, ...]] = {
    1: ("interviewer",),
    2: ("credentials",),
    3: ("occupation",),
    4: ("gender",),
    5: ("training",),
    6: ("relationship",),
    7: ("knowledge",),
    8: ("characteristics",),
    9: ("methodology",),
    10: ("sampling",),
    11: ("approach",),
    12: ("interviews", "afterwards"),
    13: ("withdrawn", "non_participation"),
    14: ("setting",),
    15: ("others_present",),
    16: ("sample",),
    17: ("guide", "accepted", "pilots", "versions", "revisions", "revision_of_each", "probes"),
    18: ("repeats",),
    19: ("recording", "recording_declined"),
    20: ("field_notes",),
    21: ("lengths", "briefing"),
    22: ("saturation",),
    23: ("transcript",),
}
"""The facts that each item of COREQ is filled from; items 24 to 32 lie outside the tool."""

SRQR: Mapping[int, tuple[str, ...]] = {
    5: ("methodology",),
    6: ("interviewer", "credentials", "occupation", "training", "relationship", "knowledge", "characteristics"),
    7: ("context", "setting"),
    8: ("sampling", "approach"),
    9: ("ethics", "consent_both", "consent_start", "consent", "begun_before", "project_end"),
    10: ("dates", "lengths", "briefing", "field_notes", "stopped", "covered", "declined"),
    11: (
        "guide",
        "accepted",
        "pilots",
        "versions",
        "revisions",
        "revision_of_each",
        "recording",
        "recording_declined",
        "clarified",
        "both_sides",
        "probes",
    ),
    12: ("interviews", "withdrawn", "afterwards", "repeats", "sample"),
    13: ("processing",),
    14: (),
    15: ("transcript", "versions", "revisions"),
    16: (),
}
"""The facts that each item of SRQR is filled from; 14 and 16, without any, lie outside the tool."""

SOURCES = (
    "method_source_coreq", "method_source_srqr", "method_source_power", "method_source_saturation",
    "method_source_changes",
)  # fmt: skip


def method_text(title: str, facts: Sequence[Fact], _: Translator) -> str:
    """The whole document, in one language but for the paragraph, which comes in both."""
    known = sentences(facts, _)
    listed = {fact.key for fact in facts if isinstance(fact, Revised) or (isinstance(fact, Versions) and fact.changes)}
    known |= {key: _("method_changes_above") for key in listed}
    power = [fact for fact in facts if isinstance(fact, Power)]
    blocks = [
        f"# {_('method_title', title=plain(title))}",
        _("method_intro"),
        _("review_caution"),
        *_paragraphs(facts, _),
        "## COREQ",
        "\n".join([*_table_head(_), *_rows(COREQ, "coreq", known, _), _rest(_)]),
        "## SRQR",
        "\n".join([*_table_head(_), *_rows(SRQR, "srqr", known, _)]),
        f"## {_('method_power')}",
        _("method_power_intro"),
        "\n".join(_power_table(power, _)),
        f"## {_('method_sources')}",
        "\n".join(f"- {_(source)}" for source in SOURCES),
    ]
    return "\n\n".join(blocks)


def paragraph(facts: Iterable[Fact], _: Translator) -> str:
    """What is known, sentence by sentence, each on a line of its own."""
    told = [fact for fact in facts if not isinstance(fact, NotComputed | Power)]
    return "\n".join(sentences(told, _).values()) or _("method_nothing")


def _paragraphs(facts: Sequence[Fact], _: Translator) -> list[str]:
    other: Language = "en" if _.language == "nb" else "nb"
    blocks = []
    for one in (_, Translator(other)):
        blocks += [f"## {one('method_language')}", paragraph(facts, one)]
    return blocks


def _table_head(_: Translator) -> list[str]:
    heads = (_("method_head_number"), _("method_head_item"), _("method_head_known"))
    return [_row(heads), _row(("---",) * 3)]


def _rows(items: Mapping[int, tuple[str, ...]], standard: str, known: Mapping[str, str], _: Translator) -> list[str]:
    rows = []
    for number, keys in items.items():
        name = _(f"method_coreq_{number}") if standard == "coreq" else _(f"method_srqr_{number}")
        cell = " ".join(known[key] for key in keys if key in known)
        nothing = f"*{_('method_outside')}*" if not keys else ""
        rows.append(_row((str(number) if standard == "coreq" else f"S{number}", name, cell or nothing)))
    return rows


def _rest(_: Translator) -> str:
    return _row(("24–32", _("method_coreq_rest"), f"*{_('method_outside')}*"))


def _power_table(power: Sequence[Power], _: Translator) -> list[str]:
    heads = (
        _("method_head_scale"),
        _("method_head_date"),
        "1–5",
        _("method_head_words"),
        _("method_head_evidence"),
    )
    rows = [_row(heads), _row(("---",) * 5)]
    rated = {fact.scale: fact for fact in power}
    for scale in SCALES:
        name = _(f"method_scale_{scale}")
        one = rated.get(scale)
        if one is None:
            rows.append(_row((name, "", "", "", "")))
        else:
            value = "" if one.value is None else str(one.value)
            rows.append(
                _row(
                    (
                        name,
                        plain(_.date(one.date)),
                        value,
                        plain(one.text),
                        evidence(one.evidence, _),
                    )
                )
            )
    return rows


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
