"""A study recorded with version 0.1.0 reads as it did then, but for what a later version tells otherwise by intent.

Beside the study lie the JSON and the Markdown that 0.1.0 made of it. Today's output may say more; what it says
otherwise is named here to the last value: the last judgement counts, and reflexive notes are left out.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interviews.core.state import is_earlier
from interviews.study.earlier_rule import Otherwise, is_seen, remember_seen
from interviews.study.folder import Study
from interviews.study.review import review
from tui.commands.home import _summary
from tui.main import main
from tui.translator import Translator

RECORDED = Path(__file__).parent.parent / "interviews" / "fixtures" / "study_of_0_1_0"
Captured = pytest.CaptureFixture[str]

OTHERWISE: dict[tuple[str, str], tuple[dict[str, object], dict[str, object]]] = {
    ("I1", "A1"): ({"depth": 3}, {"depth": 1}),
    ("I1", "A2"): ({"state": "skipped"}, {"state": "asked"}),
    ("I1", "B1"): (
        {"state": "covered", "depth": 3, "covered_at": 170.0},
        {"state": "declined", "depth": None, "covered_at": None},
    ),
    ("I1", "B4"): (
        {"state": "covered", "unasked": True, "depth": 2, "covered_at": 340.0},
        {"state": "skipped", "unasked": False, "depth": None, "covered_at": None},
    ),
    ("I3", "A2"): ({"state": "skipped"}, {"state": "asked"}),
    ("I3", "B1"): ({"depth": 1, "covered_at": 50.0}, {"depth": None, "covered_at": 70.0}),
    ("P1", "B1"): ({"depth": 3}, {"depth": 2}),
    ("P1", "B4"): ({"state": "skipped"}, {"state": "asked"}),
}
"""For a question in an interview: what 0.1.0 said, and what is said now."""

TARGETS: dict[tuple[str, str], tuple[dict[str, object], dict[str, object]]] = {
    ("I1", "A"): ({"state": "covered"}, {"state": "open"}),
    ("I1", "B"): ({"covered": 3}, {"covered": 1}),
    ("I1", "Ba"): ({"covered": 2}, {"covered": 1}),
    ("I1", "Bb"): ({"state": "covered", "covered": 1}, {"state": "closed", "covered": 0}),
}
"""The same for research questions and parts."""

DECLINED = {("I1", "B1"): 180.0, ("I1", "B2"): 280.0, ("I2", "C1"): 100.0}

LINES = {
    "- Varighet: 2:00 · ikke avsluttet": "- Varighet: 2:00 så langt · ikke avsluttet",
    "| A | A1 forrige gang | ■3 | ■3 | •2 | ▄ |": "| A | A1 forrige gang | ■1 | ■3 | •2 | ▄ |",
    "|  | A2 sangen og dagen | – | ▄ | – | □ |": "|  | A2 sangen og dagen | ▄ | ▄ | ▄ | □ |",
    "| Ba | B1 hjelperne | ■3 | ■ | ■1 | •3 |": "| Ba | B1 hjelperne | × | ■ | ■ | •2 |",
    "|  | B2 trygghet | ■2 | – | □ | □ |": "|  | B2 trygghet | ■2× | – | □ | □ |",
    "|  | B4 hvorfor der | •2 | ▪ | □ | – |": "|  | B4 hvorfor der | – | ▪ | □ | ▄ |",
    "| A Betydning | 1 av 3 | 12 | ■ 2/3 | □ 1/3 | □ 1/3 | □ 0/3 |": "| A Betydning | 0 av 3 | 12 | □ 2/3 | □ 1/3 | □ 1/3 | □ 0/3 |",  # noqa: E501
    "| B Støtte og sted | 1 av 3 | 12 | ■ 3/4 | □ 1/4 | □ 1/4 | □ 1/4 |": "| B Støtte og sted | 1 av 3 | 12 | ■ 1/4 | □ 1/4 | □ 1/4 | □ 1/4 |",  # noqa: E501
    "| Ba Støtte | 2 av 3 | 10 | ■ 2/2 | ■ 1/2 | □ 1/2 | □ 1/2 |": "| Ba Støtte | 2 av 3 | 10 | ■ 1/2 | ■ 1/2 | □ 1/2 | □ 1/2 |",  # noqa: E501
    "| Bb Steder | 1 av 3 | 5 | ■ 1/2 | □ 0/2 | □ 0/2 | □ 0/2 |": "| Bb Steder | 0 av 3 | 5 | – 0/2 | □ 0/2 | □ 0/2 | □ 0/2 |",  # noqa: E501
    "- A2 utelatt 1:30: tida": "- A2 først utelatt 1:30: tida",
    "Lagt til etter slutten: 2": "Lagt til etter slutten: 1",
    "- Skal ikke transkriberes: 3:10–3:30": "- Skal ikke transkriberes: 3:10–3:30 (opptak 1: 2:50–3:10)",
}
"""Lines of the Markdown that say something else now."""
IN_OTHER_WORDS = (
    ("◪", "▄"),
    ("▣", "•"),
    ("ikke talt med", "regnes ikke med"),
    ("Dekkede av nødvendige spørsmål i hvert intervju", "Dekkede spørsmål av de obligatoriske, per intervju"),
    ("dekkede av nødvendige i hvert intervju", "dekkede spørsmål av de obligatoriske, per intervju"),
    ("omformulert i revisjon 2", "endret (versjon 2)"),
    ("| F | Spørsmål", "| Forskningsspørsmål | Spørsmål"),
    ("|  | lengde |", "|  | varighet |"),
    (
        "Et spørsmål som tjener flere, regnes med hos hver;",
        "Et spørsmål som hører til flere forskningsspørsmål, regnes med hos hvert av dem;",
    ),
    ("- Lengde: ", "- Varighet: "),
    ("- Slag: ", "- Type: "),
    ("Ikke transkriber:", "Skal ikke transkriberes:"),
    ("· ikke transkriber", "· skal ikke transkriberes"),
    ("latt ligge", "får ligge"),
    ("Tatt etter slutten: ", "Lagt til etter slutten: "),
    ("Samtalens rekkefølge", "Rekkefølgen i samtalen"),
    ("| på spørsmålet |", "| brukt på spørsmålet |"),
    ("#### Debrief", "#### Observasjonen"),
    ("Merknader og svar", "Kommentarer og svar"),
    ("· merknad", "· kommentar"),
    (
        "Uten noen tast i mer enn ett minutt om gangen: 1:40 til sammen. Da kan taster være glemt.",
        "Uten tastetrykk i mer enn ett minutt om gangen: 1:40 til sammen. Da kan noen ha glemt å trykke.",
    ),
    ("| stille |", "| stillhet |"),
    ("gir et mål, så her står ingen fasit", "gir et måltall, så her står det ingen fasit"),
    ("| kryss |", "| avkryssinger |"),
    ("Tidspunktet er i intervjuet, så i opptaket", "Tidspunktet gjelder intervjuet, deretter opptaket"),
    ("Se også B2, som tjener dette.", "Se også B2, som også gjelder dette forskningsspørsmålet."),
    ("Ikke om noe spørsmål", "Uten spørsmål"),
    ("Spørsmål med en annen ordlyd nå", "Spørsmål som har en annen ordlyd nå"),
    ("Refleksive notater", "Refleksjonsnotater"),
    ("refleksivt notat", "refleksjonsnotat"),
    ("B1: 2 positive, 1 negative", "B1: positiv side 2, negativ side 1"),
)
"""What is called otherwise now."""
FOLDED = {
    "#### Observasjonen",
    "- Betenkningstid 1 fra spørsmål til svar: ikke målt",
    "- Betenkningstid 2 fra svar til neste ord: ikke målt",
    "- Taletid: ikke målt",
    "- Grep: ikke målt",
    "- La merke til: ikke målt",
    "## Feil i filene",
    "Ingen feil i filene.",
}
"""What is one line now, or left out where there is nothing to say."""
LATE = re.compile(r"(- \*\*I1\*\* · 13:10 · .*\n\n  > .*\n\n)(- \*\*I1\*\* · 11:20 · .*\n\n  > .*\n\n)")
"""A note that was back-dated stands by its moment now, and no longer by when it was written."""
DATE = re.compile(r"\b(2026)-([0-9]{2})-([0-9]{2})\b")
LEGEND = "■× ønsket først ikke å svare · "
REFLEXIVE = ["### Refleksjonsnotater", "- **I1** · 14:40 · refleksjonsnotat", "  > jeg var for rask etter pausen"]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the recorded study."""
    shutil.copytree(RECORDED / "study", tmp_path / "study")
    return tmp_path / "study"


def _json(study: Path, capsys: Captured) -> dict[str, Any]:
    assert main(["review", "--json", "--study", str(study)]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def _as_called_now(text: str) -> str:
    for before, after in IN_OTHER_WORDS:
        text = text.replace(before, after)
    return text


def _lost(then: Any, now: Any, path: str = "") -> Iterator[str]:
    """Where today's value lacks something of that time's, or says otherwise; keys may have come."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key, value in then.items():
            yield from _lost(value, now[key], f"{path}.{key}") if key in now else [f"{path}.{key} is gone"]
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for place, (one, other) in enumerate(zip(then, now, strict=True)):
            yield from _lost(one, other, f"{path}[{place}]")
    elif then != now:
        yield f"{path}: {then!r} -> {now!r}"


def _as_told_now(then: dict[str, Any]) -> dict[str, Any]:
    """What 0.1.0 printed, with exactly the differences that are meant."""
    for one in then["interviews"]:
        code = Path(one["file"]).stem
        for told, changes in (("questions", OTHERWISE), ("research_questions", TARGETS)):
            for (interview, id), (before, after) in changes.items():
                if interview == code:
                    assert before.items() <= one[told][id].items(), (code, id)
                    one[told][id] |= after
        for id, question in one["questions"].items():
            question["declined_at"] = DECLINED.get((code, id))
        one["notes"] = [note for note in one["notes"] if note["kind"] != "reflexive"]
    return then


def test_json_tells_the_same_but_for_what_is_named(old: Path, capsys: Captured) -> None:
    then = json.loads(_as_called_now((RECORDED / "review.json").read_text(encoding="utf-8")))
    now = _json(old, capsys)
    notices = [one for one in now["problems"] if one not in then["problems"]]
    now["problems"] = [one for one in now["problems"] if one in then["problems"]]
    assert list(_lost(_as_told_now(then), now)) == []
    judged, own = (notice["message"] for notice in notices)
    assert judged.endswith("enn før: I1: A1 A2 B1 B2 B4; I3: A2 B1; P1: B1 B4.")
    assert own.startswith("Refleksjonsnotater")
    assert own.endswith("I1: 1.")
    assert main(["review", "--json", "--with-reflexive", "--study", str(old)]) == 0
    assert "Refleksjonsnotater" not in capsys.readouterr().out


def test_markdown_tells_the_same_but_for_what_is_named(old: Path, tmp_path: Path) -> None:
    assert main(["review", "--markdown", str(tmp_path / "r.md"), "--study", str(old)]) == 0
    now = (tmp_path / "r.md").read_text(encoding="utf-8").replace(LEGEND, "")
    recorded = LATE.sub(r"\2\1", (RECORDED / "review.md").read_text(encoding="utf-8"))
    then = DATE.sub(r"\3.\2.\1", _as_called_now(recorded)).splitlines()
    assert {line for line in then if line in LINES} == set(LINES)
    ahead = iter(now.splitlines())
    for line in then:
        if line.strip() and line not in REFLEXIVE and line not in FOLDED:
            assert LINES.get(line, line) in ahead, f"gone, or in another place: {line}"
    assert not any(line in now for line in REFLEXIVE)


def test_reading_an_old_study_leaves_every_log_as_it_was(old: Path, capsys: Captured) -> None:
    for flags in (["--json"], [], ["--participant", "I1"]):
        assert main(["review", *flags, "--study", str(old)]) == 0
    capsys.readouterr()
    for path in sorted((RECORDED / "study").rglob("*.*l")):
        now = (old / path.relative_to(RECORDED / "study")).read_bytes()
        assert now.startswith(path.read_bytes()) if path.name == "study.jsonl" else now == path.read_bytes(), path


def _notices(study: Path, capsys: Captured, code: int = 0) -> list[str]:
    assert main(["review", "--study", str(study)]) == code
    return [line for line in capsys.readouterr().err.splitlines() if "0.2.0" in line]


def test_review_names_what_is_told_otherwise_once(old: Path, capsys: Captured) -> None:
    (line,) = _notices(old, capsys)
    assert ": I1: A1 A2 B1 B2 B4; I3: A2 B1; P1: B1 B4. Refleksjonsnotater " in line
    assert line.endswith(" I1: 1.")
    assert _notices(old, capsys) == []
    assert [one["file"] for one in _json(old, capsys)["problems"]].count("interviews") == 2, "JSON always has it"
    third = (old / "interviews" / "I3.jsonl").read_text(encoding="utf-8")
    fourth = third.replace('"participant":"I3"', '"participant":"I4"').replace("2026-03-05", "2026-03-06")
    (old / "interviews" / "I4.jsonl").write_text(fourth, encoding="utf-8")
    assert len(_notices(old, capsys)) == 1, "another old interview has come"
    assert _notices(old, capsys) == []


def test_it_names_the_questions_that_stand_in_other_cells(old: Path, capsys: Captured) -> None:
    _notices(old, capsys)
    guide = old / "guide.yaml"
    text = guide.read_text(encoding="utf-8").replace("id: A2, ", "")
    first, second = (line for line in text.splitlines() if "sist dere sang" in line or "når dere har sunget" in line)
    guide.write_text(text.replace(first, "@").replace(second, first).replace("@", second), encoding="utf-8")
    (line,) = _notices(old, capsys)
    assert "I1: A1 → A2, A2 → A1; " in line
    assert _notices(old, capsys) == []
    messages = [one["message"] for one in _json(old, capsys)["problems"] if one["file"] == "interviews"]
    assert len(messages) == 3
    assert "I3: A1 → A2, A2 → A1" in messages[2]


def test_a_reflexive_note_counts_for_no_question_and_the_notice_names_it(old: Path, capsys: Captured) -> None:
    log = old / "interviews" / "I1.jsonl"
    own = '"kind":"reflexive","text":"jeg var for rask etter pausen","about":['
    log.write_text(log.read_text(encoding="utf-8").replace(own, own + '"B3"'), encoding="utf-8")
    (line,) = _notices(old, capsys)
    assert "I1: A1 A2 B1 B2 B3 B4;" in line
    then = json.loads((RECORDED / "review.json").read_text(encoding="utf-8"))["interviews"][0]["questions"]["B3"]
    for flags in ([], ["--with-reflexive"]):
        assert main(["review", "--json", *flags, "--study", str(old)]) == 0
        now = json.loads(capsys.readouterr().out)["interviews"][0]["questions"]["B3"]
        assert (now["state"], now["notes"]) == (then["state"], then["notes"])


def test_the_study_screen_says_it_once_too(old: Path, capsys: Captured) -> None:
    study, _ = Study(old), Translator("nb")
    assert [line for line in _summary(study, _).splitlines() if "0.2.0" in line] != []
    assert "0.2.0" not in _summary(study, _)
    assert _notices(old, capsys) == [], "the screen has said it"


def test_where_it_cannot_be_remembered_it_is_said_each_time_and_nothing_fails(old: Path, capsys: Captured) -> None:
    (old / "study.jsonl").unlink()
    (old / "study.jsonl").mkdir()
    for _ in range(2):
        assert len(_notices(old, capsys, code=1)) == 1, "a folder is no file of facts, and that is said too"


def test_what_was_never_told_otherwise_needs_no_notice(old: Path, capsys: Captured) -> None:
    for name in ("I1", "I3", "P1"):
        (old / "interviews" / f"{name}.jsonl").unlink()
    assert _notices(old, capsys) == []
    before = (RECORDED / "study" / "study.jsonl").read_bytes()
    now = (old / "study.jsonl").read_bytes()
    assert now.startswith(before)
    assert b"last_word_counts" not in now.removeprefix(before)


@pytest.mark.parametrize(
    ("program", "earlier"),
    [
        ("", True),
        ("0.1.0", True),
        ("0.1.12", True),
        ("0.2.0", False),
        ("0.2.0.dev1", False),
        ("0.10", False),
        ("1.0", False),
    ],
)
def test_which_programs_are_earlier(program: str, *, earlier: bool) -> None:
    assert is_earlier(program) is earlier


def test_an_interview_of_this_version_is_never_named(old: Path) -> None:
    log = old / "interviews" / "I1.jsonl"
    log.write_text(log.read_text(encoding="utf-8").replace('"program":"0.1.0"', '"program":"0.2.0"'), encoding="utf-8")
    result = review(Study(old))
    assert result is not None
    assert list(result.otherwise) == ["I3", "P1"]
    assert not any(one.moved or one.reflexive for one in result.otherwise.values())
    remember_seen(old, result.otherwise, "2026-03-06")
    assert is_seen(old, result.otherwise)
    assert not is_seen(old, result.otherwise | {"I9": Otherwise(("A1",))})
