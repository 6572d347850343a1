"""The measure of the importer: what it counts, and that the labelled guides in the tree are read at least as well."""

from pathlib import Path

from tests.import_score import LabelledGuide, of_folder, of_the_tree, read_by, score, together

ROOT = Path(__file__).parents[3]
GUIDE = LabelledGuide(
    "guide.md",
    b"",
    (("h", "## Work"), ("q", "1. How did you begin?"), ("s", "- Who helped?"), ("q", "2. What came next? (wait)")),
)


def test_every_fault_is_counted_and_told() -> None:
    made = {"sections": [[["Play"], [["How did you begin?", [], "begin"], ["What for?", [], "for"]]]], "closing": []}
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
        assert score(GUIDE, {"sections": [[names, told]], "closing": []}).wrong == ()


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
    assert found.mains[0] >= 0.955 * found.mains[1]
    assert found.levels[0] >= 0.95 * found.levels[1]
    assert found.false[0] <= 0.03 * found.false[1]
