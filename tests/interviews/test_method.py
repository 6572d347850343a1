"""The facts for a method chapter: only what is known, each with its events, and built on nothing but these."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guide.serialize import guide_to_dict
from interviews.core import commands as do
from interviews.core.codec import to_json
from interviews.core.events import (
    Asked,
    Continued,
    Covered,
    Declined,
    Ended,
    Event,
    Explained,
    Noted,
    Paused,
    RecordingStarted,
    Sided,
    Started,
    Ticked,
)
from interviews.method.facts import CopyChange, Fact, Revision, RevisionChange, fact_json
from interviews.method.guide_versions import read_revisions
from interviews.revisions import FOLDER
from interviews.study.facts import StudyFact
from tests.interviews.choir import Talk, start
from tests.interviews.method_study import GUIDE, Study, fact, facts, guide, said, study
from tui.documents.method_text import sentences
from tui.translator import Translator


def values(found: dict[str, Fact], key: str) -> dict[str, Any]:
    """A fact's values as other programs read them."""
    read = json.loads(to_json(fact_json(found[key])))["values"]
    assert isinstance(read, dict)
    return read


def spoken(logs: Study, *, other: tuple[StudyFact, ...] = ()) -> dict[str, str]:
    return sentences(facts(logs, *said(), *other).values(), Translator("nb"))


def test_every_fact_has_its_values() -> None:
    found = facts(study(), *said())
    standing = values(found, "covered")
    assert {name: of for name, of in standing.items() if of} == {
        "interviews": 4,
        "questions": {"A2": 4},
        "with_example": {"A2": 4},
        "declined": {"B1": 4},
        "asked": {"A1": 4},
        "untouched": {"B2": 4, "Z1": 4},
    }
    assert {key: values(found, key) for key in found if key not in ("guide", "versions", "covered")} == {
        "interviews": {"count": 4, "participants": 4},
        "repeats": {"participants": 0},
        "dates": {"first": "2026-03-03", "last": "2026-03-06"},
        "pilots": {"names": ["P1"], "kinds": {}},
        "lengths": {"count": 4, "mean": 600.0, "shortest": 540.0, "longest": 660.0},
        "briefing": {"count": 4, "mean": 30.0, "shortest": 30.0, "longest": 30.0},
        "recording": {"interviews": 4, "files": 5},
        "field_notes": {
            "during": {"notes": 4, "bookmarks": 4, "reflexive": 0},
            "after": {"notes": 0, "bookmarks": 0, "reflexive": 1},
            "filled": 0,
        },
        "consent": {"count": 4, "of": {"Samtykket er underskrevet": 4}},
        "clarified": {"count": 5, "of": {"fellesskap": 4, "dirigent": 1}},
        "declined": {"count": 4, "of": {"B1": 4}},
        "both_sides": {"questions": {"A2": {"positive": 4, "negative": 0}}},
        "stopped": {"count": 1},
        "sampling": {"text": "strategisk", "date": "2026-03-20"},
        "setting": {"texts": {"arbeidsplass": ["I1", "I2", "I3"], "kontor": ["I4"]}},
        "transcript": {"offered": 4, "wanted": 2, "sent": None, "comments": None, "done": None},
        "information_power_aim": {"scale": "aim", "date": "2026-03-20", "value": 4, "text": "smalt mål"},
        "information_power_theory": {"scale": "theory", "date": "2026-03-20", "value": None, "text": "smalt mål"},
        "saturation": {"reason": "outside_logs"},
    }


def test_the_guide_is_told_from_the_latest_interviews_own_copy() -> None:
    found = facts(study())
    numbers = {"questions": 5, "optional": 1, "probes": 1, "research_questions": 2}
    assert values(found, "guide") == {"source": "I4", **numbers}
    assert found["guide"].evidence == ("I4:0",)
    assert values(found, "versions") == {"count": 1, "changes": []}
    before_any = facts({}, now=guide())
    assert values(before_any, "guide") == {"source": "guide.yaml", **numbers}


def test_who_held_the_interviews_is_told_by_initials_where_logs_say_it() -> None:
    """Initials are all that a log has; the rest of COREQ 1 is the researcher's to say."""
    logs = dict(study())
    assert "held_by" not in facts(logs)
    for name, by in (("I1", "AB"), ("I2", "CD"), ("I4", "AB")):
        first, *others = logs[name]
        assert isinstance(first, Started)
        logs[name] = [first.but(interviewer=by), *others]
    assert values(facts(logs), "held_by") == {"hands": {"AB": ["I1", "I4"], "CD": ["I2"]}, "unsaid": ["I3"]}
    assert spoken(logs)["held_by"] == (
        "Holdt av, med initialer: AB (I1, I4); CD (I2); ikke oppgitt (I3). [I1:0, I2:0, I3:0, I4:0]"
    )


OVERRULED = """
title: Kor
accepted: {no-example: eksemplene kommer av seg selv}
sections:
  - questions:
      - {ask: Hva synger dere og hvorfor?, accepted: {double-barrelled: "de hører *sammen*", long: ikke funnet}}
      - {ask: Hvem leder og hvem følger?, accepted: {double-barrelled: "de hører *sammen*"}}
"""


def test_advice_that_was_overruled_is_told_with_its_reason() -> None:
    """As the study's guide has it now; a reason for what was never found is none."""
    found = facts(study(), now=guide(OVERRULED))
    assert values(found, "accepted") == {
        "advice": [{"rule": "double-barrelled", "reason": "de hører *sammen*", "questions": ["Q1", "Q2"]}]
    }
    assert found["accepted"].evidence == ("guide.yaml",)
    assert sentences(found.values(), Translator("nb"))["accepted"] == (
        "Råd om ordlyden som med vilje ikke ble fulgt: "
        "to spørsmål i ett i Q1, Q2 (fordi: de hører *sammen*). [guide.yaml]"
    )


def test_advice_for_the_whole_guide_names_no_question() -> None:
    overruled = OVERRULED.replace("title: Kor", "title: Kor\nresearch_questions: {A: Hva betyr koret?}")
    found = facts(study(), now=guide(overruled.replace("  - questions:", "  - serves: A\n    questions:")))
    assert values(found, "accepted")["advice"][-1] == {
        "rule": "no-example",
        "reason": "eksemplene kommer av seg selv",
        "questions": [],
    }
    told = sentences(found.values(), Translator("en"))["accepted"]
    assert told.endswith("asks for no example (because: eksemplene kommer av seg selv). [guide.yaml]")


def test_without_the_studys_guide_the_latest_copy_tells_what_was_overruled() -> None:
    logs = study()
    (first, *rest) = logs["I4"]
    assert isinstance(first, Started)
    logs["I4"] = [first.but(guide=guide_to_dict(guide(OVERRULED))), *rest]
    assert "accepted" not in facts(study())
    assert facts(logs)["accepted"].evidence == ("I4:0",)


def test_evidence_names_events_of_logs_and_of_the_study() -> None:
    found = facts(study(), *said())
    assert found["recording"].evidence == ("I1:2", "I2:2", "I3:2", "I4:2", "I4:14")
    assert found["stopped"].evidence == ("I2:13",)
    assert found["lengths"].evidence[:4] == ("I1:3", "I1:6", "I1:7", "I1:13")
    assert found["briefing"].evidence == ("I1:3", "I2:3", "I3:3", "I4:3")
    assert found["sampling"].evidence == ("study:0",)
    assert found["setting"].evidence == (*(f"study:{n}" for n in range(1, 5)), "I1:0", "I2:0", "I3:0", "I4:0")
    assert found["information_power_aim"].evidence == ("study:13",)


def test_everything_but_saturation_has_evidence_and_it_exists() -> None:
    logs = study()
    lines = {f"{name}:{event.seq}" for name, events in logs.items() for event in events}
    lines |= {f"study:{seq}" for seq in range(len(said()))}
    for key, one in facts(logs, *said()).items():
        assert set(one.evidence) <= lines
        assert bool(one.evidence) == (key != "saturation")


def test_what_is_unknown_makes_no_fact() -> None:
    assert list(facts({})) == ["saturation"]
    bare = Talk(start("I1", guide=guide()))
    bare.at(5, do.AskQuestion("A1"))
    assert list(facts({"I1": bare.events})) == [
        "interviews",
        "repeats",
        "dates",
        "briefing",
        "covered",
        "guide",
        "saturation",
    ]
    assert "lengths" not in facts({"I1": bare.events}), "the interview never ended"


def test_practice_is_never_told_and_pilots_only_as_pilots() -> None:
    logs = study()
    pilot = {"P1": logs["P1"]}
    assert list(facts(pilot)) == ["pilots", "saturation"]
    first = logs["I1"][0]
    practice = {"T1": [first.but(mode="practice", participant="T1"), *logs["I1"][1:]]}
    assert list(facts(practice)) == ["saturation"]


def test_the_kind_of_a_pilot_is_told_where_it_was() -> None:
    logs = study()
    own = [logs["P1"][0].but(participant="P2", pilot="self"), *logs["P1"][1:]]
    found = facts({"P1": logs["P1"], "P2": own})["pilots"]
    assert fact_json(found)["values"] == {"names": ["P1", "P2"], "kinds": {"P2": "self"}}
    assert "(P1; P2, selvintervju)" in sentences([found], Translator("nb"))["pilots"]
    assert "(P1; P2, self-interview)" in sentences([found], Translator("en"))["pilots"]


def test_a_second_interview_with_a_participant_is_a_repeat() -> None:
    logs = study()
    logs["I1-2"] = [logs["I4"][0].but(participant="I1"), *logs["I4"][1:]]
    found = facts(logs)
    assert values(found, "interviews") == {"count": 5, "participants": 4}
    assert values(found, "repeats") == {"participants": 1}
    assert found["repeats"].evidence == ("I1:0", "I1-2:0")


@pytest.mark.parametrize(
    ("wall", "first"), [("2026-03", "2026-03"), ("2026", "2026"), ("2026-03-01T10:00:00+01:00", "2026-03-01")]
)
def test_dates_may_have_been_made_coarser(wall: str, first: str) -> None:
    logs = study()
    logs["I1"][0] = logs["I1"][0].but(wall=wall)
    assert values(facts(logs), "dates") == {"first": first, "last": "2026-03-06"}


def test_a_date_that_is_gone_leaves_the_dates_unknown() -> None:
    logs = study()
    logs["I1"][0] = logs["I1"][0].but(wall="")
    assert "dates" not in facts(logs)


def test_an_undone_act_is_no_evidence() -> None:
    held = Talk(start("I1", guide=guide()))
    held.at(5, do.AskQuestion("A1"), do.Explain("fellesskap", "short"))
    held.at(6, do.Undo())
    assert "clarified" not in facts({"I1": held.events})


def test_a_filled_bookmark_is_counted_with_its_words() -> None:
    held = Talk(start("I1", guide=guide()))
    held.at(5, do.AskQuestion("A1"), do.TakeNote("", "bookmark"))
    bookmark = held.events[-1].seq
    held.at(9, do.EditNote("lo høyt", bookmark))
    found = facts({"I1": held.events})
    assert values(found, "field_notes")["filled"] == 1
    assert found["field_notes"].evidence == ("I1:2", "I1:3")


# --- what the researcher says


def test_facts_of_interviews_that_are_not_counted_are_left_out() -> None:
    found = facts(study(), fact("setting", "kontor", "P1"), fact("setting", "kontor", "I9"))
    assert "setting" not in found


def test_a_transcript_that_was_not_spoken_of_stays_unknown() -> None:
    found = facts(study(), fact("transcript_offered", "no", "I1"))
    assert values(found, "transcript") == {"offered": 0, "wanted": None, "sent": None, "comments": None, "done": None}
    assert sentences(found.values(), Translator("nb"))["transcript"] == (
        "Gjennomlesning av transkripsjonen: tilbudt 0. [study:0, I1:0]"
    )


def test_transcripts_offered_and_wanted() -> None:
    """UC19."""
    assert "tilbudt 4, ønsket 2. [study:5, study:6, study:7 … 12 i alt]" in spoken(study())["transcript"]


# --- the guides


def _with_guide(logs: Study, name: str, text: str) -> Study:
    first = logs[name][0]
    return {**logs, name: [first.but(guide=guide_to_dict(guide(text))), *logs[name][1:]]}


def test_changes_between_the_interviews_own_guides_are_told_in_the_order_of_their_dates() -> None:
    later = GUIDE.replace("Hva gjør sangen?", "Hva gjør *sangen* med deg?").replace(
        "Hvem hjelper til?", "Hvem hjelper?"
    )
    found = facts(_with_guide(study(), "P1", later))
    assert values(found, "versions")["count"] == 2
    assert values(found, "versions")["changes"] == [
        {
            "since": "I1",
            "kind": "reworded",
            "question": "A2",
            "before": "Hva gjør *sangen* med deg?",
            "after": "Hva gjør sangen?",
        },
        {"since": "I1", "kind": "reworded", "question": "B1", "before": "Hvem hjelper?", "after": "Hvem hjelper til?"},
    ]
    assert found["versions"].evidence == ("P1:0", "I1:0", "I2:0", "I3:0", "I4:0")


def test_questions_that_came_went_and_moved() -> None:
    moved = (
        GUIDE.replace('"Kan du fortelle om sist dere sang?", ', "")
        .replace(
            '["Hvem hjelper til?", {ask: "Hvem slutter?", optional: true}]',
            '[{id: B2, ask: "Hvem slutter?", optional: true}, {id: B1, ask: "Hvem hjelper til?"}, "Hvor?"]',
        )
        .replace('{ask: "Hva gjør sangen?"', '{id: A2, ask: "Hva gjør sangen?"')
    )
    changes = values(facts(_with_guide(study(), "I4", moved)), "versions")["changes"]
    assert [(one["since"], one["kind"], one["question"]) for one in changes] == [
        ("I4", "added", "B3"),
        ("I4", "removed", "A1"),
        ("I4", "reordered", ""),
    ]


REVISION = """
date: 2026-03-05
after: I2
guide: {title: tidligere}
changes:
  - {question: A2, what: omformulert, why: ble misforstått, evidence: [P1:9, "I2:4"]}
  - {question: B2, what: flyttet}
  - 7
"""


def test_recorded_revisions_stand_instead_of_what_copies_tell(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "2.yaml").write_text(REVISION, encoding="utf-8")
    (tmp_path / FOLDER / "10.yaml").write_text("date: 2026-04-01", encoding="utf-8")
    (tmp_path / FOLDER / "notat.yaml").write_text("[", encoding="utf-8")
    found = read_revisions(tmp_path)
    assert found.problems == ()
    assert found.revisions == (
        Revision(
            "2",
            "2026-03-05",
            "I2",
            (
                RevisionChange("A2", "omformulert", "ble misforstått", ("P1:9", "I2:4")),
                RevisionChange("B2", "flyttet", ""),
            ),
        ),
        Revision("10", "2026-04-01", "", ()),
    )
    told = facts(study(), revisions=found)
    assert "versions" not in told
    assert told["revisions"].evidence == ("revisions/2.yaml", "revisions/10.yaml", "P1:9", "I2:4")
    assert sentences(told.values(), Translator("nb"))["revisions"] == (
        "Endringer av guiden: versjon 2 (05.03.2026, etter I2): A2 omformulert (fordi: ble misforstått), B2 flyttet; "
        "versjon 10 (01.04.2026). [revisions/2.yaml, revisions/10.yaml, P1:9, I2:4]"
    )


@pytest.mark.parametrize("broken", [b"[", b"\xff\xfe\x00", b"- x", b"[" * 5000, b""])
def test_a_revision_that_cannot_be_read_is_named(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "1.yaml").write_bytes(broken)
    found = read_revisions(tmp_path)
    assert [(one.file, one.code) for one in found.problems] == [("revisions/1.yaml", "revision_unreadable")]
    assert found.revisions == ()


# --- UC24: an event changes exactly the sentences that are built on it


def _all_but(logs: Study, name: str, place: int) -> Study:
    """The same interviews without one event; the others keep their seqs."""
    return {**logs, name: [event for event in logs[name] if event.seq != place]}


def _changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


ACTS = [(name, event) for name, events in study().items() for event in events[1:]]


@cache
def whole() -> tuple[Study, dict[str, Fact], dict[str, str]]:
    """The study, its facts and its sentences, with nothing taken away."""
    logs = study()
    return logs, facts(logs, *said()), spoken(logs)


@pytest.mark.parametrize(("name", "event"), ACTS, ids=[f"{name}:{event.seq}-{event.type}" for name, event in ACTS])
def test_without_an_event_exactly_the_sentences_that_name_it_change(name: str, event: Event) -> None:
    logs, found, told = whole()
    built_on = {key for key, one in found.items() if f"{name}:{event.seq}" in one.evidence}
    assert _changed(told, spoken(_all_but(logs, name, event.seq))) == built_on


@pytest.mark.parametrize("name", ["I1", "I2", "I3", "I4", "P1"])
def test_without_an_interview_exactly_the_sentences_that_name_it_change(name: str) -> None:
    logs, found, told = whole()
    built_on = {key for key, one in found.items() if any(ref.startswith(f"{name}:") for ref in one.evidence)}
    without = {one: events for one, events in logs.items() if one != name}
    assert _changed(told, spoken(without)) - {"guide"} == built_on - {"guide"}


@pytest.mark.parametrize("place", range(len(said())))
def test_without_a_fact_of_the_researchers_exactly_the_sentences_that_name_it_change(place: int) -> None:
    (logs, before, _), entries = whole(), said()
    emptied = entries[place].but(
        **({"value": ""} if isinstance(entries[place], StudyFact) else {"text": "", "value": None})
    )
    after = facts(logs, *entries[:place], emptied, *entries[place + 1 :])
    named = {key for key, one in before.items() if f"study:{place}" in one.evidence}
    assert {key for key in before if before[key] != after.get(key)} == named


MUTATIONS: list[tuple[type[Event], dict[str, Any], set[str]]] = [
    (Ended, {"t": 6000.0}, {"lengths"}),
    (Asked, {"t": 20.0}, {"lengths", "briefing"}),
    (Paused, {"t": 120.0}, {"lengths"}),
    (Continued, {"t": 200.0}, {"lengths"}),
    (RecordingStarted, {"t": 7.0}, set()),
    (Noted, {"kind": "bookmark", "text": ""}, {"field_notes"}),
    (Noted, {"kind": "reflexive"}, {"field_notes"}),
    (Noted, {"text": "noe annet"}, set()),
    (Ticked, {"mark": "open"}, {"consent"}),
    (Ticked, {"point": "purpose"}, {"consent"}),
    (Explained, {"concept": "dirigent"}, {"clarified"}),
    (Sided, {"side": "negative"}, {"both_sides"}),
    (Declined, {"questions": ("B2",)}, {"declined", "covered"}),
    (Declined, {"reason": "for vondt"}, set()),
    (Covered, {"questions": ("A1",)}, {"covered"}),
    (Started, {"participant": "I3"}, {"interviews", "repeats"}),
    (Started, {"wall": "2026-03-01T10:00:00"}, {"dates"}),
]


@pytest.mark.parametrize(("kind", "change", "keys"), MUTATIONS, ids=lambda value: getattr(value, "__name__", None))
def test_another_value_changes_exactly_the_sentences_built_on_it(
    kind: type[Event], change: dict[str, Any], keys: set[str]
) -> None:
    logs = study()
    event = next(event for event in logs["I1"] if isinstance(event, kind))
    mutated = [one.but(**change) if one is event else one for one in logs["I1"]]
    changed = _changed(spoken(logs), spoken({**logs, "I1": mutated}))
    assert changed - {"versions"} == keys
    named = {key for key, one in facts(logs, *said()).items() if f"I1:{event.seq}" in one.evidence}
    assert changed <= named


def test_another_word_of_the_researchers_changes_its_sentence_alone() -> None:
    before = spoken(study())
    after = spoken(study(), other=(fact("setting", "hjemme [by]", "I2"),))
    assert _changed(before, after) == {"setting"}
    assert "hjemme [by] (I2)" in after["setting"]


def test_a_change_of_a_copy_is_one_value() -> None:
    """Facts are values: the same logs give the same facts."""
    assert facts(study(), *said()) == facts(study(), *said())
    assert CopyChange("I2", "added", "A3") == CopyChange("I2", "added", "A3")
