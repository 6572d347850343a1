"""A practice interview: an informant who answers from a file, and a log that nothing ever counts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.reading import read_guide
from guide.samples import informant_text, practice_informant_text, thesis_guide_text
from interviews.core import commands as do
from interviews.practice.informant import debrief
from interviews.practice.informant_parser import read_informant
from interviews.practice.informant_reader import read_informant_yaml
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, records, thesis_study, told
from tests.interviews.informant_turns import turns_until
from tests.modes import is_private
from tests.pictures import Pictures
from tests.terminal import Terminal
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.linear_seat import LinearSeat
from tests.tui.lines import thesis
from tests.tui.sittings import SIZE, settled
from tui.documents.feedback import Go, feedback_blocks
from tui.input.cards import opening_card
from tui.live.line_words import enter_says
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.options import LiveOptions
from tui.live.practice import debrief_lines, speech_entries
from tui.live.view_state import ViewState
from tui.main import main
from tui.review.app import StudyPageApp
from tui.review.feedback_screen import FeedbackScreen
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


def test_words_after_a_silence_stand_apart_from_those_before_it(tmp_path: Path) -> None:
    assert GUIDE is not None
    informant = read_informant_yaml(informant_text("distressed", "nb"), GUIDE, "fortvilet.yaml").informant
    clock = StandingClock()
    session = Session.new(tmp_path / "practice" / "T1.jsonl", GUIDE, "T1", "practice", clock)
    session.do(do.AskQuestion("B5", confirmed=True))
    clock.go_on(60)
    table = ViewState(session, Translator("nb"), helps=LiveOptions(informant=informant, pace=2.5))
    said = " ".join(entry.text for entries in speech_entries(table).values() for entry in entries)
    session.close()
    assert "snakke om det. Takk for at du venter. Det er ikke" in said


def test_a_practice_is_in_no_review(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Terminal([*PROGRAM, "practice", "--study", str(study)]) as terminal:
        terminal.wait_for("begynner med : er det du")
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


def test_a_slip_in_an_informants_name_is_told_with_the_name_that_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = thesis_study(tmp_path)
    for named, says in (("ordknap", "Mente du ordknapp?"), ("zzz", "practice --informants lister dem opp")):
        assert main(["practice", "--plain", "--informant", named, "--study", str(study)]) == 2
        assert says in " ".join(capsys.readouterr().err.split())


def test_what_is_wrong_in_an_informants_file_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text("title: Kor\nclosing: [Noe mer?]\n", encoding="utf-8")
    (tmp_path / "informant.txt").write_text("[Z1]\nNei.\n\n[Z9]\nJo.\n", encoding="utf-8")
    with Terminal([*PROGRAM, "practice", "--study", str(tmp_path)]) as terminal:
        terminal.wait_for("informant.txt:4:")
        assert terminal.wait_exit() == 1


@pytest.mark.parametrize(("wrong", "meant"), [
    ("[openning]", "opening"), ("[Z1 agian]", "again"), ("[concept korr]", "kor"), ("[Z1 covers ZZ1]", "Z1"),
])  # fmt: skip
def test_a_slip_in_an_informants_heading_is_told_with_the_word_that_was_meant(
    wrong: str, meant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "guide.yaml").write_text("title: Kor\nconcepts: {kor: sang}\nclosing: [Noe mer?]\n", encoding="utf-8")
    (tmp_path / "informant.txt").write_text(f"[Z1]\nNei.\n\n{wrong}\nJo.\n", encoding="utf-8")
    assert main(["practice", "--plain", "--study", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("informant.txt:4:")
    assert f"«{meant}»" in told


LINES = (
    "/a1",
    ": Hva er den tredje stolen?",
    "et notat",
    "::ikke sagt",
    ": …",
    "/b1",
    ": Synes du ikke at det er best?",
)


def held(folder: Path, *arguments: str, lines: tuple[str, ...] = LINES) -> str:
    """A practice held line by line down a pipe; what was told."""
    command = [sys.executable, "-m", "tui", "practice", "--plain", "--pace", "0", "--study", str(folder), *arguments]
    env = {**os.environ, "INTERVJUGUIDE_LANGUAGE": "nb", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, input="\n".join(lines).encode(), capture_output=True, env=env, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_a_second_go_is_told_beside_the_first_and_each_again_later(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    first = held(study, "--informant", "pratsom")
    assert "åpningen «den tredje stolen»: fulgt opp" in first
    assert "«Synes du ikke» viser hvilket svar som ventes" in first
    assert "ingen karakter" in first
    assert "det lengste svaret" not in first, "all of an answer was said at once"
    second = held(study, "--again", lines=("/a1", ": Kan du gi et eksempel?"))
    assert "den tredje stolen». T1: fulgt opp" in second
    assert "T2: ikke fulgt" in second
    assert "Det du sa i T1" in second
    both = second[second.index("Det du sa i T1") :]
    assert both.index("Hva er den tredje stolen?") < both.index("Kan du gi et eksempel?")
    events = [records(study / "practice" / f"{code}.jsonl") for code in ("T1", "T2")]
    assert [(told[0]["informant"], told[0].get("again", "")) for told in events] == [
        ("talkative", ""),
        ("talkative", "T1"),
    ]
    (study / "practice" / "T2.rescued-1.jsonl").write_bytes((study / "practice" / "T2.jsonl").read_bytes())
    shown = held(study, "--show", lines=())
    assert "T2: ikke fulgt" in shown
    assert "T1" not in held(study, "--show", "t1", lines=()).partition("Det du sa")[2]


def test_line_by_line_the_log_is_the_same_as_on_the_screen(tmp_path: Path) -> None:
    on_screen, by_line = desk_in(tmp_path / "screen"), LinearSeat(tmp_path / "lines", language="nb", helps=helps())
    for line in LINES:
        on_screen.clock.go_on(20)
        by_line.clock.go_on(20)
        on_screen.say(line)
        by_line.say(line)
    logs = [[told(record) for record in records(seat.log)] for seat in (on_screen, by_line)]
    assert logs[0] == logs[1]
    said = [record["text"] for record in logs[0] if record["type"] == "said"]
    assert said == ["Hva er den tredje stolen?", "…", "Synes du ikke at det er best?"]
    assert ":ikke sagt" in [record.get("text") for record in logs[0]]
    for seat in (on_screen, by_line):
        seat.session.close()


def test_outside_practice_a_colon_begins_a_note(sit: Sit) -> None:
    seat = sit()
    seat.say("/b2")
    seat.say(": et notat")
    assert (seat.last["type"], seat.last["text"]) == ("noted", ": et notat")
    seat.say("/si hei")
    assert seat.last["type"] == "noted"


def helps() -> LiveOptions:
    assert GUIDE is not None
    informant = read_informant_yaml(informant_text("talkative", "nb"), GUIDE, "pratsom.yaml").informant
    return LiveOptions(informant=informant, pace=0)


def desk_in(folder: Path) -> Seat:
    """A practice at the screen's desk."""
    return Seat(folder, helps=helps())


def test_practice_says_of_no_point_that_the_first_question_waits_for_it(tmp_path: Path) -> None:
    seat = Seat(tmp_path, guide=thesis(), helps=helps(), language="en")
    assert opening_card(seat.session.interview, Translator("en")).foot.startswith("Enter: A1 ")
    assert "enter asks A1" in enter_says(seat.table)
    seat.key("enter")
    assert seat.last["type"] == "asked"
    seat.session.close()


OTHER_LINES = ("/a1", "tredje stol", ": Kan du gi et eksempel?", ": …", "/b1", ": Bråket, ja?", ": Så flott!")


@pytest.mark.parametrize("again", [False, True], ids=["one", "two"])
async def test_the_feedback_at_each_size(tmp_path: Path, drawn: Pictures, *, again: bool) -> None:
    goes: list[tuple[Go, list[str]]] = []
    _, informant = Translator("nb"), helps().informant
    assert informant is not None
    for code, lines in (("T1", LINES), ("T2", OTHER_LINES)):
        seat = desk_in(tmp_path / code)
        for line in lines:
            seat.clock.go_on(60)
            seat.say(line)
        told = debrief_lines(debrief(informant, seat.session.interview, 2.5).but(cut_off=()), _)
        goes.append((Go.of(code, informant, seat.session.interview, 2.5), told))
        seat.session.close()
    blocks = feedback_blocks(*goes[1], _, goes[0][0] if again else None)
    app = StudyPageApp(lambda: FeedbackScreen("Øving T2", blocks, _))
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((80, 24), (100, 30)):
            await pilot.resize_terminal(*size)
            await settled(app, pilot)
            drawn(app, f"feedback-{'two' if again else 'one'}-{size[0]}x{size[1]}")


def test_a_practice_kept_elsewhere_names_no_command_that_would_not_find_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    study = thesis_study(tmp_path / "study")
    (study / "practice").write_text("a file where the folder would be", "utf-8")
    command = [sys.executable, "-m", "tui", "practice", "--plain", "--pace", "0", "--study", str(study)]
    told = subprocess.run(
        [*command, "--informant", "pratsom"],
        input="\n".join(LINES).encode(),
        capture_output=True,
        env={**os.environ, "INTERVJUGUIDE_LANGUAGE": "nb", "PYTHONUTF8": "1"},
        check=False,
        timeout=120,
    ).stdout.decode()
    assert "Øving T1" in told
    assert "--again" not in told
    assert list((tmp_path / "data").rglob("*.jsonl"))
