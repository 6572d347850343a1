"""Command words in Norwegian and English: both always work, each is one act's, and every list of keys shows them."""

import re
from pathlib import Path

import pytest

from guide.search import QuestionIndex
from interviews.core import commands as do
from interviews.core.events import Refusal
from tests.sentences import every_text
from tests.tui.desk_helpers import Sit
from tests.tui.lines import CONTEXT, GUIDE
from tui.input import screen_commands as show
from tui.input.actions import ACTS, ARGUMENTS, BY_SLASH, Action, argument_of, key_of, key_table, slash_of
from tui.input.grammar import Context, near_act, parse
from tui.live.help import GROUPS, group_table
from tui.main import main
from tui.translator import Language, Translator

NORWEGIAN = {
    "/slutt": show.BeginClosing(),
    "/avslutt": show.BeginClosing(),
    "/stopp": do.Stop(),
    "/opptak": do.ToggleRecording(),
    "/opptak samme": do.ToggleRecording(same=True),
    "/OPPTAK same": do.ToggleRecording(same=True),
    "/tid": show.TellTime(),
    "/parkert": show.ShowCard("parked"),
    "/hjelp": show.ShowHelp(),
    "/skjul": show.ToggleCurtain(),
    "/positiv": do.MarkSide("positive"),
    "/fortrolig 90s": do.ToggleTranscribing(90),
    "/åpning": show.ShowCard("opening"),
    "/aapning": show.ShowCard("opening"),
    "/apning": show.ShowCard("opening"),
    "/a\u030apning": show.ShowCard("opening"),
    "/dropp 2 fordi": do.Drop(2, "fordi"),
    "/tilbake": show.ShowCard("parked"),
    "/finn arenaer samhandling": do.AskQuestion("B8"),
    "/dekket b1 2": do.MarkCovered(("B1",), 2),
    "/siden 2m": do.TakeNote("", "bookmark", 120),
    "/begrep samhandling": show.ShowConcept("sosial samhandling"),
    "/kryss 3": show.TickPlace(3),
    "/forskyv 2 -3s": do.ShiftRecording(-3, 2),
    "/bro": show.ShowCard("bridge"),
    "/bridge": show.ShowCard("bridge"),
    "/bru": show.ShowCard("bridge"),
    "/opning": show.ShowCard("opening"),
    "/fortruleg 90s": do.ToggleTranscribing(90),
    "/dekt b1 2": do.MarkCovered(("B1",), 2),
    "/omgrep samhandling": show.ShowConcept("sosial samhandling"),
    "/sidan 2m": do.TakeNote("", "bookmark", 120),
}


@pytest.mark.parametrize(("line", "meaning"), NORWEGIAN.items())
def test_a_norwegian_word_does_what_its_english_one_does(line: str, meaning: object) -> None:
    assert parse(line, CONTEXT) == meaning


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_both_words_of_an_act_mean_the_same_alone_and_with_what_follows(act: Action) -> None:
    for tail in ("", " 1", " 20s", " b1", " ja"):
        english, *norwegian = list[object](
            parse(f"/{word}{tail}", Context(GUIDE, "B2")) for word in (act.slash, act.nb, act.word("nn"))
        )
        for told in norwegian:
            if isinstance(english, Refusal) and isinstance(told, Refusal):
                assert english.code == told.code
            else:
                assert english == told


def test_no_word_is_two_acts() -> None:
    """A word that was there is never taken by another act, in whichever language."""
    own = [(word, act.name) for act in ACTS for word in {act.slash, act.nb, act.word("nn"), *act.heard}]
    assert len({word for word, _ in own}) == len(own)
    assert all(BY_SLASH[word].name == name for word, name in own)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_help_palette_and_manual_show_every_word(language: Language) -> None:
    _ = Translator(language)
    cells = [str(cell) for group in GROUPS for column in group_table(group, _).columns for cell in column.cells]
    for act in ACTS:
        assert any(f"/{act.word(language)}" in cell for cell in cells), act.name
        assert f"/{act.word(language)}" in f"{key_of(act, _)} {slash_of(act, _)}"
    table = key_table(language)
    own, other = ("nb", "en") if language == "nb" else ("en", "nb")
    assert all(f"| `/{act.word(own)}` | `/{act.word(other)}` |" in table for act in ACTS)


_NAMED = re.compile(r"(?<![\w/.»”\"])/([a-zæøå]{2,})")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_sentence_names_commands_in_its_own_language(language: Language) -> None:
    own = {act.word(language) for act in ACTS}
    other = {act.word(each) for act in ACTS for each in ("nb", "nn", "en")} - own
    named = [(text, word) for text in every_text(language) for word in _NAMED.findall(text.replace("/{", ""))]
    assert [(text, word) for text, word in named if word in other] == []
    assert len({word for _, word in named if word in own}) > 5


def test_the_refusal_names_the_command_as_it_was_typed(sit: Sit) -> None:
    seat = sit()
    seat.key("escape")
    seat.say("/besvart 2b")
    assert seat.notice == "Hvilken oppfølging? Skriv /besvart 1."
    seat.key("escape")
    seat.say("/drop 2b")
    assert seat.notice == "Hvilken oppfølging? Skriv /drop 1."


@pytest.mark.parametrize("pair", ARGUMENTS.items())
def test_what_follows_a_command_has_a_word_in_both_languages(pair: tuple[str, str]) -> None:
    english, norwegian = pair
    assert argument_of(english.upper()) == argument_of(f" {norwegian} ") == english


SLIPS = {
    "/offrecrd": "/offrecord",
    "/offrecrod 90s": "/offrecord 90s",
    "/fortrolg": "/fortrolig",
    "/sluttt": "/slutt",
    "/parkrt": "/parkert",
    "/opptakk samme": "/opptak samme",
    "/åpnig": "/åpning",
    "/opnig": "/opning",
    "/fortruleeg": "/fortruleg",
    "/paues": "/pause",
    "/stoppp": "/stopp",
    "/pasue": "/pause",
    "/puase": "/pause",
    "/opptka": "/opptak",
}


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_a_command_with_a_slip_is_shown_first_and_done_at_the_next_enter(sit: Sit, typed: str, meant: str) -> None:
    seat = sit()
    seat.say("/b2")
    before = seat.types
    seat.type(typed)
    assert meant in seat.prompt
    seat.key("enter")
    assert (seat.types, seat.line.text) == (before, meant)
    assert meant in seat.notice
    seat.key("enter")
    if seat.notice.startswith("Ikke krysset av"):
        seat.key("enter")
    assert seat.line.text == ("/opptak samme" if seat.notice.startswith("Det er ingen fil å fortsette i") else "")
    assert seat.session.interview.hand == "B2"


def test_words_that_find_a_question_are_never_a_slip() -> None:
    """Half-typed and misspelt words search as before, near a command or not."""
    finder = QuestionIndex(GUIDE)
    for line in ("/timene", "/oppleve", "/eksempel", "/forhold", "/barriere"):
        hits = finder.find(line[1:])
        assert hits[0].score >= 0.5, line
        assert parse(line, CONTEXT) == do.AskQuestion(hits[0].id), line
    assert near_act("stop") is None
    assert parse("/stpp", CONTEXT.but(find=lambda _: ())) == Refusal("nothing_meant", {"words": "stpp"})


def test_a_slip_is_no_slip_where_what_follows_does_not_fit() -> None:
    nothing = CONTEXT.but(find=lambda _: ())
    assert parse("/opptakk i går", nothing) == Refusal("nothing_meant", {"words": "opptakk i går"})
    assert parse("/besvrt 2", nothing) == Refusal("near_command", {"line": "/besvart 2"})


@pytest.mark.parametrize(
    "line",
    [
        "/time arenaer samhandling",
        "/stopp arenaer samhandling sosial",
        "/tid arenaer",
        "/covered arenaer",
        "/end arenaer samhandling",
    ],
)
def test_a_command_followed_by_words_that_it_cannot_take_searches(line: str) -> None:
    found = parse(line, CONTEXT)
    assert found == do.AskQuestion(CONTEXT.find(line[1:])[0].id)


def test_check_warns_of_an_id_that_is_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = tmp_path / "guide.yaml"
    guide.write_text(
        "title: t\nlanguage: nb\nresearch_questions:\n  rec: {text: Hva?, parts: {tid: Når?}}\nsections:\n"
        "  - serves: [rec, tid]\n    questions:\n      - {id: Stopp, ask: Hva?}\n      - {id: ok1, ask: Hvem?}\n",
        encoding="utf-8",
    )
    assert main(["check", str(guide)]) == 0
    told = capsys.readouterr().err
    lines = {re.search(r"«(\w+)»", line)[1]: line for line in told.splitlines() if "kommando" in line}  # type: ignore[index]
    assert lines.keys() == {"Stopp", "rec", "tid"}
    assert f"{guide}:8:" in lines["Stopp"]
    assert f"{guide}:4:" in lines["rec"]
    assert main(["check", str(guide), "--json"]) == 0
    assert '"warnings": []' not in capsys.readouterr().out


@pytest.mark.parametrize("line", ["/slett", "/fjern", "/slette", "/delete", "/sletta", "/remove siste"])
def test_who_wants_something_gone_is_told_how_and_never_led_to_the_end(sit: Sit, line: str) -> None:
    seat = sit()
    seat.say("/b2")
    seat.type(line)
    assert "Mente du" not in seat.prompt
    seat.key("enter")
    assert (seat.types, "Ctrl+Z" in seat.notice, "/slutt" in seat.notice) == (["asked"], True, False)


def test_a_pause_and_what_is_off_the_record_end_by_a_word_of_their_own(sit: Sit) -> None:
    seat = sit()
    seat.say("/b2")
    seat.say("/fortsett")
    assert (seat.types, seat.notice) == (["asked"], "Ingen pause er i gang, og ingenting er fortrolig.")
    for line in ("/pause", "/continue", "/pause", "/fortsett", "/fortrolig", "/resume", "/privat", "/fortrolig slutt"):
        seat.key("escape")
        seat.say(line)
    assert seat.types[1:] == [
        "paused",
        "continued",
        "paused",
        "continued",
        "withheld",
        "released",
        "withheld",
        "released",
    ]
    seat.say("/fortrolig slutt")
    assert (seat.types[-1], seat.notice) == ("released", "Ingenting er fortrolig nå.")


GUESSED = {
    "hopp": "utelat",
    "klokka": "tid",
    "klokke": "tid",
    "varighet": "tid",
    "diktafon": "opptak",
    "lyd": "opptak",
    "ferdig": "slutt",
    "privat": "fortrolig",
    "konfidensielt": "fortrolig",
    "kommandoer": "hjelp",
    "følg": "oppfølging",
    "parker": "oppfølging",
    "folg": "oppfølging",
    "avslå": "avstår",
    "avslaa": "avstår",
    "resume": "continue",
}


@pytest.mark.parametrize(("guessed", "word"), GUESSED.items())
def test_words_that_people_guessed_mean_what_is_obvious(guessed: str, word: str) -> None:
    meant: object = parse(f"/{word}", CONTEXT)
    assert parse(f"/{guessed}", CONTEXT) == meant
    assert not any(question.id.casefold() == guessed for question in GUIDE.questions)
