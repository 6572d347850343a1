"""Settings that do not count, and are silently passed by."""

from collections.abc import Mapping

from guide.frozen import Value
from guide.problems import nearest
from guide.schema import LANGUAGES
from tui.settings import KEY_SETTINGS, initials_of, number_in, read_written, settings_path

_INITIALS = ("A", "AB", "ABC", "ABCD")
"""As many letters as initials may have."""

KNOWN: Mapping[str, tuple[str, ...] | float] = {
    "language": tuple(LANGUAGES),
    "theme": ("dark", "light", "contrast", "terminal"),
    "think_time": 10.0,
    "triage": 600.0,
    "drift": 600.0,
    "signs": ("ascii",),
    "comments": ("now", "end"),
    "clock": ("second", "minute", "off"),
    "screen": ("full", "plain"),
    "interviewer": _INITIALS,
}
"""Every key with the words that it may have, or the largest number."""

_VARIABLES = {
    f"INTERVJUGUIDE_{name.upper()}": name for name in ("language", "theme", "think_time", "signs", "comments", "clock")
}
"""Those that the environment may say, too."""


class SettingFault(Value):
    """A setting that does not count: ``known`` says what would; where there is no such key ``near`` is the nearest."""

    name: str
    value: str
    known: str = ""
    near: str = ""


def find_setting_faults(environment: Mapping[str, str]) -> tuple[SettingFault, ...]:
    """All of them, in the file and in the environment."""
    found = read_written(settings_path(environment)) or {}
    written = [(name, value) for name, value in found.items() if not name.startswith(KEY_SETTINGS)]
    names = (*KNOWN, KEY_SETTINGS[:-1])
    faults = [SettingFault(name, value, near=nearest(name, names)) for name, value in written if name not in KNOWN]
    given = [(variable, environment[variable]) for variable in _VARIABLES if environment.get(variable)]
    for name, value in [*written, *given]:
        wanted = KNOWN.get(_VARIABLES.get(name, name))
        if isinstance(wanted, float) and number_in(value, default=-1.0, most=wanted) < 0:
            faults.append(SettingFault(name, value, f"0 … {wanted:g}"))
        elif wanted == _INITIALS and not initials_of(value):
            faults.append(SettingFault(name, value, ", ".join(_INITIALS)))
        elif isinstance(wanted, tuple) and wanted != _INITIALS and not _is_among(value, wanted):
            faults.append(SettingFault(name, value, ", ".join(wanted)))
    return tuple(faults)


def _is_among(value: str, words: tuple[str, ...]) -> bool:
    """Whether it is one of the words; a language may have its country behind it."""
    return value in words or (words == KNOWN["language"] and value.lower().replace("_", "-").split("-")[0] in words)
