"""What is measured, each beside its floor and what is wanted of it; grouped under the words that ``ONLY=`` takes."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import completions, material, offers, scorers
from tests.bench.programs import (
    MINIMAL,
    NOTHING,
    PARSED,
    WORD_READ,
    Command,
    Enters,
    FirstFrame,
    Here,
    Inside,
    Keys,
    Runner,
)
from tests.bench.versions import TODAY, Version

FEW, MANY = 3, 7
"""Rounds of what takes long, and of what doesn't."""


@dataclass(frozen=True)
class Row:
    """One thing to measure, how, and what is wanted: at most so many times the floor, or of the commit before.

    ``peak_at_most`` is in MiB, ``seconds_at_most`` counts whatever the floor takes. ``size`` is how much there is of
    what grows, among the rows of one ``family``. ``now_only``: measured in this process, which has no version but
    today's. ``promised``: it stands in the table of ``ONLY=table``.
    """

    name: str
    ours: Callable[[Version], Runner]
    floor: Callable[[], Runner]
    floor_name: str
    at_most: float | None = None
    before_at_most: float | None = None
    peak_at_most: int | None = None
    size: int = 0
    family: str = ""
    rounds: int = MANY
    warm_up: bool = True
    now_only: bool = False
    seconds_at_most: float | None = None
    promised: bool = False


@dataclass
class Lab:
    """Where the bench's studies lie, made when first needed; each version has a cache folder of its own."""

    folder: Path
    made: dict[str, Path] = field(default_factory=dict)
    copies: int = 0

    def study(self, interviews: int, events: int = 0, *, questions: int = 18, ended: bool = True) -> Path:
        """A study, the same one for the same question."""
        name = f"s{interviews}x{events}-{questions}{'' if ended else '-open'}"
        if name not in self.made:
            self.made[name] = material.study(self.folder / name, interviews, events, questions=questions, ended=ended)
        return self.made[name]

    def locked(self, study: Path) -> Path:
        """A copy that is locked."""
        return material.lock(self.own(study))

    def own(self, study: Path) -> Path:
        """A copy that one contestant may write to."""
        self.copies += 1
        return Path(shutil.copytree(study, self.folder / f"own-{self.copies}"))

    def cache(self, version: Version) -> Path:
        """The user's cache folder of one version."""
        return self.folder / f"cache-{version.name}"

    def fresh(self) -> Path:
        """A cache folder in which nothing is."""
        self.copies += 1
        return self.folder / f"cache-{self.copies}"


READY = "Hvordan øver"
NO_MORE = "ere we are"
APP = "a minimal Textual app with an Input"


def start(lab: Lab) -> list[Row]:
    """`run` until its first frame with words on it."""

    def row(earlier: int, at_most: float, *, peak: int | None = None, fresh: bool = False) -> Row:
        study = lab.study(earlier, 300 if earlier else 0)
        many = f"earlier interviews of 300 events: {earlier:,}" if earlier else "empty study"
        return Row(
            f"start, {many}" + (", user's cache empty" if fresh else ""),
            lambda version: FirstFrame(
                [*version.command, "run", "--study", str(study)],
                version.root,
                lab.fresh() if fresh else lab.cache(version),
                READY,
                fresh=fresh,
            ),
            lambda: FirstFrame(MINIMAL, TODAY.root, lab.folder, NO_MORE),
            APP,
            at_most,
            peak_at_most=peak,
            size=earlier,
            family="fresh" if fresh else "",
            rounds=MANY if earlier < 1000 else FEW,
            promised=earlier in (0, 1000) and not fresh,
        )

    return [
        row(0, 1.3),
        row(1, 1.6),
        row(100, 1.6),
        row(1000, 1.6, peak=80),
        row(1000, 1.6, peak=80, fresh=True),
    ]


def resume(lab: Lab) -> list[Row]:
    """`run --resume` until its first frame, and how long a key may wait just after it."""

    def row(events: int, longest: float) -> Row:
        study = lab.study(1, events, ended=False)
        return Row(
            f"resume at {events:,} events" + (", longest wait of a key in the first two seconds" if longest else ""),
            lambda version: FirstFrame(
                [*version.command, "run", "--resume", "--study", str(lab.own(study))],
                version.root,
                lab.cache(version),
                f"{material.last_note(events)} ",
                longest=longest,
            ),
            lambda: FirstFrame(MINIMAL, TODAY.root, lab.folder, NO_MORE, longest=longest),
            APP,
            None if longest else 2.0,
            size=events,
            family="longest" if longest else "",
            rounds=MANY if events <= 10_000 else FEW,
            seconds_at_most=0.05 if longest else None,
            promised=events == 10_000,
        )

    return [row(10, 0), row(10_000, 0), row(100_000, 0), row(10_000, 2.0)]


def keys(lab: Lab) -> list[Row]:
    """A key in a note until its frame is drawn, with little and much in the conversation; and while finding."""

    def row(events: int, at_most: float) -> Row:
        study = lab.study(1, events, ended=False)
        return Row(
            f"key in a note at {events:,} entries",
            lambda version: Keys(
                [*version.command, "run", "--resume", "--study", str(lab.own(study))],
                version.root,
                lab.cache(version),
                "notat ",
            ),
            lambda: Keys(MINIMAL, TODAY.root, lab.folder, NO_MORE),
            f"a key in {APP}",
            at_most,
            size=events,
            promised=events == 10_000,
        )

    long_guide = lab.study(0, questions=200)
    return [
        row(10, 1.2),
        row(10_000, 1.2),
        row(100_000, 1.2),
        Row(
            "key while finding in 200 questions",
            lambda version: Keys(
                [*version.command, "run", "--study", str(long_guide)],
                version.root,
                lab.cache(version),
                READY,
                first="/",
            ),
            lambda: Keys(MINIMAL, TODAY.root, lab.folder, NO_MORE),
            f"a key in {APP}",
            2.2,
        ),
    ]


def enter(lab: Lab) -> list[Row]:
    """The whole act as a person has it: from Enter on a note, over the disk, until the note stands on the screen."""

    def row(events: int) -> Row:
        study = lab.study(1, events, ended=False)
        return Row(
            f"Enter on a note until it is drawn, at {events:,} entries",
            lambda version: Enters(
                [*version.command, "run", "--resume", "--study", str(lab.own(study))],
                version.root,
                lab.cache(version),
                "notat ",
            ),
            lambda: Enters([*MINIMAL, str(lab.folder / "entered")], TODAY.root, lab.folder, NO_MORE),
            f"{APP} that writes and syncs the line and shows it",
            size=events,
            rounds=FEW,
        )

    return [row(10), row(10_000), row(100_000)]


def act(lab: Lab) -> list[Row]:
    """The whole act without a terminal: a command through the session to the disk, and back to what is shown."""

    def row(events: int, what: str, said: str, at_most: float | None) -> Row:
        study = lab.study(1, events, ended=False)
        line = (study / "interviews" / "I1.jsonl").read_bytes().splitlines()[-1]

        def ours(version: Version) -> Runner:
            log = lab.own(study) / "interviews" / "I1.jsonl"
            return Inside(version, [what, str(log)], lab.cache(version), at_a_time=40 if what == "act" else 4)

        return Row(
            f"{said}, at {events:,} events",
            ours,
            lambda: Inside(TODAY, ["sync", str(lab.folder / "synced"), str(len(line) + 1)], lab.folder, at_a_time=40),
            f"write + fdatasync of {len(line) + 1} bytes",
            at_most,
            size=events,
            family=what,
            promised=what == "act",
        )

    sizes = (10, 10_000, 100_000)
    return [
        *(row(events, "act", "act: command to disk and state", 1.6) for events in sizes),
        *(row(events, "shown", "act, coverage and conversation worked out", None) for events in sizes),
    ]


def replay(lab: Lab) -> list[Row]:
    """A log read, checked and replayed, with its coverage."""

    def row(events: int, at_most: float) -> Row:
        log = lab.study(1, events, ended=False) / "interviews" / "I1.jsonl"
        return Row(
            f"replay of {events:,} events, with coverage",
            lambda version: Inside(version, ["replay", str(log)], lab.cache(version)),
            lambda: Inside(TODAY, ["parse", str(log)], lab.folder),
            "json.loads of each line",
            at_most,
            size=events,
            promised=events <= 10_000,
        )

    return [row(300, 2.0), row(10_000, 1.7), row(100_000, 1.7)]


def locked(lab: Lab) -> list[Row]:
    """The same in a locked study as in an open one; then what is asked for once a sitting, the study's key."""
    events = 1000
    study = lab.study(1, events, ended=False)

    def row(name: str, what: str, at_most: float, at_a_time: int) -> Row:
        def work(study: Path, log: str) -> Runner:
            return Inside(TODAY, [what, str(study / "interviews" / log)], lab.folder, at_a_time=at_a_time)

        return Row(
            f"locked study: {name} {events:,} events",
            lambda _: work(lab.locked(study), "I1.locked"),
            lambda: work(lab.own(study), "I1.jsonl"),
            "the same in an open study",
            at_most,
            rounds=15,
            now_only=True,
        )

    def framed(study: Path, *before: str) -> Runner:
        args = [*before, *TODAY.command, "run", "--resume", "--study", str(study)]
        args += ["--passphrase-fd", "3"] if before else []
        return FirstFrame(args, TODAY.root, lab.cache(TODAY), f"{material.last_note(events)} ")

    def framed_locked() -> Runner:
        own = lab.locked(study)
        return framed(own, "/bin/sh", "-c", 'exec 3<"$0"; exec "$@"', str(own / "passphrase"))

    return [
        row("act, command to disk and state, at", "act", 1.5, 40),
        row("an interview read, replayed, with coverage,", "opened", 1.3, 2),
        row("an interview taken up and let go,", "taken_up", 1.3, 2),
        Row(
            f"locked study: resume at {events:,} events, the key at no cost",
            lambda _: framed_locked(),
            lambda: framed(lab.own(study)),
            "the same in an open study",
            1.3,
            now_only=True,
        ),
        Row(
            "locked study: its key out of the passphrase, once a sitting",
            lambda _: Inside(TODAY, ["derive"], lab.folder),
            lambda: Here(lambda: lambda: 1.0),
            "1 s",
            1.0,
            rounds=FEW,
            now_only=True,
        ),
    ]


def guide(lab: Lab) -> list[Row]:
    """A guide read, checks included."""

    def row(questions: int) -> Row:
        file = lab.study(0, questions=questions) / "guide.yaml"
        return Row(
            f"guide of {questions} questions, read",
            lambda version: Inside(version, ["read", str(file)], lab.cache(version)),
            lambda: Inside(TODAY, ["load", str(file)], lab.folder),
            "yaml.CSafeLoader",
            2.0,
            size=questions,
            rounds=15,
            promised=questions == 200,
        )

    return [row(20), row(200)]


CHECKED = (18, 418)


def check(lab: Lab) -> list[Row]:
    """The command `check`, and the reading of the same guides: what one more question costs follows from both."""

    def row(questions: int, at_most: float | None) -> Row:
        file = lab.study(0, questions=questions) / "guide.yaml"
        return Row(
            f"check of {questions} questions",
            lambda version: Command([*version.command, "check", str(file)], version.root, lab.cache(version)),
            lambda: Command(NOTHING, TODAY.root, lab.folder),
            "python -I -c pass",
            at_most,
            size=questions,
            promised=True,
        )

    def read(questions: int) -> Row:
        file = lab.study(0, questions=questions) / "guide.yaml"
        return Row(
            f"the same {questions} questions, read alone",
            lambda version: Inside(version, ["read", str(file)], lab.cache(version)),
            lambda: Inside(TODAY, ["load", str(file)], lab.folder),
            "yaml.CSafeLoader",
            rounds=15,
            promised=True,
        )

    few, many = CHECKED
    return [row(few, 7), row(many, None), read(few), read(many)]


def command(lab: Lab) -> list[Row]:
    """Small commands, whole."""
    study = lab.study(0)

    def row(name: str, *args: str, at_most: float) -> Row:
        return Row(
            name,
            lambda version: Command([*version.command, *args], version.root, lab.cache(version)),
            lambda: Command(NOTHING, TODAY.root, lab.folder),
            "python -I -c pass",
            at_most,
            promised=True,
        )

    return [
        row("--help", "--help", at_most=2),
        row("find in 18 questions", "find", "samspill", "--study", str(study), at_most=6),
    ]


def review(lab: Lab) -> list[Row]:
    """`review --json` of long interviews; and the review without the command, all anew or one log changed."""

    def row(interviews: int) -> Row:
        study = lab.study(interviews, 1000)
        return Row(
            f"review --json of {interviews:,} x 1,000 events",
            lambda version: Command(
                [*version.command, "review", "--json", "--study", str(study)], version.root, lab.cache(version)
            ),
            lambda: Command([*PARSED, str(study)], TODAY.root, lab.folder),
            "a Python that parses each line",
            2.0,
            size=interviews,
            rounds=MANY if interviews < 100 else FEW if interviews < 1000 else 2,
            warm_up=interviews < 1000,
            promised=interviews == 1000,
        )

    def inside(what: str, said: str, at_most: float) -> Row:
        study = lab.study(1000, 1000)

        def ours(version: Version) -> Runner:
            cache = lab.fresh()
            cache.mkdir()
            return Inside(version, [what, str(lab.own(study) if what == "changed" else study)], cache)

        return Row(
            f"review() of 1,000 x 1,000 events, {said}",
            ours,
            lambda: Inside(TODAY, ["parse", str(study)], lab.folder),
            "json.loads of each line",
            at_most,
            size=1000,
            family=what,
            rounds=2,
            warm_up=what == "changed",
            promised=True,
        )

    return [
        row(1),
        row(100),
        row(1000),
        inside("review", "nothing known", 1.1),
        inside("changed", "one log changed", 0.02),
    ]


def html(lab: Lab) -> list[Row]:
    """`review --html`."""

    def row(interviews: int, before: float | None, peak: int | None) -> Row:
        study = lab.study(interviews, 300)
        return Row(
            f"review --html of {interviews} x 300 events",
            lambda version: Command(
                [
                    *version.command,
                    "review",
                    "--html",
                    str(lab.folder / f"{version.name}-{interviews}.html"),
                    "--study",
                    str(study),
                ],
                version.root,
                lab.cache(version),
            ),
            lambda: Command([*PARSED, str(study)], TODAY.root, lab.folder),
            "a Python that parses each line",
            before_at_most=before,
            peak_at_most=peak,
            size=interviews,
            rounds=FEW,
            promised=interviews == 200,
        )

    return [row(1, None, None), row(20, None, None), row(200, 0.33, 100)]


def importing(lab: Lab) -> list[Row]:
    """`new --from` a Word document, shown and not written."""

    def row(questions: int, at_most: float | None) -> Row:
        file = material.word_guide(lab.folder / f"guide-{questions}.docx", questions)
        return Row(
            f"import of a .docx with {questions} questions",
            lambda version: Command(
                [*version.command, "new", "--preview", str(lab.folder / "none"), "--from", str(file)],
                version.root,
                lab.cache(version),
            ),
            lambda: Command([*WORD_READ, str(file)], TODAY.root, lab.folder),
            "a Python in which python-docx reads it",
            at_most,
            size=questions,
            rounds=FEW,
            promised=questions == 500,
        )

    return [row(50, None), row(500, 3)]


def transcripts(lab: Lab) -> list[Row]:
    """Five hours of talk in the layouts that differ most: all of them are to take less than two seconds."""
    talk = material.talk(lab.folder / "talk.txt", 5)

    def row(kind: str, at_most: float) -> Row:
        file = material.TRANSCRIPTS[kind](talk)
        return Row(
            f"five hours of transcript, {kind}",
            lambda version: Inside(version, ["transcript", str(file)], lab.cache(version)),
            lambda: Inside(TODAY, ["count", str(talk)], lab.folder),
            "its words, looked for once",
            at_most,
        )

    return [row("text", 10), row("WebVTT", 40), row("Word", 40), row("PDF", 100)]


def words(lab: Lab) -> list[Row]:
    """Finding and naming questions by words, in this process, against the time that they may take."""

    def row(name: str, make: Callable[[], Callable[[], float]], floor_name: str, floor: float) -> Row:
        return Row(
            name,
            lambda _: Here(make),
            lambda: Here(lambda: lambda: floor),
            floor_name,
            1.0,
            rounds=9,
            now_only=True,
        )

    return [
        row("finding in 200 questions, a key", scorers.finding, "1 ms", 0.001),
        row("an offer, 200 questions and 2,000 notes", offers.offering, "16 ms, a frame", 0.016),
        row("three for a #, 200 questions and 2,000 notes", completions.completing, "16 ms, a frame", 0.016),
    ]


GROUPS: dict[str, Callable[[Lab], Sequence[Row]]] = {
    "start": start,
    "resume": resume,
    "keys": keys,
    "enter": enter,
    "act": act,
    "replay": replay,
    "locked": locked,
    "guide": guide,
    "check": check,
    "command": command,
    "review": review,
    "html": html,
    "import": importing,
    "transcripts": transcripts,
    "words": words,
}
