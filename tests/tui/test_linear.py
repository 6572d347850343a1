"""The linear mode at its desk: the log is the screen's, and what is said makes sense without one."""

import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from guide.write import write_guide
from interviews.core import commands as do
from interviews.core.notes import notes
from interviews.failures import LogFailure
from interviews.log.writer import Log
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.hour.script import hour, lines
from tests.interviewer import NAMED, records
from tests.tui.desk_helpers import Seat
from tests.tui.hour_seat import HALF
from tests.tui.linear_seat import LinearSeat
from tests.tui.lines import ANONYMOUS, GUIDE, thesis
from tests.tui.studies import hold, study_with
from tui.documents.matrix_rows import label
from tui.documents.svg import state_name
from tui.linear.source import keys_of
from tui.linear.voice import Voice
from tui.live.options import LiveOptions
from tui.main import main
from tui.sentences.code_names import DEPTH_NAMES, STATE_NAMES
from tui.terminal.keystream import PasteSplitter
from tui.translator import Translator

SIGNS = "□▪▄■•◊▲√→†▼◦¶░▒▓█"
SitLinearly = Callable[..., LinearSeat]


@pytest.fixture
def sit_linearly(tmp_path: Path) -> Iterator[SitLinearly]:
    """Sit down at a linear desk; what is sat down at is left when the test ends."""
    taken: list[LinearSeat] = []

    def sit(**how: object) -> LinearSeat:
        taken.append(LinearSeat(tmp_path, **how))  # type: ignore[arg-type]
        return taken[-1]

    yield sit
    for seat in taken:
        seat.session.close()


@pytest.fixture
def here(sit_linearly: SitLinearly) -> LinearSeat:
    """An interview in which B2 is in hand."""
    seat = sit_linearly()
    seat.say("/b2")
    return seat


# ------------------------------------------------------------------ the hour, on both


def _keys(seat: Seat | LinearSeat, clock: StandingClock) -> None:
    """The hour's keys, with time in between."""
    for step in hour():
        for key in step.keys:
            clock.go_on(1.5)
            if key in NAMED or key.startswith("ctrl+"):
                seat.key(key)
            elif isinstance(seat, Seat):
                seat.type(key)
            else:
                seat.key(key)


def test_the_hour_gives_the_same_log_to_the_byte_as_on_the_screen(tmp_path: Path) -> None:
    logs = []
    for made in (Seat, LinearSeat):
        clock = StandingClock()
        seat = made(tmp_path / made.__name__, clock=clock)
        _keys(seat, clock)
        seat.session.close()
        logs.append(seat.log.read_bytes())
    assert logs[0] == logs[1]
    assert logs[0].count(b"\n") > 70


def test_the_hour_as_lines_of_a_pipe_is_the_same_event_for_event(tmp_path: Path) -> None:
    clocks = StandingClock(), StandingClock()
    typed, piped = Seat(tmp_path / "typed", clock=clocks[0]), LinearSeat(tmp_path / "piped", clock=clocks[1])
    _keys(typed, clocks[0])
    for line in lines():
        clocks[1].go_on(3.0)
        piped.line(line)
    timeless = [[{**one, "at": None, "gap": None} for one in seat.written] for seat in (typed, piped)]
    for seat in (typed, piped):
        seat.session.close()
    assert timeless[0] == timeless[1]


def test_what_is_said_in_the_hour_has_no_shape_and_names_every_act(tmp_path: Path) -> None:
    clock = StandingClock()
    seat = LinearSeat(tmp_path, clock=clock, language="nb")
    seat.said()
    for step in hour():
        for key in step.keys:
            clock.go_on(1.5)
            said = seat.key(key)
            assert not set(SIGNS) & set(said), said
    seat.session.close()
    whole = seat.out.getvalue()
    assert whole.count("Lagret") >= len(records(seat.log)) - 4  # the start, and what goes before the first late act
    assert "\x1b" not in whole
    assert "\r" not in whole


# ------------------------------------------------------------------ what is said


def test_it_begins_with_whose_interview_it_is_and_the_opening_a_line_a_point(sit_linearly: SitLinearly) -> None:
    lines = sit_linearly(guide=thesis()).out.getvalue().split("\n")
    assert lines[0] == "Musikkterapi og deltagelse, I1"
    assert "not begun" in lines[1]
    at = lines.index("Opening.")
    assert lines[at + 1] == "  1 Samtykkeskjemaet er underskrevet (before the first question and recording)"
    assert [line[:3] for line in lines[at + 1 : at + 7]] == [f"  {number}" for number in range(1, 7)]
    assert lines[-1] == "> "


def test_one_line_answers_each_act(here: LinearSeat) -> None:
    here.clock.go_on(5)
    answers = {
        "kommer an på dagen": "Saved 0:05: note, B2",
        '"det kommer an på': "Saved 0:05: quotation, B2",
        "!bandet #b8 #arena": "Saved 0:05: follow-up 1, B2, B8, #arena",
        ">økonomi": "Saved 0:05: topic",
        "+b1 3": "Saved 0:05: covered B1, with an example",
        "-b4 tok for lang tid": "Saved 0:05: skipped B4: tok for lang tid",
        "-b5 ": "Saved 0:05: skipped B5",
        "/rec no": "Saved 0:05: the informant declines recording",
    }
    for line, answer in answers.items():
        assert here.say(line) == f"{line}\n{answer}\n> ", line


def test_a_question_is_said_with_its_probes_a_line_each(here: LinearSeat) -> None:
    said = here.say("/b1").split("\n")
    assert said[1].startswith("Saved 0:00: B1 is asked. Hvordan vil")
    probes = [line for line in said if re.match(r"  \d ", line)]
    assert len(probes) == len(GUIDE.question("B1").probes)  # type: ignore[union-attr]


def test_space_digits_and_undo_act_at_once_and_are_answered(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly(guide=GUIDE)
    assert "Saved 0:00: ticked: 1 Samtykkeskjemaet er underskrevet\n" in seat.key("1")
    seat.say("/b1")
    assert seat.key("space") == "\nSaved 0:00: bookmark, B1\n> "
    assert seat.key("ctrl+z") == "\nSaved: undone: bookmark\n> "


def test_the_guide_is_told_everywhere_and_does_not_stay_in_the_way(here: LinearSeat) -> None:
    here.say("+b1 2")
    said = here.say("/guide")
    assert "\n    B1 beskriv samhandlingen: covered unasked, described\n" in said
    assert "\n    B2 hva vektlegger: asked, the one in hand\n" in said
    assert "\n  Research question A: open, 0 of 4 covered\n" in said
    assert here.desk.table.card is None
    assert here.say("1").startswith("1\nSaved 0:00: ") or "tick 1" in here.out.getvalue()
    assert "B2: tick 1" in here.out.getvalue()


def test_the_guide_over_the_debriefing_leads_back_to_it(here: LinearSeat) -> None:
    for line in ("/end", "", ""):
        here.say(line)
    assert here.desk.table.card is not None
    before = here.desk.table.card.title, here.desk.table.mode
    here.say("/guide")
    assert (here.desk.table.card.title, here.desk.table.mode) == before


def test_an_unsure_search_lists_what_it_found_and_the_arrows_choose(here: LinearSeat) -> None:
    said = here.say("/dagligliv")
    listed = [line for line in said.split("\n") if re.match(r"  [A-Z]\d+: ", line)]
    if listed:  # nothing sure: the arrows choose
        here.key("up")
        assert ": " in here.key("down")


def test_help_is_a_line_an_act(here: LinearSeat) -> None:
    said = here.key("?", "enter")
    assert "\nEnter, /next: ask the suggested question\n" in said
    assert "\n/guide: the whole guide in words" in said


def test_a_card_that_waits_is_told_with_its_keys_and_the_prompt_says_what_words_become(here: LinearSeat) -> None:
    here.key("space")
    for line in ("/end", "", ""):
        here.say(line)
    said = here.say("")
    assert "\nFill bookmarks.\n  What happened here?\n" in said
    assert said.endswith("\nbookmark 1 of 1, 0:00 B2 > ")
    assert "Saved 0:00: filled: bookmark, B2, 0:00\n" in here.say("hun lo")


def test_a_pilot_is_held_and_its_verdicts_are_asked_for(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly(guide=GUIDE.but(opening=(), after=(), closing=()), pilot="peer")
    assert "pilot: peer" in seat.out.getvalue().split("\n")[0]
    seat.say("/a1")
    assert "1 keep" in seat.key("=", "enter")
    assert "Saved 0:00: A1 reword\n" in seat.key("2")
    assert "Why?" in seat.out.getvalue()
    assert "Saved 0:00: A1 reword: comprehension\n" in seat.key("1")
    seat.say("Hvor bevisst er du?")
    assert seat.last["type"] == "proposed"
    assert seat.line("=a2 8 7").count("Saved 0:00: A2 drop: overlaps") == 1


def test_a_curtain_pushes_what_was_said_out_of_sight_and_nothing_is_told_behind_it(here: LinearSeat) -> None:
    here.desk.rows = 5
    assert here.key("ctrl+l") == "\n" * 5 + "Hidden. Ctrl+L shows it again.\n> "
    assert here.say("hemmelig") == "hemmelig\nSaved.\n> "
    shown = here.key("ctrl+l")
    assert "Shown again.\nSaved 0:00: note, B2\n" in shown


def test_what_is_typed_behind_a_curtain_after_a_refused_line_is_a_note_of_its_own(here: LinearSeat) -> None:
    here.say("/frobnicate")
    here.key("ctrl+l")
    assert "Saved." in here.say("sagt i blinde")
    assert here.last["text"] == "sagt i blinde"


def test_the_recorder_s_limit_is_told_with_the_next_act_and_never_by_itself(sit_linearly: SitLinearly) -> None:
    from guide.model import Recorder

    seat = sit_linearly(guide=HALF.but(recorder=Recorder(name="Diktafon", limit=45.0)), clock=StandingClock())
    seat.say("/rec")
    seat.say("/a1")
    before = seat.out.getvalue()
    seat.clock.go_on(41 * 60)
    assert seat.out.getvalue() == before
    assert "Recording 1 has 4 min left.\n" in seat.say("et notat")
    assert "min left.\n" not in seat.say("ett til").replace("min left:", "")
    seat.clock.go_on(5 * 60)
    assert "Recording 1 has come to its limit.\n" in seat.say("enda ett")


def test_page_up_tells_the_last_acts_with_their_words(here: LinearSeat) -> None:
    here.say("kommer an på dagen")
    said = here.key("pageup")
    assert "\nThe last acts:\n0:00, B2 is asked. " in said
    assert "\n0:00, note, B2: kommer an på dagen\n" in said
    assert "Saved" not in said, "nothing was saved just now"


def test_what_was_ticked_is_told_by_its_words_when_another_question_is_in_hand(here: LinearSeat) -> None:
    here.say("/b3")
    here.key("down", "1")
    here.say("/b2")
    assert re.search(r"\n\d:\d\d, ticked: informanten \w+", here.key("pageup"))


def test_a_card_names_in_words_what_a_sign_stands_for_on_the_screen(here: LinearSeat) -> None:
    here.key("space")
    here.say("!")
    here.say(">økonomi")
    assert "\n    !1 bookmark without words\n" in here.say("/end")
    assert "◊" not in here.out.getvalue()


# ------------------------------------------------------------------ the line


def test_ctrl_r_says_the_line_and_what_enter_would_do(here: LinearSeat) -> None:
    here.key("+b1 2")
    assert here.key("ctrl+r") == "\nEnter: mark covered: B1, described\n> +b1 2"


def test_ctrl_r_on_an_empty_line_says_what_is_in_hand_and_what_enter_would_do(here: LinearSeat) -> None:
    said = here.key("ctrl+r")
    assert said.startswith("\nIn hand: B2: ")
    assert re.search(r"\nEnter: asks [AB]\d+\n> $", said)
    here.say("/opening")
    said = here.key("ctrl+r")
    assert "\nOpening.\n  1 " in said
    assert "1-9 tick" in said


def test_after_an_undone_question_the_one_in_hand_is_told(here: LinearSeat) -> None:
    here.say("/b3")
    assert "\nIn hand: B2: " in here.key("ctrl+z")
    here.say("et notat")
    assert "In hand" not in here.key("ctrl+z"), "it is the same one"


def test_tab_writes_out_an_id_and_says_whose_it_is(here: LinearSeat) -> None:
    here.key("bandet #arena")
    assert re.search(r"\n  #B\d+ .*arena", here.key("ctrl+r"))
    said = here.key("tab")
    (id,) = re.findall(r"> bandet #(b\d+) $", said)
    assert f"\n{id.upper()} " in said


def test_nothing_is_said_into_a_line_that_is_being_written(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly(guide=HALF, helps=LiveOptions(think=0.0, near_end=900.0))
    seat.say("/a1")
    seat.clock.go_on(16 * 60)
    seat.key("et notat")
    assert seat.out.getvalue().endswith("> et notat")
    assert "min left" in seat.key("enter")
    seat.clock.go_on(60)
    assert "min left" not in seat.say("ett til")


def test_backspace_takes_what_a_reader_takes_for_one_character(sit_linearly: SitLinearly) -> None:
    here = sit_linearly(columns=80)
    here.key("ae\u0301")
    assert here.key("backspace") == "\b \b"
    assert here.desk.line.text == "a"
    here.key(" to ord")
    here.key("ctrl+w")
    assert here.desk.line.text == "a to "
    here.key("ctrl+u")
    assert (here.desk.line.text, here.desk.line.begun_at) == ("", None)


def test_into_a_pipe_nothing_is_wiped_out_and_what_was_meant_stands_whole(here: LinearSeat) -> None:
    here.key("et no")
    assert here.key("backspace", "backspace") == ""
    assert here.key("ord") == "\n> et ord"
    assert here.key("backspace", "enter").startswith("\n> et or\nSaved")
    here.line("/close")
    here.line("!etter")
    here.line("enda et")
    assert "\b" not in here.out.getvalue()


def test_a_hash_at_the_end_of_a_line_is_saved_as_it_was_written(here: LinearSeat) -> None:
    here.line("spilte i F #")
    here.line('"I sing in C #')
    assert [one.text for one in notes(here.session.interview)] == ["spilte i F #", "I sing in C #"]


def test_a_note_has_the_moment_of_its_first_key(here: LinearSeat) -> None:
    here.clock.go_on(10)
    here.key("k")
    here.clock.go_on(20)
    assert "Saved 0:10: note" in here.say("ommer")
    assert records(here.log)[-1]["t"] == pytest.approx(10.0)


def test_a_paste_of_several_lines_is_one_note_and_no_command(here: LinearSeat) -> None:
    here.desk.paste("+b1\n/end\nsiste")
    assert here.said() == "+b1¬/end¬siste"
    assert "Saved 0:00: note, B2, 3 lines\n" in here.key("enter")
    assert here.last["text"] == "+b1\n/end\nsiste"


def test_a_refused_line_is_shown_again_and_gone_on_with_as_on_the_screen(here: LinearSeat) -> None:
    assert here.say("+b99").endswith("\n> +b99")
    assert here.key("backspace", "backspace", "7").endswith("7")
    assert here.desk.line.text == "+b7"
    here.key("enter")
    assert here.last["questions"] == ["B7"]
    here.say("+b99")
    assert here.key("/b1").endswith("\n> /b1")
    assert here.key("up").endswith("\n> +b99")


def test_what_cannot_be_saved_is_said_and_stays_to_be_sent_again(
    here: LinearSeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise LogFailure("disk_full", file="I1.jsonl")

    before = here.log.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", full)
        said = here.say("viktig")
        assert "NOT SAVED: The disk is full. The text stays; Enter tries again.\n> viktig" in said
        assert "Saved" not in said
        assert here.line("og dette").count("NOT SAVED") == 1
        assert here.desk.line.text == "viktig\nog dette"
    assert here.log.read_bytes() == before
    assert "Saved 0:00: note, B2, 2 lines\n" in here.key("enter")
    assert here.last["text"] == "viktig\nog dette"


def test_what_was_masked_is_said_and_an_empty_line_of_a_pipe_never_unmasks_it(tmp_path: Path) -> None:
    (tmp_path / "guide.yaml").write_text(write_guide(ANONYMOUS), encoding="utf-8")
    seat = LinearSeat(tmp_path, guide=ANONYMOUS)
    seat.line("/b1")
    assert "Saved masked: Kari." in seat.line("Kari ringte")
    seat.desk.take_line("", piped=True)
    assert (seat.last["type"], b"Kari" in seat.log.read_bytes()) == ("asked", False)
    seat.say("Per ringte")
    seat.key("tab")
    seat.session.close()
    assert b"Per ringte" in seat.log.read_bytes()


def test_consent_is_asked_for_once_as_on_the_screen(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly(guide=thesis())
    assert "Not ticked: Samtykkeskjemaet er underskrevet" in seat.key("enter")
    assert seat.written == []
    assert "is asked" in seat.key("enter")
    assert seat.written[-1]["missing"]


def test_ctrl_d_leaves_and_asks_once_where_something_stands_on_the_line(here: LinearSeat) -> None:
    here.key("halvt")
    assert "The text on the line is not saved" in here.key("ctrl+d")
    here.key("backspace")
    assert here.left == 0
    here.key("ctrl+d", "ctrl+d")
    assert here.left == 1


def test_the_line_is_kept_when_the_program_ends_and_put_back(sit_linearly: SitLinearly, here: LinearSeat) -> None:
    here.key("midt i en setning om [by]")
    here.desk.end()
    here.session.close()
    again = sit_linearly(resume=True)
    said = again.out.getvalue()
    assert "In hand: B2: Når du tenker" in said
    assert said.endswith("This stood on the line when you left; Enter takes it:\n> midt i en setning om [by]")
    assert "note, B2" in again.say(" og øv")
    assert again.last["text"] == "midt i en setning om [by] og øv"


# ------------------------------------------------------------------ lines of a pipe


def test_a_line_of_digits_answers_the_open_card_and_asks_nothing(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly()
    seat.line("1")
    seat.line("2 3")
    assert [event["type"] for event in seat.written[1:]] == ["ticked"] * 3
    seat.line("/b1")
    seat.line("2 barn hjemme")
    assert seat.last["text"] == "2 barn hjemme"


def test_a_blank_line_is_a_bookmark_an_empty_one_is_enter_and_a_doubled_sign_is_text(here: LinearSeat) -> None:
    here.line(" ")
    assert here.last["kind"] == "bookmark"
    here.line("++ for mye")
    assert (here.last["kind"], here.last["text"]) == ("note", "+ for mye")
    here.line("  innrykket")
    assert here.last["text"] == "  innrykket"
    here.line("")
    assert here.last["type"] == "asked"


def test_the_same_line_again_is_the_second_word_that_was_asked_for(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly(guide=thesis())
    seat.line("/rec")
    assert seat.written == []
    seat.line("/rec")
    assert seat.last["type"] == "recording_started"


def test_a_card_that_comes_back_as_it_was_is_not_read_out_again(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly(guide=GUIDE)
    seat.say("/b1")
    seat.say("/opening")
    assert "Concept: " in seat.say("?deltag")
    assert seat.key("escape").endswith("Opening is open again.\n> ")


def test_a_refused_line_is_gone_with_the_next(here: LinearSeat) -> None:
    here.say("/opening")
    here.line("=")
    here.line("1")
    assert here.last["type"] == "ticked"
    here.line("+b99")
    here.line("et notat")
    assert here.last["text"] == "et notat"
    assert here.desk.line.text == ""


# ------------------------------------------------------------------ voice and keys


def test_on_a_terminal_lines_end_between_words_and_a_long_line_is_begun_anew(sit_linearly: SitLinearly) -> None:
    seat = sit_linearly(columns=40)
    assert all(len(line) < 40 for line in seat.out.getvalue().split("\n"))
    seat.say("/b1")
    text = "ord " * 12
    seat.key(text)
    assert seat.key("backspace").startswith(f"\n> {text[:-1]}")


def test_a_reader_that_has_left_ends_nothing_before_the_log_has_it() -> None:
    class Gone(StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    voice = Voice(Gone(), int)
    voice.say(["noe"])
    assert voice.gone
    voice.show("> ", "mer")


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("å\r", ["å", "enter"]),
        ("\x1b[A\x1bOB\x1b[5~", ["up", "down", "pageup"]),
        ("\x03\x04\x1a\x11\x0c", ["ctrl+c", "ctrl+d", "ctrl+z", "ctrl+q", "ctrl+l"]),
        ("\x7f\x08\t\x1b[Z", ["backspace", "backspace", "tab", "shift+tab"]),
        (" \x1b[1;5C", ["space"]),
        ("\x1b[?1;2c\x1b]11;rgb:0/0/0\x07", []),
    ],
)
def test_keys_have_the_screen_s_names_and_a_terminal_s_replies_are_none(sent: str, keys: list[str]) -> None:
    splitter = PasteSplitter()
    assert [key for piece in splitter.feed(sent) for key, _ in keys_of(piece)] == keys


def test_a_practice_informant_is_heard_and_waits_while_somebody_writes(sit_linearly: SitLinearly) -> None:
    from guide.samples import practice_informant_text
    from interviews.practice.informant_parser import read_informant

    informant = read_informant(practice_informant_text(), GUIDE, "informant.txt").informant
    seat = sit_linearly(helps=LiveOptions(informant=informant, pace=2.5))
    seat.say("/a1")
    seat.clock.go_on(30)
    seat.key("jeg")
    seat.desk.tick()
    assert "The informant: " not in seat.said()
    assert "The informant: " in seat.say(" noterer")
    heard = seat.out.getvalue()
    seat.desk.tick()
    assert seat.out.getvalue() == heard
    seat.clock.go_on(60)
    seat.desk.tick()
    sentences = re.findall(r"The informant: (.*)", seat.out.getvalue())
    assert len(sentences) == len(set(sentences)) > 1


# ------------------------------------------------------------------ afterwards


def test_the_review_says_in_words_how_every_question_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    study = Study(study_with(tmp_path, "I1", "P1"))
    hold(tmp_path, "I2", (do.AskQuestion("A1"), do.Skip(("A2",)), do.TakeNote("i bandet #a3"), do.AskQuestion("B2")))
    assert main(["review", "--plain", "--study", str(tmp_path)]) == 0
    whole = capsys.readouterr().out
    assert not set(SIGNS + "×–─│") & set(whole)
    _, told, result = Translator("nb"), whole.splitlines(), review(study)
    assert result is not None
    for question in result.guide.questions:
        (line,) = [line for line in told if line.startswith(f"{question.id} {label(question)}.")]
        for one in result.interviews:
            facts = one.coverage.questions[question.id]
            state = _(STATE_NAMES[state_name(facts)]) + (f", {_(DEPTH_NAMES[facts.depth])}" if facts.depth else "")
            assert f" {one.name}: {state}." in line
    assert "A obligatoriske som er dekket. I1: 0 av 4. I2: 0 av 4. P1: 0 av 4." in told
    assert "regnes ikke med: P1." in told
    assert "Spørsmål i parentes er valgfrie." in told
    monkeypatch.setenv("ACCESSIBLE", "1")
    assert main(["review", "--study", str(tmp_path)]) == 0
    assert capsys.readouterr().out == whole


def test_the_review_of_one_interview_says_its_states_and_times_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study_with(tmp_path, "I1")
    assert main(["review", "--participant", "I1", "--plain", "--study", str(tmp_path)]) == 0
    whole = capsys.readouterr().out
    assert not set(SIGNS + "×–─│") & set(whole)
    told = whole.splitlines()
    assert "A1 bevisst i timene. urørt." in told
    assert (
        "B1 beskriv samhandlingen. dekket, med eksempel. stilt: 0:10. dekket: 0:40. varighet: 1:10. notater: 2." in told
    )
    assert "C1 muligheter, utfordringer. ønsket ikke å svare. ønsket ikke å svare 1:10." in told
    assert "0:10. Spørsmål: B1 beskriv samhandlingen. brukt på spørsmålet: 1:10." in told
    assert any(line.endswith("notat · B1 B8: bandet på byen, uformell møteplass #b8 #arena") for line in told)
