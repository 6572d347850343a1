"""Changing the text of a guide: what changes changes, and everything else stays as its author left it."""

import difflib
from collections.abc import Callable
from functools import partial
from textwrap import dedent

import pytest
from hypothesis import given

from guide.editing import edit_text
from guide.model import Guide, Probe
from guide.reading import read_guide
from guide.revise import accept, add_probe, add_question, drop, drop_probe, merge, move, reword, split
from tests.guide.acts import ACTS, Act, history
from tests.guide.authors import CLOSING_KEY, Written, written_guides
from tests.guide.odd_texts import ANCHORS, COMMUTING, ODD, TEACHERS, THESIS
from tests.guide.strategies import guides

EXAMPLES = THESIS[THESIS.index("          Kan du komme med") :].splitlines()

Acting = Callable[[Guide], Guide]


def _guide(text: str) -> Guide:
    reading = read_guide(text, "guide.yaml")
    assert reading.guide is not None, reading.errors
    return reading.guide


def _changed(text: str, act: Acting) -> str:
    """The text after an act: it reads as it should, and its layout survived."""
    after = act(_guide(text))
    result = edit_text(text, after)
    assert _guide(result.text) == after
    assert result.whole
    return result.text


def _difference(text: str, act: Acting) -> list[str]:
    """The lines that go and come."""
    new = _changed(text, act)
    lines = difflib.unified_diff(text.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in list(lines)[2:] if not line.startswith("@@")]


def _becomes(before: str, after: str, act: Acting) -> None:
    assert _changed(dedent(before), act) == dedent(after)


COMMENTED = """\
title: t
research_questions: {A: {text: "What?", short: What}}
sections:
  - title: One
    serves: A
    questions:
      - ask: Who are you?   # first
        probes: [Why?]
      # above the second
      - ask: What do you do?   # second
        # inside it
        probes:
          - How?   # its probe
        # at its end
      - And where?   # third
closing: [Anything else?]
"""


@pytest.mark.parametrize(
    ("into", "other", "moved"),
    [
        ("A1", "A2", ["# above the second", "# second", "# inside it", "# its probe", "# at its end"]),
        ("A2", "A3", ["# third"]),
        ("A3", "A1", ["# first"]),
    ],
)
def test_what_stood_beside_a_merged_question_stands_above_the_one_that_it_went_into(
    into: str, other: str, moved: list[str]
) -> None:
    guide = _guide(COMMENTED)
    after = merge(guide, into, other, "Both?")
    result = edit_text(COMMENTED, after, {other: into})
    assert (_guide(result.text), result.whole) == (after, True)
    lines = [line.strip() for line in result.text.splitlines()]
    assert [line for line in lines if line in moved] == moved
    asked = next(place for place, line in enumerate(lines) if "Both?" in line)
    assert lines.index(moved[-1]) < asked
    assert sum(line.count("#") for line in lines) == COMMENTED.count("#")


def test_of_two_mergers_in_a_row_all_comments_are_kept() -> None:
    after = merge(merge(_guide(COMMENTED), "A2", "A3", "Both?"), "A1", "A2", "All three?")
    result = edit_text(COMMENTED, after, {"A3": "A2", "A2": "A1"})
    assert (_guide(result.text), result.whole) == (after, True)
    assert result.text.count("#") == COMMENTED.count("#")


def test_what_is_merged_into_a_question_that_is_new_keeps_its_comments() -> None:
    before = _guide(COMMENTED)
    parted = split(before, "A1", ("Who?", "From where?"), [question.id for question in before.questions])
    new = next(question.id for question in parted.questions if question.ask == "From where?")
    after = merge(merge(parted, "A3", "A2", "Both?"), new, "A3", "All three?")
    result = edit_text(COMMENTED, after, {"A2": "A3", "A3": new})
    assert (_guide(result.text), result.whole) == (after, True)
    lines = [line.strip() for line in result.text.splitlines()]
    asked = next(place for place, line in enumerate(lines) if "All three?" in line)
    moved = ["# above the second", "# second", "# inside it", "# its probe", "# at its end", "# third"]
    assert [line for line in lines[:asked] if line in moved] == moved
    assert result.text.count("#") == COMMENTED.count("#")


def test_a_guide_that_stays_the_same_keeps_every_byte() -> None:
    odd = "\ufefftitle:   t   # x\r\n\r\n\r\nclosing: [ 'a' ,  b ]   \r\n"
    assert edit_text(odd, _guide(odd)).text == odd


@pytest.mark.parametrize(
    ("act", "lines"),
    [
        (
            partial(reword, id="A1", ask="Hvor bevisst er du på det sosiale?"),
            [
                "-        ask: Hvor bevisst er du på å tilrettelegge for sosial samhandling i timene?",
                "+        ask: Hvor bevisst er du på det sosiale?",
            ],
        ),
        (
            partial(reword, id="B5", ask="Har du et eksempel?"),
            [
                f"-{EXAMPLES[0]}",
                f"-{EXAMPLES[1]}",
                "+          Har du et eksempel?",
            ],
        ),
        (
            partial(add_probe, id="B2", probe="Kan du gi et eksempel?"),
            ["-        probes: [Hvorfor?]", "+        probes: [Hvorfor?, Kan du gi et eksempel?]"],
        ),
        (partial(drop_probe, id="A4", place=1), ["-          - {ask: Hvordan?, if: fokuset er ulikt}"]),
        (
            partial(accept, id="C3", rule="why", reason="de vet det"),
            ["+        accepted: {why: de vet det}"],
        ),
        (partial(accept, id=None, rule="long", reason="greit"), ["+accepted: {long: greit}"]),
        (
            partial(drop, id="A2"),
            [
                "-      # Hva slags fokus har du på klientens sosiale musikkbruk utenfor musikkterapi?",
                "-      - id: A2",
                "-        ask: Hva slags fokus har du på klientens sosiale musikkbruk utenfor musikkterapi?",
                "-        short: musikkbruk utenfor",
                "-        concepts: [sosial deltagelse]",
                "-",
                "-        leans_on: [A1, A2]",
                "+        leans_on: [A1]",
            ],
        ),
        (
            partial(split, id="A1", asks=["Hva gjør du i timene?", "Hvorfor det?"], taken=["A5"]),
            [
                "-        ask: Hvor bevisst er du på å tilrettelegge for sosial samhandling i timene?",
                "+        ask: Hva gjør du i timene?",
                "+        concepts: [sosial samhandling]",
                "+",
                "+      - id: A6",
                "+        ask: Hvorfor det?",
            ],
        ),
        (
            partial(add_question, ask="Noe mer om arenaer?", section=3, taken=[]),
            ["+      - id: B11", "+        ask: Noe mer om arenaer?", "+"],
        ),
    ],
    ids=["reword", "reword folded", "probe", "drop probe", "accept", "accept all", "drop", "split", "add"],
)
def test_only_the_lines_of_an_act_change_in_the_thesis_guide(act: Acting, lines: list[str]) -> None:
    assert _difference(THESIS, act) == lines


def test_a_question_takes_its_lines_and_comments_along() -> None:
    """UC2: the last question of the last theme comes first; one line is new, for what it serves there."""
    new = _changed(THESIS, partial(move, id="C3", before="A1"))
    old = THESIS.splitlines(keepends=True)
    start = next(number for number, line in enumerate(old) if "(Har synet ditt" in line)
    end = next(number for number in range(start, len(old)) if not old[number].strip())
    first = next(number for number, line in enumerate(old) if "# Hvor bevisst" in line)
    carried = old[start:end]
    carried.insert(4, "        serves: C\n")
    assert new.splitlines(keepends=True) == [*old[:first], *carried, "\n", *old[first : start - 1], *old[end:]]
    assert _changed(new, partial(move, id="C3", after="C2")).replace("        serves: C\n", "") == THESIS


def _blocks(text: str) -> dict[str, str]:
    """The lines of each question, by its id."""
    lines = text.splitlines()
    found: dict[str, str] = {}
    for id, place in read_guide(text, "guide.yaml").places.items():
        end = place.line
        while end < len(lines) and lines[end].strip() and not lines[end][: place.column - 1].strip():
            end += 1
        found[id] = "\n".join(lines[place.line - 1 : end])
    return found


@pytest.mark.parametrize("text", [THESIS, TEACHERS, COMMUTING], ids=["thesis", "every key", "short forms"])
@pytest.mark.parametrize("first", range(3))
@pytest.mark.parametrize("second", range(2))
def test_what_an_act_is_not_about_keeps_its_lines(text: str, first: int, second: int) -> None:
    guide = _guide(text)
    ids = [question.id for question in guide.questions]
    before = _blocks(text)
    at = first % len(ids)
    one, other = ids[at], ids[(at + second + 1) % len(ids)]
    for act in (
        partial(reword, id=one, ask="Hva tenker du om det?"),
        partial(add_probe, id=one, probe=Probe("Hvordan da?", "det er slik")),
        partial(accept, id=one, rule="degree", reason="med vilje"),
        partial(split, id=one, asks=["Hva?", "Hvor?"], taken=ids),
        partial(merge, into=min(one, other), other=max(one, other), ask="Hva og hvor?"),
        partial(drop, id=one),
    ):
        new = _changed(text, act)
        after, now = _guide(new), _blocks(new)
        for id, block in before.items():
            if after.question(id) == guide.question(id):
                known = block if now[id].count("id:") == block.count("id:") else block.lstrip(" -")
                assert known in new


def test_a_probe_that_goes_takes_its_comment_along_and_a_new_one_has_none() -> None:
    _becomes(
        """\
        closing:
          - ask: En?
            probes:
              - Hvordan?  # helst
              # sist
              - Hvorfor?
            accepted:
              long: 'ja'  # sagt før
        """,
        """\
        closing:
          - ask: En?
            probes:
              # sist
              - Hvorfor?
              - Når?
            accepted:
              long: 'nei'  # sagt før
        """,
        lambda guide: accept(add_probe(drop_probe(guide, "Z1", 1), "Z1", "Når?"), "Z1", "long", "nei"),
    )


def test_short_forms_become_long_only_where_they_must() -> None:
    _becomes(
        """\
        closing:
          - En?   # den første
          # om den andre
          - "To: eller flere?"

          # for seg

          - >-  # lang
            Tre, fire
            og fem?
        """,
        """\
        closing:
          - ask: En?   # den første
            probes:
              - Hvordan?
          # om den andre
          - ask: "To: eller flere?"
            accepted: {long: ja}

          # for seg

          - ask: >-  # lang
              Tre, fire
              og fem?
            accepted: {why: nei}
        """,
        lambda guide: accept(accept(add_probe(guide, "Z1", "Hvordan?"), "Z2", "long", "ja"), "Z3", "why", "nei"),
    )


def test_ids_that_would_shift_are_written_out_and_no_others() -> None:
    _becomes(
        """\
        research_questions: {A: a, B: b}
        sections:
        - serves: A
          questions:
          - En?
          - To?   # to
          - ask: Tre?
            serves: B
          - id: A3
            ask: Fire?
        - serves: B
          questions: [Fem?, Seks?]
        """,
        """\
        research_questions: {A: a, B: b}
        sections:
        - serves: A
          questions:
          - En?
          - ask: Tre?
            serves: B
          - id: A3
            ask: Fire?
        - serves: B
          questions: [Fem?, Seks?]
        """,
        partial(drop, id="A2"),
    )
    _becomes(
        "research_questions: {A: a}\nsections:\n- serves: A\n  questions:\n  - En?\n  - To?   # to\n  - Tre?\n",
        "research_questions: {A: a}\nsections:\n- serves: A\n  questions:\n  - id: A2\n    ask: To?   # to\n"
        "  - id: A1\n    ask: En?\n  - Tre?\n",
        partial(move, id="A2", before="A1"),
    )


def test_a_comment_between_blank_lines_stays_and_one_above_goes_along() -> None:
    _becomes(
        """\
        closing:
          # oppvarming
          - En?
            # optional: true

          # Nå blir det alvor

          # viktig
          - To?

          - Tre?   # sist
          # slutt
        """,
        """\
        closing:
          - id: Z3
            ask: Tre?   # sist

          # oppvarming
          - En?
            # optional: true

          # Nå blir det alvor

          # slutt
        """.replace("- En?\n", "- id: Z1\n            ask: En?\n"),
        lambda guide: drop(move(guide, "Z3", before="Z1"), "Z2"),
    )


def test_a_list_in_brackets_becomes_a_block_when_its_questions_move() -> None:
    _becomes(
        """\
        research_questions: {A: a}
        sections:
          - serves: A
            questions: [En?, 'To, eller tre?',   # to
              {ask: Fire?, optional: ja},
              # om fem
              Fem?]   # slutt
          - questions:
              - Seks?
        """,
        """\
        research_questions: {A: a}
        sections:
          - serves: A
            questions:   # slutt
              - En?
              - 'To, eller tre?'  # to
              # om fem
              - id: A4
                ask: Fem?
          - questions:
              - Seks?
              - {id: A3, ask: Fire?, serves: A, optional: ja}
        """,
        partial(move, id="A3", after="Q1"),
    )


def test_words_stay_in_the_style_in_which_they_were_written() -> None:
    text = """\
        closing:
          - ask: 'Hva, da?'   # a
            alone: "Hva?"
          - >
              Noe som er
              brettet
          - |
            Ordrett
          - Noe langt som går
            over to linjer
          - {ask: "I klammer?", short: parentes}
        """
    words = ["Det 'er' noe", "Noe annet som er langt", "Ordrett igjen", "Noe helt annet, også langt", "Ja, [sier] du?"]

    def act(guide: Guide) -> Guide:
        for place, ask in enumerate(words, 1):
            guide = reword(guide, f"Z{place}", ask)
        return guide

    _becomes(
        text,
        """\
        closing:
          - ask: 'Det ''er'' noe'   # a
            alone: "Hva?"
          - >
              Noe annet som er langt
          - |
            Ordrett igjen
          - Noe helt annet,
            også langt
          - {ask: "Ja, [sier] du?", short: parentes}
        """,
        act,
    )


@pytest.mark.parametrize("words", ["- x", "x: y", "x # y", "  x\ny", "x\u2028y", "\x00", "ask:x", "x" * 300, "y " * 99])
def test_hostile_words_fit_every_style(words: str) -> None:
    for old in ("x", "'x'", '"x"', ">-\n      x", "|\n      x", "x\n      y", "[x]"):
        text = f"closing:\n  - ask: Hva?\n    probes: {old}\n  - {old}\n" if old[0] != "[" else f"closing: {old}\n"
        _changed(text, partial(reword, id="Z1", ask=words))
        if old[0] != "[":
            _changed(text, partial(reword, id="Z2", ask=words))


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with BOM"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("end", ["", "\n"], ids=["torn end", "whole end"])
def test_line_breaks_and_marks_stay(mark: str, newline: str, end: str) -> None:
    lines = ["# hode", "title: t", "closing:", "- En?  # en", "- To?", "- ask: Tre?", "  # kort", "  short: tre"]
    text = mark + newline.join(lines) + end * bool(newline)
    text = text.replace("\n", newline) if newline == "\r\n" and end and not text.endswith("\r\n") else text
    new = _changed(text, lambda guide: add_question(move(guide, "Z3", before="Z1"), "Fire?", None, ["Z3"]))
    assert new.startswith(f"{mark}# hode")
    assert new.endswith("ask: Fire?") is not bool(end)
    assert ("\r\n" in new, "\n" in new.replace("\r\n", "")) == (newline == "\r\n", newline == "\n")


def test_anchors_stay_where_nothing_hangs_on_them() -> None:
    assert _difference(ANCHORS, partial(reword, id="Z3", ask="Fire?")) == ["-- Tre?", "+- Fire?"]
    assert "&c [a, b]" in _changed(ANCHORS, partial(drop, id="Z2"))


@pytest.mark.parametrize(
    "act", [partial(drop, id="Z1"), partial(move, id="Z2", before="Z1"), partial(merge, into="Z3", other="Z1", ask="x")]
)
def test_what_stands_behind_an_alias_is_written_out_where_it_must(act: Acting) -> None:
    """The question is written anew then, below its comments; the others stay as they are."""
    new = _changed(ANCHORS, act)
    assert "# de samme\n- id: Z2\n  ask: To?\n  concepts: [a, b]\n" in new
    assert new.startswith("# to begreper\nconcepts: {a: x, b: y}\nclosing:\n")


def test_a_question_that_is_written_anew_has_all_its_comments_above_it() -> None:
    _becomes(
        """\
        concepts: {a: x}
        closing:
          # over
          -   # bak streken
            ask: &en En?
            alone: *en   # bak
            # under
          - To?
        """,
        """\
        concepts: {a: x}
        closing:
          # over
          # bak streken
          # bak
          # under
          - id: Z1
            ask: Tre?
            alone: En?
          - To?
        """,
        partial(reword, id="Z1", ask="Tre?"),
    )


def test_a_guide_on_one_line_is_opened_only_as_far_as_it_must() -> None:
    text = (
        '{"title": "t", "sections": [{"questions": ["En?", {"ask": "To?", "probes": ["Hva?"]}]}], "closing": ["Z?"]}\n'
    )
    assert _changed(text, partial(reword, id="Q2", ask="Tre?")) == text.replace("To?", "Tre?")
    assert _changed(text, partial(move, id="Q2", before="Q1")) == dedent(
        """\
        "title": "t"
        "sections":
          - "questions":
              - {id: Q2, "ask": "To?", "probes": ["Hva?"]}
              - id: Q1
                ask: "En?"
        "closing": ["Z?"]
        """
    )


def test_keys_come_and_go_in_their_order() -> None:
    _becomes(
        """\
        title: t
        research_questions: {A: a}

        closing:
          - ask: En?
            probes: [Hvordan?]   # bare én
            # om tid
            minutes: 3
        """,
        """\
        title: t
        research_questions: {A: a}

        closing:
          - ask: En?
            # om tid
            minutes: 3
        accepted: {long: ja}
        """,
        lambda guide: accept(drop_probe(guide, "Z1", 1), None, "long", "ja"),
    )


def test_a_closing_that_is_emptied_goes() -> None:
    _becomes(
        "title: t\n\nsections:\n- questions: [En?]\n\n# til slutt\nclosing:\n- To?\n\nafter:\n- Takk\n",
        "title: t\n\nsections:\n- questions: [En?]\n\nafter:\n- Takk\n",
        partial(drop, id="Z1"),
    )


def test_a_section_that_is_emptied_stays() -> None:
    _becomes(
        """\
        sections:
          - title: A
            questions:   # her
              - En?   # en
          - title: B
            questions:
              - To?
        """,
        """\
        sections:
          - title: A
            questions: []   # her
          - title: B
            questions:
              - id: Q2
                ask: To?
              - id: Q1
                ask: En?   # en
        """,
        partial(move, id="Q1", after="Q2"),
    )


def test_what_no_act_changes_makes_the_guide_be_written_anew_and_loses_no_comment() -> None:
    after = _guide(THESIS).but(title="Noe annet")
    result = edit_text(THESIS, after)
    assert _guide(result.text) == after
    assert not result.whole
    assert all(line.strip() in result.text for line in THESIS.splitlines() if line.lstrip().startswith("#"))


def test_a_file_that_cannot_be_read_is_written_anew_and_loses_no_comment() -> None:
    broken = "# viktig\ntitle: t   # også\nclosing: [\n  # og her\n"
    result = edit_text(broken, _guide(COMMUTING))
    assert _guide(result.text) == _guide(COMMUTING)
    assert not result.whole
    assert "# viktig" in result.text
    assert "# og her" in result.text


@pytest.mark.parametrize("text", ODD)
def test_no_form_of_yaml_is_too_odd(text: str) -> None:
    guide = _guide(text)
    for act in (
        partial(reword, id="Z2", ask="Hei: du"),
        partial(move, id="Z2", before="Z1"),
        partial(add_probe, id="Z1", probe="p"),
        partial(split, id="Z2", asks=["a", "b"], taken=[]),
        partial(add_question, ask="n", section=None, taken=[]),
        partial(accept, id=None, rule="long", reason="x"),
    ):
        after = act(guide)
        result = edit_text(text, after)
        assert _guide(result.text) == after
        assert "# c" in result.text


@given(written_guides())
def test_an_author_writes_what_reads_as_the_guide(written: Written) -> None:
    reading = read_guide(written.text, "guide.yaml")
    assert not reading.errors
    assert reading.guide == written.guide


@given(written_guides(), ACTS)
def test_any_acts_on_any_text_keep_the_layout_and_every_comment(written: Written, acts: list[Act]) -> None:
    """Only the comments of questions that were dropped, or merged into others, are gone."""
    after = history(written.guide, acts)[-1]
    result = edit_text(written.text, after)
    assert read_guide(result.text, "guide.yaml").guide == after
    assert result.whole
    kept = {"", *(question.id for question in after.questions), *([CLOSING_KEY] if after.closing else [])}
    lost = [comment for comment, owner in written.comments.items() if owner in kept and comment not in result.text]
    assert not lost
    assert ("\r\n" in result.text) is ("\r\n" in written.text)
    assert result.text.startswith("\ufeff") is written.text.startswith("\ufeff")


@given(written_guides(), ACTS)
def test_what_stands_before_the_first_change_stays_byte_for_byte(written: Written, acts: list[Act]) -> None:
    """No act of revising touches what is above the sections and the closing."""
    after = history(written.guide, acts)[-1]
    new = edit_text(written.text, after).text
    above = min(at for key in ("\nsections:", "\nclosing:") if (at := written.text.find(key)) >= 0)
    lines = written.text[:above].rstrip().splitlines()
    while lines and lines[-1].startswith("#"):
        lines.pop()
    assert new.splitlines()[: len(lines)] == lines


@given(written_guides(), guides())
def test_any_text_can_become_any_guide(written: Written, after: Guide) -> None:
    assert read_guide(edit_text(written.text, after).text, "guide.yaml").guide == after
