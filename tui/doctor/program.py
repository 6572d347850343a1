"""The program: versions, abilities, language, settings."""

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from guide.files import cause_of
from guide.frozen import Value
from guide.problems import nearest, one_line
from guide.schema import LANGUAGES
from interviews.os_support import data_folder, make_folder, system
from tui import VERSION
from tui.catalogue import po_file
from tui.console import told_in_part
from tui.doctor import Finding
from tui.keymap import KEYS
from tui.settings import KEY_SETTINGS, Settings, initials_of, number_in, read_written, settings_path
from tui.translator import N_, Language, Translator

_BUILT_ON = {"textual": "8.", "rapidfuzz": "3.", "pyyaml": "6."}
"""What the program is built on, and how the versions begin that it was built for."""

_EXTRAS = {
    "documents": (("docx", "markdown_it", "lxml", "pypdfium2"), N_("guides as Word, PDF, OpenDocument or Markdown")),
    "tables": (("xlsxwriter", "pyarrow"), N_("tables for Excel and as Parquet")),
    "locked": (("cryptography",), N_("studies with a passphrase")),
}


def program_findings(
    settings: Settings, language: Language, environment: Mapping[str, str], _: Translator
) -> Iterator[Finding]:
    """What there is to say of the program as it is installed here."""
    yield _versions(_)
    for extra, (modules, what) in _EXTRAS.items():
        yield _extra(extra, modules, _(what), _)
    yield _language(settings, language, environment, _)
    yield from _settings(settings, environment, _)
    yield _shelter(_)


def _versions(_: Translator) -> Finding:
    built_on = {name: _version_of(name) for name in _BUILT_ON}
    parts = [
        f"intervjuguide {VERSION}",
        *(["PyInstaller"] if getattr(sys, "frozen", False) else []),
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        *(f"{name} {found}" for name, found in built_on.items() if found),
    ]
    said = ", ".join(parts)
    others = [name for name, found in built_on.items() if found and not found.startswith(_BUILT_ON[name])]
    if others:
        return Finding(
            "versions",
            "wrong",
            said,
            _(
                "The program was not built for this {names}: install it anew, alone: uv tool install --force …",
                names=", ".join(others),
            ),
        )
    return Finding("versions", "ok", said)


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""  # the one file holds what it was made of


def _extra(extra: str, modules: tuple[str, ...], what: str, _: Translator) -> Finding:
    broken = [name for name in modules if find_spec(name) is not None and not _can_be_loaded(name)]
    missing = [name for name in modules if find_spec(name) is None]
    if broken:
        return Finding(
            "extras",
            "wrong",
            _("{what}: {names} is installed and cannot be loaded.", what=what, names=", ".join(broken)),
            _("Install it anew: pip install --force-reinstall 'intervjuguide[{extra}]'", extra=extra),
        )
    if missing:
        how = N_("Do you need it? pip install 'intervjuguide[{extra}]'")
        if getattr(sys, "frozen", False):
            how = N_(
                "The program as one file does not have it; the installed one may: uv tool install 'intervjuguide[{extra}]'"
            )
        return Finding(
            "extras",
            "look",
            _("{what}: not possible here, {names} is missing.", what=what, names=", ".join(missing)),
            _(how, extra=extra),
        )
    return Finding("extras", "ok", _("{what}: possible.", what=what))


def _can_be_loaded(name: str) -> bool:
    try:
        import_module(name)
    except Exception:  # noqa: BLE001  whatever somebody else's library does when it is loaded
        return False
    return True


def _language(settings: Settings, language: Language, environment: Mapping[str, str], _: Translator) -> Finding:
    if language != "en" and not (po_file(language).exists() or po_file(language).with_suffix(".mo").exists()):
        return Finding(
            "language",
            "wrong",
            _(
                "The sentences in the language {language} are not there: everything is said in English.",
                language=language,
            ),
            _("Install the program anew; something of it is missing."),
        )
    if environment.get("INTERVJUGUIDE_LANGUAGE"):
        said = _("The environment says {language} (INTERVJUGUIDE_LANGUAGE).", language=language)
    elif settings.language is not None:
        said = _("The settings say {language}.", language=language)
    else:
        said = _("The guide's language decides, else the terminal's: {language}.", language=language)
    return Finding("language", "ok", f"{said} {told_in_part(_)}".rstrip())


def _settings(settings: Settings, environment: Mapping[str, str], _: Translator) -> Iterator[Finding]:
    path = _from_home(settings_path(environment))
    if settings.unread:
        yield Finding(
            "settings",
            "wrong",
            _("{file} cannot be read, and does not count.", file=path),
            _(
                "Open it in an editor: each line is a name, a colon and a value. Or delete it: everything has a usual value."
            ),
        )
        return
    for refused in KEYS.faults:
        told = _.failure(refused.but(file=path))
        yield Finding("settings", "wrong", told)  # which says what to do
    faults = find_setting_faults(environment)
    for fault in faults:
        if fault.known:
            yield Finding(
                "settings",
                "wrong",
                _("{name}: {value} is no value that counts.", name=one_line(fault.name), value=one_line(fault.value)),
                _("Write one of these: {known}", known=fault.known),
            )
        else:
            near = fault.near
            yield Finding(
                "settings",
                "wrong",
                _("{file} has a key that there is not: {name}.", file=path, name=one_line(fault.name)),
                _(
                    N_("Did you mean {near}?") if near else N_("Take the line out; the manual lists what there is."),
                    near=near,
                ),
            )
    if not faults and not KEYS.faults:
        there = settings_path(environment).exists()
        yield Finding(
            "settings",
            "ok",
            _(N_("{file} was read.") if there else N_("There is no {file}, and none is needed."), file=path),
        )


def _shelter(_: Translator) -> Finding:
    """Whether a log finds a place among the user's data when its disk goes away during an interview."""
    try:
        folder = data_folder()
        make_folder(folder)
        probe = folder / f".doctor.{'0' * 8}.intervjuguide"
        system().remove(_made(probe))
    except OSError as error:
        return Finding(
            "shelter",
            "wrong",
            _(
                "Nothing can be written among your own files ({reason}): if a stick is pulled out, notes find no other place.",
                reason=cause_of(error),
            ),
            _("Free the folder {folder} for writing, or set XDG_DATA_HOME to one that is.", folder="~/.local/share"),
        )
    return Finding("shelter", "ok", _("If the study's disk goes away, notes go on among your own files."))


def _made(path: Path) -> Path:
    os.close(system().open_to_rename(path))
    return path


def _from_home(path: Path) -> str:
    """A path without the user's name in it."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return path.name


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
