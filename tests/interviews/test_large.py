"""What holds of short logs and of small studies, sampled on a long log and on a study of many interviews.

Everyday 3,000 events and 60 interviews; with ``WHOLE_SIZES=1``, as in ``make faults``, 100,000 and 1,000. ``SEED=…``
holds others.
"""

import os
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from guide.search import QuestionIndex
from guide.word_index import WordIndex
from interviews.core import commands as do
from interviews.core.checklists import probe_ticks, sides
from interviews.core.codec import encode
from interviews.core.commands import Command
from interviews.core.course import order
from interviews.core.coverage import coverage, examples, without_example
from interviews.core.events import (
    EVENT_TYPES,
    NO_ACTS,
    Asked,
    Covered,
    Declined,
    Event,
    Noted,
    Raised,
    Refusal,
    Skipped,
    Undone,
    Unmarked,
)
from interviews.core.next_question import next_question
from interviews.core.notes import fates, follow_ups, notes
from interviews.core.recorder import segments, withheld
from interviews.core.replaying import Player, Tape
from interviews.core.state import Interview, apply, replay
from interviews.core.timing import interview_seconds, seconds_in_hand
from interviews.core.verdicts import PROMPTS, REASONS, VERDICTS, comments, verdicts
from interviews.linking.suggestions import LinkSuggester
from interviews.os_support import system
from interviews.study import kept
from interviews.study.folder import Study
from interviews.study.interview_summary import timeline
from interviews.study.previous_interviews import Link, earlier
from interviews.study.survey import so_far, survey
from tests.interviews.chair import Chair
from tests.interviews.choir import CHOIR, choir
from tests.interviews.test_kept_properties import EDITS, assert_as_without, log_of
from tests.tui.desk_helpers import Seat
from tui.input.grammar import LEAST
from tui.live.options import EarlierWords
from tui.live.suggestions import Offers
from tui.live.transcript import transcript_entries
from tui.live.view_state import MAX_HITS
from tui.translator import Translator

WHOLE = bool(os.environ.get("WHOLE_SIZES"))
EVENTS, INTERVIEWS = (100_000, 1_000) if WHOLE else (3_000, 60)
PLACES = 6 if WHOLE else 2
"""At how many places of the log everything is looked at."""
SEED = int(os.environ.get("SEED", "1"))

IDS = tuple(question.id for question in choir().questions)
LEANING = tuple(question.id for question in choir().questions if question.leans_on)
"""How one of these is worded depends on all that was said before."""
ALONE = tuple(id for id in IDS if id not in LEANING)
WORDS = (
    "koret sangen øving dirigenten noter kapellet stemme trygghet pause kaffe #b1 #B3 #øving [ler] konsert latter "
    "ryggen alt sopran fellesskap nervøs kjent tempo hverdag #z1 konserten øvde synger synge stemmen sangene kapell"
).split()


STEMS = "sang øving kor stemme rytme not rom glede tempo pust".split()


def words(chance: random.Random) -> str:
    """A few words, some of them links and tags, and a number that makes most notes unlike all others."""
    return " ".join((*chance.choices(WORDS, k=chance.randint(1, 6)), str(chance.randrange(9999))))


def _ids(chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(IDS, chance.choice((0, 1, 1, 2))))


Draw = Callable[[random.Random, int], Command]
OFTEN: dict[Draw, int] = {
    lambda chance, _: do.TakeNote(words(chance), chance.choice(("note", "note", "quote", "topic"))): 60,
    lambda chance, _: do.TakeNote(words(chance), chance.choice(("follow_up", "reflexive")), 20.0): 6,
    lambda *_: do.TakeNote("", "bookmark"): 3,
    lambda chance, _: do.AskQuestion(chance.choice(ALONE), confirmed=True): 8,
    lambda chance, _: do.MarkCovered(_ids(chance), chance.choice((None, 1, 2, 3))): 8,
    lambda chance, _: do.Skip(_ids(chance), "tid"): 2,
    lambda chance, _: do.Decline(_ids(chance)): 1,
    lambda *_: do.Undo(): 4,
}
SELDOM: tuple[Draw, ...] = (
    lambda chance, _: do.AskQuestion(chance.choice(LEANING), confirmed=True),
    lambda chance, _: do.Unmark(_ids(chance)),
    lambda chance, last: do.EditNote(words(chance), chance.randint(1, last)),
    lambda chance, _: do.EditNote(words(chance)),
    lambda chance, last: do.CorrectNote(words(chance), chance.randint(max(1, last - 30), last)),
    lambda chance, last: do.LinkNote(chance.randint(1, last), chance.choice(IDS)),
    lambda chance, last: do.TagNote(chance.randint(1, last), "arena"),
    lambda chance, last: do.RetimeNote(chance.random() * last, chance.randint(1, last)),
    lambda *_: do.RaiseFollowUp(),
    lambda chance, last: do.ReturnTo(chance.randint(1, 1 + last // 20)),
    lambda chance, last: do.CallMet(chance.randint(1, 1 + last // 20)),
    lambda chance, last: do.Drop(chance.randint(1, 1 + last // 20), "uvesentlig"),
    lambda chance, _: do.Tick("opening", chance.choice(("consent", "1")), chance.choice(("done", "open"))),
    lambda chance, _: do.Tick("probes", chance.choice(("1", "2")), question=chance.choice(IDS)),
    lambda chance, _: do.Explain(chance.choice(("fellesskap", "dirigent")), "short"),
    lambda *_: do.ToggleRecording(confirmed=True),
    lambda *_: do.ToggleTranscribing(),
    lambda *_: do.TogglePause(),
    lambda *_: do.AskNext(confirmed=True),
    lambda chance, _: do.Judge(chance.choice(VERDICTS), chance.choice(IDS), chance.choice(("", *REASONS))),
    lambda chance, _: do.Propose(chance.choice(IDS), words(chance)),
    lambda chance, _: do.TakeComment(words(chance), chance.choice(("", *PROMPTS))),
    lambda chance, _: do.Hear(chance.randint(0, 9), _ids(chance), 1.0),
)
"""What is done some hundred times in any log: most of it goes through the whole interview."""
SHARE = min(0.1, 600 / EVENTS)

FOLDS: dict[str, Callable[[Interview], Any]] = {
    fold.__name__: fold
    for fold in (
        *(coverage, examples, without_example, notes, follow_ups, fates, order, sides, probe_ticks, verdicts, comments),
        *(segments, withheld, seconds_in_hand, interview_seconds, timeline),
    )
}
FOLDS["entries"] = lambda interview: [*transcript_entries(interview, Translator("nb"))]
"""What is worked out of an interview, and remembered between two acts or longer."""


def index_of(known: Iterable[str]) -> WordIndex:
    """An index that knows these words."""
    index = WordIndex()
    for word in known:
        index.add(word)
    return index


def any_command(chance: random.Random, last: int) -> Command:
    """Something that may be done; ``last`` is the last event's place."""
    if chance.random() < SHARE:
        return chance.choice(SELDOM)(chance, max(last, 1))
    (draw,) = chance.choices([*OFTEN], [*OFTEN.values()])
    return draw(chance, last)


@dataclass(repr=False)
class Told:
    """An interview and all that is worked out of it, as it was at one moment."""

    interview: Interview
    acts: list[int]
    worked_out: dict[str, Any]


def told(interview: Interview) -> Told:
    """How an interview stands now."""
    copy = replace(interview, acts=dict(interview.acts))
    return Told(copy, list(interview.acts), {name: fold(interview) for name, fold in FOLDS.items()})


def differing(one: Told, other: Told) -> list[str]:
    """What is not the same, by its name: of a hundred thousand acts nobody wants to read the rest."""
    found = [name for name in FOLDS if one.worked_out[name] != other.worked_out[name]]
    found += ["the order of acts"] if one.acts != other.acts else []
    return found + (["the interview"] if one.interview != other.interview else [])


@dataclass(repr=False)
class Held:
    """A long interview, and what the session had at some places of its log, with all that it remembered."""

    chair: Chair
    events: tuple[Event, ...]
    seen: dict[int, Told]


@pytest.fixture(scope="module")
def patched() -> Iterator[pytest.MonkeyPatch]:
    """No power fails here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(system(), "sync", lambda _: None)
        patch.setattr(system(), "sync_name", lambda _: None)
        yield patch


@pytest.fixture(scope="module")
def held(patched: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Held:
    """Whatever is done, in several sittings, until the log has as many events as are wanted; the last after the end."""
    chance, chair, seen = random.Random(SEED), Chair(tmp_path_factory.mktemp("held"), "pilot"), dict[int, Told]()
    for place in range(1, PLACES + 1):
        while chair.interview.next_seq < EVENTS * place // PLACES:
            chair.clock.go_on(chance.choice((0.5, 4.25, 11.125)))
            chair.session.do(any_command(chance, chair.interview.next_seq - 1))
        seen[chair.interview.next_seq] = told(chair.interview)
        assert_last_acts_are_known(chair.interview, chance)
        if place == PLACES - 1:
            chair.do(do.End())
        chair.resume()
    return Held(chair, chair.reading.events, seen)


def assert_last_acts_are_known(here: Interview, chance: random.Random) -> None:
    """What is kept of acts by their kind is what going through all of them finds."""
    acts, kinds = list(here.acts.values()), [*EVENT_TYPES.values()]
    pairs = (tuple(chance.sample(kinds, 2)) for _ in range(20))
    for of in (*((kind,) for kind in kinds), *pairs):
        assert here.last(*of) is next((act for act in reversed(acts) if isinstance(act, of)), None)
    for t in (0.0, here.t, *(chance.uniform(0.0, here.t) for _ in range(20))):
        asked = [act.question for act in acts if isinstance(act, Asked) and act.t <= t]
        assert here.hand_at(t) == (asked[-1] if asked else None)


def test_a_log_replayed_to_any_place_is_what_was_there(held: Held) -> None:
    assert [event.seq for event in held.events] == list(range(len(held.events)))
    assert len(held.seen) == PLACES
    on = replay(held.events[:1], choir())
    for event in held.events[1:]:
        if event.seq in held.seen:
            assert differing(told(on), held.seen[event.seq]) == []
            assert differing(told(replay(held.events[: event.seq], choir())), held.seen[event.seq]) == []
        apply(on, event)


def test_a_player_shows_what_the_log_knew_at_its_place(held: Held) -> None:
    chance, player = random.Random(SEED), Player(Tape(held.events, choir()))
    player.finish()
    assert differing(told(player.interview), told(replay(player.tape.events, choir()))) == []
    for place in chance.sample(player.tape.stops[1:], PLACES):
        player._go_to(place)
        there = told(player.interview)
        player.previous()
        assert differing(told(player.interview), told(replay(player.tape.events[: player.place], choir()))) == []
        player.next()
        assert player.place == place
        assert differing(told(player.interview), there) == []
        assert player.now >= player.tape.moments[place - 1]


def test_any_act_that_is_undone_never_was(held: Held) -> None:
    acts = [event for event in held.events if not isinstance(event, NO_ACTS)]
    one_of_each = {type(act): act for act in random.Random(SEED).sample(acts, len(acts))}
    assert len(one_of_each) > 15
    for act in [*one_of_each.values()][: None if WHOLE else 10]:
        undone = replay(held.events[: act.seq + 1], choir())
        told(undone)  # all is remembered
        apply(undone, Undone(seq=act.seq + 1, t=undone.t, act=act.seq))
        before = replay(held.events[: act.seq], choir())
        before.t, before.next_seq = undone.t, undone.next_seq  # time goes on, and so does the log
        undone.follow_ups = before.follow_ups  # no number is given twice
        assert differing(told(undone), told(before)) == []


def test_undo_takes_back_act_by_act_as_far_as_it_may(held: Held) -> None:
    chair = held.chair
    chair.do(do.TakeNote("koret"))  # which reopens it
    left = [act for act in chair.interview.events() if not isinstance(act, NO_ACTS)]
    told(chair.interview)
    for _ in range(50):
        done = chair.session.do(do.Undo())
        if isinstance(done, Refusal):
            assert done.code == "nothing_to_undo"
            break
        assert isinstance(done.act, Undone)
        assert done.act.act == left.pop().seq
    acts = [act for act in chair.interview.events() if not isinstance(act, NO_ACTS)]
    originals = chair.interview.originals
    assert [originals.get(act.seq, act) for act in acts] == [originals.get(act.seq, act) for act in left]
    assert differing(told(chair.interview), told(replay(chair.reading.events))) == []


def test_coverage_is_the_fold_over_the_last_judgements_and_counts_what_notes_say(held: Held) -> None:
    here = replay(held.events, choir())
    found, taken = coverage(here).questions, notes(here)
    outward = [note for note in taken if note.kind != "reflexive" and note.counts]
    judged: dict[str, list[Event]] = {id: [] for id in IDS}
    for act in here.events():
        if isinstance(act, Covered | Skipped | Declined | Unmarked):
            for id in act.questions:
                judged[id].append(act)
    for id, question in found.items():
        last = judged[id][-1] if judged[id] else None
        refused = any(isinstance(act, Declined) for act in judged[id])
        assert (question.declined_at is not None) == refused
        assert question.notes == sum(1 for note in outward if id in note.about)
        assert (question.state == "covered") == isinstance(last, Covered)
        if isinstance(last, Declined) or (refused and isinstance(last, Unmarked)):
            assert question.state == "declined"
    assert all(len(note.about) == len({*note.about}) for note in taken)
    numbers = [event.follow_up for event in held.events if isinstance(event, Noted | Raised)]
    given = [number for number in numbers if number is not None]
    assert given == list(range(1, len(given) + 1))


def test_asking_what_is_suggested_comes_to_each_open_question_once(held: Held) -> None:
    here, asked = replay(held.events, choir()), list[str]()
    open_ones = {id for id, one in coverage(here).questions.items() if one.is_new}
    while (found := next_question(choir(), coverage(here).questions, here.hand, [IDS])) is not None:
        apply(here, Asked(seq=here.next_seq, t=here.t, question=found.id))
        asked.append(found.id)
    assert len(asked) == len({*asked})
    assert {*asked} == open_ones


def test_what_is_offered_and_found_is_the_same_gathered_at_once_or_in_slices(held: Held, tmp_path: Path) -> None:
    chance, log = random.Random(SEED), tmp_path / "interviews" / "I1.jsonl"
    log.parent.mkdir()
    log.write_bytes(b"".join(map(encode, held.events)))
    seat = Seat(tmp_path, guide=choir(), resume=True)
    sliced, whole, here = seat.desk.hands.offers, Offers(seat.table).prepare(), seat.session.interview
    while sliced.read_on(0.0):
        pass
    tags = {id: [tag for note in notes(here) if id in note.about for tag in note.tags] for id in IDS}
    finder = QuestionIndex(choir(), tags)
    links = [Link(note.text, note.about) for note in notes(here) if note.text and note.about]
    shuffled = LinkSuggester(choir(), chance.sample(links, len(links)))
    for text in (words(chance) for _ in range(30)):
        assert sliced.prepare()[0].best(text) == whole[0].best(text) == shuffled.best(text)
        assert sliced.prepare()[1].complete(text) == whole[1].complete(text)
        (typed,) = chance.choices(WORDS)
        assert seat.table.find(typed) == [hit for hit in finder.find(typed, MAX_HITS) if hit.score >= LEAST] or (
            seat.table.find(typed) == finder.find(typed, MAX_HITS)
        )
    seat.session.close()


def test_an_index_of_words_finds_what_one_finds_that_has_none_of_the_others() -> None:
    chance = random.Random(SEED)
    known = [f"{one}{two}{end}" for one in STEMS for two in STEMS for end in ("", "en", "et", "er", "ing")]
    whole = index_of(chance.sample(known, len(known)))
    for _ in range(30 * PLACES):
        letters = list(chance.choice(known))
        letters[chance.randrange(len(letters))] = chance.choice("aeiknrst")
        word = "".join(letters)
        found = whole.like(word)
        assert index_of([*found, chance.choice(known)]).like(word) == found


@pytest.fixture(scope="module")
def many(patched: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Many short interviews, pilots and second ones among them, some never ended; numbers are kept at once."""
    chance, place = random.Random(SEED), tmp_path_factory.mktemp("many")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(place / "cache"))
        patch.setenv("XDG_DATA_HOME", str(place / "data"))
        patch.setattr(kept, "SETTLED", -(10**18))
        folder = place / "study"
        (folder / "interviews").mkdir(parents=True)
        (folder / "guide.yaml").write_bytes(CHOIR.read_bytes())
        for number in range(1, INTERVIEWS + 1):
            name = f"P{number // 20}" if number % 20 == 0 else f"I{number - 1}-2" if number % 15 == 0 else f"I{number}"
            acts = [any_command(chance, 20) for _ in range(40)]
            log = log_of(name, acts, ended=number % 7 > 0)
            (folder / "interviews" / f"{name}.jsonl").write_bytes(log)
        yield Study(folder)


def test_what_earlier_interviews_tell_is_the_same_kept_read_at_once_and_in_slices(many: Study) -> None:
    whole = many.survey()
    assert len(whole.told) == INTERVIEWS
    read = earlier(whole.placements.as_in(one.interview, choir()) for one in whole.told if one.interview is not None)
    for _ in ("nothing kept", "all kept"):
        found = survey(many, many.logs(), many.guide(), "1")
        told, links = EarlierWords(so_far(found, many, None, choir())), list[Link]()
        while told.to_come:
            links += told.read_on(0.0)
        suggester = LinkSuggester(choir())
        for link in links:
            suggester.learn(link.text, link.about)
        assert tuple(links) == read.links
        assert told.earlier == read
        assert found.kept is not None
        found.kept.write()
        chance, at_once = random.Random(SEED), LinkSuggester(choir(), read.links)
        for text in (words(chance) for _ in range(30)):
            assert suggester.best(text) == at_once.best(text)


def test_a_review_is_the_same_with_what_is_kept_whatever_is_done_to_some_files(many: Study) -> None:
    chance = random.Random(SEED)
    assert_as_without(many)
    assert_as_without(many)
    for how in chance.sample([*EDITS], PLACES):
        log = chance.choice(sorted((many.folder / "interviews").glob("*.jsonl")))
        EDITS[how](many, log, [any_command(chance, 5) for _ in range(9)])
        assert_as_without(many)
    assert_as_without(many)
