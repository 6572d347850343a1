"""What a line that begins with ``/`` or ``?`` means: commands, ids, searches, concepts."""

import pytest

from guide.model import Concept, Guide
from guide.search import QuestionIndex
from interviews.core import commands as do
from interviews.core.events import Refusal
from tests.tui.lines import CONTEXT, GUIDE, refused
from tui.input import screen_commands as show
from tui.input.actions import BY_SLASH
from tui.input.grammar import Context, parse
from tui.input.lookup import call_of, look_up_concepts
from tui.translator import Translator

CONCEPTS = {
    "?": show.ShowHelp(),
    "?  ": show.ShowHelp(),
    "?samhandling": show.ShowConcept("sosial samhandling"),
    "? Deltagelse": show.ShowConcept("sosial deltagelse"),
    "?deltag": show.ShowConcept("sosial deltagelse"),
    "?sosial deltagelse": show.ShowConcept("sosial deltagelse"),
    "?deltakelse": show.ShowConcept("sosial deltagelse"),
}


@pytest.mark.parametrize(("line", "meaning"), CONCEPTS.items())
def test_a_concept_by_any_word_of_its_name(line: str, meaning: object) -> None:
    assert parse(line, CONTEXT) == meaning


def test_a_tie_of_concepts_is_listed_and_not_guessed() -> None:
    meaning = parse("?sosial", CONTEXT)
    assert meaning == Refusal("which_concept", {"known": "sosial samhandling · sosial deltagelse"})


def test_an_unknown_concept_lists_those_there_are() -> None:
    assert refused("?økonomi") == "no_such_concept"
    assert "sosial deltagelse" in Translator("nb").refusal(
        Refusal("no_such_concept", {"word": "x", "known": "sosial deltagelse"})
    )
    assert refused("?x", Context(GUIDE.but(concepts=()))) == "no_concepts"


def test_a_concept_whose_name_is_a_word_of_another_can_be_reached() -> None:
    guide = Guide("t", concepts=(Concept("deltagelse", "a"), Concept("sosial deltagelse", "b"), Concept("terapi", "c")))
    assert look_up_concepts("deltagelse", guide) == ["deltagelse"]
    assert call_of("sosial deltagelse", guide) == "sosial"
    assert call_of("terapi", guide) == "terapi"


ASKED = {
    "/b8": do.AskQuestion("B8"),
    "/B8": do.AskQuestion("B8"),
    "/b8 ": do.AskQuestion("B8"),
    "/ b8": do.AskQuestion("B8"),
    "/arenaer samhandling": do.AskQuestion("B8"),
    "/find end": None,
    "/ next": None,
}


@pytest.mark.parametrize(("line", "meaning"), [(line, meaning) for line, meaning in ASKED.items() if meaning])
def test_a_slash_finds_by_id_and_by_words(line: str, meaning: do.AskQuestion) -> None:
    assert parse(line, CONTEXT) == meaning


@pytest.mark.parametrize("line", [line for line, meaning in ASKED.items() if meaning is None])
def test_slash_and_space_only_searches(line: str) -> None:
    meaning = parse(line, CONTEXT)
    if isinstance(meaning, Refusal):
        assert meaning.code in ("nothing_found", "weak_hits")
        assert meaning.facts == {"words": line.rsplit(maxsplit=1)[-1]}
    else:
        assert isinstance(meaning, do.AskQuestion)


def test_a_command_comes_before_an_id_and_an_id_before_words() -> None:
    """A guide may have questions called ``end`` and ``mark``."""
    first, second, *others = GUIDE.sections[0].questions
    section = GUIDE.sections[0].but(questions=(first.but(id="end"), second.but(id="ask1", ask="end b8"), *others))
    guide = GUIDE.but(sections=(section, *GUIDE.sections[1:]))
    index = QuestionIndex(guide)
    context = Context(guide, find=index.find, has_word=index.has_word)
    assert parse("/end", context) == show.BeginClosing()
    assert parse("/ end", context) == do.AskQuestion("end")
    assert parse("/b8", context) == do.AskQuestion("B8")


@pytest.mark.parametrize(("line", "code"), [("/", "empty_search"), ("/ ", "empty_search"), ("/find", "empty_search")])
def test_a_search_for_nothing_is_refused(line: str, code: str) -> None:
    assert refused(line) == code


def test_a_search_that_finds_nothing_says_so() -> None:
    assert parse("/qqqqqqqqq", CONTEXT) == Refusal("nothing_meant", {"words": "qqqqqqqqq"})


SLASHED = {
    "/rec": do.ToggleRecording(),
    "/REC": do.ToggleRecording(),
    "/pause": do.TogglePause(),
    "/back 2": do.ReturnTo(2),
    "/back !2": do.ReturnTo(2),
    "/met 12": do.CallMet(12),
    "/drop 2": do.Drop(2),
    "/drop 2 ikke viktig lenger": do.Drop(2, "ikke viktig lenger"),
    "/fill": show.FillBookmarks(),
    "/end": show.BeginClosing(),
    "/quit": show.Quit(),
    "/next": do.AskNext(),
    "/undo": do.Undo(),
    "/edit": show.EditLast(),
    "/mark": do.TakeNote("", "bookmark"),
    "/tick 3": show.TickPlace(3),
    "/tick 12": show.TickPlace(12),
    "/note +b1  ": do.TakeNote("+b1  "),
    "/reflect jeg styrte": do.TakeNote("jeg styrte", "reflexive"),
    "/quote ja": do.TakeNote("ja", "quote"),
    "/topic økonomi": do.TakeNote("økonomi", "topic"),
    "/followup": do.RaiseFollowUp(),
    "/followup hvem": do.TakeNote("hvem", "follow_up"),
    "/covered b1 2": do.MarkCovered(("B1",), 2),
    "/skip b1 tid": do.Skip(("B1",), "tid"),
    "/skip x": do.Skip((), "x"),
    "/skip 20s for seint": do.Skip((), "20s for seint"),
    "/decline b1": do.Decline(("B1",)),
    "/ago 20s ja": do.TakeNote("ja", "note", 20),
    "/ago 2m": do.TakeNote("", "bookmark", 120),
    "/concept samhandling": show.ShowConcept("sosial samhandling"),
    "/help": show.ShowHelp(),
    "/palette": show.ShowPalette(),
    "/curtain": show.ToggleCurtain(),
    "/probes": show.ShowCard("probes"),
    "/opening": show.ShowCard("opening"),
    "/close": show.CloseOpen(),
    "/up": show.Scroll(-1),
    "/rec same": do.ToggleRecording(same=True),
    "/shift -3s": do.ShiftRecording(-3),
    "/shift 2 +1m 4,5s": do.ShiftRecording(64.5, 2),
    "/shift 4": do.ShiftRecording(4),
    "/positive": do.MarkSide("positive"),
    "/negative": do.MarkSide("negative"),
    "/link": show.AcceptOffer(),
    "/left": show.ShowCard("left"),
    "/time": show.TellTime(),
    "/offrecord": do.ToggleTranscribing(),
    "/stop": do.Stop(),
}


@pytest.mark.parametrize(("line", "meaning"), SLASHED.items())
def test_slash_words(line: str, meaning: object) -> None:
    assert parse(line, CONTEXT) == meaning


LACKING = {
    "/met 2b": "which_follow_up",
    "/end nå": "nothing_follows",
    "/stop nå": "nothing_follows",
    "/time 2": "nothing_follows",
    "/drop fordi": "which_follow_up",
    "/drop ²": "which_follow_up",
    "/back 9999999": "which_follow_up",
    "/tick": "which_point",
    "/shift": "which_shift",
    "/shift seint": "which_shift",
    "/rec nå": "rec_how",
    "/tick 1000": "which_point",
    "/note": "empty_note",
    "/reflect ": "empty_reflexive",
    "/quote": "empty_quote",
    "/ago": "how_long_ago",
    "/ago 20": "how_long_ago",
    "/concept": "which_concept",
}


@pytest.mark.parametrize(("line", "code"), LACKING.items())
def test_a_slash_word_that_lacks_its_words_does_nothing(line: str, code: str) -> None:
    assert refused(line) == code


@pytest.mark.parametrize("slash", sorted(BY_SLASH))
def test_every_slash_word_is_itself_and_never_a_search_or_a_plain_note(slash: str) -> None:
    alone, tailed = (
        parse(f"/{slash}", CONTEXT),
        parse(f"/{slash} arenaer" if slash in ("find", "finn") else f"/{slash} 1", CONTEXT),
    )
    assert not isinstance(alone, do.TakeNote) or alone == do.TakeNote("", "bookmark")
    for meaning in (alone, tailed):
        assert not isinstance(meaning, Refusal) or meaning.code not in (
            "nothing_found",
            "nothing_meant",
            "unknown_question",
        ), meaning
        assert slash in ("find", "finn") or not isinstance(meaning, do.AskQuestion)
