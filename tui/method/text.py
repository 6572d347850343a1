"""The method chapter's facts as Markdown.

A paragraph in both languages, COREQ, SRQR, information power.
"""

from collections.abc import Iterable, Mapping, Sequence

from interviews.method.facts import Fact, NotComputed, Power, Revised, Versions
from interviews.study.facts import SCALES
from tui.method.fact_sentences import evidence, plain, sentences
from tui.translator import N_, NORWEGIAN, NP_, Language, Translator

_SRQR_ITEMS = {
    5: N_("Qualitative approach and research paradigm"),
    6: N_("Researcher characteristics and reflexivity"),
    7: N_("Context"),
    8: N_("Sampling strategy"),
    9: N_("Ethical issues pertaining to human subjects"),
    10: N_("Data collection methods"),
    11: N_("Data collection instruments and technologies"),
    12: N_("Units of study"),
    13: N_("Data processing"),
    14: N_("Data analysis"),
    15: N_("Techniques to enhance trustworthiness"),
    16: N_("Synthesis and interpretation"),
}


_COREQ_ITEMS = {
    1: N_("Interviewer/facilitator"),
    2: N_("Credentials"),
    3: N_("Occupation"),
    4: N_("Gender"),
    5: N_("Experience and training"),
    6: N_("Relationship established"),
    7: N_("Participant knowledge of the interviewer"),
    8: N_("Interviewer characteristics"),
    9: N_("Methodological orientation and theory"),
    10: N_("Sampling"),
    11: NP_("checklist", "Method of approach"),
    12: N_("Sample size"),
    13: N_("Non-participation"),
    14: N_("Setting of data collection"),
    15: N_("Presence of non-participants"),
    16: N_("Description of sample"),
    17: N_("Interview guide"),
    18: N_("Repeat interviews"),
    19: N_("Audio/visual recording"),
    20: N_("Field notes"),
    21: N_("Duration"),
    22: N_("Data saturation"),
    23: N_("Transcripts returned"),
}


_SCALE_NAMES = {
    "aim": N_("Study aim"),
    "specificity": N_("Sample specificity"),
    "theory": N_("Use of established theory"),
    "dialogue": N_("Quality of dialogue"),
    "analysis": N_("Analysis strategy"),
}


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
    N_("COREQ: Tong, Sainsbury & Craig 2007, Int J Qual Health Care 19(6), 349–357. The items' names are the checklist's; what items 17–23 ask for is paraphrased."), N_("SRQR: O'Brien et al. 2014, Acad Med 89(9), 1245–1251. The items' names are the standard's; what they ask for is paraphrased."), N_("Information power: Malterud, Siersma & Guassora 2016, Qual Health Res 26(13), 1753–1760. The scales' names are paraphrased."), N_("Saturation: Braun & Clarke 2021 on saturation and reflexive thematic analysis; the reason given in item 22 is our own."),
    N_("Changes of the guide, when, what and why: Wong et al. 2023, Int J Qual Methods 22 (paraphrased)."),
)  # fmt: skip


def method_text(title: str, facts: Sequence[Fact], _: Translator) -> str:
    """The whole document, in one language but for the paragraph, which comes in both."""
    known = sentences(facts, _)
    listed = {fact.key for fact in facts if isinstance(fact, Revised) or (isinstance(fact, Versions) and fact.changes)}
    known |= {key: _("The changes of the guide stand together under “English”.") for key in listed}
    power = [fact for fact in facts if isinstance(fact, Power)]
    blocks = [
        f"# {_('Facts for the method chapter: {title}', title=plain(title))}",
        _(
            "Only what the logs or the researcher say stands here; what is unknown stays blank. Each sentence ends with the events that it is built on: I3:17 is the line with seq 17 in interviews/I3.jsonl, study:3 the one with seq 3 in study.jsonl."
        ),
        _("Coverage shows what was talked about, not what was found."),
        *_paragraphs(facts, _),
        "## COREQ",
        "\n".join(
            [
                *_table_head(_),
                *_rows(COREQ, "coreq", known, _),
                _row(("24–32", _("Analysis and findings"), f"*{_('outside the tool, left empty on purpose')}*")),
            ]
        ),
        "## SRQR",
        "\n".join([*_table_head(_), *_rows(SRQR, "srqr", known, _)]),
        f"## {_('Information power')}",
        _(
            "Five scales, appraised by the researcher along the way, in their own words; the number (1–5) is the researcher's own and is never computed."
        ),
        "\n".join(_power_table(power, _)),
        f"## {_('Sources')}",
        "\n".join(f"- {_(source)}" for source in SOURCES),
    ]
    return "\n\n".join(blocks)


def paragraph(facts: Iterable[Fact], _: Translator) -> str:
    """What is known, sentence by sentence, each on a line of its own."""
    told = [fact for fact in facts if not isinstance(fact, NotComputed | Power)]
    return "\n".join(sentences(told, _).values()) or _("Nothing is known yet.")


def _paragraphs(facts: Sequence[Fact], _: Translator) -> list[str]:
    other: Language = "en" if _.language in NORWEGIAN else "nb"
    blocks = []
    for one in (_, Translator(other)):
        blocks += [f"## {one(N_('English'))}", paragraph(facts, one)]
    return blocks


def _table_head(_: Translator) -> list[str]:
    heads = (_("No."), _("Item"), _("What is known"))
    return [_row(heads), _row(("---",) * 3)]


def _rows(items: Mapping[int, tuple[str, ...]], standard: str, known: Mapping[str, str], _: Translator) -> list[str]:
    rows = []
    for number, keys in items.items():
        name = _(_COREQ_ITEMS[number]) if standard == "coreq" else _(_SRQR_ITEMS[number])
        cell = " ".join(known[key] for key in keys if key in known)
        nothing = f"*{_('outside the tool, left empty on purpose')}*" if not keys else ""
        rows.append(_row((str(number) if standard == "coreq" else f"S{number}", name, cell or nothing)))
    return rows


def _power_table(power: Sequence[Power], _: Translator) -> list[str]:
    heads = (
        _("Scale"),
        _("Date"),
        "1–5",
        _("The researcher's words"),
        _("Event"),
    )
    rows = [_row(heads), _row(("---",) * 5)]
    rated = {fact.scale: fact for fact in power}
    for scale in SCALES:
        name = _(_SCALE_NAMES[scale])
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
