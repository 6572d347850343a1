"""Whether revising comes to the same as at another commit: ``python -m tests.revise_against COMMIT``.

Random sequences of acts are carried out on guides as people write them, generated ones and those in odd YAML of
``tests/guide/odd_texts.py``, by the program of both: what it says of each act, the text of ``guide.yaml`` byte for
byte, the revision that it records, and what ``diff`` tells of it afterwards. Another part tells of guides that
somebody changed by hand into others. What differs is printed, the first few of each kind; ``COUNT=2000`` says how many
sequences there are for generated guides, ``SEED=1`` which, ``SHOW=5`` how many differences of a kind are shown.
"""

import difflib
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parent.parent
ACTS = ("reword", "earlier", "later", "split", "merge", "drop", "add_probe", "drop_probe", "add_question", "accept")
MOST = 6
"""Acts in a sequence."""


def main() -> None:
    """Make the samples, let both programs revise, and print what differs; ends with 1 where something does."""
    from tests.bench.versions import unpacked

    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    commit = unpacked(sys.argv[1])
    samples = list(_samples(int(os.environ.get("COUNT", "2000")), int(os.environ.get("SEED", "1"))))
    print(f"{len(samples)} samples, here and at {commit.name}")
    here, there = _revise_in(ROOT, samples), _revise_in(commit, samples)
    shown = int(os.environ.get("SHOW", "5"))
    found = defaultdict[tuple[str, str], int](int)
    for sample, now, then in zip(samples, here, there, strict=True):
        for key in sorted({*now, *then}):
            if now.get(key) != then.get(key):
                kind = sample["of"], key
                found[kind] += 1
                if found[kind] <= shown:
                    _show(sample, key, then.get(key), now.get(key))
    for (of, key), count in sorted(found.items()):
        print(f"{of}: {key} differs in {count} of {sum(1 for one in samples if one['of'] == of)}")
    if found:
        raise SystemExit(1)
    print("Everything is the same.")


def _show(sample: dict[str, Any], key: str, then: object, now: object) -> None:
    print(f"--- {sample['of']}: {key}")
    if "acts" in sample:
        print("\n".join(str(act) for act in sample["acts"]))
    old, new = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False, indent=1) for one in (then, now))
    if key == "guide.yaml":
        print("in the text\n" + "".join(f"    {line}\n" for line in sample["text"].splitlines()))
    print("\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), "then", "now", n=2, lineterm="")))


def _samples(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Texts with acts on them, and pairs of texts of which the one was made the other by hand."""
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded
    from hypothesis import strategies as st

    from tests.guide.authors import Written, written_guides
    from tests.guide.odd_texts import ANCHORS, ODD, PLAIN
    from tests.guide.strategies import TEXTS

    drawn: list[tuple[Written, Written]] = []
    words: list[str] = ["Hva tenker du om det?", "Kan du fortelle mer om: hvem som var der, og hva som hendte?"]

    @seeded(seed)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(written_guides(), written_guides(), st.tuples(TEXTS, TEXTS))
    def draw(one: Written, other: Written, texts: tuple[str, str]) -> None:
        drawn.append((one, other))
        words.extend(texts)

    draw()
    random = Random(seed)
    for one, other in drawn:
        yield {"of": "generated", "text": one.text, "acts": _acts(random, words)}
        yield {"of": "by hand", "text": one.text, "after": other.text}
    for text in PLAIN:
        yield from ({"of": "written", "text": text, "acts": _acts(random, words)} for _ in range(count // 20))
    for text in (*ODD, ANCHORS):
        yield from ({"of": "odd", "text": text, "acts": _acts(random, words)} for _ in range(count // 50))


def _acts(random: Random, words: list[str]) -> list[list[Any]]:
    """Acts with numbers, that wrap around, for what they are about."""
    many = random.randint(1, MOST)
    return [
        [random.choice(ACTS), random.randrange(40), random.randrange(40), [random.choice(words) for _ in range(3)]]
        for _ in range(many)
    ]


def _revise_in(root: Path, samples: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the program in a folder makes of each sample."""
    text = json.dumps(samples)
    kept = ROOT / ".cache" / "revise" / f"{root.name}-{sha256(text.encode()).hexdigest()[:16]}.json"
    if root != ROOT and kept.exists():  # another commit comes to the same every time
        known: list[dict[str, Any]] = json.loads(kept.read_text(encoding="utf-8"))
        return known
    shared = Path("/dev/shm")  # noqa: S108  nothing has to last, and a disk waits for every file
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as home:
        given, told = Path(home) / "samples.json", Path(home) / "told.json"
        given.write_text(text, encoding="utf-8")
        env = {**os.environ, "PYTHONPATH": str(root), "HOME": home, "LANG": "C.UTF-8", "XDG_CONFIG_HOME": home}
        # -P: the folder of this file has packages of the same names.
        subprocess.run([sys.executable, "-P", __file__, str(given), str(told)], cwd=root, env=env, check=True)
        made: list[dict[str, Any]] = json.loads(told.read_text(encoding="utf-8"))
        if root != ROOT:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(told.read_text(encoding="utf-8"), encoding="utf-8")
        return made


def _revise(given: Path, told: Path) -> None:
    """Carry out all samples, in the program that Python finds."""
    import guide

    assert Path(guide.__file__ or "").is_relative_to(Path.cwd()), guide.__file__
    made: list[dict[str, Any]] = []
    for number, sample in enumerate(json.loads(given.read_text(encoding="utf-8"))):
        folder = given.parent / str(number)
        folder.mkdir()
        (folder / "guide.yaml").write_bytes(sample["text"].encode())
        made.append(_by_hand(folder, sample["after"]) if "after" in sample else _acted(folder, sample["acts"]))
    told.write_text(json.dumps(made), encoding="utf-8")


def _acted(folder: Path, acts: list[list[Any]]) -> dict[str, Any]:
    """What acts say, and all that they leave behind."""
    from interviews.core.clock import SystemClock
    from interviews.revisions import read_history
    from interviews.revisions.proposals import Proposal
    from interviews.revisions.writing import OnDisk, read_on_disk
    from tui.commands.revise import write
    from tui.revise.revision_session import RevisionSession, gather
    from tui.translator import Translator, language_of

    decision_of: Any = getattr(import_module("interviews.revisions.draft"), "Decision")  # noqa: B009  where it stood
    _ = Translator("en")
    now = read_on_disk(folder)
    assert isinstance(now, OnDisk), now.errors
    material = gather(folder, now, read_history(folder), (), None, Translator(language_of(now.guide.language)))
    material = material.but(proposals=tuple(Proposal("rest", str(place), "keep") for place in range(len(acts))))
    session = RevisionSession(material, _, lambda _: None)
    said = []
    for place, (name, first, second, words) in enumerate(acts):
        questions = session.guide.questions
        one, other = questions[first % len(questions)], questions[second % len(questions)]
        about = "" if name == "add_question" or (name == "accept" and second % 4 == 0) else one.id
        texts = tuple(words[: 2 + second % 2] if name == "split" else words[:1])
        if name == "drop_probe" and one.probes:
            texts = (one.probes[second % len(one.probes)].ask,)
        rules = ("long", "why", "leading")[: 1 + second % 2] if name == "accept" else ()
        where = other.id if name in ("earlier", "later", "merge") or (name == "add_question" and second % 5) else ""
        decision = decision_of(
            name, about, texts if not rules else tuple(words[: len(rules)]), where, 1, rules, "x", (f"P1:{place}",)
        )
        refused = session.take(place, decision)
        done = session.decision_at(place)
        said.append([refused, "" if done is None else session.describe_done(done)])
    outcome = write(session, _, SystemClock())
    files = [folder / "guide.yaml", *sorted((folder / "revisions").glob("*.yaml"))]
    found: dict[str, Any] = {path.name: path.read_bytes().decode().replace(_today(), "…") for path in files}
    return {**found, "said": said, "failed": outcome.failed, "whole": outcome.whole, **_diff(folder)}


def _by_hand(folder: Path, after: str) -> dict[str, Any]:
    """What is told of a guide that was changed by hand into another one."""
    from guide.reading import read_guide

    room = "changes" if find_spec("tui.changes") else "revise"  # where it stood
    by_hand: Any = import_module(f"tui.{room}.describe_change").by_hand
    from tui.translator import Translator

    one, other = read_guide(folder.joinpath("guide.yaml").read_bytes(), "").guide, read_guide(after, "").guide
    assert one is not None
    assert other is not None
    told = by_hand(one, other, Translator("en"))
    return {"by hand": [[change.question, change.kind, change.what, change.before, change.after] for change in told]}


def _diff(folder: Path) -> dict[str, str]:
    """What ``diff`` tells of the last revision, and of its guide as it is now."""
    from tui.main import main

    found = {}
    for name in ("", "--json", "--markdown"):
        printed = StringIO()
        with redirect_stdout(printed), redirect_stderr(printed):
            main(["diff", *filter(None, ["1", name]), "--study", str(folder)])
        found[f"diff {name}"] = printed.getvalue().replace(_today(), "…")
    return found


def _today() -> str:
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011  the day that the program writes


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _revise(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()
