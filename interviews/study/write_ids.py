"""Writing ids out into ``guide.yaml``.

Once they stand there, nothing that is done to it by hand shifts them any more.

Each question gets the id that the interviews know it by, the earliest where they differ, and a new question one that no
interview and no revision ever used.
"""

import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from guide.files import cause_of, read_file
from guide.frozen import Value
from guide.model import Guide
from guide.problems import fold_case
from guide.reading import Reading, read_guide
from interviews.core.clock import moment_of
from interviews.core.state import Interview
from interviews.save import save
from interviews.study.placement import Placements


class Naming(Value):
    """The ids to be written, by those that are counted now; empty where every id is there."""

    names: dict[str, str]

    @property
    def shifts(self) -> bool:
        """Whether some question is to have another id than counting gives it."""
        return any(own != new for own, new in self.names.items())


def naming_in(folder: Path, reading: Reading, interviews: Iterable[Interview], placements: Placements) -> Naming:
    """The ids for a study's guide as it was read, whose ids its interviews and revisions used."""
    if not reading.counted:
        return Naming({})
    from interviews.revisions import collect_ids, read_history

    held = sorted(interviews, key=lambda one: moment_of(one.started.wall))
    copies = list({id(one.guide): one.guide for one in held}.values())
    return naming_of(reading, placements, copies, collect_ids(read_history(folder), ()))


def naming_of(reading: Reading, placements: Placements, copies: Sequence[Guide], taken: Iterable[str] = ()) -> Naming:
    """The ids for a guide whose interviews hold these copies, the earliest first; ``taken`` were used by revisions."""
    guide = reading.guide
    if guide is None:
        return Naming({})
    names = {question.id: question.id for question in guide.questions if question.id not in reading.counted}
    given = {fold_case(id) for id in names} | {fold_case(target.id) for target in guide.targets}
    for placement in map(placements.of, copies):
        for own, now in placement.questions.items():
            if now in reading.counted and now not in names and fold_case(own) not in given:
                names[now] = own
                given.add(fold_case(own))
    used = [one.id for copy in copies for one in (*copy.questions, *copy.targets)]
    return Naming(_with_new(guide, names, {*used, *taken, *names.values()}))


def _with_new(guide: Guide, names: dict[str, str], used: set[str]) -> dict[str, str]:
    """The names of all questions: those that no interview had get one that nothing ever had."""
    from guide.revise import fresh_id, series_of

    unfit = {fold_case(id) for id in used}
    waiting = [question for question in guide.questions if question.id not in names]
    own = {question.id for question in waiting if fold_case(question.id) not in unfit}
    names |= {id: id for id in own}
    empty = guide.but(sections=(), closing=())  # what counting gives now is nobody's
    for question in waiting:
        if question.id not in own:
            names[question.id] = fresh_id(empty, series_of(guide, question), (*used, *names.values()))
    return {question.id: names[question.id] for question in guide.questions}


class NotNamedError(Exception):
    """The ids were not written. ``code`` is spoken by ``tui``, ``facts`` fill its sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def write_names(path: Path, reading: Reading, naming: Naming) -> bool:
    """Write the ids into a guide's file, and nothing else; whether its author's layout stands as it stood.

    Raises:
        NotNamedError: the file is another one by now, or cannot be written.
    """
    from guide.editing import with_ids

    place = path.resolve()
    try:
        data = read_file(place)
        if read_guide(data, path.name).guide != reading.guide:
            raise NotNamedError("ids_guide_changed", file=path.name)
        edited = with_ids(data.decode(), naming.names)
        save(place, edited.text.encode(), mode=stat.S_IMODE(place.stat().st_mode))
    except OSError as error:
        raise NotNamedError("disk_error", file=path.name, reason=cause_of(error)) from None
    return edited.whole
