"""What interviews and wording suggest for the next revision: each thing once, each with its events."""

from guide.model import Guide
from guide.reading import read_guide
from guide.serialize import guide_to_dict
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import Mode, Started
from interviews.core.state import Interview
from interviews.revisions import History, RecordedChange, Revision
from interviews.revisions.proposals import OF_INTERVIEWS, Named, Proposal, events_decided_on, proposals, since_last
from tests.interviews.choir import Talk, start

GUIDE = """
title: Kor på sykehjemmet
research_questions: {A: Hva betyr koret?, B: Hvem støtter koret?}
sections:
  - serves: A
    questions:
      - Kan du fortelle om sist dere sang?
      - {ask: Hva husker du fra øvelsen?, probes: ["Hvordan?", "Hvem var der?"]}
      - Har du sunget før?
  - serves: B
    questions: ["Fortell om dem som hjelper til.", "Hvem hjalp deg sist?"]
closing: [Er det noe du vil legge til?]
"""


def guide(text: str = GUIDE) -> Guide:
    """The guide: A1 A2 A3 · B1 B2 · Z1."""
    found = read_guide(text, "guide.yaml").guide
    assert found is not None
    return found


def held(*acts: Command, name: str = "P1", day: int = 2, of: Guide | None = None) -> Named:
    """An interview, or a pilot, with these acts ten seconds apart."""
    mode: Mode = "pilot" if name.startswith("P") else "live"
    first: Started = start(name.partition("-")[0], mode, of or guide(), f"2026-03-{day:02}T10:00:00+01:00")
    talk = Talk(first)
    for place, act in enumerate(acts, 1):
        talk.at(10.0 * place, act)
    interview: Interview = talk.interview
    return name, interview


def found(*since: Named, earlier: tuple[Named, ...] = (), of: Guide | None = None) -> list[Proposal]:
    """What is proposed, advice on wording and untouched questions left out."""
    every = proposals(of or guide(), since, (*earlier, *since))
    return [one for one in every if one.kind not in ("advice", "rest")]


def told(some: list[Proposal]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The proposals in short."""
    return [(one.kind, one.question, one.act, one.texts) for one in some]


def test_a_verdict_is_proposed_with_its_wording_and_every_event_behind_it() -> None:
    pilot = held(
        do.AskQuestion("A3"),
        do.TakeComment("ja?"),
        do.Judge("reword", reason="response"),
        do.Propose("A3", "Fortell om da du sang."),
    )
    [one] = found(pilot)
    assert told([one]) == [("verdict", "A3", "reword", ("Fortell om da du sang.",))]
    assert one.evidence == ("P1:2", "P1:3", "P1:4")
    assert [heard.interview for heard in one.heard] == ["P1"]


def test_what_is_to_be_kept_is_no_proposal_unless_something_was_said_of_it() -> None:
    pilot = held(do.AskQuestion("A1"), do.Judge("keep"), do.AskQuestion("B2"), do.TakeComment("fint spørsmål"))
    assert told(found(pilot)) == [("verdict", "B2", "keep", ())]


def test_pilots_that_agree_make_one_proposal_and_those_that_differ_two() -> None:
    first = held(do.Judge("reword", "A1"), do.Propose("A1", "Én?"), do.Judge("drop", "B1"))
    second = held(do.Judge("reword", "A1"), do.Propose("A1", "To?"), do.Judge("later", "B1"), name="P2", day=3)
    some = found(first, second)
    assert told(some) == [
        ("verdict", "A1", "reword", ("To?",)),
        ("verdict", "B1", "drop", ()),
        ("verdict", "B1", "later", ()),
    ]
    assert some[0].evidence == ("P1:1", "P1:2", "P2:1", "P2:2")
    assert [one.evidence for one in some[1:]] == [("P1:3",), ("P2:3",)]
    assert [heard.interview for heard in some[1].heard] == ["P1", "P2"]


def test_each_new_probe_is_a_proposal_of_its_own() -> None:
    pilot = held(do.Judge("add_probe", "A1"), do.Propose("A1", "Når?"), do.Propose("A1", "Hvor?"))
    assert [one.texts for one in found(pilot)] == [("Når?",), ("Hvor?",)]


def test_a_place_is_proposed_with_the_other_question() -> None:
    [one] = found(held(do.Judge("earlier", "B2"), do.Propose("B2", "", "A1")))
    assert (one.act, one.other) == ("earlier", "A1")


def test_follow_ups_of_pilots_are_probes_to_be_and_those_of_informants_stay_where_they_are() -> None:
    acts = (do.AskQuestion("A1"), do.TakeNote("hvem dirigerer?", "follow_up"))
    assert told(found(held(*acts))) == [("follow_up", "A1", "add_probe", ("hvem dirigerer?",))]
    assert found(held(*acts, name="I1")) == []
    dropped = held(*acts, do.Drop(1, "nei"))
    assert found(dropped) == []


def test_topics_outside_the_guide_are_questions_to_be_whoever_raised_them() -> None:
    acts = (do.AskQuestion("B1"), do.TakeNote("økonomi", "topic"))
    for name in ("P1", "I1"):
        [one] = found(held(*acts, name=name))
        assert told([one]) == [("topic", "B1", "add_question", ("økonomi",))]
        assert (one.source, one.evidence) == (name, (f"{name}:2",))


def test_a_probe_is_unused_only_where_several_interviews_ticked_others_and_none_used_it() -> None:
    first = held(do.AskQuestion("A2"), do.Tick("probes", "1", question="A2"), name="P1")
    again = held(do.AskQuestion("A2"), do.Tick("probes", "1", question="A2"), name="I1", day=3)
    assert told(found(first, again)) == [("probe", "A2", "drop_probe", ("Hvem var der?",))]
    assert found(first, again)[0].evidence == ("P1:1", "P1:2", "I1:1", "I1:2")
    used = held(do.AskQuestion("A2"), do.Tick("probes", "2", question="A2"), name="I2", day=4)
    assert found(first, again, earlier=(used,)) == []
    not_needed = [
        held(do.AskQuestion("A2"), do.Tick("probes", "1", "not_needed", "A2"), name=name) for name in ("I3", "I4")
    ]
    assert [one.texts for one in found(*not_needed)] == [("Hvordan?",), ("Hvem var der?",)]


def test_what_nobody_ticked_is_no_evidence() -> None:
    """One pilot, or many interviews in which the question's probes were not ticked at all, say nothing of them."""
    once = held(do.AskQuestion("A2"), do.Tick("probes", "1", question="A2"), name="P1")
    silent = [held(do.AskQuestion("A2"), name=name, day=day) for day, name in enumerate(("P2", "I1", "I2", "I3"), 3)]
    for since in ((once,), (held(do.AskQuestion("A2")),), tuple(silent), (once, *silent)):
        assert found(*since) == []


def test_a_probe_is_known_by_its_words_wherever_it_stood() -> None:
    before = guide(GUIDE.replace('["Hvordan?", "Hvem var der?"]', '["Hvem var der?", "Hvordan?"]'))
    acts = (do.AskQuestion("A2"), do.Tick("probes", "1", question="A2"))
    both = [held(*acts, name=name, of=before) for name in ("I1", "I2")]
    assert [one.texts for one in found(*both)] == [("Hvordan?",)]


def test_questions_that_are_gone_are_not_proposed_about() -> None:
    smaller = guide(GUIDE.replace("      - Har du sunget før?\n", ""))
    pilot = held(do.Judge("drop", "A3"), do.AskQuestion("A3"), do.TakeNote("hvor?", "follow_up"))
    assert told(found(pilot, of=smaller)) == [("topic", "", "add_question", ("hvor?",))]


def test_every_question_is_listed_once_with_its_advice_where_it_has_any() -> None:
    every = proposals(guide(), (), ())
    assert sorted(one.question for one in every if one.question) == ["A1", "A2", "A3", "B1", "B2", "Z1"]
    advised = {one.question: [piece.rule for piece in one.advice] for one in every if one.kind == "advice"}
    assert "closed" in advised["A3"]
    assert [one.act for one in every if one.kind == "rest"] == ["keep"] * sum(one.kind == "rest" for one in every)


def test_a_judged_question_has_its_advice_with_it_and_no_second_place() -> None:
    every = proposals(guide(), (held(do.Judge("reword", "A3")),), ())
    about = [one for one in every if one.question == "A3"]
    assert [one.kind for one in about] == ["verdict"]
    assert "closed" in [piece.rule for piece in about[0].advice]


# --- which interviews count


def revision(number: int, after: str, date: str = "2026-03-04") -> Revision:
    """A revision made after an interview."""
    return Revision(number, date, after, (), "", None)


def test_only_what_was_held_since_the_last_revision_counts() -> None:
    logs = [held(name=name, day=day) for name, day in (("I1", 6), ("I2", 7), ("P1", 2), ("P2", 4))]
    assert [name for name, _ in since_last(History(), logs)] == ["P1", "P2", "I1", "I2"]
    history = History((revision(1, ""), revision(2, "P2")))
    assert [name for name, _ in since_last(history, logs)] == ["I1", "I2"]


def test_where_that_interview_is_gone_its_date_serves() -> None:
    logs = [held(name=name, day=day) for name, day in (("P1", 2), ("I1", 6))]
    assert [name for name, _ in since_last(History((revision(2, "P7"),)), logs)] == ["I1"]


def test_a_copy_reads_as_the_guide_it_is_of() -> None:
    assert held()[1].guide == guide()
    assert guide_to_dict(guide())["title"] == "Kor på sykehjemmet"


# --- what was decided on, and what was not


def decided(*evidence: str, left: tuple[str, ...] = (), after: str = "P2") -> History:
    """A history of one revision that stands on these events."""
    change = RecordedChange("A1", "reworded", "A1", why="", evidence=evidence)
    return History((Revision(2, "2026-03-04", after, (change,), "", None, left),))


def test_a_pilot_passed_over_comes_again_whichever_interview_the_last_revision_was_after() -> None:
    first = held(do.Judge("drop", "A3"), do.Judge("later", "B1"), name="P1", day=2)
    second = held(do.Judge("reword", "A1"), do.Propose("A1", "Hva?"), name="P2", day=3)
    logs = (first, second)
    history = decided("P2:1", "P2:2")
    again = [one for one in proposals(guide(), logs, logs, events_decided_on(history)) if one.kind == "verdict"]
    assert [(one.question, one.evidence) for one in again] == [("A3", ("P1:1",)), ("B1", ("P1:2",))]
    assert since_last(history, logs) == ()


def test_what_was_looked_at_and_left_does_not_come_again() -> None:
    pilot = held(do.Judge("drop", "A3"), do.Judge("later", "B1"), do.TakeNote("økonomi", "topic"))
    history = decided("P1:1", left=("P1:3",), after="P1")
    every = proposals(guide(), (pilot,), (pilot,), events_decided_on(history))
    assert told([one for one in every if one.kind in OF_INTERVIEWS]) == [("verdict", "B1", "later", ())]


def test_of_two_new_probes_one_can_be_taken_and_the_other_comes_again() -> None:
    pilot = held(do.Judge("add_probe", "A1"), do.Propose("A1", "Når?"), do.Propose("A1", "Hvor?"))
    first, second = found(pilot)
    assert (first.evidence, second.evidence) == (("P1:1", "P1:2"), ("P1:1", "P1:3"))
    every = proposals(guide(), (pilot,), (pilot,), events_decided_on(decided(*first.evidence)))
    assert [one.texts for one in every if one.kind == "verdict"] == [("Hvor?",)]


def test_a_revision_after_an_earlier_pilot_does_not_bring_the_later_one_back() -> None:
    logs = [held(name=name, day=day) for name, day in (("P1", 2), ("P2", 3), ("P3", 5))]
    history = History((revision(2, "P2"), revision(3, "P1")))
    assert [name for name, _ in since_last(history, logs)] == ["P3"]


def test_what_is_said_of_the_guide_as_a_whole_is_a_proposal_to_look_at() -> None:
    acts = (do.TakeComment("alt i alt litt langt"), do.AskQuestion("A1"), do.TakeComment("fint"))
    assert told(found(held(*acts))) == [
        ("verdict", "A1", "keep", ()),
        ("comment", "", "keep", ("alt i alt litt langt",)),
    ]
