"""Commands as programs, from the first interview to the study's end, where an editor gave the files CR LF."""

from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.study.facts import FILE, StudyFact, add, read_study_facts
from interviews.study.folder import Study
from tests.tui.studies import hold, study_with
from tests.warm import run_program

DATA = "\ndata: {class: red, recording: 2027-01-31, end: 2027-06-15}\n"
WORD, SAID, PLACE = "kvernstein", "blåbær på Lade", "på biblioteket"
NOTE = 2


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Three interviews, and facts of each; every line of the guide and of the facts ends as on Windows."""
    study = study_with(tmp_path / "Min studie på C")
    guide = study / "guide.yaml"
    guide.write_text(guide.read_text(encoding="utf-8") + DATA, encoding="utf-8")
    for code in ("I1", "I2", "I3"):
        hold(study, code, (do.AskQuestion("B1"), do.TakeNote(f"{SAID} {code} {WORD * (code == 'I3')}")))
    facts = [StudyFact(date="2026-11-02", key="setting", value=PLACE, interview=code) for code in ("I1", "I3")]
    assert add(study, facts)
    for path in (guide, study / FILE):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return study


def words_in(study: Path) -> bytes:
    return b"".join(path.read_bytes() for path in study.rglob("*") if path.is_file())


def test_a_study_goes_its_way_to_the_end(study: Path, tmp_path: Path) -> None:
    def run(*arguments: object, code: int = 0) -> str:
        done = run_program(*arguments, "--study", study, code=code, INTERVJUGUIDE_LANGUAGE="nb")
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    run_program("check", study, code=0)
    assert SAID in run("review", "--participant", "I1")
    run("review", "--html", study / "rapport.html")
    (tmp_path / "penn").mkdir()
    run("backup", tmp_path / "penn")
    assert len(list((tmp_path / "penn").iterdir())) == 1

    before = (study / FILE).read_bytes()
    run_program("correct", "I1", "--note", NOTE, "--study", study, sent="[en bær] på Lade\r\n".encode(), code=0)
    shown = run("review", "--participant", "I1")
    assert "[en bær] på Lade" in shown
    assert SAID not in shown
    run("export", "method", "--participant", "I2", "--fact", "setting=hjemme")
    assert (study / FILE).read_bytes().startswith(before)
    run("give", "I2")
    assert SAID in (study / "I2-kopi.html").read_text(encoding="utf-8")

    assert WORD.encode() in words_in(study)
    run("forget", "I3", "--yes")
    assert WORD.encode() not in words_in(study)
    facts = read_study_facts(study)
    assert not facts.problems
    assert len(facts.withdrawals) == 1
    assert {code: fact.value for code, fact in facts.of_interviews("setting").items()} == {"I1": PLACE, "I2": "hjemme"}

    run("finish", "--yes")
    left = words_in(study)
    assert PLACE.encode() not in left
    assert left.count(SAID.encode()) >= 1
    assert [told.interview is not None for told in Study(study).load_interviews()] == [True, True]
    run("where")
