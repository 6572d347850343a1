"""``transcript`` as a user meets it: read, matched, kept, gone through at a terminal."""

import json
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from guide.model import Guide
from guide.reading import read_guide_file
from interviews.core import commands as do
from interviews.core.coverage import coverage, find_heard_turns
from interviews.core.state import Interview
from interviews.study.folder import Study
from interviews.transcripts.turns import count_words
from tests.tui.studies import hold
from tests.tui.test_cli import refusal, run
from tui.commands import finish
from tui.commands import transcript as command
from tui.commands import transcript_walk as walk
from tui.commands.due import tick_off
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]

GUIDE = """\
title: Nye lærere
language: nb
research_questions: {A: Hva overrasker?, B: Hvem støtter?}
sections:
  - serves: A
    questions:
      - Kan du fortelle om den første uka på jobb?
      - Hva var annerledes enn du hadde tenkt?
  - serves: B
    questions:
      - Hvem går du til når noe er vanskelig?
      - {ask: Hvordan er kontakten med foreldrene?, listen_for: [utviklingssamtale]}
"""
TALK = """\
Kari: Hei, da er vi i gang.
I3: Fint.
Kari: Kan du fortelle litt om den aller første uka på jobb?
I3: Den var kaos.
Kari: Mm. Og hva var annerledes enn du hadde tenkt? Hvem gikk du til når noe var vanskelig?
I3: Alt. Og så var det utviklingssamtalene med foreldrene.
Kari: Hva heter skolen?
I3: Det vil jeg ikke si.
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    return folder


class Somebody:
    """Sits at the terminal and answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.answers = list(answers)
        for module in (command, walk):
            monkeypatch.setattr(module, "ask", self.ask)
        monkeypatch.setattr(walk, "agrees", lambda question: self.ask(question) in ("j", "y"))
        monkeypatch.setattr(command, "at_terminal", lambda: True)

    def ask(self, question: str) -> str | None:
        return self.answers.pop(0) if self.answers else None


def interview_of(study: Path, code: str = "I3") -> Interview:
    (told,) = [one for one in Study(study).load_interviews() if one.file.code == code]
    assert told.interview is not None
    return told.interview


def asked(study: Path) -> list[str]:
    return [id for id, one in coverage(interview_of(study)).questions.items() if one.state == "asked"]


def test_scripts_get_every_turn_with_its_question(study: Path, capsys: Captured) -> None:
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--json", "--study", study) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in told if one["interviewer"]] == [None, "A1", told[4]["id"], None]
    assert {told[4]["id"], *told[4]["also"]} == {"A2", "B1"}
    assert [(one["turn"], one["speaker"], one["t"]) for one in told[:2]] == [(0, "Kari", None), (1, "I3", None)]
    assert told[5]["may_answer"] == ["B2"]
    assert " ".join(one["text"] for one in told).split() == [
        word for line in TALK.splitlines() for word in line.partition(": ")[2].split()
    ]


def test_it_is_told_what_was_found_and_what_was_not(study: Path, capsys: Captured) -> None:
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--study", study) == 0
    out = capsys.readouterr().out
    assert "Fant 3 av 4 spørsmål. Ikke funnet: B2." in out
    assert "Intervjuer: Kari." in out
    words = count_words(TALK)
    assert f"8 replikker; {words} ord i fila, {words - 8} av dem sagt, 8 i navn, tider og overskrifter." in out


def test_kept_it_is_the_owners_alone_and_read_again_without_the_file(study: Path, capsys: Captured) -> None:
    file = study.parent / "talk.txt"
    assert run("transcript", file, "--participant", "I3", "--keep", "--study", study) == 0
    kept = study / "transcripts" / "I3.jsonl"
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    first = json.loads(kept.read_text(encoding="utf-8").split("\n")[0])
    assert first == {"speaker": "Kari", "role": "interviewer", "text": "Hei, da er vi i gang."}
    capsys.readouterr()
    assert run("transcript", "--participant", "I3", "--json", "--study", study) == 0
    assert json.loads(capsys.readouterr().out)[2]["id"] == "A1"
    assert run("transcript", file, "--participant", "I3", "--keep", "--study", study) == 0  # the same again
    file.write_text(TALK.replace("kaos", "fin"), encoding="utf-8")
    before = kept.read_bytes()
    assert run("transcript", file, "--participant", "I3", "--keep", "--study", study) == 1
    assert "transcripts/I3.jsonl" in capsys.readouterr().err
    assert kept.read_bytes() == before


def test_the_time_of_a_question_is_kept_where_several_captions_are_one_turn(study: Path, capsys: Captured) -> None:
    cues = (
        (10, "Kari: Mhm."),
        (30, "Kari: Kan du fortelle litt om den"),
        (33, "Kari: første uka på jobb?"),
        (38, "I3: Ja."),
    )
    lines = [f"{n}\n00:00:{at},000 --> 00:00:{at + 1},000\n{said}\n" for n, (at, said) in enumerate(cues, 1)]
    (study.parent / "talk.srt").write_text("\n".join(lines), encoding="utf-8")
    for given in ((study.parent / "talk.srt", "--keep"), ()):
        assert run("transcript", *given, "--participant", "I3", "--json", "--study", study) == 0
        told = json.loads(capsys.readouterr().out)
        assert [(one["id"], one["t"], one["asked_at"]) for one in told] == [("A1", 10.0, 30.0), (None, 38.0, None)]


def test_an_interview_held_without_the_program_gets_a_log_and_its_coverage(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    Somebody(monkeypatch, "j", "2026-11", "", "", "A1 A2", "j")
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--study", study) == 0
    interview = interview_of(study)
    assert (interview.started.afterwards, interview.started.date, interview.ended is not None) == (
        True,
        "2026-11",
        True,
    )
    states = {id: one.state for id, one in coverage(interview).questions.items()}
    assert states == {"A1": "covered", "A2": "covered", "B1": "asked", "B2": "covered"}
    assert {turn: set(act.questions) for turn, act in find_heard_turns(interview).items()} == {
        2: {"A1"},
        4: {"A2", "B1"},
    }
    assert "B2 ble ikke stilt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answers", "kept", "logged", "code"),
    [
        (("",), 0, 0, 1),  # Enter is a no
        ((), 0, 0, 1),  # the input has ended
        (("j",), 0, 0, 1),  # it has ended at the question when it was held
        (("k",), 1, 0, 0),
        (("j", "2026-11", "", "q"), 1, 1, 0),
    ],
)
def test_nothing_is_kept_of_an_interview_without_a_log_before_somebody_says_so(
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    answers: Sequence[str],
    kept: int,
    logged: int,
    code: int,
) -> None:
    Somebody(monkeypatch, *answers)
    before = {path for path in study.rglob("*") if path.is_file()}
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--keep", "--study", study) == code
    assert (study / "transcripts" / "I3.jsonl").exists() == kept
    assert (study / "interviews" / "I3.jsonl").exists() == logged
    assert kept or {path for path in study.rglob("*") if path.is_file()} == before
    assert ("Ingenting ble tatt vare på." in capsys.readouterr().out) == (not kept)


def test_a_code_that_may_have_been_somebodys_keeps_no_transcript(study: Path, capsys: Captured) -> None:
    guide = study / "guide.yaml"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}on_withdrawal: delete\n", encoding="utf-8")
    hold(study, "I3", (do.AskQuestion("A1"),), guide=_guide(study))
    assert run("forget", "I3", "--yes", "--study", study) == 0
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--keep", "--study", study) == 2
    assert not (study / "transcripts").exists()


def test_the_code_of_a_transcript_that_is_kept_alone_is_given_to_nobody_else(study: Path) -> None:
    assert Study(study).next_code("live") == "I1"
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--keep", "--study", study) == 0
    assert Study(study).next_code("live") == "I4"


def test_letters_of_other_encodings_are_right_or_told(study: Path, capsys: Captured) -> None:
    """A pasted line in Windows-1252 spoils no letter; of an old Macintosh's it is not guessed which they are."""
    file = study.parent / "talk.txt"
    line = "I3: Jeg gråt på lærerværelset, før møtet.\n"
    for name, talk, words in (
        ("I3", TALK.encode() + b"Kari: Ja.\n" + line[:13].encode("cp1252"), ""),
        ("I4", (TALK + line).replace("I3", "I4").encode("mac_roman"), "I 4 ord er bokstaver kanskje feil"),
        ("I5", (TALK + line).replace("I3", "I5").replace("gr", "gr\0").encode(), ""),
    ):
        file.write_bytes(talk)
        assert run("transcript", file, "--participant", name, "--study", study) == 0
        said = capsys.readouterr().out
        assert ("kanskje feil" in said) == bool(words)
        assert words in " ".join(said.split())
        assert "Ã" not in said
        if not words:
            assert run("transcript", file, "--participant", name, "--json", "--study", study) == 0
            assert json.loads(capsys.readouterr().out)[-1]["text"].removeprefix("Det vil jeg ikke si. ") in line


def test_a_kept_transcript_has_the_words_that_were_said(study: Path, capsys: Captured) -> None:
    run("transcript", study.parent / "talk.txt", "--participant", "I3", "--keep", "--study", study)
    words = count_words(TALK) - 8
    assert f" {words} av dem sagt" in capsys.readouterr().out
    assert run("transcript", "--participant", "I3", "--study", study) == 0
    assert f"8 replikker; {words} ord sagt, slik de er tatt vare på i transcripts/I3.jsonl." in capsys.readouterr().out


def test_what_stands_beside_the_text_of_a_document_is_told_in_one_line(study: Path, capsys: Captured) -> None:
    (study.parent / "talk.rtf").write_bytes(
        rb"{\rtf1 {\header Side\par}Kari: Hei{\footnote en} du.\par I3: Ja{\footnote to}.\par Kari: Hva?\par}"
    )
    assert run("transcript", study.parent / "talk.rtf", "--participant", "I3", "--study", study) == 0
    assert "Heller ikke lest som tale: 2 fotnoter, 1 linje i kanten av en side." in capsys.readouterr().out


def test_a_refusal_says_what_can_be_read_and_where_the_closest_layout_stopped(study: Path, capsys: Captured) -> None:
    letter = study.parent / "brev.txt"
    letter.write_text("Kari: Hei\nI3: Ja\nSå gikk de\n" + "en lang tur\n" * 40, encoding="utf-8")
    assert run("transcript", letter, "--study", study) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "ligner mest på «Navn: ord" in said
    assert "fra linje 3: «Så gikk de»" in said
    assert "Navn, en tabulator, ord" in said
    assert said.index("Word (.docx), RTF og PDF") < said.index("ligner mest på")  # what helps stands last
    (study.parent / "lyd.txt").write_bytes(bytes(range(256)) * 8)
    assert run("transcript", study.parent / "lyd.txt", "--study", study) == 1
    assert ".html, .docx, .rtf, .pdf eller .txt" in " ".join(capsys.readouterr().err.split())


def test_what_was_found_is_corrected_put_off_or_stopped(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    hold(study, "I3", (do.AskQuestion("A1"),), guide=_guide(study))
    Somebody(monkeypatch, "X9", "B2", "s", "")
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--study", study) == 0
    assert "X9" in capsys.readouterr().out
    assert {turn: act.questions for turn, act in find_heard_turns(interview_of(study)).items()} == {2: ("B2",)}
    assert asked(study) == ["A1", "B2"]
    Somebody(monkeypatch, "n")  # then the input ends
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--study", study) == 0
    assert {turn: act.questions for turn, act in find_heard_turns(interview_of(study)).items()} == {2: ("B2",), 4: ()}
    Somebody(monkeypatch)
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--study", study) == 0
    assert "gått gjennom" in capsys.readouterr().out


def _guide(study: Path) -> Guide:
    guide = read_guide_file(study / "guide.yaml", "guide.yaml").guide
    assert guide is not None
    return guide


def test_who_asks_is_asked_where_it_cannot_be_known(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    file = study.parent / "two.txt"
    file.write_text("S0: Ja.\nS1: Nei.\nS0: Jo.\nS1: Nei.\n", encoding="utf-8")
    assert run("transcript", file, "--json", "--study", study) == 0  # it goes on without
    told = capsys.readouterr()
    assert {one["interviewer"] for one in json.loads(told.out)} == {None}
    assert "S0, S1" in told.err
    assert run("transcript", file, "--json", "--interviewer", "Ola", "--study", study) == 2
    assert "S0, S1" in refusal(capsys)
    assert run("transcript", file, "--json", "--interviewer", "s1", "--study", study) == 0
    assert [one["interviewer"] for one in json.loads(capsys.readouterr().out)] == [False, True, False, True]
    Somebody(monkeypatch, "3", "2")
    assert run("transcript", file, "--study", study) == 0
    out = capsys.readouterr().out
    assert "«3» er ingen av disse: tallene er 1 til 2." in out
    assert "Intervjuer: S1." in out
    for answers in (("",), ("0",), ()):
        Somebody(monkeypatch, *answers)
        assert run("transcript", file, "--study", study) == 0
        assert "hver replikk" in capsys.readouterr().out


def test_a_turn_before_is_gone_back_to_and_the_keys_stand_at_every_prompt(
    study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    hold(study, "I3", (do.AskQuestion("A2"),), guide=_guide(study))
    Somebody(monkeypatch, "n", "b", "X9", "A1", "B1", "n")
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--study", study) == 0
    assert {turn: act.questions for turn, act in find_heard_turns(interview_of(study)).items()} == {
        2: ("A1",),
        4: ("B1",),
    }
    out = capsys.readouterr().out
    assert out.count("s senere") == 5
    assert out.count("b tilbake") == 2
    assert "«n»" not in out
    assert coverage(interview_of(study)).questions["A1"].state == "asked"


def test_a_code_without_an_interview_is_told_that_nothing_was_kept(study: Path, capsys: Captured) -> None:
    assert run("transcript", study.parent / "talk.txt", "--participant", "I77", "--study", study) == 0
    assert "Det finnes ikke noe intervju I77 her" in capsys.readouterr().out
    assert not (study / "transcripts").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["letter.txt"], 1, "linje 1"),
        (["none.vtt"], 2, "none.vtt"),
        (["talk.txt", "--keep"], 2, "--participant"),
        (["talk.txt", "--participant", "Kari"], 2, "Kari"),
        ([], 2, "transcript"),
        (["--participant", "I9"], 2, "I9"),
    ],
)
def test_what_cannot_be_done_is_said(
    study: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(study.parent)
    (study.parent / "letter.txt").write_text("Kjære alle,\njeg skriver om noe.\n", encoding="utf-8")
    assert run("transcript", *arguments, "--study", study) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("how", ["delete", "anonymise"])
def test_a_kept_transcript_is_known_to_every_command_that_knows_of_words(
    study: Path, capsys: Captured, tmp_path: Path, how: str
) -> None:
    hold(study, "I3", (do.AskQuestion("A1"),), guide=_guide(study))
    hold(study, "I4", (do.AskQuestion("A1"),), guide=_guide(study))
    talk = study.parent / "talk.txt"
    talk.write_text(TALK.replace("Alt.", "Jeg jobbet på Voss."), encoding="utf-8")
    assert run("transcript", talk, "--participant", "I3", "--keep", "--study", study) == 0
    capsys.readouterr()

    assert run("scan", "I3", "--study", study) == 1
    assert "Voss" in capsys.readouterr().out
    assert run("where", "--json", "--study", study) == 0
    assert json.loads(capsys.readouterr().out)["transcripts"] == ["I3"]
    assert run("give", "I3", "-o", tmp_path / "kopi.md", "--study", study) == 0
    assert "Jeg jobbet på Voss." in (tmp_path / "kopi.md").read_text(encoding="utf-8")
    (tmp_path / "stick").mkdir()
    assert run("backup", tmp_path / "stick", "--study", study) == 0
    assert len(list((tmp_path / "stick").rglob("transcripts/I3.jsonl"))) == 1
    assert run("finish", "--study", study) == 1
    assert "1 transkripsjon er tatt vare på" in capsys.readouterr().out  # no date was promised, so it stays

    guide = study / "guide.yaml"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}on_withdrawal: {how}\n", encoding="utf-8")
    assert run("forget", "I3", "--yes", "--study", study) in (0, 1)
    assert not (study / "transcripts" / "I3.jsonl").exists()
    assert not any("Voss" in path.read_text("utf-8", "replace") for path in study.rglob("*") if path.is_file())


def test_transcripts_whose_date_was_promised_go_with_the_project(study: Path, capsys: Captured) -> None:
    guide = study / "guide.yaml"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}data: {{transcripts: 2026-01-31}}\n", encoding="utf-8")
    hold(study, "I3", (do.AskQuestion("A1"),), guide=_guide(study))
    kept = study / "transcripts" / "I3.jsonl"

    def keep() -> None:
        assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--keep", "--study", study) == 0

    keep()
    assert run("finish", "--done", "transkripsjoner", "--study", study) == 1  # nobody to ask
    assert kept.exists()
    assert "1 transkripsjon er tatt vare på" in capsys.readouterr().out
    assert run("finish", "--done", "transkripsjoner", "--yes", "--study", study) == 0
    assert not kept.exists()
    assert run("finish", "--not-done", "transkripsjoner", "--study", study) == 0
    keep()
    code, said = tick_off(Study(study), "transcripts", Translator("nb"))  # as the study's screen does it
    assert (code, "finish --done transkripsjoner" in said) == (1, True)
    capsys.readouterr()
    assert run("finish", "--yes", "--study", study) == 0
    assert "transkripsjoner som er tatt vare på her, slettes, som lovet: 1" in capsys.readouterr().out
    assert not kept.exists()


def test_transcripts_that_are_anonymous_stay(study: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    guide = study / "guide.yaml"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}data: {{transcripts: 2026-01-31}}\n", encoding="utf-8")
    hold(study, "I3", (do.AskQuestion("A1"),), guide=_guide(study))
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--keep", "--study", study) == 0
    monkeypatch.setattr(finish, "ask", lambda _: "a")
    assert run("finish", "--done", "transkripsjoner", "--study", study) == 0
    assert run("finish", "--yes", "--study", study) == 0
    assert (study / "transcripts" / "I3.jsonl").exists()
    assert "1 transkripsjon er tatt vare på" in capsys.readouterr().out


def test_a_transcript_is_forgotten_where_there_is_no_log_of_the_interview(study: Path, capsys: Captured) -> None:
    guide = study / "guide.yaml"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}on_withdrawal: delete\n", encoding="utf-8")
    assert run("transcript", study.parent / "talk.txt", "--participant", "I3", "--keep", "--study", study) == 0
    assert run("forget", "I3", "--yes", "--study", study) == 0
    assert not (study / "transcripts" / "I3.jsonl").exists()
