"""Values: equal by class and fields, never changed, and filled with exactly the fields they have."""

import copy
import pickle
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.frozen import NOTHING, Value


class Song(Value):
    title: str
    verses: int = 3

    @cached_property
    def loud(self) -> str:
        return self.title.upper()


class Hymn(Song):
    number: int = 0
    verses: int = 5


class Rehearsal(Value, kw_only=True):
    kind: ClassVar[str] = "rehearsal"
    place: str
    minutes: float = 90.0
    present: Mapping[str, str] = NOTHING


class Concert(Rehearsal, kw_only=True):
    kind: ClassVar[str] = "concert"
    price: int


class Psalm(Value):
    title: str
    verses: int = 3


SONG: Any = Song
REHEARSAL: Any = Rehearsal
FIELDS = st.tuples(st.text(max_size=4), st.integers(-2, 2))


@given(FIELDS, FIELDS)
def test_two_of_a_class_are_equal_when_all_their_fields_are(one: tuple[str, int], other: tuple[str, int]) -> None:
    assert (Song(*one) == Song(*other)) is (one == other)
    if one == other:
        assert hash(Song(*one)) == hash(Song(*other))


def test_another_class_with_the_same_fields_is_something_else() -> None:
    for other in (Psalm("Deilig"), Hymn("Deilig", 3), ("Deilig", 3), None):
        assert Song("Deilig") != other
        assert other != Song("Deilig")


def test_by_name_and_by_place_it_is_the_same_value() -> None:
    assert Song("Deilig", 4) == Song(verses=4, title="Deilig") == Song("Deilig", verses=4)


def test_a_value_can_be_looked_up_in_sets_and_mappings() -> None:
    assert {Song("Deilig"): "ja"}[Song(title="Deilig", verses=3)] == "ja"
    assert len({Song("Deilig"), Song("Deilig"), Song("Deilig", 4)}) == 2


def test_a_value_that_holds_a_mapping_is_equal_to_its_like_and_cannot_be_hashed() -> None:
    assert Rehearsal(place="kapellet", present={"I1": "ja"}) == Rehearsal(place="kapellet", present={"I1": "ja"})
    with pytest.raises(TypeError):
        hash(Rehearsal(place="kapellet"))


@pytest.mark.parametrize("name", ["title", "verses", "loud", "unheard_of"])
def test_nothing_can_be_set_on_it_or_taken_from_it(name: str) -> None:
    song: Any = Song("Deilig")
    with pytest.raises(AttributeError, match="Song is a value and does not change"):
        setattr(song, name, "annet")
    with pytest.raises(AttributeError, match="Song is a value and does not change"):
        delattr(song, name)
    assert song == Song("Deilig")


def test_a_field_left_out_has_its_default_and_one_given_has_not() -> None:
    assert (Song("Deilig").verses, Song("Deilig", 0).verses) == (3, 0)
    assert Rehearsal(place="stua").minutes == 90.0
    assert Rehearsal(place="stua").present == {}


def test_defaults_and_field_names_can_be_asked_for_and_what_is_of_the_class_is_no_field() -> None:
    assert Song.field_names() == ("title", "verses")
    assert Song.defaults() == {"verses": 3}
    assert Rehearsal.field_names() == ("place", "minutes", "present")
    assert Rehearsal.defaults() == {"minutes": 90.0, "present": {}}


@pytest.mark.parametrize(
    ("placed", "named", "said"),
    [
        ((), {}, "missing: title"),
        ((), {"verses": 2}, "missing: title"),
        (("Deilig",), {"verse": 2}, "unknown: verse"),
        ((), {"titel": "Deilig", "verses": 2}, "missing: title, unknown: titel"),
        ((), {"titel": "Deilig"}, "missing: title, unknown: titel"),
        (("Deilig", 3, 4), {}, "Song takes title, verses"),
        (("Deilig",), {"title": "Deilig"}, "Song takes title, verses"),
    ],
)
def test_missing_unknown_and_twice_given_fields_are_refused_by_name(
    placed: tuple[Any, ...], named: dict[str, Any], said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        SONG(*placed, **named)


def test_fields_by_name_alone_are_refused_by_place() -> None:
    with pytest.raises(TypeError, match="Rehearsal takes place, minutes, present by name"):
        REHEARSAL("kapellet")


def test_fields_of_the_base_come_first_and_its_defaults_can_be_other_ones() -> None:
    assert Hymn.field_names() == ("title", "verses", "number")
    assert Hymn("Deilig") == Hymn("Deilig", 5, 0)
    assert Song("Deilig").verses == 3


def test_what_inherits_from_fields_by_name_adds_its_own_even_without_a_default() -> None:
    concert = Concert(place="kapellet", price=50)
    assert (concert.place, concert.minutes, concert.price, concert.kind) == ("kapellet", 90.0, 50, "concert")
    wanting: Any = Concert
    with pytest.raises(TypeError, match="Concert: missing: price"):
        wanting(place="kapellet")


@given(FIELDS, FIELDS)
def test_but_changes_what_is_named_and_nothing_else(one: tuple[str, int], other: tuple[str, int]) -> None:
    song = Song(*one)
    assert song.but(title=other[0]) == Song(other[0], one[1])
    assert song.but(title=other[0], verses=other[1]) == Song(*other)
    assert song.but() == song == Song(*one)


def test_but_keeps_the_class_and_refuses_what_is_no_field() -> None:
    assert type(Hymn("Deilig").but(number=7)) is Hymn
    with pytest.raises(TypeError, match="unknown: nummer"):
        Hymn("Deilig").but(nummer=7)
    with pytest.raises(TypeError, match="unknown: kind"):
        Concert(place="kapellet", price=50).but(kind="gudstjeneste")


def test_what_was_worked_out_of_a_value_is_neither_compared_nor_carried_over() -> None:
    song = Song("Deilig")
    assert song.loud == "DEILIG"
    assert song == Song("Deilig")
    assert repr(song) == repr(Song("Deilig"))
    assert song.but(title="Jorden").loud == "JORDEN"


def test_filling_a_value_from_a_mapping_gives_what_calling_the_class_gives() -> None:
    fields: dict[str, Any] = {"title": "Deilig", "verses": 3}
    filled = Song.from_fields(fields)
    assert filled == Song("Deilig")
    fields["title"] = "annet"
    assert filled.title == "Deilig"


def test_a_value_tells_its_class_and_every_field() -> None:
    assert repr(Song("De'ilig")) == 'Song(title="De\'ilig", verses=3)'
    assert repr(Concert(place="stua", price=1)) == "Concert(place='stua', minutes=90.0, present={}, price=1)"


def test_a_value_can_be_matched_by_place_and_by_name() -> None:
    match Hymn("Deilig", number=7):
        case Hymn(title, verses, number=number):
            assert (title, verses, number) == ("Deilig", 5, 7)
        case _:
            pytest.fail("no match")


def test_fields_by_name_alone_are_matched_by_name_alone() -> None:
    assert (Song.__match_args__, Rehearsal.__match_args__) == (("title", "verses"), ())
    match Rehearsal(place="kapellet"):
        case Rehearsal(place=place):
            assert place == "kapellet"


def test_a_copy_and_a_value_read_back_are_equal_to_it() -> None:
    song = Hymn("Deilig", number=7)
    assert copy.copy(song) == copy.deepcopy(song) == pickle.loads(pickle.dumps(song)) == song  # noqa: S301  our own
