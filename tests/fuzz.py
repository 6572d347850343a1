"""``make fuzz``: whatever stands in a study's files, it is read or refused in words, and nothing else is touched.

``SECONDS=600`` for each target, ``ONLY=facts,receipts`` picks targets. Each round is a fresh seed, printed when one
fails, so that it can be run again with ``SEED=``. It is no part of ``make test``.
"""

import io
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.serialize import guide_from_dict, guide_to_dict
from interviews.core.codec import to_json
from interviews.study.entries import StudyFact
from interviews.study.facts import FILE, read_study_facts
from tests.interviewer import thesis_study
from tests.tui.studies import hold
from tui.main import main

ODD: st.SearchStrategy[object] = st.sampled_from(
    [
        None,
        True,
        False,
        -1,
        0,
        2**53,
        2**70,
        1e308,
        "",
        "I3",
        "I3-2",
        "../x",
        "/",
        "\x00",
        "é\u2028",
        "2027-02-30",
        [],
        {},
    ]
)
VALUES = st.recursive(
    ODD | st.text(max_size=12) | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def spoilt(draw: st.DrawFn, lines: tuple[bytes, ...]) -> bytes:
    """The lines of a real file: some gone, doubled, moved, cut off, with a byte or a field that is another one."""
    made: list[bytes] = []
    for line in lines:
        match draw(st.integers(0, 9)):
            case 0:
                continue
            case 1:
                made += [line, line]
            case 2:
                made.insert(0, line)
            case 3:
                made.append(line[: draw(st.integers(0, len(line)))])
            case 4:
                at = draw(st.integers(0, len(line)))
                made.append(line[:at] + draw(st.binary(max_size=6)) + line[at:])
            case 5 | 6:
                made.append(other_field(draw, line))
            case 7:
                made.append(draw(st.binary(max_size=40)))
            case _:
                made.append(line)
    return b"\n".join(made) + draw(st.sampled_from([b"", b"\n", b"\r\n"]))


def other_field(draw: st.DrawFn, line: bytes) -> bytes:
    """The record with one field another one, or one more."""
    try:
        record = json.loads(line)
    except ValueError:
        return line
    if not isinstance(record, dict):
        return line
    name = draw(st.sampled_from([*record, "x"]))
    return to_json({**record, name: draw(VALUES)}).encode("utf-8", "replace")


class World:
    """A study with a home of its own, made anew from a master for each example."""

    def __init__(self, folder: Path) -> None:
        self.master = folder / "master"
        thesis_study(self.master)
        for name in ("I1", "I2", "I3", "P1"):
            hold(self.master, name)
        for arguments in (
            ("export", "method", "--fact", "setting=arbeidsplassen", "--participant", "I3"),
            ("export", "method", "--fact", "sampling=utvalget"),
            ("finish", "--done", "recording"),
            ("reflect", "det gikk greit"),
            ("review", "--html", str(self.master / "r.html")),
        ):
            told(*arguments, "--study", str(self.master))
        self.study = folder / "studie"
        self.stick = folder / "pinne"

    def renew(self) -> None:
        for place in (self.study, self.stick):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.master, self.study)
        self.stick.mkdir()

    def files(self, *but: str) -> Mapping[str, bytes]:
        """Everything in the study but what is named."""
        return {
            str(path.relative_to(self.study)): path.read_bytes()
            for path in sorted(self.study.rglob("*"))
            if path.is_file() and str(path.relative_to(self.study)) not in but
        }


def told(*arguments: str) -> tuple[int, str]:
    """Exit code, and what a command said; a traceback is a fault."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(arguments))
    said = out.getvalue() + err.getvalue()
    assert "Traceback" not in said, said
    assert code in (0, 1, 2), (arguments, code, said)
    return code, said


def facts(world: World) -> Callable[[], None]:
    """``study.jsonl``: everything reads it, and what is added is read again, with every byte of before in its place."""
    lines = tuple((world.master / FILE).read_bytes().splitlines())

    @given(spoilt(lines))
    def target(data: bytes) -> None:
        world.renew()
        (world.study / FILE).write_bytes(data)
        before = world.files(FILE)
        read_study_facts(world.study)
        told("review", "--json", "--study", str(world.study))
        told("export", "method", "--study", str(world.study))
        told("where", "--json", "--study", str(world.study))
        assert world.files(FILE) == before
        fact = StudyFact(date="2027-01-01", key="sampling", value="nytt", interview=None)
        code, _ = told("export", "method", "--fact", "sampling=nytt", "--study", str(world.study))
        after = (world.study / FILE).read_bytes()
        if code == 0:
            assert any(one.but(seq=0, date=fact.date) == fact for one in read_study_facts(world.study).entries
                       if isinstance(one, StudyFact))  # fmt: skip
            whole = data.rpartition(b"\n")[0]
            assert after.startswith(whole)
        else:
            assert after == data

    return target


def receipts(world: World) -> Callable[[], None]:
    """What a withdrawal leaves, spoilt: codes are not given again, and every other file stays as it is."""
    told("forget", "I3", "--yes", "--study", str(world.master))
    lines = tuple((world.master / FILE).read_bytes().splitlines())

    @given(spoilt(lines))
    def target(data: bytes) -> None:
        world.renew()
        (world.study / FILE).write_bytes(data)
        before = world.files(FILE)
        told("review", "--study", str(world.study))
        told("export", "method", "--json", "--study", str(world.study))
        told("forget", "I3", "--yes", "--study", str(world.study))
        assert world.files(FILE) == before

    return target


def unfinished(world: World) -> Callable[[], None]:
    """The note of a job that a kill cut short, spoilt: nothing of the study is lost by taking it back."""
    note = to_json(
        {"job": "forget", "done": False, "steps": [{"path": "interviews/I3.jsonl", "sum": "", "none": False}]}
    )

    @given(spoilt((note.encode(),)), st.booleans())
    def target(data: bytes, moved: bool) -> None:  # noqa: FBT001  hypothesis gives it
        from interviews.data_management.unfinished import _NOTE, FOLDER

        world.renew()
        before = world.files()
        place = world.study / FOLDER
        place.mkdir(mode=0o700)
        (place / _NOTE).write_bytes(data)
        log = world.study / "interviews" / "I3.jsonl"
        if moved:
            log.rename(place / "0.old")
        told("review", "--study", str(world.study))
        kept = list(world.files().values())
        assert all(text in kept for text in before.values())

    return target


def keys(_: World) -> Callable[[], None]:
    """The guide's keys of this kind: read or refused with a place, never raised; what was read is written the same."""
    text = thesis_guide_text()

    @given(
        st.dictionaries(
            st.sampled_from(["class", "recording", "transcripts", "key", "end", "slutt", "x"]),
            VALUES | st.dates().map(str) | st.sampled_from(["gul", "red", "31.01.2027", "i mai"]),
        ),
        VALUES,
    )
    def target(data: dict[str, object], policy: object) -> None:
        lines = f"data: {to_json(data)}\non_withdrawal: {to_json(policy)}\n"
        reading = read_guide(text.replace("on_withdrawal:", "#").replace("\ndata:", "\n#") + "\n" + lines, "guide.yaml")
        assert all(problem.line >= 1 and problem.column >= 1 for problem in reading.problems)
        if reading.guide is not None:
            assert guide_from_dict(guide_to_dict(reading.guide)).guide == reading.guide

    return target


def backups(world: World) -> Callable[[], None]:
    """Whatever lies on the medium: the copy is made or refused, nobody's files there and nothing here are touched."""
    names = st.sampled_from(["studie 2026-11-28", "studie", ".x.intervjuguide", "studie 2027-01-01 (2)", "brev.txt"])
    inner = st.sampled_from(["manifest.json", "guide.yaml", "interviews/I1.jsonl", "eget.txt", "study.jsonl"])

    @given(st.dictionaries(st.tuples(names, inner), st.binary(max_size=60), max_size=6), st.booleans())
    def target(there: dict[tuple[str, str], bytes], again: bool) -> None:  # noqa: FBT001  hypothesis gives it
        world.renew()
        theirs: dict[Path, bytes] = {}
        for (name, file), data in there.items():
            path = world.stick / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            theirs[path] = data
        before = world.files(FILE)
        for _ in range(1 + again):
            code, said = told("backup", str(world.stick), "--study", str(world.study))
            assert code == 0 or said
        assert world.files(FILE) == before
        assert {path: path.read_bytes() for path in theirs if path.exists()} == theirs

    return target


def locked(world: World) -> Callable[[], None]:
    """A locked study, its log or a key file spoilt: read or named, no word that is not true, all else as it was."""
    from tests.fuzz_locked import LockedStudy
    from tests.fuzz_locked import given as with_passphrase

    ours = LockedStudy(world.master)
    documents = tuple(ours.documents)

    def give(*arguments: str) -> None:
        words = with_passphrase([*arguments, "--study", str(world.study)])
        told(*words)
        os.close(int(words[-1]))

    @given(spoilt(ours.lines), st.sampled_from([*documents, *[""] * len(documents)]), st.data())
    def target(data: bytes, key: str, draw: st.DataObject) -> None:
        world.renew()
        log = world.study / "interviews" / "I2.locked"
        log.write_bytes(data)
        if key:
            (world.study / key).write_bytes(draw.draw(spoilt((ours.documents[key],))))
        before = world.files("interviews/I2.locked", key)
        give("review", "--json")
        give("where", "--json")
        give("review", "--participant", "I2")
        assert log.read_bytes() == data
        ours.check(log, data)
        assert world.files("interviews/I2.locked", key) == before
        ours.check_form(data, draw.draw(st.integers(0, 100_000)), draw.draw(st.binary(max_size=3)))

    return target


TARGETS: Mapping[str, Callable[[World], Callable[[], None]]] = {
    "facts": facts,
    "receipts": receipts,
    "unfinished": unfinished,
    "keys": keys,
    "backups": backups,
    "locked": locked,
}


def run(name: str, seconds: float, first: int) -> int:
    """Give a target examples for so many seconds; how many it had."""
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        world = World(Path(folder))
        stop = time.monotonic() + seconds
        number = first
        while time.monotonic() < stop:
            chosen = settings(
                max_examples=40, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck), print_blob=True,
            )  # fmt: skip
            try:
                seed(number)(chosen(TARGETS[name](world)))()
            except BaseException:
                sys.stderr.write(f"{name}: SEED={number}\n")
                raise
            number, count = number + 1, count + 40
    return count


def main_fuzz() -> None:
    """Run each target that was asked for."""
    chosen = [name for name in os.environ.get("ONLY", "").split(",") if name] or list(TARGETS)
    for name in chosen:
        count = run(
            name, float(os.environ.get("SECONDS") or 600), int(os.environ.get("SEED") or time.time_ns() % 10**9)
        )
        print(f"{name}: {count} examples, nothing found")


if __name__ == "__main__":
    main_fuzz()
