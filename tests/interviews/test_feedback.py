"""A scripted practice with each informant: the feedback names the faults that were put in, and none that were not."""

from collections.abc import Mapping

import pytest

from guide.model import Guide
from guide.reading import read_guide
from guide.samples import INFORMANTS, english_guide_text, informant_named, informant_text, thesis_guide_text
from interviews.core import commands as do
from interviews.practice.feedback import Feedback, feed_back
from interviews.practice.informant import PACE, Informant, Listening, Opening, hold_talk
from interviews.practice.informant_reader import read_informant_yaml
from tests.interviews.choir import Talk, start

LANGUAGES = ("nb", "en")


def guide_in(language: str) -> Guide:
    text = thesis_guide_text() if language == "nb" else english_guide_text()
    guide = read_guide(text, "guide.yaml").guide
    assert guide is not None
    return guide


def shipped(name: str, language: str) -> Informant:
    reading = read_informant_yaml(informant_text(name, language), guide_in(language), f"{name}.yaml")
    assert reading.informant is not None, reading.problems
    assert reading.problems == ()
    return reading.informant


class Practice:
    """An interviewer who asks, waits so many seconds after the informant's words, and says something."""

    def __init__(self, name: str, language: str, pace: float = PACE) -> None:
        self.informant, self.pace = shipped(name, language), pace
        self.talk = Talk(start("T1", "practice", guide_in(language)))
        self.now = 0.0

    def ask(self, question: str, wait: float = 1.0) -> None:
        self._do(do.AskQuestion(question), wait)

    def say(self, text: str, wait: float = 1.0) -> None:
        self._do(do.Say(text), wait)

    def note(self, text: str) -> None:
        self._do(do.TakeNote(text), 0.1)

    def explain(self, concept: str) -> None:
        self._do(do.Explain(concept, "short"), 1.0)

    def break_in(self, text: str) -> None:
        """Two seconds into what is being said."""
        self.now += 2.0
        self.talk.at(self.now, do.Say(text))

    @property
    def feedback(self) -> Feedback:
        return feed_back(self.informant, self.talk.interview, self.pace)

    @property
    def last_words(self) -> str:
        """What the informant said last, to its end."""
        return hold_talk(self.informant, self.talk.interview, self._end() + 0.5, self.pace).speeches[-1].text

    def _do(self, command: do.Command, wait: float) -> None:
        self.now = self._end() + wait
        self.talk.at(self.now, command)

    def _end(self) -> float:
        """When what is being said now will have been said."""
        speeches = hold_talk(self.informant, self.talk.interview, self.now + 0.001, self.pace).speeches
        return max([self.now, *(one.t + one.length for one in speeches if not one.cut)])


SAID: Mapping[str, Mapping[str, str]] = {
    "open": {"nb": "Kan du si mer om det?", "en": "Can you say more about that?"},
    "closed": {"nb": "Er det viktig for deg?", "en": "Is it important to you?"},
    "leading": {"nb": "Synes du ikke at det er best?", "en": "Don't you think that is best?"},
    "why": {"nb": "Hvorfor det?", "en": "Why is that?"},
    "double": {"nb": "Hva gjør du med rommet og pengene?", "en": "What do you do with the room and the money?"},
    "assessing": {"nb": "Så flott!", "en": "That is great!"},
    "counselling": {"nb": "Du burde snakke med en venn.", "en": "You should talk to a friend."},
    "back": {"nb": "Jeg vil gjerne tilbake til spørsmålet.", "en": "I would like to go back to the question."},
    "sum": {"nb": "For å oppsummere: du venter lenge.", "en": "To sum up: you wait for long."},
}


def rules(feedback: Feedback) -> list[tuple[str, ...]]:
    """The faults of each utterance, in their order."""
    return [tuple(fault.rule for fault in one.utterance.faults) for one in feedback.told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_talkative_expert_drops_openings_and_it_is_told_which_were_followed(language: str) -> None:
    held = Practice("talkative", language)
    held.ask("A1")
    held.say({"nb": "Hva er den tredje stolen?", "en": "What is the third chair?"}[language])
    assert ("søsteren" if language == "nb" else "sister") in held.last_words
    held.ask("A2")
    held.note({"nb": "vekker med ringeklokke", "en": "a shock with a doorbell"}[language])
    held.ask("B1")
    held.say(SAID["double"][language])
    held.say(SAID["assessing"][language])
    held.ask("B8")
    held.break_in(SAID["back"][language])
    found = held.feedback
    assert [one.fate for one in found.openings] == ["followed", "noted", "missed"]
    assert rules(found) == [(), ("double-barrelled",), ("assessing",), ()]
    assert [(one.by, one.words < one.of) for one in found.interruptions] == [(SAID["back"][language], True)]
    assert [one.utterance.kind for one in found.told] == ["follow_up", "specifying", "remark", "structuring"]
    assert (found.silences, found.concepts, found.care, found.named) == ((), (), (), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_monosyllabic_one_says_one_word_to_a_closed_question_and_more_to_silence(language: str) -> None:
    held = Practice("monosyllabic", language)
    held.ask("B1")
    held.say(SAID["closed"][language])
    assert len(held.last_words.split()) == 1
    held.say(SAID["open"][language])
    assert len(held.last_words.split()) > 20
    held.ask("A2")
    held.now += 12  # nobody says a thing
    held.say(SAID["sum"][language])
    held.say(SAID["leading"][language])
    found = held.feedback
    assert rules(found) == [("closed",), (), (), ("closed", "leading")]
    assert [one.utterance.is_open for one in found.told] == [False, True, None, False]
    assert [one.spoke for one in found.silences][:1] == ["informant"]
    assert (found.interruptions, found.openings, found.concepts) == ((), (), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_distressed_one_is_offered_what_should_be_said_or_it_is_told_that_it_was_not(language: str) -> None:
    bad, good = Practice("distressed", language), Practice("distressed", language)
    bad.ask("B5")
    bad.say(SAID["why"][language])
    bad.say(SAID["counselling"][language])
    assert rules(bad.feedback) == [("why",), ("counselling",)]
    assert [one.t for one in bad.feedback.care] == [None, None, None]
    good.ask("B5")
    good.now = good._end() + 5  # and she thanks for the silence
    good.say({"nb": "Vil du ta en pause?", "en": "Would you like to take a break?"}[language])
    good.say({"nb": "Du kan stoppe når du vil.", "en": "You can stop whenever you like."}[language])
    good.say({"nb": "Har du noen å snakke med etterpå?", "en": "Do you have someone to talk to afterwards?"}[language])
    good.talk.at(good._end() + 1, do.Stop())
    found = good.feedback
    assert None not in [one.t for one in found.care]
    assert [one.utterance.rule for one in found.told] == ["care", "care", "care"]
    assert rules(found) == [(), (), ()]
    assert found.interruptions == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("timing", ["in_time", "late", "early", "missed"])
def test_with_the_one_who_mixes_concepts_it_is_told_when_they_were_clarified(language: str, timing: str) -> None:
    held = Practice("mixing", language)
    concept = {"nb": "sosial samhandling", "en": "social interaction"}[language]
    held.ask("A1")
    if timing == "early":
        held.talk.at(held.now + 0.5, do.Explain(concept, "short"))
        held.now += 0.5
    elif timing == "in_time":
        held.explain(concept)
    held.ask("B1")
    if timing == "late":
        held.say(
            {
                "nb": f"Med {concept} mener jeg det i timene.",
                "en": f"By {concept} I mean what happens in the sessions.",
            }[language]
        )
    held.say(SAID["open"][language])
    found = held.feedback
    assert [(one.concept, one.timing) for one in found.concepts] == [(concept, timing)]
    assert {rule for faults in rules(found) for rule in faults} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_one_who_wanders_names_in_notes_are_told_and_that_others_are_not_to_be_named(language: str) -> None:
    held = Practice("wandering", language)
    held.ask("A1")
    held.note({"nb": "lærte det av Tangerud, leder", "en": "learnt it from Tangerud, the manager"}[language])
    held.say({"nb": "Vi skal ikke bruke navn på andre.", "en": "We should not use names of others."}[language])
    held.say(SAID["back"][language])
    held.ask("A2")
    held.note({"nb": "sjåføren tar dem med på øving", "en": "the driver takes them to rehearsals"}[language])
    found = held.feedback
    assert [one.name for one in found.named] == ["Tangerud"]
    assert [one.t is not None for one in found.care] == [True]
    assert rules(found) == [(), ()]
    assert [one.fate for one in found.openings] == ["missed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_pace_nothing_is_told_of_silences(language: str) -> None:
    held = Practice("monosyllabic", language, pace=0)
    held.ask("B1")
    held.say(SAID["open"][language], wait=30)
    assert (held.feedback.paced, held.feedback.silences, held.feedback.interruptions) == (False, (), ())


def test_every_informant_is_known_by_its_name_in_both_languages() -> None:
    for english, norwegian in INFORMANTS.items():
        assert informant_named(norwegian.upper()) == informant_named(english) == english
        nb, en = shipped(english, "nb"), shipped(english, "en")
        assert nb.words.keys() == {cue.__class__(cue.kind, _same(cue.of, en, nb), cue.point) for cue in en.words}
        assert (len(nb.watch), len(nb.hears), len(nb.openings)) == (len(en.watch), len(en.hears), len(en.openings))
        assert min(len(nb.trains), len(en.trains)) > 100
    assert informant_named("nobody") is None


def _same(of: str, english: Informant, norwegian: Informant) -> str:
    """The Norwegian words for an opening, or the Norwegian concept, in the place of the English ones."""
    openings = {one.words: other.words for one, other in zip(english.openings, norwegian.openings, strict=True)}
    concepts = {"social interaction": "sosial samhandling", "social participation": "sosial deltagelse"}
    return openings.get(of, concepts.get(of, of))


WRONG = """\
informant: Test
answers:
  A1: {says: Det var stille., openings: [bråket]}
  A99: Nei.
  B3: {probes: {7: Jo.}}
concepts: {sosial samhandlin: Å.}
replies: {lukket: Ja.}
hears: [pause]
ansers: {A2: Ja.}
"""


def test_what_is_wrong_in_an_informant_is_told_where_it_stands_as_in_the_guide() -> None:
    reading = read_informant_yaml(WRONG, guide_in("nb"), "informant.yaml")
    assert reading.informant is None
    assert [(one.line, one.code) for one in reading.problems] == [
        (3, "informant_opening_not_said"),
        (4, "informant_unknown_covers"),
        (5, "informant_unknown_probe"),
        (6, "guide_unknown_concept_near"),
        (7, "informant_unknown_key"),
        (8, "guide_wanted_keys"),
        (9, "guide_unknown_key_near"),
    ]
    assert read_informant_yaml("- a", guide_in("nb"), "x").problems[0].code == "informant_not_one"
    assert read_informant_yaml("informant: x", guide_in("nb"), "x").problems[0].code == "informant_without_answers"
    silent = read_informant_yaml("answers: {A1: Ja.}", guide_in("nb"), "x")
    assert silent.informant is not None
    assert [one.code for one in silent.problems] == ["informant_nothing_to_say"]


def test_an_opening_of_signs_alone_is_not_in_all_that_is_said() -> None:
    opening = Opening("!!!", 0, ("!!!",))
    assert opening.is_meant_by("Hva mener du med «!!!»?")
    assert not opening.is_meant_by("Fortell mer.")
    assert not Listening(("?",)).is_meant_by("Fortell mer.")
