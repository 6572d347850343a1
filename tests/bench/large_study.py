"""A study of any size by the thesis's guide: the same lines each time, and every word in them invented.

``python -m tests.bench.large_study FOLDER [INTERVIEWS] [EVENTS]``
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from guide.reading import read_guide
from guide.samples import thesis_guide_text
from interviews.core.codec import encode
from tests.interviews.choir import start
from tui import VERSION

_WHO = ("klienten", "gruppen", "bandet", "koret", "en ny deltager", "de på avdelingen", "en kollega")
_DID = ("øvde", "sang med", "ville slutte", "lo av det", "hørte på", "kom igjen uka etter", "fant på noe nytt")
_WHEN = ("på øvingsrommet", "etter konserten", "den første høsten", "hver tirsdag", "når det ble stille", "hjemme")
COURSES = 97
"""How many interviews go each its own way; the others go as one of these did: to invent takes longer than to read."""

_KINDS = ("note",) * 6 + ("quote", "quote", "topic")


def code_of(number: int) -> str:
    """The code of an interview by its number: I1 to I999, then J1 … Z999, then AA1."""
    letters, place = divmod(number - 1, 999)
    more, last = divmod(letters + 8, 26)
    return f"{chr(64 + more) if more else ''}{chr(65 + last)}{place + 1}"


def make_large_study(folder: Path, interviews: int, events: int) -> Path:
    """A study of so many interviews of so many events each; the folder is made."""
    (folder / "interviews").mkdir(parents=True)
    (folder / "guide.yaml").write_text(thesis_guide_text(), encoding="utf-8")
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    if guide is None:
        raise ValueError("the thesis's guide is broken")
    ids = [question.id for question in guide.questions]
    first = start("I1", guide=guide, wall="2026-01-01T10:00:00+01:00").but(program=VERSION)
    head = encode(first).decode()
    courses = ["".join(_acts(random.Random(number), ids, events)) for number in range(min(interviews, COURSES))]
    for number in range(1, interviews + 1):
        code, day = code_of(number), f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
        own = head.replace('"participant":"I1"', f'"participant":"{code}"', 1).replace("2026-01-01", day, 1)
        lines = own + courses[number % len(courses)]
        (folder / "interviews" / f"{code}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def _acts(chance: random.Random, ids: list[str], events: int) -> Iterator[str]:
    """What happened: questions as they come, two thirds notes, now and then a mark, a pause, something taken back."""
    t, hand, parked, paused = 0.0, "", 0, False
    last_noted = False
    for seq in range(1, events - 1):
        t = round(t + chance.choice((2.0, 4.25, 6.5, 11.125)), 3)
        what = chance.random() if hand else 0.0
        begin = f'{{"seq":{seq},"t":{t},"type":'
        noted = False
        if what < 0.07:
            hand = chance.choice(ids)
            yield f'{begin}"asked","question":"{hand}","wording":"ask"}}\n'
        elif what < 0.75:
            kind = chance.choice(_KINDS)
            about = "" if kind == "topic" else f',"about":["{hand}"]'
            text = f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHEN)}, {chance.randrange(99)}"
            noted = True
            yield f'{begin}"noted","kind":"{kind}","text":"{text}"{about},"back":0.0}}\n'
        elif what < 0.79:
            parked += 1
            yield f'{begin}"noted","kind":"follow_up","text":"og så?","about":["{hand}"],"follow_up":{parked}}}\n'
        elif what < 0.82 and parked:
            yield f'{begin}"{chance.choice(("returned", "met"))}","follow_up":{chance.randint(1, parked)}}}\n'
        elif what < 0.9:
            depth = chance.choice(("", ',"depth":1', ',"depth":2', ',"depth":3'))
            yield f'{begin}"covered","questions":["{chance.choice(ids)}"]{depth}}}\n'
        elif what < 0.92:
            yield f'{begin}"skipped","questions":["{chance.choice(ids)}"],"reason":"tid"}}\n'
        elif what < 0.94:
            yield f'{begin}"declined","questions":["{chance.choice(ids)}"]}}\n'
        elif what < 0.96 and last_noted:
            yield f'{begin}"undone","act":{seq - 1}}}\n'
        elif what < 0.98 or paused:
            paused = not paused
            yield f'{begin}"{"paused" if paused else "continued"}"}}\n'
        else:
            noted = True
            yield f'{begin}"noted","kind":"bookmark","about":["{hand}"],"back":0.0}}\n'
        last_noted = noted
    yield f'{{"seq":{events - 1},"t":{round(t + 5, 3)},"type":"ended"}}\n'


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[2:4]]
    make_large_study(Path(sys.argv[1]), *given, *(10_000, 600)[len(given) :])
