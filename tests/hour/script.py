"""The hour of an interview as a script: what is pressed, and the events that the log must then hold, word for word."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.interviewer import logged, records, told


@dataclass(frozen=True)
class Step:
    """Keys (names or text to type) and the events they become; ``shows`` must stand on the screen afterwards."""

    keys: tuple[str, ...]
    events: tuple[dict[str, Any], ...]
    shows: str = ""


def line(text: str, *events: dict[str, Any], shows: str = "") -> Step:
    """A line and Enter."""
    return Step((text, "enter"), events, shows)


def asked(question: str, wording: str = "ask") -> dict[str, Any]:
    return {"type": "asked", "question": question, "wording": wording}


def covered(*questions: str, depth: int | None = None) -> dict[str, Any]:
    return {"type": "covered", "questions": list(questions), "depth": depth}


def noted(text: str, *about: str, kind: str = "note", tags: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    facts = {"follow_up": None, "back": 0.0, **more}
    return {"type": "noted", "kind": kind, "text": text, "about": list(about), "tags": list(tags), **facts}


def ticked(card: str, point: str, mark: str = "done") -> dict[str, Any]:
    return {"type": "ticked", "card": card, "point": point, "question": None, "mark": mark}


def ask(question: str, wording: str = "ask") -> Step:
    return line(f"/{question.lower()}", asked(question, wording))


def mark(question: str, *, depth: int | None = None) -> Step:
    """Cover the question in hand."""
    return line(f"+{depth or ''}", covered(question, depth=depth))


def opening() -> Iterator[Step]:
    """All six points, in an order of one's own, then the recorder."""
    for digit, point in (("1", "consent"), ("2", "lydfil"), ("4", "4"), ("3", "3"), ("6", "6"), ("5", "5")):
        yield Step((digit,), (ticked("opening", point),))
    yield line("/rec", {"type": "recording_started", "number": 1, "missing": [], "offset": 0.0}, shows="opptak 1")


def practice() -> Iterator[Step]:
    """How she works, before what she is conscious of: not the guide's order."""
    yield ask("B1")
    yield line("bandet på byen, uformell møteplass #b8", noted("bandet på byen, uformell møteplass #b8", "B1", "B8"))
    yield line("[by] er liten, alle kjenner alle", noted("[by] er liten, alle kjenner alle", "B1"))
    yield line("!struktur og forutsigbarhet", noted("struktur og forutsigbarhet", "B1", kind="follow_up", follow_up=1))
    yield mark("B1", depth=3)
    yield line("+b2 B6", covered("B2", "B6"), shows="• B2")
    yield Step(("space",), (noted("", "B1", kind="bookmark"),))
    yield ask("A2")
    yield line("lærer øret å høre før de møtes", noted("lærer øret å høre før de møtes", "A2"))
    yield line("*ler* det er jo musikken", noted("*ler* det er jo musikken", "A2"))
    yield line("+a3 2", covered("A3", depth=2))
    yield mark("A2", depth=2)
    yield ask("A1")
    yield line('"det kommer an på dagen', noted("det kommer an på dagen", "A1", kind="quote"))
    yield mark("A1")
    yield line("?deltag", {"type": "explained", "concept": "sosial deltagelse", "level": "short", "after": "A1"})


def middle() -> Iterator[Step]:
    """An edit, two undos, follow-ups of which one is returned to and one let go."""
    yield ask("C1")
    yield line("muligheter: felleskap", noted("muligheter: felleskap", "C1"))
    yield Step(
        ("up", "!", "enter"),
        ({"type": "edited", "note": -1, "text": "muligheter: felleskap!", "about": ["C1"], "tags": []},),
    )
    yield Step(("space",), (noted("", "C1", kind="bookmark"),))
    yield line("+2", covered("C1", depth=2))
    yield Step(("ctrl+z",), ({"type": "undone", "act": -1},))
    yield mark("C1", depth=1)
    yield ask("B4")
    yield line(
        "følger dem til øvingslokalet #arena", noted("følger dem til øvingslokalet #arena", "B4", tags=("arena",))
    )
    yield line("!", {"type": "raised", "note": -1, "follow_up": 2})
    yield mark("B4")
    yield ask("B10")
    yield Step(("ctrl+z",), ({"type": "undone", "act": -1},))
    yield ask("B8")
    yield line("-30m kommunen betaler", noted("kommunen betaler", back=1800.0))
    yield mark("B8")
    yield Step(("enter",), (asked("B9"),))
    yield Step(("space",), (noted("", "B9", kind="bookmark"),))
    yield mark("B9")
    yield Step(("enter",), (asked("B10"),))
    yield line("fordi de er åpne for alle", noted("fordi de er åpne for alle", "B10"))
    yield mark("B10")
    yield line("/back 1", {"type": "returned", "follow_up": 1})
    yield line("/drop 2 rakk det ikke", {"type": "dropped", "follow_up": 2, "reason": "rakk det ikke"})


def last() -> Iterator[Step]:
    """What is left, one question declined."""
    yield ask("B3")
    yield line("småprat først, så trommer", noted("småprat først, så trommer", "B3"))
    yield mark("B3")
    yield ask("A4")
    yield mark("A4")
    yield ask("B5")
    yield line("én som begynte å synge i kor", noted("én som begynte å synge i kor", "B5"))
    yield line(
        "!kulturendring? hva mente hun", noted("kulturendring? hva mente hun", "B5", kind="follow_up", follow_up=3)
    )
    yield mark("B5", depth=3)
    yield ask("B7")
    yield line("-x", {"type": "declined", "questions": ["B7"], "reason": ""})
    yield ask("C2")
    yield Step(("space",), (noted("", "C2", kind="bookmark"),))
    yield mark("C2")


def closing() -> Iterator[Step]:
    """What is open, the closing question, the debriefing, two of four bookmarks filled, a reflexive note."""
    yield line("/end", shows="kulturendring? hva mente hun")
    yield Step(("enter",), (asked("Z1"),))
    yield line("takk for at noen spør", noted("takk for at noen spør", "Z1"))
    yield mark("Z1")
    yield Step(("enter",), (), shows="Etterpå")
    for digit in "123":
        yield Step((digit,), (ticked("after", digit),))
    yield Step(("enter",), ({"type": "ended"},), shows="bokmerke 1 av 4")
    filled = {"type": "filled", "note": -1, "about": ["B1"], "tags": []}
    yield line("hun lo da hun sa det", {"type": "reopened", "torn": ""}, {**filled, "text": "hun lo da hun sa det"})
    yield Step(("enter",), (), shows="bokmerke 3 av 4")
    yield line("på kjøkkenet", {**filled, "text": "på kjøkkenet", "about": ["B9"]})
    yield Step(("enter",), (), shows="refleksjonsnotat")
    yield line("jeg styrte for mye om arenaer", noted("jeg styrte for mye om arenaer", kind="reflexive"))


def hour() -> Iterator[Step]:
    """The whole interview."""
    yield from opening()
    yield from practice()
    yield from middle()
    yield from last()
    yield from closing()


def lines() -> Iterator[str]:
    """The hour a line an act, as it comes down a pipe: a key that is no character has its word, or its line."""
    words = {"space": " ", "enter": "", "ctrl+z": "/undo"}
    for step in hour():
        match step.keys:
            case ("up", str(), "enter"):
                yield "/edit"
                yield step.events[0]["text"]
            case (key,):
                yield words.get(key, key)
            case (text, "enter"):
                yield text


STARTED = {"type": "started", "format": 1, "participant": "I1", "mode": "live", "afterwards": False}


def holds_the_hour(study: Path) -> None:
    """The study's log is the hour, event for event."""
    log = records(study / "interviews" / "I1.jsonl")
    expected = [STARTED, *(event for step in hour() for event in step.events)]
    assert [record["seq"] for record in log] == list(range(len(expected)))
    for place, (record, event) in enumerate(zip(log, expected, strict=True)):
        assert told(record) == logged(**{**event, **_pointed(log, place, event)}), place


def _pointed(log: list[dict[str, Any]], place: int, event: dict[str, Any]) -> dict[str, Any]:
    """The seqs that an event must point at: the act before for an undo, the note meant for words given later."""
    if event["type"] == "undone":
        return {"act": place - 1}
    if event["type"] in ("edited", "raised"):
        return {"note": max(one["seq"] for one in log[:place] if one["type"] == "noted")}
    if event["type"] == "filled":
        bookmarks = [one for one in log if one.get("kind") == "bookmark"]
        return {"note": next(one["seq"] for one in bookmarks if one.get("about") == event.get("about"))}
    return {}
