"""Coded text and REFI-QDA: what arrives coded, and what is named because it cannot."""

import re
import xml.etree.ElementTree as ET
import zipfile
from io import BytesIO

import pytest

from interviews.coding.coded_interview import CodedFiles, CodingLabels, code_interview, codebook_of, name_code
from interviews.coding.formats import FORMATS
from interviews.coding.refi import write_qdc, write_qdpx
from interviews.core import commands as do
from interviews.core.events import Heard
from interviews.core.state import Interview
from interviews.transcripts.turns import Turn
from tests.interviews.choir import Talk, choir, start

KINDS = ("note", "quote", "follow_up", "bookmark", "topic", "said_by_informant", "said_by_interviewer")
LABELS = CodingLabels({kind: kind.capitalize() for kind in KINDS}, "No question", "Tag", "¬")
TRAPS = (
    "de blir sett, hun sa: kom",
    "klokka 12:30 var det over",
    "@B7: nesten",
    "#ENDCODE midt i",
    "en linje\nHun: en til",
    "2019",
    "🎶 sang",
    "[ler] ja",
)
"""What breaks the one or the other program's rules."""


def _interview(*acts: do.Command, code: str = "I1") -> Interview:
    talk = Talk(start(code).but(program="0.2.0"))
    for place, act in enumerate(acts, 1):
        talk.at(place, act)
    talk.interview.code = code
    return talk.interview


def _trapped() -> Interview:
    return _interview(do.AskQuestion("B2"), *(do.TakeNote(text) for text in TRAPS), do.TakeNote("", "bookmark"))


def _write(name: str, interview: Interview) -> CodedFiles:
    book = codebook_of(choir(), [interview])
    return FORMATS[name].write([code_interview(interview)], book, LABELS)


def test_a_name_has_no_sign_that_a_program_takes_for_its_own_and_is_not_too_long() -> None:
    assert name_code("B7", 'god kontakt? "ja" [nei]: a/b') == "B7 god kontakt ja nei a b"
    assert len(name_code("B7", "x" * 100)) == 63


def test_a_question_keeps_its_name_over_revisions() -> None:
    held = _interview(do.AskQuestion("A1"))
    before = codebook_of(choir(), [held])
    section = choir().sections[0]
    question = section.questions[0].but(ask="Noe helt annet?", label="noe annet")
    now = choir().but(sections=(section.but(questions=(question, *section.questions[1:])), *choir().sections[1:]))
    after = codebook_of(now, [held])
    assert [code.name for code in after.codes] == [code.name for code in before.codes]
    code = after.code("A1")
    assert code is not None
    assert code.meaning == "Noe helt annet?"


def test_reflexive_and_held_back_words_are_in_nothing() -> None:
    interview = _interview(do.TakeNote("bare mitt", "reflexive"), do.ToggleTranscribing(), do.TakeNote("utenfor"))
    for name in FORMATS:
        made = b"".join(_write(name, interview).files.values())
        assert b"bare mitt" not in made
        assert b"utenfor" not in made


def test_atlas_and_qualcoder_have_a_line_an_entry_and_name_the_lines_that_would_break() -> None:
    atlas, qualcoder = _write("atlas", _trapped()), _write("qualcoder", _trapped())
    lines = atlas.files["I1.txt"].decode().split("\n\n")
    assert lines[0] == "@B2: [00:00:02] de blir sett, hun sa: kom"
    assert atlas.named["like_a_code"] == ("I1.txt:5",)
    lines = qualcoder.files["I1.txt"].decode().splitlines()
    assert lines[4] == "[00:00:06] [B2; Ba; Note] en linje¬Hun: en til"
    assert lines[5] == "[00:00:07] [B2; Ba; Note] 2019"
    assert lines[7] == "[00:00:09] [B2; Ba; Note] [ler] ja"
    assert lines[8] == "[00:00:10] [B2; Ba; Bookmark]"
    assert qualcoder.named["like_a_time"] == ("I1.txt:2",)
    assert qualcoder.named["like_a_code"] == ("I1.txt:8",)
    assert all(re.match(r"\[[\d:]+\] \[[^\]]{1,63}\]", line) for line in lines)


def test_too_many_codes_for_the_brackets_are_named() -> None:
    tags = " ".join(f"#merkelapp{number}" for number in range(9))
    made = _write("qualcoder", _interview(do.AskQuestion("A1"), do.TakeNote(f"ord {tags}")))
    assert made.named["codes_cut"] == ("I1:2",)


def test_maxqda_has_nothing_between_keyword_and_name_and_closes_every_code() -> None:
    made = _write("maxqda", _trapped())
    lines = made.files["coded-maxqda.rtf"].decode("ascii").replace("\\par", "").splitlines()
    assert "#TEXTI1" in lines
    assert sum(line.startswith("#CODE") for line in lines) == lines.count("#ENDCODE") == 19, (
        "the tag that it makes is a code too"
    )
    (place,) = made.named["keyword"]
    assert lines[int(place.partition(":")[2])].endswith("#ENDCODE midt i"), "the first line is RTF's own head"


def test_an_entry_about_two_questions_stands_under_both_headings_and_that_is_said() -> None:
    made = _write("taguette", _interview(do.AskQuestion("A1"), do.TakeNote("både og #b3")))
    assert made.files["I1.html"].decode().count("både og #b3") == 2
    assert made.named["repeated"] == ("I1:2",)
    rows = made.files["codebook.csv"].decode("utf-8-sig").split("\r\n")
    assert rows[0] == "name,description"
    assert len({row.partition(",")[0].casefold() for row in rows}) == len(rows)


# --- REFI-QDA: the rules that the schema does not know


NS = {"q": "urn:QDA-XML:project:1.0"}


def _project(*interviews: Interview, qualcoder: bool = False) -> tuple[ET.Element, dict[str, bytes]]:
    book = codebook_of(choir(), interviews)
    coded = [code_interview(one) for one in interviews]
    made = write_qdpx(coded, book, LABELS, "intervjuguide 1", "qualcoder" if qualcoder else "standard")
    with zipfile.ZipFile(BytesIO(made.files["project.qdpx"])) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return ET.fromstring(files.pop("project.qde")), files  # noqa: S314  our own


@pytest.mark.parametrize("qualcoder", [False, True])
def test_a_project_keeps_the_rules_of_the_programs_that_read_it(*, qualcoder: bool) -> None:
    root, files = _project(_trapped(), _interview(do.TakeNote("en til #ord"), code="I2"), qualcoder=qualcoder)
    assert root.get("origin")
    assert "ATLAS" not in str(root.get("origin"))
    order = [child.tag.partition("}")[2] for child in root]
    assert order == ["Users", "CodeBook", "Variables", "Cases", "Sources"]
    guids = [str(node.get("guid")) for node in root.iter() if node.get("guid")]
    assert all(re.fullmatch("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", guid) for guid in guids)
    assert len(guids) - len(set(guids)) == (2 if qualcoder else 0), "only a case is its code, for QualCoder"
    codes = root.findall(".//q:Code", NS)
    names = [str(code.get("name")).casefold() for code in codes]
    assert len(names) == len(set(names))
    folders = {code.get("guid") for code in codes if code.get("isCodable") == "false"}
    assert all(
        len(code) == 0 or code.get("isCodable") == "false" or code[0].tag.endswith("Description") for code in codes
    )
    known = {code.get("guid") for code in codes} - folders
    for source in root.findall(".//q:TextSource", NS):
        assert "/" not in str(source.get("name"))
        data = files[f"sources/{str(source.get('plainTextPath')).removeprefix('internal://')}"]
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        text = data.decode()
        spans = [
            (int(str(one.get("startPosition"))), int(str(one.get("endPosition"))))
            for one in source.findall("q:PlainTextSelection", NS)
        ]
        assert len(spans) == len(set(spans))
        assert all(0 <= start < end <= len(text) for start, end in spans)
        for selection in source.findall("q:PlainTextSelection", NS):
            targets = [coding[0].get("targetGUID") for coding in selection.findall("q:Coding", NS)]
            assert targets
            assert len(targets) == len(set(targets))
            assert set(targets) <= known
    assert root.find(".//q:PlainTextContent", NS) is None


def test_a_second_export_is_the_same_to_the_byte_and_an_emoji_is_told() -> None:
    book, coded = codebook_of(choir(), [_trapped()]), [code_interview(_trapped())]
    first = write_qdpx(coded, book, LABELS, "p")
    assert first == write_qdpx(coded, book, LABELS, "p")
    assert first.named["wide_signs"] == ("I1",)


def test_the_codebook_alone_has_the_same_codes() -> None:
    root, _files = _project(_trapped())
    book = codebook_of(choir(), [_trapped()])
    alone = ET.fromstring(write_qdc(book, [code_interview(_trapped())], LABELS, "p"))  # noqa: S314  our own
    assert alone.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    assert {code.get("guid") for code in alone.iter() if code.get("guid")} == {
        code.get("guid") for code in root.findall(".//q:Code", NS)
    }


def test_without_any_entry_a_project_is_still_one() -> None:
    root, files = _project()
    assert root.find(".//q:Codes", NS) is not None
    assert not files


def test_the_turns_of_a_transcript_go_along_under_the_question_that_was_heard() -> None:
    talk = Talk(start().but(program="0.2.0"))
    talk.at(0, do.ToggleRecording(confirmed=True))
    talk.at(5, do.TakeNote("et notat"))
    talk.at(20, do.ToggleTranscribing())
    talk.at(30, do.ToggleTranscribing())
    talk.at(50, do.End())
    talk.add(Heard(seq=talk.interview.next_seq, t=50, turn=1, questions=("A1",)))
    turns = [
        Turn("Hei.", "K", 1.0, 2.0, "interviewer"),
        Turn("Fortell om sist dere sang?", "K", 4.0, 5.0, "interviewer"),
        Turn("Vi sang i går.", "I", 6.0, 9.0, "participant"),
        Turn("Ikke dette.", "I", 22.0, 24.0, "participant"),
        Turn("En stemme til.", "", 40.0, 41.0),
    ]
    interview = code_interview(talk.interview, turns)
    labels = LABELS.but(kinds={**LABELS.kinds, "said": "Said"})
    made = FORMATS["qualcoder"].write([interview], codebook_of(choir(), [talk.interview]), labels)
    assert made.files["I1.txt"].decode().splitlines() == [
        "[00:00:01] [Said_by_interviewer] Hei.",
        "[00:00:04] [A1; A; Said_by_interviewer] Fortell om sist dere sang?",
        "[00:00:05] [Note] et notat",
        "[00:00:06] [A1; A; Said_by_informant] Vi sang i går.",
        "[00:00:40] [A1; A; Said] En stemme til.",
    ]
    guids = re.findall(
        'guid="([^"]+)"',
        zipfile.ZipFile(BytesIO(write_qdpx([interview], codebook_of(choir(), []), labels, "p").files["project.qdpx"]))
        .read("project.qde")
        .decode(),
    )
    assert len(guids) == len(set(guids))
