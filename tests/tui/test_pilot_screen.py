"""UC1 through the real screen: a pilot finds what is wrong with the wording, and the table of it holds every question.

Also how a pilot is begun from the command line, and what the review and its files tell of it.
"""

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from interviews.core import commands as do
from interviews.core.events import PilotKind
from interviews.core.verdicts import REASONS, VERDICTS
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.interviewer import Interviewer, records, thesis_study, told
from tests.pictures import Pictures
from tests.tui.desk_helpers import look_between
from tests.tui.lines import GUIDE
from tests.tui.sittings import KEYS, settled
from tui.commands.run import pilot_kind
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.options import LiveOptions
from tui.main import main
from tui.settings import Settings
from tui.translator import Language, Translator

SIZES = ((80, 24), (100, 30))
STEPS = {"verdict": "/b2⏎=", "reason": "/b2⏎=2", "wording": "/b2⏎=21", "place": "/b2⏎=31fokus", "think": "/b2⏎/think⏎"}
ROUND = "/a1⏎/b5⏎/b8⏎/end⏎⏎⏎⏎"


def pilot_in(study: Path, clock: StandingClock, kind: PilotKind = "peer", code: str = "P1") -> Session:
    """A new pilot in a study with the thesis's guide."""
    return Session.new(Study(study).path_of(code), GUIDE, code, "pilot", clock, pilot=kind)


def app_for(session: Session, clock: StandingClock, language: Language = "nb") -> InterviewApp:
    """The live screen on a pilot."""
    _ = Translator(language)

    def screen() -> LiveScreen:
        screen = LiveScreen(session, _, clock.running, LiveOptions())
        look_between(screen.desk)
        return screen

    return InterviewApp(screen, _)


async def press(pilot: Pilot[str], clock: StandingClock, keys: str) -> None:
    """Press keys ten seconds after the ones before; ⏎ is Enter."""
    clock.go_on(10)
    await pilot.press(*(KEYS.get(key, key) for key in keys))
    await pilot.pause()


async def test_three_keys_judge_a_question_from_any_place_and_the_screen_stays(tmp_path: Path) -> None:
    clock = StandingClock()
    session = pilot_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        for question in session.interview.guide.questions[::6]:
            await press(pilot, clock, f"/{question.id.lower()}⏎")
            await press(pilot, clock, "=21")
            assert told(records(session.path)[-1]) == {
                "type": "judged",
                "question": question.id,
                "verdict": "reword",
                "reason": "comprehension",
            }
            assert app.screen is screen
            await press(pilot, clock, "␛")
    session.close()


async def test_after_eighteen_questions_the_table_has_each_once_and_lists_the_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = StandingClock()
    session = pilot_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    ids = [question.id for question in session.interview.guide.questions]
    unasked = ["B7", "C2"]
    async with app.run_test(size=(100, 30)) as pilot:
        for place, id in enumerate(id for id in ids if id not in unasked):
            await press(pilot, clock, f"/{id.lower()}⏎={place % 8 + 1}{place % 7 + 1 if place % 8 else ''}␛")
    session.close()
    assert main(["review", "--study", str(tmp_path), "--participant", "P1"]) == 0
    page = capsys.readouterr().out
    table, _, rest = page[page.index("Vurdering av spørsmålene") :].partition("\n\n")
    tally = rest.partition("\n\n")[0]
    rows = [line.split()[0] for line in table.splitlines()[1:] if line.split()[0] in ids]
    assert rows == [id for id in ids if id not in unasked]
    assert "Aldri stilt: B7 C2" in tally
    assert "Ikke vurdert" not in page
    assert main(["review", "--study", str(tmp_path), "--json"]) == 0
    one = json.loads(capsys.readouterr().out)["interviews"][0]
    assert (one["mode"], one["pilot"]) == ("pilot", "peer")
    assert [verdict["question"] for verdict in one["verdicts"]] == ids
    assert [verdict["question"] for verdict in one["verdicts"] if not verdict["asked"]] == unasked
    given = {verdict["verdict"] for verdict in one["verdicts"] if verdict["asked"]}
    assert given == set(VERDICTS)
    assert {verdict["reason"] for verdict in one["verdicts"] if verdict["asked"]} == {*REASONS, ""}


async def test_the_mouse_can_do_all_of_it(tmp_path: Path) -> None:
    clock = StandingClock()
    session = pilot_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, clock, "/b2⏎")
        await settled(app, pilot)
        hints = app.screen.query_one("#hints")
        line = app.screen._compositor.render_strips()[hints.region.y].text
        await pilot.click("#hints", offset=(line.index("= vurder") + 1, 0))
        await settled(app, pilot)
        await pilot.click("#card", offset=(4, 2))
        await settled(app, pilot)
        assert told(records(session.path)[-1])["verdict"] == "reword"
        await pilot.click("#card", offset=(4, 1))
        await settled(app, pilot)
        assert told(records(session.path)[-1])["reason"] == "comprehension"
    session.close()


@pytest.mark.parametrize("step", [*STEPS, "round", "done"])
async def test_each_card_at_each_size(tmp_path: Path, drawn: Pictures, step: str) -> None:
    clock = StandingClock()
    session = pilot_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    keys = STEPS.get(step) or (ROUND if step == "round" else f"{ROUND}21Hva har fungert?⏎⏎1")
    async with app.run_test(size=SIZES[0]) as pilot:
        for key in keys:
            await press(pilot, clock, key)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settled(app, pilot)
            drawn(app, f"pilot-{step}-{size[0]}x{size[1]}")
    session.close()


@pytest.mark.parametrize(
    ("kind", "nb", "en"),
    [
        ("self", "prøveintervju: selv", "pilot: self"),
        ("desk", "prøveintervju: lesing", "pilot: desk review"),
        ("peer", "prøveintervju: medstudent", "pilot: peer"),
        ("field", "prøveintervju: felt", "pilot: field"),
    ],
)
async def test_the_header_of_a_small_screen_says_that_it_is_a_pilot_and_which(
    tmp_path: Path, kind: PilotKind, nb: str, en: str
) -> None:
    languages: tuple[tuple[Language, str], ...] = (("nb", nb), ("en", en))
    for language, said in languages:
        clock = StandingClock()
        app = app_for(pilot_in(thesis_study(tmp_path), clock, kind), clock, language)
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(app, pilot)
            assert f"P1 · {said}" in app.screen._compositor.render_strips()[0].text


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("", "peer"),
        ("peer", "peer"),
        ("medstudent", "peer"),
        ("self", "self"),
        ("SELV", "self"),
        ("desk", "desk"),
        ("lesing", "desk"),
        ("field", "field"),
        ("felt", "field"),
    ],
)
def test_each_kind_has_its_word_in_both_languages(word: str, kind: str) -> None:
    assert pilot_kind(word, Settings(), Path()) == kind


@pytest.mark.parametrize(("words", "kind"), [((), "peer"), (("lesing",), "desk")])
def test_the_command_line_says_which_pilot_it_is(tmp_path: Path, words: tuple[str, ...], kind: str) -> None:
    with Interviewer(thesis_study(tmp_path), "--pilot", *words, code="P1") as pilot:
        pilot.ready()
        pilot.line("/a1", expect=2)
    started = records(tmp_path / "interviews" / "P1.jsonl")[0]
    assert (started["mode"], started["pilot"], started["participant"]) == ("pilot", kind, "P1")


@pytest.mark.parametrize(
    ("word", "said"), [("fleld", "field"), ("medstudnt", "medstudent"), ("katt", "selv, lesing, medstudent eller felt")]
)
def test_an_unknown_kind_is_refused_with_what_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], word: str, said: str
) -> None:
    assert main(["run", "--study", str(thesis_study(tmp_path)), "--pilot", word]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert word in err
    assert said in err
    assert not (tmp_path / "interviews").exists()


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """A study with one pilot, in which A1 was reworded and talked about."""
    session = pilot_in(thesis_study(tmp_path), StandingClock())
    for command in (
        do.AskQuestion("A1"),
        do.Judge("reword", None, "comprehension"),
        do.Propose("A1", "HEMMELIG ordlyd"),
        do.TakeComment("HEMMELIG *svar* [by]", "paraphrase"),
        do.Judge("earlier", "C3"),
        do.Propose("C3", other="A1"),
        do.End(),
    ):
        session.do(command)
    session.close()
    return tmp_path


@pytest.mark.parametrize("form", ["--html", "--markdown"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_report_has_the_table(
    judged: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    _ = Translator("nb" if language == "nb" else "en")
    assert main(["review", "--study", str(judged), form, "-"]) == 0
    text = capsys.readouterr().out
    for said in (
        _("Verdicts on the questions"),
        _("reword"),
        _("comprehension"),
        "HEMMELIG ordlyd",
        _("Say it in your own words."),
        _("before {other}", other="A1"),
        _("not asked"),
        _("with a peer"),
    ):
        assert said in text


@pytest.mark.parametrize("form", ["--html", "--markdown"])
def test_without_notes_the_verdicts_stay_and_nobodys_words_do(
    judged: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert main(["review", "--study", str(judged), form, "-", "--without-notes"]) == 0
    text = capsys.readouterr().out
    assert Translator("nb")("reword") in text
    assert "HEMMELIG" not in text
    assert Translator("nb")("before {other}", other="A1") in text


def test_a_pilot_counts_as_no_interview(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--study", str(judged)]) == 0
    assert "I1" not in capsys.readouterr().out
    assert Study(judged).next_code("live") == "I1"
    assert Study(judged).next_code("pilot") == "P2"


async def test_the_digits_are_seen_however_much_was_said_of_a_long_question(tmp_path: Path) -> None:
    clock = StandingClock()
    session = pilot_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    longest = max(session.interview.guide.questions, key=lambda question: len(question.ask))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, clock, f"/{longest.id.lower()}⏎/end⏎⏎⏎⏎")
        for said in ("peeren visste ikke hva som var ment med det siste leddet, og spurte to ganger", "lang " * 30):
            await press(pilot, clock, f"{said}⏎")
        await settled(app, pilot)
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        drawn = "\n".join(rows)
        assert f"Vurder {longest.id}" in drawn
        for place in range(1, 9):
            assert f"{place} □" in drawn
        assert "Enter: hopp over" in drawn
        assert "…" in drawn
    session.close()
