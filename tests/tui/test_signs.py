"""What is drawn and said has no sign but those that the fonts of terminals have."""

import ast
import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.events import Noted
from tests.clocks import StandingClock
from tests.fonts import FONTS, characters
from tests.interviewer import thesis_study
from tests.sentences import every_text
from tests.tui.sittings import MID, Acts, app_for, session_in, settled
from tests.tui.sittings import hold as sit
from tests.tui.studies import SHORT, hold, study_with
from tui import signs
from tui.base_app import BaseApp
from tui.commands.new import template
from tui.console import print_out
from tui.main import main
from tui.settings import read_settings
from tui.signs import DRAWING, IN_ASCII
from tui.translator import Translator

ROOT = Path(__file__).parent.parent.parent
OF_ALL_EIGHT = "▲▼◊◦▀▄█▌▐░▒▓‹›←↑→↓√¬∙•†"
"""What Cascadia, Consolas, Menlo, SF Mono, DejaVu, Liberation, Noto and JetBrains have in common, by their tables."""
OF_ANY_FONT = "«»“”‘’…–—·×¶°±§\N{NO-BREAK SPACE}"
"""What Windows-1252 and Mac Roman have in common, beside letters."""
FRAMES = "─│┌┐└┘"
"""Of every code page that had frames; terminals draw them themselves."""
ALLOWED = frozenset(OF_ALL_EIGHT + OF_ANY_FONT + FRAMES + signs.OLD_SF_MONO_LACKS)
READ = "„‐−🇦🇿🏻🏿"
"""Signs that people type or paste, which the code knows and never shows of its own accord."""
Captured = pytest.CaptureFixture[str]


def is_allowed(sign: str) -> bool:
    """ASCII, a letter of Western Europe, or one of the list."""
    return sign.isascii() or sign in ALLOWED or (sign.isalpha() and sign <= "ÿ")


def foreign(text: str) -> str:
    """The signs in a text that are not on the list, each with its name."""
    return ", ".join(f"{one} {unicodedata.name(one, '?')}" for one in sorted(set(text)) if not is_allowed(one))


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """The texts in a file of code with their lines, docstrings apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_every_sentence_has_signs_of_the_list_alone() -> None:
    found = {text: foreign(text) for language in ("nb", "nn", "en") for text in every_text(language)}
    assert {where: which for where, which in found.items() if which} == {}
    assert foreign(template(Translator("nb")) + template(Translator("en"))) == ""


def test_the_code_of_the_screens_has_signs_of_the_list_alone() -> None:
    found = {
        f"{path.name}:{line}": which
        for path in sorted((ROOT / "tui").rglob("*.py"))
        for line, text in _strings(path)
        if (which := foreign("".join(one for one in text if unicodedata.category(one)[0] in "PS" and one not in READ)))
    }
    assert found == {}


PICTURES = sorted([*(ROOT / "tests/tui/pictures").glob("*.svg"), *(ROOT / "docs/pictures").glob("*.svg")])


def test_every_picture_has_signs_of_the_list_alone() -> None:
    assert len(PICTURES) > 50
    found = {path.name: foreign(html.unescape(path.read_text(encoding="utf-8"))) for path in PICTURES}
    assert {name: which for name, which in found.items() if which} == {}


TALK: tuple[do.Command, ...] = (
    *SHORT,
    do.MarkSide("positive", "B5"),
    do.Skip(("B2",), "tid"),
    do.TakeNote("ord", "quote"),
    do.TakeNote("nytt", "topic"),
    do.TakeNote("meg\nog\tjeg", "reflexive"),
    do.TogglePause(),
    do.TogglePause(),
    do.ToggleTranscribing(),
    do.TakeNote("hva?", "follow_up"),
    do.ToggleTranscribing(),
    do.ReturnTo(1),
)


@pytest.mark.parametrize(
    "asked",
    [
        "review",
        "review --participant I2",
        "review --participant P1",
        "review --html - --with-reflexive",
        "review --markdown - --with-reflexive",
        "export method",
        "export guide",
        "export paper",
        "export reflexive",
        "check",
    ],
)
def test_every_report_has_signs_of_the_list_alone(asked: str, capsys: Captured, tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1")
    hold(study, "I2", TALK)
    hold(study, "P1", (do.AskQuestion("A1"), do.Judge("reword", "A1", "comprehension"), do.AskQuestion("A3")))
    main([*asked.split(), "--study", str(study)])
    shown = capsys.readouterr()
    text = re.sub(r"<[^>]*>", " ", shown.out)
    assert text.strip()
    assert foreign(text + shown.err) == ""


@pytest.mark.parametrize("font", FONTS)
def test_a_font_draws_every_sign_of_the_list(font: str) -> None:
    if not FONTS[font].is_file():
        pytest.skip(f"{font} is not installed here")
    drawn = characters(FONTS[font])
    assert {sign for sign in ALLOWED if sign not in drawn} == set()
    assert "☃" not in characters(FONTS["Liberation Mono"]), "a font that lacks nothing would prove nothing"


def _rows(app: BaseApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


ACTS: Acts = (*MID, (5, "!ord – med … tegn⏎"), (5, "§"), (1, "§"), (5, "/back 1⏎"), (60, "/end⏎"))


async def test_in_ascii_no_sign_is_left_and_all_stand_where_they_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for place, in_ascii in enumerate((False, True)):
        monkeypatch.setattr(DRAWING, "in_ascii", in_ascii)
        clock = StandingClock()
        session = session_in(thesis_study(tmp_path / f"{place}"), clock)
        app = app_for(session, clock)
        looks: list[list[str]] = []
        async with app.run_test(size=(80, 24)) as pilot:
            for part in (ACTS[:3], ACTS[3:-1], ACTS[-1:]):
                await sit(app, clock, part)
                for size in ((80, 24), (100, 30), (200, 60)):
                    await pilot.resize_terminal(*size)
                    await settled(app, pilot)
                    looks.append(_rows(app))
            for key in ("ctrl+p", "escape", "question_mark"):
                await pilot.press(key)
                await settled(app, pilot)
                looks.append(_rows(app))
            records = list(session.interview.events())
        session.close()
        shown.append(looks)
        assert "ord – med … tegn" in [event.text for event in records if isinstance(event, Noted)]
    plain, ascii_ = shown
    for before, after in zip(plain, ascii_, strict=True):
        assert foreign("".join(before)) == ""
        assert [len(row) for row in after] == [len(row) for row in before]
        pairs = [pair for rows in zip(before, after, strict=True) for pair in zip(*rows, strict=True)]
        assert [(was, now) for was, now in pairs if was != now and (was.isascii() or was.isalpha())] == []
        assert {now for _, now in pairs if not (now.isascii() or now.isalpha())} == set()


def test_every_sign_has_its_own_in_ascii() -> None:
    assert {chr(code) for code in IN_ASCII} >= ALLOWED
    assert {len(sign) for sign in IN_ASCII.values()} == {1}
    assert "".join(IN_ASCII.values()).isascii()
    states = [IN_ASCII[ord(sign)] for sign in (*signs.STATES.values(), signs.UNASKED, signs.IN_HAND)]
    assert len(set(states)) == len(states), "no two states look alike"
    marks = [
        sign.translate(IN_ASCII) for sign in (signs.BOOKMARK, signs.FILLED, signs.QUOTE, signs.REFLEXIVE, signs.TOPIC)
    ]
    assert len(set(marks)) == len(marks)


def test_a_terminal_gets_ascii_where_it_wants_it_and_a_file_never(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(DRAWING, "in_ascii", True)
    print_out("■ dekket · «ære»")
    assert capsys.readouterr().out == "■ dekket · «ære»\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    print_out("■ dekket · «ære»")
    assert capsys.readouterr().out == '# dekket . "ære"\n'
    print_out("1…9 krysser av, notat …")
    assert capsys.readouterr().out == "1-9 krysser av, notat ...\n"
    assert DRAWING.draw("1…9 krysser av") == "1-9 krysser av"


@pytest.mark.parametrize(
    ("settings", "environment", "wanted"),
    [("signs: ascii\n", {}, "ascii"), ("", {"INTERVJUGUIDE_SIGNS": "ascii"}, "ascii"), ("signs: runes\n", {}, "")],
)
def test_the_setting_is_read(settings: str, environment: dict[str, str], wanted: str, tmp_path: Path) -> None:
    file = tmp_path / "intervjuguide" / "settings.yaml"
    file.parent.mkdir()
    file.write_text(settings, encoding="utf-8")
    assert read_settings({"XDG_CONFIG_HOME": str(tmp_path), **environment}).signs == wanted


def test_every_named_sign_is_on_the_list() -> None:
    named = {name: value for name, value in vars(signs).items() if name.isupper() and not name.startswith("_")}
    named = {name: one for name, one in named.items() if name not in ("DRAWING", "IN_ASCII")}
    shown = {name: "".join(one.values() if isinstance(one, dict) else one) for name, one in named.items()}
    assert {name: foreign(text) for name, text in shown.items() if foreign(text)} == {}
    states = [*signs.STATES.values(), signs.UNASKED]
    assert len(set(states)) == len(states), "no two states look alike"
