"""The guide that ships with the program is the thesis's own, word for word, and says what is not."""

import re
from pathlib import Path

import pytest

from guide.labels import label_of
from guide.model import Guide, Question
from guide.reading import read_guide
from guide.samples import thesis_guide_text

SOURCE = (Path(__file__).parent / "fixtures" / "vedlegg1.txt").read_text(encoding="utf-8")
LEANING = {
    "A3": ("A1", "A2"),
    "B2": ("B1",),
    "B10": ("B8", "B9"),
    "C1": ("A", "B"),
    "C2": ("C1",),
    "C3": ("A", "B"),
}


@pytest.fixture(scope="module")
def guide() -> Guide:
    reading = read_guide(thesis_guide_text(), "guide.yaml")
    assert reading.problems == ()
    assert reading.guide is not None
    return reading.guide


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _source_sentences() -> list[str]:
    """The guide's questions: what stands after a dash in the table's right half, its left half taken out."""
    table = SOURCE[SOURCE.index("Spørsmål til deltager") :]
    found = re.findall(r"(?m)(?:^|\s)- (\(?[A-ZÆØÅ].*?\?\)?) *\n", table, flags=re.DOTALL)
    return [_one_line(sentence) for sentence in found]


def _bare_words(text: str) -> list[str]:
    words = re.sub(r"[;,()?…]", " ", text).replace("evt.", " ").casefold().split()
    return [word for word in words if word != "og"]


def _spoken(question: Question) -> str:
    return " ".join([question.ask, *(probe.ask for probe in question.probes)])


def test_there_are_eighteen_questions_in_the_source() -> None:
    assert len(_source_sentences()) == 18


def test_the_words_of_the_source_stand_in_order_in_every_question(guide: Guide) -> None:
    for question, sentence in zip(guide.questions, _source_sentences(), strict=True):
        assert _bare_words(_spoken(question)) == _bare_words(sentence), question.id


def test_the_source_sentence_stands_beside_each_question_as_a_comment(guide: Guide) -> None:
    lines = thesis_guide_text().splitlines()
    for question, sentence in zip(guide.questions, _source_sentences(), strict=True):
        at = next(number for number, line in enumerate(lines) if line.strip() == f"- id: {question.id}")
        comment: list[str] = []
        while lines[at - 1].strip().startswith("#"):
            at -= 1
            comment.insert(0, lines[at].strip().removeprefix("#"))
        assert _one_line(" ".join(comment)) == sentence


def test_research_questions_and_problem_are_verbatim(guide: Guide) -> None:
    source = _one_line(SOURCE)
    assert guide.problem is not None
    for text in (guide.problem, *(target.text for owner in guide.research_questions for target in owner.targets)):
        assert text in source
    assert [[target.id for target in owner.targets] for owner in guide.research_questions] == [
        ["A"],
        ["B", "Ba", "Bb"],
        ["C"],
    ]


def test_the_shape_of_the_guide(guide: Guide) -> None:
    assert [(group.id, len(group.questions)) for group in guide.groups] == [
        ("A", 4),
        ("Ba", 7),
        ("Bb", 3),
        ("C", 3),
        ("", 1),
    ]
    assert [question.id for question in guide.questions if question.optional] == ["C3"]
    assert [question.id for question in guide.closing] == ["Z1"]
    assert sum(len(question.probes) for question in guide.questions) == 7
    assert (guide.title, guide.language, guide.minutes) == ("Musikkterapi og deltagelse", "nb", 60)
    assert (len(guide.opening), len(guide.after), len(guide.concepts)) == (6, 3, 2)
    assert [point.id for point in guide.opening if "recording" in point.gate] == ["consent", "lydfil"]


def test_the_six_leaning_questions_sound_right_alone(guide: Guide) -> None:
    assert {question.id: question.leans_on for question in guide.questions if question.leans_on} == LEANING
    for question in guide.questions:
        assert (question.alone is not None) is (question.id in LEANING)
        assert not re.search(r"\b(dette|slikt|disse)\b", question.alone or "")


def test_two_sided_on_purpose(guide: Guide) -> None:
    assert [question.id for question in guide.questions if question.two_sided] == ["B5", "B6", "C1", "C2"]


def test_labels_tell_the_questions_apart(guide: Guide) -> None:
    labels = [question.label for question in guide.questions]
    assert len(set(labels)) == 18
    assert all(len(label) <= 28 for label in labels)


def test_nobody_is_named_and_what_is_ours_is_said() -> None:
    header = thesis_guide_text().split("\n\n")[0]
    for word in ("Vedlegg 1", "Universitetet i Bergen, 2017", "Vårt, ikke oppgavens", "short", "alone", "listen_for"):
        assert word in header


def test_the_guide_has_no_question_whose_label_would_be_empty_without_ours(guide: Guide) -> None:
    assert all(label_of(question.ask) for question in guide.questions)
