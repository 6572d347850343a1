"""YAML as its author typed it, with the place of everything."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.nodes import ListNode, MapNode, Place, TextNode
from guide.problems import Fault
from guide.yaml_tree import MAX_BYTES, parse


def _texts(text: str | bytes) -> dict[str, str]:
    root = parse(text, "g").root
    assert isinstance(root, MapNode)
    return {entry.key.text: entry.value.text for entry in root.entries if isinstance(entry.value, TextNode)}


def test_plain_texts_are_what_was_typed() -> None:
    text = "a: 1:30\nb: no\nc: 2024-01-02\nd: 0x10\ne: ~\nf: 1_000\ng: .5\nh: 'it''s'\ni: \"\\u00e6\"\n"
    assert _texts(text) == {
        "a": "1:30",
        "b": "no",
        "c": "2024-01-02",
        "d": "0x10",
        "e": "~",
        "f": "1_000",
        "g": ".5",
        "h": "it's",
        "i": "æ",
    }


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_any_line_break_and_a_byte_order_mark_are_fine(line_break: str, mark: bytes) -> None:
    data = mark + line_break.join(["title: Kor", "x:", "  - å: 1", "  - b"]).encode()
    root = parse(data, "g").root
    assert isinstance(root, MapNode)
    assert [entry.key.place for entry in root.entries] == [(1, 1), (2, 1)]
    items = root.entries[1].value
    assert isinstance(items, ListNode)
    assert [item.place for item in items.items] == [(3, 5), (4, 5)]
    assert parse(data.decode(), "g").root == root


def test_columns_count_characters_and_lines_those_of_an_editor() -> None:
    root = parse("🎵å: 'x\u2028y'\nb: {æøå🎵: c}", "g").root
    assert isinstance(root, MapNode)
    assert root.entries[0].value.place == Place(1, 5)
    inner = root.entries[1].value
    assert isinstance(inner, MapNode)
    assert inner.entries[0].value.place == Place(2, 11)


def test_flow_lists_may_hold_question_marks() -> None:
    root = parse("[Hvordan?, Hvorfor det?]", "g").root
    assert isinstance(root, ListNode)
    assert [item.text for item in root.items if isinstance(item, TextNode)] == ["Hvordan?", "Hvorfor det?"]


def test_a_duplicate_key_is_named_where_it_comes_again_and_the_first_counts() -> None:
    tree = parse("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n", "g")
    assert [(p.line, p.column, p.facts["key"], p.facts["first_line"]) for p in tree.problems] == [
        (4, 3, "c", "3"),
        (5, 1, "a", "1"),
    ]
    assert isinstance(tree.root, MapNode)
    assert tree.root.entries[0].value == TextNode(Place(1, 4), "1")


def test_aliases_are_what_they_refer_to() -> None:
    root = parse("a: &p [x, y]\nb: *p", "g").root
    assert isinstance(root, MapNode)
    assert root.entries[0].value is root.entries[1].value


def test_ten_levels_of_ten_aliases_cost_nothing() -> None:
    levels = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    levels += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    started = time.process_time()
    tree = parse("\n".join(levels), "g")
    assert time.process_time() - started < 0.5
    assert [problem.code for problem in tree.problems] == [Fault.TOO_LARGE]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 50_000, "[" * 60 + "]" * 60])
def test_deep_nesting_ends_in_a_sentence(text: str) -> None:
    assert [problem.code for problem in parse(text, "g").problems] == [Fault.TOO_DEEP]


def test_a_file_that_is_too_big_is_refused_by_its_bytes() -> None:
    text = "a: " + "å" * (MAX_BYTES // 2)
    for data in (text, text.encode()):
        assert [problem.code for problem in parse(data, "g").problems] == [Fault.TOO_BIG]


@given(st.text() | st.binary())
def test_nothing_that_can_be_written_raises(data: str | bytes) -> None:
    tree = parse(data, "g")
    assert all(problem.line >= 1 and problem.column >= 1 for problem in tree.problems)


@given(st.text(st.sampled_from("ab:-[]{},'\"#&*!|>%@`?~ \t\n\r\\\u2028é🎵0\x85"), max_size=30))
def test_places_lie_within_the_text(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in parse(text, "g").problems:
        assert problem.line <= len(lines)
        assert problem.column <= len(lines[problem.line - 1]) + 1
