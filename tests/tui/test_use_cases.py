"""The interview's use cases, each driven through the real screen with the thesis's own guide.

They are the moments that the thesis's method chapter tells of (opening, varying order, leaning questions, talk at
length, follow-ups, confused concepts, both sides, examples, conditional parts, the hour, the closing).
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from interviews.core.state import Interview
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.previous_interviews import NONE_EARLIER, PreviousInterviews, earlier
from interviews.study.review import StudyWalk, interview_json
from tests.clocks import StandingClock
from tests.interviewer import records, thesis_study, told
from tests.tui.sittings import KEYS, SIZE, session_in
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.options import LiveOptions
from tui.live.transcript import transcript_entries
from tui.translator import Translator

LEANING = {"A3": "A1", "B2": "B1", "B10": "B8", "C1": "A1", "C2": "C1", "C3": "B1"}
"""The six questions that lean on something said earlier, and one thing that each can lean on."""


class At:
    """Somebody at the live screen: presses keys, lets time pass, looks."""

    def __init__(self, pilot: Pilot[str], session: Session, clock: StandingClock) -> None:
        self.pilot, self.session, self.clock = pilot, session, clock

    @property
    def screen(self) -> LiveScreen:
        """The live screen."""
        screen = self.pilot.app.screen
        assert isinstance(screen, LiveScreen)
        return screen

    async def keys(self, keys: str, after: float = 10) -> None:
        """Press keys, so many seconds after the ones before; ⏎ is Enter."""
        self.clock.go_on(after)
        await self.pilot.press(*(KEYS.get(key, key) for key in keys))
        await self.pilot.pause()

    def rows(self) -> str:
        """What stands on the screen, row by row."""
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())

    def said(self) -> str:
        """The wording that the guide spoke last."""
        spoken = [
            entry.text for entry in transcript_entries(self.session.interview, Translator("nb")) if entry.side == "left"
        ]
        assert "".join(spoken[-1].split())[:24] in "".join(self.rows().split())
        return spoken[-1]

    def events(self) -> list[dict[str, Any]]:
        """What the log holds, without places."""
        return [told(record) for record in records(self.session.path)]

    def last(self) -> dict[str, Any]:
        """The last event in the log."""
        return self.events()[-1]

    @property
    def hand(self) -> str | None:
        """The question in hand."""
        return self.session.interview.hand

    @property
    def notice(self) -> str:
        """What stands below the input line."""
        notice = self.screen.desk.table.notice
        return notice.text if notice is not None else ""

    @property
    def card(self) -> str:
        """The open card, title and all, empty where none is open."""
        card = self.screen.desk.table.card
        if card is None:
            return ""
        return "\n".join(
            [card.title, card.lead, *(f"{point.text} {point.aside}" for point in card.points), card.text, card.foot]
        )


Sits = Callable[..., Any]


@pytest.fixture
def sits(tmp_path: Path) -> Sits:
    """Sit down to interview a participant of one study."""
    study = thesis_study(tmp_path)

    @asynccontextmanager
    async def sit(code: str = "I1", so_far: PreviousInterviews = NONE_EARLIER) -> AsyncIterator[At]:
        clock = StandingClock()
        session = session_in(study, clock, code)
        _ = Translator("nb")
        helps = LiveOptions(earlier=so_far)
        app = InterviewApp(lambda: LiveScreen(session, _, clock.running, helps), _)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            yield At(pilot, session, clock)
        session.close()

    return sit


def reviewed(study: Path) -> dict[str, Any]:
    """The first interview of the study as ``review --json`` tells it."""
    first, interview = next(iter(StudyWalk(Study(study))))
    return interview_json(first, interview)


def interviews_of(study: Path) -> list[Interview]:
    """Every interview of the study."""
    return [one.interview for one in Study(study).load_interviews() if one.interview is not None]


async def test_the_openings_points_in_any_order_with_a_key_each(sits: Sits, tmp_path: Path) -> None:
    async with sits() as at:
        assert at.card.startswith("Åpning")
        for key in "351624":
            await at.keys(key, 20)
        await at.keys("⏎", 5)
        await at.keys("ja", 60)
        await at.keys("⏎", 1)
    ticked = [event["point"] for event in at.events() if event["type"] == "ticked"]
    assert len(ticked) == 6
    assert ticked == ["3", "5", "consent", "6", "lydfil", "4"]
    told = reviewed(tmp_path)
    assert told["briefing"] == pytest.approx(105)
    assert told["seconds"] == pytest.approx(165)


async def test_recording_before_consent_asks_exactly_once_and_logs_the_answer(sits: Sits) -> None:
    async with sits() as at:
        await at.keys("2")
        await at.keys("/rec⏎")
        assert "Samtykkeskjemaet er underskrevet" in at.notice
        assert [event["type"] for event in at.events()] == ["started", "ticked"]
        await at.keys("/rec⏎")
        assert at.last() == {"type": "recording_started", "number": 1, "missing": ["consent"], "offset": 0.0}


@pytest.mark.parametrize(("question", "antecedent"), LEANING.items())
async def test_a_leaning_question_is_never_asked_bare_too_early(sits: Sits, question: str, antecedent: str) -> None:
    async with sits() as at:
        wanted = at.session.interview.guide.question(question)
        await at.keys(f"/{question.lower()}⏎")
        assert at.last() == {"type": "asked", "question": question, "wording": "alone"}
        assert at.said() == wanted.alone
        await at.keys(f"+{antecedent.lower()}⏎")
        await at.keys(f"/{question.lower()}⏎")
        assert at.last() == {"type": "asked", "question": question, "wording": "ask"}
        assert at.said() == wanted.ask


async def test_several_questions_are_covered_unasked_while_another_stays_in_hand(sits: Sits, tmp_path: Path) -> None:
    async with sits() as at:
        await at.keys("/b4⏎")
        await at.keys("+b1 b2 b6⏎", 300)
        assert at.hand == "B4"
        before = at.rows().splitlines()[1:]
        at.clock.go_on(900)
        at.screen.tick()
        await at.pilot.pause()
        assert at.rows().splitlines()[1:] == before
        offered = []
        for _ in range(13):
            await at.keys("⏎")
            offered.append(at.hand)
        assert not {"B1", "B2", "B6"} & set(offered)
    questions = reviewed(tmp_path)["questions"]
    assert [id for id in questions if questions[id]["unasked"]] == ["B1", "B2", "B6"]


async def test_a_moment_is_caught_and_returned_to_in_the_informants_words(sits: Sits) -> None:
    async with sits() as at:
        await at.keys("/b1⏎")
        await at.keys('!"struktur og forutsigbarhet⏎')
        assert at.last()["follow_up"] == 1
        await at.keys("/parked⏎", 12 * 60)
        assert "!1 12 min siden B1" in at.card
        await at.keys("/back 1⏎")
        assert "Du nevnte «struktur og forutsigbarhet»" in " ".join(at.rows().split())
        assert at.last() == {"type": "returned", "follow_up": 1}


async def test_what_is_parked_is_listed_before_the_interview_can_be_closed(sits: Sits) -> None:
    async with sits() as at:
        await at.keys("/b1⏎")
        await at.keys("!kulturendring⏎")
        await at.keys("/end⏎")
        assert "!1 kulturendring" in at.card


async def test_a_confused_concept_is_clarified_shortest_first_and_counted_by_question(
    sits: Sits, tmp_path: Path
) -> None:
    async with sits() as at:
        assert "2 begreper mangler avtalt forklaring" in " ".join(at.rows().split())
        await at.keys("/b4⏎")
        await at.keys("?samh⏎")
        assert at.last() == {"type": "explained", "concept": "sosial samhandling", "level": "short", "after": "B4"}
        shown = at.screen.desk.table.card
        assert shown is not None
        assert len(shown.text.split()) <= 12
        await at.keys("?samh⏎")
        assert at.last()["level"] == "full"
    told = reviewed(tmp_path)["explained"]
    assert [(one["concept"], one["after"]) for one in told] == [("sosial samhandling", "B4")] * 2


async def test_both_sides_are_counted_and_never_judged(sits: Sits, tmp_path: Path) -> None:
    async with sits() as at:
        await at.keys("/b5⏎")
        await at.keys("↓")
        assert "positivt 0" in at.card
        await at.keys("11")
        assert "positivt 2" in at.card
        await at.keys("␛")
        await at.keys("/b6⏎/negative⏎")
    sides = reviewed(tmp_path)["sides"]
    assert sides == {
        "B5": {"positive": 2, "negative": 0},
        "B6": {"positive": 0, "negative": 1},
        "C1": {"positive": 0, "negative": 0},
        "C2": {"positive": 0, "negative": 0},
    }


async def test_what_stayed_abstract_is_named_before_the_closing_question_and_not_earlier(sits: Sits) -> None:
    async with sits() as at:
        await at.keys("/a1⏎")
        await at.keys("+2⏎")
        await at.keys("/b5⏎")
        await at.keys("+3⏎")
        assert "Uten eksempel" not in at.rows()
        await at.keys("/end⏎")
        assert "Uten eksempel: A" in at.card.splitlines()


async def test_conditional_probes_come_with_their_condition(sits: Sits) -> None:
    async with sits() as at:
        await at.keys("/a4⏎")
        await at.keys("↓")
        assert "Hvordan?" not in at.card
        assert "hvis fokuset er ulikt" in at.card
        await at.keys("1")
        assert at.last()["point"] == "if 1"
        assert "Hvordan?" in at.card
        assert "Hvorfor?" in at.card
        await at.keys("␛")
        await at.keys("/b7⏎")
        await at.keys("↓")
        assert "Er det forskjeller?" in at.card
        assert "Hvorfor?" not in at.card


async def test_the_optional_question_is_never_a_gap(sits: Sits, tmp_path: Path) -> None:
    required = "a1 a2 a3 a4 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 c1 c2"
    async with sits() as at:
        await at.keys("/a1⏎")
        await at.keys(f"+{required}⏎")
        await at.keys("/end⏎")
        assert "Alle obligatoriske spørsmål er dekket." in at.card
    told = reviewed(tmp_path)
    targets = told["research_questions"]
    assert {id: targets[id]["state"] for id in targets} == dict.fromkeys(["A", "B", "Ba", "Bb", "C"], "covered")
    assert sum(targets[id]["of"] for id in ("A", "B", "C")) + 1 == 17


async def test_near_the_end_one_line_says_what_there_is_still_time_for(sits: Sits) -> None:
    pace = PreviousInterviews(seconds={"B9": 120.0, "C1": 300.0, "C2": 240.0})
    async with sits(so_far=pace) as at:
        await at.keys("/b8⏎")
        await at.keys("+a1 a2 a3 a4 b1 b2 b3 b4 b5 b6 b7 b8 b10⏎", 44 * 60 - 30)
        assert "igjen" not in at.notice
        await at.keys("§", 120)
        assert at.notice == "", "nothing stands over a curtain"
        await at.keys("§")
        assert at.notice == "14 min igjen, tid til 2: B9 C1 C2 ~11 min + avslutning 5"
        await at.keys("+b9⏎", 30)
        assert at.notice == "14 min igjen, tid til 1: C1 C2 ~9 min + avslutning 5"
        await at.keys("/c1⏎")
        assert at.notice == "", "nothing is said in the think-time"


async def test_in_the_think_time_nothing_is_offered(sits: Sits) -> None:
    async with sits() as at:
        await at.keys("/a1⏎")
        await at.keys("tillit og trygghet⏎", 1)
        await at.pilot.pause()
        assert "Tab" not in at.rows()
        await at.keys("bygger tillit og trygghet først⏎", 4)
        await at.pilot.pause()
        assert "→ B3 god kontakt?   Tab lenker" in at.rows()
        await at.pilot.press("tab")
        assert at.last() == {"type": "linked", "note": 3, "question": "B3"}
        assert "Tab lenker" not in at.rows()


async def test_the_closing_and_what_it_leaves_to_the_next_interview(sits: Sits, tmp_path: Path) -> None:
    async with sits() as at:
        await at.keys("/b1⏎")
        await at.keys("!kulturendring?⏎")
        await at.keys(" ")
        await at.keys("/end⏎")
        assert "Ikke dekket: A1 A2 A3" in at.card
        assert "!1 kulturendring?" in at.card
        await at.keys("⏎")
        assert at.hand == "Z1"
        await at.keys(">økonomien i kommunen⏎")
        await at.keys("⏎")
        assert at.card.startswith("Etterpå")
        await at.keys("123")
        await at.keys("⏎")
        assert at.last() == {"type": "ended"}
        assert at.card.startswith("Fyll bokmerker")
        await at.keys("⏎")
        assert at.card.startswith("!1 er åpen")
        await at.keys("⏎")
        assert "> økonomien i kommunen" in at.card
        assert at.card.count("?") >= 4
    so_far = earlier(interviews_of(tmp_path))
    async with sits("I2", so_far) as at:
        assert "fra før: 2 (/gjenstår)" in " ".join(at.rows().split())
        assert "kulturendring" not in at.rows()
        await at.keys("/left⏎")
        assert "I1 ! B1 kulturendring?" in at.card
        assert "I1 > økonomien i kommunen" in at.card


async def test_the_informant_stops_and_nothing_more_is_asked(sits: Sits, tmp_path: Path) -> None:
    async with sits() as at:
        await at.keys("/b1⏎")
        await at.keys("/stop⏎")
        assert at.last() == {"type": "stopped"}
        assert at.card.startswith("Informanten ønsket å stoppe")
        await at.keys("⏎")
        assert at.card.startswith("Etterpå")
        await at.keys("⏎")
        assert at.last() == {"type": "ended"}
    assert reviewed(tmp_path)["stopped"] is True


async def test_what_is_not_to_be_transcribed_lies_between_two_key_presses(sits: Sits, tmp_path: Path) -> None:
    async with sits() as at:
        await at.keys("12/rec⏎")
        await at.keys("/b1⏎")
        await at.pilot.press("ctrl+t")
        await at.keys("om en tredjeperson⏎", 30)
        assert "IKKE TRANSKRIBER" in at.rows().splitlines()[0]
        at.clock.go_on(30)
        await at.pilot.press("ctrl+t")
        assert "IKKE TRANSKRIBER" not in at.rows().splitlines()[0]
        await at.keys("tilbake⏎")
    told = reviewed(tmp_path)
    assert [note["withheld"] for note in told["notes"]] == [True, False]
    ((start, end),) = told["withheld"]
    assert end - start == pytest.approx(60)


async def test_every_note_knows_its_file_and_offset(sits: Sits, tmp_path: Path) -> None:
    async with sits() as at:
        await at.keys("12")
        await at.keys("/rec⏎")
        await at.keys("en⏎", 60)
        await at.keys("/rec⏎", 40)
        await at.keys("to⏎")
        await at.keys("/rec same⏎")
        await at.keys("tre⏎", 5)
        await at.keys("/rec⏎", 0)
        await at.keys("/rec⏎")
        await at.keys("fire⏎", 7)
        await at.keys("/shift 2 -2s⏎")
    places = [(note["recording"], note["offset"]) for note in reviewed(tmp_path)["notes"]]
    assert places == [(1, 60.0), (None, None), (1, 105.0), (2, 5.0)]
