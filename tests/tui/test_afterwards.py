"""An interview held without the program and entered afterwards: told as that everywhere, and counted in no minutes."""

import json
from pathlib import Path
from typing import Any

import pytest

from interviews.core import commands as do
from interviews.core.afterwards import read_date
from interviews.core.events import Refusal
from interviews.core.pace import triage
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.interview_summary import timeline
from interviews.study.previous_interviews import earlier
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, Interviewer, records, thesis_study, told
from tests.interviews.choir import Talk, start
from tests.terminal import Terminal
from tests.tui.lines import CONTEXT, GUIDE
from tests.tui.sittings import app_for, settled
from tests.tui.sittings import hold as type_in
from tests.tui.studies import SHORT, hold
from tui.input.grammar import parse
from tui.live.prompt_preview import prompt_for
from tui.main import main
from tui.translator import Translator

WORDS = Translator("nb")
PAPER = CONTEXT.but(afterwards=True)


def paper_session(folder: Path, code: str = "I5", date: str = "2026-11-20") -> tuple[Session, StandingClock]:
    clock = StandingClock()
    session = Session.new(Study(folder).path_of(code), GUIDE, code, "live", clock)
    session.enter_afterwards(date)
    return session, clock


def entered(folder: Path, date: str = "2026-11-20") -> Path:
    """A study with two interviews held at the table and one entered an hour long from paper."""
    thesis_study(folder)
    hold(folder, "I1")
    hold(folder, "I2")
    session, clock = paper_session(folder, date=date)
    acts = (
        do.Tick("opening", "consent"),
        do.AskQuestion("B1"),
        do.TakeNote("øver hver dag"),
        do.TakeNote("bandet på byen #b8", at=750.0),
        do.MarkCovered((), 2),
        do.MarkCovered(("B2", "B3")),
        do.Decline(("C1",), "vondt"),
        do.MarkCovered(("C1",), 1),
        do.Skip(("B7",), "tida gikk"),
        do.MarkSide("positive", "B5"),
        do.TakeNote("kulturen?", "follow_up"),
        do.TakeNote("kjærlighet", "topic"),
        do.End(),
    )
    for act in acts:
        clock.go_on(420)
        assert not isinstance(session.do(act), Refusal), act
    session.close()
    return folder


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0, capsys.readouterr()
    return capsys.readouterr().out


def test_every_output_tells_it_and_none_counts_its_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ["--study", str(entered(tmp_path))]
    matrix = printed(capsys, "review", *folder)
    lines = matrix.splitlines()
    place = next(place for place, line in enumerate(lines) if line.strip() == "ført inn etterpå")
    assert lines[place].index("ført") == lines[place + 1].index("I5")
    assert "Ført inn etterpå, holdt uten programmet: uten tider" in matrix
    assert next(line for line in matrix.splitlines() if "varighet" in line).split()[1:] == ["1:20", "1:20", "–"]
    one = printed(capsys, "review", "--participant", "I5", *folder)
    assert one.startswith("I5\nDato: 20.11.2026\nVarighet: ingen tider · avsluttet\nType: intervju, ført inn etterpå\n")
    assert "Rekkefølgen det ble ført inn i: B1" in one
    assert "~12:30" in one
    assert "•" not in one.split("□ urørt")[0]
    pages = []
    for file, kind in (("r.html", "--html"), ("r.md", "--markdown")):
        printed(capsys, "review", kind, str(tmp_path / file), *folder)
        page = (tmp_path / file).read_text(encoding="utf-8")
        pages.append(page)
        assert "ført inn etterpå" in page
        assert "Ført inn etterpå, fra papir, uten tider" in page
        assert "20.11.2026" in page
        assert "02.03.2026" in page
    method = printed(capsys, "export", "method", *folder)
    assert "Holdt uten programmet og ført inn etterpå, fra papir: 1 intervju" in method
    assert "entered afterwards, from paper: 1 interview" in method
    assert "målt: 2 intervjuer" in method
    assert "det siste 20.11.2026" in method
    for text in (matrix, one, method, *pages):
        for minutes in ("7:00", "1:24:00", "1:31:00", "84 min", "91 min"):
            assert minutes not in text


def test_json_says_so_and_has_no_times(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review = json.loads(printed(capsys, "review", "--json", "--study", str(entered(tmp_path))))
    first, _, paper = review["interviews"]
    assert (first["afterwards"], paper["afterwards"]) == (False, True)
    assert (paper["started"], paper["seconds"], paper["briefing"]) == ("2026-11-20", None, None)
    assert [(note["t"], note["offset"]) for note in paper["notes"]] == [
        (None, None),
        (750.0, None),
        *[(None, None)] * 2,
    ]
    covered = paper["questions"]["B2"]
    assert (covered["state"], covered["unasked"], covered["covered_at"], covered["seconds"]) == (
        "covered",
        False,
        None,
        None,
    )
    assert [paper["questions"]["C1"][key] for key in ("state", "declined", "declined_at")] == ["covered", True, None]
    assert {target["seconds"] for target in paper["research_questions"].values()} == {None}
    assert "2026-03" not in json.dumps(paper)


def test_without_a_date_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = entered(tmp_path, date="")
    one = printed(capsys, "review", "--participant", "I5", "--study", str(folder))
    assert one.startswith("I5\nDato: står ikke i loggen\nVarighet: ingen tider · avsluttet\n")
    assert "2026" not in one
    review = json.loads(printed(capsys, "review", "--json", "--participant", "I5", "--study", str(folder)))
    assert review["interviews"][0]["started"] == ""
    assert "fant sted" not in printed(capsys, "export", "method", "--study", str(folder))


def test_pace_order_and_picture_of_later_interviews_leave_it_out(tmp_path: Path) -> None:
    interviews = [one.interview for one in Study(entered(tmp_path)).load_interviews() if one.interview is not None]
    found = earlier(interviews)
    assert found.seconds == earlier(interviews[:2]).seconds
    assert found.courses == earlier(interviews[:2]).courses
    assert ("I5", "kulturen?") in [(left.code, left.text) for left in found.left]
    assert timeline(interviews[2]).bars == ()
    assert triage(interviews[2], 3500.0) is None


@pytest.mark.parametrize(
    ("line", "meant", "prompt"),
    [
        ("12:30 rolig", do.TakeNote("rolig", at=750.0), "notat B2, ca. 12:30 ut i intervjuet"),
        ("1:02:03 rolig", do.TakeNote("rolig", at=3723.0), "notat B2, ca. 1:02:03 ut i intervjuet"),
        ('0:05 "vi spiller', do.TakeNote("vi spiller", "quote", at=5.0), "sitat, ca. 0:05 ut i intervjuet"),
        ("12:30 ! hvorfor", do.TakeNote("hvorfor", "follow_up", at=750.0), None),
        ('12:30 !"hun sa det', do.TakeNote("hun sa det", "follow_up", at=750.0, quoted=True), None),
        ("12:30 !!viktig", do.TakeNote("!viktig", at=750.0), None),
        ("12:30", do.TakeNote("", "bookmark", at=750.0), None),
        ("12:300 kroner", do.TakeNote("12:300 kroner"), "notat B2"),
        ("12:61 x", do.TakeNote("12:61 x"), "notat B2"),
        ("/note 12:30 gikk toget", do.TakeNote("12:30 gikk toget"), None),
        ("12:30 +3", Refusal("time_is_a_notes"), None),
        ("-20s rolig", Refusal("ago_afterwards"), None),
        ("-tida gikk", do.Skip((), "tida gikk"), None),
    ],
)
def test_a_time_stands_before_a_note(line: str, meant: object, prompt: str | None) -> None:
    assert parse(line, PAPER) == meant
    if prompt is not None:
        assert prompt_for(line, PAPER, WORDS) == prompt


def test_at_the_table_such_a_line_is_a_note() -> None:
    assert parse("12:30 rolig", PAPER.but(afterwards=False)) == do.TakeNote("12:30 rolig")
    assert Talk(start()).refusal(do.TakeNote("rolig", at=750.0)) == "time_at_the_table"


def test_what_needs_a_clock_is_refused() -> None:
    talk = Talk(start(guide=GUIDE).but(afterwards=True))
    for command in (do.ToggleRecording(confirmed=True), do.ShiftRecording(3.0), do.ToggleTranscribing()):
        assert talk.refusal(command) == "recorder_afterwards"
    assert talk.refusal(do.TogglePause()) == "pause_afterwards"
    assert talk.refusal(do.TakeNote("x", back=20.0)) == "ago_afterwards"


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2026-11-20", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("3.1.2026", "2026-01-03"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("2026-13", None),
        ("31.2.2026", None),
        ("i går", None),
    ],
)
def test_dates_are_read_as_people_write_them(given: str, date: str | None) -> None:
    assert read_date(given) == date


async def test_the_screen_has_no_clock_and_end_closes(tmp_path: Path) -> None:
    session, clock = paper_session(tmp_path)
    app = app_for(session, clock)
    async with app.run_test(size=(100, 30)) as pilot:

        def rows() -> list[str]:
            return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]

        await settled(app, pilot)
        assert rows()[0].split() == "▼ I5 · ført inn etterpå · Musikkterapi og deltagelse · ikke begynt".split()
        await pilot.press("escape")
        await settled(app, pilot)
        assert "12:30 foran et notat: når i intervjuet, omtrent" in "\n".join(rows())
        await type_in(app, clock, ((5, "/b1⏎"), (3000, "øver hver dag⏎"), (600, "12:30 bandet #b8⏎"), (9, "+3⏎")))
        await settled(app, pilot)
        seen = "\n".join(rows())
        assert "~12:30" in seen
        assert "50:05" not in seen
        assert "min" not in rows()[0]
        assert rows()[-1].startswith(" / finn   + dekket")
        await type_in(app, clock, ((9, "/time⏎"),))
        await settled(app, pilot)
        assert "her går ingen klokke" in rows()[-1]
        await type_in(app, clock, ((9, "/end⏎"),))
        await settled(app, pilot)
        assert any("Etterpå" in row for row in rows())
        assert not any("gjenstår" in row for row in rows())
        await type_in(app, clock, ((9, "3⏎"),))
        assert session.interview.ended is not None
    session.close()
    first, *rest = records(session.path)
    assert (first["afterwards"], first["date"], first["participant"]) == (True, "2026-11-20", "I5")
    assert [told(record)["type"] for record in rest] == ["asked", "noted", "noted", "covered", "ticked", "ended"]
    assert [record.get("at") for record in rest[1:3]] == [None, 750.0]


def lines_of(log: Path) -> list[dict[str, Any]]:
    return [told(record) for record in records(log)]


def test_the_command_begins_resumes_and_leaves_interviews_of_the_table_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = thesis_study(tmp_path)
    hold(folder, "I2", SHORT, ended=False)
    with Interviewer(folder, "--afterwards", "I5", "--date", "20.11.2026", code="I5") as interviewer:
        interviewer.ready()
        interviewer.keys("esc", "/b1", "enter", expect=2)
        interviewer.line("øver hver dag")
        interviewer.terminal.press("ctrl+q")
        farewell = interviewer.terminal.wait_for("--afterwards I5")
        assert "ikke ført inn ferdig" in " ".join(farewell.split()), "lines end between words"
    with Interviewer(folder, "--afterwards", "I5", code="I5") as interviewer:
        interviewer.terminal.wait_for("øver hver dag")
        interviewer.line("12:30 mer")
        interviewer.keys("/end", "enter", "enter")
    kinds = [record["type"] for record in lines_of(folder / "interviews" / "I5.jsonl")]
    assert kinds == ["started", "asked", "noted", "resumed", "noted", "ended"]
    assert records(folder / "interviews" / "I5.jsonl")[0]["date"] == "2026-11-20"
    assert main(("observe", "--participant", "I5", "--study", str(folder))) == 2
    assert "føres inn etterpå" in capsys.readouterr().err
    with Interviewer(folder, "--afterwards", "I2", code="I2") as interviewer:
        interviewer.terminal.wait_for("I2 er begynt i programmet og ikke avsluttet")
    for arguments, said in (
        (("--date", "2026-11-20"), "--date"),
        (("--afterwards", "I5", "--pilot"), "--pilot"),
        (("--afterwards", "Kari"), "Kari"),
        (("--afterwards", "I5", "--participant", "I6"), "I5 I6"),
        (("--afterwards", "I5", "--date", "i går"), "i går"),
    ):
        assert main(("run", "--study", str(folder), *arguments)) == 2
        assert said in capsys.readouterr().err


def test_the_date_can_be_said_later_and_a_used_code_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = thesis_study(tmp_path)
    session, _ = paper_session(folder, date="")
    session.do(do.AskQuestion("B1"))
    session.close()
    with Interviewer(folder, "--afterwards", "I5", "--date", "20.11.2026", code="I5") as interviewer:
        interviewer.ready()
        interviewer.keys("/end", "enter", "enter")
    kinds = [record["type"] for record in lines_of(session.path)]
    assert kinds[:3] == ["started", "asked", "resumed"]
    assert records(session.path)[2]["date"] == "2026-11-20"
    (one,) = json.loads(printed(capsys, "review", "--json", "--study", str(folder)))["interviews"]
    assert one["started"] == "2026-11-20"
    assert "2026-11-20" in printed(capsys, "export", "method", "--study", str(folder))
    with Interviewer(folder, "--afterwards", "I5", "--date", "21.11.2026", code="I5-2") as interviewer:
        interviewer.terminal.wait_for("Et nytt intervju med I5, som I5-2")
        interviewer.terminal.press("enter")
        interviewer.ready()
        interviewer.keys("esc", "/b1", "enter", expect=2)
        interviewer.terminal.press("ctrl+q")
        interviewer.terminal.wait_for("I5-2 er lagret")
        assert "--afterwards I5 --study" in interviewer.terminal.wait_for("--afterwards I5").replace("\n", " ")
    with Interviewer(folder, "--afterwards", "I5", "--date", "22.11.2026", code="I5-2") as interviewer:
        interviewer.terminal.wait_for("I5-2 føres inn med datoen 2026-11-21")
    (folder / "interviews" / "I5.jsonl").unlink()
    (folder / "interviews" / "I5-2.jsonl").unlink()
    with Interviewer(folder, "--afterwards", "I5", code="I5-3") as interviewer:
        interviewer.terminal.wait_for("ikke lenger har noen logg: I5, I5-2")


def test_the_study_screen_offers_it_too(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    with Terminal([*PROGRAM, "--study", str(folder)], size=(100, 30)) as terminal:
        terminal.wait_for("Før inn et intervju fra papir")
        terminal.press("down", "enter")
        terminal.wait_for("I1 · ført inn etterpå")
