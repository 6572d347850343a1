"""Spans of time as people type them: a while ago, and by how much a recording lies otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.time_format import Ago, Shift, ago_of, reads_as_time, shift_of

# a while ago


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("20s", 20),
        ("20 s", 20),
        ("20sek", 20),
        ("20 sec", 20),
        ("2m", 120),
        ("2 min", 120),
        ("2min", 120),
        ("2m30s", 150),
        ("2m 30s", 150),
        ("2 min 30 sek", 150),
        ("2M 30S", 150),
        ("0s", 0),
        ("90m", 5400),
        ("1:30", 90),
        ("0:20", 20),
        ("1:02:03", 3723),
        ("1,5m", 90),
        ("1.5 min", 90),
        ("2m30", 150),
        ("2 minutter", 120),
        ("30 sekunder", 30),
        ("30 seconds", 30),
        ("7,5s", 7.5),
    ],
)
def test_a_span_is_read_in_the_ways_people_write_it(typed: str, seconds: float) -> None:
    assert ago_of(typed) == Ago(seconds, "")
    assert ago_of(f"{typed} hun ler") == Ago(seconds, "hun ler")
    assert ago_of(f"{typed}. hun ler") == Ago(seconds, "hun ler")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " 20s",
        "hun ler",
        "x",
        "s",
        "m",
        "20",
        "20 hun ler",
        "20sanger",
        "20 sanger",
        "2 mennesker",
        "2t",
        "-2m",
        "1:5",
        "1:75",
        "1,5",
    ],
)
def test_what_only_looks_like_a_span_is_none(typed: str) -> None:
    assert ago_of(typed) is None


@given(st.integers(0, 9999), st.integers(0, 99999), st.text(min_size=1).filter(lambda text: not text[0].isspace()))
def test_what_was_written_about_it_is_kept_as_typed(minutes: int, seconds: int, text: str) -> None:
    assert ago_of(f"{minutes}m {seconds}s {text}") == Ago(60.0 * minutes + seconds, text)


@given(st.text(st.sampled_from("0123456789msinekc .,x-"), max_size=12))
def test_a_span_is_never_below_nothing_and_its_text_is_the_rest(typed: str) -> None:
    found = ago_of(typed)
    if found is not None:
        assert found.seconds >= 0
        assert typed.endswith(found.text)
        assert typed[0].isdecimal()


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        *(
            (text, True)
            for text in ("30", "30 hun ler", "1:5", "1:75 hun", "1,5", "2t", "3x", "~2m", ":30", "to minutter")
        ),
        *(
            (text, True)
            for text in ("et halvt minutt", "halvt minutt siden", "two minutes ago", "half a minute", "ti s")
        ),
        *(
            (text, False)
            for text in ("hun ler", "to av dem", "en svarte", "", "x", "tre ganger", "a man", "some members")
        ),
    ],
)
def test_what_reads_as_a_time_is_known(typed: str, time: bool) -> None:  # noqa: FBT001  a column of a table
    assert reads_as_time(typed) is time


# by how much a recording lies otherwise


@pytest.mark.parametrize(
    ("typed", "seconds", "number"),
    [
        ("3", 3, None),
        ("-3", -3, None),
        ("+3", 3, None),
        ("-3s", -3, None),
        ("- 3 s", -3, None),
        ("−3 sek", -3, None),  # a minus sign as some keyboards send it
        ("4.5", 4.5, None),
        ("4,5 sec", 4.5, None),
        ("-0.125", -0.125, None),
        ("1m", 60, None),
        ("-1 min", -60, None),
        ("+1m 2s", 62, None),
        ("1m2", 62, None),
        ("1 m 2.5 s", 62.5, None),
        ("2 4.5", 4.5, 2),
        ("2 -3s", -3, 2),
        ("2 +1m 2s", 62, 2),
        ("12 - 4", -4, 12),
        ("  1   3 s ", 3, 1),
        ("100 s", 100, None),
        ("0", 0, None),
    ],
)
def test_a_shift_is_read_with_its_direction_and_its_recording(typed: str, seconds: float, number: int | None) -> None:
    assert shift_of(typed) == Shift(seconds, number)


@pytest.mark.parametrize(
    "typed", ["", "  ", "-", "+", "s", "m", "1 2 3", "--3", "1:30", "3 km", "+1 30", "x3", "1.5m", "2 m s", "3s senere"]
)
def test_what_says_no_shift_is_none(typed: str) -> None:
    assert shift_of(typed) is None


@given(
    st.none() | st.integers(1, 999),
    st.sampled_from(["", "+", "-", "\N{MINUS SIGN}"]),
    st.integers(0, 9999),
    st.integers(0, 999_999),
    st.integers(0, 999),
)
def test_a_shift_written_out_in_full_is_read_back(
    number: int | None, sign: str, minutes: int, seconds: int, milliseconds: int
) -> None:
    before = "" if number is None else f"{number} "
    found = shift_of(f"{before}{sign}{minutes}m {seconds}.{milliseconds:03}s")
    assert found is not None
    assert found.number == number
    total = minutes * 60 + seconds + milliseconds / 1000
    assert found.seconds == pytest.approx(-total if sign in ("-", "\N{MINUS SIGN}") else total)


@given(st.text() | st.text(st.sampled_from("0123456789msinekc +-.,−"), max_size=12))
def test_any_text_is_a_shift_or_none_and_blanks_around_it_change_nothing(text: str) -> None:
    assert shift_of(f" {text} ") == shift_of(text)
