"""A user's settings for all studies.

A small YAML file in the user's config folder, never in a study.
"""

from collections.abc import Mapping
from pathlib import Path

from guide.files import read_file
from guide.frozen import NOTHING, Value
from interviews.os_support import settings_folder, user_language
from tui.keymap import NO_VALUE
from tui.translator import Language, language_of

_MOST_BYTES = 1_000_000
_MOST_INITIALS = 4
_MOST_LISTS = 100
"""Settings are flat but for keys; what nests by the thousand would end the program on Windows, whose stack is small."""

KEY_SETTINGS = "keys."
"""How settings below ``keys`` begin, an action and its key each."""


class Settings(Value):
    """``language`` overrides the guide's; ``locale`` is the terminal's own, for when there is no guide.

    ``theme`` is dark, light, contrast or terminal. ``think``: seconds after a question in which nothing is offered, 0
    to 10 (Rowe 1986: answers change from about three seconds on; seen in classrooms). ``near_end``: seconds before
    the planned end at which what is left is told. ``drift``: seconds without a mark after which one sign of the header
    changes, 0 for never. ``comments``: whether a pilot's verdicts are told ``now``, as in an
    early pilot, or at the ``end``, as in a full one (SRI's Online Evaluation Resource Library, OERL).
    ``signs`` is ascii for a terminal that draws some signs over two cells.
    ``plain`` asks for lines instead of screens; ``clock`` is how often the screen's clock goes on: ``second``,
    ``minute`` or ``off``. ``interviewer`` are the initials of who sits here, for a study with several.
    ``keys`` are the keys that actions are given, by the actions' names (``tui.keymap``).
    ``unread`` is the file that is there and cannot be read.
    """

    language: Language | None = None
    locale: Language = "en"
    theme: str = "dark"
    think: float = 3.0
    near_end: float = 900.0
    drift: float = 0.0
    comments: str = "now"
    signs: str = ""
    unread: str = ""
    plain: bool = False
    clock: str = "second"
    interviewer: str = ""
    keys: Mapping[str, str] = NOTHING

    def language_for(self, guide_language: str | None) -> Language:
        """The interface's language: the setting, else the guide's, else the terminal's."""
        if self.language is not None:
            return self.language
        return language_of(guide_language) if guide_language else self.locale


def settings_path(environment: Mapping[str, str]) -> Path:
    """Where the settings lie: ``intervjuguide/settings.yaml`` in the user's config folder."""
    return settings_folder(environment) / "intervjuguide" / "settings.yaml"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The user's settings; a file that cannot be read counts as none, so that it never stands in an interview's way."""
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG")
    known = language_of((locale or user_language() or "en").split(".")[0])
    path = settings_path(environment)
    found = read_written(path)
    written = found or {}
    wanted = environment.get("INTERVJUGUIDE_LANGUAGE") or written.get("language")
    theme = environment.get("INTERVJUGUIDE_THEME") or written.get("theme") or "dark"
    return Settings(
        language=language_of(wanted) if wanted else None,
        locale=known,
        theme=theme,
        think=number_in(
            environment.get("INTERVJUGUIDE_THINK_TIME") or written.get("think_time"), default=3.0, most=10.0
        ),
        comments="end" if (environment.get("INTERVJUGUIDE_COMMENTS") or written.get("comments")) == "end" else "now",
        signs="ascii" if (environment.get("INTERVJUGUIDE_SIGNS") or written.get("signs")) == "ascii" else "",
        drift=60 * number_in(written.get("drift"), default=0.0, most=600.0),
        plain=_is_plain(environment, written),
        interviewer=initials_of(written.get("interviewer")),
        clock=_clock(environment.get("INTERVJUGUIDE_CLOCK") or written.get("clock")),
        unread=str(path) if found is None else "",
        near_end=60 * number_in(written.get("triage"), default=15.0, most=600.0),
        keys=keys_in(written),
    )


def _is_plain(environment: Mapping[str, str], written: Mapping[str, str]) -> bool:
    """Whether screens are not wanted: by the convention of accessible programs, by the terminal, or in the settings."""
    accessible = environment.get("ACCESSIBLE", "").casefold() not in ("", "0", "false", "no")
    return accessible or environment.get("TERM") == "dumb" or written.get("screen") == "plain"


def initials_of(written: str | None) -> str:
    """Initials, one to four letters in capitals; anything else may be a name, and counts as not written."""
    initials = (written or "").strip().upper()
    return initials if initials.isalpha() and len(initials) <= _MOST_INITIALS else ""


def _clock(written: str | None) -> str:
    return written if written in ("minute", "off") else "second"


def number_in(written: str | None, *, default: float, most: float) -> float:
    """A number from 0 to ``most``; anything else counts as not written."""
    plain = (written or "").replace(",", ".").strip()
    return float(plain) if plain.replace(".", "", 1).isdecimal() and float(plain) <= most else default


def read_written(path: Path) -> dict[str, str] | None:
    """The settings in a file, none where there is no file; None where there is one that cannot be read.

    What stands below ``keys`` is named ``keys.undo``. What is written in another form than is wanted, there or in any
    other setting, is ``…``, which is no value of any.
    """
    try:
        written = read_file(path, _MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError):
        return None
    if max(map(written.count, (b"[", b"{", b"- "))) > _MOST_LISTS:
        return None
    from guide.libyaml import yaml

    try:
        found = yaml.load(written, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None
    pairs = dict(found) if isinstance(found, dict) else {}
    keys = pairs.pop(KEY_SETTINGS[:-1], None) or {}
    if not isinstance(keys, dict):
        listed = keys if isinstance(keys, list) else [keys]
        keys = {one if isinstance(one, str) else ", ".join(map(str, one)): {} for one in listed}
    pairs.update({f"{KEY_SETTINGS}{name}": _keys_on_one_line(key) for name, key in keys.items()})
    return {key: value if isinstance(value, str) else NO_VALUE for key, value in pairs.items() if isinstance(key, str)}


def _keys_on_one_line(keys: object) -> object:
    """An action's keys, which may stand in a list; anything else as it is."""
    return ", ".join(keys) if isinstance(keys, list) and all(isinstance(key, str) for key in keys) else keys


def keys_in(written: Mapping[str, str]) -> dict[str, str]:
    """The keys that actions are given, among settings as they were read."""
    return {name.removeprefix(KEY_SETTINGS): key for name, key in written.items() if name.startswith(KEY_SETTINGS)}
