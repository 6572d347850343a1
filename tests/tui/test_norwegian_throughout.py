"""Whatever is said in Norwegian has no word of English left in it, and in nynorsk none of bokmål.

Every command on one study, every help, and an interview from the first question to the last step.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from guide.write import write_guide
from interviews.core import commands as do
from interviews.core.events import PilotKind
from interviews.revisions import Revision
from interviews.revisions.writing import revision_text
from tests.catalogues import read
from tests.sentences import every_text
from tests.tui.desk_helpers import Sit
from tests.tui.lines import GUIDE
from tests.tui.studies import hold, study_with
from tests.tui.test_told_alike import REWORDED
from tui.commands import COMMANDS
from tui.live.help import GROUPS, group_table
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
WORD = re.compile(r"[^\W\d_]+")
TALK: tuple[do.Command, ...] = (
    do.ToggleRecording(confirmed=True),
    do.AskQuestion("B5"),
    do.MarkSide("positive"),
    do.MarkCovered((), 2),
    do.Explain("sosial deltagelse", "short"),
    do.TogglePause(),
    do.TogglePause(),
    do.Skip(("B1",), "tid"),
    do.TakeNote("ord", "quote"),
    do.TakeNote("nytt", "topic"),
    do.TakeNote("meg", "reflexive"),
    do.ToggleTranscribing(),
    do.ToggleTranscribing(),
    do.ToggleRecording(),
    do.TakeNote("etter"),
)
ASKED = (
    "check",
    "review",
    "review --participant I2",
    "review --participant P1",
    "review --html -",
    "review --markdown -",
    "export method",
    "export guide",
    "export paper",
    "export reflexive",
    "diff 1 2",
    "diff",
    "diff --markdown",
    "diff P1",
    "find zzzz",
    "run",
    "revise",
    "observe",
    "practice",
    "replay I1",
    "reflect",
    "merge I1 x",
    "run --afterwards I9",
    "review --participant I9",
    "export nothing",
    "review --nothing",
    "nothing",
    *(f"{name} --help" for name in COMMANDS),
    "--help",
)


@pytest.fixture(scope="module", params=["nb", "nn"])
def study(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's guide in its second revision, two interviews and a pilot; its folder is called as its language."""
    folder = study_with(tmp_path_factory.mktemp("study") / request.param, "I1")
    hold(folder, "I2", TALK)
    hold(folder, "P1", (do.AskQuestion("A1"), do.Judge("reword", "A1", "comprehension"), do.AskQuestion("A3")))
    (folder / "revisions").mkdir()
    for number, guide in ((1, GUIDE), (2, REWORDED)):
        revision = Revision(number, "2026-01-01", "", (), write_guide(guide), None)
        (folder / "revisions" / f"{number}.yaml").write_text(revision_text(revision), encoding="utf-8")
    (folder / "guide.yaml").write_text(write_guide(REWORDED.but(language=request.param)), encoding="utf-8")
    return folder


@cache
def _foreign(language: str) -> set[str]:
    """The words that only the sentences of other languages have, those of the guide apart."""
    words = {
        each: {word.casefold() for text in every_text(each) for word in WORD.findall(re.sub(r"{[^}]*}", " ", text))}
        for each in ("nb", "nn", "en")
    }
    others = {"nb": words["en"], "nn": words["en"] | words["nb"]}[language]
    return others - words[language] - {word.casefold() for word in WORD.findall(write_guide(GUIDE))}


def _left_over(text: str, language: str = "nb") -> list[str]:
    text = text.partition("\n## English\n")[0]  # the method text says it in both languages
    text = re.sub(r"<style>.*?</style>|<!--.*?-->|<[^>]*>|\(?\b[a-z]+(?:-[a-z]+)+\)", " ", text, flags=re.DOTALL)
    text = re.sub(r"\((?:stacked|closed|leading|degree|why|jargon|leans|long)\)|--?[\w-]+|nothing|\b\S+/\S+", " ", text)
    foreign = _foreign(language)
    found = {word for word in WORD.findall(text) if word.casefold() in foreign}
    counted = re.findall(r"\d (?:positive|negative|note|notes)\b", text)
    return sorted(found) + counted


@pytest.mark.parametrize("asked", ASKED)
def test_nothing_is_said_in_another_language(
    study: Path, asked: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    language = study.name
    (tmp_path / "intervjuguide").mkdir()
    (tmp_path / "intervjuguide" / "settings.yaml").write_text(f"language: {language}\n", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    main([*asked.split(), *(() if asked.endswith("--help") else ("--study", str(study)))])
    shown = capsys.readouterr()
    text = shown.out + shown.err
    assert text.strip()
    assert _left_over(text, language) == []


HOUR = (
    "enter", "1", "2", "3", "4", "5", "6", "escape", "/opptak", "/opptak", "/b5", "ord", "=", "escape", ">nytt emne",
    "!følg", "!", '"sitat', "#", "escape", "/omgrep samhandling", "escape", "/bru", "escape", "/dekt b5 2", "+b1 9",
    "-b2 tid", "-x b3", "/positiv", "/sidan 2m", "/ved 1:00", "/parkert", "1", "escape", "/svara 1", "/tilbake 9",
    "/dropp 9", "/tid", "/attstår", "escape", "/fortruleg", "x", "/fortruleg slutt", "/pause", "/haldfram",
    "/forskyv 1 -3s", "/guide", "escape", "/refleksjon meg", "/zzzz", "escape", "/end", "enter", "enter", "enter",
    "svar", "enter", "1", "enter", "+", "enter", "enter", "enter", "enter", "enter", "/slutt",
)  # fmt: skip
"""What somebody types in an hour, keys by their names."""


@pytest.mark.parametrize("pilot", ["", "peer"])
def test_an_interview_in_nynorsk_shows_no_word_of_another_language(sit: Sit, pilot: PilotKind) -> None:
    seat = sit(guide=GUIDE.but(language="nn"), language="nn", pilot=pilot)
    shown: dict[str, None] = {}

    def look() -> None:
        card = seat.table.card
        on_card = (
            ()
            if card is None
            else (card.title, card.lead, card.text, card.foot, *(f"{p.text} {p.aside}" for p in card.points))
        )
        shown.update(dict.fromkeys((seat.prompt, seat.notice, *on_card)))

    for typed in HOUR:
        if typed in ("enter", "escape"):
            seat.key(typed)
        else:
            seat.type(typed)
            look()
            seat.key("enter")
        look()
    _ = Translator("nn")
    told = [cell for group in GROUPS for column in group_table(group, _).columns for cell in map(str, column.cells)]
    text = "\n".join((*shown, seat.conversation, *told))
    assert len(text) > 4_000
    assert _left_over(text, "nn") == []


def test_english_would_be_found() -> None:
    assert _left_over("Guiden er i orden, og lagret i dag: saved.", "nn") == ["lagret", "saved"]
    assert _left_over("Guiden er i orden. There are.") == ["There", "are"]
    assert _left_over("B5: 1 positive, 0 negative") == ["negative", "positive", "1 positive", "0 negative"]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_folder_to_put_in_is_called_one_thing_everywhere(language: str) -> None:
    said = [
        text for one in read(language) for text in ((one.string,) if isinstance(one.string, str) else one.string or ())
    ]
    assert [text for text in said if re.search(r"\bDIR\b", text)] == [], "help says MAPPE"
