"""``check`` says advice after warnings, question by question; it hinders nothing."""

import json
from pathlib import Path

import pytest

from guide.samples import thesis_guide_text
from guide.schema import RULES
from tui.main import main
from tui.sentences.advice import ADVICE
from tui.sentences.code_names import RULE_NAMES
from tui.sentences.problems import PROBLEMS
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]


def written(folder: Path, text: str) -> Path:
    path = folder / "guide.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sample_in_plain_text(capsys: Captured, tmp_path: Path) -> None:
    assert main(["check", str(written(tmp_path, thesis_guide_text()))]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert max(map(len, out.splitlines())) <= 80
    heads = [line.split()[0] for line in out.splitlines() if line[:1].isupper() and line[1:2].isdigit()]
    assert heads == "A1 A3 A4 B2 B3 B4 B5 B6 B7 B8 B9 B10 C1 C2 C3 Z1".split()
    flat = " ".join(out.split())
    assert "- spørsmål om grad (degree): «Hvor bevisst …»" in flat
    assert "Ingen spørsmål til Bb (Arenaer)" in flat
    assert "sosial samhandling 3, sosial deltagelse 1" in flat
    assert "3,3 minutter" in flat
    assert out.index("A1 ") < out.index("Hele guiden") < out.index("Fordelingen")


def test_the_sample_as_json(capsys: Captured, tmp_path: Path) -> None:
    assert main(["check", str(written(tmp_path, thesis_guide_text())), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is True
    assert all(list(one) == ["question", "rule", "message"] for one in document["advice"])
    assert {one["rule"] for one in document["advice"]} == set(RULES) - {"leading"}
    assert {one["rule"] for one in document["advice"] if one["question"] is None} == {"no-example", "missing-role"}
    assert all(one["message"].strip() for one in document["advice"])


GUIDE = """\
title: "T [by] {x}"
language: en
minutes: 10
research_questions: {A: Why?, B: Who?}
accepted: {missing-role: "it is a pilot"}
sections:
  - serves: A
    questions:
      - "Why do you read {0} and [write]?"
      - {ask: Tell me about the last time., accepted: {}, minutes: 20}
"""


def test_warnings_come_first_and_what_is_accepted_is_counted(capsys: Captured, tmp_path: Path) -> None:
    path = written(tmp_path, GUIDE)
    assert main(["check", str(path)]) == 0
    out, err = capsys.readouterr()
    assert err.startswith(f"{path}:4:")
    assert "A1    Why do you read {0} and [write]?\n    - double-barrelled: “" in out
    assert "missing-role" not in out
    assert "Accepted with a reason: 1\n" in out
    assert main(["check", str(path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [(one["question"], one["rule"]) for one in document["advice"]] == [("A1", "double-barrelled"), ("A1", "why")]


def test_a_guide_with_errors_gets_no_advice(capsys: Captured, tmp_path: Path) -> None:
    path = written(tmp_path, GUIDE.replace("minutes: 10", "minuts: 10"))
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out == ""
    assert main(["check", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["advice"] == []


def test_a_guide_without_any_advice_is_in_order(capsys: Captured, tmp_path: Path) -> None:
    text = (
        "title: T\nlanguage: en\nsections: [{questions: [Tell me about your day.]}]\nclosing: [What is left to say?]\n"
    )
    assert main(["check", str(written(tmp_path, text))]) == 0
    assert capsys.readouterr().out == "The guide is in order. Research questions: 0, questions: 2, probes: 0.\n"


@pytest.mark.parametrize("key", [key for key in ADVICE if key.split("_")[0] in RULES])
def test_every_message_names_its_source_and_a_better_way(key: str) -> None:
    for sentence in (ADVICE[key], Translator("nb")(ADVICE[key], evidence="{evidence}", about="{about}")):
        assert sentence.endswith(")")
        assert sentence.count(". ") + sentence.count("; ") + sentence.count(": ") >= 2


WARNED = """\
title: Ettervern
language: nb
research_questions: {A: Hva fortelles?, B: Hvem hjelper?}
sections:
  - serves: B
    questions: ["Hvem snakket du med?", "Kan du fortelle om det som var bra, og det som ikke var bra for deg der?"]
"""


@pytest.mark.parametrize(
    ("text", "order"),
    [
        (WARNED, False),
        (WARNED.replace("nb", "en"), False),
        (WARNED.replace(", B: Hvem hjelper?", "").replace("s: B", "s: A"), True),
    ],
)
def test_in_order_is_never_said_beside_a_warning(capsys: Captured, tmp_path: Path, text: str, *, order: bool) -> None:
    assert main(["check", str(written(tmp_path, text))]) == 0
    out, err = capsys.readouterr()
    first = out.splitlines()[0]
    assert ("i orden" in out or "in order" in out) == order == (err == "")
    assert order or "1 advarsel" in first or "1 warning" in first
    assert out.index(first) < out.index("Råd om ordlyden" if "nb" in text else "Advice on wording")


def test_a_rule_has_its_name_and_the_key_for_accepted(capsys: Captured, tmp_path: Path) -> None:
    main(["check", str(written(tmp_path, thesis_guide_text()))])
    out = " ".join(capsys.readouterr().out.split())
    for rule in ("double-barrelled", "closed", "missing-role", "no-example"):
        assert f"- {Translator('nb')(RULE_NAMES[rule])} ({rule}): " in out


def test_labels_that_say_little_are_named_and_others_are_not(capsys: Captured, tmp_path: Path) -> None:
    path = written(tmp_path, WARNED)
    main(["check", str(path)])
    out = capsys.readouterr().out
    assert "under short, høyst 28 tegn: - B2: fortelle om det som var bra" in " ".join(out.split())
    assert "- B1:" not in out
    path.write_text(WARNED.replace('"Kan du', '{short: godt og vondt, ask: "Kan du').replace('der?"]', 'der?"}]'))
    main(["check", str(path)])
    assert "under short" not in " ".join(capsys.readouterr().out.split())


BROKEN_IN_NORWEGIAN = [
    "title: a\nlanguage: nb\nsektions: []\n",
    'title: "a\nlanguage: nb\n',
    "language: nn\ntitle: a: b\nsections:\n\t- x\n",
    "{title: T, language: no, sections: [",
    'title: T\nresearch_questions: [\n"language": "nb"\n',
]


@pytest.mark.parametrize("text", BROKEN_IN_NORWEGIAN)
@pytest.mark.parametrize("command", ["check", "find", "review", "diff"])
def test_errors_speak_the_guides_language_whatever_the_terminal_speaks(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, command: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "INTERVJUGUIDE_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    path = written(tmp_path, text)
    more = {"check": [str(path)], "find": ["ord", "--guide", str(path)]}
    assert main([command, *more.get(command, ["--study", str(tmp_path)])]) == 1
    said = [line.partition(": ")[2] for line in capsys.readouterr().err.splitlines() if "guide.yaml" in line]
    assert said
    english = set(PROBLEMS.values())
    assert not any(line in english for line in said)
    assert not any(word in f" {line} " for line in said for word in (" the ", " is ", " a text "))
