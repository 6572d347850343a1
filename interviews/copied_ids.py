"""The ids of questions that a log's acts name, and the questions in its copy of the guide as they stand there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from interviews.event import Event


def ids_named(events: Iterable[Event]) -> Iterator[str]:
    """The ids of questions that acts are about, each as often as it is named."""
    for event in events:
        one = getattr(event, "question", None)
        if isinstance(one, str) and one:
            yield one
        yield from (*getattr(event, "questions", ()), *getattr(event, "about", ()))


def questions_in(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The questions of a copied guide, whatever else is wrong with it."""
    for section in _objects(document.get("sections")):
        yield from _objects(section.get("questions"))
    yield from _objects(document.get("closing"))


def _objects(value: object) -> Iterator[dict[str, Any]]:
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
