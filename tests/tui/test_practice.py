"""A practice interview: an informant who answers from a file, and a log that nothing ever counts."""

import json
from pathlib import Path

from guide.reading import read_guide
from guide.samples import practice_informant_text, thesis_guide_text
from interviews.practice.informant_parser import read_informant
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, thesis_study
from tests.interviews.informant_turns import turns_until
from tests.modes import is_private
from tests.terminal import Terminal
from tests.tui.sittings import SIZE
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.options import LiveOptions
from tui.translator import Translator

GUIDE = read_guide(thesis_guide_text(), "guide.yaml").guide


async def test_an_answer_takes_its_time_and_the_next_question_cuts_it_off(tmp_path: Path) -> None:
    assert GUIDE is not None
    informant = read_informant(practice_informant_text(), GUIDE, "informant.txt").informant
    assert informant is not None
    clock = StandingClock()
    session = Session.new(tmp_path / "practice" / "T1.jsonl", GUIDE, "T1", "practice", clock)
    helps = LiveOptions(informant=informant, pace=2.5)
    app = InterviewApp(lambda: LiveScreen(session, Translator("nb"), clock.running, helps), Translator("nb"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        clock.go_on(5)
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        screen.tick()
        await pilot.pause()
        early = text_of(screen)
        assert "Ja,hei." in early
        clock.go_on(30)
        screen.tick()
        await pilot.pause()
        assert len(text_of(screen)) > len(early)
        await pilot.press("enter")
        clock.go_on(600)
        screen.tick()
    turns = turns_until(informant, session.interview, 700, 2.5)
    session.close()
    assert [(turn.to, turn.finished) for turn in turns] == [(None, False), (1, False), (2, True)]


def text_of(screen: LiveScreen) -> str:
    """What stands on the screen, blanks left out."""
    return "".join("".join(strip.text.split()) + " " for strip in screen._compositor.render_strips())


def test_the_sample_can_be_practised_anywhere_and_tells_what_it_showed(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path), "LANG": "nb_NO.UTF-8"}
    (tmp_path / "empty").mkdir()
    with Terminal([*PROGRAM, "practice", "--pace", "0", "--study", str(tmp_path / "empty")], env=env) as terminal:
        terminal.wait_for("Hvor bevisst er du")
        terminal.press("enter")
        terminal.wait_for("den jeg tenker mest på av alt")
        terminal.type("struktur og forutsigbarhet")
        terminal.press("enter")
        terminal.press("ctrl+q")
        terminal.wait_for("A2 ble besvart uspurt under A1")
        terminal.press("escape")
        terminal.wait_for("Øving T1 er over")
        assert terminal.wait_exit() == 0
    (log,) = tmp_path.glob("intervjuguide-practice-*/practice/T1.jsonl")
    first = json.loads(log.read_text(encoding="utf-8").splitlines()[0])
    assert (first["mode"], first["participant"]) == ("practice", "T1")
    assert is_private(log)


def test_a_practice_is_in_no_review(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Terminal([*PROGRAM, "practice", "--study", str(study)]) as terminal:
        terminal.wait_for("øving")
        terminal.press("enter")
        terminal.wait_for("lagret")
        terminal.press("ctrl+q")
        terminal.wait_for("ingen karakter")
        terminal.press("escape")
        terminal.wait_exit()
    assert (study / "practice" / "T1.jsonl").exists()
    result = review(Study(study))
    assert result is not None
    assert result.interviews == ()


def test_a_guide_without_an_informant_says_what_to_write(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("title: Kor\nclosing: [Noe mer?]\n", encoding="utf-8")
    with Terminal([*PROGRAM, "practice", "--study", str(tmp_path)]) as terminal:
        terminal.wait_for("informant.yaml")
        assert terminal.wait_exit() == 2


def test_what_is_wrong_in_an_informants_file_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("title: Kor\nclosing: [Noe mer?]\n", encoding="utf-8")
    (tmp_path / "informant.txt").write_text("[Z1]\nNei.\n\n[Z9]\nJo.\n", encoding="utf-8")
    with Terminal([*PROGRAM, "practice", "--study", str(tmp_path)]) as terminal:
        terminal.wait_for("informant.txt:4:")
        assert terminal.wait_exit() == 1
