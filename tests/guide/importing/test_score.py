"""The measure of the importer: what it counts, and that the labelled guides in the tree are read at least as well."""

from pathlib import Path

import pytest

from tests.import_score import LabelledGuide, of_folder, of_the_tree, read_by, score, together

ROOT = Path(__file__).parents[3]
GUIDE = LabelledGuide(
    "guide.md",
    b"",
    (("h", "## Work"), ("q", "1. How did you begin?"), ("s", "- Who helped?"), ("q", "2. What came next? (wait)")),
)


def test_every_fault_is_counted_and_told() -> None:
    made = {
        "title": "",
        "sections": [[["Play"], [["How did you begin?", [], "begin"], ["What for?", [], "for"]]]],
        "closing": [],
    }
    found = score(GUIDE, made)
    assert (found.mains, found.levels, found.false, found.sections) == ((1, 2), (1, 3), (1, 2), (0, 1))
    assert [text.partition(":")[0] for text in found.wrong] == [
        "section 'Play', not '## Work'", "no probe of its question", "no question", "false main",
    ]  # fmt: skip
    assert score(GUIDE, None).mains == (0, 2)


def test_what_is_right_has_no_fault() -> None:
    asked = [["How did you begin?", ["Who helped?"], "begin"], ["What came next?", [], "next"]]
    for names, labels in ((["Work"], ("a", "b")), ([""], ("Work", "Work")), (["", "Work"], ("a", "b"))):
        told = [[ask, probes, label] for (ask, probes, _), label in zip(asked, labels, strict=True)]
        assert score(GUIDE, {"title": "", "sections": [[names, told]], "closing": []}).wrong == ()


def test_a_heading_counts_where_a_guide_keeps_it() -> None:
    lines = (
        ("t", "Work"), ("h", "# A guide to work"), ("q", "Where?"), ("h", "## Aims"), ("r", "RQ1: Who?"),
        ("r", "RQ2: How?"), ("q", "When?"), ("k", "Asked"), ("r", "RQ1: Who?"), ("k", "1"), ("q", "With whom?"),
        ("h", "Part 1: Ends (5 min)"), ("q", "How long?"),
    )  # fmt: skip
    guide = LabelledGuide("guide.md", b"", lines)
    told = [
        [["", *serves], [[ask, [], ""]]] for ask, serves in (("Where?", ()), ("When?", ()), ("With whom?", ("Who?",)))
    ]
    ends = [["Ends"], [["How long?", [], ""]]]
    assert score(guide, {"title": "A guide to work", "sections": [*told, ends], "closing": []}).wrong == ()
    unserved = [*told[:2], [[""], told[2][1]], ends]
    found = score(guide, {"title": "Work", "sections": unserved, "closing": []})
    assert [text.partition(",")[0] for text in found.wrong] == ["section ''", "section ''"]
    aims = [told[0], [["Aims"], told[1][1]], told[2], ends]
    assert len(score(guide, {"title": "A guide to work", "sections": aims, "closing": []}).wrong) == 1


@pytest.mark.parametrize(
    ("head", "title", "label", "right"),
    [
        ("The way from the office to the platform", "Work", "way from office to platform", 1),
        ("The way from the office to the platform", "Work", "way home", 0),
        ("Part 1: Questions for all", "Drivers: Questions for all", "a", 1),
        ("Part 1: Questions for all", "Drivers: Others", "a", 0),
    ],
)
def test_a_heading_that_is_shortened_or_told_apart_is_kept(head: str, title: str, label: str, right: int) -> None:
    guide = LabelledGuide("guide.md", b"", (("h", head), ("q", "Where?")))
    found = score(guide, {"title": "", "sections": [[[title], [["Where?", [], label]]]], "closing": []})
    assert found.sections == (right, 1)


@pytest.mark.parametrize(
    ("wanted", "made", "whole"),
    [
        ("(If so) What did you use, and why? (probe: cost)", "(If so) What did you use, and why?", 1),
        ("If there is time: Who knows you?", "Who knows you?", 0),
        ("Think of the last time that you fell: who helped you up again?", "who helped you up again?", 0),
        ("What did you use, and why did you then stop?", "What did you use,", 0),
    ],
)
def test_a_question_is_whole_without_what_is_said_about_it(wanted: str, made: str, whole: int) -> None:
    told = {"title": "", "sections": [[[""], [[made, [], ""]]]], "closing": []}
    assert score(LabelledGuide("guide.md", b"", (("q", wanted),)), told).mains == (whole, 1)


def test_words_before_a_colon_may_be_the_label_of_the_question() -> None:
    guide = LabelledGuide("guide.md", b"", (("q", "Neighbours: Who knows you?"),))
    for label, whole in (("Neighbours", 1), ("knows you", 0)):
        told = {"title": "", "sections": [[[""], [["Who knows you?", [], label]]]], "closing": []}
        assert score(guide, told).mains == (whole, 1)


def test_what_is_no_guide_is_to_be_refused() -> None:
    sheet = LabelledGuide("sheet.md", b"", (("x", "Must I take part?"), ("x", "No.")))
    assert score(sheet, None).wrong == ()
    made = {"title": "", "sections": [[[""], [["Must I take part?", [], ""]]]], "closing": []}
    assert score(sheet, made).false == (1, 1)


def test_a_folder_of_documents_is_measured(tmp_path: Path) -> None:
    Path(tmp_path, "a.md").write_text("# Guide\n\n1. Why?\n2. How did you do it?\n3. What did you see?\n")
    Path(tmp_path, "a.md.labels").write_text("t|Guide\nq|Why?\nq|How did you do it?\nq|What did you see?\n")
    guides = list(of_folder(tmp_path))
    assert [guide.name for guide in guides] == ["a.md"]
    assert score(guides[0], read_by(guides, ROOT)["a.md"]).mains == (3, 3)


def test_the_labelled_guides_are_read_at_least_as_well_as_before() -> None:
    guides = list(of_the_tree())
    made = read_by(guides, ROOT)
    found = together([score(guide, made[guide.name]) for guide in guides])
    assert len(guides) >= 90
    assert found.mains[0] >= 0.97 * found.mains[1]
    assert found.levels[0] >= 0.97 * found.levels[1]
    assert found.false[0] <= 0.02 * found.false[1]
    assert found.sections[0] >= 0.97 * found.sections[1]
