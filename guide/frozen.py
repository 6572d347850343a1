"""Frozen values with named fields.

They give what ``dataclass(frozen=True)`` gives, for a thirtieth of its price at import.

The first frame waits for more than a hundred such classes, and replaying a log fills one for every line; a frozen
dataclass compiles six methods for each class and sets each field by a call, which was a sixth of the start.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform

NOTHING: Mapping[str, Any] = {}
"""The empty mapping, as a default; its type lets nobody fill it."""


def _is_class_var(hint: object) -> bool:
    """Whether an annotation that is not evaluated is of the class."""
    return type(hint) is str and hint.startswith("ClassVar")


@dataclass_transform(frozen_default=True)
class Value:
    """A value that never changes, equal to another of its class with the same fields.

    Fields are the annotated names of the class, those of its bases first; a value given in the class is the default.
    ``class X(Value, kw_only=True)`` takes its fields by name alone. Type checkers treat it as a frozen dataclass.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _known: ClassVar[frozenset[str]] = frozenset()
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _by_name: ClassVar[bool] = False

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        own = [
            name
            for name, hint in cls.__annotations__.items()
            if not (hint is ClassVar or getattr(hint, "__origin__", None) is ClassVar or _is_class_var(hint))
        ]
        cls._fields = (*cls._fields, *(name for name in own if name not in cls._known))
        cls._known = frozenset(cls._fields)
        cls._defaults = {**cls._defaults, **{name: cls.__dict__[name] for name in own if name in cls.__dict__}}
        cls._by_name = kw_only
        setattr(cls, "__match_args__", () if kw_only else cls._fields)  # noqa: B010  mypy knows it of dataclasses alone

    def __init__(self, *placed: Any, **named: Any) -> None:
        fields = self._fields
        if placed and not named and not self._by_name and len(placed) <= len(fields):
            named = dict(zip(fields, placed, strict=False))
        else:
            if placed:
                named = self._with_places(placed, named)
            if not self._known.issuperset(named):
                self._refuse(named)
        if len(named) != len(fields):
            named = {**self._defaults, **named}
            if len(named) != len(fields):
                self._refuse(named)
        self.__dict__.update(named)

    @classmethod
    def from_fields(cls, fields: dict[str, Any]) -> Self:
        """A value that holds exactly ``fields``, which must be those of the class: no look is taken."""
        made = cls.__new__(cls)
        made.__dict__.update(fields)
        return made

    @classmethod
    def _with_places(cls, placed: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
        by_place = dict(zip(cls._fields, placed, strict=False))
        if cls._by_name or len(placed) > len(cls._fields) or not named.keys().isdisjoint(by_place):
            raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}{' by name' if cls._by_name else ''}")
        return by_place | named

    @classmethod
    def _refuse(cls, named: Mapping[str, Any]) -> NoReturn:
        lacking = ", ".join(name for name in cls._fields if name not in named and name not in cls._defaults)
        unknown = ", ".join(name for name in named if name not in cls._known)
        raise TypeError(f"{cls.__name__}: missing: {lacking or 'nothing'}, unknown: {unknown or 'nothing'}")

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """The names of the fields, those of the bases first."""
        return cls._fields

    @classmethod
    def defaults(cls) -> Mapping[str, Any]:
        """What the fields that may be left out are then."""
        return cls._defaults

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is a value and does not change: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is a value and does not change: {name}")

    def values(self) -> tuple[Any, ...]:
        """What the fields hold, in their order."""
        return tuple(map(self.__dict__.__getitem__, self._fields))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.values() == other.values()

    def __hash__(self) -> int:
        return hash(self.values())

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={self.__dict__[name]!r}" for name in self._fields)
        return f"{type(self).__qualname__}({shown})"

    def but(self, **changes: Any) -> Self:
        """The same value with some fields changed."""
        if not self._known.issuperset(changes):
            self._refuse(self.__dict__ | changes)
        own = self.__dict__
        if len(own) > len(self._fields):  # what was worked out of the fields is worked out anew
            own = {name: own[name] for name in self._fields}
        return self.from_fields(own | changes)
