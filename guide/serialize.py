"""A guide as plain values for JSON.

Every interview carries a copy of the guide that it was held with.
"""

from guide.model import Guide, Point, Question, ResearchQuestion, Section
from guide.nodes import NotJsonError, TooDeepError, node_of
from guide.problems import Fault, Problem
from guide.reading import Reading, read_tree, salvage
from guide.yaml_tree import YamlTree

Document = dict[str, object]


def guide_to_dict(guide: Guide) -> Document:
    """The guide in the long form of ``guide.yaml``, ids and labels written out, what is as usual left out."""
    return _without_empty(
        title=guide.title,
        language=guide.language if guide.language != "nb" else None,
        minutes=_number(guide.minutes),
        problem=guide.problem,
        research_questions={question.id: _research_question(question) for question in guide.research_questions},
        concepts={
            concept.name: _without_empty(short=concept.short, say=concept.say, full=concept.full)
            for concept in guide.concepts
        },
        opening=[_point(point) for point in guide.opening],
        sections=[_section(section) for section in guide.sections],
        closing=[_question(question, ()) for question in guide.closing],
        after=[_point(point) for point in guide.after],
        bridges=list(guide.bridges),
        on_withdrawal=guide.on_withdrawal,
        anonymous=guide.anonymous,
        recorder={}
        if guide.recorder is None
        else _without_empty(name=guide.recorder.name, limit=_number(guide.recorder.limit)),
        data={} if guide.data is None else _without_empty(**{"class": guide.data.colour}, **guide.data.dates),
        accepted=dict(guide.accepted),
    )


def guide_from_dict(value: object, file: str = "") -> Reading:
    """The guide in what ``guide_to_dict`` made, read by the rules of ``guide.yaml``; raises for no value.

    ``file`` is the name that problems carry; their line and column are 1.
    """
    return read_tree(_tree_of(value, file), file)


def guide_from_copy(value: object, *, earlier: bool = False) -> Guide | None:
    """The guide in the copy that a log holds, whatever the rules have become since: all that can be used is used.

    None only where there is no question in it. ``earlier``: version 0.1 made it, with labels as it made them.
    """
    read = guide_from_dict(value).guide or salvage(_tree_of(value, ""))
    if read is None or not earlier:
        return read
    from guide.former_labels import with_labels_made_anew  # copies of today do without

    return with_labels_made_anew(read)


def _tree_of(value: object, file: str) -> YamlTree:
    try:
        return YamlTree(node_of(value))
    except TooDeepError:
        return YamlTree(None, (Problem(file, 1, 1, Fault.TOO_DEEP),))
    except NotJsonError:
        return YamlTree(None, (Problem(file, 1, 1, Fault.NOT_A_GUIDE),))


def _without_empty(**values: object) -> Document:
    """The values that say something, under their keys."""
    return {key: value for key, value in values.items() if value not in (None, "", False, [], {})}


def _number(minutes: float | None) -> float | int | None:
    return int(minutes) if minutes is not None and minutes.is_integer() else minutes


def _research_question(question: ResearchQuestion) -> Document:
    parts = {part.id: {"text": part.text, "short": part.short} for part in question.parts}
    return _without_empty(text=question.text, short=question.short, parts=parts)


def _point(point: Point) -> Document:
    gate = point.gate[0] if len(point.gate) == 1 else list(point.gate)
    return _without_empty(id=point.id, point=point.text, gate=gate)


def _section(section: Section) -> Document:
    questions = [_question(question, section.serves) for question in section.questions]
    head = _without_empty(title=section.title, serves=list(section.serves), minutes=_number(section.minutes))
    return head | {"questions": questions}


def _question(question: Question, serves: tuple[str, ...]) -> Document:
    own: Document = {} if question.serves == serves else {"serves": list(question.serves)}
    return (
        _without_empty(id=question.id, ask=question.ask, short=question.label)
        | own
        | _without_empty(
            probes=[
                {"ask": probe.ask} | ({} if probe.condition is None else {"if": probe.condition})
                for probe in question.probes
            ],
            optional=question.optional,
            minutes=_number(question.minutes),
            concepts=list(question.concepts),
            listen_for=list(question.listen_for),
            priority=question.priority or None,
            examples=question.examples or None,
            leans_on=list(question.leans_on),
            alone=question.alone,
            two_sided=question.two_sided,
            sensitive=question.sensitive,
            aim=question.aim,
            accepted=dict(question.accepted),
        )
    )
