"""A guide as plain values for JSON.

Every interview carries a copy of the guide that it was held with.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from guide.frozen import NOTHING, Value
from guide.model import Guide, Question
from guide.nodes import NotJsonError, TooDeepError, node_of
from guide.problems import Fault, Problem
from guide.reading import Reading, read_tree, salvage
from guide.schema import (
    CONCEPT_KEYS,
    DATA_KEYS,
    GUIDE_KEYS,
    PART_KEYS,
    POINT_KEYS,
    PROBE_KEYS,
    QUESTION_KEYS,
    RECORDER_KEYS,
    RESEARCH_QUESTION_KEYS,
    SECTION_KEYS,
    KeyTable,
)
from guide.yaml_tree import YamlTree

Document = dict[str, object]


def guide_to_dict(guide: Guide) -> Document:
    """The guide in the long form of ``guide.yaml``, ids and labels written out, what is as usual left out."""
    return _values(GUIDE_KEYS, guide, {"language": None} if guide.language == "nb" else NOTHING)


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


def _values(keys: KeyTable, told: Value, own: Mapping[str, object] = NOTHING) -> Document:
    """What a value of the model says, under its keys; ``own`` are values as they are to stand, None for none."""
    found: Document = {}
    for name, key in keys.items():
        if name in own:
            if own[name] is not None:
                found[name] = own[name]
        elif value := getattr(told, key.field):
            convert = VALUES.get(key.kind)
            found[name] = value if convert is None else convert(value)
    return found


def _number(minutes: float) -> float | int:
    return int(minutes) if minutes.is_integer() else minutes


def _question(question: Question, usual: tuple[str, ...] = ()) -> Document:
    serves = None if question.serves == usual else list(question.serves)
    return _values(QUESTION_KEYS, question, {"serves": serves})


VALUES: Mapping[str, Callable[[Any], object]] = {
    "minutes": _number,
    "choices": lambda words: words[0] if len(words) == 1 else list(words),
    **dict.fromkeys(("words", "sentences", "targets", "names"), list),
    "reasons": dict,
    "research questions": lambda questions: {one.id: _values(RESEARCH_QUESTION_KEYS, one) for one in questions},
    "parts": lambda parts: {one.id: _values(PART_KEYS, one, {"text": one.text, "short": one.short}) for one in parts},
    "concepts": lambda concepts: {one.name: _values(CONCEPT_KEYS, one) for one in concepts},
    "points": lambda points: [_values(POINT_KEYS, one) for one in points],
    "sections": lambda sections: [
        _values(SECTION_KEYS, one, {"questions": [_question(question, one.serves) for question in one.questions]})
        for one in sections
    ],
    "questions": lambda questions: [_question(one) for one in questions],
    "probes": lambda probes: [_values(PROBE_KEYS, one, {"ask": one.ask}) for one in probes],
    "recorder": lambda recorder: _values(RECORDER_KEYS, recorder),
    "data": lambda limits: _values(DATA_KEYS, limits),
}
"""How each kind of value stands in JSON where it says anything, and that not as it stands in the model."""


def questions_in(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The questions of a copied guide, whatever else is wrong with it."""
    for section in _objects(document.get("sections")):
        yield from _objects(section.get("questions"))
    yield from _objects(document.get("closing"))


def _objects(value: object) -> Iterator[dict[str, Any]]:
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
