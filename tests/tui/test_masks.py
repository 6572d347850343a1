"""Names, places and dates masked while they are typed: saved by the first Enter, put back by one key, on every seat."""

import json
import os
from pathlib import Path

import pytest

from guide.write import write_guide
from interviews.core import commands as do
from interviews.core.notes import notes
from interviews.failures import LogFailure
from interviews.observer_session import Seat as ObserverSeat
from interviews.observer_session import Window
from interviews.observing import Remarked
from interviews.observing.state import observation_path
from interviews.reflexive import keep_reflection
from interviews.session import Session
from interviews.study.facts import read_study_facts
from interviews.third_persons.typed import Catcher
from tests.clocks import StandingClock
from tests.interviewer import records
from tests.tui.desk_helpers import Seat
from tests.tui.linear_seat import LinearSeat
from tests.tui.lines import ANONYMOUS
from tests.tui.sittings import settled
from tests.tui.studies import hold
from tests.tui.test_correcting import cell_app, opened
from tui.live.line_words import enter_says, row_of_keys
from tui.live.modes import Reflecting
from tui.live.transcript import transcript_entries
from tui.observer.observer_controller import ObserverDesk
from tui.review.study_pages import ReflectScreen
from tui.translator import Translator
from tui.widgets.line_model import TypedLine


def seat_in(folder: Path, **how: object) -> Seat:
    (folder / "guide.yaml").write_text(write_guide(ANONYMOUS), encoding="utf-8")
    return Seat(folder, guide=ANONYMOUS, **how)  # type: ignore[arg-type]


def told(seat: Seat) -> str:
    """The conversation with what can be put back, as the screen shows it."""
    table = seat.table
    return "\n".join(one.text for one in transcript_entries(table.interview, table._, masked=table.masked))


def test_the_first_enter_saves_the_note_masked_and_its_line_says_what_was_masked(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("Kari ringte fra Voss")
    assert seat.last == {
        "type": "noted",
        "kind": "note",
        "text": "[navn] ringte fra [sted]",
        "about": ["B1"],
        "back": 0.0,
    }
    assert "maskert: Kari, Voss   Tab: som skrevet" in told(seat)
    assert b"Kari" not in seat.log.read_bytes()
    assert enter_says(seat.table) == "enter/Tab: som skrevet"
    assert row_of_keys(seat.desk).startswith("{enter}")


@pytest.mark.parametrize("key", ["tab", "enter"])
def test_one_key_puts_it_back_as_typed_and_an_undo_masks_it_again(tmp_path: Path, key: str) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("Kari ringte #b8")
    seat.key(key)
    assert seat.last == {"type": "edited", "note": 2, "text": "Kari ringte #b8", "about": ["B1", "B8"]}
    assert "maskert" not in told(seat)
    assert seat.notice == "som skrevet: Kari · Ctrl+Z maskerer igjen"
    seat.key("ctrl+z")
    assert "[navn] ringte #b8" in told(seat)
    assert "Kari" not in told(seat)
    seat.session.close()
    again, _ = Session.resume(seat.log, StandingClock())
    assert [note.text for note in notes(again.interview)] == ["[navn] ringte #b8"]


def test_what_was_put_back_is_left_alone_from_then_on_also_after_a_restart(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("kari nilsen ringte")
    seat.key("tab")
    seat.say("Kari sa nei")
    assert seat.last["text"] == "Kari sa nei"
    seat.key("up")
    seat.say(" til Halvorsen")
    assert (seat.last["type"], seat.last["text"]) == ("edited", "Kari sa nei til [navn]")
    seat.session.close()
    later = Seat(tmp_path, guide=ANONYMOUS, resume=True)
    later.say("Kari kom tilbake med Grete")
    assert later.last["text"] == "Kari kom tilbake med [navn]"


def test_what_is_masked_again_by_an_undo_is_caught_again(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("Kari ringte")
    seat.key("tab", "ctrl+z")
    seat.say("Kari sa nei")
    assert seat.last["text"] == "[navn] sa nei"


def test_enter_means_what_it_always_does_later_and_after_any_other_key(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("Kari ringte")
    seat.clock.go_on(11)
    assert "som skrevet" not in enter_says(seat.table)
    seat.key("enter")
    assert seat.last["type"] == "asked"
    seat.say("Mona ringte")
    seat.key("x", "backspace", "enter")
    assert seat.last["type"] == "asked"
    assert "Mona" not in seat.log.read_text()


def test_an_enter_that_bounces_puts_nothing_back(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("Kari ringte")
    seat.apart = 0.1
    seat.key("enter")
    assert seat.last["text"] == "[navn] ringte"
    assert seat.notice == "Lagret, maskert: Kari. Enter en gang til setter det inn som skrevet."


@pytest.mark.parametrize(
    ("line", "field", "masked"),
    [
        ('"Kari sa det', "text", "[navn] sa det"),
        ("!spør om Voss", "text", "spør om [sted]"),
        (">jobb på Haukeland", "text", "jobb på [arbeidsplass]"),
        ("- Kari var der", "reason", "[navn] var der"),
        ("-x ringer 98 76 54 32", "reason", "ringer [telefon]"),
        ("møte 3. mai #Kari", "text", "møte [dato] [navn]"),
    ],
)
def test_all_words_of_the_table_are_masked_and_put_back(tmp_path: Path, line: str, field: str, masked: str) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say(line)
    kind = seat.last["type"]
    assert seat.last[field] == masked
    before = len(seat.written)
    seat.key("tab")
    typed = seat.last[field]
    assert masked != typed
    assert typed in line
    assert seat.types[-1] == ("edited" if kind == "noted" else kind)
    assert len(seat.written) == before + (1 if kind == "noted" else 2)


def test_behind_a_curtain_nothing_is_put_back(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.key("ctrl+l")
    seat.say("Kari ringte")
    seat.key("tab", "enter")
    assert seat.last["text"] == "[navn] ringte"


def test_a_pilots_comment_is_masked_and_put_back(tmp_path: Path) -> None:
    seat = seat_in(tmp_path, pilot="peer")
    seat.say("/b1")
    seat.key("=")
    seat.key("enter")
    seat.session.do(do.TakeComment("Kari forsto det ikke"))
    assert seat.last["text"] == "[navn] forsto det ikke"
    seat.session.put_back()
    assert [event["type"] for event in seat.written[-2:]] == ["undone", "commented"]
    assert seat.last["text"] == "Kari forsto det ikke"


def test_an_unfinished_line_is_kept_masked(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.type("Kari ringte og")
    seat.desk.keep_draft()
    assert seat.last["text"] == "[navn] ringte og"


def test_where_it_cannot_be_saved_the_mask_stands_and_the_key_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("Kari ringte")

    def full(*_: object, **__: object) -> None:
        raise LogFailure("disk_full", file="I1.jsonl")

    with monkeypatch.context() as patched:
        patched.setattr("interviews.log.writer.Log.append", full)
        seat.key("tab")
        assert "IKKE LAGRET" in seat.notice
    assert seat.last["text"] == "[navn] ringte"
    seat.key("tab")
    assert seat.last["text"] == "Kari ringte"


def test_a_name_inside_one_sentence_is_one_at_the_start_of_another() -> None:
    catcher = Catcher("nb")
    masked = catcher.mask("Olamide kom seint. Da spurte Olamide igjen")
    assert masked is not None
    assert masked.text == "[navn] kom seint. Da spurte [navn] igjen"
    later = catcher.mask("Olamide lo")
    assert later is not None
    assert later.text == "[navn] lo"


def test_where_nouns_have_capitals_only_what_is_on_lists_is_masked() -> None:
    masked = Catcher("de").mask("Die Kollegin Anna rief im Büro in Bergen an, am 14. Februar war Konferenz")
    assert masked is not None
    assert [span.words for span in masked.spans if span.kind != "date"] == ["Kollegin Anna", "Bergen"]
    assert "Konferenz" in masked.text
    assert "Büro" in masked.text
    assert "[Name]" in masked.text


def test_an_open_study_masks_nothing(tmp_path: Path) -> None:
    seat = Seat(tmp_path)
    seat.say("/b1")
    seat.say("Kari ringte fra Voss")
    assert seat.last["text"] == "Kari ringte fra Voss"
    assert seat.table.masked is None


def test_an_anonymous_interview_marks_no_recorder(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.say("/opptak")
    assert "anonym" in seat.notice
    assert seat.types == ["asked"]


def test_an_observers_note_is_masked_and_put_back_and_follows_the_logs_time(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.clock.go_on(60)
    seat.say("noe")
    theirs = StandingClock(boot_name="another")
    line = TypedLine(theirs.running)
    window = Window(seat.log)
    window.look()
    observer = ObserverSeat.take(observation_path(seat.log), theirs, "", window.interview)
    desk = ObserverDesk(observer, window, Translator("nb"), theirs, line)
    assert (observer.observation.started.t, observer.observation.started.wall) == (60.0, "")
    theirs.go_on(10)
    desk.press("left", None)
    seat.clock.go_on(30)
    seat.say("mer")
    assert desk.look()
    desk.press("right", None)
    assert [tick.t for tick in observer.observation.ticks] == [70.0, 90.0]
    assert window.shift(observer.observation) == 0.0
    desk.press("M", "M")
    line.put("Mona nikket")
    desk.press("enter", None)
    assert "maskert: Mona" in desk.said.text
    theirs.go_on(2)
    desk.press("enter", None)
    remarks = [tick.text for tick in observer.observation.ticks if isinstance(tick, Remarked)]
    assert remarks == ["Mona nikket"]
    lines = [json.loads(line) for line in observer.path.read_text().splitlines()]
    assert [line["type"] for line in lines[-3:]] == ["remark", "undone", "remark"]
    assert lines[-3]["text"] == "[navn] nikket"
    observer.leave()
    theirs.go_on(500)
    later = ObserverSeat.take(observation_path(seat.log), theirs, "", window.interview)
    assert later.observation.stretches[-1].sitting.t == 92.0


def test_an_observer_who_sits_down_between_two_acts_knows_how_long_ago_the_last_was(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    theirs = StandingClock()
    written = theirs.wall().timestamp() - 45
    os.utime(seat.log, (written, written))
    window = Window(seat.log)
    window.look()
    ago = window.age(theirs)
    assert ago == 45.0
    observer = ObserverSeat.take(observation_path(seat.log), theirs, "", window.interview, ago=ago)
    assert (observer.now, observer.observation.started.t) == (45.0, 45.0)
    seat.session.close()
    window.look()
    assert window.age(theirs) == 0.0


def test_a_reflexive_note_between_interviews_is_masked_too(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text(write_guide(ANONYMOUS), encoding="utf-8")
    seq, masked = keep_reflection(tmp_path, "jeg ledet Kari", StandingClock())
    (kept,) = read_study_facts(tmp_path).reflections()
    assert (kept.seq, kept.text, kept.date) == (seq, "jeg ledet [navn]", "")
    assert masked is not None
    assert b"2026" not in (tmp_path / "study.jsonl").read_bytes()


async def test_the_evening_after_words_are_masked_and_put_back_too(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text(write_guide(ANONYMOUS), encoding="utf-8")
    log = hold(tmp_path, "I1", (do.AskQuestion("B1"), do.TakeNote("sa nei")), guide=ANONYMOUS)
    app = cell_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        cell = await opened(app, pilot, "B1")
        await cell.type("⏎ til Mona⏎")
        assert records(log)[-1]["text"] == "sa nei til [navn]"
        assert "maskert: Mona · Tab: som skrevet" in cell.rows[-2]
        await cell.press("tab")
        assert records(log)[-1]["text"] == "sa nei til Mona"
        app.push_screen(ReflectScreen(app.desk.study, Translator("nb"), StandingClock()))
        await settled(app, pilot)
        await cell.type("ledet Grete⏎")
        assert [one.text for one in read_study_facts(tmp_path).reflections()] == ["ledet [navn]"]
        await cell.press("tab")
        assert [one.text for one in read_study_facts(tmp_path).reflections()] == ["ledet Grete"]


def test_the_linear_mode_says_what_is_masked_and_takes_the_same_keys(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text(write_guide(ANONYMOUS), encoding="utf-8")
    seat = LinearSeat(tmp_path, guide=ANONYMOUS)
    seat.line("/b1")
    assert "Saved masked: Kari, Voss. Tab, /link, or Enter" in seat.line("Kari ringte fra Voss")
    assert seat.last["text"] == "[navn] ringte fra [sted]"
    assert "as typed: Kari, Voss" in seat.line("")
    assert records(seat.log)[-1]["text"] == "Kari ringte fra Voss"
    seat.say("Mona sa nei")
    seat.key("tab")
    assert records(seat.log)[-1]["text"] == "Mona sa nei"
    seat.line("Halvorsen sa nei")
    assert "as typed: Halvorsen" in seat.line("/link")


def test_enter_that_says_done_after_a_reflexive_note_puts_nothing_back(tmp_path: Path) -> None:
    seat = seat_in(tmp_path)
    seat.say("/b1")
    seat.session.do(do.End())
    seat.table.mode = Reflecting()
    seat.say("jeg ledet Grete")
    assert seat.last["text"] == "jeg ledet [navn]"
    assert "som skrevet" not in enter_says(seat.table)
    seat.key("enter")
    assert b"Grete" not in seat.log.read_bytes()


def test_the_opening_of_an_anonymous_interview_names_no_recorder(tmp_path: Path) -> None:
    told = []
    for name, guide in (("a", ANONYMOUS), ("b", ANONYMOUS.but(anonymous=False))):
        (tmp_path / name).mkdir()
        seat = Seat(tmp_path / name, guide=guide)
        seat.say("/åpning")
        assert seat.table.card is not None
        told.append("/rec" in row_of_keys(seat.desk))
    assert told == [False, True]
