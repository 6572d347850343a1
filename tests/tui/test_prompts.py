"""The prompt before Enter, the palette's prefixes, and that no line whatever is without a meaning."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guide.model import Guide
from guide.search import QuestionIndex
from interviews.core import commands as do
from interviews.core.coverage import QuestionCoverage
from tests.guide.strategies import guides
from tests.tui.desk_helpers import Sit
from tests.tui.lines import CONTEXT, GUIDE
from tui.input import screen_commands as show
from tui.input.actions import ACTS, BY_SLASH, Action
from tui.input.grammar import Context, is_prefix, parse
from tui.live.prompt_preview import act_prefix, prompt_for
from tui.live.transcript import act_line
from tui.translator import Language, Translator


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_act_has_words_in_both_languages(act: Action) -> None:
    for _ in (Translator("nb"), Translator("en")):
        assert _(act.title)
        assert _(act.help)


@pytest.mark.parametrize("act", [act for act in ACTS if act.takes], ids=lambda act: act.name)
def test_what_the_palette_puts_on_the_line_leads_to_that_act_whatever_follows(act: Action) -> None:
    """``-x`` and ``b4`` after it must not become ``-xb4``."""
    words = {"covered": "b4", "find": "arenaer", "concept": "samhandling", "tick": "1", "back": "1", "met": "1"}
    words |= {"drop": "1 fordi", "shift": "1 -3s", "retime": "12:30"}
    kinds: dict[str, type | tuple[type, ...]] = {
        "find": do.AskQuestion, "concept": show.ShowConcept, "covered": do.MarkCovered, "skip": do.Skip,
        "decline": do.Decline, "tick": show.TickPlace, "back": do.ReturnTo, "met": do.CallMet, "drop": do.Drop,
        "shift": do.ShiftRecording, "comment": do.TakeComment, "retime": do.RetimeNote,
    }  # fmt: skip
    meaning = parse(act_prefix(act.name) + words.get(act.name, "fordi"), CONTEXT)
    assert isinstance(meaning, kinds.get(act.name, do.TakeNote)), meaning


PROMPTS = {
    "": "",
    "ja": "notat B2",
    "+": "merk dekket: B2",
    "+b1 b4 3": "merk dekket: B1 B4, med eksempel",
    "-": "utelat B2, grunn …",
    "-b4 tid": "utelat B4, grunn …",
    "-x": "merk: ønsket ikke å svare på B2",
    "-20s": "20s siden: bokmerke",
    "-1m30s ja": "1m30s siden: notat B2",
    "!": "følg opp siste notat",
    "!hva": "følg opp",
    '"': "sitat",
    '"ja': "sitat",
    ">": "nytt tema",
    ">ja": "nytt tema",
    "?": "Hjelp",
    "?samh": "begrep sosial samhandling",
    "/": "finn",
    "/ ": "finn",
    "/b8": "still B8",
    "/back 2": "ta opp igjen !2",
    "/met 2": "merk !2 besvart underveis",
    "/drop 2 fordi": "la !2 ligge",
    "/end": "Avslutt intervjuet",
    "+b99": "Det er ikke noe spørsmål b99.",
}


@pytest.mark.parametrize(("line", "said"), PROMPTS.items())
def test_the_prompt_says_what_enter_would_do(line: str, said: str) -> None:
    assert prompt_for(line, CONTEXT, Translator("nb")) == said


STANDS = {
    "B2": QuestionCoverage("covered", 3),
    "B4": QuestionCoverage("skipped"),
    "B5": QuestionCoverage("declined", declined_at=9.0),
    "B6": QuestionCoverage("covered", declined_at=9.0),
}
OVER = {
    "-": "utelat B2, var dekket, grunn …",
    "-b2 b4 tid": "utelat B2 B4, var dekket: B2, grunn …",
    "-x": "merk: ønsket ikke å svare på B2, var dekket",
    "-xb5": "utelat B2, var dekket, grunn …",
    "-x b5": "merk: ønsket ikke å svare på B5",
    "+1": "merk dekket: B2, nevnt",
    "+b4": "merk dekket: B4, var utelatt",
    "+b4 b5 b1 2": "merk dekket: B4 B5 B1, beskrevet, var utelatt: B4, ønsket før ikke å svare: B5",
    "+0": "ta bort dekket: B2",
    "+b2 b4 b6 b1 0": "ta bort dekket: B2 B6, ta bort utelatt: B4",
    "+b1 0": "B1 er verken dekket eller utelatt, så det er ingenting å ta bort.",
    "+b5 0": "Informanten ønsket ikke å svare på B5, og det blir stående. Ctrl+Z angrer.",
}


@pytest.mark.parametrize(("line", "said"), OVER.items())
def test_a_judgement_over_another_says_so_before_enter(line: str, said: str) -> None:
    assert prompt_for(line, CONTEXT.but(states=lambda: STANDS), Translator("nb")) == said


def test_every_prefix_changes_the_prompt() -> None:
    for sign in '/+-!">?':
        assert is_prefix(sign)
        assert prompt_for(sign, CONTEXT, Translator("en")) != prompt_for("a", CONTEXT, Translator("en"))


LINES = st.text() | st.builds(
    "".join,
    st.lists(
        st.sampled_from(
            [*'/+-!">?# ,\n', "x", "20s", "2m", "b1", "B99", "Ba", "!2", "²", "ja", *(f"/{s} " for s in BY_SLASH)]
        )
    ),
)


@given(line=LINES, guide=guides(), hand=st.booleans(), literal=st.booleans())
@example(line="-²s", guide=GUIDE, hand=True, literal=False)
def test_no_line_is_without_a_meaning_and_every_meaning_has_a_prompt(
    *, line: str, guide: Guide, hand: bool, literal: bool
) -> None:
    asked = guide.questions[0].id if hand and guide.questions else None
    index = QuestionIndex(guide)
    context = Context(guide, asked, literal, index.find, has_word=index.has_word)
    meaning = parse(line, context)
    if literal and line:
        assert meaning == do.TakeNote(line)
    for language in ("nb", "en"):
        said = prompt_for(line, context, Translator("nb" if language == "nb" else "en"))
        assert bool(said) == bool(line)
    if isinstance(meaning, do.TakeNote):
        assert meaning.text in line


FIRST = ("/a1", "hun lo", "!hvorfor?", "!og når?")
SAID_BEFORE_DONE = {
    "/opptak": (),
    "/opptak stopp": ("/opptak",),
    "/opptak nei": (),
    "/forskyv -3s": ("/opptak", "/opptak stopp"),
    "/tilbake 1": (),
    "/besvart 1": (),
    "/dropp 2": (),
    "/fortrolig": ("/fortrolig",),
    "/pause": ("/pause",),
    "/stopp": (),
    "+": (),
    "+0": ("+",),
    "-x": (),
    "-b2": (),
    "/b2": ("/pause",),
}


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(("line", "before"), SAID_BEFORE_DONE.items())
def test_a_prompt_never_reads_as_what_is_already_done(
    sit: Sit, line: str, before: tuple[str, ...], language: Language
) -> None:
    """What the conversation says of it afterwards is another sentence."""
    seat = sit(language=language)
    seat.key(*"123456")
    for one in (*FIRST, *before):
        seat.clock.go_on(60)
        seat.say(one)
    seat.type(line)
    told = seat.prompt
    seat.key("enter")
    assert seat.line.text == ""
    act = seat.session.interview.last_act()
    assert act is not None
    done = act_line(act, seat.session.interview, seat.table._)
    assert told
    assert not done.startswith(told)
    assert not told.startswith(done)
