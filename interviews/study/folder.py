"""A study: a folder with a guide and interviews.

There is no index to keep in step.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from guide.files import cause_of, read_file
from guide.frozen import Value
from guide.model import Guide
from guide.problems import Problem
from guide.reading import Reading, read_guide_file
from guide.serialize import guide_from_copy, guide_from_dict
from interviews.core.clock import moment_of
from interviews.core.codec import to_json
from interviews.core.events import Mode, Started
from interviews.core.state import Interview, NoInterviewError, is_earlier, replay
from interviews.failures import LogFailure
from interviews.locked.names import ending_in
from interviews.log.combined_logs import find_sources, name_odd_logs, source_problem
from interviews.log.copies import find_twins, in_cloud
from interviews.log.log_files import CODE as CODE  # noqa: PLC0414  whoever needs studies finds it here too
from interviews.log.log_files import LogFile as LogFile  # noqa: PLC0414
from interviews.log.log_files import code_in, code_order, log_file, log_files, looks_like_log
from interviews.log.reader import LogReading
from interviews.log.rescued import apart, is_under_way, logs_rescued, read_whole
from interviews.os_support import quote
from interviews.study.guide_drift import GuideChanges
from interviews.study.placement import Placements

if TYPE_CHECKING:
    from interviews.study.kept import KeptNumbers
    from interviews.study.survey import EarlierNumbers, HeldGuides

_BLANK = 1_000_000  # a file that is blank so far holds nothing
_MOST_NAMED = 5
_NOT_READ = ("log_copy", "log_combined", "log_in_cloud")
_LETTER: dict[Mode, str] = {"live": "I", "pilot": "P", "practice": "T"}


T = TypeVar("T")
Far = Callable[[int, int], object]
"""Is told how far something is: so much done, of so much."""


class LoadedInterview(Value):
    """One interview as its log tells it; ``interview`` is None where the log cannot be used at all.

    ``exact`` is the interview with its own moments where ``interview`` tells them in steps.
    """

    file: LogFile
    reading: LogReading
    interview: Interview | None
    problems: tuple[Problem, ...]
    exact: Interview | None = None


class GuideCache:
    """The guides that the logs hold copies of, each read once: a study's interviews mostly have the same."""

    def __init__(self) -> None:
        self._read: dict[tuple[bool, str], tuple[Guide | None, bool]] = {}

    def guide(self, started: Started) -> tuple[Guide | None, bool]:
        """The guide in the first event of a log, and whether it keeps the rules that guides have now."""
        earlier = is_earlier(started.program)
        key = earlier, to_json(started.guide)
        if key not in self._read:
            self._read[key] = _guide_in(*key)
        return self._read[key]


@lru_cache(maxsize=16)  # a command looks at its study several times
def _guide_in(earlier: bool, copy: str) -> tuple[Guide | None, bool]:  # noqa: FBT001
    """The guide in a log's copy, given as JSON, and whether it keeps the rules that guides have now."""
    value = json.loads(copy)
    strict = guide_from_dict(value).guide
    guide = strict if strict is not None and not earlier else guide_from_copy(value, earlier=earlier)
    return guide, strict is not None


class StudyStatus(Value):
    """A study before its next interview: what is not done, every interview that can be read, wordings that changed.

    ``told`` are the interviews as their logs have them, ``placements`` tell where their questions stand now. Where
    there are many ``numbers`` stand for them, of which ``kept`` are to be written once there is time, and ``guides``
    has their copies of the guide.
    """

    told: tuple[LoadedInterview, ...]
    unfinished: tuple[LoadedInterview, ...]
    guide_changes: tuple[Problem, ...]
    placements: Placements
    strays: tuple[Problem, ...] = ()
    numbers: "tuple[EarlierNumbers, ...]" = ()
    guides: "HeldGuides | None" = None
    kept: "KeptNumbers | None" = None


class Study:
    """The files of one study; reads them anew at each call, since they may have been copied in meanwhile."""

    far: Far | None = None
    """Told how far it is, whenever many interviews or files are gone through."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def guide_path(self) -> Path:
        """Where the guide lies."""
        return self.folder / "guide.yaml"

    @property
    def exists(self) -> bool:
        """Whether this folder is a study."""
        return self.guide_path.exists()

    @property
    def half_made(self) -> bool:
        """Whether the guide is a blank file, as where making the study was cut short."""
        try:
            return not read_file(self.guide_path, _BLANK).strip(b" \t\r\n\0")
        except (OSError, ValueError):
            return False

    def guide(self) -> Reading:
        """The guide as it is now, with what is wrong in it."""
        return read_guide_file(self.guide_path, "guide.yaml")

    def logs(self, participant: str = "") -> tuple[LogFile, ...]:
        """The logs there are, or one participant's: by letters, then number, then first and later interviews.

        A log that is gone is among them where it went on in another file; a rescued file that begins otherwise than
        the log whose name it has is an interview of its own.
        """
        folder = self.folder / "interviews"
        names: list[str] = []
        with suppress(OSError):
            names = os.listdir(folder)  # noqa: PTH208  there may be a thousand, and each start asks
            names = [name for name in names if name.startswith(participant)] if participant else names
        rescued: dict[Path, str] = {}
        for log in logs_rescued(folder):
            rescued |= {log: log.name} | dict.fromkeys(apart(log), log.name)
        files = log_files(folder, names)
        if rescued:
            there = {file.path for file in files}
            more = (log_file(path, name) for path, name in rescued.items() if path not in there)
            files += [file for file in more if file is not None]
        ours = files if not participant else (file for file in files if file.participant == participant)
        return tuple(sorted(ours, key=lambda file: (*code_order(file.participant), file.number, file.path.name)))

    def load(self, file: LogFile, shelf: "GuideCache | None" = None) -> LoadedInterview:
        """Read and replay one log; what is wrong is named, and nothing is raised."""
        reading = read_whole(file.path, file.name)
        problems = reading.problems
        if reading.started is None:
            return LoadedInterview(file, reading, None, problems)
        if reading.started.participant != file.participant:
            facts = {"code": reading.started.participant}
            problems = (*problems, Problem(file.name, 1, 1, "log_other_code", facts, "warning"))
        try:
            guide, strict = (shelf or GuideCache()).guide(reading.started)
            if not strict and not any(problem.line == 1 for problem in problems):
                problems = (*problems, Problem(file.name, 1, 1, "log_guide_rules", severity="notice"))
            interview = replay(reading.events, guide)
            interview.code = file.code
            return LoadedInterview(file, reading, interview, problems)
        except NoInterviewError:
            broken = Problem(file.name, 1, 1, "log_guide_unreadable")
            return LoadedInterview(file, reading, None, (*problems, broken))

    def load_interviews(self, participant: str | None = None, *, sources: bool = False) -> Iterator[LoadedInterview]:
        """Every interview, or one participant's, one at a time, so that a thousand take no more room than one.

        ``participant`` may be an interview's own code too, such as I1-2.
        Of two logs of one interview the one that has more counts; the other is told as its copy, without an interview.
        So are logs that were combined into another, unless their own words are wanted (``sources``).
        Logs that lie in the cloud alone are told too, as unread.
        """
        shelf, files = GuideCache(), self.logs()
        twins, back = find_twins(files), self.came_back_among(files)
        within = {} if sources else find_sources(files, twins)
        for file in self.in_turn(files):
            if file in within and file not in twins:
                if file.answers_to(participant):
                    problem = source_problem(file, within[file])
                    yield LoadedInterview(file, LogReading(file.name, problems=(problem,)), None, (problem,))
                continue
            copies = [copy for copy, (counts, _) in twins.items() if counts == file]
            if file in twins:
                if file.answers_to(participant):
                    problem = copy_problem(file, *twins[file])
                    yield LoadedInterview(file, LogReading(file.name, problems=(problem,)), None, (problem,))
            elif any(one.answers_to(participant) for one in (file, *copies)):
                told = self.load(file, shelf)
                yield told if file not in back else told.but(problems=(*told.problems, came_back_problem(file)))
        for file in in_cloud(self.folder):
            if file.answers_to(participant):
                problem = Problem(file.name, 1, 1, "log_in_cloud")
                yield LoadedInterview(file, LogReading(file.name, problems=(problem,), unread=True), None, (problem,))

    def in_turn(self, things: "Sequence[T]") -> "Iterator[T]":
        """One after the other; whoever wants to know is told how far that is."""
        for place, one in enumerate(things):
            if self.far is not None:
                self.far(place, len(things))
            yield one

    def strays(self, participant: str | None = None) -> tuple[Problem, ...]:
        """A problem for each file that looks like a log and is not read: what it has that the logs lack."""
        gone = self._folder_gone()
        return name_odd_logs(self.folder, self.logs(), participant) if gone is None else (gone,)

    def _folder_gone(self) -> Problem | None:
        """That interviews were held and their folder is not here, which is no link either."""
        folder = self.folder / "interviews"
        held = [] if folder.is_dir() or folder.is_symlink() else sorted(self._codes_in_facts())
        if not held or self.logs():
            return None
        names = ", ".join(held[:_MOST_NAMED]) + (" …" if len(held) > _MOST_NAMED else "")
        return Problem(folder.name, 1, 1, "folder_gone", {"names": names})

    def survey(self, current: Reading | None = None) -> "StudyStatus":
        """All that the next interview needs to know of the earlier ones, each read once; ``current`` is the guide."""
        every = list(self.load_interviews())
        told = [one for one in every if one.interview is not None]
        interviews = [one.interview for one in told if one.interview is not None]
        current = self.guide() if current is None else current
        placements = Placements.of_study(self.folder, current)
        changed = self._find_changes(interviews, current, placements)
        copies = [problem for one in every for problem in one.problems if problem.code.startswith(_NOT_READ)]
        strays = (*copies, *self.strays())
        return StudyStatus(tuple(told), self._open_ones(told), changed, placements, strays)

    def find_unfinished(self) -> tuple[LoadedInterview, ...]:
        """What is not done: interviews that never ended, and the last pilot where its round of verdicts is not closed.

        An earlier pilot's is let be, for another was begun instead. No other program holds them; the latest started
        comes last.
        """
        return self._open_ones(self.load_interviews())

    @staticmethod
    def _open_ones(told: Iterable[LoadedInterview]) -> tuple[LoadedInterview, ...]:
        open_ones: list[LoadedInterview] = []
        pilot: LoadedInterview | None = None
        for one in told:
            if one.interview is None:
                continue
            if one.interview.started.mode == "pilot" and (pilot is None or _start_key(one) >= _start_key(pilot)):
                pilot = one
            if one.interview.ended is None:
                open_ones.append(one)
        if pilot is not None and pilot.interview is not None and _is_to_be_judged(pilot.interview):
            open_ones.append(pilot)
        return tuple(sorted((one for one in open_ones if not is_under_way(one.file.path)), key=_start_key))

    def find_guide_changes(self) -> tuple[Problem, ...]:
        """What has changed in the guide since an interview took its copy."""
        current = self.guide()
        interviews = (one.interview for one in self.load_interviews() if one.interview is not None)
        return self._find_changes(interviews, current, Placements.of_study(self.folder, current))

    def _find_changes(
        self, interviews: Iterable[Interview], current: Reading, placements: Placements
    ) -> tuple[Problem, ...]:
        changes = GuideChanges(self.folder, current, placements)
        for interview in interviews:
            changes.look_at(interview.guide, interview.code)
        return changes.problems

    def next_code(self, mode: Mode) -> str:
        """The first free code after those that were ever used: I1, I2 … for interviews, P1, P2 … for pilots."""
        letter = _LETTER[mode]
        used = {int(code[1:]) for code in self.codes_given() if re.fullmatch(letter + "[0-9]+", code)}
        used |= set(range(1, self._given_up_to().get(letter, 0) + 1))
        after = max(used, default=0) + 1
        return f"{letter}{after if after < 1000 else min(set(range(1, 1000)) - used, default=after)}"

    def codes_given(self) -> set[str]:
        """The codes that were ever given, as far as anything here tells; without any, nobody was interviewed."""
        return {
            *(file.participant for file in self.logs()),
            *(name.partition("-")[0] for name in self._codes_in_facts()),
            *self._codes_in_names(),
            *self._codes_left(),
        }

    def new_path(self, participant: str) -> Path:
        """The file for a participant's next interview: ``I1.jsonl``, then ``I1-2.jsonl`` …

        A file without a whole first record is no interview, and its name is used again; that of an interview whose log
        is gone is not.
        """
        number, known = 1, self._codes_in_facts()
        rescued = {path.name for path in logs_rescued(self.folder / "interviews")}
        elsewhere = {file.path for file in in_cloud(self.folder)}
        while True:
            path = self.path_of(participant, number)
            there = path.exists() or path.name in rescued
            free = read_whole(path, path.name).vacant if there else path.stem not in known
            if free and path not in elsewhere:
                return path
            number += 1

    def _codes_in_names(self) -> set[str]:
        """The codes of files that are no logs here and now: in the cloud, a copy, an observation, a transcript."""
        found = {file.participant for file in in_cloud(self.folder)}
        for folder in ("interviews", "observations", "transcripts"):
            with suppress(OSError):
                names = [path.name for path in (self.folder / folder).iterdir()]
                found |= {code_in(name) for name in names if looks_like_log(name) or folder != "interviews"}
        return found

    def codes_gone(self, participant: str) -> tuple[str, ...]:
        """The names of interviews with a participant that were held once, and whose logs are gone."""
        here = {file.path.stem for file in self.logs()}
        gone = {name for name in self._codes_in_facts() if name.partition("-")[0] == participant} - here
        return tuple(sorted(gone, key=lambda name: int(name.partition("-")[2] or 1)))

    def is_retired(self, participant: str) -> bool:
        """Whether a code may not be given because somebody had it, or may have, of whom it tells nothing any more.

        That is every code up to the last one given when somebody left, and every one whose interviews have another
        now: of which there is nothing here, and of which nobody has said that it stays.
        """
        letters = participant.rstrip("0123456789")
        if participant in self._codes_that_stay():
            return False
        given = int(participant[len(letters) :]) <= self._given_up_to().get(letters, 0)
        if not given and participant not in self._codes_left():
            return False
        known = {
            *(file.participant for file in self.logs()),
            *(name.partition("-")[0] for name in self._codes_in_facts()),
        }
        return participant not in known | self._codes_in_names()

    def codes_now(self, participant: str) -> frozenset[str]:
        """The codes that a participant's interviews were given in the place of this one."""
        return self._codes_left().get(participant, frozenset())

    def came_back(self, participant: str) -> bool:
        """Whether a participant's log is here again, perhaps, after they left."""
        return any(file.participant == participant for file in self.came_back_among(self.logs()))

    def came_back_among(self, files: Iterable[LogFile]) -> frozenset[LogFile]:
        """Logs of codes that were given before somebody left, and that were not here then: perhaps of who left.

        So may be one of a code that its interviews had before they were given another, however high.
        """
        given = self._given_up_to()
        if not given:
            return frozenset()
        known = {name.partition("-")[0] for name in self._codes_in_facts()} | self._codes_that_stay()
        left = self._codes_left()
        return frozenset(
            file
            for file in files
            if file.participant not in known
            and (
                file.participant in left
                or code_order(file.participant)[1] <= given.get(file.participant.rstrip("0123456789"), 0)
            )
        )

    def remember_codes(self) -> LogFailure | None:
        """Write down which codes are used, so that none is given again; where that fails, nothing is held up.

        Why it failed, to be told once there is time for it.
        """
        from interviews.study.facts import FILE, CodeUsed, add

        try:
            known = self._codes_in_facts()
            files = self.logs()
            back = self.came_back_among(files)
            new = [CodeUsed(code=one.path.stem) for one in files if one.path.stem not in known and one not in back]
            if new:
                add(self.folder, new)
        except LogFailure as failure:
            return failure
        except (OSError, ValueError) as error:
            return LogFailure("disk_error", file=FILE, reason=cause_of(error))
        return None

    def _given_up_to(self) -> dict[str, int]:
        from interviews.study.facts import read_study_facts

        return read_study_facts(self.folder).given_up_to

    def _codes_that_stay(self) -> frozenset[str]:
        from interviews.study.facts import read_study_facts

        return read_study_facts(self.folder).stays

    def _codes_left(self) -> dict[str, frozenset[str]]:
        from interviews.study.facts import read_study_facts

        return read_study_facts(self.folder).left

    def _codes_in_facts(self) -> frozenset[str]:
        from interviews.study.facts import read_study_facts

        return read_study_facts(self.folder).codes

    def practice_path(self) -> Path:
        """The file for the next practice interview, in a folder that no review reads: ``practice/T1.jsonl`` …"""
        number = 1
        while (path := self.folder / "practice" / f"{_LETTER['practice']}{number}{ending_in(self.folder)}").exists():
            number += 1
        return path

    def path_of(self, participant: str, number: int = 1) -> Path:
        """Where the numbered interview with a participant lies."""
        suffix = "" if number == 1 else f"-{number}"
        return self.folder / "interviews" / f"{participant}{suffix}{ending_in(self.folder)}"


def copy_problem(file: LogFile, counts: LogFile, missing: int) -> Problem:
    """That a log is a copy of another one, and how many events that one lacks."""
    facts = {"log": counts.path.name, "count": str(missing), "code": counts.path.stem, "file": quote(file.path.name)}
    key = "log_copy_more" if missing else "log_copy"
    return Problem(file.name, 1, 1, key, facts, "warning" if missing else "notice")


def came_back_problem(file: LogFile) -> Problem:
    """That a log may be that of somebody who left."""
    facts = {"log": file.path.name, "code": file.participant}
    return Problem(file.name, 1, 1, "log_came_back", facts, "warning")


def _start_key(told: LoadedInterview) -> tuple[int, float, str]:
    """When an interview was begun, as something to sort by."""
    return moment_of(told.interview.started.wall if told.interview is not None else "")


def _is_to_be_judged(pilot: Interview) -> bool:
    from interviews.core.verdicts import questions_to_judge  # interviews do without

    return bool(questions_to_judge(pilot))
