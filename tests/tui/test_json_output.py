"""Values printed as JSON read back exactly, each entry of the first two levels on a line of its own."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tui.commands.json_output import as_printed

SIMPLE = st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["<next>", ', "<next>", '])
FEW = 4  # of each: what is drawn takes far longer than what is tested
VALUES = st.recursive(
    SIMPLE,
    lambda inner: st.lists(inner, max_size=FEW) | st.dictionaries(st.text(), inner, max_size=FEW),
    max_leaves=12,
)
LISTS = st.lists(VALUES, max_size=FEW)


@given(value=st.dictionaries(st.text(), LISTS | VALUES, max_size=FEW) | LISTS)
def test_what_is_printed_reads_back_and_is_laid_out_line_by_line(value: object) -> None:
    printed = as_printed(value)
    assert json.loads(printed) == value
    if not isinstance(value, dict | list):
        return
    inner = list(value.values()) if isinstance(value, dict) else value
    opened = sum(len(one) + 1 for one in inner if isinstance(one, dict | list) and one)
    assert len(printed.split("\n")) == (len(inner) + 2 + opened if inner else 1)


def test_a_list_that_holds_the_mark_itself_is_encoded_all_the_same() -> None:
    value = {"notes": [{"tags": ["a", "<next>", "b"]}, ["<next>", "<next>", "<next>"], "<next>"]}
    assert json.loads(as_printed(value)) == value
